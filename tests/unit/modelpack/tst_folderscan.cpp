// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "modelpack/folderscan.h"
#include "modelpack/glob.h"
#include "modelpack/ignorerules.h"
#include "support/testing.h"

#include <algorithm>
#include <atomic>
#include <thread>

#include <QElapsedTimer>
#include <QTest>
#include <sys/stat.h>
#include <unistd.h>

using namespace modelcrate;
using namespace modelcrate::testing;
namespace fs = std::filesystem;

class TestFolderScan : public QObject {
    Q_OBJECT

private slots:
    void listsSorted();
    void namesFoldersBeforeTheyAreListed();
    void leavesOutVisibly();
    void leavesOutLayouts();
    void followsLinksInside();
    void namesLinksThatLeadElsewhere();
    void readsHubCaches();
    void neverBlocks();
    void listsWhatCannotBeRead();
    void survivesFoldersThatMove();
    void listsOddNames();
    void honoursModelIgnore();
    void refusesWhatIsNoFolder();
    void cancels();
    void matchesGlobs_data();
    void matchesGlobs();
    void matchesIgnoreRules();
    void globsTakeBoundedTime();
};

static std::string filesOf(const FolderScan &scan)
{
    std::vector<std::string> paths;
    for (const auto &file : scan.files)
        paths.push_back(file.path);
    return join(paths, " ");
}

static ExcludeReason reasonOf(const FolderScan &scan, const std::string &path)
{
    for (const auto &excluded : scan.excluded) {
        if (excluded.path == path)
            return excluded.reason;
    }
    qFatal("%s is not listed as left out", path.c_str());
}

void TestFolderScan::listsSorted()
{
    TestDir dir;
    dir.write("模型 café/b.txt", "b");
    dir.write("模型 café/a/x", "x");
    dir.write("模型 café/a.txt", "a");
    const auto tool = dir.write("模型 café/run.sh", "#!/bin/sh");
    ::chmod(tool.c_str(), 0700);
    const auto scan = scanFolder(dir / "模型 café", {}, TaskContext());
    VERIFY_RESULT(scan);
    QCOMPARE(filesOf(*scan), std::string("a.txt a/x b.txt run.sh"));
    QVERIFY(scan->files[3].executable && !scan->files[0].executable);
    QCOMPARE(scan->files[1].identity.size, 1_B);
}

void TestFolderScan::namesFoldersBeforeTheyAreListed()
{
    TestDir dir;
    dir.write("m/a/deep/x", "x");
    dir.write("m/.git/config", "x");
    fs::create_directories(dir / "m/empty");
    std::vector<std::string> folders;
    const auto scan = scanFolder(dir / "m", {}, TaskContext(), {},
                                 [&](const std::string &path, const FileIdentity &identity) {
                                     folders.push_back(path);
                                     QCOMPARE(identity.inode, identityOfFolder(dir / ("m/" + path))->inode);
                                     if (path == "empty")
                                         dir.write("m/empty/late", "x");
                                 });
    VERIFY_RESULT(scan);
    QCOMPARE(filesOf(*scan), std::string("a/deep/x empty/late"));
    QCOMPARE(folders.front(), std::string());
    std::sort(folders.begin(), folders.end());
    QCOMPARE(join(folders, " "), std::string(" a a/deep empty"));
}

void TestFolderScan::leavesOutVisibly()
{
    TestDir dir;
    for (const char *path :
         {"model.bin", ".git/config", ".env", "a/__pycache__/x.pyc", "x.pyc", "a/.DS_Store", "Thumbs.db", "run.log",
          "x.safetensors.incomplete", "p-1.0.dist-info/RECORD", "p-1.0.dist-info/LICENSE.txt"})
        dir.write(path, "x");
    const auto scan = scanFolder(dir.path(), {}, TaskContext());
    VERIFY_RESULT(scan);
    QCOMPARE(filesOf(*scan), std::string("model.bin p-1.0.dist-info/LICENSE.txt"));
    QVERIFY(reasonOf(*scan, ".git/") == ExcludeReason::DefaultPattern);
    QVERIFY(reasonOf(*scan, "a/__pycache__/") == ExcludeReason::DefaultPattern);
    QVERIFY(reasonOf(*scan, ".env") == ExcludeReason::DefaultPattern);
    const auto all = scanFolder(dir.path(), {.useDefaultPatterns = false}, TaskContext());
    QCOMPARE(all->files.size(), std::size_t(11));
    const auto more = scanFolder(dir.path(), {.exclude = {"*.bin"}}, TaskContext());
    QVERIFY(reasonOf(*more, "model.bin") == ExcludeReason::ExcludeOption);
}

