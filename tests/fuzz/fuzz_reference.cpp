// SPDX-License-Identifier: Apache-2.0
#include "fuzz.h"

#include "oci/reference.h"

using namespace modelcrate;

namespace {

/// What was accepted is written in one way, and that way means the same.
template<typename T>
void checkRoundTrip(std::string_view input)
{
    const auto parsed = T::parse(input);
    if (!parsed)
        return;
    const auto again = T::parse(parsed->toString());
    MUST(again.has_value());
    MUST(*again == *parsed);
}

} // namespace

void fuzz(std::string_view input)
{
    checkRoundTrip<Reference>(input);
    checkRoundTrip<RepositoryName>(input);
    checkRoundTrip<TagName>(input);
    checkRoundTrip<RegistryHost>(input);
    checkRoundTrip<Digest>(input);
    if (const auto host = RegistryHost::parse(input)) {
        MUST(!host->host().empty());
        MUST(host->port().value_or(1) > 0 && host->port().value_or(1) < 65536);
        static_cast<void>(host->isLoopback());
    }
    // A path component must never climb: names become folders and URLs.
    if (const auto name = RepositoryName::parse(input))
        MUST(name->toString().find("..") == std::string::npos && name->toString().front() != '/');
}
