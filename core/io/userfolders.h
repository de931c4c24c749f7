// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>

namespace modelcrate {

/// Where a user's files go by the XDG Base Directory Specification.
enum class UserFolder {
    Config, ///< $XDG_CONFIG_HOME, else ~/.config
    Data, ///< $XDG_DATA_HOME, else ~/.local/share
    State, ///< $XDG_STATE_HOME, else ~/.local/state
    Cache, ///< $XDG_CACHE_HOME, else ~/.cache
};

/// Our folder in there, "…/modelcrate"; it need not exist. A relative value counts as none, as the specification says;
/// nothing when there is no home either.
std::optional<std::filesystem::path> userFolder(UserFolder folder);

} // namespace modelcrate
