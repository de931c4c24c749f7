// SPDX-License-Identifier: Apache-2.0
#include "modelpack/validate.h"

#include "base/text.h"
#include "base/time.h"
#include "formats/license.h"
#include "io/containedpath.h"
#include "io/tarreader.h"
#include "modelpack/artifact.h"
#include "modelpack/artifactplan.h"
#include "modelpack/tarlayer.h"
#include "oci/imagelayout.h"
#include "oci/validate.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace modelcrate {

namespace {

void add(Findings &findings, std::string_view id, Severity severity, std::string where, Message message)
{
    findings.push_back({std::string(id), severity, std::move(where), std::move(message)});
}

std::string shown(std::string_view text) { return escapeForDisplay(text, 200); }

// --- config ---------------------------------------------------------------------------------------------------------

/// ISO 639-1.
constexpr std::string_view languageCodes = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch "
                                           "co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr "
                                           "fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it "
                                           "iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln "
                                           "lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny "
                                           "oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si "
                                           "sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw "
                                           "ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ";

bool isAssignedLanguage(std::string_view code)
{
    return code.size() == 2 && languageCodes.find(cat(code, ' ')) != std::string_view::npos;
}

bool isLanguagePattern(std::string_view code)
{
    return code.size() == 2 && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool isAbsoluteUrl(std::string_view text)
{
    const auto colon = text.find("://");
    return colon != std::string_view::npos && colon > 0 && colon + 3 < text.size()
        && std::all_of(text.begin(), text.end(), [](char c) {
               return static_cast<unsigned char>(c) > ' ' && c != '\x7f' && c != '"' && c != '<' && c != '>';
           });
}

/// The members of a config, held to the schema and to what the prose and readers ask beyond it.
class ConfigChecker {
public:
    ConfigChecker(SpecVersion spec, Findings &findings) : m_spec(spec), m_findings(findings) { }

    void check(const Json &root)
    {
        checkMembers(root, "", {"descriptor", "config", "modelfs"});
        for (const std::string_view name : {"descriptor", "config", "modelfs"}) {
            const auto *member = root.find(name);
            if (!member)
                error(cat('/', name), Message::of("is missing"));
            else if (!member->isObject())
                error(cat('/', name), Message::of("must be an object, is %1", member->typeName()));
        }
        if (const auto *descriptor = object(root, "descriptor"))
            checkDescriptorObject(*descriptor);
        if (const auto *config = object(root, "config"))
            checkConfigObject(*config);
        if (const auto *modelfs = object(root, "modelfs"))
            checkModelFs(*modelfs);
    }

private:
    static const Json *object(const Json &parent, std::string_view name)
    {
        const auto *member = parent.find(name);
        return member && member->isObject() ? member : nullptr;
    }

    void error(std::string where, Message message)
    {
        add(m_findings, "MP020", Severity::Error, std::move(where), std::move(message));
    }
    void warn(std::string where, Message message)
    {
        add(m_findings, "MP023", Severity::Warning, std::move(where), std::move(message));
    }

    void checkMembers(const Json &value, const std::string &where, std::initializer_list<std::string_view> known)
    {
        for (const auto &[name, member] : *value.asObject()) {
            if (std::find(known.begin(), known.end(), name) == known.end())
                error(cat(where, '/', escapeForDisplay(name, 120)),
                      Message::of("is no member that the specification knows"));
        }
    }

    /// The text, or null after an error for another type.
    const std::string *text(const Json &parent, const std::string &where, std::string_view name)
    {
        const auto *member = parent.find(name);
        if (!member)
            return nullptr;
        if (!member->isString())
            error(cat(where, '/', name), Message::of("must be a text, is %1", member->typeName()));
        return member->asString();
    }

    void checkTexts(const Json &parent, const std::string &where, std::initializer_list<std::string_view> names)
    {
        for (const auto name : names)
            text(parent, where, name);
    }

    template<typename Check>
    void checkList(const Json &parent, const std::string &where, std::string_view name, const Check &check)
    {
        const auto *member = parent.find(name);
        if (!member)
            return;
        if (!member->isArray()) {
            error(cat(where, '/', name), Message::of("must be an array, is %1", member->typeName()));
            return;
        }
        for (std::size_t i = 0; i < member->asArray()->size(); ++i) {
            const auto &item = (*member->asArray())[i];
            const auto at = cat(where, '/', name, '/', i);
            if (!item.isString())
                error(at, Message::of("must be a text, is %1", item.typeName()));
            else
                check(at, *item.asString());
        }
    }

    void checkDate(const Json &parent, const std::string &where, std::string_view name)
    {
        const auto *value = text(parent, where, name);
        if (!value)
            return;
        const auto verdict = judgeDateTime(*value);
        if (verdict == DateTimeVerdict::Invalid)
            error(cat(where, '/', name),
                  Message::of("\"%1\" is no date-time by RFC 3339, such as 2026-01-02T03:04:05Z", shown(*value)));
        else if (verdict == DateTimeVerdict::Odd)
            warn(cat(where, '/', name),
                 Message::of("\"%1\" is a date-time that Go's readers refuse (lower-case t or z, or second 60)",
                             shown(*value)));
    }

    void checkUrl(const Json &parent, const std::string &where, std::string_view name)
    {
        const auto *value = text(parent, where, name);
        if (value && !isAbsoluteUrl(*value))
            warn(cat(where, '/', name), Message::of("\"%1\" is no absolute URL", shown(*value)));
    }

    void checkBoolean(const Json &parent, const std::string &where, std::string_view name)
    {
        const auto *member = parent.find(name);
        if (member && !member->isBool())
            error(cat(where, '/', name), Message::of("must be true or false, is %1", member->typeName()));
    }

    void checkDescriptorObject(const Json &descriptor)
    {
        const std::string where = "/descriptor";
        if (m_spec == SpecVersion::Main)
            checkMembers(descriptor, where,
                         {"createdAt", "authors", "vendor", "family", "name", "version", "title", "description",
                          "docURL", "sourceURL", "datasetsURL", "revision", "licenses"});
        else
            checkMembers(descriptor, where,
                         {"createdAt", "authors", "vendor", "family", "name", "version", "title", "description",
                          "docURL", "sourceURL", "revision", "licenses"});
        checkDate(descriptor, where, "createdAt");
        checkTexts(descriptor, where, {"vendor", "family", "version", "title", "description", "revision"});
        checkUrl(descriptor, where, "docURL");
        checkUrl(descriptor, where, "sourceURL");
        const auto *name = text(descriptor, where, "name");
        if (name && name->empty())
            error("/descriptor/name", Message::of("must not be empty"));
        if (!descriptor.find("name"))
            add(m_findings, "MP023", Severity::Note, "/descriptor/name",
                Message::of("is missing; people will look for it"));
        const auto anything = [](const std::string &, const std::string &) {};
        checkList(descriptor, where, "authors", anything);
        checkList(descriptor, where, "datasetsURL", anything);
        checkList(descriptor, where, "licenses", [&](const std::string &at, const std::string &license) {
            if (!isSpdxExpression(license))
                warn(at, Message::of("\"%1\" is no SPDX licence expression", shown(license)));
        });
    }

    void checkConfigObject(const Json &config)
    {
        const std::string where = "/config";
        checkMembers(config, where,
                     {"architecture", "format", "paramSize", "precision", "quantization", "capabilities"});
        checkTexts(config, where, {"architecture", "quantization"});
        if (const auto *size = text(config, where, "paramSize"); size && !isParamSize(*size))
            warn("/config/paramSize", Message::of("\"%1\" is no size such as 8B or 6.7B", shown(*size)));
        if (const auto *precision = text(config, where, "precision"))
            checkPrecision(*precision);
        if (const auto *format = text(config, where, "format")) {
            static constexpr std::array<std::string_view, 4> listed{"onnx", "safetensors", "gguf", "pt"};
            if (std::find(listed.begin(), listed.end(), *format) == listed.end())
                warn("/config/format", Message::of("\"%1\" is not one of onnx, safetensors, gguf, pt", shown(*format)));
        }
        const auto *capabilities = config.find("capabilities");
        if (capabilities && !capabilities->isObject())
            error("/config/capabilities", Message::of("must be an object, is %1", capabilities->typeName()));
        else if (capabilities)
            checkCapabilities(*capabilities);
    }

    void checkPrecision(const std::string &value)
    {
        for (const auto word : split(value, ',')) {
            if (!isKnownPrecision(word)) {
                warn("/config/precision",
                     Message::of("\"%1\" is not a precision of the specification, such as bfloat16 or int8",
                                 shown(word)));
                return;
            }
        }
    }

    void checkCapabilities(const Json &capabilities)
    {
        const std::string where = "/config/capabilities";
        if (m_spec == SpecVersion::Main)
            checkMembers(
                capabilities, where,
                {"inputTypes", "outputTypes", "knowledgeCutoff", "reasoning", "toolUsage", "reward", "languages"});
        for (const std::string_view name : {"inputTypes", "outputTypes"}) {
            checkList(capabilities, where, name, [&](const std::string &at, const std::string &modality) {
                static constexpr std::array<std::string_view, 6> known{"text",  "image",     "audio",
                                                                       "video", "embedding", "other"};
                if (std::find(known.begin(), known.end(), modality) == known.end())
                    error(
                        at,
                        Message::of("\"%1\" is none of text, image, audio, video, embedding, other", shown(modality)));
            });
        }
        checkDate(capabilities, where, "knowledgeCutoff");
        for (const std::string_view name : {"reasoning", "toolUsage", "reward", "embedding"})
            checkBoolean(capabilities, where, name);
        checkList(capabilities, where, "languages", [&](const std::string &at, const std::string &code) {
            if (!isLanguagePattern(code))
                error(at, Message::of("\"%1\" is no two-letter ISO 639 code such as en", shown(code)));
            else if (!isAssignedLanguage(code))
                warn(at, Message::of("\"%1\" is not an assigned ISO 639 code", shown(code)));
        });
    }

    void checkModelFs(const Json &modelfs)
    {
        const std::string where = "/modelfs";
        checkMembers(modelfs, where, {"type", "diffIds"});
        const auto *type = text(modelfs, where, "type");
        if (!modelfs.find("type"))
            error("/modelfs/type", Message::of("is missing"));
        else if (type && *type != "layers")
            error("/modelfs/type", Message::of("must be \"layers\""));
        const auto *diffIds = modelfs.find("diffIds");
        if (!diffIds)
            error("/modelfs/diffIds", Message::of("is missing"));
        else if (diffIds->isArray() && diffIds->asArray()->empty())
            error("/modelfs/diffIds", Message::of("must not be empty"));
        std::set<std::string> seen;
        checkList(modelfs, where, "diffIds", [&](const std::string &at, const std::string &id) {
            if (!isDigestGrammar(id))
                warn(at, Message::of("\"%1\" is no digest", shown(id)));
            else if (!seen.insert(id).second)
                warn(at, Message::of("stands there twice; right only if two layers hold the same"));
        });
    }

    SpecVersion m_spec;
    Findings &m_findings;
};

Findings checkConfig(const Json &document, SpecVersion spec)
{
    Findings findings;
    ConfigChecker(spec, findings).check(document);
    return findings;
}

/// v0.0.6 wrote some members in snake case.
bool hasSnakeCaseMembers(const Json &document)
{
    const auto has = [&](std::string_view object, std::initializer_list<std::string_view> names) {
        const auto *parent = document.find(object);
        return parent && std::any_of(names.begin(), names.end(), [&](std::string_view name) {
                   return parent->find(name) != nullptr;
               });
    };
    const auto *config = document.find("config");
    const auto *capabilities = config ? config->find("capabilities") : nullptr;
    return has("modelfs", {"diff_ids"})
        || (capabilities && (capabilities->find("input_types") || capabilities->find("output_types")));
}

// --- manifest -------------------------------------------------------------------------------------------------------

bool isModelType(std::string_view mediaType)
{
    return mediaType.starts_with("application/vnd.cncf.model.") || mediaType.starts_with("application/vnd.cnai.model.");
}

const Json::Array *layersOf(const Json &manifest)
{
    const auto *layers = manifest.find("layers");
    return layers ? layers->asArray() : nullptr;
}

bool claimsToBeModelPack(const Json &manifest)
{
    if (isModelType(manifest.text("artifactType")))
        return true;
    if (const auto *config = manifest.find("config"); config && isModelType(config->text("mediaType")))
        return true;
    const auto *layers = layersOf(manifest);
    return layers && std::any_of(layers->begin(), layers->end(), [](const Json &layer) {
               return isModelType(layer.text("mediaType"));
           });
}

class ManifestChecker {
public:
    ManifestChecker(const Json &manifest, Findings &findings) : m_manifest(manifest), m_findings(findings) { }

    void check()
    {
        checkTypes();
        const auto *layers = layersOf(m_manifest);
        if (!layers || layers->empty()) {
            error("MP006", "/layers", Message::of("there must be at least one layer"));
            return;
        }
        for (std::size_t i = 0; i < layers->size(); ++i)
            checkLayer((*layers)[i], cat("/layers/", i));
        if (layers->size() > maxUnbundledLayers)
            warn("MP060", "/layers",
                 Message::of("there are %1 layers; modctl stops at %2", layers->size(), maxUnbundledLayers));
    }

private:
    void error(std::string_view id, std::string where, Message message)
    {
        add(m_findings, id, Severity::Error, std::move(where), std::move(message));
    }
    void warn(std::string_view id, std::string where, Message message)
    {
        add(m_findings, id, Severity::Warning, std::move(where), std::move(message));
    }
    void note(std::string_view id, std::string where, Message message)
    {
        add(m_findings, id, Severity::Note, std::move(where), std::move(message));
    }

    void checkTypes()
    {
        if (!m_manifest.find("mediaType"))
            error("MP003", "/mediaType", Message::of("is missing, must be %1", mediatypes::imageManifest));
        const auto &artifactType = m_manifest.text("artifactType");
        if (artifactType == modelpack::cnaiArtifactType)
            warn("MP104", "/artifactType", Message::of("is the name of before v0.0.7; newer tools write vnd.cncf"));
        else if (artifactType != modelpack::artifactType)
            error("MP004", "/artifactType", mustBe(artifactType, modelpack::artifactType));
        const auto *config = m_manifest.find("config");
        const auto configType = config ? config->text("mediaType") : std::string();
        if (configType == modelpack::cnaiConfigMediaType)
            warn("MP104", "/config/mediaType", Message::of("is the name of before v0.0.7; newer tools write vnd.cncf"));
        else if (configType != modelpack::configMediaType)
            error("MP005", "/config/mediaType", mustBe(configType, modelpack::configMediaType));
    }

    static Message mustBe(std::string_view is, std::string_view expected)
    {
        return is.empty() ? Message::of("is missing, must be %1", expected)
                          : Message::of("\"%1\", must be %2", shown(is), expected);
    }

    struct Names {
        const std::string *path = nullptr;
        std::string pathKey;
        const std::string *metadata = nullptr;
        std::string metadataKey;
    };

    static Names namesOf(const Json &layer)
    {
        Names names;
        const auto *annotations = layer.find("annotations");
        if (!annotations)
            return names;
        const auto find = [&](std::initializer_list<std::string_view> keys, const std::string *&value,
                              std::string &key) {
            for (const auto candidate : keys) {
                const auto *member = annotations->find(candidate);
                if (member && member->isString()) {
                    value = member->asString();
                    key = std::string(candidate);
                    return;
                }
            }
        };
        find({modelpack::filepath, modelpack::cnaiFilepath}, names.path, names.pathKey);
        find({modelpack::fileMetadata, modelpack::cnaiFileMetadata, modelpack::cnaiFileMetadataOld}, names.metadata,
             names.metadataKey);
        return names;
    }

    void checkLayer(const Json &layer, const std::string &where)
    {
        if (!layer.isObject())
            return; // said by the OCI checks
        const auto &mediaType = layer.text("mediaType");
        const auto type = parseLayerMediaType(mediaType);
        if (!type)
            warn("MP007", where + "/mediaType",
                 Message::of("\"%1\" is none of the twenty layer types; readers leave it out", shown(mediaType)));
        else if (type->kind == LayerKind::Weight
                 && (type->encoding == LayerEncoding::TarGzip || type->encoding == LayerEncoding::TarZstd))
            warn("MP031", where + "/mediaType",
                 Message::of(
                     "compressed weights: modctl and Docker Model Runner cannot read them, and little is saved"));
        if (type && type->family == NameFamily::Cnai
            && m_manifest.text("artifactType").starts_with("application/vnd.cncf."))
            warn("MP104", where + "/mediaType", Message::of("is a name of before v0.0.7 among newer ones"));

        const auto names = namesOf(layer);
        const bool isRaw = type && type->encoding == LayerEncoding::Raw;
        if (names.path)
            checkPath(layer, names, isRaw, where);
        else if (isRaw)
            warn("MP010", where, Message::of("no org.cncf.model.filepath: no reader can place the file"));
        else if (type && type->kind == LayerKind::Weight)
            warn("MP010", where,
                 Message::of("no org.cncf.model.filepath: kit and Docker Model Runner do not find weights without it"));
        if (names.metadata)
            checkMetadata(layer, *names.metadata, isRaw, cat(where, "/annotations/", names.metadataKey));
        checkOtherAnnotations(layer, names, isRaw, where);
    }

    void checkPath(const Json &layer, const Names &names, bool isRaw, const std::string &where)
    {
        const auto at = cat(where, "/annotations/", names.pathKey);
        if (auto finding = checkFilePath(*names.path, at)) {
            m_findings.push_back(std::move(*finding));
            if (m_findings.back().severity == Severity::Error)
                return;
        }
        const auto path = ContainedPath::parse(*names.path);
        if (!path || path->isFolder() || (!isRaw && !names.metadata))
            return; // the folder of a bundle may stand there for several
        const auto [known, isNew] = m_digests.emplace(path->toString(), layer.text("digest"));
        if (!isNew && known->second == layer.text("digest")) {
            warn("MP008", at, Message::of("\"%1\" stands there twice with the same content", shown(path->toString())));
            return;
        }
        if (auto collision = m_names.add(path->toString())) {
            collision->where = at;
            m_findings.push_back(std::move(*collision));
        }
    }

    void checkMetadata(const Json &layer, const std::string &metadata, bool isRaw, const std::string &where)
    {
        for (auto &finding : validateFileMetadata(metadata)) {
            finding.where = where + finding.where;
            m_findings.push_back(std::move(finding));
        }
        const auto size = parseFileMetadata(metadata).size;
        const auto *layerSize = layer.find("size");
        if (isRaw && size && layerSize && layerSize->asInteger() && *layerSize->asInteger() != size->value())
            error("MP011", where + "/size",
                  Message::of("is %1, but the layer has %2 bytes", size->value(), *layerSize->asInteger()));
    }

    void checkOtherAnnotations(const Json &layer, const Names &names, bool isRaw, const std::string &where)
    {
        const auto *annotations = layer.find("annotations");
        const auto *untested = annotations ? annotations->find(modelpack::untested) : nullptr;
        if (untested && untested->isString() && *untested->asString() != "true" && *untested->asString() != "false")
            warn("MP012", cat(where, "/annotations/", modelpack::untested),
                 Message::of("\"%1\" must be \"true\" or \"false\"", shown(*untested->asString())));
        const auto *title = annotations ? annotations->find(modelpack::title) : nullptr;
        if (isRaw && names.path && !title)
            note("MP013", where,
                 Message::of("no org.opencontainers.image.title: oras, podman and CRI-O cannot name the file"));
        else if (title && title->isString() && names.path && *title->asString() != *names.path)
            warn("MP013", cat(where, "/annotations/", modelpack::title),
                 Message::of("differs from the filepath, which wins"));
    }

    const Json &m_manifest;
    Findings &m_findings;
    FileTreeNames m_names;
    std::map<std::string, std::string> m_digests;
};

// --- whole artifacts ------------------------------------------------------------------------------------------------

void append(Findings &findings, Findings more, std::string_view prefix = {})
{
    for (auto &finding : more) {
        finding.where = cat(prefix, finding.where);
        findings.push_back(std::move(finding));
    }
}

Result<void> readToEnd(ByteSource &source, const TaskContext &context, Hasher *hasher = nullptr)
{
    std::vector<std::byte> buffer(1 << 18);
    for (;;) {
        RETURN_IF_ERROR(context.check());
        ASSIGN_OR_RETURN(const auto count, source.read(buffer));
        if (count == 0)
            return {};
        if (hasher)
            hasher->update(std::span(buffer).first(count));
    }
}

/// A source that hashes what passes.
class HashingSource final : public ByteSource {
public:
    HashingSource(std::unique_ptr<ByteSource> source, Hasher &hasher)
        : m_source(std::move(source)),
          m_hasher(hasher) { }
    Result<std::size_t> read(std::span<std::byte> buffer) override
    {
        ASSIGN_OR_RETURN(const auto count, m_source->read(buffer));
        m_hasher.update(buffer.first(count));
        return count;
    }

private:
    std::unique_ptr<ByteSource> m_source;
    Hasher &m_hasher;
};

bool isIntegrityError(const Error &error)
{
    return error.code() == ErrorCode::DigestMismatch || error.code() == ErrorCode::SizeMismatch;
}

/// As Error::toString() has it.
Message withContext(const Error &error)
{
    auto message = error.wording();
    for (const auto &line : error.context())
        message = Message::of("%1; while %2", message, line);
    return message;
}

Finding missingBlob(const std::string &where, const Error &error)
{
    return {"MP001", Severity::Error, where,
            isIntegrityError(error) || error.code() == ErrorCode::NotFound ? error.wording() : withContext(error)};
}

/// Reads one layer whole: its digest, what it decompresses to, the tar's structure.
Result<void> checkLayerContent(ContentStore &store, const ArtifactLayer &layer, const std::string &where,
                               Findings &findings, const TaskContext &context)
{
    auto opened = store.blob(layer.descriptor)->open({}, std::nullopt, context);
    if (!opened && opened.error().isStop())
        return std::move(opened).error();
    if (!opened) {
        findings.push_back(missingBlob(where, opened.error()));
        return {};
    }
    auto verified = makeVerifyingSource(std::move(*opened), layer.descriptor.digest, layer.descriptor.size);
    const auto encoding = layer.type ? layer.type->encoding : LayerEncoding::Raw;
    auto &blob = *verified;
    Hasher hasher;
    std::unique_ptr<ByteSource> source = std::move(verified);
    bool mislabelled = false;
    if (encoding != LayerEncoding::Raw) {
        auto tar = openTarLayer(std::move(source), encoding);
        if (!tar && tar.error().isStop())
            return std::move(tar).error();
        if (!tar) {
            findings.push_back(missingBlob(where, tar.error()));
            return {};
        }
        source = std::move(tar->tar);
        mislabelled = tar->mislabelled.has_value();
        if (mislabelled)
            add(findings, "MP030", Severity::Warning, where + "/mediaType",
                Message::of("says %1, is %2; readers that go by the type fail", toString(encoding),
                            toString(*tar->mislabelled)));
    }
    HashingSource hashing(std::move(source), hasher);
    if (encoding != LayerEncoding::Raw)
        append(findings, checkTar(hashing), where);
    auto read = readToEnd(hashing, context);
    if (read)
        read = readToEnd(blob, context);
    if (!read && read.error().isStop())
        return read;
    if (!read) {
        const bool broken = isIntegrityError(read.error());
        add(findings, broken ? "MP001" : "MP032", Severity::Error, where, read.error().wording());
        return {};
    }
    const auto digest = hasher.finish().toString();
    // Under a wrong type nobody can say which of the two digests was meant.
    if (layer.diffId && *layer.diffId != digest && !mislabelled)
        add(findings, "MP022", Severity::Error, where,
            Message::of("its diffId is \"%1\", its content has %2", shown(*layer.diffId), digest));
    return {};
}

/// What can be said of diffIds without reading a layer.
void checkDiffIds(const ModelArtifact &artifact, Findings &findings)
{
    for (std::size_t i = 0; i < artifact.layers.size(); ++i) {
        const auto &layer = artifact.layers[i];
        const bool isPlain =
            layer.type && (layer.type->encoding == LayerEncoding::Raw || layer.type->encoding == LayerEncoding::Tar);
        if (isPlain && layer.diffId && isDigestGrammar(*layer.diffId)
            && *layer.diffId != layer.descriptor.digest.toString())
            add(findings, "MP022", Severity::Error, cat("config:/modelfs/diffIds/", i),
                Message::of("differs from the digest of its uncompressed layer"));
    }
}

} // namespace

namespace {

bool concernsStructure(const Finding &finding)
{
    static constexpr std::array<std::string_view, 6> ids{"MP001", "MP002", "MP021", "MP022", "MP030", "MP032"};
    return finding.id.starts_with("OCI") || std::find(ids.begin(), ids.end(), finding.id) != ids.end();
}

} // namespace

std::optional<SpecVersion> parseSpecVersion(std::string_view text)
{
    if (text == "main")
        return SpecVersion::Main;
    if (text == "v0.0.7" || text == "0.0.7")
        return SpecVersion::V007;
    return std::nullopt;
}

Findings validateConfig(std::string_view text, SpecVersion spec)
{
    const auto document = parseJson(text);
    if (!document)
        return {{"MP020", Severity::Error, "", document.error().wording()}};
    if (!document->isObject())
        return {{"MP020", Severity::Error, "", Message::of("must be an object, is %1", document->typeName())}};
    auto findings = checkConfig(*document, spec);
    if (!hasErrors(findings))
        return findings;
    if (hasSnakeCaseMembers(*document))
        add(findings, "MP020", Severity::Note, "", Message::of("it is written in the way of release v0.0.6"));
    else if (spec == SpecVersion::Main && !hasErrors(checkConfig(*document, SpecVersion::V007)))
        add(findings, "MP020", Severity::Note, "", Message::of("it satisfies release v0.0.7"));
    return findings;
}

Findings validateManifest(std::string_view text)
{
    auto findings = validateOciManifest(text);
    const auto document = parseJson(text);
    if (!document || !document->isObject())
        return findings;
    if (!claimsToBeModelPack(*document)) {
        add(findings, "MP000", Severity::Note, "",
            Message::of("not a model artifact; judged by the OCI image specification alone"));
        return findings;
    }
    ManifestChecker(*document, findings).check();
    if (text.size() > manifestWarningSize.asUnsigned())
        add(findings, "MP060", text.size() > maxManifestSize.asUnsigned() ? Severity::Error : Severity::Warning, "",
            Message::of("has %1 bytes; registries take at most 4 MiB", text.size()));
    return findings;
}

std::optional<Finding> checkFilePath(std::string_view path, std::string_view where)
{
    const auto contained = ContainedPath::parse(path);
    if (!contained)
        return Finding{"MP009", Severity::Error, std::string(where),
                       Message::of("\"%1\": %2", shown(path), contained.error().wording())};
    if (contained->isFolder())
        return Finding{"MP009", Severity::Warning, std::string(where),
                       Message::of("\"%1\" names a folder, not a file", shown(path))};
    if (const auto issue = portabilityIssue(contained->toString()))
        return Finding{"MP009", Severity::Warning, std::string(where), Message::of("\"%1\": %2", shown(path), *issue)};
    return std::nullopt;
}

Findings validateFileMetadata(std::string_view text)
{
    Findings findings;
    const auto error = [&](std::string where, Message message) {
        add(findings, "MP011", Severity::Error, std::move(where), std::move(message));
    };
    const auto warn = [&](std::string where, Message message) {
        add(findings, "MP011", Severity::Warning, std::move(where), std::move(message));
    };
    const auto json = parseJson(text);
    if (!json) {
        error("", Message::of("is no JSON: %1", json.error().wording()));
        return findings;
    }
    if (!json->isObject()) {
        error("", Message::of("must be an object, is %1", json->typeName()));
        return findings;
    }
    const auto integer = [&](std::string_view name, std::int64_t max) -> std::optional<std::int64_t> {
        const auto *member = json->find(name);
        if (!member)
            return std::nullopt;
        const auto *value = member->asInteger();
        if (value && *value >= 0 && *value <= max)
            return *value;
        error(cat('/', name), Message::of("must be an integer from 0 to %1", max));
        return std::nullopt;
    };
    static constexpr std::array<std::string_view, 7> members{"name", "mode", "uid", "gid", "size", "mtime", "typeflag"};
    for (const auto name : members) {
        if (!json->find(name))
            warn(cat('/', name), Message::of("is missing; readers take 0 or nothing for it"));
    }
    for (const auto &[name, member] : *json->asObject()) {
        if (std::find(members.begin(), members.end(), name) == members.end())
            warn(cat('/', escapeForDisplay(name, 120)), Message::of("is no member that readers know"));
    }
    if (const auto *name = json->find("name"); name && !name->isString())
        error("/name", Message::of("must be a text"));
    if (const auto mode = integer("mode", UINT32_MAX)) {
        if (*mode > 07777)
            warn("/mode", Message::of("holds more than permission bits"));
        else if (*mode > 0777)
            warn("/mode", Message::of("holds setuid, setgid or sticky, which is never restored"));
    }
    integer("uid", UINT32_MAX);
    integer("gid", UINT32_MAX);
    integer("size", INT64_MAX);
    if (const auto *mtime = json->find("mtime");
        mtime && (!mtime->isString() || judgeDateTime(*mtime->asString()) != DateTimeVerdict::Valid))
        error("/mtime", Message::of("must be a date-time such as 2026-01-02T03:04:05Z; modctl stops at others"));
    if (const auto type = integer("typeflag", 255)) {
        static constexpr std::array<std::int64_t, 4> plain{0, '0', 5, '5'};
        if (std::find(plain.begin(), plain.end(), *type) == plain.end())
            warn("/typeflag",
                 *type == 2 || *type == '2' ? Message::of("says symlink, but nothing says where to")
                                            : Message::of("is neither file nor folder"));
    }
    return findings;
}

namespace {

/// One artifact, or an index of them. Digests keep an index from naming itself, but not from nesting or from naming one
/// child thousands of times: each manifest is judged once, and only so deep.
class ArtifactChecker {
public:
    ArtifactChecker(ContentStore &store, SpecVersion spec, bool deep, const TaskContext &context)
        : m_store(store),
          m_spec(spec),
          m_deep(deep),
          m_context(context)
    {
    }

