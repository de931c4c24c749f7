// SPDX-License-Identifier: Apache-2.0
#include "operations/artifacts.h"

#include "base/text.h"
#include "io/content.h"
#include "io/tarreader.h"
#include "modelpack/artifactplan.h"
#include "oci/validate.h"

#include <algorithm>

namespace modelcrate {

namespace {

Result<std::string> requireTagOrDigest(const Location &location)
{
    if (auto name = tagOrDigest(location))
        return std::move(*name);
    return Error(ErrorCode::Usage, Message::of("%1 names no tag and no digest", toString(location)),
                 "Add :TAG; `list` shows which there are.");
}

/// "v10" after "v9": runs of digits compare as numbers.
bool naturallyLess(std::string_view a, std::string_view b)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    while (!a.empty() && !b.empty()) {
        if (isDigit(a.front()) && isDigit(b.front())) {
            const auto digits = [&](std::string_view text) {
                const auto end = std::find_if_not(text.begin(), text.end(), isDigit);
                return text.substr(0, static_cast<std::size_t>(end - text.begin()));
            };
            auto numberA = digits(a);
            auto numberB = digits(b);
            a.remove_prefix(numberA.size());
            b.remove_prefix(numberB.size());
            numberA.remove_prefix(std::min(numberA.find_first_not_of('0'), numberA.size()));
            numberB.remove_prefix(std::min(numberB.find_first_not_of('0'), numberB.size()));
            if (numberA.size() != numberB.size())
                return numberA.size() < numberB.size();
            if (numberA != numberB)
                return numberA < numberB;
            continue;
        }
        if (a.front() != b.front())
            return a.front() < b.front();
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    return a.size() < b.size();
}

} // namespace

Result<TransferResult> copyArtifact(const Location &source, const Location &target, const TransferOptions &options,
                                    Session &session, const TaskContext &context)
{
    ASSIGN_OR_RETURN(const auto from, session.openStore(source, false));
    ASSIGN_OR_RETURN(const auto name, requireTagOrDigest(source));
    ASSIGN_OR_RETURN(const auto to, session.openStore(target, true));
    std::vector<TagName> tags;
    if (const auto tag = tagOf(target))
        tags.push_back(*tag);
    else if (const auto sourceTag = tagOf(source); sourceTag && !tagOrDigest(target))
        tags.push_back(*sourceTag);
    auto transferOptions = options;
    const auto *sourceReference = std::get_if<Reference>(&source);
    const auto *targetReference = std::get_if<Reference>(&target);
    if (sourceReference && targetReference && sourceReference->registry == targetReference->registry)
        transferOptions.mountFrom = sourceReference->repository;
    ASSIGN_OR_RETURN(auto result, copyGraph(*from, name, *to, std::move(tags), transferOptions, context));
    if (const auto wanted = tagOrDigest(target); wanted && Digest::parse(*wanted) && *wanted != result.root.toString())
        return Error(
            ErrorCode::DigestMismatch,
            Message::of("%1 is %2, not what the target's digest says", toString(source), result.root.toString()));
    return result;
}

Result<PullResult> pull(const Location &source, const std::filesystem::path &folder, const ExtractOptions &options,
                        Session &session, const TaskContext &context)
{
    ASSIGN_OR_RETURN(const auto store, session.openStore(source, false));
    ASSIGN_OR_RETURN(const auto name, requireTagOrDigest(source));
    ASSIGN_OR_RETURN(const auto artifact, openArtifact(*store, name, context));
    ASSIGN_OR_RETURN(auto extracted, extractArtifact(*store, artifact, folder, options, context));
    return PullResult{artifact.manifest.digest, std::move(extracted)};
}

Result<ModelArtifact> inspect(const Location &source, Session &session, const TaskContext &context)
{
    ASSIGN_OR_RETURN(const auto store, session.openStore(source, false));
    ASSIGN_OR_RETURN(const auto name, requireTagOrDigest(source));
    return openArtifact(*store, name, context);
}

Result<StoredManifest> fetchManifest(const Location &source, Session &session, const TaskContext &context)
{
    ASSIGN_OR_RETURN(const auto store, session.openStore(source, false));
    ASSIGN_OR_RETURN(const auto name, requireTagOrDigest(source));
    return store->fetchManifest(name, context);
}

namespace {

Result<ArtifactSummary> summaryOf(StoredManifest stored)
{
    ArtifactSummary summary{stored.digest};
    if (documentKind(stored.bytes, stored.mediaType) == DocumentKind::Index) {
        ASSIGN_OR_RETURN(const auto index, parseImageIndex(std::move(stored.bytes), stored.mediaType));
        summary.isIndex = true;
        summary.layers = index.manifests.size();
        return summary;
    }
    ASSIGN_OR_RETURN(const auto manifest, parseImageManifest(std::move(stored.bytes), stored.mediaType));
    summary.kind = artifactKind(manifest);
    summary.layers = manifest.layers.size();
    for (const auto &layer : manifest.layers)
        summary.size += layer.size;
    if (const auto *created = findAnnotation(manifest.annotations, "org.opencontainers.image.created"))
        summary.created = *created;
    return summary;
}

/// What the cache has of a tag of a registry.
std::optional<StoredManifest> remembered(const Location &source, const ListingCache *cache)
{
    const auto *reference = std::get_if<Reference>(&source);
    if (!cache || !reference)
        return std::nullopt;
    const auto digest = reference->digest ? reference->digest
        : reference->tag                  ? cache->digestOf(reference->repositoryPath(), *reference->tag)
                                          : std::nullopt;
    return digest ? cache->manifest(*digest) : std::nullopt;
}

} // namespace

Result<ArtifactSummary> summarize(const Location &source, Session &session, const TaskContext &context)
{
    const auto *cache = session.listingCache();
    const auto tag = tagOf(source);
    if (auto known = remembered(source, cache); known && tag) {
        ASSIGN_OR_RETURN(const auto store, session.openStore(source, false));
        ASSIGN_OR_RETURN(const auto digest, store->resolveTag(*tag, context));
        if (digest == known->digest) {
            cache->keepManifest(std::get<Reference>(source).repositoryPath(), tag, *known);
            return summaryOf(std::move(*known));
        }
    }
    ASSIGN_OR_RETURN(auto stored, fetchManifest(source, session, context));
    if (const auto *reference = std::get_if<Reference>(&source); cache && reference)
        cache->keepManifest(reference->repositoryPath(), tag, stored);
    return summaryOf(std::move(stored));
}

Result<ArtifactSummary> rememberedSummary(const Location &source, const Session &session)
{
    auto known = remembered(source, session.listingCache());
    if (!known)
        return Error(ErrorCode::NotFound, Message::of("%1 was not looked at yet", toString(source)));
    return summaryOf(std::move(*known));
}

Result<Findings> validateSource(const Location &source, SpecVersion spec, bool deep, Session &session,
                                const TaskContext &context)
{
    if (const auto *layout = std::get_if<LayoutLocation>(&source); layout && !tagOrDigest(source))
        return validateLayout(layout->path, context);
    if (!isPackageSource(source)) {
        ASSIGN_OR_RETURN(const auto store, session.openStore(source, false));
        ASSIGN_OR_RETURN(const auto name, requireTagOrDigest(source));
        return validateArtifact(*store, name, spec, deep, context);
    }
    const auto *file = std::get_if<PackageLocation>(&source);
    ASSIGN_OR_RETURN(const auto package,
                     file ? loadPackage(file->path) : makePackage(std::get<FolderLocation>(source).path, {}, context));
    ASSIGN_OR_RETURN(const auto plan, makePlan(package, session.hashCache(), context));
    auto findings = plan.findings;
    const auto documents = plan.preview();
    for (auto &finding : validateConfig(documents.config, spec)) {
        // Zeros stand for digests that are pending.
        if (plan.isExact() || finding.where.find("diffIds") == std::string::npos)
            findings.push_back(std::move(finding));
    }
    return findings;
}

std::optional<DocumentType> parseDocumentType(std::string_view word)
{
    static constexpr std::pair<std::string_view, DocumentType> words[] = {
        {"config", DocumentType::Config}, {"manifest", DocumentType::Manifest},
        {"index", DocumentType::Index},   {"descriptor", DocumentType::Descriptor},
        {"layout", DocumentType::Layout}, {"filemeta", DocumentType::FileMetadata},
        {"tar", DocumentType::Tar}};
    for (const auto &[known, type] : words) {
        if (known == word)
            return type;
    }
    return std::nullopt;
}

Result<Findings> validateDocument(const std::filesystem::path &path, DocumentType type, SpecVersion spec,
                                  const TaskContext &context)
{
    if (type == DocumentType::Tar) {
        ASSIGN_OR_RETURN(const auto content, openFileContent(path));
        ASSIGN_OR_RETURN(const auto source, content->open({}, std::nullopt, context));
        return checkTar(*source);
    }
    std::error_code ignored;
    if (type == DocumentType::Layout && std::filesystem::is_directory(path, ignored))
        return validateLayout(path, context);
    // More than is allowed, so that an oversized document is a finding of its validator and not a failed read.
    ASSIGN_OR_RETURN(const auto text, readSmallFile(path, maxManifestSize + 1_MiB));
    switch (type) {
    case DocumentType::Config: return validateConfig(text, spec);
    case DocumentType::Manifest: return validateManifest(text);
    case DocumentType::Index: return validateOciIndex(text);
    case DocumentType::Descriptor: return validateOciDescriptor(text);
    case DocumentType::FileMetadata: return validateFileMetadata(text);
    case DocumentType::Layout:
    case DocumentType::Tar: break;
    }
    return validateOciLayoutFile(text);
}

Result<Listing> list(std::string_view place, Session &session, const TaskContext &context)
{
    if (place == "store:") {
        ASSIGN_OR_RETURN(const auto store, session.localStore());
        ASSIGN_OR_RETURN(const auto entries, store.list());
        Listing listing{Listing::Kind::References, {}};
        for (const auto &entry : entries)
            listing.names.push_back(cat("store:", entry.repository.toString(), ':', entry.tag.toString()));
        return listing;
    }
    if (place.find('/') == std::string_view::npos && place.find("oci:") != 0 && place.find("store:") != 0) {
        ASSIGN_OR_RETURN(const auto host, RegistryHost::parse(place));
        ASSIGN_OR_RETURN(auto names, listRepositories(host, session, context));
        return Listing{Listing::Kind::Repositories, std::move(names)};
    }
    ASSIGN_OR_RETURN(const auto location, parseLocation(place));
    if (const auto *layout = std::get_if<LayoutLocation>(&location)) {
        ASSIGN_OR_RETURN(const auto opened, ImageLayout::open(layout->path));
        ASSIGN_OR_RETURN(auto names, opened->listReferenceNames());
        return Listing{Listing::Kind::References, std::move(names)};
    }
    ASSIGN_OR_RETURN(const auto tags, listTags(location, session, context));
    Listing listing{Listing::Kind::Tags, {}};
    for (const auto &tag : tags)
        listing.names.push_back(tag.toString());
    return listing;
}

Result<std::vector<std::string>> listRepositories(const RegistryHost &registry, Session &session,
                                                  const TaskContext &context)
{
    ASSIGN_OR_RETURN(const auto client, session.registry(registry));
    return client->listRepositories(context);
}

std::string registryName(const RegistryHost &registry, Session &session, const TaskContext &context)
{
    const auto client = session.registry(registry);
    return client ? (*client)->name(context) : std::string(RegistryProfile().name);
}

Result<std::vector<TagName>> listTags(const Location &location, Session &session, const TaskContext &context)
{
    ASSIGN_OR_RETURN(const auto store, session.openStore(location, false));
    ASSIGN_OR_RETURN(auto tags, store->listTags(context));
    std::sort(tags.begin(), tags.end(),
              [](const TagName &a, const TagName &b) { return naturallyLess(a.toString(), b.toString()); });
    return tags;
}

Result<TagPage> listTagPage(const Location &location, const std::string &next, Session &session,
                            const TaskContext &context)
{
    ASSIGN_OR_RETURN(const auto store, session.openStore(location, false));
    return store->listTagPage(next, context);
}

Result<Digest> tagArtifact(const Location &source, const std::vector<TagName> &tags, Session &session,
                           const TaskContext &context)
{
    ASSIGN_OR_RETURN(const auto store, session.openStore(source, false));
    ASSIGN_OR_RETURN(const auto name, requireTagOrDigest(source));
    ASSIGN_OR_RETURN(const auto stored, store->fetchManifest(name, context));
    for (const auto &tag : tags)
        RETURN_IF_ERROR(store->pushManifest(stored.bytes, stored.mediaType, tag, context));
    return stored.digest;
}

Result<ByteCount> removeTag(const Location &location, bool allTags, Session &session, const TaskContext &context)
{
    const auto tag = tagOf(location);
    if (!tag)
        return Error(ErrorCode::Usage, Message::of("%1 names no tag to remove", toString(location)),
                     "Add :TAG; `list` shows which there are.");
    ASSIGN_OR_RETURN(const auto store, session.openStore(location, false));
    RETURN_IF_ERROR(store->removeTag(*tag, digestOf(location), allTags, context));
    if (!std::holds_alternative<StoreLocation>(location))
        return ByteCount();
    ASSIGN_OR_RETURN(const auto local, session.localStore());
    return local.freeUnused(context);
}

} // namespace modelcrate
