// SPDX-License-Identifier: Apache-2.0
#include "ui/text/progresstext.h"

#include "ui/text/numbers.h"

#include <algorithm>

#include <QCoreApplication>

namespace modelcrate {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(modelcrate::ProgressText)
};

QString reasonText(const RetryWait &wait)
{
    if (wait.code == ErrorCode::RateLimited)
        return Words::tr("The registry asked to wait.");
    if (wait.httpStatus != 0)
        return Words::tr("The registry answered %1.").arg(QString::number(wait.httpStatus));
    if (wait.code == ErrorCode::TimedOut)
        return Words::tr("Nothing was answered in time.");
    return Words::tr("The connection was lost.");
}

} // namespace

QString activityText(ItemActivity activity)
{
    switch (activity) {
    case ItemActivity::Moving: return Words::tr("Uploading");
    case ItemActivity::Hashing: return Words::tr("Hashing");
    case ItemActivity::RereadingSent: return Words::tr("Reading again what was sent before");
    }
    return {};
}

QString waitText(const RetryWait &wait, std::chrono::steady_clock::time_point now)
{
    const auto left = std::max(std::chrono::ceil<std::chrono::seconds>(wait.until - now), std::chrono::seconds(0));
    if (wait.attempt == 0)
        return Words::tr("Goes on in %1. %2").arg(formatDuration(left), reasonText(wait));
    return Words::tr("Retries in %1 (attempt %2 of %3). %4")
        .arg(formatDuration(left), QString::number(wait.attempt), QString::number(wait.attempts), reasonText(wait));
}

QString stallText(std::chrono::seconds stalledFor)
{
    return Words::tr("Stalled. No data for %1.").arg(formatDuration(stalledFor));
}

} // namespace modelcrate
