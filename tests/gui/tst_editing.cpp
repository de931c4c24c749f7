// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "support/gui/windowfixture.h"
#include "ui/artifact/filelistmodel.h"
#include "ui/artifact/filelistview.h"
#include "ui/artifact/treemapview.h"
#include "ui/package/fieldnotice.h"
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

#include <algorithm>
#include <cstdlib>
#include <random>
#include <set>

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPointer>
#include <QScrollBar>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <unistd.h>

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
        // Digests are computed when nobody else needs the processor.
        constexpr int patienceMs = 120'000;
        return waitFor(
            [this] {
                const auto snapshot = package->preview().snapshot();
                return model().rowCount() > 0 && !model().isBusy() && package->preview().isCurrent() && snapshot
                    && snapshot->exact;
            },
            patienceMs);
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

/// A superuser reads what nobody may: while it lives, the program is somebody else, to whom the folder belongs.
class NotRoot {
public:
    explicit NotRoot(const fs::path &folder)
    {
        if (::geteuid() != 0)
            return;
        constexpr uid_t nobody = 65534;
        const auto give = [](const fs::path &path) {
            if (::lchown(path.c_str(), nobody, nobody) != 0)
                qFatal("cannot give %s away", path.c_str());
        };
        give(folder);
        for (const auto &entry : fs::recursive_directory_iterator(folder))
            give(entry.path());
        m_was = ::seteuid(nobody) == 0;
    }
    ~NotRoot()
    {
        if (m_was && ::seteuid(0) != 0)
            qFatal("not root any more");
    }
    NotRoot(const NotRoot &) = delete;
    NotRoot &operator=(const NotRoot &) = delete;

private:
    bool m_was = false;
};

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
    // As long as a name can be, and a path of 300.
    const auto longName = cat(std::string(251, 'n'), ".txt");
    const auto longPath = cat(std::string(148, 'd'), '/', std::string(147, 'f'), ".txt");
    QCOMPARE(longPath.size(), std::size_t(300));
    open.dir.write(cat("model/", longName), "long");
    open.dir.write(cat("model/", longPath), "long");
    std::string notUtf8("model/latin-\xe9.txt");
    open.dir.write(notUtf8, "x");
    open.dir.write("model/locked/secret.txt", "x");
    fs::permissions(folder / "locked", fs::perms::none);
    {
        const NotRoot user(open.dir.path());
        open.start();
    }
    for (const auto &path : {longName, longPath})
        QCOMPARE(open.cell(path, FileColumn::Layer), kindText(LayerKind::Doc));
    std::set<std::string> explained;
    for (const auto &path : open.document().excluded()) {
        QVERIFY2(!exclusionText(path).isEmpty(), path.path.c_str());
        explained.insert(path.path);
    }
    QVERIFY(explained.count("dangling.bin"));
    QVERIFY(explained.count("loop/"));
    QVERIFY(explained.count("locked/"));
    // A name that is no UTF-8 cannot be in a manifest; it is told, readable.
    QVERIFY(explained.count("latin-\xe9.txt") || explained.count("latin-\\xe9.txt"));
}

