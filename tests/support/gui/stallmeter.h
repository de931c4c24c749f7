// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <ctime>
#include <utility>

#include <QElapsedTimer>
#include <QEventLoop>
#include <QObject>
#include <QTimer>

namespace modelcrate::testing {

/// Measures the longest time in which the window could answer nothing: how late a timer fires, and how much of it the
/// GUI thread itself has worked, which other programs of a loaded machine change little. What runs outside of the event
/// loop (a test's own calls) is measured by around(). Wait by runUntil().
class StallMeter : public QObject {
public:
    /// Calls `handler` as the event loop would and counts it.
    template<typename Handler>
    void around(Handler &&handler)
    {
        QElapsedTimer timer;
        timer.start();
        const auto worked = workedNs();
        handler();
        m_longest = std::max(m_longest, timer.nsecsElapsed());
        m_longestWork = std::max(m_longestWork, workedNs() - worked);
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
        auto workedBefore = workedNs();
        QTimer beat;
        beat.setTimerType(Qt::PreciseTimer);
        beat.setInterval(beatMs);
        connect(&beat, &QTimer::timeout, &loop, [&] {
            m_longest = std::max(m_longest, sinceBeat.nsecsElapsed() - beatMs * 1'000'000LL);
            sinceBeat.restart();
            m_longestWork = std::max(m_longestWork, workedNs() - std::exchange(workedBefore, workedNs()));
            quietRounds = condition() ? quietRounds + 1 : 0;
            if (quietRounds > 10 || total.elapsed() > timeoutMs)
                loop.quit();
        });
        beat.start();
        loop.exec();
        return condition();
    }

    double longestMs() const { return static_cast<double>(m_longest) / 1e6; }
    double longestWorkMs() const { return static_cast<double>(m_longestWork) / 1e6; }
    void reset() { m_longest = m_longestWork = 0; }

private:
    static constexpr int beatMs = 5;
    static qint64 workedNs()
    {
        timespec time{};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
    }
    qint64 m_longest = 0;
    qint64 m_longestWork = 0;
};

} // namespace modelcrate::testing
