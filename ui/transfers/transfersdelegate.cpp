// SPDX-License-Identifier: Apache-2.0
#include "ui/transfers/transfersdelegate.h"

#include "ui/text/numbers.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"

#include <algorithm>

#include <QAbstractItemView>
#include <QApplication>
#include <QDateTime>
#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace modelcrate {

namespace {

constexpr int margin = metrics::space4;
constexpr int barWidth = 104;
constexpr int buttonSize = metrics::controlSmall;
constexpr int buttonPlaces = 2;

// Below these widths of the list, columns go: the time left first, then the bar, whose percentage stays.
constexpr int timeNeeds = 860;
constexpr int barNeeds = 680;

QColor color(Role role) { return Theme::instance().color(role); }

QColor toneColor(TransferStateText::Tone tone)
{
    switch (tone) {
    case TransferStateText::Tone::Good: return color(Role::Success);
    case TransferStateText::Tone::Warning: return color(Role::Warning);
    case TransferStateText::Tone::Danger: return color(Role::Danger);
    case TransferStateText::Tone::Muted: break;
    }
    return color(Role::TextMuted);
}

/// One line of a row, filled from both ends, mirrored where text runs from the right.
class Line {
public:
    Line(QPainter *painter, const QStyleOptionViewItem &option, QRect rect)
        : m_painter(painter),
          m_option(option),
          m_rest(rect)
    {
    }

    int width() const { return m_rest.width(); }
    QRect takeStart(int width, int gap = 0)
    {
        const QRect rect(m_rest.left(), m_rest.top(), width, m_rest.height());
        m_rest.setLeft(m_rest.left() + width + gap);
        return visual(rect);
    }
    QRect takeEnd(int width, int gap = 0)
    {
        const QRect rect(m_rest.right() - width + 1, m_rest.top(), width, m_rest.height());
        m_rest.setRight(m_rest.right() - width - gap);
        return visual(rect);
    }

    void icon(const QString &name, const QColor &ink, int size)
    {
        auto rect = takeStart(size, metrics::space2);
        rect.moveTop(rect.top() + (rect.height() - size) / 2);
        rect.setHeight(size);
        m_painter->drawPixmap(rect, iconPixmap(name, size, ink, m_painter->device()->devicePixelRatioF()));
    }
    /// As much as fits; returns whether it is whole.
    void text(const QString &text, const QColor &ink, const QFont &font, Qt::TextElideMode elide = Qt::ElideRight)
    {
        if (m_rest.width() <= 0 || text.isEmpty())
            return;
        const QFontMetrics fontMetrics(font);
        const auto shown = fontMetrics.elidedText(text, elide, m_rest.width());
        draw(takeStart(std::min(m_rest.width(), fontMetrics.horizontalAdvance(shown)), metrics::space2), shown, ink,
             font, Qt::AlignLeft);
    }
    /// A figure that is cut is another figure: a text that is wider than what is kept for it gets its room.
    void figure(const QString &text, int width, const QColor &ink, const QFont &font)
    {
        const int needed = QFontMetrics(font).horizontalAdvance(text) + metrics::space1;
        draw(takeEnd(std::max(width, needed), metrics::space4), text, ink, font, Qt::AlignRight);
    }

private:
    QRect visual(const QRect &rect) const { return QStyle::visualRect(m_option.direction, m_option.rect, rect); }
    void draw(const QRect &rect, const QString &text, const QColor &ink, const QFont &font, Qt::Alignment alignment)
    {
        m_painter->setFont(font);
        m_painter->setPen(ink);
        m_painter->drawText(rect,
                            static_cast<int>(QStyle::visualAlignment(m_option.direction, alignment) | Qt::AlignVCenter)
                                | Qt::TextSingleLine,
                            text);
    }

    QPainter *m_painter;
    const QStyleOptionViewItem &m_option;
    QRect m_rest;
};

bool showsBar(const Transfer &transfer)
{
    return transfer.state != TransferState::Done && transfer.state != TransferState::Canceled
        && !transfer.progress.items.empty() && transfer.progress.toSend() > ByteCount();
}

double fractionOf(const ProgressSnapshot &progress)
{
    return static_cast<double>(progress.sent().value()) / static_cast<double>(progress.toSend().value());
}

/// Stopped ones are grey, those that do not move are a warning.
QColor barColor(const Transfer &transfer)
{
    if (transfer.state != TransferState::Running)
        return color(Role::TextDisabled);
    return transfer.stalledFor ? color(Role::Warning) : color(Role::Accent);
}

} // namespace

