// SPDX-License-Identifier: Apache-2.0
#include "ui/text/messagetext.h"

#include "ui/text/convert.h"

#include <regex>

#include <QCoreApplication>

namespace modelcrate {

namespace {

constexpr std::size_t maxText = 2000;
/// So that a long part leaves room for what is said about it.
constexpr std::size_t maxPart = 800;

/// Cut between two characters; std::regex recurses by length, so this comes first.
std::string bounded(std::string_view text, std::size_t maxBytes)
{
    if (text.size() <= maxBytes)
        return std::string(text);
    while (maxBytes > 0 && (static_cast<unsigned char>(text[maxBytes]) & 0xc0) == 0x80)
        --maxBytes;
    return std::string(text.substr(0, maxBytes)) + "…";
}

/// Whether the expressions below can find anything: names of a hundred thousand files come through here.
bool mayHoldSecret(std::string_view text)
{
    return text.find_first_of(":=") != std::string_view::npos || text.find_first_of(" \t") != std::string_view::npos;
}

std::string withoutSecrets(std::string text)
{
    if (!mayHoldSecret(text))
        return text;
    // URLs arrive redacted; what a registry or a helper said may still quote a secret. "Basic Tutorial.ipynb" is none.
    static const std::regex bearer(R"((Bearer\s+)[A-Za-z0-9+/=._~-]{8,})", std::regex::icase);
    static const std::regex basic(R"((Basic\s+)[A-Za-z0-9+/]{8,}={0,2}(?![A-Za-z0-9+/._-]))", std::regex::icase);
    static const std::regex named(
        R"(((?:password|passwd|secret|token|access_key|signature)["']?\s*[=:]\s*["']?)[^\s"'&,;]{4,})",
        std::regex::icase);
    static const std::regex userInfo(R"((://)[^/@\s]{1,200}@)");
    text = std::regex_replace(text, bearer, "$1…");
    text = std::regex_replace(text, basic, "$1…");
    text = std::regex_replace(text, named, "$1…");
    return std::regex_replace(text, userInfo, "$1…@");
}

/// Places are filled one level after the other: what a part holds is never taken for a place.
QString wordsOf(const Message &message, std::size_t maxBytes)
{
    if (message.pattern().empty())
        return displayText(withoutSecrets(bounded(message.text(), maxBytes)));
    std::vector<std::string> parts;
    for (const auto &part : message.parts())
        parts.push_back(toUtf8(wordsOf(part, maxPart)));
    const auto pattern = toUtf8(QCoreApplication::translate("modelcrate::Message", message.pattern().data()));
    return toQString(bounded(fillPlaces(pattern, {parts.begin(), parts.end()}), maxText));
}

} // namespace

QString messageText(const Message &message) { return wordsOf(message, maxText); }

QString redactedText(std::string_view text) { return displayText(withoutSecrets(bounded(text, maxText))); }

} // namespace modelcrate
