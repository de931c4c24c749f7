// SPDX-License-Identifier: Apache-2.0
#include "base/parallel.h"

#include <algorithm>
#include <thread>

namespace modelcrate {

Result<void> parallelFor(std::size_t count, std::size_t limit, const TaskContext &context,
                         const std::function<Result<void>(std::size_t, const TaskContext &)> &work)
{
    std::stop_source stop;
    std::stop_callback forward(context.stopToken(), [&] { stop.request_stop(); });
    const auto pause = std::make_shared<PauseGate>();
    std::stop_callback forwardPause(context.pause().token(), [&] { pause->requestPause(); });
    const auto inner = context.withStops(stop.get_token(), pause);

    std::atomic<std::size_t> next{0};
    std::mutex mutex;
    std::optional<Error> firstError;
    const auto run = [&] {
        for (;;) {
            const auto index = next++;
            if (index >= count || !inner.check())
                return;
            auto result = work(index, inner);
            if (result)
                continue;
            std::lock_guard lock(mutex);
            // What the others report after the first failure is only that they were stopped.
            if (!firstError)
                firstError = std::move(result).error();
            // An upload that is canceled gives up what the registry has got of it; one that pauses goes on from there.
            pause->requestPause();
        }
    };

    {
        std::vector<std::jthread> workers;
        const auto threads = std::min(std::max<std::size_t>(limit, 1), count);
        for (std::size_t i = 1; i < threads; ++i)
            workers.emplace_back(run);
        run();
    }
    if (firstError)
        return std::move(*firstError);
    return context.check();
}

} // namespace modelcrate
