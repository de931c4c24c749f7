// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/finding.h"
#include "formats/fileformat.h"
#include "io/content.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace modelcrate {

struct TensorFact {
    std::string name;
    std::string type; ///< as the file writes it: "BF16", "Q4_K"; "type 77" for one that is newer than this program
    std::vector<std::uint64_t> shape; ///< at most 16 dimensions are kept; GGUF's stand with the fastest one first
};

struct TensorTypeFact {
    std::string type;
    std::uint64_t tensors = 0;
    std::uint64_t parameters = 0;
    /// Of those, weights that stand for themselves: neither packed nor the scales and zeros of packed ones.
    std::uint64_t plain = 0;
};

/// What a weight file says of itself in its header.
struct WeightFacts {
    FileFormat format = FileFormat::Unknown;
    /// Whether tensors were read; false for formats of which only the name is known, and after an error in the header.
    bool hasTensors = false;
    std::uint32_t version = 0; ///< of the format, where it has one (GGUF)
    ByteCount headerSize = {}; ///< everything before the data of tensors
    ByteCount bytesRead = {}; ///< what it took to know this, also where the header turned out to be broken
    std::uint64_t tensorCount = 0;
    std::uint64_t parameters = 0; ///< elements of all tensors, whatever they are packed into
    std::vector<TensorTypeFact> types; ///< most parameters first
    /// Elements that hold several weights each, told by the types and names that quantizers give them (GPTQ, AWQ,
    /// bitsandbytes, MLX, MXFP4, compressed-tensors; modelpack.md C2). GGUF counts weights, so it has none.
    std::uint64_t packedWords = 0; ///< of 32 bits; how many bits a weight has, config.json says
    std::uint64_t packedBytes = 0; ///< two weights each
    std::vector<TensorFact> firstTensors; ///< in the file's order, at most maxTensors
    std::vector<std::pair<std::string, std::string>>
        metadata; ///< in the file's order, at most maxMetadata, long values cut
    std::string architecture; ///< general.architecture
    std::string quantization; ///< of GGUF, as its file names write it: "Q4_K_M"
    /// What is wrong with the file: "MF001" for safetensors, "MF002" for GGUF. What was read until then stays.
    Findings findings;

    static constexpr std::size_t maxTensors = 200;
    static constexpr std::size_t maxMetadata = 200;
    static constexpr std::size_t maxValueBytes = 512;
};

/// Reads the header and no tensor (modelpack.md C2, C3). Everything in it is hostile: counts are held against what is
/// left of the file before anything is allocated, at most 100 MB are read of a safetensors header and 256 MiB of a GGUF
/// header, nothing is kept beyond the limits above. An Error only when the file cannot be read or the call is stopped.
Result<WeightFacts> readWeightFacts(const Content &content, const TaskContext &context);

/// "bfloat16" for "BF16": the word of the model config, or the text itself where there is none.
std::string_view precisionOfType(std::string_view tensorType);

} // namespace modelcrate
