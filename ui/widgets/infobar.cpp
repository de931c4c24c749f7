// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/infobar.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/painting.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
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

} // namespace

InfoBar::InfoBar(QWidget *parent)
    : QFrame(parent),
      m_icon(new QLabel(this)),
      m_label(new QLabel(this)),
      m_actions(new QWidget(this)),
      m_actionLayout(new QHBoxLayout(m_actions)),
      m_dismiss(new QToolButton(this))
{
    setObjectName(QStringLiteral("infoBar"));
    m_label->setObjectName(QStringLiteral("infoBarText"));
    m_label->setTextFormat(Qt::RichText);
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_label->setFocusPolicy(Qt::NoFocus);
    // Takes what the buttons leave; without this a wrapping label asks for a width of its own.
    m_label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_icon->setFixedSize(metrics::iconList, metrics::iconList);
    m_actionLayout->setContentsMargins(0, 0, 0, 0);
    m_actionLayout->setSpacing(metrics::space2);
    m_actions->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_actions->hide();
    m_dismiss->setObjectName(QStringLiteral("infoBarDismiss"));
    m_dismiss->setAutoRaise(true);
    m_dismiss->setIcon(icon(QStringLiteral("cancel")));
    m_dismiss->setToolTip(tr("Dismiss"));
    m_dismiss->setAccessibleName(tr("Dismiss this message"));
    m_dismiss->setFocusPolicy(Qt::TabFocus);
    m_dismiss->hide();

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::space4, metrics::space1 + 2, metrics::space3, metrics::space1 + 2);
    layout->setSpacing(metrics::space3);
    layout->addWidget(m_icon);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_actions);
    layout->addWidget(m_dismiss);
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
    m_actionLayout->addWidget(button);
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
    auto html = m_strong.isEmpty() ? QString() : QStringLiteral("<b>%1</b>").arg(m_strong.toHtmlEscaped());
    if (!m_text.isEmpty())
        html += (html.isEmpty() ? QString() : QStringLiteral(" ")) + m_text.toHtmlEscaped();
    m_label->setText(html.replace(QLatin1Char('\n'), QStringLiteral("<br>")));
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
