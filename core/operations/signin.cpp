// SPDX-License-Identifier: Apache-2.0
#include "operations/signin.h"

namespace modelcrate {

namespace {

/// Whether the registry has seen a credential: only then it has been asked for one.
Result<bool> ping(RegistryClient &client, const TaskContext &context)
{
    RETURN_IF_ERROR(client.ping(context));
    return client.tokens().wasChallenged();
}

} // namespace

Result<SignInResult> signIn(const RegistryHost &registry, const std::string &user, const std::string &secret,
                            Session &session, const TaskContext &context)
{
    ASSIGN_OR_RETURN(const auto client, session.registry(registry));
    client->tokens().setCredential(Credential{Credential::Kind::Password, user, secret, "the command line"});
    auto verified = ping(*client, context);
    client->tokens().setCredential(std::nullopt);
    if (!verified)
        return std::move(verified).error();
    ASSIGN_OR_RETURN(auto storedIn, session.credentials().store(registry, user, secret, context));
    return SignInResult{*verified, std::move(storedIn)};
}

Result<SignInResult> checkSignIn(const RegistryHost &registry, Session &session, const TaskContext &context)
{
    ASSIGN_OR_RETURN(const auto client, session.registry(registry));
    ASSIGN_OR_RETURN(const bool verified, ping(*client, context));
    return SignInResult{verified, client->tokens().credentialSource()};
}

Result<std::string> signOut(const RegistryHost &registry, Session &session, const TaskContext &context)
{
    return session.credentials().erase(registry, context);
}

} // namespace modelcrate
