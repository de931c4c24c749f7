// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/jobs/transferqueue.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include <QDateTime>
#include <QString>

namespace modelcrate {

/// Something that happened in a transfer.
struct TransferEvent {
    enum class Kind {
        // of the transfer
        Started,
        Paused,
        Canceled,
        Failed,
        Published,
        // of one of its items
        Exists,
        Mounted,
        Uploaded,
        NoData, ///< it stalls
        MovesAgain, ///< after that
        Waits, ///< for another attempt, or because the registry asked to
        Retried,
        Stopped, ///< before its end: by a pause, a cancel or a failure
    };
    QDateTime at;
    Kind kind = Kind::Started;
    std::string item = {}; ///< its name, as the progress has it
    ErrorCode code = ErrorCode::NetworkFailed; ///< Waits: why
    int httpStatus = 0; ///< Waits: of the answer that it is because of, or 0
};

/// A line: "14:07:12 Connection lost: model-00004.safetensors". In the present language.
QString eventText(const TransferEvent &event);

/// What happened in one transfer (another one begins anew), as its samples tell it: what comes and goes between two
/// samples is not seen. The newest mostEvents are kept. A value, so that another page can go on with it; costs a glance
/// at each item a sample. One thread at a time.
class TransferLog {
public:
    static constexpr std::size_t mostEvents = 200;

    /// To be called for each change and each sample, in their order.
    void observe(const Transfer &transfer, const QDateTime &now = QDateTime::currentDateTime());
    const std::deque<TransferEvent> &events() const { return m_events; } ///< newest last
    std::uint64_t count() const { return m_count; } ///< of all of them, also of those that are not kept
    qint64 transfer() const { return m_transfer; } ///< 0 before the first

private:
    struct Seen {
        ItemState state = ItemState::Waiting;
        int attempt = -1; ///< that it waits for; -1: it does not wait
        bool stalls = false;
    };
    void observeState(const Transfer &transfer, const QDateTime &now);
    void observeItems(const Transfer &transfer, const QDateTime &now);
    void add(TransferEvent event);

    qint64 m_transfer = 0;
    std::deque<TransferEvent> m_events;
    std::uint64_t m_count = 0;
    std::optional<TransferState> m_state;
    std::vector<Seen> m_items; ///< of the present run
};

} // namespace modelcrate
