// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/progress.h"

#include <QString>

namespace modelcrate {

/// What an upload does: "Uploading".
QString activityText(ItemActivity activity);
/// Why a part waits, and what comes when: "Retries in 6 s (attempt 2 of 6). The connection was lost."
QString waitText(const RetryWait &wait, std::chrono::steady_clock::time_point now = std::chrono::steady_clock::now());
/// "Stalled. No data for 14 s."
QString stallText(std::chrono::seconds stalledFor);

} // namespace modelcrate
