// SPDX-License-Identifier: Apache-2.0
#include "oci/transfer.h"

#include "base/parallel.h"
#include "base/text.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace modelcrate {

namespace {

std::int64_t sizeForOrder(const BlobToPush &leaf)
{
    // A size that is not known yet may be large: start it early.
    const auto size = leaf.content->size();
    return size ? size->value() : INT64_MAX;
}

/// Largest first, so that no large blob is left alone at the end; equal contents once.
struct LeafOrder {
    std::vector<std::size_t> toPush;
    std::vector<std::size_t> sameAs; ///< for each leaf the one whose result it takes; itself when it is pushed
};

LeafOrder orderLeaves(const std::vector<BlobToPush> &leaves)
{
    LeafOrder order;
    order.sameAs.resize(leaves.size());
    std::map<Digest, std::size_t> firstWith;
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        const auto digest = leaves[i].content->digest();
        order.sameAs[i] = digest ? firstWith.emplace(*digest, i).first->second : i;
        if (order.sameAs[i] == i)
            order.toPush.push_back(i);
    }
    std::stable_sort(order.toPush.begin(), order.toPush.end(),
                     [&](std::size_t a, std::size_t b) { return sizeForOrder(leaves[a]) > sizeForOrder(leaves[b]); });
    return order;
}

Result<std::vector<Descriptor>> pushLeaves(const TransferRequest &request, ContentStore &destination,
                                           const TaskContext &context)
{
    const auto &leaves = request.leaves;
    const auto order = orderLeaves(leaves);
    std::vector<ProgressBoard::Item> items;
    for (const auto index : order.toPush)
        items.push_back(
            context.progress().add(leaves[index].name, leaves[index].content->size().value_or(ByteCount())));

    std::vector<std::optional<Descriptor>> pushed(leaves.size());
    RETURN_IF_ERROR(parallelFor(order.toPush.size(), request.options.concurrency, context,
                                [&](std::size_t position, const TaskContext &inner) -> Result<void> {
                                    const auto index = order.toPush[position];
                                    ASSIGN_OR_RETURN(
                                        pushed[index],
                                        destination.pushBlob(leaves[index], std::move(items[position]), inner)
                                            .withContext("sending " + escapeForDisplay(leaves[index].name)));
                                    if (request.onLeafStored)
                                        request.onLeafStored(index, *pushed[index]);
                                    return {};
                                }));
    std::vector<Descriptor> out;
    out.reserve(leaves.size());
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        auto descriptor = *pushed[order.sameAs[i]];
        descriptor.mediaType = leaves[i].mediaType;
        out.push_back(std::move(descriptor));
    }
    return out;
}

/// Of the items that were added since the board had `first`.
TransferCounts countsSince(std::size_t first, const TaskContext &context)
{
    const auto snapshot = context.progress().snapshot();
    TransferCounts counts;
    for (auto i = first; i < snapshot.items.size(); ++i) {
        const auto &item = snapshot.items[i];
        ++(item.state == ItemState::Skipped       ? counts.present
               : item.state == ItemState::Mounted ? counts.mounted
                                                  : counts.sent);
        counts.moved += item.moved;
    }
    return counts;
}

} // namespace

Result<TransferResult> transfer(const TransferRequest &request, ContentStore &destination, const TaskContext &context)
{
    const auto firstItem = context.progress().size();
    ASSIGN_OR_RETURN(auto leaves, pushLeaves(request, destination, context));
    ASSIGN_OR_RETURN(const auto documents, request.documents(leaves));
    for (const auto &blob : documents.blobs) {
        auto content = makeMemoryContent(blob.bytes);
        auto item = context.progress().add(blob.name, *content->size());
        ASSIGN_OR_RETURN(const auto descriptor,
                         destination.pushBlob({blob.name, std::move(content), blob.mediaType}, std::move(item), context)
                             .withContext("sending " + blob.name));
        static_cast<void>(descriptor);
    }
    if (documents.manifests.empty())
        return Error(ErrorCode::Internal, "a transfer without a manifest");
    for (std::size_t i = 0; i < documents.manifests.size(); ++i) {
        RETURN_IF_ERROR(context.check());
        const auto &manifest = documents.manifests[i];
        const bool isRoot = i + 1 == documents.manifests.size();
        if (isRoot && request.beforeRoot)
            RETURN_IF_ERROR(request.beforeRoot(Digest::sha256Of(manifest.bytes), context));
        const auto firstTag = isRoot && !request.tags.empty() ? std::optional(request.tags.front()) : std::nullopt;
        ASSIGN_OR_RETURN(const auto digest,
                         destination.pushManifest(manifest.bytes, manifest.mediaType, firstTag, context)
                             .withContext("sending the manifest"));
        static_cast<void>(digest);
    }
    const auto &root = documents.manifests.back();
    for (std::size_t i = 1; i < request.tags.size(); ++i) {
        ASSIGN_OR_RETURN(const auto digest,
                         destination.pushManifest(root.bytes, root.mediaType, request.tags[i], context)
                             .withContext("setting tag " + request.tags[i].toString()));
        static_cast<void>(digest);
    }
    return TransferResult{Digest::sha256Of(root.bytes), root.mediaType,
                          ByteCount(static_cast<std::int64_t>(root.bytes.size())), std::move(leaves),
                          countsSince(firstItem, context)};
}

