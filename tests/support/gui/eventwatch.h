// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ctime>
#include <string>

#include <QApplication>
#include <QEvent>
#include <QMetaEnum>

namespace modelcrate::testing {

/// The application of a test that watches every event handler: which took longest since reset(), of the clock and of
/// the processor's time of the GUI thread. The latter is much the same on a loaded machine; the former also counts what
/// a handler waits for, which may be that others have the processor. What a test calls itself is measured by around().
class EventWatch : public QApplication {
public:
    using QApplication::QApplication;

    struct Handler {
        double wallMs = 0;
        double cpuMs = 0;
        std::string what = {}; ///< "PackageTab: UpdateRequest"
    };
    /// May be two handlers: who waits most need not work most.
    const Handler &longest() const { return m_longest; }
    const Handler &busiest() const { return m_busiest; }
    void reset() { m_longest = m_busiest = {}; }

    /// Calls `handler` as the event loop would.
    template<typename Call>
    void around(const char *what, Call &&handler)
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
            if (m_watch.m_depth > 1)
                return;
            const auto wall = now(CLOCK_MONOTONIC) - m_wall;
            const auto cpu = now(CLOCK_THREAD_CPUTIME_ID) - m_cpu;
            if (wall > m_watch.m_longest.wallMs)
                m_watch.m_longest = {wall, cpu, what()};
            if (cpu > m_watch.m_busiest.cpuMs)
                m_watch.m_busiest = {wall, cpu, what()};
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
    Handler m_longest;
    Handler m_busiest;
};

} // namespace modelcrate::testing
