// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "io/file.h"
#include "operations/publish.h"
#include "support/gui/bench.h"
#include "support/gui/stallmeter.h"
#include "support/gui/waiting.h"
#include "support/weights.h"
#include "ui/artifact/filelistmodel.h"
#include "ui/artifact/filelistview.h"
#include "ui/package/filespage.h"
#include "ui/package/folderwatch.h"
#include "ui/package/foundfilesmodel.h"
#include "ui/package/metadatadetection.h"
#include "ui/package/openingpage.h"
#include "ui/package/packagedocument.h"
#include "ui/package/planpreview.h"
#include "ui/text/kindtext.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/layerbar.h"
#include "ui/widgets/theme.h"

#include <fstream>
#include <set>

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;
namespace fs = std::filesystem;

class TestFilesPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatWasFound();
    void reclassifiesByKey();
    void doesTheSameForAll();
    void aButtonKeepsTheAmpersandOfAName();
    void theOfferFollowsTheDocument();
    void remembersARule();
    void remembersWhatIsLeftOut();
    void spaceLeavesOutAndTakesIn();
    void bareKeysOutsideTheListPressWhatHasTheFocus();
    void leavingOutWeightsAsksTheOthers();
    void includesWhatAPatternLeftOut();
    void includingIsUndoneWithTheRest();
    void confirmsWhatNeedsALook();
    void pointsAtAMistakeInTheFilter();
    void bundlesAFolder();
    void bundlesProposedTwiceAreOneStep();
    void aClickOnALayerFilters();
    void seesChangesOnDisk();
    void anOldLookMarksNothing();
    void seesNewFiles();
    void seesNewFilesInFoldersThatCome();
    void seesNewFilesWhenTheFolderItselfComesBack();
    void seesWhatCameBeforeThePackageWasOpened();
    void seesNewFilesWhereNoFolderIsWatched();
    void opensAFolderWhileItShows();
    void aFailureIsNotStillOpening();
    void showsManyFilesAsTheyAreFound();
    void tellsWhyItCannotOpen();
    void aHundredThousandRowsStallNothing();
    void staysReadable();
};

namespace {

/// A page over a folder on disk, as a tab shows it.
class OpenPage {
public:
    explicit OpenPage(OpenedPackage opened)
        : document(std::move(opened)),
          preview(document, services.services),
          page(document, preview, services.services)
    {
        page.resize(1040, 760);
        page.show();
    }
    /// `folder` must outlive it.
    static OpenedPackage folder(const fs::path &folder)
    {
        return std::move(openFolder(folder, {}, TaskContext())).value();
    }

    FileListModel &model() { return *page.findChild<FileListModel *>(); }
    FileListView &view() { return *page.findChild<FileListView *>(); }
    template<typename T>
    T *find(const char *name)
    {
        return page.findChild<T *>(QLatin1String(name));
    }
    QAction *action(const char *name) { return find<QAction>(name); }
    bool settled()
    {
        return waitFor([this] { return model().rowCount() > 0 && !model().isBusy() && preview.isCurrent(); });
    }

    Bench services;
    PackageDocument document;
    PlanPreview preview;
    FilesPage page;
};

void writeSample(const TestDir &dir)
{
    dir.write("README.md", "# tiny\n");
    dir.write("config.json", "{}");
    dir.write("train.py", "print()");
    dir.write("eval/run.py", "print()");
    dir.write("eval/more.py", "print()");
    dir.write("eval/data.parquet", std::string(5000, 'p'));
    dir.write("model.safetensors", std::string("\x02\0\0\0\0\0\0\0{}", 10));
    dir.write("rope_cache.bin", std::string("\x80\x02", 2) + "}q.");
    dir.write("odd.xyz", std::string("\x01\x02\xff\x00zz", 6));
    dir.write(".git/config", "x");
    dir.write(".DS_Store", "x");
}

std::size_t entryOf(const PackageDocument &document, std::string_view path)
{
    for (std::size_t i = 0; i < document.state().size(); ++i) {
        if (document.state().entry(i).path == path)
            return i;
    }
    qFatal("no entry of that path");
}

} // namespace

void TestFilesPage::saysWhatWasFound()
{
    TestDir dir;
    writeSample(dir);
    OpenPage open(OpenPage::folder(dir.path()));
    QVERIFY(open.settled());
    auto *banner = open.find<InfoBar>("filesBanner");
    QVERIFY(waitFor([&] { return banner->isVisible() && banner->text().contains(QStringLiteral("9 file")); }));
    QVERIFY2(banner->text().contains(QStringLiteral(".git")), qPrintable(banner->text()));
    const auto rows = open.model().rowCount();
    open.find<QAbstractButton>("showLeftOutButton")->click();
    QVERIFY(waitFor([&] { return open.model().rowCount() == rows - 2; }));
}

void TestFilesPage::reclassifiesByKey()
{
    TestDir dir;
    writeSample(dir);
    OpenPage open(OpenPage::folder(dir.path()));
    QVERIFY(open.settled());
    const auto train = entryOf(open.document, "train.py");
    open.page.selectEntries({train, entryOf(open.document, "eval/run.py")});
    open.view().setFocus();
    QVERIFY(QTest::qWaitForWindowActive(&open.page));
    QTest::keyClick(&open.view(), Qt::Key_L);
    auto *menu = open.page.kindMenu();
    QVERIFY(menu->isVisible());
    menu->close();
    open.find<QAction>("setLayer-doc")->trigger();
    QVERIFY(open.document.state().state(train).kind == LayerKind::Doc);
    QCOMPARE(open.document.undoStack().count(), 1);
    QVERIFY(open.settled());
    QCOMPARE(open.page.selectedEntries().size(), std::size_t(2));
    QCOMPARE(open.model().indexOfEntry(train).data(FileListModel::KindRole).toInt(), static_cast<int>(LayerKind::Doc));
    open.document.undoStack().undo();
    QVERIFY(open.document.state().state(train).kind == LayerKind::Code);
}

