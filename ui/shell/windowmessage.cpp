// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/windowmessage.h"

#include <utility>

#include <QAbstractButton>
#include <QFileInfo>
#include <QShortcut>

namespace modelcrate {

WindowMessage::WindowMessage(QWidget *parent) : InfoBar(parent)
{
    setObjectName(QStringLiteral("windowMessage"));
    setDismissible(true);
    hide();
    auto *leave = new QShortcut(QKeySequence(Qt::Key_Escape), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(leave, &QShortcut::activated, this, [this] { restore({}); });
    connect(this, &InfoBar::dismissed, this, [this] { restore({}); });
}

void WindowMessage::showFailure(Failure failure)
{
    restore(std::move(failure));
    const auto text = failureText();
    Q_EMIT said(QStringLiteral("%1. %2 %3").arg(text.title, text.cause, text.action));
}

void WindowMessage::clearFailure(About about, const QString &subject)
{
    if (m_failure && m_failure->about == about && m_failure->subject == subject)
        restore({});
}

void WindowMessage::restore(std::optional<Failure> failure)
{
    m_failure = std::move(failure);
    refresh();
}

ErrorText WindowMessage::failureText() const
{
    auto text = errorText(m_failure->error);
    text.cause = QStringLiteral("%1. %2").arg(text.title, text.cause);
    switch (m_failure->about) {
    case About::Sample: text.title = tr("The sample package cannot be made"); break;
    case About::Save: text.title = tr("%1 is not saved").arg(QFileInfo(m_failure->subject).fileName()); break;
    case About::Autosave: text.title = tr("Unsaved edits cannot be kept for the next start"); break;
    case About::Settings: text.title = tr("Settings are not kept for the next start"); break;
    case About::Recovery:
        text.title = tr("%n copy(ies) of unsaved edits cannot be read", nullptr, m_failure->count);
        text.cause = (m_failure->count == 1 ? tr("It is kept as %1.")
                                            : tr("The last one is kept as %1; Activity names the others."))
                         .arg(m_failure->subject)
            + QLatin1Char(' ') + text.cause;
        text.action = tr("An editor shows what is in it. To try again, take \".broken\" off its name and start anew.");
        break;
    }
    return text;
}

void WindowMessage::refresh()
{
    if (m_failure)
        setError(failureText());
    setVisible(m_failure.has_value());
    Q_EMIT shownChanged(m_failure.has_value());
    if (m_failure)
        return;
    if (m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    m_focusBefore.clear();
}

void WindowMessage::goTo()
{
    auto *focused = window()->focusWidget();
    auto *first = findChild<QAbstractButton *>(QStringLiteral("infoBarCopyDetails"));
    if (!first || isAncestorOf(focused))
        return;
    m_focusBefore = focused;
    first->setFocus(Qt::ShortcutFocusReason);
}

} // namespace modelcrate
