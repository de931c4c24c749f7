// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/taskcontext.h"
#include "io/json.h"
#include "oci/reference.h"

#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace modelcrate {

/// What the user chose for one registry.
struct RegistrySettings {
    bool plainHttp = false; ///< http instead of https
    std::filesystem::path caFile = {}; ///< further certificate authority, PEM
    std::string keychainUser = {}; ///< the user whose password the desktop's keychain has; empty: none

    bool operator==(const RegistrySettings &) const = default;
};

/// Choices that hold for the window and the command line alike, in a JSON file of the user's: where the local store is,
/// and what is special about which registry. Holds no secret. The file is read once, by the constructor; what is set is
/// written at once, and whatever another program wrote meanwhile comes with it. Thread-safe; getters look into memory
/// only.
class ClientSettings {
public:
    /// `$XDG_CONFIG_HOME/modelcrate/client.json`, else `~/.config/modelcrate/client.json`; nothing without a home.
    static std::optional<std::filesystem::path> defaultPath();

    /// An empty path keeps everything in memory.
    explicit ClientSettings(std::filesystem::path file);

    /// InvalidInput when the file is there and is not ours: nobody may think that a choice holds which could not be
    /// read. It is not overwritten then either.
    Result<void> state() const;

    RegistrySettings registry(const RegistryHost &host) const;
    /// All that are not as every registry is.
    std::map<RegistryHost, RegistrySettings> registries() const;
    Result<void> setRegistry(const RegistryHost &host, const RegistrySettings &settings, const TaskContext &context);

    /// Empty: the default.
    std::filesystem::path storePath() const;
    /// Absolute, or empty for the default.
    Result<void> setStorePath(const std::filesystem::path &path, const TaskContext &context);

private:
    struct Values {
        std::filesystem::path storePath = {};
        std::map<RegistryHost, RegistrySettings> registries = {};
    };
    static Result<Values> valuesOf(const JsonObject &document);
    Result<void> change(const TaskContext &context, const std::function<void(JsonObject &)> &edit);

    const std::filesystem::path m_file;
    mutable std::mutex m_mutex; ///< of what follows
    Values m_values;
    std::optional<Error> m_failure;
};

} // namespace modelcrate
