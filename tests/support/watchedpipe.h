// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <filesystem>
#include <thread>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QtGlobal>

namespace modelcrate::testing {

/// A named pipe that knows whether somebody has opened it for reading. A reader finds its end at once, so that a test
/// which fails does not hang.
class WatchedPipe {
public:
    explicit WatchedPipe(std::filesystem::path path) : m_path(std::move(path))
    {
        if (::mkfifo(m_path.c_str(), 0600) != 0)
            qFatal("no pipe");
        m_writer = std::thread([this] {
            while (!m_isOver) {
                const int pipe = ::open(m_path.c_str(), O_WRONLY | O_CLOEXEC); // waits for a reader
                if (!m_isOver)
                    m_wasRead = true;
                ::close(pipe);
            }
        });
    }
    ~WatchedPipe() { wasRead(); }
    WatchedPipe(const WatchedPipe &) = delete;
    WatchedPipe &operator=(const WatchedPipe &) = delete;

    bool wasRead()
    {
        if (m_writer.joinable()) {
            m_isOver = true;
            const int pipe = ::open(m_path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
            m_writer.join();
            ::close(pipe);
        }
        return m_wasRead;
    }

private:
    std::filesystem::path m_path;
    std::thread m_writer;
    std::atomic<bool> m_isOver = false;
    std::atomic<bool> m_wasRead = false;
};

} // namespace modelcrate::testing
