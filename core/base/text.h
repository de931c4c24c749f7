// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <charconv>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace modelcrate {

// Small text functions on bytes. None of them looks at the locale.

namespace detail {
inline void append(std::string &out, std::string_view part) { out += part; } // and a Message, which reads as one
inline void append(std::string &out, char part) { out += part; }
template<std::integral T>
requires(!std::same_as<T, char> && !std::same_as<T, bool>) void append(std::string &out, T part)
{
    out += std::to_string(part);
}
} // namespace detail

/// cat("offset ", 12, ": not a tar header"): strings, characters and integers joined.
template<typename... Parts>
std::string cat(const Parts &...parts)
{
    std::string out;
    (detail::append(out, parts), ...);
    return out;
}

/// Without ASCII white space at both ends.
std::string_view trim(std::string_view text);
/// ASCII letters only.
std::string toLowerAscii(std::string_view text);
bool equalsIgnoringAsciiCase(std::string_view a, std::string_view b);
/// "a,,b" at ',' gives "a", "", "b"; an empty text gives one empty part.
std::vector<std::string_view> split(std::string_view text, char separator);
std::string join(const std::vector<std::string> &parts, std::string_view separator);
/// Decimal digits only, no sign, no blanks, no overflow.
std::optional<std::uint64_t> parseDecimal(std::string_view text);
std::string percentEncode(std::string_view text);
std::string toHex(std::string_view bytes);
std::string base64Encode(std::string_view bytes);
/// Standard alphabet (RFC 4648 section 4) with padding; anything else gives nothing.
std::optional<std::string> base64Decode(std::string_view text);

/// Text from outside for a terminal or a log: control characters, bidi overrides and broken UTF-8 become \xNN or
/// \u{NNNN}, and what is longer than `maxBytes` is cut with "…".
std::string escapeForDisplay(std::string_view text, std::size_t maxBytes = 4096);

/// A URL fit for messages and logs: without user info, and with every query value replaced by "…".
std::string redactUrl(std::string_view url);

} // namespace modelcrate
