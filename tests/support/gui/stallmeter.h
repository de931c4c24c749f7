// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

#include <QAbstractEventDispatcher>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QObject>
#include <QTimer>

namespace modelcrate::testing {

/// Measures how long the event loop is busy between two waits: the longest time in which the window could answer
/// nothing. What runs outside of the loop (a test's own calls) is measured by around(); the loop must be one that
/// blocks, so wait by runUntil() (QTest::qWaitFor() polls and shows nothing of it).
class StallMeter : public QObject {
public:
    StallMeter()
    {
        const auto *dispatcher = QAbstractEventDispatcher::instance();
        connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] {
            if (!m_busy.isValid()) // some dispatchers tell it twice between two waits
                m_busy.start();
        });
        connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [this] { end(); });
    }

    /// Calls `handler` as the event loop would and counts it.
    template<typename Handler>
    void around(Handler &&handler)
    {
        QElapsedTimer timer;
        timer.start();
        handler();
        m_longest = std::max(m_longest, timer.nsecsElapsed());
        m_busy.invalidate();
    }

    /// Runs a blocking loop until the condition holds and what it led to is painted; false when it does not come.
    template<typename Condition>
    bool runUntil(Condition condition, int timeoutMs = 60'000)
    {
        QEventLoop loop;
        QElapsedTimer total;
        total.start();
        int quietRounds = 0;
        QTimer look;
        look.setInterval(10);
        connect(&look, &QTimer::timeout, &loop, [&] {
            quietRounds = condition() ? quietRounds + 1 : 0;
            if (quietRounds > 5 || total.elapsed() > timeoutMs)
                loop.quit();
        });
        look.start();
        loop.exec();
        m_busy.invalidate();
        return condition();
    }

    double longestMs() const { return static_cast<double>(m_longest) / 1e6; }
    void reset()
    {
        m_longest = 0;
        m_busy.invalidate();
    }

private:
    void end()
    {
        if (m_busy.isValid())
            m_longest = std::max(m_longest, m_busy.nsecsElapsed());
        m_busy.invalidate();
    }

    QElapsedTimer m_busy;
    qint64 m_longest = 0;
};

} // namespace modelcrate::testing
