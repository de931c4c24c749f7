// SPDX-License-Identifier: Apache-2.0
#include "ui/jobs/transferstore.h"

#include "base/log.h"
#include "base/text.h"
#include "io/file.h"
#include "io/json.h"
#include "io/userfolders.h"
#include "ui/text/convert.h"

#include <array>
#include <utility>

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>

namespace modelcrate {

namespace {

constexpr int schemaVersion = 1;
constexpr const char *schema =
    "CREATE TABLE transfers("
    "id INTEGER PRIMARY KEY, position INTEGER NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL,"
    "package TEXT NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL, kinds TEXT NOT NULL,"
    "state TEXT NOT NULL, created INTEGER NOT NULL, finished INTEGER, error TEXT, result TEXT,"
    "size INTEGER NOT NULL);"
    "PRAGMA user_version=1;";

template<typename Value, std::size_t count>
using Words = std::array<std::pair<Value, std::string_view>, count>;

constexpr Words<TransferRequestRecord::Kind, 4> kindWords{{{TransferRequestRecord::Kind::Publish, "publish"},
                                                           {TransferRequestRecord::Kind::Pull, "pull"},
                                                           {TransferRequestRecord::Kind::Copy, "copy"},
                                                           {TransferRequestRecord::Kind::Edit, "edit"}}};
constexpr Words<TransferState, 8> stateWords{{{TransferState::Waiting, "waiting"},
                                              {TransferState::Running, "running"},
                                              {TransferState::Pausing, "pausing"},
                                              {TransferState::Paused, "paused"},
                                              {TransferState::Canceling, "canceling"},
                                              {TransferState::Canceled, "canceled"},
                                              {TransferState::Failed, "failed"},
                                              {TransferState::Done, "done"}}};

template<typename Value, std::size_t count>
std::string wordOf(const Words<Value, count> &words, Value value)
{
    for (const auto &[known, word] : words) {
        if (known == value)
            return std::string(word);
    }
    return {};
}

template<typename Value, std::size_t count>
std::optional<Value> valueOf(const Words<Value, count> &words, std::string_view word)
{
    for (const auto &[value, known] : words) {
        if (known == word)
            return value;
    }
    return std::nullopt;
}

// --- what stands in a cell as JSON ---------------------------------------------------------------------------------

Json textsToJson(const std::vector<std::string> &texts)
{
    Json::Array array;
    for (const auto &text : texts)
        array.emplace_back(text);
    return array;
}

std::vector<std::string> textsFromJson(const Json *json)
{
    std::vector<std::string> texts;
    if (const auto *array = json ? json->asArray() : nullptr) {
        for (const auto &item : *array) {
            if (const auto *text = item.asString())
                texts.push_back(*text);
        }
    }
    return texts;
}

/// What is pulled of an artifact, and how: a list of kinds where that says all, which is what the column began as.
std::string choiceToJson(const TransferRequestRecord &request)
{
    if (request.layers.empty() && request.existing.empty() && !request.seen)
        return dumpJson(textsToJson(request.kinds));
    JsonObject choice{{"kinds", textsToJson(request.kinds)},
                      {"layers", textsToJson(request.layers)},
                      {"existing", request.existing}};
    if (request.seen)
        choice.set("seen", request.seen->digest ? request.seen->digest->toString() : std::string());
    return dumpJson(choice);
}

void readChoice(const std::string &text, TransferRequestRecord &request)
{
    const auto json = parseJson(text, JsonLimits{.maxBytes = std::size_t(64) << 20});
    if (!json)
        return;
    if (!json->isObject()) {
        request.kinds = textsFromJson(&*json);
        return;
    }
    request.kinds = textsFromJson(json->find("kinds"));
    request.layers = textsFromJson(json->find("layers"));
    request.existing = json->text("existing");
    if (json->find("seen")) {
        const auto digest = Digest::parse(json->text("seen"));
        request.seen = SeenTag{digest ? std::optional(*digest) : std::nullopt};
    }
}

std::int64_t integer(const Json &json, std::string_view name)
{
    const auto *member = json.find(name);
    const auto *value = member ? member->asInteger() : nullptr;
    return value ? *value : 0;
}

/// A text without a pattern is a text, one with a pattern an object, so that the next start can say it in the language
/// that is chosen by then.
Json wordingToJson(const Message &message)
{
    if (message.pattern().empty())
        return message.text();
    Json::Array parts;
    for (const auto &part : message.parts())
        parts.push_back(wordingToJson(part));
    return JsonObject{{"pattern", std::string(message.pattern())}, {"parts", std::move(parts)}};
}

/// Nothing for what no message of ours is like.
std::optional<Message> wordingFromJson(const Json &json, int depth = 0)
{
    constexpr int maxDepth = 16; // a list is a tree
    constexpr std::size_t maxParts = 9;
    constexpr std::size_t maxPattern = 500;
    constexpr std::size_t maxText = std::size_t(64) << 10;
    if (const auto *text = json.asString())
        return Message(*text);
    const auto pattern = json.text("pattern");
    const auto *list = json.find("parts");
    const auto *items = list ? list->asArray() : nullptr;
    if (!items || items->size() > maxParts || pattern.empty() || pattern.size() > maxPattern || depth == maxDepth)
        return std::nullopt;
    std::vector<Message> parts;
    for (const auto &item : *items) {
        auto part = wordingFromJson(item, depth + 1);
        if (!part || part->text().size() > maxText)
            return std::nullopt;
        parts.push_back(std::move(*part));
    }
    return Message::remade(pattern, std::move(parts));
}

std::string errorToJson(const Error &error)
{
    Json::Array entries;
    for (const auto &entry : error.registryErrors())
        entries.push_back(JsonObject{{"code", entry.code}, {"message", entry.message}, {"detail", entry.detail}});
    return dumpJson(JsonObject{{"code", std::string(toString(error.code()))},
                               {"message", error.message()},
                               {"wording", wordingToJson(error.wording())},
                               {"advice", error.advice()},
                               {"context", textsToJson(error.context())},
                               {"status", error.httpStatus()},
                               {"registry", std::move(entries)}});
}

ErrorCode errorCode(std::string_view word)
{
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
        if (toString(static_cast<ErrorCode>(code)) == word)
            return static_cast<ErrorCode>(code);
    }
    return ErrorCode::Internal;
}

std::optional<Error> errorFromJson(const std::string &text)
{
    const auto json = parseJson(text);
    if (!json || !json->isObject())
        return std::nullopt;
    Message message(json->text("message"));
    const auto *stored = json->find("wording");
    if (auto wording = stored ? wordingFromJson(*stored) : std::nullopt; wording && *wording == message)
        message = std::move(*wording);
    Error error(errorCode(json->text("code")), std::move(message), json->text("advice"));
    for (auto &context : textsFromJson(json->find("context")))
        error.addContext(std::move(context));
    error.setHttpStatus(static_cast<int>(integer(*json, "status")));
    std::vector<RegistryErrorEntry> entries;
    const auto *registry = json->find("registry");
    if (const auto *array = registry ? registry->asArray() : nullptr) {
        for (const auto &item : *array)
            entries.push_back({item.text("code"), item.text("message"), item.text("detail")});
    }
    error.setRegistryErrors(std::move(entries));
    return error;
}

std::string resultToJson(const PublishResult &result)
{
    return dumpJson(JsonObject{{"digest", result.digest.toString()},
                               {"manifestSize", result.manifestSize.value()},
                               {"totalSize", result.totalSize.value()},
                               {"layers", static_cast<std::int64_t>(result.layers)},
                               {"target", result.target}});
}

std::optional<PublishResult> resultFromJson(const std::string &text)
{
    const auto json = parseJson(text);
    if (!json)
        return std::nullopt;
    const auto digest = Digest::parse(json->text("digest"));
    if (!digest)
        return std::nullopt;
    return PublishResult{*digest, ByteCount(integer(*json, "manifestSize")), ByteCount(integer(*json, "totalSize")),
                         static_cast<std::size_t>(integer(*json, "layers")), json->text("target")};
}

/// Made by us with the right mode: SQLite's own would be readable by others, and its WAL files take the mode of this
/// one.
bool makePrivate(const std::filesystem::path &file)
{
    const FileHandle handle(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    return handle.isOpen() && ::fchmod(handle.fd(), 0600) == 0;
}

/// With its WAL, which means nothing without it.
bool setAside(const std::filesystem::path &file)
{
    std::error_code ignored;
    std::error_code failed;
    std::filesystem::rename(file.native() + "-wal", file.native() + "-wal.broken", ignored);
    std::filesystem::remove(file.native() + "-shm", ignored);
    std::filesystem::rename(file, file.native() + ".broken", failed);
    return !failed;
}

} // namespace

// --- SQLite --------------------------------------------------------------------------------------------------------

/// One open file. Used by the store's thread only.
class TransferStore::Database {
public:
    enum class Opened { Fine, Broken, Unusable };

