// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/message.h"
#include "http/url.h"

namespace modelcrate {

/// How a URL that a server gave us is going to be used.
enum class UrlRole {
    Request, ///< what we built ourselves for the registry
    Redirect, ///< Location of a 3xx answer
    UploadLocation, ///< Location of an upload session
    PaginationLink, ///< Link rel="next"
    TokenRealm, ///< realm of a Bearer challenge
};

struct UrlDecision {
    bool allowed = false; ///< may be contacted at all
    bool sendCredentials = false; ///< may get Authorization, cookies, custom headers, client certificates
    Message reason = {}; ///< why not allowed, for the error
};

/// The one place that decides where requests and credentials may go (registry.md 3.2, rules 1 to 6). `home` is the
/// registry the user named. Credentials go to the same origin only; a redirect never goes from https to http, nor from
/// a public host to a private address; a pagination link stays on its origin; an upload location elsewhere must be
/// https and gets nothing. A token realm must be https (unless the registry itself is plain http), and gets the
/// password when its host equals the registry's, shares its registrable domain or is a known pair (docker.io with
/// auth.docker.io, …); otherwise it is contacted only anonymously.
UrlDecision decide(const Origin &home, const Url &target, UrlRole role);

} // namespace modelcrate
