// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/message.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace modelcrate {

enum class Severity { Note, Warning, Error };

/// "note", "warning", "error".
constexpr std::string_view toString(Severity severity)
{
    switch (severity) {
    case Severity::Note: return "note";
    case Severity::Warning: return "warning";
    case Severity::Error: return "error";
    }
    return "error";
}

/// Something a check noticed. `id` is stable ("MP009"); `where` names the place (a JSON pointer, a path, an offset);
/// `message` is a technical English sentence, and `data` holds what programs want to know of it.
struct Finding {
    std::string id;
    Severity severity = Severity::Error;
    std::string where;
    Message message;
    std::map<std::string, std::string> data = {};

    bool operator==(const Finding &) const = default;
};

using Findings = std::vector<Finding>;

inline bool hasErrors(const Findings &findings)
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding &finding) { return finding.severity == Severity::Error; });
}

} // namespace modelcrate
