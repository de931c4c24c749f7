// SPDX-License-Identifier: Apache-2.0
#include "io/userfolders.h"

#include <cstdlib>

namespace modelcrate {

namespace {

struct Place {
    const char *variable;
    const char *belowHome;
};

Place placeOf(UserFolder folder)
{
    switch (folder) {
    case UserFolder::Config: return {"XDG_CONFIG_HOME", ".config"};
    case UserFolder::Data: return {"XDG_DATA_HOME", ".local/share"};
    case UserFolder::State: return {"XDG_STATE_HOME", ".local/state"};
    case UserFolder::Cache: break;
    }
    return {"XDG_CACHE_HOME", ".cache"};
}

std::optional<std::filesystem::path> absolutePath(const char *variable)
{
    const char *value = std::getenv(variable);
    return value && *value == '/' ? std::optional<std::filesystem::path>(value) : std::nullopt;
}

} // namespace

std::optional<std::filesystem::path> userFolder(UserFolder folder)
{
    const auto place = placeOf(folder);
    if (const auto named = absolutePath(place.variable))
        return *named / "modelcrate";
    if (const auto home = absolutePath("HOME"))
        return *home / place.belowHome / "modelcrate";
    return std::nullopt;
}

} // namespace modelcrate
