// SPDX-License-Identifier: Apache-2.0
// What is pulled, where to, and what becomes of files that are there: the page over the fault registry and the queue.
#include "base/text.h"
#include "modelpack/package.h"
#include "operations/publish.h"
#include "support/fakeregistry.h"
#include "support/gui/bench.h"
#include "support/gui/modeltesters.h"
#include "support/gui/stallmeter.h"
#include "support/gui/waiting.h"
#include "support/programs.h"
#include "ui/registry/pullpage.h"
#include "ui/text/convert.h"

#include <algorithm>
#include <atomic>

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestPullPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void choosesByPreset();
    void choosesFileByFile();
    void scenario45_pullsAPart();
    void countsWhatIsThere();
    void wantsAWholePath();
    void remembersTheFolder();
    void beginsAnewForAnotherArtifact();
    void pullsWhatWasShown();
    void forgetsALookAtAnotherChoice();
    void scenario46_refusesWhatDoesNotFit();
    void writesSizesInTheUnitsThatAreChosen();
    void handsOverWhatIsFilledIn();
    void staysQuickWithVeryManyFiles();

private:
    template<typename T>
    T *find(const char *name) const
    {
        auto *found = m_page->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    QModelIndex group(LayerKind kind) const;
    Qt::CheckState state(LayerKind kind) const
    {
        return static_cast<Qt::CheckState>(group(kind).data(Qt::CheckStateRole).toInt());
    }
    /// As a click on its box.
    void check(const QModelIndex &row, Qt::CheckState state) const
    {
        find<QTreeView>("pullTree")->model()->setData(row, state, Qt::CheckStateRole);
    }
    QString size(const QModelIndex &row) const { return row.siblingAtColumn(PullModel::Size).data().toString(); }
    void choose(const char *box, int index);
    bool waitForPreview()
    {
        return waitFor([&] { return !find<QLabel>("pullCounts")->text().isEmpty(); });
    }
    void showArtifact() { showArtifact(m_reference); }
    void showArtifact(const std::string &reference);

    FakeRegistry m_registry;
    std::unique_ptr<Bench> m_bench;
    std::unique_ptr<PullPage> m_page;
    std::string m_reference;
};

