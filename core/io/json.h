// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace modelcrate {

class Json;

/// A JSON object with its members in the order in which they stood. Names are unique (the parser refuses others).
class JsonObject {
public:
    using Member = std::pair<std::string, Json>;

    JsonObject() = default;
    JsonObject(std::initializer_list<Member> members);

    bool empty() const;
    std::size_t size() const;
    auto begin() const;
    auto end() const;
    auto begin();
    auto end();

    /// The member's value, or null when there is none.
    const Json *find(std::string_view name) const;
    Json *find(std::string_view name);
    bool contains(std::string_view name) const { return find(name) != nullptr; }
    /// Replaces in place, or appends.
    void set(std::string_view name, Json value);
    /// Appends without a look for the name: for builders that know it is new.
    void append(std::string name, Json value);
    bool remove(std::string_view name);

    bool operator==(const JsonObject &) const;

private:
    std::vector<Member> m_members;
};

/// A JSON value that keeps the order of members and tells integers from other numbers, which keep their digits as they
/// were written: what is read and written again says the same, to the last digit. A plain value: copy, compare, edit.
/// The only door to the JSON library, so that its header is compiled once.
class Json {
public:
    using Array = std::vector<Json>;
    using Object = JsonObject;

    Json() = default; ///< null
    Json(std::nullptr_t) { }
    Json(bool value) : m_value(value) { }
    Json(int value) : m_value(static_cast<std::int64_t>(value)) { }
    Json(std::int64_t value) : m_value(value) { }
    Json(std::uint64_t value);
    Json(double value); ///< null when it is not finite
    Json(const char *value) : m_value(std::string(value)) { }
    Json(std::string_view value) : m_value(std::string(value)) { }
    Json(std::string value) : m_value(std::move(value)) { }
    Json(Array value) : m_value(std::move(value)) { }
    Json(Object value) : m_value(std::move(value)) { }

    bool isNull() const { return std::holds_alternative<std::monostate>(m_value); }
    bool isBool() const { return std::holds_alternative<bool>(m_value); }
    /// A whole number without fraction or exponent that fits int64.
    bool isInteger() const { return std::holds_alternative<std::int64_t>(m_value); }
    bool isNumber() const { return isInteger() || std::holds_alternative<Number>(m_value); }
    bool isString() const { return std::holds_alternative<std::string>(m_value); }
    bool isArray() const { return std::holds_alternative<Array>(m_value); }
    bool isObject() const { return std::holds_alternative<Object>(m_value); }

    // Pointers are null when the value is of another type; they live as long as this value is not changed.
    const bool *asBool() const { return std::get_if<bool>(&m_value); }
    const std::int64_t *asInteger() const { return std::get_if<std::int64_t>(&m_value); }
    const std::string *asString() const { return std::get_if<std::string>(&m_value); }
    const Array *asArray() const { return std::get_if<Array>(&m_value); }
    Array *asArray() { return std::get_if<Array>(&m_value); }
    const Object *asObject() const { return std::get_if<Object>(&m_value); }
    Object *asObject() { return std::get_if<Object>(&m_value); }
    double number() const; ///< the nearest one; 0 when it is none
    /// How a number that is no isInteger() is written; null for everything else.
    const std::string *numberText() const;

    /// Member of an object, or null when this is no object or has no such member.
    const Json *find(std::string_view name) const;
    /// The member as text, or "" when it is missing or no text.
    const std::string &text(std::string_view name) const;

    /// "null", "boolean", "integer", "number", "string", "array", "object".
    std::string_view typeName() const;

    bool operator==(const Json &) const;

private:
    friend class JsonBuilder;
    /// A fraction, one with an exponent, or more than int64 holds.
    struct Number {
        std::string text;
        bool operator==(const Number &) const = default;
    };
    std::variant<std::monostate, bool, std::int64_t, Number, std::string, Array, Object> m_value;
};

// Here, since a member is complete only now; clang asks for that.
inline bool JsonObject::empty() const { return m_members.empty(); }
inline std::size_t JsonObject::size() const { return m_members.size(); }
inline auto JsonObject::begin() const { return m_members.begin(); }
inline auto JsonObject::end() const { return m_members.end(); }
inline auto JsonObject::begin() { return m_members.begin(); }
inline auto JsonObject::end() { return m_members.end(); }

struct JsonLimits {
    std::size_t maxBytes = 4 << 20;
    int maxDepth = 64;
    /// Accepts NaN, Infinity and -Infinity as null: Python writes them into files of third parties.
    bool allowNonFinite = false;
};

/// Strict: one document, UTF-8 without a byte order mark, no duplicate member, no comment, bounded depth and size
/// (RFC 8259, RFC 7493). Errors name the byte offset. InvalidInput or LimitExceeded.
Result<Json> parseJson(std::string_view text, const JsonLimits &limits = {});

/// Compact UTF-8 without blanks and without a final newline: the bytes that digests are taken over. Text must be valid
/// UTF-8 (else U+FFFD).
std::string dumpJson(const Json &value);
/// With two blanks per level, for people.
std::string dumpJsonPretty(const Json &value);

} // namespace modelcrate
