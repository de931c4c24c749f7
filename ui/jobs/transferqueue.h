// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/progress.h"
#include "operations/publish.h"
#include "ui/jobs/jobrunner.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include <QDateTime>

namespace modelcrate {

class Session;
struct StoredTransfer;

enum class TransferState {
    Waiting,
    Running,
    Pausing,
    Paused, ///< by the user, or found interrupted at start
    Canceling,
    Canceled,
    Failed,
    Done,
};

/// A package as a request keeps it: its JSON with the place of the folder in full.
std::string freezePackage(const Package &package);

/// What is asked for: a frozen package and a target, or an artifact and a folder. An edit is a package too. Neither is
/// written to a tag that stands for something else than was seen. Never offsets: to resume is to plan again.
struct TransferRequestRecord {
    enum class Kind { Publish, Pull, Copy, Edit } kind = Kind::Publish;
    QString title; ///< "qwen-7b-support"
    std::string package; ///< Publish, Edit: freezePackage(); let go once it is done
    /// Pull, Copy: location text; Publish: repository of the same registry to mount from, or empty; Edit: digest that
    /// the target's tag stood for when somebody looked, or empty.
    std::string source;
    std::string target; ///< location text, or the folder
    std::vector<std::string> kinds; ///< Pull: only these layer kinds; empty: all
    std::vector<std::string> layers = {}; ///< Pull: only these (layerName()); empty: all
    std::string existing = {}; ///< Pull: word of ExistingFiles; empty: refuse
    std::optional<SeenTag> seen = {}; ///< Publish: a tag that moved since is left alone; nothing: nobody looked

    bool operator==(const TransferRequestRecord &) const = default;
};

/// How one item of a running transfer moves.
struct ItemPace {
    std::optional<double> rate = {}; ///< bytes per second; nothing when unknown or stalled
    std::optional<std::chrono::seconds> timeLeft = {};
    std::optional<std::chrono::seconds> stalledFor = {};
};

struct Transfer {
    qint64 id = 0;
    TransferRequestRecord request;
    TransferState state = TransferState::Waiting;
    /// Paused or Waiting, and found so at start: offered to be resumed, never started unasked.
    bool interrupted = false;
    std::optional<Error> error = {}; ///< Failed
    QDateTime created;
    QDateTime finished = {};
    std::optional<PublishResult> published = {}; ///< Done, of a publish, edit or copy
    std::filesystem::path root = {}; ///< Done, of a publish: the folder of the package; until the program ends
    Findings findings = {}; ///< Done, of a pull: what was left out, and why; until the program ends
    /// Sampled at 10 Hz while it runs, and the last one after.
    ProgressSnapshot progress = {};
    std::optional<double> rate = {}; ///< bytes per second; nothing when unknown or stalled
    std::optional<std::chrono::seconds> timeLeft = {};
    std::optional<std::chrono::seconds> stalledFor = {}; ///< never while a file is read without a byte to send
    /// Of the items that move bytes now, by their place in `progress`. What waits for another attempt or is hashed has
    /// none.
    std::map<std::size_t, ItemPace> paces = {};
    std::chrono::seconds runningFor{0}; ///< in all its runs since the program began

    bool isFinished() const
    {
        return state == TransferState::Canceled || state == TransferState::Failed || state == TransferState::Done;
    }
    bool isRunning() const
    {
        return state == TransferState::Running || state == TransferState::Pausing || state == TransferState::Canceling;
    }
};

/// All transfers: running (at most `parallel`), waiting, finished. Requests and states survive restarts and kill -9 in
/// an SQLite file; what ran or waited then comes back as `interrupted`. The file is read and written by a thread of its
/// own, in order; the destructor waits for it. One program at a time keeps a file; a second one works without. GUI
/// thread; the work runs on the job runner, which must live longer, as must the session.
class TransferQueue : public QObject {
    Q_OBJECT

public:
    /// `file`: empty for $XDG_STATE_HOME/modelcrate/transfers.sqlite. A broken file is set aside; without a place to
    /// write the queue works and says so by isPersistent().
    TransferQueue(Session &session, JobRunner &jobs, const std::filesystem::path &file = {}, QObject *parent = nullptr);
    /// Runs that nobody paused before are paused now, which takes 2 s at most, and are interrupted ones next time.
    ~TransferQueue() override;
    bool isLoaded() const; ///< what the file held is among transfers()
    bool isPersistent() const; ///< false once a place to keep them is known to be missing, or a write failed
    /// All that was done so far is on the disk, or has no place there; and nothing is still to be frozen.
    bool isSaved() const;

    /// Starts at once when there is room.
    qint64 add(TransferRequestRecord request);
    /// The same for a package that takes a while to freeze: `freeze` gives request.package, on a worker. The queue has
    /// it at once, whatever becomes of who asked; until it is frozen it waits, even if it is paused, and is not saved.
    qint64 add(TransferRequestRecord request, std::function<std::string()> freeze);
    const std::vector<Transfer> &transfers() const; ///< newest last, but for moves; the order in which they start
    const Transfer *find(qint64 id) const;
    /// Whether it goes, or comes, unencrypted by the user's choice.
    bool usesPlainHttp(const Transfer &transfer) const;
    int active() const; ///< running, pausing, canceling, or waiting for a place
    int interrupted() const; ///< that are offered to be resumed

    void pause(qint64 id);
    void resume(qint64 id); ///< Paused or interrupted, and Failed or Canceled as a retry; after Pausing
    void restart(qint64 id); ///< Running: to a clean boundary and on again, for one that stalls
    /// Running: what waits for another attempt tries it now, but for what a registry asked to wait for; where nothing
    /// waits, restart().
    void retryNow(qint64 id);
    /// Waiting or Paused end at once. What an upload left at the registry and in the journal goes too, in the
    /// background, unless another transfer into the same repository may go on from it.
    void cancel(qint64 id);
    /// Past the next one that has not begun or is paused.
    void moveUp(qint64 id);
    void moveDown(qint64 id);
    void remove(qint64 id); ///< finished ones; a Failed one as if it were cancelled
    void clearFinished(); ///< Done and Canceled; Failed ones stay to be looked at
    void pauseAll(); ///< running and waiting ones; active() is 0 once the runs have ended
    void resumeAll(); ///< Paused and interrupted ones
    void resumeInterrupted();
    /// 1 to 8 at once; 1 until set.
    void setParallel(int transfers);
    void setRateLimit(ByteCount bytesPerSecond); ///< of all together; 0: none

Q_SIGNALS:
    void loaded(); ///< once; transfers() has got what the file held, in front
    void added(qint64 id);
    void changed(qint64 id); ///< state
    void progressed(qint64 id); ///< at 10 Hz while it runs
    void removed(qint64 id);
    void reordered();

private:
    struct Run;
    struct Freezing;
    struct Outcome;
    struct Private;
    static Result<Outcome> perform(const TransferRequestRecord &request, std::size_t blobsAtOnce, Session &session,
                                   const TaskContext &context);
    void adopt(std::vector<StoredTransfer> stored);
    qint64 append(TransferRequestRecord request);
    void frozen(qint64 id, Result<void> result);
    void startWaiting();
    void start(Transfer &transfer);
    void finish(qint64 id, Result<Outcome> result);
    void sample();
    static void forgetPace(Transfer &transfer);
    static void samplePaces(Transfer &transfer, Run &run, std::chrono::steady_clock::time_point now);
    void setState(Transfer &transfer, TransferState state);
    void abandon(const Transfer &transfer);
    void move(qint64 id, int step);
    void shareRate();
    std::unique_ptr<Private> d;
};

} // namespace modelcrate
