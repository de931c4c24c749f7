// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/httpclient.h"

#include <string>

namespace modelcrate {

/// The error that a registry's answer means: code by status, what it said (distribution-spec "Error codes"; text of
/// HTML pages is left out), and what to do. `action` is what was asked for, to stand after
/// "when": "asking for tag v1".
Error errorFromResponse(const HttpResponse &response, const Message &action);

/// The `errors` of a JSON error body; empty for anything else. At most 20, each text escaped and at most 1000 bytes.
std::vector<RegistryErrorEntry> parseRegistryErrors(std::string_view body);

} // namespace modelcrate
