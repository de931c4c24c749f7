// SPDX-License-Identifier: Apache-2.0
#include "io/containedfolder.h"
#include "io/containedpath.h"
#include "io/content.h"
#include "io/file.h"
#include "io/hashcache.h"
#include "io/json.h"
#include "io/stagingfolder.h"
#include "io/userfolders.h"
#include "support/testing.h"

#include <chrono>
#include <thread>

#include <QTest>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace modelcrate;
using namespace modelcrate::testing;
namespace fs = std::filesystem;

class TestFiles : public QObject {
    Q_OBJECT

private slots:
    void containsPaths();
    void findsCollisions();
    void writesAtomically();
    void neverBlocksOnAFifo();
    void noticesChanges_data();
    void noticesChanges();
    void verifiesSources();
    void staysInsideTheFolder();
    void stagesFiles();
    void removesWhatAKilledProcessLeft();
    void remembersDigests();
    void forgetsChangedAndYoungFiles();
    void setsBrokenCachesAside();
    void locks();
    void findsUserFolders();
};

static const TaskContext context;

void TestFiles::containsPaths()
{
    const auto table = parseJson(readFile(vectorFile("derived/table-filepaths.json")));
    VERIFY_RESULT(table);
    for (const auto &row : *table->asArray()) { // TAR-15, TAR-20, TAR-21
        const auto &text = row.text("path");
        const auto &verdict = row.text("verdict");
        const auto path = ContainedPath::parse(text);
        if (verdict == "reject") {
            QVERIFY2(!path, text.c_str());
        } else if (verdict == "reject-windows") {
            QVERIFY2(!path || portabilityIssue(path->toString()), text.c_str());
        } else {
            QVERIFY2(path.has_value(), text.c_str());
            QCOMPARE(path->isFolder(), verdict == "directory");
            QVERIFY2(verdict != "ok" || path->toString() == text, text.c_str());
        }
    }
    QCOMPARE(ContainedPath::parse("./a//b/./c")->toString(), std::string("a/b/c"));
    QVERIFY(!ContainedPath::parse(std::string(5000, 'a')));
    QVERIFY(!ContainedPath::parse("a\xff"
                                  "b"));
}

void TestFiles::findsCollisions()
{
    FileTreeNames names;
    QVERIFY(!names.add("a/b"));
    QVERIFY(names.add("a/b")->severity == Severity::Error); // MAN-16, TAR-14
    QVERIFY(names.add("a")->severity == Severity::Error); // TAR-16
    QVERIFY(names.add("a/b/c")->severity == Severity::Error);
    QVERIFY(names.add("A/B")->severity == Severity::Warning);
    QVERIFY(!names.add("caf\xc3\xa9"));
    QVERIFY(names.add("cafe\xcc\x81")->severity == Severity::Warning);
}

void TestFiles::writesAtomically()
{
    TestDir dir;
    const auto path = dir.write("x", "old");
    {
        auto file = AtomicFile::create(path, 0640);
        VERIFY_RESULT(file);
        VERIFY_RESULT(file->write("half"));
    }
    QCOMPARE(dir.read("x"), std::string("old"));
    VERIFY_RESULT(writeFileAtomically(path, "new", 0600));
    QCOMPARE(dir.read("x"), std::string("new"));
    struct ::stat status { };
    ::stat(path.c_str(), &status);
    QCOMPARE(status.st_mode & 0777, 0600U);
    QCOMPARE(std::distance(fs::directory_iterator(dir.path()), fs::directory_iterator()), std::ptrdiff_t(1));
    VERIFY_ERROR(writeFileAtomically(dir / "missing/x", "a"), ErrorCode::NotFound);
}

void TestFiles::neverBlocksOnAFifo()
{
    TestDir dir;
    QCOMPARE(::mkfifo((dir / "fifo").c_str(), 0600), 0);
    QVERIFY(!openRegularFile(dir / "fifo")); // nobody ever writes to it: to wait would be for ever
    QVERIFY(!openFileContent(dir / "fifo"));
    QVERIFY(!openRegularFile("/dev/zero"));
    QVERIFY(!openRegularFile(dir.path()));
    VERIFY_ERROR(openRegularFile(dir / "none"), ErrorCode::NotFound);
}

void TestFiles::noticesChanges_data()
{
    QTest::addColumn<QString>("change");
    for (const char *change : {"truncated", "grown", "replaced", "rewritten", "removed"})
        QTest::newRow(change) << change;
}

