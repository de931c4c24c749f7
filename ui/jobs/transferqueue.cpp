// SPDX-License-Identifier: Apache-2.0
#include "ui/jobs/transferqueue.h"

#include "operations/artifacts.h"
#include "operations/edit.h"
#include "operations/session.h"
#include "ui/jobs/transferstore.h"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <map>
#include <mutex>
#include <unordered_map>
#include <utility>

#include <QTimer>

namespace modelcrate {

namespace {

constexpr std::chrono::milliseconds sampleEvery{100};
constexpr std::chrono::milliseconds patienceAtTheEnd{2000};
constexpr int mostParallel = 8;

/// Packages are frozen as if their file lay here, so that the folder's place is said in full.
constexpr const char *frozenFile = "/queue.modelcrate.json";

/// On a worker.
Result<void> abandonFrozen(const std::string &frozen, const Location &target, Session &session,
                           const TaskContext &context)
{
    ASSIGN_OR_RETURN(const auto package, packageFromJson(frozen, frozenFile));
    return abandonPublish(package, target, session, context);
}

/// Tells who waits without an event loop that a worker is done.
class Latch {
public:
    void open()
    {
        std::lock_guard lock(m_mutex);
        m_open = true;
        m_changed.notify_all();
    }
    bool waitUntil(std::chrono::steady_clock::time_point deadline)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_until(lock, deadline, [this] { return m_open; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_open = false;
};

std::chrono::seconds wholeSeconds(std::chrono::steady_clock::duration duration)
{
    return std::chrono::duration_cast<std::chrono::seconds>(duration);
}

} // namespace

std::string freezePackage(const Package &package) { return packageToJson(package, frozenFile); }

/// One transfer while it runs.
struct TransferQueue::Run {
    QPointer<Job> job;
    TaskContext context;
    RateMeter meter = {};
    std::map<std::size_t, RateMeter> itemMeters = {}; ///< of those in Transfer::paces
    std::chrono::steady_clock::time_point started = std::chrono::steady_clock::now();
    std::chrono::seconds ranBefore{0};
    std::shared_ptr<Latch> ended = std::make_shared<Latch>();
    bool goesOn = false; ///< waits again after the pause that was asked for
};

/// A package on its way to its request.
struct TransferQueue::Freezing {
    std::string package; ///< once it has ended
    std::shared_ptr<Latch> ended = std::make_shared<Latch>();
};

struct TransferQueue::Outcome {
    std::optional<PublishResult> published;
    Findings findings = {};
    std::filesystem::path root = {};
};

struct TransferQueue::Private {
    Private(Session &theSession, JobRunner &theJobs, std::filesystem::path file)
        : session(theSession),
          jobs(theJobs),
          store(std::make_shared<TransferStore>(std::move(file)))
    {
    }

    Session &session;
    JobRunner &jobs;
    std::shared_ptr<TransferStore> store; ///< shared with the job that waits for it to open
    std::vector<Transfer> transfers;
    std::vector<qint64> positions; ///< parallel to `transfers`, ascending
    std::unordered_map<qint64, std::size_t> indexes;
    std::map<qint64, Run> runs;
    std::map<qint64, std::shared_ptr<Freezing>> freezing; ///< of those that wait for their package
    QTimer timer;
    int parallel = 1;
    ByteCount rateLimit;
    qint64 lastId = 0;
    bool loaded = false;

    Transfer *find(qint64 id)
    {
        const auto index = indexes.find(id);
        return index == indexes.end() ? nullptr : &transfers[index->second];
    }

    void reindex()
    {
        indexes.clear();
        for (std::size_t i = 0; i < transfers.size(); ++i)
            indexes.emplace(transfers[i].id, i);
    }

    void keep(const Transfer &transfer)
    {
        if (!freezing.contains(transfer.id)) // of no use without its package, and not there yet
            store->update(transfer, positions[indexes.at(transfer.id)]);
    }

