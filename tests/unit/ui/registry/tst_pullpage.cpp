// SPDX-License-Identifier: Apache-2.0
// What is pulled, where to, and what becomes of files that are there: the page over the fault registry and the queue.
#include "base/text.h"
#include "modelpack/package.h"
#include "operations/publish.h"
#include "support/fakeregistry.h"
#include "support/gui/bench.h"
#include "support/gui/waiting.h"
#include "support/programs.h"
#include "ui/registry/pullpage.h"
#include "ui/text/convert.h"

#include <atomic>

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

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

private:
    template<typename T>
    T *find(const char *name) const
    {
        auto *found = m_page->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    QTreeWidgetItem *group(LayerKind kind) const;
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
    showArtifact();
}

void TestPullPage::showArtifact(const std::string &reference)
{
    auto details = lookAtArtifact(parseLocation(reference).value(), m_bench->session, TaskContext());
    VERIFY_RESULT(details);
    m_page->setArtifact(toQString(reference), std::make_shared<const ArtifactDetails>(std::move(*details)));
}

QTreeWidgetItem *TestPullPage::group(LayerKind kind) const
{
    auto *tree = find<QTreeWidget>("pullTree");
    for (int i = 0; i < tree->topLevelItemCount(); ++i) {
        if (tree->topLevelItem(i)->data(0, Qt::UserRole + 1).toInt() == static_cast<int>(kind))
            return tree->topLevelItem(i);
    }
    qFatal("no such kind");
    return nullptr;
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
    QCOMPARE(group(LayerKind::Dataset)->checkState(0), Qt::Checked);
    choose("pullPreset", static_cast<int>(PullPage::Preset::NoDatasets));
    QCOMPARE(group(LayerKind::Dataset)->checkState(0), Qt::Unchecked);
    QCOMPARE(group(LayerKind::Weight)->checkState(0), Qt::Checked);
    choose("pullPreset", static_cast<int>(PullPage::Preset::ConfigAndTokenizer));
    QCOMPARE(group(LayerKind::Weight)->checkState(0), Qt::Unchecked);
    QCOMPARE(group(LayerKind::WeightConfig)->checkState(0), Qt::Checked);
    QVERIFY2(find<QLabel>("pullChosen")->text().startsWith(QLatin1String("2 ")),
             qPrintable(find<QLabel>("pullChosen")->text()));
}

void TestPullPage::choosesFileByFile()
{
    auto *configs = group(LayerKind::WeightConfig);
    configs->child(0)->setCheckState(0, Qt::Unchecked);
    QCOMPARE(configs->checkState(0), Qt::PartiallyChecked);
    QCOMPARE(find<QComboBox>("pullPreset")->currentIndex(), static_cast<int>(PullPage::Preset::OwnChoice));
    for (const auto kind : {LayerKind::WeightConfig, LayerKind::Weight, LayerKind::Doc, LayerKind::Dataset})
        group(kind)->setCheckState(0, Qt::Unchecked);
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
        group(kind)->setCheckState(0, Qt::Unchecked);
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
    auto *weights = group(LayerKind::Weight);
    QCOMPARE(weights->text(1), QStringLiteral("5.01 kB"));
    choose("pullPreset", static_cast<int>(PullPage::Preset::NoDatasets));
    m_bench->settings.setSizeUnits(SizeUnits::Iec);
    QCOMPARE(weights->text(1), QStringLiteral("4.89 KiB"));
    QCOMPARE(weights->child(0)->text(1), QStringLiteral("4.89 KiB"));
    QVERIFY(find<QLabel>("pullChosen")->text().contains(QLatin1String("KiB")));
    // What was chosen stays.
    QCOMPARE(group(LayerKind::Dataset)->checkState(0), Qt::Unchecked);
    QCOMPARE(find<QComboBox>("pullPreset")->currentIndex(), static_cast<int>(PullPage::Preset::NoDatasets));
}

QTEST_MAIN(TestPullPage)
#include "tst_pullpage.moc"
