// SPDX-License-Identifier: Apache-2.0
#include "ui/publish/publishactions.h"

#include "ui/publish/publishhistory.h"
#include "ui/publish/publishparts.h"
#include "ui/publish/publishsituation.h"
#include "ui/publish/targettext.h"
#include "ui/text/convert.h"
#include "ui/text/numbers.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/theme.h"

#include <chrono>

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace modelcrate {

namespace {

/// Of the tag that is proposed in place of one that is taken; or empty.
QString nextTagText(const PublishSituation &now)
{
    return now.plan && now.plan->freeTag ? displayText(now.plan->freeTag->toString()) : QString();
}

bool isPaused(const PublishSituation &now) { return now.transfer && now.transfer->state == TransferState::Paused; }

} // namespace

PublishActions::PublishActions(const Settings &settings, QWidget *parent) : QWidget(parent), m_settings(settings)
{
    setMinimumHeight(metrics::actionBar);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::space5, metrics::space2, metrics::space5, metrics::space2);
    layout->setSpacing(metrics::space3);
    m_estimate = makeText(this, "publishEstimate");
    m_estimate->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_estimate->setWordWrap(true);
    layout->addWidget(m_estimate, 1);
    m_copyCommand = add(tr("Copy as &Command"), QStringLiteral("command"), "publishCopyCommand",
                        &PublishActions::copyCommandRequested);
    m_saveLayout = add(tr("Save as OCI &Layout…"), {}, "publishSaveLayout", &PublishActions::saveLayoutRequested);
    m_moveTag = add({}, {}, "publishMoveTag", &PublishActions::moveTagRequested);
    m_backToPlan = add(tr("Back to the P&lan"), {}, "publishBackToPlan", &PublishActions::backToPlanRequested);
    m_retryNow =
        add(tr("Retry &Now"), QStringLiteral("retry"), "publishRetryNow", &PublishActions::retryNowRequested);
    m_pause = add(tr("&Pause"), QStringLiteral("pause"), "publishPause", &PublishActions::pauseRequested);
    m_cancel = add(tr("&Cancel Publish"), QStringLiteral("cancel"), "publishCancel", &PublishActions::cancelRequested);
    m_primary = new PrimaryButton(QStringLiteral("publish"), {}, this);
    m_primary->setObjectName(QStringLiteral("publishPrimary"));
    layout->addWidget(m_primary);
    connect(m_primary, &QPushButton::clicked, this, &PublishActions::primaryRequested);
}

QPushButton *PublishActions::add(const QString &text, const QString &iconName, const char *name,
                                 void (PublishActions::*requested)())
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(QLatin1String(name));
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName));
    button->setAutoDefault(false);
    layout()->addWidget(button);
    connect(button, &QPushButton::clicked, this, requested);
    return button;
}

void PublishActions::refresh(const PublishSituation &now, const QString &note)
{
    const bool planning = now.phase == PublishPhase::Planning;
    const bool sending = now.phase == PublishPhase::Sending;
    const bool stopped = now.phase == PublishPhase::Stopped;
    const auto *transfer = now.transfer;
    const auto tag = now.target ? tagText(*now.target) : QString();
    m_copyCommand->setVisible(planning);
    m_copyCommand->setEnabled(now.target.has_value());
    m_saveLayout->setVisible(planning);
    m_saveLayout->setEnabled(now.packageBlocked.isEmpty());
    m_moveTag->setVisible(planning && now.plan && now.plan->replaces && !now.plan->isPublished);
    m_moveTag->setText(now.place == EditPlace::Same        ? tr("Publish as &New Tag %1").arg(nextTagText(now))
                           : now.place == EditPlace::Moved ? tr("&Overwrite %1").arg(tag)
                                                           : tr("&Move %1").arg(tag));
    m_moveTag->setEnabled(now.blocked.isEmpty());
    m_retryNow->setVisible(sending && now.remedy != PublishModel::Remedy::None && transfer
                           && transfer->state == TransferState::Running);
    m_pause->setVisible(sending);
    m_pause->setEnabled(transfer
                        && (transfer->state == TransferState::Running || transfer->state == TransferState::Waiting));
    m_cancel->setVisible(sending || isPaused(now));
    m_cancel->setEnabled(transfer && transfer->state != TransferState::Canceling);
    m_backToPlan->setVisible((stopped && !isPaused(now)) || now.phase == PublishPhase::Published);
    m_primary->setVisible(!sending);
    refreshPrimary(now);
    const auto text = sending ? progress(now) : !note.isEmpty() || !planning ? note : estimate(now);
    m_estimate->setText(text);
    m_estimate->setToolTip(text);
}

void PublishActions::refreshPrimary(const PublishSituation &now)
{
    const auto tag = now.target ? tagText(*now.target) : QString();
    const auto next = nextTagText(now);
    switch (now.phase) {
    case PublishPhase::Planning:
        setPrimary(QStringLiteral("publish"),
                   !next.isEmpty() && now.place != EditPlace::Same ? tr("&Publish as %1").arg(next)
                       : tag.isEmpty()                             ? tr("&Publish")
                                                                   : tr("&Publish %1").arg(tag),
                   now.blocked.isEmpty(), now.blocked);
        return;
    case PublishPhase::Sending: return;
    case PublishPhase::Stopped:
        if (isPaused(now))
            setPrimary(QStringLiteral("resume"), tr("&Resume"));
        else
            setPrimary(QStringLiteral("retry"), tr("&Retry"));
        return;
    case PublishPhase::Published: setPrimary({}, tr("&Back to the Package")); return;
    }
}

void PublishActions::setPrimary(const QString &iconName, const QString &text, bool isEnabled, const QString &tip)
{
    m_primary->setIcon(iconName.isEmpty() ? QIcon() : icon(iconName, Role::AccentText));
    m_primary->setText(text);
    m_primary->setEnabled(isEnabled);
    m_primary->setToolTip(tip);
}

QString PublishActions::estimate(const PublishSituation &now) const
{
    if (!now.target)
        return {};
    if (!now.blocked.isEmpty())
        return tr("Publish waits: %1").arg(now.blocked);
    const auto rate = PublishHistory::uploadRate(m_settings, hostText(*now.target));
    if (!now.plan || rate <= 0 || now.plan->toSend == ByteCount())
        return {};
    const std::chrono::seconds duration(
        static_cast<std::int64_t>(static_cast<double>(now.plan->toSend.value()) / rate) + 1);
    return tr("About %1 at %2, the speed of your last upload here").arg(formatDuration(duration), formatRate(rate));
}

QString PublishActions::progress(const PublishSituation &now)
{
    const auto *transfer = now.transfer;
    if (!transfer)
        return tr("Starting…");
    if (transfer->state == TransferState::Canceling)
        return tr("Cancelling…");
    if (transfer->state == TransferState::Pausing)
        return tr("Pausing…");
    const auto &flow = now.flow;
    if (flow.stopped > 0)
        return tr("%n layer(s) sending, %1 stopped for now", nullptr, flow.active - flow.stopped)
            .arg(QString::number(flow.stopped));
    return tr("%n layer(s) sending. This page can be left.", nullptr, flow.active);
}

} // namespace modelcrate

#include "moc_publishactions.cpp"
