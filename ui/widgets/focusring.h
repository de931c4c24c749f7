// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFocusFrame>
#include <QObject>
#include <QPointer>

namespace modelcrate {

/// Puts a ring around the control that has the focus, unless the mouse gave it. One for the program; it lives in the
/// parent of the control, where there is room for it. Controls are watched by an event filter.
class FocusRing : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    /// Buttons, boxes and combos without a line to type in.
    static bool isWanted(const QWidget *control);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show(QWidget *control);
    void hide();

    QPointer<QFocusFrame> m_frame;
    QPointer<QWidget> m_last; ///< had the ring when its window was left
};

} // namespace modelcrate
