// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "support/fakeregistry.h"
#include "support/gui/stallmeter.h"
#include "support/gui/windowfixture.h"
#include "support/programs.h"
#include "ui/artifact/filelistmodel.h"
#include "ui/package/filespage.h"
#include "ui/package/metadatapage.h"
#include "ui/package/packagedocument.h"
#include "ui/package/planpreview.h"
#include "ui/publish/publishpage.h"
#include "ui/shell/dropoverlay.h"
#include "ui/text/convert.h"
#include "ui/transfers/transferspage.h"
#include "ui/widgets/infobar.h"

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <memory>
#include <set>
#include <string_view>

#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QShortcut>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTcpServer>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <csignal>
#include <sys/prctl.h>

using namespace modelcrate;
using namespace modelcrate::testing;
namespace fs = std::filesystem;

/// The window around the pages: places, drops, tabs, what is kept and what is asked.
class TestShell : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scenario01_startsEmpty();
    void scenario01_paintsSoon();
    void scenario02_dropOpensAPackage();
    void scenario03_refusesOtherDrops_data();
    void scenario03_refusesOtherDrops();
    void aDragAsksTheDiskOnAWorker();
    void scenario04_aSecondFolderIsASecondTab();
    void scenario05_openFolderAndCancel();
    void scenario06_aHundredThousandFiles();
    void scenario08_recentsSurviveARestart();
    void scenario47_unsavedEditsComeBack();
    void scenario47_whatWasLeftOutStaysOut();
    void scenario47_typingOnDoesNotPutOffTheCopy();
    void scenario47_saysThatEditsCannotBeKept();
    void scenario47_saysThatThereIsNoPlaceForEdits();
    void quittingAsksForWhatCannotBeKept();
    void quittingNamesAllThatCannotBeKept();
    void quittingAsksWhenTheDiskHangs();
    void scenario47_eachComesBackByItself();
    void scenario47_aFileThatCameBackIsNotOpenedAgain_data();
    void scenario47_aFileThatCameBackIsNotOpenedAgain();
    void scenario47_editsOfTheSameFileStayBesideWhatCameBack();
    void scenario47_saysWhatCannotBeRead();
    void scenario47_survivesAKill();
    void scenario47_aKilledWindowComesBack();
    void scenario52_everyStopHasAName();
    void scenario53_aScreenReaderIsTold();
    void scenario58_quittingAsksOnce();
    void anOrderlyEndAsksNothing();
    void aSignalEndsTheProgramOrderly_data();
    void aSignalEndsTheProgramOrderly();
    void aSecondSignalEndsTheProgramAtOnce();
    void aSignalPausesAPublish();
    void quittingWaitsForASave();
    void quittingKeepsAPublishThatWasJustClicked();
    void aPublishOutlivesItsTab();
    void scenario60_optionsAndExitCodes();
    void savesAndOpensAPackageFile();
    void aNameThatIsCompletedReplacesNothingUnasked();
    void whatIsTypedDuringASaveIsNotSaved();
    void anOpenCellIsPartOfASave();
    void anOpenCellIsAskedForAtClose();
    void anOpenCellComesBack();
    void closingAnUnsavedTabAsks();
    void closingAsksForWhatIsTypedDuringItsSave();
    void whatIsNotSeenIsNotEdited();
    void aKeyMeansOneThingOnEveryPage();
    void everyActionIsInAMenu();
    void paletteReachesEverything();
    void worksNarrow();
    void theSampleIsTheRecipes();
    void saysThatASampleCannotBeMade();
    void saysThatASaveFailed();
    void saysThatSettingsAreNotKept();
};

static QString text(const fs::path &path) { return QString::fromStdString(path.string()); }

/// Every worker of the window is busy until release(), so that what is asked for meanwhile waits.
class BusyWorkers {
public:
    explicit BusyWorkers(JobRunner &jobs)
    {
        for (int worker = 0; worker < 16; ++worker)
            jobs.run<void>(
                nullptr,
                [released = m_released](const TaskContext &context) -> Result<void> {
                    waitUntil([&] { return released->load() || context.stopRequested(); });
                    return {};
                },
                [](Result<void>) {});
    }
    BusyWorkers(const BusyWorkers &) = delete;
    BusyWorkers &operator=(const BusyWorkers &) = delete;
    ~BusyWorkers() { release(); }
    void release() { *m_released = true; }

private:
    std::shared_ptr<std::atomic<bool>> m_released = std::make_shared<std::atomic<bool>>(false);
};

/// Opens the folder, plans its publish and presses the button.
static PackageTab *startPublish(WindowFixture &fixture, const fs::path &folder, const std::string &target)
{
    auto *package = fixture.open(folder);
    if (!package)
        return nullptr;
    package->showPublish();
    package->publishPage().setTarget(toQString(target));
    auto *publish = package->findChild<QAbstractButton *>(QStringLiteral("publishPrimary"));
    if (!waitFor([&] { return package->publishPage().plan() && publish->isEnabled(); }))
        return nullptr;
    publish->click();
    return package;
}

void TestShell::scenario01_startsEmpty()
{
    const TestDir dir;
    WindowFixture fixture(dir);
    auto *open = fixture.find<QPushButton>("openFolderButton");
    QVERIFY(open->isVisible());
    fixture.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    QVERIFY(waitFor([&] { return open->hasFocus(); }));
    QVERIFY(!fixture.window->action(QStringLiteral("filterAction"))->isEnabled());
    QVERIFY(!fixture.window->action(QStringLiteral("publishAction"))->isEnabled());
    QVERIFY(!fixture.find<QTabBar>("documentTabs")->isVisible());
}

