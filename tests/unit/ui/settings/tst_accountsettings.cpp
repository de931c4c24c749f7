// SPDX-License-Identifier: Apache-2.0
// Accounts over the fault registry: what is found, signing in and out, the test with its ticks, choices for a registry.
#include "base/text.h"
#include "support/fakeregistry.h"
#include "support/fakesecretservice.h"
#include "support/gui/bench.h"
#include "support/gui/waiting.h"
#include "support/programs.h"
#include "support/testing.h"
#include "ui/jobs/keychain.h"
#include "ui/settings/accountsettings.h"
#include "ui/text/convert.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestAccountSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void scenario57_listsWhatIsFoundWithItsSource();
    void scenario57_wrongPasswordInline();
    void scenario57_withoutAKeychainNothingReachesTheDisk();
    void keepsInTheKeychain();
    void scenario57_testShowsTicks();
    void saysWhichStepFails();
    void signsOut();
    void saysThatNothingIsFound();
    void plainHttpIsAChoiceThatIsSeen();
    void choosesAnAuthority();

private:
    /// The page over a session of its own, whose auth file is the one in the bench's folder.
    void open()
    {
        m_page = std::make_unique<AccountSettings>(*m_services);
        m_page->resize(900, 900);
        m_page->show();
        if (!QTest::qWaitForWindowExposed(m_page.get()))
            qFatal("the page does not show");
    }
    template<typename T>
    T *find(const char *name) const
    {
        auto *found = m_page->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    void click(const char *name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    void type(const char *name, const QString &text) const
    {
        auto *field = find<QLineEdit>(name);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
    }
    QStringList rows() const
    {
        QStringList rows;
        const auto *model = find<QTableView>("accountsTable")->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < model->columnCount(); ++column)
                cells.append(model->index(row, column).data().toString());
            rows.append(cells.join(QLatin1Char('|')));
        }
        return rows;
    }
    bool waitForRows(const QStringList &wanted) const
    {
        if (waitFor([&] { return rows() == wanted; }))
            return true;
        qWarning("%s", qPrintable(rows().join(QLatin1Char('\n'))));
        return false;
    }
    QString step(int number) const { return find<QLabel>(cat("accessStep", number).c_str())->accessibleName(); }
    bool waitForSteps() const
    {
        return waitFor([this] { return find<QPushButton>("accountsTest")->isEnabled(); });
    }
    void signInAs(const QString &user, const QString &secret)
    {
        click("accountsSignIn");
        QVERIFY(waitFor([&] { return find<QLineEdit>("signInRegistry")->isVisible(); }));
        type("signInRegistry", host());
        type("accountUser", user);
        type("accountSecret", secret);
        QTest::keyClick(find<QLineEdit>("accountSecret"), Qt::Key_Return);
    }
    QString host() const { return toQString(m_registry->host()); }
    QString authFile() const { return toQString((m_bench->dir / "auth.json").string()); }
    bool diskHas(const std::string &text) const
    {
        for (const auto &entry : std::filesystem::recursive_directory_iterator(m_bench->dir.path())) {
            if (entry.is_regular_file() && readFile(entry.path()).find(text) != std::string::npos)
                return true;
        }
        return false;
    }

    std::unique_ptr<Bench> m_bench;
    std::unique_ptr<FakeRegistry> m_registry;
    std::unique_ptr<Services> m_services;
    std::unique_ptr<AccountSettings> m_page;
};

void TestAccountSettings::init()
{
    m_bench = std::make_unique<Bench>();
    m_registry = std::make_unique<FakeRegistry>(FakeRegistry::Options{.user = "alice", .password = "wonder"});
    m_services = std::make_unique<Services>(m_bench->services);
}

void TestAccountSettings::cleanup()
{
    m_page.reset();
    m_services.reset();
    m_registry.reset();
    m_bench.reset();
}

void TestAccountSettings::scenario57_listsWhatIsFoundWithItsSource()
{
    m_bench->dir.write("auth.json", R"({"auths":{"ghcr.io":{"auth":")" + base64Encode("bot:s3cretToken") + R"("}}})");
    m_bench->settings.addRegistry(QStringLiteral("registry.lan:5000"));
    open();
    QVERIFY(waitForRows(
        {QStringLiteral("ghcr.io|bot|%1|").arg(authFile()), QStringLiteral("registry.lan:5000||No account|")}));
    QVERIFY(find<QPushButton>("accountsSignOut")->isEnabled());
    QTest::keyClick(find<QTableView>("accountsTable"), Qt::Key_Down);
    QVERIFY(!find<QPushButton>("accountsSignOut")->isEnabled());
    for (const auto *label : m_page->findChildren<QLabel *>())
        QVERIFY(!label->text().contains(QLatin1String("s3cretToken")));
    // A row without an account is muted in the theme that is shown by then.
    const auto *model = find<QTableView>("accountsTable")->model();
    for (const auto mode : {ThemeMode::Dark, ThemeMode::Light}) {
        Theme::instance().apply(mode);
        const auto muted = Theme::instance().color(Role::TextMuted);
        int found = 0;
        for (int row = 0; row < model->rowCount(); ++row) {
            const auto ink = model->index(row, 0).data(Qt::ForegroundRole);
            found += ink.isValid() && ink.value<QBrush>().color() == muted ? 1 : 0;
        }
        QCOMPARE(found, 1);
    }
}

