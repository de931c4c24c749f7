// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "support/gui/windowfixture.h"
#include "ui/artifact/filelistmodel.h"
#include "ui/artifact/filelistview.h"
#include "ui/package/filespage.h"
#include "ui/package/folderwatch.h"
#include "ui/package/packagedocument.h"
#include "ui/package/planpreview.h"
#include "ui/publish/publishpage.h"
#include "ui/registry/referencetext.h"
#include "ui/text/convert.h"
#include "ui/text/kindtext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/tokenfield.h"

#include <random>

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace modelcrate;
using namespace modelcrate::testing;
namespace fs = std::filesystem;

namespace {

/// The window with one package of mixed files, digests known.
struct OpenWindow {
    OpenWindow()
    {
        dir.write("model/model.safetensors", std::string("\x02\0\0\0\0\0\0\0{}", 10));
        dir.write("model/config.json", R"({"model_type": "qwen2", "torch_dtype": "bfloat16"})");
        dir.write("model/README.md",
                  "---\nlicense: apache-2.0\nlanguage: [en, de]\n---\n# Model\n\nAnswers questions.\n");
        dir.write("model/train.py", "print()");
        dir.write("model/eval/run.py", "print(1)");
        dir.write("model/eval/more.py", "print(2)");
        dir.write("model/eval/data.parquet", std::string(5000, 'p'));
        dir.write("model/odd.xyz", std::string("\x01\x02\xff\x00zz", 6));
        dir.write("model/.git/HEAD", "ref");
        start();
    }
    void start()
    {
        fixture.reset();
        fixture = std::make_unique<WindowFixture>(dir);
        package = fixture->open(dir / "model");
        QVERIFY(package);
        fixture->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(fixture->window.get()));
        QVERIFY(settled());
    }

    PackageDocument &document() const { return package->document(); }
    FilesPage &files() const { return package->filesPage(); }
    FileListModel &model() const { return *files().findChild<FileListModel *>(); }
    FileListView &view() const { return *files().findChild<FileListView *>(); }
    template<typename T>
    T *find(const char *name) const
    {
        auto *found = package->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s in the tab", name);
        return found;
    }
    bool settled() const
    {
        return waitFor([this] {
            const auto snapshot = package->preview().snapshot();
            return model().rowCount() > 0 && !model().isBusy() && package->preview().isCurrent() && snapshot
                && snapshot->exact;
        });
    }
    std::size_t entry(std::string_view path) const
    {
        for (std::size_t i = 0; i < document().state().size(); ++i) {
            if (document().state().entry(i).path == path)
                return i;
        }
        qFatal("no such file in the package");
    }
    QString cell(std::string_view path, FileColumn column) const
    {
        return model().indexOfEntry(entry(path)).siblingAtColumn(static_cast<int>(column)).data().toString();
    }
    void click(std::string_view path, Qt::KeyboardModifiers modifiers = {}) const
    {
        const auto index = model().indexOfEntry(entry(path));
        view().scrollTo(index);
        QTest::mouseClick(view().viewport(), Qt::LeftButton, modifiers, view().visualRect(index).center());
    }
    std::string manifest() const { return package->preview().snapshot()->documents.manifest; }
    std::string config() const { return package->preview().snapshot()->documents.config; }
    std::string bytes() const { return packageToJson(document().state().toPackage(), dir / "x.json"); }
    void show(PackageTab::Page page) const { package->showPage(page); }

    TestDir dir;
    std::unique_ptr<WindowFixture> fixture;
    PackageTab *package = nullptr;
};

} // namespace

/// Files, metadata and manifest, as they are edited in the whole window.
class TestEditing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scenario07_oddFiles();
    void scenario09_everyKindIsExplained();
    void scenario10_reclassifyAndUndo();
    void scenario12_doTheSameForAll();
    void scenario13_confirmingRemovesUntested();
    void scenario14_filter();
    void scenario15_theLastFilterWins();
    void scenario16_orderSurvivesARestart();
    void scenario18_changesOnDisk();
    void scenario19_spaceLeavesOut();
    void scenario20_detectedValues();
    void scenario21_aProblemLeadsToItsField();
    void scenario22_notStatedLeavesTheKeyOut();
    void scenario24_pastedAnnotations();
    void scenario25_theManifestFollows();
    void scenario27_undoneToTheByte();
    void scenario40_addressField();
    void scenario49_themesLive();
};