TransfersDelegate::TransfersDelegate(const TransfersModel &model, QObject *parent)
    : QStyledItemDelegate(parent),
      m_model(model)
{
}

int TransfersDelegate::rowHeight(bool head)
{
    if (head)
        return metrics::rowHeight(metrics::listRow);
    return std::max(metrics::transferRow, 2 * QFontMetrics(Theme::font(FontRole::Base)).height() + 2 * metrics::space2);
}

void TransfersDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    if (m_model.isHead(index.row())) {
        paintHead(painter, option, index.row());
    } else if (const auto *transfer = m_model.transferAt(index.row())) {
        auto ground = option;
        ground.text.clear();
        const auto *style = option.widget ? option.widget->style() : QApplication::style();
        style->drawPrimitive(QStyle::PE_PanelItemViewItem, &ground, painter, option.widget);
        paintTransfer(painter, option, *transfer);
    }
    painter->setPen(color(Role::Line));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->restore();
}

void TransfersDelegate::paintHead(QPainter *painter, const QStyleOptionViewItem &option, int row) const
{
    painter->fillRect(option.rect, color(Role::Raised));
    Line line(painter, option, option.rect.adjusted(margin, 0, -margin, 0));
    const auto section = m_model.sectionAt(row);
    line.text(sectionText(section), color(Role::Text), Theme::font(FontRole::Strong));
    line.text(formatCount(m_model.countIn(section)), color(Role::TextMuted), Theme::font(FontRole::Base));
}

void TransfersDelegate::paintTransfer(QPainter *painter, const QStyleOptionViewItem &option,
                                      const Transfer &transfer) const
{
    const auto base = Theme::font(FontRole::Base);
    const auto strong = Theme::font(FontRole::Strong);
    const QFontMetrics fontMetrics(base);
    const int buttons = buttonPlaces * buttonSize + (buttonPlaces - 1) * metrics::space1;
    const auto inner =
        option.rect.adjusted(margin, metrics::space2, -margin - buttons - metrics::space4, -metrics::space2);
    Line first(painter, option, QRect(inner.topLeft(), QSize(inner.width(), inner.height() / 2)));
    Line second(painter, option,
                QRect(inner.left(), inner.top() + inner.height() / 2, inner.width(), inner.height() / 2));
    const bool stalls = transfer.stalledFor.has_value();
    const int width = option.rect.width();

    // Widths of the widest texts, so that figures stand still while they run.
    if (width >= timeNeeds) {
        static const QDateTime longDate(QDate(2028, 12, 28), QTime(22, 58, 58));
        const auto widest = fontMetrics.horizontalAdvance(QLocale().toString(longDate, QLocale::ShortFormat));
        first.figure(m_model.timeLeftText(transfer), widest + metrics::space1, color(Role::TextMuted), base);
    }
    const auto rateFont = stalls ? strong : base;
    first.figure(transferRate(transfer), fontMetrics.horizontalAdvance(QStringLiteral("999 MB/s")) + metrics::space1,
                 stalls ? color(Role::Warning) : color(Role::Text), rateFont);
    first.figure(transferAmount(transfer),
                 fontMetrics.horizontalAdvance(QStringLiteral("99.9 MB of 99.9 MB")) + metrics::space1,
                 color(Role::Text), base);
    if (width >= barNeeds) {
        const auto whole = formatPercent(ByteCount(1), ByteCount(1));
        const auto percentWidth = fontMetrics.horizontalAdvance(whole) + metrics::space1;
        const auto percentRect = first.takeEnd(percentWidth, metrics::space2);
        const auto barRect = first.takeEnd(barWidth, metrics::space4);
        if (showsBar(transfer)) {
            painter->setFont(base);
            painter->setPen(color(Role::Text));
            painter->drawText(
                percentRect,
                static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignRight) | Qt::AlignVCenter),
                formatPercent(transfer.progress.sent(), transfer.progress.toSend()));
            paintProgress(painter, QRectF(barRect), fractionOf(transfer.progress), barColor(transfer));
        }
    }

    first.icon(transferIcon(transfer), color(Role::TextMuted), metrics::iconList);
    first.text(transferTitle(transfer), color(Role::Text), strong, Qt::ElideMiddle);
    first.text(option.direction == Qt::RightToLeft ? QStringLiteral("←") : QStringLiteral("→"), color(Role::TextMuted),
               base);
    first.text(transferTarget(transfer), color(Role::TextMuted), base, Qt::ElideMiddle);

    const auto state = transferState(transfer);
    second.takeStart(metrics::iconList, metrics::space2);
    if (const auto warning = m_model.warningText(transfer); !warning.isEmpty()) {
        second.icon(QStringLiteral("warning"), color(Role::Warning), metrics::iconInline);
        second.text(warning, color(Role::Warning), Theme::font(FontRole::Small));
    }
    if (!state.icon.isEmpty())
        second.icon(state.icon, toneColor(state.tone), metrics::iconInline);
    second.text(state.text, toneColor(state.tone), Theme::font(FontRole::Small));

    const auto commands = rowCommandsFor(transfer);
    const bool stressed = option.state & (QStyle::State_MouseOver | QStyle::State_Selected);
    for (int place = 0; place < static_cast<int>(commands.size()); ++place) {
        const auto command = commands[commands.size() - 1 - static_cast<std::size_t>(place)];
        QRect rect(0, 0, metrics::iconList, metrics::iconList);
        rect.moveCenter(buttonRect(option, place).center());
        painter->drawPixmap(rect,
                            iconPixmap(commandIcon(command), metrics::iconList,
                                       color(stressed ? Role::Text : Role::TextMuted),
                                       painter->device()->devicePixelRatioF()));
    }
}

