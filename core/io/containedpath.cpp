// SPDX-License-Identifier: Apache-2.0
#include "io/containedpath.h"

#include "base/text.h"
#include "io/unicode.h"

#include <algorithm>
#include <array>

namespace modelcrate {

namespace {

constexpr std::size_t maxPathBytes = 4096;
constexpr std::size_t maxPartBytes = 255;

bool isDrive(std::string_view part)
{
    const auto letter = part.empty() ? '\0' : part.front();
    const bool isLetter = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    return isLetter && part.size() >= 2 && part[1] == ':';
}

Error unsafe(std::string_view text, const Message &why)
{
    return Error(ErrorCode::UnsafePath, Message::of("unsafe path \"%1\": %2", escapeForDisplay(text, 200), why));
}

} // namespace

Result<ContainedPath> ContainedPath::parse(std::string_view text)
{
    if (text.empty())
        return unsafe(text, Message::of("it is empty"));
    if (text.size() > maxPathBytes)
        return unsafe(text, Message::of("it is longer than 4096 bytes"));
    if (!isValidUtf8(text))
        return unsafe(text, Message::of("it is not UTF-8"));
    // What is changed for display would also mislead in a folder listing.
    if (escapeForDisplay(text, maxPathBytes * 8) != text)
        return unsafe(text, Message::of("it holds control characters"));
    if (text.front() == '/')
        return unsafe(text, Message::of("it is absolute"));
    if (text.find('\\') != std::string_view::npos)
        return unsafe(text, Message::of("it holds a backslash, which separates folders on Windows"));
    if (isDrive(text))
        return unsafe(text, Message::of("it begins with a drive letter"));

    const bool isFolder = text.back() == '/';
    std::string clean;
    for (const auto part : split(text, '/')) {
        if (part.empty() || part == ".")
            continue;
        if (part == "..")
            return unsafe(text, Message::of("it holds \"..\""));
        if (part.size() > maxPartBytes)
            return unsafe(text, Message::of("a part is longer than 255 bytes"));
        clean += clean.empty() ? "" : "/";
        clean += part;
    }
    if (clean.empty())
        return unsafe(text, Message::of("it names the folder itself"));
    return ContainedPath(std::move(clean), isFolder);
}

std::optional<Message> portabilityIssue(std::string_view path)
{
    static constexpr std::array<std::string_view, 4> devices{"con", "prn", "aux", "nul"};
    for (const auto part : split(path, '/')) {
        if (part.empty())
            continue;
        const auto stem = toLowerAscii(trim(part.substr(0, part.find('.'))));
        const bool isPort = stem.size() > 3 && (stem.substr(0, 3) == "com" || stem.substr(0, 3) == "lpt");
        // Windows takes the superscript digits ¹ ² ³ for digits here.
        const auto number = isPort ? stem.substr(3) : std::string();
        const bool numbered = (number.size() == 1 && number[0] >= '0' && number[0] <= '9') || number == "\u00b9"
            || number == "\u00b2" || number == "\u00b3";
        if (numbered || std::find(devices.begin(), devices.end(), stem) != devices.end())
            return Message::of("\"%1\" is a reserved name on Windows", part);
        if (part.back() == '.' || part.back() == ' ')
            return Message::of("\"%1\" ends in a dot or blank, which Windows drops", part);
        if (part.find_first_of("<>:\"|?*") != std::string_view::npos)
            return Message::of("\"%1\" holds a character that Windows does not allow", part);
    }
    return std::nullopt;
}

bool FileTreeNames::contains(std::string_view path) const
{
    const auto found = m_names.find(path);
    return found != m_names.end() && found->second == Use::File;
}

std::optional<Finding> FileTreeNames::add(std::string_view path)
{
    const auto problem = [&](Severity severity, const Message &message) {
        return Finding{"MP008", severity, std::string(path), message};
    };
    if (const auto existing = m_names.find(path); existing != m_names.end())
        return problem(Severity::Error,
                       existing->second == Use::File ? Message::of("the path stands twice")
                                                     : Message::of("the path is also used as a folder"));
    for (auto slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1)) {
        const auto folder = path.substr(0, slash);
        const auto [entry, isNew] = m_names.emplace(std::string(folder), Use::Folder);
        if (!isNew && entry->second == Use::File)
            return problem(Severity::Error, Message::of("\"%1\" is a file and also needed as a folder", folder));
    }
    m_names.emplace(std::string(path), Use::File);
    const auto [other, isNew] = m_folded.emplace(nfcCaseFold(path), std::string(path));
    if (!isNew)
        return problem(Severity::Warning,
                       Message::of("differs from \"%1\" only in case or Unicode form", other->second));
    return std::nullopt;
}

} // namespace modelcrate
