// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/finding.h"
#include "modelpack/fileclassifier.h"
#include "modelpack/modelconfig.h"
#include "modelpack/weightsets.h"

#include <functional>
#include <string_view>
#include <vector>

namespace modelcrate {

/// What a folder's own files say about the model, each value with its source: headers of the weights, config.json,
/// modules.json, README front matter and text, LICENSE, the folder's name or its Hugging Face cache path, and the
/// formats of the weights by bytes. A broken file is a finding, never an error.
///
/// A path may have several fields: the best source first, and others only where they say something else. Best is
///
/// - for config.paramSize the sum over headers; then general.size_label of GGUF and the folder's name ("7B"), which are
///   rounded and contradict only when they are off by one in their last digit;
/// - for config.precision and config.format the headers, since they are what a program will load; then config.json,
///   whose torch_dtype contradicts only when no tensor has that type, and the format with most bytes;
/// - for config.quantization GGUF headers, then config.json; for config.architecture and descriptor.family config.json,
///   then GGUF: its converters call many families "llama", so the family is taken only where nothing else names it.
///
/// Other forms of the model in the same folder (WeightEvidence::sets) are heard where they differ from the first about
/// something that it has; their size only when it is off by more than a tenth.
struct DetectedMetadata {
    std::vector<DetectedField> fields;
    Findings findings;
};

/// Reads small files (at most 4 MiB each) and headers of `weights`, the weight files that go into the package, as
/// readWeightSets() does. Blocks; the only Error is a stop.
Result<DetectedMetadata> detectMetadata(const ClassifiedFolder &folder, const std::vector<WeightFile> &weights,
                                        const TaskContext &context);

/// The file that a DetectedField's source names, "model.safetensors" of "model.safetensors (+3): estimated from packed
/// weights"; the source itself when it names none.
std::string_view fileOfSource(std::string_view source);

/// MP024, a warning for each of paramSize, precision, format and quantization that says something else than the headers
/// of weights do: what was typed over them, or chosen from another source. Roundings and one type of several agree.
/// `isPackaged` tells whether a file is in the package; what others say counts no more.
Findings checkAgainstWeights(const ModelConfig &config, const std::vector<DetectedField> &detected,
                             const std::function<bool(std::string_view file)> &isPackaged);

} // namespace modelcrate
