// SPDX-License-Identifier: Apache-2.0
#include "base/message.h"

#include <mutex>
#include <set>

namespace modelcrate {

std::string fillPlaces(std::string_view pattern, const std::vector<std::string_view> &parts)
{
    std::string out;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const auto next = at + 1 < pattern.size() ? pattern[at + 1] : '\0';
        const auto number = static_cast<std::size_t>(next - '0');
        if (pattern[at] != '%' || next < '1' || next > '9' || number > parts.size()) {
            out += pattern[at];
            continue;
        }
        out += parts[number - 1];
        ++at;
    }
    return out;
}

Message Message::remade(std::string_view pattern, std::vector<Message> parts)
{
    static std::mutex mutex;
    static std::set<std::string, std::less<>> patterns;
    const std::lock_guard lock(mutex);
    const auto known = patterns.find(pattern);
    return filled(known != patterns.end() ? *known : *patterns.emplace(pattern).first, std::move(parts));
}

Message Message::list(std::span<const Message> items)
{
    if (items.size() < 2)
        return items.empty() ? Message() : items.front();
    // By halves: one by one, a long list would be copied with each of its items.
    const auto middle = items.size() / 2;
    return of("%1, %2", list(items.first(middle)), list(items.subspan(middle)));
}

Message Message::filled(std::string_view pattern, std::vector<Message> parts)
{
    std::vector<std::string_view> texts;
    for (const auto &part : parts)
        texts.emplace_back(part.m_text);
    Message message(fillPlaces(pattern, texts));
    message.m_pattern = pattern;
    message.m_parts = std::move(parts);
    return message;
}

} // namespace modelcrate