    void takePackage(Transfer &transfer, Freezing &from)
    {
        transfer.request.package = std::move(from.package);
        store->insert(transfer, positions[indexes.at(transfer.id)]);
    }

    /// From the clock, so that one is to be had before the file is read; the next free one where that is taken.
    qint64 nextId()
    {
        const auto now = std::chrono::system_clock::now().time_since_epoch();
        lastId = std::max<qint64>(lastId + 1, std::chrono::duration_cast<std::chrono::microseconds>(now).count());
        return lastId;
    }

    std::vector<qint64> idsOf(const std::function<bool(const Transfer &)> &fits) const
    {
        std::vector<qint64> ids;
        for (const auto &transfer : transfers) {
            if (fits(transfer))
                ids.push_back(transfer.id);
        }
        return ids;
    }

    /// All of `ids` at once: thousands of finished ones go in one pass.
    void take(const std::vector<qint64> &ids)
    {
        std::vector<Transfer> left;
        std::vector<qint64> leftPositions;
        for (std::size_t i = 0; i < transfers.size(); ++i) {
            if (std::binary_search(ids.begin(), ids.end(), transfers[i].id))
                continue;
            left.push_back(std::move(transfers[i]));
            leftPositions.push_back(positions[i]);
        }
        transfers = std::move(left);
        positions = std::move(leftPositions);
        reindex();
        store->remove(ids);
    }
};

TransferQueue::TransferQueue(Session &session, JobRunner &jobs, const std::filesystem::path &file, QObject *parent)
    : QObject(parent),
      d(std::make_unique<Private>(session, jobs, file.empty() ? TransferStore::defaultPath().value_or("") : file))
{
    d->timer.setInterval(sampleEvery);
    connect(&d->timer, &QTimer::timeout, this, &TransferQueue::sample);
    d->jobs.run<std::vector<StoredTransfer>>(
        this,
        [store = d->store](const TaskContext &) -> Result<std::vector<StoredTransfer>> { return store->takeStored(); },
        [this](Result<std::vector<StoredTransfer>> stored) {
            if (stored)
                adopt(std::move(*stored));
        });
}

TransferQueue::~TransferQueue()
{
    // A cancel would delete what the registry has got of a blob. So they pause, and are found interrupted next time.
    for (auto &[id, run] : d->runs) {
        if (run.job)
            run.job->pause();
    }
    const auto deadline = std::chrono::steady_clock::now() + patienceAtTheEnd;
    for (auto &[id, run] : d->runs)
        run.ended->waitUntil(deadline);
    for (auto &[id, freezing] : d->freezing) {
        auto *transfer = d->find(id);
        if (transfer && freezing->ended->waitUntil(deadline) && !freezing->package.empty())
            d->takePackage(*transfer, *freezing);
    }
    for (auto &[id, run] : d->runs) {
        if (run.job)
            run.job->cancel();
    }
    d->store->close();
}

bool TransferQueue::isLoaded() const { return d->loaded; }

bool TransferQueue::isPersistent() const { return d->store->isWorking(); }

bool TransferQueue::isSaved() const { return d->freezing.empty() && d->store->isSaved(); }

/// What an earlier run of the program left, in front of what was added meanwhile.
void TransferQueue::adopt(std::vector<StoredTransfer> stored)
{
    std::vector<Transfer> transfers;
    std::vector<qint64> positions;
    std::vector<qint64> cancelled; // and killed before that was done
    for (auto &[transfer, position] : stored) {
        switch (transfer.state) {
        case TransferState::Running:
        case TransferState::Pausing:
            transfer.state = TransferState::Paused;
            transfer.interrupted = true;
            break;
        case TransferState::Waiting: transfer.interrupted = true; break;
        case TransferState::Canceling:
            transfer.state = TransferState::Canceled;
            cancelled.push_back(transfer.id);
            break;
        default: break;
        }
        d->lastId = std::max(d->lastId, transfer.id);
        transfers.push_back(std::move(transfer));
        positions.push_back(position);
    }
    std::move(d->transfers.begin(), d->transfers.end(), std::back_inserter(transfers));
    std::move(d->positions.begin(), d->positions.end(), std::back_inserter(positions));
    d->transfers = std::move(transfers);
    d->positions = std::move(positions);
    d->reindex();
    d->loaded = true;
    for (const auto id : cancelled)
        abandon(*d->find(id));
    Q_EMIT loaded();
}

qint64 TransferQueue::add(TransferRequestRecord request)
{
    const auto id = append(std::move(request));
    d->store->insert(*d->find(id), id);
    Q_EMIT added(id);
    startWaiting();
    return id;
}

qint64 TransferQueue::add(TransferRequestRecord request, std::function<std::string()> freeze)
{
    const auto id = append(std::move(request));
    const auto freezing = std::make_shared<Freezing>();
    d->freezing.emplace(id, freezing);
    // Not owned by this queue, as its end would cancel; it waits for it.
    d->jobs.run<void>(
        nullptr,
        [freezing, freeze = std::move(freeze)](const TaskContext &) -> Result<void> {
            const std::unique_ptr<Latch, void (*)(Latch *)> opensAtTheEnd(freezing->ended.get(),
                                                                          [](Latch *latch) { latch->open(); });
            freezing->package = freeze();
            return {};
        },
        [queue = QPointer<TransferQueue>(this), id](Result<void> result) {
            if (queue)
                queue->frozen(id, std::move(result));
        });
    Q_EMIT added(id);
    return id;
}

qint64 TransferQueue::append(TransferRequestRecord request)
{
    Transfer transfer;
    const auto id = transfer.id = d->nextId();
    transfer.request = std::move(request);
    transfer.created = QDateTime::currentDateTime();
    d->indexes.emplace(id, d->transfers.size());
    d->transfers.push_back(std::move(transfer));
    d->positions.push_back(id);
    return id;
}

void TransferQueue::frozen(qint64 id, Result<void> result)
{
    const auto freezing = std::exchange(d->freezing[id], nullptr);
    d->freezing.erase(id);
    auto *transfer = d->find(id);
    if (!transfer) // cancelled and removed meanwhile
        return;
    d->takePackage(*transfer, *freezing);
    if (!result && !transfer->isFinished()) {
        transfer->error = std::move(result).error();
        transfer->finished = QDateTime::currentDateTime();
        setState(*transfer, TransferState::Failed);
    } else {
        d->keep(*transfer); // when it was finished, which the new row does not say
    }
    startWaiting();
}

const std::vector<Transfer> &TransferQueue::transfers() const { return d->transfers; }

bool TransferQueue::usesPlainHttp(const Transfer &transfer) const
{
    for (const auto *text : {&transfer.request.source, &transfer.request.target}) {
        const auto reference = Reference::parse(*text);
        if (reference && d->session.usesPlainHttp(*reference))
            return true;
    }
    return false;
}

const Transfer *TransferQueue::find(qint64 id) const { return d->find(id); }

int TransferQueue::active() const
{
    return static_cast<int>(std::count_if(d->transfers.begin(), d->transfers.end(), [](const Transfer &transfer) {
        return transfer.isRunning() || (transfer.state == TransferState::Waiting && !transfer.interrupted);
    }));
}

int TransferQueue::interrupted() const
{
    return static_cast<int>(std::count_if(d->transfers.begin(), d->transfers.end(),
                                          [](const Transfer &transfer) { return transfer.interrupted; }));
}

// --- what a user does ----------------------------------------------------------------------------------------------

void TransferQueue::pause(qint64 id)
{
    auto *transfer = d->find(id);
    if (!transfer)
        return;
    if (transfer->state == TransferState::Waiting) {
        setState(*transfer, TransferState::Paused);
    } else if (transfer->state == TransferState::Running || transfer->state == TransferState::Pausing) {
        auto &run = d->runs.at(id);
        run.goesOn = false;
        if (run.job)
            run.job->pause();
        if (transfer->state == TransferState::Running)
            setState(*transfer, TransferState::Pausing);
    }
}

void TransferQueue::resume(qint64 id)
{
    auto *transfer = d->find(id);
    if (!transfer)
        return;
    switch (transfer->state) {
    case TransferState::Pausing: d->runs.at(id).goesOn = true; return;
    case TransferState::Waiting:
        if (!transfer->interrupted)
            return;
        break;
    case TransferState::Paused:
    case TransferState::Failed:
    case TransferState::Canceled: break;
    case TransferState::Running:
    case TransferState::Canceling:
    case TransferState::Done: return;
    }
    transfer->error.reset();
    transfer->finished = {};
    setState(*transfer, TransferState::Waiting);
    startWaiting();
}

void TransferQueue::restart(qint64 id)
{
    pause(id);
    if (const auto *transfer = d->find(id); transfer && transfer->state == TransferState::Pausing)
        resume(id);
}

void TransferQueue::retryNow(qint64 id)
{
    const auto *transfer = d->find(id);
    const auto run = d->runs.find(id);
    if (!transfer || transfer->state != TransferState::Running || run == d->runs.end())
        return;
    // As it is now: what was sampled may be over.
    const auto items = run->second.context.progress().snapshot().items;
    if (std::any_of(items.begin(), items.end(), [](const auto &item) { return item.wait && item.wait->canSkip; }))
        run->second.context.retryNow();
    else
        restart(id);
}

void TransferQueue::cancel(qint64 id)
{
    auto *transfer = d->find(id);
    if (!transfer)
        return;
    if (transfer->state == TransferState::Waiting || transfer->state == TransferState::Paused) {
        // One that never ran has left nothing.
        if (transfer->state == TransferState::Paused || transfer->interrupted || !transfer->progress.items.empty())
            abandon(*transfer);
        transfer->finished = QDateTime::currentDateTime();
        setState(*transfer, TransferState::Canceled);
    } else if (transfer->state == TransferState::Running || transfer->state == TransferState::Pausing) {
        if (auto &run = d->runs.at(id); run.job)
            run.job->cancel();
        setState(*transfer, TransferState::Canceling);
    }
}

void TransferQueue::abandon(const Transfer &transfer)
{
    const auto &request = transfer.request;
    const auto target = parseTarget(request.target);
    const auto *reference = target ? std::get_if<Reference>(&*target) : nullptr;
    if (!reference || request.kind != TransferRequestRecord::Kind::Publish || d->freezing.contains(transfer.id))
        return;
    const auto goesOnFromIt = [&](const Transfer &other) {
        if (other.id == transfer.id || other.state == TransferState::Done || other.state == TransferState::Canceled)
            return false;
        const auto its = parseTarget(other.request.target);
        const auto *place = its ? std::get_if<Reference>(&*its) : nullptr;
        return place && place->registry == reference->registry && place->repository == reference->repository;
    };
    if (std::any_of(d->transfers.begin(), d->transfers.end(), goesOnFromIt))
        return;
    // Not owned by this queue, as its end would cancel.
    d->jobs.run<void>(
        nullptr,
        [package = request.package, target = *target, &session = d->session](const TaskContext &context) {
            return abandonFrozen(package, target, session, context);
        },
        [](const Result<void> &) {});
}

void TransferQueue::moveUp(qint64 id) { move(id, -1); }

void TransferQueue::moveDown(qint64 id) { move(id, 1); }

/// Changes places with the nearest one in that direction that could start before or after it.
void TransferQueue::move(qint64 id, int step)
{
    const auto found = d->indexes.find(id);
    const auto canMove = [](const Transfer &transfer) {
        return transfer.state == TransferState::Waiting || transfer.state == TransferState::Paused;
    };
    if (found == d->indexes.end() || !canMove(d->transfers[found->second]))
        return;
    const auto count = static_cast<std::ptrdiff_t>(d->transfers.size());
    auto other = static_cast<std::ptrdiff_t>(found->second) + step;
    while (other >= 0 && other < count && !canMove(d->transfers[static_cast<std::size_t>(other)]))
        other += step;
    if (other < 0 || other >= count)
        return;
    // The places keep their positions; the two change places.
    const std::array indexes{found->second, static_cast<std::size_t>(other)};
    std::swap(d->transfers[indexes[0]], d->transfers[indexes[1]]);
    for (const auto index : indexes) {
        d->indexes[d->transfers[index].id] = index;
        d->keep(d->transfers[index]);
    }
    Q_EMIT reordered();
}

void TransferQueue::remove(qint64 id)
{
    const auto *transfer = d->find(id);
    if (!transfer || !transfer->isFinished())
        return;
    if (transfer->state == TransferState::Failed)
        abandon(*transfer);
    d->take({id});
    Q_EMIT removed(id);
}

void TransferQueue::clearFinished()
{
    auto ids = d->idsOf([](const Transfer &transfer) {
        return transfer.state == TransferState::Done || transfer.state == TransferState::Canceled;
    });
    std::sort(ids.begin(), ids.end());
    d->take(ids);
    for (const auto id : ids)
        Q_EMIT removed(id);
}

void TransferQueue::pauseAll()
{
    // Waiting ones first, or the place of a run that ends would be given to one of them.
    for (const auto state : {TransferState::Waiting, TransferState::Running, TransferState::Pausing}) {
        for (const auto id :
             d->idsOf([state](const Transfer &transfer) { return transfer.state == state && !transfer.interrupted; }))
            pause(id);
    }
}

void TransferQueue::resumeAll()
{
    for (const auto id : d->idsOf(
             [](const Transfer &transfer) { return transfer.state == TransferState::Paused || transfer.interrupted; }))
        resume(id);
}

void TransferQueue::resumeInterrupted()
{
    for (const auto id : d->idsOf([](const Transfer &transfer) { return transfer.interrupted; }))
        resume(id);
}

void TransferQueue::setParallel(int transfers)
{
    d->parallel = std::clamp(transfers, 1, mostParallel);
    startWaiting();
}

void TransferQueue::setRateLimit(ByteCount bytesPerSecond)
{
    d->rateLimit = bytesPerSecond;
    shareRate();
}

// --- running -------------------------------------------------------------------------------------------------------

/// Also keeps it. Listeners may call the queue, so the reference is not good any more afterwards.
void TransferQueue::setState(Transfer &transfer, TransferState state)
{
    const auto id = transfer.id;
    transfer.state = state;
    transfer.interrupted = false;
    d->keep(transfer);
    Q_EMIT changed(id);
}

void TransferQueue::startWaiting()
{
    while (static_cast<int>(d->runs.size()) < d->parallel) {
        const auto next = std::find_if(d->transfers.begin(), d->transfers.end(), [this](const Transfer &transfer) {
            return transfer.state == TransferState::Waiting && !transfer.interrupted
                && !d->freezing.contains(transfer.id);
        });
        if (next == d->transfers.end())
            return;
        start(*next);
    }
}

void TransferQueue::start(Transfer &transfer)
{
    const auto id = transfer.id;
    // Two to four blobs at once are best for one registry; several transfers share them.
    const std::size_t blobsAtOnce = d->parallel == 1 ? 4 : 2;
    Run run;
    run.ranBefore = transfer.runningFor;
    // Not owned by this queue: the end of an owner cancels, and what the registry has got would be lost.
    run.job = d->jobs.run<Outcome>(
        nullptr,
        [request = transfer.request, blobsAtOnce, &session = d->session,
         ended = run.ended](const TaskContext &context) -> Result<Outcome> {
            const std::unique_ptr<Latch, void (*)(Latch *)> opensAtTheEnd(ended.get(),
                                                                          [](Latch *latch) { latch->open(); });
            return perform(request, blobsAtOnce, session, context);
        },
        [queue = QPointer<TransferQueue>(this), id](Result<Outcome> result) {
            if (queue)
                queue->finish(id, std::move(result));
        });
    run.context = run.job->context();
    transfer.progress = {};
    forgetPace(transfer);
    d->runs.emplace(id, std::move(run));
    shareRate();
    d->timer.start();
    setState(transfer, TransferState::Running);
}

/// On a worker.
Result<TransferQueue::Outcome> TransferQueue::perform(const TransferRequestRecord &request, std::size_t blobsAtOnce,
                                                      Session &session, const TaskContext &context)
{
    if (request.kind == TransferRequestRecord::Kind::Publish) {
        ASSIGN_OR_RETURN(const auto package, packageFromJson(request.package, frozenFile));
        ASSIGN_OR_RETURN(const auto target, parseLocation(request.target));
        TransferOptions options{.concurrency = blobsAtOnce};
        if (!request.source.empty()) {
            ASSIGN_OR_RETURN(options.mountFrom, RepositoryName::parse(request.source));
        }
        ASSIGN_OR_RETURN(auto result, publish(package, target, options, session, context, request.seen));
        return Outcome{std::move(result), {}, package.root};
    }
    if (request.kind == TransferRequestRecord::Kind::Edit) {
        ASSIGN_OR_RETURN(const auto package, packageFromJson(request.package, frozenFile));
        if (!package.published)
            return Error(ErrorCode::InvalidInput, Message::of("the package is no edit"));
        ASSIGN_OR_RETURN(const auto target, parseLocation(request.target));
        std::optional<Digest> seen;
        if (!request.source.empty()) {
            ASSIGN_OR_RETURN(seen, Digest::parse(request.source));
        }
        ASSIGN_OR_RETURN(auto result,
                         publishEdit(package, target, seen, {.concurrency = blobsAtOnce}, session, context));
        return Outcome{std::move(result), {}};
    }
    ASSIGN_OR_RETURN(const auto source, parseLocation(request.source));
    if (request.kind == TransferRequestRecord::Kind::Copy) {
        ASSIGN_OR_RETURN(const auto target, parseLocation(request.target));
        ASSIGN_OR_RETURN(const auto copied,
                         copyArtifact(source, target, {.concurrency = blobsAtOnce}, session, context));
        PublishResult result{copied.root, copied.rootSize, {}, copied.leaves.size(), request.target};
        for (const auto &leaf : copied.leaves)
            result.totalSize += leaf.size;
        return Outcome{std::move(result), {}};
    }
    ExtractOptions options;
    options.concurrency = blobsAtOnce;
    for (const auto &word : request.kinds) {
        const auto kind = parseLayerKind(word);
        if (!kind)
            return Error(ErrorCode::Usage, Message::of("no layer kind: %1", word));
        options.kinds.insert(*kind);
    }
    options.layers.insert(request.layers.begin(), request.layers.end());
    options.existing = parseExistingFiles(request.existing).value_or(ExistingFiles::Refuse);
    ASSIGN_OR_RETURN(auto pulled, pull(source, request.target, options, session, context));
    return Outcome{std::nullopt, std::move(pulled.extracted.findings)};
}

void TransferQueue::finish(qint64 id, Result<Outcome> result)
{
    const auto found = d->runs.find(id);
    auto *transfer = d->find(id);
    transfer->progress = found->second.context.progress().snapshot();
    transfer->runningFor =
        found->second.ranBefore + wholeSeconds(std::chrono::steady_clock::now() - found->second.started);
    forgetPace(*transfer);
    const bool goesOn = found->second.goesOn;
    d->runs.erase(found);
    if (d->runs.empty())
        d->timer.stop();
    shareRate();

    auto state = TransferState::Done;
    if (result) {
        transfer->published = std::move(result->published);
        transfer->findings = std::move(result->findings);
        transfer->root = std::move(result->root);
        transfer->request.package.clear();
    } else if (transfer->state == TransferState::Canceling) {
        state = TransferState::Canceled;
        // Of what this run did not come to, or had paused before; it cleans up after itself.
        abandon(*transfer);
    } else if (transfer->state == TransferState::Pausing || result.error().isStop()) {
        // A failure on the way to a pause too: the user has put it aside, and a resume will show it if it stays. A stop
        // that nobody asked this queue for is the end of the program.
        state = goesOn ? TransferState::Waiting : TransferState::Paused;
    } else {
        state = TransferState::Failed;
        transfer->error = std::move(result).error();
    }
    transfer->finished =
        state == TransferState::Waiting || state == TransferState::Paused ? QDateTime() : QDateTime::currentDateTime();
    setState(*transfer, state);
    startWaiting();
}

void TransferQueue::forgetPace(Transfer &transfer)
{
    transfer.rate.reset();
    transfer.timeLeft.reset();
    transfer.stalledFor.reset();
    transfer.paces.clear();
}

void TransferQueue::samplePaces(Transfer &transfer, Run &run, std::chrono::steady_clock::time_point now)
{
    transfer.paces.clear();
    bool waits = false;
    bool works = false;
    const auto &items = transfer.progress.items;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto &item = items[i];
        // Who waits or reads has not stalled, and begins to be measured anew.
        const bool active = item.state == ItemState::Active;
        const bool moves = active && !item.wait && item.activity == ItemActivity::Moving;
        waits = waits || (active && item.wait);
        works = works || (active && !item.wait);
        if (!moves) {
            run.itemMeters.erase(i);
            if (active && !item.wait)
                transfer.stalledFor.reset();
            continue;
        }
        auto &meter = run.itemMeters[i];
        meter.sample(item.moved, now);
        transfer.paces[i] = {meter.rate(), meter.timeLeft(item.total - item.done), meter.stalledFor()};
    }
    // The mean of the last seconds says nothing of what comes while all parts wait.
    if (waits && !works) {
        transfer.rate.reset();
        transfer.timeLeft.reset();
    }
}

void TransferQueue::sample()
{
    std::vector<qint64> ids;
    const auto now = std::chrono::steady_clock::now();
    for (auto &[id, run] : d->runs) {
        auto *transfer = d->find(id);
        transfer->progress = run.context.progress().snapshot();
        transfer->runningFor = run.ranBefore + wholeSeconds(now - run.started);
        // Before its first item a transfer plans: nothing moves, and nothing stalls.
        if (!transfer->progress.items.empty()) {
            run.meter.sample(transfer->progress.moved, now);
            transfer->rate = run.meter.rate();
            transfer->timeLeft = run.meter.timeLeft(transfer->progress.total - transfer->progress.done);
            transfer->stalledFor = run.meter.stalledFor();
            samplePaces(*transfer, run, now);
        }
        ids.push_back(id);
    }
    for (const auto id : ids)
        Q_EMIT progressed(id);
}

/// A limiter belongs to one call, so each run gets its part of what is allowed to all.
void TransferQueue::shareRate()
{
    const auto runs = static_cast<std::int64_t>(d->runs.size());
    const auto share = d->rateLimit > ByteCount()
        ? std::max<std::int64_t>(d->rateLimit.value() / std::max<std::int64_t>(runs, 1), 1)
        : 0;
    for (auto &[id, run] : d->runs)
        run.context.rateLimiter().setLimit(ByteCount(share));
}

} // namespace modelcrate

#include "moc_transferqueue.cpp"
