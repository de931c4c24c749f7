// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "modelpack/artifactplan.h"
#include "modelpack/package.h"
#include "modelpack/validate.h"
#include "oci/imagelayout.h"
#include "oci/memorystore.h"
#include "support/programs.h"
#include "support/testing.h"

#include <clocale>

#include <QTest>
#include <sys/stat.h>

using namespace modelcrate;
using namespace modelcrate::testing;
namespace fs = std::filesystem;

class TestPackage : public QObject {
    Q_OBJECT

private slots:
    void fillsFromTheFolder();
    void savesAndLoads();
    void refusesOtherVersions();
    void setsFields_data();
    void setsFields();
    void formatsSizes();
    void overridesLayers();
    void writesTheDefaultShape();
    void isReproducible();
    void previewIsExactOnceDigestsAreKnown();
    void bundlesFolders();
    void encodesAsAsked();
    void stopsAtStandIns();
    void reportsWhatIsGone();
    void meetsHugeManifests();
    void readsNothingToPlan();
};

static const TaskContext context;

static Package packageOf(const fs::path &folder) { return makePackage(folder, {}, context).value(); }

void TestPackage::fillsFromTheFolder()
{
    TestDir dir;
    makeModelFolder(dir, "模型 café");
    const auto package = packageOf(dir / "模型 café");
    QCOMPARE(package.entries.size(), std::size_t(8));
    QCOMPARE(*package.config.find("descriptor.name")->asString(), std::string("模型 café"));
    QCOMPARE(*package.config.find("descriptor.family")->asString(), std::string("llama"));
    QCOMPARE(*package.config.find("config.precision")->asString(), std::string("bfloat16"));
    QCOMPARE(*package.config.find("config.format")->asString(), std::string("safetensors"));
    QCOMPARE(dumpJson(*package.config.find("descriptor.licenses")), std::string(R"(["MIT"])"));
    QCOMPARE(dumpJson(*package.config.find("config.capabilities.languages")), std::string(R"(["en","zh"])"));
    for (const auto &field : package.detected)
        QVERIFY2(!field.source.empty(), field.path.c_str());
}

void TestPackage::savesAndLoads()
{
    TestDir dir;
    makeModelFolder(dir, "m");
    auto package = packageOf(dir / "m");
    package.entries[0].bundle = "b";
    package.entries[1].included = false;
    package.entries[2].encoding = LayerEncoding::TarZstd;
    package.annotations = {{"k", "v"}};
    package.keepTimes = true;
    VERIFY_RESULT(savePackage(package, dir / "x.modelcrate.json"));
    const auto loaded = loadPackage(dir / "x.modelcrate.json");
    VERIFY_RESULT(loaded);
    QVERIFY(*loaded == package);
    QVERIFY(dir.read("x.modelcrate.json").find(dir.path().string()) == std::string::npos); // relative paths only
    // The folder and its package move together.
    fs::create_directories(dir / "moved");
    fs::rename(dir / "m", dir / "moved/m");
    fs::rename(dir / "x.modelcrate.json", dir / "moved/x.modelcrate.json");
    QCOMPARE(loadPackage(dir / "moved/x.modelcrate.json")->root, dir / "moved/m");
}

void TestPackage::refusesOtherVersions()
{
    TestDir dir;
    for (const char *text :
         {"", "[]", "{}", R"({"version":"1"})", R"({"version":999})", R"({"version":1,"entries":[{"path":1}]})",
          R"({"version":1,"root":"/","entries":[{"path":"../x","file":"../x","kind":"weight"}]})"})
        QVERIFY2(!packageFromJson(text, dir / "x.modelcrate.json"), text);
    auto text = packageToJson(Package{.root = dir.path()}, dir / "x.modelcrate.json");
    text.replace(text.find("\"version\": 1"), 12, "\"version\": 999");
    const auto newer = packageFromJson(text, dir / "x.modelcrate.json");
    VERIFY_ERROR(newer, ErrorCode::Unsupported);
    QVERIFY(newer.error().message().find("999") != std::string::npos);
}

