// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/message.h"
#include "base/taskcontext.h"
#include "io/digest.h"
#include "io/file.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace modelcrate {

/// Why a path of a folder is not offered for packaging.
enum class ExcludeReason {
    DefaultPattern, ///< .git, __pycache__, editor and download litter, an OCI image layout …
    ModelIgnore, ///< a line of .modelignore
    ExcludeOption, ///< a pattern the caller gave
    LinkOutside, ///< a symlink that leaves the folder (design rule 11)
    BrokenLink,
    LinkLoop,
    NotAFile, ///< FIFO, socket, device
    Unreadable,
    Vanished,
    NotUtf8,
    UnsafeName, ///< control characters and the like: could not be extracted anywhere
};

std::string_view toString(ExcludeReason reason);

struct ExcludedPath {
    std::string path; ///< relative, escaped when it is not UTF-8; a folder ends in '/'
    ExcludeReason reason;
    Message detail; ///< the pattern, the link's target, the system's message
};

struct ScannedFile {
    std::string path; ///< relative to the root, '/' between parts, UTF-8 as listed
    FileIdentity identity;
    bool executable = false; ///< the owner may execute it
    /// Digest that a Hugging Face cache's blob name promises; to be verified, never trusted.
    std::optional<Digest> digestHint = {};
};

struct FolderScan {
    std::filesystem::path root; ///< absolute
    std::vector<ScannedFile> files; ///< sorted by the bytes of the path
    std::vector<ExcludedPath> excluded; ///< sorted likewise
};

struct ScanOptions {
    std::vector<std::string> exclude = {}; ///< gitignore patterns on top
    /// Also leaves out folders that are OCI image layouts, unless .modelignore or `include` brings one back; the root
    /// may be one.
    bool useDefaultPatterns = true;
    bool useModelIgnore = true; ///< .modelignore in any folder, gitignore syntax, applied below it
    /// Paths that no pattern leaves out, as ExcludedPath names them; a folder ("a/.git/") with all it holds.
    std::vector<std::string> include = {};
};

/// Lists a folder without reading any file but .modelignore and oci-layout. Follows symlinks inside the root, and for a
/// snapshot of a Hugging Face cache inside its `models--*` folder (design rule 11). Never blocks on a FIFO. The root
/// must be a folder (a symlink to one is fine); InvalidInput when it is not. `onFound`, when set, gets the files as the
/// walk meets them, unsorted, from the calling thread: a batch when 512 have come together or 50 ms have passed since
/// the last one, and what is left at the end. `onFolder`, when set, gets each folder that is gone into, "" for the root,
/// before it is listed: whoever watches it from then on hears of all that the scan does not see.
Result<FolderScan>
scanFolder(const std::filesystem::path &root, const ScanOptions &options, const TaskContext &context,
           const std::function<void(std::vector<ScannedFile>)> &onFound = {},
           const std::function<void(const std::string &path, const FileIdentity &identity)> &onFolder = {});

/// Looks at single files of a folder by the rules of a scan, but without patterns: parallel to `paths`, nothing for
/// what is gone, is no regular file, is no contained path or leads out of the folder. Reads no file. InvalidInput when
/// the root is no folder.
Result<std::vector<std::optional<ScannedFile>>>
lookAtFiles(const std::filesystem::path &root, std::span<const std::string> paths, const TaskContext &context);

/// The digest that a file of a Hugging Face cache snapshot promises by its blob's name; nothing for other files. `root`
/// is absolute and without links, `file` relative to it.
std::optional<Digest> hubDigestHint(const std::filesystem::path &root, const std::filesystem::path &file);

} // namespace modelcrate
