// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "modelpack/package.h"
#include "operations/artifacts.h"
#include "operations/session.h"
#include "support/fakeregistry.h"
#include "support/gui/stallmeter.h"
#include "support/gui/waiting.h"
#include "support/programs.h"
#include "support/testing.h"
#include "ui/jobs/transferqueue.h"
#include "ui/text/convert.h"

#include <atomic>
#include <fstream>
#include <stdexcept>
#include <utility>

#include <signal.h>
#include <sys/prctl.h>
#include <sys/stat.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;
using Kind = TransferRequestRecord::Kind;
using State = TransferState;

namespace {

/// Session, runner and queue of one run of the program; all of them end with it.
struct Program {
    explicit Program(const TestDir &dir, const std::filesystem::path &file = {})
        : session(SessionOptions{.storePath = dir / "store", .hashCachePath = dir / "cache/hashes.sqlite"}),
          queue(session, jobs, file)
    {
    }

    State state(qint64 id) const { return queue.find(id)->state; }
    bool waitForState(qint64 id, State state)
    {
        return waitFor([&] { return queue.find(id)->state == state; }, 60'000);
    }
    bool waitForLoaded()
    {
        return waitFor([&] { return queue.isLoaded(); });
    }

    Session session;
    JobRunner jobs;
    TransferQueue queue;
};

TransferRequestRecord publishRequest(const std::filesystem::path &folder, const std::string &target)
{
    return {Kind::Publish, QStringLiteral("model"), freezePackage(makePackage(folder, {}, {}).value()), {}, target, {}};
}

/// So that an error is said in the language of the next start.
bool sameWording(const Message &a, const Message &b)
{
    return a == b && a.pattern() == b.pattern()
        && std::equal(a.parts().begin(), a.parts().end(), b.parts().begin(), b.parts().end(), sameWording);
}

/// A request that fails at once, for tests of the queue itself.
TransferRequestRecord hopeless(int number = 0)
{
    return {Kind::Copy, QString::number(number), {}, "store:none/here:v1", "store:none/there:v1", {}};
}

} // namespace

class TestTransferQueue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void publishesAFolder();
    void takesAPackageThatIsNotFrozenYet();
    void theEndWaitsForAPackage();
    void copiesAndPulls();
    void pullsOnlySomeKinds();
    void saysWhyOneFailedAndTriesAgain();
    void runsSoManyAtOnce();
    void cancelIsAnsweredSoonAndLeavesNoTag();
    void whatWaitsEndsAtOnce();
    void pausesAndGoesOnWithoutSendingTwice();
    void theEndOfTheProgramPauses();
    void restartsOneThatStalls();
    void saysHowEachPartMoves();
    void endsAWaitWhenAsked();
    void cancelOfAPausedOneLeavesNothing();
    void cancelOfAnInterruptedOneLeavesNothing();
    void removalOfAFailedOneLeavesNothing();
    void cancelLeavesWhatAnotherGoesOnFrom();
    void stopsForTheEnd();
    void limitsTheRate();
    void movesInTheOrder();
    void clearsWhatIsFinished();
    void keepsEverything();
    void comesBackAfterAKill();
    void offersWhatWasInterrupted();
    void takesNewOnesBeforeTheFileIsRead();
    void setsABrokenFileAside_data();
    void setsABrokenFileAside();
    void leavesANewerFileAlone();
    void worksWithoutAPlace();
    void oneProgramKeepsAFile();
    void thousandsDoNotHoldUpTheWindow();

private:
    std::filesystem::path file() const { return *m_dir / "state/modelcrate/transfers.sqlite"; }
    std::size_t journals() const;
    /// Adds a publish and pauses it while its weights are on their way.
    qint64 leaveHalf(Program &program, const FakeRegistry &registry);
    bool waitUntilNothingIsLeft(const FakeRegistry &registry) const
    {
        return waitFor([&] { return registry.openSessions() == 0 && journals() == 0; });
    }
    /// Uploads of data are taken and never answered.
    static FakeRegistry::Script hangingUploads()
    {
        return [](const ServerRequest &request) -> std::optional<ServerReply> {
            if (request.method == "PATCH"
                || (request.method == "PUT" && request.path().find("/uploads/") != std::string::npos))
                return ServerReply{.hang = true};
            return std::nullopt;
        };
    }

    std::unique_ptr<TestDir> m_dir;
};

void TestTransferQueue::init()
{
    m_dir = std::make_unique<TestDir>();
    qputenv("HOME", m_dir->path().c_str());
    qputenv("XDG_STATE_HOME", (*m_dir / "state").c_str());
    qputenv("XDG_DATA_HOME", (*m_dir / "data").c_str());
    qputenv("XDG_RUNTIME_DIR", (*m_dir / "run").c_str());
    qputenv("DOCKER_CONFIG", (*m_dir / "docker").c_str());
}

void TestTransferQueue::cleanup() { m_dir.reset(); }