void TestFolderScan::leavesOutLayouts()
{
    TestDir dir;
    const std::string marker = R"({"imageLayoutVersion": "1.0.0"})";
    for (const char *layout : {"m/out/", "m/a/future/"}) {
        dir.write(cat(layout, "index.json"), "{}");
        dir.write(cat(layout, "blobs/sha256/aa"), "x");
    }
    dir.write("m/out/oci-layout", marker);
    dir.write("m/a/future/oci-layout", R"({"imageLayoutVersion": "7"})");
    dir.write("m/model.bin", "x");
    dir.write("m/notes/oci-layout", "how to pack it"); // a name only
    dir.write("m/big/oci-layout", marker + std::string(5000, ' '));
    fs::create_directories(dir / "m/odd/oci-layout");
    dir.write("m/odd/x", "x");
    const auto scan = scanFolder(dir / "m", {}, TaskContext());
    VERIFY_RESULT(scan);
    QCOMPARE(filesOf(*scan), std::string("big/oci-layout model.bin notes/oci-layout odd/x"));
    QVERIFY(reasonOf(*scan, "out/") == ExcludeReason::DefaultPattern);
    QVERIFY(reasonOf(*scan, "a/future/") == ExcludeReason::DefaultPattern);
    QCOMPARE(scan->excluded.size(), std::size_t(2));
    QVERIFY(scan->excluded[1].detail.text().find("OCI layout") != std::string::npos);

    // Whoever wants it gets it.
    const std::string all = "big/oci-layout model.bin notes/oci-layout odd/x out/blobs/sha256/aa out/index.json "
                            "out/oci-layout";
    QCOMPARE(filesOf(*scanFolder(dir / "m", {.include = {"out/"}}, TaskContext())), all);
    QCOMPARE(scanFolder(dir / "m", {.useDefaultPatterns = false}, TaskContext())->files.size(), std::size_t(10));
    const auto asked = dir.write("m/.modelignore", "!out/\n");
    QCOMPARE(filesOf(*scanFolder(dir / "m", {}, TaskContext())), all);
    fs::remove(asked);

    // A layout that is opened itself is a folder like others.
    const auto itself = scanFolder(dir / "m/out", {}, TaskContext());
    VERIFY_RESULT(itself);
    QCOMPARE(filesOf(*itself), std::string("blobs/sha256/aa index.json oci-layout"));
    QVERIFY(itself->excluded.empty());
}

void TestFolderScan::followsLinksInside()
{
    TestDir dir;
    dir.write("m/real/weights.bin", "w");
    fs::create_symlink("real/weights.bin", dir / "m/link.bin");
    fs::create_directory_symlink("real", dir / "m/linked");
    const auto scan = scanFolder(dir / "m", {}, TaskContext());
    VERIFY_RESULT(scan);
    QCOMPARE(filesOf(*scan), std::string("link.bin linked/weights.bin real/weights.bin"));
    // The root itself may be a link: the user chose it.
    fs::create_directory_symlink("m", dir / "root");
    QCOMPARE(scanFolder(dir / "root", {}, TaskContext())->files.size(), std::size_t(3));
}

void TestFolderScan::namesLinksThatLeadElsewhere()
{
    TestDir dir; // TAR-22
    dir.write("outside/secret", "s");
    dir.write("m/a/x", "x");
    fs::create_symlink("../outside/secret", dir / "m/out");
    fs::create_symlink("/proc/self/mem", dir / "m/proc");
    fs::create_symlink("nowhere", dir / "m/broken");
    fs::create_symlink("self", dir / "m/self");
    fs::create_directory_symlink("..", dir / "m/a/up");
    const auto scan = scanFolder(dir / "m", {}, TaskContext());
    VERIFY_RESULT(scan);
    QCOMPARE(filesOf(*scan), std::string("a/x"));
    QVERIFY(reasonOf(*scan, "out") == ExcludeReason::LinkOutside);
    QVERIFY(reasonOf(*scan, "proc") == ExcludeReason::LinkOutside);
    QVERIFY(reasonOf(*scan, "broken") == ExcludeReason::BrokenLink);
    QVERIFY(reasonOf(*scan, "self") == ExcludeReason::LinkLoop);
    QVERIFY(reasonOf(*scan, "a/up/") == ExcludeReason::LinkLoop);
}

