// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/desktopcolorscheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFileInfo>
#include <QThread>

namespace modelcrate {

namespace {

constexpr int answerLimitMs = 2000;

QString busName() { return QStringLiteral("modelcrate-appearance"); }
QString portal() { return QStringLiteral("org.freedesktop.portal.Desktop"); }
QString portalPath() { return QStringLiteral("/org/freedesktop/portal/desktop"); }
QString portalSettings() { return QStringLiteral("org.freedesktop.portal.Settings"); }
QString appearance() { return QStringLiteral("org.freedesktop.appearance"); }
QString colorScheme() { return QStringLiteral("color-scheme"); }

/// libdbus would start a bus of its own where there is none.
bool hasSessionBus()
{
    if (qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const auto runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFileInfo::exists(runtime + QStringLiteral("/bus"));
}

/// Read() wraps the value in a variant too many.
QVariant unwrapped(QVariant value)
{
    for (int depth = 0; depth < 4 && value.canConvert<QDBusVariant>(); ++depth)
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

void DesktopColorScheme::watch()
{
    if (m_watching || !hasSessionBus())
        return;
    m_watching = true;
    auto *joining = QThread::create([] { QDBusConnection::connectToBus(QDBusConnection::SessionBus, busName()); });
    connect(joining, &QThread::finished, this, &DesktopColorScheme::ask);
    connect(joining, &QThread::finished, joining, &QObject::deleteLater);
    joining->start(QThread::LowPriority);
}

void DesktopColorScheme::ask()
{
    QDBusConnection bus(busName());
    if (!bus.isConnected())
        return;
    bus.connect(portal(), portalPath(), portalSettings(), QStringLiteral("SettingChanged"), this,
                SLOT(settingChanged(QString, QString, QDBusVariant)));
    auto question = QDBusMessage::createMethodCall(portal(), portalPath(), portalSettings(), QStringLiteral("Read"));
    question << appearance() << colorScheme();
    auto *answer = new QDBusPendingCallWatcher(bus.asyncCall(question, answerLimitMs), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *finished) {
        const QDBusPendingReply<QVariant> reply = *finished;
        if (!reply.isError())
            setScheme(unwrapped(reply.value()).toUInt());
        finished->deleteLater();
    });
}

void DesktopColorScheme::settingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == appearance() && key == colorScheme())
        setScheme(unwrapped(value.variant()).toUInt());
}

void DesktopColorScheme::setScheme(unsigned scheme)
{
    if (scheme == m_scheme)
        return;
    m_scheme = scheme;
    Q_EMIT changed();
}

} // namespace modelcrate
