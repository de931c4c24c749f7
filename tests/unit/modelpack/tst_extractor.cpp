// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "io/compression.h"
#include "io/tar.h"
#include "modelpack/artifactplan.h"
#include "modelpack/extractor.h"
#include "modelpack/validate.h"
#include "oci/imagelayout.h"
#include "oci/memorystore.h"
#include "support/programs.h"
#include "support/testing.h"

#include <QTest>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace modelcrate;
using namespace modelcrate::testing;
namespace fs = std::filesystem;

class TestExtractor : public QObject {
    Q_OBJECT

private slots:
    void bringsEverythingBack_data();
    void bringsEverythingBack();
    void extractsParts();
    void extractsChosenLayers();
    void keepsEqualFilesAndRefusesOthers();
    void skipsOrRenamesWhatIsInTheWay_data();
    void skipsOrRenamesWhatIsInTheWay();
    void looksBeforeItWrites();
    void refusesHostileNames_data();
    void refusesHostileNames();
    void toleratesTheSameTwice();
    void leavesOutUnknownLayers();
    void refusesTamperedLayers();
    void refusesHostileTars();
    void goesByContentNotByType_data();
    void goesByContentNotByType();
    void dropsWhatIsNotModeOrBytes();
    void doesNotFollowPlantedLinks();
    void checksSpace();
    void cancelsCleanly();
    void namesForeignArtifacts_data();
    void namesForeignArtifacts();
    void judgesOddDocuments_data();
    void judgesOddDocuments();
    void boundsWhatAnArtifactMayAsk();
    void judgesConfigs();
    void judgesVectors();
    void opensWhatPeersWrote_data();
    void opensWhatPeersWrote();
};

static const TaskContext context;

namespace {

/// An artifact in memory from layers given as JSON descriptors' parts.
class ArtifactBuilder {
public:
    void addLayer(const std::string &mediaType, const std::string &bytes, const std::string &annotations = "{}")
    {
        push(bytes);
        m_layers.push_back(cat(R"({"mediaType":")", mediaType, R"(","digest":")", Digest::sha256Of(bytes).toString(),
                               R"(","size":)", bytes.size(), R"(,"annotations":)", annotations, "}"));
        m_diffIds.push_back('"' + Digest::sha256Of(bytes).toString() + '"');
    }
    void addFile(const std::string &path, const std::string &bytes, const std::string &kind = "weight")
    {
        addLayer("application/vnd.cncf.model." + kind + ".v1.raw", bytes,
                 dumpJson(JsonObject{{"org.cncf.model.filepath", path}}));
    }
    std::string finish(const std::string &artifactType = "application/vnd.cncf.model.manifest.v1+json",
                       const std::string &configType = "application/vnd.cncf.model.config.v1+json")
    {
        return finishWith(cat(R"({"descriptor":{"name":"x"},"config":{},"modelfs":{"type":"layers","diffIds":[)",
                              join(m_diffIds, ","), "]}}"),
                          artifactType, configType);
    }
    std::string finishWith(const std::string &config,
                           const std::string &artifactType = "application/vnd.cncf.model.manifest.v1+json",
                           const std::string &configType = "application/vnd.cncf.model.config.v1+json")
    {
        push(config);
        const auto manifest =
            cat(R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","artifactType":")",
                artifactType, R"(","config":{"mediaType":")", configType, R"(","digest":")",
                Digest::sha256Of(config).toString(), R"(","size":)", config.size(), R"(},"layers":[)",
                join(m_layers, ","), "]}");
        return store.pushManifest(manifest, mediatypes::imageManifest, std::nullopt, context).value().toString();
    }
    MemoryStore store;

private:
    void push(const std::string &bytes)
    {
        const auto pushed = store.pushBlob({"x", makeMemoryContent(bytes), MediaType::parse("a/b").value()},
                                           context.progress().add("x", {}), context);
        if (!pushed)
            qFatal("memory refuses a blob");
    }
    std::vector<std::string> m_layers;
    std::vector<std::string> m_diffIds;
};

Result<ExtractResult> extract(ContentStore &store, const std::string &name, const fs::path &target,
                              const ExtractOptions &options = {}, const TaskContext &with = context)
{
    ASSIGN_OR_RETURN(const auto artifact, openArtifact(store, name, with));
    return extractArtifact(store, artifact, target, options, with);
}

bool isEmptyOrAbsent(const fs::path &folder)
{
    std::error_code ignored;
    return !fs::exists(folder, ignored) || fs::is_empty(folder, ignored);
}

} // namespace

void TestExtractor::bringsEverythingBack_data()
{
    QTest::addColumn<int>("encoding");
    for (const auto encoding : {LayerEncoding::Raw, LayerEncoding::Tar, LayerEncoding::TarGzip, LayerEncoding::TarZstd})
        QTest::newRow(toString(encoding).data()) << int(encoding);
}

