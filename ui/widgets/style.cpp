// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/style.h"

#include "ui/widgets/focusring.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/tooltips.h"

#include <algorithm>

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QToolButton>

namespace modelcrate {

namespace {

constexpr int fieldPadding = 6;
constexpr int buttonPadding = metrics::space3;
constexpr int buttonIconGap = metrics::space2;
constexpr int comboArrow = 24;
constexpr int spinButtons = 18;
constexpr int tabUnderline = 3;
constexpr int scrollBarExtent = 10;
constexpr int scrollSliderMin = 32;

const Theme &theme() { return Theme::instance(); }

bool isEnabled(const QStyleOption *option) { return option->state.testFlag(QStyle::State_Enabled); }
bool isHovered(const QStyleOption *option)
{
    return isEnabled(option) && option->state.testFlag(QStyle::State_MouseOver);
}
bool isDown(const QStyleOption *option) { return option->state.testFlag(QStyle::State_Sunken); }
bool isOn(const QStyleOption *option) { return option->state.testFlag(QStyle::State_On); }
bool isPrimary(const QWidget *widget) { return widget && widget->property("primary").toBool(); }
bool isCompact(const QWidget *widget) { return widget && widget->property("compact").toBool(); }
bool isPageTabs(const QWidget *widget) { return widget && widget->property("pageTabs").toBool(); }

int controlHeight(const QWidget *widget)
{
    return metrics::rowHeight(isCompact(widget) ? metrics::controlSmall : metrics::control)
        - (isCompact(widget) ? 2 : 0);
}

void drawIcon(QPainter *painter, const QRect &rect, const QString &name, int size, Role role)
{
    const auto place = QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, {size, size}, rect);
    painter->drawPixmap(place, iconPixmap(name, size, theme().color(role), painter->device()->devicePixelRatioF()));
}

QColor buttonGround(const QStyleOption *option, bool primary, bool flat)
{
    if (primary)
        return theme().color(isDown(option) || isHovered(option) ? Role::AccentHover : Role::Accent);
    if (isOn(option))
        return theme().color(Role::Selection);
    if (isDown(option))
        return theme().color(Role::Track);
    if (isHovered(option))
        return theme().color(Role::Hover);
    return flat ? QColor() : theme().color(Role::Surface);
}

void paintButton(QPainter *painter, const QStyleOption *option, bool primary, bool flat)
{
    const bool accented = primary && isEnabled(option);
    const auto border = accented || flat ? QColor() : theme().color(isEnabled(option) ? Role::ControlLine : Role::Line);
    paintPanel(painter, option->rect, metrics::radiusControl, buttonGround(option, accented, flat), border);
}

void paintCheckBox(QPainter *painter, const QStyleOption *option)
{
    const bool partly = option->state.testFlag(QStyle::State_NoChange);
    const bool filled = (isOn(option) || partly) && isEnabled(option);
    const auto box = QRectF(option->rect);
    const auto ground = filled ? Role::Accent
        : isDown(option)       ? Role::Track
        : isHovered(option)    ? Role::Hover
                               : Role::Surface;
    paintPanel(painter, box, metrics::radiusChip, theme().color(ground),
               filled ? QColor() : theme().color(isEnabled(option) ? Role::ControlLine : Role::Line));
    if (isOn(option) || partly)
        drawIcon(painter, option->rect, partly ? QStringLiteral("minus") : QStringLiteral("check"), 12,
                 isEnabled(option) ? Role::AccentText : Role::TextDisabled);
}

void paintRadioButton(QPainter *painter, const QStyleOption *option)
{
    const auto box = QRectF(option->rect);
    const bool filled = isOn(option) && isEnabled(option);
    const auto ground = filled ? Role::Accent : isHovered(option) ? Role::Hover : Role::Surface;
    paintPanel(painter, box, box.width() / 2, theme().color(ground),
               filled ? QColor() : theme().color(isEnabled(option) ? Role::ControlLine : Role::Line));
    if (isOn(option)) {
        const auto inset = box.width() / 3;
        paintPanel(painter, box.adjusted(inset, inset, -inset, -inset), box.width(),
                   theme().color(isEnabled(option) ? Role::AccentText : Role::TextDisabled), {});
    }
}

/// Whether the field itself or the line inside it has the focus.
bool hasFocus(const QStyleOption *option, const QWidget *widget)
{
    return isEnabled(option) && (option->state.testFlag(QStyle::State_HasFocus) || (widget && widget->hasFocus()));
}

void paintFieldOf(QPainter *painter, const QStyleOption *option, const QWidget *widget, bool showsFocus)
{
    const auto *line = qobject_cast<const QLineEdit *>(widget);
    const bool usable = isEnabled(option) && !(line && line->isReadOnly());
    paintField(painter, option->rect, fieldState(widget), showsFocus && hasFocus(option, widget), usable,
               isHovered(option));
}

void paintSelection(QPainter *painter, const QStyleOptionViewItem *option)
{
    if (option->state.testFlag(QStyle::State_Selected)) {
        const bool active = option->state.testFlag(QStyle::State_Active);
        painter->fillRect(option->rect, theme().color(active ? Role::Selection : Role::SelectionInactive));
    } else if (option->state.testFlag(QStyle::State_MouseOver) && isEnabled(option)) {
        painter->fillRect(option->rect, theme().color(Role::Hover));
    } else if (option->backgroundBrush.style() != Qt::NoBrush) {
        painter->fillRect(option->rect, option->backgroundBrush);
    }
}

bool hasInnerFocus(const QWidget *widget)
{
    return widget && widget->hasFocus() && widget->property("innerFocus").toBool();
}

/// Of controls without room for a ring around them; in views only where no selection shows which row the keyboard is
/// on.
void paintInnerFocus(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    if (hasInnerFocus(widget)) {
        const bool isButton = qobject_cast<const QPushButton *>(widget) || qobject_cast<const QToolButton *>(widget);
        const auto rect = isButton ? QRectF(widget->rect()).adjusted(2, 2, -2, -2) : QRectF(option->rect);
        const bool onAccent = isPrimary(widget) && isEnabled(option);
        paintPanel(painter, rect, metrics::radiusControl - 2, {},
                   theme().color(onAccent ? Role::AccentText : Role::Focus), 2);
        return;
    }
    const bool inView = widget
        && (qobject_cast<const QAbstractItemView *>(widget)
            || qobject_cast<const QAbstractItemView *>(widget->parentWidget()));
    if (inView && !option->state.testFlag(QStyle::State_Selected))
        paintPanel(painter, QRectF(option->rect).adjusted(1, 1, -1, -1), 3, {}, theme().color(Role::Focus), 2);
}

void paintLineFrame(QPainter *painter, const QRect &rect)
{
    paintPanel(painter, rect, 0, {}, theme().color(Role::Line));
}

void paintBranch(QPainter *painter, const QStyleOption *option)
{
    if (option->state.testFlag(QStyle::State_Children))
        drawIcon(painter, option->rect,
                 option->state.testFlag(QStyle::State_Open) ? QStringLiteral("chevron-down")
                                                            : QStringLiteral("chevron-right"),
                 metrics::chevron, Role::Text);
}

void paintArrow(QPainter *painter, const QStyleOption *option, qreal degrees)
{
    const int side = std::min({metrics::chevron, option->rect.width(), option->rect.height()});
    if (side <= 0)
        return;
    painter->save();
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->translate(QRectF(option->rect).center());
    painter->rotate(degrees);
    const QRect centred(-side / 2, -side / 2, side, side);
    drawIcon(painter, centred, QStringLiteral("chevron-down"), side,
             isEnabled(option) ? Role::Text : Role::TextDisabled);
    painter->restore();
}

void paintTabClose(QPainter *painter, const QStyleOption *option)
{
    if (isHovered(option))
        paintPanel(painter, option->rect, metrics::radiusChip,
                   theme().color(isDown(option) ? Role::Track : Role::Hover), {});
    drawIcon(painter, option->rect, QStringLiteral("cancel"), 10, isHovered(option) ? Role::Text : Role::TextMuted);
}

void paintTabShape(QPainter *painter, const QStyleOptionTab *tab, const QWidget *widget)
{
    const bool selected = tab->state.testFlag(QStyle::State_Selected);
    if (isPageTabs(widget)) {
        if (selected) {
            const auto padding = metrics::space3;
            const QRect line(tab->rect.left() + padding, tab->rect.bottom() - tabUnderline + 1,
                             tab->rect.width() - 2 * padding, tabUnderline);
            painter->fillRect(line, theme().color(Role::Accent));
        }
        return;
    }
    if (selected) {
        painter->fillRect(tab->rect, theme().color(Role::Surface));
        painter->fillRect(QRect(tab->rect.left(), tab->rect.top(), 1, tab->rect.height()), theme().color(Role::Line));
        painter->fillRect(QRect(tab->rect.right(), tab->rect.top(), 1, tab->rect.height()), theme().color(Role::Line));
        painter->fillRect(QRect(tab->rect.left(), tab->rect.top(), tab->rect.width(), 1), theme().color(Role::Line));
    } else if (isHovered(tab)) {
        painter->fillRect(tab->rect, theme().color(Role::Hover));
    }
}

QFont strong(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

void paintTabLabel(QPainter *painter, const QStyleOptionTab *tab, QRect text)
{
    const bool selected = tab->state.testFlag(QStyle::State_Selected);
    const auto role = !isEnabled(tab) ? Role::TextDisabled : selected || isHovered(tab) ? Role::Text : Role::TextMuted;
    painter->save();
    int alignment = Qt::AlignCenter;
    if (!tab->icon.isNull()) {
        alignment = static_cast<int>(QStyle::visualAlignment(tab->direction, Qt::AlignLeft) | Qt::AlignVCenter);
        QRect place(0, 0, tab->iconSize.width(), tab->iconSize.height());
        place.moveCenter(text.center());
        constexpr int gap = metrics::space1; // as QCommonStyle lays it out
        if (tab->direction == Qt::RightToLeft)
            place.moveLeft(text.right() + gap);
        else
            place.moveRight(text.left() - gap);
        tab->icon.paint(painter, place, Qt::AlignCenter, isEnabled(tab) ? QIcon::Normal : QIcon::Disabled);
        text.adjust(tab->direction == Qt::RightToLeft ? 0 : 2, 0, tab->direction == Qt::RightToLeft ? -2 : 0, 0);
    }
    if (selected)
        painter->setFont(strong(painter->font()));
    painter->setPen(theme().color(role));
    painter->drawText(
        text, alignment | Qt::TextShowMnemonic | Qt::TextSingleLine,
        painter->fontMetrics().elidedText(tab->text, Qt::ElideMiddle, text.width() + 1, Qt::TextShowMnemonic));
    painter->restore();
}

void paintButtonLabel(QPainter *painter, const QStyleOptionButton *button, bool primary)
{
    painter->save();
    if (primary)
        painter->setFont(strong(painter->font()));
    const auto role = !isEnabled(button) ? Role::TextDisabled : primary ? Role::AccentText : Role::Text;
    auto rect = button->rect.adjusted(metrics::space1, 0, -metrics::space1, 0);
    if (button->features.testFlag(QStyleOptionButton::HasMenu))
        rect.setRight(rect.right() - metrics::space4);
    const int iconWidth = button->icon.isNull() ? 0 : button->iconSize.width();
    const int gap = iconWidth > 0 && !button->text.isEmpty() ? buttonIconGap : 0;
    // Measured as QPushButton measures what it needs: elidedText() finds a text of several fonts wider than that.
    const auto measured = painter->fontMetrics();
    const auto widthOf = [&](const QString &text) { return measured.size(Qt::TextShowMnemonic, text).width(); };
    const int room = rect.width() - iconWidth - gap;
    const auto text = widthOf(button->text) <= room
        ? button->text
        : measured.elidedText(button->text, Qt::ElideRight, room, Qt::TextShowMnemonic);
    const int textWidth = widthOf(text);
    const int left = rect.left() + std::max(0, (rect.width() - iconWidth - gap - textWidth) / 2);
    if (iconWidth > 0) {
        const QRect place(left, rect.top() + (rect.height() - button->iconSize.height()) / 2, iconWidth,
                          button->iconSize.height());
        const auto state = button->state.testFlag(QStyle::State_On) ? QIcon::On : QIcon::Off;
        button->icon.paint(painter, QStyle::visualRect(button->direction, rect, place), Qt::AlignCenter,
                           isEnabled(button) ? QIcon::Normal : QIcon::Disabled, state);
    }
    painter->setPen(theme().color(role));
    const QRect place(left + iconWidth + gap, rect.top(), textWidth + 1, rect.height());
    painter->drawText(QStyle::visualRect(button->direction, rect, place),
                      Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic | Qt::TextSingleLine, text);
    painter->restore();
}

void paintHeaderSection(QPainter *painter, const QRect &rect, bool hovered)
{
    painter->fillRect(rect, theme().color(hovered ? Role::Hover : Role::Raised));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme().color(Role::Line));
}

void paintProgressBar(QPainter *painter, const QStyleOptionProgressBar *bar)
{
    auto rect = bar->rect;
    if (bar->textVisible && !bar->text.isEmpty()) {
        // As wide as the widest text it can get, so that the bar does not jump.
        const auto widest = std::max(bar->fontMetrics.horizontalAdvance(bar->text),
                                     bar->fontMetrics.horizontalAdvance(QStringLiteral("100 %")));
        auto text = rect;
        text.setLeft(text.right() - widest);
        rect.setRight(text.left() - metrics::space2);
        painter->setPen(theme().color(isEnabled(bar) ? Role::Text : Role::TextDisabled));
        painter->drawText(QStyle::visualRect(bar->direction, bar->rect, text),
                          Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, bar->text);
    }
    rect = QStyle::visualRect(bar->direction, bar->rect, rect);
    const bool isBusy = bar->maximum <= bar->minimum;
    const double done = isBusy ? 0
                               : static_cast<double>(static_cast<qint64>(bar->progress) - bar->minimum)
            / static_cast<double>(static_cast<qint64>(bar->maximum) - bar->minimum);
    paintProgress(painter, rect, done, theme().color(Role::Accent));
    if (isBusy) // no length is known: hatched, like all that is not counted
        paintHatch(painter, QRectF(rect.left(), rect.center().y() - 2, rect.width(), 6), theme().color(Role::Accent));
}

void paintScrollBar(QPainter *painter, const QStyleOptionSlider *bar, const QRect &slider)
{
    if (bar->maximum <= bar->minimum)
        return;
    const bool held = bar->activeSubControls.testFlag(QStyle::SC_ScrollBarSlider) && (isDown(bar) || isHovered(bar));
    const auto handle =
        bar->orientation == Qt::Vertical ? slider.adjusted(2, 1, -1, -1) : slider.adjusted(1, 2, -1, -1);
    paintPanel(painter, handle, std::min(handle.width(), handle.height()) / 2.0,
               theme().color(held ? Role::ControlLine : Role::TextDisabled), {});
}

void paintComboBox(QPainter *painter, const QStyleOptionComboBox *combo, const QWidget *widget, const QRect &arrow)
{
    if (combo->frame) {
        const auto *box = qobject_cast<const QComboBox *>(widget);
        const bool typed = combo->editable && box && box->lineEdit() && box->lineEdit()->hasFocus();
        paintField(painter, combo->rect, fieldState(widget), typed || hasInnerFocus(widget), isEnabled(combo),
                   isHovered(combo));
    }
    drawIcon(painter, arrow, QStringLiteral("chevron-down"), metrics::chevron,
             isEnabled(combo) ? Role::Text : Role::TextDisabled);
}

void paintSpinBox(QPainter *painter, const QStyleOptionSpinBox *spin, const QWidget *widget, const QRect &up,
                  const QRect &down)
{
    if (spin->frame)
        paintField(painter, spin->rect, fieldState(widget), spin->state.testFlag(QStyle::State_HasFocus),
                   isEnabled(spin), isHovered(spin));
    if (spin->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto step = [&](const QRect &rect, QAbstractSpinBox::StepEnabledFlag flag, QStyle::SubControl part,
                          qreal degrees) {
        QStyleOption arrow = *spin;
        arrow.rect = QRect(0, 0, 8, 8);
        arrow.rect.moveCenter(rect.center());
        arrow.state.setFlag(QStyle::State_Enabled, isEnabled(spin) && spin->stepEnabled.testFlag(flag));
        if (spin->activeSubControls == part && isDown(spin))
            paintPanel(painter, QRectF(rect).adjusted(1, 1, -1, -1), 3, theme().color(Role::Track), {});
        paintArrow(painter, &arrow, degrees);
    };
    step(up, QAbstractSpinBox::StepUpEnabled, QStyle::SC_SpinBoxUp, 180);
    step(down, QAbstractSpinBox::StepDownEnabled, QStyle::SC_SpinBoxDown, 0);
}

void paintMenuBarItem(QPainter *painter, const QStyleOptionMenuItem *item)
{
    painter->fillRect(item->rect, theme().color(Role::Window));
    const bool active = item->state.testFlag(QStyle::State_Selected) && isEnabled(item);
    if (active)
        paintPanel(painter, QRectF(item->rect).adjusted(0, 2, 0, -2), metrics::radiusChip,
                   theme().color(isDown(item) ? Role::Selection : Role::Track), {});
    painter->setPen(theme().color(isEnabled(item) ? Role::Text : Role::TextDisabled));
    painter->drawText(item->rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextDontClip | Qt::TextSingleLine,
                      item->text);
}

int extraOfStrong(const QString &text, const QFontMetrics &plain)
{
    return std::max(
        0, QFontMetrics(Theme::font(FontRole::Strong)).horizontalAdvance(text) - plain.horizontalAdvance(text));
}

} // namespace

Style::Style() : QProxyStyle(QStringLiteral("Fusion")), m_ring(new FocusRing(this)), m_tips(new ToolTips(this))
{
    setObjectName(QStringLiteral("modelcrate"));
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
        || qobject_cast<QAbstractSpinBox *>(widget) || qobject_cast<QLineEdit *>(widget)
        || qobject_cast<QScrollBar *>(widget) || qobject_cast<QTabBar *>(widget) || qobject_cast<QHeaderView *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget))
        widget->installEventFilter(m_ring);
    if (auto *header = qobject_cast<QHeaderView *>(widget); header && header->orientation() == Qt::Horizontal)
        header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    // The few tabs of a page are scrolled where there is no room; "F…s" helps nobody.
    if (auto *tabs = qobject_cast<QTabBar *>(widget); tabs && isPageTabs(tabs))
        tabs->setElideMode(Qt::ElideNone);
    if (auto *label = qobject_cast<QLabel *>(widget)) {
        if (ToolTips::isTip(label))
            m_tips->adopt(label);
        else if (label->textFormat() == Qt::AutoText)
            label->setTextFormat(Qt::PlainText);
    }
}

