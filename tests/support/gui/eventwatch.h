// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ctime>
#include <string>

#include <QApplication>
#include <QEvent>
#include <QMetaEnum>

namespace modelcrate::testing {

/// The application of a test that watches every event handler: how long the longest took since reset(), of the clock
/// and of the processor's time of the GUI thread, and what it was. The second is the same on a loaded machine; the
/// first also counts what a handler waits for. What a test calls itself is measured by around().
class EventWatch : public QApplication {
public:
    using QApplication::QApplication;

    struct Longest {
        double wallMs = 0;
        double cpuMs = 0;
        std::string what; ///< "PackageTab: UpdateRequest"
    };
    const Longest &longest() const { return m_longest; }
    void reset() { m_longest = {}; }

    /// Calls `handler` as the event loop would.
    template<typename Handler>
    void around(const char *what, Handler &&handler)
    {
        const Measured measured(*this);
        handler();
        measured.end([what] { return std::string(what); });
    }

    bool notify(QObject *receiver, QEvent *event) override
    {
        // Some events are sent by handlers of others; those are counted with them.
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        const Measured measured(*this);
        // The receiver may be gone after it.
        const auto *type = receiver->metaObject();
        const auto *parent = receiver->parent() ? receiver->parent()->metaObject() : nullptr;
        const auto kind = event->type();
        const bool result = QApplication::notify(receiver, event);
        measured.end([=] {
            const auto *name = QMetaEnum::fromType<QEvent::Type>().valueToKey(kind);
            return std::string(type->className()) + (parent ? " in " : "") + (parent ? parent->className() : "") + ": "
                + (name ? name : std::to_string(kind));
        });
        return result;
    }

private:
    class Measured {
    public:
        explicit Measured(EventWatch &watch) : m_watch(watch) { ++watch.m_depth; }
        ~Measured() { --m_watch.m_depth; }
        Q_DISABLE_COPY_MOVE(Measured)

        template<typename What>
        void end(What &&what) const
        {
            const auto wall = now(CLOCK_MONOTONIC) - m_wall;
            if (m_watch.m_depth > 1 || wall <= m_watch.m_longest.wallMs)
                return;
            m_watch.m_longest = {wall, now(CLOCK_THREAD_CPUTIME_ID) - m_cpu, what()};
        }

    private:
        static double now(clockid_t clock)
        {
            timespec time{};
            ::clock_gettime(clock, &time);
            return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
        }
        EventWatch &m_watch;
        double m_wall = now(CLOCK_MONOTONIC);
        double m_cpu = now(CLOCK_THREAD_CPUTIME_ID);
    };

    int m_depth = 0;
    Longest m_longest;
};

} // namespace modelcrate::testing
