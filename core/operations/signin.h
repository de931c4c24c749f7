// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/session.h"

#include <string>

namespace modelcrate {

struct SignInResult {
    bool verified = false; ///< false: the registry lets everybody in, so the password proves nothing
    std::string storedIn; ///< where the credential was put or found, for people
};

/// Asks the registry whether it takes user and password, then remembers them where `docker login` would. Unauthorized,
/// and nothing is stored, when it does not.
Result<SignInResult> signIn(const RegistryHost &registry, const std::string &user, const std::string &secret,
                            Session &session, const TaskContext &context);
/// Asks with what is remembered. Unauthorized when the registry wants a sign-in and there is none that it takes.
Result<SignInResult> checkSignIn(const RegistryHost &registry, Session &session, const TaskContext &context);
/// Forgets the credential; returns where it was. NotFound when there was none.
Result<std::string> signOut(const RegistryHost &registry, Session &session, const TaskContext &context);

} // namespace modelcrate