void TestTransferQueue::publishesAFolder()
{
    FakeRegistry registry;
    makeModelFolder(*m_dir, "model", 3'000'000);
    Program program(*m_dir);
    QSignalSpy added(&program.queue, &TransferQueue::added);
    QSignalSpy changed(&program.queue, &TransferQueue::changed);
    const auto id = program.queue.add(publishRequest(*m_dir / "model", registry.host() + "/team/model:v1"));
    QCOMPARE(added.count(), 1);
    QCOMPARE(changed.count(), 1);
    QVERIFY(program.state(id) == State::Running);
    QCOMPARE(program.queue.active(), 1);
    QVERIFY(program.waitForState(id, State::Done));

    const auto &transfer = *program.queue.find(id);
    QVERIFY(transfer.published);
    QCOMPARE(transfer.published->digest, Digest::sha256Of(registry.manifest("v1")));
    QCOMPARE(transfer.published->target, registry.host() + "/team/model:v1");
    QVERIFY(transfer.progress.total > ByteCount(3'000'000));
    QCOMPARE(transfer.progress.done, transfer.progress.total);
    QVERIFY(transfer.finished >= transfer.created);
    QVERIFY(transfer.request.package.empty());
    QVERIFY(!transfer.error);
    QCOMPARE(program.queue.active(), 0);
}

void TestTransferQueue::takesAPackageThatIsNotFrozenYet()
{
    makeModelFolder(*m_dir, "model");
    auto request = publishRequest(*m_dir / "model", "store:team/model:v1");
    const auto package = std::exchange(request.package, {});
    std::atomic<bool> hold{true};
    const auto freeze = [&] {
        waitUntil([&] { return !hold.load(); });
        return package;
    };
    qint64 paused = 0;
    {
        Program program(*m_dir);
        QVERIFY(program.waitForLoaded());
        program.queue.setParallel(2);
        QSignalSpy added(&program.queue, &TransferQueue::added);
        const auto first = program.queue.add(request, freeze);
        paused = program.queue.add(request, freeze);
        const auto removed = program.queue.add(request, freeze);
        const auto broken = program.queue.add(request, []() -> std::string { throw std::runtime_error("no memory"); });
        QCOMPARE(added.count(), 4);
        QVERIFY(program.waitForState(broken, State::Failed));
        QVERIFY(program.queue.find(broken)->error);
        QVERIFY(program.state(first) == State::Waiting);
        program.queue.pause(paused);
        program.queue.cancel(removed);
        program.queue.remove(removed);
        QCOMPARE(program.queue.active(), 1);
        QVERIFY(!program.queue.isSaved());
        hold = false;
        QVERIFY(program.waitForState(first, State::Done));
        QVERIFY(waitFor([&] { return program.queue.isSaved(); }));
        QVERIFY(program.state(paused) == State::Paused);
    }
    Program next(*m_dir);
    QVERIFY(next.waitForLoaded());
    QCOMPARE(next.queue.transfers().size(), std::size_t(3));
    QCOMPARE(next.queue.find(paused)->request.package, package);
    next.queue.resume(paused);
    QVERIFY(next.waitForState(paused, State::Done));
}

void TestTransferQueue::theEndWaitsForAPackage()
{
    makeModelFolder(*m_dir, "model");
    auto request = publishRequest(*m_dir / "model", "store:team/model:v1");
    const auto package = std::exchange(request.package, {});
    qint64 id = 0;
    {
        Program program(*m_dir);
        QVERIFY(program.waitForLoaded());
        id = program.queue.add(request, [&] { return package; });
    } // before the event loop is told of it
    Program next(*m_dir);
    QVERIFY(next.waitForLoaded());
    QVERIFY(next.queue.find(id) && next.queue.find(id)->interrupted);
    QCOMPARE(next.queue.find(id)->request.package, package);
}

void TestTransferQueue::copiesAndPulls()
{
    makeModelFolder(*m_dir, "model");
    Program program(*m_dir);
    program.queue.setParallel(1);
    const auto published = program.queue.add(publishRequest(*m_dir / "model", "store:team/model:v1"));
    const auto layout = "oci:" + (*m_dir / "layout").native() + ":v1";
    const auto copied = program.queue.add({Kind::Copy, {}, {}, "store:team/model:v1", layout, {}});
    const auto pulled = program.queue.add({Kind::Pull, {}, {}, layout, (*m_dir / "pulled").native(), {}});
    QVERIFY(program.waitForState(pulled, State::Done));
    QVERIFY(program.state(published) == State::Done);
    QVERIFY(program.state(copied) == State::Done);
    QVERIFY(program.queue.find(published)->published->digest == program.queue.find(copied)->published->digest);
    QCOMPARE(program.queue.find(copied)->published->target, layout);
    QVERIFY(folderContents(*m_dir / "pulled") == folderContents(*m_dir / "model"));
}

void TestTransferQueue::pullsOnlySomeKinds()
{
    makeModelFolder(*m_dir, "model");
    Program program(*m_dir);
    program.queue.add(publishRequest(*m_dir / "model", "store:team/model:v1"));
    const auto pulled =
        program.queue.add({Kind::Pull, {}, {}, "store:team/model:v1", (*m_dir / "pulled").native(), {"config"}});
    QVERIFY(program.waitForState(pulled, State::Done));
    const auto files = folderContents(*m_dir / "pulled");
    QVERIFY(files.contains("config.json"));
    QVERIFY(!files.contains("model.safetensors"));
    const auto odd =
        program.queue.add({Kind::Pull, {}, {}, "store:team/model:v1", (*m_dir / "odd").native(), {"colour"}});
    QVERIFY(program.waitForState(odd, State::Failed));
}

