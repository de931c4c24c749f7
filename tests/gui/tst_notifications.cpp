// SPDX-License-Identifier: Apache-2.0
// A program of its own: the whole of it joins a bus of ours.
#include "support/fakenotifications.h"
#include "support/gui/lookingelsewhere.h"
#include "support/gui/windowfixture.h"
#include "support/programs.h"
#include "ui/publish/publishpage.h"
#include "ui/transfers/transfernotices.h"
#include "ui/transfers/transferspage.h"

#include <QAbstractButton>
#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;
using namespace std::chrono_literals;

/// What the desktop is told while the window is not looked at.
class TestNotifications : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scenario59_aClickComesBackToTheTransfer();
    void scenario59_noneWhileFocused();
    void scenario59_halfAMinuteIsLong();
};

/// The button that publishes, once it can; null when it does not come so far.
static QAbstractButton *readyToPublish(WindowFixture &fixture, const std::filesystem::path &folder)
{
    auto *package = fixture.open(folder);
    if (!package)
        return nullptr;
    package->showPublish();
    package->publishPage().setTarget(QStringLiteral("store:acme/tiny:v1"));
    auto *publish = package->findChild<QAbstractButton *>(QStringLiteral("publishPrimary"));
    return waitFor([&] { return package->publishPage().plan() && publish->isEnabled(); }) ? publish : nullptr;
}

static bool waitForDone(const WindowFixture &fixture, std::size_t count)
{
    return waitFor([&] {
        const auto &all = fixture.transfers.transfers();
        return all.size() == count && all.back().state == TransferState::Done;
    });
}

static void addCopy(WindowFixture &fixture, const TestDir &dir)
{
    const auto layout = "oci:" + (dir / "layout").string() + ":v1";
    fixture.transfers.add(
        {TransferRequestRecord::Kind::Copy, QStringLiteral("tiny"), {}, "store:acme/tiny:v1", layout, {}});
}

static TransferNotices &noticesOf(const WindowFixture &fixture)
{
    return *fixture.window->findChild<TransferNotices *>();
}

void TestNotifications::scenario59_aClickComesBackToTheTransfer()
{
    FakeNotifications desktop;
    if (!desktop.hasBus())
        QSKIP("no dbus-daemon");
    desktop.appear();
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    WindowFixture fixture(dir);
    noticesOf(fixture).setTimes({0s, 0ms});
    auto *publish = readyToPublish(fixture, dir / "tiny");
    QVERIFY(publish);
    QVERIFY(lookElsewhere());
    publish->click();
    QVERIFY(waitForDone(fixture, 1));
    QVERIFY(waitFor([&] { return !desktop.shown().empty(); }));
    QCOMPARE(desktop.shown().front().title, QStringLiteral("tiny is published"));
    QVERIFY(!fixture.window->isActiveWindow());
    QCOMPARE(fixture.window->place(), MainWindow::Place::Packages);
    fixture.window->showMinimized();

    desktop.click(desktop.shown().front().id);
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    QCOMPARE(fixture.window->place(), MainWindow::Place::Transfers);
    QVERIFY(!fixture.window->isMinimized());
    QCOMPARE(fixture.window->transfersPage().currentTransfer(), fixture.transfers.transfers().front().id);
    QCOMPARE(desktop.shown().size(), std::size_t(1));
}

void TestNotifications::scenario59_noneWhileFocused()
{
    FakeNotifications desktop;
    if (!desktop.hasBus())
        QSKIP("no dbus-daemon");
    desktop.appear();
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    WindowFixture fixture(dir);
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    noticesOf(fixture).setTimes({0s, 0ms});
    auto *publish = readyToPublish(fixture, dir / "tiny");
    QVERIFY(publish);
    publish->click();
    QVERIFY(waitForDone(fixture, 1));
    // What is told next is told after it, and with it.
    QVERIFY(lookElsewhere());
    addCopy(fixture, dir);
    QVERIFY(waitForDone(fixture, 2));
    QVERIFY(waitFor([&] { return !desktop.shown().empty(); }));
    QCOMPARE(desktop.shown().front().title, QStringLiteral("tiny is copied"));
    QCOMPARE(desktop.shown().size(), std::size_t(1));
}

/// Unless a test says otherwise.
void TestNotifications::scenario59_halfAMinuteIsLong()
{
    FakeNotifications desktop;
    if (!desktop.hasBus())
        QSKIP("no dbus-daemon");
    desktop.appear();
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    WindowFixture fixture(dir);
    auto *publish = readyToPublish(fixture, dir / "tiny");
    QVERIFY(publish);
    QVERIFY(lookElsewhere());
    publish->click();
    QVERIFY(waitForDone(fixture, 1));
    noticesOf(fixture).setTimes({0s, 0ms}); // what was being gathered would be told now
    addCopy(fixture, dir);
    QVERIFY(waitForDone(fixture, 2));
    QVERIFY(waitFor([&] { return !desktop.shown().empty(); }));
    QCOMPARE(desktop.shown().front().title, QStringLiteral("tiny is copied"));
    QCOMPARE(desktop.shown().size(), std::size_t(1));
}

QTEST_MAIN(TestNotifications)
#include "tst_notifications.moc"
