// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/credentialstore.h"

namespace modelcrate {

/// A program `docker-credential-<name>` (protocol of docker-credential-helpers). Found through PATH, started without a
/// shell, killed after 10 s or when the context stops; at most 1 MiB of its output is read.
class CredentialHelper {
public:
    /// InvalidInput for a name that is not `[A-Za-z0-9._-]+`: it becomes part of a program's name.
    static Result<CredentialHelper> named(std::string_view name);

    /// Nothing when it has none for this server.
    Result<std::optional<Credential>> get(const std::string &server, const TaskContext &context) const;
    Result<void> store(const std::string &server, const std::string &user, const std::string &secret,
                       const TaskContext &context) const;
    Result<void> erase(const std::string &server, const TaskContext &context) const;
    /// Servers it has a credential for, with their users.
    Result<std::map<std::string, std::string>> list(const TaskContext &context) const;

private:
    explicit CredentialHelper(std::string program) : m_program(std::move(program)) { }
    struct Output {
        std::string text;
        int exitStatus = 0;
    };
    Result<Output> run(const char *action, const std::string &input, const TaskContext &context) const;

    std::string m_program;
};

} // namespace modelcrate
