// SPDX-License-Identifier: Apache-2.0
#include "modelpack/metadatadetector.h"

#include "base/text.h"
#include "formats/hubconfig.h"
#include "formats/license.h"
#include "formats/modelcard.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace modelcrate {

namespace {

constexpr ByteCount maxSmallFile = 4_MiB;

/// Collects fields; the first source of a path wins, so callers ask the best one first.
class Collector {
public:
    explicit Collector(const ClassifiedFolder &folder) : m_folder(folder) { }

    DetectedMetadata detect()
    {
        fromFolderName();
        fromHubConfig();
        fromSentenceTransformers();
        fromModelCard();
        fromLicenseFile();
        fromWeightFormats();
        return std::move(m_out);
    }

private:
    void add(std::string path, Json value, std::string source)
    {
        const auto *text = value.asString();
        const auto *items = value.asArray();
        if ((text && text->empty()) || (items && items->empty()))
            return;
        const auto same = [&](const DetectedField &field) { return field.path == path; };
        if (std::none_of(m_out.fields.begin(), m_out.fields.end(), same))
            m_out.fields.push_back({std::move(path), std::move(value), std::move(source)});
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
        m_out.findings.push_back({"META001", Severity::Note, file->file.path, "not read: " + text.error().message()});
        return std::nullopt;
    }

    void fromFolderName()
    {
        const auto name = m_folder.root.filename().string();
        const auto parent = m_folder.root.parent_path();
        const auto cache = parent.parent_path().filename().string();
        constexpr std::string_view prefix = "models--";
        if (parent.filename() != "snapshots" || cache.substr(0, prefix.size()) != prefix) {
            add("descriptor.name", name, "folder name");
            return;
        }
        // models--ORG--NAME/snapshots/COMMIT
        const auto source = std::string("Hugging Face cache path");
        const auto rest = cache.substr(prefix.size());
        const auto separator = rest.find("--");
        const auto repository = separator == std::string::npos ? rest : rest.substr(separator + 2);
        add("descriptor.name", repository, source);
        add("descriptor.revision", name, source);
        if (separator != std::string::npos) {
            add("descriptor.vendor", rest.substr(0, separator), source);
            add("descriptor.sourceURL", cat("https://huggingface.co/", rest.substr(0, separator), '/', repository),
                source);
        }
    }

    void fromHubConfig()
    {
        const auto text = read(findTop("config.json"));
        if (!text)
            return;
        const auto config = parseHubConfig(*text);
        if (!config) {
            m_out.findings.push_back(
                {"META002", Severity::Warning, "config.json", "not read: " + config.error().message()});
            return;
        }
        add("descriptor.family", config->family, "config.json: model_type");
        add("config.architecture", config->architecture, "config.json: model_type");
        add("config.precision", config->precision, "config.json: " + config->precisionMember);
        add("config.quantization", config->quantization, "config.json: quantization_config.quant_method");
        if (!config->remoteCode.empty())
            m_out.findings.push_back({"META003", Severity::Warning, "config.json",
                                      "the model needs code of its own (auto_map): " + join(config->remoteCode, ", ")});
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
        for (const auto &file : m_folder.files) {
            if (file.classification.kind != LayerKind::Weight)
                continue;
            if (const auto format = configFormat(file); !format.empty())
                bytes[std::string(format)] += file.file.identity.size.value();
        }
        const auto most = std::max_element(bytes.begin(), bytes.end(),
                                           [](const auto &a, const auto &b) { return a.second < b.second; });
        if (most != bytes.end())
            add("config.format", most->first, "weight files by size");
    }

    /// The word of config.md for a weight file, or nothing.
    static std::string_view configFormat(const ClassifiedFile &file)
    {
        switch (file.classification.format) {
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
        const auto path = toLowerAscii(file.file.path);
        for (const auto &[suffix, word] : suffixes) {
            if (path.size() >= suffix.size() && path.substr(path.size() - suffix.size()) == suffix)
                return word;
        }
        return {};
    }

    const ClassifiedFolder &m_folder;
    DetectedMetadata m_out;
};

} // namespace

DetectedMetadata detectMetadata(const ClassifiedFolder &folder) { return Collector(folder).detect(); }

} // namespace modelcrate
