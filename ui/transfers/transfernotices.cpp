// SPDX-License-Identifier: Apache-2.0
#include "ui/transfers/transfernotices.h"

#include "base/text.h"
#include "ui/jobs/transferqueue.h"
#include "ui/jobs/transfertext.h"
#include "ui/text/convert.h"
#include "ui/text/errortext.h"
#include "ui/widgets/settings.h"

#include <algorithm>

#include <QApplication>
#include <QCoreApplication>
#include <QStringList>
#include <QWidget>
#include <QWindow>

namespace modelcrate {

namespace {

using Kind = TransferRequestRecord::Kind;

constexpr std::size_t mostNamed = 4;
constexpr std::size_t longestName = 120; // bytes

struct Words {
    Q_DECLARE_TR_FUNCTIONS(modelcrate::TransferNotices)
};

/// A dialog or a page that was torn off is a window of ours, too.
bool somebodyLooks() { return QGuiApplication::focusWindow() != nullptr; }

/// Of a layout only the last folder: a notification may be seen on a locked screen.
QString shortened(const QString &text)
{
    const bool isLayout = text.startsWith(QLatin1String("oci:")) && text.contains(QLatin1Char('/'));
    const auto name = isLayout ? QStringLiteral("oci:…/") + text.section(QLatin1Char('/'), -1) : text;
    return toQString(escapeForDisplay(toUtf8(name), longestName));
}

bool hasFailed(const Transfer &transfer) { return transfer.state == TransferState::Failed; }

QString titleOf(const Transfer &transfer)
{
    const auto name = shortened(transferTitle(transfer));
    switch (transfer.request.kind) {
    case Kind::Publish:
    case Kind::Edit:
        return (hasFailed(transfer) ? Words::tr("Publishing %1 failed") : Words::tr("%1 is published")).arg(name);
    case Kind::Pull:
        return (hasFailed(transfer) ? Words::tr("Pulling %1 failed") : Words::tr("%1 is pulled")).arg(name);
    case Kind::Copy: break;
    }
    return (hasFailed(transfer) ? Words::tr("Copying %1 failed") : Words::tr("%1 is copied")).arg(name);
}

/// What went wrong, without the cause: that names files, and may be long.
QString outcomeOf(const Transfer &transfer)
{
    return transfer.error ? errorText(*transfer.error).title : transferState(transfer).text;
}

/// Never the folder of a pull, for the same reason.
QString bodyOf(const Transfer &transfer)
{
    QStringList lines;
    if (hasFailed(transfer) || !transfer.findings.empty())
        lines << outcomeOf(transfer);
    if (transfer.request.kind != Kind::Pull)
        lines << shortened(transferTarget(transfer));
    return lines.join(QLatin1Char('\n'));
}

QString bodyOf(const std::vector<const Transfer *> &transfers)
{
    QStringList lines;
    const auto named = std::min(transfers.size(), mostNamed);
    for (std::size_t i = 0; i < named; ++i)
        lines << Words::tr("%1: %2").arg(shortened(transferTitle(*transfers[i])), outcomeOf(*transfers[i]));
    if (named < transfers.size())
        lines << Words::tr("and %n more", nullptr, static_cast<int>(transfers.size() - named));
    return lines.join(QLatin1Char('\n'));
}

DesktopNotification::Text textOf(const std::vector<const Transfer *> &transfers)
{
    const auto action = Words::tr("Show Transfers");
    if (transfers.size() == 1)
        return {titleOf(*transfers.front()), bodyOf(*transfers.front()), action};
    const auto count = static_cast<int>(transfers.size());
    return {hasFailed(*transfers.front()) ? Words::tr("%n transfers have ended, not all successfully", nullptr, count)
                                          : Words::tr("%n transfers are finished", nullptr, count),
            bodyOf(transfers), action};
}

} // namespace

TransferNotices::TransferNotices(Services &services, QWidget &window, QObject *parent)
    : QObject(parent),
      m_services(services),
      m_window(window)
{
    m_gathering.setSingleShot(true);
    connect(&m_gathering, &QTimer::timeout, this, &TransferNotices::tell);
    connect(&services.transfers, &TransferQueue::changed, this, &TransferNotices::consider);
    connect(qApp, &QGuiApplication::focusWindowChanged, this, [this](const QWindow *focused) {
        if (focused)
            forget();
    });
    connect(&m_notification, &DesktopNotification::activated, this,
            [this] { Q_EMIT wanted(m_foremost); });
}

void TransferNotices::setTimes(Times times)
{
    m_times = times;
    if (m_gathering.isActive())
        m_gathering.start(m_times.gather);
}

void TransferNotices::consider(qint64 id)
{
    const auto *transfer = m_services.transfers.find(id);
    if (!transfer || (transfer->state != TransferState::Done && !hasFailed(*transfer)))
        return;
    if (transfer->runningFor < m_times.longRun || somebodyLooks() || !m_services.settings.tellsOfTransfers())
        return;
    m_ended.push_back(id);
    if (!m_gathering.isActive())
        m_gathering.start(m_times.gather);
}

void TransferNotices::tell()
{
    // Some may have been removed, or run again.
    std::vector<const Transfer *> transfers;
    for (const auto id : m_ended) {
        if (const auto *transfer = m_services.transfers.find(id); transfer && transfer->isFinished())
            transfers.push_back(transfer);
    }
    if (transfers.empty())
        return;
    std::reverse(transfers.begin(), transfers.end()); // the last is news
    std::stable_partition(transfers.begin(), transfers.end(), [](const Transfer *one) { return hasFailed(*one); });
    m_foremost = transfers.front()->id;
    m_notification.show(textOf(transfers));
    QApplication::alert(&m_window);
}

/// Somebody sees it now.
void TransferNotices::forget()
{
    m_gathering.stop();
    m_ended.clear();
    m_notification.withdraw();
}

} // namespace modelcrate

#include "moc_transfernotices.cpp"