void TestPackage::setsFields_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("json"); // empty: refused
    const auto row = [](const char *path, const char *text, const char *json) {
        QTest::addRow("%s=%s", path, text) << path << text << json;
    };
    row("descriptor.name", "x", "\"x\"");
    row("descriptor.name", "7", "\"7\"");
    row("descriptor.version", "1.10", "\"1.10\"");
    row("descriptor.licenses", "MIT,Apache-2.0", "[\"MIT\",\"Apache-2.0\"]");
    row("descriptor.licenses", "[\"MIT\"]", "[\"MIT\"]");
    row("config.capabilities.reasoning", "true", "true");
    row("config.capabilities.reasoning", "maybe", "");
    row("config.capabilities.inputTypes", "text,image", "[\"text\",\"image\"]");
    row("config.capabilities.inputTypes", "smell", "");
    row("config.capabilities.languages", "en,de", "[\"en\",\"de\"]");
    row("config.capabilities.languages", "english", "");
    row("descriptor.createdAt", "2026-01-02T03:04:05Z", "\"2026-01-02T03:04:05Z\"");
    row("descriptor.createdAt", "yesterday", "");
    row("descriptor.nothing", "x", "");
}

void TestPackage::setsFields()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(QString, json);
    const auto fields = configFields();
    const auto field = std::find_if(fields.begin(), fields.end(),
                                    [&](const ConfigField &known) { return known.path == path.toStdString(); });
    if (field == fields.end()) {
        ModelConfig config;
        VERIFY_ERROR(config.set(path.toStdString(), "x"), ErrorCode::InvalidInput);
        return;
    }
    const auto value = parseFieldValue(*field, text.toStdString());
    ModelConfig config;
    const bool good = value && config.set(field->path, *value);
    QCOMPARE(good, !json.isEmpty());
    if (good)
        QCOMPARE(QString::fromStdString(dumpJson(*config.find(field->path))), json);
}

void TestPackage::formatsSizes()
{
    const auto rendering = parseJson(readFile(vectorFile("derived/table-paramsize-format.json")));
    VERIFY_RESULT(rendering);
    for (const auto &row : *rendering->asArray()) {
        const auto count = row.find("count");
        const auto number = count->asInteger() ? static_cast<std::uint64_t>(*count->asInteger())
                                               : static_cast<std::uint64_t>(count->number());
        QCOMPARE(formatParamSize(number), row.text("text"));
    }
    const auto grammar = parseJson(readFile(vectorFile("derived/table-paramsize.json")));
    for (const auto &row : *grammar->asArray())
        QVERIFY2(isParamSize(row.text("text")) == *row.find("ok")->asBool(), row.text("text").c_str());
}

void TestPackage::overridesLayers()
{
    TestDir dir;
    makeModelFolder(dir, "m");
    auto package = packageOf(dir / "m");
    const auto override = parseLayerOverride("data/**=doc:tar+gzip");
    VERIFY_RESULT(override);
    QCOMPARE(applyLayerOverride(package, *override), std::size_t(1));
    QCOMPARE(applyExclude(package, "*.safetensors"), std::size_t(2));
    QCOMPARE(applyExclude(package, "/nothing"), std::size_t(0));
    for (const char *text : {"", "=doc", "x", "x=", "x=music", "x=doc:zip"})
        VERIFY_ERROR(parseLayerOverride(text), ErrorCode::Usage);
    QVERIFY(matchesGlob("/*.md", "README.md") && !matchesGlob("/*.md", "a/README.md")
            && matchesGlob("*.md", "a/README.md"));
}

void TestPackage::writesTheDefaultShape()
{
    TestDir dir;
    makeModelFolder(dir, "m");
    const auto plan = makePlan(packageOf(dir / "m"), nullptr, context);
    VERIFY_RESULT(plan);
    std::vector<std::string> order;
    for (const auto &layer : plan->layers) {
        order.push_back(cat(toString(layer.kind), ":", layer.path));
        QVERIFY(layer.encoding == LayerEncoding::Raw);
        QCOMPARE(*findAnnotation(layer.annotations, "org.cncf.model.filepath"), layer.path);
        QCOMPARE(*findAnnotation(layer.annotations, "org.opencontainers.image.title"), layer.path);
        const auto metadata = *findAnnotation(layer.annotations, "org.cncf.model.file.metadata+json");
        QVERIFY2(validateFileMetadata(metadata).empty(), metadata.c_str());
        QVERIFY(metadata.find(layer.path == "src/run.py" ? "\"mode\":493" : "\"mode\":420") != std::string::npos);
        QVERIFY(metadata.find("1970-01-01T00:00:00Z") != std::string::npos);
        QVERIFY(!findAnnotation(layer.annotations, "org.cncf.model.file.mediatype.untested"));
    }
    QCOMPARE(
        order,
        (std::vector<std::string>{"config:config.json", "config:tokenizer.json",
                                  "weight:model-00001-of-00002.safetensors", "weight:model-00002-of-00002.safetensors",
                                  "code:src/run.py", "doc:LICENSE", "doc:README.md", "dataset:data/训练 café.csv"}));
    const auto documents = plan->preview();
    for (const auto &finding : validateManifest(documents.manifest))
        QVERIFY2(finding.severity == Severity::Note, finding.message.text().c_str());
    for (const auto &finding : validateConfig(documents.config))
        QVERIFY2(finding.severity != Severity::Error, finding.message.text().c_str());
}

