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

/// How soon a cancel is answered (design.md, rule 3). Under a sanitizer everything takes many times longer, so only an
/// answer that does not come is found there.
#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
constexpr int cancelBoundMs = 10'000;
#else
constexpr int cancelBoundMs = 250;
#endif

} // namespace modelcrate::testing
