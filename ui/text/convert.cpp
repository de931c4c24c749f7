// SPDX-License-Identifier: Apache-2.0
#include "ui/text/convert.h"

#include "base/text.h"

namespace modelcrate {

QString toQString(std::string_view utf8) { return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())); }

std::string toUtf8(const QString &text) { return text.toStdString(); }

QString pathText(const std::filesystem::path &path) { return displayText(path.native()); }

std::filesystem::path toPath(const QString &path) { return toUtf8(path); }

QString displayText(std::string_view untrusted) { return toQString(escapeForDisplay(untrusted)); }

} // namespace modelcrate