void TestExtractor::bringsEverythingBack()
{
    QFETCH(int, encoding);
    TestDir dir;
    makeModelFolder(dir, "模型 café");
    auto package = makePackage(dir / "模型 café", {}, context).value();
    for (auto &entry : package.entries)
        entry.encoding = static_cast<LayerEncoding>(encoding);
    MemoryStore store;
    const auto sent =
        transfer(makeTransfer(makePlan(package, nullptr, context).value(), nullptr).value(), store, context);
    VERIFY_RESULT(sent);
    const auto result = extract(store, sent->root.toString(), dir / "out");
    VERIFY_RESULT(result);
    QCOMPARE(result->written.size(), std::size_t(8));
    QVERIFY(folderContents(dir / "out") == folderContents(dir / "模型 café"));
    struct ::stat status { };
    ::stat((dir / "out/README.md").c_str(), &status);
    QVERIFY(status.st_mtime > 1'000'000); // not 1970
    QCOMPARE(status.st_mode & 0777, 0644U);
}

void TestExtractor::extractsParts()
{
    TestDir dir;
    ArtifactBuilder builder;
    builder.addFile("w.bin", "w");
    builder.addFile("a/config.json", "{}", "weight.config");
    builder.addFile("README.md", "r", "doc");
    const auto name = builder.finish();
    VERIFY_RESULT(extract(builder.store, name, dir / "kinds", {.kinds = {LayerKind::Doc}}));
    QCOMPARE(folderContents(dir / "kinds").size(), std::size_t(1));
    VERIFY_RESULT(extract(builder.store, name, dir / "paths", {.paths = {"a/**", "*.bin"}}));
    QCOMPARE(folderContents(dir / "paths").size(), std::size_t(2));
    VERIFY_ERROR(extract(builder.store, name, dir / "none", {.paths = {"*.zip"}}), ErrorCode::NotFound);
}

void TestExtractor::keepsEqualFilesAndRefusesOthers()
{
    TestDir dir; // DL-13, DL-20
    ArtifactBuilder builder;
    builder.addFile("a", "aaa");
    builder.addFile("b", "bbb");
    const auto name = builder.finish();
    dir.write("out/a", "aaa");
    dir.write("out/b", "BBB");
    const auto refused = extract(builder.store, name, dir / "out");
    VERIFY_ERROR(refused, ErrorCode::Conflict);
    QVERIFY(refused.error().message().find("b") != std::string::npos);
    QCOMPARE(dir.read("out/b"), std::string("BBB"));
    const auto result = extract(builder.store, name, dir / "out", {.existing = ExistingFiles::Overwrite});
    VERIFY_RESULT(result);
    QCOMPARE(result->kept.size(), std::size_t(1));
    QCOMPARE(dir.read("out/b"), std::string("bbb"));
    QCOMPARE(extract(builder.store, name, dir / "out")->kept.size(), std::size_t(2));
    dir.write("blocked/a/x", "x"); // a folder where a file goes
    VERIFY_ERROR(extract(builder.store, name, dir / "blocked", {.existing = ExistingFiles::Overwrite}),
                 ErrorCode::Conflict);
}

void TestExtractor::extractsChosenLayers()
{
    TestDir dir;
    ArtifactBuilder builder;
    builder.addFile("a.txt", "1");
    builder.addFile("b/a.txt", "2");
    builder.addFile("c[1].txt", "3");
    const auto name = builder.finish();
    VERIFY_RESULT(extract(builder.store, name, dir / "out", {.layers = {"a.txt", "c[1].txt"}}));
    // By name, not by pattern: neither the one in b nor one that the brackets would fit.
    QCOMPARE(folderContents(dir / "out").size(), std::size_t(2));
    QVERIFY(fs::exists(dir / "out/c[1].txt"));
    // One that is not there is named, and nothing is written.
    const auto result = extract(builder.store, name, dir / "none", {.layers = {"a.txt", "d", "b"}});
    VERIFY_ERROR(result, ErrorCode::NotFound);
    QVERIFY2(result.error().message().find("b, d") != std::string::npos, result.error().message().c_str());
    QVERIFY(folderContents(dir / "none").empty());
}

void TestExtractor::skipsOrRenamesWhatIsInTheWay_data()
{
    QTest::addColumn<int>("encoding");
    for (const auto encoding : {LayerEncoding::Raw, LayerEncoding::TarGzip})
        QTest::newRow(toString(encoding).data()) << int(encoding);
}

