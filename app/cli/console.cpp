// SPDX-License-Identifier: Apache-2.0
#include "cli/console.h"

#include "base/text.h"
#include "cli/exitcode.h"

#include <algorithm>
#include <cerrno>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

#include <sys/ioctl.h>
#include <unistd.h>

namespace modelcrate::cli {

namespace {

constexpr int documentVersion = 1;
constexpr std::chrono::milliseconds sampleInterval{100};
constexpr std::chrono::milliseconds jsonInterval{500};

std::string formatDuration(std::chrono::seconds duration)
{
    const auto seconds = duration.count();
    const auto two = [](std::int64_t value) { return cat(value < 10 ? "0" : "", value); };
    if (seconds >= 3600)
        return cat(seconds / 3600, ':', two(seconds / 60 % 60), ':', two(seconds % 60));
    return cat(seconds / 60, ':', two(seconds % 60));
}

std::size_t terminalWidth()
{
    winsize size{};
    return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 20 ? size.ws_col : 80;
}

/// What holds an item up; empty when its bytes move.
std::string delayOf(const ProgressSnapshotItem &item)
{
    if (item.wait) {
        const auto left = item.wait->until - std::chrono::steady_clock::now();
        const auto seconds = std::max<long long>(std::chrono::ceil<std::chrono::seconds>(left).count(), 0);
        return cat("trying again in ", seconds, " s: ", item.wait->reason);
    }
    switch (item.activity) {
    case ItemActivity::Moving: return {};
    case ItemActivity::Hashing: return "hashing";
    case ItemActivity::RereadingSent: return "reading again what was sent before";
    }
    return {};
}

/// The first item that is held up, else the first that is moving.
const ProgressSnapshotItem *activeItem(const ProgressSnapshot &snapshot)
{
    const ProgressSnapshotItem *active = nullptr;
    for (const auto &item : snapshot.items) {
        if (item.state != ItemState::Active)
            continue;
        if (!delayOf(item).empty())
            return &item;
        if (!active)
            active = &item;
    }
    return active;
}

std::string terminalLine(std::string_view verb, const ProgressSnapshot &snapshot, const RateMeter &meter)
{
    const auto finished =
        std::count_if(snapshot.items.begin(), snapshot.items.end(), [](const ProgressSnapshotItem &item) {
            return item.state != ItemState::Waiting && item.state != ItemState::Active;
        });
    auto text = cat(verb, ' ', finished, '/', snapshot.items.size(), "  ", formatIec(snapshot.done), " of ",
                    formatIec(snapshot.total));
    // All bytes are there, and a registry may take minutes to keep them.
    const bool onlyWaits = snapshot.total > ByteCount() && snapshot.done >= snapshot.total;
    if (const auto rate = meter.rate(); rate && !onlyWaits)
        text += cat("  ", formatIec(ByteCount(static_cast<std::int64_t>(*rate))), "/s");
    if (onlyWaits)
        text += "  finishing";
    else if (const auto stalled = meter.stalledFor())
        text += cat("  stalled for ", formatDuration(*stalled));
    else if (const auto left = meter.timeLeft(snapshot.total - snapshot.done))
        text += cat("  ", formatDuration(*left), " left");
    if (const auto *item = activeItem(snapshot)) {
        const auto delay = delayOf(*item);
        text += cat("  ", escapeForDisplay(delay.empty() ? item->name : delay, 200));
    }
    const auto width = terminalWidth();
    // Cut between letters, not inside one.
    auto end = std::min(text.size(), width - 1);
    while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
        --end;
    text.resize(end);
    return text;
}

std::string jsonLine(std::string_view verb, const ProgressSnapshot &snapshot, const RateMeter &meter)
{
    Json::Array items;
    for (const auto &item : snapshot.items) {
        if (item.state != ItemState::Active)
            continue;
        JsonObject value{{"name", item.name}, {"done", item.done.value()}, {"total", item.total.value()}};
        if (auto delay = delayOf(item); !delay.empty())
            value.set("note", std::move(delay));
        items.push_back(std::move(value));
    }
    JsonObject line{{"event", "progress"},
                    {"verb", verb},
                    {"done", snapshot.done.value()},
                    {"total", snapshot.total.value()},
                    {"moved", snapshot.moved.value()},
                    {"active", std::move(items)}};
    if (const auto rate = meter.rate())
        line.set("bytesPerSecond", static_cast<std::int64_t>(*rate));
    if (const auto stalled = meter.stalledFor())
        line.set("stalledSeconds", static_cast<std::int64_t>(stalled->count()));
    return dumpJson(line);
}

} // namespace

Console::Console(ConsoleOptions options) : m_options(std::move(options)), m_session(m_options.session)
{
    setLogLevel(m_options.logLevel);
    m_context.rateLimiter().setLimit(m_options.bytesPerSecond);
}

Console::~Console() = default;

void Console::line(std::string_view text)
{
    if (m_options.json)
        return;
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::fputc('\n', stdout);
}

void Console::raw(std::string_view bytes)
{
    m_printedDocument = true;
    std::fwrite(bytes.data(), 1, bytes.size(), stdout);
}

void Console::document(JsonObject value)
{
    if (!m_options.json || m_printedDocument)
        return;
    m_printedDocument = true;
    JsonObject out{{"version", documentVersion}};
    for (auto &[name, member] : value)
        out.append(name, std::move(member));
    const auto text = dumpJsonPretty(out);
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::fputc('\n', stdout);
}

void Console::message(std::string_view text)
{
    if (!m_options.quiet)
        std::fprintf(stderr, "%.*s\n", static_cast<int>(text.size()), text.data());
}

void Console::error(const Error &error)
{
    std::fprintf(stderr, "modelcrate-cli: %s\n", error.toString().c_str());
    if (!error.advice().empty())
        std::fprintf(stderr, "%s\n", error.advice().c_str());
    JsonObject value{{"code", toString(error.code())}, {"message", error.message()}};
    if (!error.advice().empty())
        value.set("advice", error.advice());
    if (!error.context().empty())
        value.set("context", Json::Array(error.context().begin(), error.context().end()));
    if (error.httpStatus() != 0)
        value.set("httpStatus", error.httpStatus());
    Json::Array entries;
    for (const auto &entry : error.registryErrors())
        entries.push_back(JsonObject{{"code", entry.code}, {"message", entry.message}, {"detail", entry.detail}});
    if (!entries.empty())
        value.set("registryErrors", std::move(entries));
    document({{"error", std::move(value)}});
}

void Console::findings(const Findings &findings)
{
    for (const auto severity : {Severity::Error, Severity::Warning, Severity::Note}) {
        for (const auto &finding : findings) {
            if (finding.severity != severity || (m_options.quiet && severity == Severity::Note))
                continue;
            line(cat(toString(severity), ' ', finding.id, finding.where.empty() ? "" : " ",
                     escapeForDisplay(finding.where, 400), ": ", escapeForDisplay(finding.message.text(), 1000)));
        }
    }
}

int Console::finish(int exitCode)
{
    const bool written = std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
    if (written)
        return exitCode;
    // Whoever closed the pipe has read enough; a full disk is worth a word.
    if (errno != EPIPE)
        std::fprintf(stderr, "modelcrate-cli: standard output cannot be written\n");
    return exitCode == exitDone ? (errno == ENOSPC ? exitDisk : exitOther) : exitCode;
}

struct Console::Progress::Impl {
    const Console &console;
    std::string verb;
    bool terminal = false;
    RateMeter meter = {};
    std::jthread thread = {};

