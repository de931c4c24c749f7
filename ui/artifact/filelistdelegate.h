// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelpack/layerkind.h"

#include <QStyledItemDelegate>

namespace modelcrate {

/// Draws the cells of a FileListModel: indent, chevron and icon before the name, layers as chips, states with their
/// icon, hashing as a small bar, and what a click does as a link.
class FileListDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// From the edge of a cell to what is in it; names stand further in, where the page begins.
    static constexpr int cellMargin = 8, nameMargin = 16;

    explicit FileListDelegate(QObject *parent = nullptr) : QStyledItemDelegate(parent) { }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Where the chevron of a folder's cell is drawn, with a margin that makes it easy to hit.
    static QRect chevronRect(const QStyleOptionViewItem &option, int depth);
    /// As wide as any chip may get, for the width of the column.
    static int widestChip(const QFont &font);
    static int widestState(const QFont &font);
};

} // namespace modelcrate
