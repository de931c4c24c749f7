// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/session.h"

#include <string>

namespace modelcrate {

struct SignIn {
    std::string user;
    std::string secret;
    CredentialPlace place = CredentialPlace::OwnFile; ///< where it is remembered
};

struct SignInResult {
    bool verified = false; ///< false: the registry lets everybody in, so the password proves nothing
    std::string storedIn; ///< where the credential was put or found, for people
};

/// Asks the registry whether it takes user and password, then remembers them. Unauthorized, and nothing is stored, when
/// it does not. What runs meanwhile is not disturbed; what asks from now on uses the new credential.
Result<SignInResult> signIn(const RegistryHost &registry, const SignIn &account, Session &session,
                            const TaskContext &context);
/// Forgets the credential of that place, and the tokens that were got with it; returns where it was. NotFound when
/// there was none.
Result<std::string> signOut(const RegistryHost &registry, CredentialPlace place, Session &session,
                            const TaskContext &context);

} // namespace modelcrate
