// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QFont;
class QLabel;

namespace modelcrate {

/// Makes every tool tip of the program plain text, whoever shows it: names, paths and values of strangers stand in
/// them, and Qt would take some of those for HTML. Since Qt breaks the lines of rich tips only, long lines are broken
/// here, and what no screen has room for is cut. One for the program; Style hands it each tip.
class ToolTips : public QObject {
    Q_OBJECT

public:
    static constexpr int maxLines = 40;

    using QObject::QObject;
    /// Whether it is the window of a tip.
    static bool isTip(const QObject *widget);
    void adopt(QLabel *tip);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

/// Lines that are no wider than `width`, broken between words or, in a word that is wider, anywhere; at most
/// `maxLines`.
QString wrappedLines(const QString &text, const QFont &font, int width, int maxLines);

} // namespace modelcrate
