// SPDX-License-Identifier: Apache-2.0
// A real queue, and a bus of our own with a desktop of our own.
#include "modelpack/package.h"
#include "support/fakenotifications.h"
#include "support/fakeregistry.h"
#include "support/gui/bench.h"
#include "support/gui/lookingelsewhere.h"
#include "support/gui/waiting.h"
#include "support/programs.h"
#include "support/testing.h"
#include "ui/text/convert.h"
#include "ui/transfers/transfernotices.h"

#include <memory>

#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace modelcrate;
using namespace modelcrate::testing;
using namespace std::chrono_literals;
using Kind = TransferRequestRecord::Kind;
using State = TransferState;

class TestTransferNotices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void scenario59_onePublishIsOneNotification();
    void scenario59_severalAreOneNotification();
    void scenario59_noneWhileSomebodyLooks();
    void scenario59_noneWhenSomebodyComesBackSoon();
    void scenario59_shortOnesAreNotTold();
    void scenario59_notWhenTheSettingsSayNot();
    void scenario59_noBusNoHarm();
    void saysThatASignInIsNeeded();
    void saysWhereACopyIs();
    void saysNoFolder();
    void markupOfATitleIsText();
    void whatIsCancelledIsNotTold();
    void laterOnesJoin();
    void comingBackTakesItAway();
    void namesAFewOnly();
    void aClickNamesTheForemost();

private:
    qint64 addPublish(const QString &title, const std::string &target = "store:acme/tiny:v1");
    qint64 addFailing(const QString &title);
    bool waitForEnd(qint64 id)
    {
        return waitFor([&] { return queue().find(id)->isFinished(); });
    }
    bool waitForShown(std::size_t count)
    {
        return waitFor([&] { return m_desktop->shown().size() >= count; });
    }
    void comeBack()
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    /// What is told next is told after all that was to be told before.
    void verifyThatNothingWasTold()
    {
        m_notices->setTimes({0s, 0ms});
        m_bench->settings.setTellsOfTransfers(true);
        if (QGuiApplication::focusWindow())
            QVERIFY(lookElsewhere());
        QVERIFY(waitForEnd(addPublish(QStringLiteral("probe"))));
        QVERIFY(waitForShown(1));
        QCOMPARE(m_desktop->shown().size(), std::size_t(1));
        QCOMPARE(m_desktop->shown().front().title, QStringLiteral("probe is published"));
    }
    TransferQueue &queue() { return m_bench->transfers; }

    std::unique_ptr<FakeNotifications> m_desktop;
    std::unique_ptr<Bench> m_bench;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<TransferNotices> m_notices;
};

void TestTransferNotices::init()
{
    m_desktop = std::make_unique<FakeNotifications>();
    if (!m_desktop->hasBus())
        QSKIP("no dbus-daemon");
    m_desktop->appear();
    m_bench = std::make_unique<Bench>();
    const auto &dir = m_bench->dir;
    qputenv("HOME", dir.path().c_str());
    qputenv("XDG_STATE_HOME", (dir / "state").c_str());
    qputenv("XDG_DATA_HOME", (dir / "data").c_str());
    qputenv("DOCKER_CONFIG", (dir / "docker").c_str());
    makeModelFolder(dir, "tiny");
    m_window = std::make_unique<QWidget>();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_notices = std::make_unique<TransferNotices>(m_bench->services, *m_window);
    m_notices->setTimes({0s, 0ms});
}

void TestTransferNotices::cleanup()
{
    m_notices.reset();
    m_window.reset();
    m_bench.reset();
    m_desktop.reset();
}

qint64 TestTransferNotices::addPublish(const QString &title, const std::string &target)
{
    const auto package = makePackage(m_bench->dir / "tiny", {}, {}).value();
    return queue().add({Kind::Publish, title, freezePackage(package), {}, target, {}});
}

qint64 TestTransferNotices::addFailing(const QString &title)
{
    return queue().add({Kind::Copy, title, {}, "store:none/here:v1", "store:none/there:v1", {}});
}

void TestTransferNotices::scenario59_onePublishIsOneNotification()
{
    QVERIFY(lookElsewhere());
    QVERIFY(waitForEnd(addPublish(QStringLiteral("qwen-7b"))));
    QVERIFY(waitForShown(1));
    const auto &one = m_desktop->shown().front();
    QCOMPARE(one.title, QStringLiteral("qwen-7b is published"));
    QCOMPARE(one.body, QStringLiteral("store:acme/tiny:v1"));
    QCOMPARE(one.actions, QStringList({QStringLiteral("default"), QStringLiteral("Show Transfers")}));
    QCOMPARE(m_desktop->shown().size(), std::size_t(1));
}

