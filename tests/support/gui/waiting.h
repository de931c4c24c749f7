// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QTest>

namespace modelcrate::testing {

/// Runs the event loop until `condition` holds, at most `timeoutMs`; false when it does not come.
template<typename Condition>
bool waitFor(Condition condition, int timeoutMs = 20'000)
{
    return QTest::qWaitFor(condition, timeoutMs);
}

} // namespace modelcrate::testing
