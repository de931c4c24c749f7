// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/theme.h"

#include <QString>

class QLabel;
class QToolButton;
class QWidget;

namespace modelcrate {

/// What the parts of a publish page are made of. GUI thread.

/// A label of plain text.
QLabel *makeText(QWidget *parent, const char *objectName, FontRole font = FontRole::Base);
/// The title of a part of the side panel.
QLabel *makeHeading(QWidget *parent, const QString &text);
/// Gives a label the ink of a role, as the theme has it now.
void setRole(QLabel *label, Role role);
/// A button that is an icon; `text` is its tool tip and its accessible name.
QToolButton *makeTool(QWidget *parent, const QString &iconName, const QString &text, const char *objectName);

} // namespace modelcrate
