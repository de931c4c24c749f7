// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/infobar.h"

#include "ui/widgets/bartext.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/painting.h"

#include <algorithm>

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLayout>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace modelcrate {

namespace {

struct Look {
    Role ground;
    Role ink;
    const char *icon;
};

Look lookOf(InfoBar::Kind kind)
{
    switch (kind) {
    case InfoBar::Kind::Info: return {Role::InfoBg, Role::Accent, "info"};
    case InfoBar::Kind::Success: return {Role::SuccessBg, Role::Success, "check-circle"};
    case InfoBar::Kind::Warning: return {Role::WarningBg, Role::Warning, "warning"};
    case InfoBar::Kind::Danger: return {Role::DangerBg, Role::Danger, "error"};
    }
    return {Role::InfoBg, Role::Accent, "info"};
}

/// Icon, text, buttons, close button in a row. Where the text would be higher beside the buttons than with them below
/// it, they go there and wrap. The close button stays in the corner.
class BarLayout final : public QLayout {
public:
    BarLayout(InfoBar *bar, QWidget *icon, BarText *text, QWidget *actions, QWidget *dismiss)
        : QLayout(bar),
          m_text(text)
    {
        for (auto *widget : {icon, static_cast<QWidget *>(text), actions, dismiss}) {
            addChildWidget(widget);
            m_items.append(new QWidgetItem(widget));
        }
    }
    ~BarLayout() override { qDeleteAll(m_items); }
    Q_DISABLE_COPY_MOVE(BarLayout)

    void addItem(QLayoutItem *item) override { m_items.append(item); }
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override
    {
        return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
    }
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override
    {
        const auto margins = contentsMargins();
        return arranged(width - margins.left() - margins.right()).height + margins.top() + margins.bottom();
    }
    QSize sizeHint() const override
    {
        const int text = std::min(m_text->naturalWidth(), m_text->fontMetrics().averageCharWidth() * wishedLetters);
        const int width = before() + text + (hasActions() ? gap + wish(Actions).width() : 0) + behind();
        return withMargins({width, arranged(width).height});
    }
    QSize minimumSize() const override
    {
        const int width = std::max(m_text->leastWidth() + behind(), hasActions() ? least(Actions).width() : 0);
        return withMargins({before() + width, arranged(QWIDGETSIZE_MAX).height});
    }
    void setGeometry(const QRect &rect) override
    {
        QLayout::setGeometry(rect);
        const auto inner = rect.marginsRemoved(contentsMargins());
        const auto places = arranged(inner.width());
        const int top = inner.top() + std::max(0, (inner.height() - places.height) / 2);
        for (int i = 0; i < places.of.size(); ++i)
            m_items[i]->setGeometry(QStyle::visualRect(parentWidget()->layoutDirection(), inner,
                                                       places.of[i].translated(inner.left(), top)));
    }

private:
    enum Item { Icon, Text, Actions, Dismiss };
    static constexpr int gap = metrics::space3;
    static constexpr int wishedLetters = 60; ///< of a line

    struct Places {
        QList<QRect> of = QList<QRect>(Dismiss + 1); ///< by item
        int height = 0;
    };

    bool hasActions() const { return !m_items[Actions]->isEmpty(); }
    QSize wish(Item item) const { return m_items[item]->isEmpty() ? QSize(0, 0) : m_items[item]->sizeHint(); }
    QSize least(Item item) const { return m_items[item]->isEmpty() ? QSize(0, 0) : m_items[item]->minimumSize(); }
    int before() const { return wish(Icon).width() + gap; }
    int behind() const { return m_items[Dismiss]->isEmpty() ? 0 : gap + wish(Dismiss).width(); }
    QSize withMargins(QSize size) const
    {
        const auto margins = contentsMargins();
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
    }

    bool areLowerBelow(int room, int roomBeside, int rowHeight) const
    {
        if (roomBeside < m_text->leastWidth())
            return true;
        const int beside = std::max(m_text->sizeAt(roomBeside).fullHeight, wish(Actions).height());
        return beside > m_text->sizeAt(room).fullHeight + metrics::space1 + rowHeight;
    }

    /// In a rectangle that begins at 0, 0, from left to right.
    Places arranged(int width) const
    {
        const int room = std::max(1, width - before() - behind());
        const int rowWidth = std::max(1, width - before());
        const int rowHeight = hasActions() ? std::max(1, m_items[Actions]->heightForWidth(rowWidth)) : 0;
        const int roomBeside = hasActions() ? room - gap - wish(Actions).width() : room;
        const bool below = hasActions() && areLowerBelow(room, roomBeside, rowHeight);
        const int textWidth = below ? room : roomBeside;
        const int textHeight = m_text->sizeAt(textWidth).height;
        // What is one line high stands in the middle of the first one.
        const int band = std::max({wish(Icon).height(), wish(Dismiss).height(), below ? 0 : wish(Actions).height()});
        const int high = std::max(band, textHeight);
        const int first = std::min(high, std::max(band, m_text->fontMetrics().lineSpacing()));

        Places places;
        const auto centred = [&](Item item, int x, int height) {
            return QRect(QPoint(x, (height - wish(item).height()) / 2), wish(item));
        };
        places.of[Icon] = centred(Icon, 0, first);
        places.of[Text] = QRect(before(), (high - textHeight) / 2, textWidth, textHeight);
        places.of[Dismiss] = centred(Dismiss, width - wish(Dismiss).width(), first);
        places.height = high;
        if (below) {
            places.of[Actions] = QRect(before(), high + metrics::space1, rowWidth, rowHeight);
            places.height += metrics::space1 + rowHeight;
        } else {
            places.of[Actions] = centred(Actions, before() + textWidth + gap, high);
        }
        return places;
    }

    QList<QLayoutItem *> m_items; ///< by Item
    BarText *m_text;
};

} // namespace

InfoBar::InfoBar(QWidget *parent)
    : QFrame(parent),
      m_icon(new QLabel(this)),
      m_label(new BarText(this)),
      m_actions(new QWidget(this)),
      m_actionLayout(new FlowLayout(m_actions, metrics::space2, metrics::space1)),
      m_dismiss(new QToolButton(this))
{
    setObjectName(QStringLiteral("infoBar"));
    m_label->setObjectName(QStringLiteral("infoBarText"));
    m_icon->setFixedSize(metrics::iconList, metrics::iconList);
    m_actions->hide();
    m_dismiss->setObjectName(QStringLiteral("infoBarDismiss"));
    m_dismiss->setAutoRaise(true);
    m_dismiss->setIcon(icon(QStringLiteral("cancel")));
    m_dismiss->setToolTip(tr("Dismiss"));
    m_dismiss->setAccessibleName(tr("Dismiss this message"));
    m_dismiss->setFocusPolicy(Qt::TabFocus);
    m_dismiss->hide();

    auto *layout = new BarLayout(this, m_icon, m_label, m_actions, m_dismiss);
    layout->setContentsMargins(metrics::space4, metrics::space1 + 2, metrics::space3, metrics::space1 + 2);
    setMinimumHeight(metrics::banner);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);

    connect(m_dismiss, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT dismissed();
    });
    connect(&Theme::instance(), &Theme::changed, this, &InfoBar::refresh);
    refresh();
}

