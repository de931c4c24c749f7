// SPDX-License-Identifier: Apache-2.0
// A program of its own: libdbus reads the address of the bus once, and Qt serves every bus on one thread, which this
// one blocks.
#include "ui/widgets/desktopcolorscheme.h"

#include <QElapsedTimer>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace modelcrate;

class tst_HangingBus : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBusThatHangsHoldsNothingUp();
};

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

QTEST_GUILESS_MAIN(tst_HangingBus)
#include "tst_hangingbus.moc"