void TestFilesPage::doesTheSameForAll()
{
    TestDir dir;
    writeSample(dir);
    OpenPage open(OpenPage::folder(dir.path()));
    QVERIFY(open.settled());
    open.page.selectEntries({entryOf(open.document, "train.py")});
    open.action("setLayer-dataset")->trigger();
    auto *bar = open.find<InfoBar>("sameExtensionBar");
    QVERIFY(bar->isVisible());
    auto *button = open.find<QAbstractButton>("doForAllButton");
    QVERIFY2(button->text().contains(QStringLiteral(".py")) && button->text().contains(QStringLiteral("3")),
             qPrintable(button->text()));
    button->click();
    QVERIFY(!bar->isVisible());
    for (const char *path : {"eval/run.py", "eval/more.py", "train.py"})
        QVERIFY(open.document.state().state(entryOf(open.document, path)).kind == LayerKind::Dataset);
    open.page.selectEntries({entryOf(open.document, "train.py")});
    open.action("selectSameExtension")->trigger();
    QCOMPARE(open.page.selectedEntries().size(), std::size_t(3));
}

void TestFilesPage::aButtonKeepsTheAmpersandOfAName()
{
    TestDir dir;
    writeSample(dir);
    for (const char *name : {"one.r&d", "two.r&d"})
        dir.write(name, name);
    OpenPage open(OpenPage::folder(dir.path()));
    QVERIFY(open.settled());
    open.page.selectEntries({entryOf(open.document, "one.r&d")});
    open.action("setLayer-dataset")->trigger();
    auto *button = open.find<QAbstractButton>("doForAllButton");
    // As Qt writes an ampersand that is one.
    QVERIFY2(button->text().contains(QStringLiteral(".r&&d")), qPrintable(button->text()));
}

void TestFilesPage::theOfferFollowsTheDocument()
{
    TestDir dir;
    writeSample(dir);
    OpenPage open(OpenPage::folder(dir.path()));
    QVERIFY(open.settled());
    const auto run = entryOf(open.document, "eval/run.py");
    const auto more = entryOf(open.document, "eval/more.py");
    open.page.selectEntries({entryOf(open.document, "train.py")});
    open.action("setLayer-dataset")->trigger();
    auto *bar = open.find<InfoBar>("sameExtensionBar");
    QVERIFY(bar->isVisible());
    // Those of earlier offers go with the next turn of the event loop.
    const auto clickLast = [&] {
        open.page.findChildren<QAbstractButton *>(QStringLiteral("doForAllButton")).last()->click();
    };

    // What was chosen for one of the others meanwhile is not chosen for it again, and what changed back is.
    open.document.setKind({run}, LayerKind::Dataset);
    open.document.setKind({run}, LayerKind::Doc);
    open.document.setKind({more}, LayerKind::Dataset);
    clickLast();
    QVERIFY(open.document.state().state(run).kind == LayerKind::Dataset);
    QCOMPARE(open.document.undoStack().text(open.document.undoStack().index() - 1),
             FilesPage::tr("change the layer of %n file(s)", nullptr, 1));

    // Undone, there is nothing to do the same as.
    open.page.selectEntries({run});
    open.action("setLayer-code")->trigger();
    QVERIFY(bar->isVisible());
    open.document.undoStack().undo();
    QVERIFY(!bar->isVisible());

    // All the others are so by now: the button leaves them alone.
    open.page.selectEntries({run});
    open.action("setLayer-code")->trigger();
    open.document.setKind({more, entryOf(open.document, "train.py")}, LayerKind::Code);
    const auto steps = open.document.undoStack().count();
    clickLast();
    QCOMPARE(open.document.undoStack().count(), steps);
}

/// A folder opened as the window does it, with the user's own rules.
static std::shared_ptr<PreparedPackage> openByWindow(Bench &bench, const fs::path &folder)
{
    OpeningPage page(bench.services, folder);
    std::shared_ptr<PreparedPackage> opened;
    QObject::connect(&page, &OpeningPage::opened, &page, [&](auto package) { opened = std::move(package); });
    return waitFor([&] { return opened != nullptr; }) ? opened : nullptr;
}

void TestFilesPage::remembersARule()
{
    TestDir dir;
    writeSample(dir);
    OpenPage open(OpenPage::folder(dir.path()));
    QVERIFY(open.settled());
    open.page.selectEntries({entryOf(open.document, "train.py")});
    open.action("setLayer-doc")->trigger();
    open.find<QAbstractButton>("doForAllButton")->click();
    QVERIFY(open.services.settings.kindRules().empty());
    open.find<QAbstractButton>("rememberThisRuleButton")->click();
    const std::vector<KindRule> rule{{"*.py", LayerKind::Doc}};
    QVERIFY(open.services.settings.kindRules() == rule);
    QVERIFY(open.find<InfoBar>("rememberRuleBar")->isVisible());

    // The next folder is sorted by it, and says why.
    TestDir next;
    next.write("other/tool.py", "print()");
    next.write("other/model.pkl.py", "print()");
    next.write("other/run.sh", "ls");
    const auto opened = openByWindow(open.services, next.path());
    QVERIFY(opened);
    const auto package = opened->state.toPackage();
    for (const auto &entry : package.entries) {
        const bool python = entry.path.ends_with(".py");
        QVERIFY2(entry.kind == (python ? LayerKind::Doc : LayerKind::Code), entry.path.c_str());
        QVERIFY(!python || ruleText(entry.rule) == QStringLiteral("Your rule *.py"));
    }
    open.find<QAbstractButton>("forgetRuleButton")->click();
    QVERIFY(open.services.settings.kindRules().empty());
    QVERIFY(!open.find<InfoBar>("rememberRuleBar")->isVisible());
    const auto again = openByWindow(open.services, next.path());
    QVERIFY(again && again->state.entries->back().kind == LayerKind::Code);
}

