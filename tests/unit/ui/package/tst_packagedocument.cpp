// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "support/testing.h"
#include "ui/package/packagedocument.h"

#include <algorithm>
#include <memory>
#include <random>

#include <QSignalSpy>
#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestPackageDocument : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aStepOfManyIsUndoneAtOnce();
    void typingInOneFieldIsOneStep();
    void keepsWhatIsNotValidYet();
    void editsThatChangeNothingMakeNoStep();
    void confirmsGuesses();
    void bundlesAndFrees();
    void aThousandEditsUndoneGiveTheSameBytes();
    void isSavedAsItWasWritten();
    void takesARescan();
    void newFilesAreAStepAmongTheOthers();
    void textIsUndoneFarInLargePackages();
    void forgetsTheOldestOfLargeSteps();
    void theSummaryFollowsEverything();
    void knowsWhichLayersHaveAnnotations();
};

static OpenedPackage opened(std::size_t count)
{
    OpenedPackage result;
    result.package.root = "/models/tiny";
    for (std::size_t i = 0; i < count; ++i) {
        const auto path = cat("data/file-", i, ".py");
        result.package.entries.push_back(
            {.path = path, .file = path, .kind = LayerKind::Code, .rule = "name:*.py", .certainty = Certainty::Guess});
        result.facts.push_back({.identity = FileIdentity{.inode = i + 1, .size = ByteCount(100)}});
    }
    return result;
}

static std::string bytes(const PackageDocument &document)
{
    return packageToJson(document.state().toPackage(), "/models/tiny/x.modelcrate.json");
}

/// What a rescan gives that finds more files: `added` of them, of which `leftOut` are not to be in the package.
static OpenedPackage rescanned(const PackageDocument &document, std::vector<std::string> added,
                               bool newestFirst = false, bool leftOut = false)
{
    OpenedPackage result{document.state().toPackage(), document.facts(), {}};
    std::vector<PackageEntry> entries;
    for (const auto &path : added)
        entries.push_back({.path = path, .file = path, .kind = LayerKind::Doc, .included = !leftOut, .rule = "name:*"});
    const std::vector<FileFacts> facts(added.size(), {.identity = FileIdentity{.inode = 7, .size = ByteCount(10)}});
    auto &all = result.package.entries;
    all.insert(newestFirst ? all.begin() : all.end(), entries.begin(), entries.end());
    result.facts.insert(newestFirst ? result.facts.begin() : result.facts.end(), facts.begin(), facts.end());
    return result;
}

/// What the document says of its files, if it is what a look at all of them finds.
static std::optional<FileSummary> summaryOf(const PackageDocument &document)
{
    std::vector<bool> changed(document.state().size());
    for (std::size_t i = 0; i < changed.size(); ++i)
        changed[i] = document.isChangedOnDisk(i);
    const auto counted = FileSummary::of(document.state(), document.facts(), changed);
    return document.summary() == counted ? std::optional(counted) : std::nullopt;
}

static std::vector<std::size_t> firstEntries(std::size_t count)
{
    std::vector<std::size_t> all(count);
    for (std::size_t i = 0; i < count; ++i)
        all[i] = i;
    return all;
}

void TestPackageDocument::aStepOfManyIsUndoneAtOnce()
{
    PackageDocument document(opened(500));
    const auto before = bytes(document);
    QSignalSpy changed(&document, &PackageDocument::entriesChanged);
    document.setKind(firstEntries(500), LayerKind::Dataset);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(document.undoStack().count(), 1);
    QVERIFY(document.state().state(499).kind == LayerKind::Dataset);
    QVERIFY(document.isModified());
    const auto after = bytes(document);
    document.undoStack().undo();
    QCOMPARE(bytes(document), before);
    QVERIFY(!document.isModified());
    document.undoStack().redo();
    QCOMPARE(bytes(document), after);
}

