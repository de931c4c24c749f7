// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

namespace modelcrate {

/// How often and how long to wait between attempts. Pure: no clock, no randomness of its own.
struct RetryPolicy {
    int maxAttempts = 6; ///< attempts without progress; the caller resets its counter whenever bytes moved
    std::chrono::milliseconds firstDelay{500};
    std::chrono::milliseconds maxDelay{60'000};
    std::chrono::seconds maxRetryAfter{300}; ///< a longer Retry-After is an error at once
};

/// Full jitter: random01 (0 to 1) times min(maxDelay, firstDelay * 2^attempt); attempt counts from 0. A server's
/// Retry-After is a lower bound.
std::chrono::milliseconds retryDelay(const RetryPolicy &policy, int attempt, double random01,
                                     std::optional<std::chrono::seconds> retryAfter = std::nullopt);

/// 408, 425, 429, 499, 500, 502, 503, 504, 522.
bool isRetryableStatus(int httpStatus);

/// Retry-After as whole seconds or an HTTP date (RFC 9110 10.2.3); a date in the past gives 0, garbage nothing.
std::optional<std::chrono::seconds> parseRetryAfter(std::string_view value, std::chrono::system_clock::time_point now);

/// A number from 0 to 1 for retryDelay.
double randomUnit();

} // namespace modelcrate