void TestAccountSettings::scenario57_wrongPasswordInline()
{
    open();
    signInAs(QStringLiteral("alice"), QStringLiteral("wrong"));
    auto *error = find<QLabel>("accountError");
    QVERIFY(waitFor([&] { return error->isVisible(); }));
    QVERIFY2(error->text().startsWith(QLatin1String("The registry does not take this user and password.")),
             qPrintable(error->text()));
    QCOMPARE(error->palette().color(QPalette::Text), Theme::instance().color(Role::Danger));
    QVERIFY(find<QLineEdit>("accountSecret")->isVisible()); // to try again
    QVERIFY(rows().isEmpty());
    type("accountSecret", QStringLiteral("wonder"));
    click("signInSubmit");
    QVERIFY(waitForRows({QStringLiteral("%1|alice|This session only|").arg(host())}));
    QVERIFY(!find<QLineEdit>("accountSecret")->isVisible());
    QVERIFY(find<QLineEdit>("accountSecret")->text().isEmpty());
}

void TestAccountSettings::scenario57_withoutAKeychainNothingReachesTheDisk()
{
    open();
    click("accountsSignIn");
    auto *place = find<QComboBox>("accountPlace");
    QVERIFY(waitFor([&] { return place->isVisible(); }));
    QCOMPARE(place->findData(static_cast<int>(CredentialPlace::Keychain)), -1);
    QCOMPARE(place->currentData().toInt(), static_cast<int>(CredentialPlace::Session));
    click("signInCancel");
    signInAs(QStringLiteral("alice"), QStringLiteral("wonder"));
    QVERIFY(waitForRows({QStringLiteral("%1|alice|This session only|").arg(host())}));
    QVERIFY(!diskHas("wonder"));
    QVERIFY(!diskHas(base64Encode("alice:wonder")));
}

void TestAccountSettings::keepsInTheKeychain()
{
    FakeSecretService service;
    if (!service.hasBus())
        QSKIP("no dbus-daemon");
    for (const char *name : {"KDE_FULL_SESSION", "XDG_CURRENT_DESKTOP", "DESKTOP_SESSION"})
        qunsetenv(name); // they choose another backend
    service.appear();
    Keychain keychain;
    Session session({.authFile = m_bench->dir / "auth.json",
                     .storePath = m_bench->dir / "store",
                     .hashCachePath = m_bench->dir / "hashes.sqlite",
                     .settingsPath = m_bench->dir / "client.json",
                     .vault = &keychain});
    m_services = std::make_unique<Services>(
        Services{session, m_bench->jobs, m_bench->transfers, m_bench->settings, m_bench->prompts});
    open();
    signInAs(QStringLiteral("alice"), QStringLiteral("wonder"));
    QVERIFY(waitForRows({QStringLiteral("%1|alice|The desktop's keychain|").arg(host())}));
    QCOMPARE(service.secrets().at(QStringLiteral("alice@") + host()), QByteArray("wonder"));
    QVERIFY(!diskHas("wonder"));
    click("accountsTest");
    QVERIFY(waitForSteps());
    QVERIFY2(step(3).contains(QLatin1String("passed")), qPrintable(step(3)));
    click("accountsSignOut");
    QVERIFY(waitForRows({QStringLiteral("%1||No account|").arg(host())}));
    QVERIFY(service.secrets().empty());
    m_page.reset(); // before the session
}

void TestAccountSettings::scenario57_testShowsTicks()
{
    m_bench->settings.addRecentTarget(host() + QStringLiteral("/team/model:v1"));
    open();
    signInAs(QStringLiteral("alice"), QStringLiteral("wonder"));
    QVERIFY(waitFor([&] { return rows().size() == 1; }));
    QCOMPARE(find<QLineEdit>("testRepository")->text(), QStringLiteral("team/model"));
    click("accountsTest");
    QVERIFY(waitForSteps());
    for (int number = 0; number < 6; ++number) {
        QVERIFY2(step(number).contains(QLatin1String("passed")), qPrintable(step(number)));
        QVERIFY2(step(number).contains(QLatin1String(" ms")), qPrintable(step(number)));
    }
    QCOMPARE(m_registry->openSessions(), std::size_t(0));
}

