// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include <QString>

namespace modelcrate {

/// Why a typed text names no place.
struct ReferenceProblem {
    QString text; ///< for people: which part is wrong, where, and how it is written instead
    QString details; ///< what the core says of it, in technical English; for a tool tip
};

/// Of a place to publish to: nothing when parseTarget() takes the text. Never looks at the disk, so it may be asked at
/// each key that is typed. Any thread.
std::optional<ReferenceProblem> targetProblem(std::string_view text);

} // namespace modelcrate