void TestPullPage::init()
{
    m_page.reset();
    m_bench = std::make_unique<Bench>();
    QVERIFY(waitFor([&] { return m_bench->transfers.isLoaded(); }));
    const auto &dir = m_bench->dir;
    dir.write("m/model.safetensors", std::string("\x02\0\0\0\0\0\0\0{}", 10) + pseudoRandomBytes(5000));
    dir.write("m/config.json", R"({"model_type": "qwen2"})");
    dir.write("m/tokenizer.json", R"({"version": "1.0"})");
    dir.write("m/data/train.jsonl", "{}\n{}\n");
    dir.write("m/README.md", "# m\n");
    const TaskContext context;
    auto package = makePackage(dir / "m", {}, context);
    VERIFY_RESULT(package);
    m_reference = m_registry.host() + "/a/m:v1";
    VERIFY_RESULT(publish(*package, parseLocation(m_reference).value(), {}, m_bench->session, context));
    m_page = std::make_unique<PullPage>(m_bench->services);
    m_page->resize(900, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    testModelsOf(*m_page);
    showArtifact();
}

void TestPullPage::showArtifact(const std::string &reference)
{
    auto details = lookAtArtifact(parseLocation(reference).value(), m_bench->session, TaskContext());
    VERIFY_RESULT(details);
    m_page->setArtifact(toQString(reference), std::make_shared<const ArtifactDetails>(std::move(*details)));
}

QModelIndex TestPullPage::group(LayerKind kind) const
{
    const auto *model = find<QTreeView>("pullTree")->model();
    const auto found =
        model->match(model->index(0, 0), PullModel::KindRole, static_cast<int>(kind), 1, Qt::MatchExactly);
    if (found.isEmpty())
        qFatal("no such kind");
    return found.first();
}

void TestPullPage::choose(const char *box, int index)
{
    auto *combo = find<QComboBox>(box);
    combo->setFocus();
    combo->setCurrentIndex(0);
    for (int i = 0; i < index; ++i)
        QTest::keyClick(combo, Qt::Key_Down);
}

void TestPullPage::choosesByPreset()
{
    QCOMPARE(state(LayerKind::Dataset), Qt::Checked);
    choose("pullPreset", static_cast<int>(PullPage::Preset::NoDatasets));
    QCOMPARE(state(LayerKind::Dataset), Qt::Unchecked);
    QCOMPARE(state(LayerKind::Weight), Qt::Checked);
    choose("pullPreset", static_cast<int>(PullPage::Preset::ConfigAndTokenizer));
    QCOMPARE(state(LayerKind::Weight), Qt::Unchecked);
    QCOMPARE(state(LayerKind::WeightConfig), Qt::Checked);
    QVERIFY2(find<QLabel>("pullChosen")->text().startsWith(QLatin1String("2 ")),
             qPrintable(find<QLabel>("pullChosen")->text()));
}

void TestPullPage::choosesFileByFile()
{
    const auto configs = group(LayerKind::WeightConfig);
    check(configs.model()->index(0, 0, configs), Qt::Unchecked);
    QCOMPARE(state(LayerKind::WeightConfig), Qt::PartiallyChecked);
    QCOMPARE(find<QComboBox>("pullPreset")->currentIndex(), static_cast<int>(PullPage::Preset::OwnChoice));
    for (const auto kind : {LayerKind::WeightConfig, LayerKind::Weight, LayerKind::Doc, LayerKind::Dataset})
        check(group(kind), Qt::Unchecked);
    m_page->setFolder(toQString((m_bench->dir / "out").string()));
    QVERIFY(waitFor([&] { return find<QLabel>("pullChosen")->text().startsWith(QLatin1String("0 ")); }));
    QVERIFY(!find<QAbstractButton>("pullStart")->isEnabled());
}

void TestPullPage::scenario45_pullsAPart()
{
    m_page->setPreset(PullPage::Preset::ConfigAndTokenizer);
    m_page->setFolder(toQString((m_bench->dir / "out").string()));
    QVERIFY(waitForPreview());
    const auto before = m_registry.count("GET /blobs/");
    const QSignalSpy started(m_page.get(), &PullPage::started);
    auto *start = find<QAbstractButton>("pullStart");
    QVERIFY(waitFor([&] { return start->isEnabled(); }));
    QTest::mouseClick(start, Qt::LeftButton);
    QCOMPARE(started.count(), 1);
    const auto &transfers = m_bench->transfers.transfers();
    QCOMPARE(transfers.size(), std::size_t(1));
    QVERIFY(waitFor([&] { return transfers.front().isFinished(); }));
    QVERIFY(transfers.front().state == TransferState::Done);
    QCOMPARE(folderContents(m_bench->dir / "out").size(), std::size_t(2));
    QCOMPARE(m_registry.count("GET /blobs/"), before + 3); // the model config, and the two that were chosen
}

void TestPullPage::countsWhatIsThere()
{
    m_bench->dir.write("out/config.json", "mine, and longer than that of the artifact");
    m_bench->dir.write("out/README.md", "# m\n");
    m_page->setFolder(toQString((m_bench->dir / "out").string()));
    QVERIFY(waitForPreview());
    auto *counts = find<QLabel>("pullCounts");
    QVERIFY2(counts->text().contains(QLatin1String("1 file(s) are there with the same size")),
             qPrintable(counts->text()));
    QVERIFY2(counts->text().contains(QLatin1String("1 other file(s) stand in the way")), qPrintable(counts->text()));
    choose("pullExisting", 1);
    QVERIFY2(counts->text().contains(QLatin1String("stay as they are")), qPrintable(counts->text()));
    choose("pullExisting", 2);
    QVERIFY2(counts->text().contains(QLatin1String("will be replaced")), qPrintable(counts->text()));
    choose("pullExisting", 3);
    QVERIFY2(counts->text().contains(QLatin1String("another name")), qPrintable(counts->text()));
    QTest::mouseClick(find<QAbstractButton>("pullStart"), Qt::LeftButton);
    const auto &transfers = m_bench->transfers.transfers();
    QVERIFY(waitFor([&] { return transfers.size() == 1 && transfers.front().isFinished(); }));
    QVERIFY(transfers.front().state == TransferState::Done);
    QVERIFY(std::filesystem::exists(m_bench->dir / "out/config (2).json"));
    QVERIFY(!std::filesystem::exists(m_bench->dir / "out/README (2).md"));
}

void TestPullPage::wantsAWholePath()
{
    auto *field = find<QLineEdit>("pullFolder");
    QTest::keyClicks(field, QStringLiteral("models/m"));
    QVERIFY(find<QLabel>("pullSpace")->text().contains(QLatin1String("whole path")));
    QVERIFY(!find<QAbstractButton>("pullStart")->isEnabled());
    m_bench->prompts.answerPath(toQString((m_bench->dir / "chosen").string()));
    QTest::mouseClick(find<QAbstractButton>("pullChooseFolder"), Qt::LeftButton);
    QVERIFY(waitFor([&] { return find<QAbstractButton>("pullStart")->isEnabled(); }));
    QVERIFY(find<QLabel>("pullSpace")->text().contains(QLatin1String("free")));
}

void TestPullPage::remembersTheFolder()
{
    const auto folder = toQString((m_bench->dir / "out").string());
    m_page->setFolder(folder);
    QVERIFY(waitFor([&] { return find<QAbstractButton>("pullStart")->isEnabled(); }));
    QTest::mouseClick(find<QAbstractButton>("pullStart"), Qt::LeftButton);
    // The same one again, as for what was left out.
    showArtifact();
    QCOMPARE(find<QLineEdit>("pullFolder")->text(), folder);
    // Another time too: beside it, by the model's name.
    m_page = std::make_unique<PullPage>(m_bench->services);
    showArtifact();
    QCOMPARE(find<QLineEdit>("pullFolder")->text(), toQString((m_bench->dir / "m").string()));
    QVERIFY(waitFor([&] { return m_bench->transfers.transfers().front().isFinished(); }));
}

void TestPullPage::beginsAnewForAnotherArtifact()
{
    auto *existing = find<QComboBox>("pullExisting");
    m_page->setFolder(toQString((m_bench->dir / "models/m/").string()));
    choose("pullExisting", 2);
    showArtifact(); // the same: what was chosen stays
    QCOMPARE(existing->currentIndex(), 2);
    QCOMPARE(find<QLineEdit>("pullFolder")->text(), toQString((m_bench->dir / "models/m/").string()));

    auto package = makePackage(m_bench->dir / "m", {}, TaskContext());
    VERIFY_RESULT(package);
    for (const auto &other : {m_registry.host() + "/a/other:v1", std::string("store:team/third:v2"),
                              "oci:" + (m_bench->dir / "fourth").string() + ":v1"}) {
        VERIFY_RESULT(publish(*package, parseLocation(other).value(), {}, m_bench->session, TaskContext()));
        choose("pullExisting", 2);
        showArtifact(other);
        QCOMPARE(existing->currentIndex(), 0); // nothing of it was looked at yet
        const auto name = toQString(other).section(QLatin1Char(':'), -2, -2).section(QLatin1Char('/'), -1);
        QCOMPARE(find<QLineEdit>("pullFolder")->text(), toQString((m_bench->dir / "models").string() + "/") + name);
    }
}

void TestPullPage::pullsWhatWasShown()
{
    const auto shown = lookAtArtifact(parseLocation(m_reference).value(), m_bench->session, TaskContext());
    VERIFY_RESULT(shown);
    VERIFY_RESULT(m_bench->session.chooseForRegistry(m_registry.registryHost(), {.plainHttp = true}, TaskContext()));
    m_page->setPreset(PullPage::Preset::ConfigAndTokenizer);
    m_page->setFolder(toQString((m_bench->dir / "out").string()));
    auto *start = find<QAbstractButton>("pullStart");
    QVERIFY(waitFor([&] { return start->isEnabled(); }));
    // Somebody moves the tag to what has other bytes, and not one of the files.
    m_bench->dir.write("n/model.safetensors", std::string("\x02\0\0\0\0\0\0\0{}", 10) + pseudoRandomBytes(5000, 2));
    m_bench->dir.write("n/config.json", R"({"model_type": "other"})");
    const auto other = makePackage(m_bench->dir / "n", {}, TaskContext());
    VERIFY_RESULT(other);
    VERIFY_RESULT(publish(*other, parseLocation(m_reference).value(), {}, m_bench->session, TaskContext()));
    QTest::mouseClick(start, Qt::LeftButton);
    const auto &transfers = m_bench->transfers.transfers();
    QCOMPARE(transfers.size(), std::size_t(1));
    QCOMPARE(transfers.front().request.source, m_reference + "@" + shown->stored.digest.toString());
    QCOMPARE(transfers.front().request.title, toQString(m_reference));
    QVERIFY(m_bench->transfers.usesPlainHttp(transfers.front()));
    QVERIFY(waitFor([&] { return transfers.front().isFinished(); }));
    QVERIFY(transfers.front().state == TransferState::Done);
    const auto pulled = folderContents(m_bench->dir / "out");
    QCOMPARE(pulled.size(), std::size_t(2));
    QCOMPARE(pulled.at("config.json").first, std::string(R"({"model_type": "qwen2"})"));
}

void TestPullPage::forgetsALookAtAnotherChoice()
{
    // All workers are kept busy, so that a look has not come back when the choice changes.
    std::atomic<bool> held{true};
    const auto occupy = [&] {
        held = true;
        for (int i = 0; i < 16; ++i)
            m_bench->jobs.run<bool>(
                nullptr,
                [&held](const TaskContext &) -> Result<bool> {
                    waitUntil([&] { return !held; });
                    return true;
                },
                [](const Result<bool> &) {});
    };
    auto *start = find<QAbstractButton>("pullStart");
    auto *field = find<QLineEdit>("pullFolder");
    QVERIFY(waitFor([&] { return m_bench->jobs.running() == 0; }));
    occupy();
    const int busy = m_bench->jobs.running();
    m_page->setFolder(toQString((m_bench->dir / "out").string()));
    QVERIFY(waitFor([&] { return m_bench->jobs.running() > busy; }));
    field->clear();
    held = false;
    QVERIFY(waitFor([&] { return m_bench->jobs.running() == 0; }));
    QVERIFY(!start->isEnabled());
    QVERIFY(find<QLabel>("pullCounts")->text().isEmpty());
    QVERIFY(find<QLabel>("pullSpace")->text().contains(QLatin1String("Choose a folder")));

    // The same of what is chosen: nothing is, when the look at everything comes back.
    occupy();
    m_page->setFolder(toQString((m_bench->dir / "out").string()));
    QVERIFY(waitFor([&] { return m_bench->jobs.running() > busy; }));
    for (const auto kind : {LayerKind::WeightConfig, LayerKind::Weight, LayerKind::Doc, LayerKind::Dataset})
        check(group(kind), Qt::Unchecked);
    held = false;
    QVERIFY(waitFor([&] { return m_bench->jobs.running() == 0; }));
    QVERIFY(find<QLabel>("pullCounts")->text().isEmpty());
    QVERIFY(!start->isEnabled());
    QVERIFY(m_bench->transfers.transfers().empty());
}

void TestPullPage::scenario46_refusesWhatDoesNotFit()
{
    auto manifest = m_registry.manifest("v1");
    const std::string size = "\"size\":5010";
    QVERIFY(manifest.find(size) != std::string::npos);
    manifest.replace(manifest.find(size), size.size(), cat("\"size\":", 1LL << 60));
    m_registry.addManifest(manifest, "application/vnd.oci.image.manifest.v1+json", "huge");
    showArtifact(m_registry.host() + "/a/m:huge");
    m_page->setFolder(toQString((m_bench->dir / "out").string()));
    QVERIFY(waitForPreview());
    const auto *space = find<QLabel>("pullSpace");
    QVERIFY2(space->text().contains(QLatin1String(" will be written, but only ")), qPrintable(space->text()));
    auto *start = find<QAbstractButton>("pullStart");
    QVERIFY(!start->isEnabled());
    start->click();
    QVERIFY(m_bench->transfers.transfers().empty());
    QVERIFY(!std::filesystem::exists(m_bench->dir / "out"));
    // A part of it fits.
    m_page->setPreset(PullPage::Preset::ConfigAndTokenizer);
    QVERIFY(waitFor([&] { return start->isEnabled(); }));
}

void TestPullPage::writesSizesInTheUnitsThatAreChosen()
{
    const auto weights = group(LayerKind::Weight);
    QCOMPARE(size(weights), QStringLiteral("5.01 kB"));
    choose("pullPreset", static_cast<int>(PullPage::Preset::NoDatasets));
    m_bench->settings.setSizeUnits(SizeUnits::Iec);
    QCOMPARE(size(weights), QStringLiteral("4.89 KiB"));
    QCOMPARE(size(weights.model()->index(0, 0, weights)), QStringLiteral("4.89 KiB"));
    QVERIFY(find<QLabel>("pullChosen")->text().contains(QLatin1String("KiB")));
    // What was chosen stays.
    QCOMPARE(state(LayerKind::Dataset), Qt::Unchecked);
    QCOMPARE(find<QComboBox>("pullPreset")->currentIndex(), static_cast<int>(PullPage::Preset::NoDatasets));
}

/// Another page that takes its place goes on with it.
void TestPullPage::handsOverWhatIsFilledIn()
{
    const auto configs = group(LayerKind::WeightConfig);
    check(configs.model()->index(0, 0, configs), Qt::Unchecked);
    choose("pullExisting", 2);
    find<QLineEdit>("pullFolder")->setText(QStringLiteral("half/a/pa"));
    const auto choice = m_page->choice();
    QVERIFY(choice);
    m_page = std::make_unique<PullPage>(m_bench->services);
    QVERIFY(!m_page->choice());
    m_page->restore(*choice);
    QCOMPARE(state(LayerKind::WeightConfig), Qt::PartiallyChecked);
    QCOMPARE(state(LayerKind::Weight), Qt::Checked);
    QCOMPARE(find<QComboBox>("pullPreset")->currentIndex(), static_cast<int>(PullPage::Preset::OwnChoice));
    QCOMPARE(find<QComboBox>("pullExisting")->currentIndex(), 2);
    QCOMPARE(find<QLineEdit>("pullFolder")->text(), QStringLiteral("half/a/pa"));
    // And pulls it.
    m_page->setFolder(toQString((m_bench->dir / "out").string()));
    auto *start = find<QAbstractButton>("pullStart");
    QVERIFY(waitFor([&] { return start->isEnabled(); }));
    start->click();
    const auto &transfers = m_bench->transfers.transfers();
    QVERIFY(waitFor([&] { return transfers.size() == 1 && transfers.front().isFinished(); }));
    QVERIFY(transfers.front().state == TransferState::Done);
    QCOMPARE(folderContents(m_bench->dir / "out").size(), std::size_t(4));
}

void TestPullPage::staysQuickWithVeryManyFiles()
{
    constexpr int files = 100'000;
    auto details = lookAtArtifact(parseLocation(m_reference).value(), m_bench->session, TaskContext());
    VERIFY_RESULT(details);
    const auto weights = std::find_if(details->layers.begin(), details->layers.end(), [](const ArtifactLayer &layer) {
        return layer.type && layer.type->kind == LayerKind::Weight;
    });
    QVERIFY(weights != details->layers.end());
    auto layer = *weights;
    layer.descriptor.size = ByteCount(1); // wherever the test runs, it has room
    details->layers.clear();
    for (int i = 0; i < files; ++i) {
        details->layers.push_back(layer);
        details->layers.back().path = cat("part ", (i * 7919) % files, ".safetensors");
    }
    const auto many = std::make_shared<const ArtifactDetails>(std::move(*details));
    // The tester asks for every row after each change, which is not what is measured.
    m_page = std::make_unique<PullPage>(m_bench->services);
    m_page->resize(900, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    auto *tree = find<QTreeView>("pullTree");
    auto *chosen = find<QLabel>("pullChosen");
    StallMeter meter;
    meter.around([&] { m_page->setArtifact(toQString(m_registry.host() + "/a/m:many"), many); });
    QVERIFY(meter.runUntil([&] { return tree->model()->rowCount() == 1; }));
    meter.around([&] { tree->expand(group(LayerKind::Weight)); });
    QVERIFY(meter.runUntil([&] { return tree->isExpanded(group(LayerKind::Weight)); }));
    const auto kind = group(LayerKind::Weight);
    QCOMPARE(tree->model()->rowCount(kind), files);
    QCOMPARE(tree->model()->index(12, 0, kind).data().toString(), QStringLiteral("part 12.safetensors"));
    meter.around([&] { check(kind, Qt::Unchecked); });
    QVERIFY(meter.runUntil([&] { return chosen->text().startsWith(QLatin1String("0 ")); }));
    meter.around([&] { m_page->setPreset(PullPage::Preset::Weights); });
    meter.around([&] { check(kind.model()->index(0, 0, kind), Qt::Unchecked); });
    meter.around([&] { m_page->setFolder(toQString((m_bench->dir / "out").string())); });
    QVERIFY(meter.runUntil([&] { return find<QAbstractButton>("pullStart")->isEnabled(); }));
    tree->scrollToBottom();
    QVERIFY(meter.runUntil([&] { return tree->indexAt(QPoint(5, 5)).row() > files / 2; }));
    meter.around([&] { m_page.reset(); });
    QVERIFY(meter.runUntil([&] { return m_bench->jobs.running() == 0; }));
    qInfo("choosing among %d files: %.1f ms of work at most, %.1f ms of the clock", files, meter.longestWorkMs(),
          meter.longestMs());
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    QVERIFY2(meter.longestWorkMs() < 150, qPrintable(QString::number(meter.longestWorkMs())));
#endif
}

QTEST_MAIN(TestPullPage)
#include "tst_pullpage.moc"
