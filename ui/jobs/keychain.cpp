// SPDX-License-Identifier: Apache-2.0
#include "ui/jobs/keychain.h"

#include "base/text.h"
#include "ui/text/convert.h"
#include "ui/text/sessionbus.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QStringList>
#include <QThread>
#include <qt6keychain/keychain.h>

namespace modelcrate {

namespace {

constexpr std::chrono::seconds busPatience{3};
constexpr std::chrono::minutes userPatience{2};
constexpr std::chrono::milliseconds stopGrain{50};

QString service() { return QStringLiteral("Modelcrate"); }

/// The one thread that QtKeychain's jobs run on: its queue of jobs stays with the thread of the first.
class KeychainThread {
public:
    static KeychainThread &instance()
    {
        static KeychainThread *const thread = [] {
            auto *made = new KeychainThread;
            qAddPostRoutine([] { instance().end(); });
            return made;
        }();
        return *thread;
    }
    void post(const std::function<void()> &work) { QMetaObject::invokeMethod(m_receiver, work, Qt::QueuedConnection); }

private:
    KeychainThread() : m_receiver(new QObject)
    {
        m_thread.setObjectName(QStringLiteral("keychain"));
        m_receiver->moveToThread(&m_thread);
        m_thread.start();
    }
    /// A bus that hangs must not keep the program from ending.
    void end()
    {
        m_thread.quit();
        m_thread.wait(QDeadlineTimer(busPatience));
    }

