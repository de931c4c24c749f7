// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "io/digest.h"
#include "io/file.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>

namespace modelcrate {

/// Remembers sha256 digests of files by device, inode, size, mtime and ctime, over runs and programs, in SQLite.
/// A digest is kept only when mtime and ctime are more than 2 s older than the start of hashing: a later change within
/// the clock's grain would go unseen otherwise. Thread-safe; several processes may share it. It never fails: what can't
/// be read or written is simply not remembered, and a broken database is set aside.
class HashCache {
public:
    /// `$XDG_CACHE_HOME/modelcrate/hashes.sqlite`, else below `~/.cache`; nothing without a home.
    static std::optional<std::filesystem::path> defaultPath();
    /// Null when no database can be kept there.
    static std::unique_ptr<HashCache> open(const std::filesystem::path &path);
    ~HashCache();
    HashCache(const HashCache &) = delete;
    HashCache &operator=(const HashCache &) = delete;

    std::optional<Digest> find(const FileIdentity &identity);
    void store(const FileIdentity &identity, const Digest &digest,
               std::chrono::system_clock::time_point hashingStarted);

private:
    struct Database;
    explicit HashCache(std::unique_ptr<Database> database);
    std::mutex m_mutex;
    std::unique_ptr<Database> m_database;
};

} // namespace modelcrate
