// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/desktopcolorscheme.h"

#include "ui/text/sessionbus.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QThread>

namespace modelcrate {

namespace {

constexpr int answerLimitMs = 2000;

QString portal() { return QStringLiteral("org.freedesktop.portal.Desktop"); }
QString portalPath() { return QStringLiteral("/org/freedesktop/portal/desktop"); }
QString portalSettings() { return QStringLiteral("org.freedesktop.portal.Settings"); }
QString appearance() { return QStringLiteral("org.freedesktop.appearance"); }
QString colorScheme() { return QStringLiteral("color-scheme"); }

/// Read() wraps the value in a variant too many.
QVariant unwrapped(QVariant value)
{
    for (int depth = 0; depth < 4 && value.canConvert<QDBusVariant>(); ++depth)
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

DesktopColorScheme::DesktopColorScheme(bool fallback, QObject *parent) : QObject(parent), m_fallback(fallback)
{
    // Qt keeps connections by name, failed ones too.
    static int count = 0;
    m_busName = QStringLiteral("modelcrate-appearance-%1").arg(++count);
}

DesktopColorScheme::~DesktopColorScheme()
{
    if (m_watching)
        QDBusConnection::disconnectFromBus(m_busName);
}

void DesktopColorScheme::watch()
{
    if (m_watching || sessionBusAddress().isEmpty())
        return;
    m_watching = true;
    auto *joining =
        QThread::create([name = m_busName] { QDBusConnection::connectToBus(QDBusConnection::SessionBus, name); });
    connect(joining, &QThread::finished, this, &DesktopColorScheme::ask);
    connect(joining, &QThread::finished, joining, &QObject::deleteLater);
    joining->start(QThread::LowPriority);
}

void DesktopColorScheme::ask()
{
    QDBusConnection bus(m_busName);
    if (!bus.isConnected())
        return;
    auto question = QDBusMessage::createMethodCall(portal(), portalPath(), portalSettings(), QStringLiteral("Read"));
    question << appearance() << colorScheme();
    auto *answer = new QDBusPendingCallWatcher(bus.asyncCall(question, answerLimitMs), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *finished) {
        follow();
        const QDBusPendingReply<QVariant> reply = *finished;
        if (!reply.isError())
            setScheme(unwrapped(reply.value()).toUInt());
        finished->deleteLater();
    });
}

void DesktopColorScheme::follow()
{
    // Only after an answer: Qt DBus registers QDBusVariant when it first meets one, and a subscription before that
    // fails. Without the sender: to look up who owns the name would wait for the bus.
    QDBusConnection(m_busName).connect({}, portalPath(), portalSettings(), QStringLiteral("SettingChanged"), this,
                                       SLOT(settingChanged(QString, QString, QDBusVariant)));
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
