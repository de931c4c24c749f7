// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "io/containedfolder.h"

#include <atomic>
#include <chrono>
#include <memory>

namespace modelcrate {

/// A hidden folder inside a target folder where files are written before they appear in their place, whole. It is
/// removed with what is left in it; the next one to be made removes those that a killed process left. Thread-safe.
class StagingFolder {
public:
    static Result<std::unique_ptr<StagingFolder>> create(const ContainedFolder &target);
    ~StagingFolder();
    StagingFolder(const StagingFolder &) = delete;
    StagingFolder &operator=(const StagingFolder &) = delete;

    /// A file on its way. Dropped unless it was moved to its place. One thread at a time.
    class File {
    public:
        File(File &&other) noexcept;
        File &operator=(File &&) = delete;
        ~File();
        /// Reserves space, so that a full disk is met before the first byte; does nothing where the file system cannot.
        Result<void> reserve(ByteCount size);
        Result<void> write(std::span<const std::byte> bytes);
        /// Closes it, after a sync unless sync() will be called for all; nothing can be written any more.
        Result<void> finish(std::optional<std::chrono::sys_seconds> mtime, bool sync = true);
        /// Gives it its name in the target folder; after finish().
        Result<void> moveTo(const ContainedPath &path, bool replace);

    private:
        friend class StagingFolder;
        File(const StagingFolder &staging, FileHandle handle, std::string name)
            : m_staging(&staging),
              m_handle(std::move(handle)),
              m_name(std::move(name))
        {
        }
        const StagingFolder *m_staging;
        FileHandle m_handle;
        std::string m_name;
        ByteCount m_written;
        ByteCount m_onItsWay; ///< to the disk
    };
    Result<File> createFile(unsigned mode);
    /// Brings everything written so far to the disk: cheaper than a sync for each of many small files.
    Result<void> sync() const;

private:
    StagingFolder(const ContainedFolder &target, FileHandle handle, std::string name)
        : m_target(target),
          m_handle(std::move(handle)),
          m_name(std::move(name))
    {
    }
    const ContainedFolder &m_target;
    FileHandle m_handle; ///< locked while this lives
    std::string m_name;
    std::atomic<unsigned> m_counter{0};
};

} // namespace modelcrate
