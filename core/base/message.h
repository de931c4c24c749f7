// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace modelcrate {

/// What Message::of() takes as its pattern: a literal whose places are "%1" to "%9". That each part has its place, and
/// each place its part, is checked when it is compiled.
template<typename... Parts>
class MessagePattern {
public:
    consteval MessagePattern(const char *literal) : m_literal(literal)
    {
        bool isUsed[10] = {};
        for (auto *at = literal; *at != '\0'; ++at) {
            if (*at != '%' || at[1] < '1' || at[1] > '9')
                continue;
            if (at[1] - '0' > static_cast<int>(sizeof...(Parts)))
                throw "a place without a part";
            isUsed[at[1] - '0'] = true;
        }
        for (std::size_t number = 1; number <= sizeof...(Parts); ++number)
            if (!isUsed[number])
                throw "a part without a place";
    }

    std::string_view literal() const { return m_literal; }

private:
    std::string_view m_literal;
};

/// A sentence in technical English whose pattern and parts are still known, so that others can say it in another
/// language (ui/text/messagetext.h; the catalogues take every pattern that the sources of core give to of()). A text
/// without a pattern is what somebody else wrote: a registry, a system, a file. Reads as a std::string where one is
/// wanted. Patterns live as long as the program.
class Message {
public:
    Message() = default;
    Message(std::string text) : m_text(std::move(text)) { }
    Message(std::string_view text) : m_text(text) { }
    Message(const char *text) : m_text(text) { }

    /// of("cannot open %1: %2", path, reason). Parts are texts, characters, integers and messages.
    template<typename... Parts>
    static Message of(MessagePattern<std::type_identity_t<Parts>...> pattern, const Parts &...parts)
    {
        return filled(pattern.literal(), {part(parts)...});
    }
    /// "a, b, c"; nothing for none.
    static Message list(std::span<const Message> items);

    /// The message of a pattern that is not written in the sources: one that was stored, or read out of another's text.
    /// Patterns are kept as long as the program runs, so they come from what is ours.
    static Message remade(std::string_view pattern, std::vector<Message> parts);

    /// In English.
    const std::string &text() const { return m_text; }
    operator const std::string &() const { return m_text; }
    operator std::string_view() const { return m_text; }
    /// Ends with a NUL; empty for a text without a pattern.
    std::string_view pattern() const { return m_pattern; }
    const std::vector<Message> &parts() const { return m_parts; }

    friend bool operator==(const Message &a, const Message &b) { return a.m_text == b.m_text; }
    template<typename Text>
    requires std::convertible_to<const Text &, std::string_view>
    friend bool operator==(const Message &a, const Text &b)
    {
        return a.m_text == std::string_view(b);
    }

private:
    static Message filled(std::string_view pattern, std::vector<Message> parts);

    static Message part(const Message &message) { return message; }
    static Message part(std::string_view text) { return text; }
    static Message part(const std::string &text) { return text; }
    static Message part(const char *text) { return text; }
    static Message part(char letter) { return std::string(1, letter); }
    template<std::integral T>
    requires(!std::same_as<T, char> && !std::same_as<T, bool>) static Message part(T number)
    {
        return std::to_string(number);
    }

    std::string m_text;
    std::string_view m_pattern;
    std::vector<Message> m_parts;
};

/// `pattern` with each "%1" to "%9" replaced by that part, in one pass: what a part holds is not looked at again.
std::string fillPlaces(std::string_view pattern, const std::vector<std::string_view> &parts);

} // namespace modelcrate
