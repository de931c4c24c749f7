// SPDX-License-Identifier: Apache-2.0
#include "modelpack/artifactedit.h"

#include "base/text.h"

#include <algorithm>
#include <array>

namespace modelcrate {

namespace {

/// Gives a descriptor's object other content. Inline data, if any, was that of the content before.
void refer(JsonObject &descriptor, const Digest &digest, ByteCount size)
{
    descriptor.set("digest", digest.toString());
    descriptor.set("size", size.value());
    descriptor.remove("data");
}

/// The member as an object; made, or made one, when it is none.
JsonObject &objectIn(JsonObject &parent, std::string_view name)
{
    auto *member = parent.find(name);
    if (!member || !member->isObject()) {
        parent.set(name, JsonObject());
        member = parent.find(name);
    }
    return *member->asObject();
}

/// The list of diffIds, under whichever of its names it has.
Json::Array *diffIdsIn(JsonObject &config)
{
    for (const auto &[parent, name] :
         {std::pair{"modelfs", "diffIds"}, std::pair{"modelfs", "diff_ids"}, std::pair{"rootfs", "diff_ids"}}) {
        auto *object = config.find(parent);
        auto *ids = object && object->isObject() ? object->asObject()->find(name) : nullptr;
        if (ids && ids->asArray())
            return ids->asArray();
    }
    return nullptr;
}

Result<std::string> editConfig(const ModelArtifact &artifact, const ModelConfig &edited, const ReplacedLayers &replaced)
{
    auto document = edited.document();
    if (auto *ids = diffIdsIn(*document.asObject()); ids && ids->size() == artifact.layers.size()) {
        for (const auto &[index, layer] : replaced)
            (*ids)[index] = layer.digest.toString(); // a raw layer is its own content
    }
    return document == artifact.config.document() ? artifact.configBytes : dumpJson(document);
}

/// The size is told twice: by the descriptor and by the file's attributes.
void updateFileMetadata(JsonObject &annotations, ByteCount size)
{
    for (const auto key : {modelpack::fileMetadata, modelpack::cnaiFileMetadata, modelpack::cnaiFileMetadataOld}) {
        const auto *text = annotations.find(key);
        auto metadata = text && text->asString() ? parseJson(*text->asString()) : Result<Json>(Json());
        if (!metadata || !metadata->isObject() || !metadata->asObject()->contains("size"))
            continue;
        metadata->asObject()->set("size", size.value());
        annotations.set(key, dumpJson(*metadata));
    }
}

void replaceLayers(JsonObject &manifest, const ReplacedLayers &replaced)
{
    auto &layers = *manifest.find("layers")->asArray();
    for (const auto &[index, content] : replaced) {
        auto &layer = *layers[index].asObject();
        refer(layer, content.digest, content.size);
        if (auto *annotations = layer.find("annotations"); annotations && annotations->isObject())
            updateFileMetadata(*annotations->asObject(), content.size);
    }
}

bool contains(const Annotations &annotations, const std::pair<std::string, std::string> &item)
{
    return std::find(annotations.begin(), annotations.end(), item) != annotations.end();
}

/// What repeats a field follows it; a field that is new is repeated where others are.
void followConfig(JsonObject &annotations, const Annotations &before, const Annotations &now)
{
    const auto repeats = [&](const std::pair<std::string, std::string> &item) {
        const auto *value = annotations.find(item.first);
        return value && value->asString() && *value->asString() == item.second;
    };
    const bool repeatsSome = std::any_of(before.begin(), before.end(), repeats);
    std::vector<std::string> gone;
    for (const auto &item : before) {
        if (!contains(now, item) && repeats(item))
            gone.push_back(item.first);
    }
    for (const auto &item : now) {
        if (contains(before, item))
            continue;
        const auto was = std::find(gone.begin(), gone.end(), item.first);
        if (was != gone.end())
            gone.erase(was);
        else if (!repeatsSome || annotations.contains(item.first))
            continue;
        annotations.set(item.first, item.second);
    }
    for (const auto &key : gone)
        annotations.remove(key);
}

Result<void> setAnnotations(JsonObject &annotations, const DocumentEdits &edits)
{
    for (const auto &[key, value] : edits.annotations) {
        if (key.empty())
            return Error(ErrorCode::InvalidInput, Message::of("an annotation needs a key"), "Write KEY=VALUE.");
        if (value.empty())
            annotations.remove(key);
        else
            annotations.set(key, value);
    }
    return {};
}

Result<std::string> editManifest(const ModelArtifact &artifact, const ModelConfig &config,
                                 const std::string &configBytes, const DocumentEdits &edits,
                                 const ReplacedLayers &replaced)
{
    auto document = artifact.manifest.document;
    auto &manifest = *document.asObject();
    if (configBytes != artifact.configBytes)
        refer(*manifest.find("config")->asObject(), Digest::sha256Of(configBytes),
              ByteCount(static_cast<std::int64_t>(configBytes.size())));
    replaceLayers(manifest, replaced);

    const auto *before = manifest.find("annotations");
    const bool wasEmpty = before && before->isObject() && before->asObject()->empty();
    auto &annotations = objectIn(manifest, "annotations");
    followConfig(annotations, derivedAnnotations(artifact.config), derivedAnnotations(config));
    RETURN_IF_ERROR(setAnnotations(annotations, edits));
    if (annotations.empty() && !wasEmpty)
        manifest.remove("annotations");
    return document == artifact.manifest.document ? artifact.manifest.bytes : dumpJson(document);
}

} // namespace

Result<ArtifactPlan::Documents> editDocuments(const ModelArtifact &artifact, const DocumentEdits &edits,
                                              const ReplacedLayers &replaced)
{
    auto config = artifact.config;
    for (const auto &[path, text] : edits.set)
        RETURN_IF_ERROR(config.setFromText(path, text));
    for (const auto &[path, value] : edits.values)
        RETURN_IF_ERROR(config.set(path, value));
    ArtifactPlan::Documents out;
    ASSIGN_OR_RETURN(out.config, editConfig(artifact, config, replaced));
    ASSIGN_OR_RETURN(out.manifest, editManifest(artifact, config, out.config, edits, replaced));
    if (out.manifest.size() > maxManifestSize.asUnsigned())
        return Error(
            ErrorCode::LimitExceeded,
            Message::of("the manifest would have %1 bytes, registries take at most 4 MiB", out.manifest.size()));
    return out;
}

Result<std::size_t> findRawLayer(const ModelArtifact &artifact, std::string_view path)
{
    const auto found = std::find_if(artifact.layers.begin(), artifact.layers.end(),
                                    [&](const ArtifactLayer &layer) { return layer.path == path; });
    if (found == artifact.layers.end())
        return Error(ErrorCode::NotFound, Message::of("the artifact has no file %1", escapeForDisplay(path)),
                     "`inspect` lists its files.");
    if (!found->type || found->type->encoding != LayerEncoding::Raw)
        return Error(ErrorCode::Unsupported, Message::of("%1 is packed in an archive", escapeForDisplay(path)),
                     "Only files that are layers of their own can be replaced; publish from the folder again.");
    return static_cast<std::size_t>(found - artifact.layers.begin());
}

} // namespace modelcrate
