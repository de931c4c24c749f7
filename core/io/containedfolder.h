// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "io/containedpath.h"
#include "io/file.h"

#include <chrono>
#include <filesystem>
#include <optional>

namespace modelcrate {

/// A folder into which untrusted names are written. Every step goes from an open folder with openat2(RESOLVE_BENEATH,
/// RESOLVE_NO_SYMLINKS), or part by part with O_NOFOLLOW where the kernel lacks it, so no name and no symlink that
/// somebody plants meanwhile leads out of it. Thread-safe.
class ContainedFolder {
public:
    /// Opens, or makes with its parents. The path itself may be a symlink: the user chose it.
    static Result<ContainedFolder> openOrCreate(const std::filesystem::path &path);

    const std::filesystem::path &path() const { return m_path; }
    Result<void> makeFolder(const ContainedPath &path) const;
    /// What stands at a path: size of a regular file; nothing when nothing is there; Conflict for anything else.
    Result<std::optional<ByteCount>> sizeOfFile(const ContainedPath &path) const;
    /// Opens a regular file below for reading.
    Result<FileHandle> openFile(const ContainedPath &path) const;
    Result<ByteCount> freeSpace() const;

    /// Moves a file out of another folder of the same file system to its place, making the folders on the way; an
    /// existing file is replaced only when `replace` (Conflict otherwise).
    Result<void> moveIn(const FileHandle &fromFolder, const std::string &name, const ContainedPath &to,
                        bool replace) const;
    const FileHandle &handle() const { return m_handle; }

private:
    ContainedFolder(FileHandle handle, std::filesystem::path path)
        : m_handle(std::move(handle)),
          m_path(std::move(path))
    {
    }
    Result<FileHandle> openFolder(std::string_view relative, bool create) const;
    FileHandle m_handle;
    std::filesystem::path m_path;
};

} // namespace modelcrate
