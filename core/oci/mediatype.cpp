// SPDX-License-Identifier: Apache-2.0
#include "oci/mediatype.h"

#include "base/text.h"

#include <algorithm>

namespace modelcrate {

namespace {

constexpr std::size_t maxNameLength = 127;

bool isAlphanumeric(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

bool isRestrictedName(std::string_view name)
{
    return !name.empty() && name.size() <= maxNameLength && isAlphanumeric(name.front())
        && std::all_of(name.begin(), name.end(), [](char c) {
               return isAlphanumeric(c) || std::string_view("!#$&^_.+-").find(c) != std::string_view::npos;
           });
}

} // namespace

bool isMediaType(std::string_view text)
{
    const auto slash = text.find('/');
    return slash != std::string_view::npos && isRestrictedName(text.substr(0, slash))
        && isRestrictedName(text.substr(slash + 1));
}

Result<MediaType> MediaType::parse(std::string_view text)
{
    if (!isMediaType(text))
        return Error(ErrorCode::InvalidInput, Message::of("not a media type: \"%1\"", escapeForDisplay(text, 160)));
    return MediaType(std::string(text));
}

} // namespace modelcrate
