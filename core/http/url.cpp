// SPDX-License-Identifier: Apache-2.0
#include "http/url.h"

#include "base/text.h"

#include <algorithm>
#include <array>

#include <arpa/inet.h>
#include <netinet/in.h>

namespace modelcrate {

namespace {

constexpr std::size_t maxUrlBytes = 16 << 10;

Error invalid(std::string_view text, const Message &why)
{
    return Error(ErrorCode::InvalidInput, Message::of("not a usable URL: %1: %2", redactUrl(text.substr(0, 300)), why));
}

bool hasBadCharacter(std::string_view text)
{
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == 0x7f || c == '\\'; });
}

bool isHostCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
}

Result<Origin> parseAuthority(std::string_view scheme, std::string_view authority, std::string_view whole)
{
    Origin origin{std::string(scheme), {}, scheme == "https" ? 443 : 80};
    if (authority.find('@') != std::string_view::npos)
        return invalid(whole, Message::of("it holds user information"));
    std::string_view port;
    if (!authority.empty() && authority.front() == '[') {
        const auto close = authority.find(']');
        if (close == std::string_view::npos)
            return invalid(whole, Message::of("the bracket is not closed"));
        origin.host = toLowerAscii(authority.substr(1, close - 1));
        in6_addr address{};
        if (::inet_pton(AF_INET6, origin.host.c_str(), &address) != 1)
            return invalid(whole, Message::of("it has no valid IPv6 address in its brackets"));
        port = authority.substr(close + 1);
        if (!port.empty() && port.front() != ':')
            return invalid(whole, Message::of("something follows the bracket"));
    } else {
        const auto colon = authority.find(':');
        origin.host = toLowerAscii(authority.substr(0, colon));
        port = colon == std::string_view::npos ? std::string_view() : authority.substr(colon);
        if (origin.host.empty() || !std::all_of(origin.host.begin(), origin.host.end(), isHostCharacter))
            return invalid(whole, Message::of("it has no valid host"));
    }
    if (port.size() > 1) {
        const auto number = parseDecimal(port.substr(1));
        if (!number || *number < 1 || *number > 65535)
            return invalid(whole, Message::of("its port is no number from 1 to 65535"));
        origin.port = static_cast<int>(*number);
    }
    return origin;
}

} // namespace

std::string Origin::toString() const
{
    const bool isIpv6 = host.find(':') != std::string::npos;
    return cat(scheme, "://", isIpv6 ? "[" : "", host, isIpv6 ? "]" : "", ':', port);
}

Result<Url> Url::parse(std::string_view text)
{
    if (text.size() > maxUrlBytes)
        return invalid(text, Message::of("it is longer than 16 KiB"));
    if (hasBadCharacter(text))
        return invalid(text, Message::of("it holds blanks or control characters"));
    const auto colon = text.find("://");
    const auto scheme = toLowerAscii(text.substr(0, colon == std::string_view::npos ? 0 : colon));
    if (scheme != "https" && scheme != "http")
        return invalid(text, Message::of("only http and https are spoken"));
    auto rest = text.substr(colon + 3);
    rest = rest.substr(0, rest.find('#'));
    const auto authorityEnd = std::min(rest.find_first_of("/?"), rest.size());
    Url url;
    ASSIGN_OR_RETURN(url.m_origin, parseAuthority(scheme, rest.substr(0, authorityEnd), text));
    rest = rest.substr(authorityEnd);
    const auto question = rest.find('?');
    const auto path = rest.substr(0, question);
    url.m_path = path.empty() ? "/" : std::string(path);
    if (question != std::string_view::npos)
        url.m_query = std::string(rest.substr(question + 1));
    return url;
}

