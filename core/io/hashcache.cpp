// SPDX-License-Identifier: Apache-2.0
#include "io/hashcache.h"

#include "base/log.h"
#include "base/text.h"
#include "io/userfolders.h"

#include <array>

#include <sqlite3.h>

namespace modelcrate {

namespace {

constexpr int busyTimeoutMs = 2000;
constexpr std::chrono::seconds settleTime{2};

constexpr const char *schema =
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
    "CREATE TABLE IF NOT EXISTS digests("
    "device INTEGER, inode INTEGER, size INTEGER, mtime INTEGER, ctime INTEGER, sha256 TEXT NOT NULL,"
    "PRIMARY KEY(device, inode)) WITHOUT ROWID;";

} // namespace

struct HashCache::Database {
    sqlite3 *handle = nullptr;
    sqlite3_stmt *find = nullptr;
    sqlite3_stmt *store = nullptr;

    Database() = default;
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;
    ~Database()
    {
        sqlite3_finalize(find);
        sqlite3_finalize(store);
        sqlite3_close(handle);
    }

    bool open(const std::filesystem::path &path)
    {
        if (sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
                            nullptr)
            != SQLITE_OK)
            return false;
        sqlite3_busy_timeout(handle, busyTimeoutMs);
        return sqlite3_exec(handle, schema, nullptr, nullptr, nullptr) == SQLITE_OK
            && prepare("SELECT sha256 FROM digests WHERE device=?1 AND inode=?2 AND size=?3 AND mtime=?4 AND ctime=?5",
                       find)
            && prepare("INSERT OR REPLACE INTO digests VALUES(?1,?2,?3,?4,?5,?6)", store);
    }

    bool prepare(const char *sql, sqlite3_stmt *&statement)
    {
        return sqlite3_prepare_v3(handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) == SQLITE_OK;
    }

    static void bind(sqlite3_stmt *statement, const FileIdentity &identity)
    {
        const std::array<std::int64_t, 5> values{static_cast<std::int64_t>(identity.device),
                                                 static_cast<std::int64_t>(identity.inode), identity.size.value(),
                                                 identity.mtime, identity.ctime};
        for (std::size_t i = 0; i < values.size(); ++i)
            sqlite3_bind_int64(statement, static_cast<int>(i + 1), values[i]);
    }
};

HashCache::HashCache(std::unique_ptr<Database> database) : m_database(std::move(database)) { }
HashCache::~HashCache() = default;

std::optional<std::filesystem::path> HashCache::defaultPath()
{
    const auto folder = userFolder(UserFolder::Cache);
    return folder ? std::optional(*folder / "hashes.sqlite") : std::nullopt;
}

std::unique_ptr<HashCache> HashCache::open(const std::filesystem::path &path)
{
    if (!makeFolders(path.parent_path(), 0700))
        return nullptr;
    for (const bool firstTry : {true, false}) {
        auto database = std::make_unique<Database>();
        if (database->open(path))
            return std::unique_ptr<HashCache>(new HashCache(std::move(database)));
        const int reason = database->handle ? sqlite3_errcode(database->handle) : SQLITE_CANTOPEN;
        log(LogLevel::Warning, "hashcache", cat("cannot use ", path.native(), ": ", sqlite3_errstr(reason)));
        database.reset();
        if (!firstTry || (reason != SQLITE_NOTADB && reason != SQLITE_CORRUPT))
            return nullptr;
        std::error_code failed;
        std::filesystem::rename(path, path.native() + ".broken", failed);
        if (failed)
            return nullptr;
    }
    return nullptr;
}

std::optional<Digest> HashCache::find(const FileIdentity &identity)
{
    std::lock_guard lock(m_mutex);
    auto *statement = m_database->find;
    Database::bind(statement, identity);
    std::optional<Digest> found;
    if (sqlite3_step(statement) == SQLITE_ROW) {
        const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(statement, 0));
        if (auto digest = Digest::parse(text ? text : ""))
            found = std::move(*digest);
    }
    sqlite3_reset(statement);
    return found;
}

void HashCache::store(const FileIdentity &identity, const Digest &digest,
                      std::chrono::system_clock::time_point hashingStarted)
{
    const auto settled =
        std::chrono::duration_cast<std::chrono::nanoseconds>((hashingStarted - settleTime).time_since_epoch()).count();
    if (digest.algorithm() != DigestAlgorithm::Sha256 || identity.mtime >= settled || identity.ctime >= settled)
        return;
    const auto text = digest.toString();
    std::lock_guard lock(m_mutex);
    auto *statement = m_database->store;
    Database::bind(statement, identity);
    sqlite3_bind_text(statement, 6, text.data(), static_cast<int>(text.size()), nullptr);
    if (sqlite3_step(statement) != SQLITE_DONE)
        log(LogLevel::Warning, "hashcache", cat("not remembered: ", sqlite3_errmsg(m_database->handle)));
    sqlite3_reset(statement);
}

} // namespace modelcrate
