// SPDX-License-Identifier: Apache-2.0
#include "io/stagingfolder.h"

#include "base/text.h"

#include <array>
#include <cerrno>
#include <vector>

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace modelcrate {

namespace {

constexpr std::string_view prefix = ".modelcrate-pull-";
constexpr ByteCount writeBackStep = 8_MiB;

std::string shown(const std::filesystem::path &path) { return escapeForDisplay(path.native()); }

std::vector<std::string> namesIn(const FileHandle &folder)
{
    std::vector<std::string> names;
    const int fd = ::openat(folder.fd(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    auto *directory = fd < 0 ? nullptr : ::fdopendir(fd);
    if (!directory)
        return names;
    while (const auto *entry = ::readdir(directory)) {
        const std::string_view name(entry->d_name);
        if (name != "." && name != "..")
            names.emplace_back(name);
    }
    ::closedir(directory);
    return names;
}

void removeWithFiles(const FileHandle &parent, const FileHandle &folder, const std::string &name)
{
    for (const auto &file : namesIn(folder))
        ::unlinkat(folder.fd(), file.c_str(), 0);
    ::unlinkat(parent.fd(), name.c_str(), AT_REMOVEDIR);
}

FileHandle openFolder(const FileHandle &parent, const std::string &name)
{
    return FileHandle(::openat(parent.fd(), name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

/// Nobody holds the lock of a folder whose process is gone.
void removeLeftovers(const FileHandle &target)
{
    for (const auto &name : namesIn(target)) {
        if (name.compare(0, prefix.size(), prefix) != 0)
            continue;
        const auto folder = openFolder(target, name);
        if (folder.isOpen() && ::flock(folder.fd(), LOCK_EX | LOCK_NB) == 0)
            removeWithFiles(target, folder, name);
    }
}

} // namespace

Result<std::unique_ptr<StagingFolder>> StagingFolder::create(const ContainedFolder &target)
{
    removeLeftovers(target.handle());
    static std::atomic<unsigned> counter{0};
    for (;;) {
        auto name = cat(prefix, static_cast<std::int64_t>(::getpid()), '-', counter++);
        if (::mkdirat(target.handle().fd(), name.c_str(), 0700) != 0) {
            if (errno == EEXIST)
                continue;
            return systemError(errno, Message::of("cannot write to folder %1", shown(target.path())));
        }
        auto handle = openFolder(target.handle(), name);
        if (!handle.isOpen() || ::flock(handle.fd(), LOCK_EX | LOCK_NB) != 0)
            return systemError(errno, Message::of("cannot lock a folder in %1", shown(target.path())));
        return std::unique_ptr<StagingFolder>(new StagingFolder(target, std::move(handle), std::move(name)));
    }
}

StagingFolder::~StagingFolder() { removeWithFiles(m_target.handle(), m_handle, m_name); }

Result<StagingFolder::File> StagingFolder::createFile(unsigned mode)
{
    auto name = std::to_string(m_counter++);
    FileHandle handle(
        ::openat(m_handle.fd(), name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!handle.isOpen())
        return systemError(errno, Message::of("cannot create a file in %1", shown(m_target.path())));
    File file(*this, std::move(handle), std::move(name));
    // Whatever the umask says.
    if (::fchmod(file.m_handle.fd(), mode) != 0)
        return systemError(errno, Message::of("cannot set the mode of a file in %1", shown(m_target.path())));
    return file;
}

Result<void> StagingFolder::sync() const
{
    if (::syncfs(m_handle.fd()) != 0)
        return systemError(errno, Message::of("cannot sync %1", shown(m_target.path())));
    return {};
}

StagingFolder::File::File(File &&other) noexcept
    : m_staging(std::exchange(other.m_staging, nullptr)),
      m_handle(std::move(other.m_handle)),
      m_name(std::move(other.m_name)),
      m_written(other.m_written),
      m_onItsWay(other.m_onItsWay)
{
}

StagingFolder::File::~File()
{
    if (m_staging)
        ::unlinkat(m_staging->m_handle.fd(), m_name.c_str(), 0);
}

Result<void> StagingFolder::File::reserve(ByteCount size)
{
    if (size.value() == 0 || ::fallocate(m_handle.fd(), 0, 0, size.value()) == 0)
        return {};
    if (errno == ENOSPC || errno == EDQUOT || errno == EFBIG)
        return systemError(errno, Message::of("cannot reserve %1 bytes in %2", size.value(), shown(m_staging->m_target.path())));
    return {};
}

Result<void> StagingFolder::File::write(std::span<const std::byte> bytes)
{
    RETURN_IF_ERROR(writeAll(m_handle, bytes, m_staging->m_target.path()));
    m_written += ByteCount(static_cast<std::int64_t>(bytes.size()));
    // The disk works while more arrives, so that the sync at the end has little left to wait for.
    if (m_written - m_onItsWay >= writeBackStep) {
        ::sync_file_range(m_handle.fd(), m_onItsWay.value(), (m_written - m_onItsWay).value(), SYNC_FILE_RANGE_WRITE);
        m_onItsWay = m_written;
    }
    return {};
}

Result<void> StagingFolder::File::finish(std::optional<std::chrono::sys_seconds> mtime, bool sync)
{
    if (mtime) {
        const timespec time{static_cast<time_t>(mtime->time_since_epoch().count()), 0};
        const std::array<timespec, 2> times{time, time};
        ::futimens(m_handle.fd(), times.data());
    }
    if (sync && ::fsync(m_handle.fd()) != 0)
        return systemError(errno, Message::of("cannot sync a file in %1", shown(m_staging->m_target.path())));
    m_handle.close();
    return {};
}

Result<void> StagingFolder::File::moveTo(const ContainedPath &path, bool replace)
{
    RETURN_IF_ERROR(m_staging->m_target.moveIn(m_staging->m_handle, m_name, path, replace));
    m_staging = nullptr;
    return {};
}

} // namespace modelcrate
