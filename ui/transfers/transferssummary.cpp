// SPDX-License-Identifier: Apache-2.0
#include "ui/transfers/transferssummary.h"

#include "ui/text/numbers.h"

#include <QCoreApplication>
#include <QStringList>

namespace modelcrate {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(modelcrate::TransfersSummary)
};

} // namespace

TransfersSummary summarize(const TransferQueue &queue)
{
    TransfersSummary summary;
    double rate = 0;
    for (const auto &transfer : queue.transfers()) {
        summary.interrupted += transfer.interrupted ? 1 : 0;
        summary.failed += transfer.state == TransferState::Failed ? 1 : 0;
        summary.waiting += transfer.state == TransferState::Waiting && !transfer.interrupted ? 1 : 0;
        if (!transfer.isRunning())
            continue;
        ++summary.running;
        summary.done += transfer.progress.sent();
        summary.total += transfer.progress.toSend();
        summary.stalled = summary.stalled || transfer.stalledFor.has_value();
        rate += transfer.rate.value_or(0);
    }
    if (rate > 0) {
        summary.rate = rate;
        const auto left = static_cast<double>((summary.total - summary.done).value());
        summary.timeLeft = std::chrono::seconds(static_cast<std::int64_t>(left / rate));
    }
    return summary;
}

QString TransfersSummary::percentText() const { return total > ByteCount() ? formatPercent(done, total) : QString(); }

QString TransfersSummary::text() const
{
    QStringList parts;
    if (running > 0)
        parts << Words::tr("%n running", nullptr, running);
    if (waiting > 0)
        parts << Words::tr("%n waiting", nullptr, waiting);
    return parts.join(Words::tr(", "));
}

QString TransfersSummary::progressText() const
{
    const auto percent = percentText();
    if (percent.isEmpty() || running == 0)
        return {};
    if (stalled && !rate)
        return Words::tr("%1, stalled").arg(percent);
    return timeLeft ? Words::tr("%1, about %2 left").arg(percent, formatDuration(*timeLeft)) : percent;
}

} // namespace modelcrate
