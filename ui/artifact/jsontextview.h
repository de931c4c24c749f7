// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/jsoncontent.h"

#include <vector>

#include <QPlainTextEdit>

namespace modelcrate {

/// A document as text, read only, with line numbers and marks: a character beside the number and a ground behind the
/// line, never the ground alone. For documents of at most a few thousand lines.
class JsonTextView : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit JsonTextView(QWidget *parent = nullptr);
    /// Replaces only the lines that differ, so that scroll position and selection of the rest stay.
    void setLines(const std::vector<JsonLine> &lines);
    const std::vector<JsonLine> &lines() const { return m_lines; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Gutter;
    class Highlighter;
    int gutterWidth() const;
    void placeGutter();
    void paintGutter(QPaintEvent *event);
    /// Calls `paint` with line and rectangle of each block that is seen.
    template<typename Paint>
    void forVisibleLines(const QRect &area, Paint paint) const;

    Gutter *m_gutter;
    Highlighter *m_highlighter;
    std::vector<JsonLine> m_lines;
};

} // namespace modelcrate