void TestTransferNotices::scenario59_severalAreOneNotification()
{
    m_notices->setTimes({0s, 1h});
    QVERIFY(lookElsewhere());
    const auto good = addPublish(QStringLiteral("good"));
    const auto bad = addFailing(QStringLiteral("bad"));
    QVERIFY(waitForEnd(good) && waitForEnd(bad));
    m_notices->setTimes({0s, 0ms}); // the hour is over
    QVERIFY(waitForShown(1));
    QCOMPARE(m_desktop->shown().front().title, QStringLiteral("2 transfers have ended, not all successfully"));
    const auto lines = m_desktop->shown().front().body.split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0], QStringLiteral("bad: Not found"));
    QVERIFY2(lines[1].startsWith(QLatin1String("good: Published")), qPrintable(lines[1]));
    QCOMPARE(m_desktop->shown().size(), std::size_t(1));
}

void TestTransferNotices::scenario59_noneWhileSomebodyLooks()
{
    QVERIFY(waitForEnd(addPublish(QStringLiteral("seen"))));
    verifyThatNothingWasTold();
}

void TestTransferNotices::scenario59_noneWhenSomebodyComesBackSoon()
{
    m_notices->setTimes({0s, 1h});
    QVERIFY(lookElsewhere());
    QVERIFY(waitForEnd(addPublish(QStringLiteral("seen soon"))));
    comeBack();
    verifyThatNothingWasTold();
}

void TestTransferNotices::scenario59_shortOnesAreNotTold()
{
    m_notices->setTimes({1h, 0ms});
    QVERIFY(lookElsewhere());
    QVERIFY(waitForEnd(addPublish(QStringLiteral("short"))));
    verifyThatNothingWasTold();
}

void TestTransferNotices::scenario59_notWhenTheSettingsSayNot()
{
    m_bench->settings.setTellsOfTransfers(false);
    QVERIFY(lookElsewhere());
    QVERIFY(waitForEnd(addPublish(QStringLiteral("quiet"))));
    verifyThatNothingWasTold();
}

void TestTransferNotices::scenario59_noBusNoHarm()
{
    const auto bus = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    const auto runtime = qgetenv("XDG_RUNTIME_DIR");
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    qputenv("XDG_RUNTIME_DIR", m_bench->dir.path().c_str());
    QVERIFY(lookElsewhere());
    QVERIFY(waitForEnd(addPublish(QStringLiteral("a"))));
    QVERIFY(waitForEnd(addPublish(QStringLiteral("b"))));
    m_notices.reset();
    qputenv("DBUS_SESSION_BUS_ADDRESS", bus);
    runtime.isNull() ? qunsetenv("XDG_RUNTIME_DIR") : qputenv("XDG_RUNTIME_DIR", runtime);
    QVERIFY(m_desktop->shown().empty());
}

void TestTransferNotices::saysThatASignInIsNeeded()
{
    FakeRegistry registry(FakeRegistry::Options{.user = "alice", .password = "wonder"});
    QVERIFY(lookElsewhere());
    const auto target = registry.host() + "/acme/tiny:v1";
    QVERIFY(waitForEnd(addPublish(QStringLiteral("tiny"), target)));
    QVERIFY(waitForShown(1));
    QCOMPARE(m_desktop->shown().front().title, QStringLiteral("Publishing tiny failed"));
    QCOMPARE(m_desktop->shown().front().body,
             QStringLiteral("%1 needs a sign-in\n%2").arg(toQString(registry.host()), toQString(target)));
}

void TestTransferNotices::saysWhereACopyIs()
{
    QVERIFY(waitForEnd(addPublish(QStringLiteral("tiny"))));
    QVERIFY(lookElsewhere());
    const auto layout = "oci:" + (m_bench->dir / "layout").string() + ":v1";
    QVERIFY(waitForEnd(queue().add({Kind::Copy, QStringLiteral("tiny"), {}, "store:acme/tiny:v1", layout, {}})));
    QVERIFY(waitForShown(1));
    QCOMPARE(m_desktop->shown().front().title, QStringLiteral("tiny is copied"));
    QCOMPARE(m_desktop->shown().front().body, QStringLiteral("oci:…/layout:v1")); // not where it lies
}

void TestTransferNotices::saysNoFolder()
{
    QVERIFY(waitForEnd(addPublish(QStringLiteral("tiny"))));
    QVERIFY(lookElsewhere());
    const auto folder = (m_bench->dir / "private-folder").string();
    const auto name = QStringLiteral("store:acme/tiny:v1");
    QVERIFY(waitForEnd(queue().add({Kind::Pull, name, {}, toUtf8(name), folder, {}})));
    QVERIFY(waitForShown(1));
    QCOMPARE(m_desktop->shown().front().title, QStringLiteral("store:acme/tiny:v1 is pulled"));
    QCOMPARE(m_desktop->shown().front().body, QString());
    comeBack();
    QVERIFY(lookElsewhere());
    const auto file = m_bench->dir.write("private-file", "x").string();
    const auto failing = queue().add({Kind::Pull, name, {}, toUtf8(name), file, {}});
    QVERIFY(waitForEnd(failing));
    QVERIFY(queue().find(failing)->error->message().find("private-file") != std::string::npos);
    QVERIFY(waitForShown(2));
    QCOMPARE(m_desktop->shown().back().title, QStringLiteral("Pulling store:acme/tiny:v1 failed"));
    QVERIFY(!m_desktop->shown().back().body.isEmpty());
    QVERIFY2(!m_desktop->shown().back().body.contains(QLatin1String("private")),
             qPrintable(m_desktop->shown().back().body));
}