void TestPackageDocument::typingInOneFieldIsOneStep()
{
    PackageDocument document(opened(1));
    for (const char *text : {"q", "qw", "qwe"})
        document.setField("descriptor.name", text);
    QCOMPARE(document.undoStack().count(), 1);
    QCOMPARE(document.name(), QStringLiteral("qwe"));
    document.setField("descriptor.family", "qwen2");
    QCOMPARE(document.undoStack().count(), 2);
    document.undoStack().undo();
    document.undoStack().undo();
    QCOMPARE(document.name(), QStringLiteral("tiny"));
}

void TestPackageDocument::keepsWhatIsNotValidYet()
{
    PackageDocument document(opened(1));
    document.setField("descriptor.createdAt", "2026-01-02T03:04:05Z");
    document.setDraft("descriptor.createdAt", "2026-01");
    QVERIFY(!document.field("descriptor.createdAt"));
    QCOMPARE(*document.draft("descriptor.createdAt"), std::string("2026-01"));
    const auto saved = packageFromJson(bytes(document), "/models/tiny/x.modelcrate.json");
    VERIFY_RESULT(saved);
    QCOMPARE(saved->drafts.at("descriptor.createdAt"), std::string("2026-01"));
    document.setField("descriptor.createdAt", "2026-01-02T03:04:05Z");
    QVERIFY(!document.draft("descriptor.createdAt"));
}

void TestPackageDocument::editsThatChangeNothingMakeNoStep()
{
    PackageDocument document(opened(3));
    document.setIncluded(firstEntries(3), true);
    document.setEncoding(firstEntries(3), LayerEncoding::Raw);
    document.setAnnotations({});
    document.setLayerAnnotations(0, {});
    document.setKeepTimes(false);
    document.setField("descriptor.name", {}, QStringLiteral("use what was detected"));
    document.setBundles({{"", {0, 1}}, {"", {2}}}, QStringLiteral("bundle folders"));
    QCOMPARE(document.undoStack().count(), 0);
    document.setDraft("descriptor.createdAt", "2026-01");
    document.setDraft("descriptor.createdAt", "2026-01", QStringLiteral("repair"));
    QCOMPARE(document.undoStack().count(), 1);
}

void TestPackageDocument::confirmsGuesses()
{
    PackageDocument document(opened(3));
    QCOMPARE(document.needingALook().size(), std::size_t(3));
    document.confirm({0, 2});
    QCOMPARE(document.needingALook(), std::vector<std::size_t>{1});
    document.setIncluded({1}, false);
    QVERIFY(document.needingALook().empty());
    QCOMPARE(document.includedCount(), std::size_t(2));
    QCOMPARE(document.includedSize(), ByteCount(200));
    document.undoStack().undo();
    document.undoStack().undo();
    QCOMPARE(document.needingALook().size(), std::size_t(3));
}

void TestPackageDocument::bundlesAndFrees()
{
    PackageDocument document(opened(3));
    document.setBundle({0, 1}, "data");
    auto package = document.state().toPackage();
    QCOMPARE(package.entries[0].bundle, std::string("data"));
    QVERIFY(package.entries[0].encoding == LayerEncoding::Tar);
    QVERIFY(package.entries[2].bundle.empty());
    document.setBundle({0, 1}, "");
    package = document.state().toPackage();
    QVERIFY(package.entries[1].bundle.empty() && package.entries[1].encoding == LayerEncoding::Raw);
}

