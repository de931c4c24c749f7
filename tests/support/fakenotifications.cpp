// SPDX-License-Identifier: Apache-2.0
#include "support/fakenotifications.h"

#include <algorithm>
#include <utility>

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QList>

namespace modelcrate::testing {

namespace {

QString name() { return QStringLiteral("org.freedesktop.Notifications"); }
QString path() { return QStringLiteral("/org/freedesktop/Notifications"); }
QString connectionName() { return QStringLiteral("notifications"); }

} // namespace

class FakeNotifications::Service final : public QDBusVirtualObject {
public:
    QStringList capabilities;
    std::vector<Shown> shown;
    std::vector<unsigned> standing;
    QList<QDBusMessage> held;
    bool holds = false;

    QString introspect(const QString &) const override { return {}; }

    bool handleMessage(const QDBusMessage &message, const QDBusConnection &bus) override
    {
        if (holds) {
            held.append(message);
            return true;
        }
        return answer(message, bus);
    }

    bool answer(const QDBusMessage &message, const QDBusConnection &bus)
    {
        const auto member = message.member();
        if (member == QLatin1String("GetCapabilities"))
            return bus.send(message.createReply(capabilities));
        if (member == QLatin1String("Notify"))
            return bus.send(message.createReply(notify(message.arguments())));
        if (member == QLatin1String("CloseNotification")) {
            close(message.arguments().value(0).toUInt(), bus);
            return bus.send(message.createReply());
        }
        return false;
    }

    void close(unsigned id, const QDBusConnection &bus)
    {
        const auto gone = std::find(standing.begin(), standing.end(), id);
        if (gone == standing.end())
            return;
        standing.erase(gone);
        emitSignal(bus, "NotificationClosed", {id, 3U});
    }

    static void emitSignal(const QDBusConnection &bus, const char *member, const QVariantList &arguments)
    {
        auto signal = QDBusMessage::createSignal(path(), name(), QLatin1String(member));
        signal.setArguments(arguments);
        bus.send(signal);
    }

private:
    unsigned notify(const QVariantList &arguments)
    {
        Shown one;
        one.program = arguments.value(0).toString();
        one.replaces = arguments.value(1).toUInt();
        one.icon = arguments.value(2).toString();
        one.title = arguments.value(3).toString();
        one.body = arguments.value(4).toString();
        one.actions = arguments.value(5).toStringList();
        one.hints = qdbus_cast<QVariantMap>(arguments.value(6));
        const auto replaced = std::find(standing.begin(), standing.end(), one.replaces);
        one.id = replaced == standing.end() ? ++m_made : one.replaces;
        if (replaced == standing.end())
            standing.push_back(one.id);
        shown.push_back(one);
        return one.id;
    }

    unsigned m_made = 40;
};

FakeNotifications::FakeNotifications() : m_service(std::make_unique<Service>()) { }

FakeNotifications::~FakeNotifications() { vanish(); }

void FakeNotifications::appear(const QStringList &capabilities)
{
    vanish();
    m_service->capabilities = capabilities;
    auto bus = QDBusConnection::connectToBus(m_bus.address(), connectionName());
    if (!bus.registerVirtualObject(path(), m_service.get(), QDBusConnection::SingleNode)
        || !bus.registerService(name()))
        qFatal("the desktop of the test cannot join its bus");
}

void FakeNotifications::vanish() { QDBusConnection::disconnectFromBus(connectionName()); }

void FakeNotifications::hold() { m_service->holds = true; }

void FakeNotifications::release()
{
    m_service->holds = false;
    for (const auto &message : std::exchange(m_service->held, {}))
        m_service->answer(message, QDBusConnection(connectionName()));
}

bool FakeNotifications::holdsSomething() const { return !m_service->held.isEmpty(); }

const std::vector<FakeNotifications::Shown> &FakeNotifications::shown() const { return m_service->shown; }

std::vector<unsigned> FakeNotifications::standing() const { return m_service->standing; }

void FakeNotifications::click(unsigned id)
{
    const QDBusConnection bus(connectionName());
    Service::emitSignal(bus, "ActionInvoked", {id, QStringLiteral("default")});
    m_service->close(id, bus);
}

void FakeNotifications::dismiss(unsigned id) { m_service->close(id, QDBusConnection(connectionName())); }

} // namespace modelcrate::testing
