// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/primarybutton.h"

#include "ui/widgets/icons.h"

namespace modelcrate {

PrimaryButton::PrimaryButton(const QString &text, QWidget *parent) : QPushButton(text, parent)
{
    setProperty("primary", true);
}

PrimaryButton::PrimaryButton(const QString &iconName, const QString &text, QWidget *parent)
    : PrimaryButton(text, parent)
{
    setIcon(modelcrate::icon(iconName, Role::AccentText));
}

} // namespace modelcrate
