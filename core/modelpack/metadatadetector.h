// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/finding.h"
#include "modelpack/fileclassifier.h"
#include "modelpack/modelconfig.h"

#include <vector>

namespace modelcrate {

/// What a folder's own files say about the model, each value with its source: folder name, Hugging Face cache path,
/// config.json, modules.json, README front matter and text, LICENSE, and the formats of the weights by bytes.
/// Reads small files only (at most 4 MiB each). A broken one is a finding, never an error.
struct DetectedMetadata {
    std::vector<DetectedField> fields; ///< at most one per config path, the best source first come
    Findings findings;
};

DetectedMetadata detectMetadata(const ClassifiedFolder &folder);

} // namespace modelcrate
