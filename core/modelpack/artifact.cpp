// SPDX-License-Identifier: Apache-2.0
#include "modelpack/artifact.h"

#include "base/text.h"
#include "base/time.h"

#include <algorithm>
#include <array>

namespace modelcrate {

namespace {

constexpr ByteCount maxConfigSize = 4_MiB;
constexpr unsigned permissionBits = 0777;

bool isModelPack(const ImageManifest &manifest)
{
    const auto type = manifest.artifactType.value_or("");
    return type == modelpack::artifactType || type == modelpack::cnaiArtifactType
        || manifest.config.mediaType == modelpack::configMediaType
        || manifest.config.mediaType == modelpack::cnaiConfigMediaType;
}

const std::string *firstAnnotation(const Annotations &annotations, std::initializer_list<std::string_view> keys)
{
    for (const auto key : keys) {
        if (const auto *value = findAnnotation(annotations, key))
            return value;
    }
    return nullptr;
}

/// diffIds under their names in all releases, and rootfs.diff_ids as Docker Model Runner writes it.
Json::Array diffIdsOf(const Json &config)
{
    for (const auto &[object, member] :
         {std::pair{"modelfs", "diffIds"}, std::pair{"modelfs", "diff_ids"}, std::pair{"rootfs", "diff_ids"}}) {
        const auto *parent = config.find(object);
        const auto *ids = parent ? parent->find(member) : nullptr;
        if (ids && ids->asArray())
            return *ids->asArray();
    }
    return {};
}

struct ForeignType {
    std::string_view prefix;
    Message (*words)();
    ArtifactKind kind = ArtifactKind::Other;
};
constexpr std::array foreignTypes{
    ForeignType{"application/vnd.kitops.modelkit.", [] { return Message::of("a KitOps ModelKit"); },
                ArtifactKind::ModelKit},
    ForeignType{"application/vnd.docker.ai.", [] { return Message::of("a Docker model"); }, ArtifactKind::DockerModel},
    ForeignType{"application/vnd.ollama.", [] { return Message::of("an Ollama model"); }},
    ForeignType{"application/vnd.cncf.helm.", [] { return Message::of("a Helm chart"); }},
    ForeignType{"application/vnd.dev.cosign.", [] { return Message::of("a cosign signature"); }},
    ForeignType{"application/vnd.dev.sigstore.", [] { return Message::of("a sigstore signature"); }},
    ForeignType{"application/vnd.cncf.notary.", [] { return Message::of("a Notary signature"); }},
    ForeignType{"application/vnd.in-toto", [] { return Message::of("an in-toto attestation"); }},
    ForeignType{"application/spdx", [] { return Message::of("a software bill of materials"); }},
    ForeignType{"application/vnd.cyclonedx", [] { return Message::of("a software bill of materials"); }},
    ForeignType{"application/vnd.wasm.", [] { return Message::of("a WebAssembly module"); }},
    ForeignType{"application/vnd.cncf.flux.", [] { return Message::of("a Flux artifact"); }},
    ForeignType{"application/vnd.huggingface.", [] { return Message::of("a Hugging Face artifact"); }},
};

/// By artifact type, config type, then layers' types; null for a type that nobody here knows.
const ForeignType *knownForeignType(const ImageManifest &manifest)
{
    std::vector<std::string> types{manifest.artifactType.value_or(""), manifest.config.mediaType.toString()};
    for (const auto &layer : manifest.layers)
        types.push_back(layer.mediaType.toString());
    for (const auto &mediaType : types) {
        for (const auto &type : foreignTypes) {
            if (mediaType.starts_with(type.prefix))
                return &type;
        }
    }
    return nullptr;
}

bool isImageConfig(std::string_view mediaType)
{
    return mediaType == "application/vnd.oci.image.config.v1+json"
        || mediaType == "application/vnd.docker.container.image.v1+json";
}

bool isImage(const ImageManifest &manifest)
{
    const auto artifactType = manifest.artifactType.value_or("");
    return isImageConfig(manifest.config.mediaType.toString()) && (artifactType.empty() || isImageConfig(artifactType));
}

} // namespace

ArtifactLayer readLayer(const Descriptor &descriptor)
{
    ArtifactLayer layer{descriptor, parseLayerMediaType(descriptor.mediaType.toString()), {}, {}, {}};
    if (const auto *path =
            firstAnnotation(descriptor.annotations, {modelpack::filepath, modelpack::cnaiFilepath, modelpack::title}))
        layer.path = *path;
    if (const auto *metadata =
            firstAnnotation(descriptor.annotations,
                            {modelpack::fileMetadata, modelpack::cnaiFileMetadata, modelpack::cnaiFileMetadataOld}))
        layer.metadata = parseFileMetadata(*metadata);
    return layer;
}

FileMetadata parseFileMetadata(std::string_view text)
{
    FileMetadata metadata;
    const auto json = parseJson(text);
    if (!json || !json->isObject())
        return metadata;
    const auto integer = [&](std::string_view name) -> std::optional<std::int64_t> {
        const auto *value = json->find(name);
        return value && value->asInteger() ? std::optional(*value->asInteger()) : std::nullopt;
    };
    if (const auto mode = integer("mode"); mode && *mode > 0 && *mode <= UINT32_MAX)
        metadata.mode = static_cast<unsigned>(*mode) & permissionBits;
    if (const auto size = integer("size"); size && *size >= 0)
        metadata.size = ByteCount(*size);
    metadata.mtime = parseDateTime(json->text("mtime"));
    const auto type = integer("typeflag").value_or(0);
    metadata.isDirectory = type == 5 || type == '5';
    return metadata;
}

ArtifactKind artifactKind(const ImageManifest &manifest)
{
    if (isModelPack(manifest))
        return ArtifactKind::ModelPack;
    if (const auto *type = knownForeignType(manifest))
        return type->kind;
    return isImage(manifest) ? ArtifactKind::Image : ArtifactKind::Other;
}

std::optional<Message> describeForeignArtifact(const ImageManifest &manifest)
{
    if (isModelPack(manifest))
        return std::nullopt;
    if (const auto *type = knownForeignType(manifest))
        return type->words();
    if (isImage(manifest))
        return Message::of("a container image");
    const auto artifactType = manifest.artifactType.value_or("");
    const auto &type = artifactType.empty() ? manifest.config.mediaType.toString() : artifactType;
    const bool titled = std::any_of(manifest.layers.begin(), manifest.layers.end(), [](const Descriptor &layer) {
        return findAnnotation(layer.annotations, modelpack::title) != nullptr;
    });
    const auto shown = escapeForDisplay(type, 160);
    return titled ? Message::of("a plain artifact with files, as oras writes it (type %1)", shown)
                  : Message::of("another kind of artifact (type %1)", shown);
}

Result<ModelArtifact> openArtifact(ContentStore &store, const std::string &tagOrDigest, const TaskContext &context)
{
    ASSIGN_OR_RETURN(auto manifest, fetchImageManifest(store, tagOrDigest, context));
    if (const auto foreign = describeForeignArtifact(manifest))
        return Error(
            ErrorCode::Unsupported,
            Message::of("%1 in %2 is not a ModelPack artifact, it is %3", tagOrDigest, store.description(), *foreign),
            "`copy` moves artifacts of every kind.");
    return readArtifact(store, std::move(manifest), context);
}

Result<ModelArtifact> readArtifact(ContentStore &store, ImageManifest manifest, const TaskContext &context)
{
    ASSIGN_OR_RETURN(
        auto configBytes,
        fetchBlobBytes(store, manifest.config, maxConfigSize, context).withContext("reading the model config"));
    return readArtifact(std::move(manifest), std::move(configBytes));
}

ModelArtifact readArtifact(ImageManifest manifest, std::string configBytes)
{
    auto config = ModelConfig::parse(configBytes);
    ModelArtifact artifact{std::move(manifest), std::move(configBytes), ModelConfig(), {}, NameFamily::Cncf, {}};
    if (config)
        artifact.config = std::move(*config);
    else
        artifact.findings.push_back({"MP020", Severity::Error, "config", config.error().wording()});
    if (artifact.manifest.config.mediaType.toString().starts_with("application/vnd.cnai."))
        artifact.family = NameFamily::Cnai;

    for (const auto &descriptor : artifact.manifest.layers)
        artifact.layers.push_back(readLayer(descriptor));
    const auto diffIds = diffIdsOf(artifact.config.document());
    for (std::size_t i = 0; i < std::min(diffIds.size(), artifact.layers.size()); ++i) {
        if (diffIds[i].asString())
            artifact.layers[i].diffId = *diffIds[i].asString();
    }
    if (diffIds.size() != artifact.layers.size())
        artifact.findings.push_back(
            {"MP021", Severity::Warning, "config:/modelfs/diffIds",
             Message::of("there are %1 diffIds for %2 layers", diffIds.size(), artifact.layers.size())});
    return artifact;
}

} // namespace modelcrate
