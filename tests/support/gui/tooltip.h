// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/tooltips.h"

#include <QApplication>
#include <QLabel>

namespace modelcrate::testing {

/// The tip that is seen; null without one.
inline QLabel *shownTip()
{
    for (auto *window : QApplication::topLevelWidgets()) {
        if (ToolTips::isTip(window) && window->isVisible())
            return static_cast<QLabel *>(window);
    }
    return nullptr;
}

} // namespace modelcrate::testing
