// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "support/gui/stallmeter.h"
#include "support/gui/waiting.h"
#include "support/testing.h"
#include "ui/artifact/filelistmodel.h"
#include "ui/artifact/filelistview.h"
#include "ui/widgets/settings.h"
#include "ui/widgets/theme.h"

#include <algorithm>

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestFileList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comparesNames();
    void listsFoldersFirstAndLeftOutLast();
    void foldersSumUp();
    void sortsSiblingsStably();
    void filterKeepsParents();
    void modelKeepsItsPromises();
    void newestWins();
    void anEditThatMovesNothingResetsNothing();
    void foldersOpenAndCloseByKey();
    void keepsWhereTheUserIs();
    void whatIsSelectedBeforeTheFirstRows();
    void typedLettersFindNames();
    void aClosedFolderStandsForItsFiles();
    void keepsOrderAndColumns();
    void includeIsALink();
    void aHundredThousandRowsStallNothing();
    void staysReadable();

private:
    QTemporaryDir m_dir;
    Settings m_settings{m_dir.filePath(QStringLiteral("settings.ini"))};
    JobRunner m_jobs;
};

namespace {

struct Files {
    std::vector<std::string> paths;
    std::vector<FileItem> items;
    std::vector<ExcludedPath> excluded;

    void add(const std::string &path, std::int64_t size, LayerKind kind)
    {
        paths.push_back(path);
        FileItem item;
        item.size = ByteCount(size);
        item.kind = kind;
        items.push_back(item);
    }
    std::shared_ptr<const FileTree> tree() const
    {
        return FileTree::make(std::vector<std::string_view>(paths.begin(), paths.end()), excluded);
    }
    std::shared_ptr<const std::vector<FileItem>> shared() const
    {
        return std::make_shared<const std::vector<FileItem>>(items);
    }
    FileRowsInput input() const { return {tree(), shared()}; }
};

Files sample()
{
    Files files;
    files.add("README.md", 12500, LayerKind::Doc);
    files.add("eval/run_eval.py", 6210, LayerKind::Code);
    files.add("eval/qa-holdout.parquet", 612'000'000, LayerKind::Dataset);
    files.add("model-00002-of-00010.safetensors", 3'860'000'000, LayerKind::Weight);
    files.add("model-00010-of-00010.safetensors", 1'860'000'000, LayerKind::Weight);
    files.add("config.json", 663, LayerKind::WeightConfig);
    files.add("rope_cache.bin", 1'050'000, LayerKind::Weight);
    files.items.back().cautious = true;
    files.items.back().needsALook = true;
    files.excluded = {{".git/", ExcludeReason::DefaultPattern, ".*"},
                      {"eval/link", ExcludeReason::LinkOutside, "../x"}};
    return files;
}

std::string listing(const FileRows &rows)
{
    std::vector<std::string> names;
    for (const auto node : rows.nodes)
        names.push_back(std::string(rows.tree->nodes()[node].depth * 1U, '>')
                        + std::string(rows.tree->nodes()[node].name()));
    return join(names, " ");
}

Files hundredThousand()
{
    Files files;
    for (int folder = 0; folder < 500; ++folder) {
        for (int i = 0; i < 200; ++i)
            files.add(cat("part-", folder, "/file-", i, i % 3 == 0 ? ".py" : ".parquet"), (i * 7919 + folder) % 100000,
                      i % 3 == 0 ? LayerKind::Code : LayerKind::Dataset);
    }
    return files;
}

void setFilter(FileListModel &model, const QString &text)
{
    model.setFilter(std::get<FileFilter>(FileFilter::parse(text)));
}

bool settle(FileListModel &model)
{
    return waitFor([&] { return !model.isBusy(); });
}

} // namespace

void TestFileList::comparesNames()
{
    QVERIFY(compareNames("a2", "a10") < 0);
    QVERIFY(compareNames("a10", "a2") > 0);
    QVERIFY(compareNames("LICENSE", "config") > 0);
    QVERIFY(compareNames("a", "A") != 0);
    QVERIFY(compareNames("a", "a") == 0);
    QVERIFY(compareNames("a", "ab") < 0);
    QVERIFY(compareNames("01", "1") != 0);
    QVERIFY(compareNames("模型", "模型2") < 0);
}

void TestFileList::listsFoldersFirstAndLeftOutLast()
{
    const auto rows = computeFileRows(sample().input());
    QCOMPARE(listing(*rows),
             std::string("eval >qa-holdout.parquet >run_eval.py >link config.json model-00002-of-00010.safetensors "
                         "model-00010-of-00010.safetensors README.md rope_cache.bin .git"));
    auto input = sample().input();
    input.showLeftOut = false;
    input.collapsed = {"eval"};
    QCOMPARE(listing(*computeFileRows(input)),
             std::string("eval config.json model-00002-of-00010.safetensors model-00010-of-00010.safetensors README.md "
                         "rope_cache.bin"));
}

void TestFileList::foldersSumUp()
{
    auto files = sample();
    const auto rows = computeFileRows(files.input());
    const auto &eval = rows->summaries[0];
    QCOMPARE(eval.size, ByteCount(612'006'210));
    QCOMPARE(eval.files, 2U);
    QCOMPARE(static_cast<int>(eval.kinds), (1 << int(LayerKind::Code)) | (1 << int(LayerKind::Dataset)));
    QVERIFY(eval.state == FileState::Ready);
    files.items[1].included = false;
    files.items[2].gone = true;
    const auto later = computeFileRows(files.input());
    QCOMPARE(later->summaries[0].files, 1U);
    QVERIFY(later->summaries[0].state == FileState::Gone);
}

void TestFileList::sortsSiblingsStably()
{
    auto input = sample().input();
    input.sortColumn = FileColumn::Size;
    input.descending = true;
    QCOMPARE(listing(*computeFileRows(input)),
             std::string("model-00002-of-00010.safetensors model-00010-of-00010.safetensors eval >qa-holdout.parquet "
                         ">run_eval.py >link rope_cache.bin README.md config.json .git"));
    input.sortColumn = FileColumn::Name;
    QCOMPARE(listing(*computeFileRows(input)),
             std::string("eval >run_eval.py >qa-holdout.parquet >link rope_cache.bin README.md "
                         "model-00010-of-00010.safetensors model-00002-of-00010.safetensors config.json .git"));
    input.sortColumn = FileColumn::Layer;
    input.descending = false;
    QCOMPARE(listing(*computeFileRows(input)),
             std::string("eval >run_eval.py >qa-holdout.parquet >link config.json model-00002-of-00010.safetensors "
                         "model-00010-of-00010.safetensors rope_cache.bin README.md .git"));
}

void TestFileList::filterKeepsParents()
{
    auto input = sample().input();
    input.collapsed = {"eval"};
    input.filter = std::get<FileFilter>(FileFilter::parse(QStringLiteral("ext:py")));
    const auto rows = computeFileRows(input);
    QCOMPARE(listing(*rows), std::string("eval >run_eval.py"));
    QCOMPARE(rows->matches, std::size_t(1));
    std::vector<std::size_t> entries;
    rows->appendEntries(0, entries); // the folder: what is shown of it
    QCOMPARE(entries, std::vector<std::size_t>{1});
}

void TestFileList::modelKeepsItsPromises()
{
    FileListModel model(m_jobs);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    auto files = sample();
    model.setFiles(files.tree(), files.shared());
    QVERIFY(settle(model));
    QCOMPARE(model.rowCount(), 10);
    model.sort(static_cast<int>(FileColumn::Size), Qt::DescendingOrder);
    setFilter(model, QStringLiteral("model"));
    QVERIFY(settle(model));
    QCOMPARE(model.rowCount(), 2);
    setFilter(model, {});
    model.collapseAll();
    QVERIFY(settle(model));
    QCOMPARE(model.rowCount(), 7);
    model.setHashing(3, 0.43);
    files.items.pop_back();
    files.paths.pop_back();
    model.setFiles(files.tree(), files.shared());
    model.setHashing(std::nullopt, 0);
    QVERIFY(settle(model));
    QCOMPARE(model.rowCount(), 6);
}

void TestFileList::newestWins()
{
    FileListModel model(m_jobs);
    const auto files = hundredThousand();
    model.setFiles(files.tree(), files.shared());
    QVERIFY(settle(model));
    QSignalSpy swaps(&model, &FileListModel::rowsChanged);
    for (const char *typed : {"p", "pa", "par", "part-49", "part-499"})
        setFilter(model, QString::fromLatin1(typed));
    QVERIFY(settle(model));
    QCOMPARE(model.rowCount(), 201);
    QCOMPARE(swaps.count(), 1);
}

void TestFileList::anEditThatMovesNothingResetsNothing()
{
    FileListModel model(m_jobs);
    auto files = sample();
    model.setFiles(files.tree(), files.shared());
    QVERIFY(settle(model));
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    for (auto &item : files.items)
        item.kind = LayerKind::Doc;
    model.setItems(files.shared());
    QVERIFY(settle(model));
    QCOMPARE(resets.count(), 0);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(model.index(0, static_cast<int>(FileColumn::Layer)).data(FileListModel::KindRole).toInt(),
             static_cast<int>(LayerKind::Doc));
}

void TestFileList::foldersOpenAndCloseByKey()
{
    FileListModel model(m_jobs);
    FileListView view(model, m_settings, QStringLiteral("test/keys"));
    const auto files = sample();
    model.setFiles(files.tree(), files.shared());
    QVERIFY(settle(model));
    view.resize(900, 500);
    view.show();
    view.setFocus();
    view.setCurrentIndex(model.index(1, 0));
    QTest::keyClick(&view, Qt::Key_Left); // to the folder
    QCOMPARE(view.currentIndex().row(), 0);
    QTest::keyClick(&view, Qt::Key_Left); // closes it
    QVERIFY(settle(model));
    QCOMPARE(model.rowCount(), 7);
    QCOMPARE(view.currentIndex().row(), 0);
    QTest::keyClick(&view, Qt::Key_Right);
    QVERIFY(settle(model));
    QCOMPARE(model.rowCount(), 10);
    QTest::keyClick(&view, Qt::Key_Right); // into it
    QCOMPARE(view.currentIndex().row(), 1);
    const auto cell = view.visualRect(model.index(0, 0));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(cell.left() + 22, cell.center().y()));
    QVERIFY(settle(model));
    QCOMPARE(model.rowCount(), 7);
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(model.index(0, 0)).center());
    QVERIFY(settle(model));
    QCOMPARE(model.rowCount(), 10);
}

