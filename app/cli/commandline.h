// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/commands.h"

#include <variant>

namespace modelcrate::cli {

struct ParsedCommandLine {
    ConsoleOptions console;
    Command command;
};

/// What `main` was started with; or the exit code, after help or an error was printed.
std::variant<ParsedCommandLine, int> parseCommandLine(int argc, char **argv);

} // namespace modelcrate::cli
