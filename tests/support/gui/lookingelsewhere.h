// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QGuiApplication>
#include <QTest>
#include <QWidget>

namespace modelcrate::testing {

/// As if the user had gone to a window of another program: none of ours has the focus afterwards. Offscreen there are
/// no other programs; a window of ours that goes gives its focus to nobody.
inline bool lookElsewhere()
{
    {
        QWidget other;
        other.show();
        if (!QTest::qWaitForWindowActive(&other))
            return false;
    }
    return QTest::qWaitFor([] { return QGuiApplication::focusWindow() == nullptr; });
}

} // namespace modelcrate::testing
