// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/finding.h"
#include "base/log.h"
#include "io/json.h"
#include "oci/transfer.h"
#include "operations/session.h"

#include <memory>
#include <string>
#include <string_view>

namespace modelcrate::cli {

enum class ProgressMode { Auto, Json, None };

struct ConsoleOptions {
    bool json = false;
    bool quiet = false;
    ProgressMode progress = ProgressMode::Auto;
    LogLevel logLevel = LogLevel::Off;
    ByteCount bytesPerSecond = {}; ///< 0: no limit
    SessionOptions session = {};
};

/// What a verb works with: where it prints, the session, the context. Standard output is the result and nothing else,
/// standard error is for messages and progress. One thread.
class Console {
public:
    explicit Console(ConsoleOptions options);
    ~Console();

    Session &session() { return m_session; }
    const TaskContext &context() const { return m_context; }
    bool json() const { return m_options.json; }
    const ConsoleOptions &options() const { return m_options; }

    /// A line of the result; not with --json.
    void line(std::string_view text);
    /// Bytes as they are, without a line's end.
    void raw(std::string_view bytes);
    /// The one JSON document, with "version" in front.
    void document(JsonObject value);
    /// A message that quiet users do not want.
    void message(std::string_view text);
    /// What went wrong, with what to do; with --json as a document when none was printed yet.
    void error(const Error &error);
    /// Findings as lines, worst first.
    void findings(const Findings &findings);

    /// Ends the output; the exit code changes when it could not be written.
    int finish(int exitCode);

    /// Shows the context's progress as long as it lives.
    class Progress {
    public:
        Progress(const Console &console, std::string_view verb);
        ~Progress();

    private:
        struct Impl;
        std::unique_ptr<Impl> m_impl;
    };

private:
    ConsoleOptions m_options;
    Session m_session;
    TaskContext m_context;
    bool m_printedDocument = false;
};

Json toJson(const Findings &findings);
/// What an interrupted command leaves behind and how to go on; `keepsParts` where unfinished items go on from their
/// middle.
std::string keptSoFar(const ProgressSnapshot &snapshot, bool keepsParts);
Json toJson(const TransferCounts &counts);
/// "6 blobs sent (1.2 GiB), 2 there already".
std::string summary(const TransferCounts &counts);
/// "1 file", "2 files".
std::string counted(std::size_t count, std::string_view noun);

} // namespace modelcrate::cli
