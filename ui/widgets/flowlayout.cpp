// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/flowlayout.h"

#include <algorithm>

#include <QStyle>
#include <QWidget>

namespace modelcrate {

FlowLayout::FlowLayout(QWidget *parent, int horizontalGap, int verticalGap)
    : QLayout(parent),
      m_horizontalGap(horizontalGap),
      m_verticalGap(verticalGap)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() { qDeleteAll(m_items); }

void FlowLayout::addItem(QLayoutItem *item) { m_items.append(item); }

void FlowLayout::insertWidget(int index, QWidget *widget)
{
    addChildWidget(widget);
    m_items.insert(std::clamp<qsizetype>(index, 0, m_items.size()), new QWidgetItem(widget));
    invalidate();
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const { return place(QRect(0, 0, width, 0), false); }

QSize FlowLayout::sizeHint() const
{
    const auto margins = contentsMargins();
    int width = 0;
    int height = 0;
    for (const auto *item : m_items) {
        if (item->isEmpty())
            continue;
        width += item->sizeHint().width() + (width > 0 ? m_horizontalGap : 0);
        height = std::max(height, item->sizeHint().height());
    }
    return {width + margins.left() + margins.right(), height + margins.top() + margins.bottom()};
}

QSize FlowLayout::minimumSize() const
{
    const auto margins = contentsMargins();
    QSize size;
    for (const auto *item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

int FlowLayout::place(const QRect &rect, bool apply) const
{
    const auto margins = contentsMargins();
    const auto inner = rect.marginsRemoved(margins);
    int y = inner.top();
    int x = 0;
    int height = 0;
    QList<QLayoutItem *> line;
    const auto finish = [&] {
        if (apply)
            placeLine(line, inner, y, height);
        line.clear();
        x = 0;
    };
    for (auto *item : m_items) {
        if (item->isEmpty())
            continue;
        const auto width = std::min(item->sizeHint().width(), inner.width());
        if (!line.isEmpty() && x + width > inner.width()) {
            finish();
            y += height + m_verticalGap;
            height = 0;
        }
        line.append(item);
        x += width + m_horizontalGap;
        height = std::max(height, item->sizeHint().height());
    }
    finish();
    return y + height - rect.top() + margins.bottom();
}

void FlowLayout::placeLine(const QList<QLayoutItem *> &line, const QRect &rect, int top, int height) const
{
    int wanted = m_horizontalGap * std::max<int>(0, static_cast<int>(line.size()) - 1);
    int expanding = 0;
    for (const auto *item : line) {
        wanted += std::min(item->sizeHint().width(), rect.width());
        expanding += item->expandingDirections().testFlag(Qt::Horizontal) ? 1 : 0;
    }
    const int extra = expanding > 0 ? std::max(0, rect.width() - wanted) / expanding : 0;
    const auto direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int x = rect.left();
    for (auto *item : line) {
        const int width = std::min(item->sizeHint().width(), rect.width())
            + (item->expandingDirections().testFlag(Qt::Horizontal) ? extra : 0);
        const int itemHeight = std::min(item->sizeHint().height(), height);
        const QRect place(x, top + (height - itemHeight) / 2, width, itemHeight);
        item->setGeometry(QStyle::visualRect(direction, rect, place));
        x += width + m_horizontalGap;
    }
}

} // namespace modelcrate
