// SPDX-License-Identifier: Apache-2.0
#include "fuzz.h"

#include "formats/weightfacts.h"

using namespace modelcrate;

void fuzz(std::string_view input)
{
    const auto facts = readWeightFacts(*makeMemoryContent(std::string(input)), TaskContext());
    MUST(facts.has_value());
    MUST(facts->firstTensors.size() <= WeightFacts::maxTensors && facts->firstTensors.size() <= facts->tensorCount);
    MUST(facts->metadata.size() <= WeightFacts::maxMetadata);
    // Each tensor takes a record of its own, so their number is bounded by the bytes.
    MUST(facts->tensorCount <= input.size());
    std::uint64_t tensors = 0;
    for (const auto &type : facts->types)
        tensors += type.tensors;
    MUST(!facts->hasTensors || tensors == facts->tensorCount);
}