QRect TransfersDelegate::buttonRect(const QStyleOptionViewItem &option, int place)
{
    const int left = option.rect.right() - margin - buttonSize - place * (buttonSize + metrics::space1);
    const QRect rect(left, option.rect.top() + metrics::space2, buttonSize, buttonSize);
    return QStyle::visualRect(option.direction, option.rect, rect);
}

std::optional<TransferCommand> TransfersDelegate::commandAt(const QStyleOptionViewItem &option,
                                                            const QModelIndex &index, const QPoint &position) const
{
    const auto *transfer = m_model.isHead(index.row()) ? nullptr : m_model.transferAt(index.row());
    if (!transfer)
        return std::nullopt;
    const auto commands = rowCommandsFor(*transfer);
    for (int place = 0; place < static_cast<int>(commands.size()); ++place) {
        if (buttonRect(option, place).contains(position))
            return commands[commands.size() - 1 - static_cast<std::size_t>(place)];
    }
    return std::nullopt;
}

bool TransfersDelegate::editorEvent(QEvent *event, QAbstractItemModel *, const QStyleOptionViewItem &option,
                                    const QModelIndex &index)
{
    if (event->type() != QEvent::MouseButtonPress && event->type() != QEvent::MouseButtonRelease)
        return false;
    const auto *mouse = static_cast<QMouseEvent *>(event);
    if (mouse->button() != Qt::LeftButton)
        return false;
    const auto command = commandAt(option, index, mouse->pos());
    const auto id = index.data(TransfersModel::IdRole).toLongLong();
    if (event->type() == QEvent::MouseButtonPress) {
        m_pressed = command ? std::optional(std::pair(id, *command)) : std::nullopt;
        return false; // the row is selected as well
    }
    // Only where the button under the pointer is still the one that was pressed: rows move and their buttons change.
    const bool clicked = command && std::exchange(m_pressed, std::nullopt) == std::pair(id, *command);
    if (clicked)
        Q_EMIT commandRequested(id, *command);
    return clicked;
}

bool TransfersDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                                  const QModelIndex &index)
{
    if (index.isValid() && event->type() == QEvent::ToolTip) {
        if (const auto command = commandAt(option, index, event->pos())) {
            QToolTip::showText(event->globalPos(), commandText(*command), view);
            return true;
        }
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

} // namespace modelcrate
