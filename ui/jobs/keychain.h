// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/secretvault.h"

namespace modelcrate {

/// The desktop's keychain (Secret Service, KWallet) through QtKeychain; never a file of our own, since the insecure
/// fallback is off. The library wants a thread with an event loop, so one thread of the program serves all instances;
/// callers wait on their own. Where there is no session bus, or none that has a keychain, every call is Unsupported
/// within 3 s. The keychain may ask the user to unlock it: that is waited for, two minutes at most.
class Keychain final : public SecretVault {
public:
    std::string name() const override;
    Result<void> check(const TaskContext &context) override;
    Result<std::optional<std::string>> read(const std::string &account, const TaskContext &context) override;
    Result<void> write(const std::string &account, const std::string &secret, const TaskContext &context) override;
    Result<void> remove(const std::string &account, const TaskContext &context) override;
};

} // namespace modelcrate
