// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/fileformat.h"
#include "modelpack/package.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

namespace modelcrate {

/// What is known of an entry's file beside what the package says.
struct FileFacts {
    std::optional<FileIdentity> identity = {}; ///< nothing: it is gone, or no regular file any more
    FileFormat format = FileFormat::Unknown; ///< by first bytes, where they were looked at
    std::optional<Digest> digestHint = {}; ///< of a Hugging Face cache; to be verified
};

/// A package to edit with everything a window shows of it.
struct OpenedPackage {
    Package package;
    std::vector<FileFacts> facts; ///< parallel to package.entries
    std::vector<ExcludedPath> excluded;
};

/// An edit of a published artifact as it was opened: what is known of its files is their size. No file is looked at.
OpenedPackage withPublishedFacts(Package package);

/// Scans and fills a folder. `onFound`, when set, gets files in batches as the walk meets them, from the calling
/// thread, so that a window can show rows before the end.
Result<OpenedPackage> openFolder(const std::filesystem::path &folder, const PackageOptions &options,
                                 const TaskContext &context,
                                 const std::function<void(std::vector<ScannedFile>)> &onFound = {});
/// Loads `*.modelcrate.json` and looks at its files: nothing is classified anew; entries whose file is gone stay. An
/// edit of a published artifact needs neither its files nor its registry.
Result<OpenedPackage> openPackageFile(const std::filesystem::path &file, const TaskContext &context);
/// The same for a package that was loaded already, from wherever it was kept. The only Error is a stop.
Result<OpenedPackage> openLoadedPackage(Package package, const TaskContext &context);
/// The same entries after a look at the folder: facts are new, files that were not there before are appended,
/// classified.
Result<OpenedPackage> rescan(const Package &package, const PackageOptions &options, const TaskContext &context);
/// What the files say of the model, asked once more for the present entries, as makePackage() would find it with the
/// same ones left out and sorted the same way; for adoptMetadata(). `facts` as of OpenedPackage. When none of the files
/// is on disk any more, what was found before is all there is. Reads small files and headers; the only Error is a stop.
Result<FoundMetadata> findMetadata(const Package &package, const std::vector<FileFacts> &facts,
                                   const TaskContext &context);

} // namespace modelcrate
