// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "oci/contentstore.h"
#include "registry/registryclient.h"

#include <memory>

namespace modelcrate {

/// A repository of a registry as a content store (distribution-spec). Manifests are verified before they are returned;
/// blobs are read over as many connections as it takes, each going on where the last was cut. Thread-safe.
class RemoteRepository final : public ContentStore {
public:
    RemoteRepository(std::shared_ptr<RegistryClient> client, RepositoryName name);

    std::string description() const override;
    Result<StoredManifest> fetchManifest(const std::string &tagOrDigest, const TaskContext &context) override;
    Result<std::optional<Digest>> resolveTag(const TagName &tag, const TaskContext &context) override;
    ContentPtr blob(const Descriptor &descriptor) override;
    /// Exists, Resumable by this user's own journal, or Absent.
    Result<BlobProbe> probe(const Descriptor &descriptor, const TaskContext &context) override;
    Result<Descriptor> pushBlob(const BlobToPush &blob, ProgressBoard::Item item, const TaskContext &context) override;
    Result<Digest> pushManifest(const std::string &bytes, std::string_view mediaType, const std::optional<TagName> &tag,
                                const TaskContext &context) override;
    /// In natural version order.
    Result<std::vector<TagName>> listTags(const TaskContext &context) override;
    /// As long as the registry makes them, 100 tags if it does as it is asked.
    Result<TagPage> listTagPage(const std::string &next, const TaskContext &context) override;
    /// By the referrers API, else by the fallback tag; bounded in pages and entries.
    Result<std::vector<Descriptor>> listReferrers(const Digest &subject, const TaskContext &context) override;
    Result<void> removeTag(const TagName &tag, const std::optional<Digest> &seen, bool allTags,
                           const TaskContext &context) override;

private:
    AccessScope scope(std::string_view actions) const;
    std::string path(std::string_view kind, std::string_view name) const;
    /// Nothing when the registry has no referrers API.
    Result<std::optional<std::vector<Descriptor>>> askForReferrers(const Digest &subject, const TaskContext &context);
    Result<std::vector<std::string>> otherTags(const TagName &tag, const Digest &digest, const TaskContext &context);
    Result<void> deleteByDigest(const Digest &digest, const TaskContext &context);

    std::shared_ptr<RegistryClient> m_client;
    RepositoryName m_name;
};

} // namespace modelcrate