void TestExtractor::skipsOrRenamesWhatIsInTheWay()
{
    QFETCH(int, encoding);
    TestDir dir;
    dir.write("m/docs/a.txt", "new");
    dir.write("m/model.safetensors", std::string("\x02\0\0\0\0\0\0\0{}", 10));
    auto package = makePackage(dir / "m", {}, context).value();
    for (auto &entry : package.entries)
        entry.encoding = LayerEncoding(encoding);
    MemoryStore store;
    const auto sent =
        transfer(makeTransfer(makePlan(package, nullptr, context).value(), nullptr).value(), store, context);
    VERIFY_RESULT(sent);
    const auto name = sent->root.toString();
    dir.write("skip/docs/a.txt", "mine");
    const auto skipped = extract(store, name, dir / "skip", {.existing = ExistingFiles::Skip});
    VERIFY_RESULT(skipped);
    QCOMPARE(dir.read("skip/docs/a.txt"), std::string("mine"));
    QCOMPARE(skipped->skipped.size(), std::size_t(1));
    QCOMPARE(skipped->written.size(), std::size_t(1));

    dir.write("both/docs/a.txt", "mine");
    dir.write("both/docs/a (2).txt", "mine too");
    const auto renamed = extract(store, name, dir / "both", {.existing = ExistingFiles::Rename});
    VERIFY_RESULT(renamed);
    QCOMPARE(dir.read("both/docs/a.txt"), std::string("mine"));
    QCOMPARE(dir.read("both/docs/a (2).txt"), std::string("mine too"));
    QCOMPARE(dir.read("both/docs/a (3).txt"), std::string("new"));
    // Once more: what was written is not equal to what is looked for under its name, so it comes a second time; what
    // is equal under its own name does not.
    const auto again = extract(store, name, dir / "both", {.existing = ExistingFiles::Rename});
    QCOMPARE(again->kept.size(), std::size_t(1));
}

void TestExtractor::looksBeforeItWrites()
{
    TestDir dir;
    ArtifactBuilder builder;
    builder.addFile("same", "12345");
    builder.addFile("other", "12345");
    builder.addFile("new", "1234567");
    builder.addFile("folder", "1");
    const auto artifact = openArtifact(builder.store, builder.finish(), context).value();
    const auto absent = previewExtract(artifact.layers, dir / "not/yet", {}, context);
    VERIFY_RESULT(absent);
    QVERIFY(!fs::exists(dir / "not"));
    QCOMPARE(absent->absent, std::size_t(4));
    QCOMPARE(absent->needed, ByteCount(18));
    QVERIFY(absent->free > ByteCount());
    dir.write("out/same", "abcde");
    dir.write("out/other", "abc");
    dir.write("out/folder/x", "x");
    const auto preview = previewExtract(artifact.layers, dir / "out", {}, context);
    VERIFY_RESULT(preview);
    QCOMPARE(preview->files, std::size_t(4));
    QCOMPARE(preview->sameSize, std::size_t(1));
    QCOMPARE(preview->different, std::size_t(2));
    QCOMPARE(preview->absent, std::size_t(1));
    QCOMPARE(preview->bytes, ByteCount(18));
    QCOMPARE(preview->needed, ByteCount(13));
    QCOMPARE(previewExtract(artifact.layers, dir / "out", {.layers = {"new"}}, context)->needed, ByteCount(7));
}

void TestExtractor::refusesHostileNames_data()
{
    QTest::addColumn<QStringList>("paths");
    QTest::newRow("TAR-20 parent") << QStringList{"good", "../evil"};
    QTest::newRow("TAR-20 absolute") << QStringList{"good", "/tmp/evil"};
    QTest::newRow("TAR-20 inside and out") << QStringList{"good", "a/../../evil"};
    QTest::newRow("TAR-15 backslash") << QStringList{"good", "..\\evil"};
    QTest::newRow("TAR-15 control character") << QStringList{"good", "a\nb"};
    QTest::newRow("MAN-16 twice") << QStringList{"same", "same"};
    QTest::newRow("MAN-16 file and folder") << QStringList{"a", "a/b"};
    QTest::newRow("MAN-16 case") << QStringList{"README", "readme"};
    QTest::newRow("MAN-16 normal forms") << QStringList{"caf\u00e9", "cafe\u0301"};
}

void TestExtractor::refusesHostileNames()
{
    QFETCH(QStringList, paths);
    TestDir dir;
    ArtifactBuilder builder;
    int number = 0;
    for (const auto &path : paths)
        builder.addFile(path.toStdString(), cat("bytes ", ++number));
    const auto result = extract(builder.store, builder.finish(), dir / "out/deep");
    QVERIFY(!result);
    QVERIFY(result.error().code() == ErrorCode::UnsafePath || result.error().code() == ErrorCode::Conflict);
    QVERIFY(isEmptyOrAbsent(dir / "out/deep"));
    QVERIFY(!fs::exists(dir / "out/evil") && !fs::exists("/tmp/evil"));
}