void TestFolderScan::readsHubCaches()
{
    TestDir dir; // TAR-22
    const auto digest = Digest::sha256Of("weights");
    const std::string model = "hub/models--org--name/";
    dir.write(model + "blobs/" + digest.hex(), "weights");
    dir.write(model + "blobs/0123abc", "config");
    fs::create_directories(dir / (model + "snapshots/c0ffee"));
    fs::create_symlink("../../blobs/" + digest.hex(), dir / (model + "snapshots/c0ffee/model.safetensors"));
    fs::create_symlink("../../blobs/0123abc", dir / (model + "snapshots/c0ffee/config.json"));
    fs::create_symlink("../../../other", dir / (model + "snapshots/c0ffee/elsewhere"));
    const auto scan = scanFolder(dir / (model + "snapshots/c0ffee"), {}, TaskContext());
    VERIFY_RESULT(scan);
    QCOMPARE(filesOf(*scan), std::string("config.json model.safetensors"));
    QVERIFY(!scan->files[0].digestHint);
    QCOMPARE(scan->files[1].digestHint, std::optional(digest));
    QCOMPARE(scan->files[1].identity.size, 7_B);
}

void TestFolderScan::neverBlocks()
{
    TestDir dir; // TAR-22
    dir.write("x", "x");
    QCOMPARE(::mkfifo((dir / "pipe").c_str(), 0600), 0);
    const auto scan = scanFolder(dir.path(), {}, TaskContext()); // nobody ever writes to the pipe
    VERIFY_RESULT(scan);
    QVERIFY(reasonOf(*scan, "pipe") == ExcludeReason::NotAFile);
}

/// Somebody who may not read everything, as root may, for as long as it lives.
class Unprivileged {
public:
    Unprivileged()
    {
        if (m_before == 0 && ::seteuid(65534) != 0)
            qFatal("cannot give up root's rights");
    }
    ~Unprivileged()
    {
        if (::seteuid(m_before) != 0)
            qFatal("cannot take root's rights back");
    }

private:
    uid_t m_before = ::geteuid();
};

void TestFolderScan::listsWhatCannotBeRead()
{
    TestDir dir; // TAR-22
    dir.write("m/good", "x");
    dir.write("m/secret", "x");
    dir.write("m/closed/x", "x");
    fs::permissions(dir.path(), fs::perms(0755));
    fs::permissions(dir / "m/secret", fs::perms::none);
    fs::permissions(dir / "m/closed", fs::perms::none);
    const Unprivileged somebody;
    const auto scan = scanFolder(dir / "m", {}, TaskContext());
    VERIFY_RESULT(scan);
    QCOMPARE(filesOf(*scan), std::string("good"));
    QVERIFY(reasonOf(*scan, "secret") == ExcludeReason::Unreadable);
    QVERIFY(reasonOf(*scan, "closed/") == ExcludeReason::Unreadable);
}

void TestFolderScan::survivesFoldersThatMove()
{
    TestDir dir; // TAR-22: files and folders come and go while it looks
    std::atomic<bool> ended{false};
    std::thread mover([&] {
        std::error_code ignored;
        for (int i = 0; !ended; ++i) {
            dir.write(cat("m/", i % 50, "/deep/", i % 7), "x");
            fs::remove_all(dir / cat("m/", (i + 25) % 50), ignored);
        }
    });
    fs::create_directories(dir / "m");
    for (int i = 0; i < 50; ++i)
        QVERIFY(scanFolder(dir / "m", {}, TaskContext()).has_value());
    ended = true;
    mover.join();
    // A file of /proc has no size until it is read; nothing there is a model, and nothing there stops a scan.
    QVERIFY(scanFolder("/proc/self/attr", {}, TaskContext()).has_value());
}

void TestFolderScan::listsOddNames()
{
    TestDir dir; // TAR-22
    dir.write("good", "x");
    dir.write("caf\xe9.bin", "latin-1");
    dir.write("a\nb", "newline");
    dir.write("back\\slash", "x");
    const auto scan = scanFolder(dir.path(), {}, TaskContext());
    VERIFY_RESULT(scan);
    QCOMPARE(filesOf(*scan), std::string("good"));
    QVERIFY(reasonOf(*scan, "caf\\xe9.bin") == ExcludeReason::NotUtf8
            || reasonOf(*scan, "caf\\xE9.bin") == ExcludeReason::NotUtf8);
    QCOMPARE(scan->excluded.size(), std::size_t(3));
}

