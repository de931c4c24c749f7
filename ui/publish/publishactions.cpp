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

#include <algorithm>
#include <chrono>
#include <utility>

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace modelcrate {

namespace {

/// What the estimate keeps, which wraps.
constexpr int leastEstimate = 160;

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
    m_more = makeTool(this, QStringLiteral("more"), tr("More actions"), "publishMore");
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->hide();
    auto *menu = new QMenu(m_more);
    for (const auto &action : m_actions)
        menu->addAction(action.entry);
    m_more->setMenu(menu);
    layout->addWidget(m_more);
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
    auto *entry = new QAction(iconName.isEmpty() ? QIcon() : icon(iconName), text, this);
    connect(entry, &QAction::triggered, this, requested);
    m_actions.push_back({button, iconName, entry});
    return button;
}

void PublishActions::want(const QPushButton *button, bool isWanted, bool isEnabled)
{
    const auto action = std::find_if(m_actions.begin(), m_actions.end(),
                                     [&](const Action &candidate) { return candidate.button == button; });
    action->isWanted = isWanted;
    action->button->setEnabled(isEnabled);
    action->entry->setEnabled(isEnabled);
    action->entry->setText(button->text());
}

int PublishActions::neededWidth() const
{
    const auto margins = layout()->contentsMargins();
    int width = margins.left() + margins.right() + (m_estimate->text().isEmpty() ? 0 : leastEstimate);
    const auto count = [&](const QWidget *widget) { width += widget->sizeHint().width() + layout()->spacing(); };
    bool isAnyInMenu = false;
    for (const auto &action : m_actions) {
        if (action.isWanted && !action.entry->isVisible())
            count(action.button);
        isAnyInMenu = isAnyInMenu || action.entry->isVisible();
    }
    if (isAnyInMenu)
        count(m_more);
    if (!m_primary->isHidden())
        count(m_primary);
    return width;
}

void PublishActions::setIcons(bool hasIcons)
{
    if (hasIcons == std::exchange(m_hasIcons, hasIcons))
        return;
    for (const auto &action : m_actions)
        action.button->setIcon(hasIcons && !action.iconName.isEmpty() ? icon(action.iconName) : QIcon());
}

void PublishActions::place()
{
    QStringList wanted{QString::number(width()), QString::number(m_estimate->text().isEmpty()),
                       m_primary->isHidden() ? QString() : m_primary->text()};
    for (const auto &action : m_actions)
        wanted << (action.isWanted ? action.button->text() : QString());
    const auto placing = wanted.join(QLatin1Char('\n'));
    if (placing == m_placed)
        return;
    m_placed = placing;
    for (const auto &action : m_actions)
        action.entry->setVisible(false);
    setIcons(true);
    if (neededWidth() > width())
        setIcons(false);
    bool isAnyInMenu = false;
    for (const auto &action : m_actions) {
        if (neededWidth() <= width())
            break;
        action.entry->setVisible(action.isWanted);
        isAnyInMenu = isAnyInMenu || action.isWanted;
    }
    for (const auto &action : m_actions)
        action.button->setVisible(action.isWanted && !action.entry->isVisible());
    m_more->setVisible(isAnyInMenu);
}

void PublishActions::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

QSize PublishActions::minimumSizeHint() const
{
    const auto margins = layout()->contentsMargins();
    return {margins.left() + margins.right() + layout()->spacing() + m_more->sizeHint().width()
                + m_primary->sizeHint().width(),
            QWidget::minimumSizeHint().height()};
}

void PublishActions::refresh(const PublishSituation &now, const QString &note)
{
    const bool planning = now.phase == PublishPhase::Planning;
    const bool sending = now.phase == PublishPhase::Sending;
    const bool stopped = now.phase == PublishPhase::Stopped;
    const auto *transfer = now.transfer;
    const auto tag = now.target ? tagText(*now.target) : QString();
    want(m_copyCommand, planning, now.target.has_value());
    want(m_saveLayout, planning, now.packageBlocked.isEmpty());
    m_moveTag->setText(now.place == EditPlace::Same        ? tr("Publish as &New Tag %1").arg(nextTagText(now))
                           : now.place == EditPlace::Moved ? tr("&Overwrite %1").arg(tag)
                                                           : tr("&Move %1").arg(tag));
    want(m_moveTag, planning && now.plan && now.plan->replaces && !now.plan->isPublished, now.blocked.isEmpty());
    want(m_retryNow,
         sending && now.remedy != PublishModel::Remedy::None && transfer && transfer->state == TransferState::Running);
    want(m_pause, sending,
         transfer && (transfer->state == TransferState::Running || transfer->state == TransferState::Waiting));
    want(m_cancel, sending || isPaused(now), transfer && transfer->state != TransferState::Canceling);
    want(m_backToPlan, (stopped && !isPaused(now)) || now.phase == PublishPhase::Published);
    m_primary->setVisible(!sending);
    refreshPrimary(now);
    const auto text = sending ? progress(now) : !note.isEmpty() || !planning ? note : estimate(now);
    m_estimate->setText(text);
    m_estimate->setToolTip(text);
    place();
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
