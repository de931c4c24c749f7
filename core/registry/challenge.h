// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace modelcrate {

/// One challenge of a WWW-Authenticate field (RFC 9110 11.6.1).
struct Challenge {
    std::string scheme; ///< lower case: "basic", "bearer"
    std::vector<std::pair<std::string, std::string>>
        parameters; ///< names in lower case; the first of a repeated name counts

    /// The value, or "".
    std::string_view parameter(std::string_view name) const;
};

/// All challenges of all fields, in order. Reads what servers really send: several challenges in one field, commas in
/// quoted texts, unquoted values, escapes. Hostile input gives fewer challenges, never a crash; at most 64.
std::vector<Challenge> parseChallenges(const std::vector<std::string> &fields);

/// The challenge to answer: Bearer before Basic, others never.
std::optional<Challenge> chooseChallenge(const std::vector<Challenge> &challenges);

} // namespace modelcrate
