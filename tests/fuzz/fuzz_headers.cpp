// SPDX-License-Identifier: Apache-2.0
#include "fuzz.h"

#include "base/retry.h"
#include "http/credentialpolicy.h"
#include "http/headers.h"
#include "http/url.h"

using namespace modelcrate;

namespace {

void checkUrl(const Url &url)
{
    const auto again = Url::parse(url.toString());
    MUST(again.has_value());
    MUST(*again == url);
    MUST(!url.origin().host.empty() && url.path().front() == '/');
    MUST(url.toString().find_first_of(std::string_view(" \t\r\n\0", 5)) == std::string::npos);
    static_cast<void>(url.redacted());
}

void checkResolving(std::string_view reference)
{
    const auto base = Url::parse("https://registry.example:5000/v2/team/model/blobs/uploads/1?state=x");
    MUST(base.has_value());
    const auto resolved = base->resolve(reference);
    if (!resolved)
        return;
    checkUrl(*resolved);
    for (const UrlRole role :
         {UrlRole::Request, UrlRole::Redirect, UrlRole::UploadLocation, UrlRole::PaginationLink, UrlRole::TokenRealm}) {
        const UrlDecision decision = decide(base->origin(), *resolved, role);
        MUST(decision.allowed || !decision.sendCredentials);
        // A registry on https never makes us talk in the clear.
        MUST(!decision.allowed || resolved->isHttps());
    }
}

} // namespace

void fuzz(std::string_view input)
{
    if (const auto last = parseUploadRange(input))
        MUST(*last >= 0);
    if (const auto range = parseContentRange(input)) {
        MUST(range->first >= 0 && range->first <= range->last);
        MUST(!range->total || range->last < *range->total);
    }
    if (const auto warning = parseWarning(input))
        MUST(warning->size() <= 4096);
    if (const auto wait = parseRetryAfter(input, std::chrono::system_clock::time_point{}))
        MUST(wait->count() >= 0);
    if (const auto next = parseNextLink({std::string(input)}))
        checkResolving(*next);
    if (const auto url = Url::parse(input))
        checkUrl(*url);
    checkResolving(input);
    static_cast<void>(isLoopbackHost(input));
    static_cast<void>(isPrivateAddress(input));
}
