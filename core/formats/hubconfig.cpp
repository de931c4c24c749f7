// SPDX-License-Identifier: Apache-2.0
#include "formats/hubconfig.h"

#include "base/text.h"
#include "io/json.h"

#include <algorithm>
#include <array>
#include <utility>

namespace modelcrate {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array dtypes{
    Pair{"bf16", "bfloat16"},
    Pair{"fp16", "float16"},
    Pair{"half", "float16"},
    Pair{"fp32", "float32"},
    Pair{"float", "float32"},
    Pair{"double", "float64"},
    Pair{"float8_e4m3fn", "float8_e4m3"},
    Pair{"float32", "float32"},
    Pair{"float16", "float16"},
    Pair{"bfloat16", "bfloat16"},
    Pair{"float64", "float64"},
    Pair{"float8_e4m3", "float8_e4m3"},
    Pair{"float8_e5m2", "float8_e5m2"},
    Pair{"int8", "int8"},
    Pair{"uint8", "uint8"},
};

constexpr std::array<std::string_view, 10> convolutional{"resnet",       "convnext",     "convnextv2", "mobilenet_v1",
                                                         "mobilenet_v2", "efficientnet", "regnet",     "bit",
                                                         "van",          "levit"};
constexpr std::array<std::string_view, 2> recurrent{"rwkv", "xlstm"};

std::string precisionOf(const Json &document, std::string &member)
{
    for (const std::string_view name : {"torch_dtype", "dtype"}) {
        auto word = toLowerAscii(document.text(name));
        if (word.substr(0, 6) == "torch.")
            word.erase(0, 6);
        const auto known =
            std::find_if(dtypes.begin(), dtypes.end(), [&](const Pair &pair) { return pair.first == word; });
        if (known != dtypes.end()) {
            member += name;
            return std::string(known->second);
        }
    }
    for (const std::string_view part : {"text_config", "vision_config"}) {
        const auto *inner = document.find(part);
        if (!inner || !inner->isObject())
            continue;
        auto innerMember = cat(part, '.');
        for (const std::string_view name : {"torch_dtype", "dtype"}) {
            if (inner->text(name).empty())
                continue;
            const Json single(JsonObject{{std::string(name), Json(inner->text(name))}});
            auto found = precisionOf(single, innerMember);
            if (!found.empty()) {
                member = innerMember;
                return found;
            }
        }
    }
    return {};
}

std::string architectureOf(const Json &document, const std::string &family)
{
    const auto among = [&](const auto &list) { return std::find(list.begin(), list.end(), family) != list.end(); };
    if (among(convolutional))
        return "cnn";
    if (among(recurrent))
        return "rnn";
    // Only transformers writes transformers_version, and what it loads under the other names is a transformer.
    const bool transformers = !document.text("transformers_version").empty() || document.find("num_attention_heads");
    return transformers && family.find("mamba") == std::string::npos ? "transformer" : "";
}

struct Pipeline {
    std::string_view tag;
    std::string_view input;
    std::string_view output;
};
constexpr std::array pipelines{
    Pipeline{"text-generation", "text", "text"},
    Pipeline{"text2text-generation", "text", "text"},
    Pipeline{"summarization", "text", "text"},
    Pipeline{"translation", "text", "text"},
    Pipeline{"fill-mask", "text", "text"},
    Pipeline{"question-answering", "text", "text"},
    Pipeline{"table-question-answering", "text", "text"},
    Pipeline{"text-classification", "text", "text"},
    Pipeline{"token-classification", "text", "text"},
    Pipeline{"zero-shot-classification", "text", "text"},
    Pipeline{"feature-extraction", "text", "embedding"},
    Pipeline{"sentence-similarity", "text", "embedding"},
    Pipeline{"text-to-image", "text", "image"},
    Pipeline{"image-to-image", "image", "image"},
    Pipeline{"image-segmentation", "image", "image"},
    Pipeline{"mask-generation", "image", "image"},
    Pipeline{"depth-estimation", "image", "image"},
    Pipeline{"unconditional-image-generation", "other", "image"},
    Pipeline{"image-to-text", "image", "text"},
    Pipeline{"image-text-to-text", "text,image", "text"},
    Pipeline{"visual-question-answering", "text,image", "text"},
    Pipeline{"document-question-answering", "text,image", "text"},
    Pipeline{"image-classification", "image", "text"},
    Pipeline{"object-detection", "image", "other"},
    Pipeline{"zero-shot-object-detection", "text,image", "other"},
    Pipeline{"zero-shot-image-classification", "text,image", "text"},
    Pipeline{"image-feature-extraction", "image", "embedding"},
    Pipeline{"text-to-speech", "text", "audio"},
    Pipeline{"text-to-audio", "text", "audio"},
    Pipeline{"automatic-speech-recognition", "audio", "text"},
    Pipeline{"audio-to-audio", "audio", "audio"},
    Pipeline{"audio-classification", "audio", "text"},
    Pipeline{"audio-text-to-text", "text,audio", "text"},
    Pipeline{"voice-activity-detection", "audio", "other"},
    Pipeline{"text-to-video", "text", "video"},
    Pipeline{"image-to-video", "image", "video"},
    Pipeline{"video-to-video", "video", "video"},
    Pipeline{"video-classification", "video", "text"},
    Pipeline{"video-text-to-text", "text,video", "text"},
    Pipeline{"text-ranking", "text", "other"},
    Pipeline{"text-to-3d", "text", "other"},
    Pipeline{"image-to-3d", "image", "other"},
    Pipeline{"tabular-classification", "other", "other"},
    Pipeline{"tabular-regression", "other", "other"},
    Pipeline{"time-series-forecasting", "other", "other"},
    Pipeline{"reinforcement-learning", "other", "other"},
    Pipeline{"robotics", "other", "other"},
    Pipeline{"graph-ml", "other", "other"},
};

/// ISO 639-3 codes that model cards use, with their two-letter codes.
constexpr std::array threeLetter{
    Pair{"eng", "en"}, Pair{"deu", "de"}, Pair{"fra", "fr"}, Pair{"spa", "es"}, Pair{"ita", "it"}, Pair{"por", "pt"},
    Pair{"nld", "nl"}, Pair{"rus", "ru"}, Pair{"zho", "zh"}, Pair{"jpn", "ja"}, Pair{"kor", "ko"}, Pair{"ara", "ar"},
    Pair{"hin", "hi"}, Pair{"tur", "tr"}, Pair{"pol", "pl"}, Pair{"ukr", "uk"}, Pair{"vie", "vi"}, Pair{"tha", "th"},
    Pair{"ind", "id"}, Pair{"swe", "sv"}, Pair{"dan", "da"}, Pair{"nor", "no"}, Pair{"fin", "fi"}, Pair{"ces", "cs"},
    Pair{"ell", "el"}, Pair{"heb", "he"}, Pair{"hun", "hu"}, Pair{"ron", "ro"}, Pair{"bul", "bg"}, Pair{"ben", "bn"},
};

std::vector<std::string> words(std::string_view text)
{
    std::vector<std::string> out;
    for (const auto part : split(text, ','))
        out.emplace_back(part);
    return out;
}

} // namespace

