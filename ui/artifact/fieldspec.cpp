// SPDX-License-Identifier: Apache-2.0
#include "ui/artifact/fieldspec.h"

#include "ui/text/convert.h"

#include <algorithm>
#include <array>
#include <string>

#include <QCoreApplication>

namespace modelcrate {

namespace {

constexpr const char *context = "modelcrate::MetadataPage";

using Section = FieldSection;
using Kind = FieldInputKind;
using Width = FieldWidth;

constexpr std::string_view modalities = "text image audio video embedding other";

constexpr std::array specs{
    FieldSpec{"descriptor.name", Section::Descriptor, Kind::Line, Width::Full, true,
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "Name"),
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "What the model is called, such as llama3-8b-instruct")},
    FieldSpec{"descriptor.title", Section::Descriptor, Kind::Line, Width::Full, false,
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "Title"),
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "The name for people")},
    FieldSpec{"descriptor.description", Section::Descriptor, Kind::Text, Width::Full, false,
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "Description"),
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "What the model is and what it is for")},
    FieldSpec{"descriptor.family", Section::Descriptor, Kind::Combo, Width::Full, false,
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "Family"),
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "The family of models it belongs to, such as llama3"),
              "llama3 llama2 qwen3 qwen2 gpt2 gemma3 mistral mixtral phi3 deepseek_v3 bert t5 whisper clip"},
    FieldSpec{"descriptor.version", Section::Descriptor, Kind::Line, Width::Short, true,
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "Version"),
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "The version of the packaged model, such as 1.2.0")},
    FieldSpec{"descriptor.createdAt", Section::Descriptor, Kind::DateTime, Width::Medium, false,
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "Created"),
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "When the model was built: a date and time by RFC 3339")},
    FieldSpec{
        "descriptor.authors", Section::Descriptor, Kind::Names, Width::Full, true,
        QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "Authors"),
        QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "People or organizations, such as Jo Doe <jo@example.com>")},
    FieldSpec{"descriptor.vendor", Section::Descriptor, Kind::Line, Width::Full, false,
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "Vendor"),
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "Who distributes the model")},
    FieldSpec{"descriptor.licenses", Section::Descriptor, Kind::Licenses, Width::Full, true,
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "Licences"),
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "SPDX identifiers or expressions, such as Apache-2.0")},
    FieldSpec{"descriptor.revision",
              Section::Descriptor,
              Kind::Line,
              Width::Full,
              false,
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "Revision"),
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "The commit of the sources it was made from"),
              {},
              true},
    FieldSpec{"descriptor.docURL", Section::Descriptor, Kind::Url, Width::Full, false,
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "Documentation"),
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "A web address with more about the model")},
    FieldSpec{"descriptor.sourceURL", Section::Descriptor, Kind::Url, Width::Full, false,
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "Source code"),
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "A web address of what it was built from")},
    FieldSpec{"descriptor.datasetsURL", Section::Descriptor, Kind::Urls, Width::Full, false,
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "Datasets"),
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "Web addresses of the data it was trained with")},
    FieldSpec{"config.architecture", Section::Technical, Kind::Combo, Width::Medium, true,
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "Architecture"),
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "The kind of network, such as transformer"),
              "transformer cnn rnn diffusion mamba"},
    FieldSpec{"config.format", Section::Technical, Kind::Combo, Width::Medium, true,
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "Format"),
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "What the weight files are written in"),
              "safetensors gguf onnx pt"},
    FieldSpec{"config.paramSize", Section::Technical, Kind::ParamSize, Width::Short, true,
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "Parameters"),
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "How many parameters, with at most one decimal"),
              "K M B T Q"},
    FieldSpec{
        "config.precision", Section::Technical, Kind::JoinedWords, Width::Full, true,
        QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "Precision"),
        QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "How the weights are stored, such as bfloat16"),
        "bfloat16 float16 float32 float64 float8_e4m3 float8_e5m2 complex32 complex64 complex128 int8 int16 int32 "
        "int64 uint8 uint16 uint32 uint64 bool"},
    FieldSpec{"config.quantization", Section::Technical, Kind::Combo, Width::Medium, false,
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "Quantization"),
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "How the weights were made smaller, such as awq"),
              "awq gptq gguf bitsandbytes fp8 q4_k_m q8_0"},
    FieldSpec{
        "config.capabilities.inputTypes", Section::Capabilities, Kind::Words, Width::Full, true,
        QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "Input types"),
        QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "What it takes: text, image, audio, video, embedding, other"),
        modalities},
    FieldSpec{
        "config.capabilities.outputTypes", Section::Capabilities, Kind::Words, Width::Full, false,
        QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "Output types"),
        QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "What it gives: text, image, audio, video, embedding, other"),
        modalities},
    FieldSpec{"config.capabilities.languages", Section::Capabilities, Kind::Languages, Width::Full, true,
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "Languages"),
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "Two-letter ISO 639 codes, such as en")},
    FieldSpec{"config.capabilities.knowledgeCutoff", Section::Capabilities, Kind::DateTime, Width::Medium, true,
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "Knowledge cutoff"),
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "How new what it knows is: a date and time by RFC 3339")},
    FieldSpec{"config.capabilities.reasoning", Section::Capabilities, Kind::TriState, Width::Full, true,
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "Reasoning"),
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "Whether it can reason step by step")},
    FieldSpec{"config.capabilities.toolUsage", Section::Capabilities, Kind::TriState, Width::Full, true,
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "Tool use"),
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "Whether it can call tools")},
    FieldSpec{"config.capabilities.reward", Section::Capabilities, Kind::TriState, Width::Full, true,
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "Reward model"),
              QT_TRANSLATE_NOOP("modelcrate::MetadataPage", "Whether it rates answers of other models")},
};

} // namespace

