// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytecount.h"
#include "base/progress.h"
#include "base/result.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <stop_token>

namespace modelcrate {

/// Asks running transfers to stop at a clean boundary, so that they can go on later. Thread-safe.
class PauseGate {
public:
    void requestPause() { m_source.request_stop(); }
    bool pauseRequested() const { return m_source.stop_requested(); }
    /// To be woken when a pause is asked for.
    std::stop_token token() const { return m_source.get_token(); }

private:
    std::stop_source m_source;
};

/// Shares a number of bytes per second among all transfers of a task. 0 means no limit. Thread-safe.
class RateLimiter {
public:
    explicit RateLimiter(ByteCount bytesPerSecond = {}) : m_bytesPerSecond(bytesPerSecond.value()) { }
    void setLimit(ByteCount bytesPerSecond) { m_bytesPerSecond = bytesPerSecond.value(); }
    bool limited() const { return m_bytesPerSecond > 0; }
    /// Books `bytes` and returns how long the caller has to wait before moving them.
    std::chrono::nanoseconds book(ByteCount bytes);

private:
    std::atomic<std::int64_t> m_bytesPerSecond;
    std::mutex m_mutex;
    std::chrono::steady_clock::time_point m_nextFree{};
};

/// Ends pauses between attempts before their time. Thread-safe.
class RetryBell {
public:
    /// Everybody who waits goes on at once.
    void ring();
    /// To be read before others can learn of the pause: what is rung after that ends it.
    std::uint64_t rings() const;
    /// Until `duration` has passed, it was rung more than `rings` times, or one of the tokens is stopped.
    void wait(std::chrono::nanoseconds duration, std::uint64_t rings, std::stop_token stop, std::stop_token pause);

private:
    mutable std::mutex m_mutex;
    std::condition_variable_any m_rung;
    std::uint64_t m_rings = 0;
};

/// What every long call gets: how to stop, how to pause, how fast to go, where to report. Core calls block; whoever
/// calls picks the thread. Copies share the same board, gate, limiter and bell. Thread-safe.
class TaskContext {
public:
    TaskContext() = default;
    explicit TaskContext(std::stop_token stopToken) : m_stopToken(std::move(stopToken)) { }

    std::stop_token stopToken() const { return m_stopToken; }
    bool stopRequested() const { return m_stopToken.stop_requested(); }
    PauseGate &pause() const { return *m_pause; }
    RateLimiter &rateLimiter() const { return m_shared->limiter; }
    ProgressBoard &progress() const { return m_shared->board; }
    /// All that waits before another attempt tries it now, but for what a registry asked to wait for.
    void retryNow() const { m_shared->bell.ring(); }
    std::uint64_t retriesAsked() const { return m_shared->bell.rings(); }

    /// Canceled when a stop was requested, Paused when a pause was; else ok. Call it once per buffer.
    Result<void> check() const;
    /// Same board, gate and limiter, but stops with another token.
    TaskContext withStopToken(std::stop_token stopToken) const;
    /// Same board and limiter, but stops and pauses by others.
    TaskContext withStops(std::stop_token stopToken, std::shared_ptr<PauseGate> pause) const;
    /// Waits, or returns early with Canceled (stop) or Paused (pause).
    Result<void> sleepFor(std::chrono::nanoseconds duration) const;
    /// The same before another attempt: it also ends, well, by a retryNow() since retriesAsked() said `asked`.
    Result<void> sleepBeforeRetry(std::chrono::nanoseconds duration, std::uint64_t asked) const;

private:
    struct Shared {
        RateLimiter limiter;
        ProgressBoard board;
        RetryBell bell;
    };
    std::stop_token m_stopToken;
    std::shared_ptr<PauseGate> m_pause = std::make_shared<PauseGate>();
    std::shared_ptr<Shared> m_shared = std::make_shared<Shared>();
};

} // namespace modelcrate
