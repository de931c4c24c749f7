// SPDX-License-Identifier: Apache-2.0
#include "ui/jobs/hashahead.h"

#include "base/log.h"
#include "base/text.h"
#include "io/content.h"
#include "operations/session.h"
#include "ui/jobs/disposal.h"
#include "ui/jobs/powersupply.h"
#include "ui/text/convert.h"

#include <algorithm>
#include <memory>
#include <mutex>

#include <QTimer>

namespace modelcrate {

namespace {

using FileList = std::shared_ptr<const std::vector<FileToHash>>;
using SystemClock = std::chrono::system_clock;
using SteadyClock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds reportEvery{100};
constexpr std::chrono::milliseconds defaultPowerLook{10'000};
/// The cache keeps a digest only when the file was older than 2 s as hashing began; a little more for the clock's
/// grain.
constexpr std::chrono::milliseconds cacheableAfter{2050};

bool isSame(const FileToHash &a, const FileToHash &b)
{
    return a.identity == b.identity && a.file == b.file && a.path == b.path;
}

/// When a digest of this state of the file may be kept.
SystemClock::time_point cacheableFrom(const FileIdentity &identity)
{
    const std::chrono::nanoseconds changed(std::max(identity.mtime, identity.ctime));
    return SystemClock::time_point(std::chrono::duration_cast<SystemClock::duration>(changed)) + cacheableAfter;
}

/// What the GUI thread and the one worker share, under its mutex.
struct Board {
    std::mutex mutex;
    FileList next; ///< a new list that the worker has not taken yet
    ByteCount limit;
    bool active = false; ///< a worker runs, or is about to, and will look at `next` before it ends
    bool onBattery = false; ///< the last worker ended for lack of mains power
    std::optional<FileToHash> current;
    std::stop_source stopCurrent;
    ByteCount currentDone;
    std::size_t filesLeft = 0; ///< the current one included
    ByteCount bytesLeft; ///< the current one as if nothing of it were read
    std::vector<std::string> hashed; ///< since the last report
};

/// The worker's side: takes lists from the board and hashes until none is left.
class AheadWorker {
public:
    AheadWorker(std::shared_ptr<Board> board, Session &session, std::filesystem::path powerSupplies,
                std::chrono::milliseconds powerLook, const TaskContext &context)
        : m_board(std::move(board)),
          m_session(session),
          m_powerSupplies(std::move(powerSupplies)),
          m_powerLook(powerLook),
          m_context(context)
    {
    }

    void run()
    {
        m_cache = m_session.openHashCache();
        while (takeList()) {
            for (const auto &file : m_files) {
                if (!begin(file))
                    break;
                hash(file);
                end(file);
                if (endedByBattery())
                    return;
            }
        }
    }

private:
    /// False when there is none, and then nobody will take the next one: a new worker must.
    bool takeList()
    {
        FileList list;
        ByteCount limit;
        {
            std::lock_guard lock(m_board->mutex);
            if (!m_board->next || m_context.stopRequested()) {
                m_board->active = false;
                return false;
            }
            list = std::exchange(m_board->next, nullptr);
            limit = m_board->limit;
        }
        m_files = unknownFiles(*list, limit);
        std::lock_guard lock(m_board->mutex);
        m_board->filesLeft = m_files.size();
        m_board->bytesLeft = {};
        for (const auto &file : m_files)
            m_board->bytesLeft += file.identity.size;
        return true;
    }

    /// Smallest first within the limit, without those that the cache knows or will not keep; just changed ones last, so
    /// that they have become old enough when their turn comes.
    std::vector<FileToHash> unknownFiles(const std::vector<FileToHash> &list, ByteCount limit)
    {
        if (!m_cache)
            return {};
        std::vector<const FileToHash *> bySize;
        for (const auto &file : list)
            bySize.push_back(&file);
        std::stable_sort(bySize.begin(), bySize.end(),
                         [](const auto *a, const auto *b) { return a->identity.size < b->identity.size; });
        std::vector<FileToHash> unknown;
        ByteCount sum;
        const auto now = SystemClock::now();
        for (const auto *file : bySize) {
            sum += file->identity.size;
            if (sum > limit || m_context.stopRequested())
                break;
            const bool dateIsAhead = cacheableFrom(file->identity) > now + cacheableAfter;
            if (!dateIsAhead && !m_cache->find(file->identity))
                unknown.push_back(*file);
        }
        std::stable_partition(unknown.begin(), unknown.end(),
                              [now](const FileToHash &file) { return cacheableFrom(file.identity) <= now; });
        return unknown;
    }

    /// False when there is a new list, or the end is asked for.
    bool begin(const FileToHash &file)
    {
        std::lock_guard lock(m_board->mutex);
        if (m_board->next || m_context.stopRequested())
            return false;
        m_board->current = file;
        m_board->currentDone = {};
        m_board->stopCurrent = {};
        m_stopCurrent = m_board->stopCurrent;
        return true;
    }

    void hash(const FileToHash &file)
    {
        if (m_cache->find(file.identity)) // another name of a file that was hashed, or a publish was faster
            return remember(file);
        const std::stop_callback stopWithJob(m_context.stopToken(), [this] { m_stopCurrent.request_stop(); });
        const auto context = m_context.withStopToken(m_stopCurrent.get_token());
        if (isOnBattery() || !context.sleepFor(cacheableFrom(file.identity) - SystemClock::now()))
            return;
        const auto started = SystemClock::now();
        const auto content = makeFileContent(file.file, file.identity);
        const auto digest = hashContent(*content, context, [this](ByteCount bytes) { advance(bytes); });
        if (!digest) {
            if (!digest.error().isStop())
                log(LogLevel::Info, "hashahead", digest.error().toString());
            return;
        }
        m_cache->store(file.identity, *digest, started);
        if (m_cache->find(file.identity))
            remember(file);
    }

    void advance(ByteCount bytes)
    {
        isOnBattery();
        std::lock_guard lock(m_board->mutex);
        m_board->currentDone += bytes;
    }

    /// Looks from time to time, since some firmware is slow to answer; on battery the current file is left.
    bool isOnBattery()
    {
        const auto now = SteadyClock::now();
        if (m_lastPowerLook && now - *m_lastPowerLook < m_powerLook)
            return m_onBattery;
        m_lastPowerLook = now;
        m_onBattery = runsOnBattery(m_powerSupplies);
        if (m_onBattery)
            m_stopCurrent.request_stop();
        return m_onBattery;
    }

    void remember(const FileToHash &file)
    {
        std::lock_guard lock(m_board->mutex);
        m_board->hashed.push_back(file.path);
    }

    void end(const FileToHash &file)
    {
        std::lock_guard lock(m_board->mutex);
        m_board->current.reset();
        m_board->currentDone = {};
        m_board->filesLeft -= 1;
        m_board->bytesLeft -= file.identity.size;
    }

    bool endedByBattery()
    {
        if (!m_onBattery)
            return false;
        std::lock_guard lock(m_board->mutex);
        m_board->onBattery = true;
        m_board->active = false;
        return true;
    }

    std::shared_ptr<Board> m_board;
    Session &m_session;
    std::filesystem::path m_powerSupplies;
    std::chrono::milliseconds m_powerLook;
    const TaskContext &m_context;
    std::unique_ptr<HashCache> m_cache;
    std::vector<FileToHash> m_files;
    std::stop_source m_stopCurrent;
    std::optional<SteadyClock::time_point> m_lastPowerLook;
    bool m_onBattery = false;
};

} // namespace

struct HashAhead::Private {
    Private(Session &theSession, JobRunner &theJobs) : session(theSession), jobs(theJobs) { }

