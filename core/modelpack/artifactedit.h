// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelpack/artifact.h"
#include "modelpack/artifactplan.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace modelcrate {

/// What is to be different in a published artifact's documents, in this order.
struct DocumentEdits {
    std::vector<std::pair<std::string, std::string>> set = {}; ///< config field and its value as text; "" removes it
    std::vector<std::pair<std::string, Json>> values = {}; ///< the same as values, after those; null removes it
    std::vector<std::pair<std::string, std::string>> annotations = {}; ///< of the manifest; "" removes the key
};

/// New content of layers, by index: digest and size count, everything else of the layer stays.
using ReplacedLayers = std::map<std::size_t, Descriptor>;

/// Config and manifest of `artifact` with the edits. Every member that is not edited, known or not, stays where it
/// stands with its value; a document without a change keeps its bytes. Annotations that repeat a config field
/// (org.opencontainers.image.licenses …) follow it as long as they say the same as the field did. InvalidInput names
/// the edit that cannot be.
Result<ArtifactPlan::Documents> editDocuments(const ModelArtifact &artifact, const DocumentEdits &edits,
                                              const ReplacedLayers &replaced = {});

/// Index of the layer that is the file `path`, unpacked, so that it can be replaced by itself. NotFound, or
/// Unsupported for a layer that is an archive.
Result<std::size_t> findRawLayer(const ModelArtifact &artifact, std::string_view path);

} // namespace modelcrate
