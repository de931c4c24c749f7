// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelpack/artifactedit.h"
#include "modelpack/compare.h"
#include "operations/session.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace modelcrate {

struct ArtifactEdits {
    DocumentEdits documents = {};
    /// A file of the artifact and the local file that takes its place: README, LICENSE, code. Read twice, since the
    /// manifest is shown before anything is sent.
    struct File {
        std::string path;
        std::filesystem::path file;
    };
    std::vector<File> files = {};
};

/// An edit of a published artifact, worked out and not yet done. Only its manifest, its config and the new files were
/// read. A plain value.
struct EditPlan {
    Location source; ///< by digest, so that what is corrected is what was seen
    Location target;
    ModelArtifact artifact; ///< as it is now
    std::optional<Digest> replaces; ///< what the target's tag stands for now; nothing: it is new
    ArtifactPlan::Documents documents; ///< as they will be, exact
    ArtifactChanges changes;
    std::vector<std::pair<std::size_t, ContentPtr>> newLayers; ///< index and content

    Digest after() const { return Digest::sha256Of(documents.manifest); }
    /// Nothing would be different at the target.
    bool isDone() const { return replaces == after(); }
};

/// Works out an edit of `source`, which must be a ModelPack artifact by tag or digest. Without a target it is
/// corrected in place, under its own tag; a source by digest needs a target. Unsupported for a tag that stands for an
/// index, since an edit would put a single manifest in its place.
Result<EditPlan> planEdit(const Location &source, const ArtifactEdits &edits, const std::optional<Location> &target,
                          Session &session, const TaskContext &context);

struct EditResult {
    Digest before;
    Digest after;
    std::string target;
    TransferCounts counts = {};
};

/// Writes the new config, new files and the manifest; layers that did not change are there already, are mounted from
/// the source's repository or, to another registry only, copied. Conflict when the target's tag stands for something
/// else than it did when the plan was made: nothing is overwritten that was not seen. (Registries have no conditional
/// write, so the look comes right before the manifest is sent.) The manifest before stays, by digest; signatures and
/// other referrers stay with it.
Result<EditResult> applyEdit(const EditPlan &plan, const TransferOptions &options, Session &session,
                             const TaskContext &context);

} // namespace modelcrate
