// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/bytebar.h"

#include "ui/text/numbers.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace modelcrate {

namespace {

QString wordOf(BytePart part)
{
    switch (part) {
    case BytePart::Sent: return ByteBar::tr("Sent");
    case BytePart::Left: return ByteBar::tr("Left");
    case BytePart::ReceivedEarlier: return ByteBar::tr("Received earlier");
    case BytePart::Exists: return ByteBar::tr("Exists");
    case BytePart::Mounted: return ByteBar::tr("Mounted");
    }
    return {};
}

} // namespace

ByteBar::ByteBar(QWidget *parent) : SegmentedBar(parent)
{
    setObjectName(QStringLiteral("byteBar"));
    setParts({});
}

void ByteBar::setParts(const QList<Part> &parts)
{
    m_parts.clear();
    QList<Item> items;
    for (const auto &part : parts) {
        const bool alwaysSaid = part.part == BytePart::Sent || part.part == BytePart::Left;
        if (part.bytes == ByteCount() && !alwaysSaid)
            continue;
        const auto word = part.word.isEmpty() ? wordOf(part.part) : part.word;
        const auto figure = formatBytes(part.bytes);
        //: %1 is a word like "Sent", %2 a size
        auto spoken = tr("%1 %2").arg(word, figure);
        if (!part.note.isEmpty())
            spoken += QStringLiteral(", ") + part.note;
        m_parts << part.part;
        items.append({part.bytes.value(), word, figure, part.note, spoken, {}});
    }
    setItems(std::move(items), tr("Bytes"));
}

void ByteBar::setStalled(bool stalled)
{
    m_stalled = stalled;
    update();
}

void ByteBar::paintFill(QPainter *painter, const QRectF &rect, int item) const
{
    const auto &theme = Theme::instance();
    const auto solid = theme.color(m_stalled ? Role::Warning : Role::Accent);
    switch (m_parts.at(item)) {
    case BytePart::Sent: painter->fillRect(rect, solid); return;
    case BytePart::Left:
        painter->fillRect(rect, theme.color(Role::Track));
        // Only a swatch is small enough to need an outline.
        if (rect.width() <= rect.height() * 1.5)
            paintPanel(painter, rect, 2, {}, theme.color(Role::ControlLine), 1);
        return;
    case BytePart::ReceivedEarlier:
        painter->fillRect(rect, theme.color(Role::Surface));
        paintHatch(painter, rect, theme.color(Role::Accent));
        paintPanel(painter, rect, 0, {}, theme.color(Role::Accent), 1);
        return;
    case BytePart::Exists: painter->fillRect(rect, theme.color(Role::ExistsFill)); return;
    case BytePart::Mounted: painter->fillRect(rect, theme.color(Role::MountFill)); return;
    }
}

QColor ByteBar::iconColor(int) const { return Theme::instance().color(Role::Text); }

} // namespace modelcrate
