// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytecount.h"
#include "io/digest.h"

#include <chrono>
#include <cstdint>

#include <QString>

namespace modelcrate {

enum class SizeUnits { Si, Iec };
/// How sizes are written everywhere; a setting. Read from any thread.
void setSizeUnits(SizeUnits units);
SizeUnits sizeUnits();

/// "3.95 GB", "812 B", "0 B": three significant digits in the locale's digits, SI or IEC by setSizeUnits().
QString formatBytes(ByteCount bytes);
/// "9.6 MB/s", "11.0 MB/s", "480 MB/s", "0 B/s".
QString formatRate(double bytesPerSecond);
/// "4 min", "12 s", "2 h 5 min".
QString formatDuration(std::chrono::seconds duration);
/// "1,972,716,032".
QString formatCount(std::int64_t count);
/// "40%", or as the language writes it; 100 only when done equals total.
QString formatPercent(ByteCount done, ByteCount total);
/// "sha256:9a752ffa0de5…bb22fe": a digest by its ends.
QString shortDigest(const Digest &digest);

} // namespace modelcrate