/// The real program tells when its first picture was there.
void TestShell::scenario01_paintsSoon()
{
    const TestDir dir;
    auto environment = environmentAt(dir.path());
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("modelcrate.start.debug=true"));
    environment.insert(QStringLiteral("QT_FORCE_STDERR_LOGGING"), QStringLiteral("1"));
    QProcess program;
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(MODELCRATE_BIN_DIR "/modelcrate"), {});
    QVERIFY(program.waitForStarted());
    QByteArray said;
    static const QRegularExpression sentence(QStringLiteral("first paint (\\d+) ms after the start"));
    const auto painted = [&] {
        said += program.readAllStandardError();
        return sentence.match(QString::fromUtf8(said));
    };
    QVERIFY2(waitFor([&] { return painted().hasMatch(); }, 60'000), said.constData());
    const auto ms = painted().captured(1).toInt();
    qInfo("first paint after %d ms", ms);
    QVERIFY(ms < 10'000); // 500 ms is the aim
    program.kill();
    QVERIFY(program.waitForFinished());
}

void TestShell::scenario02_dropOpensAPackage()
{
    const TestDir dir;
    makeModelFolder(dir, "模型 café");
    WindowFixture fixture(dir);
    auto *overlay = fixture.find<DropOverlay>("dropOverlay");
    const auto data = WindowFixture::mime({QUrl::fromLocalFile(text(dir / "模型 café"))});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(fixture.window.get(), &enter);
    QVERIFY(enter.isAccepted() && overlay->isVisible());
    QVERIFY(overlay->text().contains(QStringLiteral("模型 café")));
    QDragLeaveEvent leave;
    QCoreApplication::sendEvent(fixture.window.get(), &leave);
    QVERIFY(!overlay->isVisible());
    auto *package = fixture.open(dir / "模型 café");
    QVERIFY(package);
    QCOMPARE(package->document().name(), QStringLiteral("模型 café"));
    QCOMPARE(package->document().includedCount(), std::size_t(8));
}

void TestShell::scenario03_refusesOtherDrops_data()
{
    QTest::addColumn<QList<QUrl>>("urls");
    QTest::addColumn<QString>("plain");
    QTest::addColumn<QString>("reason");
    const auto add = [](const char *name, const QList<QUrl> &urls, const char *reason, const QString &plain = {}) {
        QTest::newRow(name) << urls << plain << QString::fromLatin1(reason);
    };
    add("nothing", {}, "not text or a picture");
    add("plain text", {}, "not text or a picture", QStringLiteral("/tmp"));
    add("an address", {QUrl(QStringLiteral("http://example.com/model"))}, "an address");
    add("a missing folder", {QUrl::fromLocalFile(QStringLiteral("/nowhere/at/all"))}, "not there any more");
    add("a file", {QUrl::fromLocalFile(QStringLiteral(MODELCRATE_SOURCE_DIR "/LICENSE"))}, "a single file");
    add("two folders", {QUrl::fromLocalFile(QStringLiteral("/tmp")), QUrl::fromLocalFile(QStringLiteral("/usr"))},
        "One folder");
}

void TestShell::scenario03_refusesOtherDrops()
{
    QFETCH(const QList<QUrl>, urls);
    QFETCH(const QString, plain);
    QFETCH(const QString, reason);
    const TestDir dir;
    WindowFixture fixture(dir);
    auto *overlay = fixture.find<DropOverlay>("dropOverlay");
    const auto data = WindowFixture::mime(urls);
    if (!plain.isEmpty())
        data->setText(plain);
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(fixture.window.get(), &enter);
    QVERIFY(waitFor([&] { return overlay->verdict().isFinal; }));
    QVERIFY(overlay->isVisible());
    QVERIFY2(overlay->text().contains(reason), qPrintable(overlay->text()));
    QDragMoveEvent move(QPoint(60, 60), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(fixture.window.get(), &move);
    QVERIFY(!move.isAccepted());
    QDragLeaveEvent leave;
    QCoreApplication::sendEvent(fixture.window.get(), &leave);
    QVERIFY(!overlay->isVisible());
    QCOMPARE(fixture.find<QTabBar>("documentTabs")->count(), 0);
}

/// A disk that hangs would hang the window; so nothing that stands for a path may depend on its being there.
void TestShell::aDragAsksTheDiskOnAWorker()
{
    const TestDir dir;
    WindowFixture fixture(dir);
    const auto data = WindowFixture::mime({QUrl::fromLocalFile(text(dir / "not there"))});
    QVERIFY(judgeDrop(*data).reason.isEmpty());
    QVERIFY(!judgeOnDisk(text(dir / "not there")).reason.isEmpty());

    // Dropped faster than the disk answers: its tab says what is wrong.
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(fixture.window.get(), &enter);
    QDropEvent fall(QPoint(50, 50), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(fixture.window.get(), &fall);
    QVERIFY(fall.isAccepted());
    QVERIFY(waitFor([&] { return fixture.find<QWidget>("openingFailure")->isVisible(); }));
    QVERIFY(!fixture.find<DropOverlay>("dropOverlay")->isVisible());
}

void TestShell::scenario04_aSecondFolderIsASecondTab()
{
    const TestDir dir;
    makeModelFolder(dir, "one");
    makeModelFolder(dir, "two");
    WindowFixture fixture(dir);
    QVERIFY(fixture.open(dir / "one"));
    QVERIFY(fixture.open(dir / "two"));
    auto *tabs = fixture.find<QTabBar>("documentTabs");
    QCOMPARE(tabs->count(), 2);
    QVERIFY(fixture.drop(dir / "one")); // open already: it is shown
    QCOMPARE(tabs->count(), 2);
    QCOMPARE(fixture.window->currentPackage()->document().name(), QStringLiteral("one"));
}

void TestShell::scenario05_openFolderAndCancel()
{
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    WindowFixture fixture(dir);
    fixture.prompts.answerPath({});
    QTest::mouseClick(fixture.find<QPushButton>("openFolderButton"), Qt::LeftButton);
    QVERIFY(waitFor([&] { return fixture.prompts.questions().size() == 1 && !fixture.prompts.hasAnswersLeft(); }));
    QCOMPARE(fixture.find<QTabBar>("documentTabs")->count(), 0);
    fixture.prompts.answerPath(text(dir / "tiny"));
    QTest::mouseClick(fixture.find<QPushButton>("openFolderButton"), Qt::LeftButton);
    QVERIFY(waitFor([&] { return fixture.window->packageCount() == 1; }));
}

void TestShell::scenario06_aHundredThousandFiles()
{
    const TestDir dir;
    for (int folder = 0; folder < 500; ++folder) {
        const auto name = cat("many/d", folder);
        fs::create_directories(dir / name);
        for (int file = 0; file < 200; ++file)
            dir.write(cat(name, '/', file, ".csv"), "1\n");
    }
    WindowFixture fixture(dir);
    StallMeter meter;
    const auto measure = [&](const char *what, auto &&act, auto &&condition) {
        meter.reset();
        meter.around(act);
        QVERIFY2(meter.runUntil(condition, 120'000), what);
        qInfo("%s: longest stall %.1f ms, %.1f ms of them work", what, meter.longestMs(), meter.longestWorkMs());
#ifdef NDEBUG
        QVERIFY2(meter.longestWorkMs() < 100 && meter.longestMs() < 1000, what); // 50 is the aim
#else
        QVERIFY2(meter.longestWorkMs() < 1000, what);
#endif
    };
    // Half of it, then no: nothing stays.
    auto *found = fixture.drop(dir / "many") ? fixture.find<QTableView>("foundFiles") : nullptr;
    QVERIFY(found);
    auto *tabs = fixture.find<QTabBar>("documentTabs");
    measure(
        "cancel while it opens", [&] { fixture.find<QPushButton>("cancelOpening")->click(); },
        [&] { return tabs->count() == 0 || fixture.window->packageCount() == 1; });
    if (fixture.window->packageCount() == 1) // it was faster
        fixture.window->action(QStringLiteral("closeTabAction"))->trigger();
    QVERIFY(waitFor([&] { return tabs->count() == 0; }));

    measure(
        "open", [&] { fixture.window->open(text(dir / "many")); }, [&] { return fixture.window->packageCount() == 1; });
    auto *package = fixture.window->currentPackage();
    QCOMPARE(package->document().state().size(), std::size_t(100'000));
    auto &files = *package->filesPage().findChild<FileListModel *>();
    const auto isSettled = [&] {
        return files.rowCount() > 0 && !files.isBusy() && package->preview().isCurrent()
            && package->preview().snapshot();
    };
    measure(
        "first rows and plan", [] {}, isSettled);
    std::vector<std::size_t> all(100'000);
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = i;
    measure(
        "reclassify", [&] { package->document().setKind(all, LayerKind::Doc); }, isSettled);
    QCOMPARE(package->document().undoStack().count(), 1);
    measure(
        "undo", [&] { package->document().undoStack().undo(); }, isSettled);
    QVERIFY(!package->document().isModified());
}

void TestShell::scenario08_recentsSurviveARestart()
{
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    makeModelFolder(dir, "gone");
    {
        WindowFixture fixture(dir);
        QVERIFY(fixture.open(dir / "gone"));
        QVERIFY(fixture.open(dir / "tiny"));
    }
    fs::remove_all(dir / "gone");
    WindowFixture fixture(dir);
    auto *list = fixture.find<QListView>("recentList");
    QCOMPARE(list->model()->rowCount(), 2);
    QCOMPARE(list->model()->index(0, 0).data().toString(), QStringLiteral("tiny"));
    QVERIFY(waitFor([&] {
        return list->model()->index(1, 0).data(Qt::AccessibleTextRole).toString().contains(QLatin1String("not found"));
    }));
    list->setCurrentIndex(list->model()->index(1, 0));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Delete);
    QVERIFY(waitFor([&] { return list->model()->rowCount() == 1; }));
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Return);
    QVERIFY(waitFor([&] { return fixture.window->packageCount() == 1; }));
}

void TestShell::scenario47_unsavedEditsComeBack()
{
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    {
        WindowFixture fixture(dir);
        auto *package = fixture.open(dir / "tiny");
        QVERIFY(package);
        package->document().setField("descriptor.title", "Typed and never saved");
        package->document().setDraft("descriptor.createdAt", "2026-0");
        fixture.window->autosave().flush();
        QVERIFY(waitFor([&] { return fixture.window->autosave().isIdle(); }));
    } // as a crash does: nothing is asked and nothing cleaned
    WindowFixture fixture(dir);
    fixture.window->recover();
    QVERIFY(waitFor([&] { return fixture.window->packageCount() == 1; }));
    auto &document = fixture.window->currentPackage()->document();
    QCOMPARE(*document.field("descriptor.title")->asString(), std::string("Typed and never saved"));
    QCOMPARE(*document.draft("descriptor.createdAt"), std::string("2026-0"));
    QVERIFY(document.isModified());
    // Saved, nothing is left to come back.
    fixture.prompts.answerPath(text(dir / "tiny.modelcrate.json"));
    fixture.window->action(QStringLiteral("saveAction"))->trigger();
    QVERIFY(waitFor([&] { return !document.isModified() && fixture.window->autosave().isIdle(); }));
    QVERIFY(fs::is_empty(dir / "autosave"));
}

/// What comes back is what was left: no file that the user's rules leave out, and none that came since.
void TestShell::scenario47_whatWasLeftOutStaysOut()
{
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    dir.write("tiny/secret.key", "of the user");
    const auto files = [](const PackageDocument &document) {
        std::set<std::string> all;
        for (std::size_t i = 0; i < document.state().size(); ++i)
            all.insert(document.state().entry(i).path);
        return all;
    };
    std::set<std::string> before;
    {
        WindowFixture fixture(dir);
        fixture.settings.setIgnorePatterns({QStringLiteral("*.key")});
        auto *package = fixture.open(dir / "tiny");
        QVERIFY(package);
        before = files(package->document());
        QVERIFY(!before.empty() && !before.contains("secret.key"));
        package->document().setField("descriptor.title", "typed");
        fixture.window->autosave().flush();
        QVERIFY(waitFor([&] { return fixture.window->autosave().isIdle(); }));
    }
    dir.write("tiny/came later.txt", "nobody has seen it");
    WindowFixture fixture(dir);
    fixture.window->recover();
    QVERIFY(waitFor([&] { return fixture.window->packageCount() == 1; }));
    const auto &document = fixture.window->currentPackage()->document();
    QVERIFY(files(document) == before);
    QCOMPARE(document.includedCount(), std::size_t(8));
    for (const auto &fact : document.facts())
        QVERIFY(fact.identity);
}

void TestShell::scenario47_typingOnDoesNotPutOffTheCopy()
{
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    WindowFixture fixture(dir);
    auto *package = fixture.open(dir / "tiny");
    QVERIFY(package);
    const QSignalSpy written(&fixture.window->autosave(), &Autosave::written);
    int keys = 0;
    QTimer typing;
    typing.setInterval(100); // many within the second that an edit may wait
    connect(&typing, &QTimer::timeout, this, [&] { package->document().setField("descriptor.title", cat(++keys)); });
    typing.start();
    QVERIFY(waitFor([&] { return written.count() >= 3; }));
    typing.stop();
    QVERIFY(waitFor([&] { return fixture.window->autosave().isIdle(); }));
    // The last of them too.
    const auto file = fs::directory_iterator(dir / "autosave")->path();
    QVERIFY(readFile(file).find(cat('"', keys, '"')) != std::string::npos);
}

void TestShell::scenario47_saysThatEditsCannotBeKept()
{
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    dir.write("autosave", "no folder");
    WindowFixture fixture(dir);
    auto *package = fixture.open(dir / "tiny");
    QVERIFY(package);
    const QSignalSpy failed(&fixture.window->autosave(), &Autosave::failed);
    package->document().setField("descriptor.title", "one");
    fixture.window->autosave().flush();
    QVERIFY(waitFor([&] { return failed.count() == 1; }));
    auto *message = fixture.find<InfoBar>("windowMessage");
    QVERIFY(message->isVisible());
    QVERIFY(message->text().contains(QLatin1String("Unsaved edits cannot be kept")));
    package->document().setField("descriptor.version", "two");
    fixture.window->autosave().flush();
    QVERIFY(waitFor([&] { return fixture.window->autosave().isIdle(); }));
    QCOMPARE(failed.count(), 1);
    fs::remove(dir / "autosave");
    package->document().setField("descriptor.version", "three");
    fixture.window->autosave().flush();
    QVERIFY(waitFor([&] { return fixture.window->autosave().isIdle(); }));
    QVERIFY(!fs::is_empty(dir / "autosave"));
    QVERIFY(!message->isVisible()); // no longer true
}

/// As a service without a home has it. Its window has no folder for copies of its own.
void TestShell::scenario47_saysThatThereIsNoPlaceForEdits()
{
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    WindowFixture fixture(dir);
    const auto home = qgetenv("HOME"), state = qgetenv("XDG_STATE_HOME");
    qunsetenv("HOME");
    qunsetenv("XDG_STATE_HOME");
    fixture.window = std::make_unique<MainWindow>(fixture.services);
    home.isNull() ? qunsetenv("HOME") : qputenv("HOME", home);
    state.isNull() ? qunsetenv("XDG_STATE_HOME") : qputenv("XDG_STATE_HOME", state);
    fixture.window->show();
    auto *package = fixture.open(dir / "tiny");
    QVERIFY(package);
    const QSignalSpy failed(&fixture.window->autosave(), &Autosave::failed);
    QVERIFY(fixture.window->autosave().keepsAll());
    package->document().setField("descriptor.title", "one");
    package->document().setField("descriptor.version", "two");
    QCOMPARE(failed.count(), 1);
    auto *message = fixture.find<InfoBar>("windowMessage");
    QVERIFY(message->isVisible());
    QVERIFY(message->text().contains(QLatin1String("Unsaved edits cannot be kept")));
    QVERIFY(!fixture.window->autosave().keeps(package->document()));

    fixture.prompts.answerChoice(1); // Discard
    fixture.window->close();
    QVERIFY(waitFor([&] { return !fixture.window->isVisible(); }));
    QCOMPARE(fixture.prompts.questions().size(), 1);
}

void TestShell::quittingAsksForWhatCannotBeKept()
{
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    dir.write("autosave", "no folder");
    WindowFixture fixture(dir);
    auto *package = fixture.open(dir / "tiny");
    QVERIFY(package);
    package->document().setField("descriptor.title", "typed");
    fixture.prompts.answerChoice(2); // Stay
    fixture.window->close();
    QVERIFY(waitFor([&] { return !fixture.prompts.hasAnswersLeft(); }));
    QVERIFY(fixture.prompts.questions().front().title.contains(QStringLiteral("tiny")));
    QCOMPARE(fixture.prompts.questions().front().destructive, 1);
    QTest::qWait(100); // a window that closes looks every 20 ms whether it may
    QVERIFY(fixture.window->isVisible());

    // Nor is it gone with a save that is given up.
    fixture.prompts.answerChoice(0); // Save
    fixture.prompts.answerPath({});
    fixture.window->close();
    QVERIFY(waitFor([&] { return !fixture.prompts.hasAnswersLeft(); }));
    QTest::qWait(100);
    QVERIFY(fixture.window->isVisible() && package->document().isModified());

    fixture.window->showPlace(MainWindow::Place::Settings); // where nobody sees which package a file is asked for
    fixture.prompts.answerChoice(0); // Save
    fixture.prompts.answerPath(text(dir / "tiny.modelcrate.json"));
    fixture.window->close();
    QVERIFY(waitFor([&] { return !fixture.window->isVisible(); }));
    QVERIFY(readFile(dir / "tiny.modelcrate.json").find("typed") != std::string::npos);
    QVERIFY(fixture.window->place() == MainWindow::Place::Packages);
}

void TestShell::quittingNamesAllThatCannotBeKept()
{
    const TestDir dir;
    WindowFixture fixture(dir);
    for (const char *name : {"kept", "one", "two"}) {
        makeModelFolder(dir, name);
        auto *package = fixture.open(dir / name);
        QVERIFY(package);
        package->document().setField("descriptor.title", "typed");
        fixture.window->autosave().flush();
        QVERIFY(waitFor([&] { return fixture.window->autosave().isIdle(); }));
        QVERIFY(fixture.window->autosave().keepsAll());
    }
    // The disk is full by now; what was kept before that is kept.
    fs::rename(dir / "autosave", dir / "full");
    dir.write("autosave", "no folder");
    for (auto *package : fixture.window->findChildren<PackageTab *>()) {
        if (package->document().root().filename() != "kept")
            package->document().setField("descriptor.version", "typed on");
    }
    fixture.prompts.answerChoice(1); // Discard
    fixture.window->close();
    QVERIFY(waitFor([&] { return !fixture.window->isVisible(); }));
    QCOMPARE(fixture.prompts.questions().size(), 1);
    const auto question = fixture.prompts.questions().front();
    QVERIFY2(question.text.contains(QStringLiteral("one, two")), qPrintable(question.text));
    QVERIFY2(!question.text.contains(QStringLiteral("kept,")), qPrintable(question.text));
    QVERIFY(!fs::exists(dir / "one.modelcrate.json"));
}

/// A copy that is still being written after five seconds is none.
void TestShell::quittingAsksWhenTheDiskHangs()
{
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    WindowFixture fixture(dir);
    auto *package = fixture.open(dir / "tiny");
    QVERIFY(package && waitFor([&] { return package->preview().isCurrent() && fixture.jobs.running() == 0; }));
    BusyWorkers busy(fixture.jobs);
    package->document().setField("descriptor.title", "typed");
    fixture.prompts.answerChoice(2); // Stay
    fixture.window->close();
    QVERIFY(waitFor([&] { return !fixture.prompts.hasAnswersLeft(); }));
    QVERIFY(fixture.window->isVisible());
    busy.release();
    QVERIFY(waitFor([&] { return fixture.window->autosave().isIdle(); }));
    QVERIFY(fixture.window->autosave().keepsAll());
    fixture.window->close(); // is kept now, so nothing is asked
    QVERIFY(waitFor([&] { return !fixture.window->isVisible(); }));
}

void TestShell::scenario47_eachComesBackByItself()
{
    const TestDir dir;
    {
        WindowFixture fixture(dir);
        for (const char *name : {"one", "two"}) {
            makeModelFolder(dir, name);
            auto *package = fixture.open(dir / name);
            QVERIFY(package);
            package->document().setField("descriptor.title", "typed");
        }
        fixture.window->autosave().flush();
        QVERIFY(waitFor([&] { return fixture.window->autosave().isIdle(); }));
    }
    WindowFixture fixture(dir);
    const QSignalSpy recovered(&fixture.window->autosave(), &Autosave::recovered);
    fixture.window->recover();
    QVERIFY(waitFor([&] { return fixture.window->packageCount() == 2; }));
    QCOMPARE(recovered.count(), 2);
    // The second one did not take the place of the first.
    QCOMPARE(fixture.find<QTabBar>("documentTabs")->currentIndex(), 0);
    for (const int tab : {0, 1})
        QVERIFY(fixture.find<QTabBar>("documentTabs")->tabText(tab).contains(QStringLiteral("•")));
}

/// Leaves unsaved edits of a package that is saved in a file, which is returned.
static fs::path leaveEditsBehind(const TestDir &dir)
{
    makeModelFolder(dir, "tiny");
    const auto file = dir / "tiny.modelcrate.json";
    WindowFixture fixture(dir);
    auto *package = fixture.open(dir / "tiny");
    if (!package)
        qFatal("the folder does not open");
    fixture.prompts.answerPath(text(file));
    fixture.window->action(QStringLiteral("saveAction"))->trigger();
    if (!waitFor([&] { return package->document().file() == text(file); }))
        qFatal("the package is not saved");
    package->document().setField("descriptor.title", "typed");
    fixture.window->autosave().flush();
    if (!waitFor([&] { return fixture.window->autosave().isIdle(); }))
        qFatal("the edit is not kept");
    return file;
}

void TestShell::scenario47_aFileThatCameBackIsNotOpenedAgain_data()
{
    QTest::addColumn<QString>("when");
    for (const char *when : {"opened before", "being opened", "started with it", "opened after"})
        QTest::newRow(when) << QString::fromLatin1(when);
}

void TestShell::scenario47_aFileThatCameBackIsNotOpenedAgain()
{
    QFETCH(const QString, when);
    const TestDir dir;
    const auto file = leaveEditsBehind(dir);
    WindowFixture fixture(dir);
    auto &window = *fixture.window;
    const auto isBack = [&] { return !window.autosave().isRecovering() && window.packageCount() == 1; };
    auto *bar = fixture.find<InfoBar>("recoveredBar");
    QVERIFY(!bar->isVisible());
    if (when == QLatin1String("opened before")) {
        window.open(text(file));
        QVERIFY(waitFor([&] { return window.packageCount() == 1; }));
        QVERIFY(!window.currentPackage()->document().isModified());
        window.recover();
    } else if (when == QLatin1String("being opened")) {
        window.open(text(file));
        window.recover();
    } else {
        window.recover();
        if (when == QLatin1String("opened after"))
            QVERIFY(waitFor(isBack));
        window.open(text(dir.path()) + QStringLiteral("/./tiny.modelcrate.json"));
    }
    QVERIFY(waitFor([&] { return isBack() && window.currentPackage() && bar->isVisible(); }));
    QCOMPARE(fixture.find<QTabBar>("documentTabs")->count(), 1);
    const auto &document = window.currentPackage()->document();
    QVERIFY(document.isModified());
    QCOMPARE(document.file(), text(file));
    QCOMPARE(*document.field("descriptor.title")->asString(), std::string("typed"));
    QCOMPARE(bar->text(), QStringLiteral("Unsaved edits of %1 are back.").arg(document.name()));
    QTest::mouseClick(bar->findChild<QToolButton *>(QStringLiteral("infoBarDismiss")), Qt::LeftButton);
    QVERIFY(!bar->isVisible());
    // What is dismissed is not said again with the next edit.
    window.currentPackage()->document().setField("descriptor.version", "two");
    QVERIFY(!bar->isVisible());
}

/// Somebody was faster than the disk: neither of the two is given up for the other.
void TestShell::scenario47_editsOfTheSameFileStayBesideWhatCameBack()
{
    const TestDir dir;
    const auto file = leaveEditsBehind(dir);
    WindowFixture fixture(dir);
    fixture.window->open(text(file));
    QVERIFY(waitFor([&] { return fixture.window->packageCount() == 1; }));
    fixture.window->currentPackage()->document().setField("descriptor.title", "typed anew");
    fixture.window->recover();
    QVERIFY(waitFor([&] { return fixture.window->packageCount() == 2; }));
    QCOMPARE(*fixture.window->currentPackage()->document().field("descriptor.title")->asString(),
             std::string("typed anew"));
}

void TestShell::scenario47_saysWhatCannotBeRead()
{
    const TestDir dir;
    dir.write("autosave/0.autosave.json", "{\"package\": ");
    WindowFixture fixture(dir);
    fixture.window->recover();
    auto *message = fixture.find<InfoBar>("windowMessage");
    QVERIFY(waitFor([&] { return message->isVisible(); }));
    QVERIFY2(message->text().contains(text(dir / "autosave/0.autosave.json.broken")), qPrintable(message->text()));
    QVERIFY(message->text().startsWith(QStringLiteral("1 copy(ies) of unsaved edits cannot be read. ")));
    QVERIFY(fs::exists(dir / "autosave/0.autosave.json.broken"));
    QVERIFY(fixture.find<QPlainTextEdit>("activityText")->toPlainText().contains(QLatin1String(".broken")));
    QTest::mouseClick(message->findChild<QAbstractButton *>(QStringLiteral("infoBarCopyDetails")), Qt::LeftButton);
    QVERIFY(QApplication::clipboard()->text().contains(QLatin1String("reading /")));
}

/// The real program, killed while it publishes to a registry that says nothing.
void TestShell::scenario47_survivesAKill()
{
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    QProcess program;
    program.setProcessEnvironment(environmentAt(dir / "home"));
    // A publish that never ends by itself: its target takes connections and says nothing.
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    program.start(QStringLiteral(MODELCRATE_BIN_DIR "/modelcrate"),
                  {QStringLiteral("--publish-to"), QStringLiteral("127.0.0.1:%1/a:v1").arg(silent.serverPort()),
                   text(dir / "tiny")});
    QVERIFY(program.waitForStarted());
    QVERIFY(waitFor([&] { return silent.hasPendingConnections(); }));
    program.kill();
    QVERIFY(program.waitForFinished());
    // What it left is no obstacle: the same job to this computer goes through.
    program.start(QStringLiteral(MODELCRATE_BIN_DIR "/modelcrate"),
                  {QStringLiteral("--publish-to"), QStringLiteral("store:a:v1"), text(dir / "tiny")});
    QVERIFY(program.waitForFinished(60'000));
    QVERIFY2(program.exitCode() == 0, program.readAllStandardError().constData());
}

/// What the child of the next test does: edits in each way, says that they are kept, publishes, types on.
static int runUntilKilled(const QStringList &arguments)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL); // nor does it outlive a test that was killed itself
    const fs::path folder(toUtf8(arguments.at(2)));
    WindowFixture fixture(folder);
    auto *package = fixture.open(folder / "tiny");
    if (!package)
        return 1;
    auto &document = package->document();
    document.setKind({*document.entryAt("src/run.py")}, LayerKind::Doc);
    document.setAnnotations({{"com.example.kept", "yes"}});
    document.setDraft("descriptor.createdAt", "2026-0");
    package->showPage(PackageTab::Page::Metadata);
    auto *title = fixture.find<QLineEdit>("descriptor.title");
    title->setFocus();
    title->selectAll();
    QTest::keyClicks(title, QStringLiteral("Typed and never saved"));
    if (!waitFor([&] { return fixture.window->autosave().isIdle(); }))
        return 1;
    std::puts("kept");
    std::fflush(stdout);

    // A draft is no package to publish; the transfer is of the files alone.
    TransferRequestRecord request;
    request.title = QStringLiteral("tiny");
    request.package = freezePackage(document.state().toPackage());
    request.target = toUtf8(arguments.at(3));
    fixture.transfers.add(request);
    QTimer typing;
    QObject::connect(&typing, &QTimer::timeout, &typing, [&] { QTest::keyClick(title, Qt::Key_X); });
    typing.start(20);
    return QApplication::exec();
}

/// The window is killed while somebody types and a publish runs; the next one has it all.
void TestShell::scenario47_aKilledWindowComesBack()
{
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    FakeRegistry registry;
    registry.setScript([](const ServerRequest &request) -> std::optional<ServerReply> {
        const bool isUpload = request.path().find("/uploads/") != std::string::npos;
        if (request.method == "PATCH" || (request.method == "PUT" && isUpload))
            return ServerReply{.hang = true};
        return std::nullopt;
    });
    QProcess killed;
    killed.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    killed.start(QCoreApplication::applicationFilePath(),
                 {QStringLiteral("--until-killed"), text(dir.path()), toQString(registry.host() + "/team/tiny:v1")});
    QVERIFY(killed.waitForReadyRead(60'000));
    QCOMPARE(killed.readLine(), QByteArray("kept\n"));
    QVERIFY(waitFor([&] { return registry.count("PUT") + registry.count("PATCH") > 0; }));
    killed.kill(); // SIGKILL
    QVERIFY(killed.waitForFinished());
    QCOMPARE(killed.exitStatus(), QProcess::CrashExit);

    registry.setScript({});
    WindowFixture fixture(dir);
    fixture.window->recover();
    QVERIFY(waitFor([&] { return fixture.window->packageCount() == 1 && fixture.transfers.isLoaded(); }));
    auto &document = fixture.window->currentPackage()->document();
    QVERIFY(document.isModified());
    const auto &title = *document.field("descriptor.title")->asString();
    QCOMPARE(title.substr(0, title.find('x')), std::string("Typed and never saved"));
    QCOMPARE(*document.draft("descriptor.createdAt"), std::string("2026-0"));
    QVERIFY((document.annotations() == Annotations{{"com.example.kept", "yes"}}));
    const auto script = document.entryAt("src/run.py");
    QVERIFY(script && document.state().state(*script).kind == LayerKind::Doc);

    QCOMPARE(fixture.transfers.interrupted(), 1);
    QVERIFY(registry.tags().empty());
    fixture.transfers.resumeInterrupted();
    QVERIFY(waitFor([&] { return fixture.transfers.transfers().front().isFinished(); }));
    QVERIFY(fixture.transfers.transfers().front().state == TransferState::Done);
    QCOMPARE(registry.tags(), std::set<std::string>{"v1"});
}

void TestShell::scenario52_everyStopHasAName()
{
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    WindowFixture fixture(dir);
    QVERIFY(fixture.open(dir / "tiny"));
    // Banner and bar come with the plan.
    QVERIFY(waitFor([&] {
        const auto dismiss = fixture.window->findChildren<QToolButton *>(QStringLiteral("infoBarDismiss"));
        return fixture.find<QWidget>("layerBar")->isVisible()
            && std::any_of(dismiss.begin(), dismiss.end(),
                           [](const QToolButton *button) { return button->isVisible(); });
    }));
    const auto named = [](const QWidget *widget) {
        if (!widget->accessibleName().isEmpty())
            return true;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        return button && !button->text().isEmpty();
    };
    QStringList nameless;
    for (auto *widget : fixture.window->findChildren<QWidget *>()) {
        // What Qt makes inside of its own widgets is named by them.
        const bool inner = widget->objectName().startsWith(QLatin1String("qt_")) || qobject_cast<QScrollBar *>(widget)
            || widget->inherits("QComboBoxListView")
            || (widget->parentWidget() && qobject_cast<QAbstractItemView *>(widget->parentWidget()))
            || (qobject_cast<QLineEdit *>(widget) && !widget->parentWidget()->accessibleName().isEmpty());
        if ((widget->focusPolicy() & Qt::TabFocus) && widget->isEnabled() && !inner && !named(widget))
            nameless << QStringLiteral("%1 (%2)").arg(QLatin1String(widget->metaObject()->className()),
                                                      widget->objectName());
    }
    nameless.removeDuplicates();
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QStringLiteral(", "))));

    // Forwards and back stop at the same widgets: no trap, and nothing that only one way finds.
    const auto walk = [&](Qt::Key key, Qt::KeyboardModifiers modifiers) {
        fixture.find<QPushButton>("publishButton")->setFocus();
        std::vector<QWidget *> stops;
        for (auto *focus = QApplication::focusWidget(); stops.size() < 200; focus = QApplication::focusWidget()) {
            if (!focus || std::find(stops.begin(), stops.end(), focus) != stops.end())
                break;
            stops.push_back(focus);
            QTest::keyClick(focus, key, modifiers);
        }
        return stops;
    };
    const auto names = [](std::vector<QWidget *> stops) {
        std::sort(stops.begin(), stops.end());
        QStringList all;
        for (const auto *widget : stops)
            all << QStringLiteral("%1 %2").arg(QLatin1String(widget->metaObject()->className()), widget->objectName());
        return all.join(QLatin1Char('\n'));
    };
    const auto forwards = walk(Qt::Key_Tab, Qt::NoModifier);
    const auto back = walk(Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY2(forwards.size() >= 10, qPrintable(names(forwards)));
    QCOMPARE(names(forwards), names(back));
}

namespace {

/// What can have the focus below an element of the tree that is handed out to screen readers, without a name.
void collectNameless(QAccessibleInterface &element, int &focusable, QStringList &nameless)
{
    const auto state = element.state();
    if (state.invisible)
        return;
    const auto name = element.text(QAccessible::Name);
    if (state.focusable && !state.disabled) {
        ++focusable;
        if (name.isEmpty())
            nameless << QStringLiteral("%1 %2")
                            .arg(element.role())
                            .arg(element.object() ? element.object()->objectName() : QString());
    }
    if (element.tableInterface())
        return; // cells are named by what stands in them
    for (int i = 0; i < element.childCount(); ++i) {
        if (auto *child = element.child(i))
            collectNameless(*child, focusable, nameless);
    }
}

} // namespace

/// Without a bus: by the tree that would be handed out over it.
void TestShell::scenario53_aScreenReaderIsTold()
{
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    WindowFixture fixture(dir);
    auto *package = fixture.open(dir / "tiny");
    QVERIFY(package);
    package->filesPage().setTreemapShown(true);
    QVERIFY(waitFor([&] {
        auto *files = package->filesPage().findChild<FileListModel *>();
        return files->rowCount() > 0 && !files->isBusy() && package->preview().isCurrent();
    }));
    int focusable = 0;
    QStringList nameless;
    collectNameless(*QAccessible::queryAccessibleInterface(fixture.window.get()), focusable, nameless);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
    QVERIFY2(focusable >= 20, qPrintable(QString::number(focusable)));

    // The map is a table for who cannot see it.
    fixture.find<QToolButton>("treemapTable")->click();
    auto *table = fixture.find<QTableView>("largestFiles");
    QVERIFY(table->isVisible() && table->model()->rowCount() > 0);
    auto *told = QAccessible::queryAccessibleInterface(table);
    QVERIFY(told->tableInterface() && !told->text(QAccessible::Name).isEmpty());
    QCOMPARE(told->tableInterface()->rowCount(), table->model()->rowCount());
    QVERIFY(!told->tableInterface()->cellAt(0, 0)->text(QAccessible::Name).isEmpty());

    // How many files a filter leaves is a name that can be told.
    auto *field = fixture.find<QLineEdit>("filterField");
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("layer:weight"));
    auto *note = fixture.find<QLabel>("filterNote");
    QVERIFY(waitFor([&] { return note->isVisible() && note->text() == QLatin1String("2 of 8 files"); }));
    QCOMPARE(QAccessible::queryAccessibleInterface(note)->text(QAccessible::Name), note->text());
}

void TestShell::scenario58_quittingAsksOnce()
{
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    WindowFixture fixture(dir);
    auto *package = fixture.open(dir / "tiny");
    QVERIFY(package);
    TransferRequestRecord request;
    request.title = QStringLiteral("tiny");
    request.package = freezePackage(package->document().state().toPackage());
    request.target = cat("127.0.0.1:", silent.serverPort(), "/a:v1");
    const auto id = fixture.transfers.add(request);
    QVERIFY(waitFor([&] { return fixture.transfers.find(id)->state == TransferState::Running; }));
    fixture.prompts.answerChoice(1); // Stay
    fixture.window->close();
    fixture.window->close(); // while it is asked
    bool answered = false;
    QTimer::singleShot(0, this, [&] { answered = true; }); // after the answer
    QVERIFY(waitFor([&] { return answered; }));
    QCOMPARE(fixture.prompts.questions().size(), 1);
    QVERIFY(fixture.window->isVisible());
    QVERIFY(fixture.transfers.find(id)->state == TransferState::Running);
    fixture.prompts.answerChoice(0); // Pause and Quit
    fixture.window->close();
    QVERIFY(waitFor([&] { return !fixture.window->isVisible(); }));
    QVERIFY(fixture.transfers.find(id)->state == TransferState::Paused);
}

void TestShell::anOrderlyEndAsksNothing()
{
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    WindowFixture fixture(dir);
    auto *package = fixture.open(dir / "tiny");
    QVERIFY(package);
    TransferRequestRecord request;
    request.title = QStringLiteral("tiny");
    request.package = freezePackage(package->document().state().toPackage());
    request.target = cat("127.0.0.1:", silent.serverPort(), "/a:v1");
    const auto id = fixture.transfers.add(request);
    QVERIFY(waitFor([&] { return fixture.transfers.find(id)->state == TransferState::Running; }));
    package->document().setField("descriptor.title", "typed a moment ago");
    fixture.window->endOrderly();
    QVERIFY(waitFor([&] { return !fixture.window->isVisible(); }));
    QVERIFY(fixture.prompts.questions().isEmpty());
    QVERIFY(fixture.transfers.find(id)->state == TransferState::Paused);
    const auto copy = fs::directory_iterator(dir / "autosave")->path();
    QVERIFY(readFile(copy).find("typed a moment ago") != std::string::npos);
}

/// Starts the real program and waits until its window is there. It ends with the test.
static std::unique_ptr<QProcess, void (*)(QProcess *)> startPainted(const fs::path &home)
{
    std::unique_ptr<QProcess, void (*)(QProcess *)> program(new QProcess, [](QProcess *running) {
        running->kill();
        running->waitForFinished();
        delete running;
    });
    auto environment = environmentAt(home);
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("modelcrate.start.debug=true"));
    environment.insert(QStringLiteral("QT_FORCE_STDERR_LOGGING"), QStringLiteral("1"));
    program->setProcessEnvironment(environment);
    program->start(QStringLiteral(MODELCRATE_BIN_DIR "/modelcrate"), {});
    QByteArray said;
    if (!program->waitForStarted() || !waitFor([&] {
            said += program->readAllStandardError();
            return said.contains("first paint");
        }, 60'000))
        qFatal("the program does not come up: %s", said.constData());
    return program;
}

static int send(const QProcess &program, int number) { return ::kill(static_cast<pid_t>(program.processId()), number); }

void TestShell::aSignalEndsTheProgramOrderly_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

/// The real program, with an edit that came back and is in no file.
void TestShell::aSignalEndsTheProgramOrderly()
{
    QFETCH(const int, number);
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    const auto state = dir / "home/.local/state/modelcrate"; // of the program
    fs::create_directories(state);
    {
        WindowFixture fixture(state);
        auto *package = fixture.open(dir / "tiny");
        QVERIFY(package);
        package->document().setField("descriptor.title", "typed");
        fixture.window->autosave().flush();
        QVERIFY(waitFor([&] { return fixture.window->autosave().isIdle(); }));
    }
    const auto program = startPainted(dir / "home");
    QCOMPARE(send(*program, number), 0);
    QVERIFY(program->waitForFinished(60'000));
    QCOMPARE(program->exitStatus(), QProcess::NormalExit);
    QCOMPARE(program->exitCode(), 128 + number);
    WindowFixture fixture(state);
    fixture.window->recover();
    QVERIFY(waitFor([&] { return fixture.window->packageCount() == 1; }));
    QCOMPARE(*fixture.window->currentPackage()->document().field("descriptor.title")->asString(), std::string("typed"));
}

void TestShell::aSecondSignalEndsTheProgramAtOnce()
{
    const TestDir dir;
    const auto program = startPainted(dir / "home");
    QCOMPARE(send(*program, SIGSTOP), 0); // so that the second comes before the first is answered
    QCOMPARE(send(*program, SIGTERM), 0);
    QCOMPARE(send(*program, SIGINT), 0);
    QCOMPARE(send(*program, SIGCONT), 0);
    QVERIFY(program->waitForFinished(60'000));
    QCOMPARE(program->exitStatus(), QProcess::NormalExit);
    QVERIFY(program->exitCode() == 128 + SIGINT || program->exitCode() == 128 + SIGTERM);
}

/// Who waits for the end of an unattended publish learns that it is none.
void TestShell::aSignalPausesAPublish()
{
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    FakeRegistry registry;
    registry.setScript([](const ServerRequest &request) -> std::optional<ServerReply> {
        const bool isUpload = request.path().find("/uploads/") != std::string::npos;
        if (request.method == "PATCH" || (request.method == "PUT" && isUpload))
            return ServerReply{.hang = true};
        return std::nullopt;
    });
    QProcess program;
    program.setProcessEnvironment(environmentAt(dir / "home"));
    program.start(QStringLiteral(MODELCRATE_BIN_DIR "/modelcrate"),
                  {QStringLiteral("--publish-to"), toQString(registry.host() + "/team/tiny:v1"), text(dir / "tiny")});
    QVERIFY(program.waitForStarted());
    QVERIFY(waitFor([&] { return registry.count("PUT") + registry.count("PATCH") > 0; }, 60'000));
    QCOMPARE(send(program, SIGTERM), 0);
    QVERIFY(program.waitForFinished(60'000));
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 128 + SIGTERM);
    QVERIFY(program.readAllStandardOutput().isEmpty()); // nothing is published
    QVERIFY(registry.tags().empty());
    WindowFixture fixture(dir / "home/.local/state/modelcrate");
    QVERIFY(waitFor([&] { return fixture.transfers.isLoaded(); }));
    QCOMPARE(fixture.transfers.transfers().size(), std::size_t(1));
    QVERIFY(!fixture.transfers.transfers().front().isFinished());
}

void TestShell::quittingWaitsForASave()
{
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    const auto file = dir / "tiny.modelcrate.json";
    WindowFixture fixture(dir);
    auto *package = fixture.open(dir / "tiny");
    QVERIFY(package && waitFor([&] { return package->preview().isCurrent() && fixture.jobs.running() == 0; }));
    QVERIFY(!package->document().isModified()); // so there is no copy of edits to be waited for
    BusyWorkers busy(fixture.jobs);
    fixture.prompts.answerPath(text(file));
    fixture.window->action(QStringLiteral("saveAction"))->trigger();
    QTimer::singleShot(0, fixture.window.get(), [&] { fixture.window->close(); });
    QTimer::singleShot(200, fixture.window.get(), [&] { busy.release(); }); // many looks at whether all is written
    QVERIFY(waitFor([&] { return !fixture.window->isVisible(); }));
    QVERIFY(fs::exists(file));
}

void TestShell::quittingKeepsAPublishThatWasJustClicked()
{
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    qint64 id = 0;
    {
        WindowFixture fixture(dir);
        QVERIFY(startPublish(fixture, dir / "tiny", "store:tiny:v1"));
        fixture.prompts.answerChoice(0); // Pause and Quit
        fixture.window->close();
        QVERIFY(waitFor([&] { return !fixture.window->isVisible(); }));
        QCOMPARE(fixture.transfers.transfers().size(), std::size_t(1));
        id = fixture.transfers.transfers().front().id;
    }
    WindowFixture fixture(dir);
    QVERIFY(waitFor([&] { return fixture.transfers.isLoaded(); }));
    QVERIFY(fixture.transfers.find(id) && fixture.transfers.find(id)->state == TransferState::Paused);
    fixture.transfers.resume(id);
    QVERIFY(waitFor([&] { return fixture.transfers.find(id)->state == TransferState::Done; }));
}

void TestShell::aPublishOutlivesItsTab()
{
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    WindowFixture fixture(dir);
    QVERIFY(startPublish(fixture, dir / "tiny", "store:tiny:v1"));
    fixture.window->action(QStringLiteral("closeTabAction"))->trigger();
    QCOMPARE(fixture.window->packageCount(), 0);
    QVERIFY(waitFor([&] {
        const auto &transfers = fixture.transfers.transfers();
        return transfers.size() == 1 && transfers.front().state == TransferState::Done;
    }));
    // Nor is it forgotten where it went.
    QCOMPARE(fixture.settings.recentTargets(), QStringList{QStringLiteral("store:tiny:v1")});
    const auto recents = fixture.settings.recents();
    QCOMPARE(recents.size(), qsizetype(1));
    QCOMPARE(recents.front().path, text(dir / "tiny"));
    QCOMPARE(recents.front().published, QStringLiteral("store:tiny:v1"));
    QVERIFY(recents.front().size > 0);
}

void TestShell::scenario60_optionsAndExitCodes()
{
    const TestDir dir;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("HOME"), QStringLiteral("/proc/nowhere"));
    environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
    const std::string program = MODELCRATE_BIN_DIR "/modelcrate";
    const auto help = runProgram(program, {"--help"}, environment);
    QCOMPARE(help.exitCode, 0);
    QVERIFY(help.output.find("ModelPack") != std::string::npos);
    QCOMPARE(runProgram(program, {"--version"}, environment).exitCode, 0);
    QVERIFY(runProgram(program, {"--no-such-option"}, environment).exitCode != 0);
    // Without a home, a bus and a network the window works, and says what it cannot do.
    makeModelFolder(dir, "tiny");
    const auto layout = "oci:" + (dir / "layout").string() + ":v1";
    const auto published = runProgram(program, {"--publish-to", layout, (dir / "tiny").string()}, environment);
    QVERIFY2(published.exitCode == 0, published.errors.c_str());
    const auto failed = runProgram(program, {"--publish-to", layout, "/nowhere"}, environment);
    QCOMPARE(failed.exitCode, 1);
    QVERIFY(!failed.errors.empty());
}

void TestShell::savesAndOpensAPackageFile()
{
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    const auto file = text(dir / "tiny.modelcrate.json");
    std::string saved;
    {
        WindowFixture fixture(dir);
        auto *package = fixture.open(dir / "tiny");
        QVERIFY(package);
        package->document().setKind({0}, LayerKind::Doc);
        fixture.prompts.answerPath(file);
        QTest::keyClick(fixture.window.get(), Qt::Key_S, Qt::ControlModifier);
        QVERIFY(waitFor([&] { return !package->document().isModified(); }));
        saved = packageToJson(package->document().state().toPackage(), toUtf8(file));
    }
    WindowFixture fixture(dir);
    QVERIFY(fixture.drop(fs::path(toUtf8(file))));
    QVERIFY(waitFor([&] { return fixture.window->packageCount() == 1; }));
    auto &document = fixture.window->currentPackage()->document();
    QCOMPARE(document.file(), file);
    QVERIFY(!document.isModified());
    QCOMPARE(packageToJson(document.state().toPackage(), toUtf8(file)), saved);
}

/// The dialog has asked about the name as it was typed, not about the one that is written.
void TestShell::aNameThatIsCompletedReplacesNothingUnasked()
{
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    dir.write("v2.5.modelcrate.json", "another package");
    WindowFixture fixture(dir);
    auto *package = fixture.open(dir / "tiny");
    QVERIFY(package);
    const auto saveAs = [&](const char *name, int answer) {
        fixture.prompts.answerPath(text(dir / name));
        if (answer >= 0)
            fixture.prompts.answerChoice(answer);
        fixture.window->action(QStringLiteral("saveAsAction"))->trigger();
        return waitFor([&] { return !fixture.prompts.hasAnswersLeft(); });
    };
    QVERIFY(saveAs("v2.5", 1)); // Cancel
    QVERIFY(fixture.prompts.questions().back().title.contains(QStringLiteral("v2.5.modelcrate.json")));
    QTest::qWait(100);
    QCOMPARE(readFile(dir / "v2.5.modelcrate.json"), std::string("another package"));
    QVERIFY(package->document().file().isEmpty());

    QVERIFY(saveAs("v2.5", 0)); // Replace
    QVERIFY(waitFor([&] { return package->document().file() == text(dir / "v2.5.modelcrate.json"); }));
    QVERIFY(readFile(dir / "v2.5.modelcrate.json") != "another package");
    QVERIFY(saveAs("v2.6", -1)); // nothing there to be asked about
    QVERIFY(waitFor([&] { return package->document().file() == text(dir / "v2.6.modelcrate.json"); }));
}

void TestShell::whatIsTypedDuringASaveIsNotSaved()
{
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    const auto file = dir / "tiny.modelcrate.json";
    WindowFixture fixture(dir);
    auto *package = fixture.open(dir / "tiny");
    QVERIFY(package);
    auto &document = package->document();
    document.setField("descriptor.title", "saved");
    fixture.prompts.answerPath(text(file));
    fixture.window->action(QStringLiteral("saveAction"))->trigger();
    // After the answer, with which the write begins, and before anybody is told of its end.
    QTimer::singleShot(0, package, [&] { document.setField("descriptor.title", "typed"); });
    QVERIFY(waitFor([&] { return document.file() == text(file); }));
    QVERIFY(document.isModified());
    QVERIFY(readFile(file).find("\"saved\"") != std::string::npos);
    auto *tabs = fixture.find<QTabBar>("documentTabs");
    QCOMPARE(tabs->tabToolTip(0), text(file));
    QCOMPARE(fixture.settings.recents().front().path, text(file));

    // The next one asks for no file.
    fixture.window->action(QStringLiteral("saveAction"))->trigger();
    QVERIFY(waitFor([&] { return !document.isModified(); }));
    QVERIFY(readFile(file).find("\"typed\"") != std::string::npos);
}

void TestShell::closingAsksForWhatIsTypedDuringItsSave()
{
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    const auto file = dir / "tiny.modelcrate.json";
    WindowFixture fixture(dir);
    auto *package = fixture.open(dir / "tiny");
    QVERIFY(package);
    auto &document = package->document();
    document.setSaved(text(file));
    document.setField("descriptor.title", "saved");
    fixture.prompts.answerChoice(0); // Save
    fixture.prompts.answerChoice(2); // Stay
    fixture.window->action(QStringLiteral("closeTabAction"))->trigger();
    QTimer::singleShot(0, package, [&] { document.setField("descriptor.title", "typed"); });
    QVERIFY(waitFor([&] { return !fixture.prompts.hasAnswersLeft(); }));
    QCOMPARE(fixture.window->packageCount(), 1);
    QVERIFY(document.isModified());
    fixture.window->autosave().flush();
    QVERIFY(waitFor([&] { return fixture.window->autosave().isIdle(); }));
    QVERIFY(!fs::is_empty(dir / "autosave"));

    fixture.prompts.answerChoice(0); // Save
    fixture.window->action(QStringLiteral("closeTabAction"))->trigger();
    QVERIFY(waitFor([&] { return fixture.window->packageCount() == 0; }));
    QVERIFY(readFile(file).find("\"typed\"") != std::string::npos);
}

/// Adds an annotation and leaves the cell of its value open with "typed" in it.
static PackageTab *openWithCell(WindowFixture &fixture, const fs::path &folder)
{
    auto *package = fixture.open(folder);
    if (!package)
        return nullptr;
    package->document().setAnnotations({{"team", ""}});
    package->document().setSaved(text(folder) + QStringLiteral(".modelcrate.json"));
    package->showPage(PackageTab::Page::AnnotationList);
    auto *table = fixture.find<QTableView>("annotationsTable");
    const auto ofTeam = [table] {
        const auto found = table->model()->match(table->model()->index(0, 0), Qt::EditRole, QStringLiteral("team"));
        return found.isEmpty() ? QModelIndex() : found.front().siblingAtColumn(1);
    };
    if (!waitFor([&] { return ofTeam().isValid(); }))
        return nullptr;
    table->setFocus();
    table->setCurrentIndex(ofTeam());
    table->edit(ofTeam());
    QTest::keyClicks(fixture.find<QLineEdit>("annotationValue"), QStringLiteral("typed"));
    return package->document().isModified() ? nullptr : package;
}

void TestShell::anOpenCellIsPartOfASave()
{
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    WindowFixture fixture(dir);
    auto *package = openWithCell(fixture, dir / "tiny");
    QVERIFY(package);
    fixture.window->action(QStringLiteral("saveAction"))->trigger();
    QVERIFY((package->document().annotations() == Annotations{{"team", "typed"}}));
    QVERIFY(waitFor([&] { return !package->document().isModified(); }));
    QVERIFY(readFile(dir / "tiny.modelcrate.json").find("typed") != std::string::npos);
    QVERIFY(waitFor([&] { return !fixture.window->findChild<QLineEdit *>(QStringLiteral("annotationValue")); }));
    QVERIFY(fixture.find<QTableView>("annotationsTable")->hasFocus());
}

void TestShell::anOpenCellIsAskedForAtClose()
{
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    WindowFixture fixture(dir);
    QVERIFY(openWithCell(fixture, dir / "tiny"));
    fixture.prompts.answerChoice(0); // Save
    fixture.window->action(QStringLiteral("closeTabAction"))->trigger();
    QVERIFY(waitFor([&] { return fixture.window->packageCount() == 0; }));
    QVERIFY(readFile(dir / "tiny.modelcrate.json").find("typed") != std::string::npos);
}

void TestShell::anOpenCellComesBack()
{
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    {
        WindowFixture fixture(dir);
        QVERIFY(openWithCell(fixture, dir / "tiny"));
        fixture.window->close();
        QVERIFY(waitFor([&] { return !fixture.window->isVisible(); }));
    }
    WindowFixture fixture(dir);
    fixture.window->recover();
    QVERIFY(waitFor([&] { return fixture.window->packageCount() == 1; }));
    QVERIFY((fixture.window->currentPackage()->document().annotations() == Annotations{{"team", "typed"}}));
}

void TestShell::closingAnUnsavedTabAsks()
{
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    WindowFixture fixture(dir);
    auto *package = fixture.open(dir / "tiny");
    QVERIFY(package);
    package->document().setKind({0}, LayerKind::Doc);
    fixture.prompts.answerChoice(2); // Stay
    QTest::keyClick(fixture.window.get(), Qt::Key_W, Qt::ControlModifier);
    QVERIFY(waitFor([&] { return !fixture.prompts.hasAnswersLeft(); }));
    QCOMPARE(fixture.window->packageCount(), 1);
    fixture.prompts.answerChoice(1); // Discard
    QTest::keyClick(fixture.window.get(), Qt::Key_W, Qt::ControlModifier);
    QVERIFY(waitFor([&] { return fixture.window->packageCount() == 0; }));
    QVERIFY(waitFor([&] { return fixture.window->autosave().isIdle(); }));
    QVERIFY(!fs::exists(dir / "autosave") || fs::is_empty(dir / "autosave"));
}

/// A key that means a package does nothing to it where it is not seen.
void TestShell::whatIsNotSeenIsNotEdited()
{
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    WindowFixture fixture(dir);
    fixture.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    auto *package = fixture.open(dir / "tiny");
    QVERIFY(package);
    package->document().setKind({0}, LayerKind::Doc);
    const auto isEnabled = [&](const char *name) {
        return fixture.window->action(QLatin1String(name))->isEnabled();
    };
    const auto press = [&](Qt::Key key) {
        auto *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : fixture.window.get(), key, Qt::ControlModifier);
    };
    for (const auto place : {MainWindow::Place::Registries, MainWindow::Place::Transfers, MainWindow::Place::Settings,
                             MainWindow::Place::Help}) {
        fixture.window->showPlace(place);
        for (const char *name : {"undoAction", "redoAction", "closeTabAction", "nextTabAction", "saveAction",
                                 "saveAsAction", "inspectorAction"})
            QVERIFY2(!isEnabled(name), name);
        QVERIFY(isEnabled("publishAction")); // goes to the package
        press(Qt::Key_Z);
        press(Qt::Key_W); // would ask
        QVERIFY(package->document().isModified());
        QCOMPARE(fixture.window->packageCount(), 1);
    }
    // A field takes back what was typed in it.
    fixture.window->showPlace(MainWindow::Place::Registries);
    auto *address = fixture.find<QLineEdit>("addressField");
    address->setFocus();
    const auto before = address->text();
    QTest::keyClicks(address, QStringLiteral("x"));
    press(Qt::Key_Z);
    QCOMPARE(address->text(), before);
    QVERIFY(package->document().isModified());

    fixture.window->showPlace(MainWindow::Place::Packages);
    for (const char *name : {"undoAction", "closeTabAction", "nextTabAction", "saveAction", "saveAsAction",
                             "inspectorAction"})
        QVERIFY2(isEnabled(name), name);
    package->filesPage().listWidget()->setFocus();
    press(Qt::Key_Z);
    QVERIFY(!package->document().isModified());
}

namespace {

/// Where a key does something now.
struct KeyUse {
    QKeySequence key;
    QString name;
    const QWidget *scope = nullptr; ///< null: the whole window
    bool withChildren = true;
    const QObject *owner = nullptr;

    bool overlaps(const KeyUse &other) const
    {
        if (owner == other.owner || key != other.key)
            return false;
        return !scope || !other.scope || scope == other.scope || (withChildren && scope->isAncestorOf(other.scope))
            || (other.withChildren && other.scope->isAncestorOf(scope));
    }
};

/// As Qt looks for them: what is off or not seen has no key.
QList<KeyUse> keysOf(const QWidget &window)
{
    QList<KeyUse> uses;
    const auto add = [&](const QList<QKeySequence> &keys, const QString &name, const QWidget *scope,
                         Qt::ShortcutContext context, const QObject *owner) {
        const bool isWide = context == Qt::WindowShortcut || context == Qt::ApplicationShortcut;
        for (const auto &key : keys) {
            if (!key.isEmpty())
                uses.append({key, name, isWide ? nullptr : scope, context != Qt::WidgetShortcut, owner});
        }
    };
    for (const auto *action : window.findChildren<QAction *>()) {
        if (!action->isEnabled() || !action->isVisible())
            continue;
        const auto context = action->shortcutContext();
        for (auto *object : action->associatedObjects()) {
            const auto *widget = qobject_cast<QWidget *>(object);
            const bool isMenu = qobject_cast<QMenu *>(object); // its keys are there while it is not
            if (widget && (isMenu ? context == Qt::WindowShortcut : widget->isVisible() && widget->isEnabled()))
                add(action->shortcuts(), action->objectName(), widget, context, action);
        }
    }
    for (const auto *shortcut : window.findChildren<QShortcut *>()) {
        const auto *widget = qobject_cast<QWidget *>(shortcut->parent());
        if (shortcut->isEnabled() && widget && widget->isVisible() && widget->isEnabled())
            add({shortcut->key()}, QStringLiteral("a shortcut of ") + widget->objectName(), widget, shortcut->context(),
                shortcut);
    }
    return uses;
}

QStringList ambiguousKeys(const QWidget &window)
{
    QStringList found;
    const auto uses = keysOf(window);
    for (qsizetype i = 0; i < uses.size(); ++i) {
        for (qsizetype j = i + 1; j < uses.size(); ++j) {
            if (uses[i].overlaps(uses[j]))
                found << QStringLiteral("%1: %2, %3").arg(uses[i].key.toString(), uses[i].name, uses[j].name);
        }
    }
    found.removeDuplicates();
    return found;
}

} // namespace

/// Of two that are on for one key where the focus is, Qt takes neither.
void TestShell::aKeyMeansOneThingOnEveryPage()
{
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    makeModelFolder(dir, "gone");
    WindowFixture fixture(dir);
    fixture.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    // One that failed has the most that can be done about it.
    auto *gone = fixture.open(dir / "gone");
    QVERIFY(gone);
    TransferRequestRecord request;
    request.title = QStringLiteral("gone");
    request.package = freezePackage(gone->document().state().toPackage());
    request.target = "store:gone:v1";
    fs::remove_all(dir / "gone");
    const auto id = fixture.transfers.add(request);
    QVERIFY(waitFor([&] { return fixture.transfers.find(id)->state == TransferState::Failed; }));
    auto *package = fixture.open(dir / "tiny");
    QVERIFY(package && waitFor([&] { return package->preview().isCurrent(); }));
    package->document().setKind({0}, LayerKind::Doc); // so that there is something to take back
    package->filesPage().selectEntries({0, 1});

    const auto isClear = [&](const char *where) {
        const auto ambiguous = ambiguousKeys(*fixture.window);
        if (!ambiguous.isEmpty())
            qWarning("%s: %s", where, qPrintable(ambiguous.join(QStringLiteral("; "))));
        return ambiguous.isEmpty();
    };
    using Page = PackageTab::Page;
    for (const auto page : {Page::Files, Page::Metadata, Page::AnnotationList, Page::Manifest, Page::Readme}) {
        package->showPage(page);
        QVERIFY(isClear("a page of a package"));
    }
    package->showPublish();
    QVERIFY(isClear("Publish"));
    using Place = MainWindow::Place;
    for (const auto place : {Place::Registries, Place::Settings, Place::Help}) {
        fixture.window->showPlace(place);
        QVERIFY(isClear("a place"));
    }
    fixture.window->showPlace(Place::Transfers);
    QVERIFY(fixture.window->transfersPage().showTransfer(id));
    auto *retry = fixture.window->action(QStringLiteral("retryTransferAction"));
    QVERIFY(waitFor([&] { return retry->isEnabled(); }));
    QVERIFY(isClear("Transfers"));
    const QSignalSpy retried(retry, &QAction::triggered);
    auto *list = fixture.find<QTableView>("transfersView");
    list->setFocus();
    QTest::keyClick(list, Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(retried.count(), 1);
    QVERIFY(fixture.window->place() == Place::Transfers);
}

void TestShell::everyActionIsInAMenu()
{
    const TestDir dir;
    WindowFixture fixture(dir);
    std::set<QString> shortcuts;
    for (const auto *action : fixture.window->findChildren<QAction *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (action->text().isEmpty())
            continue;
        QVERIFY2(!action->objectName().isEmpty(), qPrintable(action->text()));
        QVERIFY2(!action->associatedObjects().isEmpty(), qPrintable(action->text()));
        const auto keys = action->shortcut().toString();
        QVERIFY2(keys.isEmpty() || shortcuts.insert(keys).second, qPrintable(keys));
    }
    QVERIFY(shortcuts.size() >= 15);
}

/// Of what can be done now, but for the palette itself.
static QStringList textsOfMenus(const QList<QAction *> &actions)
{
    QStringList texts;
    for (const auto *action : actions) {
        if (action->menu())
            texts.append(textsOfMenus(action->menu()->actions()));
        else if (action->isEnabled() && action->isVisible() && !action->isSeparator()
                 && action->objectName() != QLatin1String("commandPaletteAction"))
            texts.append(action->text().remove(QLatin1Char('&')));
    }
    return texts;
}

void TestShell::paletteReachesEverything()
{
    const TestDir dir;
    makeModelFolder(dir, "m");
    WindowFixture fixture(dir);
    fixture.settings.addRegistry(QStringLiteral("registry.example.com"));
    fixture.window->open(text(dir / "m"));
    QVERIFY(waitFor([&] { return fixture.window->currentPackage() != nullptr; }));
    auto *palette = fixture.find<QFrame>("commandPalette");
    auto *field = fixture.find<QLineEdit>("paletteField");
    auto *list = fixture.find<QListWidget>("paletteList");
    const auto press = [&](int key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : fixture.window.get(),
                        static_cast<Qt::Key>(key), modifiers);
    };
    const auto shown = [&] {
        QStringList texts;
        for (int row = 0; row < list->count(); ++row)
            texts.append(list->item(row)->text());
        return texts.join(QLatin1Char('\n'));
    };
    QVERIFY(!palette->isVisible());
    auto *before = QApplication::focusWidget();
    press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(palette->isVisible());
    QVERIFY(field->hasFocus());
    // All there is to do now, what is open, and where one can go.
    const auto texts = textsOfMenus(fixture.window->menuBar()->actions());
    QVERIFY2(texts.size() > 25, qPrintable(texts.join(QLatin1Char(','))));
    for (const auto &known : texts)
        QVERIFY2(shown().contains(known), qPrintable(known));
    QVERIFY(shown().contains(QStringLiteral("m — open package")));
    QVERIFY(shown().contains(QStringLiteral("registry.example.com")));

    QTest::keyClicks(field, QStringLiteral("view metad"));
    QVERIFY2(list->item(0)->text().startsWith(QStringLiteral("Metadata")), qPrintable(shown()));
    press(Qt::Key_Return);
    QVERIFY(!palette->isVisible());
    auto *metadata = fixture.window->currentPackage()->findChild<MetadataPage *>();
    QVERIFY(metadata);
    QVERIFY(metadata->isVisible());

    press(Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(field, QStringLiteral("no such thing"));
    QCOMPARE(shown(), QStringLiteral("Nothing fits"));
    press(Qt::Key_Return);
    QVERIFY(palette->isVisible());
    press(Qt::Key_Escape);
    QVERIFY(!palette->isVisible());
    QVERIFY(!before || QApplication::focusWidget() != field);

    press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClicks(field, QStringLiteral("settings"));
    press(Qt::Key_Down);
    press(Qt::Key_Up);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
    QVERIFY(fixture.window->place() == MainWindow::Place::Settings);
    // A click elsewhere leaves everything as it was.
    press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(palette->isVisible());
    fixture.find<QToolButton>("packagesPlace")->setFocus();
    QVERIFY(!palette->isVisible());
}

void TestShell::worksNarrow()
{
    const TestDir dir;
    makeModelFolder(
        dir, "a-name-that-is-so-long-that-it-has-to-give-way-somewhere-in-its-middle-模型-模型-模型-模型-模型-模型");
    WindowFixture fixture(dir);
    auto *package = fixture.open(
        dir / "a-name-that-is-so-long-that-it-has-to-give-way-somewhere-in-its-middle-模型-模型-模型-模型-模型-模型");
    QVERIFY(package);
    fixture.window->resize(900, 600);
    QVERIFY(waitFor([&] { return !package->isInspectorShown(); }));
    QCOMPARE(fixture.window->size(), QSize(900, 600));
    QTest::keyClick(fixture.window.get(), Qt::Key_I, Qt::ControlModifier);
    QVERIFY(package->isInspectorShown());
    QCOMPARE(fixture.window->size(), QSize(900, 600));
    QVERIFY(fixture.find<QPushButton>("publishButton")->isVisible());
}

void TestShell::theSampleIsTheRecipes()
{
    const TestDir dir;
    const auto recipe = runProgram("/usr/bin/python3",
                                   {MODELCRATE_SOURCE_DIR "/resources/sample/make-sample", (dir / "recipe").string()},
                                   QProcessEnvironment::systemEnvironment());
    QCOMPARE(recipe.exitCode, 0);
    const auto before = qgetenv("XDG_DATA_HOME");
    qputenv("XDG_DATA_HOME", QByteArray::fromStdString((dir / "data").string()));
    WindowFixture fixture(dir);
    QTest::mouseClick(fixture.find<QPushButton>("sampleButton"), Qt::LeftButton);
    const bool opened = waitFor([&] { return fixture.window->packageCount() == 1; });
    before.isNull() ? qunsetenv("XDG_DATA_HOME") : qputenv("XDG_DATA_HOME", before);
    QVERIFY(opened);
    QCOMPARE(fixture.window->currentPackage()->document().name(), QStringLiteral("tiny-model"));
    QVERIFY(folderContents(dir / "data/modelcrate/sample/tiny-model") == folderContents(dir / "recipe"));
}

void TestShell::saysThatASampleCannotBeMade()
{
    const TestDir dir;
    dir.write("data", "no folder");
    const auto before = qgetenv("XDG_DATA_HOME");
    qputenv("XDG_DATA_HOME", QByteArray::fromStdString((dir / "data").string()));
    WindowFixture fixture(dir);
    auto *message = fixture.find<InfoBar>("windowMessage");
    auto *goThere = fixture.window->action(QStringLiteral("goToMessageAction"));
    QVERIFY(!goThere->isEnabled());
    auto *sample = fixture.find<QPushButton>("sampleButton");
    sample->setFocus();
    sample->click();
    const bool said = waitFor([&] { return message->isVisible(); });
    before.isNull() ? qunsetenv("XDG_DATA_HOME") : qputenv("XDG_DATA_HOME", before);
    QVERIFY(said);
    // What failed, why, and what to do; the technical text to copy; all of it by the keyboard.
    QVERIFY(message->text().startsWith(QStringLiteral("The sample package cannot be made. ")));
    QVERIFY(message->accessibleName() == message->text());
    QVERIFY(fixture.find<QPlainTextEdit>("activityText")->toPlainText().contains(QLatin1String("sample package")));
    QTest::keyClick(fixture.window.get(), Qt::Key_F6);
    auto *copy = message->findChild<QAbstractButton *>(QStringLiteral("infoBarCopyDetails"));
    QVERIFY(copy && copy->hasFocus());
    QTest::keyClick(copy, Qt::Key_Space);
    QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("Code: ")));
    QTest::keyClick(copy, Qt::Key_Escape);
    QVERIFY(!message->isVisible() && !goThere->isEnabled());
    QVERIFY(sample->hasFocus());
}

void TestShell::saysThatASaveFailed()
{
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    WindowFixture fixture(dir);
    auto *package = fixture.open(dir / "tiny");
    QVERIFY(package);
    package->document().setField("descriptor.title", "one");
    dir.write("gone", "no folder");
    package->document().setSaved(text(dir / "gone/tiny.modelcrate.json"));
    package->document().setField("descriptor.title", "two");
    auto *message = fixture.find<InfoBar>("windowMessage");
    const auto save = [&] { fixture.window->action(QStringLiteral("saveAction"))->trigger(); };
    save();
    QVERIFY(waitFor([&] { return message->isVisible(); }));
    QVERIFY(message->text().startsWith(QStringLiteral("tiny.modelcrate.json is not saved. ")));
    QVERIFY(package->document().isModified());
    // It stays until it is no longer true.
    fs::remove(dir / "gone");
    fs::create_directory(dir / "gone");
    save();
    QVERIFY(waitFor([&] { return !package->document().isModified(); }));
    QVERIFY(!message->isVisible());
}

void TestShell::saysThatSettingsAreNotKept()
{
    const TestDir dir;
    fs::create_directory(dir / "settings.ini"); // nothing can be written in its place
    WindowFixture fixture(dir);
    auto *message = fixture.find<InfoBar>("windowMessage");
    fixture.settings.setTheme(ThemeMode::Dark);
    QVERIFY(waitFor([&] { return message->isVisible(); }));
    QVERIFY(message->text().startsWith(QStringLiteral("Settings are not kept for the next start. ")));
    QCOMPARE(fixture.settings.theme(), ThemeMode::Dark);
    fs::remove(dir / "settings.ini");
    fixture.settings.setParallelTransfers(2);
    QVERIFY(waitFor([&] { return !message->isVisible(); }));
    QCOMPARE(Settings(text(dir / "settings.ini")).theme(), ThemeMode::Dark);
}

int main(int argc, char **argv)
{
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi); // as QTEST_MAIN does
    QApplication application(argc, argv);
    if (argc > 3 && std::string_view(argv[1]) == "--until-killed")
        return runUntilKilled(QCoreApplication::arguments());
    TestShell test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}

#include "tst_shell.moc"
