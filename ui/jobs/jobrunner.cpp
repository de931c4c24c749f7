// SPDX-License-Identifier: Apache-2.0
#include "ui/jobs/jobrunner.h"

#include "base/text.h"
#include "ui/jobs/disposal.h"
#include "ui/jobs/handover.h"

#include <algorithm>
#include <exception>
#include <vector>

#include <QFutureWatcher>
#include <QThread>
#include <QThreadPool>
#include <QtConcurrentRun>

namespace modelcrate {

namespace {

/// Enough for all transfers that may run at once (8) and the calls of the pages beside them; most threads wait for a
/// network.
constexpr int nowThreads = 16;

/// What a worker needs of a job. The worker owns it while the call runs, the GUI thread before and after.
struct Call {
    TaskContext context;
    std::function<void(const TaskContext &)> work;
    std::optional<Error> failure;

    void run()
    {
        // One that was cancelled while it waited for a thread has nothing to begin with.
        if (context.stopRequested())
            failure.emplace(ErrorCode::Canceled, "canceled before it began");
        else
            callWork();
        // What the work holds goes with the work, not some time later with Qt's copy of the call.
        work = nullptr;
    }

    void callWork()
    {
        try {
            work(context);
        } catch (const std::exception &exception) {
            failure.emplace(ErrorCode::Internal, cat("exception in a background call: ", exception.what()));
        } catch (...) {
            failure.emplace(ErrorCode::Internal, "exception of unknown type in a background call");
        }
    }
};

/// What QtConcurrent keeps and runs. It is moved on the GUI thread and then on the worker, so the hand-over is told
/// with each move: the worker's first read of it is the move out of Qt's storage.
class Task {
public:
    explicit Task(std::shared_ptr<Call> call) : m_call(std::move(call)) { }
    Task(const Task &other)
    {
        takeOver(&other);
        m_call = other.m_call;
        handOver(this);
    }
    Task(Task &&other) noexcept
    {
        takeOver(&other);
        m_call = std::move(other.m_call);
        handOver(this);
    }
    Task &operator=(const Task &) = delete;
    Task &operator=(Task &&) = delete;
    ~Task() = default;

    void operator()() const
    {
        m_call->run();
        handOver(m_call.get());
    }

private:
    std::shared_ptr<Call> m_call;
};

} // namespace

Job::Job() : m_context(m_stop.get_token()) { }

void Job::cancel() { m_stop.request_stop(); }

void Job::pause() { m_context.pause().requestPause(); }

struct JobRunner::Private {
    QThreadPool now;
    QThreadPool idle;
    std::vector<Job *> jobs; ///< children of the runner whose call has not come back
};

JobRunner::JobRunner(QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
    d->now.setMaxThreadCount(nowThreads);
    d->idle.setMaxThreadCount(1);
    d->idle.setThreadPriority(QThread::IdlePriority);
}

JobRunner::~JobRunner()
{
    cancelAll();
    d->now.waitForDone();
    d->idle.waitForDone();
    // Jobs and watchers are children: they go now, and with them the outcomes that nobody gets.
}

int JobRunner::running() const { return static_cast<int>(d->jobs.size()); }

void JobRunner::cancelAll()
{
    for (auto *job : d->jobs)
        job->cancel();
}

QPointer<Job> JobRunner::start(QObject *owner, std::function<void(const TaskContext &)> work,
                               std::function<void(std::optional<Error> failure)> done, JobPriority priority)
{
    auto *job = new Job;
    job->setParent(this);
    d->jobs.push_back(job);
    const QPointer<QObject> receiver(owner ? owner : this);
    connect(receiver, &QObject::destroyed, job, &Job::cancel);

    auto call = std::make_shared<Call>(Call{job->context(), std::move(work), std::nullopt});
    auto *watcher = new QFutureWatcher<void>(job);
    connect(watcher, &QFutureWatcher<void>::finished, job,
            [this, job = QPointer<Job>(job), receiver, call, done = std::move(done)]() mutable {
                takeOver(call.get());
                std::erase(d->jobs, job.get());
                if (receiver)
                    done(std::move(call->failure));
                else
                    dispose(std::move(done)); // with an outcome that may be a large one
                if (!job) // the callback ended the runner
                    return;
                Q_EMIT job->finished();
                if (job)
                    job->deleteLater();
            });
    watcher->setFuture(QtConcurrent::run(priority == JobPriority::Idle ? &d->idle : &d->now, Task(call)));
    return job;
}

} // namespace modelcrate

#include "moc_jobrunner.cpp"
