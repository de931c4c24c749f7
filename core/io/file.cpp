// SPDX-License-Identifier: Apache-2.0
#include "io/file.h"

#include "base/text.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <vector>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace modelcrate {

namespace {

std::string shown(const std::filesystem::path &path) { return escapeForDisplay(path.native()); }

Result<void> syncFolder(const std::filesystem::path &folder)
{
    FileHandle handle(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    // Some file systems refuse to sync folders; the rename is done all the same.
    if (handle.isOpen() && ::fsync(handle.fd()) != 0 && errno != EINVAL && errno != ENOTSUP && errno != EROFS)
        return systemError(errno, Message::of("cannot sync folder %1", shown(folder)));
    return {};
}

std::filesystem::path folderOf(const std::filesystem::path &path)
{
    const auto parent = path.parent_path();
    return parent.empty() ? std::filesystem::path(".") : parent;
}

} // namespace

FileHandle &FileHandle::operator=(FileHandle &&other) noexcept
{
    if (this != &other) {
        close();
        m_fd = std::exchange(other.m_fd, -1);
    }
    return *this;
}

void FileHandle::close()
{
    if (m_fd >= 0)
        ::close(std::exchange(m_fd, -1));
}

std::string FileIdentity::toString() const
{
    return cat(device, ':', inode, ':', size.value(), ':', mtime, ':', ctime);
}

FileIdentity identityOf(const struct ::stat &status)
{
    const auto nanoseconds = [](const timespec &time) {
        return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
    };
    return {status.st_dev, status.st_ino, ByteCount(status.st_size), nanoseconds(status.st_mtim),
            nanoseconds(status.st_ctim)};
}

Result<FileIdentity> identityOf(const std::filesystem::path &path)
{
    struct ::stat status { };
    if (::stat(path.c_str(), &status) != 0)
        return systemError(errno, Message::of("cannot look at %1", shown(path)));
    if (!S_ISREG(status.st_mode))
        return Error(ErrorCode::FileSystem, Message::of("not a regular file: %1", shown(path)));
    return identityOf(status);
}

Result<FileIdentity> identityOfFolder(const std::filesystem::path &path)
{
    struct ::stat status { };
    if (::stat(path.c_str(), &status) != 0)
        return systemError(errno, Message::of("cannot look at %1", shown(path)));
    if (!S_ISDIR(status.st_mode))
        return Error(ErrorCode::FileSystem, Message::of("%1 is no folder", shown(path)));
    return identityOf(status);
}

Result<FileHandle> openRegularFile(const std::filesystem::path &path)
{
    // O_NONBLOCK: a FIFO opens at once instead of waiting for a writer, and is refused below.
    FileHandle handle(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
    if (!handle.isOpen())
        return systemError(errno, Message::of("cannot open %1", shown(path)));
    struct ::stat status { };
    if (::fstat(handle.fd(), &status) != 0)
        return systemError(errno, Message::of("cannot look at %1", shown(path)));
    if (!S_ISREG(status.st_mode))
        return Error(ErrorCode::FileSystem, Message::of("not a regular file: %1", shown(path)));
    return handle;
}

Result<FileIdentity> identityOf(const FileHandle &file, const std::filesystem::path &path)
{
    struct ::stat status { };
    if (::fstat(file.fd(), &status) != 0)
        return systemError(errno, Message::of("cannot look at %1", shown(path)));
    return identityOf(status);
}

Result<std::string> readSmallFile(const std::filesystem::path &path, ByteCount limit)
{
    ASSIGN_OR_RETURN(const auto handle, openRegularFile(path));
    std::string out;
    std::vector<char> buffer(64 << 10);
    for (;;) {
        const auto count = ::read(handle.fd(), buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return systemError(errno, Message::of("cannot read %1", shown(path)));
        if (count == 0)
            return out;
        out.append(buffer.data(), static_cast<std::size_t>(count));
        if (out.size() > limit.asUnsigned())
            return Error(ErrorCode::LimitExceeded,
                         Message::of("%1 is larger than %2 bytes", shown(path), limit.value()));
    }
}

Result<void> writeAll(const FileHandle &file, std::span<const std::byte> bytes, const std::filesystem::path &path)
{
    while (!bytes.empty()) {
        const auto count = ::write(file.fd(), bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return systemError(errno, Message::of("cannot write %1", shown(path)));
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
    return {};
}

Result<AtomicFile> AtomicFile::create(const std::filesystem::path &target, unsigned mode)
{
    auto pattern = (folderOf(target) / ".modelcrate-XXXXXX").native();
    FileHandle handle(::mkostemp(pattern.data(), O_CLOEXEC));
    if (!handle.isOpen())
        return systemError(errno, Message::of("cannot create a file in %1", shown(folderOf(target))));
    AtomicFile file(std::move(handle), pattern, target);
    if (::fchmod(file.m_handle.fd(), mode) != 0)
        return systemError(errno, Message::of("cannot set the mode of %1", shown(pattern)));
    return file;
}

AtomicFile::AtomicFile(FileHandle handle, std::filesystem::path temporary, std::filesystem::path target)
    : m_handle(std::move(handle)),
      m_temporary(std::move(temporary)),
      m_target(std::move(target))
{
}

AtomicFile::AtomicFile(AtomicFile &&other) noexcept
    : m_handle(std::move(other.m_handle)),
      m_temporary(std::move(other.m_temporary)),
      m_target(std::move(other.m_target))
{
    other.m_temporary.clear();
}

AtomicFile::~AtomicFile()
{
    if (!m_temporary.empty())
        ::unlink(m_temporary.c_str());
}

Result<void> AtomicFile::write(std::span<const std::byte> bytes) { return writeAll(m_handle, bytes, m_target); }

Result<void> AtomicFile::reserve(ByteCount size)
{
    if (size.value() == 0)
        return {};
    if (::fallocate(m_handle.fd(), 0, 0, size.value()) == 0)
        return {};
    // Only a full disk is worth stopping for; without support the writes themselves will tell.
    if (errno == ENOSPC || errno == EDQUOT || errno == EFBIG)
        return systemError(errno, Message::of("cannot reserve %1 bytes for %2", size.value(), shown(m_target)));
    return {};
}

Result<void> AtomicFile::commitAs(const std::filesystem::path &target)
{
    m_target = target;
    return commit();
}

Result<void> AtomicFile::commit()
{
    if (::fsync(m_handle.fd()) != 0)
        return systemError(errno, Message::of("cannot sync %1", shown(m_target)));
    m_handle.close();
    if (::rename(m_temporary.c_str(), m_target.c_str()) != 0)
        return systemError(errno, Message::of("cannot rename to %1", shown(m_target)));
    m_temporary.clear();
    return syncFolder(folderOf(m_target));
}

Result<void> writeFileAtomically(const std::filesystem::path &path, std::string_view text, unsigned mode)
{
    ASSIGN_OR_RETURN(auto file, AtomicFile::create(path, mode));
    RETURN_IF_ERROR(file.write(text));
    return file.commit();
}

Result<void> makeFolders(const std::filesystem::path &path, unsigned mode)
{
    if (path.empty() || ::mkdir(path.c_str(), mode) == 0)
        return {};
    if (errno == ENOENT) {
        RETURN_IF_ERROR(makeFolders(path.parent_path(), mode));
        if (::mkdir(path.c_str(), mode) == 0)
            return {};
    }
    const int reason = errno;
    std::error_code ignored;
    if (reason == EEXIST && std::filesystem::is_directory(path, ignored))
        return {};
    return systemError(reason, Message::of("cannot create folder %1", shown(path)));
}

namespace {

Result<FileHandle> openLockFile(const std::filesystem::path &path)
{
    FileHandle handle(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!handle.isOpen())
        return systemError(errno, Message::of("cannot open lock %1", shown(path)));
    return handle;
}

} // namespace

Result<std::optional<FileLock>> FileLock::tryLock(const std::filesystem::path &path)
{
    ASSIGN_OR_RETURN(auto handle, openLockFile(path));
    if (::flock(handle.fd(), LOCK_EX | LOCK_NB) == 0)
        return std::optional(FileLock(std::move(handle)));
    if (errno == EWOULDBLOCK)
        return std::optional<FileLock>();
    return systemError(errno, Message::of("cannot lock %1", shown(path)));
}

Result<FileLock> FileLock::lock(const std::filesystem::path &path, const TaskContext &context)
{
    for (;;) {
        ASSIGN_OR_RETURN(auto lock, tryLock(path));
        if (lock)
            return std::move(*lock);
        RETURN_IF_ERROR(context.sleepFor(std::chrono::milliseconds(20)));
    }
}

} // namespace modelcrate