void TestExtractor::toleratesTheSameTwice()
{
    TestDir dir; // Docker writes LICENSE twice
    ArtifactBuilder builder;
    builder.addFile("LICENSE", "text", "doc");
    builder.addFile("LICENSE", "text", "doc");
    builder.addFile("a..b/c..txt", "legal", "doc"); // TAR-21
    const auto result = extract(builder.store, builder.finish(), dir / "out");
    VERIFY_RESULT(result);
    QCOMPARE(folderContents(dir / "out").size(), std::size_t(2));
    QVERIFY(!result->findings.empty());
}

void TestExtractor::leavesOutUnknownLayers()
{
    TestDir dir;
    ArtifactBuilder builder;
    builder.addFile("w.bin", "w");
    builder.addLayer("application/vnd.cncf.model.music.v1.raw", "x", R"({"org.cncf.model.filepath":"song"})");
    builder.addLayer("application/vnd.cncf.model.doc.v1.raw", "y");
    const auto result = extract(builder.store, builder.finish(), dir / "out");
    VERIFY_RESULT(result);
    QCOMPARE(result->written.size(), std::size_t(1));
    QCOMPARE(result->findings.size(), std::size_t(2));
}

namespace {

/// Gives other bytes for one blob than it should.
class TamperedStore final : public ContentStore {
public:
    explicit TamperedStore(MemoryStore &inner, Digest victim, std::string bytes)
        : m_inner(inner),
          m_victim(std::move(victim)),
          m_bytes(std::move(bytes))
    {
    }
    std::string description() const override { return "tampered"; }
    Result<StoredManifest> fetchManifest(const std::string &name, const TaskContext &c) override
    {
        return m_inner.fetchManifest(name, c);
    }
    Result<std::optional<Digest>> resolveTag(const TagName &name, const TaskContext &c) override
    {
        return m_inner.resolveTag(name, c);
    }
    ContentPtr blob(const Descriptor &descriptor) override
    {
        return descriptor.digest == m_victim ? makeMemoryContent(m_bytes) : m_inner.blob(descriptor);
    }
    Result<BlobProbe> probe(const Descriptor &descriptor, const TaskContext &c) override
    {
        return m_inner.probe(descriptor, c);
    }
    Result<Descriptor> pushBlob(const BlobToPush &, ProgressBoard::Item, const TaskContext &) override
    {
        return Error(ErrorCode::Unsupported, "no");
    }
    Result<Digest> pushManifest(const std::string &, std::string_view, const std::optional<TagName> &,
                                const TaskContext &) override
    {
        return Error(ErrorCode::Unsupported, "no");
    }
    Result<std::vector<TagName>> listTags(const TaskContext &c) override { return m_inner.listTags(c); }
    Result<void> removeTag(const TagName &name, const std::optional<Digest> &seen, bool all,
                           const TaskContext &c) override
    {
        return m_inner.removeTag(name, seen, all, c);
    }

private:
    MemoryStore &m_inner;
    Digest m_victim;
    std::string m_bytes;
};

std::string tarOf(std::vector<TarEntry> entries)
{
    return readContent(*makeTarContent(std::move(entries)).value(), 64_MiB, context).value();
}

} // namespace

void TestExtractor::refusesTamperedLayers()
{
    const auto good = pseudoRandomBytes(300'000);
    auto flipped = good;
    flipped[150'000] = static_cast<char>(flipped[150'000] ^ 1);
    const auto tar = tarOf({{"a", makeMemoryContent(good)}, {"b", makeMemoryContent("b")}});
    auto flippedTar = tar;
    flippedTar[tar.size() / 2] = static_cast<char>(flippedTar[tar.size() / 2] ^ 1);
    for (const auto &bytes : {flipped, good.substr(0, 1000), good + "x"}) { // DL-05, DL-06
        TestDir dir;
        ArtifactBuilder builder;
        builder.addFile("w.bin", good);
        const auto name = builder.finish();
        TamperedStore store(builder.store, Digest::sha256Of(good), bytes);
        const auto result = extract(store, name, dir / "out");
        QVERIFY(!result);
        QVERIFY(result.error().code() == ErrorCode::DigestMismatch || result.error().code() == ErrorCode::SizeMismatch);
        QVERIFY(isEmptyOrAbsent(dir / "out"));
    }
    TestDir dir; // a tar appears whole or not at all
    ArtifactBuilder builder;
    builder.addLayer("application/vnd.cncf.model.weight.v1.tar", tar);
    const auto name = builder.finish();
    TamperedStore store(builder.store, Digest::sha256Of(tar), flippedTar);
    VERIFY_ERROR(extract(store, name, dir / "out"), ErrorCode::DigestMismatch);
    QVERIFY(isEmptyOrAbsent(dir / "out"));
}

