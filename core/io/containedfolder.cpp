// SPDX-License-Identifier: Apache-2.0
#include "io/containedfolder.h"

#include "base/text.h"

#include <cerrno>
#include <cstdio>

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
        return Error(ErrorCode::Conflict,
                     Message::of("%1 is a symlink or a file where a folder is needed", shown(path)),
                     "Choose an empty folder, or move that away.");
    return systemError(reason, Message::of("cannot open %1", shown(path)));
}

} // namespace

Result<ContainedFolder> ContainedFolder::openOrCreate(const std::filesystem::path &path)
{
    RETURN_IF_ERROR(makeFolders(path));
    FileHandle handle(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!handle.isOpen())
        return systemError(errno, Message::of("cannot open folder %1", shown(path)));
    return ContainedFolder(std::move(handle), path);
}

Result<FileHandle> ContainedFolder::openFolder(std::string_view relative, bool create) const
{
    FileHandle current(::fcntl(m_handle.fd(), F_DUPFD_CLOEXEC, 0));
    if (!current.isOpen())
        return systemError(errno, Message::of("cannot open folder %1", shown(m_path)));
    if (relative.empty())
        return current;
    auto at = m_path;
    for (const auto partView : split(relative, '/')) {
        const std::string part(partView);
        at /= part;
        if (create && ::mkdirat(current.fd(), part.c_str(), 0755) != 0 && errno != EEXIST)
            return systemError(errno, Message::of("cannot create folder %1", shown(at)));
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
    struct ::stat status { };
    if (::fstatat(folder->fd(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
        if (errno == ENOENT)
            return std::optional<ByteCount>();
        return systemError(errno, Message::of("cannot look at %1", shown(m_path / path.toString())));
    }
    if (!S_ISREG(status.st_mode))
        return Error(ErrorCode::Conflict,
                     Message::of("%1 is there and is no regular file", shown(m_path / path.toString())),
                     "Choose an empty folder, or move that away.");
    return std::optional(ByteCount(status.st_size));
}

Result<ByteCount> ContainedFolder::freeSpace() const
{
    struct ::statvfs status { };
    if (::fstatvfs(m_handle.fd(), &status) != 0)
        return systemError(errno, Message::of("cannot ask for the free space of %1", shown(m_path)));
    return ByteCount(static_cast<std::int64_t>(status.f_bavail * status.f_frsize));
}

Result<void> ContainedFolder::moveIn(const FileHandle &fromFolder, const std::string &name, const ContainedPath &to,
                                     bool replace) const
{
    const auto [parent, target] = parentAndName(to);
    ASSIGN_OR_RETURN(const auto folder, openFolder(parent, true));
    const unsigned flags = replace ? 0U : RENAME_NOREPLACE;
    if (::syscall(SYS_renameat2, fromFolder.fd(), name.c_str(), folder.fd(), target.c_str(), flags) == 0)
        return {};
    if (errno == EEXIST || errno == EISDIR)
        return Error(ErrorCode::Conflict, Message::of("%1 is there already", shown(m_path / to.toString())),
                     "Choose an empty folder, or allow to overwrite.");
    return systemError(errno, Message::of("cannot put a file at %1", shown(m_path / to.toString())));
}

} // namespace modelcrate
