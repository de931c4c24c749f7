// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/taskcontext.h"
#include "io/json.h"
#include "oci/reference.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace modelcrate {

/// What a registry is told about who asks. Never printed, never logged.
struct Credential {
    enum class Kind {
        Password, ///< user and secret
        IdentityToken, ///< an OAuth2 refresh token in `secret`
        RegistryToken, ///< a bearer token in `secret`, sent as it is
    };
    Kind kind = Kind::Password;
    std::string user = {};
    std::string secret = {};
    std::string source = {}; ///< where it was found, for people: "/home/x/.docker/config.json", "… (helper pass)"
};

/// Docker's config.json and containers' auth.json, as far as credentials go.
struct AuthFile {
    std::map<std::string, Credential> auths; ///< by key as written; entries without a secret are left out
    std::map<std::string, std::string> helpers; ///< credHelpers: registry to helper name
    std::string store; ///< credsStore
};
/// InvalidInput for what is no such file. Odd members are skipped.
Result<AuthFile> parseAuthFile(std::string_view text);

struct CredentialStoreOptions {
    /// When set, only this file is read and written (--authfile); else REGISTRY_AUTH_FILE counts likewise.
    std::filesystem::path authFile = {};
};

/// Credentials of Docker's and containers' files and their helpers, in the order of containers-auth.json(5): auth file
/// option or REGISTRY_AUTH_FILE alone, else DOCKER_AUTH_CONFIG (the text itself),
/// $XDG_RUNTIME_DIR/containers/auth.json, $XDG_CONFIG_HOME/containers/auth.json, $DOCKER_CONFIG/config.json or
/// ~/.docker/config.json. In each file credHelpers, then credsStore, then auths. A helper gets 10 s and no shell.
/// Credentials for `host` are not those for `host:5000`. Thread-safe; reads the files anew at each call.
class CredentialStore {
public:
    explicit CredentialStore(CredentialStoreOptions options = {}) : m_options(std::move(options)) { }

    /// Nothing when nobody has one. An error when a helper or file fails: a locked keyring must not silently become
    /// anonymous. `repository` finds namespaced keys of containers' files.
    Result<std::optional<Credential>> find(const RegistryHost &registry,
                                           const std::optional<RepositoryName> &repository,
                                           const TaskContext &context) const;
    /// Remembers user and password where `docker login` would: a configured helper, else the file, 0600, everything
    /// else in it kept word for word. Returns where, for people.
    Result<std::string> store(const RegistryHost &registry, const std::string &user, const std::string &secret,
                              const TaskContext &context) const;
    /// Forgets the registry in the file that store() would write, and in its helper. NotFound when there was nothing.
    Result<std::string> erase(const RegistryHost &registry, const TaskContext &context) const;

private:
    std::optional<std::filesystem::path> exclusiveFile() const;
    std::vector<std::filesystem::path> filesToRead() const;
    Result<std::filesystem::path> fileToWrite() const;

    CredentialStoreOptions m_options;
};

} // namespace modelcrate
