// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/progress.h"
#include "ui/jobs/jobrunner.h"
#include "operations/publish.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include <QDateTime>

namespace modelcrate {

class Session;

enum class TransferState {
    Waiting,
    Running,
    Pausing,
    Paused,      ///< by the user, or found interrupted at start
    Canceling,
    Canceled,
    Failed,
    Done,
};

/// What is asked for: a frozen package and a target, or an artifact and a folder. Never offsets: to resume is to plan again.
struct TransferRequestRecord {
    enum class Kind { Publish, Pull, Copy } kind = Kind::Publish;
    QString title;           ///< "qwen-7b-support"
    std::string package;     ///< Publish: packageToJson() with absolute root
    std::string source;      ///< Pull, Copy: location text
    std::string target;      ///< location text, or the folder
    std::vector<std::string> kinds; ///< Pull: only these layer kinds; empty: all
};

struct Transfer {
    qint64 id = 0;
    TransferRequestRecord request;
    TransferState state = TransferState::Waiting;
    std::optional<Error> error = {};       ///< Failed
    QDateTime created;
    QDateTime finished = {};
    std::optional<PublishResult> published = {}; ///< Done, of a publish
    /// Sampled at 10 Hz while it runs, and the last one after.
    ProgressSnapshot progress = {};
    std::optional<double> rate = {};       ///< bytes per second; nothing when unknown or stalled
    std::optional<std::chrono::seconds> timeLeft = {};
    std::optional<std::chrono::seconds> stalledFor = {};
    std::chrono::seconds runningFor{0};
};

/// All transfers: running (at most `parallel`), waiting, finished. Requests and states survive restarts and kill -9 in an
/// SQLite file; what ran then comes back as Paused. GUI thread; the work runs on the job runner.
class TransferQueue : public QObject {
    Q_OBJECT

public:
    /// `file`: empty for $XDG_STATE_HOME/modelcrate/transfers.sqlite. A broken file is set aside; without a place to write
    /// the queue works and says so by isPersistent().
    TransferQueue(Session &session, JobRunner &jobs, const std::filesystem::path &file = {}, QObject *parent = nullptr);
    ~TransferQueue() override;
    bool isPersistent() const;

    qint64 add(TransferRequestRecord request);
    const std::vector<Transfer> &transfers() const; ///< newest last
    const Transfer *find(qint64 id) const;
    int active() const; ///< running, pausing, canceling or waiting

    void pause(qint64 id);
    void resume(qint64 id);  ///< Paused, and Failed or Canceled as a retry
    void cancel(qint64 id);  ///< Waiting or Paused end at once
    void moveUp(qint64 id);
    void moveDown(qint64 id);
    void remove(qint64 id);  ///< finished ones
    void clearFinished();
    void pauseAll();         ///< and wait for no more: for quitting; runs end as Paused
    void setParallel(int transfers);
    void setRateLimit(ByteCount bytesPerSecond); ///< 0: none

Q_SIGNALS:
    void added(qint64 id);
    void changed(qint64 id);   ///< state
    void progressed(qint64 id); ///< at 10 Hz while it runs
    void removed(qint64 id);
    void reordered();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace modelcrate
