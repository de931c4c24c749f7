// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytecount.h"
#include "base/result.h"
#include "io/bytesource.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include <sys/stat.h>

namespace modelcrate {

/// Owner of a file descriptor.
class FileHandle {
public:
    FileHandle() = default;
    explicit FileHandle(int fd) : m_fd(fd) { }
    FileHandle(FileHandle &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) { }
    FileHandle &operator=(FileHandle &&other) noexcept;
    ~FileHandle() { close(); }

    int fd() const { return m_fd; }
    bool isOpen() const { return m_fd >= 0; }
    void close();

private:
    int m_fd = -1;
};

/// What tells one state of a file from another. Times in nanoseconds since 1970.
struct FileIdentity {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    ByteCount size;
    std::int64_t mtime = 0;
    std::int64_t ctime = 0;

    bool operator==(const FileIdentity &) const = default;
    std::string toString() const;
};

FileIdentity identityOf(const struct ::stat &status);
/// Of a regular file, symlinks followed; FileSystem for anything else.
Result<FileIdentity> identityOf(const std::filesystem::path &path);
/// Of a folder, symlinks followed: another one when something came to it, went or was renamed in it. FileSystem for
/// anything else.
Result<FileIdentity> identityOfFolder(const std::filesystem::path &path);

/// Opens a regular file for reading; never blocks on a FIFO, never opens a device (FileSystem).
Result<FileHandle> openRegularFile(const std::filesystem::path &path);
Result<FileIdentity> identityOf(const FileHandle &file, const std::filesystem::path &path);
/// A small file as text; LimitExceeded when it is larger.
Result<std::string> readSmallFile(const std::filesystem::path &path, ByteCount limit);
Result<void> writeAll(const FileHandle &file, std::span<const std::byte> bytes, const std::filesystem::path &path);

/// A file that appears whole or not at all: written under a temporary name in the target's folder, synced and renamed
/// by commit(), removed otherwise. A failed write or commit leaves the old file as it was.
class AtomicFile {
public:
    /// `mode` is applied as given, whatever the umask. The folder must exist.
    static Result<AtomicFile> create(const std::filesystem::path &target, unsigned mode = 0644);
    AtomicFile(AtomicFile &&) noexcept;
    AtomicFile &operator=(AtomicFile &&) = delete;
    ~AtomicFile();

    const FileHandle &handle() const { return m_handle; }
    const std::filesystem::path &temporaryPath() const { return m_temporary; }
    Result<void> write(std::span<const std::byte> bytes);
    Result<void> write(std::string_view text) { return write(std::as_bytes(std::span(text.data(), text.size()))); }
    /// Reserves space so that a full disk is met before the first byte; does nothing where the file system cannot.
    Result<void> reserve(ByteCount size);
    /// Syncs, renames over the target and syncs the folder.
    Result<void> commit();
    /// The same under another name in the same folder, for a name that is known only at the end.
    Result<void> commitAs(const std::filesystem::path &target);

private:
    AtomicFile(FileHandle handle, std::filesystem::path temporary, std::filesystem::path target);
    FileHandle m_handle;
    std::filesystem::path m_temporary;
    std::filesystem::path m_target;
};

/// Replaces a small file atomically.
Result<void> writeFileAtomically(const std::filesystem::path &path, std::string_view text, unsigned mode = 0644);
/// mkdir -p with a named error.
Result<void> makeFolders(const std::filesystem::path &path, unsigned mode = 0755);

/// An exclusive lock on a file (flock), held until it is destroyed; created if missing. lock() waits, checking the
/// context; tryLock() returns nothing when somebody else has it.
class FileLock {
public:
    static Result<FileLock> lock(const std::filesystem::path &path, const TaskContext &context);
    static Result<std::optional<FileLock>> tryLock(const std::filesystem::path &path);

private:
    explicit FileLock(FileHandle handle) : m_handle(std::move(handle)) { }
    FileHandle m_handle;
};

} // namespace modelcrate
