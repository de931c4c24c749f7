// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "support/gui/bench.h"
#include "support/gui/modeltesters.h"
#include "support/gui/waiting.h"
#include "ui/artifact/filefilter.h"
#include "ui/artifact/treemap.h"
#include "ui/artifact/treemappanel.h"
#include "ui/artifact/treemapview.h"
#include "ui/widgets/theme.h"

#include <algorithm>
#include <cmath>
#include <random>

#include <QHelpEvent>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QToolTip>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestTreemap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areasAreBytes();
    void nothingIsLostOrTooSmall_data();
    void nothingIsLostOrTooSmall();
    void emptyPackages();
    void neighboursLieInTheirDirection();
    void aClickChoosesAFile();
    void smallFilesOpenAFilteredList();
    void theKeyboardDoesAllOfIt();
    void saysWhatATileIs();
    void theTableSaysTheSame();
    void paintsOnceForManyMoves();
    void aHundredThousandFilesAreLaidOutOnce();
};

namespace {

using Items = std::vector<FileItem>;

FileItem item(LayerKind kind, std::int64_t size) { return {.size = ByteCount(size), .kind = kind}; }

std::shared_ptr<const Items> shared(Items items) { return std::make_shared<const Items>(std::move(items)); }

Items sample()
{
    return {item(LayerKind::Weight, 600'000), item(LayerKind::Weight, 200'000), item(LayerKind::Code, 100'000),
            item(LayerKind::Doc, 60'000), item(LayerKind::Dataset, 40'000)};
}

/// A panel over files of these sizes, as a page shows it.
struct Shown {
    explicit Shown(Items list)
    {
        Theme::instance().apply(ThemeMode::Light);
        std::vector<std::string> names;
        for (std::size_t i = 0; i < list.size(); ++i)
            names.push_back(cat("dir-", i % 50, "/file <b>", i));
        std::vector<std::string_view> paths(names.begin(), names.end());
        panel.resize(640, 320);
        panel.setFiles(FileTree::make(paths, {}), shared(std::move(list)));
        panel.show();
        testModelsOf(panel);
        if (!QTest::qWaitForWindowActive(&panel) || !waitFor([this] { return view().map() && !view().isBusy(); }))
            qFatal("no map is shown");
    }
    TreemapView &view() { return *panel.findChild<TreemapView *>(); }
    const Treemap &map() { return *view().map(); }

    Bench bench;
    TreemapPanel panel{bench.jobs};
};

} // namespace

void TestTreemap::areasAreBytes()
{
    const auto map = layOutTreemap(shared(sample()), {1000, 600}, 0);
    QCOMPARE(map->total, ByteCount(1'000'000));
    QCOMPARE(map->groups.size(), std::size_t(4));
    QVERIFY(map->groups.front().kind == LayerKind::Weight);
    QCOMPARE(map->groups.front().files, std::uint32_t(2));
    for (const auto &tile : map->tiles) {
        QVERIFY(!tile.isSmallFiles());
        const double share = tile.rect.width() * tile.rect.height() / (1000.0 * 600.0);
        const double bytes = static_cast<double>(tile.size.value()) / 1'000'000.0;
        QVERIFY2(std::abs(share - bytes) < 0.02, qPrintable(QStringLiteral("%1 for %2").arg(share).arg(bytes)));
    }
    const std::vector<std::uint32_t> bySize{0, 1, 2, 3, 4};
    QVERIFY(map->largest == bySize);
}

void TestTreemap::nothingIsLostOrTooSmall_data()
{
    QTest::addColumn<int>("seed");
    QTest::addColumn<int>("files");
    QTest::addColumn<QSize>("size");
    int seed = 0;
    for (const int files : {1, 2, 7, 300, 5000}) {
        for (const auto &size : {QSize(1000, 400), QSize(300, 700), QSize(60, 40), QSize(5, 5)})
            QTest::addRow("%d files, %dx%d", files, size.width(), size.height()) << ++seed << files << size;
    }
}

void TestTreemap::nothingIsLostOrTooSmall()
{
    QFETCH(int, seed);
    QFETCH(int, files);
    QFETCH(QSize, size);
    std::mt19937_64 random(static_cast<unsigned>(seed));
    Items items;
    for (int i = 0; i < files; ++i) {
        const auto magnitude = random() % 12; // bytes to terabytes
        items.push_back(item(allLayerKinds[random() % allLayerKinds.size()],
                             static_cast<std::int64_t>(static_cast<double>(random() % 1000)
                                                       * std::pow(10.0, static_cast<double>(magnitude)))));
    }
    items.push_back(item(LayerKind::Doc, 5));
    items.back().included = false;
    const auto map = layOutTreemap(shared(items), size, 16);
    std::uint32_t shown = 0;
    ByteCount bytes;
    for (const auto &group : map->groups) {
        ByteCount least(std::numeric_limits<std::int64_t>::max());
        for (auto i = group.firstTile; i < group.firstTile + group.tiles; ++i) {
            const auto &tile = map->tiles[i];
            shown += tile.files;
            bytes += tile.size;
            QVERIFY(tile.kind == group.kind);
            QVERIFY(group.rect.adjusted(-0.01, -0.01, 0.01, 0.01).contains(tile.rect) || size.width() < 10);
            if (tile.isSmallFiles()) {
                QVERIFY(i + 1 == group.firstTile + group.tiles);
                QVERIFY2(tile.upTo < least, "a file as small has a tile of its own");
            } else {
                least = std::min(least, tile.size);
                QVERIFY(tile.rect.width() >= Treemap::smallest && tile.rect.height() >= Treemap::smallest);
            }
        }
    }
    QCOMPARE(shown, static_cast<std::uint32_t>(files));
    QCOMPARE(bytes, map->total);
    for (std::size_t i = 0; i < map->tiles.size() && i < 300; ++i) {
        for (std::size_t other = i + 1; other < map->tiles.size() && other < 300; ++other) {
            const auto common = map->tiles[i].rect.intersected(map->tiles[other].rect);
            QVERIFY(common.width() < 0.01 || common.height() < 0.01);
        }
    }
}

void TestTreemap::emptyPackages()
{
    QVERIFY(layOutTreemap(shared({}), {100, 100}, 16)->tiles.empty());
    QVERIFY(layOutTreemap(shared(sample()), {0, 0}, 16)->tiles.empty());
    const auto zeros = layOutTreemap(shared({item(LayerKind::Code, 0), item(LayerKind::Doc, 0)}), {100, 100}, 16);
    QCOMPARE(zeros->tiles.size(), std::size_t(2)); // they are there, although they weigh nothing
    QVERIFY(zeros->tiles.front().isSmallFiles());
    QCOMPARE(zeros->neighbour(-1, 1, 0), 0);
    Shown nothing({});
    QVERIFY(nothing.map().tiles.empty());
    QTest::keyClick(&nothing.view(), Qt::Key_Right);
    QTest::keyClick(&nothing.view(), Qt::Key_Return);
    QVERIFY(!nothing.view().grab().isNull());
}

void TestTreemap::neighboursLieInTheirDirection()
{
    std::mt19937_64 random(3);
    Items items;
    for (int i = 0; i < 80; ++i)
        items.push_back(item(allLayerKinds[random() % 5], static_cast<std::int64_t>(1000 + random() % 9000)));
    const auto map = layOutTreemap(shared(items), {900, 500}, 16);
    std::size_t stuck = 0;
    for (std::size_t i = 0; i < map->tiles.size(); ++i) {
        const auto from = map->tiles[i].rect;
        for (const auto &[dx, dy] : {std::pair(1, 0), std::pair(-1, 0), std::pair(0, 1), std::pair(0, -1)}) {
            const int next = map->neighbour(static_cast<int>(i), dx, dy);
            if (next == static_cast<int>(i)) {
                ++stuck;
                continue;
            }
            const auto to = map->tiles[static_cast<std::size_t>(next)].rect;
            QVERIFY(dx == 0 || (to.center().x() - from.center().x()) * dx > 0);
            QVERIFY(dy == 0 || (to.center().y() - from.center().y()) * dy > 0);
        }
    }
    QVERIFY2(stuck < map->tiles.size(), "only those at the border have no neighbour");
    // Every tile can be reached from the first.
    std::vector<bool> reached(map->tiles.size());
    std::vector<int> open{0};
    while (!open.empty()) {
        const int at = open.back();
        open.pop_back();
        if (reached[static_cast<std::size_t>(at)])
            continue;
        reached[static_cast<std::size_t>(at)] = true;
        for (const auto &[dx, dy] : {std::pair(1, 0), std::pair(-1, 0), std::pair(0, 1), std::pair(0, -1)})
            open.push_back(map->neighbour(at, dx, dy));
    }
    const auto count = std::count(reached.begin(), reached.end(), true);
    QVERIFY2(static_cast<double>(count) > 0.9 * static_cast<double>(reached.size()),
             qPrintable(QString::number(count)));
}

void TestTreemap::aClickChoosesAFile()
{
    Shown shown(sample());
    QSignalSpy chosen(&shown.panel, &TreemapPanel::entryChosen);
    const int tile = shown.map().tileOfEntry(2);
    QTest::mouseClick(shown.view().viewport(), Qt::LeftButton, {}, shown.view().tileRect(tile).center());
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().value<std::size_t>(), std::size_t(2));
    QCOMPARE(shown.view().currentTile(), tile);
    // And back: a file selected elsewhere becomes the current tile.
    shown.panel.setSelected({1});
    QCOMPARE(shown.view().currentTile(), shown.map().tileOfEntry(1));
}

