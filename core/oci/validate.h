// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/finding.h"
#include "io/json.h"

#include <filesystem>
#include <string_view>

namespace modelcrate {

// Checks against image-spec alone (docs and JSON schemas, commit 13cff54). Each returns every finding, not the first;
// `where` is a JSON pointer. Ids: OCI001 not strict JSON, OCI002 schemaVersion, OCI003 mediaType, OCI004 descriptor,
// OCI005 digest, OCI006 size, OCI007 annotations, OCI008 urls, OCI009 data, OCI010 layers, OCI011 platform,
// OCI012 layout version, OCI013 manifest or index ambiguity, OCI014 artifactType, OCI015 blob missing or wrong.

Findings validateOciManifest(std::string_view text);
Findings validateOciIndex(std::string_view text);
Findings validateOciDescriptor(std::string_view text);
/// The oci-layout file alone.
Findings validateOciLayoutFile(std::string_view text);
/// Findings for one descriptor object at a JSON pointer; for use by other validators.
void checkDescriptor(const Json &value, std::string_view where, Findings &findings);

} // namespace modelcrate
