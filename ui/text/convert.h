// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include <QString>

namespace modelcrate {

/// UTF-8 of the core as Qt text and back. Text from outside is shown as plain text only; control characters and bidi
/// overrides are made visible by displayText().
QString toQString(std::string_view utf8);
std::string toUtf8(const QString &text);
QString pathText(const std::filesystem::path &path);
std::filesystem::path toPath(const QString &path);
QString displayText(std::string_view untrusted);

} // namespace modelcrate
