// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/verticalline.h"

#include <QWidget>

namespace modelcrate {

QWidget *verticalLine()
{
    auto *line = new QWidget;
    line->setFixedWidth(1);
    line->setBackgroundRole(QPalette::Mid);
    line->setAutoFillBackground(true);
    return line;
}

} // namespace modelcrate
