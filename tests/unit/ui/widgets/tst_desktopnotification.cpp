// SPDX-License-Identifier: Apache-2.0
// Against a bus of our own with a desktop of our own.
#include "support/fakenotifications.h"
#include "ui/widgets/desktopnotification.h"

#include <memory>

#include <QGuiApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;

class tst_DesktopNotification : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void showsOne();
    void markupIsText_data();
    void markupIsText();
    void offersNoClickWhereThereAreNone();
    void theNextTakesItsPlace();
    void withoutWaitingForTheNumber();
    void isNotReplacedOnceItIsGone();
    void aClickIsTold();
    void isTakenAway();
    void isTakenAwayBeforeItIsThere();
    void withoutAServiceNothingHappens();
    void withoutABusNothingHappens();

private:
    bool waitForShown(std::size_t count)
    {
        return QTest::qWaitFor([&] { return m_desktop->shown().size() >= count; }, 20'000);
    }
    static DesktopNotification::Text text(const char *title, const char *body = "")
    {
        return {QString::fromUtf8(title), QString::fromUtf8(body), QStringLiteral("Show Transfers")};
    }
    std::unique_ptr<FakeNotifications> m_desktop;
};

void tst_DesktopNotification::initTestCase()
{
    QGuiApplication::setDesktopFileName(QStringLiteral("org.example.Test"));
}

void tst_DesktopNotification::init()
{
    m_desktop = std::make_unique<FakeNotifications>();
    if (!m_desktop->hasBus())
        QSKIP("no dbus-daemon");
    m_desktop->appear();
}

void tst_DesktopNotification::cleanup() { m_desktop.reset(); }

void tst_DesktopNotification::showsOne()
{
    DesktopNotification notification;
    notification.show(text("qwen is published", "ghcr.io/acme/qwen:v1\nsecond line"));
    QVERIFY(waitForShown(1));
    const auto &one = m_desktop->shown().front();
    QCOMPARE(one.program, QStringLiteral("Modelcrate"));
    QCOMPARE(one.icon, QStringLiteral("org.example.Test"));
    QCOMPARE(one.title, QStringLiteral("qwen is published"));
    QCOMPARE(one.body, QStringLiteral("ghcr.io/acme/qwen:v1\nsecond line"));
    QCOMPARE(one.replaces, 0U);
    QCOMPARE(one.actions, QStringList({QStringLiteral("default"), QStringLiteral("Show Transfers")}));
    QCOMPARE(one.hints.value(QStringLiteral("desktop-entry")).toString(), QStringLiteral("org.example.Test"));
}

void tst_DesktopNotification::markupIsText_data()
{
    QTest::addColumn<QStringList>("capabilities");
    QTest::addColumn<QString>("shown");
    QTest::newRow("text") << QStringList{QStringLiteral("body")} << QStringLiteral("<b>a</b> & <img src=\"x\">");
    QTest::newRow("markup") << QStringList{QStringLiteral("body"), QStringLiteral("body-markup")}
                            << QStringLiteral("&lt;b&gt;a&lt;/b&gt; &amp; &lt;img src=&quot;x&quot;&gt;");
}

void tst_DesktopNotification::markupIsText()
{
    QFETCH(QStringList, capabilities);
    QFETCH(QString, shown);
    m_desktop->appear(capabilities);
    DesktopNotification notification;
    notification.show(text("<i>title</i>", "<b>a</b> & <img src=\"x\">"));
    QVERIFY(waitForShown(1));
    QCOMPARE(m_desktop->shown().front().title, QStringLiteral("<i>title</i>")); // never markup
    QCOMPARE(m_desktop->shown().front().body, shown);
}

/// Some desktops show a dialog when there is an action.
void tst_DesktopNotification::offersNoClickWhereThereAreNone()
{
    m_desktop->appear({QStringLiteral("body")});
    DesktopNotification notification;
    notification.show(text("a"));
    QVERIFY(waitForShown(1));
    QVERIFY(m_desktop->shown().front().actions.isEmpty());
}

