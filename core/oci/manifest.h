// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "oci/descriptor.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace modelcrate {

/// Largest manifest or index that is read or written: what registries accept (distribution-spec asks for 4 MiB).
inline constexpr ByteCount maxManifestSize = 4_MiB;
/// How deep indexes may nest below the one that was asked for.
inline constexpr int maxIndexDepth = 4;

/// An OCI image manifest (or Docker schema 2, which has the same shape) as stored: typed members plus its exact bytes,
/// which alone the digest is taken over. A manifest without `mediaType` is read (kit writes such).
struct ImageManifest {
    std::string bytes;
    Digest digest;
    std::optional<std::string> mediaType; ///< member of the document; may be missing
    std::optional<std::string> artifactType; ///< may be missing
    Descriptor config;
    std::vector<Descriptor> layers;
    std::optional<Descriptor> subject;
    Annotations annotations;
    Json document;

    /// What a registry is told: the mediaType member, else the OCI manifest type.
    std::string_view effectiveMediaType() const
    {
        return mediaType ? std::string_view(*mediaType) : mediatypes::imageManifest;
    }
};

struct ImageIndex {
    std::string bytes;
    Digest digest;
    std::optional<std::string> mediaType;
    std::optional<std::string> artifactType;
    std::vector<Descriptor> manifests;
    Annotations annotations;
    Json document;
};

/// Strict: no duplicate members, bounded, well-formed descriptors; a document that could be read as manifest and as
/// index is refused (CVE-2021-41190). `contentType`, when given, must equal the mediaType member.
Result<ImageManifest> parseImageManifest(std::string bytes, std::optional<std::string_view> contentType = std::nullopt);
Result<ImageIndex> parseImageIndex(std::string bytes, std::optional<std::string_view> contentType = std::nullopt);

enum class DocumentKind { Manifest, Index, Other };
/// By mediaType (member, then `contentType`), then by shape.
DocumentKind documentKind(std::string_view bytes, std::optional<std::string_view> contentType = std::nullopt);

} // namespace modelcrate
