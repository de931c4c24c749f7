// SPDX-License-Identifier: Apache-2.0
#include "io/yaml.h"

#include "base/text.h"

#include <sstream>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

namespace modelcrate {

namespace {

constexpr std::size_t maxBytes = 1 << 20;
constexpr std::size_t maxDepth = 32;
constexpr std::size_t maxNodes = 100'000;

/// Thrown through yaml-cpp, which has no other way to be stopped; caught in parseYaml.
struct Refused {
    Message reason;
};

class Builder final : public YAML::EventHandler {
public:
    void OnDocumentStart(const YAML::Mark &) override { }
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark &mark, YAML::anchor_t) override { add(Json(), mark); }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override
    {
        refuse(Message::of("aliases are not accepted"), mark);
    }

    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t, const std::string &value) override
    {
        checkTag(tag, mark);
        const bool plainNull = tag == "?" && (value.empty() || value == "~" || value == "null");
        add(plainNull ? Json() : Json(value), mark);
    }

    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t,
                         YAML::EmitterStyle::value) override
    {
        checkTag(tag, mark);
        push(Json::Array(), mark);
    }
    void OnSequenceEnd() override { pop(); }

    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t, YAML::EmitterStyle::value) override
    {
        checkTag(tag, mark);
        push(Json::Object(), mark);
    }
    void OnMapEnd() override { pop(); }

    Json root;

private:
    struct Frame {
        Json value;
        std::optional<std::string> key;
    };

    [[noreturn]] static void refuse(const Message &reason, const YAML::Mark &mark)
    {
        throw Refused{Message::of("%1 (line %2)", reason, mark.line + 1)};
    }

    static void checkTag(const std::string &tag, const YAML::Mark &mark)
    {
        // "?" is a plain node, "!" a quoted one; anything else asks for a type.
        if (!tag.empty() && tag != "?" && tag != "!")
            refuse(Message::of("tags are not accepted"), mark);
    }

    void add(Json value, const YAML::Mark &mark)
    {
        if (++m_nodes > maxNodes)
            refuse(Message::of("too many nodes"), mark);
        if (m_stack.empty()) {
            root = std::move(value);
            return;
        }
        auto &frame = m_stack.back();
        if (auto *array = frame.value.asArray()) {
            array->push_back(std::move(value));
            return;
        }
        auto *object = frame.value.asObject();
        if (!frame.key) {
            if (!value.isString())
                refuse(Message::of("keys must be texts"), mark);
            if (object->contains(*value.asString()))
                refuse(Message::of("a key stands twice"), mark);
            frame.key = *value.asString();
            return;
        }
        object->append(std::move(*frame.key), std::move(value));
        frame.key.reset();
    }

    void push(Json container, const YAML::Mark &mark)
    {
        if (m_stack.size() >= maxDepth)
            refuse(Message::of("nested too deep"), mark);
        if (!m_stack.empty() && m_stack.back().value.isObject() && !m_stack.back().key)
            refuse(Message::of("keys must be texts"), mark);
        m_stack.push_back({std::move(container), std::nullopt});
        m_mark = mark;
    }

    void pop()
    {
        auto value = std::move(m_stack.back().value);
        m_stack.pop_back();
        add(std::move(value), m_mark);
    }

    std::vector<Frame> m_stack;
    std::size_t m_nodes = 0;
    YAML::Mark m_mark;
};

} // namespace

Result<Json> parseYaml(std::string_view text)
{
    if (text.size() > maxBytes)
        return Error(ErrorCode::LimitExceeded, Message::of("YAML document is larger than 1 MiB"));
    try {
        std::istringstream stream{std::string(text)};
        YAML::Parser parser(stream);
        Builder builder;
        parser.HandleNextDocument(builder);
        return std::move(builder.root);
    } catch (const Refused &refused) {
        return Error(ErrorCode::InvalidInput, Message::of("YAML: %1", refused.reason));
    } catch (const YAML::Exception &exception) {
        return Error(ErrorCode::InvalidInput, Message::of("YAML is broken at line %1", exception.mark.line + 1));
    }
}

} // namespace modelcrate
