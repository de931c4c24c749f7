// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "io/digest.h"
#include "io/json.h"
#include "support/programs.h"

#include <map>
#include <random>

#include <QElapsedTimer>
#include <QTest>
#include <sys/stat.h>

using namespace modelcrate;
using namespace modelcrate::testing;
namespace fs = std::filesystem;

/// kill -9 at random points, twenty times each way: nothing corrupt, nothing finished is sent or fetched again.
class TestKill : public QObject {
    Q_OBJECT

private slots:
    void pushesSurvive();
    void pullsSurvive();

private:
    static constexpr int rounds = 20;
};

namespace {

constexpr std::size_t fileSize = 3 << 20;
constexpr int files = 4;

void makeModel(const TestDir &dir, const std::string &name, unsigned seed)
{
    for (int i = 0; i < files; ++i)
        dir.write(cat(name, "/part-", i, ".bin"), pseudoRandomBytes(fileSize, seed * 10 + static_cast<unsigned>(i)));
}

/// Every stored blob's digest, with how often it was sent to its end. The registry drops what it has already, so its
/// files do not tell.
std::map<std::string, int> storedBlobs(const DockerRegistry &registry)
{
    std::map<std::string, int> blobs;
    const auto root = registry.dataPath() / "docker/registry/v2/blobs/sha256";
    std::error_code ignored;
    for (const auto &entry : fs::recursive_directory_iterator(root, ignored)) {
        struct ::stat status { };
        if (entry.path().filename() == "data" && ::stat(entry.path().c_str(), &status) == 0
            && status.st_size >= static_cast<off_t>(fileSize))
            blobs.emplace(entry.path().parent_path().filename().string(), 0);
    }
    for (auto &[digest, commits] : blobs)
        commits = registry.commitsOf(digest);
    return blobs;
}

/// Kills it once `delayMs` have passed since it began to move bytes, unless it ends before; true when it was killed.
bool killAfter(QProcess &process, int delayMs)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < delayMs && process.state() == QProcess::Running)
        process.waitForFinished(5);
    const bool running = process.state() == QProcess::Running;
    process.kill();
    process.waitForFinished();
    return running;
}

} // namespace

void TestKill::pushesSurvive()
{
    const DockerRegistry registry;
    const Cli cli;
    for (int round = 0; round < rounds; ++round)
        makeModel(cli.home(), cat("m", round), static_cast<unsigned>(round));
    waitUntilSettled(cli.home().path());
    const auto reference = registry.host() + "/team/model:v1";
    std::mt19937 random(20);
    std::string tagged;
    int killed = 0;
    std::size_t finishedBefore = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto model = (cli.home() / cat("m", round)).string();
        const auto process = cli.start({"push", model, reference, "--limit-rate", "10M", "--jobs", "1"});
        killed += killAfter(*process, 100 + static_cast<int>(random() % 1100)) ? 1 : 0;
        // the tag is what it was, or complete
        const auto state = cli.run({"inspect", reference, "--manifest"});
        const auto now = state.exitCode == 0 ? Digest::sha256Of(state.output).toString() : std::string();
        if (now != tagged)
            QCOMPARE(cli.run({"validate", reference, "--deep"}).exitCode, 0);
        else
            QVERIFY(state.exitCode == (tagged.empty() ? 4 : 0));
        const auto before = storedBlobs(registry);
        const auto again = cli.run({"push", model, reference});
        QVERIFY2(again.exitCode == 0, again.errors.c_str());
        tagged = again.output.substr(again.output.find("sha256:"), 71);
        const auto after = storedBlobs(registry);
        QCOMPARE(after.size(), std::size_t(files) * static_cast<std::size_t>(round + 1));
        for (const auto &[digest, commits] : before)
            QVERIFY2(commits > 0 && after.at(digest) == commits, "a finished blob was sent again");
        finishedBefore += before.size();
    }
    qInfo("%d of %d pushes were killed in flight", killed, rounds);
    QVERIFY(finishedBefore > std::size_t(files) * rounds * (rounds - 1) / 2); // some were finished in their own round
    QVERIFY(killed > rounds / 2);
    QCOMPARE(cli.run({"validate", reference, "--deep"}).exitCode, 0);
}

void TestKill::pullsSurvive()
{
    const DockerRegistry registry;
    const Cli cli;
    makeModel(cli.home(), "m", 99);
    const auto reference = registry.host() + "/team/model:v1";
    QCOMPARE(cli.run({"push", (cli.home() / "m").string(), reference}).exitCode, 0);
    const auto expected = folderContents(cli.home() / "m");
    std::mt19937 random(21);
    int killed = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto target = cli.home() / cat("out", round);
        const auto process = cli.start({"pull", reference, target.string(), "--limit-rate", "10M", "--jobs", "1"});
        killed += killAfter(*process, 100 + static_cast<int>(random() % 1100)) ? 1 : 0;
        // every file that has its name is whole
        std::map<std::string, ino_t> finished;
        std::error_code ignored;
        for (const auto &entry : fs::directory_iterator(target, ignored)) {
            const auto name = entry.path().filename().string();
            if (name.rfind(".modelcrate-", 0) == 0)
                continue;
            QVERIFY2(expected.count(name) == 1 && expected.at(name).first == readFile(entry.path()),
                     entry.path().c_str());
            struct ::stat status { };
            ::stat(entry.path().c_str(), &status);
            finished[name] = status.st_ino;
        }
        const auto again = cli.run({"pull", reference, target.string()});
        QVERIFY2(again.exitCode == 0, again.errors.c_str());
        QVERIFY(folderContents(target) == expected); // nothing half-written left either
        for (const auto &[name, inode] : finished) {
            struct ::stat status { };
            ::stat((target / name).c_str(), &status);
            QVERIFY2(status.st_ino == inode, "a finished file was fetched again");
        }
        fs::remove_all(target);
    }
    qInfo("%d of %d pulls were killed in flight", killed, rounds);
    QVERIFY(killed > rounds / 2);
}

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