void TestFiles::noticesChanges()
{
    QFETCH(QString, change);
    TestDir dir;
    const auto path = dir.write("weights.bin", std::string(3 << 20, 'a'));
    const auto content = openFileContent(path);
    VERIFY_RESULT(content);
    const auto source = (*content)->open({}, std::nullopt, context);
    VERIFY_RESULT(source);
    std::vector<std::byte> buffer(1 << 20);
    VERIFY_RESULT((*source)->read(buffer));
    if (change == "truncated")
        fs::resize_file(path, 1 << 20);
    else if (change == "grown")
        fs::resize_file(path, 4 << 20);
    else if (change == "replaced")
        VERIFY_RESULT(writeFileAtomically(path, std::string(3 << 20, 'b')));
    else if (change == "rewritten")
        dir.write("weights.bin", std::string(3 << 20, 'c'));
    else
        fs::remove(path);
    Result<std::size_t> read = std::size_t{1};
    while (read && *read > 0)
        read = (*source)->read(buffer);
    const bool removedStaysReadable = change == "removed" || change == "replaced";
    if (!removedStaysReadable || !read) {
        VERIFY_ERROR(read, ErrorCode::ContentChanged);
        QVERIFY(read.error().message().find("weights.bin") != std::string::npos);
    }
    VERIFY_ERROR((*content)->open({}, std::nullopt, context),
                 change == "removed" ? ErrorCode::NotFound : ErrorCode::ContentChanged);
}

void TestFiles::verifiesSources()
{
    const std::string bytes = "hello";
    const auto digest = Digest::sha256Of(bytes);
    const auto read = [&](const std::string &actual, const Digest &expected, ByteCount size) {
        return readAll(*makeVerifyingSource(makeStringSource(actual), expected, size), 1_KiB);
    };
    QCOMPARE(read(bytes, digest, 5_B).value(), bytes);
    VERIFY_ERROR(read("hellO", digest, 5_B), ErrorCode::DigestMismatch);
    VERIFY_ERROR(read("hell", digest, 5_B), ErrorCode::SizeMismatch);
    VERIFY_ERROR(read("hello!", digest, 5_B), ErrorCode::SizeMismatch);
    VERIFY_ERROR(readAll(*makeStringSource(std::string(100, 'x')), 99_B), ErrorCode::LimitExceeded);
}

void TestFiles::staysInsideTheFolder()
{
    TestDir dir;
    fs::create_directories(dir / "outside");
    fs::create_directories(dir / "target/real");
    fs::create_symlink("../outside", dir / "target/link");
    fs::create_symlink("/etc/passwd", dir / "target/file");
    const auto folder = ContainedFolder::openOrCreate(dir / "target");
    VERIFY_RESULT(folder);
    QVERIFY(!folder->makeFolder(ContainedPath::parse("link/x").value())); // TAR-03, TAR-06
    QVERIFY(!folder->openFile(ContainedPath::parse("link/x").value()));
    QVERIFY(!folder->openFile(ContainedPath::parse("file").value()));
    VERIFY_ERROR(folder->sizeOfFile(ContainedPath::parse("file").value()), ErrorCode::Conflict);
    VERIFY_RESULT(folder->makeFolder(ContainedPath::parse("real/a/b").value()));
    QVERIFY(fs::is_empty(dir / "outside"));
}

void TestFiles::stagesFiles()
{
    TestDir dir;
    const auto folder = ContainedFolder::openOrCreate(dir / "target");
    VERIFY_RESULT(folder);
    {
        const auto staging = StagingFolder::create(*folder);
        VERIFY_RESULT(staging);
        const auto path = ContainedPath::parse("a/b/weights.bin").value();
        auto file = (*staging)->createFile(0755);
        VERIFY_RESULT(file);
        VERIFY_RESULT(file->reserve(5_B));
        VERIFY_RESULT(file->write(std::as_bytes(std::span("hello", 5))));
        QVERIFY(!fs::exists(dir / "target/a"));
        VERIFY_RESULT(file->finish(std::chrono::sys_seconds(std::chrono::seconds(1'000'000))));
        VERIFY_RESULT(file->moveTo(path, false));
        QCOMPARE(dir.read("target/a/b/weights.bin"), std::string("hello"));
        struct ::stat status { };
        ::stat((dir / "target/a/b/weights.bin").c_str(), &status);
        QCOMPARE(status.st_mode & 0777, 0755U);
        QCOMPARE(status.st_mtime, time_t(1'000'000));

        auto second = (*staging)->createFile(0644);
        VERIFY_RESULT(second->finish(std::nullopt));
        VERIFY_ERROR(second->moveTo(path, false), ErrorCode::Conflict); // DL-13
        QCOMPARE(dir.read("target/a/b/weights.bin"), std::string("hello"));
        VERIFY_RESULT(second->moveTo(path, true));
        auto dropped = (*staging)->createFile(0644);
        VERIFY_RESULT(dropped);
    }
    QCOMPARE(std::distance(fs::directory_iterator(dir / "target"), fs::directory_iterator()), std::ptrdiff_t(1));
}

