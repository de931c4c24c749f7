// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/rail.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <algorithm>

#include <QCoreApplication>
#include <QStyleOptionToolButton>
#include <QStylePainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace modelcrate {

/// Rail item: icon over word, with a number at its corner when there is something to count.
class RailButton final : public QToolButton {
    Q_DECLARE_TR_FUNCTIONS(modelcrate::RailButton)

public:
    RailButton(const QString &text, const QString &iconName, QWidget *parent) : QToolButton(parent)
    {
        setText(text);
        setAccessibleName(text);
        setIcon(modelcrate::icon(iconName, Role::TextMuted));
        connect(this, &QToolButton::toggled, this, [this, iconName](bool current) {
            setIcon(modelcrate::icon(iconName, current ? Role::Link : Role::TextMuted));
        });
        setIconSize({metrics::iconRail, metrics::iconRail});
        setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        setCheckable(true);
        setAutoExclusive(true);
        setAutoRaise(true);
        setFont(Theme::font(FontRole::Caption));
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setMinimumHeight(metrics::rowHeight(48));
    }

    QSize sizeHint() const override
    {
        auto strong = font(); // of the current one
        strong.setBold(true);
        const auto hint = QToolButton::sizeHint();
        return {std::max(hint.width(), QFontMetrics(strong).horizontalAdvance(text()) + metrics::space2),
                hint.height()};
    }

    void setBadge(int count)
    {
        if (m_badge == count)
            return;
        m_badge = count;
        setAccessibleName(count > 0 ? tr("%1, %n active", nullptr, count).arg(text()) : text());
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const auto &theme = Theme::instance();
        QStyleOptionToolButton option;
        initStyleOption(&option);
        option.palette.setColor(QPalette::ButtonText, theme.color(isChecked() ? Role::Link : Role::TextMuted));
        option.font.setBold(isChecked());
        QStylePainter painter(this);
        painter.drawComplexControl(QStyle::CC_ToolButton, option);
        if (m_badge == 0)
            return;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setFont(Theme::font(FontRole::Caption));
        const auto text = m_badge > 99 ? QStringLiteral("99+") : QString::number(m_badge);
        const int height = painter.fontMetrics().height();
        const int wide = std::max(height, painter.fontMetrics().horizontalAdvance(text) + metrics::space2);
        const QRect badge(width() / 2 + metrics::space1, metrics::space1, wide, height);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Role::Accent));
        painter.drawRoundedRect(badge, height / 2.0, height / 2.0);
        painter.setPen(theme.color(Role::AccentText));
        painter.drawText(badge, Qt::AlignCenter, text);
    }

private:
    int m_badge = 0;
};

Rail::Rail(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("rail"));
    // A minimum width would take the place of what the words of some languages need.
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space1, metrics::space1, metrics::space1, metrics::space2);
    column->setSpacing(metrics::space1);
    column->addStrut(metrics::rail - 2 * metrics::space1);
    addPlace(Place::Packages, tr("Packages"), "package", "packagesPlace");
    addPlace(Place::Registries, tr("Registries"), "registry", "registriesPlace");
    addPlace(Place::Transfers, tr("Transfers"), "transfers", "transfersPlace");
    column->addStretch(1);
    addPlace(Place::Help, tr("Help"), "help", "helpPlace");
    addPlace(Place::Settings, tr("Settings"), "settings", "settingsPlace");
}

void Rail::addPlace(Place place, const QString &text, const char *iconName, const char *objectName)
{
    auto *button = new RailButton(text, QLatin1String(iconName), this);
    button->setObjectName(QLatin1String(objectName));
    connect(button, &QToolButton::clicked, this, [this, place] { Q_EMIT chosen(place); });
    layout()->addWidget(button);
    m_buttons.append(button);
}

void Rail::setCurrent(Place place) { m_buttons[static_cast<int>(place)]->setChecked(true); }

void Rail::setBadge(Place place, int count) { m_buttons[static_cast<int>(place)]->setBadge(count); }

} // namespace modelcrate
