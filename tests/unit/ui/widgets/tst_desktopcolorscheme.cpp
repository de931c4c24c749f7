// SPDX-License-Identifier: Apache-2.0
// Against a bus of our own with a settings portal of our own.
#include "ui/widgets/desktopcolorscheme.h"

#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace modelcrate;

class FakePortal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    unsigned scheme = 0;

public Q_SLOTS:
    QDBusVariant Read(const QString &group, const QString &key)
    {
        // Real portals wrap twice.
        const bool known = group == QLatin1String("org.freedesktop.appearance") && key == QLatin1String("color-scheme");
        return QDBusVariant(
            QVariant::fromValue(QDBusVariant(known ? QVariant(scheme) : QVariant(QStringLiteral("?")))));
    }
};

class tst_DesktopColorScheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void withoutABusTheFallbackCounts();
    void asksAndFollows();
    void noPreferenceIsTheFallback();

private:
    void joinAsPortal();
    bool tell(const char *key, unsigned value) const;

    QProcess m_daemon;
    QByteArray m_address;
    QByteArray m_ownAddress;
    FakePortal m_portal;
};

void tst_DesktopColorScheme::initTestCase()
{
    m_ownAddress = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    const auto program = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
    if (program.isEmpty() || QStandardPaths::findExecutable(QStringLiteral("dbus-send")).isEmpty())
        QSKIP("no dbus-daemon or dbus-send");
    m_daemon.start(program,
                   {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address=1")});
    QVERIFY(m_daemon.waitForStarted());
    QTRY_VERIFY(m_daemon.canReadLine() || m_daemon.waitForReadyRead(100));
    m_address = m_daemon.readLine().trimmed();
    QVERIFY(!m_address.isEmpty());
    joinAsPortal();
}

void tst_DesktopColorScheme::joinAsPortal()
{
    auto bus = QDBusConnection::connectToBus(QString::fromLatin1(m_address), QStringLiteral("portal"));
    QVERIFY2(bus.isConnected(), qPrintable(bus.lastError().message()));
    QVERIFY(bus.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &m_portal,
                               QDBusConnection::ExportAllSlots));
    QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
}

/// From another process, as real portals do it.
bool tst_DesktopColorScheme::tell(const char *key, unsigned value) const
{
    return QProcess::execute(QStringLiteral("dbus-send"),
                             {QStringLiteral("--bus=") + QString::fromLatin1(m_address),
                              QStringLiteral("--type=signal"), QStringLiteral("/org/freedesktop/portal/desktop"),
                              QStringLiteral("org.freedesktop.portal.Settings.SettingChanged"),
                              QStringLiteral("string:org.freedesktop.appearance"),
                              QStringLiteral("string:") + QLatin1String(key),
                              QStringLiteral("variant:uint32:%1").arg(value)})
        == 0;
}

void tst_DesktopColorScheme::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(QStringLiteral("portal"));
    m_daemon.terminate();
    m_daemon.waitForFinished();
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_ownAddress);
}

void tst_DesktopColorScheme::init() { qputenv("DBUS_SESSION_BUS_ADDRESS", m_address); }

void tst_DesktopColorScheme::withoutABusTheFallbackCounts()
{
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    const QTemporaryDir empty;
    const auto runtime = qgetenv("XDG_RUNTIME_DIR");
    qputenv("XDG_RUNTIME_DIR", empty.path().toUtf8());
    DesktopColorScheme dark(true);
    dark.watch();
    DesktopColorScheme light(false);
    light.watch();
    QVERIFY(dark.isDark());
    QVERIFY(!light.isDark());
    if (runtime.isNull())
        qunsetenv("XDG_RUNTIME_DIR");
    else
        qputenv("XDG_RUNTIME_DIR", runtime);
}

void tst_DesktopColorScheme::asksAndFollows()
{
    m_portal.scheme = 1;
    DesktopColorScheme desktop(false);
    QSignalSpy changed(&desktop, &DesktopColorScheme::changed);
    desktop.watch();
    QTRY_VERIFY(desktop.isDark());
    QCOMPARE(changed.count(), 1);
    QVERIFY(tell("accent-color", 7U));
    QVERIFY(tell("color-scheme", 2U));
    QTRY_VERIFY(!desktop.isDark());
    QVERIFY(tell("color-scheme", 1U));
    QTRY_VERIFY(desktop.isDark());
    QCOMPARE(changed.count(), 3);
}

void tst_DesktopColorScheme::noPreferenceIsTheFallback()
{
    m_portal.scheme = 2;
    DesktopColorScheme desktop(true);
    desktop.watch();
    QTRY_VERIFY(!desktop.isDark());
    QVERIFY(tell("color-scheme", 0U));
    QTRY_VERIFY(desktop.isDark());
}

QTEST_GUILESS_MAIN(tst_DesktopColorScheme)
#include "tst_desktopcolorscheme.moc"