void TestEditing::scenario07_oddFiles()
{
    OpenWindow open;
    const auto folder = open.dir / "model";
    fs::create_symlink("/nowhere/at/all", folder / "dangling.bin");
    fs::create_directory_symlink(folder, folder / "loop");
    open.dir.write(cat("model/", std::string(240, 'n'), ".txt"), "long");
    std::string notUtf8("model/latin-\xe9.txt");
    open.dir.write(notUtf8, "x");
    open.start();
    QCOMPARE(open.cell(cat(std::string(240, 'n'), ".txt"), FileColumn::Layer), kindText(LayerKind::Doc));
    std::set<std::string> explained;
    for (const auto &path : open.document().excluded()) {
        QVERIFY2(!exclusionText(path).isEmpty(), path.path.c_str());
        explained.insert(path.path);
    }
    QVERIFY(explained.count("dangling.bin"));
    QVERIFY(explained.count("loop/"));
    // A name that is no UTF-8 cannot be in a manifest; it is told, readable.
    QVERIFY(explained.count("latin-\xe9.txt") || explained.count("latin-\\xe9.txt"));
}

void TestEditing::scenario09_everyKindIsExplained()
{
    const std::pair<const char *, LayerKind> known[] = {
        {"model.safetensors", LayerKind::Weight},
        {"config.json", LayerKind::WeightConfig},
        {"README.md", LayerKind::Doc},
        {"train.py", LayerKind::Code},
        {"eval/run.py", LayerKind::Code},
        {"eval/data.parquet", LayerKind::Dataset},
    };
    const OpenWindow open;
    for (const auto &[path, kind] : known) {
        QCOMPARE(open.cell(path, FileColumn::Layer), kindText(kind));
        open.click(path);
        QVERIFY(waitFor([&] {
            return open.find<ElidedLabel>("inspectorTitle")->text() == toQString(fs::path(path).filename().string());
        }));
        QVERIFY2(!open.find<QLabel>("inspectorWhy")->text().isEmpty(), path);
    }
}

void TestEditing::scenario10_reclassifyAndUndo()
{
    const OpenWindow open;
    const auto before = open.manifest();
    open.click("train.py");
    open.click("eval/run.py", Qt::ControlModifier);
    open.click("eval/more.py", Qt::ControlModifier);
    QCOMPARE(open.files().selectedEntries().size(), std::size_t(3));
    QTest::keyClick(&open.view(), Qt::Key_L);
    auto *menu = open.files().kindMenu();
    QVERIFY(menu->isVisible());
    menu->setActiveAction(open.find<QAction>("setLayer-doc"));
    QTest::keyClick(menu, Qt::Key_Return);
    QVERIFY(open.settled());
    for (const char *path : {"train.py", "eval/run.py", "eval/more.py"})
        QCOMPARE(open.cell(path, FileColumn::Layer), kindText(LayerKind::Doc));
    const auto after = open.manifest();
    QVERIFY(after != before);
    QCOMPARE(open.document().undoStack().count(), 1);
    open.fixture->window->action(QStringLiteral("undoAction"))->trigger();
    QVERIFY(open.settled());
    QCOMPARE(open.manifest(), before);
    QCOMPARE(open.cell("train.py", FileColumn::Layer), kindText(LayerKind::Code));
    QVERIFY(!open.document().isModified());
    open.fixture->window->action(QStringLiteral("redoAction"))->trigger();
    QVERIFY(open.settled());
    QCOMPARE(open.manifest(), after);
}

