// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "operations/openfolder.h"
#include "operations/publish.h"
#include "support/testing.h"
#include "support/weights.h"

#include <algorithm>
#include <map>
#include <set>

#include <QElapsedTimer>
#include <QTest>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace modelcrate;
using namespace modelcrate::testing;
namespace fs = std::filesystem;

class TestOpenFolder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void factsStandBesideTheirEntries();
    void tellsFilesAsTheyAreFound();
    void isWhatTheCommandLineOpens();
    void asksAgainLikeTheCommandLine();
    void cancels();
    void opensASavedPackage();
    void neverFollowsASavedPackageOut();
    void opensWhatLostItsFolder();
    void rescanKeepsEntriesAndAppends();
    void includesWhatWasLeftOut();
    void opensAHundredThousandFilesInSeconds();
};

static std::string pathsOf(const OpenedPackage &opened)
{
    std::vector<std::string> paths;
    for (const auto &entry : opened.package.entries)
        paths.push_back(entry.path);
    return join(paths, " ");
}

void TestOpenFolder::factsStandBesideTheirEntries()
{
    TestDir dir;
    dir.write("README.md", "# tiny\n");
    dir.write("weights.bin", std::string("\x80\x02", 2) + "}q.");
    dir.write(".git/config", "x");
    const auto opened = openFolder(dir.path(), {}, TaskContext());
    VERIFY_RESULT(opened);
    QCOMPARE(pathsOf(*opened), std::string("README.md weights.bin"));
    QCOMPARE(opened->facts.size(), opened->package.entries.size());
    QVERIFY(opened->facts[0].identity == *identityOf(dir / "README.md"));
    QVERIFY(opened->facts[1].format == FileFormat::Pickle);
    QCOMPARE(opened->excluded.size(), std::size_t(1));
    QCOMPARE(opened->excluded[0].path, std::string(".git/"));
}

void TestOpenFolder::tellsFilesAsTheyAreFound()
{
    TestDir dir;
    for (int i = 0; i < 1300; ++i)
        dir.write(cat("data/", i % 7, "/", i, ".txt"), "x");
    std::vector<std::size_t> batches;
    std::set<std::string> found;
    const auto opened = openFolder(dir.path(), {}, TaskContext(), [&](std::vector<ScannedFile> files) {
        batches.push_back(files.size());
        for (auto &file : files)
            found.insert(std::move(file.path));
    });
    VERIFY_RESULT(opened);
    QVERIFY(batches.size() >= 3);
    QVERIFY(*std::max_element(batches.begin(), batches.end()) <= 512);
    std::set<std::string> expected;
    for (const auto &entry : opened->package.entries)
        expected.insert(entry.path);
    QVERIFY(found == expected);
}

