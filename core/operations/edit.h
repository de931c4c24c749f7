// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelpack/artifactedit.h"
#include "modelpack/compare.h"
#include "operations/openfolder.h"
#include "operations/publish.h"
#include "operations/session.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace modelcrate {

struct ArtifactEdits {
    DocumentEdits documents = {};
    /// A file of the artifact and what takes its place: README, LICENSE, code; a local file or, when there is one, a
    /// text. A file is read twice, since the manifest is shown before anything is sent.
    struct File {
        std::string path;
        std::filesystem::path file;
        std::optional<std::string> text = {};
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
    Findings findings; ///< of the new config; what was found in the old one, too, is not among them
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

/// The artifact as a package to edit, without reading anything but its manifest and config. That of an index with one
/// artifact is opened by its digest, without the tag, which stands for the index.
Result<OpenedPackage> openForEdit(const Location &source, Session &session, const TaskContext &context);
/// planEdit() of a package that is an edit, of the artifact as it was opened; the target needs a tag.
Result<EditPlan> planEdit(const Package &package, const Location &target, Session &session, const TaskContext &context);
/// Most that is read of a file to show or edit it.
inline constexpr ByteCount maxEditedText = 4_MiB;
/// A file of an edit, an unpacked layer, as it is now: what replaces it, or else read from where it is published.
/// LimitExceeded when it is larger than maxEditedText.
Result<std::string> readEditedFile(const Package &package, const std::string &path, Session &session,
                                   const TaskContext &context);
/// The repository from which a registry can mount what `source` has: another one of the target's registry.
std::optional<RepositoryName> mountRepository(const Location &source, const Location &target);
/// Whether `target` is the tag that the artifact was opened by: it is corrected in place.
bool isInPlace(const Package &package, const Location &target);
/// Plans anew and applies; publish() of an edit with the digest that somebody saw the target's tag stand for. Conflict
/// when it stands for something else by now, unless that is what would be written.
Result<PublishResult> publishEdit(const Package &package, const Location &target, const std::optional<Digest> &seen,
                                  const TransferOptions &options, Session &session, const TaskContext &context);

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