void TestTransferNotices::markupOfATitleIsText()
{
    m_desktop->appear({QStringLiteral("body"), QStringLiteral("body-markup")});
    m_notices->setTimes({0s, 1h});
    QVERIFY(lookElsewhere());
    const auto odd = addFailing(QStringLiteral("<b>bold</b>\u202e"));
    const auto plain = addFailing(QStringLiteral("plain"));
    QVERIFY(waitForEnd(odd) && waitForEnd(plain));
    m_notices->setTimes({0s, 0ms});
    QVERIFY(waitForShown(1));
    const auto body = m_desktop->shown().front().body;
    QVERIFY2(body.contains(QLatin1String("&lt;b&gt;bold&lt;/b&gt;")), qPrintable(body));
    QVERIFY(!body.contains(QLatin1Char('<')));
    QVERIFY(!body.contains(QChar(0x202e)));
}

void TestTransferNotices::whatIsCancelledIsNotTold()
{
    FakeRegistry registry;
    registry.setScript([](const ServerRequest &request) -> std::optional<ServerReply> {
        return request.method == "PATCH" || request.method == "PUT" ? std::optional(ServerReply{.hang = true})
                                                                    : std::nullopt;
    });
    QVERIFY(lookElsewhere());
    const auto id = addPublish(QStringLiteral("tiny"), registry.host() + "/acme/tiny:v1");
    QVERIFY(waitFor([&] { return !queue().find(id)->progress.items.empty(); }));
    queue().pause(id);
    QVERIFY(waitFor([&] { return queue().find(id)->state == State::Paused; }));
    queue().resume(id);
    QVERIFY(waitFor([&] { return !queue().find(id)->progress.items.empty(); }));
    queue().cancel(id);
    QVERIFY(waitFor([&] { return queue().find(id)->state == State::Canceled; }));
    verifyThatNothingWasTold();
}

void TestTransferNotices::laterOnesJoin()
{
    QVERIFY(lookElsewhere());
    QVERIFY(waitForEnd(addPublish(QStringLiteral("first"))));
    QVERIFY(waitForShown(1));
    QVERIFY(waitForEnd(addPublish(QStringLiteral("second"))));
    QVERIFY(waitForShown(2));
    QCOMPARE(m_desktop->shown().back().title, QStringLiteral("2 transfers are finished"));
    QVERIFY(m_desktop->shown().back().body.startsWith(QLatin1String("second: Published")));
    QCOMPARE(m_desktop->standing().size(), std::size_t(1));
}

void TestTransferNotices::comingBackTakesItAway()
{
    QVERIFY(lookElsewhere());
    QVERIFY(waitForEnd(addPublish(QStringLiteral("first"))));
    QVERIFY(waitForShown(1));
    comeBack();
    QVERIFY(waitFor([&] { return m_desktop->standing().empty(); }));
    // And what was seen is not told again.
    QVERIFY(lookElsewhere());
    QVERIFY(waitForEnd(addPublish(QStringLiteral("second"))));
    QVERIFY(waitForShown(2));
    QCOMPARE(m_desktop->shown().back().title, QStringLiteral("second is published"));
}

void TestTransferNotices::namesAFewOnly()
{
    m_notices->setTimes({0s, 1h});
    QVERIFY(lookElsewhere());
    std::vector<qint64> ids;
    for (int i = 0; i < 6; ++i)
        ids.push_back(addFailing(QString::number(i) + QString(500, QLatin1Char('x'))));
    for (const auto id : ids)
        QVERIFY(waitForEnd(id));
    m_notices->setTimes({0s, 0ms});
    QVERIFY(waitForShown(1));
    const auto body = m_desktop->shown().front().body;
    QCOMPARE(body.split(QLatin1Char('\n')).size(), 5);
    QVERIFY2(body.endsWith(QLatin1String("and 2 more")), qPrintable(body));
    QVERIFY(body.size() < 1000);
}

void TestTransferNotices::aClickNamesTheForemost()
{
    QSignalSpy wanted(m_notices.get(), &TransferNotices::wanted);
    QVERIFY(lookElsewhere());
    const auto bad = addFailing(QStringLiteral("bad"));
    QVERIFY(waitForEnd(bad));
    QVERIFY(waitForShown(1));
    QVERIFY(waitForEnd(addPublish(QStringLiteral("good"))));
    QVERIFY(waitForShown(2));
    QCOMPARE(m_desktop->standing().size(), std::size_t(1));
    m_desktop->click(m_desktop->standing().front());
    QVERIFY(waitFor([&] { return wanted.count() == 1; }));
    QCOMPARE(wanted.front()[0].toLongLong(), bad);
}

QTEST_MAIN(TestTransferNotices)
#include "tst_transfernotices.moc"
