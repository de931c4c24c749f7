// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

namespace modelcrate::cli {

inline constexpr int exitDone = 0;
inline constexpr int exitOther = 1;
inline constexpr int exitUsage = 2;
inline constexpr int exitInvalid = 8;
inline constexpr int exitDisk = 9;
inline constexpr int exitInterrupted = 130;

/// The stable exit code for an error.
int exitCodeFor(ErrorCode code);

} // namespace modelcrate::cli
