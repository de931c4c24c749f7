// SPDX-License-Identifier: Apache-2.0
#include "modelpack/package.h"

#include "base/text.h"
#include "modelpack/publishedpackage.h"

namespace modelcrate {

namespace {

/// Version of the file format; a reader refuses a higher one. The second knows edits of published artifacts; files of
/// folders stay what the first one reads.
constexpr std::int64_t fileVersion = 2;
constexpr std::int64_t folderVersion = 1;
constexpr std::string_view fileFormat = "modelcrate-package";
/// 100 000 entries take about 20 MB.
/// A config may be as deep as any document.
constexpr JsonLimits fileLimits{256 << 20, JsonLimits{}.maxDepth + 8, false};

Json annotationsToJson(const Annotations &annotations)
{
    JsonObject out;
    for (const auto &[key, value] : annotations)
        out.set(key, value);
    return out;
}

Json entryToJson(const PackageEntry &entry)
{
    JsonObject out;
    out.set("path", entry.path);
    if (entry.file != entry.path)
        out.set("file", entry.file);
    out.set("kind", toString(entry.kind));
    if (entry.encoding != LayerEncoding::Raw)
        out.set("encoding", toString(entry.encoding));
    if (!entry.included)
        out.set("included", false);
    if (entry.executable)
        out.set("executable", true);
    out.set("rule", entry.rule);
    out.set("certainty", toString(entry.certainty));
    if (!entry.bundle.empty())
        out.set("bundle", entry.bundle);
    if (!entry.annotations.empty())
        out.set("annotations", annotationsToJson(entry.annotations));
    return out;
}

Json detectedToJson(const std::vector<DetectedField> &fields)
{
    Json::Array out;
    for (const auto &field : fields)
        out.push_back(JsonObject{{"path", field.path}, {"value", field.value}, {"source", field.source}});
    return out;
}

/// Reads members of one object; the first wrong one makes `error`.
class Reader {
public:
    Reader(const Json &value, std::string where) : m_value(value), m_where(std::move(where))
    {
        if (!value.isObject())
            fail(Message::of("%1 must be an object", m_where));
    }

    std::string text(std::string_view name, std::string_view fallback = {})
    {
        const auto *member = m_value.find(name);
        if (!member)
            return std::string(fallback);
        if (const auto *value = member->asString())
            return *value;
        fail(Message::of("%1 must be a text", at(name)));
        return {};
    }

    bool boolean(std::string_view name, bool fallback)
    {
        const auto *member = m_value.find(name);
        if (!member)
            return fallback;
        if (const auto *value = member->asBool())
            return *value;
        fail(Message::of("%1 must be true or false", at(name)));
        return fallback;
    }

    template<typename T>
    T word(std::string_view name, T fallback, std::optional<T> (*parse)(std::string_view))
    {
        const auto value = text(name);
        if (value.empty())
            return fallback;
        if (const auto parsed = parse(value))
            return *parsed;
        fail(Message::of("%1 must be a known word", at(name)));
        return fallback;
    }

    Annotations annotations(std::string_view name)
    {
        Annotations out;
        const auto *member = m_value.find(name);
        if (!member)
            return out;
        if (!member->isObject()) {
            fail(Message::of("%1 must be an object", at(name)));
            return out;
        }
        for (const auto &[key, value] : *member->asObject()) {
            if (const auto *textValue = value.asString())
                out.emplace_back(key, *textValue);
            else
                fail(Message::of("%1 must be texts only", at(name)));
        }
        return out;
    }

    const Json::Array &array(std::string_view name)
    {
        static const Json::Array none;
        const auto *member = m_value.find(name);
        if (!member)
            return none;
        if (const auto *items = member->asArray())
            return *items;
        fail(Message::of("%1 must be an array", at(name)));
        return none;
    }

    void fail(Message message)
    {
        if (!m_error)
            m_error = Error(ErrorCode::InvalidInput, std::move(message));
    }

    /// The JSON pointer of a member.
    std::string at(std::string_view name) const { return cat(m_where, '/', name); }