Result<HubConfig> parseHubConfig(std::string_view text)
{
    JsonLimits limits;
    limits.allowNonFinite = true;
    ASSIGN_OR_RETURN(const auto document, parseJson(text, limits));
    if (!document.isObject())
        return Error(ErrorCode::InvalidInput, Message::of("config.json is no JSON object"));
    HubConfig config;
    config.family = document.text("model_type");
    config.architecture = architectureOf(document, config.family);
    config.precision = precisionOf(document, config.precisionMember);
    if (const auto *quantization = document.find("quantization_config"))
        config.quantization = quantization->text("quant_method");
    // MLX has a member of its own.
    for (const std::string_view name : {"quantization_config", "quantization"}) {
        const auto *quantization = document.find(name);
        const auto *bits = quantization ? quantization->find("bits") : nullptr;
        const auto *number = bits ? bits->asInteger() : nullptr;
        if (number && *number >= 2 && *number <= 8 && config.packedBits == 0)
            config.packedBits = static_cast<unsigned>(*number);
    }
    if (const auto *map = document.find("auto_map"); map && map->isObject()) {
        for (const auto &[name, target] : *map->asObject()) {
            const auto *value = target.asString();
            if (value)
                config.remoteCode.push_back(*value);
        }
    }
    return config;
}

Modalities modalitiesOfPipeline(std::string_view pipelineTag)
{
    const auto known = std::find_if(pipelines.begin(), pipelines.end(),
                                    [&](const Pipeline &pipeline) { return pipeline.tag == pipelineTag; });
    if (known == pipelines.end())
        return {};
    return {words(known->input), words(known->output)};
}

std::optional<std::string> iso639Code(std::string_view language)
{
    const auto code = toLowerAscii(language.substr(0, language.find_first_of("-_")));
    const auto letters = std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (code.size() == 2 && letters)
        return code;
    const auto known =
        std::find_if(threeLetter.begin(), threeLetter.end(), [&](const Pair &pair) { return pair.first == code; });
    return known == threeLetter.end() ? std::nullopt : std::optional(std::string(known->second));
}

} // namespace modelcrate