    explicit Database(std::filesystem::path file) : m_file(std::move(file)) { }
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;
    ~Database() { close(); }

    Opened open(std::vector<StoredTransfer> &stored)
    {
        const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW;
        if (sqlite3_open_v2(m_file.c_str(), &m_handle, flags, nullptr) != SQLITE_OK)
            return judge();
        sqlite3_busy_timeout(m_handle, 2000);
        if (!execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"))
            return judge();
        const auto version = userVersion();
        if (!version)
            return judge();
        if (*version > schemaVersion) {
            log(LogLevel::Warning, "transfers", cat(m_file.native(), " is of a newer version: ", *version));
            return Opened::Unusable;
        }
        if (*version == 0 && !execute(cat("BEGIN IMMEDIATE;", schema, "COMMIT;").c_str()))
            return judge();
        return read(stored) ? Opened::Fine : judge();
    }

    void close()
    {
        sqlite3_close(m_handle);
        m_handle = nullptr;
    }

    bool execute(const char *sql) { return sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr) == SQLITE_OK; }
    std::string message() const { return m_handle ? sqlite3_errmsg(m_handle) : "no memory"; }

    /// One prepared statement; columns and parameters are counted from 0 and 1, as SQLite does.
    class Statement {
    public:
        Statement(Database &database, const char *sql)
        {
            sqlite3_prepare_v2(database.m_handle, sql, -1, &m_handle, nullptr);
        }
        Statement(const Statement &) = delete;
        Statement &operator=(const Statement &) = delete;
        ~Statement() { sqlite3_finalize(m_handle); }

