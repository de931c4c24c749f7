// SPDX-License-Identifier: Apache-2.0
#include "operations/signin.h"

namespace modelcrate {

namespace {

/// Tokens and source of the client that all share.
Result<void> forgetTokens(const RegistryHost &registry, Session &session)
{
    ASSIGN_OR_RETURN(const auto client, session.registry(registry));
    client->tokens().setCredential(std::nullopt);
    return {};
}

} // namespace

Result<SignInResult> signIn(const RegistryHost &registry, const SignIn &account, Session &session,
                            const TaskContext &context)
{
    ASSIGN_OR_RETURN(const auto client, session.newRegistryClient(registry));
    client->tokens().setCredential(
        Credential{Credential::Kind::Password, account.user, account.secret, "what was entered"});
    RETURN_IF_ERROR(client->ping(context));
    ASSIGN_OR_RETURN(auto storedIn,
                     session.credentials().store(registry, account.user, account.secret, account.place, context));
    RETURN_IF_ERROR(forgetTokens(registry, session));
    // Only a registry that has asked for a credential has seen it.
    return SignInResult{client->tokens().wasChallenged(), std::move(storedIn)};
}

Result<std::string> signOut(const RegistryHost &registry, CredentialPlace place, Session &session,
                            const TaskContext &context)
{
    ASSIGN_OR_RETURN(auto where, session.credentials().erase(registry, place, context));
    RETURN_IF_ERROR(forgetTokens(registry, session));
    return where;
}

} // namespace modelcrate
