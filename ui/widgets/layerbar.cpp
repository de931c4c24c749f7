// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/layerbar.h"

#include "ui/text/kindtext.h"
#include "ui/text/numbers.h"
#include "ui/widgets/icons.h"

#include <algorithm>

#include <QFocusEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace modelcrate {

namespace {

QString spoken(const LayerTotal &total)
{
    //: %1 is a layer kind, %2 a size
    if (total.files == 1)
        return LayerBar::tr("%1 %2, one file").arg(kindText(total.kind), formatBytes(total.bytes));
    //: %1 is a layer kind, %2 a size, %3 the number of files
    return LayerBar::tr("%1 %2, %3 files")
        .arg(kindText(total.kind), formatBytes(total.bytes), formatCount(total.files));
}

} // namespace

LayerBar::LayerBar(QWidget *parent) : SegmentedBar(parent)
{
    setObjectName(QStringLiteral("layerBar"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setTotals({});
}

void LayerBar::setTotals(QList<LayerTotal> totals)
{
    totals.removeIf([](const LayerTotal &total) { return total.files <= 0; });
    std::stable_sort(totals.begin(), totals.end(),
                     [](const LayerTotal &a, const LayerTotal &b) { return a.bytes > b.bytes; });
    m_totals = std::move(totals);
    m_current = std::clamp(m_current, 0, std::max(0, static_cast<int>(m_totals.size()) - 1));
    QList<Item> items;
    for (const auto &total : m_totals) {
        const auto word = kindText(total.kind);
        const auto figure = formatBytes(total.bytes);
        items.append(
            {total.bytes.value(), word, figure, formatCount(total.files), spoken(total), layerIconName(total.kind)});
    }
    setItems(std::move(items), tr("Layers by size"));
}

void LayerBar::setActiveKind(std::optional<LayerKind> kind)
{
    m_active = kind;
    update();
}

void LayerBar::paintFill(QPainter *painter, const QRectF &rect, int item) const
{
    auto color = Theme::instance().layer(m_totals.at(item).kind).fill;
    if (isDimmed(item))
        color.setAlphaF(0.35F);
    painter->fillRect(rect, color);
}

QColor LayerBar::iconColor(int item) const { return Theme::instance().layer(m_totals.at(item).kind).ink; }

int LayerBar::focusedItem() const { return m_showsFocus && hasFocus() && !m_totals.isEmpty() ? m_current : -1; }

bool LayerBar::isDimmed(int item) const { return m_active && m_totals.at(item).kind != *m_active; }

void LayerBar::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? itemAt(event->position().toPoint()) : -1;
    if (m_pressed >= 0)
        m_current = m_pressed;
}

void LayerBar::mouseMoveEvent(QMouseEvent *event)
{
    if (itemAt(event->position().toPoint()) >= 0)
        setCursor(Qt::PointingHandCursor);
    else
        unsetCursor();
}

void LayerBar::mouseReleaseEvent(QMouseEvent *event)
{
    const int item = itemAt(event->position().toPoint());
    const bool clicked = item >= 0 && item == m_pressed && item < m_totals.size();
    m_pressed = -1;
    if (clicked)
        Q_EMIT kindClicked(m_totals.at(item).kind);
}

void LayerBar::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_totals.size()) - 1;
    const int forward = isRightToLeft() ? Qt::Key_Left : Qt::Key_Right;
    const int back = isRightToLeft() ? Qt::Key_Right : Qt::Key_Left;
    if (last < 0)
        return event->ignore();
    const int key = event->key();
    m_showsFocus = true;
    if (key == forward)
        m_current = std::min(last, m_current + 1);
    else if (key == back)
        m_current = std::max(0, m_current - 1);
    else if (key == Qt::Key_Home)
        m_current = 0;
    else if (key == Qt::Key_End)
        m_current = last;
    else if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space)
        Q_EMIT kindClicked(m_totals.at(m_current).kind);
    else
        return SegmentedBar::keyPressEvent(event);
    update();
}

void LayerBar::focusInEvent(QFocusEvent *event)
{
    m_showsFocus = event->reason() != Qt::MouseFocusReason;
    SegmentedBar::focusInEvent(event);
    update();
}

void LayerBar::focusOutEvent(QFocusEvent *event)
{
    SegmentedBar::focusOutEvent(event);
    update();
}

} // namespace modelcrate
