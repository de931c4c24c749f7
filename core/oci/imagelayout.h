// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "oci/contentstore.h"

#include <chrono>
#include <filesystem>
#include <memory>

namespace modelcrate {

/// An OCI image layout on disk (image-spec image-layout.md). Reads layouts of others: unknown members and media types
/// are kept, blobs may be missing, a blob that is a symlink out of the layout is refused. Writes blobs under a
/// temporary name, verified and synced, then renames; index.json is replaced atomically under a file lock, so several
/// processes may write at once. Files that can be reflinked are; nothing is hard-linked.
///
/// A tag is the descriptor whose org.opencontainers.image.ref.name equals `refPrefix + tag`; with an empty prefix that
/// is the tag itself (what skopeo and oras write), in the local store the prefix is "repository:".
class ImageLayout final : public ContentStore {
public:
    /// An existing layout; NotFound or InvalidInput otherwise. With `refPrefix` as described above.
    static Result<std::unique_ptr<ImageLayout>> open(const std::filesystem::path &path, std::string refPrefix = {});
    /// Opens, or creates folder, oci-layout and an empty index. A folder that holds other things is refused.
    static Result<std::unique_ptr<ImageLayout>> openOrCreate(const std::filesystem::path &path,
                                                             std::string refPrefix = {});

    const std::filesystem::path &path() const { return m_path; }
    /// All values of ref.name (with any prefix), sorted.
    Result<std::vector<std::string>> listReferenceNames() const;
    /// Removes blobs that no manifest in the index reaches; returns the bytes freed. Blobs younger than `grace` stay,
    /// since a running transfer may be about to name them: one that it found here is as young as one that it stored.
    Result<ByteCount> removeUnreferencedBlobs(std::chrono::seconds grace, const TaskContext &context);

    std::string description() const override;
    Result<StoredManifest> fetchManifest(const std::string &tagOrDigest, const TaskContext &context) override;
    Result<std::optional<Digest>> resolveTag(const TagName &tag, const TaskContext &context) override;
    ContentPtr blob(const Descriptor &descriptor) override;
    /// What is there now. It keeps nothing: that a plan was made must not hold unused blobs back.
    Result<BlobProbe> probe(const Descriptor &descriptor, const TaskContext &context) override;
    Result<Descriptor> pushBlob(const BlobToPush &blob, ProgressBoard::Item item, const TaskContext &context) override;
    /// Conflict, and nothing is written, when config or layers are not there with their sizes: they may have been
    /// collected meanwhile. A manifest that the index names already, and layers with `urls`, need none.
    Result<Digest> pushManifest(const std::string &bytes, std::string_view mediaType, const std::optional<TagName> &tag,
                                const TaskContext &context) override;
    Result<std::vector<TagName>> listTags(const TaskContext &context) override;
    Result<void> removeTag(const TagName &tag, const std::optional<Digest> &seen, bool allTags,
                           const TaskContext &context) override;

private:
    ImageLayout(std::filesystem::path path, std::string refPrefix);
    std::filesystem::path blobPath(const Digest &digest) const;
    Result<void> refuseMissingBlobs(const std::string &bytes, std::string_view mediaType) const;
    std::filesystem::path m_path;
    std::string m_refPrefix;
};

} // namespace modelcrate
