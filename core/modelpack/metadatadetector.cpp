// SPDX-License-Identifier: Apache-2.0
#include "modelpack/metadatadetector.h"

#include "base/text.h"
#include "formats/hubconfig.h"
#include "formats/license.h"
#include "formats/modelcard.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

namespace modelcrate {

namespace {

constexpr ByteCount maxSmallFile = 4_MiB;

/// Collects fields; the first source of a path is the one that is used, so callers ask the best one first.
class Collector {
public:
    Collector(const ClassifiedFolder &folder, const std::vector<WeightFile> &weights)
        : m_folder(folder),
          m_weights(weights)
    {
    }

    Result<DetectedMetadata> detect(const TaskContext &context)
    {
        readHubConfig();
        WeightReading reading;
        reading.hasModelIndex = findTop("model_index.json") != nullptr;
        if (m_hub && m_hub->packedBits > 0)
            reading.packedBits = m_hub->packedBits;
        ASSIGN_OR_RETURN(auto evidence, readWeightSets(m_folder.root, m_weights, reading, context));
        m_sets = std::move(evidence.sets);
        fromFolderName();
        fromWeights();
        fromHubConfig();
        fromSentenceTransformers();
        fromModelCard();
        fromLicenseFile();
        fromWeightFormats();
        fromOtherForms();
        m_out.findings.insert(m_out.findings.end(), std::make_move_iterator(evidence.findings.begin()),
                              std::make_move_iterator(evidence.findings.end()));
        return std::move(m_out);
    }

private:
    void add(std::string path, Json value, std::string source)
    {
        const auto *text = value.asString();
        const auto *items = value.asArray();
        if ((text && text->empty()) || (items && items->empty()))
            return;
        const auto same = [&](const DetectedField &field) { return field.path == path && field.value == value; };
        if (std::none_of(m_out.fields.begin(), m_out.fields.end(), same))
            m_out.fields.push_back({std::move(path), std::move(value), std::move(source)});
    }

    /// The value in use of a path, which is a text; empty when there is none.
    std::string_view used(std::string_view path) const
    {
        const auto found = std::find_if(m_out.fields.begin(), m_out.fields.end(),
                                        [&](const DetectedField &field) { return field.path == path; });
        const auto *text = found == m_out.fields.end() ? nullptr : found->value.asString();
        return text ? std::string_view(*text) : std::string_view();
    }

    void addList(std::string path, std::vector<std::string> values, std::string source)
    {
        add(std::move(path), Json::Array(values.begin(), values.end()), std::move(source));
    }

    /// A file at the top of the folder, name compared without case; text or nothing.
    const ClassifiedFile *findTop(std::string_view name) const
    {
        const auto found = std::find_if(m_folder.files.begin(), m_folder.files.end(), [&](const ClassifiedFile &file) {
            return equalsIgnoringAsciiCase(file.file.path, name);
        });
        return found == m_folder.files.end() ? nullptr : &*found;
    }

    std::optional<std::string> read(const ClassifiedFile *file)
    {
        if (!file)
            return std::nullopt;
        auto text = readSmallFile(m_folder.root / file->file.path, maxSmallFile);
        if (text)
            return std::move(*text);
        m_out.findings.push_back(
            {"META001", Severity::Note, file->file.path, Message::of("not read: %1", text.error().wording())});
        return std::nullopt;
    }

    void fromFolderName()
    {
        const auto name = m_folder.root.filename().string();
        const auto parent = m_folder.root.parent_path();
        const auto cache = parent.parent_path().filename().string();
        constexpr std::string_view prefix = "models--";
        m_name = name;
        m_nameSource = "folder name";
        if (parent.filename() != "snapshots" || cache.substr(0, prefix.size()) != prefix) {
            add("descriptor.name", m_name, m_nameSource);
            return;
        }
        // models--ORG--NAME/snapshots/COMMIT
        const auto source = std::string("Hugging Face cache path");
        const auto rest = cache.substr(prefix.size());
        const auto separator = rest.find("--");
        const auto repository = separator == std::string::npos ? rest : rest.substr(separator + 2);
        m_name = repository;
        m_nameSource = source;
        add("descriptor.name", repository, source);
        add("descriptor.revision", name, source);
        if (separator != std::string::npos) {
            add("descriptor.vendor", rest.substr(0, separator), source);
            add("descriptor.sourceURL", cat("https://huggingface.co/", rest.substr(0, separator), '/', repository),
                source);
        }
    }

    void readHubConfig()
    {
        const auto text = read(findTop("config.json"));
        if (!text)
            return;
        auto config = parseHubConfig(*text);
        if (config)
            m_hub = std::move(*config);
        else
            m_out.findings.push_back(
                {"META002", Severity::Warning, "config.json", Message::of("not read: %1", config.error().wording())});
    }

