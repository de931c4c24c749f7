// SPDX-License-Identifier: Apache-2.0
// A program of its own: libdbus reads the address of the bus once, and Qt serves every bus on one thread, which this
// one blocks.
#include "ui/widgets/desktopcolorscheme.h"
#include "ui/widgets/desktopnotification.h"

#include <memory>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace modelcrate;

class tst_HangingBus : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBusThatHangsHoldsNothingUp();
    void norDoesANotification();
};

/// What the kernel knows of this program's threads.
static bool hasThread(const QByteArray &name)
{
    const QDir tasks(QStringLiteral("/proc/self/task"));
    for (const auto &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile called(tasks.filePath(task) + QStringLiteral("/comm"));
        if (called.open(QIODevice::ReadOnly) && called.readAll().trimmed() == name)
            return true;
    }
    return false;
}

void tst_HangingBus::aBusThatHangsHoldsNothingUp()
{
    const QTemporaryDir folder;
    QLocalServer silent;
    QVERIFY(silent.listen(folder.filePath(QStringLiteral("bus"))));
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + silent.fullServerName().toUtf8());
    DesktopColorScheme desktop(true);
    QElapsedTimer timer;
    timer.start();
    desktop.watch();
    QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(desktop.isDark());
    QTRY_VERIFY(silent.hasPendingConnections());
    QVERIFY(desktop.isDark());
    // Letting go ends the joining thread.
    silent.nextPendingConnection()->abort();
    silent.close();
}

void tst_HangingBus::norDoesANotification()
{
    const QTemporaryDir folder;
    QLocalServer silent;
    QVERIFY(silent.listen(folder.filePath(QStringLiteral("bus"))));
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + silent.fullServerName().toUtf8());
    auto notification = std::make_unique<DesktopNotification>();
    QElapsedTimer timer;
    timer.start();
    notification->show({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
    QTRY_VERIFY(silent.hasPendingConnections());
    timer.restart();
    notification->show({QStringLiteral("d"), QStringLiteral("e"), QStringLiteral("f")});
    notification->withdraw();
    QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
    timer.restart();
    notification.reset();
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(hasThread("notification"));
    // Letting go ends its thread.
    silent.nextPendingConnection()->abort();
    silent.close();
    QTRY_VERIFY(!hasThread("notification"));
}

QTEST_GUILESS_MAIN(tst_HangingBus)
#include "tst_hangingbus.moc"
