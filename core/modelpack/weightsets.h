// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/finding.h"
#include "base/taskcontext.h"
#include "formats/fileformat.h"
#include "io/file.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace modelcrate {

/// A weight file that goes into a package.
struct WeightFile {
    std::string path; ///< relative to the folder, '/' between parts
    FileIdentity identity;
    FileFormat format = FileFormat::Unknown; ///< by first bytes, where they were looked at
};

/// What the headers of one model's weights say together. What they do not say is empty or 0.
struct WeightSummary {
    std::string format; ///< "safetensors" or "gguf"
    std::uint64_t parameters = 0; ///< of all shards; 0 when one is missing
    bool isEstimated = false; ///< weights are packed, and counted by how many fit
    std::string precision; ///< as config.md wants it: "bfloat16", "float8_e4m3,bfloat16"
    std::string quantization; ///< of GGUF: "Q4_K_M"
    std::string family; ///< of GGUF: general.architecture
    std::string architecture; ///< "transformer" or "rnn" where that architecture is one
    std::string sizeLabel; ///< of GGUF: what its author calls the size, "8B"
    std::string source; ///< "model-00001-of-00004.safetensors (+3)"

    bool operator==(const WeightSummary &) const = default;
};

struct WeightEvidence {
    /// The model first, then other forms of it in the same folder; empty when no header could be read.
    std::vector<WeightSummary> sets;
    Findings findings; ///< META005: a header that is broken, META006: files that were not looked into
};

struct WeightReading {
    bool hasModelIndex = false; ///< the folder is a diffusers pipeline (model_index.json)
    unsigned packedBits = 4; ///< of a weight in packed words, by config.json
};

/// Reads headers of safetensors and GGUF files, never a weight, and sums them up by model:
///
/// - Files that are called NAME-00001-of-00004.EXT in one folder are shards and make one set; every other file is a set
///   of its own. A set of which a shard is missing or broken has no parameter count.
/// - The sets that lie highest in the folder are forms of the same model (an fp16 variant, quantizations, GGUF beside
///   safetensors) and are never added up. First is the one with most bytes, since the others were made from it; then by
///   path. At most `maxSets` are looked at. What lies deeper (`onnx/`, `original/`) is not.
/// - Adapters, projectors and importance matrices (by name, and for GGUF by general.type) count only where there is
///   nothing else.
/// - A diffusers pipeline without weights at its top is the sum of its parts: the largest set of each folder in it.
///
/// The answer depends on the files alone, not on threads. At most `maxFiles` are opened and about `maxHeaderBytes`
/// read; what is beyond, a file that cannot be read and a broken header are findings. The only Error is a stop.
Result<WeightEvidence> readWeightSets(const std::filesystem::path &root, const std::vector<WeightFile> &files,
                                      const WeightReading &reading, const TaskContext &context);

namespace weightlimits {
constexpr std::size_t maxSets = 8;
constexpr std::size_t maxFiles = 1024;
constexpr std::int64_t maxHeaderBytes = std::int64_t(512) << 20;
} // namespace weightlimits

/// "safetensors" or "gguf" for a file whose header can be read, by first bytes or else by name; empty for others.
std::string_view headerFormat(const WeightFile &file);

/// A size as people write it into a name, "Llama-2-7B-chat", "smollm2-135m": a first part in B, else one in M. `step`
/// is one in the last digit: names are rounded, so a count less than that away is the same size.
struct NamedSize {
    std::uint64_t parameters = 0; ///< 0: the name has none
    std::uint64_t step = 0;
    bool agreesWith(std::uint64_t counted) const;
};
NamedSize sizeInName(std::string_view name);

} // namespace modelcrate
