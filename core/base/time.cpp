// SPDX-License-Identifier: Apache-2.0
#include "base/time.h"

#include "base/text.h"

#include <fmt/format.h>

namespace modelcrate {

namespace {

struct Fields {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
    int offsetMinutes = 0;
    bool lowerCase = false;
};

/// Takes exactly `digits` decimal digits.
std::optional<int> takeNumber(std::string_view &text, std::size_t digits)
{
    const auto value = parseDecimal(text.substr(0, digits));
    if (text.size() < digits || !value)
        return std::nullopt;
    text.remove_prefix(digits);
    return static_cast<int>(*value);
}

bool take(std::string_view &text, char expected)
{
    if (text.empty() || text.front() != expected)
        return false;
    text.remove_prefix(1);
    return true;
}

bool takeNumberAfter(std::string_view &text, char separator, std::size_t digits, int &target)
{
    if (!take(text, separator))
        return false;
    const auto value = takeNumber(text, digits);
    if (!value)
        return false;
    target = *value;
    return true;
}

bool takeFraction(std::string_view &text)
{
    if (!take(text, '.'))
        return true;
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9')
        ++digits;
    text.remove_prefix(digits);
    return digits > 0;
}

bool takeOffset(std::string_view &text, Fields &fields)
{
    if (take(text, 'Z'))
        return true;
    if (take(text, 'z')) {
        fields.lowerCase = true;
        return true;
    }
    if (text.empty() || (text.front() != '+' && text.front() != '-'))
        return false;
    const int sign = text.front() == '-' ? -1 : 1;
    text.remove_prefix(1);
    const auto hours = takeNumber(text, 2);
    int minutes = 0;
    if (!hours || !takeNumberAfter(text, ':', 2, minutes) || *hours > 23 || minutes > 59)
        return false;
    fields.offsetMinutes = sign * (*hours * 60 + minutes);
    return true;
}

std::optional<Fields> parseFields(std::string_view text)
{
    Fields fields;
    const auto year = takeNumber(text, 4);
    if (!year || !takeNumberAfter(text, '-', 2, fields.month) || !takeNumberAfter(text, '-', 2, fields.day))
        return std::nullopt;
    fields.year = *year;
    if (!text.empty() && text.front() == 't')
        fields.lowerCase = true;
    const char separator = fields.lowerCase ? 't' : 'T';
    if (!takeNumberAfter(text, separator, 2, fields.hour) || !takeNumberAfter(text, ':', 2, fields.minute)
        || !takeNumberAfter(text, ':', 2, fields.second) || !takeFraction(text) || !takeOffset(text, fields)
        || !text.empty())
        return std::nullopt;

    using namespace std::chrono;
    const year_month_day date{std::chrono::year(fields.year), month(static_cast<unsigned>(fields.month)),
                              day(static_cast<unsigned>(fields.day))};
    if (!date.ok() || fields.hour > 23 || fields.minute > 59 || fields.second > 60)
        return std::nullopt;
    return fields;
}

} // namespace

DateTimeVerdict judgeDateTime(std::string_view text)
{
    const auto fields = parseFields(text);
    if (!fields)
        return DateTimeVerdict::Invalid;
    return fields->lowerCase || fields->second == 60 ? DateTimeVerdict::Odd : DateTimeVerdict::Valid;
}

std::optional<std::chrono::sys_seconds> parseDateTime(std::string_view text)
{
    const auto fields = parseFields(text);
    if (!fields || fields->lowerCase || fields->second == 60)
        return std::nullopt;
    using namespace std::chrono;
    const sys_days days = year_month_day{std::chrono::year(fields->year), month(static_cast<unsigned>(fields->month)),
                                         day(static_cast<unsigned>(fields->day))};
    return days + hours(fields->hour) + minutes(fields->minute) + seconds(fields->second)
        - minutes(fields->offsetMinutes);
}

std::string formatDateTime(std::chrono::sys_seconds time)
{
    using namespace std::chrono;
    const auto days = floor<std::chrono::days>(time);
    const year_month_day date{days};
    const hh_mm_ss clock{time - days};
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), clock.hours().count(),
                       clock.minutes().count(), clock.seconds().count());
}

} // namespace modelcrate