void TestTreemap::smallFilesOpenAFilteredList()
{
    auto items = sample();
    for (int i = 0; i < 1200; ++i)
        items.push_back(item(LayerKind::Doc, i % 7));
    Shown shown(items);
    const int tile = shown.map().tileOfEntry(5);
    QVERIFY(shown.map().tiles[static_cast<std::size_t>(tile)].isSmallFiles());
    QSignalSpy filtered(&shown.panel, &TreemapPanel::filterChosen);
    QTest::mouseClick(shown.view().viewport(), Qt::LeftButton, {}, shown.view().tileRect(tile).center());
    QCOMPARE(filtered.count(), 1);
    // The filter takes what the tile stands for, no more and no less.
    const auto parsed = FileFilter::parse(filtered.first().first().toString());
    QVERIFY(std::holds_alternative<FileFilter>(parsed));
    std::uint32_t matches = 0;
    for (const auto &file : items)
        matches += std::get<FileFilter>(parsed).matches("x", file) ? 1 : 0;
    QCOMPARE(matches, shown.map().tiles[static_cast<std::size_t>(tile)].files);
    QCOMPARE(matches, std::uint32_t(1200));
}

void TestTreemap::theKeyboardDoesAllOfIt()
{
    Shown shown(sample());
    auto &view = shown.view();
    view.setFocus();
    QVERIFY(view.hasFocus());
    QTest::keyClick(&view, Qt::Key_Home);
    QCOMPARE(view.currentTile(), 0);
    QTest::keyClick(&view, Qt::Key_Right);
    const int right = view.currentTile();
    QVERIFY(right > 0);
    QSignalSpy chosen(&shown.panel, &TreemapPanel::entryChosen);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    const auto entry = shown.map().tiles[static_cast<std::size_t>(right)].entry;
    QCOMPARE(chosen.first().first().value<std::size_t>(), std::size_t(entry));

    const auto before = view.tileRect(right).width();
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&view, Qt::Key_Plus);
    QVERIFY(view.zoom() > 3);
    QVERIFY(waitFor([&] { return !view.isBusy() && shown.map().size.width() > view.viewport()->width() * 3; }));
    // What was current stays so, and in sight.
    QCOMPARE(shown.map().tiles[static_cast<std::size_t>(view.currentTile())].entry, entry);
    QVERIFY(view.viewport()->rect().intersects(view.tileRect(view.currentTile())));
    QVERIFY(view.tileRect(view.currentTile()).width() > before);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&view, Qt::Key_Minus);
    QCOMPARE(view.zoom(), 1.0);
    for (int i = 0; i < 40; ++i)
        QTest::keyClick(&view, Qt::Key_Plus);
    QVERIFY(view.zoom() <= 16);
    QTest::keyClick(&view, Qt::Key_0);
    QCOMPARE(view.zoom(), 1.0);
}