void TestFolderScan::honoursModelIgnore()
{
    TestDir dir;
    dir.write(".modelignore", "# notes\n*.tmp2\n/only-top\nlogs/\n!keep.tmp2\n!.hidden\ndata/**/raw\n");
    dir.write("sub/.modelignore", "secret*\n!important.tmp2\n");
    for (const char *path : {"a.tmp2", "keep.tmp2", "only-top", "sub/only-top", "logs/x", "sub/logs/y", ".hidden",
                             "sub/secret.txt", "sub/important.tmp2", "secret.txt", "data/a/b/raw", "data/raw"})
        dir.write(path, "x");
    const auto scan = scanFolder(dir.path(), {}, TaskContext());
    VERIFY_RESULT(scan);
    QCOMPARE(filesOf(*scan), std::string(".hidden keep.tmp2 secret.txt sub/important.tmp2 sub/only-top"));
    QVERIFY(reasonOf(*scan, "logs/") == ExcludeReason::ModelIgnore);
}

void TestFolderScan::refusesWhatIsNoFolder()
{
    TestDir dir;
    const auto file = dir.write("file", "x");
    VERIFY_ERROR(scanFolder(file, {}, TaskContext()), ErrorCode::InvalidInput);
    VERIFY_ERROR(scanFolder(dir / "none", {}, TaskContext()), ErrorCode::NotFound);
}

void TestFolderScan::cancels()
{
    TestDir dir;
    dir.write("x", "x");
    std::stop_source stop;
    stop.request_stop();
    VERIFY_ERROR(scanFolder(dir.path(), {}, TaskContext(stop.get_token())), ErrorCode::Canceled);
}

void TestFolderScan::matchesGlobs_data()
{
    QTest::addColumn<QString>("glob");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *glob, const char *path, bool matches) {
        QTest::addRow("%s on %s", glob, path) << glob << path << matches;
    };
    row("*.csv", "a.csv", true);
    row("*.csv", "d/a.csv", false);
    row("d/*", "d/a.csv", true);
    row("d/*", "d/e/a.csv", false);
    row("d/**", "d/e/a.csv", true);
    row("d/**", "d", false);
    row("**/x", "x", true);
    row("**/x", "a/b/x", true);
    row("a/**/x", "a/x", true);
    row("a/**/x", "a/b/c/x", true);
    row("a/**/x", "b/x", false);
    row("[a-c]?.txt", "bz.txt", true);
    row("[!a-c]*", "dog", true);
    row("[!a-c]*", "cat", false);
    row("[^a]", "a", false);
    row("a\\*b", "a*b", true);
    row("a\\*b", "axb", false);
    row("[x", "[x", true);
    row("模*", "模型.bin", true);
    row("**", "a/b", true);
}

void TestFolderScan::matchesGlobs()
{
    QFETCH(QString, glob);
    QFETCH(QString, path);
    QFETCH(bool, matches);
    QCOMPARE(globMatches(glob.toStdString(), path.toStdString()), matches);
}

void TestFolderScan::matchesIgnoreRules()
{
    const auto rules = IgnoreRules::parse("*.log\r\n!keep.log\n  \n\\#literal\nfolder/\na/b\ntrailing\\ \n");
    const auto ignored = [&](const char *path, bool isFolder = false) {
        const auto match = rules.match(path, isFolder);
        return match && match->ignored;
    };
    QVERIFY(ignored("x.log") && ignored("d/x.log") && !ignored("keep.log"));
    QVERIFY(ignored("#literal") && ignored("folder", true) && !ignored("folder"));
    QVERIFY(ignored("a/b") && !ignored("c/a/b") && ignored("trailing "));
}

void TestFolderScan::globsTakeBoundedTime()
{
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!globMatches("*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b", std::string(5000, 'a')));
    QVERIFY(!globMatches("**/a/**/a/**/a/**/a/**/a/**/b", std::string("a/") + std::string(2000, 'a')));
    QVERIFY(timer.elapsed() < 60'000); // exponential time would not end
}

QTEST_GUILESS_MAIN(TestFolderScan)
#include "tst_folderscan.moc"