        Statement &operator<<(qint64 value)
        {
            sqlite3_bind_int64(m_handle, ++m_bound, value);
            return *this;
        }
        Statement &operator<<(const std::string &value)
        {
            sqlite3_bind_text64(m_handle, ++m_bound, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
            return *this;
        }
        template<typename Value>
        Statement &operator<<(const std::optional<Value> &value)
        {
            if (value)
                return *this << *value;
            ++m_bound; // stays NULL
            return *this;
        }
        int step() { return m_handle ? sqlite3_step(m_handle) : SQLITE_ERROR; }
        bool run() { return step() == SQLITE_DONE; }
        bool isNull(int column) const { return sqlite3_column_type(m_handle, column) == SQLITE_NULL; }
        qint64 number(int column) const { return sqlite3_column_int64(m_handle, column); }
        std::string text(int column) const
        {
            const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_handle, column));
            return bytes ? std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_handle, column)))
                         : std::string();
        }

    private:
        sqlite3_stmt *m_handle = nullptr;
        int m_bound = 0;
    };

private:
    Opened judge() const
    {
        const int reason = m_handle ? sqlite3_errcode(m_handle) : SQLITE_NOMEM;
        log(LogLevel::Warning, "transfers", cat("cannot use ", m_file.native(), ": ", message()));
        // SQLITE_ERROR: it is a database, but its table is not ours.
        const bool broken = reason == SQLITE_NOTADB || reason == SQLITE_CORRUPT || reason == SQLITE_ERROR;
        return broken ? Opened::Broken : Opened::Unusable;
    }

    std::optional<qint64> userVersion()
    {
        Statement statement(*this, "PRAGMA user_version");
        if (statement.step() != SQLITE_ROW)
            return std::nullopt;
        return statement.number(0);
    }

    bool read(std::vector<StoredTransfer> &stored)
    {
        Statement row(*this,
                      "SELECT id, position, kind, title, package, source, target, kinds, state, created, finished, "
                      "error, result, size"
                      " FROM transfers ORDER BY position, id");
        int step = SQLITE_ROW;
        while ((step = row.step()) == SQLITE_ROW) {
            const auto kind = valueOf(kindWords, row.text(2));
            const auto state = valueOf(stateWords, row.text(8));
            if (!kind || !state)
                continue;
            StoredTransfer read;
            read.position = row.number(1);
            auto &transfer = read.transfer;
            transfer.id = row.number(0);
            transfer.state = *state;
            transfer.request = {*kind, toQString(row.text(3)), row.text(4), row.text(5), row.text(6), {}};
            readChoice(row.text(7), transfer.request);
            transfer.created = QDateTime::fromMSecsSinceEpoch(row.number(9));
            if (!row.isNull(10))
                transfer.finished = QDateTime::fromMSecsSinceEpoch(row.number(10));
            if (!row.isNull(11))
                transfer.error = errorFromJson(row.text(11));
            if (!row.isNull(12))
                transfer.published = resultFromJson(row.text(12));
            transfer.progress.total = ByteCount(row.number(13));
            stored.push_back(std::move(read));
        }
        return step == SQLITE_DONE;
    }

    std::filesystem::path m_file;
    sqlite3 *m_handle = nullptr;
};

// --- the store -----------------------------------------------------------------------------------------------------

std::optional<std::filesystem::path> TransferStore::defaultPath()
{
    const auto folder = userFolder(UserFolder::State);
    return folder ? std::optional(*folder / "transfers.sqlite") : std::nullopt;
}

