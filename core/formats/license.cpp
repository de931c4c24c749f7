// SPDX-License-Identifier: Apache-2.0
#include "formats/license.h"

#include "base/text.h"
#include "formats/spdxids.h"

#include <algorithm>
#include <array>
#include <utility>

namespace modelcrate {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

/// Hub ids whose SPDX id is not simply the same text.
constexpr std::array hubIds{
    Pair{"apache-2.0", "Apache-2.0"},
    Pair{"mit", "MIT"},
    Pair{"bsd-2-clause", "BSD-2-Clause"},
    Pair{"bsd-3-clause", "BSD-3-Clause"},
    Pair{"bsd-3-clause-clear", "BSD-3-Clause-Clear"},
    Pair{"afl-3.0", "AFL-3.0"},
    Pair{"artistic-2.0", "Artistic-2.0"},
    Pair{"bsl-1.0", "BSL-1.0"},
    Pair{"c-uda", "C-UDA-1.0"},
    Pair{"cc0-1.0", "CC0-1.0"},
    Pair{"cc-by-2.0", "CC-BY-2.0"},
    Pair{"cc-by-2.5", "CC-BY-2.5"},
    Pair{"cc-by-3.0", "CC-BY-3.0"},
    Pair{"cc-by-4.0", "CC-BY-4.0"},
    Pair{"cc-by-sa-3.0", "CC-BY-SA-3.0"},
    Pair{"cc-by-sa-4.0", "CC-BY-SA-4.0"},
    Pair{"cc-by-nc-2.0", "CC-BY-NC-2.0"},
    Pair{"cc-by-nc-3.0", "CC-BY-NC-3.0"},
    Pair{"cc-by-nc-4.0", "CC-BY-NC-4.0"},
    Pair{"cc-by-nd-4.0", "CC-BY-ND-4.0"},
    Pair{"cc-by-nc-nd-3.0", "CC-BY-NC-ND-3.0"},
    Pair{"cc-by-nc-nd-4.0", "CC-BY-NC-ND-4.0"},
    Pair{"cc-by-nc-sa-2.0", "CC-BY-NC-SA-2.0"},
    Pair{"cc-by-nc-sa-3.0", "CC-BY-NC-SA-3.0"},
    Pair{"cc-by-nc-sa-4.0", "CC-BY-NC-SA-4.0"},
    Pair{"cdla-sharing-1.0", "CDLA-Sharing-1.0"},
    Pair{"cdla-permissive-1.0", "CDLA-Permissive-1.0"},
    Pair{"cdla-permissive-2.0", "CDLA-Permissive-2.0"},
    Pair{"wtfpl", "WTFPL"},
    Pair{"ecl-2.0", "ECL-2.0"},
    Pair{"epl-1.0", "EPL-1.0"},
    Pair{"epl-2.0", "EPL-2.0"},
    Pair{"etalab-2.0", "etalab-2.0"},
    Pair{"eupl-1.1", "EUPL-1.1"},
    Pair{"eupl-1.2", "EUPL-1.2"},
    Pair{"isc", "ISC"},
    Pair{"lppl-1.3c", "LPPL-1.3c"},
    Pair{"ms-pl", "MS-PL"},
    Pair{"mpl-2.0", "MPL-2.0"},
    Pair{"osl-3.0", "OSL-3.0"},
    Pair{"postgresql", "PostgreSQL"},
    Pair{"ofl-1.1", "OFL-1.1"},
    Pair{"ncsa", "NCSA"},
    Pair{"unlicense", "Unlicense"},
    Pair{"zlib", "Zlib"},
    Pair{"pddl", "PDDL-1.0"},
    Pair{"odbl", "ODbL-1.0"},
    Pair{"odc-by", "ODC-By-1.0"},
    Pair{"lgpl-lr", "LGPLLR"},
    // Whether "or later" is meant cannot be seen; the bare ids are deprecated in SPDX.
    Pair{"agpl-3.0", "AGPL-3.0-only"},
    Pair{"gpl-2.0", "GPL-2.0-only"},
    Pair{"gpl-3.0", "GPL-3.0-only"},
    Pair{"lgpl-2.1", "LGPL-2.1-only"},
    Pair{"lgpl-3.0", "LGPL-3.0-only"},
};

/// Families without a version, and words that name no licence.
constexpr std::array<std::string_view, 7> unnamed{"unknown", "other", "gpl", "lgpl", "gfdl", "bsd", "cc"};

/// The first pair whose words all stand in a text (lower case, blanks folded) names the licence.
struct Mark {
    std::string_view id;
    std::array<std::string_view, 2> words;
};
constexpr std::array marks{
    Mark{"Apache-2.0", {"apache license version 2.0", ""}},
    Mark{"AGPL-3.0-only", {"gnu affero general public license version 3", ""}},
    Mark{"LGPL-3.0-only", {"gnu lesser general public license version 3", ""}},
    Mark{"LGPL-2.1-only", {"gnu lesser general public license version 2.1", ""}},
    Mark{"GPL-3.0-only", {"gnu general public license version 3", ""}},
    Mark{"GPL-2.0-only", {"gnu general public license version 2", ""}},
    Mark{"MPL-2.0", {"mozilla public license version 2.0", ""}},
    Mark{
        "MIT",
        {"permission is hereby granted, free of charge, to any person obtaining a copy", "the above copyright notice"}},
    Mark{"BSD-3-Clause", {"redistribution and use in source and binary forms", "neither the name of"}},
    Mark{"BSD-2-Clause", {"redistribution and use in source and binary forms", "this software is provided by"}},
    Mark{"ISC", {"permission to use, copy, modify, and/or distribute this software for any purpose", ""}},
    Mark{"CC-BY-NC-SA-4.0", {"attribution-noncommercial-sharealike 4.0 international", ""}},
    Mark{"CC-BY-NC-4.0", {"attribution-noncommercial 4.0 international", ""}},
    Mark{"CC-BY-SA-4.0", {"attribution-sharealike 4.0 international", ""}},
    Mark{"CC-BY-4.0", {"attribution 4.0 international", ""}},
    Mark{"CC0-1.0", {"cc0 1.0 universal", ""}},
    Mark{"Unlicense", {"this is free and unencumbered software released into the public domain", ""}},
    Mark{"LicenseRef-llama3", {"meta llama 3 community license", ""}},
    Mark{"LicenseRef-llama2", {"llama 2 community license", ""}},
    Mark{"LicenseRef-gemma", {"gemma terms of use", ""}},
};

/// Only the head of a file says which licence it is; appendices quote others.
constexpr std::size_t lookedAtBytes = 16 << 10;

std::string folded(std::string_view text)
{
    std::string out;
    for (const char c : toLowerAscii(text)) {
        const bool blank = c == ' ' || (c >= '\t' && c <= '\r') || c == '*' || c == '#';
        if (!blank)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    // "License,\n Version 2.0" and "License version 2.0" are one.
    for (auto at = out.find(", version"); at != std::string::npos; at = out.find(", version"))
        out.erase(at, 1);
    return out;
}

bool isLicenseRefCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

} // namespace

std::optional<std::string> spdxForHubLicense(std::string_view hubId)
{
    const auto id = toLowerAscii(trim(hubId));
    if (id.empty() || std::find(unnamed.begin(), unnamed.end(), id) != unnamed.end())
        return std::nullopt;
    const auto known = std::find_if(hubIds.begin(), hubIds.end(), [&](const Pair &pair) { return pair.first == id; });
    if (known != hubIds.end())
        return std::string(known->second);
    std::string reference = "LicenseRef-";
    for (const char c : id) {
        if (c == '+')
            reference += "-plus";
        else
            reference += isLicenseRefCharacter(c) ? c : '-';
    }
    return reference;
}

std::optional<std::string> recognizeLicenseText(std::string_view text)
{
    text = text.substr(0, lookedAtBytes);
    constexpr std::string_view tag = "SPDX-License-Identifier:";
    if (const auto at = text.find(tag); at != std::string_view::npos) {
        const auto rest = text.substr(at + tag.size());
        const auto id = trim(rest.substr(0, rest.find_first_of("\r\n")));
        if (!id.empty() && id.size() <= 200)
            return std::string(id);
    }
    const auto words = folded(text);
    for (const auto &mark : marks) {
        if (words.find(mark.words[0]) != std::string::npos && words.find(mark.words[1]) != std::string::npos)
            return std::string(mark.id);
    }
    return std::nullopt;
}

namespace {

/// Recursive descent over: or := and {OR and}; and := simple {AND simple}; simple := "(" or ")" | id ["+"] [WITH
/// exception].
class ExpressionParser {
public:
    explicit ExpressionParser(std::string_view text) : m_rest(text) { advance(); }
    bool matches() { return orExpression(0) && m_word.empty(); }

private:
    static constexpr int maxDepth = 32;

