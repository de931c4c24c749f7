// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/singleinstance.h"

#include "base/log.h"
#include "base/text.h"
#include "io/userfolders.h"
#include "ui/text/convert.h"

#include <algorithm>
#include <cstdlib>
#include <variant>

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>
#include <QThread>
#include <QTimer>
#include <QWidget>
#include <QtEndian>
#include <sys/un.h>

namespace modelcrate {

namespace fs = std::filesystem;

namespace {

constexpr unsigned privateFolder = 0700;
constexpr int headerSize = 4;
constexpr int mostPaths = 64;
constexpr int longestPath = 4096;
constexpr int largestMessage = mostPaths * (longestPath + 1);
constexpr int mostTalkers = 8;
constexpr std::chrono::milliseconds longestTalk{3000};
constexpr unsigned long retryMs = 50;
const QByteArray answer = QByteArrayLiteral("ok");

/// Programs with another state folder (of a test, of another home) have other packages and another queue.
std::string nameOfUser()
{
    const auto state = userFolder(UserFolder::State);
    const auto place = state ? state->native() : std::string();
    const auto hash = QCryptographicHash::hash(QByteArray::fromStdString(place), QCryptographicHash::Sha256);
    return cat("window-", hash.left(8).toHex().toStdString());
}

struct Incomplete { };
struct Malformed { };

std::variant<Incomplete, Malformed, QStringList> parse(const QByteArray &bytes)
{
    if (bytes.size() < headerSize)
        return Incomplete{};
    const auto size = qFromBigEndian<quint32>(bytes.constData());
    if (size > static_cast<quint32>(largestMessage) || static_cast<quint32>(bytes.size() - headerSize) > size)
        return Malformed{};
    if (static_cast<quint32>(bytes.size() - headerSize) < size)
        return Incomplete{};
    QStringList paths;
    if (size == 0)
        return paths;
    for (const auto &path : bytes.mid(headerSize).split('\0')) {
        if (path.size() > longestPath || !path.startsWith('/') || paths.size() == mostPaths)
            return Malformed{};
        paths.append(QString::fromUtf8(path));
    }
    return paths;
}

} // namespace

fs::path SingleInstance::defaultFolder()
{
    std::error_code failure;
    if (const char *runtime = std::getenv("XDG_RUNTIME_DIR");
        runtime && *runtime == '/' && fs::is_directory(runtime, failure))
        return fs::path(runtime) / "modelcrate";
    return userFolder(UserFolder::State).value_or(fs::path());
}

SingleInstance::SingleInstance(fs::path folder, QObject *parent) : QObject(parent), m_folder(std::move(folder)) { }

SingleInstance::~SingleInstance() = default;

fs::path SingleInstance::socketPath() const { return m_folder / nameOfUser(); }

SingleInstance::Role SingleInstance::start(const QStringList &paths, std::chrono::milliseconds patience)
{
    if (m_folder.empty() || !makeFolders(m_folder, privateFolder))
        return Role::Alone;
    auto lockPath = socketPath();
    lockPath += ".lock";
    const QDeadlineTimer deadline(patience);
    for (;;) {
        auto lock = FileLock::tryLock(lockPath);
        if (!lock) {
            log(LogLevel::Warning, "window", lock.error().toString());
            return Role::Alone;
        }
        if (*lock) {
            m_lock = std::move(*lock);
            listen();
            return Role::First;
        }
        // The other one may only just begin to listen, or be about to end.
        if (handOver(paths, std::chrono::milliseconds(deadline.remainingTime())))
            return Role::HandedOver;
        if (deadline.hasExpired())
            return Role::Alone;
        QThread::msleep(retryMs);
    }
}

QByteArray SingleInstance::message(const QStringList &paths)
{
    QByteArray body;
    int count = 0;
    for (const auto &path : paths) {
        const auto absolute = QDir::current().absoluteFilePath(path).toUtf8();
        if (absolute.size() > longestPath || count == mostPaths)
            continue;
        if (count++ > 0)
            body += '\0';
        body += absolute;
    }
    QByteArray header(headerSize, '\0');
    qToBigEndian(static_cast<quint32>(body.size()), header.data());
    return header + body;
}

bool SingleInstance::handOver(const QStringList &paths, std::chrono::milliseconds patience) const
{
    const auto place = pathText(socketPath());
    const int limit = static_cast<int>(std::max<std::chrono::milliseconds::rep>(1, patience.count()));
    QLocalSocket socket;
    socket.connectToServer(place);
    if (!socket.waitForConnected(limit))
        return false;
    socket.write(message(paths));
    while (socket.bytesAvailable() < answer.size()) {
        if (!socket.waitForReadyRead(limit))
            return false;
    }
    return socket.readAll() == answer;
}

void SingleInstance::listen()
{
    const auto place = socketPath();
    if (place.native().size() >= sizeof(sockaddr_un::sun_path)) {
        log(LogLevel::Warning, "window", "too long a path for a socket: " + place.native());
        return;
    }
    // Who has the lock is alone: a socket that is there is one that nobody listens at.
    QLocalServer::removeServer(pathText(place));
    m_server = new QLocalServer(this);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, &SingleInstance::accept);
    if (!m_server->listen(pathText(place)))
        log(LogLevel::Warning, "window", toUtf8(m_server->errorString()));
}

void SingleInstance::accept()
{
    while (auto *socket = m_server->nextPendingConnection()) {
        if (m_talking == mostTalkers) {
            delete socket;
            continue;
        }
        ++m_talking;
        connect(socket, &QObject::destroyed, this, [this] { --m_talking; });
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(*socket); });
        QTimer::singleShot(longestTalk, socket, [socket] { socket->abort(); });
        socket->setReadBufferSize(headerSize + largestMessage + 1);
        read(*socket);
    }
}

void SingleInstance::read(QLocalSocket &socket)
{
    const auto said = parse(socket.peek(headerSize + largestMessage + 1));
    if (std::holds_alternative<Incomplete>(said))
        return;
    disconnect(&socket, &QLocalSocket::readyRead, this, nullptr);
    const auto *paths = std::get_if<QStringList>(&said);
    if (!paths)
        return socket.abort();
    // Answered first: who waits for it does not wait for what is opened.
    socket.write(answer);
    socket.disconnectFromServer();
    Q_EMIT opened(*paths);
}

void bringToFront(QWidget &window)
{
    window.setWindowState((window.windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    window.show();
    window.raise();
    window.activateWindow();
}

} // namespace modelcrate

#include "moc_singleinstance.cpp"