void TestPackageDocument::aThousandEditsUndoneGiveTheSameBytes()
{
    PackageDocument document(opened(60));
    auto start = opened(60).package;
    std::mt19937 random(4);
    const auto pick = [&](std::size_t below) { return static_cast<std::size_t>(random() % below); };
    const auto someEntries = [&] {
        std::vector<std::size_t> some;
        for (std::size_t i = 0; i < document.state().size(); ++i) {
            if (random() % 4 == 0)
                some.push_back(i);
        }
        return some;
    };
    // Files that are found on the way, by a look at the folder or since somebody asks for one that a pattern left out.
    const auto rescan = [&] {
        std::vector<std::string> added;
        for (auto more = pick(3); more > 0; --more)
            added.push_back(cat("new/", start.entries.size() + added.size(), ".txt"));
        const bool leftOut = pick(4) == 0;
        auto found = rescanned(document, added, pick(2) == 0, leftOut);
        // Known from now on, and in none of the states before.
        for (const auto &path : added)
            start.entries.push_back(
                {.path = path, .file = path, .kind = LayerKind::Doc, .included = false, .rule = "name:*"});
        document.applyRescan(std::move(found));
    };
    for (int edit = 0; edit < 1000; ++edit) {
        switch (pick(14)) {
        case 0: document.setKind(someEntries(), allLayerKinds[pick(5)]); break;
        case 1: document.setEncoding(someEntries(), pick(2) ? LayerEncoding::TarGzip : LayerEncoding::Raw); break;
        case 2: document.setIncluded(someEntries(), pick(2) == 0); break;
        case 3: document.confirm(someEntries()); break;
        case 4: document.setBundle(someEntries(), pick(2) ? cat("b", pick(9)) : ""); break;
        case 5: document.setLayerAnnotations(pick(document.state().size()), {{"k", std::to_string(random())}}); break;
        case 6: document.setField("descriptor.version", std::to_string(random())); break;
        case 7: document.setDraft("config.capabilities.knowledgeCutoff", std::to_string(random())); break;
        case 8: rescan(); break;
        case 9: document.undoStack().undo(); break;
        case 10: document.undoStack().redo(); break;
        case 11:
            document.setBundles({{"x", someEntries()}, {cat("b", pick(9)), someEntries()}}, QStringLiteral("bundle"));
            break;
        case 12: // a part of the edit that was made last
            if (document.undoStack().index() > 0)
                document.applyMetadata({{{"descriptor.family", "f", "config.json"}}, {}}, document.state().weights());
            break;
        default: document.setAnnotations({{"org.example", std::to_string(random())}}); break;
        }
    }
    const auto end = bytes(document);
    const auto beginning = packageToJson(start, "/models/tiny/x.modelcrate.json");
    QVERIFY(document.state().size() > 100);
    QVERIFY(document.undoStack().index() > 500);
    QVERIFY(end != beginning);
    while (document.undoStack().canUndo())
        document.undoStack().undo();
    QCOMPARE(bytes(document), beginning);
    while (document.undoStack().canRedo())
        document.undoStack().redo();
    QCOMPARE(bytes(document), end);
}

void TestPackageDocument::isSavedAsItWasWritten()
{
    PackageDocument document(opened(2));
    document.setSaved(QStringLiteral("/models/a.modelcrate.json"));
    document.setKind({0}, LayerKind::Doc);
    const auto written = document.state();
    // Undone while it is written elsewhere: what was saved before is not what that file holds.
    document.undoStack().undo();
    QVERIFY(!document.isModified());
    QSignalSpy saved(&document, &PackageDocument::savedChanged);
    document.setSaved(QStringLiteral("/models/b.modelcrate.json"), written);
    QVERIFY(saved.count() > 0);
    QCOMPARE(document.file(), QStringLiteral("/models/b.modelcrate.json"));
    QVERIFY(document.isModified());
    document.undoStack().redo();
    document.setSaved(document.file(), written);
    QVERIFY(!document.isModified());
}

