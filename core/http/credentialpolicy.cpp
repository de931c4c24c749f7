// SPDX-License-Identifier: Apache-2.0
#include "http/credentialpolicy.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace modelcrate {

namespace {

bool isPrivateHost(std::string_view host) { return isLoopbackHost(host) || isPrivateAddress(host); }

/// Registries whose token service stands under another domain.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> tokenHosts{{
    {"registry-1.docker.io", "auth.docker.io"},
    {"registry.gitlab.com", "gitlab.com"},
    {"registry.suse.com", "scc.suse.com"},
    {"nvcr.io", "authn.nvidia.com"},
    {"registry.redhat.io", "sso.redhat.com"},
    {"icr.io", "iam.cloud.ibm.com"},
}};

/// Suffixes under which names belong to different people; the registrable domain has one label more. Not the whole
/// public suffix list: a name that is missing here only costs an anonymous token, since two labels must agree anyway.
constexpr std::array<std::string_view, 20> sharedSuffixes{"co.uk",
                                                          "com.au",
                                                          "co.jp",
                                                          "com.cn",
                                                          "com.br",
                                                          "co.in",
                                                          "co.kr",
                                                          "com.tr",
                                                          "co.nz",
                                                          "org.uk",
                                                          "github.io",
                                                          "gitlab.io",
                                                          "azurecr.io",
                                                          "amazonaws.com",
                                                          "cloudfront.net",
                                                          "pkg.dev",
                                                          "azurewebsites.net",
                                                          "herokuapp.com",
                                                          "run.app",
                                                          "appspot.com"};

std::string registrableDomain(const std::string &host)
{
    const auto labels = split(host, '.');
    if (labels.size() < 2 || isPrivateAddress(host) || host.find(':') != std::string::npos)
        return host;
    const auto lastTwo = cat(labels[labels.size() - 2], '.', labels.back());
    const bool numeric =
        std::all_of(host.begin(), host.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
    if (numeric)
        return host;
    if (std::find(sharedSuffixes.begin(), sharedSuffixes.end(), lastTwo) == sharedSuffixes.end())
        return lastTwo;
    return labels.size() < 3 ? host : cat(labels[labels.size() - 3], '.', lastTwo);
}

bool isTrustedTokenHost(const std::string &registry, const std::string &realm)
{
    if (registry == realm || registrableDomain(registry) == registrableDomain(realm))
        return true;
    return std::any_of(tokenHosts.begin(), tokenHosts.end(),
                       [&](const auto &pair) { return pair.first == registry && pair.second == realm; });
}

UrlDecision refuse(Message reason) { return {false, false, std::move(reason)}; }

} // namespace

UrlDecision decide(const Origin &home, const Url &target, UrlRole role)
{
    const auto &origin = target.origin();
    const bool sameOrigin = origin == home;
    if (role == UrlRole::Request)
        return sameOrigin ? UrlDecision{true, true} : refuse(Message::of("the request is not for the registry itself"));
    if (home.scheme == "https" && !target.isHttps())
        return refuse(Message::of("it leads from https to plain http"));
    if (!isPrivateHost(home.host) && isPrivateHost(origin.host))
        return refuse(Message::of("it leads from a public registry to a private address"));
    switch (role) {
    case UrlRole::PaginationLink:
        return sameOrigin ? UrlDecision{true, true} : refuse(Message::of("the next page is on another server"));
    case UrlRole::UploadLocation:
        if (sameOrigin)
            return {true, true};
        return target.isHttps() ? UrlDecision{true, false}
                                : refuse(Message::of("the upload leads to another server over plain http"));
    case UrlRole::TokenRealm: {
        // A password may travel unencrypted only where the registry itself does, on its own host.
        const bool sameHost = origin.host == home.host;
        if (!target.isHttps() && !sameHost && !(isLoopbackHost(home.host) && isLoopbackHost(origin.host)))
            return refuse(Message::of("the token service is on another host over plain http"));
        return {true, isTrustedTokenHost(home.host, origin.host)};
    }
    case UrlRole::Redirect:
    case UrlRole::Request: break;
    }
    return {true, sameOrigin};
}

} // namespace modelcrate
