// SPDX-License-Identifier: Apache-2.0
#include "base/message.h"

#include "base/text.h"
#include "formats/weightfacts.h"
#include "modelpack/artifactplan.h"
#include "modelpack/extractor.h"
#include "modelpack/folderscan.h"
#include "modelpack/validate.h"
#include "oci/imagelayout.h"
#include "oci/memorystore.h"
#include "oci/validate.h"
#include "operations/artifacts.h"
#include "support/testing.h"

#include <algorithm>
#include <filesystem>

#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;
namespace fs = std::filesystem;

/// What the window shows of errors and findings can be said in its language only while their patterns are known.
class TestMessages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void errorsKeepTheirReasons();
    void unsafeNamesKeepTheirReasons();
    void listsAreMessages();
    void referencesSayWhy_data();
    void referencesSayWhy();
    void findingsKeepWhatTheyFound();
    void bigManifestsKeepTheirRemedy();
    void scansAndKindsAreMessages();
    void everyFindingHasAPattern_data();
    void everyFindingHasAPattern();
    void findingsOfVectorsHavePatterns();
};

static const TaskContext context;

namespace {

std::string patternOf(const Message &message) { return std::string(message.pattern()); }

/// Its own sentence, and each part that is a message too.
bool isWhole(const Message &message)
{
    std::vector<std::string_view> texts;
    for (const auto &part : message.parts()) {
        texts.emplace_back(part.text());
        if (!part.pattern().empty() && !isWhole(part))
            return false;
    }
    return !message.pattern().empty() && fillPlaces(message.pattern(), texts) == message.text();
}

/// The first finding that is not, as a text; empty when all are.
std::string brokenOne(const Findings &findings)
{
    const auto found = std::find_if(findings.begin(), findings.end(),
                                    [](const Finding &finding) { return !isWhole(finding.message); });
    return found == findings.end() ? std::string() : cat(found->id, " at ", found->where, ": ", found->message.text());
}

const Finding *findingAt(const Findings &findings, std::string_view where)
{
    const auto found =
        std::find_if(findings.begin(), findings.end(), [&](const Finding &finding) { return finding.where == where; });
    return found == findings.end() ? nullptr : &*found;
}

/// A package of one file, published.
ModelArtifact publishedIn(MemoryStore &store, const TestDir &dir)
{
    dir.write("m/config.json", "{}");
    const auto plan = makePlan(makePackage(dir / "m", {}, context).value(), nullptr, context).value();
    const auto sent = transfer(makeTransfer(plan, nullptr).value(), store, context).value();
    return openArtifact(store, sent.root.toString(), context).value();
}

std::string manifestWith(std::string_view configType, std::string_view layers)
{
    const auto digest = "sha256:" + std::string(64, 'a');
    return cat(R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":{"mediaType":")",
               configType, R"(","digest":")", digest, R"(","size":1},"layers":)", layers, "}");
}

} // namespace

void TestMessages::errorsKeepTheirReasons()
{
    TestDir dir;
    const auto missing = loadPackage(dir / "gone.modelcrate.json");
    VERIFY_ERROR(missing, ErrorCode::NotFound);
    const auto &wording = missing.error().wording();
    QVERIFY(isWhole(wording));
    QCOMPARE(wording.parts().size(), std::size_t(2));
    QCOMPARE(patternOf(wording.parts()[0]), std::string("cannot open %1"));
    QCOMPARE(patternOf(wording.parts()[1]), std::string("No such file or directory"));

    const auto layout = ImageLayout::openOrCreate(dir / "layout").value();
    const auto other = Digest::sha256Of("y");
    const BlobToPush blob{"x", withKnownDigest(makeMemoryContent("x"), other), MediaType::parse("a/b").value()};
    const auto damaged = layout->pushBlob(blob, {}, context);
    VERIFY_ERROR(damaged, ErrorCode::DigestMismatch);
    QCOMPARE(patternOf(damaged.error().wording()), std::string("it has digest %1, expected %2"));
    QCOMPARE(damaged.error().wording().parts()[1].text(), other.toString());
}

void TestMessages::unsafeNamesKeepTheirReasons()
{
    TestDir dir;
    MemoryStore store;
    auto artifact = publishedIn(store, dir);
    artifact.layers.front().path = "../evil";
    const auto refused = extractArtifact(store, artifact, dir / "out", {}, context);
    VERIFY_ERROR(refused, ErrorCode::UnsafePath);
    const auto &wording = refused.error().wording();
    QVERIFY(isWhole(wording));
    QCOMPARE(patternOf(wording),
             std::string("the artifact holds names that lead out of a folder or cannot be files: %1"));
    const auto &item = wording.parts().front();
    QCOMPARE(patternOf(item), std::string("\"%1\" (%2)"));
    QCOMPARE(item.parts()[0].text(), std::string("../evil"));
    QVERIFY2(isWhole(item.parts()[1]), item.parts()[1].text().c_str());
}