void TestTransferQueue::saysWhyOneFailedAndTriesAgain()
{
    FakeRegistry registry;
    registry.setScript([](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.method == "POST")
            return errorReply(403, "DENIED", "read only");
        return std::nullopt;
    });
    makeModelFolder(*m_dir, "model");
    Program program(*m_dir);
    const auto id = program.queue.add(publishRequest(*m_dir / "model", registry.host() + "/team/model:v1"));
    QVERIFY(program.waitForState(id, State::Failed));
    QVERIFY(program.queue.find(id)->error->code() == ErrorCode::Forbidden);
    QCOMPARE(program.queue.active(), 0);
    registry.setScript({});
    program.queue.resume(id);
    QVERIFY(!program.queue.find(id)->error);
    QVERIFY(!program.queue.find(id)->finished.isValid());
    QVERIFY(program.waitForState(id, State::Done));
    QVERIFY(registry.tags().contains("v1"));
}

void TestTransferQueue::runsSoManyAtOnce()
{
    FakeRegistry registry;
    registry.setScript(hangingUploads());
    makeModelFolder(*m_dir, "model");
    Program program(*m_dir);
    program.queue.setParallel(2);
    std::vector<qint64> ids;
    for (const auto *tag : {":a", ":b", ":c", ":d"})
        ids.push_back(program.queue.add(publishRequest(*m_dir / "model", registry.host() + "/team/model" + tag)));
    QVERIFY(program.state(ids[1]) == State::Running);
    QVERIFY(program.state(ids[2]) == State::Waiting);
    program.queue.setParallel(3);
    QVERIFY(program.state(ids[2]) == State::Running);
    QVERIFY(program.state(ids[3]) == State::Waiting);
    QCOMPARE(program.queue.active(), 4);
    program.queue.cancel(ids[0]);
    QVERIFY(program.waitForState(ids[3], State::Running));
    QVERIFY(program.state(ids[0]) == State::Canceled);
}

