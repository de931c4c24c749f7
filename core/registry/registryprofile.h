// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytecount.h"
#include "http/httpclient.h"
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

/// What runs a registry whose host name tells nothing.
enum class RegistrySoftware { Unknown, Distribution, Gitea, GitLab, Harbor, Artifactory, Nexus, Zot };
/// As people know it; "OCI registry" for Unknown.
std::string_view toString(RegistrySoftware software);
/// By the headers of an answer to any request under /v2/: how it asks for a sign-in, or a header of its own. Of those
/// that ask for none, Distribution and zot, only Distribution's habit is seen here, which others share.
RegistrySoftware softwareOf(const HttpHeaders &answer);
/// By an answer to /v2/_oci/ext/discover (distribution-spec, extensions/_oci.md), which zot gives.
RegistrySoftware softwareOfExtensions(std::string_view json);

} // namespace modelcrate