void TestPackageDocument::takesARescan()
{
    PackageDocument document(opened(3));
    document.setKind({0}, LayerKind::Doc);
    document.setChangedOnDisk({1});
    auto same = opened(3);
    same.facts[1].identity->size = ByteCount(7);
    document.applyRescan(std::move(same));
    QVERIFY(!document.isChangedOnDisk(1));
    QCOMPARE(document.includedSize(), ByteCount(207));
    QCOMPARE(document.undoStack().count(), 1);

    QCOMPARE(document.entryAt("data/file-2.py"), std::optional<std::size_t>(2));
    QVERIFY(!document.entryAt("data/file-3.py"));
    document.applyRescan(opened(4)); // one more file
    QCOMPARE(document.state().size(), std::size_t(4));
    QCOMPARE(document.entryAt("data/file-3.py"), std::optional<std::size_t>(3));
    QVERIFY(document.state().state(0).kind == LayerKind::Doc);
    auto fewer = opened(2);
    document.applyRescan(std::move(fewer));
    QVERIFY(!document.facts()[3].identity); // gone, but still listed
}

void TestPackageDocument::newFilesAreAStepAmongTheOthers()
{
    PackageDocument document(opened(3));
    document.setKind({0}, LayerKind::Doc);
    document.setField("descriptor.name", "n");
    document.setSaved(QStringLiteral("n.modelcrate.json"));
    QSignalSpy reset(&document, &PackageDocument::entriesReset);
    document.applyRescan(rescanned(document, {"a.txt", "b.txt"}));
    QCOMPARE(reset.count(), 1);
    QCOMPARE(document.includedCount(), std::size_t(5));
    QVERIFY(document.isModified());
    QCOMPARE(document.undoStack().count(), 3);
    document.undoStack().undo();
    QCOMPARE(document.includedCount(), std::size_t(3));
    QCOMPARE(document.state().size(), std::size_t(5)); // known, and left out
    QVERIFY(!document.isModified());

    // Steps over what the files are in do not say that files changed.
    QSignalSpy entries(&document, &PackageDocument::entriesChanged);
    document.undoStack().undo();
    document.undoStack().redo();
    document.undoStack().undo();
    QVERIFY(entries.count() <= 1);
    document.undoStack().undo();
    QVERIFY(document.state().state(0).kind == LayerKind::Code);
    QCOMPARE(document.state().size(), std::size_t(5));
    QVERIFY(!document.undoStack().canUndo());
    while (document.undoStack().canRedo())
        document.undoStack().redo();
    QCOMPARE(document.includedCount(), std::size_t(5));

    // What is found and is not to be in the package changes nothing that could be undone.
    document.undoStack().undo();
    document.applyRescan(rescanned(document, {"c.txt"}, false, true));
    QCOMPARE(document.undoStack().count(), 3);
    QVERIFY(!document.isModified());
    document.undoStack().redo();
    QCOMPARE(document.includedCount(), std::size_t(5));
    QVERIFY(!document.state().state(5).included);
}

