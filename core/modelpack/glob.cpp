// SPDX-License-Identifier: Apache-2.0
#include "modelpack/glob.h"

#include "base/text.h"

#include <optional>
#include <vector>

namespace modelcrate {

namespace {

/// One step of a pattern inside a path part.
struct Step {
    enum class Kind { Literal, AnyOne, AnyMany, Class } kind = Kind::Literal;
    char literal = 0;
    bool negated = false;
    std::vector<std::pair<char, char>> ranges = {};

    bool accepts(char c) const
    {
        if (kind == Kind::Literal)
            return c == literal;
        if (kind != Kind::Class)
            return true;
        for (const auto &[first, last] : ranges) {
            if (c >= first && c <= last)
                return !negated;
        }
        return negated;
    }
};

/// "[a-z]" from its bracket; nothing when it is never closed.
std::optional<Step> readClass(std::string_view pattern, std::size_t &position)
{
    Step step{Step::Kind::Class};
    auto at = position + 1;
    if (at < pattern.size() && (pattern[at] == '!' || pattern[at] == '^')) {
        step.negated = true;
        ++at;
    }
    const auto start = at;
    while (at < pattern.size() && (pattern[at] != ']' || at == start)) {
        if (pattern[at] == '\\' && at + 1 < pattern.size())
            ++at;
        const char first = pattern[at++];
        char last = first;
        if (at + 1 < pattern.size() && pattern[at] == '-' && pattern[at + 1] != ']') {
            last = pattern[at + 1];
            at += 2;
        }
        step.ranges.emplace_back(first, last);
    }
    if (at >= pattern.size())
        return std::nullopt;
    position = at + 1;
    return step;
}

std::vector<Step> compile(std::string_view pattern)
{
    std::vector<Step> steps;
    for (std::size_t i = 0; i < pattern.size();) {
        const char c = pattern[i];
        if (c == '*') {
            if (steps.empty() || steps.back().kind != Step::Kind::AnyMany)
                steps.push_back({Step::Kind::AnyMany});
            ++i;
        } else if (c == '?') {
            steps.push_back({Step::Kind::AnyOne});
            ++i;
        } else if (auto step = c == '[' ? readClass(pattern, i) : std::nullopt) {
            steps.push_back(std::move(*step));
        } else {
            if (c == '\\' && i + 1 < pattern.size())
                ++i;
            steps.push_back({Step::Kind::Literal, pattern[i++]});
        }
    }
    return steps;
}

/// The usual walk with one way back: to the last `*`.
bool partMatches(std::string_view pattern, std::string_view part)
{
    const auto steps = compile(pattern);
    std::size_t step = 0;
    std::size_t at = 0;
    std::optional<std::size_t> star;
    std::size_t starAt = 0;
    while (at < part.size()) {
        if (step < steps.size() && steps[step].kind == Step::Kind::AnyMany) {
            star = step++;
            starAt = at;
        } else if (step < steps.size() && steps[step].accepts(part[at])) {
            ++step;
            ++at;
        } else if (star) {
            step = *star + 1;
            at = ++starAt;
        } else {
            return false;
        }
    }
    while (step < steps.size() && steps[step].kind == Step::Kind::AnyMany)
        ++step;
    return step == steps.size();
}

} // namespace

bool globMatches(std::string_view pattern, std::string_view path)
{
    const auto patternParts = split(pattern, '/');
    const auto pathParts = split(path, '/');
    // reached[j]: the pattern's parts so far match the first j parts of the path.
    std::vector<bool> reached(pathParts.size() + 1, false);
    reached[0] = true;
    for (std::size_t i = 0; i < patternParts.size(); ++i) {
        std::vector<bool> next(pathParts.size() + 1, false);
        const bool isLast = i + 1 == patternParts.size();
        for (std::size_t j = 0; j <= pathParts.size(); ++j) {
            if (patternParts[i] == "**") {
                // At the end `**` wants something below, elsewhere it may stand for nothing.
                if (reached[j])
                    next[j] = next[j] || !isLast;
                if (j > 0 && (reached[j - 1] || next[j - 1]))
                    next[j] = true;
                if (isLast && j > 0 && reached[j - 1])
                    next[j] = true;
            } else if (j > 0 && reached[j - 1] && partMatches(patternParts[i], pathParts[j - 1])) {
                next[j] = true;
            }
        }
        reached = std::move(next);
    }
    return reached[pathParts.size()];
}

} // namespace modelcrate