void TestEditing::scenario12_doTheSameForAll()
{
    const OpenWindow open;
    open.click("train.py");
    open.find<QAction>("setLayer-dataset")->trigger();
    auto *button = open.find<QAbstractButton>("doForAllButton");
    QVERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(open.settled());
    for (const char *path : {"train.py", "eval/run.py", "eval/more.py"})
        QCOMPARE(open.cell(path, FileColumn::Layer), kindText(LayerKind::Dataset));
    QVERIFY(!button->isVisible());
}

void TestEditing::scenario13_confirmingRemovesUntested()
{
    const OpenWindow open;
    const std::string untested = "org.cncf.model.file.mediatype.untested";
    QVERIFY(open.manifest().find(untested) != std::string::npos);
    QCOMPARE(open.cell("odd.xyz", FileColumn::State), QStringLiteral("Needs a look"));
    open.click("odd.xyz");
    QTest::mouseClick(open.find<QAbstractButton>("inspectorConfirm"), Qt::LeftButton);
    QVERIFY(open.settled());
    QVERIFY(open.manifest().find(untested) == std::string::npos);
    open.document().undoStack().undo();
    QVERIFY(open.settled());
    QVERIFY(open.manifest().find(untested) != std::string::npos);
}

void TestEditing::scenario14_filter()
{
    const OpenWindow open;
    const auto rows = open.model().rowCount();
    open.click("train.py");
    QTest::keyClick(open.fixture->window.get(), Qt::Key_F, Qt::ControlModifier);
    auto *field = open.find<QLineEdit>("filterField");
    QVERIFY(waitFor([&] { return field->hasFocus(); }));
    QTest::keyClicks(field, QStringLiteral("layer:code -path:more"));
    QVERIFY(waitFor([&] { return !open.model().isBusy() && open.model().rowCount() == 3; })); // eval, run.py, train.py
    QVERIFY(!open.model().indexOfEntry(open.entry("eval/more.py")).isValid());
    // Pasted: typed, the word "size" alone would be a filter that finds nothing.
    QGuiApplication::clipboard()->setText(QStringLiteral(" size:>zz"));
    QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
    auto *note = open.find<QLabel>("filterNote");
    QVERIFY(waitFor([&] { return note->text().contains(QLatin1Char('^')); }));
    QVERIFY(open.settled());
    QCOMPARE(open.model().rowCount(), 3);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(waitFor([&] { return !open.model().isBusy() && open.model().rowCount() == rows; }));
    QVERIFY(open.view().hasFocus());
    QCOMPARE(open.files().selectedEntries(), std::vector<std::size_t>{open.entry("train.py")});
}

void TestEditing::scenario15_theLastFilterWins()
{
    const OpenWindow open;
    auto *field = open.find<QLineEdit>("filterField");
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("parquet"));
    QVERIFY(open.settled());
    QVERIFY(waitFor([&] { return open.model().rowCount() == 2; })); // eval and its file
    QVERIFY(open.model().indexOfEntry(open.entry("eval/data.parquet")).isValid());
}

void TestEditing::scenario16_orderSurvivesARestart()
{
    OpenWindow open;
    open.view().sortByColumn(static_cast<int>(FileColumn::Size), Qt::DescendingOrder);
    QVERIFY(open.settled());
    const auto rowOf = [&](const char *path) { return open.model().indexOfEntry(open.entry(path)).row(); };
    QVERIFY(rowOf("README.md") < rowOf("train.py"));
    QVERIFY(rowOf("train.py") < rowOf("odd.xyz"));
    open.start();
    QVERIFY(waitFor([&] { return rowOf("README.md") < rowOf("train.py") && rowOf("train.py") < rowOf("odd.xyz"); }));
    QVERIFY(rowOf("README.md") < rowOf("odd.xyz"));
}

void TestEditing::scenario18_changesOnDisk()
{
    const OpenWindow open;
    open.dir.write("model/train.py", "print('another length')");
    open.files().findChild<FolderWatch *>()->check();
    QVERIFY(waitFor([&] { return open.cell("train.py", FileColumn::State) == QLatin1String("Changed on disk"); }));
    QTest::mouseClick(open.find<QAbstractButton>("publishButton"), Qt::LeftButton);
    QVERIFY(waitFor([&] { return !open.package->publishPage().blockedBecause().isEmpty(); }));
    open.package->showPackage();
    QTest::mouseClick(open.find<QAbstractButton>("rescanButton"), Qt::LeftButton);
    QVERIFY(waitFor([&] { return !open.document().isChangedOnDisk(open.entry("train.py")); }));
    QVERIFY(open.settled());
    open.package->showPublish();
    QVERIFY(waitFor(
        [&] { return open.package->publishPage().plan() && open.package->publishPage().blockedBecause().isEmpty(); }));
}

