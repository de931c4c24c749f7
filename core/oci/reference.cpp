// SPDX-License-Identifier: Apache-2.0
#include "oci/reference.h"

#include "base/text.h"

#include <algorithm>
#include <array>

namespace modelcrate {

namespace {

/// Many clients and registries stop here (distribution-spec: host and name at most 255).
constexpr std::size_t maxNameLength = 255;
constexpr std::size_t maxTagLength = 128;

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLowerAlnum(char c) { return isDigit(c) || (c >= 'a' && c <= 'z'); }
bool isAlnum(char c) { return isLowerAlnum(c) || (c >= 'A' && c <= 'Z'); }

std::string shown(std::string_view text) { return escapeForDisplay(text, 300); }

Error noRepositoryName(std::string_view text, const Message &why)
{
    return Error(ErrorCode::InvalidReference, Message::of("\"%1\" is no repository name: %2", shown(text), why));
}

Error noTag(std::string_view text, const Message &why)
{
    return Error(ErrorCode::InvalidReference, Message::of("\"%1\" is no tag: %2", shown(text), why));
}

Error noHost(std::string_view text, const Message &why)
{
    return Error(ErrorCode::InvalidReference, Message::of("\"%1\" is no registry host: %2", shown(text), why));
}

Error noReference(std::string_view text, const Message &why)
{
    return Error(ErrorCode::InvalidReference, Message::of("\"%1\" is no reference: %2", shown(text), why));
}

/// [a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*
bool isNameComponent(std::string_view text)
{
    std::size_t i = 0;
    const auto takeWord = [&] {
        const auto start = i;
        while (i < text.size() && isLowerAlnum(text[i]))
            ++i;
        return i > start;
    };
    if (!takeWord())
        return false;
    while (i < text.size()) {
        if (text[i] == '.') {
            ++i;
        } else if (text[i] == '_') {
            i += text.substr(i, 2) == "__" ? 2U : 1U;
        } else {
            const auto start = i;
            while (i < text.size() && text[i] == '-')
                ++i;
            if (i == start)
                return false;
        }
        if (!takeWord())
            return false;
    }
    return true;
}

bool isDnsName(std::string_view text)
{
    for (const auto label : split(text, '.')) {
        if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-'
            || !std::all_of(label.begin(), label.end(), [](char c) { return isAlnum(c) || c == '-'; }))
            return false;
    }
    return text.size() <= 253;
}

bool isIpv6Literal(std::string_view text)
{
    return text.size() >= 2 && text.size() <= 45 && text.find(':') != std::string_view::npos
        && std::all_of(text.begin(), text.end(), [](char c) {
               return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ':' || c == '.';
           });
}

bool isPort(std::string_view text)
{
    const auto value = parseDecimal(text);
    return value && *value >= 1 && *value <= 65535 && text.size() <= 5;
}

struct HostParts {
    std::string_view host;
    std::optional<std::string_view> port;
};

HostParts splitHost(std::string_view text)
{
    if (!text.empty() && text.front() == '[') {
        const auto close = text.find(']');
        if (close == std::string_view::npos)
            return {text, std::nullopt};
        const auto rest = text.substr(close + 1);
        return {text.substr(1, close - 1),
                rest.empty() ? std::nullopt : std::optional(rest.substr(rest.front() == ':' ? 1 : 0))};
    }
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos)
        return {text, std::nullopt};
    return {text.substr(0, colon), text.substr(colon + 1)};
}

constexpr std::string_view dockerHub = "docker.io";

bool isDockerHub(std::string_view host)
{
    static constexpr std::array<std::string_view, 3> names{"docker.io", "index.docker.io", "registry-1.docker.io"};
    return std::find(names.begin(), names.end(), host) != names.end();
}

} // namespace

Result<RepositoryName> RepositoryName::parse(std::string_view text)
{
    if (text.empty())
        return noRepositoryName(text, Message::of("it is empty"));
    if (text.size() > maxNameLength)
        return noRepositoryName(text, Message::of("it is longer than 255 characters"));
    for (const auto part : split(text, '/')) {
        if (!isNameComponent(part))
            return noRepositoryName(text,
                                    Message::of("each part must be lower-case letters and digits, joined by one '.', "
                                                "one or two '_', or '-'"));
    }
    return RepositoryName(std::string(text));
}