void TestTransferQueue::cancelIsAnsweredSoonAndLeavesNoTag()
{
    FakeRegistry registry;
    registry.setScript(hangingUploads());
    makeModelFolder(*m_dir, "model", 4'000'000);
    Program program(*m_dir);
    const auto id = program.queue.add(publishRequest(*m_dir / "model", registry.host() + "/team/model:v1"));
    // All that run at once: of a session that is only being asked for nobody knows the name yet, so nobody can end it.
    QVERIFY(waitFor([&] { return registry.count("PUT") + registry.count("PATCH") == TransferOptions().concurrency; }));
    QElapsedTimer timer;
    timer.start();
    program.queue.cancel(id);
    QVERIFY(program.state(id) == State::Canceling);
    QVERIFY(program.waitForState(id, State::Canceled));
    QVERIFY2(timer.elapsed() <= cancelBoundMs, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(registry.tags().empty());
    QVERIFY(program.queue.find(id)->finished.isValid());
    // And it can be asked for again.
    registry.setScript({});
    program.queue.resume(id);
    QVERIFY(program.waitForState(id, State::Done));
    QCOMPARE(registry.openSessions(), std::size_t(0));
}

void TestTransferQueue::whatWaitsEndsAtOnce()
{
    FakeRegistry registry;
    registry.setScript(hangingUploads());
    makeModelFolder(*m_dir, "model");
    Program program(*m_dir);
    program.queue.add(publishRequest(*m_dir / "model", registry.host() + "/team/model:v1"));
    const auto waiting = program.queue.add(hopeless());
    program.queue.pause(waiting);
    QVERIFY(program.state(waiting) == State::Paused);
    QCOMPARE(program.queue.active(), 1);
    program.queue.resume(waiting);
    QVERIFY(program.state(waiting) == State::Waiting);
    program.queue.cancel(waiting);
    QVERIFY(program.state(waiting) == State::Canceled);
    program.queue.resume(waiting);
    program.queue.pause(waiting);
    program.queue.cancel(waiting);
    QVERIFY(program.state(waiting) == State::Canceled);
    // What makes no sense does nothing.
    for (const auto id : {waiting, qint64(4711)}) {
        program.queue.pause(id);
        program.queue.cancel(id);
        program.queue.moveUp(id);
    }
}

void TestTransferQueue::pausesAndGoesOnWithoutSendingTwice()
{
    FakeRegistry registry;
    makeModelFolder(*m_dir, "model", 24'000'000);
    Program program(*m_dir);
    program.queue.setRateLimit(8_MiB);
    const auto id = program.queue.add(publishRequest(*m_dir / "model", registry.host() + "/team/model:v1"));
    QVERIFY(waitFor([&] { return program.queue.find(id)->progress.moved > 4_MiB && program.queue.find(id)->rate; }));
    QVERIFY(program.queue.find(id)->timeLeft);
    program.queue.pause(id);
    QVERIFY(program.state(id) == State::Pausing);
    QVERIFY(program.waitForState(id, State::Paused));
    QVERIFY(registry.tags().empty());
    const auto before = registry.bytesReceived();
    QVERIFY(before > (4 << 20) && before < 24'000'000);
    QVERIFY(!program.queue.find(id)->rate);

    program.queue.setRateLimit({});
    program.queue.resume(id);
    QVERIFY(program.waitForState(id, State::Done));
    // Manifests count as bodies too.
    const auto &transfer = *program.queue.find(id);
    const auto sent = static_cast<qint64>(registry.bytesReceived());
    const auto largest = transfer.progress.total.value() + transfer.published->manifestSize.value();
    QVERIFY2(sent <= largest, cat(sent, " bytes for ", largest).c_str());
}

void TestTransferQueue::theEndOfTheProgramPauses()
{
    FakeRegistry registry;
    makeModelFolder(*m_dir, "model", 24'000'000);
    qint64 id = 0;
    {
        Program program(*m_dir);
        program.queue.setRateLimit(8_MiB);
        id = program.queue.add(publishRequest(*m_dir / "model", registry.host() + "/team/model:v1"));
        QVERIFY(waitFor([&] { return program.queue.find(id)->progress.moved > 4_MiB; }));
    }
    Program program(*m_dir);
    QVERIFY(program.waitForLoaded());
    QVERIFY(program.state(id) == State::Paused);
    QVERIFY(program.queue.find(id)->interrupted);
    program.queue.resume(id);
    QVERIFY(!program.queue.find(id)->interrupted);
    QVERIFY(program.waitForState(id, State::Done));
    const auto &transfer = *program.queue.find(id);
    const auto sent = static_cast<qint64>(registry.bytesReceived());
    const auto largest = transfer.progress.total.value() + transfer.published->manifestSize.value();
    QVERIFY2(sent <= largest, cat(sent, " bytes for ", largest).c_str());
}

void TestTransferQueue::restartsOneThatStalls()
{
    FakeRegistry registry;
    registry.setScript(hangingUploads());
    makeModelFolder(*m_dir, "model", 4'000'000);
    Program program(*m_dir);
    const auto id = program.queue.add(publishRequest(*m_dir / "model", registry.host() + "/team/model:v1"));
    QVERIFY(waitFor([&] { return program.queue.find(id)->stalledFor.has_value(); }, 30'000));
    QVERIFY(!program.queue.find(id)->rate);
    QVERIFY(!program.queue.find(id)->timeLeft);
    registry.setScript({});
    program.queue.restart(id);
    QVERIFY(program.state(id) == State::Pausing);
    QVERIFY(program.waitForState(id, State::Done));
}

void TestTransferQueue::saysHowEachPartMoves()
{
    FakeRegistry registry;
    makeModelFolder(*m_dir, "model", 24'000'000);
    Program program(*m_dir);
    program.queue.setRateLimit(8_MiB);
    const auto id = program.queue.add(publishRequest(*m_dir / "model", registry.host() + "/team/model:v1"));
    std::optional<ItemPace> seen;
    QVERIFY(waitFor([&] {
        for (const auto &[item, pace] : program.queue.find(id)->paces) {
            if (pace.rate && pace.timeLeft && program.queue.find(id)->progress.items[item].total > 10_MiB)
                seen = pace;
        }
        return seen.has_value();
    }));
    QVERIFY(*seen->rate > 0 && !seen->stalledFor);
    program.queue.setRateLimit({});
    QVERIFY(program.waitForState(id, State::Done));
    QVERIFY(program.queue.find(id)->paces.empty());
}

void TestTransferQueue::endsAWaitWhenAsked()
{
    FakeRegistry registry;
    std::atomic<bool> down{true};
    registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        return down && request.method == "POST" ? std::optional(errorReply(503, "UNAVAILABLE")) : std::nullopt;
    });
    makeModelFolder(*m_dir, "model", 4'000'000);
    Program program(*m_dir);
    const auto id = program.queue.add(publishRequest(*m_dir / "model", registry.host() + "/team/model:v1"));
    const auto waits = [&] {
        const auto &transfer = *program.queue.find(id);
        return std::any_of(transfer.progress.items.begin(), transfer.progress.items.end(), [](const auto &item) {
            return item.wait && item.wait->canSkip && item.wait->httpStatus == 503 && item.wait->attempt >= 2;
        });
    };
    QVERIFY(waitFor(waits));
    down = false;
    program.queue.retryNow(id);
    QVERIFY(program.state(id) == State::Running || program.state(id) == State::Pausing);
    QVERIFY(program.waitForState(id, State::Done));
}

std::size_t TestTransferQueue::journals() const
{
    std::size_t count = 0;
    std::error_code ignored;
    for (const auto &entry : std::filesystem::directory_iterator(*m_dir / "state/modelcrate/uploads", ignored))
        count += entry.path().extension() == ".json" ? 1 : 0;
    return count;
}

qint64 TestTransferQueue::leaveHalf(Program &program, const FakeRegistry &registry)
{
    if (!std::filesystem::exists(*m_dir / "model"))
        makeModelFolder(*m_dir, "model", 24'000'000);
    program.queue.setRateLimit(8_MiB);
    const auto id = program.queue.add(publishRequest(*m_dir / "model", registry.host() + "/team/model:v1"));
    if (!waitFor([&] { return program.queue.find(id)->progress.moved > 4_MiB; }))
        return 0;
    program.queue.pause(id);
    return program.waitForState(id, State::Paused) && registry.openSessions() > 0 && journals() > 0 ? id : 0;
}

void TestTransferQueue::cancelOfAPausedOneLeavesNothing()
{
    FakeRegistry registry;
    Program program(*m_dir);
    const auto id = leaveHalf(program, registry);
    QVERIFY(id != 0);
    program.queue.cancel(id);
    QVERIFY(program.state(id) == State::Canceled); // at once; the registry is told in the background
    QVERIFY(waitUntilNothingIsLeft(registry));

    // A registry that does not answer: what lies here goes all the same.
    const auto second = leaveHalf(program, registry);
    QVERIFY(second != 0);
    registry.setScript([](const ServerRequest &) { return ServerReply{.hang = true}; });
    program.queue.cancel(second);
    QVERIFY(waitFor([&] { return journals() == 0; }));
    QVERIFY(waitFor([&] { return program.jobs.running() == 0; })); // it is given up
    QVERIFY(registry.openSessions() > 0);
}

void TestTransferQueue::cancelOfAnInterruptedOneLeavesNothing()
{
    FakeRegistry registry;
    makeModelFolder(*m_dir, "model", 24'000'000);
    qint64 id = 0;
    {
        Program program(*m_dir);
        program.queue.setRateLimit(8_MiB);
        id = program.queue.add(publishRequest(*m_dir / "model", registry.host() + "/team/model:v1"));
        QVERIFY(waitFor([&] { return program.queue.find(id)->progress.moved > 4_MiB; }));
    }
    // What does not come to a clean boundary in the two seconds that the end has is cancelled, and leaves no journal.
    const auto kept = journals();
    const auto sessions = registry.openSessions();
    QVERIFY(kept > 0 && kept <= sessions);
    Program program(*m_dir);
    QVERIFY(program.waitForLoaded());
    QVERIFY(program.queue.find(id)->interrupted);
    program.queue.cancel(id);
    QVERIFY(waitFor([&] { return journals() == 0 && registry.openSessions() <= sessions - kept; }));
}

void TestTransferQueue::removalOfAFailedOneLeavesNothing()
{
    FakeRegistry registry;
    Program program(*m_dir);
    const auto id = leaveHalf(program, registry);
    QVERIFY(id != 0);
    registry.setScript([](const ServerRequest &request) -> std::optional<ServerReply> {
        return request.method == "PATCH" ? std::optional(errorReply(403, "DENIED")) : std::nullopt;
    });
    program.queue.resume(id);
    QVERIFY(program.waitForState(id, State::Failed));
    QVERIFY(journals() > 0); // a retry would go on from there
    program.queue.remove(id);
    QVERIFY(waitUntilNothingIsLeft(registry));
}

void TestTransferQueue::cancelLeavesWhatAnotherGoesOnFrom()
{
    FakeRegistry registry;
    Program program(*m_dir);
    const auto id = leaveHalf(program, registry);
    QVERIFY(id != 0);
    const auto other = program.queue.add(publishRequest(*m_dir / "model", registry.host() + "/team/model:v2"));
    program.queue.pause(other);
    QVERIFY(program.waitForState(other, State::Paused));
    program.queue.cancel(id);
    QVERIFY(program.state(id) == State::Canceled);
    QVERIFY(waitFor([&] { return program.jobs.running() == 0; }));
    QVERIFY(journals() > 0);
    program.queue.setRateLimit({});
    program.queue.resume(other);
    QVERIFY(program.waitForState(other, State::Done));
    const auto &transfer = *program.queue.find(other);
    const auto sent = static_cast<qint64>(registry.bytesReceived());
    const auto largest = transfer.progress.total.value() + transfer.published->manifestSize.value();
    QVERIFY2(sent <= largest, cat(sent, " bytes for ", largest).c_str());
    QVERIFY(waitUntilNothingIsLeft(registry));
}

void TestTransferQueue::stopsForTheEnd()
{
    FakeRegistry registry;
    registry.setScript(hangingUploads());
    makeModelFolder(*m_dir, "model");
    Program program(*m_dir);
    const auto running = program.queue.add(publishRequest(*m_dir / "model", registry.host() + "/team/model:v1"));
    const auto waiting = program.queue.add(hopeless());
    program.queue.pauseAll();
    QVERIFY(program.state(waiting) == State::Paused);
    QVERIFY(waitFor([&] { return program.queue.active() == 0; }));
    QVERIFY(program.state(running) == State::Paused);
    registry.setScript({});
    program.queue.resumeAll();
    QVERIFY(program.waitForState(running, State::Done));
    QVERIFY(program.waitForState(waiting, State::Failed));
}

void TestTransferQueue::limitsTheRate()
{
    FakeRegistry registry;
    makeModelFolder(*m_dir, "a", 1'000'000, 1);
    makeModelFolder(*m_dir, "b", 1'000'000, 2);
    Program program(*m_dir);
    program.queue.setParallel(2);
    program.queue.setRateLimit(1_MiB);
    QElapsedTimer timer;
    timer.start();
    const auto a = program.queue.add(publishRequest(*m_dir / "a", registry.host() + "/team/a:v1"));
    const auto b = program.queue.add(publishRequest(*m_dir / "b", registry.host() + "/team/b:v1"));
    QVERIFY(program.waitForState(a, State::Done));
    QVERIFY(program.waitForState(b, State::Done));
    QVERIFY2(timer.elapsed() > 1000, qPrintable(QString::number(timer.elapsed())));
}

static std::vector<qint64> order(const TransferQueue &queue)
{
    std::vector<qint64> ids;
    for (const auto &transfer : queue.transfers())
        ids.push_back(transfer.id);
    return ids;
}

void TestTransferQueue::movesInTheOrder()
{
    FakeRegistry registry;
    registry.setScript(hangingUploads());
    makeModelFolder(*m_dir, "model");
    std::vector<qint64> expected;
    {
        Program program(*m_dir);
        const auto done = program.queue.add(hopeless());
        QVERIFY(program.waitForState(done, State::Failed));
        const auto running = program.queue.add(publishRequest(*m_dir / "model", registry.host() + "/team/model:v1"));
        const auto a = program.queue.add(hopeless(1));
        const auto b = program.queue.add(hopeless(2));
        const auto c = program.queue.add(hopeless(3));
        program.queue.pause(b);
        QSignalSpy reordered(&program.queue, &TransferQueue::reordered);
        program.queue.moveUp(c);
        QCOMPARE(order(program.queue), (std::vector{done, running, a, c, b}));
        program.queue.moveUp(c);
        QCOMPARE(order(program.queue), (std::vector{done, running, c, a, b}));
        QCOMPARE(reordered.count(), 2);
        program.queue.moveUp(c); // only a running and a finished one are above
        program.queue.moveDown(b);
        program.queue.moveUp(running);
        QCOMPARE(reordered.count(), 2);
        program.queue.moveDown(a);
        QCOMPARE(order(program.queue), (std::vector{done, running, c, b, a}));
        for (const auto id : order(program.queue))
            QCOMPARE(program.queue.find(id)->id, id);
        expected = order(program.queue);
    }
    Program program(*m_dir);
    QVERIFY(program.waitForLoaded());
    QCOMPARE(order(program.queue), expected);
}

void TestTransferQueue::clearsWhatIsFinished()
{
    makeModelFolder(*m_dir, "model");
    std::vector<qint64> expected;
    {
        Program program(*m_dir);
        const auto failed = program.queue.add(hopeless());
        const auto done = program.queue.add(publishRequest(*m_dir / "model", "store:team/model:v1"));
        QVERIFY(program.waitForState(done, State::Done));
        QVERIFY(program.waitForState(failed, State::Failed));
        const auto other = program.queue.add(hopeless());
        QVERIFY(program.waitForState(other, State::Failed));
        QSignalSpy removed(&program.queue, &TransferQueue::removed);
        program.queue.clearFinished();
        QCOMPARE(removed.count(), 1);
        QCOMPARE(order(program.queue), (std::vector{failed, other}));
        program.queue.remove(failed);
        QCOMPARE(order(program.queue), (std::vector{other}));
        QVERIFY(!program.queue.find(failed));
        QCOMPARE(program.queue.find(other)->id, other);
        expected = {other};
    }
    Program program(*m_dir);
    QVERIFY(program.waitForLoaded());
    QCOMPARE(order(program.queue), expected);
}

void TestTransferQueue::keepsEverything()
{
    FakeRegistry registry;
    makeModelFolder(*m_dir, "model");
    std::vector<Transfer> before;
    {
        Program program(*m_dir);
        program.queue.add(publishRequest(*m_dir / "model", registry.host() + "/team/model:v1"));
        auto odd = hopeless();
        odd.title = QString::fromUtf8("模型 ‘; DROP TABLE transfers --");
        odd.kind = Kind::Pull;
        odd.kinds = {"weight", "config"};
        const auto failed = program.queue.add(odd);
        QVERIFY(program.waitForState(failed, State::Failed));
        registry.setScript([](const ServerRequest &) -> std::optional<ServerReply> {
            return errorReply(403, "DENIED", "not \"you\"");
        });
        const auto refused = program.queue.add(publishRequest(*m_dir / "model", registry.host() + "/team/model:v2"));
        QVERIFY(program.waitForState(refused, State::Failed));
        registry.setScript(hangingUploads());
        makeModelFolder(*m_dir, "other", 300'000, 2);
        program.queue.add(publishRequest(*m_dir / "other", registry.host() + "/team/model:v3"));
        const auto paused = program.queue.add(hopeless(1));
        program.queue.pause(paused);
        const auto canceled = program.queue.add(hopeless(2));
        program.queue.cancel(canceled);
        program.queue.add(hopeless(3));
        QVERIFY(program.queue.isPersistent());
        before = program.queue.transfers();
        struct stat status { };
        QCOMPARE(::stat(file().c_str(), &status), 0);
        QCOMPARE(status.st_mode & 0777U, mode_t(0600));
    }
    Program program(*m_dir);
    QSignalSpy loaded(&program.queue, &TransferQueue::loaded);
    QVERIFY(program.waitForLoaded());
    QCOMPARE(loaded.count(), 1);
    const auto &after = program.queue.transfers();
    QCOMPARE(after.size(), before.size());
    for (std::size_t i = 0; i < after.size(); ++i) {
        QCOMPARE(after[i].id, before[i].id);
        QVERIFY(after[i].request == before[i].request);
        QCOMPARE(after[i].created.toMSecsSinceEpoch(), before[i].created.toMSecsSinceEpoch());
        QCOMPARE(after[i].finished.isValid(), before[i].finished.isValid());
        QCOMPARE(after[i].error.has_value(), before[i].error.has_value());
        if (after[i].error) {
            QCOMPARE(after[i].error->toString(), before[i].error->toString());
            QVERIFY(sameWording(after[i].error->wording(), before[i].error->wording()));
            QVERIFY(after[i].error->code() == before[i].error->code());
            QCOMPARE(after[i].error->advice(), before[i].error->advice());
            QCOMPARE(after[i].error->httpStatus(), before[i].error->httpStatus());
            QVERIFY(after[i].error->registryErrors() == before[i].error->registryErrors());
        }
    }
    QVERIFY(after[0].state == State::Done);
    QCOMPARE(after[0].published->digest, before[0].published->digest);
    QCOMPARE(after[0].published->target, before[0].published->target);
    QCOMPARE(after[0].published->totalSize, before[0].published->totalSize);
    QCOMPARE(after[0].progress.total, before[0].progress.total);
    QVERIFY(after[1].state == State::Failed);
    QVERIFY(after[2].state == State::Failed);
    QCOMPARE(after[2].error->httpStatus(), 403);
    QVERIFY(after[2].error->wording().pattern() == "%1 answered %2 when %3: %4");
    QVERIFY(after[3].state == State::Paused && after[3].interrupted);
    QVERIFY(after[4].state == State::Paused && !after[4].interrupted);
    QVERIFY(after[5].state == State::Canceled);
    QVERIFY(after[6].state == State::Waiting && after[6].interrupted);
    QCOMPARE(program.queue.interrupted(), 2);
    QCOMPARE(program.queue.active(), 0);
}

/// What the program does that comesBackAfterAKill() kills: two publishes, of which the first runs into a registry that
/// does not answer.
static int runUntilKilled(const QStringList &arguments)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL); // nor does it outlive a test that was killed itself
    const auto folder = toPath(arguments.at(2));
    const auto target = toUtf8(arguments.at(3));
    Session session;
    JobRunner jobs;
    TransferQueue queue(session, jobs);
    queue.add(publishRequest(folder, target + ":v1"));
    queue.add(publishRequest(folder, target + ":v2"));
    const bool saved = waitFor([&] { return queue.isLoaded() && queue.isSaved(); });
    std::puts(saved && queue.isPersistent() ? "saved" : "not saved");
    std::fflush(stdout);
    return QCoreApplication::exec();
}

