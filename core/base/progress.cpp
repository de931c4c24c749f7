// SPDX-License-Identifier: Apache-2.0
#include "base/progress.h"

namespace modelcrate {

ProgressBoard::Item &ProgressBoard::Item::operator=(Item &&other) noexcept
{
    if (this != &other) {
        if (m_entry)
            finish(ItemState::Failed);
        m_entry = std::move(other.m_entry);
    }
    return *this;
}

ProgressBoard::Item::~Item()
{
    if (m_entry)
        finish(ItemState::Failed);
}

void ProgressBoard::Item::advance(ByteCount bytes)
{
    if (!m_entry)
        return;
    m_entry->done += bytes.value();
    m_entry->moved += bytes.value();
}

void ProgressBoard::Item::rewind(ByteCount bytes)
{
    if (m_entry)
        m_entry->done -= std::min(bytes.value(), m_entry->done.load());
}

void ProgressBoard::Item::setDone(ByteCount bytes)
{
    if (m_entry)
        m_entry->done = bytes.value();
}

void ProgressBoard::Item::setTotal(ByteCount bytes)
{
    if (m_entry)
        m_entry->total = bytes.value();
}

void ProgressBoard::Item::setActivity(ItemActivity activity)
{
    if (m_entry)
        m_entry->activity = activity;
}

void ProgressBoard::Item::setWait(std::optional<RetryWait> wait)
{
    if (!m_entry)
        return;
    std::lock_guard lock(m_entry->waitMutex);
    m_entry->wait = std::move(wait);
}

void ProgressBoard::Item::setActive()
{
    if (m_entry)
        m_entry->state = ItemState::Active;
}

void ProgressBoard::Item::finish(ItemState state)
{
    if (!m_entry)
        return;
    if (state != ItemState::Failed)
        m_entry->done = m_entry->total.load();
    m_entry->state = state;
    setActivity(ItemActivity::Moving);
    setWait({});
    m_entry.reset();
}

ByteCount ProgressBoard::Item::done() const { return m_entry ? ByteCount(m_entry->done.load()) : ByteCount(); }

ProgressBoard::Item ProgressBoard::add(std::string name, ByteCount total)
{
    auto entry = std::make_shared<Entry>();
    entry->name = std::move(name);
    entry->total = total.value();
    std::lock_guard lock(m_mutex);
    m_entries.push_back(entry);
    return Item(std::move(entry));
}

std::size_t ProgressBoard::size() const
{
    std::lock_guard lock(m_mutex);
    return m_entries.size();
}

ProgressSnapshot ProgressBoard::snapshot() const
{
    ProgressSnapshot snapshot;
    std::lock_guard lock(m_mutex);
    snapshot.items.reserve(m_entries.size());
    for (const auto &entry : m_entries) {
        ProgressSnapshotItem item;
        item.name = entry->name;
        item.state = entry->state;
        item.activity = entry->activity;
        item.done = ByteCount(entry->done);
        item.total = ByteCount(entry->total);
        {
            std::lock_guard waitLock(entry->waitMutex);
            item.wait = entry->wait;
        }
        snapshot.done += item.done;
        snapshot.total += item.total;
        if (item.state == ItemState::Skipped || item.state == ItemState::Mounted)
            snapshot.skipped += item.total;
        item.moved = ByteCount(entry->moved);
        snapshot.moved += item.moved;
        snapshot.items.push_back(std::move(item));
    }
    return snapshot;
}

namespace {
constexpr std::chrono::seconds rateWindow{4};
}

void RateMeter::sample(ByteCount moved, Clock::time_point now)
{
    if (m_samples.empty() || moved != m_samples.back().moved)
        m_lastMove = now;
    m_samples.push_back({now, moved});
    while (m_samples.size() > 2 && now - m_samples[1].at >= rateWindow)
        m_samples.erase(m_samples.begin());
}

std::optional<double> RateMeter::rate() const
{
    if (m_samples.size() < 2 || stalledFor())
        return std::nullopt;
    const auto &first = m_samples.front();
    const auto &last = m_samples.back();
    const double seconds = std::chrono::duration<double>(last.at - first.at).count();
    if (seconds < 0.3 || last.moved <= first.moved)
        return std::nullopt;
    return static_cast<double>((last.moved - first.moved).value()) / seconds;
}

std::optional<std::chrono::seconds> RateMeter::timeLeft(ByteCount remaining) const
{
    const auto bytesPerSecond = rate();
    if (!bytesPerSecond)
        return std::nullopt;
    return std::chrono::seconds(static_cast<std::int64_t>(static_cast<double>(remaining.value()) / *bytesPerSecond));
}

std::optional<std::chrono::seconds> RateMeter::stalledFor() const
{
    if (m_samples.empty())
        return std::nullopt;
    const auto idle = m_samples.back().at - m_lastMove;
    if (idle < stallAfter)
        return std::nullopt;
    return std::chrono::duration_cast<std::chrono::seconds>(idle);
}

} // namespace modelcrate
