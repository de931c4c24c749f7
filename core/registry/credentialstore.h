// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/taskcontext.h"
#include "io/json.h"
#include "oci/reference.h"
#include "registry/clientsettings.h"
#include "registry/secretvault.h"

#include <filesystem>
#include <map>
#include <mutex>
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

/// Where credentials are.
enum class CredentialPlace {
    Session, ///< in this program's memory alone
    Keychain, ///< in the desktop's keychain
    OwnFile, ///< in the file that `docker login` writes, or in its helper
    OtherFile, ///< in a file that is only read
    Environment, ///< in DOCKER_AUTH_CONFIG
};

/// A credential that find() would come to, without its secret.
struct FoundCredential {
    std::string key; ///< "ghcr.io", "ghcr.io/team"
    std::string user; ///< may be empty, of a token
    Credential::Kind kind = Credential::Kind::Password;
    CredentialPlace place = CredentialPlace::OwnFile;
    std::string source; ///< for people: "/home/x/.docker/config.json (helper pass)"
    bool inUse = true; ///< false: one before it is taken
};

/// A credential's source as a part of a message: the names of places that are no files can be said in another language.
Message spokenSource(const std::string &source);

struct CredentialList {
    std::vector<FoundCredential> found; ///< in the order in which they are taken
    std::vector<Error> failures; ///< of files and helpers that could not be asked
};

struct CredentialStoreOptions {
    /// When set, only this file is read and written (--authfile); else REGISTRY_AUTH_FILE counts likewise.
    std::filesystem::path authFile = {};
    /// A keychain and the settings that say for which registries it is asked; both or neither. They outlive the store.
    SecretVault *vault = nullptr;
    ClientSettings *settings = nullptr;
};

/// Credentials in the order in which they are looked for: what this program was told for its own time, the desktop's
/// keychain, then Docker's and containers' files and their helpers, as containers-auth.json(5) orders them: auth file
/// option or REGISTRY_AUTH_FILE alone, else DOCKER_AUTH_CONFIG (the text itself),
/// $XDG_RUNTIME_DIR/containers/auth.json, $XDG_CONFIG_HOME/containers/auth.json, $DOCKER_CONFIG/config.json or
/// ~/.docker/config.json. In each file credHelpers, then credsStore, then auths. A helper gets 10 s and no shell.
/// Credentials for `host` are not those for `host:5000`. Thread-safe; reads the files anew at each call.
class CredentialStore {
public:
    explicit CredentialStore(CredentialStoreOptions options = {}) : m_options(std::move(options)) { }

    /// Nothing when nobody has one. An error when a helper, keychain or file fails: a locked keyring must not silently
    /// become anonymous. `repository` finds namespaced keys of containers' files.
    Result<std::optional<Credential>> find(const RegistryHost &registry,
                                           const std::optional<RepositoryName> &repository,
                                           const TaskContext &context) const;
    /// Everything there is. What cannot be asked is among the failures and hides nothing else; an error is a stop.
    Result<CredentialList> list(const TaskContext &context) const;

    /// Whether CredentialPlace::Keychain can be stored to; Unsupported says why not.
    Result<void> checkKeychain(const TaskContext &context) const;
    /// Remembers user and password in one place, and forgets those of the places that are asked before it: in
    /// OwnFile where `docker login` would (a configured helper, else the file, 0600, everything else in it kept word
    /// for word), in Keychain (Unsupported without one), or in Session, which writes nothing anywhere. Returns where,
    /// for people. Usage for the places that are only read.
    Result<std::string> store(const RegistryHost &registry, const std::string &user, const std::string &secret,
                              CredentialPlace place, const TaskContext &context) const;
    /// Forgets the registry in that place; in OwnFile also in its helper. Returns where it was. NotFound when there was
    /// nothing.
    Result<std::string> erase(const RegistryHost &registry, CredentialPlace place, const TaskContext &context) const;

private:
    std::optional<std::filesystem::path> exclusiveFile() const;
    std::vector<std::filesystem::path> filesToRead() const;
    Result<std::filesystem::path> fileToWrite() const;
    std::string nameOf(CredentialPlace place) const;
    std::optional<Credential> findKept(const RegistryHost &registry) const;
    Result<std::optional<Credential>> findInKeychain(const RegistryHost &registry, const TaskContext &context) const;
    void listKept(CredentialList &list) const;
    Result<void> listFiles(CredentialList &list, const TaskContext &context) const;
    Result<std::string> storeInFile(const RegistryHost &registry, const std::string &user, const std::string &secret,
                                    const TaskContext &context) const;
    Result<void> storeInKeychain(const RegistryHost &registry, const std::string &user, const std::string &secret,
                                 const TaskContext &context) const;
    Result<std::string> eraseInFile(const RegistryHost &registry, const TaskContext &context) const;
    Result<bool> eraseInKeychain(const RegistryHost &registry, const TaskContext &context) const;

    CredentialStoreOptions m_options;
    mutable std::mutex m_mutex;
    mutable std::map<RegistryHost, Credential> m_kept; ///< for the time of the program
};

} // namespace modelcrate
