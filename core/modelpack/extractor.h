// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelpack/artifact.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace modelcrate {

/// What becomes of files that are there with other bytes; equal ones are always kept.
enum class ExistingFiles {
    Refuse, ///< nothing is written, all of them are named
    Skip, ///< they stay, what the artifact has is left out
    Overwrite,
    Rename, ///< they stay, what the artifact has is written beside them: "name (2).ext"
};
/// "refuse", "skip", "overwrite", "rename".
std::string_view toString(ExistingFiles policy);
std::optional<ExistingFiles> parseExistingFiles(std::string_view word);

/// What a layer is chosen by: its path, or its digest when it has none.
std::string layerName(const ArtifactLayer &layer);

struct ExtractOptions {
    std::set<LayerKind> kinds = {}; ///< empty: all
    std::vector<std::string> paths = {}; ///< globs (matchesGlob); empty: all
    std::set<std::string, std::less<>> layers = {}; ///< layerName()s; empty: all. Others are not even asked
                                                    ///< for, and one that is not there is NotFound.
    ExistingFiles existing = ExistingFiles::Refuse;
    std::size_t concurrency = 4;
};

struct ExtractResult {
    struct File {
        std::string path;
        ByteCount size;
    };
    std::vector<File> written;
    std::vector<File> kept; ///< were there already with the same bytes
    std::vector<File> skipped; ///< are there with other bytes, and stayed (ExistingFiles::Skip)
    Findings findings; ///< what was left out, and why
};

/// Writes an artifact's files below `target` (made if missing). All names are checked before the first byte: unsafe
/// ones, duplicates with other content, file-and-folder and case collisions are listed in one error (UnsafePath,
/// Conflict) and nothing is written. Each file is verified while it streams, written under a temporary name and
/// renamed; a tar is verified whole before any of its files appears. Modes: 0755 where the metadata or tar says the
/// owner may execute, else 0644. Needed space is checked first (NoSpace). A cancel leaves whole files only.
Result<ExtractResult> extractArtifact(ContentStore &store, const ModelArtifact &artifact,
                                      const std::filesystem::path &target, const ExtractOptions &options,
                                      const TaskContext &context);

/// What an extraction would meet in a folder, by names and sizes alone: no bytes are compared.
struct ExtractPreview {
    std::size_t files = 0; ///< layers that are chosen
    std::size_t absent = 0;
    std::size_t sameSize = 0; ///< kept, if they are equal
    std::size_t different = 0; ///< certainly other bytes
    std::size_t archives = 0; ///< tar layers: what they hold is known once they are read
    ByteCount bytes; ///< of all that is chosen
    ByteCount needed; ///< of what is not there with the same size
    ByteCount free; ///< on the file system of the folder
};
/// Makes no folder and writes nothing. `concurrency` and `existing` of the options do not matter.
Result<ExtractPreview> previewExtract(const std::vector<ArtifactLayer> &layers, const std::filesystem::path &target,
                                      const ExtractOptions &options, const TaskContext &context);

} // namespace modelcrate
