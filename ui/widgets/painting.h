// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QRectF>

class QPainter;
class QWidget;

namespace modelcrate {

/// What a check says of a field; drawn as its border, always beside a text that says why.
enum class FieldState { Normal, Warning, Error };
/// Any field that the style draws (line edit, combo, spin box) or a TokenField.
void setFieldState(QWidget *field, FieldState state);
FieldState fieldState(const QWidget *field);

/// A rounded panel; the border lies inside `rect` on device pixels. An invalid colour leaves that part out.
void paintPanel(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &border,
                qreal borderWidth = 1);
/// Ground and border of a field, by state, focus and whether it can be used.
void paintField(QPainter *painter, const QRectF &rect, FieldState state, bool focused, bool enabled,
                bool hovered = false);
/// The ring of the keyboard's focus around `rect`: 2 pixels wide, 2 pixels off; it needs 4 pixels of room.
void paintFocusRing(QPainter *painter, const QRectF &rect, qreal radius);
/// Rising lines, for bytes that were received earlier.
void paintHatch(QPainter *painter, const QRectF &rect, const QColor &color);
/// A thin bar, centred in `rect`; `fraction` 0 to 1. Mirrored where text runs from the right.
void paintProgress(QPainter *painter, const QRectF &rect, double fraction, const QColor &fill);

} // namespace modelcrate
