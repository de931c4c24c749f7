// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/httpclient.h"
#include "registry/challenge.h"
#include "registry/credentialstore.h"

#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace modelcrate {

/// What a request needs to be allowed to do: "repository:team/model:pull,push". Empty for the registry itself.
struct AccessScope {
    std::optional<RepositoryName> repository = {};
    std::string actions = {}; ///< "pull", "pull,push", "pull,push,delete"
    std::optional<RepositoryName> mountFrom = {}; ///< a second repository to pull from
    std::string catalog = {}; ///< "*" to list repositories

    /// The scopes of a token request, the important one first: some registries read only that.
    std::vector<std::string> toScopes() const;
    std::string key() const;
};

/// Authorization for one registry: answers Basic and Bearer challenges (registry.md 1.1), keeps tokens per scope until
/// shortly before they expire (counted from receipt, whatever the server's clock says), asks once for all who wait, and
/// sends credentials only where decide() allows. Thread-safe.
class TokenSource {
public:
    TokenSource(HttpClient &client, const CredentialStore &credentials, RegistryHost registry);

    /// Used instead of what the store finds, until it is replaced: for a sign-in that is being tried. Tokens that were
    /// got before are forgotten; with nothing the store is asked again.
    void setCredential(std::optional<Credential> credential);

    /// A value for Authorization that is known to be wanted and still good, fetching a token when the registry is known
    /// to ask for one; nothing before the first challenge.
    Result<std::optional<std::string>> authorization(const Origin &home, const AccessScope &scope,
                                                     const TaskContext &context);
    /// After a 401: what to send instead of `refused`. Unauthorized when there is nothing else to try.
    Result<std::string> answer(const Origin &home, const std::vector<std::string> &challenges, const AccessScope &scope,
                               const std::optional<std::string> &refused, const TaskContext &context);
    /// Where the credential in use was found; empty for none.
    std::string credentialSource() const;
    /// Whether the registry has asked for a sign-in since this was made.
    bool wasChallenged() const;

private:
    struct Slot {
        std::mutex mutex;
        std::string authorization;
        std::chrono::steady_clock::time_point expires{};
    };
    struct Token {
        std::string value;
        std::chrono::seconds life{60};
    };

    std::shared_ptr<Slot> slotFor(const AccessScope &scope);
    Result<std::optional<Credential>> credentialFor(const AccessScope &scope, const TaskContext &context);
    Result<std::string> refill(Slot &slot, const Origin &home, const Challenge &challenge, const AccessScope &scope,
                               const TaskContext &context);
    Result<Token> fetchToken(const Origin &home, const Challenge &challenge, const AccessScope &scope,
                             const TaskContext &context);
    Result<HttpResponse> askForToken(const Origin &home, const Url &realm, const Challenge &challenge,
                                     const AccessScope &scope, const std::optional<Credential> &credential,
                                     const TaskContext &context);

    HttpClient &m_client;
    const CredentialStore &m_credentials;
    RegistryHost m_registry;

    mutable std::mutex m_mutex; ///< of what follows
    std::map<std::string, std::shared_ptr<Slot>> m_slots;
    std::optional<Challenge> m_challenge;
    std::optional<Credential> m_given;
    std::string m_source;
};

/// The token and its life from a token service's answer. Fuzzed.
Result<std::pair<std::string, std::chrono::seconds>> parseTokenAnswer(std::string_view body);

} // namespace modelcrate