void TestEditing::scenario09_everyKindIsExplained()
{
    const std::string safetensors("\x02\0\0\0\0\0\0\0{}", 10), pickle("\x80\x02}q.", 5), text("a\nb\n");
    using Kind = LayerKind;
    struct Known {
        const char *path;
        Kind kind;
        std::string bytes;
    };
    const Known known[] = {
        {"model.safetensors", Kind::Weight, safetensors},
        {"adapter_model.safetensors", Kind::Weight, safetensors},
        {"model-00001-of-00002.safetensors", Kind::Weight, safetensors},
        {"pytorch_model.bin", Kind::Weight, pickle},
        {"model.pt", Kind::Weight, pickle},
        {"last.ckpt", Kind::Weight, pickle},
        {"head.pth", Kind::Weight, pickle},
        {"model-Q4.gguf", Kind::Weight, std::string("GGUF\3\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 24)},
        {"config.json", Kind::WeightConfig, "{}"},
        {"generation_config.json", Kind::WeightConfig, "{}"},
        {"tokenizer.json", Kind::WeightConfig, "{}"},
        {"tokenizer_config.json", Kind::WeightConfig, "{}"},
        {"special_tokens_map.json", Kind::WeightConfig, "{}"},
        {"preprocessor_config.json", Kind::WeightConfig, "{}"},
        {"model.safetensors.index.json", Kind::WeightConfig, "{}"},
        {"vocab.txt", Kind::WeightConfig, text},
        {"merges.txt", Kind::WeightConfig, text},
        {"labels.txt", Kind::WeightConfig, text},
        {"chat_template.jinja", Kind::WeightConfig, text},
        {"params.yaml", Kind::WeightConfig, "a: 1\n"},
        {"README.md", Kind::Doc, text},
        {"LICENSE", Kind::Doc, text},
        {"NOTICE.txt", Kind::Doc, text},
        {"CHANGELOG.md", Kind::Doc, text},
        {"CITATION.cff", Kind::Doc, text},
        {"guide.pdf", Kind::Doc, "%PDF-1.7\n"},
        {"docs/usage.rst", Kind::Doc, text},
        {"train.py", Kind::Code, "print()"},
        {"modeling_qwen2.py", Kind::Code, "print()"},
        {"eval/run.py", Kind::Code, "print(1)"},
        {"run.sh", Kind::Code, "#!/bin/sh\n"},
        {"tune.ipynb", Kind::Code, "{}"},
        {"Dockerfile", Kind::Code, "FROM a\n"},
        {"Makefile", Kind::Code, "all:\n"},
        {"requirements.txt", Kind::Code, "torch\n"},
        {"pyproject.toml", Kind::Code, "[project]\n"},
        {"package.json", Kind::Code, "{}"},
        {"eval/data.parquet", Kind::Dataset, "PAR1"},
        {"data/train.jsonl", Kind::Dataset, "{}\n"},
        {"data/train.csv", Kind::Dataset, "a,b\n"},
        {"data/test.tsv", Kind::Dataset, "a\tb\n"},
        {"data/a.arrow", Kind::Dataset, "ARROW1"},
    };
    QVERIFY(std::size(known) >= 40);
    OpenWindow open;
    for (const auto &[path, kind, bytes] : known)
        open.dir.write(cat("model/", path), bytes);
    open.start();
    for (const auto &[path, kind, bytes] : known) {
        QVERIFY2(open.cell(path, FileColumn::Layer) == kindText(kind),
                 qPrintable(QLatin1String(path) + QLatin1Char(' ') + open.cell(path, FileColumn::Layer)));
        open.click(path);
        QVERIFY(waitFor([&] {
            return open.find<ElidedLabel>("inspectorTitle")->text() == toQString(fs::path(path).filename().string());
        }));
        const auto rule = ruleText(open.document().state().entry(open.entry(path)).rule);
        QVERIFY2(!rule.isEmpty() && open.find<QLabel>("inspectorWhy")->text().contains(rule),
                 qPrintable(open.find<QLabel>("inspectorWhy")->text()));
    }
}

void TestEditing::scenario10_reclassifyAndUndo()
{
    const OpenWindow open;
    const auto before = open.manifest();
    open.files().setTreemapShown(true);
    auto *map = open.package->findChild<TreemapView *>();
    const auto docs = [&] {
        const auto &groups = map->map()->groups;
        const auto group = std::find_if(groups.begin(), groups.end(),
                                        [](const Treemap::Group &one) { return one.kind == LayerKind::Doc; });
        return group == groups.end() ? 0U : group->files;
    };
    QVERIFY(waitFor([&] { return map->map() && !map->isBusy() && docs() == 1; }));
    auto *problems = open.fixture->find<QListWidget>("problemsList");
    const auto guesses = [&] {
        return !problems->findItems(QStringLiteral("sorted by a guess"), Qt::MatchContains).isEmpty();
    };
    QVERIFY(waitFor(guesses));
    open.click("train.py");
    open.click("eval/run.py", Qt::ControlModifier);
    open.click("odd.xyz", Qt::ControlModifier);
    QCOMPARE(open.files().selectedEntries().size(), std::size_t(3));
    QTest::keyClick(&open.view(), Qt::Key_L);
    auto *menu = open.files().kindMenu();
    QVERIFY(menu->isVisible());
    menu->setActiveAction(open.find<QAction>("setLayer-doc"));
    QTest::keyClick(menu, Qt::Key_Return);
    QVERIFY(open.settled());
    for (const char *path : {"train.py", "eval/run.py", "odd.xyz"})
        QCOMPARE(open.cell(path, FileColumn::Layer), kindText(LayerKind::Doc));
    QVERIFY(waitFor([&] { return docs() == 4 && !guesses(); }));
    const auto after = open.manifest();
    QVERIFY(after != before);
    QCOMPARE(open.document().undoStack().count(), 1);
    open.fixture->window->action(QStringLiteral("undoAction"))->trigger();
    QVERIFY(open.settled());
    QCOMPARE(open.manifest(), before);
    QCOMPARE(open.cell("train.py", FileColumn::Layer), kindText(LayerKind::Code));
    QVERIFY(waitFor([&] { return docs() == 1 && guesses(); }));
    QVERIFY(!open.document().isModified());
    open.fixture->window->action(QStringLiteral("redoAction"))->trigger();
    QVERIFY(open.settled());
    QCOMPARE(open.manifest(), after);
    QVERIFY(waitFor([&] { return docs() == 4 && !guesses(); }));
}

void TestEditing::scenario12_doTheSameForAll()
{
    OpenWindow open;
    for (int i = 3; i < 312; ++i)
        open.dir.write(cat("model/many/", i, ".py"), cat(i));
    open.dir.write("next/config.json", "{}");
    open.dir.write("next/tool.py", "print()");
    open.start();
    open.click("train.py");
    open.find<QAction>("setLayer-dataset")->trigger();
    QPointer<QAbstractButton> button = open.find<QAbstractButton>("doForAllButton");
    QVERIFY(button->isVisible());
    QVERIFY2(button->text().contains(QLatin1String("312 .py")), qPrintable(button->text()));
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(open.settled());
    for (std::size_t i = 0; i < open.document().state().size(); ++i) {
        const auto &path = open.document().state().entry(i).path;
        QCOMPARE(open.document().state().state(i).kind == LayerKind::Dataset,
                 path.ends_with(".py") || path.ends_with(".parquet"));
    }
    QCOMPARE(open.document().undoStack().count(), 2);
    QVERIFY(!button || !button->isVisible());

    QTest::mouseClick(open.find<QAbstractButton>("rememberThisRuleButton"), Qt::LeftButton);
    open.package = open.fixture->open(open.dir / "next");
    QVERIFY(open.package && open.settled());
    QCOMPARE(open.cell("tool.py", FileColumn::Layer), kindText(LayerKind::Dataset));
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
    OpenWindow open;
    const auto weights = std::string("\x02\0\0\0\0\0\0\0{}", 10) + std::string(1'100'000, 'w');
    for (const char *path : {"model/a/b/big.safetensors", "model/ckpt/big.safetensors"})
        open.dir.write(path, weights);
    open.dir.write("model/a/data.csv", weights);
    for (int i = 0; i < 60; ++i)
        open.dir.write(cat("model/many/", i, ".txt"), cat(i));
    open.start();
    const auto rows = open.model().rowCount();
    open.click("train.py");
    auto *scroll = open.view().verticalScrollBar();
    const int scrolled = scroll->value();
    QVERIFY(scrolled > 0);
    QTest::keyClick(open.fixture->window.get(), Qt::Key_F, Qt::ControlModifier);
    auto *field = open.find<QLineEdit>("filterField");
    QVERIFY(waitFor([&] { return field->hasFocus(); }));
    QTest::keyClicks(field, QStringLiteral("layer:weight size:>1M -path:ckpt"));
    const auto names = [&] {
        QStringList shown;
        for (int row = 0; row < open.model().rowCount(); ++row)
            shown << open.model().index(row, 0).data().toString();
        return shown;
    };
    const QStringList expected{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("big.safetensors")};
    QVERIFY2(waitFor([&] { return !open.model().isBusy() && names() == expected; }),
             qPrintable(names().join(QLatin1Char(' '))));
    QVERIFY(open.model().indexOfEntry(open.entry("a/b/big.safetensors")).isValid());
    // Pasted: typed, the word "size" alone would be a filter that finds nothing.
    QGuiApplication::clipboard()->setText(QStringLiteral(" size:>zz"));
    QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
    auto *note = open.find<QLabel>("filterNote");
    QVERIFY(waitFor([&] { return note->text().contains(QLatin1Char('^')); }));
    QVERIFY(open.settled());
    QCOMPARE(names(), expected);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(waitFor([&] { return !open.model().isBusy() && open.model().rowCount() == rows; }));
    QVERIFY(open.view().hasFocus());
    QCOMPARE(open.files().selectedEntries(), std::vector<std::size_t>{open.entry("train.py")});
    QVERIFY2(std::abs(scroll->value() - scrolled) < open.view().rowHeight(0),
             qPrintable(QStringLiteral("%1, was %2").arg(scroll->value()).arg(scrolled)));
}

void TestEditing::scenario15_theLastFilterWins()
{
    const OpenWindow open;
    auto *field = open.find<QLineEdit>("filterField");
    field->setFocus();
    // Each letter asks anew; what is shown on the way is never older than what was shown before.
    std::vector<std::size_t> shown;
    connect(&open.model(), &FileListModel::rowsChanged, this,
            [&] { shown.push_back(open.model().rows()->filtered ? open.model().rows()->matches : 1000); });
    QTest::keyClicks(field, QStringLiteral("parqu"));
    QVERIFY(waitFor([&] { return open.model().rowCount() == 2 && !open.model().isBusy(); })); // eval and its file
    QVERIFY(open.model().indexOfEntry(open.entry("eval/data.parquet")).isValid());
    QVERIFY(waitFor([&] { return open.fixture->jobs.running() == 0; }));
    QCoreApplication::processEvents();
    QCOMPARE(open.model().rowCount(), 2);
    QVERIFY(!shown.empty() && shown.size() <= 5);
    QVERIFY(std::is_sorted(shown.rbegin(), shown.rend()));
    QCOMPARE(shown.back(), std::size_t(1));
}

void TestEditing::scenario16_orderSurvivesARestart()
{
    OpenWindow open;
    for (const char *name : {"b", "d", "a", "c"})
        open.dir.write(cat("model/same-", name, ".txt"), "equal");
    open.start();
    const auto isOrdered = [&](std::initializer_list<const char *> paths) {
        std::vector<int> rows;
        for (const char *path : paths)
            rows.push_back(open.model().indexOfEntry(open.entry(path)).row());
        return rows.front() >= 0 && std::is_sorted(rows.begin(), rows.end());
    };
    const auto bySize = [&] { return isOrdered({"README.md", "train.py", "odd.xyz"}); };
    // Those of one size stand as they stood before.
    open.view().sortByColumn(static_cast<int>(FileColumn::Size), Qt::DescendingOrder);
    QVERIFY(open.settled());
    QVERIFY(waitFor(bySize));
    QVERIFY(isOrdered({"same-a.txt", "same-b.txt", "same-c.txt", "same-d.txt"}));
    open.view().sortByColumn(static_cast<int>(FileColumn::Name), Qt::DescendingOrder);
    QVERIFY(open.settled());
    QVERIFY(waitFor([&] { return isOrdered({"train.py", "README.md", "odd.xyz"}); }));
    open.view().sortByColumn(static_cast<int>(FileColumn::Size), Qt::DescendingOrder);
    QVERIFY(open.settled());
    QVERIFY(waitFor(bySize));
    QStringList before;
    const auto names = [&] {
        QStringList shown;
        for (int row = 0; row < open.model().rowCount(); ++row)
            shown << open.model().index(row, 0).data().toString();
        return shown;
    };
    before = names();
    open.start();
    QVERIFY(waitFor([&] { return names() == before; }));
}

void TestEditing::scenario18_changesOnDisk()
{
    const OpenWindow open;
    open.dir.write("model/train.py", "print('another length')");
    open.files().findChild<FolderWatch *>()->check();
    QVERIFY(waitFor([&] { return open.cell("train.py", FileColumn::State) == QLatin1String("Changed on disk"); }));
    QTest::mouseClick(open.find<QAbstractButton>("publishButton"), Qt::LeftButton);
    QVERIFY(waitFor([&] {
        return open.package->publishPage().blockedBecause().contains(
            QLatin1String("changed on disk: look at the folder"));
    }));
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
    QVERIFY(waitFor(
        [&] { return open.package->publishPage().blockedBecause() == QLatin1String("paramSize is not valid yet"); }));
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
    QVERIFY(!open.find<FieldNotice>("config.paramSize.notice")->text().isEmpty());

    // So does each other mistake.
    for (const auto &[field, typed] :
         std::initializer_list<std::pair<const char *, const char *>>{{"descriptor.createdAt", "2026-13-01"},
                                                                      {"descriptor.licenses", "Apach-2"},
                                                                      {"config.precision", "fp17"},
                                                                      {"descriptor.docURL", "two words"},
                                                                      {"config.capabilities.languages", "eng"}}) {
        open.document().setDraft(field, typed);
        QVERIFY(open.settled());
        QVERIFY2(!open.find<FieldNotice>(cat(field, ".notice").c_str())->text().isEmpty(), field);
        const auto listed = [&, word = QLatin1String(typed)] { return problems->findItems(word, Qt::MatchContains); };
        QVERIFY2(waitFor([&] { return listed().size() == 1; }), field);
        problems->setCurrentItem(listed().front());
        problems->setFocus();
        QTest::keyClick(problems, Qt::Key_Return);
        QVERIFY2(open.find<QWidget>(cat(field, ".row").c_str())->isAncestorOf(QApplication::focusWidget()), field);
        open.document().undoStack().undo();
    }
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
        switch (pick(9)) {
        case 0: document.setKind(some, allLayerKinds[pick(std::size(allLayerKinds))]); break;
        case 1: document.setEncoding(some, pick(2) == 0 ? LayerEncoding::Raw : LayerEncoding::TarZstd); break;
        case 2: document.setIncluded(some, pick(2) == 0); break;
        case 3: document.setField("descriptor.version", cat("v", random())); break;
        case 4: document.setDraft("descriptor.createdAt", cat(random())); break;
        case 5: document.setAnnotations({{"org.example", cat(random())}}); break;
        case 6: document.setBundle(some, pick(2) == 0 ? "eval" : ""); break;
        case 7: document.setLayerAnnotations(some.front(), {{"org.example.layer", cat(random())}}); break;
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
