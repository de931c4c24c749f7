// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytecount.h"
#include "oci/reference.h"

#include <optional>
#include <string_view>

namespace modelcrate {

/// Limits and habits of a registry that its answers do not tell, known by its host name (registry.md 1.3, 2.3).
struct RegistryProfile {
    std::string_view name = "OCI registry";
    std::string_view apiHost = {}; ///< where the API is, when it is another host than the name
    std::optional<ByteCount> maxBlob = {}; ///< larger layers are refused, so they are not even begun
    bool monolithicOnly = false; ///< takes a blob in one PUT only, so its digest must be known first
    bool chunkedEncoding = true; ///< takes PATCH bodies of unknown length
    ByteCount minChunk = 5_MiB;
    ByteCount maxChunk = 128_MiB;
    bool listsRepositories = true; ///< has /v2/_catalog
};

RegistryProfile profileFor(const RegistryHost &host);

} // namespace modelcrate
