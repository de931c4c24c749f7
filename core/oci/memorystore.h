// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "oci/contentstore.h"

#include <map>
#include <mutex>

namespace modelcrate {

/// A content store in memory, for previews and tests. Thread-safe.
class MemoryStore final : public ContentStore {
public:
    std::string description() const override { return "memory"; }
    Result<StoredManifest> fetchManifest(const std::string &tagOrDigest, const TaskContext &context) override;
    Result<std::optional<Digest>> resolveTag(const TagName &tag, const TaskContext &context) override;
    ContentPtr blob(const Descriptor &descriptor) override;
    Result<BlobProbe> probe(const Descriptor &descriptor, const TaskContext &context) override;
    Result<Descriptor> pushBlob(const BlobToPush &blob, ProgressBoard::Item item, const TaskContext &context) override;
    Result<Digest> pushManifest(const std::string &bytes, std::string_view mediaType, const std::optional<TagName> &tag,
                                const TaskContext &context) override;
    Result<std::vector<TagName>> listTags(const TaskContext &context) override;
    Result<void> removeTag(const TagName &tag, const std::optional<Digest> &seen, bool allTags,
                           const TaskContext &context) override;

private:
    struct Manifest {
        std::string bytes;
        std::string mediaType;
    };
    std::mutex m_mutex;
    std::map<Digest, std::string> m_blobs;
    std::map<Digest, Manifest> m_manifests;
    std::map<std::string, Digest> m_tags;
};

} // namespace modelcrate
