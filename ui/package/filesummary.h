// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/openfolder.h"

#include <array>
#include <cstddef>
#include <vector>

namespace modelcrate {

struct PackageState;

/// What is said of all files of a package in many places, found in one pass over them.
struct FileSummary {
    struct Files {
        std::size_t count = 0;
        std::size_t first = 0; ///< the index of one; means nothing while the count is 0

        void add(std::size_t entry);
        bool operator==(const Files &) const = default;
    };
    struct Kind {
        std::size_t files = 0;
        ByteCount bytes = {};

        bool operator==(const Kind &) const = default;
    };

    std::size_t included = 0;
    ByteCount size = {}; ///< of what is included
    std::array<Kind, allLayerKinds.size()> kinds = {}; ///< of what is included, by LayerKind
    Files gone = {}; ///< included
    Files changedOnDisk = {}; ///< included, and not gone
    Files guesses = {}; ///< included, of a kind that nobody confirmed

    static FileSummary of(const PackageState &state, const std::vector<FileFacts> &facts,
                          const std::vector<bool> &changedOnDisk);
    bool operator==(const FileSummary &) const = default;
};

/// Whether its kind is a guess that nobody confirmed.
bool needsALook(const PackageState &state, std::size_t entry);

} // namespace modelcrate
