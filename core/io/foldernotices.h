// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "io/file.h"

#include <span>

namespace modelcrate {

/// Tells that something came, went, was renamed or got other rights in one of some folders (inotify), not what and not
/// in which: who is told looks for itself. What is written into a file that stays is not told. A folder that is not
/// there, or for which the system has no watch left, is passed over.
class FolderNotices {
public:
    /// Looks at the disk, so not for a thread that must not wait. FileSystem when the system watches nothing for us.
    static Result<FolderNotices> of(std::span<const std::filesystem::path> folders);
    /// One more; false when it is passed over. Looks at the disk, too.
    bool add(const std::filesystem::path &folder);

    /// All folders are watched.
    bool isComplete() const { return m_complete; }
    /// Readable when something happened; for whoever waits for descriptors.
    int fd() const { return m_handle.fd(); }
    /// Takes what happened off the descriptor; false when there is nothing. Never waits, looks at no disk.
    bool take() const;

private:
    explicit FolderNotices(FileHandle handle) : m_handle(std::move(handle)) { }
    FileHandle m_handle;
    bool m_complete = true;
};

} // namespace modelcrate
