// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace modelcrate {

/// Patterns in gitignore syntax (gitignore(5)): `#` comments, `!` takes back, a leading or inner `/` anchors to the
/// folder the rules stand in, a trailing `/` matches folders only, `**` crosses folders.
class IgnoreRules {
public:
    static IgnoreRules parse(std::string_view text);
    void add(std::string_view line);
    bool empty() const { return m_rules.empty(); }

    struct Match {
        std::string pattern;
        bool ignored = false; ///< false: a `!` pattern took it back
    };
    /// The last pattern that matches a path relative to the rules' folder, or nothing.
    std::optional<Match> match(std::string_view path, bool isFolder) const;

private:
    /// Most patterns are a name, `*.suffix` or `prefix*`: those are compared without a matcher.
    enum class Shape { Literal, Suffix, Prefix, Glob };
    struct Rule {
        Shape shape = Shape::Glob;
        std::string glob; ///< for Suffix and Prefix without the star
        std::optional<std::string> lastPart; ///< the glob's last part, when it is a plain name
        std::string written;
        bool negated = false;
        bool foldersOnly = false;
        bool anchored = false;

        bool matches(std::string_view path, std::string_view name) const;
    };
    std::vector<Rule> m_rules;
};

} // namespace modelcrate