void TestFileList::keepsWhereTheUserIs()
{
    FileListModel model(m_jobs);
    FileListView view(model, m_settings, QStringLiteral("test/place"));
    auto files = sample();
    model.setFiles(files.tree(), files.shared());
    QVERIFY(settle(model));
    view.selectEntries({3, 6});
    QCOMPARE(view.selectedEntries(), (std::vector<std::size_t>{3, 6}));
    view.sortByColumn(static_cast<int>(FileColumn::Size), Qt::AscendingOrder);
    QVERIFY(settle(model));
    QCOMPARE(view.selectedEntries(), (std::vector<std::size_t>{3, 6}));
    setFilter(model, QStringLiteral("readme"));
    QVERIFY(settle(model));
    QVERIFY(view.selectedEntries().empty());
    setFilter(model, QStringLiteral("readme.md"));
    QVERIFY(settle(model));
    setFilter(model, {});
    QVERIFY(settle(model));
    QCOMPARE(view.selectedEntries(), (std::vector<std::size_t>{3, 6})); // Esc gives it back
    files.add("added.txt", 1, LayerKind::Doc);
    model.setFiles(files.tree(), files.shared());
    QVERIFY(settle(model));
    QCOMPARE(view.selectedEntries(), (std::vector<std::size_t>{3, 6}));
}