    Session &session;
    JobRunner &jobs;
    std::shared_ptr<Board> board = std::make_shared<Board>();
    FileList files;
    ByteCount limit = 20_GiB;
    QPointer<Job> job;
    QTimer reportTimer;
    QTimer powerTimer;
    std::filesystem::path powerSupplies = "/sys/class/power_supply";
    std::optional<Progress> lastProgress;
    bool onBattery = false;
    int run = 0; ///< number of the last worker; what an earlier one still says does not count

    /// What was read last where the worker has the board now: at idle priority it may keep it for as long as others
    /// are busy.
    std::optional<Progress> read() const
    {
        const std::unique_lock lock(board->mutex, std::try_to_lock);
        if (!lock)
            return lastProgress;
        if (!board->current)
            return std::nullopt;
        return Progress{board->current->path, board->currentDone, board->current->identity.size, board->filesLeft,
                        board->bytesLeft - board->currentDone};
    }
};

HashAhead::HashAhead(Session &session, JobRunner &jobs, QObject *parent)
    : QObject(parent),
      d(std::make_unique<Private>(session, jobs))
{
    d->reportTimer.setInterval(reportEvery);
    d->powerTimer.setInterval(defaultPowerLook);
    d->powerTimer.setSingleShot(true);
    connect(&d->reportTimer, &QTimer::timeout, this, &HashAhead::report);
    connect(&d->powerTimer, &QTimer::timeout, this, &HashAhead::replaceFiles);
}

HashAhead::~HashAhead() { stop(); }

void HashAhead::setFiles(std::vector<FileToHash> files)
{
    d->files = makeDisposed<const std::vector<FileToHash>>(std::move(files));
    replaceFiles();
}

void HashAhead::setLimit(ByteCount limit)
{
    if (limit == d->limit)
        return;
    d->limit = limit;
    if (d->files)
        replaceFiles();
}

void HashAhead::setPowerSupplies(const std::filesystem::path &folder, std::chrono::milliseconds lookEvery)
{
    d->powerSupplies = folder;
    d->powerTimer.setInterval(lookEvery);
}

void HashAhead::stop()
{
    d->files.reset();
    d->powerTimer.stop();
    d->reportTimer.stop();
    d->onBattery = false;
    d->lastProgress.reset();
    // A board of its own for the next one: the worker that ends now has nothing to say any more.
    d->board = std::make_shared<Board>();
    if (d->job)
        d->job->cancel();
    d->job = nullptr;
    ++d->run;
}

bool HashAhead::isRunning() const { return d->job; }

bool HashAhead::waitsForPower() const { return d->onBattery; }

std::optional<HashAhead::Progress> HashAhead::progress() const { return d->read(); }

void HashAhead::replaceFiles()
{
    d->powerTimer.stop();
    d->onBattery = false;
    bool starts = false;
    {
        std::lock_guard lock(d->board->mutex);
        d->board->next = d->files;
        d->board->limit = d->limit;
        const auto &current = d->board->current;
        const auto isCurrent = [&](const FileToHash &file) { return isSame(file, *current); };
        if (current
            && (d->limit < current->identity.size || std::none_of(d->files->begin(), d->files->end(), isCurrent)))
            d->board->stopCurrent.request_stop();
        starts = !std::exchange(d->board->active, true);
    }
    if (starts)
        start();
}

void HashAhead::start()
{
    d->job = d->jobs.run<void>(
        this,
        [board = d->board, &session = d->session, supplies = d->powerSupplies,
         look = d->powerTimer.intervalAsDuration()](const TaskContext &context) -> Result<void> {
            AheadWorker(board, session, supplies, look, context).run();
            return {};
        },
        [this, run = ++d->run](Result<void>) {
            if (run == d->run)
                ended();
        },
        JobPriority::Idle);
    d->reportTimer.start();
}

/// Passes on what the worker left on the board.
void HashAhead::report()
{
    const auto board = d->board;
    std::vector<std::string> hashed;
    if (const std::unique_lock lock(board->mutex, std::try_to_lock); lock)
        hashed.swap(board->hashed); // else the next time
    for (const auto &path : hashed) {
        Q_EMIT this->hashed(toQString(path));
        if (board != d->board) // a listener stopped us
            return;
    }
    auto progress = d->read();
    if (progress != d->lastProgress) {
        d->lastProgress = std::move(progress);
        Q_EMIT progressChanged();
    }
}

void HashAhead::ended()
{
    const auto board = d->board;
    bool onBattery = false;
    {
        std::lock_guard lock(board->mutex);
        board->active = false; // also when it was cancelled before it began
        onBattery = std::exchange(board->onBattery, false);
    }
    d->reportTimer.stop();
    d->job = nullptr;
    d->onBattery = onBattery;
    if (onBattery)
        d->powerTimer.start();
    report();
    if (board == d->board && !onBattery && !d->job)
        Q_EMIT idle();
}

} // namespace modelcrate

#include "moc_hashahead.cpp"
