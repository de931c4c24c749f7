// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/taskcontext.h"

#include <functional>
#include <memory>
#include <utility>

#include <QObject>
#include <QPointer>

class QThreadPool;

namespace modelcrate {

/// One background call. Lives on the GUI thread; the call gets `context()` and runs on a worker. Emits finished() once,
/// on the GUI thread, after `done` was called; then deletes itself.
class Job : public QObject {
    Q_OBJECT

public:
    const TaskContext &context() const { return m_context; }
    bool cancelRequested() const { return m_context.stopRequested(); }
    /// Idempotent; the call ends with Canceled soon.
    void cancel();
    /// Asks for a clean boundary; the call ends with Paused.
    void pause();

Q_SIGNALS:
    void finished();

private:
    friend class JobRunner;
    Job();
    std::stop_source m_stop;
    TaskContext m_context;
};

enum class JobPriority { Now, Idle };

/// Runs core calls on threads of its own and hands their outcome to the GUI thread. Its destructor cancels everything
/// that runs and waits. GUI thread only. Built on QtConcurrent with an outcome slot of ours, since continuations with a
/// context abort in Qt 6.4 (design rule 2).
class JobRunner : public QObject {
    Q_OBJECT

public:
    explicit JobRunner(QObject *parent = nullptr);
    ~JobRunner() override;

    /// `work` runs on a worker and must not touch widgets. `done` runs on the GUI thread with the outcome; when `owner`
    /// is gone by then it is not called, and the call is cancelled as soon as the owner goes. An exception becomes
    /// Internal.
    template<typename T>
    QPointer<Job> run(QObject *owner, std::function<Result<T>(const TaskContext &)> work,
                      std::function<void(Result<T>)> done, JobPriority priority = JobPriority::Now)
    {
        auto outcome = std::make_shared<std::optional<Result<T>>>();
        return start(
            owner, [outcome, work = std::move(work)](const TaskContext &context) { outcome->emplace(work(context)); },
            [outcome, done = std::move(done)](std::optional<Error> failure) {
                done(failure ? Result<T>(std::move(*failure)) : std::move(**outcome));
            },
            priority);
    }

    int running() const;
    void cancelAll();

private:
    QPointer<Job> start(QObject *owner, std::function<void(const TaskContext &)> work,
                        std::function<void(std::optional<Error> failure)> done, JobPriority priority);
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace modelcrate
