// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/finding.h"
#include "modelpack/layerkind.h"
#include "modelpack/modelconfig.h"
#include "oci/contentstore.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace modelcrate {

/// Attributes of a layer's file as its annotation says; missing or odd members are simply absent (and a finding).
struct FileMetadata {
    std::optional<unsigned> mode; ///< permission bits only
    std::optional<ByteCount> size;
    std::optional<std::chrono::sys_seconds> mtime;
    bool isDirectory = false;
};
FileMetadata parseFileMetadata(std::string_view json);

struct ArtifactLayer {
    Descriptor descriptor;
    std::optional<LayerType> type; ///< nothing for a type that ModelPack does not know
    std::string path; ///< filepath, else title; as written, not yet proven safe
    FileMetadata metadata;
    std::optional<std::string> diffId;
};

/// What a layer says of itself, of an artifact of any kind.
ArtifactLayer readLayer(const Descriptor &descriptor);

/// A ModelPack artifact as read from a store.
struct ModelArtifact {
    ImageManifest manifest;
    std::string configBytes;
    ModelConfig config;
    std::vector<ArtifactLayer> layers;
    NameFamily family = NameFamily::Cncf;
    Findings findings; ///< what was odd but readable
};

/// Opens what `tagOrDigest` names. Unsupported with 'not a ModelPack artifact, it is …' (ModelKit, Docker model,
/// container image, Helm chart, plain artifact by oras …) for anything else. Config at most 4 MiB.
Result<ModelArtifact> openArtifact(ContentStore &store, const std::string &tagOrDigest, const TaskContext &context);
/// The same of a manifest that was fetched.
Result<ModelArtifact> readArtifact(ContentStore &store, ImageManifest manifest, const TaskContext &context);
/// The same of a config that was fetched, too.
ModelArtifact readArtifact(ImageManifest manifest, std::string configBytes);
/// What a manifest is the manifest of, as far as people tell artifacts apart.
enum class ArtifactKind { ModelPack, ModelKit, DockerModel, Image, Other };
ArtifactKind artifactKind(const ImageManifest &manifest);
/// From a manifest alone: what it is, in words ("a KitOps ModelKit"), or nothing for ModelPack.
std::optional<Message> describeForeignArtifact(const ImageManifest &manifest);

} // namespace modelcrate
