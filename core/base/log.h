// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace modelcrate {

enum class LogLevel { Debug, Info, Warning, Error, Off };

/// Where messages for people who look for a cause go: standard error, off unless a program turns it on. Callers pass
/// redacted text only; every line is escaped. Thread-safe.
void setLogLevel(LogLevel level);
bool logs(LogLevel level);
void log(LogLevel level, std::string_view area, std::string_view message);

} // namespace modelcrate