Result<Url> Url::resolve(std::string_view reference) const
{
    if (reference.empty())
        return invalid(reference, Message::of("it is empty"));
    const auto colon = reference.find(':');
    const auto special = reference.find_first_of("/?#");
    if (colon != std::string_view::npos && colon < special)
        return parse(reference);
    if (reference.substr(0, 2) == "//")
        return parse(cat(m_origin.scheme, ":", reference));
    const auto base = m_origin.toString();
    if (reference.front() == '/')
        return parse(base + std::string(reference));
    if (reference.front() == '?')
        return parse(base + m_path + std::string(reference));
    return parse(base + m_path.substr(0, m_path.rfind('/') + 1) + std::string(reference));
}

std::string Url::toString() const
{
    const bool isDefault = m_origin.port == (isHttps() ? 443 : 80);
    auto text = m_origin.toString();
    if (isDefault)
        text.erase(text.rfind(':'));
    text += m_path;
    if (!m_query.empty())
        text += '?' + m_query;
    return text;
}

Url Url::withQueryParameter(std::string_view name, std::string_view value) const
{
    Url url = *this;
    std::vector<std::string> parts;
    if (!m_query.empty()) {
        for (const auto part : split(m_query, '&')) {
            if (part.substr(0, part.find('=')) != name)
                parts.emplace_back(part);
        }
    }
    parts.push_back(cat(name, '=', percentEncode(value)));
    url.m_query = join(parts, "&");
    return url;
}

std::string Url::redacted() const { return redactUrl(toString()); }

namespace {

bool isPrivateIpv4(std::uint32_t address)
{
    struct Range {
        std::uint32_t network;
        int bits;
    };
    static constexpr std::array<Range, 9> ranges{{{0x00000000, 8},
                                                  {0x0a000000, 8},
                                                  {0x64400000, 10},
                                                  {0x7f000000, 8},
                                                  {0xa9fe0000, 16},
                                                  {0xac100000, 12},
                                                  {0xc0a80000, 16},
                                                  {0xc0000000, 24},
                                                  {0xe0000000, 3}}};
    return std::any_of(ranges.begin(), ranges.end(),
                       [&](const Range &range) { return (address ^ range.network) >> (32 - range.bits) == 0; });
}

bool isPrivateIpv6(const in6_addr &address)
{
    const auto *bytes = address.s6_addr;
    const bool mapped = std::all_of(bytes, bytes + 10, [](std::uint8_t byte) { return byte == 0; })
        && ((bytes[10] == 0xff && bytes[11] == 0xff) || (bytes[10] == 0 && bytes[11] == 0));
    if (mapped)
        return IN6_IS_ADDR_LOOPBACK(&address) || IN6_IS_ADDR_UNSPECIFIED(&address)
            || isPrivateIpv4(static_cast<std::uint32_t>(bytes[12]) << 24 | static_cast<std::uint32_t>(bytes[13]) << 16
                             | static_cast<std::uint32_t>(bytes[14]) << 8 | bytes[15]);
    return (bytes[0] & 0xfe) == 0xfc || (bytes[0] == 0xfe && (bytes[1] & 0xc0) == 0x80) || bytes[0] == 0xff;
}

} // namespace

bool isPrivateAddress(std::string_view ipLiteral)
{
    const std::string text(ipLiteral);
    in_addr v4{};
    // inet_aton takes the odd forms that resolvers take too: 0x7f.1, 2130706433.
    if (::inet_aton(text.c_str(), &v4) != 0)
        return isPrivateIpv4(ntohl(v4.s_addr));
    in6_addr v6{};
    return ::inet_pton(AF_INET6, text.c_str(), &v6) == 1 && isPrivateIpv6(v6);
}

bool isLoopbackHost(std::string_view host)
{
    const std::string text(host);
    in_addr v4{};
    if (::inet_aton(text.c_str(), &v4) != 0)
        return ntohl(v4.s_addr) >> 24 == 127;
    in6_addr v6{};
    if (::inet_pton(AF_INET6, text.c_str(), &v6) == 1)
        return IN6_IS_ADDR_LOOPBACK(&v6);
    return text == "localhost";
}

} // namespace modelcrate
