// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelpack/artifact.h"

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace modelcrate {

struct ExtractOptions {
    std::set<LayerKind> kinds = {}; ///< empty: all
    std::vector<std::string> paths = {}; ///< globs (matchesGlob); empty: all
    bool overwrite = false; ///< replace files that are there with other bytes; equal ones are always kept
    std::size_t concurrency = 4;
};

struct ExtractResult {
    struct File {
        std::string path;
        ByteCount size;
    };
    std::vector<File> written;
    std::vector<File> kept; ///< were there already with the same bytes
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

} // namespace modelcrate