void TestFilesPage::remembersWhatIsLeftOut()
{
    TestDir dir;
    writeSample(dir);
    OpenPage open(OpenPage::folder(dir.path()));
    QVERIFY(open.settled());
    open.page.selectEntries({entryOf(open.document, "eval/run.py")});
    open.action("toggleIncluded")->trigger();
    open.find<QAbstractButton>("rememberRuleButton")->click();
    QCOMPARE(open.services.settings.ignorePatterns(), QStringList(QStringLiteral("*.py")));

    // What the package holds stays; what comes to the folder is left out, and the watch does not offer it.
    dir.write("eval/late.py", "print()");
    dir.write("late.txt", "x");
    auto *watch = open.page.findChild<FolderWatch *>();
    QVERIFY(waitFor([&] { return watch->newFiles() > 0; }));
    QCOMPARE(watch->newFiles(), std::size_t(1));
    open.action("rescan")->trigger();
    QVERIFY(waitFor([&] { return open.document.state().size() == 10; }));
    QVERIFY(open.document.state().state(entryOf(open.document, "train.py")).included);
    const auto &excluded = open.document.excluded();
    QVERIFY(std::any_of(excluded.begin(), excluded.end(), [](const ExcludedPath &path) {
        return path.path == "eval/late.py" && path.reason == ExcludeReason::ExcludeOption;
    }));
    const auto next = openByWindow(open.services, dir.path());
    QVERIFY(next);
    QVERIFY(std::none_of(next->state.entries->begin(), next->state.entries->end(),
                         [](const PackageEntry &entry) { return entry.path.ends_with(".py"); }));
}

void TestFilesPage::spaceLeavesOutAndTakesIn()
{
    TestDir dir;
    writeSample(dir);
    OpenPage open(OpenPage::folder(dir.path()));
    QVERIFY(open.settled());
    const auto odd = entryOf(open.document, "odd.xyz");
    open.page.selectEntries({odd});
    open.view().setFocus();
    QVERIFY(QTest::qWaitForWindowActive(&open.page));
    QTest::keyClick(&open.view(), Qt::Key_Space);
    QVERIFY(!open.document.state().state(odd).included);
    QVERIFY(open.settled());
    QVERIFY(open.model().indexOfEntry(odd).data(FileListModel::LeftOutRole).toBool());
    QTest::keyClick(&open.view(), Qt::Key_Space);
    QVERIFY(open.document.state().state(odd).included);
}

void TestFilesPage::bareKeysOutsideTheListPressWhatHasTheFocus()
{
    TestDir dir;
    writeSample(dir);
    OpenPage open(OpenPage::folder(dir.path()));
    QVERIFY(open.settled());
    open.page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&open.page));
    const auto train = entryOf(open.document, "train.py");
    const auto press = [](QWidget *widget, Qt::Key key) {
        widget->setFocus(Qt::TabFocusReason);
        if (QApplication::focusWidget() != widget)
            return false;
        QTest::keyClick(widget, key);
        return true;
    };
    // What a bar offered before goes with the next turn of the event loop.
    const auto pressButton = [&](const char *name) {
        for (auto *button : open.page.findChildren<QAbstractButton *>(QLatin1String(name))) {
            if (button->isVisible())
                return press(button, Qt::Key_Space);
        }
        return false;
    };
    const auto isUntouched = [&] {
        return open.document.state().state(train).included && open.page.selectedEntries() == std::vector{train};
    };
    const auto select = [&] {
        open.page.selectEntries({train});
        return isUntouched();
    };

    // A segment of the layers.
    QVERIFY(select());
    QSignalSpy filtered(&open.page, &FilesPage::filterChanged);
    auto *layers = open.find<LayerBar>("layerBar");
    QVERIFY(press(layers, Qt::Key_Space));
    QCOMPARE(filtered.count(), 1);
    QVERIFY(!open.page.filter().isEmpty());
    QVERIFY(press(layers, Qt::Key_Space));
    QVERIFY(open.page.filter().isEmpty());
    QVERIFY(open.settled());
    QCOMPARE(open.document.undoStack().count(), 0);

    // Buttons of the banner, of the offer after an edit and of what changed on disk; those that close a bar.
    QVERIFY(select());
    auto *banner = open.find<InfoBar>("filesBanner");
    QVERIFY(waitFor([&] { return banner->isVisible(); }));
    const bool showed = open.action("showLeftOut")->isChecked();
    QVERIFY(pressButton("showLeftOutButton"));
    QCOMPARE(open.action("showLeftOut")->isChecked(), !showed);
    QCOMPARE(open.document.undoStack().count(), 0);
    QVERIFY(open.settled());
    QVERIFY(pressButton("reviewButton"));
    QVERIFY(waitFor([&] { return open.page.selectedEntries() != std::vector{train}; }));
    QCOMPARE(open.document.undoStack().count(), 0);

    QVERIFY(select());
    open.action("setLayer-dataset")->trigger();
    QVERIFY(pressButton("doForAllButton"));
    QCOMPARE(open.document.undoStack().count(), 2);
    QVERIFY(open.document.state().state(entryOf(open.document, "eval/run.py")).kind == LayerKind::Dataset);
    QVERIFY(isUntouched());

    dir.write("train.py", "print('longer than before')");
    open.page.findChild<FolderWatch *>()->check();
    auto *changed = open.find<InfoBar>("changedOnDiskBar");
    QVERIFY(waitFor([&] { return changed->isVisible(); }));
    QVERIFY(pressButton("rescanButton"));
    QVERIFY(waitFor([&] { return !open.document.isChangedOnDisk(train) && !changed->isVisible(); }));
    QVERIFY(open.document.state().state(train).included);

    QVERIFY(open.settled());
    QVERIFY(select());
    QVERIFY(press(banner->findChild<QAbstractButton *>(QStringLiteral("infoBarDismiss")), Qt::Key_Space));
    QVERIFY(!banner->isVisible());
    QVERIFY(isUntouched());

    // Neither does a letter act on what is selected; with another key it does, wherever the focus is in the page.
    QVERIFY(press(layers, Qt::Key_L));
    QVERIFY(!open.page.kindMenu()->isVisible());
    QTest::keyClick(layers, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("train.py"));
    // Menus go on to say which key it is.
    QCOMPARE(open.action("toggleIncluded")->shortcut(), QKeySequence(Qt::Key_Space));
    QVERIFY(press(&open.view(), Qt::Key_Space));
    QVERIFY(!open.document.state().state(train).included);
}