QString FieldSpec::label() const { return QCoreApplication::translate(context, labelSource); }
QString FieldSpec::help() const { return QCoreApplication::translate(context, helpSource); }
QString FieldSpec::name() const { return toQString(path); }

QString FieldSpec::placeholder() const
{
    switch (kind) {
    case Kind::Licenses: return QCoreApplication::translate("modelcrate::MetadataPage", "SPDX id or expression");
    case Kind::JoinedWords: return QCoreApplication::translate("modelcrate::MetadataPage", "Choose…");
    case Kind::Names:
    case Kind::Urls:
    case Kind::Words:
    case Kind::Languages: return QCoreApplication::translate("modelcrate::MetadataPage", "Add…");
    case Kind::DateTime: return QStringLiteral("2026-01-02T03:04:05Z");
    case Kind::Url: return QStringLiteral("https://");
    default: return {};
    }
}

QStringList FieldSpec::suggestions() const
{
    return toQString(suggestionWords).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QString sectionTitle(FieldSection section)
{
    switch (section) {
    case Section::Descriptor: return QCoreApplication::translate("modelcrate::MetadataPage", "Descriptor");
    case Section::Technical: return QCoreApplication::translate("modelcrate::MetadataPage", "Technical");
    case Section::Capabilities: return QCoreApplication::translate("modelcrate::MetadataPage", "Capabilities");
    }
    return {};
}

QString sectionHint(FieldSection section)
{
    switch (section) {
    case Section::Descriptor:
        return QCoreApplication::translate("modelcrate::MetadataPage", "Who made it and what it is");
    case Section::Technical:
        return QCoreApplication::translate("modelcrate::MetadataPage", "What a loader needs to know");
    case Section::Capabilities:
        return QCoreApplication::translate("modelcrate::MetadataPage", "Not stated leaves the key out");
    }
    return {};
}

std::span<const FieldSpec> fieldSpecs() { return specs; }

const FieldSpec *findFieldSpec(std::string_view path)
{
    const auto found =
        std::find_if(specs.begin(), specs.end(), [path](const FieldSpec &spec) { return spec.path == path; });
    return found == specs.end() ? nullptr : &*found;
}

const FieldSpec *fieldSpecAt(std::string_view place)
{
    if (place.empty() || place.front() != '/')
        return findFieldSpec(place);
    std::string path(place.substr(1));
    std::replace(path.begin(), path.end(), '/', '.');
    if (const auto *spec = findFieldSpec(path))
        return spec;
    // An item of a list.
    const auto dot = path.rfind('.');
    return dot == std::string::npos ? nullptr : findFieldSpec(path.substr(0, dot));
}

bool isTokenKind(FieldInputKind kind)
{
    switch (kind) {
    case Kind::Names:
    case Kind::Urls:
    case Kind::Licenses:
    case Kind::Words:
    case Kind::Languages:
    case Kind::JoinedWords: return true;
    default: return false;
    }
}

QString tokenSeparators(FieldInputKind kind)
{
    switch (kind) {
    case Kind::Names: return QStringLiteral(";\n\t"); // "Doe, Jo"
    case Kind::Urls: return QStringLiteral(" \n\t"); // addresses may hold commas and semicolons
    default: return QStringLiteral(",;\n\t");
    }
}

} // namespace modelcrate
