// SPDX-License-Identifier: Apache-2.0
#include "modelpack/layerkind.h"

#include "base/text.h"

namespace modelcrate {

namespace {

constexpr std::array allEncodings{LayerEncoding::Raw, LayerEncoding::Tar, LayerEncoding::TarGzip,
                                  LayerEncoding::TarZstd};

/// The kind's part of a media type, where the spec says "weight.config" for what people call config.
std::string_view mediaTypePart(LayerKind kind)
{
    return kind == LayerKind::WeightConfig ? std::string_view("weight.config") : toString(kind);
}

std::string mediaTypeText(std::string_view vendor, LayerKind kind, LayerEncoding encoding)
{
    return cat("application/vnd.", vendor, ".model.", mediaTypePart(kind), ".v1.", toString(encoding));
}

} // namespace

std::string_view toString(LayerKind kind)
{
    switch (kind) {
    case LayerKind::WeightConfig: return "config";
    case LayerKind::Weight: return "weight";
    case LayerKind::Code: return "code";
    case LayerKind::Doc: return "doc";
    case LayerKind::Dataset: return "dataset";
    }
    return "code";
}

std::optional<LayerKind> parseLayerKind(std::string_view word)
{
    for (const auto kind : allLayerKinds) {
        if (toString(kind) == word)
            return kind;
    }
    return word == "weight.config" ? std::optional(LayerKind::WeightConfig) : std::nullopt;
}

std::string_view toString(LayerEncoding encoding)
{
    switch (encoding) {
    case LayerEncoding::Raw: return "raw";
    case LayerEncoding::Tar: return "tar";
    case LayerEncoding::TarGzip: return "tar+gzip";
    case LayerEncoding::TarZstd: return "tar+zstd";
    }
    return "raw";
}

std::optional<LayerEncoding> parseLayerEncoding(std::string_view word)
{
    for (const auto encoding : allEncodings) {
        if (toString(encoding) == word)
            return encoding;
    }
    return std::nullopt;
}

MediaType layerMediaType(LayerKind kind, LayerEncoding encoding)
{
    return MediaType::parse(mediaTypeText("cncf", kind, encoding)).value();
}

std::optional<LayerType> parseLayerMediaType(std::string_view mediaType)
{
    for (const auto family : {NameFamily::Cncf, NameFamily::Cnai}) {
        for (const auto kind : allLayerKinds) {
            for (const auto encoding : allEncodings) {
                if (mediaType == mediaTypeText(family == NameFamily::Cncf ? "cncf" : "cnai", kind, encoding))
                    return LayerType{kind, encoding, family};
            }
        }
    }
    return std::nullopt;
}

} // namespace modelcrate
