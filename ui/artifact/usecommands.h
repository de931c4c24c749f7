// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "io/digest.h"
#include "operations/location.h"

#include <string>
#include <vector>

#include <QString>

namespace modelcrate {

/// A word as a POSIX shell reads it back, quoted only where it must be.
std::string shellQuoted(const std::string &word);

/// "modelcrate-cli push /models/qwen ghcr.io/acme/qwen:v1": what the button Publish does, as a command.
std::string publishCommand(const std::string &source, const Location &target);

struct UseCommand {
    QString program; ///< "oras"
    std::string text; ///< one line, or several of YAML
};
/// Ways to get what was published.
std::vector<UseCommand> useCommands(const Location &published, const Digest &digest);

} // namespace modelcrate