void TestExtractor::refusesHostileTars()
{
    const auto vectors = vectorsDir();
    std::vector<std::string> tars{std::string(2048, 'x'), tarOf({{"a", makeMemoryContent("a")}}).substr(0, 1024)};
    if (vectors) {
        for (const char *name : {"tar-invalid-symlink-then-file", "tar-invalid-hardlink-outside", "tar-invalid-device",
                                 "tar-invalid-fifo", "tar-invalid-checksum"})
            tars.push_back(readFile(*vectors / cat("derived/", name, ".tar")));
    }
    for (const auto &tar : tars) {
        TestDir dir;
        ArtifactBuilder builder;
        builder.addFile("good", "good");
        builder.addLayer("application/vnd.cncf.model.doc.v1.tar", tar);
        QVERIFY(!extract(builder.store, builder.finish(), dir / "out/x"));
        std::error_code ignored;
        for (const auto &entry : fs::recursive_directory_iterator(dir / "out", ignored))
            QVERIFY2(entry.is_directory() || entry.path().filename() == "good", entry.path().c_str());
    }
}

void TestExtractor::goesByContentNotByType_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("readable");
    const auto tar = tarOf({{"src/run.py", makeMemoryContent("print(1)\n"), 0755}});
    const auto packed = [&](Compression compression) {
        return readContent(*makeCompressedContent(makeMemoryContent(tar), compression), 1_MiB, context).value();
    };
    const auto row = [](const char *name, const char *type, const std::string &bytes, bool readable) {
        QTest::newRow(name) << QByteArray(type) << QByteArray::fromStdString(bytes) << readable;
    };
    row("TAR-18 gzip as tar", "tar", packed(Compression::Gzip), true);
    row("TAR-18 zstd as tar", "tar", packed(Compression::Zstd), true);
    row("TAR-18 tar as gzip", "tar+gzip", tar, true);
    row("TAR-18 zstd as gzip", "tar+gzip", packed(Compression::Zstd), true);
    row("TAR-18 gzip as zstd", "tar+zstd", packed(Compression::Gzip), true);
    row("TAR-18 broken gzip as tar", "tar", packed(Compression::Gzip).substr(0, 30), false);
    row("TAR-19 xz as tar", "tar",
        "\xfd"
        "7zXZ"
            + std::string(2000, 'x'),
        false);
    row("TAR-19 7z as gzip", "tar+gzip", "7z\xbc\xaf\x27\x1c" + std::string(2000, 'x'), false);
    row("TAR-19 rar as zstd", "tar+zstd", "Rar!\x1a\x07" + std::string(2000, 'x'), false);
    row("empty as gzip", "tar+gzip", "", false);
}

void TestExtractor::goesByContentNotByType()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, bytes);
    QFETCH(bool, readable);
    TestDir dir;
    ArtifactBuilder builder;
    builder.addLayer("application/vnd.cncf.model.code.v1." + type.toStdString(), bytes.toStdString());
    const auto name = builder.finish();
    const auto result = extract(builder.store, name, dir / "out");
    const auto findings = validateArtifact(builder.store, name, SpecVersion::Main, true, context);
    VERIFY_RESULT(findings);
    const auto said = [](const Findings &all) {
        return std::count_if(all.begin(), all.end(), [](const Finding &finding) {
            return finding.severity == Severity::Warning && finding.message.text().find(", is ") != std::string::npos;
        });
    };
    if (!readable) {
        QVERIFY(!result);
        QVERIFY(isEmptyOrAbsent(dir / "out"));
        QVERIFY(hasErrors(*findings));
        return;
    }
    VERIFY_RESULT(result);
    QVERIFY(folderContents(dir / "out")
            == (std::map<std::string, std::pair<std::string, bool>>{{"src/run.py", {"print(1)\n", true}}}));
    QCOMPARE(said(result->findings), std::ptrdiff_t(1));
    QCOMPARE(said(*findings), std::ptrdiff_t(1));
}

void TestExtractor::dropsWhatIsNotModeOrBytes()
{
    TestDir dir; // TAR-08: setuid, owner, extended attributes
    auto tar = tarOf({{"tool", makeMemoryContent("#!/bin/sh\n"), 0755}});
    const auto put = [&](std::size_t at, const std::string &text) { tar.replace(at, text.size(), text); };
    put(100, "0004755");
    put(108, "0001750");
    put(148, "        ");
    unsigned sum = 0;
    for (std::size_t i = 0; i < 512; ++i)
        sum += static_cast<unsigned char>(tar[i]);
    std::string octal(6, '0');
    for (auto i = octal.size(); i-- > 0; sum >>= 3)
        octal[i] = static_cast<char>('0' + (sum & 7));
    put(148, octal + std::string("\0 ", 2));
    ArtifactBuilder builder;
    builder.addLayer("application/vnd.cncf.model.code.v1.tar", tar);
    builder.addLayer(
        "application/vnd.cncf.model.code.v1.raw", "raw",
        R"({"org.cncf.model.filepath":"raw","org.cncf.model.file.metadata+json":"{\"mode\":2541,\"uid\":1000,\"gid\":1000}"})");
    VERIFY_RESULT(extract(builder.store, builder.finish(), dir / "out"));
    for (const char *name : {"out/tool", "out/raw"}) {
        struct ::stat status { };
        QCOMPARE(::stat((dir / name).c_str(), &status), 0);
        QCOMPARE(status.st_mode & 07777, 0755U);
        QCOMPARE(status.st_uid, ::geteuid());
        QCOMPARE(::llistxattr((dir / name).c_str(), nullptr, 0), ssize_t(0));
    }
}

