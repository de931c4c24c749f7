// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/finding.h"
#include "io/hashcache.h"
#include "modelpack/package.h"
#include "oci/transfer.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace modelcrate {

/// modctl refuses more layers, so bundles are proposed above (design rule 1).
inline constexpr std::size_t maxUnbundledLayers = 2048;
/// Registries take 4 MiB; bundles are proposed before that.
inline constexpr ByteCount manifestWarningSize = 3'584_KiB;

/// Stands in previews for a digest that is not known yet.
inline constexpr std::string_view pendingDigest =
    "sha256:0000000000000000000000000000000000000000000000000000000000000000";

struct PlannedLayer {
    std::string path; ///< file, or folder of a bundle
    LayerKind kind = LayerKind::Code;
    LayerEncoding encoding = LayerEncoding::Raw;
    std::vector<std::size_t> entries = {}; ///< indexes into Package::entries, by path
    ContentPtr content = {};
    std::optional<FileIdentity> file = {}; ///< of a raw layer: what the hash cache knows it by
    std::optional<ByteCount> size = {}; ///< nothing for a compressed layer, which is made while it is sent
    std::optional<Digest> digest = {}; ///< nothing while it is pending
    std::optional<Digest> promised = {}; ///< by a Hugging Face cache's blob name; another digest stops the publish
    ContentPtr uncompressed = {}; ///< of a compressed layer: diffId is this one's digest
    Annotations annotations = {};
    bool published = false; ///< of an edit: as it is published already

    MediaType mediaType() const { return layerMediaType(kind, encoding); }
};

/// A folder whose files could become one tar layer, with the glob for applyBundle().
struct BundleProposal {
    std::string glob;
    std::size_t files = 0;
};

/// What publishing a package would write: ordered layers, config and manifest bytes exact but for digests that are not
/// known yet. Made without reading a byte of a model; digests come from the hash cache. A plain value.
struct ArtifactPlan {
    struct Documents {
        std::string config;
        std::string manifest;
    };
    std::vector<PlannedLayer> layers;
    ModelConfig config;
    Annotations annotations; ///< of the manifest, derived ones included
    std::vector<BundleProposal> bundleProposals; ///< not empty when there are too many layers
    Findings findings; ///< errors among them stop a publish

    /// Of an edit of a published artifact: its documents with the edits, in place of what the layers would give. Its
    /// layers have no content: `replaced` alone is sent.
    std::optional<Documents> edited = {};

    ByteCount totalSize() const; ///< of the layers whose size is known
    /// Whether preview() is what will be written, to the byte.
    bool isExact() const;
    /// Documents with 64 zeros in place of each digest that is pending.
    Documents preview() const;
    /// Documents for the final descriptors of the layers, in order, and their diffIds.
    Documents documents(std::span<const Descriptor> finalLayers, std::span<const std::string> diffIds) const;
};

/// Keys of the OCI image-spec that say the same as a config field (modelpack.md D2), with what they would say.
Annotations derivedAnnotations(const ModelConfig &config);

/// `cache` may be null. Files that are gone or changed their kind, unsafe or colliding paths are error findings; an
/// Error only for what cannot be planned at all (no entry included).
Result<ArtifactPlan> makePlan(const Package &package, HashCache *cache, const TaskContext &context);

/// Leaves and documents for transfer(); not for an edit, see applyEdit(). New digests are remembered in `cache` when it
/// is not null; `plan` and `cache` must outlive the transfer. Errors of the plan's findings are returned instead
/// (InvalidInput, LimitExceeded).
Result<TransferRequest> makeTransfer(const ArtifactPlan &plan, HashCache *cache);

} // namespace modelcrate
