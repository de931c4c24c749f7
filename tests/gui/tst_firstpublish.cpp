// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "support/fakeregistry.h"
#include "support/gui/windowfixture.h"
#include "support/plans.h"
#include "support/programs.h"
#include "ui/package/packagedocument.h"
#include "ui/package/planpreview.h"
#include "ui/publish/publishpage.h"

#include <chrono>
#include <map>
#include <set>

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace modelcrate;
using namespace modelcrate::testing;

/// From a folder on the desktop to an artifact in a registry.
class TestFirstPublish : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scenario28_fourActsToARealRegistry();
    void scenario28_fourActsToThisComputer();
    void scenario54_keyboardOnly();
    void scenario29_goesOnAfterARestart();
    void scenario31_editsGoOnMeanwhile();
    void scenario35_signsInWhereItIsAsked();
};

/// A digest is remembered only for a file that has been at rest for two seconds.
static bool waitUntilAtRest(const TestDir &dir, const char *file)
{
    const auto identity = identityOf(dir / file);
    return identity && waitFor([&] {
               const auto now = std::chrono::duration_cast<std::chrono::nanoseconds>(
                                    std::chrono::system_clock::now().time_since_epoch())
                                    .count();
               return now - identity->ctime > 2'200'000'000;
           });
}

static std::string shownDigest(PackageTab &package)
{
    const auto snapshot = package.preview().snapshot();
    return snapshot && snapshot->exact ? Digest::sha256Of(snapshot->documents.manifest).toString() : std::string();
}

/// Counts what a user does.
struct Acts {
    int count = 0;
    void click(QAbstractButton *button)
    {
        ++count;
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void type(QWidget *field, const QString &text)
    {
        ++count;
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, text);
    }
};

void TestFirstPublish::scenario28_fourActsToARealRegistry()
{
    const DockerRegistry registry;
    const TestDir dir;
    makeModelFolder(dir, "模型 café");
    QVERIFY(waitUntilAtRest(dir, "模型 café/src/run.py"));
    WindowFixture fixture(dir);
    const auto reference = registry.host() + "/team/first:v1";

    Acts acts;
    ++acts.count; // the drop
    auto *package = fixture.open(dir / "模型 café");
    QVERIFY(package);
    QVERIFY(waitFor([&] { return !shownDigest(*package).empty(); }));
    const auto shown = shownDigest(*package);
    acts.click(fixture.find<QPushButton>("publishButton"));
    auto &page = package->publishPage();
    acts.type(page.findChild<QComboBox *>(QStringLiteral("publishTarget"))->lineEdit(),
              QString::fromStdString(reference));
    auto *publish = page.findChild<QPushButton *>(QStringLiteral("publishPrimary"));
    QVERIFY(waitFor(
        [&] { return page.target() == QString::fromStdString(reference) && page.plan() && publish->isEnabled(); }));
    acts.click(publish);
    QVERIFY(waitFor([&] { return page.phase() == PublishPage::Phase::Published; }));
    QCOMPARE(acts.count, 4);
    QVERIFY(fixture.prompts.questions().isEmpty());
    QVERIFY(!QApplication::activeModalWidget());

    const auto stored =
        runProgram(*debianProgram("skopeo"), {"inspect", "--raw", "--tls-verify=false", "docker://" + reference},
                   QProcessEnvironment::systemEnvironment());
    QCOMPARE(stored.exitCode, 0);
    QCOMPARE(Digest::sha256Of(stored.output).toString(), shown);
    const auto *transfer = &fixture.transfers.transfers().back();
    QCOMPARE(transfer->published->digest.toString(), shown);
}