TransferStore::TransferStore(std::filesystem::path file) : m_file(std::move(file)), m_thread([this] { run(); }) { }

void TransferStore::close()
{
    if (!m_thread.joinable())
        return;
    {
        std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

std::vector<StoredTransfer> TransferStore::takeStored()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_opened; });
    return std::move(m_stored);
}

void TransferStore::insert(const Transfer &transfer, qint64 position)
{
    post([transfer, position](Database &database) {
        Database::Statement insert(
            database, "INSERT OR REPLACE INTO transfers VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,NULL,NULL,NULL,0)");
        const auto &request = transfer.request;
        insert << transfer.id << position << wordOf(kindWords, request.kind) << toUtf8(request.title) << request.package
               << request.source << request.target << choiceToJson(request) << wordOf(stateWords, transfer.state)
               << transfer.created.toMSecsSinceEpoch();
        return insert.run();
    });
}

void TransferStore::update(const Transfer &transfer, qint64 position)
{
    const auto finished =
        transfer.finished.isValid() ? std::optional(transfer.finished.toMSecsSinceEpoch()) : std::nullopt;
    const auto error = transfer.error ? std::optional(errorToJson(*transfer.error)) : std::nullopt;
    const auto result = transfer.published ? std::optional(resultToJson(*transfer.published)) : std::nullopt;
    post([=, id = transfer.id, state = transfer.state, size = transfer.progress.total.value()](Database &database) {
        Database::Statement update(
            database,
            "UPDATE transfers SET position=?2, state=?3, finished=?4, error=?5, result=?6, size=?7,"
            " package=CASE ?3 WHEN 'done' THEN '' ELSE package END WHERE id=?1");
        update << id << position << wordOf(stateWords, state) << finished << error << result << qint64(size);
        return update.run();
    });
}

void TransferStore::remove(std::vector<qint64> ids)
{
    post([ids = std::move(ids)](Database &database) {
        bool fine = true;
        for (const auto id : ids)
            fine = fine && (Database::Statement(database, "DELETE FROM transfers WHERE id=?1") << id).run();
        return fine;
    });
}

void TransferStore::post(Write write)
{
    {
        std::lock_guard lock(m_mutex);
        m_writes.push_back(std::move(write));
        ++m_unsaved;
    }
    m_changed.notify_all();
}

/// The thread. Whatever came meanwhile is written in one transaction: one wait for the disk, not one a change.
void TransferStore::run()
{
    std::vector<StoredTransfer> stored;
    // Declared before the database, so that nobody else opens the file before this one has closed it.
    std::optional<FileLock> lockOfFile;
    if (!m_file.empty() && makeFolders(m_file.parent_path(), 0700)) {
        if (auto lock = FileLock::tryLock(m_file.native() + ".lock"))
            lockOfFile = std::move(*lock);
    }
    const auto database = lockOfFile ? open(stored) : nullptr;
    m_working = database != nullptr;

    std::unique_lock lock(m_mutex);
    m_stored = std::move(stored);
    m_opened = true;
    m_changed.notify_all();
    std::vector<Write> unwritten;
    for (;;) {
        m_changed.wait(lock, [this] { return m_ending || !m_writes.empty(); });
        std::move(m_writes.begin(), m_writes.end(), std::back_inserter(unwritten));
        m_writes.clear();
        const bool last = m_ending;
        lock.unlock();
        if (!database || apply(*database, unwritten)) {
            m_unsaved -= unwritten.size();
            unwritten.clear();
        }
        lock.lock();
        if (last)
            return;
    }
}

std::unique_ptr<TransferStore::Database> TransferStore::open(std::vector<StoredTransfer> &stored)
{
    for (const bool firstTry : {true, false}) {
        if (!makePrivate(m_file)) {
            log(LogLevel::Warning, "transfers", "cannot write " + m_file.native());
            return nullptr;
        }
        auto database = std::make_unique<Database>(m_file);
        stored.clear();
        const auto opened = database->open(stored);
        if (opened == Database::Opened::Fine)
            return database;
        database.reset();
        stored.clear();
        if (!firstTry || opened != Database::Opened::Broken || !setAside(m_file))
            return nullptr;
    }
    return nullptr;
}

bool TransferStore::apply(Database &database, const std::vector<Write> &writes)
{
    if (writes.empty())
        return true;
    bool fine = database.execute("BEGIN IMMEDIATE");
    for (const auto &write : writes)
        fine = fine && write(database);
    fine = fine && database.execute("COMMIT");
    if (!fine) {
        log(LogLevel::Warning, "transfers", "not kept: " + database.message());
        database.execute("ROLLBACK");
    }
    m_working = fine;
    return fine;
}

} // namespace modelcrate
