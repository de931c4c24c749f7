// SPDX-License-Identifier: Apache-2.0
#include "support/gui/waiting.h"
#include "support/testing.h"
#include "ui/jobs/jobrunner.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <stdexcept>

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace modelcrate;
using namespace modelcrate::testing;
using namespace std::chrono_literals;

class TestJobRunner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bringsTheOutcomeToTheGuiThread();
    void bringsErrors();
    void bringsNothing();
    void turnsExceptionsIntoErrors();
    void cancelIsAnsweredSoon();
    void pauseIsAnsweredSoon();
    void oneThatWaitsForAThreadIsCancelledWithoutBeginning();
    void anOwnerThatGoesCancelsAndHearsNothing();
    void anOwnerMayGoInItsOwnCallback();
    void theRunnerMayGoInACallback();
    void theEndOfTheRunnerCancelsAndWaits();
    void blockingCallsRunBesideEachOther();
    void idleWorkRunsOneAtATimeAndLowest();
    void whatTheWorkHoldsGoesBeforeTheCallback();
    void manyOutcomesComeWhole();
};

/// Blocks a worker until it is told to stop or pause.
static Result<int> blockUntilStopped(const TaskContext &context)
{
    const auto slept = context.sleepFor(60s);
    if (!slept)
        return slept.error();
    return 0;
}

void TestJobRunner::bringsTheOutcomeToTheGuiThread()
{
    JobRunner runner;
    std::optional<Result<std::string>> outcome;
    QThread *worker = nullptr;
    QThread *callback = nullptr;
    bool finishedCameAfter = false;
    const auto job = runner.run<std::string>(
        this,
        [&](const TaskContext &) -> Result<std::string> {
            worker = QThread::currentThread();
            return std::string("digest");
        },
        [&](Result<std::string> result) {
            callback = QThread::currentThread();
            outcome = std::move(result);
        });
    QVERIFY(job);
    connect(job, &Job::finished, this, [&] { finishedCameAfter = outcome.has_value(); });
    QCOMPARE(runner.running(), 1);
    QVERIFY(!outcome); // never from within run()
    QVERIFY(waitFor([&] { return !job; }));
    VERIFY_RESULT(*outcome);
    QCOMPARE(**outcome, std::string("digest"));
    QVERIFY(finishedCameAfter);
    QCOMPARE(callback, thread());
    QVERIFY(worker != thread());
    QCOMPARE(runner.running(), 0);
}

void TestJobRunner::bringsErrors()
{
    JobRunner runner;
    std::optional<Result<int>> outcome;
    runner.run<int>(
        this, [](const TaskContext &) -> Result<int> { return Error(ErrorCode::NotFound, "no such tag"); },
        [&](Result<int> result) { outcome = std::move(result); });
    QVERIFY(waitFor([&] { return outcome.has_value(); }));
    VERIFY_ERROR(*outcome, ErrorCode::NotFound);
}

void TestJobRunner::bringsNothing()
{
    JobRunner runner;
    std::optional<Result<void>> outcome;
    runner.run<void>(
        this, [](const TaskContext &) -> Result<void> { return {}; },
        [&](Result<void> result) { outcome = std::move(result); });
    QVERIFY(waitFor([&] { return outcome.has_value(); }));
    VERIFY_RESULT(*outcome);
}

void TestJobRunner::turnsExceptionsIntoErrors()
{
    JobRunner runner;
    std::vector<Error> errors;
    const auto take = [&](Result<int> result) { errors.push_back(std::move(result).error()); };
    runner.run<int>(
        this, [](const TaskContext &) -> Result<int> { throw std::runtime_error("vector too long"); }, take);
    QVERIFY(waitFor([&] { return errors.size() == 1; }));
    runner.run<int>(
        this, [](const TaskContext &) -> Result<int> { throw 7; }, take);
    QVERIFY(waitFor([&] { return errors.size() == 2; }));
    QVERIFY(errors[0].code() == ErrorCode::Internal);
    QVERIFY(errors[0].message().find("vector too long") != std::string::npos);
    QVERIFY(errors[1].code() == ErrorCode::Internal);
}

void TestJobRunner::cancelIsAnsweredSoon()
{
    JobRunner runner;
    std::optional<Result<int>> outcome;
    const auto job = runner.run<int>(this, blockUntilStopped, [&](Result<int> result) { outcome = std::move(result); });
    QElapsedTimer timer;
    timer.start();
    job->cancel();
    job->cancel();
    QVERIFY(job->cancelRequested());
    QVERIFY(waitFor([&] { return outcome.has_value(); }));
    QVERIFY2(timer.elapsed() < cancelBoundMs, qPrintable(QString::number(timer.elapsed())));
    VERIFY_ERROR(*outcome, ErrorCode::Canceled);
}

void TestJobRunner::pauseIsAnsweredSoon()
{
    JobRunner runner;
    std::optional<Result<int>> outcome;
    const auto job = runner.run<int>(this, blockUntilStopped, [&](Result<int> result) { outcome = std::move(result); });
    job->pause();
    QVERIFY(!job->cancelRequested());
    QVERIFY(waitFor([&] { return outcome.has_value(); }));
    VERIFY_ERROR(*outcome, ErrorCode::Paused);
}

void TestJobRunner::oneThatWaitsForAThreadIsCancelledWithoutBeginning()
{
    JobRunner runner;
    std::atomic<bool> began{false};
    std::optional<Result<int>> outcome;
    const auto first = runner.run<int>(
        this, blockUntilStopped, [](Result<int>) {}, JobPriority::Idle);
    const auto second = runner.run<int>(
        this,
        [&](const TaskContext &) -> Result<int> {
            began = true;
            return 1;
        },
        [&](Result<int> result) { outcome = std::move(result); }, JobPriority::Idle);
    second->cancel();
    first->cancel();
    QVERIFY(waitFor([&] { return outcome.has_value(); }));
    VERIFY_ERROR(*outcome, ErrorCode::Canceled);
    QVERIFY(!began);
}

