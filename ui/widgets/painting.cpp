// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/painting.h"

#include "ui/widgets/theme.h"

#include <algorithm>

#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
#include <QVariant>
#include <QWidget>

namespace modelcrate {

namespace {

constexpr const char *stateProperty = "fieldState";
constexpr qreal barHeight = 6;
constexpr qreal barRadius = 3;

class SavedPainter {
public:
    explicit SavedPainter(QPainter *painter) : m_painter(painter)
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
    }
    ~SavedPainter() { m_painter->restore(); }
    Q_DISABLE_COPY_MOVE(SavedPainter)

private:
    QPainter *m_painter;
};

} // namespace

void setFieldState(QWidget *field, FieldState state)
{
    field->setProperty(stateProperty, static_cast<int>(state));
    field->update();
}

FieldState fieldState(const QWidget *field)
{
    const int value = field ? field->property(stateProperty).toInt() : 0;
    return value == static_cast<int>(FieldState::Error)  ? FieldState::Error
        : value == static_cast<int>(FieldState::Warning) ? FieldState::Warning
                                                         : FieldState::Normal;
}

void paintPanel(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &border,
                qreal borderWidth)
{
    const SavedPainter saved(painter);
    const bool hasBorder = border.isValid() && borderWidth > 0;
    const auto inset = hasBorder ? borderWidth / 2 : 0;
    painter->setPen(hasBorder ? QPen(border, borderWidth) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const auto inner = rect.adjusted(inset, inset, -inset, -inset);
    painter->drawRoundedRect(inner, std::max<qreal>(0, radius - inset), std::max<qreal>(0, radius - inset));
}

void paintField(QPainter *painter, const QRectF &rect, FieldState state, bool focused, bool enabled, bool hovered)
{
    const auto &theme = Theme::instance();
    auto role = enabled ? Role::ControlLine : Role::Line;
    if (enabled && hovered)
        role = Role::TextMuted;
    qreal width = 1;
    if (state != FieldState::Normal || focused) {
        role = state == FieldState::Error ? Role::Danger : state == FieldState::Warning ? Role::Warning : Role::Focus;
        width = 2;
    }
    paintPanel(painter, rect, metrics::radiusControl, theme.color(enabled ? Role::Surface : Role::Raised),
               theme.color(role), width);
    if (focused && state != FieldState::Normal) // the state keeps its colour, so the focus needs a mark of its own
        paintPanel(painter, rect.adjusted(3, 3, -3, -3), metrics::radiusControl - 3, {}, theme.color(Role::Focus), 1);
}

void paintFocusRing(QPainter *painter, const QRectF &rect, qreal radius)
{
    paintPanel(painter, rect.adjusted(-4, -4, 4, 4), radius + 4, {}, Theme::instance().color(Role::Focus), 2);
}

void paintHatch(QPainter *painter, const QRectF &rect, const QColor &color)
{
    if (rect.isEmpty())
        return;
    const SavedPainter saved(painter);
    painter->setClipRect(rect, Qt::IntersectClip);
    painter->setPen(QPen(color, 2));
    constexpr qreal step = 6;
    for (auto x = rect.left() - rect.height(); x < rect.right() + step; x += step)
        painter->drawLine(QPointF(x, rect.bottom() + 1), QPointF(x + rect.height() + 2, rect.top() - 1));
}

void paintProgress(QPainter *painter, const QRectF &rect, double fraction, const QColor &fill)
{
    const SavedPainter saved(painter);
    const auto height = std::min(barHeight, rect.height());
    const QRectF bar(rect.left(), rect.center().y() - height / 2, rect.width(), height);
    QPainterPath shape;
    shape.addRoundedRect(bar, barRadius, barRadius);
    painter->setClipPath(shape, Qt::IntersectClip);
    painter->fillRect(bar, Theme::instance().color(Role::Track));
    const auto width = bar.width() * std::clamp(fraction, 0.0, 1.0);
    const auto left = QGuiApplication::isRightToLeft() ? bar.right() - width : bar.left();
    painter->fillRect(QRectF(left, bar.top(), width, bar.height()), fill);
}

} // namespace modelcrate
