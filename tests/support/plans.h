// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/publish.h"

#include <cstddef>
#include <map>
#include <string>

namespace modelcrate::testing {

/// What a registry gets of a plan whose digests are all known when nothing is sent twice: each blob once, with config
/// and manifest.
inline std::size_t bytesOnce(const PublishPlan &plan)
{
    std::map<std::string, ByteCount> blobs;
    for (const auto &layer : plan.artifact.layers)
        blobs[layer.digest->toString()] = *layer.size;
    auto bytes = plan.configSize + plan.manifestSize;
    for (const auto &[digest, size] : blobs)
        bytes += size;
    return static_cast<std::size_t>(bytes.value());
}

} // namespace modelcrate::testing
