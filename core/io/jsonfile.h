// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/taskcontext.h"
#include "io/json.h"

#include <filesystem>
#include <functional>

namespace modelcrate {

/// A small file that holds one JSON object and belongs to the user: an empty file is an empty object. NotFound when it
/// does not exist, InvalidInput, naming the file, for anything else that it may hold.
Result<Json> readJsonFile(const std::filesystem::path &file);

/// Reads such a file, or begins one, changes it and writes it whole, with mode 0600, under a lock beside it, so that
/// two programs at once lose nothing. Members that `change` does not know stay, in their order. A symbolic link stays
/// one: what it leads to is replaced.
Result<void> changeJsonFile(const std::filesystem::path &file, const TaskContext &context,
                            const std::function<Result<void>(JsonObject &)> &change);

} // namespace modelcrate
