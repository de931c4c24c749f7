// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

#include <QElapsedTimer>
#include <QEventLoop>
#include <QObject>
#include <QTimer>

namespace modelcrate::testing {

/// Measures the longest time in which the window could answer nothing: how late a timer fires. What runs outside of the
/// event loop (a test's own calls) is measured by around(). Wait by runUntil().
class StallMeter : public QObject {
public:
    /// Calls `handler` as the event loop would and counts it.
    template<typename Handler>
    void around(Handler &&handler)
    {
        QElapsedTimer timer;
        timer.start();
        handler();
        m_longest = std::max(m_longest, timer.nsecsElapsed());
    }

    /// Runs a blocking loop until the condition holds and what it led to is painted; false when it does not come.
    template<typename Condition>
    bool runUntil(Condition condition, int timeoutMs = 60'000)
    {
        QEventLoop loop;
        QElapsedTimer total;
        total.start();
        int quietRounds = 0;
        QElapsedTimer sinceBeat;
        sinceBeat.start();
        QTimer beat;
        beat.setTimerType(Qt::PreciseTimer);
        beat.setInterval(beatMs);
        connect(&beat, &QTimer::timeout, &loop, [&] {
            m_longest = std::max(m_longest, sinceBeat.nsecsElapsed() - beatMs * 1'000'000LL);
            sinceBeat.restart();
            quietRounds = condition() ? quietRounds + 1 : 0;
            if (quietRounds > 10 || total.elapsed() > timeoutMs)
                loop.quit();
        });
        beat.start();
        loop.exec();
        return condition();
    }

    double longestMs() const { return static_cast<double>(m_longest) / 1e6; }
    void reset() { m_longest = 0; }

private:
    static constexpr int beatMs = 5;
    qint64 m_longest = 0;
};

} // namespace modelcrate::testing
