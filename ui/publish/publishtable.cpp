// SPDX-License-Identifier: Apache-2.0
#include "ui/publish/publishtable.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/layerchip.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"

#include <algorithm>

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace modelcrate {

namespace {

constexpr int nameLeft = metrics::space4 + metrics::chevron + metrics::space1;
constexpr int barWidth = 100;

/// Text of every column but the kind: strong in a group's row, with a bar while a part is sent.
class RowDelegate : public LayerChipDelegate {
public:
    using LayerChipDelegate::LayerChipDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool group = index.data(PublishModel::GroupRole).toBool();
        if (index.column() == PublishModel::Kind && !group) {
            LayerChipDelegate::paint(painter, option, index);
            return;
        }
        auto &theme = Theme::instance();
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        if (selected)
            painter->fillRect(option.rect,
                              option.palette.brush(option.state.testFlag(QStyle::State_Active) ? QPalette::Active
                                                                                               : QPalette::Inactive,
                                                   QPalette::Highlight));
        else if (group)
            painter->fillRect(option.rect, theme.color(Role::Raised));
        painter->save();
        if (group) {
            painter->setPen(theme.color(Role::Line));
            painter->drawLine(option.rect.topLeft(), option.rect.topRight());
        }
        auto rect = option.rect.adjusted(metrics::space2, 0, -metrics::space2, 0);
        if (index.column() == PublishModel::Layer)
            rect = paintLead(*painter, option, index, group);
        else if (index.column() == PublishModel::Detail)
            rect = paintBar(*painter, rect, index);
        paintText(*painter, rect, option, index, group);
        painter->restore();
    }

private:
    static QRect paintLead(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, bool group)
    {
        auto rect = option.rect.adjusted(nameLeft + (group ? 0 : metrics::space3), 0, -metrics::space2, 0);
        if (!group)
            return rect;
        const QRect chevron(option.rect.left() + metrics::space4, option.rect.center().y() - metrics::chevron / 2,
                            metrics::chevron, metrics::chevron);
        const bool folded = index.data(PublishModel::FoldedRole).toBool();
        icon(folded ? QStringLiteral("chevron-right") : QStringLiteral("chevron-down"), modelcrate::Role::TextMuted)
            .paint(&painter, chevron);
        // The note stands behind the word and gives way first.
        const auto word = index.data().toString();
        const int width = QFontMetrics(Theme::font(FontRole::Strong)).horizontalAdvance(word) + metrics::space2;
        const auto noteRect = rect.adjusted(width, 0, 0, 0);
        painter.setFont(option.font);
        painter.setPen(Theme::instance().color(Role::TextMuted));
        painter.drawText(noteRect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                         option.fontMetrics.elidedText(index.data(PublishModel::FirstNoteRole).toString(),
                                                       Qt::ElideRight, noteRect.width()));
        return rect;
    }

    static QRect paintBar(QPainter &painter, const QRect &rect, const QModelIndex &index)
    {
        const auto fraction = index.data(PublishModel::FractionRole);
        if (!fraction.isValid())
            return rect;
        const bool stopped = index.data(PublishModel::StoppedRole).toBool();
        paintProgress(&painter, QRect(rect.left(), rect.top(), std::min(barWidth, rect.width()), rect.height()),
                      fraction.toDouble(), Theme::instance().color(stopped ? Role::Warning : Role::Accent));
        return rect.adjusted(barWidth + metrics::space2, 0, 0, 0);
    }

    static void paintText(QPainter &painter, const QRect &rect, const QStyleOptionViewItem &option,
                          const QModelIndex &index, bool group)
    {
        const bool muted = index.column() == PublishModel::Detail || (index.column() == PublishModel::Moved && !group);
        const bool stopped = index.column() == PublishModel::Detail && index.data(PublishModel::StoppedRole).toBool();
        const auto font = group && index.column() != PublishModel::Detail ? Theme::font(FontRole::Strong) : option.font;
        painter.setFont(font);
        painter.setPen(Theme::instance().color(stopped ? Role::Warning : muted ? Role::TextMuted : Role::Text));
        const bool right = index.column() == PublishModel::Size || index.column() == PublishModel::Moved;
        const auto mode = index.column() == PublishModel::Layer ? Qt::ElideMiddle : Qt::ElideRight;
        painter.drawText(rect, Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft) | Qt::TextSingleLine,
                         QFontMetrics(font).elidedText(index.data().toString(), mode, rect.width()));
    }
};

} // namespace

PublishTable::PublishTable(PublishModel &model, QWidget *parent) : QTableView(parent), m_model(model)
{
    setModel(&model);
    setItemDelegate(new RowDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(metrics::rowHeight(metrics::listRow));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    const auto follow = [this] { setPalette(Theme::instance().itemViewPalette()); };
    connect(&Theme::instance(), &Theme::changed, this, follow);
    follow();
    // A row that moves to another group must not take the reader's place with it.
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this,
            [this] { setProperty("scrolledTo", verticalScrollBar()->value()); });
    connect(&model, &QAbstractItemModel::modelReset, this,
            [this] { verticalScrollBar()->setValue(property("scrolledTo").toInt()); });
}

void PublishTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    // Names give way first down to what tells them apart, then the reasons; figures never.
    const int width = viewport()->width();
    const int kind = layerChipSize(LayerKind::Dataset).width() + 2 * metrics::space2;
    const int figure = fontMetrics().horizontalAdvance(QStringLiteral("8,888 MB")) + 3 * metrics::space2;
    const int rest = std::max(0, width - kind - 2 * figure);
    const int name = std::max(std::min(rest, 180), rest * 45 / 100);
    auto *header = horizontalHeader();
    header->resizeSection(PublishModel::Layer, name);
    header->resizeSection(PublishModel::Kind, kind);
    header->resizeSection(PublishModel::Size, figure);
    header->resizeSection(PublishModel::Moved, figure);
    header->resizeSection(PublishModel::Detail, std::max(0, rest - name));
}

void PublishTable::toggle(int row)
{
    m_model.toggleFolded(row);
    // Groups above did not change, so the row is where it was.
    setCurrentIndex(m_model.index(row, 0));
}

void PublishTable::activateRow(int row)
{
    if (const auto entry = m_model.entry(row))
        Q_EMIT entryActivated(*entry);
}

void PublishTable::keyPressEvent(QKeyEvent *event)
{
    const int row = currentIndex().row();
    const bool group = row >= 0 && m_model.isGroup(row);
    const bool folded = group && currentIndex().siblingAtColumn(0).data(PublishModel::FoldedRole).toBool();
    const bool forward = event->key() == (isRightToLeft() ? Qt::Key_Left : Qt::Key_Right);
    const bool backward = event->key() == (isRightToLeft() ? Qt::Key_Right : Qt::Key_Left);
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (group && (event->key() == Qt::Key_Space || enter || (forward && folded) || (backward && !folded)))
        toggle(row);
    else if (row >= 0 && enter)
        activateRow(row);
    else
        QTableView::keyPressEvent(event);
}

void PublishTable::mousePressEvent(QMouseEvent *event)
{
    QTableView::mousePressEvent(event);
    const auto index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid() && m_model.isGroup(index.row()))
        toggle(index.row());
}

void PublishTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    const auto index = indexAt(event->position().toPoint());
    if (index.isValid() && !m_model.isGroup(index.row()))
        activateRow(index.row());
}

} // namespace modelcrate

#include "moc_publishtable.cpp"