Result<TagName> TagName::parse(std::string_view text)
{
    const auto isTagCharacter = [](char c) { return isAlnum(c) || c == '_' || c == '.' || c == '-'; };
    if (text.empty() || text.size() > maxTagLength)
        return noTag(text, Message::of("it must have 1 to 128 characters"));
    if (text.front() == '.' || text.front() == '-' || !std::all_of(text.begin(), text.end(), isTagCharacter))
        return noTag(text, Message::of("it must be letters, digits, '_', '.' and '-', and not begin with '.' or '-'"));
    return TagName(std::string(text));
}

Result<RegistryHost> RegistryHost::parse(std::string_view text)
{
    const auto [host, port] = splitHost(text);
    const bool bracketed = !text.empty() && text.front() == '[';
    if (bracketed ? !isIpv6Literal(host) : !isDnsName(host))
        return noHost(text, Message::of("expected a name such as registry.example.com, an address or localhost"));
    if (bracketed && text.find(']') == std::string_view::npos)
        return noHost(text, Message::of("the bracket is not closed"));
    if (port && !isPort(*port))
        return noHost(text, Message::of("the port must be a number from 1 to 65535"));
    return RegistryHost(toLowerAscii(text));
}

std::string RegistryHost::host() const { return std::string(splitHost(m_text).host); }

std::optional<int> RegistryHost::port() const
{
    const auto port = splitHost(m_text).port;
    return port ? std::optional(static_cast<int>(parseDecimal(*port).value_or(0))) : std::nullopt;
}

bool RegistryHost::isLoopback() const
{
    const auto name = host();
    if (name == "localhost" || name == "::1")
        return true;
    const auto parts = split(name, '.');
    return parts.size() == 4 && parts[0] == "127" && std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
               const auto value = parseDecimal(part);
               return value && *value <= 255;
           });
}

Result<Reference> Reference::parse(std::string_view text)
{
    if (text.find("://") != std::string_view::npos)
        return noReference(text, Message::of("it is a URL; write host/repository:tag without the scheme"));
    std::optional<Digest> digest;
    auto rest = text;
    if (const auto at = rest.find('@'); at != std::string_view::npos) {
        auto parsed = Digest::parse(rest.substr(at + 1));
        if (!parsed)
            return noReference(text, Message::of("after '@' must come sha256: and 64 lower-case hex digits"));
        digest = std::move(*parsed);
        rest = rest.substr(0, at);
    }
    const auto slash = rest.find('/');
    const auto hostText = rest.substr(0, slash);
    const bool looksLikeHost =
        hostText.find_first_of(".:[") != std::string_view::npos || toLowerAscii(hostText) == "localhost";
    constexpr auto form = "Write host[:port]/repository[:tag], for example ghcr.io/you/model:v1, or store:model:v1 for "
                          "this computer.";
    if (slash == std::string_view::npos && looksLikeHost && RegistryHost::parse(hostText))
        return Error(
            ErrorCode::InvalidReference,
            Message::of("\"%1\" names a registry but no repository in it, and is no folder that exists", shown(text)),
            form);
    if (slash == std::string_view::npos || !looksLikeHost)
        return Error(ErrorCode::InvalidReference,
                     Message::of("\"%1\" names no registry and is no folder that exists", shown(text)), form);
    ASSIGN_OR_RETURN(auto registry, RegistryHost::parse(hostText));
    rest = rest.substr(slash + 1);

    std::optional<TagName> tag;
    if (const auto colon = rest.find(':'); colon != std::string_view::npos) {
        ASSIGN_OR_RETURN(tag, TagName::parse(rest.substr(colon + 1)));
        rest = rest.substr(0, colon);
    }
    std::string repositoryText(rest);
    if (isDockerHub(registry.toString())) {
        ASSIGN_OR_RETURN(registry, RegistryHost::parse(dockerHub));
        if (repositoryText.find('/') == std::string::npos && !repositoryText.empty())
            repositoryText = "library/" + repositoryText;
    }
    ASSIGN_OR_RETURN(auto repository, RepositoryName::parse(repositoryText));
    if (registry.toString().size() + 1 + repository.toString().size() > maxNameLength)
        return noReference(text, Message::of("host and repository together are longer than 255 characters"));
    return Reference{std::move(registry), std::move(repository), std::move(tag), std::move(digest)};
}

std::string Reference::repositoryPath() const { return registry.toString() + '/' + repository.toString(); }

std::string Reference::toString() const
{
    auto text = repositoryPath();
    if (tag)
        text += ':' + tag->toString();
    if (digest)
        text += '@' + digest->toString();
    return text;
}

} // namespace modelcrate