    Result<Findings> check(const std::string &tagOrDigest, int depth = 0)
    {
        ASSIGN_OR_RETURN(const auto stored, m_store.fetchManifest(tagOrDigest, m_context));
        if (!m_visited.insert(stored.digest).second)
            return Findings();
        return documentKind(stored.bytes, stored.mediaType) == DocumentKind::Index ? checkIndex(stored, depth)
                                                                                   : checkManifest(stored);
    }

private:
    Result<Findings> checkIndex(const StoredManifest &stored, int depth)
    {
        auto findings = validateOciIndex(stored.bytes);
        const auto index = parseImageIndex(stored.bytes);
        if (!index)
            return findings;
        if (depth == maxIndexDepth) {
            add(findings, "OCI010", Severity::Error, "/manifests",
                Message::of("indexes are nested deeper than %1; what is below is not judged", maxIndexDepth));
            return findings;
        }
        for (std::size_t i = 0; i < index->manifests.size(); ++i) {
            const auto where = cat("/manifests/", i);
            auto child = check(index->manifests[i].digest.toString(), depth + 1);
            if (child)
                append(findings, std::move(*child), where);
            else if (child.error().isStop())
                return std::move(child).error();
            else
                findings.push_back(missingBlob(where, child.error()));
        }
        return findings;
    }