void TestEditing::scenario19_spaceLeavesOut()
{
    const OpenWindow open;
    QVERIFY(open.manifest().find("odd.xyz") != std::string::npos);
    open.click("odd.xyz");
    QTest::keyClick(&open.view(), Qt::Key_Space);
    QVERIFY(open.settled());
    QVERIFY(open.manifest().find("odd.xyz") == std::string::npos);
    const auto index = open.model().indexOfEntry(open.entry("odd.xyz"));
    QVERIFY(index.data(FileListModel::LeftOutRole).toBool());
    QVERIFY(!open.cell("odd.xyz", FileColumn::Packaging).isEmpty()); // the reason
    QTest::keyClick(&open.view(), Qt::Key_Space);
    QVERIFY(open.settled());
    QVERIFY(open.manifest().find("odd.xyz") != std::string::npos);
}

void TestEditing::scenario20_detectedValues()
{
    const OpenWindow open;
    open.show(PackageTab::Page::Metadata);
    QCOMPARE(open.find<QComboBox>("descriptor.family")->currentText(), QStringLiteral("qwen2"));
    QCOMPARE(open.find<TokenField>("descriptor.licenses")->tokens(), QStringList{QStringLiteral("Apache-2.0")});
    QCOMPARE(open.find<QWidget>("descriptor.family.source")->accessibleName(), QStringLiteral("config.json"));
    auto *edit = open.find<QComboBox>("descriptor.family")->lineEdit();
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, QStringLiteral("mine"));
    QVERIFY(open.settled());
    QVERIFY(open.config().find("\"mine\"") != std::string::npos);
    QTest::mouseClick(open.find<QToolButton>("descriptor.family.useDetected"), Qt::LeftButton);
    QVERIFY(open.settled());
    QVERIFY(open.config().find("\"qwen2\"") != std::string::npos);
}

void TestEditing::scenario21_aProblemLeadsToItsField()
{
    const OpenWindow open;
    open.document().setDraft("config.paramSize", "7.65B");
    QVERIFY(open.settled());
    auto *tabs = open.find<QTabBar>("pageTabs");
    QVERIFY(waitFor(
        [&] { return tabs->tabText(static_cast<int>(PackageTab::Page::Metadata)).contains(QLatin1Char('1')); }));
    QVERIFY(!open.package->publishPage().blockedBecause().isEmpty());
    QTest::mouseClick(open.fixture->find<QAbstractButton>("problemsButton"), Qt::LeftButton);
    auto *problems = open.fixture->find<QListWidget>("problemsList");
    QVERIFY(problems->isVisible());
    QVERIFY2(problems->item(0)->text().contains(QStringLiteral("7.65B")), qPrintable(problems->item(0)->text()));
    problems->setCurrentRow(0);
    problems->setFocus();
    QTest::keyClick(problems, Qt::Key_Return);
    QCOMPARE(open.package->page(), PackageTab::Page::Metadata);
    QVERIFY(waitFor([] { return QApplication::focusWidget() && QApplication::focusWidget()->isVisible(); }));
    auto *row = open.find<QWidget>("config.paramSize.row");
    QVERIFY(row->isAncestorOf(QApplication::focusWidget()));
    open.document().undoStack().undo();
    QVERIFY(open.settled());
    QVERIFY(waitFor([&] { return problems->findItems(QStringLiteral("7.65B"), Qt::MatchContains).isEmpty(); }));
}

