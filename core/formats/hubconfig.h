// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace modelcrate {

/// Facts of a transformers `config.json` in ModelPack's words (modelpack.md C7, D2). Members that are missing or have
/// odd types are absent, never an error.
struct HubConfig {
    std::string family; ///< model_type
    std::string architecture; ///< "transformer", "cnn", "rnn" or empty
    std::string precision; ///< torch_dtype or dtype, in config.md's names
    std::string precisionMember;
    std::string quantization; ///< quantization_config.quant_method
    unsigned packedBits = 0; ///< of a quantized weight, 2 to 8; 0 when it does not say
    std::vector<std::string> remoteCode; ///< files that auto_map wants to run
};

/// InvalidInput when it is no JSON object. NaN and Infinity are tolerated.
Result<HubConfig> parseHubConfig(std::string_view text);

/// ModelPack modalities for a hub pipeline_tag; both empty for an unknown one.
struct Modalities {
    std::vector<std::string> input;
    std::vector<std::string> output;
};
Modalities modalitiesOfPipeline(std::string_view pipelineTag);

/// Two-letter ISO 639-1 code for a card's language ("en", "eng", "en-US"); nothing for "multilingual" and unknown ones.
std::optional<std::string> iso639Code(std::string_view language);

} // namespace modelcrate
