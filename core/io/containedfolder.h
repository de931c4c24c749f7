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

    /// A file that appears under its name only by commit().
    class NewFile {
    public:
        NewFile(NewFile &&) noexcept = default;
        NewFile &operator=(NewFile &&) = delete;
        ~NewFile();
        Result<void> reserve(ByteCount size);
        Result<void> write(std::span<const std::byte> bytes);
        /// Sets time and mode, syncs and renames; replaces a file that is there only when `replace`.
        Result<void> commit(bool replace, std::optional<std::chrono::sys_seconds> mtime);

    private:
        friend class ContainedFolder;
        NewFile(FileHandle folder, FileHandle handle, std::string temporary, std::string name, std::filesystem::path shown);
        FileHandle m_folder;
        FileHandle m_handle;
        std::string m_temporary;
        std::string m_name;
        std::filesystem::path m_shown;
    };
    /// Makes the folders on the way.
    Result<NewFile> createFile(const ContainedPath &path, unsigned mode) const;

private:
    ContainedFolder(FileHandle handle, std::filesystem::path path) : m_handle(std::move(handle)), m_path(std::move(path)) {}
    Result<FileHandle> openFolder(std::string_view relative, bool create) const;
    FileHandle m_handle;
    std::filesystem::path m_path;
};

} // namespace modelcrate
