// SPDX-License-Identifier: Apache-2.0
#include "base/taskcontext.h"

namespace modelcrate {

std::chrono::nanoseconds RateLimiter::book(ByteCount bytes)
{
    const auto limit = m_bytesPerSecond.load();
    if (limit <= 0)
        return std::chrono::nanoseconds(0);
    const auto now = std::chrono::steady_clock::now();
    const auto cost = std::chrono::nanoseconds(
        static_cast<std::int64_t>(static_cast<double>(bytes.value()) * 1e9 / static_cast<double>(limit)));
    std::lock_guard lock(m_mutex);
    const auto start = std::max(now, m_nextFree);
    m_nextFree = start + cost;
    return start - now;
}

void RetryBell::ring()
{
    std::lock_guard lock(m_mutex);
    ++m_rings;
    m_rung.notify_all();
}

std::uint64_t RetryBell::rings() const
{
    std::lock_guard lock(m_mutex);
    return m_rings;
}

void RetryBell::wait(std::chrono::nanoseconds duration, std::uint64_t rings, std::stop_token stop,
                     std::stop_token pause)
{
    // Made before the lock is taken and gone after it: it takes the lock itself.
    const std::stop_callback onPause(pause, [this] {
        std::lock_guard lock(m_mutex);
        m_rung.notify_all();
    });
    std::unique_lock lock(m_mutex);
    m_rung.wait_for(lock, std::move(stop), duration, [&] { return m_rings > rings || pause.stop_requested(); });
}

Result<void> TaskContext::check() const
{
    if (stopRequested())
        return Error(ErrorCode::Canceled, "canceled");
    if (pause().pauseRequested())
        return Error(ErrorCode::Paused, "paused");
    return {};
}

TaskContext TaskContext::withStopToken(std::stop_token stopToken) const
{
    TaskContext copy = *this;
    copy.m_stopToken = std::move(stopToken);
    return copy;
}

TaskContext TaskContext::withStops(std::stop_token stopToken, std::shared_ptr<PauseGate> pause) const
{
    auto copy = withStopToken(std::move(stopToken));
    copy.m_pause = std::move(pause);
    return copy;
}

Result<void> TaskContext::sleepFor(std::chrono::nanoseconds duration) const
{
    std::mutex mutex;
    std::condition_variable_any condition;
    std::stop_callback onPause(pause().token(), [&] {
        std::lock_guard lock(mutex);
        condition.notify_all();
    });
    std::unique_lock lock(mutex);
    condition.wait_for(lock, m_stopToken, duration, [&] { return pause().pauseRequested(); });
    lock.unlock();
    return check();
}

Result<void> TaskContext::sleepBeforeRetry(std::chrono::nanoseconds duration, std::uint64_t asked) const
{
    m_shared->bell.wait(duration, asked, m_stopToken, pause().token());
    return check();
}

} // namespace modelcrate
