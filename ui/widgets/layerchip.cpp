// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/layerchip.h"

#include "ui/text/kindtext.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

namespace modelcrate {

namespace {

constexpr int padding = 6;
constexpr int glyph = metrics::iconInline;
constexpr int glyphGap = 5;

int chipHeight() { return std::max(metrics::chip, QFontMetrics(Theme::font(FontRole::Chip)).height() + 4); }

/// Size `wanted` at the start of `rect`, never beyond it.
QRect placed(const QRect &rect, QSize wanted)
{
    const QSize size(std::min(wanted.width(), rect.width()), std::min(wanted.height(), rect.height()));
    return QStyle::alignedRect(QGuiApplication::layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter, size, rect);
}

std::optional<LayerKind> kindOf(const QModelIndex &index)
{
    bool isNumber = false;
    const int value = index.data(layerKindRole).toInt(&isNumber);
    const bool isKind = isNumber && value >= 0 && value < static_cast<int>(allLayerKinds.size());
    return isKind ? std::optional(static_cast<LayerKind>(value)) : std::nullopt;
}

} // namespace

QSize layerChipSize(LayerKind kind)
{
    const QFontMetrics font(Theme::font(FontRole::Chip));
    return {padding + glyph + glyphGap + font.horizontalAdvance(kindText(kind)) + padding + 2, chipHeight()};
}

QSize outlinedChipSize(const QString &text)
{
    return {2 * padding + QFontMetrics(Theme::font(FontRole::Chip)).horizontalAdvance(text) + 2, chipHeight()};
}

void paintLayerChip(QPainter *painter, const QRect &rect, LayerKind kind, bool selected)
{
    const auto &theme = Theme::instance();
    const auto colors = theme.layer(kind);
    const auto chip = placed(rect, layerChipSize(kind));
    paintPanel(painter, chip, metrics::radiusChip, selected ? theme.color(Role::Surface) : colors.chip, {});
    painter->save();
    const auto direction = QGuiApplication::layoutDirection();
    const QRect mark(chip.left() + padding, chip.top() + (chip.height() - glyph) / 2, glyph, glyph);
    painter->drawPixmap(QStyle::visualRect(direction, chip, mark),
                        iconPixmap(layerIconName(kind), glyph, colors.ink, painter->device()->devicePixelRatioF()));
    painter->setPen(colors.ink);
    painter->setFont(Theme::font(FontRole::Chip));
    const auto text = chip.adjusted(padding + glyph + glyphGap, 0, -padding, 0);
    painter->drawText(QStyle::visualRect(direction, chip, text),
                      QStyle::visualAlignment(direction, Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(kindText(kind), Qt::ElideRight, text.width() + 1));
    painter->restore();
}

void paintOutlinedChip(QPainter *painter, const QRect &rect, const QString &text)
{
    const auto &theme = Theme::instance();
    const auto chip = placed(rect, outlinedChipSize(text));
    paintPanel(painter, chip, metrics::radiusChip, theme.color(Role::Surface), theme.color(Role::ControlLine));
    painter->save();
    painter->setPen(theme.color(Role::TextMuted));
    painter->setFont(Theme::font(FontRole::Chip));
    painter->drawText(chip, Qt::AlignCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, chip.width() - padding));
    painter->restore();
}

LayerChip::LayerChip(LayerKind kind, QWidget *parent) : QWidget(parent), m_kind(kind)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(kindText(kind));
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void LayerChip::setKind(LayerKind kind)
{
    m_kind = kind;
    setAccessibleName(kindText(kind));
    updateGeometry();
    update();
}

void LayerChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintLayerChip(&painter, rect(), m_kind, false);
}

void LayerChipDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto kind = kindOf(index);
    const bool outlined = !kind && index.data(outlinedChipRole).toBool();
    if (!kind && !outlined)
        return QStyledItemDelegate::paint(painter, option, index);
    auto ground = option;
    initStyleOption(&ground, index);
    const auto text = ground.text;
    ground.text.clear();
    ground.icon = {};
    const auto *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
    // Where the text of other columns begins.
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &ground, option.widget) + 1;
    const auto place = option.rect.adjusted(margin, 0, -margin, 0);
    if (kind)
        paintLayerChip(painter, place, *kind, option.state.testFlag(QStyle::State_Selected));
    else
        paintOutlinedChip(painter, place, text);
}

QSize LayerChipDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    auto size = QStyledItemDelegate::sizeHint(option, index);
    if (const auto kind = kindOf(index))
        size = layerChipSize(*kind);
    else if (index.data(outlinedChipRole).toBool())
        size = outlinedChipSize(index.data().toString());
    return {size.width() + 2 * metrics::space2,
            std::max(size.height() + metrics::space1, metrics::rowHeight(metrics::listRow))};
}

} // namespace modelcrate
