// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/transfers/transfersmodel.h"

#include <QStyledItemDelegate>

namespace modelcrate {

/// Draws a transfer in two lines: what goes where, how far, how fast, how long; below, what it is doing or why it is
/// not. Its buttons are drawn at the end and take clicks; the same commands are in the menu and the panel below the
/// list.
class TransfersDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit TransfersDelegate(const TransfersModel &model, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
    static int rowHeight(bool head);
    /// Of the button at `place` (0 is the one at the end) in a row.
    static QRect buttonRect(const QStyleOptionViewItem &option, int place);

Q_SIGNALS:
    void commandRequested(qint64 id, TransferCommand command);

private:
    void paintHead(QPainter *painter, const QStyleOptionViewItem &option, int row) const;
    void paintTransfer(QPainter *painter, const QStyleOptionViewItem &option, const Transfer &transfer) const;
    std::optional<TransferCommand> commandAt(const QStyleOptionViewItem &option, const QModelIndex &index,
                                             const QPoint &position) const;

    const TransfersModel &m_model;
    std::optional<std::pair<qint64, TransferCommand>> m_pressed;
};

} // namespace modelcrate
