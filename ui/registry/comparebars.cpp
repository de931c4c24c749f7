// SPDX-License-Identifier: Apache-2.0
#include "ui/registry/comparebars.h"

#include "ui/text/numbers.h"
#include "ui/widgets/barsegments.h"
#include "ui/widgets/theme.h"

#include <tuple>
#include <vector>

#include <QPainter>
#include <QStyle>

namespace modelcrate {

namespace {

constexpr int barHeight = 10, swatch = 10, mostNameWidth = 140;

/// Same, changed, what only one of them has (added at the later one, removed at the earlier one), not hashed yet.
QList<QColor> colors(bool before)
{
    const auto &theme = Theme::instance();
    return {theme.color(Role::ExistsFill), theme.color(Role::Accent),
            theme.color(before ? Role::Danger : Role::Success), theme.color(Role::Track)};
}

} // namespace

CompareBars::CompareBars(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("compareBars"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void CompareBars::setParts(const Parts &parts)
{
    m_parts = parts;
    auto name = tr("Same %1, changed from %2 to %3, added %4, removed %5")
                    .arg(formatBytes(parts.sameAfter), formatBytes(parts.changedBefore),
                         formatBytes(parts.changedAfter), formatBytes(parts.added), formatBytes(parts.removed));
    if (parts.unknown > ByteCount())
        name += tr(", not hashed yet %1").arg(formatBytes(parts.unknown));
    setAccessibleName(name);
    setToolTip(accessibleName());
    update();
}

int CompareBars::lineHeight() const { return fontMetrics().height() + metrics::space1; }
QSize CompareBars::sizeHint() const { return {480, 3 * lineHeight() + metrics::space1}; }
QSize CompareBars::minimumSizeHint() const { return {240, sizeHint().height()}; }

void CompareBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto before = m_parts.sameBefore + m_parts.changedBefore + m_parts.removed + m_parts.unknown;
    const auto after = m_parts.sameAfter + m_parts.changedAfter + m_parts.added + m_parts.unknown;
    const auto scale = std::max(before, after);
    paintBar(painter, 0, m_parts.nameBefore,
             {m_parts.sameBefore, m_parts.changedBefore, m_parts.removed, m_parts.unknown}, scale);
    paintBar(painter, lineHeight(), m_parts.nameAfter,
             {m_parts.sameAfter, m_parts.changedAfter, m_parts.added, m_parts.unknown}, scale);
    paintLegend(painter, 2 * lineHeight() + metrics::space1);
}

void CompareBars::paintBar(QPainter &painter, int top, const QString &name, const QList<ByteCount> &amounts,
                           ByteCount scale)
{
    ByteCount sum;
    std::vector<std::int64_t> values;
    for (const auto amount : amounts) {
        sum += amount;
        values.push_back(amount.value());
    }
    const auto size = formatBytes(sum);
    const int nameWidth = std::min(mostNameWidth, width() / 4);
    const int sizeWidth = fontMetrics().horizontalAdvance(QStringLiteral("1000.0 GiB"));
    const QRect nameRect(0, top, nameWidth, lineHeight());
    const QRect sizeRect(width() - sizeWidth, top, sizeWidth, lineHeight());
    const int room = width() - nameWidth - sizeWidth - 2 * metrics::space3;
    const auto place = [this](const QRect &rect) { return QStyle::visualRect(layoutDirection(), this->rect(), rect); };
    painter.setPen(Theme::instance().color(Role::TextMuted));
    painter.drawText(place(nameRect), Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(name, Qt::ElideMiddle, nameWidth));
    painter.setPen(Theme::instance().color(Role::Text));
    painter.drawText(place(sizeRect), Qt::AlignVCenter | Qt::AlignRight, size);
    if (scale == ByteCount())
        return;
    const auto own = static_cast<int>(static_cast<double>(room) * static_cast<double>(sum.value())
                                      / static_cast<double>(scale.value()));
    const auto segments = barSegments(values, std::max(own, 1));
    const auto fill = colors(top == 0);
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const QRect segment(nameWidth + metrics::space3 + segments[i].left, top + (lineHeight() - barHeight) / 2,
                            segments[i].width, barHeight);
        if (segments[i].width > 0)
            painter.fillRect(place(segment), fill[static_cast<qsizetype>(i)]);
    }
}

void CompareBars::paintLegend(QPainter &painter, int top)
{
    const auto &theme = Theme::instance();
    const auto range = m_parts.changedBefore == m_parts.changedAfter
        ? formatBytes(m_parts.changedAfter)
        : formatBytes(m_parts.changedBefore) + QStringLiteral(" → ") + formatBytes(m_parts.changedAfter);
    std::vector<std::tuple<Role, QString, QString>> items{
        {Role::ExistsFill, tr("Same bytes"), formatBytes(m_parts.sameAfter)},
        {Role::Accent, tr("Changed"), range},
        {Role::Success, tr("Added"), formatBytes(m_parts.added)},
        {Role::Danger, tr("Removed"), formatBytes(m_parts.removed)}};
    if (m_parts.unknown > ByteCount())
        items.emplace_back(Role::Track, tr("Not hashed yet"), formatBytes(m_parts.unknown));
    int left = 0;
    for (const auto &[role, word, figure] : items) {
        const auto text = word + QLatin1Char(' ') + figure;
        const int textWidth = fontMetrics().horizontalAdvance(text);
        if (left + swatch + metrics::space1 + textWidth > width())
            return; // the tooltip has all of them
        const auto place = [this](const QRect &rect) {
            return QStyle::visualRect(layoutDirection(), this->rect(), rect);
        };
        painter.fillRect(place({left, top + (lineHeight() - swatch) / 2, swatch, swatch}), theme.color(role));
        painter.setPen(theme.color(Role::Text));
        painter.drawText(place({left + swatch + metrics::space1 + 2, top, textWidth + 2, lineHeight()}),
                         Qt::AlignVCenter | Qt::AlignLeft, text);
        left += swatch + textWidth + metrics::space4;
    }
}

} // namespace modelcrate
