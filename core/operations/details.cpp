// SPDX-License-Identifier: Apache-2.0
#include "operations/details.h"

#include "base/text.h"
#include "io/tarreader.h"
#include "modelpack/tarlayer.h"
#include "oci/tags.h"
#include "operations/listingcache.h"

#include <algorithm>
#include <array>

namespace modelcrate {

namespace {

constexpr ByteCount maxForeignConfig = 4_MiB;
/// A tar of one file has little before it: its folders, or what a packer says of itself.
constexpr int maxMembersLookedAt = 16;

/// Of a config that nobody promised to be small or to be text.
std::string foreignConfig(ContentStore &store, const Descriptor &config, const TaskContext &context)
{
    if (config.size > maxForeignConfig || config.mediaType.toString().find("json") == std::string::npos)
        return {};
    auto bytes = fetchBlobBytes(store, config, maxForeignConfig, context);
    return bytes && parseJson(*bytes) ? std::move(*bytes) : std::string();
}

ArtifactDetails detailsOfIndex(StoredManifest stored, const ImageIndex &index)
{
    ArtifactDetails details{std::move(stored)};
    details.manifests = index.manifests;
    details.annotations = index.annotations;
    return details;
}

ArtifactDetails detailsOfModel(StoredManifest stored, ModelArtifact artifact)
{
    ArtifactDetails details{std::move(stored)};
    details.kind = ArtifactKind::ModelPack;
    details.configDescriptor = artifact.manifest.config;
    details.configBytes = std::move(artifact.configBytes);
    details.config = std::move(artifact.config);
    details.layers = std::move(artifact.layers);
    details.annotations = std::move(artifact.manifest.annotations);
    details.findings = std::move(artifact.findings);
    return details;
}

Result<std::string> textInTar(std::string bytes, const ArtifactLayer &layer, ByteCount limit,
                              const TaskContext &context)
{
    ASSIGN_OR_RETURN(const auto opened, openTarLayer(makeStringSource(std::move(bytes)), layer.type->encoding));
    TarReader reader(*opened.tar);
    for (int count = 0; count < maxMembersLookedAt; ++count) {
        RETURN_IF_ERROR(context.check());
        ASSIGN_OR_RETURN(const auto member, reader.next());
        if (!member)
            break;
        // Skipping is reading: a small archive may unpack to anything.
        if (member->size > limit)
            return Error(ErrorCode::LimitExceeded,
                         Message::of("%1 has %2 bytes, more than %3", member->path.toString(), member->size.value(),
                                     limit.value()));
        const auto path = member->path.toString();
        if (member->isFolder || path.substr(path.rfind('/') + 1) != layer.path.substr(layer.path.rfind('/') + 1))
            continue;
        std::string text(static_cast<std::size_t>(member->size.value()), '\0');
        std::size_t filled = 0;
        while (filled < text.size()) {
            ASSIGN_OR_RETURN(const auto got, reader.readData(std::as_writable_bytes(std::span(text)).subspan(filled)));
            if (got == 0)
                break;
            filled += got;
        }
        text.resize(filled);
        return text;
    }
    return Error(ErrorCode::NotFound, Message::of("the archive of %1 does not hold it", escapeForDisplay(layer.path)));
}

} // namespace

ByteCount ArtifactDetails::size() const
{
    ByteCount sum;
    for (const auto &layer : layers)
        sum += layer.descriptor.size;
    return sum;
}

namespace {

/// What it is of any kind, from manifest and config; `configBytes` may be nothing that is known.
ArtifactDetails detailsOfForeign(StoredManifest stored, ImageManifest manifest, Message foreign,
                                 std::string configBytes)
{
    ArtifactDetails details{std::move(stored)};
    details.kind = artifactKind(manifest);
    details.foreign = std::move(foreign);
    details.configBytes = std::move(configBytes);
    details.configDescriptor = std::move(manifest.config);
    for (const auto &layer : manifest.layers)
        details.layers.push_back(readLayer(layer));
    details.annotations = std::move(manifest.annotations);
    return details;
}

Result<ArtifactDetails> lookInto(ContentStore &store, const std::string &name, const ListingCache *cache,
                                 const std::string &repository, const std::optional<TagName> &tag,
                                 const TaskContext &context)
{
    ASSIGN_OR_RETURN(auto stored, store.fetchManifest(name, context));
    if (cache)
        cache->keepManifest(repository, tag, stored);
    if (documentKind(stored.bytes, stored.mediaType) == DocumentKind::Index) {
        ASSIGN_OR_RETURN(const auto index, parseImageIndex(stored.bytes, stored.mediaType));
        if (index.manifests.size() != 1)
            return detailsOfIndex(std::move(stored), index);
        ASSIGN_OR_RETURN(stored, store.fetchManifest(index.manifests.front().digest.toString(), context));
        if (cache)
            cache->keepManifest(repository, std::nullopt, stored);
    }
    ASSIGN_OR_RETURN(auto manifest, parseImageManifest(stored.bytes, stored.mediaType));
    if (auto foreign = describeForeignArtifact(manifest)) {
        auto config = foreignConfig(store, manifest.config, context);
        return detailsOfForeign(std::move(stored), std::move(manifest), std::move(*foreign), std::move(config));
    }
    ASSIGN_OR_RETURN(auto artifact, readArtifact(store, std::move(manifest), context));
    return detailsOfModel(std::move(stored), std::move(artifact));
}

} // namespace

Result<ArtifactDetails> lookAtArtifact(const Location &source, Session &session, const TaskContext &context)
{
    const auto name = tagOrDigest(source);
    if (!name)
        return Error(ErrorCode::Usage, Message::of("%1 names no tag and no digest", toString(source)),
                     "Add :TAG; `list` shows which there are.");
    ASSIGN_OR_RETURN(const auto store, session.openStore(source, false));
    const auto *reference = std::get_if<Reference>(&source);
    const auto *cache = reference ? session.listingCache() : nullptr;
    // What is named by its digest says nothing of the tag beside it.
    const auto tag = reference && !reference->digest ? reference->tag : std::nullopt;
    ASSIGN_OR_RETURN(
        auto details,
        lookInto(*store, *name, cache, reference ? reference->repositoryPath() : std::string(), tag, context));
    if (cache && details.configDescriptor && !details.configBytes.empty())
        cache->keepConfig(*details.configDescriptor, details.configBytes);
    return details;
}

Result<RememberedArtifact> rememberedArtifact(const Location &source, const Session &session)
{
    const Error unknown(ErrorCode::NotFound, toString(source) + " was not looked at yet");
    const auto *reference = std::get_if<Reference>(&source);
    const auto *cache = session.listingCache();
    if (!reference || !cache)
        return unknown;
    const auto repository = reference->repositoryPath();
    const auto digest = reference->digest ? reference->digest
        : reference->tag                  ? cache->digestOf(repository, *reference->tag)
                                          : std::nullopt;
    auto stored = digest ? cache->manifest(*digest) : std::nullopt;
    if (!stored)
        return unknown;
    const auto time = reference->digest ? std::nullopt : cache->seen(repository, *reference->tag);
    if (documentKind(stored->bytes, stored->mediaType) == DocumentKind::Index) {
        ASSIGN_OR_RETURN(const auto index, parseImageIndex(stored->bytes, stored->mediaType));
        if (index.manifests.size() != 1)
            return RememberedArtifact{detailsOfIndex(std::move(*stored), index), time};
        stored = cache->manifest(index.manifests.front().digest);
        if (!stored)
            return unknown;
    }
    ASSIGN_OR_RETURN(auto manifest, parseImageManifest(stored->bytes, stored->mediaType));
    const auto config = cache->config(manifest.config);
    auto foreign = describeForeignArtifact(manifest);
    if (foreign || !config)
        return RememberedArtifact{detailsOfForeign(std::move(*stored), std::move(manifest), foreign.value_or(Message()),
                                                   config.value_or("")),
                                  time, config.has_value()};
    auto artifact = readArtifact(std::move(manifest), *config);
    return RememberedArtifact{detailsOfModel(std::move(*stored), std::move(artifact)), time};
}

const ArtifactLayer *findReadme(const ArtifactDetails &details)
{
    for (const std::string_view name : {"README.md", "readme.md", "README"}) {
        const auto found = std::find_if(details.layers.begin(), details.layers.end(),
                                        [&](const ArtifactLayer &layer) { return layer.path == name; });
        if (found != details.layers.end())
            return &*found;
    }
    return nullptr;
}

Result<std::string> fetchLayerText(const Location &source, const ArtifactLayer &layer, ByteCount limit,
                                   Session &session, const TaskContext &context)
{
    ASSIGN_OR_RETURN(const auto store, session.openStore(source, false));
    ASSIGN_OR_RETURN(auto bytes, fetchBlobBytes(*store, layer.descriptor, limit, context));
    if (!layer.type || layer.type->encoding == LayerEncoding::Raw)
        return bytes;
    return textInTar(std::move(bytes), layer, limit, context);
}

Result<ArtifactPlan::Documents> fetchDocuments(const Location &source, Session &session, const TaskContext &context)
{
    if (isPackageSource(source)) {
        const auto *file = std::get_if<PackageLocation>(&source);
        ASSIGN_OR_RETURN(const auto package,
                         file ? loadPackage(file->path)
                              : makePackage(std::get<FolderLocation>(source).path, {}, context));
        ASSIGN_OR_RETURN(const auto plan, makePlan(package, session.hashCache(), context));
        return plan.preview();
    }
    ASSIGN_OR_RETURN(auto details, lookAtArtifact(source, session, context));
    if (details.isIndex())
        return Error(ErrorCode::Unsupported, Message::of("%1 is an index of several artifacts", toString(source)),
                     "Name one of them by its digest.");
    // A config that is no JSON says nothing that could be compared.
    return ArtifactPlan::Documents{details.configBytes.empty() ? "{}" : std::move(details.configBytes),
                                   std::move(details.stored.bytes)};
}

namespace {

/// What cosign keeps beside an artifact under tags made of its digest: by default until its version 3, and where a
/// registry has no referrers (registry.md 3.3).
struct CosignTag {
    std::string_view suffix;
    std::string_view artifactType;
};
constexpr std::array cosignTags{CosignTag{".sig", "application/vnd.dev.cosign.simplesigning.v1+json"},
                                CosignTag{".att", "application/vnd.in-toto+json"},
                                CosignTag{".sbom", "application/spdx"}};

Result<std::vector<Descriptor>> referrersIn(ContentStore &store, const Digest &subject, const TaskContext &context)
{
    ASSIGN_OR_RETURN(auto referrers, store.listReferrers(subject, context));
    for (const auto &[suffix, type] : cosignTags) {
        auto stored = store.fetchManifest(cat("sha256-", subject.hex(), suffix), context);
        if (!stored && stored.error().code() == ErrorCode::NotFound)
            continue;
        if (!stored)
            return std::move(stored).error();
        ASSIGN_OR_RETURN(auto mediaType, MediaType::parse(stored->mediaType));
        const ByteCount size(static_cast<std::int64_t>(stored->bytes.size()));
        referrers.push_back({std::move(mediaType), stored->digest, size, {}, std::string(type)});
    }
    return distinctReferrers(std::move(referrers));
}

} // namespace

Result<RemovalPreview> previewRemoval(const Location &location, Session &session, const TaskContext &context)
{
    const auto tag = tagOf(location);
    if (!tag)
        return Error(ErrorCode::Usage, Message::of("%1 names no tag to remove", toString(location)));
    ASSIGN_OR_RETURN(const auto store, session.openStore(location, false));
    ASSIGN_OR_RETURN(const auto digest, store->resolveTag(*tag, context));
    if (!digest)
        return Error(ErrorCode::NotFound,
                     Message::of("there is no tag %1 in %2", tag->toString(), store->description()));
    RemovalPreview preview{*digest};
    auto others = otherTagsOf(*store, *tag, *digest, context);
    if (!others && others.error().code() != ErrorCode::LimitExceeded)
        return std::move(others).error();
    preview.knowsOtherTags = others.has_value();
    if (others)
        preview.otherTags = std::move(*others);
    // Not every registry says; that is no reason not to remove.
    if (const auto referrers = referrersIn(*store, *digest, context))
        preview.referrers = referrers->size();
    return preview;
}

Result<std::vector<Descriptor>> listReferrers(const Location &source, const Digest &subject, Session &session,
                                              const TaskContext &context)
{
    ASSIGN_OR_RETURN(const auto store, session.openStore(source, false));
    return referrersIn(*store, subject, context);
}

} // namespace modelcrate
