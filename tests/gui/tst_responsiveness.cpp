// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "support/gui/eventwatch.h"
#include "support/gui/windowfixture.h"
#include "ui/artifact/filelistmodel.h"
#include "ui/artifact/filelistview.h"
#include "ui/package/filespage.h"
#include "ui/package/packagedocument.h"
#include "ui/package/planpreview.h"

#include <array>

#include <QAction>
#include <QLineEdit>
#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;
namespace fs = std::filesystem;

namespace {

constexpr int folders = 500;
constexpr int filesInEach = 200;
constexpr std::size_t fileCount = std::size_t(folders) * filesInEach;

#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
constexpr double slower = 20;
#elif defined(NDEBUG)
constexpr double slower = 1;
#else
constexpr double slower = 5;
#endif
/// The aim is 50 ms; the factors are for what else runs on the machine, which takes caches, and time in between.
constexpr double mostCpuMs = 100 * slower;
constexpr double mostWallMs = 400 * slower;

constexpr int patienceMs = 300'000;

} // namespace

/// A whole window with a package of a hundred thousand files: whatever is done, no event handler takes long.
class TestResponsiveness : public QObject {
    Q_OBJECT

public:
    explicit TestResponsiveness(EventWatch &watch) : m_watch(watch) { }

private Q_SLOTS:
    void initTestCase();
    void opens();
    void selectsAndReclassifies();
    void filtersAndSorts();
    void cleanupTestCase();

private:
    /// Does something and waits for what it leads to; every event handler from now until then is measured.
    template<typename Act, typename Condition>
    void step(const char *what, Act act, Condition condition);
    template<typename Act>
    void step(const char *what, Act act)
    {
        step(what, act, [this] { return isSettled(); });
    }
    bool isSettled() const;
    PackageDocument &document() const { return m_package->document(); }
    FileListModel &files() const { return *m_package->filesPage().findChild<FileListModel *>(); }
    FileListView &list() const { return *m_package->filesPage().findChild<FileListView *>(); }
    template<typename T>
    T *find(const char *name) const
    {
        auto *found = m_package->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s in the tab", name);
        return found;
    }

    EventWatch &m_watch;
    TestDir m_dir;
    std::unique_ptr<WindowFixture> m_fixture;
    PackageTab *m_package = nullptr;
};

template<typename Act, typename Condition>
void TestResponsiveness::step(const char *what, Act act, Condition condition)
{
    m_watch.reset();
    m_watch.around("the act itself", act);
    QVERIFY2(waitFor(condition, patienceMs), what);
    // What it leads to is painted too.
    for (int round = 0; round < 5; ++round)
        QTest::qWait(10);
    const auto &longest = m_watch.longest();
    qInfo("%-36s %6.1f ms (%.1f ms of the processor) in %s", what, longest.wallMs, longest.cpuMs, longest.what.c_str());
    QVERIFY2(longest.cpuMs < mostCpuMs && longest.wallMs < mostWallMs, what);
}

bool TestResponsiveness::isSettled() const
{
    return !files().isBusy() && m_package->preview().isCurrent()
        && (m_package->preview().snapshot() || m_package->preview().error()) && m_fixture->window->autosave().isIdle();
}

void TestResponsiveness::initTestCase()
{
    // Some of each kind, and some whose kind nobody can know.
    constexpr std::array suffixes{"py", "csv", "json", "md", "txt", "bin", "dat", "xyz"};
    for (int folder = 0; folder < folders; ++folder) {
        for (int file = 0; file < filesInEach; ++file)
            m_dir.write(cat("many/d", folder, "/file-", file, '.', suffixes[std::size_t(file) % suffixes.size()]),
                        "1\n");
    }
    m_dir.write("many/README.md", "---\nlicense: mit\n---\n# Many\n");
    step(
        "show the window", [this] { m_fixture = std::make_unique<WindowFixture>(m_dir); }, [] { return true; });
}

void TestResponsiveness::opens()
{
    step(
        "open the folder", [this] { QVERIFY(m_fixture->drop(m_dir / "many")); },
        [this] { return m_fixture->window->packageCount() == 1; });
    m_package = m_fixture->window->currentPackage();
    QCOMPARE(document().state().size(), fileCount + 1);
    step("first rows and plan", [] {});
    step(
        "hash ahead", [] {}, [this] { return m_package->preview().snapshot()->exact; });
}

void TestResponsiveness::selectsAndReclassifies()
{
    step("select all", [this] { list().selectAll(); });
    QCOMPARE(m_package->filesPage().selectedEntries().size(), fileCount + 1);
    step("reclassify all", [this] { find<QAction>("setLayer-doc")->trigger(); });
    QVERIFY(document().state().state(fileCount).kind == LayerKind::Doc);
    step("undo", [this] { document().undoStack().undo(); });
    step("redo", [this] { document().undoStack().redo(); });
    step("undo again", [this] { document().undoStack().undo(); });
    step("leave all out", [this] { find<QAction>("toggleIncluded")->trigger(); });
    step("undo leaving out", [this] { document().undoStack().undo(); });
    step("confirm all", [this] { find<QAction>("confirmLayer")->trigger(); });
    step("undo confirming", [this] { document().undoStack().undo(); });
    step("select one", [this] { m_package->filesPage().selectEntries({fileCount / 2}); });
    step("reclassify one", [this] { find<QAction>("setLayer-doc")->trigger(); });
    step("select none", [this] { list().clearSelection(); });
    step("look at the folder", [this] { m_package->filesPage().rescan(); });
}

void TestResponsiveness::filtersAndSorts()
{
    auto *filter = find<QLineEdit>("filterField");
    filter->setFocus();
    for (const char *key : {"e", "x", "t", ":", "p", "y"})
        step(cat("type ", key, " into the filter").c_str(), [&] { QTest::keyClicks(filter, QLatin1String(key)); });
    QVERIFY(files().rowCount() < int(fileCount) / 2);
    step("clear the filter", [&] { filter->clear(); });
    for (const auto column : {FileColumn::Size, FileColumn::Layer, FileColumn::State, FileColumn::Name})
        step(cat("sort by column ", int(column)).c_str(),
             [&] { list().sortByColumn(int(column), Qt::DescendingOrder); });
    step("collapse all", [this] { find<QAction>("collapseAll")->trigger(); });
    step("expand all", [this] { find<QAction>("expandAll")->trigger(); });
}

void TestResponsiveness::cleanupTestCase() { m_fixture.reset(); }

int main(int argc, char **argv)
{
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi); // as QTEST_MAIN does
    EventWatch watch(argc, argv);
    TestResponsiveness test(watch);
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}

#include "tst_responsiveness.moc"
