// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "oci/mediatype.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace modelcrate {

/// What a layer holds (model-spec docs/spec.md). The order is the canonical order of layers in what we write.
enum class LayerKind { WeightConfig, Weight, Code, Doc, Dataset };
inline constexpr std::array allLayerKinds{LayerKind::WeightConfig, LayerKind::Weight, LayerKind::Code, LayerKind::Doc,
                                          LayerKind::Dataset};

/// "config", "weight", "code", "doc", "dataset": the words of the command line and of JSON output.
std::string_view toString(LayerKind kind);
std::optional<LayerKind> parseLayerKind(std::string_view word);

enum class LayerEncoding { Raw, Tar, TarGzip, TarZstd };

/// "raw", "tar", "tar+gzip", "tar+zstd".
std::string_view toString(LayerEncoding encoding);
std::optional<LayerEncoding> parseLayerEncoding(std::string_view word);

/// The two families of names in the field: org.cncf / vnd.cncf is what we write, org.cnai / vnd.cnai is what modctl
/// v0.2.2 writes and Harbor up to 2.15 reads. Readers accept both.
enum class NameFamily { Cncf, Cnai };

/// One of the twenty layer types, "application/vnd.cncf.model.weight.config.v1.tar+gzip".
MediaType layerMediaType(LayerKind kind, LayerEncoding encoding);

struct LayerType {
    LayerKind kind;
    LayerEncoding encoding;
    NameFamily family;
    bool operator==(const LayerType &) const = default;
};
/// Whole-string comparison; nothing for any other type.
std::optional<LayerType> parseLayerMediaType(std::string_view mediaType);

namespace modelpack {
inline constexpr std::string_view artifactType = "application/vnd.cncf.model.manifest.v1+json";
inline constexpr std::string_view configMediaType = "application/vnd.cncf.model.config.v1+json";
inline constexpr std::string_view cnaiArtifactType = "application/vnd.cnai.model.manifest.v1+json";
inline constexpr std::string_view cnaiConfigMediaType = "application/vnd.cnai.model.config.v1+json";
inline constexpr std::string_view filepath = "org.cncf.model.filepath";
inline constexpr std::string_view fileMetadata = "org.cncf.model.file.metadata+json";
inline constexpr std::string_view untested = "org.cncf.model.file.mediatype.untested";
inline constexpr std::string_view cnaiFilepath = "org.cnai.model.filepath";
inline constexpr std::string_view cnaiFileMetadata = "org.cnai.model.file.metadata+json";
inline constexpr std::string_view cnaiFileMetadataOld = "org.cnai.model.file.metadata"; ///< v0.0.4
inline constexpr std::string_view title = "org.opencontainers.image.title";
} // namespace modelpack

} // namespace modelcrate
