// SPDX-License-Identifier: Apache-2.0
#include "io/json.h"

#include "base/text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_set>

#include <nlohmann/json.hpp>

namespace modelcrate {

JsonObject::JsonObject(std::initializer_list<Member> members) : m_members(members) {}

const Json *JsonObject::find(std::string_view name) const
{
    const auto found = std::find_if(m_members.begin(), m_members.end(),
                                    [&](const Member &member) { return member.first == name; });
    return found == m_members.end() ? nullptr : &found->second;
}

Json *JsonObject::find(std::string_view name)
{
    return const_cast<Json *>(std::as_const(*this).find(name));
}

void JsonObject::set(std::string_view name, Json value)
{
    if (auto *existing = find(name))
        *existing = std::move(value);
    else
        m_members.emplace_back(std::string(name), std::move(value));
}

void JsonObject::append(std::string name, Json value)
{
    m_members.emplace_back(std::move(name), std::move(value));
}

bool JsonObject::remove(std::string_view name)
{
    return std::erase_if(m_members, [&](const Member &member) { return member.first == name; }) > 0;
}

// Not defaulted: clang 14 crashes on a defaulted comparison of a type that holds itself.
bool JsonObject::operator==(const JsonObject &other) const
{
    return m_members == other.m_members;
}

bool Json::operator==(const Json &other) const
{
    return m_value == other.m_value;
}

Json::Json(std::uint64_t value)
{
    if (value <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        m_value = static_cast<std::int64_t>(value);
    else
        m_value = static_cast<double>(value);
}

double Json::number() const
{
    if (const auto *integer = asInteger())
        return static_cast<double>(*integer);
    const auto *number = std::get_if<double>(&m_value);
    return number ? *number : 0;
}

const Json *Json::find(std::string_view name) const
{
    const auto *object = asObject();
    return object ? object->find(name) : nullptr;
}

const std::string &Json::text(std::string_view name) const
{
    static const std::string none;
    const auto *member = find(name);
    const auto *value = member ? member->asString() : nullptr;
    return value ? *value : none;
}

std::string_view Json::typeName() const
{
    if (isNull())
        return "null";
    if (isBool())
        return "boolean";
    if (isInteger())
        return "integer";
    if (isNumber())
        return "number";
    if (isString())
        return "string";
    return isArray() ? "array" : "object";
}

namespace {

/// Builds a Json from parser events; refuses what the library lets pass: duplicate members, depth without bound.
class Builder : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit Builder(const JsonLimits &limits) : m_limits(limits) {}

    bool null() override { return add({}); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(static_cast<std::int64_t>(value)); }
    bool number_unsigned(number_unsigned_t value) override { return add(static_cast<std::uint64_t>(value)); }
    bool number_float(number_float_t value, const string_t &) override { return add(value); }
    bool string(string_t &value) override { return add(std::move(value)); }
    bool binary(binary_t &) override { return fail("binary data"); }
    bool start_object(std::size_t) override { return push(Json::Object()); }
    bool end_object() override { return pop(); }
    bool start_array(std::size_t) override { return push(Json::Array()); }
    bool end_array() override { return pop(); }

    bool key(string_t &name) override
    {
        auto &frame = m_stack.back();
        if (!frame.names.insert(name).second)
            return fail(cat("member \"", escapeForDisplay(name, 80), "\" stands twice"));
        frame.key = std::move(name);
        return true;
    }

    bool parse_error(std::size_t position, const std::string &, const nlohmann::detail::exception &) override
    {
        // The library's message quotes the input; the offset is enough, and never hostile.
        return fail(cat("not valid JSON at byte ", position));
    }

    Json root;
    std::string problem;
    bool tooDeep = false;

private:
    struct Frame {
        Json value;
        std::string key;
        std::unordered_set<std::string> names;
    };

    bool fail(std::string reason)
    {
        if (problem.empty())
            problem = std::move(reason);
        return false;
    }

    bool add(Json value)
    {
        if (m_stack.empty()) {
            root = std::move(value);
            return true;
        }
        auto &frame = m_stack.back();
        if (auto *array = frame.value.asArray())
            array->push_back(std::move(value));
        else
            frame.value.asObject()->append(std::move(frame.key), std::move(value));
        return true;
    }

    bool push(Json container)
    {
        if (m_stack.size() >= static_cast<std::size_t>(m_limits.maxDepth)) {
            tooDeep = true;
            return fail(cat("nested deeper than ", m_limits.maxDepth, " levels"));
        }
        m_stack.push_back({std::move(container), {}, {}});
        return true;
    }

    bool pop()
    {
        auto frame = std::move(m_stack.back());
        m_stack.pop_back();
        return add(std::move(frame.value));
    }

    const JsonLimits &m_limits;
    std::vector<Frame> m_stack;
};

/// Python's json module writes bare NaN and Infinity; outside of strings they become null.
std::string withoutNonFinite(std::string_view text)
{
    std::string out;
    bool inString = false;
    for (std::size_t i = 0; i < text.size();) {
        if (inString) {
            if (text[i] == '\\' && i + 1 < text.size())
                out += text[i++];
            else if (text[i] == '"')
                inString = false;
            out += text[i++];
            continue;
        }
        bool replaced = false;
        for (const std::string_view word : {"-Infinity", "Infinity", "NaN"}) {
            if (text.substr(i, word.size()) == word) {
                out += "null";
                i += word.size();
                replaced = true;
                break;
            }
        }
        if (replaced)
            continue;
        inString = text[i] == '"';
        out += text[i++];
    }
    return out;
}

nlohmann::ordered_json toLibrary(const Json &value)
{
    if (const auto *boolean = value.asBool())
        return *boolean;
    if (const auto *integer = value.asInteger())
        return *integer;
    if (const auto *text = value.asString())
        return *text;
    if (const auto *array = value.asArray()) {
        auto out = nlohmann::ordered_json::array();
        for (const auto &item : *array)
            out.push_back(toLibrary(item));
        return out;
    }
    if (const auto *object = value.asObject()) {
        auto out = nlohmann::ordered_json::object();
        for (const auto &[name, member] : *object)
            out.get_ref<nlohmann::ordered_json::object_t &>().emplace_back(name, toLibrary(member));
        return out;
    }
    if (value.isNumber())
        return value.number();
    return nullptr;
}

} // namespace

Result<Json> parseJson(std::string_view text, const JsonLimits &limits)
{
    if (text.size() > limits.maxBytes)
        return Error(ErrorCode::LimitExceeded,
                     cat("JSON document of ", text.size(), " bytes is larger than ", limits.maxBytes));
    if (text.substr(0, 3) == "\xef\xbb\xbf")
        return Error(ErrorCode::InvalidInput, "JSON document starts with a byte order mark");
    std::string cleaned;
    if (limits.allowNonFinite) {
        cleaned = withoutNonFinite(text);
        text = cleaned;
    }
    Builder builder(limits);
    const bool ok = nlohmann::json::sax_parse(text.begin(), text.end(), &builder, nlohmann::json::input_format_t::json,
                                              true, false);
    if (ok && builder.problem.empty())
        return std::move(builder.root);
    if (builder.problem.empty())
        builder.problem = "not valid JSON";
    return Error(builder.tooDeep ? ErrorCode::LimitExceeded : ErrorCode::InvalidInput, builder.problem);
}

std::string dumpJson(const Json &value)
{
    return toLibrary(value).dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::string dumpJsonPretty(const Json &value)
{
    return toLibrary(value).dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

} // namespace modelcrate