void TestExtractor::doesNotFollowPlantedLinks()
{
    TestDir dir; // TAR-06
    fs::create_directories(dir / "outside");
    fs::create_directories(dir / "out");
    fs::create_directory_symlink("../outside", dir / "out/a");
    ArtifactBuilder builder;
    builder.addFile("a/evil", "x");
    QVERIFY(!extract(builder.store, builder.finish(), dir / "out"));
    QVERIFY(fs::is_empty(dir / "outside"));
}

void TestExtractor::checksSpace()
{
    TestDir dir; // DL-09, DL-18: nothing is allocated by a size somebody wrote
    ArtifactBuilder builder;
    builder.addFile("w.bin", "w");
    const auto name = builder.finish();
    auto artifact = openArtifact(builder.store, name, context).value();
    artifact.layers[0].descriptor.size = ByteCount(1LL << 60);
    VERIFY_ERROR(extractArtifact(builder.store, artifact, dir / "out", {}, context), ErrorCode::NoSpace);
    QVERIFY(isEmptyOrAbsent(dir / "out"));
}

void TestExtractor::cancelsCleanly()
{
    TestDir dir;
    ArtifactBuilder builder;
    builder.addFile("w.bin", "w");
    const auto name = builder.finish();
    std::stop_source stop;
    const auto artifact = openArtifact(builder.store, name, context).value();
    stop.request_stop();
    VERIFY_ERROR(extractArtifact(builder.store, artifact, dir / "out", {}, TaskContext(stop.get_token())),
                 ErrorCode::Canceled);
    QVERIFY(isEmptyOrAbsent(dir / "out"));
}

void TestExtractor::namesForeignArtifacts_data()
{
    QTest::addColumn<QString>("artifactType");
    QTest::addColumn<QString>("configType");
    QTest::addColumn<QString>("words");
    // MAN-14
    QTest::newRow("ModelKit") << ""
                              << "application/vnd.kitops.modelkit.config.v1+json"
                              << "ModelKit";
    QTest::newRow("Docker model") << ""
                                  << "application/vnd.docker.ai.model.config.v0.1+json"
                                  << "Docker model";
    QTest::newRow("image") << ""
                           << "application/vnd.oci.image.config.v1+json"
                           << "container image";
    QTest::newRow("Helm") << ""
                          << "application/vnd.cncf.helm.config.v1+json"
                          << "Helm";
    QTest::newRow("other") << "application/x-thing"
                           << "application/vnd.oci.empty.v1+json"
                           << "application/x-thing";
}

void TestExtractor::namesForeignArtifacts()
{
    QFETCH(QString, artifactType);
    QFETCH(QString, configType);
    QFETCH(QString, words);
    ArtifactBuilder builder;
    builder.addLayer("application/octet-stream", "x");
    const auto name = builder.finish(artifactType.isEmpty() ? configType.toStdString() : artifactType.toStdString(),
                                     configType.toStdString());
    const auto artifact = openArtifact(builder.store, name, context);
    VERIFY_ERROR(artifact, ErrorCode::Unsupported);
    QVERIFY2(artifact.error().message().find(words.toStdString()) != std::string::npos,
             artifact.error().message().c_str());
    QVERIFY(!hasErrors(*validateArtifact(builder.store, name, SpecVersion::Main, true, context)));
}

/// The document with its config replaced: `member` of the artifact's config is what `value` says.
static std::string configWith(const std::string &diffIds)
{
    return cat(R"({"descriptor":{"name":"x"},"config":{},"modelfs":{"type":"layers")", diffIds, "}}");
}