static std::string digestOf(const Package &package)
{
    MemoryStore store;
    const auto plan = makePlan(package, nullptr, context).value();
    const auto request = makeTransfer(plan, nullptr).value();
    return transfer(request, store, context).value().root.toString();
}

void TestPackage::isReproducible()
{
    TestDir dir; // TAR-23, APP-05
    makeModelFolder(dir, "one/m");
    const auto digest = digestOf(packageOf(dir / "one/m"));
    QCOMPARE(digestOf(packageOf(dir / "one/m")), digest);
    // the same files elsewhere, made in another order, with other times, rights and umask, in another locale and zone
    ::umask(0077);
    fs::create_directories(dir / "two");
    fs::copy(dir / "one/m", dir / "two/m", fs::copy_options::recursive);
    ::umask(0022);
    for (const auto &entry : fs::recursive_directory_iterator(dir / "two/m")) {
        if (entry.is_regular_file())
            fs::last_write_time(entry.path(), fs::file_time_type::clock::now() - std::chrono::hours(99'999));
    }
    fs::permissions(dir / "two/m/src/run.py", fs::perms(0700));
    std::setlocale(LC_ALL, "C");
    qputenv("TZ", "Asia/Tokyo");
    QCOMPARE(digestOf(packageOf(dir / "two/m")), digest);
    std::setlocale(LC_ALL, "C.UTF-8");
    auto times = packageOf(dir / "two/m");
    times.keepTimes = true;
    QVERIFY(digestOf(times) != digest);
}

void TestPackage::previewIsExactOnceDigestsAreKnown()
{
    TestDir dir;
    makeModelFolder(dir, "m");
    const auto cache = HashCache::open(dir / "cache/hashes.sqlite");
    QVERIFY(cache != nullptr);
    const auto package = packageOf(dir / "m");
    const auto first = makePlan(package, cache.get(), context).value();
    QVERIFY(!first.isExact());
    QVERIFY(first.preview().manifest.find("sha256:" + std::string(64, '0')) != std::string::npos);
    for (const auto &entry : package.entries) {
        const auto path = package.root / entry.file;
        cache->store(identityOf(path).value(), Digest::sha256Of(readFile(path)),
                     std::chrono::system_clock::now() + std::chrono::hours(1));
    }
    const auto second = makePlan(package, cache.get(), context).value();
    QVERIFY(second.isExact());
    MemoryStore store;
    const auto result = transfer(makeTransfer(second, cache.get()).value(), store, context);
    VERIFY_RESULT(result);
    QCOMPARE(result->root, Digest::sha256Of(second.preview().manifest));
    QCOMPARE(store.fetchManifest(result->root.toString(), context)->bytes, second.preview().manifest);
}

void TestPackage::bundlesFolders()
{
    TestDir dir;
    for (int i = 0; i < 50; ++i)
        dir.write(cat("m/data/", i, ".csv"), "a,b\n");
    dir.write("m/data/readme.md", "x");
    dir.write("m/model.bin", std::string("\1\2\3", 3));
    auto package = packageOf(dir / "m");
    QCOMPARE(applyBundle(package, "data/**"), std::size_t(51));
    const auto plan = makePlan(package, nullptr, context);
    VERIFY_RESULT(plan);
    QCOMPARE(plan->layers.size(), std::size_t(3)); // one tar a kind, and the model
    for (const auto &layer : plan->layers) {
        if (layer.encoding == LayerEncoding::Raw)
            continue;
        QCOMPARE(layer.path, std::string("data"));
        QVERIFY(!findAnnotation(layer.annotations, "org.cncf.model.file.metadata+json"));
        QVERIFY(layer.size.has_value());
    }
    MemoryStore store;
    const auto result = transfer(makeTransfer(*plan, nullptr).value(), store, context);
    VERIFY_RESULT(result);
    const auto findings = validateArtifact(store, result->root.toString(), SpecVersion::Main, true, context);
    VERIFY_RESULT(findings);
    QVERIFY(!hasErrors(*findings));
}

void TestPackage::encodesAsAsked()
{
    TestDir dir;
    makeModelFolder(dir, "m");
    for (const auto encoding : {LayerEncoding::Tar, LayerEncoding::TarGzip, LayerEncoding::TarZstd}) {
        auto package = packageOf(dir / "m");
        for (auto &entry : package.entries)
            entry.encoding = encoding;
        const auto plan = makePlan(package, nullptr, context).value();
        QCOMPARE(plan.layers[0].size.has_value(), encoding == LayerEncoding::Tar);
        MemoryStore store;
        const auto result = transfer(makeTransfer(plan, nullptr).value(), store, context);
        VERIFY_RESULT(result);
        const auto findings =
            validateArtifact(store, result->root.toString(), SpecVersion::Main, true, context); // diffIds too
        VERIFY_RESULT(findings);
        for (const auto &finding : *findings)
            QVERIFY2(finding.severity != Severity::Error, finding.message.text().c_str());
    }
}

void TestPackage::stopsAtStandIns()
{
    TestDir dir;
    dir.write("m/model.safetensors", "version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 123\n");
    dir.write("m/config.json", "{}");
    auto package = packageOf(dir / "m");
    const auto plan = makePlan(package, nullptr, context).value();
    QVERIFY(hasErrors(plan.findings));
    VERIFY_ERROR(makeTransfer(plan, nullptr), ErrorCode::InvalidInput);
    applyExclude(package, "model.safetensors");
    VERIFY_RESULT(makeTransfer(makePlan(package, nullptr, context).value(), nullptr));
    applyExclude(package, "*");
    VERIFY_ERROR(makePlan(package, nullptr, context), ErrorCode::InvalidInput);
}

void TestPackage::reportsWhatIsGone()
{
    TestDir dir;
    makeModelFolder(dir, "m");
    const auto package = packageOf(dir / "m");
    fs::remove(dir / "m/config.json");
    const auto plan = makePlan(package, nullptr, context).value();
    const auto transfer = makeTransfer(plan, nullptr);
    QVERIFY(!transfer);
    QVERIFY(transfer.error().message().find("config.json") != std::string::npos);
}

void TestPackage::meetsHugeManifests()
{
    TestDir dir;
    for (int i = 0; i < 2100; ++i)
        dir.write(cat("m/data/", i, ".csv"), "x");
    auto package = packageOf(dir / "m");
    auto plan = makePlan(package, nullptr, context).value();
    QCOMPARE(plan.findings.back().id, std::string("MP060"));
    QVERIFY(!hasErrors(plan.findings));
    QCOMPARE(plan.bundleProposals.size(), std::size_t(1));
    QCOMPARE(plan.bundleProposals[0].glob, std::string("data/**"));
    applyBundle(package, plan.bundleProposals[0].glob);
    plan = makePlan(package, nullptr, context).value();
    QCOMPARE(plan.layers.size(), std::size_t(1));
    QVERIFY(plan.bundleProposals.empty());

    // over 4 MiB publishing stops and says so
    Package many;
    many.root = dir / "m";
    for (int i = 0; i < 12'000; ++i)
        many.entries.push_back(
            {.path = cat("data/", i, ".csv"), .file = cat("data/", i % 2100, ".csv"), .kind = LayerKind::Dataset});
    const auto large = makePlan(many, nullptr, context).value();
    VERIFY_ERROR(makeTransfer(large, nullptr), ErrorCode::LimitExceeded);
    QVERIFY(!large.bundleProposals.empty());
}

void TestPackage::readsNothingToPlan()
{
    TestDir dir;
    dir.write("m/config.json", "{}");
    dir.write("m/model.safetensors", std::string("\x02\0\0\0\0\0\0\0{}", 10));
    fs::resize_file(dir / "m/model.safetensors", 100ULL << 30); // sparse
    const auto plan = makePlan(packageOf(dir / "m"), nullptr, context);
    VERIFY_RESULT(plan);
    QCOMPARE(plan->totalSize().value(), (100LL << 30) + 2);
}

QTEST_GUILESS_MAIN(TestPackage)
#include "tst_package.moc"
