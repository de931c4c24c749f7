// SPDX-License-Identifier: Apache-2.0
#include "modelpack/publishedpackage.h"

#include "base/text.h"
#include "io/hashcache.h"
#include "oci/memorystore.h"

#include <algorithm>

namespace modelcrate {

namespace {

constexpr std::string_view publishedRule = "published";

bool contains(const Annotations &annotations, const std::pair<std::string, std::string> &item)
{
    return std::find(annotations.begin(), annotations.end(), item) != annotations.end();
}

/// Those that do not repeat the config.
Annotations ownAnnotations(const ModelArtifact &artifact)
{
    const auto derived = derivedAnnotations(artifact.config);
    Annotations own;
    for (const auto &item : artifact.manifest.annotations) {
        if (!contains(derived, item))
            own.push_back(item);
    }
    return own;
}

bool repeatsConfig(const ModelArtifact &artifact)
{
    return ownAnnotations(artifact).size() != artifact.manifest.annotations.size();
}

std::vector<PackageEntry> entriesOf(const ModelArtifact &artifact)
{
    std::vector<PackageEntry> entries;
    entries.reserve(artifact.layers.size());
    for (const auto &layer : artifact.layers) {
        PackageEntry entry;
        entry.path = layer.path.empty() ? std::string(layer.descriptor.digest.shortHex()) : layer.path;
        entry.file = entry.path;
        if (layer.type) {
            entry.kind = layer.type->kind;
            entry.encoding = layer.type->encoding;
        }
        entry.executable = layer.metadata.mode.value_or(0) & 0111;
        entry.rule = publishedRule;
        entries.push_back(std::move(entry));
    }
    return entries;
}

void addAnnotationEdits(DocumentEdits &edits, const Package &package)
{
    const auto &artifact = package.published->artifact;
    if (const bool repeat = package.ociAnnotations; repeat != repeatsConfig(artifact)) {
        for (const auto &[key, value] : derivedAnnotations(package.config))
            edits.annotations.emplace_back(key, repeat ? value : std::string());
    }
    const auto own = ownAnnotations(artifact);
    for (const auto &[key, value] : own) {
        if (!findAnnotation(package.annotations, key))
            edits.annotations.emplace_back(key, "");
    }
    for (const auto &item : package.annotations) {
        if (!contains(own, item))
            edits.annotations.push_back(item);
    }
}

/// What takes a layer's place, as far as it can be said without reading it.
Result<void> replace(PlannedLayer &layer, const ReplacedFile &replaced, HashCache *cache, ArtifactPlan &plan)
{
    if (replaced.text) {
        layer.digest = Digest::sha256Of(*replaced.text);
        layer.size = ByteCount(static_cast<std::int64_t>(replaced.text->size()));
        return {};
    }
    const auto identity = identityOf(replaced.file);
    if (!identity) {
        plan.findings.push_back({"PLAN001", Severity::Error, layer.path, identity.error().wording()});
        return {};
    }
    layer.file = *identity;
    layer.size = identity->size;
    layer.digest = cache ? cache->find(*identity) : std::nullopt;
    return {};
}

} // namespace

std::string PublishedArtifact::place() const
{
    const auto digest = '@' + artifact.manifest.digest.toString();
    return source.ends_with(digest) ? source.substr(0, source.size() - digest.size()) : source;
}

Result<Package> makePublishedPackage(std::string source, ModelArtifact artifact)
{
    if (!artifact.config.document().isObject() || hasErrors(artifact.findings))
        return Error(ErrorCode::InvalidInput, Message::of("the model config of %1 cannot be read", source),
                     "`validate` says what is wrong with it.");
    Package package;
    package.entries = entriesOf(artifact);
    package.config = artifact.config;
    package.annotations = ownAnnotations(artifact);
    package.ociAnnotations = repeatsConfig(artifact);
    package.published =
        std::make_shared<const PublishedArtifact>(PublishedArtifact{std::move(source), std::move(artifact)});
    return package;
}

Result<Package> makePublishedPackage(std::string source, const std::string &manifest, const std::string &config)
{
    MemoryStore store;
    const TaskContext context;
    ASSIGN_OR_RETURN(const auto parsed, parseImageManifest(manifest));
    ASSIGN_OR_RETURN(const auto digest,
                     store.pushManifest(manifest, parsed.effectiveMediaType(), std::nullopt, context));
    const BlobToPush blob{"config", makeMemoryContent(config), parsed.config.mediaType};
    RETURN_IF_ERROR(store.pushBlob(blob, {}, context));
    ASSIGN_OR_RETURN(auto artifact, openArtifact(store, digest.toString(), context));
    return makePublishedPackage(std::move(source), std::move(artifact));
}

DocumentEdits documentEdits(const Package &package)
{
    DocumentEdits edits;
    const auto &before = package.published->artifact.config;
    for (const auto &field : configFields()) {
        const auto *was = before.find(field.path);
        const auto *is = package.config.find(field.path);
        if (was && is ? !(*was == *is) : was != is)
            edits.values.emplace_back(field.path, is ? *is : Json());
    }
    addAnnotationEdits(edits, package);
    return edits;
}

std::size_t countChanges(const Package &package)
{
    const auto edits = documentEdits(package);
    return edits.values.size() + edits.annotations.size() + package.replaced.size();
}

Result<ArtifactPlan> planPublishedEdit(const Package &package, HashCache *cache, const TaskContext &context)
{
    RETURN_IF_ERROR(context.check());
    const auto &artifact = package.published->artifact;
    ArtifactPlan plan;
    plan.config = package.config;
    plan.findings = artifact.findings;
    ReplacedLayers replaced;
    for (std::size_t i = 0; i < artifact.layers.size(); ++i) {
        const auto &entry = package.entries[i];
        const auto &descriptor = artifact.layers[i].descriptor;
        PlannedLayer layer{entry.path, entry.kind, entry.encoding, {i}};
        layer.size = descriptor.size;
        layer.digest = descriptor.digest;
        layer.annotations = descriptor.annotations;
        layer.published = package.replaced.count(entry.path) == 0;
        if (const auto found = package.replaced.find(entry.path); found != package.replaced.end()) {
            RETURN_IF_ERROR(replace(layer, found->second, cache, plan));
            auto other = descriptor;
            other.digest = layer.digest ? *layer.digest : Digest::parse(pendingDigest).value();
            other.size = *layer.size;
            replaced.emplace(i, std::move(other));
        }
        plan.layers.push_back(std::move(layer));
    }
    ASSIGN_OR_RETURN(plan.edited, editDocuments(artifact, documentEdits(package), replaced));
    const auto manifest = parseImageManifest(plan.edited->manifest);
    if (manifest)
        plan.annotations = manifest->annotations;
    return plan;
}

} // namespace modelcrate
