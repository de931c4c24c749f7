// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProxyStyle>

namespace modelcrate {

class FocusRing;
class ToolTips;

/// The look of every control (look/look.md): flat buttons, fields with one line, an underline under page tabs, thin
/// bars. Draws with Theme's colours over Fusion, which does what is not drawn here. Properties it reads:
///   QPushButton "primary"  the accented button; one a page
///   QPushButton "compact"  24 pixels high instead of 28
///   QTabBar "pageTabs"     tabs of a page, underlined; others are tabs of documents
///   any field "fieldState" see painting.h
///   any button "paintsFocus"  draws its focus by itself
/// A label is plain text unless it asks for RichText, and a tool tip always: what stands in them is often a stranger's.
/// The keyboard's focus is a ring around buttons, boxes and combos, and a thicker border of fields that take text.
class Style final : public QProxyStyle {
    Q_OBJECT

public:
    Style();

    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
    void unpolish(QWidget *widget) override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget = nullptr) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option = nullptr,
                    const QWidget *widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption *option = nullptr, const QWidget *widget = nullptr,
                  QStyleHintReturn *result = nullptr) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget = nullptr) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget = nullptr) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget = nullptr) const override;

private:
    FocusRing *m_ring;
    ToolTips *m_tips;
};

} // namespace modelcrate
