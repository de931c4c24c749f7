// SPDX-License-Identifier: Apache-2.0
#include "cli/exitcode.h"

namespace modelcrate::cli {

int exitCodeFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Usage:
    case ErrorCode::InvalidReference: return exitUsage;
    case ErrorCode::Unauthorized:
    case ErrorCode::Forbidden: return 3;
    case ErrorCode::NotFound: return 4;
    case ErrorCode::NetworkFailed:
    case ErrorCode::TlsFailed:
    case ErrorCode::TimedOut:
    case ErrorCode::RateLimited:
    case ErrorCode::RegistryUnavailable: return 5;
    case ErrorCode::DigestMismatch:
    case ErrorCode::SizeMismatch:
    case ErrorCode::ContentChanged: return 6;
    case ErrorCode::AlreadyExists:
    case ErrorCode::Conflict: return 7;
    case ErrorCode::InvalidInput:
    case ErrorCode::LimitExceeded:
    case ErrorCode::UnsafePath:
    case ErrorCode::Unsupported: return exitInvalid;
    case ErrorCode::FileSystem:
    case ErrorCode::NoSpace: return exitDisk;
    case ErrorCode::Canceled:
    case ErrorCode::Paused: return exitInterrupted;
    case ErrorCode::RegistryRejected:
    case ErrorCode::Internal: return exitOther;
    }
    return exitOther;
}

} // namespace modelcrate::cli
