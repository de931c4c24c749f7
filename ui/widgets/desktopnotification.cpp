// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/desktopnotification.h"

#include "ui/text/sessionbus.h"

#include <functional>
#include <optional>
#include <utility>

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDeadlineTimer>
#include <QGuiApplication>
#include <QStringList>
#include <QThread>
#include <QVariantMap>

namespace modelcrate {

namespace {

constexpr int answerLimitMs = 10'000; // who shows them may have to be started first
constexpr int endLimitMs = 500;

QString service() { return QStringLiteral("org.freedesktop.Notifications"); }
QString servicePath() { return QStringLiteral("/org/freedesktop/Notifications"); }
QString defaultAction() { return QStringLiteral("default"); }

} // namespace

/// The side that waits for the bus. What is to be seen is set; step() makes it so, one call after the other, so that
/// a notification whose number is not known yet is replaced all the same.
class NotificationBus final : public QObject {
    Q_OBJECT

public:
    NotificationBus(QString connection, QString desktopEntry)
        : m_connection(std::move(connection)),
          m_desktopEntry(std::move(desktopEntry))
    {
    }
    ~NotificationBus() override { leave(); }
    Q_DISABLE_COPY_MOVE(NotificationBus)

    void set(std::optional<DesktopNotification::Text> wanted)
    {
        m_wanted = std::move(wanted);
        m_isSet = false;
        step();
    }

Q_SIGNALS:
    void activated();

private Q_SLOTS:
    void takeAction(uint id, const QString &action)
    {
        if (id != 0 && id == m_id && action == defaultAction())
            Q_EMIT activated();
    }
    void takeEnd(uint id)
    {
        if (id == m_id)
            m_id = 0;
    }

private:
    using Answer = std::function<void(const QDBusMessage &)>;

    void step()
    {
        if (m_isBusy || m_isSet)
            return;
        m_isSet = true;
        if (!m_wanted)
            return close();
        if (!join())
            return;
        ask(QStringLiteral("GetCapabilities"), {}, [this](const QDBusMessage &answer) {
            if (answer.type() == QDBusMessage::ReplyMessage && m_isSet)
                notify(answer.arguments().value(0).toStringList());
        });
    }

    void notify(const QStringList &capabilities)
    {
        const auto body = capabilities.contains(QLatin1String("body-markup")) ? m_wanted->body.toHtmlEscaped()
                                                                              : m_wanted->body;
        const auto actions = capabilities.contains(QLatin1String("actions"))
            ? QStringList{defaultAction(), m_wanted->action}
            : QStringList();
        QVariantMap hints;
        if (!m_desktopEntry.isEmpty())
            hints.insert(QStringLiteral("desktop-entry"), m_desktopEntry);
        constexpr int asLongAsUsual = -1;
        ask(QStringLiteral("Notify"),
            {QStringLiteral("Modelcrate"), m_id, m_desktopEntry, m_wanted->title, body, actions, hints, asLongAsUsual},
            [this](const QDBusMessage &answer) {
                if (answer.type() == QDBusMessage::ReplyMessage)
                    m_id = answer.arguments().value(0).toUInt();
            });
    }

    void close()
    {
        if (const auto id = std::exchange(m_id, 0U); id != 0 && m_bus)
            m_bus->send(call(QStringLiteral("CloseNotification"), {id}));
    }

    static QDBusMessage call(const QString &method, const QVariantList &arguments)
    {
        auto message = QDBusMessage::createMethodCall(service(), servicePath(), service(), method);
        message.setArguments(arguments);
        return message;
    }

    void ask(const QString &method, const QVariantList &arguments, const Answer &take)
    {
        m_isBusy = true;
        auto *answer = new QDBusPendingCallWatcher(m_bus->asyncCall(call(method, arguments), answerLimitMs), this);
        connect(answer, &QDBusPendingCallWatcher::finished, this, [this, take](QDBusPendingCallWatcher *finished) {
            finished->deleteLater();
            m_isBusy = false;
            take(finished->reply());
            step();
        });
    }

    /// Again where the bus has gone meanwhile.
    bool join()
    {
        if (m_bus && m_bus->isConnected())
            return true;
        leave();
        const auto address = sessionBusAddress();
        if (address.isEmpty())
            return false;
        m_bus = QDBusConnection::connectToBus(address, m_connection);
        if (!m_bus->isConnected())
            return false;
        listen("ActionInvoked", SLOT(takeAction(uint, QString)));
        listen("NotificationClosed", SLOT(takeEnd(uint)));
        return true;
    }

    /// Without the sender: to look up who owns the name would wait for the bus. Numbers of others are passed over.
    void listen(const char *signal, const char *slot)
    {
        m_bus->connect({}, servicePath(), service(), QLatin1String(signal), this, slot);
    }

    /// Qt keeps connections by name, failed ones too.
    void leave()
    {
        if (m_bus)
            QDBusConnection::disconnectFromBus(m_connection);
        m_bus.reset();
        m_id = 0;
    }

    QString m_connection;
    QString m_desktopEntry;
    std::optional<QDBusConnection> m_bus;
    std::optional<DesktopNotification::Text> m_wanted;
    bool m_isSet = true; ///< what is wanted is shown, or cannot be
    bool m_isBusy = false; ///< an answer is waited for
    uint m_id = 0; ///< of the one that stands; 0: none
};

DesktopNotification::DesktopNotification(QObject *parent) : QObject(parent) { }

DesktopNotification::~DesktopNotification()
{
    if (!m_thread)
        return;
    m_thread->quit();
    // One that a bus holds up is left to the end of the program.
    if (m_thread->wait(QDeadlineTimer(endLimitMs)))
        delete m_thread;
}

void DesktopNotification::show(const Text &text)
{
    if (!m_thread) {
        static int count = 0;
        m_thread = new QThread;
        m_thread->setObjectName(QStringLiteral("notification"));
        m_bus = new NotificationBus(QStringLiteral("modelcrate-notification-%1").arg(++count),
                                    QGuiApplication::desktopFileName());
        m_bus->moveToThread(m_thread);
        connect(m_thread, &QThread::finished, m_bus, &QObject::deleteLater);
        connect(m_bus, &NotificationBus::activated, this, &DesktopNotification::activated);
        m_thread->start(QThread::LowPriority);
    }
    QMetaObject::invokeMethod(m_bus, [bus = m_bus, text] { bus->set(text); });
}

void DesktopNotification::withdraw()
{
    if (m_thread)
        QMetaObject::invokeMethod(m_bus, [bus = m_bus] { bus->set(std::nullopt); });
}

} // namespace modelcrate

#include "desktopnotification.moc"
