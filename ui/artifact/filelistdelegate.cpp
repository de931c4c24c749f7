// SPDX-License-Identifier: Apache-2.0
#include "ui/artifact/filelistdelegate.h"

#include "ui/artifact/filelistmodel.h"
#include "ui/text/kindtext.h"
#include "ui/text/numbers.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/layerchip.h"
#include "ui/widgets/theme.h"

#include <algorithm>

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>
#include <QStyle>

namespace modelcrate {

namespace {

constexpr int indent = 20;
constexpr int cellMargin = FileListDelegate::cellMargin;
constexpr int nameInset = FileListDelegate::nameMargin - FileListDelegate::cellMargin;
constexpr int barWidth = 32;
constexpr int barHeight = 6;

QColor roleColor(Role role) { return Theme::instance().color(role); }

/// A cell that is drawn from its leading edge on; knows left from right.
class Cell {
public:
    Cell(QPainter *painter, const QStyleOptionViewItem &option)
        : m_painter(painter),
          m_option(option),
          m_rest(option.rect.adjusted(cellMargin, 0, -cellMargin, 0))
    {
    }

    int width() const { return m_rest.width(); }
    void skip(int width) { m_rest.setLeft(m_rest.left() + width); }
    void keepFree(int width) { m_rest.setRight(m_rest.right() - width); }

    void drawIcon(const QString &name, const QColor &color, int size = metrics::iconList)
    {
        const auto rect = place(size, size);
        m_painter->drawPixmap(rect, iconPixmap(name, size, color, m_painter->device()->devicePixelRatioF()));
        skip(size + metrics::space2);
    }

    void drawText(const QString &text, const QColor &color, const QFont &font, Qt::TextElideMode elide = Qt::ElideRight,
                  Qt::Alignment alignment = Qt::AlignLeft)
    {
        if (m_rest.width() <= 0)
            return;
        const QFontMetrics fontMetrics(font);
        const auto shown = fontMetrics.elidedText(text, elide, m_rest.width());
        m_painter->setFont(font);
        m_painter->setPen(color);
        const auto rect = QStyle::visualRect(m_option.direction, m_option.rect, m_rest);
        m_painter->drawText(rect,
                            static_cast<int>(QStyle::visualAlignment(m_option.direction, alignment) | Qt::AlignVCenter)
                                | Qt::TextSingleLine,
                            shown);
        skip(fontMetrics.horizontalAdvance(shown) + metrics::space2);
    }

