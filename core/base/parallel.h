// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/taskcontext.h"

#include <cstddef>
#include <functional>

namespace modelcrate {

/// Calls `work(index, context)` for 0 … count-1 on at most `limit` threads, in order of start. The first error ends the
/// others and is returned: they pause, since what they have done so far is still good; only a cancel cancels them. A
/// stop or pause of the caller's context is passed on. Blocks until every call has returned.
Result<void> parallelFor(std::size_t count, std::size_t limit, const TaskContext &context,
                         const std::function<Result<void>(std::size_t, const TaskContext &)> &work);

} // namespace modelcrate
