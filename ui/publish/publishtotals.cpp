// SPDX-License-Identifier: Apache-2.0
#include "ui/publish/publishtotals.h"

#include "ui/package/planpreview.h"
#include "ui/publish/publishparts.h"
#include "ui/publish/publishsituation.h"
#include "ui/publish/targettext.h"
#include "ui/text/numbers.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace modelcrate {

PublishTotals::PublishTotals(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::space5, metrics::space4, metrics::space5, metrics::space3);
    layout->setSpacing(metrics::space2);
    m_sums = new QHBoxLayout;
    m_sum = makeText(this, "publishSum", FontRole::Heading);
    m_sumNote = makeText(this, "publishSumNote");
    m_sumNote->setForegroundRole(QPalette::PlaceholderText);
    m_sumNote->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_sumNote->setWordWrap(true);
    m_rate = makeText(this, "publishRate");
    m_askAgain = makeTool(this, QStringLiteral("retry"), tr("Ask the Target Again"), "publishAskAgain");
    connect(m_askAgain, &QToolButton::clicked, this, &PublishTotals::askAgainRequested);
    auto *what = new QHBoxLayout;
    what->addWidget(m_sum);
    what->addWidget(m_sumNote, 1);
    auto *when = new QHBoxLayout;
    when->addWidget(m_rate, 1);
    when->addWidget(m_askAgain);
    m_sums->addLayout(what, 1);
    m_sums->addLayout(when);
    m_bar = new ByteBar(this);
    m_bar->setObjectName(QStringLiteral("publishBar"));
    layout->addLayout(m_sums);
    layout->addWidget(m_bar);
}

void PublishTotals::refresh(const PublishSituation &now)
{
    const bool planning = now.phase == PublishPhase::Planning;
    const auto &flow = now.flow;
    auto bar = planning ? refreshPlan(now) : refreshTransfer(now);
    bar << ByteBar::Part{BytePart::ReceivedEarlier, flow.earlier}
        << ByteBar::Part{BytePart::Exists, flow.exists, {}, QString::number(flow.existing)}
        << ByteBar::Part{BytePart::Mounted, flow.mounted, planning ? tr("Mount") : QString(),
                         QString::number(flow.mounts)};
    m_bar->setParts(bar);
    m_askAgain->setVisible(planning);
    m_askAgain->setEnabled(now.target && !now.isAsking);
    place();
}

void PublishTotals::place()
{
    constexpr int leastNote = 160; // it wraps
    const auto margins = layout()->contentsMargins();
    const int needed = m_sum->sizeHint().width() + leastNote + m_rate->sizeHint().width()
        + m_askAgain->sizeHint().width() + 3 * metrics::space2 + margins.left() + margins.right();
    m_sums->setDirection(needed > width() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void PublishTotals::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

/// What is to be sent is said of answers only; without them, what is not known and how large the package is.
QList<ByteBar::Part> PublishTotals::refreshPlan(const PublishSituation &now)
{
    const auto &flow = now.flow;
    const auto layers = now.snapshot ? static_cast<int>(now.snapshot->plan.layers.size()) : 0;
    const auto size = now.snapshot ? formatBytes(now.snapshot->plan.totalSize()) : QString();
    m_bar->setStalled(false);
    setRole(m_rate, now.plan || now.isAsking ? Role::TextMuted : Role::Warning);
    if (now.plan) {
        const auto total = formatBytes(flow.sent + flow.left);
        m_sum->setText(flow.untold > 0 ? tr("Up to %1 to send").arg(total) : tr("%1 to send").arg(total));
        m_sumNote->setText(now.snapshot ? tr("of %1 in %n layer(s), config and manifest", nullptr, layers).arg(size)
                                        : QString());
        m_rate->setText(now.isAsking || !now.target
                            ? tr("Asking…")
                            : tr("Checked against %1 at %2").arg(targetName(*now.target), now.plannedAt));
        auto note = tr("%n upload(s)", nullptr, flow.uploads);
        if (flow.resumes > 0)
            note = tr("%1 and the rest of %2").arg(note, QString::number(flow.resumes));
        return {ByteBar::Part{BytePart::Sent, flow.sent + flow.left, tr("To send"), note}};
    }
    m_sum->setText(now.planError      ? tr("What to send is not known")
                       : now.target ? tr("Asking…")
                                    : tr("No target yet"));
    m_sumNote->setText(now.snapshot ? tr("%1 in %n layer(s), config and manifest", nullptr, layers).arg(size)
                                    : QString());
    m_rate->setText(now.isAsking ? tr("Asking…") : now.planError ? tr("Not checked") : QString());
    return {ByteBar::Part{BytePart::Left, flow.unasked, tr("Not known"), {}}};
}

QList<ByteBar::Part> PublishTotals::refreshTransfer(const PublishSituation &now)
{
    const auto &flow = now.flow;
    const auto total = flow.sent + flow.left;
    m_sum->setText(now.phase == PublishPhase::Published
                       ? tr("%1 sent").arg(formatBytes(flow.sent))
                       : tr("%1 of %2 sent").arg(formatBytes(flow.sent), formatBytes(total)));
    m_sumNote->setText(total > ByteCount() ? formatPercent(flow.sent, total) : QString());
    const auto *transfer = now.transfer;
    const bool running = transfer && transfer->state == TransferState::Running;
    const bool stalled = running && (transfer->stalledFor || (flow.active > 0 && flow.stopped == flow.active));
    QString rate;
    if (stalled)
        rate = formatRate(0);
    else if (running && transfer->rate)
        rate = rateText(*transfer);
    m_rate->setText(rate);
    setRole(m_rate, stalled ? Role::Warning : Role::Text);
    m_bar->setStalled(stalled);
    return {ByteBar::Part{BytePart::Sent, flow.sent}, ByteBar::Part{BytePart::Left, flow.left}};
}

QString PublishTotals::rateText(const Transfer &transfer)
{
    constexpr qint64 sameTimeMs = 1000;
    const auto rate = formatRate(*transfer.rate);
    if (!transfer.timeLeft)
        return rate;
    if (!m_timeSaid.isValid() || m_timeSaid.elapsed() >= sameTimeMs) {
        m_timeLeft = formatDuration(*transfer.timeLeft);
        m_timeSaid.start();
    }
    return tr("%1 · %2 left").arg(rate, m_timeLeft);
}

} // namespace modelcrate

#include "moc_publishtotals.cpp"
