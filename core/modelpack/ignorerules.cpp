// SPDX-License-Identifier: Apache-2.0
#include "modelpack/ignorerules.h"

#include "base/text.h"
#include "modelpack/glob.h"

namespace modelcrate {

namespace {

constexpr std::string_view specials = "*?[\\";

bool isPlain(std::string_view text) { return text.find_first_of(specials) == std::string_view::npos; }

} // namespace

bool IgnoreRules::Rule::matches(std::string_view path, std::string_view name) const
{
    const auto subject = anchored ? path : name;
    switch (shape) {
    case Shape::Literal: return subject == glob;
    case Shape::Suffix: return subject.size() >= glob.size() && subject.substr(subject.size() - glob.size()) == glob;
    case Shape::Prefix: return subject.substr(0, glob.size()) == glob;
    case Shape::Glob: break;
    }
    // Most patterns with folders end in a plain name: one comparison spares the walk for nearly every file.
    return (!lastPart || name == *lastPart) && globMatches(glob, subject);
}

IgnoreRules IgnoreRules::parse(std::string_view text)
{
    IgnoreRules rules;
    for (const auto line : split(text, '\n'))
        rules.add(line);
    return rules;
}

void IgnoreRules::add(std::string_view line)
{
    if (!line.empty() && line.back() == '\r')
        line.remove_suffix(1);
    // Blanks at the end do not count unless the last is escaped.
    while (!line.empty() && line.back() == ' ' && !(line.size() > 1 && line[line.size() - 2] == '\\'))
        line.remove_suffix(1);
    if (line.empty() || line.front() == '#')
        return;
    Rule rule;
    rule.written = std::string(line);
    if (line.front() == '!') {
        rule.negated = true;
        line.remove_prefix(1);
    }
    if (!line.empty() && line.back() == '/') {
        rule.foldersOnly = true;
        line.remove_suffix(1);
    }
    rule.anchored = line.find('/') != std::string_view::npos;
    if (!line.empty() && line.front() == '/')
        line.remove_prefix(1);
    if (line.empty())
        return;
    rule.glob = std::string(line);
    if (const auto last = line.substr(line.rfind('/') + 1); isPlain(last))
        rule.lastPart = std::string(last);
    if (isPlain(line)) {
        rule.shape = Shape::Literal;
    } else if (!rule.anchored && line.front() == '*' && isPlain(line.substr(1))) {
        rule.shape = Shape::Suffix;
        rule.glob.erase(0, 1);
    } else if (!rule.anchored && line.back() == '*' && isPlain(line.substr(0, line.size() - 1))) {
        rule.shape = Shape::Prefix;
        rule.glob.pop_back();
    }
    m_rules.push_back(std::move(rule));
}

std::optional<IgnoreRules::Match> IgnoreRules::match(std::string_view path, bool isFolder) const
{
    const auto name = path.substr(path.rfind('/') + 1);
    for (auto rule = m_rules.rbegin(); rule != m_rules.rend(); ++rule) {
        if (rule->foldersOnly && !isFolder)
            continue;
        if (rule->matches(path, name))
            return Match{rule->written, !rule->negated};
    }
    return std::nullopt;
}

} // namespace modelcrate
