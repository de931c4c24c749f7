// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "io/json.h"

namespace modelcrate {

/// One YAML document as a Json of objects, arrays and texts. String-first: plain scalars stay texts, so `no` is the
/// Norwegian language and 1.10 a version; only an empty or `null`/`~` scalar is null. Aliases and tags are refused,
/// size, depth and number of nodes bounded. Duplicate keys: InvalidInput.
Result<Json> parseYaml(std::string_view text);

} // namespace modelcrate
