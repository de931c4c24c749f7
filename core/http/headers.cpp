// SPDX-License-Identifier: Apache-2.0
#include "http/headers.h"

#include "base/text.h"

namespace modelcrate {

namespace {

constexpr std::size_t maxWarningBytes = 4096;

std::optional<std::int64_t> takeNumber(std::string_view text)
{
    const auto value = parseDecimal(text);
    if (!value || *value > static_cast<std::uint64_t>(INT64_MAX))
        return std::nullopt;
    return static_cast<std::int64_t>(*value);
}

} // namespace

std::optional<std::int64_t> parseUploadRange(std::string_view value)
{
    value = trim(value);
    constexpr std::string_view unit = "bytes=";
    if (value.substr(0, unit.size()) == unit)
        value.remove_prefix(unit.size());
    const auto dash = value.find('-');
    if (dash == std::string_view::npos || value.substr(0, dash) != "0")
        return std::nullopt;
    return takeNumber(value.substr(dash + 1));
}

std::optional<ContentRange> parseContentRange(std::string_view value)
{
    value = trim(value);
    constexpr std::string_view unit = "bytes ";
    if (!equalsIgnoringAsciiCase(value.substr(0, unit.size()), unit))
        return std::nullopt;
    value = trim(value.substr(unit.size()));
    const auto dash = value.find('-');
    const auto slash = value.find('/');
    if (dash == std::string_view::npos || slash == std::string_view::npos || dash > slash)
        return std::nullopt;
    const auto first = takeNumber(value.substr(0, dash));
    const auto last = takeNumber(value.substr(dash + 1, slash - dash - 1));
    const auto totalText = value.substr(slash + 1);
    const auto total = takeNumber(totalText);
    if (!first || !last || *last < *first || (!total && totalText != "*") || (total && *last >= *total))
        return std::nullopt;
    return ContentRange{*first, *last, total};
}

std::optional<std::string> parseNextLink(const std::vector<std::string> &values)
{
    for (const auto &value : values) {
        std::string_view rest = value;
        while (!rest.empty()) {
            const auto open = rest.find('<');
            const auto close = rest.find('>', open == std::string_view::npos ? 0 : open);
            if (open == std::string_view::npos || close == std::string_view::npos)
                break;
            const auto target = rest.substr(open + 1, close - open - 1);
            rest = rest.substr(close + 1);
            const auto parameters = rest.substr(0, rest.find('<'));
            for (const auto parameter : split(parameters, ';')) {
                const auto equals = parameter.find('=');
                if (equals == std::string_view::npos
                    || !equalsIgnoringAsciiCase(trim(parameter.substr(0, equals)), "rel"))
                    continue;
                auto relation = trim(parameter.substr(equals + 1));
                relation = trim(relation.substr(0, relation.find(',')));
                if (relation.size() >= 2 && relation.front() == '"' && relation.back() == '"')
                    relation = relation.substr(1, relation.size() - 2);
                if (equalsIgnoringAsciiCase(relation, "next"))
                    return std::string(target);
            }
        }
    }
    return std::nullopt;
}

std::optional<std::string> parseWarning(std::string_view value)
{
    value = trim(value);
    constexpr std::string_view prefix = "299 - \"";
    if (value.substr(0, prefix.size()) != prefix || value.size() > maxWarningBytes)
        return std::nullopt;
    std::string text;
    for (std::size_t i = prefix.size(); i < value.size(); ++i) {
        if (value[i] == '"')
            return text;
        if (value[i] == '\\' && i + 1 < value.size())
            ++i;
        text += value[i];
    }
    return std::nullopt;
}

} // namespace modelcrate