    void advance()
    {
        m_rest = trim(m_rest);
        if (m_rest.empty()) {
            m_word = {};
            return;
        }
        const bool bracket = m_rest.front() == '(' || m_rest.front() == ')';
        const auto end = bracket ? 1 : std::min(m_rest.find_first_of(" \t\r\n()"), m_rest.size());
        m_word = m_rest.substr(0, end);
        m_rest.remove_prefix(end);
    }

    bool takeWord(std::string_view word)
    {
        if (!equalsIgnoringAsciiCase(m_word, word))
            return false;
        advance();
        return true;
    }

    bool orExpression(int depth)
    {
        do {
            if (!andExpression(depth))
                return false;
        } while (takeWord("OR"));
        return true;
    }

    bool andExpression(int depth)
    {
        do {
            if (!simpleExpression(depth))
                return false;
        } while (takeWord("AND"));
        return true;
    }

    bool simpleExpression(int depth)
    {
        if (takeWord("("))
            return depth < maxDepth && orExpression(depth + 1) && takeWord(")");
        if (!isId(m_word))
            return false;
        advance();
        if (!takeWord("WITH"))
            return true;
        const bool known = isSpdxExceptionId(m_word) || isReference(m_word, "AdditionRef-");
        advance();
        return known;
    }

    static bool isId(std::string_view word)
    {
        if (word == "NONE" || word == "NOASSERTION")
            return true;
        if (isReference(word, "LicenseRef-")
            || (word.substr(0, 12) == "DocumentRef-" && word.find(":LicenseRef-") != std::string_view::npos))
            return true;
        if (!word.empty() && word.back() == '+')
            word.remove_suffix(1);
        return isSpdxLicenseId(word);
    }

    static bool isReference(std::string_view word, std::string_view prefix)
    {
        if (word.substr(0, prefix.size()) != prefix || word.size() == prefix.size())
            return false;
        return std::all_of(word.begin(), word.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
        });
    }

    std::string_view m_rest;
    std::string_view m_word;
};

} // namespace

bool isSpdxExpression(std::string_view text)
{
    constexpr std::size_t maxBytes = 4096;
    return text.size() <= maxBytes && ExpressionParser(text).matches();
}

} // namespace modelcrate
