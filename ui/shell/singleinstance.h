// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "io/file.h"

#include <chrono>
#include <filesystem>
#include <optional>

#include <QByteArray>
#include <QObject>
#include <QStringList>

class QLocalServer;
class QLocalSocket;
class QWidget;

namespace modelcrate {

/// One window for a user: a program that is started again gives its paths to the one that runs, and ends. Who is the
/// first is decided by a lock (flock), which nothing leaves behind; what it listens at is a socket that only the user
/// may connect to. Other state folders are other users. GUI thread.
class SingleInstance : public QObject {
    Q_OBJECT

public:
    enum class Role {
        First, ///< others come to this one
        HandedOver, ///< another one has opened the paths
        Alone, ///< there is another one that does not answer, or no place for lock and socket
    };

    /// Below `$XDG_RUNTIME_DIR`, else the user's state folder; empty without either.
    static std::filesystem::path defaultFolder();

    explicit SingleInstance(std::filesystem::path folder = defaultFolder(), QObject *parent = nullptr);
    ~SingleInstance() override;

    /// Waits for another one's answer, at most so long.
    Role start(const QStringList &paths, std::chrono::milliseconds patience = std::chrono::seconds(5));
    std::filesystem::path socketPath() const;

    /// What one says to the other: the paths, made absolute, and no more of them than the other takes.
    static QByteArray message(const QStringList &paths);

Q_SIGNALS:
    /// Another start was asked to open these, absolute; none: only to show the window.
    void opened(const QStringList &paths);

private:
    void listen();
    void accept();
    void read(QLocalSocket &socket);
    bool handOver(const QStringList &paths, std::chrono::milliseconds patience) const;

    std::filesystem::path m_folder;
    std::optional<FileLock> m_lock;
    QLocalServer *m_server = nullptr;
    int m_talking = 0;
};

/// Shows a window before the others, as far as the desktop lets it.
void bringToFront(QWidget &window);

} // namespace modelcrate