namespace {

/// Everything below a root: blobs once each, manifests children first.
class Graph {
public:
    Graph(ContentStore &source, const TransferOptions &options, const TaskContext &context)
        : m_source(source),
          m_options(options),
          m_context(context)
    {
    }

    Result<void> collect(const std::string &tagOrDigest, int depth = 0)
    {
        if (depth > maxIndexDepth)
            return Error(ErrorCode::LimitExceeded, Message::of("indexes are nested deeper than %1", maxIndexDepth));
        ASSIGN_OR_RETURN(auto stored, m_source.fetchManifest(tagOrDigest, m_context));
        if (!m_visited.insert(stored.digest).second)
            return {};
        const auto kind = documentKind(stored.bytes, stored.mediaType);
        if (kind == DocumentKind::Index) {
            ASSIGN_OR_RETURN(const auto index, parseImageIndex(stored.bytes, stored.mediaType));
            for (const auto &child : index.manifests)
                RETURN_IF_ERROR(collect(child.digest.toString(), depth + 1));
        } else if (kind == DocumentKind::Manifest) {
            ASSIGN_OR_RETURN(const auto manifest, parseImageManifest(stored.bytes, stored.mediaType));
            addBlob(manifest.config, "config");
            for (const auto &layer : manifest.layers)
                addBlob(layer, nameOf(layer));
        } else {
            return Error(ErrorCode::Unsupported,
                         Message::of("%1 is %2, neither an image manifest nor an index", tagOrDigest,
                                     escapeForDisplay(stored.mediaType, 160)));
        }
        m_manifests.push_back({std::move(stored.bytes), std::move(stored.mediaType)});
        return {};
    }

    std::vector<BlobToPush> takeLeaves() { return std::move(m_leaves); }
    std::vector<TransferDocuments::Manifest> takeManifests() { return std::move(m_manifests); }

private:
    static std::string nameOf(const Descriptor &layer)
    {
        for (const std::string_view key :
             {"org.cncf.model.filepath", "org.cnai.model.filepath", "org.opencontainers.image.title"}) {
            if (const auto *name = findAnnotation(layer.annotations, key))
                return *name;
        }
        return layer.digest.shortHex();
    }

    void addBlob(const Descriptor &descriptor, std::string name)
    {
        if (m_blobs.insert(descriptor.digest).second)
            m_leaves.push_back({std::move(name), withKnownDigest(m_source.blob(descriptor), descriptor.digest),
                                descriptor.mediaType, m_options.mountFrom});
    }

    ContentStore &m_source;
    const TransferOptions &m_options;
    const TaskContext &m_context;
    std::set<Digest> m_visited;
    std::set<Digest> m_blobs;
    std::vector<BlobToPush> m_leaves;
    std::vector<TransferDocuments::Manifest> m_manifests;
};

} // namespace

Result<TransferResult> copyGraph(ContentStore &source, const std::string &tagOrDigest, ContentStore &destination,
                                 std::vector<TagName> tags, const TransferOptions &options, const TaskContext &context)
{
    Graph graph(source, options, context);
    RETURN_IF_ERROR(graph.collect(tagOrDigest));
    TransferRequest request;
    request.leaves = graph.takeLeaves();
    request.documents = [manifests = graph.takeManifests()](std::span<const Descriptor>) -> Result<TransferDocuments> {
        return TransferDocuments{{}, manifests};
    };
    request.tags = std::move(tags);
    request.options = options;
    return transfer(request, destination, context);
}

} // namespace modelcrate