void TestMessages::listsAreMessages()
{
    QCOMPARE(Message::list({}).text(), std::string());
    const std::vector<Message> items{"a", Message::of("is missing"), "c", "d", "e"};
    QCOMPARE(Message::list(std::span(items).first(1)).text(), std::string("a"));
    const auto list = Message::list(items);
    QCOMPARE(list.text(), std::string("a, is missing, c, d, e"));
    QVERIFY(isWhole(list));
}

void TestMessages::referencesSayWhy_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("pattern");
    const auto row = [](const char *text, const char *pattern) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(pattern);
    };
    row("ghcr.io/UPPER:v1", "\"%1\" is no repository name: %2");
    row("ghcr.io/a:-", "\"%1\" is no tag: %2");
    row("-.io/a:v1", "\"%1\" is no registry host: %2");
    row("https://ghcr.io/a:v1", "\"%1\" is no reference: %2");
    row("ghcr.io/a@sha256:1", "\"%1\" is no reference: %2");
    row("ghcr.io", "\"%1\" names a registry but no repository in it, and is no folder that exists");
    row("model", "\"%1\" names no registry and is no folder that exists");
}

void TestMessages::referencesSayWhy()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, pattern);
    const auto refused = Reference::parse(text.toStdString());
    VERIFY_ERROR(refused, ErrorCode::InvalidReference);
    const auto &wording = refused.error().wording();
    QVERIFY(isWhole(wording));
    QCOMPARE(patternOf(wording), pattern.toStdString());
    if (wording.parts().size() > 1)
        QVERIFY2(isWhole(wording.parts()[1]), wording.text().c_str());
}

void TestMessages::findingsKeepWhatTheyFound()
{
    const auto config = validateConfig(R"({"descriptor":{},"config":{"paramSize":"7 b","capabilities":[]}})");
    const auto *size = findingAt(config, "/config/paramSize");
    QVERIFY(size);
    QCOMPARE(size->message.text(), std::string("\"7 b\" is no size such as 8B or 6.7B"));
    QCOMPARE(patternOf(size->message), std::string("\"%1\" is no size such as 8B or 6.7B"));
    QCOMPARE(size->message.parts()[0].text(), std::string("7 b"));
    const auto *capabilities = findingAt(config, "/config/capabilities");
    QVERIFY(capabilities);
    QCOMPARE(capabilities->message.text(), std::string("must be an object, is array"));
    QCOMPARE(patternOf(capabilities->message), std::string("must be an object, is %1"));

    const std::string header = R"({"a":{"dtype":"F32","shape":[1)";
    std::string file(8, '\0');
    file[0] = static_cast<char>(header.size());
    const auto facts = readWeightFacts(*makeMemoryContent(file + header), context);
    VERIFY_RESULT(facts);
    QCOMPARE(facts->findings.size(), std::size_t(1));
    QCOMPARE(patternOf(facts->findings[0].message), std::string("expected %1 at byte %2"));
}

void TestMessages::bigManifestsKeepTheirRemedy()
{
    TestDir dir;
    dir.write("m/a.csv", "x");
    Package package;
    package.root = dir / "m";
    for (int i = 0; i < 2100; ++i)
        package.entries.push_back({.path = cat("data/", i, ".csv"), .file = "a.csv", .kind = LayerKind::Dataset});
    const auto plan = makePlan(package, nullptr, context).value();
    const auto &finding = plan.findings.back();
    QCOMPARE(finding.id, std::string("MP060"));
    QVERIFY(isWhole(finding.message));
    QCOMPARE(patternOf(finding.message), std::string("%1; bundle small files into tar layers: %2"));
    QVERIFY(finding.message.text().starts_with("the manifest has 2100 layers and "));
    QVERIFY2(finding.message.text().ends_with(" bytes; some tools stop at 2048 layers, registries at 4 MiB; bundle "
                                              "small files into tar layers: --bundle 'data/**' (2100 files)"),
             finding.message.text().c_str());
}

void TestMessages::scansAndKindsAreMessages()
{
    TestDir dir;
    dir.write("m/config.json", "{}");
    fs::create_directory_symlink(dir / "m", dir / "m/loop");
    const auto scan = scanFolder(dir / "m", {}, context);
    VERIFY_RESULT(scan);
    QCOMPARE(scan->excluded.size(), std::size_t(1));
    QCOMPARE(patternOf(scan->excluded[0].detail), std::string("a folder inside itself"));

    const auto kit = parseImageManifest(manifestWith("application/vnd.kitops.modelkit.config.v1+json", "[]"));
    VERIFY_RESULT(kit);
    QCOMPARE(patternOf(describeForeignArtifact(*kit).value()), std::string("a KitOps ModelKit"));
    const auto other = parseImageManifest(manifestWith("application/vnd.example.report", "[]"));
    VERIFY_RESULT(other);
    const auto words = describeForeignArtifact(*other).value();
    QVERIFY(isWhole(words));
    QCOMPARE(words.text(), std::string("another kind of artifact (type application/vnd.example.report)"));
}