void TestJobRunner::anOwnerThatGoesCancelsAndHearsNothing()
{
    JobRunner runner;
    bool called = false;
    auto owner = std::make_unique<QObject>();
    const auto job = runner.run<int>(owner.get(), blockUntilStopped, [&](Result<int>) { called = true; });
    QSignalSpy finished(job, &Job::finished);
    owner.reset();
    QVERIFY(job->cancelRequested());
    QVERIFY(waitFor([&] { return !job; }));
    QCOMPARE(finished.count(), 1);
    QVERIFY(!called);
    QCOMPARE(runner.running(), 0);
}

void TestJobRunner::anOwnerMayGoInItsOwnCallback()
{
    JobRunner runner;
    auto owner = std::make_unique<QObject>();
    const auto job = runner.run<int>(
        owner.get(), [](const TaskContext &) -> Result<int> { return 1; }, [&](Result<int>) { owner.reset(); });
    QVERIFY(waitFor([&] { return !job; }));
    QVERIFY(!owner);
}

void TestJobRunner::theRunnerMayGoInACallback()
{
    auto runner = std::make_unique<JobRunner>();
    const auto job = runner->run<int>(
        this, [](const TaskContext &) -> Result<int> { return 1; }, [&](Result<int>) { runner.reset(); });
    QVERIFY(waitFor([&] { return !runner; }));
    QVERIFY(!job);
}

void TestJobRunner::theEndOfTheRunnerCancelsAndWaits()
{
    std::atomic<int> ended{0};
    bool called = false;
    auto runner = std::make_unique<JobRunner>();
    for (const auto priority : {JobPriority::Now, JobPriority::Idle}) {
        runner->run<int>(
            this,
            [&](const TaskContext &context) -> Result<int> {
                auto result = blockUntilStopped(context);
                ++ended;
                return result;
            },
            [&](Result<int>) { called = true; }, priority);
    }
    QVERIFY(waitFor([&] { return runner->running() == 2; }));
    QElapsedTimer timer;
    timer.start();
    runner.reset();
    QVERIFY2(timer.elapsed() < cancelBoundMs, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(ended.load() == 2 || !called); // both ended, or never began
    QCoreApplication::processEvents();
    QVERIFY(!called);
}

void TestJobRunner::blockingCallsRunBesideEachOther()
{
    // Each waits for all others, so this ends only when all of them have a thread.
    constexpr int calls = 12;
    JobRunner runner;
    std::mutex mutex;
    std::condition_variable changed;
    int arrived = 0;
    int done = 0;
    for (int i = 0; i < calls; ++i) {
        runner.run<bool>(
            this,
            [&](const TaskContext &) -> Result<bool> {
                std::unique_lock lock(mutex);
                ++arrived;
                changed.notify_all();
                return changed.wait_for(lock, 20s, [&] { return arrived == calls; });
            },
            [&](Result<bool> together) { done += together.value() ? 1 : 0; });
    }
    QVERIFY(waitFor([&] { return done == calls; }));
}

void TestJobRunner::idleWorkRunsOneAtATimeAndLowest()
{
    JobRunner runner;
    std::atomic<int> atOnce{0};
    std::atomic<int> most{0};
    int done = 0;
    QThread::Priority priority = QThread::InheritPriority;
    for (int i = 0; i < 5; ++i) {
        runner.run<int>(
            this,
            [&](const TaskContext &context) -> Result<int> {
                most = std::max<int>(most, ++atOnce);
                const auto slept = context.sleepFor(2ms);
                priority = QThread::currentThread()->priority();
                --atOnce;
                return slept.has_value() ? 1 : 0;
            },
            [&](Result<int>) { ++done; }, JobPriority::Idle);
    }
    QVERIFY(waitFor([&] { return done == 5; }));
    QCOMPARE(most.load(), 1);
    QCOMPARE(priority, QThread::IdlePriority);
}

void TestJobRunner::whatTheWorkHoldsGoesBeforeTheCallback()
{
    JobRunner runner;
    auto held = std::make_shared<int>(1);
    const std::weak_ptr<int> watched = held;
    std::optional<bool> gone;
    runner.run<int>(
        this, [held = std::move(held)](const TaskContext &) -> Result<int> { return *held; },
        [&](Result<int>) { gone = watched.expired(); });
    QVERIFY(waitFor([&] { return gone.has_value(); }));
    QVERIFY(*gone);
}

void TestJobRunner::manyOutcomesComeWhole()
{
    // Plain data through worker and back, again and again: what ThreadSanitizer looks at.
    JobRunner runner;
    int sum = 0;
    int done = 0;
    for (int i = 0; i < 200; ++i) {
        auto input = std::make_shared<std::vector<int>>(100, i);
        runner.run<std::vector<int>>(
            this,
            [input](const TaskContext &) -> Result<std::vector<int>> {
                for (auto &value : *input)
                    value += 1;
                return *input;
            },
            [&, input](Result<std::vector<int>> result) {
                sum += result.value().front() + input->back();
                ++done;
            });
    }
    QVERIFY(waitFor([&] { return done == 200; }));
    QCOMPARE(sum, 2 * (200 * 201 / 2));
}

QTEST_MAIN(TestJobRunner)
#include "tst_jobrunner.moc"
