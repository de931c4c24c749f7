// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/taskcontext.h"

#include <optional>
#include <string>

namespace modelcrate {

/// Where a desktop keeps secrets encrypted. Calls block, as long as it takes to ask the user to unlock it, until the
/// context stops; thread-safe.
class SecretVault {
public:
    virtual ~SecretVault() = default;
    /// For people: "Secret Service".
    virtual std::string name() const = 0;
    /// Whether it is there at all; Unsupported says why not. Asks nobody for anything.
    virtual Result<void> check(const TaskContext &context) = 0;
    /// Nothing when it has none for this account; an error when it is locked or not there.
    virtual Result<std::optional<std::string>> read(const std::string &account, const TaskContext &context) = 0;
    virtual Result<void> write(const std::string &account, const std::string &secret, const TaskContext &context) = 0;
    /// It is no error when there was none.
    virtual Result<void> remove(const std::string &account, const TaskContext &context) = 0;
};

} // namespace modelcrate
