// SPDX-License-Identifier: Apache-2.0
#include "fuzz.h"

#include "oci/manifest.h"
#include "oci/validate.h"

using namespace modelcrate;

void fuzz(std::string_view input)
{
    static_cast<void>(documentKind(input));
    static_cast<void>(validateOciIndex(input));
    static_cast<void>(validateOciLayoutFile(input));

    const auto index = parseImageIndex(std::string(input));
    if (!index)
        return;
    MUST(index->bytes == input);
    MUST(index->digest == Digest::sha256Of(input));
    // CVE-2021-41190: nothing may be read both ways.
    MUST(!parseImageManifest(std::string(input)).has_value());
    for (const Descriptor &manifest : index->manifests) {
        const auto again = parseDescriptor(toJson(manifest));
        MUST(again.has_value() && again->refersToSame(manifest));
    }
}