void TestMessages::everyFindingHasAPattern_data()
{
    QTest::addColumn<QString>("as");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const char *as, const std::string &text) {
        QTest::newRow(name) << QString::fromLatin1(as) << QByteArray::fromStdString(text);
    };
    row("no JSON", "config", "{");
    row("no object", "manifest", "[]");
    row("config of other types", "config",
        R"({"descriptor":{"createdAt":1,"authors":{},"name":[],"licenses":"x"},)"
        R"("config":{"capabilities":7,"paramSize":{}},"modelfs":[],"more":1})");
    row("config of odd values", "config",
        R"({"descriptor":{"createdAt":"now","docURL":"x","licenses":["any"],"name":""},)"
        R"("config":{"format":"x","precision":"x","paramSize":"x","capabilities":{"inputTypes":["x",1],)"
        R"("languages":["english","xx"],"reasoning":"x"}},"modelfs":{"type":"x","diffIds":["x"]}})");
    row("config of before", "config", R"({"descriptor":{},"config":{},"modelfs":{"type":"layers","diff_ids":["x"]}})");
    row("no model", "manifest", manifestWith("application/vnd.oci.empty.v1+json", "[]"));
    const auto layer = [](std::string_view type, std::string_view annotations) {
        return cat(R"({"mediaType":"application/vnd.cncf.model.)", type, R"(","digest":"sha256:)", std::string(64, 'b'),
                   R"(","size":2,"annotations":)", annotations, "}");
    };
    const std::string layers[] = {
        layer("weight.v1.raw", "{}"),
        layer("weight.v1.tar+gzip", "{}"),
        layer("weight.v9.raw", "{}"),
        layer("doc.v1.raw", R"({"org.cncf.model.filepath":"../a"})"),
        layer("doc.v1.raw", R"({"org.cncf.model.filepath":"a/"})"),
        layer("doc.v1.raw", R"({"org.cncf.model.filepath":"con.txt"})"),
        layer("doc.v1.raw", R"({"org.cncf.model.filepath":"con.txt","org.opencontainers.image.title":"b"})"),
        layer("doc.v1.raw", R"({"org.cncf.model.filepath":"CON.txt"})"),
        layer("doc.v1.raw",
              R"({"org.cncf.model.filepath":"c","org.cncf.model.file.mediatype.untested":"x",)"
              R"("org.cncf.model.file.metadata+json":"{\"size\":7,\"mode\":4095,\"typeflag\":2}"})"),
        R"({"mediaType":"x","digest":"x","size":-1,"urls":["x"],"data":"x","annotations":{"a":1}})",
        "1",
    };
    row("layers of all sorts", "manifest",
        manifestWith("application/vnd.cnai.model.config.v1+json",
                     "[" + join({std::begin(layers), std::end(layers)}, ",") + "]"));
    row("index", "index",
        R"({"schemaVersion":1,"mediaType":"x","artifactType":1,"config":{},"annotations":1,)"
        R"("manifests":[{"platform":{}}],"subject":1})");
    row("descriptor", "descriptor", R"({"digest":"sha256:x","size":"1","urls":1,"data":1,"annotations":[]})");
    row("metadata of a file", "filemeta", R"({"name":1,"mode":99999,"uid":-1,"mtime":"x","typeflag":9,"more":1})");
    row("metadata that is none", "filemeta", "x");
    row("tar that is none", "tar", "x");
}

void TestMessages::everyFindingHasAPattern()
{
    QFETCH(QString, as);
    QFETCH(QByteArray, text);
    TestDir dir;
    const auto file = dir.write("document", text.toStdString());
    const auto type = parseDocumentType(as.toStdString());
    QVERIFY(type);
    const auto findings = validateDocument(file, *type, SpecVersion::Main, context);
    VERIFY_RESULT(findings);
    QVERIFY(!findings->empty());
    const auto broken = brokenOne(*findings);
    QVERIFY2(broken.empty(), broken.c_str());
}

void TestMessages::findingsOfVectorsHavePatterns()
{
    const auto vectors = vectorsDir();
    if (!vectors)
        QSKIP("no shared vectors beside this tree");
    const auto list = parseJson(readFile(*vectors / "vectors.json"));
    VERIFY_RESULT(list);
    std::size_t seen = 0;
    for (const auto &item : list->asArray() ? *list->asArray() : *list->find("vectors")->asArray()) {
        const auto file = *vectors / item.text("file");
        Findings findings;
        if (const auto type = parseDocumentType(item.text("kind"))) {
            const auto judged = validateDocument(file, *type, SpecVersion::Main, context);
            if (!judged) {
                QVERIFY2(isWhole(judged.error().wording()), judged.error().toString().c_str());
                continue;
            }
            findings = *judged;
        } else if (item.text("kind") == "safetensors" || item.text("kind") == "gguf") {
            const auto facts = readWeightFacts(*openFileContent(file).value(), context);
            VERIFY_RESULT(facts);
            findings = facts->findings;
        }
        seen += findings.size();
        const auto broken = brokenOne(findings);
        QVERIFY2(broken.empty(), (file.string() + ": " + broken).c_str());
    }
    QVERIFY(seen > 100);
}

QTEST_GUILESS_MAIN(TestMessages)
#include "tst_messages.moc"
