// SPDX-License-Identifier: Apache-2.0
#include "ui/publish/transferlog.h"

#include "ui/text/convert.h"

#include <utility>

#include <QCoreApplication>
#include <QLocale>

namespace modelcrate {

namespace {

using Kind = TransferEvent::Kind;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(modelcrate::TransferLog)
};

QString reasonText(const TransferEvent &event)
{
    if (event.code == ErrorCode::RateLimited)
        return Words::tr("Asked to wait: %1");
    if (event.httpStatus != 0)
        return Words::tr("Answered %1: %2").arg(QString::number(event.httpStatus), QStringLiteral("%1"));
    if (event.code == ErrorCode::TimedOut)
        return Words::tr("No answer: %1");
    return Words::tr("Connection lost: %1");
}

/// With a place for the item's name.
QString patternOf(const TransferEvent &event)
{
    switch (event.kind) {
    case Kind::Started: return Words::tr("Started");
    case Kind::Paused: return Words::tr("Paused");
    case Kind::Canceled: return Words::tr("Cancelled");
    case Kind::Failed: return Words::tr("Failed");
    case Kind::Published: return Words::tr("Published");
    case Kind::Exists: return Words::tr("Exists: %1");
    case Kind::Mounted: return Words::tr("Mounted: %1");
    case Kind::Uploaded: return Words::tr("Uploaded: %1");
    case Kind::NoData: return Words::tr("No data: %1");
    case Kind::MovesAgain: return Words::tr("Moves again: %1");
    case Kind::Waits: return reasonText(event);
    case Kind::Retried: return Words::tr("Retried: %1");
    case Kind::Stopped: return Words::tr("Stopped: %1");
    }
    return {};
}

std::optional<Kind> endOf(ItemState state)
{
    switch (state) {
    case ItemState::Skipped: return Kind::Exists;
    case ItemState::Mounted: return Kind::Mounted;
    case ItemState::Done: return Kind::Uploaded;
    case ItemState::Failed: return Kind::Stopped;
    case ItemState::Waiting:
    case ItemState::Active: break;
    }
    return std::nullopt;
}

std::optional<Kind> kindOf(TransferState state)
{
    switch (state) {
    case TransferState::Running: return Kind::Started;
    case TransferState::Paused: return Kind::Paused;
    case TransferState::Canceled: return Kind::Canceled;
    case TransferState::Failed: return Kind::Failed;
    case TransferState::Done: return Kind::Published;
    case TransferState::Waiting:
    case TransferState::Pausing:
    case TransferState::Canceling: break;
    }
    return std::nullopt;
}

} // namespace

QString eventText(const TransferEvent &event)
{
    const auto time = QLocale().toString(event.at.time(), QStringLiteral("HH:mm:ss"));
    const auto pattern = patternOf(event);
    return QStringLiteral("%1 %2").arg(time, event.item.empty() ? pattern : pattern.arg(displayText(event.item)));
}

void TransferLog::observe(const Transfer &transfer, const QDateTime &now)
{
    if (transfer.id != m_transfer) {
        *this = {};
        m_transfer = transfer.id;
    }
    // A run begins before its items, and ends after them.
    const bool begins = transfer.state == TransferState::Running;
    if (begins)
        observeState(transfer, now);
    observeItems(transfer, now);
    if (!begins)
        observeState(transfer, now);
}

void TransferLog::observeState(const Transfer &transfer, const QDateTime &now)
{
    if (std::exchange(m_state, transfer.state) == transfer.state)
        return;
    if (transfer.state == TransferState::Running)
        m_items.clear();
    if (const auto kind = kindOf(transfer.state))
        add({now, *kind});
}

void TransferLog::observeItems(const Transfer &transfer, const QDateTime &now)
{
    const auto &items = transfer.progress.items;
    if (items.size() < m_items.size()) // of another run
        m_items.clear();
    m_items.resize(items.size());
    std::vector<std::pair<std::size_t, Kind>> found;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto &item = items[i];
        auto &seen = m_items[i];
        const auto pace = transfer.paces.find(i);
        const bool isActive = item.state == ItemState::Active;
        const Seen is{item.state, isActive && item.wait ? item.wait->attempt : -1,
                      isActive && pace != transfer.paces.end() && pace->second.stalledFor.has_value()};
        const auto was = std::exchange(seen, is);
        if (is.attempt >= 0 && is.attempt != was.attempt)
            found.emplace_back(i, Kind::Waits);
        else if (is.attempt < 0 && was.attempt >= 0 && isActive)
            found.emplace_back(i, Kind::Retried);
        if (is.stalls && !was.stalls)
            found.emplace_back(i, Kind::NoData);
        else if (!is.stalls && was.stalls && isActive && is.attempt < 0)
            found.emplace_back(i, Kind::MovesAgain);
        if (is.state != was.state) {
            // What had not begun is not worth a line when all of it stops.
            const auto end = endOf(is.state);
            if (end && (*end != Kind::Stopped || was.state == ItemState::Active))
                found.emplace_back(i, *end);
        }
    }
    // A target may have a hundred thousand layers already: names are copied of those that are kept only.
    const auto skipped = found.size() > mostEvents ? found.size() - mostEvents : 0;
    m_count += skipped;
    for (auto i = skipped; i < found.size(); ++i) {
        const auto &[index, kind] = found[i];
        const auto &item = items[index];
        TransferEvent event{now, kind, item.name};
        if (kind == Kind::Waits) {
            event.code = item.wait->code;
            event.httpStatus = item.wait->httpStatus;
        }
        add(std::move(event));
    }
}

void TransferLog::add(TransferEvent event)
{
    m_events.push_back(std::move(event));
    if (m_events.size() > mostEvents)
        m_events.pop_front();
    ++m_count;
}

} // namespace modelcrate
