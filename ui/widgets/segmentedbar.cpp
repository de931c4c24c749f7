// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/segmentedbar.h"

#include "ui/widgets/barsegments.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/painting.h"

#include <algorithm>

#include <QAccessible>
#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QResizeEvent>
#include <QStringList>
#include <QStyle>
#include <QToolTip>

namespace modelcrate {

namespace {

constexpr int barHeight = 10;
constexpr qreal barRadius = 3;
constexpr int swatch = 10;
constexpr int itemGap = metrics::space5;
constexpr int lineGap = metrics::space1;

} // namespace

SegmentedBar::SegmentedBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SegmentedBar::setLegendVisible(bool visible)
{
    m_legendVisible = visible;
    adjustHeight();
    update();
}

void SegmentedBar::setItems(QList<Item> items, const QString &accessiblePrefix)
{
    m_items = std::move(items);
    QStringList figures;
    for (const auto &item : m_items)
        figures << item.spoken;
    //: accessible name of a bar: what it shows, then every figure
    const auto name = tr("%1: %2").arg(accessiblePrefix, figures.join(QStringLiteral("; ")));
    if (name != accessibleName()) {
        setAccessibleName(name);
        QAccessibleEvent changed(this, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&changed);
    }
    adjustHeight();
    update();
}

void SegmentedBar::adjustHeight()
{
    updateGeometry();
    setFixedHeight(heightForWidth(width()));
}

void SegmentedBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        adjustHeight();
}

int SegmentedBar::lineHeight() const
{
    return std::max(metrics::iconList,
                    std::max(fontMetrics().height(), QFontMetrics(Theme::font(FontRole::Strong)).height()));
}

int SegmentedBar::itemWidth(const Item &item) const
{
    const QFontMetrics strong(Theme::font(FontRole::Strong));
    int width = swatch + metrics::space2 + fontMetrics().horizontalAdvance(item.word) + metrics::space2
        + strong.horizontalAdvance(item.figure);
    if (!item.icon.isEmpty())
        width += metrics::iconList + metrics::space2;
    if (!item.note.isEmpty())
        width += metrics::space2 + fontMetrics().horizontalAdvance(item.note);
    return width + 1;
}

int SegmentedBar::legendTop() const { return barHeight + metrics::space2; }

SegmentedBar::Legend SegmentedBar::legendFor(int width) const
{
    Legend legend;
    int x = 0;
    int y = legendTop();
    for (const auto &item : m_items) {
        const int wanted = std::min(itemWidth(item), std::max(1, width));
        if (x > 0 && x + wanted > width) {
            x = 0;
            y += lineHeight() + lineGap;
        }
        legend.rects << QRect(x, y, wanted, lineHeight());
        x += wanted + itemGap;
    }
    legend.height = m_items.isEmpty() ? legendTop() + lineHeight() : y + lineHeight();
    return legend;
}

QSize SegmentedBar::sizeHint() const
{
    int width = 0;
    for (const auto &item : m_items)
        width += itemWidth(item) + itemGap;
    width = std::max(width, 200);
    return {width, heightForWidth(width)};
}

QSize SegmentedBar::minimumSizeHint() const
{
    int width = 80;
    for (const auto &item : m_items)
        width = std::max(width, m_legendVisible ? itemWidth(item) : 0);
    return {width, m_legendVisible ? legendTop() + lineHeight() : barHeight};
}

int SegmentedBar::heightForWidth(int width) const { return m_legendVisible ? legendFor(width).height : barHeight; }

QRect SegmentedBar::segmentRect(int item) const
{
    std::vector<std::int64_t> amounts;
    for (const auto &each : m_items)
        amounts.push_back(each.amount);
    const auto segment = barSegments(amounts, width())[static_cast<std::size_t>(item)];
    return QStyle::visualRect(layoutDirection(), rect(), QRect(segment.left, 0, segment.width, barHeight));
}

QRect SegmentedBar::legendRect(int item) const
{
    return QStyle::visualRect(layoutDirection(), rect(), legendFor(width()).rects.value(item));
}

int SegmentedBar::itemAt(QPoint position) const
{
    for (int i = 0; i < m_items.size(); ++i) {
        // The bar is thin: what lies a little above or below it is meant for it.
        const auto segment = segmentRect(i);
        if ((!segment.isEmpty() && segment.adjusted(-1, -2, 1, 4).contains(position))
            || (m_legendVisible && legendRect(i).contains(position)))
            return i;
    }
    return -1;
}

void SegmentedBar::paintLegendItem(QPainter *painter, const QRect &rect, int item) const
{
    const auto &theme = Theme::instance();
    const auto &entry = m_items.at(item);
    int x = 0;
    const auto place = [&](int width, int height) {
        const QRect logical(rect.x() + x, rect.y() + (rect.height() - height) / 2, width, height);
        x += width + metrics::space2;
        return QStyle::visualRect(layoutDirection(), rect, logical);
    };
    const QRectF square(place(swatch, swatch));
    painter->save();
    QPainterPath shape;
    shape.addRoundedRect(square, 2, 2);
    painter->setClipPath(shape);
    paintFill(painter, square, item);
    painter->restore();
    if (!entry.icon.isEmpty()) {
        const auto place16 = place(metrics::iconList, metrics::iconList);
        painter->drawPixmap(place16, iconPixmap(entry.icon, metrics::iconList, iconColor(item), devicePixelRatioF()));
    }
    const auto text = [&](const QString &string, const QFont &font, Role role) {
        painter->setFont(font);
        painter->setPen(theme.color(role));
        const auto width = QFontMetrics(font).horizontalAdvance(string);
        painter->drawText(place(width, rect.height()), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, string);
    };
    text(entry.word, font(), isDimmed(item) ? Role::TextMuted : Role::Text);
    text(entry.figure, Theme::font(FontRole::Strong), isDimmed(item) ? Role::TextMuted : Role::Text);
    if (!entry.note.isEmpty())
        text(entry.note, font(), Role::TextMuted);
}

void SegmentedBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.save();
    QPainterPath bar;
    bar.addRoundedRect(QRectF(0, 0, width(), barHeight), barRadius, barRadius);
    painter.setClipPath(bar);
    bool any = false;
    for (int i = 0; i < m_items.size(); ++i) {
        const auto segment = segmentRect(i);
        any = any || !segment.isEmpty();
        if (!segment.isEmpty())
            paintFill(&painter, QRectF(segment), i);
    }
    if (!any)
        painter.fillRect(QRectF(0, 0, width(), barHeight), Theme::instance().color(Role::Track));
    painter.restore();
    if (!m_legendVisible)
        return;
    for (int i = 0; i < m_items.size(); ++i)
        paintLegendItem(&painter, legendRect(i), i);
    if (focusedItem() >= 0)
        paintPanel(&painter, QRectF(legendRect(focusedItem())).adjusted(-3, 0, 3, 0).intersected(QRectF(rect())),
                   metrics::radiusChip, {}, Theme::instance().color(Role::Focus), 2);
}

bool SegmentedBar::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const int item = itemAt(help->pos());
        if (item >= 0)
            QToolTip::showText(help->globalPos(), m_items.at(item).spoken, this);
        else
            QToolTip::hideText();
        return true;
    }
    if (event->type() == QEvent::FontChange)
        adjustHeight();
    return QWidget::event(event);
}

} // namespace modelcrate
