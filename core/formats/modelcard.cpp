// SPDX-License-Identifier: Apache-2.0
#include "formats/modelcard.h"

#include "base/text.h"
#include "io/yaml.h"

#include <algorithm>

namespace modelcrate {

namespace {

constexpr std::size_t maxSummaryBytes = 500;

/// Takes the next line without its end (LF, CRLF or CR).
std::string_view takeLine(std::string_view &text)
{
    const auto end = text.find_first_of("\r\n");
    const auto line = text.substr(0, end);
    if (end == std::string_view::npos) {
        text = {};
        return line;
    }
    const auto length = text.substr(end, 2) == "\r\n" ? 2U : 1U;
    text.remove_prefix(end + length);
    return line;
}

bool isFence(std::string_view line)
{
    while (!line.empty() && (line.back() == ' ' || line.back() == '\t'))
        line.remove_suffix(1);
    return line == "---";
}

/// The YAML between the fences and the text after them; nothing when the text has no front matter.
std::optional<std::pair<std::string_view, std::string_view>> splitFrontMatter(std::string_view text, bool &unterminated)
{
    auto rest = text;
    const auto start = rest.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos)
        return std::nullopt;
    rest.remove_prefix(start);
    if (!isFence(takeLine(rest)))
        return std::nullopt;
    const auto body = rest;
    while (!rest.empty()) {
        const auto offset = static_cast<std::size_t>(rest.data() - body.data());
        if (isFence(takeLine(rest)))
            return std::pair(body.substr(0, offset), rest);
    }
    unterminated = true;
    return std::nullopt;
}

/// Markdown marks that say nothing to a reader of one plain sentence.
std::string withoutMarkup(std::string_view line)
{
    std::string out;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '*' || line[i] == '`')
            continue;
        if (line[i] == '[') {
            const auto close = line.find("](", i);
            const auto end = close == std::string_view::npos ? close : line.find(')', close);
            if (end != std::string_view::npos) {
                out += withoutMarkup(line.substr(i + 1, close - i - 1));
                i = end;
                continue;
            }
        }
        out += line[i];
    }
    return out;
}

bool isProse(std::string_view line)
{
    return !line.empty() && std::string_view("#<|!-*>`=+~[").find(line.front()) == std::string_view::npos;
}

std::string cutAtWord(std::string text)
{
    if (text.size() <= maxSummaryBytes)
        return text;
    auto end = text.rfind(' ', maxSummaryBytes);
    if (end == std::string::npos || end == 0) {
        end = maxSummaryBytes;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
            --end;
    }
    return text.substr(0, end);
}

void readHeadAndSummary(std::string_view text, ModelCard &card)
{
    bool inCode = false;
    std::string paragraph;
    while (!text.empty()) {
        const auto line = trim(takeLine(text));
        if (line.substr(0, 3) == "```") {
            inCode = !inCode;
            continue;
        }
        if (inCode)
            continue;
        if (card.title.empty() && line.substr(0, 2) == "# ")
            card.title = withoutMarkup(trim(line.substr(2)));
        if (isProse(line)) {
            paragraph += paragraph.empty() ? "" : " ";
            paragraph += withoutMarkup(line);
        } else if (!paragraph.empty()) {
            break;
        }
    }
    card.summary = cutAtWord(std::move(paragraph));
}

} // namespace

ModelCard parseModelCard(std::string_view text)
{
    ModelCard card;
    if (text.substr(0, 3) == "\xef\xbb\xbf")
        text.remove_prefix(3);
    bool unterminated = false;
    const auto parts = splitFrontMatter(text, unterminated);
    if (unterminated)
        card.findings.push_back(
            {"CARD001", Severity::Warning, "README.md", Message::of("front matter is opened by --- but never closed")});
    readHeadAndSummary(parts ? parts->second : text, card);
    if (!parts)
        return card;
    auto yaml = parseYaml(parts->first);
    if (!yaml)
        card.findings.push_back({"CARD002", Severity::Warning, "README.md",
                                 Message::of("front matter was not read: %1", yaml.error().wording())});
    else if (yaml->isObject())
        card.metadata = std::move(*yaml);
    return card;
}

std::vector<std::string> cardTexts(const ModelCard &card, std::string_view name)
{
    std::vector<std::string> out;
    const auto *member = card.metadata ? card.metadata->find(name) : nullptr;
    if (!member)
        return out;
    if (const auto *text = member->asString(); text && !text->empty())
        out.push_back(*text);
    if (const auto *items = member->asArray()) {
        for (const auto &item : *items) {
            if (const auto *text = item.asString(); text && !text->empty())
                out.push_back(*text);
        }
    }
    return out;
}

} // namespace modelcrate
