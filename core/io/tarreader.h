// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/finding.h"
#include "io/bytesource.h"
#include "io/containedpath.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace modelcrate {

/// A member of a tar that may be extracted: a regular file or a folder with a safe name.
struct TarMember {
    ContainedPath path;
    bool isFolder = false;
    ByteCount size;
    unsigned mode = 0; ///< permission bits with setuid, setgid and sticky, as written
    std::chrono::sys_seconds mtime = {};
};

/// Reads ustar, pax and GNU long names from front to back. Strict: a link, device, FIFO, sparse file, unsafe or
/// repeated name, wrong checksum, or an end before the two zero blocks is an error (InvalidInput, UnsafePath) that
/// names the offset; at most 1 000 000 members, pax headers up to 1 MiB. Not libarchive: its tar readers had memory
/// faults up to this year, it renames by locale, and model tars need no more than this. One thread at a time.
class TarReader {
public:
    explicit TarReader(ByteSource &source) : m_source(source) { }

    /// The next member, or nothing at the end of the archive. Skips what is unread of the one before.
    Result<std::optional<TarMember>> next();
    /// Bytes of the current member; 0 at its end.
    Result<std::size_t> readData(std::span<std::byte> buffer);
    /// Reads to the end of the source, so that a digest over it is complete; tells how many bytes that are not zero
    /// followed the end of the archive.
    Result<ByteCount> drain();

private:
    struct Extended {
        std::optional<std::string> path;
        std::optional<ByteCount> size;
        std::optional<std::chrono::sys_seconds> mtime;
        bool isSparse = false;
    };

    Result<std::string> readBlock(bool mayEnd);
    Result<std::string> readText(ByteCount size);
    Result<void> skip(ByteCount bytes);
    Result<void> readExtended(ByteCount size, Extended &extended);
    Result<TarMember> memberFrom(const std::string &block, const Extended &extended);
    Error broken(const Message &what) const;

    ByteSource &m_source;
    ByteCount m_offset;
    ByteCount m_remaining; ///< of the current member's data
    ByteCount m_padding;
    std::size_t m_members = 0;
    bool m_ended = false;
    FileTreeNames m_names;
};

/// Structure of a whole tar (MP030): errors for what TarReader refuses, warnings for setuid bits, absolute owner names
/// and data after the end. Reads everything.
Findings checkTar(ByteSource &source);

} // namespace modelcrate