    Result<void> result() const { return m_error ? Result<void>(*m_error) : Result<void>(); }

private:
    const Json &m_value;
    std::string m_where;
    std::optional<Error> m_error;
};

std::optional<Certainty> parseCertainty(std::string_view word)
{
    for (const auto certainty : {Certainty::Certain, Certainty::Likely, Certainty::Guess}) {
        if (toString(certainty) == word)
            return certainty;
    }
    return std::nullopt;
}

Result<PackageEntry> entryFromJson(const Json &value, std::size_t index)
{
    Reader reader(value, cat("/entries/", index));
    PackageEntry entry;
    entry.path = reader.text("path");
    entry.file = reader.text("file", entry.path);
    entry.kind = reader.word("kind", LayerKind::Code, parseLayerKind);
    entry.encoding = reader.word("encoding", LayerEncoding::Raw, parseLayerEncoding);
    entry.included = reader.boolean("included", true);
    entry.executable = reader.boolean("executable", false);
    entry.rule = reader.text("rule");
    entry.certainty = reader.word("certainty", Certainty::Certain, parseCertainty);
    entry.bundle = reader.text("bundle");
    entry.annotations = reader.annotations("annotations");
    if (entry.path.empty())
        reader.fail(Message::of("%1 must be a path that is not empty", reader.at("path")));
    RETURN_IF_ERROR(reader.result());
    return entry;
}

Json draftsToJson(const std::map<std::string, std::string> &drafts)
{
    JsonObject out;
    for (const auto &[path, text] : drafts)
        out.append(path, text);
    return out;
}

/// The documents as texts, since each of their bytes counts.
Json publishedToJson(const PublishedArtifact &published)
{
    return JsonObject{{"source", published.source},
                      {"manifest", published.artifact.manifest.bytes},
                      {"config", published.artifact.configBytes}};
}

Json replacedToJson(const std::map<std::string, ReplacedFile> &replaced)
{
    JsonObject out;
    for (const auto &[path, by] : replaced) {
        JsonObject item{{"size", by.size.value()}};
        if (by.text)
            item.set("text", *by.text);
        else
            item.set("file", by.file.native());
        out.append(path, std::move(item));
    }
    return out;
}

/// Entries, and what they are edits of.
Result<void> readPublished(Package &package, const Json &document, const Json &published)
{
    ASSIGN_OR_RETURN(
        auto base,
        makePublishedPackage(published.text("source"), published.text("manifest"), published.text("config"))
            .withContext("reading /published"));
    package.root.clear();
    package.entries = std::move(base.entries);
    package.published = std::move(base.published);
    const auto *replaced = document.find("replaced");
    for (const auto &[path, item] : replaced && replaced->asObject() ? *replaced->asObject() : JsonObject()) {
        ReplacedFile by;
        by.file = item.text("file");
        if (const auto *text = item.find("text"); text && text->asString())
            by.text = *text->asString();
        if (const auto *size = item.find("size"); size && size->asInteger())
            by.size = ByteCount(*size->asInteger());
        RETURN_IF_ERROR(findRawLayer(package.published->artifact, path));
        package.replaced.emplace(path, std::move(by));
    }
    return {};
}

} // namespace

std::string packageToJson(const Package &package, const std::filesystem::path &file)
{
    const auto folder = std::filesystem::absolute(file).lexically_normal().parent_path();
    const auto root = package.root.lexically_relative(folder);
    JsonObject out;
    out.set("format", fileFormat);
    out.set("version", package.published ? fileVersion : folderVersion);
    out.set("root", (root.empty() ? package.root : root).generic_string());
    out.set("config", package.config.document());
    out.set("annotations", annotationsToJson(package.annotations));
    out.set("keepTimes", package.keepTimes);
    out.set("ociAnnotations", package.ociAnnotations);
    if (package.published) {
        out.set("published", publishedToJson(*package.published));
        out.set("replaced", replacedToJson(package.replaced));
    } else {
        Json::Array entries;
        for (const auto &entry : package.entries)
            entries.push_back(entryToJson(entry));
        out.set("entries", std::move(entries));
        out.set("detected", detectedToJson(package.detected));
    }
    if (!package.drafts.empty())
        out.set("drafts", draftsToJson(package.drafts));
    return dumpJsonPretty(out) + '\n';
}

Result<Package> packageFromJson(std::string_view text, const std::filesystem::path &file)
{
    ASSIGN_OR_RETURN(const auto document, parseJson(text, fileLimits));
    if (document.text("format") != fileFormat)
        return Error(ErrorCode::InvalidInput,
                     Message::of("not a Modelcrate package: the member \"format\" is not %1", fileFormat));
    const auto *versionMember = document.find("version");
    const auto *version = versionMember ? versionMember->asInteger() : nullptr;
    if (!version || *version < 1)
        return Error(ErrorCode::InvalidInput, Message::of("%1 must be a positive integer", "/version"));
    if (*version > fileVersion)
        return Error(
            ErrorCode::Unsupported,
            Message::of("the package has format version %1, this program reads up to %2", *version, fileVersion),
            "Open it with a newer Modelcrate.");

    Reader reader(document, "");
    Package package;
    const auto folder = std::filesystem::absolute(file).lexically_normal().parent_path();
    package.root = (folder / reader.text("root", ".")).lexically_normal();
    if (package.root.filename().empty())
        package.root = package.root.parent_path();
    package.annotations = reader.annotations("annotations");
    package.keepTimes = reader.boolean("keepTimes", false);
    package.ociAnnotations = reader.boolean("ociAnnotations", true);
    if (const auto *config = document.find("config"); config && config->isObject())
        package.config = ModelConfig(*config);
    else
        reader.fail(Message::of("%1 must be an object", reader.at("config")));
    const auto &entries = reader.array("entries");
    package.entries.reserve(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        ASSIGN_OR_RETURN(auto entry, entryFromJson(entries[i], i));
        package.entries.push_back(std::move(entry));
    }
    for (const auto &item : reader.array("detected")) {
        const auto *value = item.find("value");
        package.detected.push_back({item.text("path"), value ? *value : Json(), item.text("source")});
    }
    if (const auto *drafts = document.find("drafts"); drafts && drafts->asObject()) {
        for (const auto &[path, value] : *drafts->asObject()) {
            if (const auto *draft = value.asString())
                package.drafts[path] = *draft;
        }
    }
    RETURN_IF_ERROR(reader.result());
    if (const auto *published = document.find("published"))
        RETURN_IF_ERROR(readPublished(package, document, *published));
    return package;
}

Result<void> savePackage(const Package &package, const std::filesystem::path &file)
{
    return writeFileAtomically(file, packageToJson(package, file));
}

Result<Package> loadPackage(const std::filesystem::path &file)
{
    ASSIGN_OR_RETURN(const auto text, readSmallFile(file, ByteCount(static_cast<std::int64_t>(fileLimits.maxBytes))));
    return packageFromJson(text, file).withContext("reading " + escapeForDisplay(file.native()));
}

} // namespace modelcrate