void TestExtractor::judgesOddDocuments_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QByteArray>("annotations");
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<bool>("isError");
    const auto row = [](const char *name, const std::string &config, const char *annotations, const char *id,
                        bool isError) {
        QTest::newRow(name) << QByteArray::fromStdString(config) << QByteArray(annotations) << QByteArray(id)
                            << isError;
    };
    const auto id = '"' + Digest::sha256Of("a").toString() + '"';
    const auto good = configWith(R"(,"diffIds":[)" + id + "]");
    const char *plain = R"({"org.cncf.model.filepath":"a","org.opencontainers.image.title":"a"})";
    row("MAN-12 diffIds missing", configWith(""), plain, "MP021", true);
    row("MAN-12 no diffIds", configWith(R"(,"diffIds":[])"), plain, "MP021", true);
    row("MAN-12 diffIds null", configWith(R"(,"diffIds":null)"), plain, "MP021", true);
    row("MAN-12 more diffIds than layers", configWith(R"(,"diffIds":[)" + id + ',' + id + "]"), plain, "MP021", true);
    row("MAN-12 diffId of something else", configWith(R"(,"diffIds":[")" + Digest::sha256Of("b").toString() + "\"]"),
        plain, "MP022", true);
    row("MAN-11 config is no object", "[]", plain, "MP020", true);
    row("MAN-11 config is no JSON", "\xff", plain, "MP020", true);
    row("MAN-17 title differs", good, R"({"org.cncf.model.filepath":"a","org.opencontainers.image.title":"b"})",
        "MP013", false);
    row("as it should be", good, plain, "", false);
}

void TestExtractor::judgesOddDocuments()
{
    QFETCH(QByteArray, config);
    QFETCH(QByteArray, annotations);
    QFETCH(QByteArray, id);
    QFETCH(bool, isError);
    TestDir dir;
    ArtifactBuilder builder;
    builder.addLayer("application/vnd.cncf.model.weight.v1.raw", "a", annotations.toStdString());
    const auto name = builder.finishWith(config.toStdString());
    const auto findings = validateArtifact(builder.store, name, SpecVersion::Main, true, context);
    VERIFY_RESULT(findings);
    QCOMPARE(hasErrors(*findings), isError);
    const auto isNamed = [&](const Finding &finding) {
        return finding.id == id.toStdString() && (finding.severity == Severity::Error) == isError;
    };
    QVERIFY(id.isEmpty() || std::any_of(findings->begin(), findings->end(), isNamed));
    // whatever is wrong with the words about it, the file is there, under the name that wins
    VERIFY_RESULT(extract(builder.store, name, dir / "out"));
    QCOMPARE(dir.read("out/a"), std::string("a"));
}

