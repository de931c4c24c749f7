// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelpack/artifactplan.h"

#include <optional>
#include <string>
#include <vector>

namespace modelcrate {

/// A member of the config ("descriptor.version") or an annotation of the manifest that is not the same in both.
struct MemberChange {
    std::string path;
    std::optional<Json> before; ///< nothing: it is new
    std::optional<Json> after; ///< nothing: it went
    bool operator==(const MemberChange &) const = default;
};

struct LayerChange {
    enum class State {
        Same, ///< same bytes under the same path
        Changed, ///< other bytes under the same path
        Retyped, ///< same bytes and path, other kind or packaging
        Renamed, ///< same bytes under another path
        Added,
        Removed,
        Pending, ///< same path and size; whether the bytes are the same is seen once they are hashed
    };
    State state = State::Same;
    std::string path; ///< after; before for Removed
    std::string pathBefore; ///< Renamed: the other one
    std::optional<LayerType> type; ///< after; before for Removed; nothing for a type that ModelPack does not know
    std::optional<ByteCount> before; ///< size; nothing for Added
    std::optional<ByteCount> after; ///< size; nothing for Removed, and for one that is made while it is sent
    bool operator==(const LayerChange &) const = default;
};
std::string_view toString(LayerChange::State state); ///< "same", "changed", "retyped" …

/// What a user would say is different between two artifacts; order of members does not count.
struct ArtifactChanges {
    std::vector<MemberChange> config; ///< without modelfs, which follows from the layers
    std::vector<MemberChange> annotations;
    std::vector<LayerChange> layers; ///< in the order of the later manifest, then what went

    /// Nothing differs. Pending layers may still.
    bool empty() const;
};

/// Compares an artifact with an earlier one. Digests that are 64 zeros (ArtifactPlan::preview) count as not known. An
/// InvalidInput or LimitExceeded says which document cannot be read.
Result<ArtifactChanges> compareArtifacts(const ArtifactPlan::Documents &before, const ArtifactPlan::Documents &after);

} // namespace modelcrate
