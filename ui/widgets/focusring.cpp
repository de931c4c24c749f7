// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/focusring.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFocusEvent>
#include <QPushButton>
#include <QRadioButton>
#include <QSplitter>
#include <QToolButton>

namespace modelcrate {

bool FocusRing::isWanted(const QWidget *control)
{
    if (control->property("paintsFocus").toBool())
        return false;
    if (const auto *combo = qobject_cast<const QComboBox *>(control))
        return !combo->isEditable();
    return qobject_cast<const QPushButton *>(control) || qobject_cast<const QToolButton *>(control)
        || qobject_cast<const QCheckBox *>(control) || qobject_cast<const QRadioButton *>(control);
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    auto *control = qobject_cast<QWidget *>(watched);
    if (event->type() == QEvent::FocusIn && isWanted(control)) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        const bool comesBack =
            reason == Qt::ActiveWindowFocusReason || reason == Qt::PopupFocusReason || reason == Qt::MenuBarFocusReason;
        if (reason != Qt::MouseFocusReason && (!comesBack || m_last == control))
            show(control);
        else
            m_last.clear();
    } else if (event->type() == QEvent::FocusOut) {
        hide();
    } else if (event->type() == QEvent::MouseButtonPress) {
        hide();
        m_last.clear();
    }
    return QObject::eventFilter(watched, event);
}

void FocusRing::show(QWidget *control)
{
    m_last = control;
    const auto *parent = control->parentWidget();
    constexpr int room = 4;
    const bool fits = parent
        && !qobject_cast<const QSplitter *>(parent) // which would take the frame for a pane of its own
        && parent->rect().contains(control->geometry().adjusted(-room, -room, room, room));
    if (!fits) {
        control->setProperty("innerFocus", true);
        control->update();
        return;
    }
    if (!m_frame)
        m_frame = new QFocusFrame;
    m_frame->setWidget(control);
}

void FocusRing::hide()
{
    if (m_frame)
        m_frame->setWidget(nullptr);
    if (m_last && m_last->property("innerFocus").toBool()) {
        m_last->setProperty("innerFocus", false);
        m_last->update();
    }
}

} // namespace modelcrate
