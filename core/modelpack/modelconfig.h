// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "io/digest.h"
#include "io/json.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace modelcrate {

/// The model config (model-spec docs/config.md, main) as an ordered JSON document. Unknown members are kept. Written
/// members are never null, "" or empty arrays. A plain value.
class ModelConfig {
public:
    /// `{"descriptor":{},"config":{}}`; modelfs is added when it is written.
    ModelConfig();
    /// Strict JSON object; says nothing about validity (that is validateConfig).
    static Result<ModelConfig> parse(std::string_view text);
    explicit ModelConfig(Json document);

    const Json &document() const { return m_document; }
    /// Member by dotted path, "descriptor.licenses", "config.capabilities.reasoning"; null when missing.
    const Json *find(std::string_view path) const;
    /// Sets a known field; InvalidInput when the field is unknown or the value has the wrong type, naming what is
    /// expected. An empty value (null, "", []) removes it. Objects on the way are made, members go to their place in
    /// the schema's order.
    Result<void> set(std::string_view path, Json value);
    /// The same with a text as parseFieldValue() takes it.
    Result<void> setFromText(std::string_view path, std::string_view text);
    bool remove(std::string_view path);
    /// Bytes of the config blob: canonical order of known members, modelfs {type, diffIds} last.
    std::string toBytes(std::span<const std::string> diffIds) const;
    bool operator==(const ModelConfig &) const = default;

private:
    Json m_document;
};

enum class ConfigFieldType { String, DateTime, Url, StringList, Boolean, ModalityList, LanguageList };

struct ConfigField {
    std::string_view path; ///< "descriptor.name"
    ConfigFieldType type;
};
/// Every field of the specification that can be set, in the schema's order.
std::span<const ConfigField> configFields();
/// Text from a command line as the field's value: JSON when it parses as the right type, else the text itself for
/// strings, "a,b" for lists, true/false. InvalidInput says what is expected.
Result<Json> parseFieldValue(const ConfigField &field, std::string_view text);

/// "8.0B" from 8030261248 (one decimal, half up, carry; nothing below 1000): table-paramsize-format.json.
std::string formatParamSize(std::uint64_t parameters);
bool isParamSize(std::string_view text);
bool isKnownPrecision(std::string_view word);

/// A value found in the files, and where: {"config.precision", "bfloat16", "config.json: torch_dtype"}.
struct DetectedField {
    std::string path;
    Json value;
    std::string source;
    bool operator==(const DetectedField &) const = default;
};

} // namespace modelcrate
