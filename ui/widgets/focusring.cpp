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
    // A splitter would take the frame for a pane of its own.
    if (!control->parentWidget() || qobject_cast<QSplitter *>(control->parentWidget()))
        return;
    if (!m_frame)
        m_frame = new QFocusFrame;
    m_frame->setWidget(control);
    m_last = control;
}

void FocusRing::hide()
{
    if (m_frame)
        m_frame->setWidget(nullptr);
}

} // namespace modelcrate
