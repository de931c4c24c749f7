// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "io/content.h"
#include "oci/descriptor.h"
#include "oci/manifest.h"
#include "oci/reference.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace modelcrate {

/// What a store says about a blob before it is sent.
struct BlobProbe {
    enum class State { Absent, Exists, Mountable, Resumable, Unknown };
    State state = State::Unknown;
    std::optional<RepositoryName> mountFrom = {}; ///< Mountable: the repository of the same registry that has it
    ByteCount offset = {}; ///< Resumable: bytes the store already holds
};

/// A blob to send. Its digest may be unknown; then it is hashed while it moves, in one read.
struct BlobToPush {
    std::string name; ///< for progress and messages
    ContentPtr content; ///< content->digest() is used when known
    MediaType mediaType;
    std::optional<RepositoryName> mountFrom = {}; ///< repository of the same registry that is known to have it
};

/// A manifest or index as a store returned it; the bytes were checked against the digest.
struct StoredManifest {
    std::string bytes;
    Digest digest;
    std::string mediaType; ///< what the store called it
};

/// A part of the tags, in the store's own order.
struct TagPage {
    std::vector<TagName> tags;
    std::string next; ///< what listTagPage() takes for the page after it; empty: there is none
};

/// More artifacts that refer to one manifest are not looked at.
inline constexpr std::size_t maxReferrers = 1000;

/// Where blobs, manifests and tags live: a repository of a registry, an image layout, the local store, memory. All
/// calls block and are thread-safe; distinct blobs may be pushed at once. Children go in before their parents.
class ContentStore {
public:
    virtual ~ContentStore() = default;
    /// For people: "localhost:5000/team/model", "oci:/tmp/layout".
    virtual std::string description() const = 0;

    /// Tag or digest to manifest. NotFound when there is none. At most maxManifestSize.
    virtual Result<StoredManifest> fetchManifest(const std::string &tagOrDigest, const TaskContext &context) = 0;
    /// The digest a tag stands for now, or nothing when there is no such tag.
    virtual Result<std::optional<Digest>> resolveTag(const TagName &tag, const TaskContext &context) = 0;
    /// The blob's content; nothing is read yet. What an opened source yields is NOT verified: wrap it with
    /// makeVerifyingSource when reading all of it. A missing blob is NotFound at open().
    virtual ContentPtr blob(const Descriptor &descriptor) = 0;

    virtual Result<BlobProbe> probe(const Descriptor &descriptor, const TaskContext &context) = 0;
    /// Stores the blob and returns its descriptor (media type as given). If it is there already, nothing moves and
    /// `item` ends as Skipped. A known digest that turns out wrong is DigestMismatch and leaves nothing behind.
    virtual Result<Descriptor> pushBlob(const BlobToPush &blob, ProgressBoard::Item item,
                                        const TaskContext &context) = 0;
    /// Stores a manifest by its digest and, when `tag` is given, under that tag. `mediaType` is what it is stored as.
    virtual Result<Digest> pushManifest(const std::string &bytes, std::string_view mediaType,
                                        const std::optional<TagName> &tag, const TaskContext &context) = 0;
    virtual Result<std::vector<TagName>> listTags(const TaskContext &context) = 0;
    /// A page of them; `next` is empty for the first, else TagPage::next of the one before. Stores that do not page
    /// answer with all.
    virtual Result<TagPage> listTagPage(const std::string &next, const TaskContext &context);
    /// Artifacts whose subject is this manifest (signatures, attestations, …): at most maxReferrers, each once; empty
    /// when there are none. By default those that the fallback tag names (distribution-spec, "Referrers Tag Schema").
    virtual Result<std::vector<Descriptor>> listReferrers(const Digest &subject, const TaskContext &context);
    /// Removes a tag, and the manifest with it when nothing else names it. Conflict, and nothing is removed, when the
    /// tag does not stand for what somebody has `seen`, if that is given; Conflict, naming the other tags, when the
    /// store can only delete by digest and other tags would go too, unless `allTags`.
    virtual Result<void> removeTag(const TagName &tag, const std::optional<Digest> &seen, bool allTags,
                                   const TaskContext &context) = 0;
};

/// Each once, and no more than maxReferrers; for stores that override listReferrers().
std::vector<Descriptor> distinctReferrers(std::vector<Descriptor> referrers);

/// Reads a manifest that must be an image manifest; an index with exactly one child is followed, one with several is
/// an InvalidInput that lists them.
Result<ImageManifest> fetchImageManifest(ContentStore &store, const std::string &tagOrDigest,
                                         const TaskContext &context);
/// A small blob (a config), verified. At most `limit` bytes, whatever its descriptor says.
Result<std::string> fetchBlobBytes(ContentStore &store, const Descriptor &descriptor, ByteCount limit,
                                   const TaskContext &context);

} // namespace modelcrate
