// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLayout>
#include <QList>

namespace modelcrate {

/// Places items one after the other and wraps. An item that expands horizontally takes what is left of its line.
/// Mirrored where text runs from the right.
class FlowLayout : public QLayout {
    Q_OBJECT

public:
    explicit FlowLayout(QWidget *parent = nullptr, int horizontalGap = 8, int verticalGap = 4);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    void insertWidget(int index, QWidget *widget);
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    /// Height that `rect`'s width takes; moves the items if `apply`.
    int place(const QRect &rect, bool apply) const;
    void placeLine(const QList<QLayoutItem *> &line, const QRect &rect, int top, int height) const;

    QList<QLayoutItem *> m_items;
    int m_horizontalGap;
    int m_verticalGap;
};

} // namespace modelcrate
