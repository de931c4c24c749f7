// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <filesystem>

namespace modelcrate {

/// Writes the sample of resources/sample below the user's data folder and returns it: weights, config, tokenizer,
/// README with front matter, licence, a script and a data file, so that a first publish can be tried without a model, a
/// server or a network. The same bytes as `./dev run` has. Writes files: on a worker.
Result<std::filesystem::path> makeSamplePackage();

} // namespace modelcrate