void TestTreemap::saysWhatATileIs()
{
    Shown shown(sample());
    const auto at = shown.view().tileRect(shown.map().tileOfEntry(0)).center();
    QHelpEvent help(QEvent::ToolTip, at, shown.view().viewport()->mapToGlobal(at));
    QCoreApplication::sendEvent(shown.view().viewport(), &help);
    // The name is hostile, and shown as it is.
    QVERIFY2(QToolTip::text().contains(QStringLiteral("file <b>0")), qPrintable(QToolTip::text()));
    QVERIFY2(QToolTip::text().contains(QStringLiteral("600 kB")), qPrintable(QToolTip::text()));
    QToolTip::hideText();
    const auto spoken = shown.view().accessibleDescription();
    QVERIFY2(spoken.contains(QStringLiteral("weight")) && spoken.contains(QStringLiteral("800 kB")),
             qPrintable(spoken));
}

void TestTreemap::theTableSaysTheSame()
{
    Shown shown(sample());
    auto *button = shown.panel.findChild<QToolButton *>(QStringLiteral("treemapTable"));
    button->click();
    auto *table = shown.panel.findChild<QTableView *>(QStringLiteral("largestFiles"));
    QVERIFY(table->isVisible());
    QCOMPARE(table->model()->rowCount(), 5);
    QVERIFY(table->model()->index(0, 0).data().toString().endsWith(QStringLiteral("file <b>0")));
    QCOMPARE(table->model()->index(1, 1).data().toString(), QStringLiteral("weight"));
    QCOMPARE(table->model()->index(1, 2).data().toString(), QStringLiteral("200 kB"));
    QSignalSpy chosen(&shown.panel, &TreemapPanel::entryChosen);
    table->setFocus();
    table->setCurrentIndex(table->model()->index(1, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QVERIFY(chosen.count() >= 1);
    QCOMPARE(chosen.first().first().value<std::size_t>(), std::size_t(1));
}

void TestTreemap::paintsOnceForManyMoves()
{
    Shown shown(sample());
    auto &view = shown.view();
    view.setFocus();
    view.grab();
    const int pictures = view.pictures();
    const int layouts = view.layouts();
    for (int i = 0; i < 20; ++i) {
        QTest::keyClick(&view, i % 2 ? Qt::Key_Left : Qt::Key_Right);
        shown.panel.setSelected({static_cast<std::size_t>(i % 5)});
        view.grab();
    }
    QCOMPARE(view.pictures(), pictures);
    QCOMPARE(view.layouts(), layouts);
    // Hidden, it lays out nothing; shown again, once, what there is by then.
    shown.panel.hide();
    const auto tree = FileTree::make({"a"}, {});
    for (int i = 1; i < 9; ++i)
        shown.panel.setFiles(tree, shared({item(LayerKind::Code, i)}));
    QTest::qWait(0);
    QCOMPARE(view.layouts(), layouts);
    shown.panel.show();
    QVERIFY(waitFor([&] { return !view.isBusy() && view.map()->total == ByteCount(8); }));
    QCOMPARE(view.layouts(), layouts + 1);
}

void TestTreemap::aHundredThousandFilesAreLaidOutOnce()
{
    std::mt19937_64 random(7);
    Items items;
    for (int i = 0; i < 100'000; ++i)
        items.push_back(item(allLayerKinds[random() % 5], static_cast<std::int64_t>(random() % 100'000)));
    Shown shown(items);
    auto &view = shown.view();
    view.grab();
    // Few tiles fit into the pixels, so few are painted; the rest is in those of the small files.
    const auto pixels = static_cast<std::size_t>(view.viewport()->width() * view.viewport()->height());
    QVERIFY(view.map()->tiles.size() < pixels / 9 + 5);
    std::uint32_t files = 0;
    for (const auto &tile : view.map()->tiles)
        files += tile.files;
    QCOMPARE(files, std::uint32_t(100'000));
    // Edits that come faster than layouts are laid out together: what runs, and what is wanted at its end.
    const int layouts = view.layouts();
    const int pictures = view.pictures();
    std::vector<std::string> names;
    for (std::size_t i = 0; i < items.size(); ++i)
        names.push_back(cat("f", i));
    const auto tree = FileTree::make(std::vector<std::string_view>(names.begin(), names.end()), {});
    for (int edit = 0; edit < 30; ++edit) {
        items[0].size = ByteCount(1'000'000 + edit);
        shown.panel.setFiles(tree, shared(items));
    }
    QVERIFY(waitFor([&] { return !view.isBusy() && (*view.map()->items)[0].size == ByteCount(1'000'029); }));
    view.grab();
    QCOMPARE(view.layouts(), layouts + 2);
    QCOMPARE(view.pictures(), pictures + 1);
}

QTEST_MAIN(TestTreemap)
#include "tst_treemap.moc"
