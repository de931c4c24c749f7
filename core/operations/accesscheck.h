// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/session.h"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace modelcrate {

/// One question on the way to a registry.
struct AccessStep {
    enum class Kind {
        Name, ///< its address
        Connection, ///< a connection, with TLS where it is used
        Registry, ///< that it answers /v2/ like a registry
        SignIn, ///< that it takes the credential that is found, or wants none
        Pull, ///< reading the repository
        Push, ///< writing to it
    };
    enum class Outcome { Passed, Failed, Skipped };

    Kind kind = Kind::Name;
    Outcome outcome = Outcome::Skipped;
    std::chrono::microseconds took{};
    std::string detail = {}; ///< technical English: "127.0.0.1", "plain HTTP", where the credential is
    std::optional<Error> error = {}; ///< of what failed
};

/// "name", "connection", "registry", "sign-in", "pull", "push".
std::string_view toString(AccessStep::Kind kind);

struct AccessCheck {
    std::vector<AccessStep> steps; ///< all six, in this order; those after a failure are skipped
    bool signedIn = false; ///< the registry asked for a credential and took one
    std::string credentialSource; ///< of that one; may be empty

    /// Of the step that failed, or null.
    const Error *failure() const;
};

struct AccessCheckOptions {
    /// For pull and push, which are skipped without one. It need not exist.
    std::optional<RepositoryName> repository = {};
    /// Each step as it is done, on the calling thread.
    std::function<void(const AccessStep &)> onStep = {};
};

/// Tries a registry step by step over connections of its own, each request once. Leaves nothing behind: the upload that
/// proves the right to push is begun and canceled at once, and not a byte of it is sent. An error is a stop, or a
/// mistake in the settings; what fails on the way is in the steps.
Result<AccessCheck> checkAccess(const RegistryHost &registry, const AccessCheckOptions &options, Session &session,
                                const TaskContext &context);

} // namespace modelcrate