    QThread m_thread;
    QObject *m_receiver;
};

/// What a thread waits for and another brings.
template<typename T>
class Answer {
public:
    void bring(T value)
    {
        const std::lock_guard lock(m_mutex);
        m_value = std::move(value);
        m_there.notify_all();
    }
    /// TimedOut after `patience`, Canceled or Paused by the context.
    Result<T> wait(std::chrono::milliseconds patience, const TaskContext &context)
    {
        const auto deadline = std::chrono::steady_clock::now() + patience;
        std::unique_lock lock(m_mutex);
        while (!m_value) {
            RETURN_IF_ERROR(context.check());
            if (std::chrono::steady_clock::now() > deadline)
                return Error(ErrorCode::TimedOut, Message::of("the keychain does not answer"));
            m_there.wait_for(lock, stopGrain);
        }
        return std::move(*m_value);
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_there;
    std::optional<T> m_value;
};

Error noKeychain(const Message &why)
{
    return Error(ErrorCode::Unsupported, Message::of("this desktop has no keychain: %1", why),
                 "Keep the password for this session only, or start a keychain such as GNOME Keyring or KWallet.");
}

QStringList busNames(const QDBusConnection &bus, const char *method)
{
    const auto call =
        QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
                                       QStringLiteral("org.freedesktop.DBus"), QLatin1String(method));
    const auto milliseconds = static_cast<int>(std::chrono::milliseconds(busPatience).count());
    return bus.call(call, QDBus::Block, milliseconds).arguments().value(0).toStringList();
}

/// Empty when there is one that runs or can be started.
Message reasonForNone(const QString &address)
{
    static int count = 0; // Qt keeps connections by name, failed ones too
    const auto name = QStringLiteral("modelcrate-keychain-%1").arg(++count);
    Message reason;
    {
        const auto bus = QDBusConnection::connectToBus(address, name);
        if (!bus.isConnected())
            reason = Message::of("the session bus cannot be joined");
        const auto names =
            bus.isConnected() ? busNames(bus, "ListNames") + busNames(bus, "ListActivatableNames") : QStringList();
        const bool found = names.contains(QLatin1String("org.freedesktop.secrets"))
            || names.contains(QLatin1String("org.kde.kwalletd5")) || names.contains(QLatin1String("org.kde.kwalletd6"));
        if (reason.text().empty() && !found)
            reason = Message::of("nothing on the session bus keeps secrets");
    }
    QDBusConnection::disconnectFromBus(name);
    return reason;
}

struct Outcome {
    QKeychain::Error code = QKeychain::NoError;
    std::string message;
    std::string secret;
};

/// Runs a job on the thread of the keychain; `prepare` gets it before it starts.
template<typename KeychainJob>
Result<Outcome> run(const std::string &account, const std::function<void(KeychainJob &)> &prepare,
                    const TaskContext &context)
{
    auto answer = std::make_shared<Answer<Outcome>>();
    KeychainThread::instance().post([account = toQString(account), prepare, answer] {
        auto *job = new KeychainJob(service());
        job->setInsecureFallback(false);
        job->setAutoDelete(true);
        job->setKey(account);
        prepare(*job);
        QObject::connect(job, &QKeychain::Job::finished, job, [answer, job] {
            Outcome outcome{job->error(), toUtf8(job->errorString()), {}};
            if constexpr (std::is_same_v<KeychainJob, QKeychain::ReadPasswordJob>)
                outcome.secret = toUtf8(job->textData());
            answer->bring(std::move(outcome));
        });
        job->start();
    });
    return answer->wait(userPatience, context);
}

Error errorFor(const Outcome &outcome, const Message &action)
{
    switch (outcome.code) {
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return Error(ErrorCode::Unauthorized, Message::of("%1: the keychain was not unlocked", action),
                     "Unlock the keychain and try again, or keep the password for this session only.");
    case QKeychain::NoBackendAvailable: return noKeychain(escapeForDisplay(outcome.message, 300));
    default:
        return Error(ErrorCode::FileSystem,
                     Message::of("%1: the keychain failed: %2", action, escapeForDisplay(outcome.message, 300)),
                     "Look at the keychain in its own program, or keep the password for this session only.");
    }
}

} // namespace

std::string Keychain::name() const { return "the desktop's keychain"; }

Result<void> Keychain::check(const TaskContext &context)
{
    const auto address = sessionBusAddress();
    if (address.isEmpty())
        return noKeychain(Message::of("it has no session bus"));
    auto answer = std::make_shared<Answer<Message>>();
    KeychainThread::instance().post([answer, address] { answer->bring(reasonForNone(address)); });
    const auto reason = answer->wait(busPatience, context);
    if (!reason)
        return reason.error().isStop() ? reason.error() : noKeychain(Message::of("the session bus does not answer"));
    return reason->text().empty() ? Result<void>() : noKeychain(*reason);
}

Result<std::optional<std::string>> Keychain::read(const std::string &account, const TaskContext &context)
{
    RETURN_IF_ERROR(check(context));
    ASSIGN_OR_RETURN(auto outcome,
                     run<QKeychain::ReadPasswordJob>(
                         account, [](QKeychain::ReadPasswordJob &) {}, context));
    if (outcome.code == QKeychain::EntryNotFound)
        return std::optional<std::string>();
    if (outcome.code != QKeychain::NoError)
        return errorFor(outcome, Message::of("reading the password of %1", account));
    return std::optional(std::move(outcome.secret));
}

Result<void> Keychain::write(const std::string &account, const std::string &secret, const TaskContext &context)
{
    RETURN_IF_ERROR(check(context));
    ASSIGN_OR_RETURN(
        const auto outcome,
        run<QKeychain::WritePasswordJob>(
            account, [secret](QKeychain::WritePasswordJob &job) { job.setTextData(toQString(secret)); }, context));
    return outcome.code == QKeychain::NoError ? Result<void>()
                                              : errorFor(outcome, Message::of("keeping the password of %1", account));
}

Result<void> Keychain::remove(const std::string &account, const TaskContext &context)
{
    RETURN_IF_ERROR(check(context));
    ASSIGN_OR_RETURN(const auto outcome,
                     run<QKeychain::DeletePasswordJob>(
                         account, [](QKeychain::DeletePasswordJob &) {}, context));
    if (outcome.code == QKeychain::NoError || outcome.code == QKeychain::EntryNotFound)
        return {};
    return errorFor(outcome, Message::of("forgetting the password of %1", account));
}

} // namespace modelcrate
