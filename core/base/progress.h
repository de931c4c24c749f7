// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytecount.h"
#include "base/error.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace modelcrate {

enum class ItemState { Waiting, Active, Skipped, Mounted, Done, Failed };

/// What an active item does: most of the time its bytes move.
enum class ItemActivity {
    Moving,
    Hashing, ///< before anything can be sent
    RereadingSent, ///< goes on with an upload whose beginning must be hashed once more
};

/// A pause before another attempt.
struct RetryWait {
    std::chrono::steady_clock::time_point until;
    int attempt = 0; ///< the one that follows, from 1
    int attempts = 0; ///< of so many without progress
    ErrorCode code = ErrorCode::NetworkFailed; ///< why
    int httpStatus = 0; ///< of the answer that it is because of, or 0
    std::string reason; ///< the same in technical English
    /// TaskContext::retryNow() ends it. Not when the registry has said for how long: it would only say so again.
    bool canSkip = true;

    bool operator==(const RetryWait &) const = default;
};

/// A copy of one item, as a reader sees it.
struct ProgressSnapshotItem {
    std::string name;
    ItemActivity activity = ItemActivity::Moving;
    std::optional<RetryWait> wait = {}; ///< while it waits for another attempt
    ItemState state = ItemState::Waiting;
    ByteCount done;
    ByteCount total;
    ByteCount moved; ///< like the snapshot's
};

struct ProgressSnapshot {
    std::vector<ProgressSnapshotItem> items; ///< in the order they were added; finished small items stay
    ByteCount done; ///< over all items, skipped and mounted ones counted as done
    ByteCount total;
    ByteCount skipped; ///< of both: was there already or was mounted, so nothing of it moves

    /// What a share is told of: nobody waits for what need not move.
    ByteCount sent() const { return done - skipped; }
    ByteCount toSend() const { return total - skipped; }

    ByteCount moved; ///< bytes that really went over the wire or disk: what a rate is computed from
};

/// Progress of one long call, written by workers and sampled by whoever shows it (at 10 Hz, say). Nobody is called
/// back and no event is queued, so a fast transfer costs nothing. Thread-safe.
class ProgressBoard {
    struct Entry;

public:
    /// Handle of one item; dropping it without finish() marks the item as failed. Move-only, one thread at a time.
    class Item {
    public:
        Item() = default;
        Item(Item &&) noexcept = default;
        Item &operator=(Item &&) noexcept;
        ~Item();
        /// Bytes moved now.
        void advance(ByteCount bytes);
        /// Takes back bytes that must be sent again after a failed attempt.
        void rewind(ByteCount bytes);
        /// Sets the position without moving bytes, e.g. when a resumed upload starts in the middle.
        void setDone(ByteCount bytes);
        void setTotal(ByteCount bytes);
        void setActivity(ItemActivity activity);
        void setWait(std::optional<RetryWait> wait);
        void setActive();
        void finish(ItemState state = ItemState::Done);
        ByteCount done() const;

    private:
        friend class ProgressBoard;
        explicit Item(std::shared_ptr<Entry> entry) : m_entry(std::move(entry)) { }
        std::shared_ptr<Entry> m_entry;
    };

    Item add(std::string name, ByteCount total);
    ProgressSnapshot snapshot() const;
    /// Items so far.
    std::size_t size() const;

private:
    struct Entry {
        std::string name;
        std::atomic<std::int64_t> done{0};
        std::atomic<std::int64_t> total{0};
        std::atomic<std::int64_t> moved{0};
        std::atomic<ItemState> state{ItemState::Waiting};
        std::atomic<ItemActivity> activity{ItemActivity::Moving};
        std::mutex waitMutex; ///< of what follows
        std::optional<RetryWait> wait;
    };
    mutable std::mutex m_mutex;
    std::vector<std::shared_ptr<Entry>> m_entries;
};

/// Rate and time left from samples of a board. A rate is the mean of the last few seconds; when nothing moved for
/// `stallAfter` the rate is empty and `stalledFor` says since when. Not thread-safe: it belongs to the sampler.
class RateMeter {
public:
    using Clock = std::chrono::steady_clock;
    static constexpr std::chrono::seconds stallAfter{5};

    void sample(ByteCount moved, Clock::time_point now = Clock::now());
    /// Bytes per second over the window, or empty when unknown or stalled.
    std::optional<double> rate() const;
    std::optional<std::chrono::seconds> timeLeft(ByteCount remaining) const;
    /// Since when nothing has moved, if longer than stallAfter.
    std::optional<std::chrono::seconds> stalledFor() const;

private:
    struct Sample {
        Clock::time_point at;
        ByteCount moved;
    };
    std::vector<Sample> m_samples;
    Clock::time_point m_lastMove{};
};

} // namespace modelcrate
