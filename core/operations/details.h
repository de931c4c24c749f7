// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelpack/artifact.h"
#include "modelpack/artifactplan.h"
#include "operations/session.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace modelcrate {

/// An artifact of any kind as people look at it: all that is known without its layers. A plain value.
struct ArtifactDetails {
    StoredManifest stored; ///< of the index when it is one of several
    ArtifactKind kind = ArtifactKind::Other;
    Message foreign = {}; ///< "a KitOps ModelKit"; empty for ModelPack
    std::vector<Descriptor> manifests = {}; ///< of an index of several; there are no layers then
    std::optional<Descriptor> configDescriptor = {};
    std::string configBytes = {}; ///< verified; empty when it is no JSON, or larger than 4 MiB
    ModelConfig config = {}; ///< of a ModelPack artifact
    std::vector<ArtifactLayer> layers = {};
    Annotations annotations = {};
    Findings findings = {}; ///< what was odd but readable

    bool isIndex() const { return !configDescriptor; }
    ByteCount size() const; ///< of all layers
};

/// Looks at what `source` names by tag or digest (Usage otherwise): manifest and config, nothing else. An index with
/// one manifest is that manifest. Of a registry, the session's listing cache keeps both. Blocks.
Result<ArtifactDetails> lookAtArtifact(const Location &source, Session &session, const TaskContext &context);

/// What the session's listing cache has of an artifact of a registry.
struct RememberedArtifact {
    ArtifactDetails details;
    std::optional<std::chrono::sys_seconds> time = {}; ///< when its tag was last seen to stand for it
    bool hasConfig = true; ///< false: nobody has looked at more than its manifest
};
/// NotFound when there is nothing. Asks nobody, but reads files.
Result<RememberedArtifact> rememberedArtifact(const Location &source, const Session &session);

/// The layer that is README.md or README at the top of the artifact's files, or nothing. README.md goes first.
const ArtifactLayer *findReadme(const ArtifactDetails &details);
inline constexpr ByteCount maxReadmeSize = 1_MiB;
/// A text file of an artifact, out of its raw layer or of the tar that is made for it alone. Verified. LimitExceeded
/// when the file or its layer is larger than `limit`. Blocks.
Result<std::string> fetchLayerText(const Location &source, const ArtifactLayer &layer, ByteCount limit,
                                   Session &session, const TaskContext &context);

/// Artifacts that refer to the one with this digest, as ContentStore::listReferrers() says, and what cosign keeps under
/// tags that are made of it. Blocks.
Result<std::vector<Descriptor>> listReferrers(const Location &source, const Digest &subject, Session &session,
                                              const TaskContext &context);

/// Manifest and config of an artifact, or what publishing a folder or package would write of them (digests that are not
/// known are pendingDigest). Nothing else is read. Blocks.
Result<ArtifactPlan::Documents> fetchDocuments(const Location &source, Session &session, const TaskContext &context);

/// What is known before a tag is removed (removeTag() in artifacts.h).
struct RemovalPreview {
    Digest digest; ///< that the tag stands for now
    std::vector<TagName> otherTags = {}; ///< of the same digest; they go too where only whole artifacts can be removed
    bool knowsOtherTags = true; ///< false: there are too many tags to look at them all
    std::size_t referrers = 0; ///< that are known; they refer to nothing once the last tag is gone
};
/// NotFound when there is no such tag, Usage for a location without one. Removes nothing. Blocks.
Result<RemovalPreview> previewRemoval(const Location &location, Session &session, const TaskContext &context);

} // namespace modelcrate