void TestOpenFolder::isWhatTheCommandLineOpens()
{
    TestDir dir;
    for (int shard : {1, 2, 3})
        writeSafetensors(dir, cat("llama-7B/model-0000", shard, "-of-00003.safetensors"),
                         {{cat("layer.", shard), "F16", 2'700'000'000}});
    writeGguf(dir, "llama-7B/model-Q4_K_M.gguf", {.tensors = {{"a", "Q4_K", 25'600}}});
    dir.write("llama-7B/config.json", R"({"model_type":"llama","torch_dtype":"bfloat16"})");
    const auto opened = openFolder(dir / "llama-7B", {}, TaskContext());
    VERIFY_RESULT(opened);
    QCOMPARE(*opened->package.config.find("config.paramSize")->asString(), std::string("8.1B"));
    const auto package = openPackage(FolderLocation{dir / "llama-7B"}, {}, TaskContext());
    VERIFY_RESULT(package);
    QVERIFY(*package == opened->package);

    // Who leaves files out there is not told what they say; a field that is set stands over what was found.
    PackageEdits edits;
    edits.exclude = {"*.gguf"};
    edits.set = {{"config.precision", "bfloat16"}};
    const auto less = openPackage(FolderLocation{dir / "llama-7B"}, edits, TaskContext());
    VERIFY_RESULT(less);
    QCOMPARE(*less->config.find("config.precision")->asString(), std::string("bfloat16"));
    QVERIFY(std::none_of(less->detected.begin(), less->detected.end(),
                         [](const auto &field) { return field.source.find("gguf") != std::string::npos; }));
    QVERIFY(std::any_of(opened->package.detected.begin(), opened->package.detected.end(),
                        [](const auto &field) { return field.source.find("gguf") != std::string::npos; }));
}

/// Whatever is left out or sorted anew in an open package, its config is what the command line makes of the same.
void TestOpenFolder::asksAgainLikeTheCommandLine()
{
    TestDir dir;
    writeSafetensors(dir, "m/model.safetensors", {{"a", "BF16", 8'000'000'000}});
    writeGguf(dir, "m/model-Q4_K_M.gguf", {.tensors = {{"a", "Q4_K", 25'600}}});
    dir.write("m/config.json", R"({"model_type":"llama","torch_dtype":"bfloat16"})");
    const auto opened = openFolder(dir / "m", {}, TaskContext());
    VERIFY_RESULT(opened);
    for (const char *glob : {"*.gguf", "*.safetensors", "config.json"}) {
        PackageEdits edits;
        edits.exclude = {glob};
        const auto expected = openPackage(FolderLocation{dir / "m"}, edits, TaskContext());
        VERIFY_RESULT(expected);
        auto edited = opened->package;
        QCOMPARE(applyExclude(edited, glob), std::size_t(1));
        auto found = findMetadata(edited, opened->facts, TaskContext());
        VERIFY_RESULT(found);
        adoptMetadata(edited, std::move(*found));
        QCOMPARE(edited.config.toBytes({}), expected->config.toBytes({})); // in the order in which they are written
        QVERIFY(expected->detected == edited.detected);
        QVERIFY(expected->findings == edited.findings);
        QVERIFY2(expected->entries == edited.entries, glob);
    }
    // Nobody can be asked of files that are gone: what was found stays.
    const auto kept = findMetadata(opened->package, std::vector<FileFacts>(opened->facts.size()), TaskContext());
    VERIFY_RESULT(kept);
    QVERIFY(kept->fields == opened->package.detected);

    auto typed = opened->package;
    VERIFY_RESULT(typed.config.set("config.precision", "int8"));
    typed.config.remove("config.format");
    typed.drafts["config.paramSize"] = "lots";
    typed.config.remove("config.paramSize");
    applyExclude(typed, "*.safetensors");
    auto found = findMetadata(typed, opened->facts, TaskContext());
    VERIFY_RESULT(found);
    adoptMetadata(typed, std::move(*found));
    QCOMPARE(*typed.config.find("config.precision")->asString(), std::string("int8"));
    QVERIFY(!typed.config.find("config.format"));
    QVERIFY(!typed.config.find("config.paramSize"));
    QCOMPARE(*typed.config.find("config.quantization")->asString(), std::string("Q4_K_M"));
}

void TestOpenFolder::cancels()
{
    TestDir dir;
    for (int i = 0; i < 2000; ++i)
        dir.write(cat(i % 40, "/", i), "x");
    std::stop_source stop;
    const auto opened = openFolder(dir.path(), {}, TaskContext(stop.get_token()),
                                   [&](const std::vector<ScannedFile> &) { stop.request_stop(); });
    VERIFY_ERROR(opened, ErrorCode::Canceled);
}

void TestOpenFolder::opensASavedPackage()
{
    TestDir dir;
    dir.write("model/a.py", "a");
    dir.write("model/b.bin", std::string("\x80\x02", 2) + "}q.");
    dir.write("model/gone.md", "c");
    fs::create_symlink("a.py", dir / "model/link.py");
    auto opened = openFolder(dir / "model", {}, TaskContext());
    VERIFY_RESULT(opened);
    opened->package.entries[0].kind = LayerKind::Dataset;
    VERIFY_RESULT(savePackage(opened->package, dir / "x.modelcrate.json"));
    fs::remove(dir / "model/gone.md");
    dir.write("model/new.txt", "n");

    const auto again = openPackageFile(dir / "x.modelcrate.json", TaskContext());
    VERIFY_RESULT(again);
    QCOMPARE(pathsOf(*again), std::string("a.py b.bin gone.md link.py"));
    QVERIFY(again->package.entries[0].kind == LayerKind::Dataset);
    QVERIFY(again->facts[0].identity == opened->facts[0].identity);
    QVERIFY(again->facts[1].format == FileFormat::Pickle);
    QVERIFY(!again->facts[2].identity);
    QVERIFY(again->facts[3].identity == opened->facts[0].identity);
}

void TestOpenFolder::neverFollowsASavedPackageOut()
{
    TestDir dir;
    dir.write("secret/key.txt", "k");
    dir.write("model/ok.txt", "o");
    fs::create_directory_symlink(dir / "secret", dir / "model/out");
    fs::create_symlink(dir / "secret/key.txt", dir / "model/key.txt");
    QVERIFY(::mkfifo((dir / "model/fifo").c_str(), 0600) == 0);
    Package package;
    package.root = dir / "model";
    for (const char *file : {"ok.txt", "out/key.txt", "key.txt", "../secret/key.txt", "/etc/passwd", "fifo", "."})
        package.entries.push_back({.path = file, .file = file, .kind = LayerKind::Weight});
    VERIFY_RESULT(savePackage(package, dir / "x.modelcrate.json"));
    const auto opened = openPackageFile(dir / "x.modelcrate.json", TaskContext());
    VERIFY_RESULT(opened);
    QVERIFY(opened->facts[0].identity);
    for (std::size_t i = 1; i < opened->facts.size(); ++i)
        QVERIFY2(!opened->facts[i].identity, package.entries[i].file.c_str());
}

void TestOpenFolder::opensWhatLostItsFolder()
{
    TestDir dir;
    Package package;
    package.root = dir / "not there";
    package.entries.push_back({.path = "a", .file = "a"});
    VERIFY_RESULT(savePackage(package, dir / "x.modelcrate.json"));
    const auto opened = openPackageFile(dir / "x.modelcrate.json", TaskContext());
    VERIFY_RESULT(opened);
    QVERIFY(!opened->facts[0].identity);
    VERIFY_ERROR(openPackageFile(dir / "none.modelcrate.json", TaskContext()), ErrorCode::NotFound);
}

void TestOpenFolder::rescanKeepsEntriesAndAppends()
{
    TestDir dir;
    dir.write("b.py", "b");
    dir.write("c.md", "c");
    auto opened = openFolder(dir.path(), {}, TaskContext());
    VERIFY_RESULT(opened);
    opened->package.entries[0].path = "renamed.py";
    dir.write("a.json", "{}");
    dir.write("renamed.py", "another");
    fs::remove(dir / "c.md");
    dir.write("b.py", "longer");
    const auto again = rescan(opened->package, {}, TaskContext());
    VERIFY_RESULT(again);
    QCOMPARE(pathsOf(*again), std::string("renamed.py c.md a.json"));
    QCOMPARE(again->facts.size(), std::size_t(3));
    QCOMPARE(again->facts[0].identity->size, 6_B);
    QVERIFY(!again->facts[1].identity);
    QVERIFY(again->facts[2].identity);
    QCOMPARE(again->excluded.size(), std::size_t(1)); // two files cannot have one path
    QCOMPARE(again->excluded[0].path, std::string("renamed.py"));
}

void TestOpenFolder::includesWhatWasLeftOut()
{
    TestDir dir;
    dir.write("a.py", "a");
    dir.write(".git/config", "c");
    dir.write(".git/.hidden", "h");
    dir.write(".env", "e");
    const auto opened = openFolder(dir.path(), {}, TaskContext());
    VERIFY_RESULT(opened);
    QCOMPARE(opened->excluded.size(), std::size_t(2));
    PackageOptions options;
    options.scan.include = {".git/"};
    const auto included = rescan(opened->package, options, TaskContext());
    VERIFY_RESULT(included);
    QCOMPARE(pathsOf(*included), std::string("a.py .git/.hidden .git/config"));
    QCOMPARE(included->excluded.size(), std::size_t(1));
    const auto later = rescan(included->package, {}, TaskContext());
    VERIFY_RESULT(later);
    QCOMPARE(pathsOf(*later), std::string("a.py .git/.hidden .git/config"));
    QVERIFY(std::all_of(later->facts.begin(), later->facts.end(),
                        [](const FileFacts &facts) { return facts.identity.has_value(); }));
    QCOMPARE(later->excluded.size(), std::size_t(1));
}

void TestOpenFolder::opensAHundredThousandFilesInSeconds()
{
    TestDir dir;
#ifdef NDEBUG
    constexpr int folders = 500;
#else
    constexpr int folders = 50; // figures of a debug build say nothing
#endif
    for (int folder = 0; folder < folders; ++folder) {
        const auto inner = dir / cat("part-", folder);
        fs::create_directories(inner);
        for (int i = 0; i < 200; ++i) {
            const auto file = FileHandle(
                ::open((inner / cat("shard-", i, ".parquet")).c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600));
            QVERIFY(file.isOpen());
        }
    }
    QElapsedTimer timer;
    timer.start();
    const auto opened = openFolder(dir.path(), {}, TaskContext());
    const auto openedAfter = timer.restart();
    VERIFY_RESULT(opened);
    QCOMPARE(opened->package.entries.size(), std::size_t(folders * 200));
    const auto again = rescan(opened->package, {}, TaskContext());
    const auto rescannedAfter = timer.elapsed();
    VERIFY_RESULT(again);
    qInfo("%d files: opened in %lld ms, looked at again in %lld ms", folders * 200, openedAfter, rescannedAfter);
#ifdef NDEBUG
    QVERIFY2(openedAfter < 8000,
             "opening 100 000 files took too long"); // about one second on a machine that does nothing else
#endif
}

QTEST_GUILESS_MAIN(TestOpenFolder)
#include "tst_openfolder.moc"
