// SPDX-License-Identifier: Apache-2.0
#include "support/fakesecretservice.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QDBusVirtualObject>

namespace modelcrate::testing {

namespace {

using Attributes = QMap<QString, QString>;

/// (oayays): session, parameters, value, content type.
struct Secret {
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType;
};
using Secrets = QMap<QDBusObjectPath, Secret>;

QDBusArgument &operator<<(QDBusArgument &argument, const Secret &secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.contentType;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, Secret &secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    argument.endStructure();
    return argument;
}

QString root() { return QStringLiteral("/org/freedesktop/secrets"); }
QDBusObjectPath noPrompt() { return QDBusObjectPath(QStringLiteral("/")); }

} // namespace

} // namespace modelcrate::testing

Q_DECLARE_METATYPE(modelcrate::testing::Secret)
Q_DECLARE_METATYPE(modelcrate::testing::Secrets)

namespace modelcrate::testing {

class FakeSecretService::Service final : public QDBusVirtualObject {
public:
    struct Item {
        Attributes attributes;
        Secret secret;
    };
    QMap<QString, Item> items; ///< by object path

    QString introspect(const QString &) const override { return {}; }

    bool handleMessage(const QDBusMessage &message, const QDBusConnection &bus) override
    {
        const auto member = message.member();
        if (member == QLatin1String("OpenSession"))
            return bus.send(openSession(message));
        if (member == QLatin1String("CreateItem"))
            return bus.send(createItem(message));
        if (member == QLatin1String("SearchItems"))
            return bus.send(searchItems(message));
        if (member == QLatin1String("GetSecrets"))
            return bus.send(getSecrets(message));
        if (member == QLatin1String("Delete")) {
            items.remove(message.path());
            return bus.send(message.createReply(QVariant::fromValue(noPrompt())));
        }
        if (member == QLatin1String("GetAll"))
            return bus.send(message.createReply(QVariant::fromValue(QVariantMap())));
        return false;
    }

private:
    /// As a service without encryption on the bus: libsecret then asks for "plain".
    static QDBusMessage openSession(const QDBusMessage &message)
    {
        if (message.arguments().value(0).toString() != QLatin1String("plain"))
            return message.createErrorReply(QStringLiteral("org.freedesktop.DBus.Error.NotSupported"),
                                            QStringLiteral("only plain sessions"));
        return message.createReply({QVariant::fromValue(QDBusVariant(QString())),
                                    QVariant::fromValue(QDBusObjectPath(root() + QStringLiteral("/session/1")))});
    }

    QDBusMessage createItem(const QDBusMessage &message)
    {
        const auto properties = qdbus_cast<QVariantMap>(message.arguments().value(0));
        Item item;
        item.attributes =
            qdbus_cast<Attributes>(properties.value(QStringLiteral("org.freedesktop.Secret.Item.Attributes")));
        item.secret = qdbus_cast<Secret>(message.arguments().value(1));
        auto path = QStringLiteral("%1/collection/test/%2").arg(root()).arg(++m_made);
        for (auto it = items.cbegin(); it != items.cend(); ++it) {
            if (it->attributes == item.attributes)
                path = it.key();
        }
        items.insert(path, item);
        return message.createReply({QVariant::fromValue(QDBusObjectPath(path)), QVariant::fromValue(noPrompt())});
    }

    QDBusMessage searchItems(const QDBusMessage &message) const
    {
        const auto wanted = qdbus_cast<Attributes>(message.arguments().value(0));
        QList<QDBusObjectPath> found;
        for (auto it = items.cbegin(); it != items.cend(); ++it) {
            bool fits = true;
            for (auto attribute = wanted.cbegin(); attribute != wanted.cend(); ++attribute)
                fits = fits && it->attributes.value(attribute.key()) == attribute.value();
            if (fits)
                found.append(QDBusObjectPath(it.key()));
        }
        return message.createReply(
            {QVariant::fromValue(found), QVariant::fromValue(QList<QDBusObjectPath>())}); // none is locked
    }

    QDBusMessage getSecrets(const QDBusMessage &message) const
    {
        Secrets secrets;
        for (const auto &path : qdbus_cast<QList<QDBusObjectPath>>(message.arguments().value(0))) {
            if (items.contains(path.path())) {
                auto secret = items.value(path.path()).secret;
                secret.session = message.arguments().value(1).value<QDBusObjectPath>();
                secrets.insert(path, secret);
            }
        }
        return message.createReply(QVariant::fromValue(secrets));
    }

    int m_made = 0;
};

FakeSecretService::FakeSecretService() : m_service(std::make_unique<Service>())
{
    qDBusRegisterMetaType<Secret>();
    qDBusRegisterMetaType<Secrets>();
    qDBusRegisterMetaType<Attributes>();
}

FakeSecretService::~FakeSecretService() { vanish(); }

void FakeSecretService::appear()
{
    vanish();
    auto bus = QDBusConnection::connectToBus(m_bus.address(), QStringLiteral("secrets"));
    if (!bus.registerVirtualObject(root(), m_service.get(), QDBusConnection::SubPath)
        || !bus.registerService(QStringLiteral("org.freedesktop.secrets")))
        qFatal("the keychain of the test cannot join its bus");
}

void FakeSecretService::vanish() { QDBusConnection::disconnectFromBus(QStringLiteral("secrets")); }

std::map<QString, QByteArray> FakeSecretService::secrets() const
{
    std::map<QString, QByteArray> all;
    for (const auto &item : std::as_const(m_service->items))
        all.emplace(item.attributes.value(QStringLiteral("user")), item.secret.value);
    return all;
}

} // namespace modelcrate::testing
