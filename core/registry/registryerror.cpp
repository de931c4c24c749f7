// SPDX-License-Identifier: Apache-2.0
#include "registry/registryerror.h"

#include "base/text.h"
#include "io/json.h"

#include <algorithm>
#include <array>

namespace modelcrate {

namespace {

constexpr std::size_t maxEntries = 20;
constexpr std::size_t maxText = 1000;

struct Meaning {
    ErrorCode code;
    std::string_view advice;
};

Meaning meaningOf(int status)
{
    switch (status) {
    case 401: return {ErrorCode::Unauthorized, "Sign in with: modelcrate-cli login REGISTRY"};
    case 403:
        return {ErrorCode::Forbidden,
                "Ask the registry's operator for the right, or check that the name is yours to use."};
    case 404: return {ErrorCode::NotFound, "Check the name; some registries say this of what you may not see."};
    case 405: return {ErrorCode::RegistryRejected, "The registry does not offer this, or is read-only at the moment."};
    case 409:
    case 412: return {ErrorCode::Conflict, "The tag may be immutable, or something else changed it meanwhile."};
    case 413:
        return {ErrorCode::RegistryRejected,
                "The registry, or a proxy before it, limits how much may be sent at once."};
    case 429: return {ErrorCode::RateLimited, "Wait a while, or sign in: signed-in users may ask more often."};
    case 507: return {ErrorCode::RegistryRejected, "The registry has no space left for this."};
    default: break;
    }
    if (status >= 500 || status == 408 || status == 425)
        return {ErrorCode::RegistryUnavailable, "Try again later; what was sent is kept where the registry allows it."};
    return {ErrorCode::RegistryRejected, {}};
}

bool hasRegistryCode(const std::vector<RegistryErrorEntry> &entries, std::string_view code)
{
    return std::any_of(entries.begin(), entries.end(),
                       [&](const RegistryErrorEntry &entry) { return entry.code == code; });
}

/// "host:port", as it is written in references.
std::string authority(const Origin &origin)
{
    const bool isUsual = origin.port == (origin.scheme == "https" ? 443 : 80);
    return isUsual ? origin.host : cat(origin.host, ':', origin.port);
}

std::string said(const HttpResponse &response, const std::vector<RegistryErrorEntry> &entries)
{
    if (!entries.empty()) {
        const auto &first = entries.front();
        auto text = first.message.empty() ? first.code : cat(first.code, first.code.empty() ? "" : ": ", first.message);
        if (!first.detail.empty() && first.detail != first.message)
            text += cat(" (", first.detail, ')');
        return text;
    }
    const auto type = response.headers.get("Content-Type").value_or("");
    const auto body = trim(response.body);
    // A page of markup helps nobody.
    if (body.empty() || type.find("html") != std::string::npos || body.front() == '<')
        return {};
    return escapeForDisplay(body.substr(0, body.find('\n')), 300);
}

} // namespace

std::vector<RegistryErrorEntry> parseRegistryErrors(std::string_view body)
{
    std::vector<RegistryErrorEntry> entries;
    const auto json = parseJson(body);
    const auto *errors = json ? json->find("errors") : nullptr;
    if (!errors || !errors->asArray())
        return entries;
    for (const auto &item : *errors->asArray()) {
        if (!item.isObject() || entries.size() == maxEntries)
            continue;
        const auto *detail = item.find("detail");
        const auto detailText = !detail || detail->isNull() ? std::string()
            : detail->asString()                            ? *detail->asString()
                                                            : dumpJson(*detail);
        entries.push_back({escapeForDisplay(item.text("code"), 100), escapeForDisplay(item.text("message"), maxText),
                           escapeForDisplay(detailText, maxText)});
    }
    return entries;
}

Error errorFromResponse(const HttpResponse &response, const Message &action)
{
    auto entries = parseRegistryErrors(response.body);
    auto meaning = meaningOf(response.status);
    // A quota is refused with 403 by some: signing in would not help.
    const auto text = said(response, entries);
    if (response.status == 403 && toLowerAscii(text).find("quota") != std::string::npos)
        meaning = {ErrorCode::RegistryRejected,
                   "The quota of this project is used up: remove something, or ask its operator for more."};
    if (hasRegistryCode(entries, "DIGEST_INVALID") && response.status == 400)
        meaning = {ErrorCode::DigestMismatch, "The content changed on its way, or while it was read. Try again."};
    if (hasRegistryCode(entries, "NAME_UNKNOWN"))
        meaning.advice = "Check the name. To push, this registry may want the repository to be made first.";
    if (response.status == 400 && text.find("HTTP request to an HTTPS server") != std::string::npos)
        meaning.advice = "It speaks TLS: leave out --plain-http.";
    const auto host = authority(response.finalUrl.origin());
    Error error(meaning.code,
                text.empty() ? Message::of("%1 answered %2 when %3", host, response.status, action)
                             : Message::of("%1 answered %2 when %3: %4", host, response.status, action, text),
                std::string(meaning.advice));
    error.setHttpStatus(response.status);
    error.setRegistryErrors(std::move(entries));
    return error;
}

} // namespace modelcrate
