// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "oci/contentstore.h"

#include <functional>
#include <span>
#include <vector>

namespace modelcrate {

struct TransferOptions {
    /// Blobs at once. Two to four are best against real registries (platform.md section 4).
    std::size_t concurrency = 4;
    /// Repository of the destination's registry that holds the blobs already, when it is known.
    std::optional<RepositoryName> mountFrom = {};
};

/// The documents over the leaves: config and manifest for a package, stored bytes for a copy.
struct TransferDocuments {
    struct Blob {
        std::string name;
        std::string bytes;
        MediaType mediaType;
    };
    struct Manifest {
        std::string bytes;
        std::string mediaType;
    };
    std::vector<Blob> blobs; ///< pushed after the leaves (the config)
    std::vector<Manifest>
        manifests; ///< pushed after the blobs, in this order: children before parents; the last is the root
};

struct TransferRequest {
    std::vector<BlobToPush> leaves;
    /// Called once all leaves are stored, with their final descriptors in the order of `leaves`.
    std::function<Result<TransferDocuments>(std::span<const Descriptor>)> documents;
    /// Called as each leaf is stored, from its worker's thread; may be empty.
    std::function<void(std::size_t leaf, const Descriptor &)> onLeafStored = {};
    /// Called with its digest right before the root manifest is sent; its error stops the transfer. May be empty.
    std::function<Result<void>(const Digest &root, const TaskContext &)> beforeRoot = {};
    std::vector<TagName> tags; ///< set on the root, last
    TransferOptions options = {};
};

/// What became of the blobs, documents' own included.
struct TransferCounts {
    std::size_t sent = 0;
    std::size_t present = 0; ///< at the destination already
    std::size_t mounted = 0; ///< taken over from another of its repositories
    ByteCount moved; ///< bytes that went over the wire or disk, those of failed attempts included
};

struct TransferResult {
    Digest root;
    std::string rootMediaType;
    ByteCount rootSize;
    std::vector<Descriptor> leaves;
    TransferCounts counts = {};
};

/// The only way bytes move: push, pull into a store, copy. Leaves first, several at once, largest first; equal
/// contents (same known digest) are sent once; then the documents; the root manifest last, then tags. A failure,
/// cancel or pause leaves finished blobs where they are and never a manifest without its blobs.
Result<TransferResult> transfer(const TransferRequest &request, ContentStore &destination, const TaskContext &context);

/// Copies what `tagOrDigest` names, with all it refers to (an index with its children), byte for byte.
Result<TransferResult> copyGraph(ContentStore &source, const std::string &tagOrDigest, ContentStore &destination,
                                 std::vector<TagName> tags, const TransferOptions &options, const TaskContext &context);

} // namespace modelcrate