void InfoBar::setMessage(Kind kind, const QString &strong, const QString &text)
{
    const bool same = kind == m_kind && strong == m_strong && text == m_text;
    m_kind = kind;
    m_strong = strong;
    m_text = text;
    m_iconName.clear();
    refresh();
    if (!same && isVisible())
        announce();
}

void InfoBar::setError(const ErrorText &error)
{
    setMessage(Kind::Danger, error.title + QLatin1Char('.'), error.cause + QLatin1Char(' ') + error.action);
    clearActions();
    const auto details = error.details;
    addAction(tr("Copy &Details"), QStringLiteral("infoBarCopyDetails"),
              [details] { QGuiApplication::clipboard()->setText(details); });
}

void InfoBar::setIconName(const QString &name)
{
    m_iconName = name;
    refresh();
}

QString InfoBar::text() const
{
    return m_strong.isEmpty() ? m_text : m_text.isEmpty() ? m_strong : m_strong + QLatin1Char(' ') + m_text;
}

QAbstractButton *InfoBar::addAction(const QString &text, const QString &objectName, std::function<void()> triggered)
{
    auto *button = new QPushButton(text, m_actions);
    button->setObjectName(objectName);
    button->setProperty("compact", true);
    button->setFlat(!m_buttons.isEmpty());
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [triggered = std::move(triggered)] { triggered(); });
    m_actionLayout->insertWidget(m_actionLayout->count(), button);
    m_buttons << button;
    m_actions->show();
    return button;
}

void InfoBar::clearActions()
{
    for (auto *button : std::as_const(m_buttons)) {
        m_actionLayout->removeWidget(button);
        button->hide();
        button->deleteLater(); // an action may well be what replaces the actions
    }
    m_buttons.clear();
    m_actions->hide();
}

void InfoBar::setDismissible(bool dismissible) { m_dismiss->setVisible(dismissible); }

void InfoBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::instance().color(lookOf(m_kind).ground));
}

void InfoBar::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    announce();
}

void InfoBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        refresh();
}

void InfoBar::refresh()
{
    const auto look = lookOf(m_kind);
    const auto name = m_iconName.isEmpty() ? QLatin1String(look.icon) : m_iconName;
    m_icon->setPixmap(iconPixmap(name, metrics::iconList, Theme::instance().color(look.ink), devicePixelRatioF()));
    m_label->setMessage(m_strong, m_text);
    m_label->setAccessibleName(text());
    setAccessibleName(text());
    update();
}

void InfoBar::announce()
{
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace modelcrate
