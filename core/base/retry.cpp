// SPDX-License-Identifier: Apache-2.0
#include "base/retry.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <ctime>
#include <random>
#include <string>

namespace modelcrate {

std::chrono::milliseconds retryDelay(const RetryPolicy &policy, int attempt, double random01,
                                     std::optional<std::chrono::seconds> retryAfter)
{
    const auto cap = static_cast<double>(policy.maxDelay.count());
    const auto span =
        std::min(cap, static_cast<double>(policy.firstDelay.count()) * std::pow(2.0, std::min(attempt, 30)));
    auto delay = std::chrono::milliseconds(static_cast<std::int64_t>(span * std::clamp(random01, 0.0, 1.0)));
    if (retryAfter)
        delay = std::max(delay, std::chrono::duration_cast<std::chrono::milliseconds>(*retryAfter));
    return delay;
}

bool isRetryableStatus(int httpStatus)
{
    static constexpr std::array statuses{408, 425, 429, 499, 500, 502, 503, 504, 522};
    return std::find(statuses.begin(), statuses.end(), httpStatus) != statuses.end();
}

std::optional<std::chrono::seconds> parseRetryAfter(std::string_view value, std::chrono::system_clock::time_point now)
{
    value = trim(value);
    if (value.empty())
        return std::nullopt;
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
    if (error == std::errc() && end == value.data() + value.size())
        return seconds < 0 ? std::nullopt : std::optional(std::chrono::seconds(seconds));

    std::tm when{};
    const std::string text(value);
    const char *rest = strptime(text.c_str(), "%a, %d %b %Y %H:%M:%S GMT", &when);
    if (!rest || *rest != '\0')
        return std::nullopt;
    // In seconds: the clock's nanoseconds reach from 1677 to 2262 only, and a server may name any year.
    const std::chrono::seconds at(timegm(&when));
    return std::max(std::chrono::seconds(0), at - std::chrono::floor<std::chrono::seconds>(now.time_since_epoch()));
}

double randomUnit()
{
    thread_local std::mt19937_64 generator{std::random_device{}()};
    return std::uniform_real_distribution<double>(0.0, 1.0)(generator);
}

} // namespace modelcrate
