// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "io/content.h"

#include <chrono>
#include <string>
#include <vector>

namespace modelcrate {

/// A file that goes into a tar.
struct TarEntry {
    std::string path; ///< a contained path
    ContentPtr content; ///< its size must be known
    unsigned mode = 0644;
    std::chrono::sys_seconds mtime = {};
};

/// The bytes of one tar member's header: POSIX ustar where name and size fit, else preceded by a pax header with path
/// and size only. uid, gid 0, no names. A pure function: the same bytes on every machine and in every locale.
std::string tarHeader(std::string_view path, bool isFolder, ByteCount size, unsigned mode,
                      std::chrono::sys_seconds mtime);

/// A tar that is made while it is read: members sorted by the bytes of their path, parent folders as entries of their
/// own first (kit does not make them), two zero blocks at the end and nothing more. The size is known and any offset
/// opens, reading only the files that lie behind it. InvalidInput for an entry whose size is unknown.
Result<ContentPtr> makeTarContent(std::vector<TarEntry> entries);

} // namespace modelcrate
