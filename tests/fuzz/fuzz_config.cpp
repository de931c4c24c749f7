// SPDX-License-Identifier: Apache-2.0
#include "fuzz.h"

#include "modelpack/modelconfig.h"
#include "modelpack/validate.h"

#include <array>

using namespace modelcrate;

void fuzz(std::string_view input)
{
    static_cast<void>(validateConfig(input, SpecVersion::Main));
    static_cast<void>(validateConfig(input, SpecVersion::V007));
    static_cast<void>(validateFileMetadata(input));
    for (const ConfigField &field : configFields())
        static_cast<void>(parseFieldValue(field, input));

    const auto config = ModelConfig::parse(input);
    if (!config)
        return;
    // Written, read and written again it must not change any more: digests are taken over these bytes.
    const std::array<std::string, 1> diffIds{"sha256:" + std::string(64, '0')};
    const std::string bytes = config->toBytes(diffIds);
    const auto again = ModelConfig::parse(bytes);
    MUST(again.has_value());
    MUST(again->toBytes(diffIds) == bytes);
}
