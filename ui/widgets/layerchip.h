// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelpack/layerkind.h"

#include <optional>

#include <QStyledItemDelegate>
#include <QWidget>

namespace modelcrate {

/// A layer kind as a chip: glyph, word and colour, always all three. It is placed at the start of `rect`, in the middle
/// of its height; on a selected row its ground is the surface's.
void paintLayerChip(QPainter *painter, const QRect &rect, LayerKind kind, bool selected);
/// A chip without a kind: outlined, for "mixed" or "pickle".
void paintOutlinedChip(QPainter *painter, const QRect &rect, const QString &text);
QSize layerChipSize(LayerKind kind);
QSize outlinedChipSize(const QString &text);

class LayerChip : public QWidget {
    Q_OBJECT

public:
    explicit LayerChip(LayerKind kind, QWidget *parent = nullptr);
    LayerKind kind() const { return m_kind; }
    void setKind(LayerKind kind);
    QSize sizeHint() const override { return layerChipSize(m_kind); }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    LayerKind m_kind;
};

/// What a model gives LayerChipDelegate: the kind as an int (static_cast<int>(LayerKind)). Qt::DisplayRole is its word,
/// for sorting, copying and screen readers.
inline constexpr int layerKindRole = Qt::UserRole + 0x4c01;
/// true: the text of Qt::DisplayRole as an outlined chip.
inline constexpr int outlinedChipRole = Qt::UserRole + 0x4c02;

/// Draws a column of layer kinds; an index with neither role is drawn as plain text.
class LayerChipDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace modelcrate
