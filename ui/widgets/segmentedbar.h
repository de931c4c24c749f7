// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include <QList>
#include <QString>
#include <QWidget>

namespace modelcrate {

/// A bar of amounts with its legend below, in one widget: what LayerBar and ByteBar share. The legend wraps; its
/// figures carry the truth, since a segment is never narrower than 4 pixels. The accessible name holds every figure.
class SegmentedBar : public QWidget {
    Q_OBJECT

public:
    explicit SegmentedBar(QWidget *parent = nullptr);

    void setLegendVisible(bool visible);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// The bar keeps its height to this by itself.
    int heightForWidth(int width) const override;

    /// Where an item's segment is, for tests and tooltips; empty for an amount of 0.
    QRect segmentRect(int item) const;
    QRect legendRect(int item) const;

protected:
    struct Item {
        std::int64_t amount = 0;
        QString word; ///< "weight"
        QString figure; ///< "15.2 GB"
        QString note; ///< "5"; muted
        QString spoken; ///< "weight 15.2 GB, 5 files"
        QString icon; ///< name, or empty
    };
    void setItems(QList<Item> items, const QString &accessiblePrefix);
    const QList<Item> &items() const { return m_items; }
    /// -1: none.
    int itemAt(QPoint position) const;
    /// An item that is marked as having the keyboard's focus; -1: none.
    virtual int focusedItem() const { return -1; }
    virtual bool isDimmed(int) const { return false; }

    virtual void paintFill(QPainter *painter, const QRectF &rect, int item) const = 0;
    virtual QColor iconColor(int item) const = 0;

    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Legend {
        QList<QRect> rects; ///< left to right; mirrored when used
        int height = 0;
    };
    void adjustHeight();
    Legend legendFor(int width) const;
    int legendTop() const;
    int lineHeight() const;
    int itemWidth(const Item &item) const;
    void paintLegendItem(QPainter *painter, const QRect &rect, int item) const;

    QList<Item> m_items;
    bool m_legendVisible = true;
};

} // namespace modelcrate
