// SPDX-License-Identifier: Apache-2.0
#include "modelpack/modelconfig.h"

#include "base/text.h"
#include "base/time.h"

#include <algorithm>
#include <array>

namespace modelcrate {

namespace {

constexpr std::array fields{
    ConfigField{"descriptor.createdAt", ConfigFieldType::DateTime},
    ConfigField{"descriptor.authors", ConfigFieldType::StringList},
    ConfigField{"descriptor.vendor", ConfigFieldType::String},
    ConfigField{"descriptor.family", ConfigFieldType::String},
    ConfigField{"descriptor.name", ConfigFieldType::String},
    ConfigField{"descriptor.version", ConfigFieldType::String},
    ConfigField{"descriptor.title", ConfigFieldType::String},
    ConfigField{"descriptor.description", ConfigFieldType::String},
    ConfigField{"descriptor.docURL", ConfigFieldType::Url},
    ConfigField{"descriptor.sourceURL", ConfigFieldType::Url},
    ConfigField{"descriptor.datasetsURL", ConfigFieldType::StringList},
    ConfigField{"descriptor.revision", ConfigFieldType::String},
    ConfigField{"descriptor.licenses", ConfigFieldType::StringList},
    ConfigField{"config.architecture", ConfigFieldType::String},
    ConfigField{"config.format", ConfigFieldType::String},
    ConfigField{"config.paramSize", ConfigFieldType::String},
    ConfigField{"config.precision", ConfigFieldType::String},
    ConfigField{"config.quantization", ConfigFieldType::String},
    ConfigField{"config.capabilities.inputTypes", ConfigFieldType::ModalityList},
    ConfigField{"config.capabilities.outputTypes", ConfigFieldType::ModalityList},
    ConfigField{"config.capabilities.knowledgeCutoff", ConfigFieldType::DateTime},
    ConfigField{"config.capabilities.reasoning", ConfigFieldType::Boolean},
    ConfigField{"config.capabilities.toolUsage", ConfigFieldType::Boolean},
    ConfigField{"config.capabilities.reward", ConfigFieldType::Boolean},
    ConfigField{"config.capabilities.languages", ConfigFieldType::LanguageList},
};

constexpr std::array<std::string_view, 6> modalities{"text", "image", "audio", "video", "embedding", "other"};
constexpr std::array<std::string_view, 18> precisions{
    "float32", "float64", "float16", "bfloat16", "float8_e4m3", "float8_e5m2", "complex32", "complex64", "complex128",
    "int8",    "int16",   "int32",   "int64",    "uint8",       "uint16",      "uint32",    "uint64",    "bool"};

bool isList(ConfigFieldType type)
{
    return type == ConfigFieldType::StringList || type == ConfigFieldType::ModalityList
        || type == ConfigFieldType::LanguageList;
}

Message expectation(ConfigFieldType type)
{
    switch (type) {
    case ConfigFieldType::String: return Message::of("a text that is not empty");
    case ConfigFieldType::Url: return Message::of("a URL");
    case ConfigFieldType::DateTime: return Message::of("a time such as 2026-01-02T03:04:05Z");
    case ConfigFieldType::Boolean: return Message::of("true or false");
    case ConfigFieldType::StringList: return Message::of("a list of texts, [\"a\",\"b\"] or a,b");
    case ConfigFieldType::ModalityList: return Message::of("a list of text, image, audio, video, embedding, other");
    case ConfigFieldType::LanguageList: return Message::of("a list of two-letter ISO 639 codes such as en");
    }
    return Message::of("a value");
}

bool isLanguage(std::string_view text)
{
    return text.size() == 2 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool isListItem(ConfigFieldType type, const Json &item)
{
    const auto *text = item.asString();
    if (!text || text->empty())
        return false;
    if (type == ConfigFieldType::ModalityList)
        return std::find(modalities.begin(), modalities.end(), *text) != modalities.end();
    return type != ConfigFieldType::LanguageList || isLanguage(*text);
}

bool fits(ConfigFieldType type, const Json &value)
{
    if (type == ConfigFieldType::Boolean)
        return value.isBool();
    if (isList(type)) {
        const auto *items = value.asArray();
        return items
            && std::all_of(items->begin(), items->end(), [&](const Json &item) { return isListItem(type, item); });
    }
    const auto *text = value.asString();
    if (!text || text->empty())
        return false;
    return type != ConfigFieldType::DateTime || judgeDateTime(*text) == DateTimeVerdict::Valid;
}

const ConfigField *findField(std::string_view path)
{
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const ConfigField &field) { return field.path == path; });
    return found == fields.end() ? nullptr : &*found;
}

Error unknownField(std::string_view path)
{
    std::vector<std::string> known;
    for (const auto &field : fields)
        known.emplace_back(field.path);
    return Error(ErrorCode::InvalidInput, Message::of("unknown config field \"%1\"", escapeForDisplay(path, 120)),
                 "Known fields: " + join(known, ", ") + ".");
}

/// Members of one schema object in its order, then those nobody knows.
Json inCanonicalOrder(const Json &value, const std::string &prefix)
{
    const auto *object = value.asObject();
    if (!object)
        return value;
    std::vector<std::string> order;
    for (const auto &field : fields) {
        if (field.path.substr(0, prefix.size()) != prefix)
            continue;
        const auto rest = field.path.substr(prefix.size());
        std::string name(rest.substr(0, rest.find('.')));
        if (order.empty() || order.back() != name)
            order.push_back(std::move(name));
    }
    JsonObject out;
    for (const auto &name : order) {
        if (const auto *member = object->find(name))
            out.set(name, inCanonicalOrder(*member, prefix + name + "."));
    }
    for (const auto &[name, member] : *object) {
        if (!out.contains(name))
            out.append(name, member);
    }
    return out;
}

bool isEmptyValue(const Json &value)
{
    if (const auto *text = value.asString())
        return text->empty();
    if (const auto *array = value.asArray())
        return array->empty();
    return value.isNull();
}

} // namespace