void TestEditing::scenario22_notStatedLeavesTheKeyOut()
{
    const OpenWindow open;
    open.show(PackageTab::Page::Metadata);
    auto *row = open.find<QWidget>("config.capabilities.toolUsage.row");
    QVERIFY(open.config().find("toolUsage") == std::string::npos);
    QTest::mouseClick(row->findChild<QToolButton *>(QStringLiteral("triStateNo")), Qt::LeftButton);
    QVERIFY(open.settled());
    QVERIFY(open.config().find("\"toolUsage\":false") != std::string::npos);
    QTest::mouseClick(row->findChild<QToolButton *>(QStringLiteral("triStateNotStated")), Qt::LeftButton);
    QVERIFY(open.settled());
    QVERIFY(open.config().find("toolUsage") == std::string::npos);
}

void TestEditing::scenario24_pastedAnnotations()
{
    const OpenWindow open;
    open.show(PackageTab::Page::AnnotationList);
    QStringList lines;
    for (int i = 0; i < 20; ++i)
        lines << QStringLiteral("com.example.k%1=value %1").arg(i);
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    auto *table = open.find<QTableView>("annotationsTable");
    table->setFocus();
    QTest::keyClick(table, Qt::Key_V, Qt::ControlModifier);
    QVERIFY(open.settled());
    QCOMPARE(open.document().annotations().size(), std::size_t(20));
    QCOMPARE(open.document().undoStack().count(), 1);
    QVERIFY(open.manifest().find("com.example.k19") != std::string::npos);
    open.document().undoStack().undo();
    QVERIFY(open.document().annotations().empty());
}

void TestEditing::scenario25_theManifestFollows()
{
    const OpenWindow open;
    open.show(PackageTab::Page::Metadata);
    auto *title = open.find<QLineEdit>("descriptor.title");
    title->setFocus();
    title->selectAll();
    QTest::keyClicks(title, QStringLiteral("A title of its own"));
    QElapsedTimer timer;
    timer.start();
    QVERIFY(waitFor([&] { return open.package->preview().isCurrent(); }));
    qInfo("the plan follows %lld ms after the last key", static_cast<long long>(timer.elapsed()));
    QVERIFY(open.config().find("\"title\":\"A title of its own\"") != std::string::npos);
    QCOMPARE(open.document().undoStack().count(), 1); // typing is one step
}

void TestEditing::scenario27_undoneToTheByte()
{
    const OpenWindow open;
    auto &document = open.document();
    const auto before = open.bytes();
    std::mt19937 random(27);
    const auto pick = [&](std::size_t below) { return static_cast<std::size_t>(random() % below); };
    for (int edit = 0; edit < 1000; ++edit) {
        const std::vector<std::size_t> some{pick(document.state().size()), pick(document.state().size())};
        switch (pick(7)) {
        case 0: document.setKind(some, allLayerKinds[pick(std::size(allLayerKinds))]); break;
        case 1: document.setEncoding(some, pick(2) == 0 ? LayerEncoding::Raw : LayerEncoding::TarZstd); break;
        case 2: document.setIncluded(some, pick(2) == 0); break;
        case 3: document.setField("descriptor.version", cat("v", random())); break;
        case 4: document.setDraft("descriptor.createdAt", cat(random())); break;
        case 5: document.setAnnotations({{"org.example", cat(random())}}); break;
        default: document.confirm(some); break;
        }
        if (edit % 100 == 0)
            QCoreApplication::sendPostedEvents();
    }
    const auto after = open.bytes();
    QVERIFY(after != before);
    auto &stack = document.undoStack();
    while (stack.canUndo())
        stack.undo();
    QCOMPARE(open.bytes(), before);
    while (stack.canRedo())
        stack.redo();
    QCOMPARE(open.bytes(), after);
    while (stack.canUndo())
        stack.undo();
    QVERIFY(open.settled());
}