    void fromHubConfig()
    {
        if (m_hub) {
            add("descriptor.family", m_hub->family, "config.json: model_type");
            add("config.architecture", m_hub->architecture, "config.json: model_type");
            const auto inUse = split(used("config.precision"), ',');
            if (std::find(inUse.begin(), inUse.end(), m_hub->precision) == inUse.end())
                add("config.precision", m_hub->precision, "config.json: " + m_hub->precisionMember);
            add("config.quantization", m_hub->quantization, "config.json: quantization_config.quant_method");
            if (!m_hub->remoteCode.empty())
                m_out.findings.push_back(
                    {"META003", Severity::Warning, "config.json",
                     Message::of("the model needs code of its own (auto_map): %1", join(m_hub->remoteCode, ", "))});
        }
        if (m_sets.empty())
            return;
        add("config.architecture", m_sets.front().architecture, m_sets.front().source + ": general.architecture");
        if (used("descriptor.family").empty())
            add("descriptor.family", m_sets.front().family, m_sets.front().source + ": general.architecture");
    }

    void fromWeights()
    {
        if (!m_sets.empty()) {
            const auto &model = m_sets.front();
            add("config.paramSize", formatParamSize(model.parameters), sizeSource(model));
            add("config.precision", model.precision, model.source);
            add("config.format", model.format, model.source);
            add("config.quantization", model.quantization, model.source);
            addNamedSize(model.sizeLabel, model.source + ": general.size_label");
        }
        addNamedSize(m_name, m_nameSource);
    }

    static std::string sizeSource(const WeightSummary &set)
    {
        return set.isEstimated ? set.source + ": estimated from packed weights" : set.source;
    }

    void addNamedSize(std::string_view name, const std::string &source)
    {
        const auto size = sizeInName(name);
        const auto counted = m_sets.empty() ? 0 : m_sets.front().parameters;
        if (size.parameters > 0 && (counted == 0 || !size.agreesWith(counted)))
            add("config.paramSize", formatParamSize(size.parameters), source);
    }

    void fromOtherForms()
    {
        const auto addIfSpokenOf = [this](const char *path, const std::string &value, const std::string &source) {
            if (!used(path).empty())
                add(path, value, source);
        };
        for (std::size_t i = 1; i < m_sets.size(); ++i) {
            const auto &form = m_sets[i];
            const auto counted = m_sets.front().parameters;
            const auto difference = form.parameters > counted ? form.parameters - counted : counted - form.parameters;
            if (form.parameters > 0 && counted > 0 && difference > counted / 10)
                addIfSpokenOf("config.paramSize", formatParamSize(form.parameters), sizeSource(form));
            addIfSpokenOf("config.precision", form.precision, form.source);
            addIfSpokenOf("config.format", form.format, form.source);
            addIfSpokenOf("config.quantization", form.quantization, form.source);
        }
    }

    void fromSentenceTransformers()
    {
        if (!findTop("modules.json") || !findTop("config_sentence_transformers.json"))
            return;
        addList("config.capabilities.inputTypes", {"text"}, "modules.json");
        addList("config.capabilities.outputTypes", {"embedding"}, "modules.json");
    }

    void fromModelCard()
    {
        const auto text = read(findTop("README.md"));
        if (!text)
            return;
        const auto card = parseModelCard(*text);
        m_out.findings.insert(m_out.findings.end(), card.findings.begin(), card.findings.end());
        add("descriptor.title", card.title, "README.md: first heading");
        add("descriptor.description", card.summary, "README.md: first paragraph");
        fromCardLicense(card);
        fromCardLists(card);
        if (!card.metadata)
            return;
        const auto modalities = modalitiesOfPipeline(card.metadata->text("pipeline_tag"));
        addList("config.capabilities.inputTypes", modalities.input, "README.md: pipeline_tag");
        addList("config.capabilities.outputTypes", modalities.output, "README.md: pipeline_tag");
    }

    void fromCardLicense(const ModelCard &card)
    {
        std::vector<std::string> licenses;
        for (const auto &id : cardTexts(card, "license")) {
            // "other" comes with a name of its own.
            const auto names = cardTexts(card, "license_name");
            const auto &word = toLowerAscii(id) == "other" && !names.empty() ? names.front() : id;
            if (auto spdx = spdxForHubLicense(word))
                licenses.push_back(std::move(*spdx));
        }
        addList("descriptor.licenses", std::move(licenses), "README.md: license");
    }

