// SPDX-License-Identifier: Apache-2.0
#include "registry/challenge.h"

#include "base/text.h"

#include <algorithm>

namespace modelcrate {

namespace {

constexpr std::size_t maxChallenges = 64;
constexpr std::size_t maxParameters = 32;

bool isTokenCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

/// Reads one field from front to back.
class FieldReader {
public:
    explicit FieldReader(std::string_view text) : m_text(text) { }

    void readInto(std::vector<Challenge> &challenges)
    {
        skipSeparators();
        while (!atEnd() && challenges.size() < maxChallenges) {
            const auto word = token();
            if (word.empty()) {
                ++m_position; // not a challenge: step over what it is
            } else if (!challenges.empty() && m_inField && peekPastBlanks() == '=') {
                readParameter(challenges.back(), word);
            } else {
                challenges.push_back({toLowerAscii(word), {}});
                m_inField = true;
                skipToken68();
            }
            skipSeparators();
        }
    }

private:
    bool atEnd() const { return m_position >= m_text.size(); }

    void skipBlanks()
    {
        while (!atEnd() && (m_text[m_position] == ' ' || m_text[m_position] == '\t'))
            ++m_position;
    }

    void skipSeparators()
    {
        while (!atEnd() && (m_text[m_position] == ' ' || m_text[m_position] == '\t' || m_text[m_position] == ','))
            ++m_position;
    }

    char peekPastBlanks() const
    {
        const auto next = m_text.find_first_not_of(" \t", m_position);
        return next == std::string_view::npos ? '\0' : m_text[next];
    }

    std::string_view token()
    {
        const auto start = m_position;
        while (!atEnd() && isTokenCharacter(m_text[m_position]))
            ++m_position;
        return m_text.substr(start, m_position - start);
    }

    /// "Negotiate dG9rZW4=": a single word without '=' in its middle is no parameter.
    void skipToken68()
    {
        skipBlanks();
        const auto start = m_position;
        token();
        const auto afterWord = m_position;
        while (!atEnd()
               && (m_text[m_position] == '/' || m_text[m_position] == '=' || isTokenCharacter(m_text[m_position])))
            ++m_position;
        const auto word = m_text.substr(start, m_position - start);
        const auto equals = word.find('=');
        const bool isToken68 = !word.empty() && (equals == std::string_view::npos ? m_position > afterWord : equals > 0)
            && (equals == std::string_view::npos || word.find_first_not_of('=', equals) == std::string_view::npos)
            && (peekPastBlanks() == ',' || peekPastBlanks() == '\0');
        if (!isToken68 || equals == std::string_view::npos)
            m_position = start;
        else if (peekPastBlanks() == '\0' && equals + 1 == word.size())
            m_position = start; // `realm=` with an empty value
    }

    void readParameter(Challenge &challenge, std::string_view name)
    {
        skipBlanks();
        ++m_position; // '='
        skipBlanks();
        auto value = !atEnd() && m_text[m_position] == '"' ? quotedText() : bareValue();
        auto lower = toLowerAscii(name);
        const bool known = std::any_of(challenge.parameters.begin(), challenge.parameters.end(),
                                       [&](const auto &pair) { return pair.first == lower; });
        if (!known && challenge.parameters.size() < maxParameters)
            challenge.parameters.emplace_back(std::move(lower), std::move(value));
    }

    std::string quotedText()
    {
        std::string out;
        for (++m_position; !atEnd() && m_text[m_position] != '"'; ++m_position) {
            if (m_text[m_position] == '\\' && m_position + 1 < m_text.size())
                ++m_position;
            out += m_text[m_position];
        }
        if (!atEnd())
            ++m_position;
        return out;
    }

    std::string bareValue()
    {
        const auto start = m_position;
        while (!atEnd() && m_text[m_position] != ',' && m_text[m_position] != ' ' && m_text[m_position] != '\t')
            ++m_position;
        return std::string(m_text.substr(start, m_position - start));
    }

    std::string_view m_text;
    std::size_t m_position = 0;
    bool m_inField = false; ///< a challenge began in this field
};

} // namespace

std::string_view Challenge::parameter(std::string_view name) const
{
    for (const auto &[known, value] : parameters) {
        if (known == name)
            return value;
    }
    return {};
}

std::vector<Challenge> parseChallenges(const std::vector<std::string> &fields)
{
    std::vector<Challenge> challenges;
    for (const auto &field : fields)
        FieldReader(field).readInto(challenges);
    return challenges;
}

std::optional<Challenge> chooseChallenge(const std::vector<Challenge> &challenges)
{
    for (const std::string_view scheme : {"bearer", "basic"}) {
        const auto found = std::find_if(challenges.begin(), challenges.end(),
                                        [&](const Challenge &challenge) { return challenge.scheme == scheme; });
        if (found != challenges.end())
            return *found;
    }
    return std::nullopt;
}

} // namespace modelcrate
