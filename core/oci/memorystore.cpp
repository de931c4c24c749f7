// SPDX-License-Identifier: Apache-2.0
#include "oci/memorystore.h"

#include "base/text.h"
#include "oci/tags.h"

namespace modelcrate {

namespace {

/// Content that reports NotFound when it is opened.
class MissingContent final : public Content {
public:
    explicit MissingContent(Digest digest) : m_digest(std::move(digest)) { }
    std::optional<ByteCount> size() const override { return std::nullopt; }
    std::string fingerprint() const override { return {}; }
    std::string description() const override { return m_digest.toString(); }
    Result<std::unique_ptr<ByteSource>> open(ByteCount, std::optional<ByteCount>, const TaskContext &) const override
    {
        return Error(ErrorCode::NotFound, Message::of("no blob %1", m_digest.toString()));
    }

private:
    Digest m_digest;
};

} // namespace

Result<StoredManifest> MemoryStore::fetchManifest(const std::string &tagOrDigest, const TaskContext &)
{
    std::lock_guard lock(m_mutex);
    auto digest = Digest::parse(tagOrDigest);
    if (const auto tag = m_tags.find(tagOrDigest); !digest && tag != m_tags.end())
        digest = tag->second;
    const auto found = digest ? m_manifests.find(*digest) : m_manifests.end();
    if (found == m_manifests.end())
        return Error(ErrorCode::NotFound, Message::of("no manifest %1", escapeForDisplay(tagOrDigest, 160)));
    return StoredManifest{found->second.bytes, found->first, found->second.mediaType};
}

Result<std::optional<Digest>> MemoryStore::resolveTag(const TagName &tag, const TaskContext &)
{
    std::lock_guard lock(m_mutex);
    const auto found = m_tags.find(tag.toString());
    return found == m_tags.end() ? std::optional<Digest>() : std::optional(found->second);
}

ContentPtr MemoryStore::blob(const Descriptor &descriptor)
{
    std::lock_guard lock(m_mutex);
    const auto found = m_blobs.find(descriptor.digest);
    if (found == m_blobs.end())
        return std::make_shared<MissingContent>(descriptor.digest);
    return makeMemoryContent(found->second);
}

Result<BlobProbe> MemoryStore::probe(const Descriptor &descriptor, const TaskContext &)
{
    std::lock_guard lock(m_mutex);
    return BlobProbe{m_blobs.contains(descriptor.digest) ? BlobProbe::State::Exists : BlobProbe::State::Absent};
}

Result<Descriptor> MemoryStore::pushBlob(const BlobToPush &blob, ProgressBoard::Item item, const TaskContext &context)
{
    item.setActive();
    const auto known = blob.content->digest();
    if (known) {
        std::lock_guard lock(m_mutex);
        if (const auto found = m_blobs.find(*known); found != m_blobs.end()) {
            item.finish(ItemState::Skipped);
            return Descriptor{blob.mediaType, *known, ByteCount(static_cast<std::int64_t>(found->second.size()))};
        }
    }
    ASSIGN_OR_RETURN(const auto source, blob.content->open({}, std::nullopt, context));
    std::string bytes;
    StringSink sink(bytes);
    ASSIGN_OR_RETURN(const auto size, copyAll(*source, sink, context, [&](ByteCount moved) { item.advance(moved); }));
    const auto digest = Digest::sha256Of(bytes);
    if (known && *known != digest && known->algorithm() == DigestAlgorithm::Sha256)
        return Error(ErrorCode::DigestMismatch,
                     Message::of("%1 has digest %2, expected %3", blob.name, digest.toString(), known->toString()));
    item.setTotal(size);
    item.finish();
    std::lock_guard lock(m_mutex);
    m_blobs.emplace(digest, std::move(bytes));
    return Descriptor{blob.mediaType, digest, size};
}

Result<Digest> MemoryStore::pushManifest(const std::string &bytes, std::string_view mediaType,
                                         const std::optional<TagName> &tag, const TaskContext &)
{
    const auto digest = Digest::sha256Of(bytes);
    std::lock_guard lock(m_mutex);
    m_manifests[digest] = {bytes, std::string(mediaType)};
    if (tag)
        m_tags.insert_or_assign(tag->toString(), digest);
    return digest;
}

Result<std::vector<TagName>> MemoryStore::listTags(const TaskContext &)
{
    std::lock_guard lock(m_mutex);
    std::vector<TagName> tags;
    for (const auto &[name, digest] : m_tags) {
        ASSIGN_OR_RETURN(auto tag, TagName::parse(name));
        tags.push_back(std::move(tag));
    }
    return tags;
}

Result<void> MemoryStore::removeTag(const TagName &tag, const std::optional<Digest> &seen, bool, const TaskContext &)
{
    std::lock_guard lock(m_mutex);
    const auto found = m_tags.find(tag.toString());
    RETURN_IF_ERROR(
        removableDigest(*this, tag, found == m_tags.end() ? std::nullopt : std::optional(found->second), seen));
    m_tags.erase(found);
    return {};
}

} // namespace modelcrate