void Style::unpolish(QWidget *widget)
{
    widget->removeEventFilter(m_ring);
    widget->removeEventFilter(m_tips);
    QProxyStyle::unpolish(widget);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        return paintButton(painter, option, isPrimary(widget),
                           button && button->features.testFlag(QStyleOptionButton::Flat));
    }
    case PE_PanelButtonTool: return paintButton(painter, option, false, option->state.testFlag(State_AutoRaise));
    case PE_FrameDefaultButton:
    case PE_FrameButtonTool:
    case PE_FrameTabBarBase:
    case PE_FrameStatusBarItem:
    case PE_PanelToolBar: return;
    case PE_PanelStatusBar: {
        const auto &rect = option->rect;
        return painter->fillRect(QRect(rect.topLeft(), QSize(rect.width(), 1)), theme().color(Role::Line));
    }
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            paintFieldOf(painter, option, widget, true);
        return;
    }
    case PE_FrameLineEdit: return paintFieldOf(painter, option, widget, true);
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: return paintCheckBox(painter, option);
    case PE_IndicatorRadioButton: return paintRadioButton(painter, option);
    case PE_FrameFocusRect: return paintInnerFocus(painter, option, widget);
    case PE_Frame:
    case PE_FrameGroupBox:
    case PE_FrameTabWidget:
    case PE_FrameMenu:
    case PE_FrameWindow: return paintLineFrame(painter, option->rect);
    case PE_PanelItemViewRow: return; // the items draw their ground themselves
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            return paintSelection(painter, item);
        break;
    case PE_IndicatorBranch: return paintBranch(painter, option);
    case PE_IndicatorHeaderArrow:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            if (header->sortIndicator != QStyleOptionHeader::None)
                paintArrow(painter, option, header->sortIndicator == QStyleOptionHeader::SortUp ? 180 : 0);
            return;
        }
        break;
    case PE_IndicatorArrowDown: return paintArrow(painter, option, 0);
    case PE_IndicatorArrowUp: return paintArrow(painter, option, 180);
    case PE_IndicatorArrowLeft: return paintArrow(painter, option, 90);
    case PE_IndicatorArrowRight: return paintArrow(painter, option, -90);
    case PE_IndicatorButtonDropDown: return paintButton(painter, option, false, true);
    case PE_IndicatorTabClose: return paintTabClose(painter, option);
    case PE_PanelTipLabel:
        return paintPanel(painter, option->rect, metrics::radiusChip, theme().color(Role::Raised),
                          theme().color(Role::ControlLine));
    case PE_PanelMenu:
        return paintPanel(painter, option->rect, 0, theme().color(Role::Surface), theme().color(Role::ControlLine));
    default: break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonBevel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            proxy()->drawPrimitive(PE_PanelButtonCommand, button, painter, widget);
            if (button->features.testFlag(QStyleOptionButton::HasMenu)) {
                QStyleOption arrow = *option;
                arrow.rect = visualRect(option->direction, option->rect,
                                        QRect(option->rect.right() - comboArrow + 4, option->rect.top(),
                                              metrics::chevron, option->rect.height()));
                paintArrow(painter, &arrow, 0);
            }
            return;
        }
        break;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return paintButtonLabel(painter, button, isPrimary(widget));
        break;
    case CE_FocusFrame:
        return paintPanel(painter, option->rect, metrics::radiusControl + 4, {}, theme().color(Role::Focus), 2);
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            return paintTabShape(painter, tab, widget);
        break;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            paintTabLabel(painter, tab, proxy()->subElementRect(SE_TabBarTabText, option, widget));
            if (option->state.testFlag(State_HasFocus) && option->state.testFlag(State_KeyboardFocusChange))
                paintPanel(painter, QRectF(option->rect).adjusted(3, 5, -3, -5), metrics::radiusChip, {},
                           theme().color(Role::Focus), 2);
            return;
        }
        break;
    case CE_HeaderSection:
        return paintHeaderSection(painter, option->rect, isHovered(option) && option->state.testFlag(State_Sunken));
    case CE_HeaderEmptyArea: return paintHeaderSection(painter, option->rect, false);
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            auto label = *header;
            for (const auto role : {QPalette::ButtonText, QPalette::WindowText, QPalette::Text})
                label.palette.setColor(role, theme().color(Role::TextMuted));
            label.state.setFlag(State_On, false); // a column with a selected cell is not bold
            return QProxyStyle::drawControl(element, &label, painter, widget);
        }
        break;
    case CE_ProgressBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            return paintProgressBar(painter, bar);
        break;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            if (item->menuItemType == QStyleOptionMenuItem::Separator && item->text.isEmpty())
                return painter->fillRect(QRect(option->rect.left(), option->rect.center().y(), option->rect.width(), 1),
                                         theme().color(Role::Line));
            auto toned = *item;
            toned.palette.setColor(QPalette::Highlight, theme().color(Role::Selection));
            toned.palette.setColor(QPalette::HighlightedText, theme().color(Role::Text));
            return QProxyStyle::drawControl(element, &toned, painter, widget);
        }
        break;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return paintMenuBarItem(painter, item);
        break;
    case CE_MenuBarEmptyArea:
    case CE_ToolBar: return painter->fillRect(option->rect, theme().color(Role::Window));
    case CE_Splitter: {
        const bool vertical = option->state.testFlag(State_Horizontal);
        auto line = option->rect;
        if (vertical)
            line.setRect(line.left() + line.width() / 2, line.top(), 1, line.height());
        else
            line.setRect(line.left(), line.top() + line.height() / 2, line.width(), 1);
        return painter->fillRect(line, theme().color(isHovered(option) ? Role::ControlLine : Role::Line));
    }
    case CE_ShapedFrame:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option)) {
            if (frame->frameShape == QFrame::HLine)
                return painter->fillRect(QRect(option->rect.left(), option->rect.center().y(), option->rect.width(), 1),
                                         theme().color(Role::Line));
            if (frame->frameShape == QFrame::VLine)
                return painter->fillRect(QRect(option->rect.center().x(), option->rect.top(), 1, option->rect.height()),
                                         theme().color(Role::Line));
            if (frame->frameShape != QFrame::NoFrame)
                return paintLineFrame(painter, option->rect);
        }
        break;
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            return paintComboBox(painter, combo, widget,
                                 proxy()->subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget));
        break;
    case CC_SpinBox:
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
            return paintSpinBox(painter, spin, widget,
                                proxy()->subControlRect(CC_SpinBox, option, SC_SpinBoxUp, widget),
                                proxy()->subControlRect(CC_SpinBox, option, SC_SpinBoxDown, widget));
        break;
    case CC_ScrollBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return paintScrollBar(painter, bar,
                                  proxy()->subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget));
        break;
    default: break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_DefaultFrameWidth:
    case PM_MenuPanelWidth:
    case PM_SpinBoxFrameWidth:
    case PM_ComboBoxFrameWidth: return 1;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap:
    case PM_TabBarBaseHeight:
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
    case PM_ToolBarFrameWidth:
    case PM_MenuBarPanelWidth:
    case PM_ButtonDefaultIndicator: return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
    case PM_TabCloseIndicatorWidth:
    case PM_TabCloseIndicatorHeight: return metrics::iconList;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return metrics::space2;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin: return metrics::space3;
    case PM_ScrollBarExtent: return scrollBarExtent;
    case PM_ScrollBarSliderMin: return scrollSliderMin;
    case PM_SplitterWidth: return 5;
    case PM_TabBarTabHSpace: return 2 * (isPageTabs(widget) ? metrics::space2 : metrics::space3);
    case PM_TabBarTabVSpace: return metrics::space3;
    case PM_HeaderMarkSize: return metrics::chevron;
    case PM_HeaderMargin: return metrics::space1;
    case PM_TreeViewIndentation: return 20;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin: return 4;
    case PM_MenuBarHMargin: return metrics::space2;
    case PM_MenuBarItemSpacing: return metrics::space1;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *result) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_Widget_Animate:
    case SH_ScrollBar_Transient:
    case SH_ComboBox_Popup:
    case SH_ScrollView_FrameOnlyAroundContents:
    case SH_DrawMenuBarSeparator: return 0;
    case SH_ToolTip_WakeUpDelay: return 500;
    case SH_ItemView_ShowDecorationSelected: return 1; // the whole row is selected
    case SH_Table_GridLineColor: return static_cast<int>(theme().color(Role::Line).rgb());
    case SH_TabBar_Alignment: return Qt::AlignLeft;
    case SH_TabBar_ElideMode: return Qt::ElideMiddle;
    default: return QProxyStyle::styleHint(hint, option, widget, result);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    auto wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            // Not Fusion's minimum width: a button is as wide as what it says.
            const int padding = isCompact(widget) ? metrics::space2 : buttonPadding;
            int width = size.width() + 2 * padding;
            if (!button->icon.isNull() && !button->text.isEmpty())
                width += buttonIconGap - 4; // QPushButton counts 4
            if (isPrimary(widget))
                width += extraOfStrong(button->text, button->fontMetrics);
            if (button->features.testFlag(QStyleOptionButton::HasMenu))
                width += metrics::space2;
            return {width, std::max(controlHeight(widget), size.height() + 6)};
        }
        break;
    case CT_LineEdit:
        return {wanted.width() + 2 * fieldPadding, std::max(wanted.height(), metrics::rowHeight(metrics::control))};
    case CT_ComboBox: return {size.width() + 2 * fieldPadding + comboArrow, metrics::rowHeight(metrics::control)};
    case CT_SpinBox: return {wanted.width() + fieldPadding, metrics::rowHeight(metrics::control)};
    case CT_ToolButton:
        // A tool button with a text under its icon, as in the rail, is as high as it needs.
        if (size.height() <= metrics::rowHeight(metrics::control))
            return {std::max(wanted.width(), metrics::control), std::max(controlHeight(widget), size.height())};
        break;
    case CT_TabBarTab:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            return {wanted.width() + extraOfStrong(tab->text, tab->fontMetrics) + metrics::space1,
                    std::max(wanted.height(), metrics::rowHeight(metrics::documentTabs - 4))};
        break;
    case CT_HeaderSection:
        return {wanted.width() + metrics::space2, std::max(wanted.height(), metrics::rowHeight(metrics::listRow))};
    case CT_ItemViewItem: return {wanted.width(), std::max(wanted.height(), metrics::rowHeight(metrics::listRow) - 4)};
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            if (item->menuItemType == QStyleOptionMenuItem::Separator)
                return {wanted.width(), item->text.isEmpty() ? metrics::space2 + 1 : wanted.height()};
            return {wanted.width() + metrics::space2,
                    std::max(wanted.height(), metrics::rowHeight(metrics::listRow) - 2)};
        }
        break;
    case CT_MenuBarItem:
        return {wanted.width() + metrics::space1, std::max(wanted.height(), metrics::rowHeight(metrics::listRow) - 2)};
    case CT_ProgressBar: return {wanted.width(), std::max(option->fontMetrics.height(), 10)};
    default: break;
    }
    return wanted;
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    auto rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            rect.adjust(fieldPadding, 0, -fieldPadding, 0);
    }
    return rect;
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        const auto rect = option->rect;
        if (part == SC_ComboBoxArrow)
            return visualRect(option->direction, rect,
                              QRect(rect.right() - comboArrow + 1, rect.top(), comboArrow, rect.height()));
        if (part == SC_ComboBoxEditField)
            return visualRect(option->direction, rect, rect.adjusted(fieldPadding, 1, -comboArrow, -1));
    }
    if (control == CC_SpinBox) {
        const auto rect = option->rect;
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        const int buttons = spin && spin->buttonSymbols == QAbstractSpinBox::NoButtons ? 0 : spinButtons;
        const QRect up(rect.right() - buttons, rect.top() + 2, buttons, rect.height() / 2 - 2);
        if (part == SC_SpinBoxUp)
            return visualRect(option->direction, rect, up);
        if (part == SC_SpinBoxDown)
            return visualRect(option->direction, rect, up.translated(0, up.height()));
        if (part == SC_SpinBoxEditField)
            return visualRect(option->direction, rect, rect.adjusted(fieldPadding, 1, -buttons - 2, -1));
    }
    if (control == CC_ScrollBar) {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!bar)
            return {};
        const bool vertical = bar->orientation == Qt::Vertical;
        const int length = vertical ? bar->rect.height() : bar->rect.width();
        const qint64 range = static_cast<qint64>(bar->maximum) - bar->minimum;
        // No arrows: all of it is groove.
        int slider = length;
        if (range > 0)
            slider = std::min(length,
                              std::max<int>(scrollSliderMin,
                                            static_cast<int>(static_cast<qint64>(length) * bar->pageStep
                                                             / (range + std::max(1, bar->pageStep)))));
        const int start =
            sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - slider, bar->upsideDown);
        const auto piece = [&](int from, int to) {
            const auto rect =
                vertical ? QRect(0, from, bar->rect.width(), to - from) : QRect(from, 0, to - from, bar->rect.height());
            return visualRect(vertical ? Qt::LeftToRight : bar->direction, bar->rect,
                              rect.translated(bar->rect.topLeft()));
        };
        switch (part) {
        case SC_ScrollBarGroove: return bar->rect;
        case SC_ScrollBarSlider: return piece(start, start + slider);
        case SC_ScrollBarSubPage: return piece(0, start);
        case SC_ScrollBarAddPage: return piece(start + slider, length);
        default: return {};
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

} // namespace modelcrate