/// A step that only changes the form holds no states of its own, however many files there are.
void TestPackageDocument::textIsUndoneFarInLargePackages()
{
    PackageDocument document(opened(100'000));
    document.setKind({5}, LayerKind::Doc);
    for (int i = 0; i < 1000; ++i)
        document.setField(i % 2 ? "descriptor.name" : "descriptor.version", std::to_string(i));
    QCOMPARE(document.undoStack().count(), 1001);
    document.applyRescan(rescanned(document, {"new.txt"}));
    while (document.undoStack().canUndo())
        document.undoStack().undo();
    QVERIFY(!document.field("descriptor.version"));
    QVERIFY(document.state().state(5).kind == LayerKind::Code);
}

void TestPackageDocument::forgetsTheOldestOfLargeSteps()
{
    PackageDocument document(opened(100'000));
    document.setField("descriptor.name", "first");
    std::vector<std::weak_ptr<const std::vector<EntryState>>> states;
    constexpr int steps = 200;
    for (int i = 0; i < steps; ++i) {
        document.setKind({static_cast<std::size_t>(i)}, LayerKind::Doc);
        document.setField("descriptor.version", std::to_string(i));
        states.push_back(document.state().states);
    }
    const auto held = std::count_if(states.begin(), states.end(), [](const auto &one) { return !one.expired(); });
    qInfo("%d of %d steps are kept", static_cast<int>(held), steps);
    QVERIFY(held >= 50);
    QVERIFY(static_cast<std::size_t>(held) * 100'000 * sizeof(EntryState) <= std::size_t(130) << 20);
    int undone = 0;
    while (document.undoStack().canUndo()) {
        const auto before = document.state();
        document.undoStack().undo();
        QVERIFY(!(document.state() == before)); // no step that does nothing
        ++undone;
    }
    QVERIFY(undone >= 2 * static_cast<int>(held) - 2);
    QVERIFY(undone <= 2 * static_cast<int>(held) + 1);
    QCOMPARE(*document.field("descriptor.name"), Json("first"));
    QVERIFY(document.state().state(0).kind == LayerKind::Doc);
    while (document.undoStack().canRedo())
        document.undoStack().redo();
    QCOMPARE(*document.field("descriptor.version"), Json(std::to_string(steps - 1)));
    QVERIFY(document.state().state(steps - 1).kind == LayerKind::Doc);
}

void TestPackageDocument::theSummaryFollowsEverything()
{
    PackageDocument document(PreparedPackage::of(opened(10)));
    QVERIFY(summaryOf(document));
    QCOMPARE(document.includedCount(), std::size_t(10));
    QCOMPARE(document.includedSize(), ByteCount(1000));
    QCOMPARE(document.summary().guesses.count, std::size_t(10));
    document.setKind({2, 3}, LayerKind::Doc);
    QVERIFY(summaryOf(document));
    QCOMPARE(document.summary().kinds[static_cast<std::size_t>(LayerKind::Doc)].bytes, ByteCount(200));
    QCOMPARE(document.summary().guesses.count, std::size_t(8));
    document.setIncluded({0, 1}, false);
    QVERIFY(summaryOf(document));
    QCOMPARE(document.summary().guesses.first, std::size_t(4));
    QCOMPARE(document.includedSize(), ByteCount(800));
    document.setChangedOnDisk({1, 5});
    QVERIFY(summaryOf(document));
    QCOMPARE(document.summary().changedOnDisk.count, std::size_t(1)); // the other one is left out
    document.undoStack().undo();
    QVERIFY(summaryOf(document));
    QCOMPARE(document.includedCount(), std::size_t(10));
    QCOMPARE(document.summary().changedOnDisk.count, std::size_t(2));
    // Within the signals of an edit, too.
    bool followed = true;
    for (const auto signal : {&PackageDocument::entriesChanged, &PackageDocument::entriesReset,
                              &PackageDocument::factsChanged, &PackageDocument::stateChanged})
        connect(&document, signal, this, [&] { followed = followed && summaryOf(document); });
    auto fewer = rescanned(document, {"new.md"});
    fewer.facts[4].identity.reset();
    document.applyRescan(std::move(fewer));
    QVERIFY(summaryOf(document));
    QCOMPARE(document.summary().gone.count, std::size_t(1));
    QCOMPARE(document.summary().gone.first, std::size_t(4));
    QCOMPARE(document.includedCount(), std::size_t(11));
    document.applyRescan(rescanned(document, {}));
    QVERIFY(summaryOf(document));
    QVERIFY(followed);
}

void TestPackageDocument::knowsWhichLayersHaveAnnotations()
{
    auto package = opened(5);
    package.package.entries[3].annotations = {{"com.example.one", "1"}};
    PackageDocument document(std::move(package));
    const auto had = document.state().layerAnnotations;
    QCOMPARE(had->size(), std::size_t(1));
    QVERIFY((had->at(3) == Annotations{{"com.example.one", "1"}}));
    const auto before = bytes(document);
    document.setLayerAnnotations(1, {{"com.example.two", "2"}});
    document.setLayerAnnotations(3, {});
    QVERIFY(document.state().toPackage().entries[3].annotations.empty());
    document.undoStack().undo();
    document.undoStack().undo();
    QCOMPARE(bytes(document), before);
}

QTEST_MAIN(TestPackageDocument)
#include "tst_packagedocument.moc"
