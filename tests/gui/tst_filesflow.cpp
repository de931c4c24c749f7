// SPDX-License-Identifier: Apache-2.0
// What the files page does with the rest of the window: the treemap beside list and inspector, where files lie already,
// and rules that outlive a package.
#include "support/fakeregistry.h"
#include "support/gui/waiting.h"
#include "support/gui/windowfixture.h"
#include "ui/artifact/filelistmodel.h"
#include "ui/artifact/filelistview.h"
#include "ui/artifact/treemapview.h"
#include "ui/package/filespage.h"
#include "ui/package/inspector.h"
#include "ui/package/packagedocument.h"
#include "ui/package/planpreview.h"
#include "ui/publish/publishpage.h"
#include "ui/text/convert.h"
#include "ui/widgets/elidedlabel.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestFilesFlow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scenario17_aTileLeadsToItsFile();
    void theMapFollowsEdits();
    void saysWhereFilesLie();
    void scenario12_aRuleHoldsInTheNextFolder();
    void scenario16_orderSurvivesARestart();
};

namespace {

void writeModel(const TestDir &dir, const std::string &folder)
{
    dir.write(folder + "/model.safetensors", std::string("\x02\0\0\0\0\0\0\0{}", 10) + std::string(600'000, 'w'));
    dir.write(folder + "/data/train.jsonl", std::string(300'000, 'd'));
    dir.write(folder + "/docs/guide.pdf", "%PDF-1.7\n" + std::string(90'000, 'p'));
    dir.write(folder + "/run.py", std::string(30'000, '#'));
    dir.write(folder + "/config.json", "{}");
    for (int i = 0; i < 60; ++i)
        dir.write(folder + "/docs/note-" + std::to_string(i) + ".md", "x");
}

/// Whether a row is selected and in sight, and the inspector speaks of it.
bool isShown(PackageTab &tab, std::string_view path)
{
    const auto entry = tab.document().entryAt(path);
    auto *view = tab.findChild<FileListView *>();
    auto *model = tab.findChild<FileListModel *>();
    const auto row = model->indexOfEntry(*entry);
    return row.isValid() && tab.filesPage().selectedEntries() == std::vector<std::size_t>{*entry}
    && view->viewport()->rect().intersects(view->visualRect(row))
        && tab.findChild<Inspector *>()->entries() == std::vector<std::size_t>{*entry};
}

bool settled(PackageTab &tab)
{
    return waitFor([&] {
        auto *model = tab.findChild<FileListModel *>();
        return tab.preview().isCurrent() && model->rowCount() > 0 && !model->isBusy();
    });
}

} // namespace

void TestFilesFlow::scenario17_aTileLeadsToItsFile()
{
    TestDir dir;
    writeModel(dir, "m");
    WindowFixture fixture(dir);
    auto *tab = fixture.open(dir / "m");
    QVERIFY(tab && settled(*tab));
    tab->showPage(PackageTab::Page::Manifest);
    auto *action = fixture.window->action(QStringLiteral("treemapAction"));
    QCOMPARE(action->shortcut(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M));
    QVERIFY(!tab->findChild<TreemapView *>()); // nothing is made for who does not want it
    action->trigger();
    QVERIFY(tab->page() == PackageTab::Page::Files);
    auto *map = tab->findChild<TreemapView *>();
    QVERIFY(map && map->isVisible());
    QVERIFY(waitFor([&] { return map->map() && !map->isBusy(); }));

    const auto click = [&](std::string_view path) {
        const int tile = map->map()->tileOfEntry(static_cast<std::uint32_t>(*tab->document().entryAt(path)));
        QTest::mouseClick(map->viewport(), Qt::LeftButton, {}, map->tileRect(tile).center());
    };
    for (const char *path : {"data/train.jsonl", "model.safetensors", "docs/guide.pdf"}) {
        click(path);
        QVERIFY2(waitFor([&] { return isShown(*tab, path); }), path);
    }
    // And back: the row that is chosen in the list is the current tile.
    tab->filesPage().selectEntries({*tab->document().entryAt("run.py")});
    QVERIFY(waitFor([&] {
        return map->currentTile()
            == map->map()->tileOfEntry(static_cast<std::uint32_t>(*tab->document().entryAt("run.py")));
    }));

    // The keyboard goes from tile to tile, and Enter chooses what is there.
    map->setFocus();
    QTest::keyClick(map, Qt::Key_Home);
    const int home = map->currentTile();
    QTest::keyClick(map, Qt::Key_Right);
    const int next = map->currentTile();
    QVERIFY(next >= 0 && next != home);
    QTest::keyClick(map, Qt::Key_Return);
    const auto entry = map->map()->tiles[static_cast<std::size_t>(next)].entry;
    QVERIFY(waitFor([&] { return isShown(*tab, tab->document().state().entry(entry).path); }));

    click("docs/note-7.md"); // which has no tile of its own
    auto *model = tab->findChild<FileListModel *>();
    QVERIFY(waitFor([&] { return model->rows()->filtered && !model->isBusy(); }));
    QCOMPARE(model->rows()->matches, std::size_t(60));
    QVERIFY2(fixture.find<QLineEdit>("filterField")->text().startsWith(QStringLiteral("layer:doc size:<=")),
             qPrintable(fixture.find<QLineEdit>("filterField")->text()));

    action->trigger();
    QVERIFY(!map->isVisible());
    action->trigger();
    QVERIFY(map->isVisible());
    // The next package has it too.
    writeModel(dir, "n");
    auto *other = fixture.open(dir / "n");
    QVERIFY(other && waitFor([&] { return other->findChild<TreemapView *>() != nullptr; }));
    QVERIFY(other->findChild<TreemapView *>()->isVisible());
}

void TestFilesFlow::theMapFollowsEdits()
{
    TestDir dir;
    writeModel(dir, "m");
    WindowFixture fixture(dir);
    auto *tab = fixture.open(dir / "m");
    QVERIFY(tab && settled(*tab));
    tab->filesPage().setTreemapShown(true);
    auto *map = tab->findChild<TreemapView *>();
    QVERIFY(waitFor([&] { return map->map() && !map->isBusy(); }));
    const auto total = map->map()->total;
    auto &document = tab->document();
    const auto data = *document.entryAt("data/train.jsonl");
    document.setIncluded({data}, false);
    QVERIFY(waitFor([&] { return map->map()->total == total - 300'000_B; }));
    QCOMPARE(map->map()->tileOfEntry(static_cast<std::uint32_t>(data)), -1);
    document.undoStack().undo();
    document.setKind({data}, LayerKind::Weight);
    QVERIFY(waitFor([&] {
        return map->map()->total == total && map->map()->groups.front().kind == LayerKind::Weight
            && map->map()->groups.front().files == 2;
    }));
}

void TestFilesFlow::saysWhereFilesLie()
{
    TestDir dir;
    writeModel(dir, "m");
    WindowFixture fixture(dir);
    FakeRegistry registry;
    const auto weights = std::string("\x02\0\0\0\0\0\0\0{}", 10) + std::string(600'000, 'w');
    registry.addBlob(weights);
    waitUntilSettled(dir / "m"); // else their digests are not remembered
    auto *tab = fixture.open(dir / "m");
    QVERIFY(tab && settled(*tab));
    auto *model = tab->findChild<FileListModel *>();
    const auto where = [&](std::string_view path, int role = Qt::DisplayRole) {
        return model->indexOfEntry(*tab->document().entryAt(path))
            .siblingAtColumn(static_cast<int>(FileColumn::Where))
            .data(role)
            .toString();
    };
    QVERIFY(waitFor([&] {
        const auto snapshot = tab->preview().snapshot();
        return snapshot && snapshot->exact && where("run.py") == QStringLiteral("Cached");
    }));
    QVERIFY(where("run.py", Qt::ToolTipRole).contains(QStringLiteral("no registry was asked")));

    auto &publish = tab->publishPage();
    tab->showPublish();
    publish.setTarget(toQString(registry.host() + "/acme/m:v1"));
    QVERIFY(waitFor([&] { return publish.plan().has_value() && publish.targetHolds(); }));
    tab->showPackage();
    QVERIFY(waitFor([&] {
        return where("model.safetensors") == QStringLiteral("At target")
            && where("model.safetensors", Qt::ToolTipRole).contains(toQString(registry.host()));
    }));
    QCOMPARE(where("run.py"), QStringLiteral("New"));

    // What is published to this computer lies in its store, whatever a registry says of it.
    tab->showPublish();
    publish.setTarget(QStringLiteral("store:acme/m:v1"));
    QVERIFY(waitFor([&] { return publish.plan() && publish.blockedBecause().isEmpty(); }));
    fixture.find<QAbstractButton>("publishPrimary")->click();
    QVERIFY(waitFor([&] { return publish.phase() == PublishPage::Phase::Published; }));
    tab->showPackage();
    QVERIFY(waitFor([&] { return where("run.py") == QStringLiteral("Stored"); }));
}

void TestFilesFlow::scenario12_aRuleHoldsInTheNextFolder()
{
    TestDir dir;
    writeModel(dir, "m");
    dir.write("m/more.py", "#");
    dir.write("n/tool.py", "#");
    dir.write("n/config.json", "{}");
    WindowFixture fixture(dir);
    auto *tab = fixture.open(dir / "m");
    QVERIFY(tab && settled(*tab));
    tab->filesPage().selectEntries({*tab->document().entryAt("run.py")});
    tab->findChild<QAction *>(QStringLiteral("setLayer-doc"))->trigger();
    tab->findChild<QAbstractButton *>(QStringLiteral("rememberRuleButton"))->click();
    tab->findChild<QAbstractButton *>(QStringLiteral("doForAllButton"))->click();
    QVERIFY(tab->document().state().state(*tab->document().entryAt("more.py")).kind == LayerKind::Doc);

    auto *next = fixture.open(dir / "n");
    QVERIFY(next && settled(*next));
    const auto entry = *next->document().entryAt("tool.py");
    QVERIFY(next->document().state().state(entry).kind == LayerKind::Doc);
    next->filesPage().selectEntries({entry});
    QVERIFY(waitFor([&] {
        const auto labels = next->findChild<Inspector *>()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains(QStringLiteral("Your rule *.py"));
        });
    }));
}

void TestFilesFlow::scenario16_orderSurvivesARestart()
{
    TestDir dir;
    writeModel(dir, "m");
    const auto names = [](PackageTab &tab) {
        QStringList shown;
        const auto *model = tab.findChild<FileListModel *>();
        for (int row = 0; row < model->rowCount(); ++row)
            shown.append(model->index(row, 0).data().toString());
        return shown;
    };
    QStringList before;
    {
        WindowFixture fixture(dir);
        auto *tab = fixture.open(dir / "m");
        QVERIFY(tab && settled(*tab));
        const auto byName = names(*tab);
        auto *header = tab->findChild<FileListView *>()->horizontalHeader();
        header->setSortIndicator(static_cast<int>(FileColumn::Size), Qt::DescendingOrder);
        QVERIFY(waitFor([&] { return names(*tab) != byName; }));
        QVERIFY(settled(*tab));
        before = names(*tab);
    }
    WindowFixture fixture(dir);
    auto *tab = fixture.open(dir / "m");
    QVERIFY(tab && settled(*tab));
    QVERIFY(waitFor([&] { return names(*tab) == before; }));
    const auto *header = tab->findChild<FileListView *>()->horizontalHeader();
    QCOMPARE(header->sortIndicatorSection(), static_cast<int>(FileColumn::Size));
    QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
}

QTEST_MAIN(TestFilesFlow)
#include "tst_filesflow.moc"