/// Who asks before the rows are there (to carry the selection over to another view, say) hears the same as afterwards.
void TestFileList::whatIsSelectedBeforeTheFirstRows()
{
    FileListModel model(m_jobs);
    FileListView view(model, m_settings, QStringLiteral("test/early"));
    const auto files = sample();
    model.setFiles(files.tree(), files.shared());
    view.selectEntries({3, 6});
    QCOMPARE(view.selectedEntries(), (std::vector<std::size_t>{3, 6}));
    QVERIFY(settle(model));
    QCOMPARE(view.selectedEntries(), (std::vector<std::size_t>{3, 6}));
}

void TestFileList::typedLettersFindNames()
{
    FileListModel model(m_jobs);
    FileListView view(model, m_settings, QStringLiteral("test/typed"));
    const auto files = sample();
    model.setFiles(files.tree(), files.shared());
    QVERIFY(settle(model));
    view.keyboardSearch(QStringLiteral("m"));
    QCOMPARE(view.currentIndex().data().toString(), QStringLiteral("model-00002-of-00010.safetensors"));
    view.keyboardSearch(QStringLiteral("m"));
    QCOMPARE(view.currentIndex().data().toString(), QStringLiteral("model-00010-of-00010.safetensors"));
    QVERIFY(model.index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("open folder")));
}

void TestFileList::aClosedFolderStandsForItsFiles()
{
    FileListModel model(m_jobs);
    FileListView view(model, m_settings, QStringLiteral("test/folder"));
    const auto files = sample();
    model.setFiles(files.tree(), files.shared());
    model.collapseAll();
    QVERIFY(settle(model));
    view.selectRow(0);
    QCOMPARE(view.selectedEntries(), (std::vector<std::size_t>{1, 2}));
    QVERIFY(view.selectedExcluded().empty());
    view.showEntry(2);
    QVERIFY(settle(model));
    QCOMPARE(view.currentIndex().row(), 1);
    view.selectRow(model.rowCount() - 1);
    QCOMPARE(view.selectedExcluded(), std::vector<std::size_t>{0});
}

