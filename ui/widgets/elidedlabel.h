// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace modelcrate {

/// One line of plain text that gives way: a path in its middle, a digest so that its ends stay. The whole text is the
/// accessible name, the tooltip while it is cut, and what Copy in its menu copies. Numbers in paths stay left to right.
class ElidedLabel : public QWidget {
    Q_OBJECT

public:
    explicit ElidedLabel(const QString &text = {}, QWidget *parent = nullptr)
        : ElidedLabel(text, Qt::ElideMiddle, parent)
    {
    }
    ElidedLabel(const QString &text, Qt::TextElideMode mode, QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const { return m_text; }
    void setElideMode(Qt::TextElideMode mode);
    /// What is shown at the present width.
    QString shownText() const;
    bool isElided() const { return shownText() != m_text; }
    void setMuted(bool muted);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    QString m_text;
    Qt::TextElideMode m_mode;
    bool m_muted = false;
};

} // namespace modelcrate
