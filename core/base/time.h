// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace modelcrate {

/// What a text claims to be under RFC 3339 section 5.6, seen with the eyes of the field's readers (Go's time package).
enum class DateTimeVerdict {
    Valid,
    Odd, ///< RFC 3339 allows it, Go's JSON time does not: lower-case t or z, second 60
    Invalid, ///< also a blank for T, a comma fraction, an offset over 23:59, a day that does not exist
};

DateTimeVerdict judgeDateTime(std::string_view text);
/// Seconds since 1970 of a text whose verdict is Valid.
std::optional<std::chrono::sys_seconds> parseDateTime(std::string_view text);
/// "2026-01-02T03:04:05Z".
std::string formatDateTime(std::chrono::sys_seconds time);

} // namespace modelcrate