void TestTransferQueue::comesBackAfterAKill()
{
    FakeRegistry registry;
    registry.setScript(hangingUploads());
    makeModelFolder(*m_dir, "model");
    QProcess killed;
    killed.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    killed.start(
        QCoreApplication::applicationFilePath(),
        {QStringLiteral("--until-killed"), pathText(*m_dir / "model"), toQString(registry.host() + "/team/model")});
    QVERIFY(killed.waitForReadyRead(20'000));
    QCOMPARE(killed.readLine(), QByteArray("saved\n"));
    QVERIFY(waitFor([&] { return registry.count("PUT") + registry.count("PATCH") > 0; }));
    killed.kill(); // SIGKILL
    QVERIFY(killed.waitForFinished());
    QCOMPARE(killed.exitStatus(), QProcess::CrashExit);

    registry.setScript({});
    Program program(*m_dir);
    QVERIFY(program.waitForLoaded());
    const auto ids = order(program.queue);
    QCOMPARE(ids.size(), std::size_t(2));
    QVERIFY(program.state(ids[0]) == State::Paused);
    QVERIFY(program.state(ids[1]) == State::Waiting);
    QCOMPARE(program.queue.interrupted(), 2);
    QCOMPARE(program.queue.active(), 0);
    program.queue.resumeInterrupted();
    QVERIFY(program.waitForState(ids[0], State::Done));
    QVERIFY(program.waitForState(ids[1], State::Done));
    QCOMPARE(registry.tags(), (std::set<std::string>{"v1", "v2"}));
}

void TestTransferQueue::offersWhatWasInterrupted()
{
    FakeRegistry registry;
    registry.setScript(hangingUploads());
    makeModelFolder(*m_dir, "model");
    {
        Program program(*m_dir);
        program.queue.add(publishRequest(*m_dir / "model", registry.host() + "/team/model:v1"));
        program.queue.add(hopeless(1));
        program.queue.add(hopeless(2));
    }
    {
        // Nobody takes the offer: it stands the next time too.
        Program program(*m_dir);
        QVERIFY(program.waitForLoaded());
        QCOMPARE(program.queue.interrupted(), 3);
        // A new one does not wait for those.
        const auto fresh = program.queue.add(hopeless(3));
        QVERIFY(program.waitForState(fresh, State::Failed));
        QCOMPARE(program.queue.interrupted(), 3);
    }
    Program program(*m_dir);
    QVERIFY(program.waitForLoaded());
    QCOMPARE(program.queue.interrupted(), 3);
    const auto ids = order(program.queue);
    program.queue.cancel(ids[1]);
    QVERIFY(program.state(ids[1]) == State::Canceled);
    program.queue.pause(ids[2]);
    QVERIFY(program.state(ids[2]) == State::Paused);
    QCOMPARE(program.queue.interrupted(), 1);
}

void TestTransferQueue::takesNewOnesBeforeTheFileIsRead()
{
    qint64 old = 0;
    {
        Program program(*m_dir);
        old = program.queue.add(hopeless(1));
        QVERIFY(program.waitForState(old, State::Failed));
    }
    qint64 fresh = 0;
    {
        Program program(*m_dir);
        QVERIFY(!program.queue.isLoaded());
        fresh = program.queue.add(hopeless(2));
        QVERIFY(program.waitForLoaded());
        QCOMPARE(order(program.queue), (std::vector{old, fresh}));
        QVERIFY(program.waitForState(fresh, State::Failed));
    }
    Program program(*m_dir);
    QVERIFY(program.waitForLoaded());
    QCOMPARE(order(program.queue), (std::vector{old, fresh}));
}

void TestTransferQueue::setsABrokenFileAside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no database") << QByteArray(5000, 'x');
    QTest::newRow("cut") << QByteArray("SQLite format 3\0\x10\0\1\1\0", 21);
    QTest::newRow("damaged") << QByteArray();
}

void TestTransferQueue::setsABrokenFileAside()
{
    QFETCH(QByteArray, bytes);
    if (bytes.isEmpty()) {
        {
            Program program(*m_dir);
            QVERIFY(program.waitForState(program.queue.add(hopeless()), State::Failed));
        }
        bytes = QByteArray::fromStdString(m_dir->read("state/modelcrate/transfers.sqlite"));
        QVERIFY(bytes.size() > 4096);
        for (qsizetype i = 4096; i < bytes.size(); ++i)
            bytes[i] = 'x';
    }
    m_dir->write("state/modelcrate/transfers.sqlite", bytes.toStdString());
    {
        Program program(*m_dir);
        QVERIFY(program.waitForLoaded());
        QVERIFY(program.queue.isPersistent());
        QVERIFY(program.queue.transfers().empty());
        QVERIFY(program.waitForState(program.queue.add(hopeless()), State::Failed));
    }
    QCOMPARE(m_dir->read("state/modelcrate/transfers.sqlite.broken"), bytes.toStdString());
    Program program(*m_dir);
    QVERIFY(program.waitForLoaded());
    QCOMPARE(program.queue.transfers().size(), std::size_t(1));
}

void TestTransferQueue::leavesANewerFileAlone()
{
    {
        Program program(*m_dir);
        QVERIFY(program.waitForState(program.queue.add(hopeless()), State::Failed));
    }
    auto bytes = m_dir->read("state/modelcrate/transfers.sqlite");
    bytes[63] = 9; // user_version: big-endian at 60 of the database header
    m_dir->write("state/modelcrate/transfers.sqlite", bytes);
    {
        Program program(*m_dir);
        QVERIFY(program.waitForLoaded());
        QVERIFY(!program.queue.isPersistent());
        QVERIFY(program.queue.transfers().empty());
        QVERIFY(program.waitForState(program.queue.add(hopeless()), State::Failed));
    }
    QCOMPARE(m_dir->read("state/modelcrate/transfers.sqlite"), bytes);
    QVERIFY(!std::filesystem::exists(file().native() + ".broken"));
}

void TestTransferQueue::worksWithoutAPlace()
{
    m_dir->write("plain", "a file, no folder");
    for (const auto &place :
         {*m_dir / "plain/transfers.sqlite", std::filesystem::path("/proc/modelcrate/transfers.sqlite")}) {
        Program program(*m_dir, place);
        QVERIFY(program.waitForLoaded());
        QVERIFY(!program.queue.isPersistent());
        const auto id = program.queue.add(hopeless());
        QVERIFY(program.waitForState(id, State::Failed));
        QVERIFY(waitFor([&] { return program.queue.isSaved(); }));
        program.queue.remove(id);
        QVERIFY(program.queue.transfers().empty());
    }
}

void TestTransferQueue::oneProgramKeepsAFile()
{
    Program first(*m_dir);
    QVERIFY(first.waitForLoaded());
    const auto id = first.queue.add(hopeless());
    QVERIFY(first.waitForState(id, State::Failed));
    Program second(*m_dir);
    QVERIFY(second.waitForLoaded());
    QVERIFY(first.queue.isPersistent());
    QVERIFY(!second.queue.isPersistent());
    QVERIFY(second.queue.transfers().empty());
}

void TestTransferQueue::thousandsDoNotHoldUpTheWindow()
{
    FakeRegistry registry;
    registry.setScript(hangingUploads());
    makeModelFolder(*m_dir, "model");
    constexpr int count = 5000;
    {
        Program program(*m_dir);
        program.queue.add(publishRequest(*m_dir / "model", registry.host() + "/team/model:v1"));
        // Of the processor, not of the clock: others may have the machine.
        const auto worked = [](const auto &act) {
            StallMeter meter;
            meter.around(act);
            return meter.longestWorkMs();
        };
        const auto adding = worked([&] {
            for (int i = 0; i < count; ++i)
                program.queue.add(hopeless(i));
        });
        const auto canceling = worked([&] {
            for (const auto id : order(program.queue))
                program.queue.cancel(id);
        });
        const auto clearing = worked([&] { program.queue.clearFinished(); });
        QVERIFY2(adding < 1000 && canceling < 1000 && clearing < 1000,
                 qPrintable(QStringLiteral("%1 %2 %3").arg(adding).arg(canceling).arg(clearing)));
        for (int i = 0; i < count; ++i)
            program.queue.add(hopeless(i));
        QVERIFY(waitFor([&] { return program.queue.isSaved(); }));
    }
    Program program(*m_dir);
    QVERIFY(!program.queue.isLoaded()); // nor does the window wait for what was kept
    QVERIFY(program.waitForLoaded());
    QCOMPARE(program.queue.transfers().size(),
             std::size_t(count + 1)); // and the one that ran while the others were cleared
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc > 3 && std::string_view(argv[1]) == "--until-killed")
        return runUntilKilled(QCoreApplication::arguments());
    TestTransferQueue test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_transferqueue.moc"
