// SPDX-License-Identifier: Apache-2.0
#include "io/foldernotices.h"

#include <array>
#include <cerrno>

#include <sys/inotify.h>
#include <unistd.h>

namespace modelcrate {

namespace {

constexpr std::uint32_t whatIsTold = IN_ATTRIB | IN_MOVE | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_ONLYDIR;

} // namespace

Result<FolderNotices> FolderNotices::of(std::span<const std::filesystem::path> folders)
{
    FileHandle handle(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
    if (!handle.isOpen())
        return systemError(errno, Message::of("cannot watch folders"));
    FolderNotices notices(std::move(handle));
    for (const auto &folder : folders)
        notices.add(folder);
    return notices;
}

bool FolderNotices::add(const std::filesystem::path &folder)
{
    const bool isWatched = ::inotify_add_watch(m_handle.fd(), folder.c_str(), whatIsTold) >= 0;
    m_complete = m_complete && isWatched;
    return isWatched;
}

bool FolderNotices::take() const
{
    // Room for one of any size; how many there are does not matter, so neither does it that the queue may overflow.
    alignas(inotify_event) std::array<char, 16 * 1024> events{};
    bool any = false;
    for (;;) {
        const auto count = ::read(m_handle.fd(), events.data(), events.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return any;
        any = true;
    }
}

} // namespace modelcrate