void TestExtractor::boundsWhatAnArtifactMayAsk()
{
    ArtifactBuilder builder;
    builder.addFile("a", "a");
    const auto good = builder.store.fetchManifest(builder.finish(), context).value();
    const auto changed = [&](const std::string &member, Json value) {
        auto document = parseJson(good.bytes).value();
        document.asObject()->set(member, std::move(value));
        return builder.store.pushManifest(dumpJson(document), mediatypes::imageManifest, std::nullopt, context)
            .value()
            .toString();
    };
    const auto config = parseImageManifest(good.bytes)->config;
    const Descriptor huge{config.mediaType, config.digest,
                          ByteCount(10'000'000'000)}; // MAN-10: not a byte of it is asked for
    VERIFY_ERROR(openArtifact(builder.store, changed("config", toJson(huge)), context), ErrorCode::LimitExceeded);
    const auto empty = changed("layers", Json::Array{}); // MAN-13
    QVERIFY(hasErrors(*validateArtifact(builder.store, empty, SpecVersion::Main, true, context)));
    TestDir dir;
    QVERIFY(!extract(builder.store, empty, dir / "out"));

    // MAN-08: forty indexes, each with the one before it twice, are neither followed down nor 2^40 times
    std::string bytes = good.bytes;
    std::string type(mediatypes::imageManifest);
    Digest root = good.digest;
    for (int depth = 0; depth < 40; ++depth) {
        const auto entry = dumpJson(toJson(
            Descriptor{MediaType::parse(type).value(), root, ByteCount(static_cast<std::int64_t>(bytes.size()))}));
        type = mediatypes::imageIndex;
        bytes = cat(R"({"schemaVersion":2,"mediaType":")", type, R"(","manifests":[)", entry, ",", entry, "]}");
        root = builder.store.pushManifest(bytes, type, std::nullopt, context).value();
        const auto findings = validateArtifact(builder.store, root.toString(), SpecVersion::Main, true, context);
        VERIFY_RESULT(findings);
        QCOMPARE(hasErrors(*findings), depth + 1 > maxIndexDepth);
        QVERIFY(findings->size() < 10);
    }
}

void TestExtractor::judgesConfigs()
{
    ArtifactBuilder builder; // MAN-12: fewer diffIds than layers
    builder.addFile("a", "a");
    const auto good = builder.finish();
    QVERIFY(!hasErrors(*validateArtifact(builder.store, good, SpecVersion::Main, true, context)));
    builder.addLayer("application/vnd.cncf.model.doc.v1.raw", "b", R"({"org.cncf.model.filepath":"b"})");
    const auto manifest = builder.store.fetchManifest(builder.finish(), context).value();
    const auto config = parseImageManifest(builder.store.fetchManifest(good, context)->bytes)->config;
    auto document = parseJson(manifest.bytes).value();
    document.asObject()->set("config", toJson(config));
    const auto mixed =
        builder.store.pushManifest(dumpJson(document), mediatypes::imageManifest, std::nullopt, context).value();
    const auto findings = validateArtifact(builder.store, mixed.toString(), SpecVersion::Main, true, context).value();
    QVERIFY(std::any_of(findings.begin(), findings.end(), [](const Finding &finding) {
        return finding.id == "MP021" && finding.severity == Severity::Error;
    }));
    // MAN-11: wrong types everywhere are findings
    const auto wrong = validateConfig(
        R"({"descriptor":{"createdAt":1,"authors":{},"name":[],"licenses":"x"},"config":{"capabilities":7,"paramSize":{}},"modelfs":[]})");
    QVERIFY(wrong.size() >= 7);
}

void TestExtractor::judgesVectors()
{
    const auto vectors = vectorsDir();
    if (!vectors)
        QSKIP("no shared vectors beside this tree");
    const auto list = parseJson(readFile(*vectors / "vectors.json"));
    VERIFY_RESULT(list);
    const auto *items = list->asArray() ? list->asArray() : list->find("vectors")->asArray();
    int judged = 0;
    for (const auto &item : *items) {
        const auto &kind = item.text("kind");
        const auto &expect = item.text("expect");
        const auto file = *vectors / item.text("file");
        if (expect.rfind("pending", 0) == 0 || (kind != "config" && kind != "manifest" && kind != "filemeta"))
            continue;
        const auto text = readFile(file);
        const auto findings = kind == "config" ? validateConfig(text)
            : kind == "manifest"               ? validateManifest(text)
                                               : validateFileMetadata(text);
        const bool warned = std::any_of(findings.begin(), findings.end(),
                                        [](const Finding &finding) { return finding.severity == Severity::Warning; });
        ++judged;
        if (expect == "legacy")
            QVERIFY2(std::any_of(findings.begin(), findings.end(),
                                 [](const Finding &finding) {
                                     return finding.message.text().find("v0.0.") != std::string::npos;
                                 }),
                     file.c_str());
        else if (expect == "invalid")
            QVERIFY2(hasErrors(findings), file.c_str());
        else
            QVERIFY2(!hasErrors(findings) && warned == (expect == "warn"), file.c_str());
    }
    QVERIFY(judged > 130);
}

void TestExtractor::opensWhatPeersWrote_data()
{
    QTest::addColumn<int>("files");
    for (const char *tag : {"modctl-raw", "modctl-tar", "modctl-v0.2.2-raw", "modctl-v0.2.2-tar", "docker-cncf"})
        QTest::newRow(tag) << 11;
    QTest::newRow("modctl-full") << 8;
    QTest::newRow("modctl-attached") << 9;
    for (const char *tag : {"docker", "docker-gguf", "kit", "oras-files"})
        QTest::newRow(tag) << 0;
}

void TestExtractor::opensWhatPeersWrote()
{
    const auto vectors = vectorsDir();
    if (!vectors)
        QSKIP("no shared vectors beside this tree");
    QFETCH(int, files);
    const std::string tag = QTest::currentDataTag();
    const auto layout = ImageLayout::open(*vectors / "peers/layout");
    VERIFY_RESULT(layout);
    TestDir dir;
    const auto result = extract(**layout, tag, dir / "out");
    if (files == 0) {
        VERIFY_ERROR(result, ErrorCode::Unsupported);
    } else {
        VERIFY_RESULT(result);
        auto contents = folderContents(dir / "out");
        QCOMPARE(int(contents.size()), files);
        const auto original = folderContents(*vectors / "peers/tiny");
        for (const auto &[path, content] : contents) {
            if (path == "extra.txt") {
                QCOMPARE(content.first, original.at("data/train.jsonl").first);
                continue;
            }
            QVERIFY2(original.count(path) == 1 && original.at(path).first == content.first, path.c_str());
        }
        const auto findings = validateArtifact(**layout, tag, SpecVersion::Main, true, context);
        VERIFY_RESULT(findings);
        QVERIFY(!hasErrors(*findings));
    }
    // copied with no digest changed, whatever it is
    const auto copy = ImageLayout::openOrCreate(dir / "copy").value();
    VERIFY_RESULT(copyGraph(**layout, tag, *copy, {TagName::parse("copy").value()}, {}, context));
    QCOMPARE(copy->fetchManifest("copy", context)->bytes, (*layout)->fetchManifest(tag, context)->bytes);
    QVERIFY(!hasErrors(*validateLayout(dir / "copy", context)));
}

QTEST_GUILESS_MAIN(TestExtractor)
#include "tst_extractor.moc"