    void fromCardLists(const ModelCard &card)
    {
        std::vector<std::string> languages;
        for (const auto &language : cardTexts(card, "language")) {
            auto code = iso639Code(language);
            if (code && std::find(languages.begin(), languages.end(), *code) == languages.end())
                languages.push_back(std::move(*code));
        }
        addList("config.capabilities.languages", std::move(languages), "README.md: language");

        std::vector<std::string> datasets;
        for (const auto &dataset : cardTexts(card, "datasets"))
            datasets.push_back("https://huggingface.co/datasets/" + dataset);
        addList("descriptor.datasetsURL", std::move(datasets), "README.md: datasets");
    }

    void fromLicenseFile()
    {
        for (const std::string_view name : {"LICENSE", "LICENSE.txt", "LICENSE.md", "LICENCE", "COPYING"}) {
            const auto *file = findTop(name);
            const auto text = read(file);
            if (!text)
                continue;
            if (const auto id = recognizeLicenseText(*text)) {
                addList("descriptor.licenses", {*id}, file->file.path + ": text");
                return;
            }
        }
    }

    void fromWeightFormats()
    {
        std::map<std::string, std::int64_t> bytes;
        for (const auto &file : m_weights) {
            if (const auto format = configFormat(file); !format.empty())
                bytes[std::string(format)] += file.identity.size.value();
        }
        const auto most = std::max_element(bytes.begin(), bytes.end(),
                                           [](const auto &a, const auto &b) { return a.second < b.second; });
        if (most != bytes.end())
            add("config.format", most->first, "weight files by size");
    }

    /// The word of config.md for a weight file, or nothing.
    static std::string_view configFormat(const WeightFile &file)
    {
        switch (file.format) {
        case FileFormat::Safetensors: return "safetensors";
        case FileFormat::Gguf: return "gguf";
        case FileFormat::Onnx: return "onnx";
        case FileFormat::Tflite: return "tflite";
        default: break;
        }
        static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> suffixes{
            {{".safetensors", "safetensors"},
             {".gguf", "gguf"},
             {".onnx", "onnx"},
             {".pt", "pt"},
             {".pth", "pt"},
             {".tflite", "tflite"},
             {"pytorch_model.bin", "pt"}}};
        const auto path = toLowerAscii(file.path);
        for (const auto &[suffix, word] : suffixes) {
            if (path.size() >= suffix.size() && path.substr(path.size() - suffix.size()) == suffix)
                return word;
        }
        return {};
    }

    const ClassifiedFolder &m_folder;
    const std::vector<WeightFile> &m_weights;
    std::optional<HubConfig> m_hub;
    std::vector<WeightSummary> m_sets;
    std::string m_name;
    std::string m_nameSource;
    DetectedMetadata m_out;
};

} // namespace

Result<DetectedMetadata> detectMetadata(const ClassifiedFolder &folder, const std::vector<WeightFile> &weights,
                                        const TaskContext &context)
{
    return Collector(folder, weights).detect(context);
}

namespace {

bool agrees(std::string_view path, std::string_view said, std::string_view found)
{
    if (equalsIgnoringAsciiCase(said, found))
        return true;
    if (path == "config.paramSize")
        return sizeInName(said).agreesWith(sizeInName(found).parameters);
    if (path != "config.precision")
        return false;
    const auto types = split(found, ',');
    const auto words = split(said, ',');
    return std::all_of(words.begin(), words.end(), [&](std::string_view word) {
        return std::find(types.begin(), types.end(), trim(word)) != types.end();
    });
}

} // namespace

std::string_view fileOfSource(std::string_view source)
{
    return source.substr(0, std::min(source.find(" (+"), source.find(": ")));
}

Findings checkAgainstWeights(const ModelConfig &config, const std::vector<DetectedField> &detected,
                             const std::function<bool(std::string_view file)> &isPackaged)
{
    Findings findings;
    for (const std::string_view path :
         {"config.paramSize", "config.precision", "config.format", "config.quantization"}) {
        const auto found = std::find_if(detected.begin(), detected.end(),
                                        [&](const DetectedField &field) { return field.path == path; });
        const auto *said = config.find(path);
        if (found == detected.end() || !said || !said->asString() || !found->value.asString())
            continue;
        const auto &value = *found->value.asString();
        if (agrees(path, *said->asString(), value) || !isPackaged(fileOfSource(found->source)))
            continue;
        findings.push_back({"MP024",
                            Severity::Warning,
                            cat("/config/", path.substr(path.find('.') + 1)),
                            Message::of("%1 is %2, but %3 by %4", path, *said->asString(), value, found->source),
                            {{"said", *said->asString()}, {"found", value}, {"source", found->source}}});
    }
    return findings;
}

} // namespace modelcrate