void TestEditing::scenario40_addressField()
{
    QCOMPARE(referenceIn(QStringLiteral("docker pull ghcr.io/a/b:c")), QStringLiteral("ghcr.io/a/b:c"));
    QCOMPARE(referenceIn(QStringLiteral("  oras pull --plain-http -o x localhost:5000/a:v1 ")),
             QStringLiteral("localhost:5000/a:v1"));
    QCOMPARE(referenceIn(QStringLiteral("https://ghcr.io/a/b:c/")), QStringLiteral("ghcr.io/a/b:c"));
    QCOMPARE(referenceIn(QStringLiteral("ghcr.io/a/b@sha256:%1").arg(QString(64, QLatin1Char('a')))),
             QStringLiteral("ghcr.io/a/b@sha256:%1").arg(QString(64, QLatin1Char('a'))));
    QCOMPARE(referenceIn(QStringLiteral("store:a:v1")), QStringLiteral("store:a:v1"));

    const OpenWindow open;
    open.package->showPublish();
    auto &page = open.package->publishPage();
    auto *publish = page.findChild<QAbstractButton *>(QStringLiteral("publishPrimary"));
    QVERIFY(waitFor([&] { return page.plan() && publish->isEnabled(); }));
    const auto target = page.target();
    QTest::mouseClick(publish, Qt::LeftButton);
    QVERIFY(waitFor([&] { return page.phase() == PublishPage::Phase::Published; }));

    QTest::keyClick(open.fixture->window.get(), Qt::Key_L, Qt::ControlModifier);
    auto *address = open.fixture->find<QLineEdit>("addressField");
    QVERIFY(waitFor([&] { return address->hasFocus(); }));
    QTest::keyClicks(address, QStringLiteral("modelcrate-cli pull ") + target);
    QTest::keyClick(address, Qt::Key_Return);
    QCOMPARE(address->text(), target);
    QVERIFY(waitFor([&] { return open.fixture->find<ElidedLabel>("artifactTitle")->isVisible(); }));
    QCOMPARE(open.fixture->find<QTableView>("layerTable")->model()->rowCount(),
             static_cast<int>(open.document().includedCount()));
    address->selectAll();
    QTest::keyClicks(address, QStringLiteral("no such thing"));
    QTest::keyClick(address, Qt::Key_Return);
    auto *message = open.fixture->find<InfoBar>("referenceMessage");
    QVERIFY(message->isVisible());
    QVERIFY(waitFor([&] { return message->kind() == InfoBar::Kind::Danger; }));
    QVERIFY(!open.fixture->find<ElidedLabel>("artifactTitle")->isVisible());
}

/// How much of a widget is light, from 0 to 1.
static double lightPart(QWidget &widget)
{
    const auto picture = widget.grab().toImage();
    int light = 0, looked = 0;
    for (int y = 4; y < picture.height(); y += 16) {
        for (int x = 4; x < picture.width(); x += 16) {
            ++looked;
            light += picture.pixelColor(x, y).lightness() > 150 ? 1 : 0;
        }
    }
    return static_cast<double>(light) / looked;
}

void TestEditing::scenario49_themesLive()
{
    const OpenWindow open;
    open.fixture->window->showPlace(MainWindow::Place::Settings);
    auto *theme = open.fixture->find<QComboBox>("themeBox");
    const auto choose = [&](ThemeMode mode) {
        theme->setFocus();
        theme->setCurrentIndex(theme->findData(static_cast<int>(mode)));
        Q_EMIT theme->activated(theme->currentIndex());
    };
    for (const auto place : {MainWindow::Place::Packages, MainWindow::Place::Registries, MainWindow::Place::Transfers,
                             MainWindow::Place::Settings}) {
        open.fixture->window->showPlace(place);
        // No part keeps the ground of the other theme; primary buttons and text are the few that are light in both.
        choose(ThemeMode::Light);
        QVERIFY(waitFor([&] { return lightPart(*open.fixture->window) > 0.8; }));
        choose(ThemeMode::Dark);
        QVERIFY(Theme::instance().isDark());
        QVERIFY2(waitFor([&] { return lightPart(*open.fixture->window) < 0.05; }),
                 qPrintable(QString::number(static_cast<int>(place))));
    }
    choose(ThemeMode::Light);
    QCOMPARE(open.fixture->settings.theme(), ThemeMode::Light);
}

QTEST_MAIN(TestEditing)
#include "tst_editing.moc"
