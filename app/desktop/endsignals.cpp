// SPDX-License-Identifier: Apache-2.0
#include "desktop/endsignals.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>

#include <QSocketNotifier>
#include <fcntl.h>
#include <unistd.h>

namespace modelcrate {

namespace {

constexpr std::array signalsOfTheEnd{SIGTERM, SIGINT};
constexpr int exitBySignal = 128;

/// Of the handler, which has nothing but what is global.
struct Told {
    std::atomic<int> writeEnd = -1;
    std::atomic<bool> isFirst = true;
};

Told &told()
{
    // Made before the program starts, so that no lock is taken to make it in a handler.
    static constinit Told instance;
    return instance;
}
static_assert(std::atomic<int>::is_always_lock_free && std::atomic<bool>::is_always_lock_free);

/// Only what is safe in a handler, on whichever thread it runs.
void handle(int number)
{
    if (!told().isFirst.exchange(false))
        ::_exit(exitBySignal + number);
    const int before = errno;
    const auto byte = static_cast<unsigned char>(number);
    static_cast<void>(!::write(told().writeEnd, &byte, 1));
    errno = before;
}

} // namespace

EndSignals::EndSignals(QObject *parent) : QObject(parent)
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return; // then they end the program as they always do
    m_readEnd = ends[0];
    told().writeEnd = ends[1];
    m_notifier = new QSocketNotifier(m_readEnd, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &EndSignals::read);
    for (const int number : signalsOfTheEnd) {
        if (std::signal(number, handle) == SIG_IGN)
            std::signal(number, SIG_IGN);
    }
}

EndSignals::~EndSignals()
{
    if (m_readEnd < 0)
        return;
    // Whoever sends one now does not want to wait for the rest of the end.
    told().isFirst = false;
    delete m_notifier;
    ::close(m_readEnd);
    ::close(told().writeEnd.exchange(-1));
}

void EndSignals::read()
{
    unsigned char number = 0;
    if (::read(m_readEnd, &number, 1) != 1)
        return;
    m_exitCode = exitBySignal + number;
    Q_EMIT received();
}

} // namespace modelcrate
