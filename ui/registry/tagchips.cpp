// SPDX-License-Identifier: Apache-2.0
#include "ui/registry/tagchips.h"

#include "ui/widgets/layerchip.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace modelcrate {

namespace {

constexpr int gap = 6;
/// A longer tag is cut: a tag may have 128 characters.
constexpr int mostWidth = 160;
/// Where there is little room the button beside it stays whole; a tool tip has the tag.
constexpr int leastWidth = 40;

QSize chipSize(const QString &text)
{
    const auto size = outlinedChipSize(text);
    return {std::min(size.width(), mostWidth), size.height()};
}

QString countText(qsizetype count) { return QStringLiteral("+%1").arg(count); }

} // namespace

TagChips::TagChips(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void TagChips::setTags(const QStringList &tags)
{
    if (tags == m_tags)
        return;
    m_tags = tags;
    setToolTip(tags.join(QLatin1Char('\n')));
    setAccessibleName(tr("Tags: %1").arg(tags.join(QStringLiteral(", "))));
    updateGeometry();
    update();
}

QSize TagChips::sizeHint() const
{
    int width = 0;
    for (const auto &tag : m_tags)
        width += chipSize(tag).width() + gap;
    return {width, outlinedChipSize(QStringLiteral("v1")).height()};
}

QSize TagChips::minimumSizeHint() const
{
    return {m_tags.isEmpty() ? 0 : std::min(chipSize(m_tags.front()).width(), leastWidth), sizeHint().height()};
}

void TagChips::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    int left = 0;
    for (qsizetype i = 0; i < m_tags.size(); ++i) {
        const auto size = chipSize(m_tags[i]);
        const auto rest = m_tags.size() - i - 1;
        const int needed = size.width() + (rest > 0 ? gap + outlinedChipSize(countText(rest)).width() : 0);
        const bool fits = left + needed <= width() || (rest == 0 && left + size.width() <= width()) || i == 0;
        const auto text = fits ? m_tags[i] : countText(rest + 1);
        const auto chip =
            QRect(left, 0, fits ? std::min(size.width(), width()) : outlinedChipSize(text).width(), height());
        paintOutlinedChip(&painter, QStyle::visualRect(layoutDirection(), rect(), chip), text);
        if (!fits)
            return;
        left += chip.width() + gap;
    }
}

} // namespace modelcrate
