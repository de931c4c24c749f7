// SPDX-License-Identifier: Apache-2.0
#include "base/error.h"

#include <cerrno>
#include <system_error>

namespace modelcrate {

std::string_view toString(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Canceled: return "canceled";
    case ErrorCode::Paused: return "paused";
    case ErrorCode::Usage: return "usage";
    case ErrorCode::InvalidInput: return "invalid-input";
    case ErrorCode::InvalidReference: return "invalid-reference";
    case ErrorCode::NotFound: return "not-found";
    case ErrorCode::AlreadyExists: return "already-exists";
    case ErrorCode::Conflict: return "conflict";
    case ErrorCode::Unauthorized: return "unauthorized";
    case ErrorCode::Forbidden: return "forbidden";
    case ErrorCode::RateLimited: return "rate-limited";
    case ErrorCode::RegistryRejected: return "registry-rejected";
    case ErrorCode::RegistryUnavailable: return "registry-unavailable";
    case ErrorCode::NetworkFailed: return "network-failed";
    case ErrorCode::TlsFailed: return "tls-failed";
    case ErrorCode::TimedOut: return "timed-out";
    case ErrorCode::DigestMismatch: return "digest-mismatch";
    case ErrorCode::SizeMismatch: return "size-mismatch";
    case ErrorCode::ContentChanged: return "content-changed";
    case ErrorCode::LimitExceeded: return "limit-exceeded";
    case ErrorCode::UnsafePath: return "unsafe-path";
    case ErrorCode::Unsupported: return "unsupported";
    case ErrorCode::FileSystem: return "file-system";
    case ErrorCode::NoSpace: return "no-space";
    case ErrorCode::Internal: return "internal";
    }
    return "internal";
}

std::string Error::toString() const
{
    auto text = message();
    for (const auto &line : m_context)
        text += "; while " + line;
    return text;
}

namespace {

ErrorCode codeForErrno(int errnoValue)
{
    switch (errnoValue) {
    case ENOENT: return ErrorCode::NotFound;
    case EEXIST: return ErrorCode::AlreadyExists;
    case ENOSPC:
    case EDQUOT:
    case EFBIG: return ErrorCode::NoSpace;
    default: return ErrorCode::FileSystem;
    }
}

/// In the words of the C library; the common ones can be said in another language.
Message reasonForErrno(int errnoValue)
{
    switch (errnoValue) {
    case EPERM: return Message::of("Operation not permitted");
    case ENOENT: return Message::of("No such file or directory");
    case EIO: return Message::of("Input/output error");
    case EACCES: return Message::of("Permission denied");
    case EBUSY: return Message::of("Device or resource busy");
    case EEXIST: return Message::of("File exists");
    case ENOTDIR: return Message::of("Not a directory");
    case EISDIR: return Message::of("Is a directory");
    case EMFILE: return Message::of("Too many open files");
    case EFBIG: return Message::of("File too large");
    case ENOSPC: return Message::of("No space left on device");
    case EROFS: return Message::of("Read-only file system");
    case ENAMETOOLONG: return Message::of("File name too long");
    case ENOTEMPTY: return Message::of("Directory not empty");
    case ELOOP: return Message::of("Too many levels of symbolic links");
    case ESTALE: return Message::of("Stale file handle");
    case EDQUOT: return Message::of("Disk quota exceeded");
    case ETIMEDOUT: return Message::of("Connection timed out");
    default: return std::error_code(errnoValue, std::generic_category()).message();
    }
}

std::string adviceForErrno(int errnoValue)
{
    switch (errnoValue) {
    case ENOSPC:
    case EDQUOT: return "Free some space there, or choose another folder.";
    case EACCES:
    case EPERM: return "Check the permissions of the file and its folder.";
    case EROFS: return "Choose a folder on a file system that can be written.";
    default: return {};
    }
}

} // namespace

Error systemError(int errnoValue, Message what)
{
    return Error(codeForErrno(errnoValue), Message::of("%1: %2", what, reasonForErrno(errnoValue)),
                 adviceForErrno(errnoValue));
}

} // namespace modelcrate
