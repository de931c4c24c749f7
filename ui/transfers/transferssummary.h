// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/jobs/transferqueue.h"

#include <QString>

namespace modelcrate {

/// All transfers in a few figures: for the badge of the rail, the status strip and the head of the page.
struct TransfersSummary {
    int running = 0; ///< pausing and canceling ones too
    int waiting = 0; ///< for a place, not for the user
    int interrupted = 0; ///< found at start, offered to be resumed
    int failed = 0;
    ByteCount done; ///< of those that run
    ByteCount total;
    std::optional<double> rate = {}; ///< of all together
    std::optional<std::chrono::seconds> timeLeft = {}; ///< of those that run, at that rate
    bool stalled = false; ///< at least one of them does not move

    int active() const { return running + waiting; }
    QString percentText() const; ///< "40%"; empty while nothing is known
    QString text() const; ///< "2 running, 1 waiting"; empty when nothing is active
    QString progressText() const; ///< "40%, about 6 min left"; may be empty

    bool operator==(const TransfersSummary &) const = default;
};
TransfersSummary summarize(const TransferQueue &queue);

} // namespace modelcrate
