// SPDX-License-Identifier: Apache-2.0
#include "ui/publish/publishtable.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/layerchip.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"

#include <algorithm>
#include <utility>

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

bool isRight(int column)
{
    return column == PublishModel::Size || column == PublishModel::Moved || column == PublishModel::Rate
        || column == PublishModel::Left;
}

int lineHeight() { return metrics::rowHeight(metrics::listRow); }

int noteHeight() { return QFontMetrics(Theme::font(FontRole::Small)).height() + metrics::space2; }

QString retryText() { return PublishTable::tr("Retry Now"); }

int widestChip()
{
    int widest = 0;
    for (const auto kind : allLayerKinds)
        widest = std::max(widest, layerChipSize(kind).width());
    return widest;
}

int retryWidth() { return QFontMetrics(Theme::font(FontRole::Small)).horizontalAdvance(retryText()) + metrics::space5; }

/// In the last cell of a row.
QRect retryRect(const QRect &cell, Qt::LayoutDirection direction)
{
    const int height = std::min(metrics::controlSmall, lineHeight() - metrics::space1);
    const QRect rect(cell.right() - metrics::space2 - retryWidth() + 1, cell.top() + (lineHeight() - height) / 2,
                     retryWidth(), height);
    return QStyle::visualRect(direction, cell, rect);
}

bool hasRetry(const QModelIndex &index)
{
    const auto *model = qobject_cast<const PublishModel *>(index.model());
    return model && index.column() == PublishModel::Left && model->remedy(index.row()) != PublishModel::Remedy::None;
}

/// Text of every column but the kind: strong in a group's row, with a bar while a part is sent.
class RowDelegate : public LayerChipDelegate {
public:
    using LayerChipDelegate::LayerChipDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool group = index.data(PublishModel::GroupRole).toBool();
        const auto whole = option.rect;
        auto line = option;
        line.rect.setHeight(std::min(whole.height(), lineHeight()));
        if (index.column() == PublishModel::Kind && !group)
            LayerChipDelegate::paint(painter, option.rect == line.rect ? option : line, index);
        else
            paintCell(painter, line, index, group);
        if (const auto note = index.data(PublishModel::NoteRole).toString(); !note.isEmpty())
            paintNote(painter, option, index, note);
    }

private:
    static void paintCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, bool group)
    {
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
        if (hasRetry(index))
            paintRetry(*painter, option);
        else if (index.column() == PublishModel::Layer)
            rect = paintLead(*painter, option, index, group);
        else if (index.column() == PublishModel::Detail)
            rect = paintBar(*painter, rect, index);
        if (!hasRetry(index))
            paintText(*painter, rect, option, index, group);
        painter->restore();
    }

    static void paintRetry(QPainter &painter, const QStyleOptionViewItem &option)
    {
        auto &theme = Theme::instance();
        const auto rect = retryRect(option.rect, option.direction);
        paintPanel(&painter, rect, metrics::radiusControl, theme.color(modelcrate::Role::Surface),
                   theme.color(modelcrate::Role::ControlLine));
        painter.setFont(Theme::font(FontRole::Small));
        painter.setPen(theme.color(modelcrate::Role::Text));
        painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, retryText());
    }

    /// One line under all cells of the row: each paints its part of it.
    static void paintNote(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                          const QString &note)
    {
        const auto *table = qobject_cast<const QTableView *>(option.widget);
        if (!table)
            return;
        const QRect part(option.rect.left(), option.rect.top() + lineHeight(), option.rect.width(),
                         option.rect.height() - lineHeight());
        painter->save();
        painter->setClipRect(part);
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(part,
                              option.palette.brush(option.state.testFlag(QStyle::State_Active) ? QPalette::Active
                                                                                               : QPalette::Inactive,
                                                   QPalette::Highlight));
        const auto direction = option.direction;
        const QRect row(0, part.top(), table->viewport()->width(), part.height());
        const auto ink = Theme::instance().color(modelcrate::Role::Warning);
        const QRect iconRect(nameLeft + metrics::space3,
                             part.top() + (part.height() - metrics::space2 - metrics::iconInline) / 2,
                             metrics::iconInline, metrics::iconInline);
        const auto *model = qobject_cast<const PublishModel *>(index.model());
        const bool stalls = model && model->remedy(index.row()) == PublishModel::Remedy::Restart;
        painter->drawPixmap(QStyle::visualRect(direction, row, iconRect),
                            iconPixmap(stalls ? QStringLiteral("stalled") : QStringLiteral("retry"),
                                       metrics::iconInline, ink, painter->device()->devicePixelRatioF()));
        const QRect textRect(iconRect.right() + metrics::space2, part.top(),
                             row.width() - iconRect.right() - 2 * metrics::space2, part.height() - metrics::space2);
        painter->setFont(Theme::font(FontRole::Small));
        painter->setPen(ink);
        painter->drawText(QStyle::visualRect(direction, row, textRect),
                          static_cast<int>(QStyle::visualAlignment(direction, Qt::AlignLeft) | Qt::AlignVCenter)
                              | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(note, Qt::ElideRight, textRect.width()));
        painter->restore();
    }

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
        const bool says = index.column() == PublishModel::Detail || index.column() == PublishModel::Rate;
        const bool stopped = says && index.data(PublishModel::StoppedRole).toBool();
        const bool strong =
            group ? index.column() != PublishModel::Detail : stopped && index.column() == PublishModel::Rate;
        const auto font = strong ? Theme::font(FontRole::Strong) : option.font;
        painter.setFont(font);
        painter.setPen(Theme::instance().color(stopped ? Role::Warning : muted ? Role::TextMuted : Role::Text));
        const bool right = isRight(index.column());
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
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        placeColumns();
        placeNotes();
        verticalScrollBar()->setValue(property("scrolledTo").toInt());
    });
    connect(&model, &QAbstractItemModel::dataChanged, this, &PublishTable::placeNotes);
    placeColumns();
}

void PublishTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    placeColumns();
}

/// Rows whose part does not move have room for a second line.
void PublishTable::placeNotes()
{
    auto noted = m_model.notedRows();
    for (const int row : m_tall) {
        if (row < m_model.rowCount() && !std::binary_search(noted.begin(), noted.end(), row))
            verticalHeader()->resizeSection(row, lineHeight());
    }
    for (const int row : noted)
        verticalHeader()->resizeSection(row, lineHeight() + noteHeight());
    m_tall = std::move(noted);
}

void PublishTable::placeColumns()
{
    const bool running = m_model.isRunning();
    auto *header = horizontalHeader();
    setColumnHidden(PublishModel::Size, running);
    setColumnHidden(PublishModel::Rate, !running);
    setColumnHidden(PublishModel::Left, !running);
    // While it runs, the bar stands before its figures.
    header->moveSection(header->visualIndex(PublishModel::Detail),
                        running ? PublishModel::Moved : PublishModel::Detail);
    // Names give way first down to what tells them apart, then the reasons; figures never.
    const int width = viewport()->width();
    const int kind = widestChip() + 2 * metrics::space2;
    const int figure = fontMetrics().horizontalAdvance(QStringLiteral("8,888 MB")) + 3 * metrics::space2;
    const int amount = running
        ? QFontMetrics(Theme::font(FontRole::Strong))
                .horizontalAdvance(
                    PublishModel::tr("%1 of %2").arg(QStringLiteral("88.8 MB"), QStringLiteral("88.8 MB")))
            + 3 * metrics::space2
        : figure;
    const int left =
        std::max(fontMetrics().horizontalAdvance(QStringLiteral("88 h 88 min")), retryWidth()) + 2 * metrics::space2;
    const int rest = std::max(0, width - kind - (running ? amount + figure + left : amount + figure));
    const int name = std::max(std::min(rest, 180), rest * (running ? 55 : 45) / 100);
    header->resizeSection(PublishModel::Rate, figure);
    header->resizeSection(PublishModel::Left, left);
    header->resizeSection(PublishModel::Layer, name);
    header->resizeSection(PublishModel::Kind, kind);
    header->resizeSection(PublishModel::Size, figure);
    header->resizeSection(PublishModel::Moved, amount);
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
    else if (row >= 0 && enter && m_model.remedy(row) != PublishModel::Remedy::None)
        Q_EMIT retryRequested(row);
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
    const int row = event->button() == Qt::LeftButton ? retryAt(event->position().toPoint()) : -1;
    m_pressed = row < 0 ? QString() : m_model.index(row, PublishModel::Layer).data().toString();
}

void PublishTable::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    const int row = event->button() == Qt::LeftButton ? retryAt(event->position().toPoint()) : -1;
    const auto pressed = std::exchange(m_pressed, {});
    if (row >= 0 && pressed == m_model.index(row, PublishModel::Layer).data().toString())
        Q_EMIT retryRequested(row);
}

int PublishTable::retryAt(const QPoint &position) const
{
    const auto index = indexAt(position);
    return hasRetry(index) && retryRect(visualRect(index), layoutDirection()).contains(position) ? index.row() : -1;
}

void PublishTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    const auto index = indexAt(event->position().toPoint());
    if (index.isValid() && !m_model.isGroup(index.row()) && retryAt(event->position().toPoint()) < 0)
        activateRow(index.row());
}

} // namespace modelcrate

#include "moc_publishtable.cpp"