    /// Takes the next `width` pixels of the cell, centred vertically.
    QRect place(int width, int height) const
    {
        const QRect rect(m_rest.left(), m_option.rect.top() + (m_option.rect.height() - height) / 2, width, height);
        return QStyle::visualRect(m_option.direction, m_option.rect, rect);
    }

private:
    QPainter *m_painter;
    const QStyleOptionViewItem &m_option;
    QRect m_rest;
};

void drawName(QPainter *painter, Cell &cell, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool leftOut = index.data(FileListModel::LeftOutRole).toBool();
    const bool folder = index.data(FileListModel::FolderRole).toBool();
    const auto muted = roleColor(Role::TextMuted);
    const auto color = leftOut ? muted : roleColor(Role::Text);
    cell.skip(nameInset + index.data(FileListModel::DepthRole).toInt() * indent);
    if (const auto opens = index.data(FileListModel::ExpandedRole); opens.isValid()) {
        const bool expanded = opens.toBool();
        const auto rect = cell.place(metrics::chevron, metrics::chevron);
        auto pixmap = iconPixmap(expanded ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"),
                                 metrics::chevron, muted, painter->device()->devicePixelRatioF());
        if (option.direction == Qt::RightToLeft && !expanded)
            pixmap = pixmap.transformed(QTransform::fromScale(-1, 1));
        painter->drawPixmap(rect, pixmap);
    }
    cell.skip(metrics::chevron + metrics::space1);
    cell.drawIcon(folder ? QStringLiteral("folder") : QStringLiteral("file"), color);
    const bool caution = index.data(FileListModel::CautionRole).toBool();
    const auto word = FileListModel::tr("pickle");
    const auto chipWidth = caution ? outlinedChipSize(word).width() + metrics::space2 : 0;
    cell.keepFree(chipWidth);
    // The name of a file reads from left to right, whatever the language of the window.
    cell.drawText(index.data(Qt::DisplayRole).toString(), color, option.font, Qt::ElideMiddle);
    cell.keepFree(-chipWidth);
    if (caution && cell.width() >= chipWidth - metrics::space2)
        paintOutlinedChip(painter, cell.place(chipWidth - metrics::space2, option.rect.height()), word);
}

void drawLayer(QPainter *painter, Cell &cell, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto kind = index.data(FileListModel::KindRole);
    if (!kind.isValid())
        cell.drawText(index.data(Qt::DisplayRole).toString(), roleColor(Role::TextMuted), option.font);
    else if (kind.toInt() < 0)
        paintOutlinedChip(painter, cell.place(cell.width(), option.rect.height()),
                          index.data(Qt::DisplayRole).toString());
    else
        paintLayerChip(painter, cell.place(cell.width(), option.rect.height()), static_cast<LayerKind>(kind.toInt()),
                       option.state.testFlag(QStyle::State_Selected));
}

void drawState(QPainter *painter, Cell &cell, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto text = index.data(Qt::DisplayRole).toString();
    const auto state = index.data(FileListModel::StateRole);
    if (!state.isValid()) { // a folder: only trouble has a word
        if (!text.isEmpty())
            cell.drawText(text, roleColor(Role::Warning), option.font);
        return;
    }
    switch (static_cast<FileState>(state.toInt())) {
    case FileState::Gone:
        cell.drawIcon(QStringLiteral("error"), roleColor(Role::Danger));
        return cell.drawText(text, roleColor(Role::Danger), option.font);
    case FileState::Changed:
    case FileState::NeedsALook: {
        auto font = option.font;
        font.setWeight(QFont::Medium);
        cell.drawIcon(QStringLiteral("warning"), roleColor(Role::Warning));
        return cell.drawText(text, roleColor(Role::Warning), font);
    }
    case FileState::Waiting:
        if (const auto progress = index.data(FileListModel::ProgressRole); progress.isValid()) {
            auto bar = cell.place(barWidth, barHeight);
            painter->fillRect(bar, roleColor(Role::Track));
            const auto done = static_cast<int>(barWidth * std::clamp(progress.toDouble(), 0.0, 1.0));
            painter->fillRect(QStyle::visualRect(option.direction, bar, QRect(bar.left(), bar.top(), done, barHeight)),
                              roleColor(Role::Accent));
            cell.skip(barWidth + metrics::space2);
            return cell.drawText(text, roleColor(Role::Text), option.font);
        }
        cell.drawIcon(QStringLiteral("clock"), roleColor(Role::TextMuted));
        return cell.drawText(text, roleColor(Role::TextMuted), option.font);
    case FileState::Ready:
        cell.drawIcon(QStringLiteral("check"), roleColor(Role::Success));
        return cell.drawText(text, roleColor(Role::Text), option.font);
    case FileState::LeftOut: break;
    }
}

void drawWhere(Cell &cell, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto text = index.data(Qt::DisplayRole).toString();
    if (index.data(FileListModel::LeftOutRole).toBool())
        cell.drawText(text, roleColor(Role::Link), option.font);
    else
        cell.drawText(text, roleColor(Role::TextMuted), option.font);
}

} // namespace

QRect FileListDelegate::chevronRect(const QStyleOptionViewItem &option, int depth)
{
    const QRect rect(option.rect.left() + FileListDelegate::nameMargin + depth * indent - metrics::space1,
                     option.rect.top(), metrics::chevron + 2 * metrics::space1, option.rect.height());
    return QStyle::visualRect(option.direction, option.rect, rect);
}

int FileListDelegate::widestChip(const QFont &font)
{
    int widest = QFontMetrics(font).horizontalAdvance(FileListModel::tr("Left out"));
    for (const auto kind : allLayerKinds)
        widest = std::max(widest, layerChipSize(kind).width());
    return widest + 2 * cellMargin;
}

int FileListDelegate::widestState(const QFont &font)
{
    auto strong = font; // of what needs a look
    strong.setWeight(QFont::Medium);
    const QFontMetrics plain(font), medium(strong);
    const auto hashing = FileListModel::tr("Hashing %1").arg(formatPercent(ByteCount(1), ByteCount(1)));
    int widest = barWidth + plain.horizontalAdvance(hashing);
    for (const auto &state : {FileListModel::tr("Changed on disk"), FileListModel::tr("Needs a look")})
        widest = std::max(widest, metrics::iconInline + medium.horizontalAdvance(state));
    return widest + metrics::space2 + 2 * cellMargin;
}

QSize FileListDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto text = index.data(Qt::DisplayRole).toString();
    auto width = QFontMetrics(option.font).horizontalAdvance(text) + 2 * cellMargin;
    if (index.column() == static_cast<int>(FileColumn::Name))
        width += index.data(FileListModel::DepthRole).toInt() * indent + metrics::chevron + metrics::iconList
            + metrics::space4;
    return {width, metrics::rowHeight(metrics::listRow)};
}

void FileListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    auto cellOption = option;
    initStyleOption(&cellOption, index);
    cellOption.text.clear();
    cellOption.icon = {};
    cellOption.features = QStyleOptionViewItem::None;
    const auto *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cellOption, painter, option.widget);

    painter->save();
    const auto column = static_cast<FileColumn>(index.column());
    const bool leftOutReason = (column == FileColumn::Packaging || column == FileColumn::State)
        && index.data(FileListModel::LeftOutRole).toBool();
    painter->setClipRect(option.rect, Qt::IntersectClip);
    if (leftOutReason) {
        // The reason is a sentence: it runs over the columns that have nothing to say of a left-out path.
        auto wide = cellOption;
        const auto other = index.siblingAtColumn(
            static_cast<int>(column == FileColumn::Packaging ? FileColumn::State : FileColumn::Packaging));
        if (const auto *view = qobject_cast<const QAbstractItemView *>(option.widget))
            wide.rect = wide.rect.united(view->visualRect(other));
        Cell cell(painter, wide);
        cell.drawText(index.siblingAtColumn(static_cast<int>(FileColumn::Packaging)).data(Qt::DisplayRole).toString(),
                      roleColor(Role::TextMuted), option.font);
    } else {
        Cell cell(painter, cellOption);
        switch (column) {
        case FileColumn::Name: drawName(painter, cell, cellOption, index); break;
        case FileColumn::Layer: drawLayer(painter, cell, cellOption, index); break;
        case FileColumn::Size:
            cell.drawText(index.data(Qt::DisplayRole).toString(), roleColor(Role::Text), option.font, Qt::ElideRight,
                          Qt::AlignRight);
            break;
        case FileColumn::Packaging:
            cell.drawText(index.data(Qt::DisplayRole).toString(), roleColor(Role::TextMuted), option.font);
            break;
        case FileColumn::State: drawState(painter, cell, cellOption, index); break;
        case FileColumn::Where: drawWhere(cell, cellOption, index); break;
        }
    }
    painter->restore();
}

} // namespace modelcrate

#include "moc_filelistdelegate.cpp"
