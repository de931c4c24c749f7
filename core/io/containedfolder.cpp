// SPDX-License-Identifier: Apache-2.0
#include "io/containedfolder.h"

#include "base/text.h"

#include <atomic>
#include <cerrno>

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace modelcrate {

namespace {

std::string shown(const std::filesystem::path &path) { return escapeForDisplay(path.native()); }

/// Opens one part below an open folder; a symlink there is an error, whatever it points to.
int openPart(int folder, const std::string &part, int flags)
{
    open_how how{};
    how.flags = static_cast<std::uint64_t>(flags | O_CLOEXEC | O_NOFOLLOW);
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
    const auto fd = ::syscall(SYS_openat2, folder, part.c_str(), &how, sizeof how);
    if (fd >= 0 || (errno != ENOSYS && errno != EPERM))
        return static_cast<int>(fd);
    return ::openat(folder, part.c_str(), flags | O_CLOEXEC | O_NOFOLLOW);
}

Error partError(int reason, const std::filesystem::path &path)
{
    if (reason == ELOOP || reason == ENOTDIR)
        return Error(ErrorCode::Conflict, shown(path) + " is a symlink or a file where a folder is needed",
                     "Choose an empty folder, or move that away.");
    return systemError(reason, "open " + shown(path));
}

std::string temporaryName()
{
    static std::atomic<unsigned> counter{0};
    return cat(".modelcrate-", static_cast<std::int64_t>(::getpid()), '-', counter++);
}

} // namespace

Result<ContainedFolder> ContainedFolder::openOrCreate(const std::filesystem::path &path)
{
    RETURN_IF_ERROR(makeFolders(path));
    FileHandle handle(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!handle.isOpen())
        return systemError(errno, "open folder " + shown(path));
    return ContainedFolder(std::move(handle), path);
}

Result<FileHandle> ContainedFolder::openFolder(std::string_view relative, bool create) const
{
    FileHandle current(::fcntl(m_handle.fd(), F_DUPFD_CLOEXEC, 0));
    if (!current.isOpen())
        return systemError(errno, "open folder " + shown(m_path));
    if (relative.empty())
        return current;
    auto at = m_path;
    for (const auto partView : split(relative, '/')) {
        const std::string part(partView);
        at /= part;
        if (create && ::mkdirat(current.fd(), part.c_str(), 0755) != 0 && errno != EEXIST)
            return systemError(errno, "create folder " + shown(at));
        FileHandle next(openPart(current.fd(), part, O_RDONLY | O_DIRECTORY));
        if (!next.isOpen())
            return partError(errno, at);
        current = std::move(next);
    }
    return current;
}

namespace {

std::pair<std::string_view, std::string> parentAndName(const ContainedPath &path)
{
    const std::string_view text = path.toString();
    const auto slash = text.rfind('/');
    if (slash == std::string_view::npos)
        return {std::string_view(), std::string(text)};
    return {text.substr(0, slash), std::string(text.substr(slash + 1))};
}

} // namespace

Result<void> ContainedFolder::makeFolder(const ContainedPath &path) const
{
    ASSIGN_OR_RETURN(const auto folder, openFolder(path.toString(), true));
    return {};
}

Result<FileHandle> ContainedFolder::openFile(const ContainedPath &path) const
{
    const auto [parent, name] = parentAndName(path);
    ASSIGN_OR_RETURN(const auto folder, openFolder(parent, false));
    FileHandle handle(openPart(folder.fd(), name, O_RDONLY | O_NONBLOCK));
    if (!handle.isOpen())
        return partError(errno, m_path / path.toString());
    return handle;
}

Result<std::optional<ByteCount>> ContainedFolder::sizeOfFile(const ContainedPath &path) const
{
    const auto [parent, name] = parentAndName(path);
    auto folder = openFolder(parent, false);
    if (!folder && folder.error().code() == ErrorCode::NotFound)
        return std::optional<ByteCount>();
    if (!folder)
        return std::move(folder).error();
    struct ::stat status {};
    if (::fstatat(folder->fd(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
        if (errno == ENOENT)
            return std::optional<ByteCount>();
        return systemError(errno, "look at " + shown(m_path / path.toString()));
    }
    if (!S_ISREG(status.st_mode))
        return Error(ErrorCode::Conflict, shown(m_path / path.toString()) + " is there and is no regular file",
                     "Choose an empty folder, or move that away.");
    return std::optional(ByteCount(status.st_size));
}

Result<ByteCount> ContainedFolder::freeSpace() const
{
    struct ::statvfs status {};
    if (::fstatvfs(m_handle.fd(), &status) != 0)
        return systemError(errno, "ask for the free space of " + shown(m_path));
    return ByteCount(static_cast<std::int64_t>(status.f_bavail * status.f_frsize));
}

Result<ContainedFolder::NewFile> ContainedFolder::createFile(const ContainedPath &path, unsigned mode) const
{
    auto [parent, name] = parentAndName(path);
    ASSIGN_OR_RETURN(auto folder, openFolder(parent, true));
    for (;;) {
        auto temporary = temporaryName();
        FileHandle handle(::openat(folder.fd(), temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
        // A leftover of a killed process may have the name.
        if (!handle.isOpen() && errno == EEXIST)
            continue;
        if (!handle.isOpen())
            return systemError(errno, "create a file in " + shown(m_path / parent));
        NewFile file(std::move(folder), std::move(handle), std::move(temporary), std::move(name), m_path / path.toString());
        if (::fchmod(file.m_handle.fd(), mode) != 0)
            return systemError(errno, "set the mode of " + shown(file.m_shown));
        return file;
    }
}

ContainedFolder::NewFile::NewFile(FileHandle folder, FileHandle handle, std::string temporary, std::string name,
                                  std::filesystem::path path)
    : m_folder(std::move(folder)), m_handle(std::move(handle)), m_temporary(std::move(temporary)), m_name(std::move(name)),
      m_shown(std::move(path)) {}

ContainedFolder::NewFile::~NewFile()
{
    if (m_folder.isOpen() && !m_temporary.empty())
        ::unlinkat(m_folder.fd(), m_temporary.c_str(), 0);
}

Result<void> ContainedFolder::NewFile::reserve(ByteCount size)
{
    if (size.value() == 0 || ::fallocate(m_handle.fd(), 0, 0, size.value()) == 0)
        return {};
    if (errno == ENOSPC || errno == EDQUOT || errno == EFBIG)
        return systemError(errno, cat("reserve ", size.value(), " bytes for ", shown(m_shown)));
    return {};
}

Result<void> ContainedFolder::NewFile::write(std::span<const std::byte> bytes)
{
    return writeAll(m_handle, bytes, m_shown);
}

Result<void> ContainedFolder::NewFile::commit(bool replace, std::optional<std::chrono::sys_seconds> mtime)
{
    if (mtime) {
        const timespec time{static_cast<time_t>(mtime->time_since_epoch().count()), 0};
        const timespec times[2] = {time, time};
        ::futimens(m_handle.fd(), times);
    }
    if (::fsync(m_handle.fd()) != 0)
        return systemError(errno, "sync " + shown(m_shown));
    m_handle.close();
    const unsigned flags = replace ? 0U : 1U; // RENAME_NOREPLACE
    if (::syscall(SYS_renameat2, m_folder.fd(), m_temporary.c_str(), m_folder.fd(), m_name.c_str(), flags) != 0) {
        if (errno == EEXIST)
            return Error(ErrorCode::Conflict, shown(m_shown) + " appeared meanwhile");
        return systemError(errno, "rename to " + shown(m_shown));
    }
    m_temporary.clear();
    return {};
}

} // namespace modelcrate