void TestFilesPage::leavingOutWeightsAsksTheOthers()
{
    TestDir dir;
    writeSafetensors(dir, "model.safetensors", {{"a", "BF16", 8'000'000'000}});
    writeGguf(dir, "model-Q4_K_M.gguf", {.tensors = {{"a", "Q4_K", 25'600}}});
    dir.write("config.json", R"({"model_type":"llama"})");
    OpenPage open(OpenPage::folder(dir.path()));
    QVERIFY(open.settled());
    auto *detection = open.page.findChild<MetadataDetection *>();
    const auto asTheCommandLine = [&](std::vector<std::string> exclude) {
        PackageEdits edits;
        edits.exclude = std::move(exclude);
        return openPackage(FolderLocation{dir.path()}, edits, TaskContext()).value();
    };
    const auto config = [&] { return open.document.state().header->config; };
    const auto same = [](const ModelConfig &a, const ModelConfig &b) { return a.toBytes({}) == b.toBytes({}); };
    const auto before = config();
    open.document.setField("descriptor.version", "1.2");
    open.page.selectEntries({entryOf(open.document, "model.safetensors")});
    open.action("toggleIncluded")->trigger();
    QVERIFY(!detection->isCurrent());
    open.document.setField("descriptor.revision", "typed meanwhile"); // must not be lost when the answer comes
    QVERIFY(waitFor([&] { return detection->isCurrent(); }));
    auto expected = asTheCommandLine({"*.safetensors"});
    QVERIFY(expected.detected == open.document.state().header->detected);
    VERIFY_RESULT(expected.config.set("descriptor.version", "1.2"));
    VERIFY_RESULT(expected.config.set("descriptor.revision", "typed meanwhile"));
    QVERIFY(same(expected.config, config()));
    QVERIFY(!same(config(), before));
    QCOMPARE(open.document.undoStack().count(), 3);

    // What was found belongs to the step that left the file out; one undo takes both back, at once.
    auto &stack = open.document.undoStack();
    stack.undo();
    QVERIFY(waitFor([&] { return detection->isCurrent(); }));
    expected.config.remove("descriptor.revision");
    QVERIFY(same(expected.config, config()));
    stack.undo();
    QVERIFY(detection->isCurrent());
    auto typed = before;
    VERIFY_RESULT(typed.set("descriptor.version", "1.2"));
    QVERIFY(same(typed, config()));
    stack.redo();
    QVERIFY(same(expected.config, config()));
    QVERIFY(detection->isCurrent());

    // What is saved before the answer is not the answer.
    open.page.selectEntries({entryOf(open.document, "model-Q4_K_M.gguf")});
    open.action("toggleIncluded")->trigger();
    open.document.setSaved(QStringLiteral("m.modelcrate.json"));
    QVERIFY(waitFor([&] { return detection->isCurrent(); }));
    QVERIFY(open.document.isModified());
    QVERIFY(!config().find("config.quantization"));
}

void TestFilesPage::includesWhatAPatternLeftOut()
{
    TestDir dir;
    writeSample(dir);
    OpenPage open(OpenPage::folder(dir.path()));
    QVERIFY(open.settled());
    const auto before = open.document.state().size();
    auto &view = open.view();
    int row = -1;
    for (int i = 0; i < open.model().rowCount(); ++i) {
        if (open.model().index(i, 0).data().toString() == QStringLiteral(".git"))
            row = i;
    }
    QVERIFY(row >= 0);
    view.selectRow(row);
    open.action("toggleIncluded")->trigger();
    QVERIFY(waitFor([&] { return open.document.state().size() == before + 1; }));
    QCOMPARE(entryOf(open.document, ".git/config"), before);
    QVERIFY(waitFor([&] { return open.model().indexOfEntry(before).isValid(); }));
}

void TestFilesPage::includingIsUndoneWithTheRest()
{
    TestDir dir;
    writeSample(dir);
    OpenPage open(OpenPage::folder(dir.path()));
    QVERIFY(open.settled());
    auto &stack = open.document.undoStack();
    const auto before = open.document.state().size();
    const auto train = entryOf(open.document, "train.py");
    open.document.setKind({train}, LayerKind::Doc);
    open.document.setField("descriptor.version", "1.2");
    for (int i = 0; i < open.model().rowCount(); ++i) {
        if (open.model().index(i, 0).data().toString() == QStringLiteral(".git"))
            open.view().selectRow(i);
    }
    open.action("toggleIncluded")->trigger();
    QVERIFY(waitFor([&] { return open.document.state().size() == before + 1; }));
    QVERIFY(open.document.state().state(before).included);
    QCOMPARE(stack.count(), 3);

    stack.undo();
    QVERIFY(!open.document.state().state(before).included);
    QVERIFY(open.settled());
    const auto row = [&] { return open.model().indexOfEntry(before); };
    QVERIFY(waitFor([&] { return row().isValid() && row().data(FileListModel::LeftOutRole).toBool(); }));
    stack.undo();
    stack.undo();
    QVERIFY(open.document.state().state(train).kind == LayerKind::Code);
    QVERIFY(!stack.canUndo());
    while (stack.canRedo())
        stack.redo();
    QVERIFY(open.document.state().state(before).included);
    QVERIFY(waitFor([&] { return row().isValid() && !row().data(FileListModel::LeftOutRole).toBool(); }));

    // Undone, it can be taken in again, as any file that is left out.
    stack.undo();
    QVERIFY(open.settled());
    open.page.selectEntries({before});
    open.action("toggleIncluded")->trigger();
    QVERIFY(open.document.state().state(before).included);
    QCOMPARE(stack.count(), 3);
}

void TestFilesPage::confirmsWhatNeedsALook()
{
    TestDir dir;
    writeSample(dir);
    OpenPage open(OpenPage::folder(dir.path()));
    QVERIFY(open.settled());
    const auto waiting = open.document.needingALook();
    QVERIFY(!waiting.empty());
    open.action("reviewNext")->trigger();
    QVERIFY(waitFor([&] { return open.page.selectedEntries() == std::vector<std::size_t>{waiting.front()}; }));
    open.action("confirmLayer")->trigger();
    QCOMPARE(open.document.needingALook().size(), waiting.size() - 1);
}

void TestFilesPage::pointsAtAMistakeInTheFilter()
{
    TestDir dir;
    writeSample(dir);
    OpenPage open(OpenPage::folder(dir.path()));
    QVERIFY(open.settled());
    auto *note = open.find<QLabel>("filterNote");
    open.page.setFilter(QStringLiteral("layer:code"));
    QVERIFY(open.settled());
    QVERIFY(waitFor([&] { return note->isVisible() && note->text().startsWith(QStringLiteral("3 ")); }));
    const auto rows = open.model().rowCount();
    open.page.setFilter(QStringLiteral("layer:code lyer:x"));
    QVERIFY(note->text().contains(QStringLiteral("\n           ^^^^^^")));
    QVERIFY(open.settled());
    QCOMPARE(open.model().rowCount(), rows); // the last good result stays
    open.page.setFilter({});
    QVERIFY(waitFor([&] { return !note->isVisible() && open.model().rowCount() > rows; }));
}

void TestFilesPage::bundlesAFolder()
{
    TestDir dir;
    writeSample(dir);
    OpenPage open(OpenPage::folder(dir.path()));
    QVERIFY(open.settled());
    const auto run = entryOf(open.document, "eval/run.py");
    open.page.selectEntries({run, entryOf(open.document, "eval/more.py")});
    open.action("bundle")->trigger();
    const auto &state = open.document.state();
    QCOMPARE(QString::fromStdString((*state.bundles)[state.state(run).bundle]), QStringLiteral("eval"));
    open.action("unbundle")->trigger();
    QCOMPARE(open.document.state().state(run).bundle, 0U);
}

void TestFilesPage::bundlesProposedTwiceAreOneStep()
{
    TestDir dir;
    for (int i = 0; i < 2100; ++i)
        dir.write(cat("many/", i, ".txt"), cat(i));
    OpenPage open(OpenPage::folder(dir.path()));
    QVERIFY(open.settled());
    QPointer<QAbstractButton> button;
    QVERIFY(
        waitFor([&] { return (button = open.find<QAbstractButton>("bundleProposedButton")) && button->isVisible(); }));
    button->click();
    QVERIFY(open.document.isModified());
    QCOMPARE(open.document.undoStack().count(), 1);
    // The plan that proposes them is replaced a little later; until then the button is there and has nothing to do.
    button->click();
    QCOMPARE(open.document.undoStack().count(), 1);
    open.document.undoStack().undo();
    QVERIFY(!open.document.isModified());
}

void TestFilesPage::aClickOnALayerFilters()
{
    TestDir dir;
    writeSample(dir);
    OpenPage open(OpenPage::folder(dir.path()));
    QVERIFY(open.settled());
    QSignalSpy filtered(&open.page, &FilesPage::filterChanged);
    Q_EMIT open.find<LayerBar>("layerBar")->kindClicked(LayerKind::Code);
    QCOMPARE(filtered.count(), 1);
    QCOMPARE(open.page.filter(), QStringLiteral("layer:code"));
    QVERIFY(open.find<LayerBar>("layerBar")->activeKind() == LayerKind::Code);
    Q_EMIT open.find<LayerBar>("layerBar")->kindClicked(LayerKind::Code);
    QVERIFY(open.page.filter().isEmpty());
}

void TestFilesPage::seesChangesOnDisk()
{
    TestDir dir;
    writeSample(dir);
    OpenPage open(OpenPage::folder(dir.path()));
    QVERIFY(open.settled());
    const auto train = entryOf(open.document, "train.py");
    dir.write("train.py", "print('longer than before')");
    fs::remove(dir / "odd.xyz");
    auto *watch = open.page.findChild<FolderWatch *>();
    watch->check();
    QVERIFY(waitFor([&] { return open.document.isChangedOnDisk(train); }));
    QVERIFY(open.document.isChangedOnDisk(entryOf(open.document, "odd.xyz")));
    QVERIFY(waitFor([&] { return open.find<InfoBar>("changedOnDiskBar")->isVisible(); }));
    open.find<QAbstractButton>("rescanButton")->click();
    QVERIFY(waitFor([&] { return !open.document.isChangedOnDisk(train); }));
    QCOMPARE(open.document.facts()[train].identity->size, 27_B);
    QVERIFY(!open.document.facts()[entryOf(open.document, "odd.xyz")].identity);
    QVERIFY(waitFor([&] { return !open.find<InfoBar>("changedOnDiskBar")->isVisible(); }));
}

void TestFilesPage::anOldLookMarksNothing()
{
    TestDir dir;
    writeSample(dir);
    OpenPage open(OpenPage::folder(dir.path()));
    QVERIFY(open.settled());
    auto *watch = open.page.findChild<FolderWatch *>();
    const auto train = entryOf(open.document, "train.py");
    dir.write("train.py", "print('longer than before')");
    QSignalSpy checked(watch, &FolderWatch::checked);
    watch->check();
    // Its answer comes after that of a rescan that knows the file as it is now.
    open.document.applyRescan(rescan(open.document.state().toPackage(), {}, TaskContext()).value());
    QVERIFY(waitFor([&] { return checked.count() == 1; }));
    QVERIFY(!open.document.isChangedOnDisk(train));
    // Another look follows, which sees what changed since.
    dir.write("odd.xyz", "now text");
    QVERIFY(waitFor([&] { return open.document.isChangedOnDisk(entryOf(open.document, "odd.xyz")); }));
    QVERIFY(!open.document.isChangedOnDisk(train));
}

void TestFilesPage::seesNewFiles()
{
    TestDir dir;
    writeSample(dir);
    OpenPage open(OpenPage::folder(dir.path()));
    QVERIFY(open.settled());
    auto *watch = open.page.findChild<FolderWatch *>();
    QVERIFY(waitFor([&] { return watch->watchesAll(); }));
    dir.write("eval/new.py", "print()");
    dir.write(".hidden", "left out by default: nothing that a rescan would add");
    QVERIFY(waitFor([&] { return watch->newFiles() == 1; }));
    QVERIFY(open.find<InfoBar>("changedOnDiskBar")->isVisible());
    const auto before = open.document.state().size();
    open.find<QAbstractButton>("rescanButton")->click();
    QVERIFY(waitFor([&] {
        return open.document.state().size() == before + 1 && !open.find<InfoBar>("changedOnDiskBar")->isVisible();
    }));
}

void TestFilesPage::seesNewFilesInFoldersThatCome()
{
    TestDir dir;
    writeSample(dir);
    OpenPage open(OpenPage::folder(dir.path()));
    QVERIFY(open.settled());
    auto *watch = open.page.findChild<FolderWatch *>();
    QVERIFY(waitFor([&] { return watch->watchesAll(); }));
    // What was told is looked at by then, so that the next change is told by what that look watches. (A machine that is
    // slower than this sees all of it in one look, and the test says less.)
    const auto settle = [] { QTest::qWait(1000); };

    // A folder that has nothing in it yet, when it is seen.
    settle();
    fs::create_directories(dir / "ckpt/step-1");
    settle();
    QCOMPARE(watch->newFiles(), std::size_t(0));
    dir.write("ckpt/step-1/shard.bin", "x");
    QVERIFY(waitFor([&] { return watch->newFiles() == 1; }));
    QVERIFY(open.find<InfoBar>("changedOnDiskBar")->isVisible());

    // Its watch goes with it; what comes in its place is another folder.
    fs::remove_all(dir / "ckpt");
    QVERIFY(waitFor([&] { return watch->newFiles() == 0; }));
    fs::create_directories(dir / "ckpt/step-1");
    settle();
    for (std::size_t shards = 1; shards <= 2; ++shards) {
        dir.write(cat("ckpt/step-1/shard-", shards, ".bin"), "x");
        QVERIFY(waitFor([&] { return watch->newFiles() == shards; }));
    }

    // So does a folder of which the package knows files.
    const auto run = entryOf(open.document, "eval/run.py");
    fs::remove_all(dir / "eval");
    QVERIFY(waitFor([&] { return open.document.isChangedOnDisk(run); }));
    fs::create_directories(dir / "eval");
    settle();
    dir.write("eval/third.bin", "x");
    QVERIFY(waitFor([&] { return watch->newFiles() == 3; }));
    QVERIFY(watch->watchesAll());
}

void TestFilesPage::seesNewFilesWhenTheFolderItselfComesBack()
{
    TestDir dir;
    dir.write("runs/out/config.json", "{}");
    OpenPage open(OpenPage::folder(dir / "runs/out"));
    QVERIFY(open.settled());
    auto *watch = open.page.findChild<FolderWatch *>();
    QVERIFY(waitFor([&] { return watch->watchesAll(); }));
    const auto config = entryOf(open.document, "config.json");
    fs::remove_all(dir / "runs");
    QVERIFY(waitFor([&] { return open.document.isChangedOnDisk(config); }));
    QVERIFY(waitFor([&] { return !watch->watchesAll(); }));
    dir.write("runs/out/shard.bin", "x");
    QVERIFY(waitFor([&] { return watch->newFiles() == 1; }));
    QVERIFY(waitFor([&] { return watch->watchesAll(); }));
    dir.write("runs/out/second.bin", "x");
    QVERIFY(waitFor([&] { return watch->newFiles() == 2; }));
}

void TestFilesPage::seesWhatCameBeforeThePackageWasOpened()
{
    TestDir dir;
    writeSample(dir);
    const auto file = dir / "saved.modelcrate.json";
    VERIFY_RESULT(savePackage(OpenPage::folder(dir.path()).package, file));
    dir.write("shard-2.bin", "x");
    dir.write("ckpt/shard-1.bin", "x");
    OpenPage open(std::move(openPackageFile(file, TaskContext())).value());
    QVERIFY(open.settled());
    auto *watch = open.page.findChild<FolderWatch *>();
    QVERIFY(waitFor([&] { return watch->newFiles() == 2; }));
    QVERIFY(open.find<InfoBar>("changedOnDiskBar")->isVisible());
    QCOMPARE(open.document.state().size(), std::size_t(9)); // they are offered, not taken
}

/// Inodes that this process is told of.
static std::set<std::uint64_t> watchedInodes()
{
    std::set<std::uint64_t> inodes;
    for (const auto &descriptor : fs::directory_iterator("/proc/self/fdinfo")) {
        std::ifstream info(descriptor.path());
        for (std::string line; std::getline(info, line);) {
            if (const auto at = line.find(" ino:"); line.starts_with("inotify ") && at != std::string::npos)
                inodes.insert(std::stoull(line.substr(at + 5), nullptr, 16));
        }
    }
    return inodes;
}

void TestFilesPage::seesNewFilesWhereNoFolderIsWatched()
{
    TestDir dir;
    writeSample(dir);
    for (int i = 0; i <= FolderWatch::maxFolders; ++i)
        dir.write(cat("many/", i, "/x.txt"), cat(i));
    OpenPage open(OpenPage::folder(dir.path()));
    QVERIFY(open.settled());
    auto *watch = open.page.findChild<FolderWatch *>();
    const auto looked = [&] {
        QSignalSpy checked(watch, &FolderWatch::checked);
        watch->check();
        return waitFor([&] { return checked.count() > 0; });
    };
    for (int looks = 0; looks < 2; ++looks) // one may have begun before
        QVERIFY(looked());
    QVERIFY(!watch->watchesAll());
    const auto watched = watchedInodes();
    if (watched.empty())
        QSKIP("the system does not say what is watched");
    std::string silent;
    for (int i = 0; i <= FolderWatch::maxFolders; ++i) {
        const auto folder = cat("many/", i);
        if (const auto identity = identityOfFolder(dir / folder); identity && !watched.contains(identity->inode))
            silent = folder;
    }
    QVERIFY(!silent.empty());
    dir.write(silent + "/new.bin", "x");
    watch->check(); // as when the window gets the focus
    QVERIFY(waitFor([&] { return watch->newFiles() == 1; }));
}

void TestFilesPage::opensAFolderWhileItShows()
{
    TestDir dir;
    writeSample(dir);
    Bench services;
    OpeningPage page(services.services, dir.path());
    page.show();
    std::shared_ptr<PreparedPackage> result;
    connect(&page, &OpeningPage::opened, this,
            [&](std::shared_ptr<PreparedPackage> opened) { result = std::move(opened); });
    QVERIFY(waitFor([&] { return result != nullptr; }));
    QCOMPARE(result->state.size(), std::size_t(9));
    QVERIFY(result->summary == FileSummary::of(result->state, result->facts, std::vector<bool>(9, false)));
    QVERIFY(result->summary.included > 0);
    QVERIFY(page.findChild<QLabel *>(QStringLiteral("openingCount"))->text().startsWith(QStringLiteral("9 ")));

    VERIFY_RESULT(savePackage(result->state.toPackage(), services.dir / "x.modelcrate.json"));
    OpeningPage again(services.services, services.dir / "x.modelcrate.json");
    QSignalSpy opened(&again, &OpeningPage::opened);
    QVERIFY(opened.wait());
    OpeningPage canceled(services.services, dir.path());
    QSignalSpy gone(&canceled, &OpeningPage::canceled);
    QSignalSpy done(&canceled, &OpeningPage::opened);
    canceled.findChild<QPushButton *>(QStringLiteral("cancelOpening"))->click();
    QVERIFY(waitFor([&] { return gone.count() + done.count() == 1; }));
}

void TestFilesPage::aFailureIsNotStillOpening()
{
    const TestDir dir;
    Bench services;
    OpeningPage page(services.services, dir / "gone");
    page.show();
    auto *cancel = page.findChild<QPushButton *>(QStringLiteral("cancelOpening"));
    QCOMPARE(cancel->text(), QStringLiteral("Cancel"));
    auto *failure = page.findChild<InfoBar *>(QStringLiteral("openingFailure"));
    QVERIFY(waitFor([&] { return failure->isVisible(); }));
    QCOMPARE(cancel->text(), QStringLiteral("Close"));
    for (const auto *label : page.findChildren<QLabel *>())
        QVERIFY2(!label->isVisible() || !label->text().startsWith(QLatin1String("Opening")), qPrintable(label->text()));
    QSignalSpy gone(&page, &OpeningPage::canceled);
    cancel->click();
    QCOMPARE(gone.count(), 1);

    dir.write("gone/a.txt", "x");
    QSignalSpy opened(&page, &OpeningPage::opened);
    page.findChild<QPushButton *>(QStringLiteral("retryOpening"))->click();
    QCOMPARE(cancel->text(), QStringLiteral("Cancel"));
    QVERIFY(opened.wait());
}

void TestFilesPage::showsManyFilesAsTheyAreFound()
{
    TestDir dir;
    for (int i = 0; i < 3000; ++i)
        dir.write(cat("part-", i % 30, "/", i, ".txt"), "x");
    Bench services;
    StallMeter meter;
    bool done = false;
    OpeningPage page(services.services, dir.path());
    QAbstractItemModelTester tester(page.findChild<FoundFilesModel *>(),
                                    QAbstractItemModelTester::FailureReportingMode::Fatal);
    connect(&page, &OpeningPage::opened, this, [&] { done = true; });
    page.show();
    QVERIFY(meter.runUntil([&] { return done; }));
    QCOMPARE(page.findChild<FoundFilesModel *>()->rowCount(), 3000);

    FoundFilesModel many;
    QTableView view;
    view.setModel(&many);
    view.show();
    meter.reset();
    for (int batch = 0; batch < 40; ++batch) {
        std::vector<ScannedFile> files;
        for (int i = 0; i < 2500; ++i)
            files.push_back({cat("file-", batch, "-", i), {.size = ByteCount(i)}});
        meter.around([&] { many.append(std::move(files)); });
        QVERIFY(meter.runUntil([] { return true; }));
    }
    QCOMPARE(many.rowCount(), 100000);
    qInfo("100 000 rows in 40 steps: longest stall %.1f ms", meter.longestMs());
    QVERIFY(meter.longestMs() < 1000);
}

void TestFilesPage::tellsWhyItCannotOpen()
{
    Bench services;
    OpeningPage page(services.services, services.dir / "not there");
    page.show();
    QSignalSpy failed(&page, &OpeningPage::failed);
    QVERIFY(failed.wait());
    auto *bar = page.findChild<InfoBar *>(QStringLiteral("openingFailure"));
    QVERIFY(bar->isVisible());
    QVERIFY(!bar->text().isEmpty());
    services.dir.write("not there/a.txt", "a");
    QSignalSpy opened(&page, &OpeningPage::opened);
    page.findChild<QAbstractButton *>(QStringLiteral("retryOpening"))->click();
    QVERIFY(opened.wait());
}

void TestFilesPage::aHundredThousandRowsStallNothing()
{
    OpenedPackage opened;
    opened.package.root = "/models/many";
    for (int i = 0; i < 100000; ++i) {
        const auto path = cat("part-", i / 200, "/file-", i, i % 3 == 0 ? ".py" : ".parquet");
        opened.package.entries.push_back(
            {.path = path, .file = path, .kind = i % 3 == 0 ? LayerKind::Code : LayerKind::Dataset, .rule = "name:x"});
        opened.facts.push_back(
            {.identity = FileIdentity{.inode = std::uint64_t(i) + 1, .size = ByteCount(i * 7919 % 100000)}});
    }
    OpenPage open(std::move(opened));
    StallMeter meter;
    const auto busy = [&] { return open.model().rowCount() > 0 && !open.model().isBusy(); };
    QVERIFY(meter.runUntil(busy));
    QVERIFY(QTest::qWaitForWindowExposed(&open.page));
    const auto measure = [&](const char *what, auto &&act) {
        meter.reset();
        meter.around(act);
        QVERIFY(meter.runUntil(busy));
        qInfo("%s: longest stall %.1f ms", what, meter.longestMs());
        QVERIFY2(meter.longestMs() < 2000,
                 what); // a debug build on a machine that others use; 50 is the aim of a release build
    };
    measure("filter", [&] { open.page.setFilter(QStringLiteral("ext:py size:>50k")); });
    measure("filter off", [&] { open.page.setFilter({}); });
    measure("sort", [&] { open.view().sortByColumn(static_cast<int>(FileColumn::Size), Qt::DescendingOrder); });
    measure("select all", [&] { open.view().selectAll(); });
    measure("reclassify", [&] { open.action("setLayer-doc")->trigger(); });
    QVERIFY(open.document.state().state(99999).kind == LayerKind::Doc);
    QCOMPARE(open.document.undoStack().count(), 1);
    measure("undo", [&] { open.document.undoStack().undo(); });
    measure("redo", [&] { open.document.undoStack().redo(); });
    OpenedPackage again{open.document.state().toPackage(), open.document.facts(), {}};
    again.facts[7].identity->mtime = 7;
    measure("take a rescan", [&] { open.document.applyRescan(std::move(again)); });
    measure("leave out", [&] { open.action("toggleIncluded")->trigger(); });
}

void TestFilesPage::staysReadable()
{
    const auto target = qEnvironmentVariable("MODELCRATE_GRABS");
    if (target.isEmpty())
        QSKIP("set MODELCRATE_GRABS to a folder to get pictures");
    TestDir dir;
    writeSample(dir);
    dir.write("数据/训练集-中文文件名.jsonl", std::string(70000, 'x'));
    dir.write(std::string(120, 'n') + ".bin", std::string(4000, '\x80'));
    Theme::instance().apply(ThemeMode::Light);
    OpenPage open(OpenPage::folder(dir.path()));
    QVERIFY(open.settled());
    open.page.selectEntries({entryOf(open.document, "train.py")});
    open.action("setLayer-dataset")->trigger();
    open.page.setFilter(QStringLiteral("layer:code lyer:x"));
    QVERIFY(open.settled());
    for (const auto mode : {ThemeMode::Light, ThemeMode::Dark}) {
        Theme::instance().apply(mode);
        QTest::qWait(50); // palettes arrive by events
        open.page.grab().save(target
                              + (mode == ThemeMode::Light ? QStringLiteral("/filespage-light.png")
                                                          : QStringLiteral("/filespage-dark.png")));
    }
    open.page.setFilter({});
    open.page.setLayoutDirection(Qt::RightToLeft);
    open.page.grab().save(target + QStringLiteral("/filespage-rtl.png"));
    open.page.setLayoutDirection(Qt::LeftToRight);
    open.page.resize(828, 500);
    QVERIFY(open.settled());
    open.page.grab().save(target + QStringLiteral("/filespage-small.png"));
    OpeningPage opening(open.services.services, dir / "gone");
    opening.resize(1040, 400);
    opening.show();
    QSignalSpy failed(&opening, &OpeningPage::failed);
    QVERIFY(failed.wait());
    opening.grab().save(target + QStringLiteral("/opening-failed.png"));
    OpeningPage running(open.services.services, dir.path());
    running.resize(1040, 400);
    running.show();
    QSignalSpy opened(&running, &OpeningPage::opened);
    QVERIFY(opened.wait());
    running.grab().save(target + QStringLiteral("/opening.png"));
}

QTEST_MAIN(TestFilesPage)
#include "tst_filespage.moc"