ModelConfig::ModelConfig() : m_document(JsonObject{{"descriptor", JsonObject()}, {"config", JsonObject()}}) { }

ModelConfig::ModelConfig(Json document) : m_document(std::move(document)) { }

Result<ModelConfig> ModelConfig::parse(std::string_view text)
{
    ASSIGN_OR_RETURN(auto document, parseJson(text));
    if (!document.isObject())
        return Error(ErrorCode::InvalidInput,
                     Message::of("a model config must be a JSON object, this is %1", document.typeName()));
    return ModelConfig(std::move(document));
}

const Json *ModelConfig::find(std::string_view path) const
{
    const Json *value = &m_document;
    for (const auto part : split(path, '.')) {
        value = value->find(part);
        if (!value)
            return nullptr;
    }
    return value;
}

Result<void> ModelConfig::set(std::string_view path, Json value)
{
    const auto *field = findField(path);
    if (!field)
        return unknownField(path);
    if (isEmptyValue(value)) {
        remove(path);
        return {};
    }
    if (!fits(field->type, value))
        return Error(ErrorCode::InvalidInput, Message::of("%1 must be %2", path, expectation(field->type)));
    Json *target = &m_document;
    const auto parts = split(path, '.');
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
        auto *object = target->asObject();
        if (!object->contains(parts[i]) || !object->find(parts[i])->isObject())
            object->set(parts[i], JsonObject());
        target = object->find(parts[i]);
    }
    target->asObject()->set(parts.back(), std::move(value));
    return {};
}

Result<void> ModelConfig::setFromText(std::string_view path, std::string_view text)
{
    const auto *field = findField(path);
    if (!field)
        return unknownField(path);
    ASSIGN_OR_RETURN(auto value, parseFieldValue(*field, text));
    return set(path, std::move(value));
}

bool ModelConfig::remove(std::string_view path)
{
    auto *object = m_document.asObject();
    const auto parts = split(path, '.');
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
        auto *member = object->find(parts[i]);
        if (!member || !member->isObject())
            return false;
        object = member->asObject();
    }
    return object->remove(parts.back());
}

std::string ModelConfig::toBytes(std::span<const std::string> diffIds) const
{
    JsonObject out;
    for (const std::string_view name : {"descriptor", "config"}) {
        const auto *member = m_document.find(name);
        out.set(name, member ? inCanonicalOrder(*member, std::string(name) + ".") : Json(JsonObject()));
    }
    for (const auto &[name, member] : *m_document.asObject()) {
        if (!out.contains(name) && name != "modelfs")
            out.append(name, member);
    }
    // Members that a newer specification put into modelfs stay.
    JsonObject modelfs;
    modelfs.set("type", "layers");
    modelfs.set("diffIds", Json::Array(diffIds.begin(), diffIds.end()));
    if (const auto *existing = m_document.find("modelfs"); existing && existing->isObject()) {
        for (const auto &[name, member] : *existing->asObject()) {
            if (!modelfs.contains(name))
                modelfs.append(name, member);
        }
    }
    out.set("modelfs", std::move(modelfs));
    return dumpJson(out);
}

std::span<const ConfigField> configFields() { return fields; }

Result<Json> parseFieldValue(const ConfigField &field, std::string_view text)
{
    const auto refuse = [&] {
        return Error(
            ErrorCode::InvalidInput,
            Message::of("%1: \"%2\" is not %3", field.path, escapeForDisplay(text, 120), expectation(field.type)));
    };
    if (const auto json = parseJson(text); json && (fits(field.type, *json) || isEmptyValue(*json)))
        return *json;
    if (field.type == ConfigFieldType::Boolean)
        return refuse();
    Json value(text);
    if (isList(field.type)) {
        Json::Array items;
        for (const auto part : split(text, ',')) {
            if (!trim(part).empty())
                items.emplace_back(trim(part));
        }
        value = std::move(items);
    }
    if (!isEmptyValue(value) && !fits(field.type, value))
        return refuse();
    return value;
}

std::string formatParamSize(std::uint64_t parameters)
{
    struct Scale {
        char letter;
        std::uint64_t unit;
    };
    static constexpr std::array<Scale, 5> scales{{{'K', 1'000ULL},
                                                  {'M', 1'000'000ULL},
                                                  {'B', 1'000'000'000ULL},
                                                  {'T', 1'000'000'000'000ULL},
                                                  {'Q', 1'000'000'000'000'000ULL}}};
    if (parameters < 1000)
        return {};
    for (std::size_t i = 0; i < scales.size(); ++i) {
        const auto tenth = scales[i].unit / 10;
        // Half up without overflow: the remainder decides.
        const auto tenths = parameters / tenth + (parameters % tenth >= tenth - tenth / 2 ? 1 : 0);
        if (tenths < 10'000 || i + 1 == scales.size())
            return cat(tenths / 10, '.', tenths % 10, scales[i].letter);
    }
    return {};
}

bool isParamSize(std::string_view text)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.size() < 2 || std::string_view("QqTtBbMmKk").find(text.back()) == std::string_view::npos)
        return false;
    text.remove_suffix(1);
    const auto digits = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), isDigit) - text.begin());
    if (digits == 0)
        return false;
    const auto rest = text.substr(digits);
    return rest.empty() || (rest.size() == 2 && rest[0] == '.' && isDigit(rest[1]));
}

bool isKnownPrecision(std::string_view word)
{
    return std::find(precisions.begin(), precisions.end(), word) != precisions.end();
}

} // namespace modelcrate