void TestFirstPublish::scenario28_fourActsToThisComputer()
{
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    WindowFixture fixture(dir);
    Acts acts;
    ++acts.count;
    auto *package = fixture.open(dir / "tiny");
    QVERIFY(package);
    acts.click(fixture.find<QPushButton>("publishButton"));
    auto &page = package->publishPage();
    auto *publish = page.findChild<QPushButton *>(QStringLiteral("publishPrimary"));
    QVERIFY(waitFor([&] { return page.plan() && publish->isEnabled(); }));
    QVERIFY2(page.target().startsWith(QLatin1String("store:")), qPrintable(page.target()));
    acts.click(publish);
    QVERIFY(waitFor([&] { return page.phase() == PublishPage::Phase::Published; }));
    QVERIFY(acts.count <= 3); // no server, no account, nothing to type
    QVERIFY(fixture.prompts.questions().isEmpty());
    const auto store = fixture.session.localStore();
    VERIFY_RESULT(store);
    QCOMPARE(store->list()->size(), std::size_t(1));
}

void TestFirstPublish::scenario54_keyboardOnly()
{
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    WindowFixture fixture(dir);
    fixture.prompts.answerPath(QString::fromStdString((dir / "tiny").string()));
    QTest::keyClick(fixture.window.get(), Qt::Key_O, Qt::ControlModifier);
    QVERIFY(waitFor([&] { return fixture.window->currentPackage() != nullptr; }));
    QTest::keyClick(fixture.window.get(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    auto &page = fixture.window->currentPackage()->publishPage();
    QVERIFY(waitFor([&] { return page.isVisible() && page.plan().has_value(); }));
    auto *publish = page.findChild<QPushButton *>(QStringLiteral("publishPrimary"));
    QVERIFY(waitFor([&] { return publish->isEnabled(); }));
    // By Tab alone, from where the focus is.
    for (int step = 0; step < 60 && QApplication::focusWidget() != publish; ++step)
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : fixture.window.get(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), publish);
    QTest::keyClick(publish, Qt::Key_Space);
    QVERIFY(waitFor([&] { return page.phase() == PublishPage::Phase::Published; }));
}

void TestFirstPublish::scenario29_goesOnAfterARestart()
{
    FakeRegistry registry;
    const TestDir dir;
    qputenv("XDG_STATE_HOME", (dir / "state").c_str());
    makeModelFolder(dir, "large", 2 * (24 << 20));
    QVERIFY(waitUntilAtRest(dir, "large/src/run.py"));
    std::size_t whole = 0;
    std::size_t sessions = 0;
    {
        WindowFixture fixture(dir);
        auto *package = fixture.open(dir / "large");
        QVERIFY(package);
        package->showPublish();
        auto &page = package->publishPage();
        page.setTarget(QString::fromStdString(registry.host() + "/team/large:v1"));
        auto *publish = page.findChild<QPushButton *>(QStringLiteral("publishPrimary"));
        QVERIFY(
            waitFor([&] { return page.plan() && page.plan()->artifact.isExact() && publish->isEnabled(); }, 60'000));
        whole = bytesOnce(*page.plan());
        fixture.transfers.setRateLimit(16_MiB);
        QTest::mouseClick(publish, Qt::LeftButton);
        QVERIFY(waitFor([&] { return page.model().flow().sent > 6_MiB; }));
        // and the program ends
    }
    sessions = registry.openSessions();
    QVERIFY(sessions >= 1);
    const auto acknowledged = registry.bytesReceived();
    // What was on its way when the program ended counts as sent there and did not arrive here.
    QVERIFY2(acknowledged > (4 << 20) && acknowledged < whole, qPrintable(QString::number(acknowledged)));

    WindowFixture fixture(dir);
    QVERIFY(waitFor([&] { return fixture.transfers.isLoaded(); }));
    QCOMPARE(fixture.transfers.interrupted(), 1);
    fixture.window->showPlace(MainWindow::Place::Transfers);
    QPushButton *resume = nullptr;
    QVERIFY(waitFor([&] {
        resume = fixture.window->findChild<QPushButton *>(QStringLiteral("resumeInterruptedTransfersButton"));
        return resume && resume->isVisible();
    }));
    QTest::mouseClick(resume, Qt::LeftButton);
    QVERIFY(waitFor([&] { return fixture.transfers.transfers().back().state == TransferState::Done; }, 60'000));
    QCOMPARE(registry.tags(), std::set<std::string>{"v1"});
    QCOMPARE(registry.openSessions(), std::size_t(0));
    // In the sessions that were there, and not one byte twice.
    QCOMPARE(registry.bytesReceived(), whole);
}

void TestFirstPublish::scenario31_editsGoOnMeanwhile()
{
    FakeRegistry registry;
    const TestDir dir;
    qputenv("XDG_STATE_HOME", (dir / "state").c_str());
    makeModelFolder(dir, "first", 24'000'000);
    makeModelFolder(dir, "second", 300'000, 2);
    WindowFixture fixture(dir);
    auto *package = fixture.open(dir / "first");
    QVERIFY(package);
    package->showPublish();
    auto &page = package->publishPage();
    page.setTarget(QString::fromStdString(registry.host() + "/team/first:v1"));
    auto *publish = page.findChild<QPushButton *>(QStringLiteral("publishPrimary"));
    QVERIFY(waitFor([&] { return page.plan() && publish->isEnabled(); }, 60'000));
    fixture.transfers.setRateLimit(2_MiB);
    QTest::mouseClick(publish, Qt::LeftButton);

    // Rows move, each with its own figures.
    const auto &model = page.model();
    std::set<QString> amounts;
    bool rated = false;
    QVERIFY(waitFor([&] {
        for (int row = 0; row < model.rowCount(); ++row) {
            if (!model.index(row, 0).data(PublishModel::FractionRole).isValid())
                continue;
            amounts.insert(model.index(row, PublishModel::Moved).data().toString());
            rated = rated
                || (!model.index(row, PublishModel::Rate).data().toString().isEmpty()
                    && !model.index(row, PublishModel::Left).data().toString().isEmpty());
        }
        return amounts.size() >= 3 && rated;
    }));
    // The page can be left and another tab edited.
    auto *other = fixture.open(dir / "second");
    QVERIFY(other);
    QVERIFY(!page.isVisible());
    other->document().setField("descriptor.title", "Typed meanwhile");
    QVERIFY(other->document().isModified());
    QVERIFY(waitFor([&] { return other->preview().isCurrent(); }));
    // The rail and the strip say what goes on.
    auto *rail = fixture.find<QToolButton>("transfersPlace");
    QVERIFY2(rail->accessibleName().contains(QLatin1Char('1')), qPrintable(rail->accessibleName()));
    auto *strip = fixture.find<QToolButton>("transfersButton");
    QVERIFY2(waitFor([&] { return strip->text().contains(QLatin1Char('%')); }), qPrintable(strip->text()));
    QVERIFY(page.phase() == PublishPage::Phase::Sending);
    fixture.transfers.setRateLimit({});
    QVERIFY(waitFor([&] { return page.phase() == PublishPage::Phase::Published; }, 60'000));
    QCOMPARE(registry.tags(), std::set<std::string>{"v1"});
}

void TestFirstPublish::scenario35_signsInWhereItIsAsked()
{
    const DockerRegistry registry({.htpasswd = true});
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    WindowFixture fixture(dir);
    auto *package = fixture.open(dir / "tiny");
    QVERIFY(package);
    package->showPublish();
    auto &page = package->publishPage();
    page.setTarget(QString::fromStdString(registry.host() + "/team/closed:v1"));
    auto *signIn = page.findChild<QPushButton *>(QStringLiteral("publishSignIn"));
    QVERIFY(waitFor([&] { return signIn->isVisible(); }));
    fixture.prompts.answerAccount(
        UserPrompts::Account{QString::fromLatin1(DockerRegistry::user), QString::fromLatin1(DockerRegistry::password)});
    QTest::mouseClick(signIn, Qt::LeftButton);
    auto *publish = page.findChild<QPushButton *>(QStringLiteral("publishPrimary"));
    QVERIFY(waitFor([&] { return page.plan() && publish->isEnabled() && !signIn->isVisible(); }));
    QTest::mouseClick(publish, Qt::LeftButton);
    QVERIFY(waitFor([&] { return page.phase() == PublishPage::Phase::Published; }));
    QCOMPARE(fixture.prompts.questions().size(), 1);
}

QTEST_MAIN(TestFirstPublish)
#include "tst_firstpublish.moc"
