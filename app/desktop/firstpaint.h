// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QWidget;

namespace modelcrate {

/// Logs how long after the program was started the window has painted itself for the first time, in the category
/// "modelcrate.start", which is off unless QT_LOGGING_RULES="modelcrate.start.debug=true" asks for it. Belongs to the
/// window.
class FirstPaint : public QObject {
public:
    static void watch(QWidget &window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit FirstPaint(QWidget &window);
};

} // namespace modelcrate