void TestFiles::removesWhatAKilledProcessLeft()
{
    TestDir dir;
    dir.write("target/.modelcrate-pull-99999-0/0", "half");
    const auto folder = ContainedFolder::openOrCreate(dir / "target");
    const auto running = StagingFolder::create(*folder);
    VERIFY_RESULT(running);
    QVERIFY(!fs::exists(dir / "target/.modelcrate-pull-99999-0"));
    const auto second = StagingFolder::create(*folder); // leaves the first one, which is in use
    VERIFY_RESULT(second);
    VERIFY_RESULT((*running)->createFile(0644));
}

static void makeOld(const fs::path &path)
{
    // ctime cannot be set; the start of hashing can.
    fs::last_write_time(path, fs::file_time_type::clock::now() - std::chrono::hours(1));
}

static std::chrono::system_clock::time_point later()
{
    return std::chrono::system_clock::now() + std::chrono::seconds(10);
}

void TestFiles::remembersDigests()
{
    TestDir dir;
    const auto path = dir.write("a", "hello");
    makeOld(path);
    const auto identity = identityOf(path).value();
    const auto digest = Digest::sha256Of("hello");
    {
        const auto cache = HashCache::open(dir / "cache/hashes.sqlite");
        QVERIFY(cache != nullptr);
        QVERIFY(!cache->find(identity));
        cache->store(identity, digest, later());
        QCOMPARE(cache->find(identity), std::optional(digest));
    }
    const auto again = HashCache::open(dir / "cache/hashes.sqlite");
    QCOMPARE(again->find(identity), std::optional(digest));
}

void TestFiles::forgetsChangedAndYoungFiles()
{
    TestDir dir;
    const auto path = dir.write("a", "hello");
    const auto cache = HashCache::open(dir / "hashes.sqlite");
    auto identity = identityOf(path).value();
    cache->store(identity, Digest::sha256Of("hello"), std::chrono::system_clock::now());
    QVERIFY(!cache->find(identity)); // younger than the clock's grain
    cache->store(identity, Digest::sha256Of("hello"), later());
    dir.write("a", "HELLO");
    const auto changed = identityOf(path).value();
    QVERIFY(!(changed == identity));
    QVERIFY(!cache->find(changed));
}

void TestFiles::setsBrokenCachesAside()
{
    TestDir dir; // APP-09
    const auto path = dir.write("cache/hashes.sqlite", std::string(10'000, 'x'));
    const auto cache = HashCache::open(path);
    QVERIFY(cache != nullptr);
    const auto file = dir.write("a", "hello");
    makeOld(file);
    const auto identity = identityOf(file).value();
    cache->store(identity, Digest::sha256Of("hello"), later());
    QVERIFY(cache->find(identity).has_value());
    QVERIFY(HashCache::open("/proc/nowhere/hashes.sqlite") == nullptr);
}

void TestFiles::locks()
{
    TestDir dir;
    auto first = FileLock::tryLock(dir / "lock");
    VERIFY_RESULT(first);
    QVERIFY(first->has_value());
    QVERIFY(!FileLock::tryLock(dir / "lock").value().has_value());
    std::stop_source stop;
    std::thread stopper([&] { stop.request_stop(); });
    VERIFY_ERROR(FileLock::lock(dir / "lock", TaskContext(stop.get_token())), ErrorCode::Canceled);
    stopper.join();
    first->reset();
    VERIFY_RESULT(FileLock::lock(dir / "lock", context));
}

void TestFiles::findsUserFolders()
{
    const auto home = qgetenv("HOME");
    const auto state = qgetenv("XDG_STATE_HOME");
    qputenv("HOME", "/home/me");
    qputenv("XDG_STATE_HOME", "/elsewhere");
    QCOMPARE(userFolder(UserFolder::State)->string(), std::string("/elsewhere/modelcrate"));
    qputenv("XDG_STATE_HOME", "relative"); // APP-06: is to be ignored
    QCOMPARE(userFolder(UserFolder::State)->string(), std::string("/home/me/.local/state/modelcrate"));
    qunsetenv("XDG_STATE_HOME");
    qunsetenv("HOME");
    QVERIFY(!userFolder(UserFolder::State));
    home.isNull() ? qunsetenv("HOME") : qputenv("HOME", home);
    state.isNull() ? qunsetenv("XDG_STATE_HOME") : qputenv("XDG_STATE_HOME", state);
}

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