void tst_DesktopNotification::theNextTakesItsPlace()
{
    DesktopNotification notification;
    notification.show(text("a"));
    QVERIFY(waitForShown(1));
    notification.show(text("b"));
    QVERIFY(waitForShown(2));
    QCOMPARE(m_desktop->shown()[1].replaces, m_desktop->shown()[0].id);
    QCOMPARE(m_desktop->standing(), std::vector{m_desktop->shown()[0].id});
}

void tst_DesktopNotification::withoutWaitingForTheNumber()
{
    m_desktop->hold();
    DesktopNotification notification;
    notification.show(text("a"));
    notification.show(text("b"));
    notification.show(text("c"));
    QTRY_VERIFY(m_desktop->holdsSomething());
    m_desktop->release();
    QTRY_VERIFY(!m_desktop->shown().empty() && m_desktop->shown().back().title == QLatin1String("c"));
    QCOMPARE(m_desktop->standing().size(), std::size_t(1));
}

void tst_DesktopNotification::isNotReplacedOnceItIsGone()
{
    DesktopNotification notification;
    QSignalSpy activated(&notification, &DesktopNotification::activated);
    notification.show(text("a"));
    QVERIFY(waitForShown(1));
    m_desktop->dismiss(m_desktop->shown().front().id);
    notification.show(text("b"));
    QVERIFY(waitForShown(2));
    QCOMPARE(m_desktop->shown()[1].replaces, 0U);
    QCOMPARE(activated.count(), 0);
}

void tst_DesktopNotification::aClickIsTold()
{
    DesktopNotification notification;
    QSignalSpy activated(&notification, &DesktopNotification::activated);
    notification.show(text("a"));
    QVERIFY(waitForShown(1));
    const auto id = m_desktop->shown().front().id;
    m_desktop->click(id + 1);
    m_desktop->click(id);
    QTRY_COMPARE(activated.count(), 1);
    notification.show(text("b"));
    QVERIFY(waitForShown(2));
    m_desktop->click(m_desktop->shown()[1].id);
    QTRY_COMPARE(activated.count(), 2);
}

void tst_DesktopNotification::isTakenAway()
{
    DesktopNotification notification;
    notification.withdraw(); // nothing is there
    notification.show(text("a"));
    QVERIFY(waitForShown(1));
    notification.withdraw();
    QTRY_VERIFY(m_desktop->standing().empty());
    QCOMPARE(m_desktop->shown().size(), std::size_t(1));
}

void tst_DesktopNotification::isTakenAwayBeforeItIsThere()
{
    m_desktop->hold();
    DesktopNotification notification;
    notification.show(text("a"));
    QTRY_VERIFY(m_desktop->holdsSomething());
    notification.withdraw();
    m_desktop->release();
    // Each waits for the one before.
    notification.show(text("b"));
    QTRY_VERIFY(!m_desktop->shown().empty() && m_desktop->shown().back().title == QLatin1String("b"));
    QCOMPARE(m_desktop->standing().size(), std::size_t(1));
}

void tst_DesktopNotification::withoutAServiceNothingHappens()
{
    m_desktop->vanish();
    DesktopNotification notification;
    notification.show(text("a"));
    notification.show(text("b"));
    // And it goes on when there is one.
    m_desktop->appear();
    notification.show(text("c"));
    QTRY_VERIFY(!m_desktop->shown().empty() && m_desktop->shown().back().title == QLatin1String("c"));
}

void tst_DesktopNotification::withoutABusNothingHappens()
{
    const auto bus = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    const auto runtime = qgetenv("XDG_RUNTIME_DIR");
    const QTemporaryDir empty;
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    qputenv("XDG_RUNTIME_DIR", empty.path().toUtf8());
    {
        DesktopNotification notification;
        notification.show(text("a"));
        notification.withdraw();
    }
    QVERIFY(m_desktop->shown().empty());
    qputenv("DBUS_SESSION_BUS_ADDRESS", bus);
    runtime.isNull() ? qunsetenv("XDG_RUNTIME_DIR") : qputenv("XDG_RUNTIME_DIR", runtime);
}

QTEST_GUILESS_MAIN(tst_DesktopNotification)
#include "tst_desktopnotification.moc"
