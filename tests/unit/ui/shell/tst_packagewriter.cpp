// SPDX-License-Identifier: Apache-2.0
#include "support/gui/waiting.h"
#include "support/testing.h"
#include "ui/jobs/jobrunner.h"
#include "ui/shell/packagewriter.h"

#include <algorithm>
#include <mutex>
#include <semaphore>
#include <string>
#include <vector>

#include <QScopeGuard>
#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;

namespace {

PackageState stateNamed(const std::string &name)
{
    Package package;
    package.annotations = {{"name", name}};
    return PackageState::fromPackage(std::move(package));
}

std::string nameOf(const PackageState &state) { return state.header->annotations.front().second; }

/// A disk that lets one write through for each release(), but none has to wait for "other".
struct SlowDisk {
    PackageWriter::Write write()
    {
        return [this](const PackageState &state, const std::filesystem::path &file) -> Result<void> {
            {
                const std::lock_guard lock(mutex);
                begun.push_back(nameOf(state));
            }
            if (file.filename() != "other")
                gate.acquire();
            if (nameOf(state) == "bad")
                return Error(ErrorCode::NoSpace, "full");
            const std::lock_guard lock(mutex);
            written.push_back(nameOf(state));
            return {};
        };
    }
    std::vector<std::string> begunNow()
    {
        const std::lock_guard lock(mutex);
        return begun;
    }
    void release(int writes) { gate.release(writes); }

    std::mutex mutex;
    std::counting_semaphore<> gate{0};
    std::vector<std::string> begun;
    std::vector<std::string> written;
};

using Names = std::vector<std::string>;

} // namespace

class TestPackageWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneAfterTheOther();
    void onlyTheLastOfADocument();
    void aFailureStopsNothing();
    void theFileHoldsTheLastState();
};

void TestPackageWriter::oneAfterTheOther()
{
    SlowDisk disk;
    JobRunner jobs;
    PackageWriter writer(jobs, disk.write());
    const auto atTheEnd = qScopeGuard([&] { disk.release(9); }); // whatever failed
    QObject one;
    QObject two;
    Names done;
    const auto tell = [&](const Result<void> &outcome, const PackageState &written) {
        QVERIFY(outcome);
        done.push_back(nameOf(written));
    };
    QVERIFY(writer.isIdle());
    writer.write(&one, stateNamed("first"), "/a/file", tell);
    writer.write(&two, stateNamed("second"), "/a/b/../file", tell); // the same one
    writer.write(&one, stateNamed("beside"), "/a/other", tell);
    // Nothing holds up another file; what is asked of this one waits although there are threads for it.
    QVERIFY(waitFor([&] { return done == Names{"beside"}; }));
    QVERIFY(waitFor([&] { return disk.begunNow().size() == 2; }));
    const auto begun = disk.begunNow();
    QVERIFY(std::find(begun.begin(), begun.end(), "second") == begun.end());
    QVERIFY(!writer.isIdle());
    disk.release(2);
    QVERIFY(waitFor([&] { return writer.isIdle(); }));
    QVERIFY((done == Names{"beside", "first", "second"}));
    QVERIFY((disk.written == Names{"beside", "first", "second"}));
}

void TestPackageWriter::onlyTheLastOfADocument()
{
    SlowDisk disk;
    JobRunner jobs;
    PackageWriter writer(jobs, disk.write());
    const auto atTheEnd = qScopeGuard([&] { disk.release(9); }); // whatever failed
    QObject document;
    Names done;
    for (const char *name : {"1", "2", "3", "4"})
        writer.write(&document, stateNamed(name), "/file",
                     [&](const Result<void> &, const PackageState &written) { done.push_back(nameOf(written)); });
    QVERIFY(waitFor([&] { return disk.begunNow().size() == 1; }));
    disk.release(2);
    QVERIFY(waitFor([&] { return writer.isIdle(); }));
    QVERIFY((disk.written == Names{"1", "4"}));
    QVERIFY((done == Names{"1", "4", "4", "4"})); // whoever asked is told what is in the file
}

void TestPackageWriter::aFailureStopsNothing()
{
    SlowDisk disk;
    JobRunner jobs;
    PackageWriter writer(jobs, disk.write());
    const auto atTheEnd = qScopeGuard([&] { disk.release(9); }); // whatever failed
    QObject one;
    QObject two;
    std::vector<bool> done;
    const auto tell = [&](const Result<void> &outcome, const PackageState &) { done.push_back(outcome.has_value()); };
    writer.write(&one, stateNamed("bad"), "/file", tell);
    writer.write(&two, stateNamed("good"), "/file", tell);
    disk.release(2);
    QVERIFY(waitFor([&] { return writer.isIdle(); }));
    QVERIFY((done == std::vector<bool>{false, true}));
    QVERIFY((disk.written == Names{"good"}));
}

void TestPackageWriter::theFileHoldsTheLastState()
{
    const TestDir dir;
    const auto file = dir / "m.modelcrate.json";
    JobRunner jobs;
    PackageWriter writer(jobs);
    QObject documents[2];
    for (int i = 0; i <= 40; ++i) {
        Package package;
        package.root = dir.path();
        package.annotations = {{"name", "state " + std::to_string(i)}};
        // The later ones are made faster than the first.
        package.entries.resize(static_cast<std::size_t>(40 - i) * 100, PackageEntry{.path = "a", .file = "a"});
        writer.write(&documents[i % 2], PackageState::fromPackage(std::move(package)), file, {});
    }
    QVERIFY(waitFor([&] { return writer.isIdle(); }));
    QVERIFY(readFile(file).find("\"state 40\"") != std::string::npos);
}

QTEST_MAIN(TestPackageWriter)
#include "tst_packagewriter.moc"
