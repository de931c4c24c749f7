// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/finding.h"
#include "oci/contentstore.h"

#include <optional>
#include <string>
#include <string_view>

namespace modelcrate {

/// Which schema a config is held to. Main is model-spec d78bf32 (2026-06-08); V007 the release v0.0.7.
enum class SpecVersion { Main, V007 };
std::optional<SpecVersion> parseSpecVersion(std::string_view text); ///< "main", "v0.0.7"

// The rules MP001 … MP060 of reference modelpack.md A13. Each returns every finding; `where` is a JSON pointer.

/// A model config. Errors where the schema (with its format assertion) or Go's reader would refuse it; warnings where
/// only the prose objects; an older release that it does satisfy is named.
Findings validateConfig(std::string_view text, SpecVersion spec = SpecVersion::Main);
/// A manifest: by image-spec, and as ModelPack when its artifactType, config type or any layer type begins with
/// application/vnd.cncf.model. or application/vnd.cnai.model.; else with the note 'not a model artifact'.
Findings validateManifest(std::string_view text);
/// The JSON of org.cncf.model.file.metadata+json.
Findings validateFileMetadata(std::string_view text);
/// A path of org.cncf.model.filepath or of a tar member: nothing when it is fine.
std::optional<Finding> checkFilePath(std::string_view path, std::string_view where);

/// An artifact in a store: manifest, config, their agreement (diffIds, media types, paths). With `deep` every layer is
/// read: digests, diffIds, tar structure.
Result<Findings> validateArtifact(ContentStore &store, const std::string &tagOrDigest, SpecVersion spec, bool deep,
                                  const TaskContext &context);
/// A whole image layout: oci-layout, index.json, every manifest in it and the digests and sizes of their blobs.
Result<Findings> validateLayout(const std::filesystem::path &path, const TaskContext &context);

} // namespace modelcrate