void TestAccountSettings::saysWhichStepFails()
{
    m_bench->settings.addRegistry(QStringLiteral("127.0.0.1:%1").arg(freePort()));
    m_bench->settings.addRegistry(host());
    open();
    QVERIFY(waitFor([&] { return rows().size() == 2; }));
    click("accountsTest");
    QVERIFY(waitForSteps());
    QVERIFY2(step(0).contains(QLatin1String("passed")), qPrintable(step(0)));
    QVERIFY2(step(1).contains(QLatin1String("failed")), qPrintable(step(1)));
    QVERIFY2(step(2).contains(QLatin1String("not tried")), qPrintable(step(2)));
    QTest::keyClick(find<QTableView>("accountsTable"), Qt::Key_Down);
    QVERIFY(!find<QWidget>("accessSteps")->isVisible()); // they were of the other one
    click("accountsTest");
    QVERIFY(waitForSteps());
    QVERIFY2(step(3).contains(QLatin1String("failed")), qPrintable(step(3)));
    QVERIFY2(step(5).contains(QLatin1String("not tried")), qPrintable(step(5)));
}

void TestAccountSettings::signsOut()
{
    m_bench->dir.write("auth.json", R"({"auths":{"ghcr.io":{"auth":"YTpi"},"other.example":{"auth":"YTpi"}}})");
    open();
    QVERIFY(waitFor([&] { return rows().size() == 2; }));
    click("accountsSignOut");
    QVERIFY(
        waitForRows({QStringLiteral("other.example|a|%1|").arg(authFile()), QStringLiteral("ghcr.io||No account|")}));
    QVERIFY(m_bench->dir.read("auth.json").find("ghcr.io") == std::string::npos);
}

void TestAccountSettings::saysThatNothingIsFound()
{
    open();
    QVERIFY(waitFor([&] { return find<QLabel>("noAccounts")->isVisible(); }));
    QVERIFY(!find<QPushButton>("accountsTest")->isVisible());
    QVERIFY(find<QPushButton>("accountsSignIn")->isEnabled());
    m_bench->dir.write("auth.json", "{");
    click("accountsReload");
    QVERIFY(waitFor([&] { return find<InfoBar>("accountsMessage")->isVisible(); }));
    QVERIFY2(find<InfoBar>("accountsMessage")->text().contains(QLatin1String("auth.json")),
             qPrintable(find<InfoBar>("accountsMessage")->text()));
}

void TestAccountSettings::plainHttpIsAChoiceThatIsSeen()
{
    const auto registry = RegistryHost::parse("registry.lan:5000").value();
    m_bench->settings.addRegistry(QStringLiteral("registry.lan:5000"));
    open();
    QVERIFY(waitForRows({QStringLiteral("registry.lan:5000||No account|")}));
    find<QCheckBox>("plainHttpBox")->setFocus();
    QTest::keyClick(find<QCheckBox>("plainHttpBox"), Qt::Key_Space);
    QVERIFY(waitForRows({QStringLiteral("registry.lan:5000||No account|Not encrypted")}));
    const auto *table = find<QTableView>("accountsTable");
    QVERIFY(table->columnWidth(3) > QFontMetrics(table->font()).horizontalAdvance(QStringLiteral("Not encrypted")));
    QVERIFY(find<QCheckBox>("plainHttpBox")->hasFocus());
    QVERIFY(m_bench->session.settings().registry(registry).plainHttp);
    QVERIFY(ClientSettings(m_bench->dir / "client.json").registry(registry).plainHttp);
    QTest::keyClick(find<QCheckBox>("plainHttpBox"), Qt::Key_Space);
    QVERIFY(waitForRows({QStringLiteral("registry.lan:5000||No account|")}));
}

void TestAccountSettings::choosesAnAuthority()
{
    const DockerRegistry registry({.htpasswd = true, .tls = true});
    m_bench->settings.addRegistry(toQString(registry.host()));
    open();
    QVERIFY(waitFor([&] { return rows().size() == 1; }));
    click("accountsTest");
    QVERIFY(waitForSteps());
    QVERIFY2(step(1).contains(QLatin1String("failed")), qPrintable(step(1)));
    m_bench->prompts.answerPath(pathText(registry.caFile()));
    click("chooseAuthority");
    QVERIFY(waitFor([&] { return find<ElidedLabel>("authorityFile")->text() == pathText(registry.caFile()); }));
    QVERIFY(waitForRows({QStringLiteral("%1||No account|Authority of its own").arg(toQString(registry.host()))}));
    click("accountsTest");
    QVERIFY(waitForSteps());
    QVERIFY2(step(1).contains(QLatin1String("passed")) && step(1).contains(QLatin1String("TLS")), qPrintable(step(1)));
    QVERIFY2(step(3).contains(QLatin1String("failed")), qPrintable(step(3))); // nobody is signed in
    click("removeAuthority");
    QVERIFY(waitForRows({QStringLiteral("%1||No account|").arg(toQString(registry.host()))}));
}

QTEST_MAIN(TestAccountSettings)
#include "tst_accountsettings.moc"
