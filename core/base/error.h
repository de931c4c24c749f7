// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/message.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace modelcrate {

/// What the user can do about a failure, not where it happened. Programs map these to exit codes and texts.
enum class ErrorCode {
    Canceled, ///< the user asked; never shown as a failure
    Paused, ///< stopped at a clean boundary on request; what was sent is kept
    Usage, ///< the request itself makes no sense
    InvalidInput, ///< a file or document breaks its rules
    InvalidReference, ///< not a reference, repository, tag or digest
    NotFound,
    AlreadyExists,
    Conflict, ///< something else changed meanwhile, or would be lost
    Unauthorized, ///< 401: sign in
    Forbidden, ///< 403: signed in, but not allowed
    RateLimited, ///< 429 after all retries
    RegistryRejected, ///< 400, 405, 413, quota: sending again will not help
    RegistryUnavailable, ///< 5xx after all retries
    NetworkFailed,
    TlsFailed,
    TimedOut,
    DigestMismatch,
    SizeMismatch,
    ContentChanged, ///< a local file changed while it was read
    LimitExceeded,
    UnsafePath,
    Unsupported,
    FileSystem,
    NoSpace,
    Internal,
};

/// Stable lower-case word for a code ("not-found"), used in JSON output.
std::string_view toString(ErrorCode code);

/// One entry of a registry's error reply: {"errors":[{"code","message","detail"}]}.
struct RegistryErrorEntry {
    std::string code;
    std::string message;
    std::string detail;

    bool operator==(const RegistryErrorEntry &) const = default;
};

/// A failure as a value: code, a technical English message (what, where, why), what to do (advice, may be empty),
/// the chain of what was being done, and what a registry said. Never holds a secret: URLs are redacted before they
/// get here.
class Error {
public:
    Error(ErrorCode code, Message message) : m_code(code), m_message(std::move(message)) { }
    Error(ErrorCode code, Message message, std::string advice)
        : m_code(code),
          m_message(std::move(message)),
          m_advice(std::move(advice))
    {
    }

    ErrorCode code() const { return m_code; }
    const std::string &message() const { return m_message.text(); }
    /// The same with its pattern and parts, for another language or as a part of another message.
    const Message &wording() const { return m_message; }
    /// What the user can do, as a sentence; empty when the code says it all.
    const std::string &advice() const { return m_advice; }
    void setAdvice(std::string advice) { m_advice = std::move(advice); }

    /// Innermost first.
    const std::vector<std::string> &context() const { return m_context; }
    void addContext(std::string context) { m_context.push_back(std::move(context)); }

    /// HTTP status, or 0.
    int httpStatus() const { return m_httpStatus; }
    void setHttpStatus(int status) { m_httpStatus = status; }
    const std::vector<RegistryErrorEntry> &registryErrors() const { return m_registryErrors; }
    void setRegistryErrors(std::vector<RegistryErrorEntry> entries) { m_registryErrors = std::move(entries); }

    bool isStop() const { return m_code == ErrorCode::Canceled || m_code == ErrorCode::Paused; }

    /// "message; while doing B; while doing A" on one line, for logs.
    std::string toString() const;

private:
    ErrorCode m_code;
    Message m_message;
    std::string m_advice;
    std::vector<std::string> m_context;
    int m_httpStatus = 0;
    std::vector<RegistryErrorEntry> m_registryErrors;
};

/// Error for a failed system call: maps ENOSPC, EDQUOT, EROFS, ENOENT, EACCES and others to codes.
/// `what` says what did not work: Message::of("cannot open %1", path).
Error systemError(int errnoValue, Message what);

} // namespace modelcrate