    void show()
    {
        const auto snapshot = console.context().progress().snapshot();
        meter.sample(snapshot.moved);
        if (terminal)
            std::fprintf(stderr, "\r\033[K%s", terminalLine(verb, snapshot, meter).c_str());
        else
            std::fprintf(stderr, "%s\n", jsonLine(verb, snapshot, meter).c_str());
        std::fflush(stderr);
    }

    void run(const std::stop_token &ended)
    {
        std::mutex mutex;
        std::condition_variable_any condition;
        while (!ended.stop_requested()) {
            std::unique_lock lock(mutex);
            condition.wait_for(lock, ended, terminal ? sampleInterval : jsonInterval, [] { return false; });
            if (!ended.stop_requested())
                show();
        }
        if (!terminal)
            show();
        else
            std::fputs("\r\033[K", stderr);
    }
};

Console::Progress::Progress(const Console &console, std::string_view verb)
{
    const auto &options = console.options();
    const bool terminal = options.progress == ProgressMode::Auto && !options.quiet && ::isatty(STDERR_FILENO) == 1;
    if (!terminal && options.progress != ProgressMode::Json)
        return;
    m_impl = std::make_unique<Impl>(Impl{console, std::string(verb), terminal});
    m_impl->thread = std::jthread([impl = m_impl.get()](std::stop_token ended) { impl->run(ended); });
}

Console::Progress::~Progress() = default;

Json toJson(const Findings &findings)
{
    Json::Array items;
    for (const auto &finding : findings) {
        JsonObject item{{"id", finding.id},
                        {"severity", toString(finding.severity)},
                        {"where", finding.where},
                        {"message", finding.message.text()}};
        if (!finding.data.empty()) {
            JsonObject data;
            for (const auto &[name, value] : finding.data)
                data.set(name, value);
            item.set("data", std::move(data));
        }
        items.push_back(std::move(item));
    }
    return items;
}

std::string keptSoFar(const ProgressSnapshot &snapshot, bool keepsParts)
{
    std::size_t finished = 0;
    ByteCount bytes;
    for (const auto &item : snapshot.items) {
        const bool isFinished =
            item.state == ItemState::Done || item.state == ItemState::Skipped || item.state == ItemState::Mounted;
        finished += isFinished ? 1 : 0;
        if (isFinished || keepsParts)
            bytes += item.done;
    }
    if (snapshot.items.empty())
        return "Nothing was begun. Run the same command again.";
    return cat("Kept: ", finished, " of ", snapshot.items.size(), " finished, ", formatIec(bytes), " of ",
               formatIec(snapshot.total), ". Run the same command again to go on from there.");
}

Json toJson(const TransferCounts &counts)
{
    return JsonObject{{"sent", static_cast<std::int64_t>(counts.sent)},
                      {"present", static_cast<std::int64_t>(counts.present)},
                      {"mounted", static_cast<std::int64_t>(counts.mounted)},
                      {"movedBytes", counts.moved.value()}};
}

std::string summary(const TransferCounts &counts)
{
    auto text = cat(counted(counts.sent, "blob"), " sent (", formatIec(counts.moved), ")");
    if (counts.mounted > 0)
        text += cat(", ", counts.mounted, " mounted");
    if (counts.present > 0)
        text += cat(", ", counts.present, " there already");
    return text;
}

std::string counted(std::size_t count, std::string_view noun) { return cat(count, ' ', noun, count == 1 ? "" : "s"); }

} // namespace modelcrate::cli
