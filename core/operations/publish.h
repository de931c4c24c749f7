// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelpack/artifactplan.h"
#include "operations/seentag.h"
#include "operations/session.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace modelcrate {

/// Changes to a package that a caller asks for in one go: what `plan`, `build` and `push` take as options.
struct PackageEdits {
    PackageOptions options = {};
    std::vector<std::pair<std::string, std::string>> set = {}; ///< config field and its value as text
    std::vector<std::pair<std::string, std::string>> annotations = {};
    std::vector<LayerOverride> layers = {};
    std::vector<std::string> exclude = {};
    std::vector<std::string> bundle = {};
    bool keepTimes = false;
    bool noOciAnnotations = false;
};

/// A folder or `*.modelcrate.json` as a package, with the edits applied: layers, exclude, bundle, then set and
/// annotations, over what was detected in the weights that are left. A glob that matches nothing is InvalidInput, since
/// it is most likely a slip.
Result<Package> openPackage(const Location &source, const PackageEdits &edits, const TaskContext &context);

/// What happens to one blob at a target.
struct BlobAction {
    /// Same: an earlier layer of the plan has the digest, and what becomes of that one is all that happens.
    enum class Kind { Upload, Exists, Mount, Resume, Unknown, Same };
    Kind kind = Kind::Unknown;
    ByteCount offset = {}; ///< Resume: bytes that are there already
    std::optional<RepositoryName> mountFrom = {}; ///< Mount: the repository of the same registry that has it
    std::size_t sameAs = 0; ///< Same: the index of the first layer with the digest
};
std::string_view toString(BlobAction::Kind kind);

struct PublishPlan {
    ArtifactPlan artifact;
    /// Per layer; Unknown for a digest that is pending, where the target did not say, or without a target.
    std::vector<BlobAction> actions;
    ByteCount toSend; ///< what will move at most; equal layers move once
    std::optional<Digest> replaces; ///< the digest that the target's tag stands for now
    std::optional<TagName> freeTag; ///< when the tag is taken: the next one that is not
    ByteCount configSize;
    ByteCount manifestSize;
    bool isPublished = false; ///< the tag stands for exactly what would be written: nothing is left to do
};

/// The next tag that is not among `taken`: the last number counts up ("v1.3.0", "v1.3.1"), a tag without one gets "-2".
TagName nextFreeTag(const TagName &tag, const std::vector<TagName> &taken);
/// A name of a model as a repository's ("Qwen 7B (chat)" becomes "qwen-7b-chat"); "model" when nothing is left.
RepositoryName suggestRepositoryName(std::string_view modelName);
/// A version as a tag ("1.3.0" becomes "v1.3.0"); "v1" when nothing is left.
TagName suggestTag(std::string_view version);

/// What people will miss where a registry shows the artifact: Harbor's model page shows a README and a licence only
/// from documents that are called so, not compressed, of at most 4 MiB. Notes and warnings; `where` is the layer's
/// path. SHOW001: no README is shown, SHOW002: no licence; `data` names "file" and, where another name would do,
/// "rename".
Findings checkWhatRegistriesShow(const ArtifactPlan &plan);

/// Plans for a target by asking it; without a target nothing is asked. What it has not is looked for in `mountFrom`, a
/// repository of the same registry, when there is one; that it cannot be asked is no failure.
Result<PublishPlan> planPublish(const Package &package, const std::optional<Location> &target, Session &session,
                                const TaskContext &context, const std::optional<RepositoryName> &mountFrom = {});

struct PublishResult {
    Digest digest;
    ByteCount manifestSize;
    ByteCount totalSize; ///< of all layers
    std::size_t layers = 0;
    std::string target; ///< with tag, as it can be pulled again
    TransferCounts counts = {};
};

/// Gives up what a publish that was paused, interrupted or failed left at a registry and in this machine's journal, of
/// the package's files as they are now: see abandonUploads(). Nothing to do for other targets. Errors are those of
/// reading the package.
Result<void> abandonPublish(const Package &package, const Location &target, Session &session,
                            const TaskContext &context);

/// Plans and sends. The target needs a tag or, without one, is stored by digest only. With `seen`, a tag that stands for
/// something else by now is left alone: Conflict, before anything is sent or, if it moves meanwhile, right before the
/// manifest is. Without it the tag is moved, but for an edit in place (see publishEdit()).
Result<PublishResult> publish(const Package &package, const Location &target, const TransferOptions &options,
                              Session &session, const TaskContext &context, const std::optional<SeenTag> &seen = {});

} // namespace modelcrate