void TestFileList::keepsOrderAndColumns()
{
    FileListModel model(m_jobs);
    {
        FileListView view(model, m_settings, QStringLiteral("test/columns"));
        view.resize(1000, 400);
        view.sortByColumn(static_cast<int>(FileColumn::Size), Qt::DescendingOrder);
        view.setColumnWidth(static_cast<int>(FileColumn::State), 222);
    }
    FileListView again(model, m_settings, QStringLiteral("test/columns"));
    QCOMPARE(again.horizontalHeader()->sortIndicatorSection(), static_cast<int>(FileColumn::Size));
    QVERIFY(again.horizontalHeader()->sortIndicatorOrder() == Qt::DescendingOrder);
    QCOMPARE(again.columnWidth(static_cast<int>(FileColumn::State)), 222);
    m_settings.setState(QStringLiteral("test/columns"), QByteArrayLiteral("garbage"));
    FileListView fresh(model, m_settings, QStringLiteral("test/columns"));
    QCOMPARE(fresh.horizontalHeader()->sortIndicatorSection(), static_cast<int>(FileColumn::Name));
}

void TestFileList::includeIsALink()
{
    FileListModel model(m_jobs);
    FileListView view(model, m_settings, QStringLiteral("test/include"));
    const auto files = sample();
    model.setFiles(files.tree(), files.shared());
    QVERIFY(settle(model));
    view.resize(1000, 500);
    view.show();
    QSignalSpy wanted(&view, &FileListView::includeRequested);
    const auto click = [&](int row) {
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {},
                          view.visualRect(model.index(row, static_cast<int>(FileColumn::Where))).center());
    };
    click(3); // a link that leads out: nothing to be done
    click(4); // a file that is part of it
    QCOMPARE(wanted.count(), 0);
    click(9);
    QCOMPARE(wanted.count(), 1);
}

void TestFileList::aHundredThousandRowsStallNothing()
{
    FileListModel model(m_jobs);
    FileListView view(model, m_settings, QStringLiteral("test/many"));
    auto files = hundredThousand();
    const auto tree = files.tree();
    const auto items = files.shared();
    view.resize(1000, 700);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    StallMeter meter;
    const auto measure = [&](const char *what, auto &&act) {
        meter.reset();
        meter.around(act);
        QVERIFY(meter.runUntil([&] { return !model.isBusy(); }));
        qInfo("%s: longest stall %.1f ms", what, meter.longestMs());
#ifdef NDEBUG
        QVERIFY2(meter.longestMs() < 200, what); // 50 is the aim; other programs run on this machine too
#else
        QVERIFY2(meter.longestMs() < 1000, what);
#endif
    };
    measure("show 100 500 rows", [&] { model.setFiles(tree, items); });
    measure("sort by size", [&] { view.sortByColumn(static_cast<int>(FileColumn::Size), Qt::DescendingOrder); });
    measure("filter", [&] { setFilter(model, QStringLiteral("ext:py size:>50k")); });
    measure("filter off", [&] { setFilter(model, {}); });
    measure("select all", [&] { view.selectAll(); });
    std::vector<std::size_t> selected;
    measure("collect selection", [&] { selected = view.selectedEntries(); });
    QCOMPARE(selected.size(), std::size_t(100000));
    measure("sort with all selected",
            [&] { view.sortByColumn(static_cast<int>(FileColumn::Name), Qt::AscendingOrder); });
    for (auto &item : files.items)
        item.kind = LayerKind::Dataset;
    const auto reclassified = files.shared();
    measure("reclassify", [&] { model.setItems(reclassified); });
    measure("collapse all", [&] { model.collapseAll(); });
    measure("expand all", [&] { model.expandAll(); });
}

void TestFileList::staysReadable()
{
    const auto target = qEnvironmentVariable("MODELCRATE_GRABS");
    if (target.isEmpty())
        QSKIP("set MODELCRATE_GRABS to a folder to get pictures");
    FileListModel model(m_jobs);
    FileListView view(model, m_settings, QStringLiteral("test/grab"));
    auto files = sample();
    files.add("数据/训练集-中文文件名-第一部分.jsonl", 622'000, LayerKind::Dataset);
    files.add(std::string(200, 'n') + "-of-00004.safetensors", 42, LayerKind::Weight);
    files.items[0].changed = true;
    files.items[3].digest = FileItem::Digest::Waiting;
    files.items[4].digest = FileItem::Digest::Waiting;
    files.items[5].included = false;
    files.items[2].digest = FileItem::Digest::Known;
    files.items.back().gone = true;
    model.setFiles(files.tree(), files.shared());
    model.setHashing(3, 0.43);
    QVERIFY(settle(model));
    view.selectEntries({6, 2});
    for (const auto mode : {ThemeMode::Light, ThemeMode::Dark}) {
        Theme::instance().apply(mode);
        view.resize(1030, 420);
        view.grab().save(target
                         + (mode == ThemeMode::Light ? QStringLiteral("/filelist-light.png")
                                                     : QStringLiteral("/filelist-dark.png")));
    }
    view.resize(560, 420);
    view.grab().save(target + QStringLiteral("/filelist-narrow.png"));
}

QTEST_MAIN(TestFileList)
#include "tst_filelist.moc"
