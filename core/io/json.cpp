// SPDX-License-Identifier: Apache-2.0
#include "io/json.h"

#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <unordered_set>

#include <nlohmann/json.hpp>

namespace modelcrate {

JsonObject::JsonObject(std::initializer_list<Member> members) : m_members(members) { }

const Json *JsonObject::find(std::string_view name) const
{
    const auto found =
        std::find_if(m_members.begin(), m_members.end(), [&](const Member &member) { return member.first == name; });
    return found == m_members.end() ? nullptr : &found->second;
}

Json *JsonObject::find(std::string_view name) { return const_cast<Json *>(std::as_const(*this).find(name)); }

void JsonObject::set(std::string_view name, Json value)
{
    if (auto *existing = find(name))
        *existing = std::move(value);
    else
        m_members.emplace_back(std::string(name), std::move(value));
}

void JsonObject::append(std::string name, Json value) { m_members.emplace_back(std::move(name), std::move(value)); }

bool JsonObject::remove(std::string_view name)
{
    return std::erase_if(m_members, [&](const Member &member) { return member.first == name; }) > 0;
}

// Not defaulted: clang 14 crashes on a defaulted comparison of a type that holds itself.
bool JsonObject::operator==(const JsonObject &other) const { return m_members == other.m_members; }

bool Json::operator==(const Json &other) const { return m_value == other.m_value; }

Json::Json(std::uint64_t value)
{
    if (value <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        m_value = static_cast<std::int64_t>(value);
    else
        m_value = Number{std::to_string(value)};
}

Json::Json(double value)
{
    if (std::isfinite(value))
        m_value = Number{nlohmann::json(value).dump()};
}

double Json::number() const
{
    if (const auto *integer = asInteger())
        return static_cast<double>(*integer);
    const auto *text = numberText();
    double value = 0;
    if (text)
        std::from_chars(text->data(), text->data() + text->size(), value);
    return value;
}

const std::string *Json::numberText() const
{
    const auto *number = std::get_if<Number>(&m_value);
    return number ? &number->text : nullptr;
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

/// Builds a Json from parser events; refuses what the library lets pass: duplicate members, depth without bound.
class JsonBuilder : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit JsonBuilder(const JsonLimits &limits) : m_limits(limits) { }

    bool null() override { return add({}); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(static_cast<std::int64_t>(value)); }
    bool number_unsigned(number_unsigned_t value) override { return add(static_cast<std::uint64_t>(value)); }
    bool number_float(number_float_t, const string_t &text) override
    {
        Json number;
        number.m_value = Json::Number{text};
        return add(std::move(number));
    }
    bool string(string_t &value) override { return add(std::move(value)); }
    bool binary(binary_t &) override { return fail(Message::of("binary data")); }
    bool start_object(std::size_t) override { return push(Json::Object()); }
    bool end_object() override { return pop(); }
    bool start_array(std::size_t) override { return push(Json::Array()); }
    bool end_array() override { return pop(); }

    bool key(string_t &name) override
    {
        auto &frame = m_stack.back();
        if (!frame.names.insert(name).second)
            return fail(Message::of("member \"%1\" stands twice", escapeForDisplay(name, 80)));
        frame.key = std::move(name);
        return true;
    }

    bool parse_error(std::size_t position, const std::string &, const nlohmann::detail::exception &) override
    {
        // The library's message quotes the input; the offset is enough, and never hostile.
        return fail(Message::of("not valid JSON at byte %1", position));
    }

    Json root;
    std::optional<Message> problem;
    bool tooDeep = false;

private:
    struct Frame {
        Json value;
        std::string key;
        std::unordered_set<std::string> names;
    };

    bool fail(Message reason)
    {
        if (!problem)
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
            return fail(Message::of("nested deeper than %1 levels", m_limits.maxDepth));
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

namespace {

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

/// Writes without building the library's own tree first: a list of 100 000 files would exist three times. What is not
/// plain (escapes, broken UTF-8) is left to the library, so the bytes are its bytes.
class Writer {
public:
    /// `indent` blanks a level; negative: all on one line.
    explicit Writer(int indent) : m_indent(indent) { }

    void value(const Json &value, int level)
    {
        if (const auto *boolean = value.asBool())
            m_out += *boolean ? "true" : "false";
        else if (const auto *integer = value.asInteger())
            m_out += std::to_string(*integer);
        else if (const auto *text = value.asString())
            string(*text);
        else if (const auto *array = value.asArray())
            sequence('[', *array, ']', level, [&](const Json &item) { this->value(item, level + 1); });
        else if (const auto *object = value.asObject())
            sequence('{', *object, '}', level, [&](const JsonObject::Member &member) {
                string(member.first);
                m_out += m_indent < 0 ? ":" : ": ";
                this->value(member.second, level + 1);
            });
        else if (const auto *number = value.numberText())
            m_out += *number;
        else
            m_out += "null";
    }

    std::string take() { return std::move(m_out); }

private:
    template<typename Items, typename WriteItem>
    void sequence(char open, const Items &items, char close, int level, WriteItem writeItem)
    {
        m_out += open;
        bool isFirst = true;
        for (const auto &item : items) {
            if (!isFirst)
                m_out += ',';
            isFirst = false;
            newLine(level + 1);
            writeItem(item);
        }
        if (!isFirst)
            newLine(level);
        m_out += close;
    }

    void newLine(int level)
    {
        if (m_indent < 0)
            return;
        m_out += '\n';
        m_out.append(static_cast<std::size_t>(m_indent * level), ' ');
    }

    void string(const std::string &text)
    {
        const bool isPlain = std::all_of(text.begin(), text.end(),
                                         [](char c) { return c >= ' ' && c != '"' && c != '\\' && c != '\x7f'; });
        if (isPlain)
            m_out.append(1, '"').append(text).append(1, '"');
        else
            m_out += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    }

    int m_indent;
    std::string m_out;
};

std::string write(const Json &value, int indent)
{
    Writer writer(indent);
    writer.value(value, 0);
    return writer.take();
}

} // namespace

Result<Json> parseJson(std::string_view text, const JsonLimits &limits)
{
    if (text.size() > limits.maxBytes)
        return Error(ErrorCode::LimitExceeded,
                     Message::of("JSON document of %1 bytes is larger than %2", text.size(), limits.maxBytes));
    if (text.substr(0, 3) == "\xef\xbb\xbf")
        return Error(ErrorCode::InvalidInput, Message::of("JSON document starts with a byte order mark"));
    std::string cleaned;
    if (limits.allowNonFinite) {
        cleaned = withoutNonFinite(text);
        text = cleaned;
    }
    JsonBuilder builder(limits);
    const bool ok = nlohmann::json::sax_parse(text.begin(), text.end(), &builder, nlohmann::json::input_format_t::json,
                                              true, false);
    if (ok && !builder.problem)
        return std::move(builder.root);
    return Error(builder.tooDeep ? ErrorCode::LimitExceeded : ErrorCode::InvalidInput,
                 builder.problem.value_or(Message::of("not valid JSON")));
}

std::string dumpJson(const Json &value) { return write(value, -1); }

std::string dumpJsonPretty(const Json &value) { return write(value, 2); }

} // namespace modelcrate