    Result<Findings> checkManifest(const StoredManifest &stored)
    {
        auto findings = validateManifest(stored.bytes);
        const auto manifest = parseImageManifest(stored.bytes);
        if (!manifest) {
            // Whatever the checks above have not said: what cannot be read is not valid.
            if (!hasErrors(findings))
                add(findings, "MP002", Severity::Error, "", manifest.error().wording());
            return findings;
        }
        if (describeForeignArtifact(*manifest))
            return findings;
        auto artifact = openArtifact(m_store, stored.digest.toString(), m_context);
        if (!artifact && artifact.error().isStop())
            return std::move(artifact).error();
        if (!artifact) {
            findings.push_back(missingBlob("/config", artifact.error()));
            return findings;
        }
        append(findings, validateConfig(artifact->configBytes, m_spec), "config:");
        for (auto finding : artifact->findings) {
            if (finding.id == "MP021") {
                finding.severity = Severity::Error;
                findings.push_back(std::move(finding));
            }
        }
        checkDiffIds(*artifact, findings);
        for (std::size_t i = 0; m_deep && i < artifact->layers.size(); ++i)
            RETURN_IF_ERROR(checkLayerContent(m_store, artifact->layers[i], cat("/layers/", i), findings, m_context));
        return findings;
    }

    ContentStore &m_store;
    SpecVersion m_spec;
    bool m_deep;
    const TaskContext &m_context;
    std::set<Digest> m_visited;
};

} // namespace

Result<Findings> validateArtifact(ContentStore &store, const std::string &tagOrDigest, SpecVersion spec, bool deep,
                                  const TaskContext &context)
{
    return ArtifactChecker(store, spec, deep, context).check(tagOrDigest);
}

Result<Findings> validateLayout(const std::filesystem::path &path, const TaskContext &context)
{
    constexpr ByteCount maxLayoutFile = 64_KiB;
    Findings findings;
    ASSIGN_OR_RETURN(const auto marker, readSmallFile(path / "oci-layout", maxLayoutFile));
    append(findings, validateOciLayoutFile(marker), "oci-layout:");
    ASSIGN_OR_RETURN(const auto indexText, readSmallFile(path / "index.json", maxManifestSize));
    append(findings, validateOciIndex(indexText), "index.json:");
    if (hasErrors(findings))
        return findings;
    ASSIGN_OR_RETURN(const auto layout, ImageLayout::open(path));
    ASSIGN_OR_RETURN(const auto index, parseImageIndex(indexText));
    std::set<Digest> checked;
    for (const auto &descriptor : index.manifests) {
        if (!checked.insert(descriptor.digest).second)
            continue;
        const auto where = descriptor.digest.toString();
        const auto stored = layout->fetchManifest(where, context);
        if (!stored && stored.error().isStop())
            return stored.error();
        if (!stored) {
            findings.push_back({"OCI015", Severity::Error, where, stored.error().wording()});
            continue;
        }
        if (ByteCount(static_cast<std::int64_t>(stored->bytes.size())) != descriptor.size)
            findings.push_back(
                {"OCI015", Severity::Error, where, Message::of("has another size than index.json says")});
        if (documentKind(stored->bytes, stored->mediaType) == DocumentKind::Other)
            continue; // unknown types are no error (image-spec image-layout.md)
        ASSIGN_OR_RETURN(auto artifact, validateArtifact(*layout, where, SpecVersion::Main, true, context));
        // A layout is right when its structure and its digests are; what an artifact should say better is its own
        // matter.
        std::erase_if(artifact, [](const Finding &finding) { return !concernsStructure(finding); });
        append(findings, std::move(artifact), where + ":");
        const auto manifest = parseImageManifest(stored->bytes);
        if (!manifest || !describeForeignArtifact(*manifest))
            continue;
        std::vector<Descriptor> blobs = manifest->layers;
        blobs.push_back(manifest->config);
        for (const auto &blob : blobs) {
            auto source = layout->blob(blob)->open({}, std::nullopt, context);
            auto read = source ? readToEnd(*makeVerifyingSource(std::move(*source), blob.digest, blob.size), context)
                               : Result<void>(source.error());
            if (!read && read.error().isStop())
                return read.error();
            if (!read)
                findings.push_back(
                    {"OCI015", Severity::Error, cat(where, ":", blob.digest.toString()), read.error().wording()});
        }
    }
    return findings;
}

} // namespace modelcrate
