// SPDX-License-Identifier: Apache-2.0
#include "ui/publish/publishparts.h"

#include "ui/widgets/icons.h"

#include <QLabel>
#include <QToolButton>

namespace modelcrate {

QLabel *makeText(QWidget *parent, const char *objectName, FontRole font)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QLatin1String(objectName));
    label->setTextFormat(Qt::PlainText);
    label->setFont(Theme::font(font));
    return label;
}

QLabel *makeHeading(QWidget *parent, const QString &text)
{
    auto *heading = new QLabel(text, parent);
    heading->setFont(Theme::font(FontRole::Section));
    return heading;
}

void setRole(QLabel *label, Role role)
{
    auto palette = label->palette();
    // On a ground of Base a label takes its ink from Text.
    palette.setColor(QPalette::WindowText, Theme::instance().color(role));
    palette.setColor(QPalette::Text, Theme::instance().color(role));
    label->setPalette(palette);
}

QToolButton *makeTool(QWidget *parent, const QString &iconName, const QString &text, const char *objectName)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(QLatin1String(objectName));
    button->setIcon(icon(iconName));
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    return button;
}

} // namespace modelcrate
