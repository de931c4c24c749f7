// SPDX-License-Identifier: Apache-2.0
#include "modelpack/artifactplan.h"

#include "base/text.h"
#include "base/time.h"
#include "io/compression.h"
#include "io/containedpath.h"
#include "io/tar.h"
#include "modelpack/folderscan.h"
#include "modelpack/metadatadetector.h"
#include "modelpack/publishedpackage.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <mutex>
#include <set>

namespace modelcrate {

namespace {

/// Constant time of everything we write, so that equal files give equal digests (model-spec, Reproducibility).
constexpr std::chrono::sys_seconds constantTime{};
constexpr unsigned executableMode = 0755;
constexpr unsigned plainMode = 0644;
constexpr std::size_t annotationBytesPerLayer = 420; ///< media type, digest and annotations of a short path

// Content whose digest is recorded by whoever reads all of it, so that a compressed layer's diffId costs no read.

struct RecordedDigest {
    std::mutex mutex;
    std::optional<Digest> digest;
};

class RecordingSource final : public ByteSource {
public:
    RecordingSource(std::unique_ptr<ByteSource> source, std::shared_ptr<RecordedDigest> record)
        : m_source(std::move(source)),
          m_record(std::move(record))
    {
    }

    Result<std::size_t> read(std::span<std::byte> buffer) override
    {
        ASSIGN_OR_RETURN(const auto count, m_source->read(buffer));
        m_hasher.update(buffer.first(count));
        if (count == 0 && !buffer.empty() && !m_finished) {
            m_finished = true;
            std::lock_guard lock(m_record->mutex);
            m_record->digest = m_hasher.finish();
        }
        return count;
    }

private:
    std::unique_ptr<ByteSource> m_source;
    std::shared_ptr<RecordedDigest> m_record;
    Hasher m_hasher;
    bool m_finished = false;
};

class RecordingContent final : public Content {
public:
    explicit RecordingContent(ContentPtr content) : m_content(std::move(content)) { }

    std::optional<ByteCount> size() const override { return m_content->size(); }
    std::string fingerprint() const override { return m_content->fingerprint(); }
    std::string description() const override { return m_content->description(); }
    std::optional<Digest> digest() const override
    {
        std::lock_guard lock(m_record->mutex);
        return m_record->digest;
    }
    Result<std::unique_ptr<ByteSource>> open(ByteCount offset, std::optional<ByteCount> length,
                                             const TaskContext &context) const override
    {
        ASSIGN_OR_RETURN(auto source, m_content->open(offset, length, context));
        if (offset.value() > 0 || length)
            return source;
        return std::unique_ptr<ByteSource>(std::make_unique<RecordingSource>(std::move(source), m_record));
    }

private:
    ContentPtr m_content;
    std::shared_ptr<RecordedDigest> m_record = std::make_shared<RecordedDigest>();
};

std::string_view baseName(std::string_view path) { return path.substr(path.rfind('/') + 1); }

/// The canonical form of file.metadata+json: all seven members, since modctl reads every one (modelpack.md A6).
std::string fileMetadataJson(std::string_view path, ByteCount size, bool executable, std::chrono::sys_seconds mtime)
{
    return dumpJson(JsonObject{{"name", baseName(path)},
                               {"mode", static_cast<int>(executable ? executableMode : plainMode)},
                               {"uid", 0},
                               {"gid", 0},
                               {"size", size.value()},
                               {"mtime", formatDateTime(mtime)},
                               {"typeflag", 0}});
}

/// Makes the layers of a package.
class Planner {
public:
    Planner(const Package &package, HashCache *cache, const TaskContext &context)
        : m_package(package),
          m_cache(cache),
          m_context(context)
    {
    }

    Result<ArtifactPlan> plan()
    {
        m_plan.config = m_package.config;
        keepFindings();
        ASSIGN_OR_RETURN(const auto groups, groupEntries());
        if (groups.empty())
            return Error(ErrorCode::InvalidInput, Message::of("there is nothing to package: no file is included"),
                         "Include at least one file; `scan` says why each was left out.");
        for (const auto &[key, entries] : groups) {
            RETURN_IF_ERROR(m_context.check());
            addLayer(key.kind, key.path, entries);
        }
        if (m_package.ociAnnotations)
            m_plan.annotations = derivedAnnotations(m_package.config);
        for (const auto &[key, value] : m_package.annotations)
            setAnnotation(m_plan.annotations, key, value);
        checkSize();
        return std::move(m_plan);
    }

private:
    /// Sorted as layers are: by kind in canonical order, then by the bytes of the path.
    struct LayerKey {
        LayerKind kind;
        std::string path;
        bool bundle;
        auto operator<=>(const LayerKey &) const = default;
    };

    /// What was said of a file that is not packaged is nobody's concern any more; what the weights say, once more.
    void keepFindings()
    {
        std::set<std::string_view> leftOut;
        for (const auto &entry : m_package.entries) {
            if (!entry.included)
                leftOut.insert(entry.path);
        }
        for (const auto &finding : m_package.findings) {
            if (leftOut.count(finding.where) == 0)
                m_plan.findings.push_back(finding);
        }
        const auto isPackaged = [this](std::string_view file) {
            return std::any_of(m_package.entries.begin(), m_package.entries.end(), [file](const PackageEntry &entry) {
                return entry.included && entry.kind == LayerKind::Weight && entry.file == file;
            });
        };
        auto against = checkAgainstWeights(m_package.config, m_package.detected, isPackaged);
        m_plan.findings.insert(m_plan.findings.end(), std::make_move_iterator(against.begin()),
                               std::make_move_iterator(against.end()));
    }

    Result<std::map<LayerKey, std::vector<std::size_t>>> groupEntries()
    {
        std::map<LayerKey, std::vector<std::size_t>> groups;
        FileTreeNames names;
        for (std::size_t i = 0; i < m_package.entries.size(); ++i) {
            const auto &entry = m_package.entries[i];
            if (!entry.included)
                continue;
            checkPath(entry.path, names);
            const bool bundled = !entry.bundle.empty();
            groups[{entry.kind, bundled ? entry.bundle : entry.path, bundled}].push_back(i);
        }
        for (auto &[key, entries] : groups) {
            std::sort(entries.begin(), entries.end(), [&](std::size_t a, std::size_t b) {
                return m_package.entries[a].path < m_package.entries[b].path;
            });
        }
        return groups;
    }

    void checkPath(const std::string &path, FileTreeNames &names)
    {
        if (const auto contained = ContainedPath::parse(path); !contained)
            addError("MP009", path, contained.error().wording());
        else if (const auto collision = names.add(path))
            m_plan.findings.push_back(*collision);
    }

    void addError(std::string id, const std::string &path, Message message)
    {
        m_plan.findings.push_back({std::move(id), Severity::Error, path, std::move(message)});
    }

    struct OpenedFile {
        ContentPtr content;
        FileIdentity identity;
    };

    /// The file of an entry with the digest that the cache knows; a finding and nothing when it is not there any more.
    std::optional<OpenedFile> openFile(const PackageEntry &entry)
    {
        if (const auto contained = ContainedPath::parse(entry.file); !contained) {
            addError("MP009", entry.path, contained.error().wording());
            return std::nullopt;
        }
        const auto path = m_package.root / entry.file;
        const auto identity = identityOf(path);
        if (!identity) {
            addError("PLAN001", entry.path, identity.error().wording());
            return std::nullopt;
        }
        auto digest = m_cache ? m_cache->find(*identity) : std::nullopt;
        return OpenedFile{makeFileContent(path, *identity, std::move(digest)), *identity};
    }

    std::chrono::sys_seconds timeOf(const FileIdentity &identity) const
    {
        return m_package.keepTimes ? std::chrono::sys_seconds(
                   std::chrono::floor<std::chrono::seconds>(std::chrono::nanoseconds(identity.mtime)))
                                   : constantTime;
    }

    void addLayer(LayerKind kind, const std::string &path, const std::vector<std::size_t> &entries)
    {
        const auto &first = m_package.entries[entries.front()];
        PlannedLayer layer;
        layer.path = path;
        layer.kind = kind;
        // A bundle is a tar by its nature; compression may be asked for on top.
        layer.encoding =
            first.encoding == LayerEncoding::Raw && !first.bundle.empty() ? LayerEncoding::Tar : first.encoding;
        layer.entries = entries;

        std::vector<TarEntry> members;
        bool guessed = false;
        for (const auto index : entries) {
            const auto &entry = m_package.entries[index];
            const auto file = openFile(entry);
            if (!file)
                return;
            guessed = guessed || entry.certainty == Certainty::Guess;
            if (first.bundle.empty())
                setFileAnnotations(layer, entry, *file);
            if (layer.encoding == LayerEncoding::Raw) {
                layer.content = file->content;
                layer.file = file->identity;
                layer.promised = hubDigestHint(m_package.root, entry.file);
            } else {
                members.push_back(
                    {entry.path, file->content, entry.executable ? executableMode : plainMode, timeOf(file->identity)});
            }
        }
        if (!first.bundle.empty())
            setAnnotation(layer.annotations, modelpack::filepath, path);
        if (guessed)
            setAnnotation(layer.annotations, modelpack::untested, "true");
        if (layer.encoding == LayerEncoding::Raw)
            setAnnotation(layer.annotations, modelpack::title, path);
        else if (!setTarContent(layer, std::move(members)))
            return;
        for (const auto &[key, value] : first.annotations)
            setAnnotation(layer.annotations, key, value);
        layer.size = layer.content->size();
        layer.digest = layer.content->digest();
        m_plan.layers.push_back(std::move(layer));
    }

    void setFileAnnotations(PlannedLayer &layer, const PackageEntry &entry, const OpenedFile &file) const
    {
        setAnnotation(layer.annotations, modelpack::filepath, entry.path);
        setAnnotation(layer.annotations, modelpack::fileMetadata,
                      fileMetadataJson(entry.path, file.identity.size, entry.executable, timeOf(file.identity)));
    }

    bool setTarContent(PlannedLayer &layer, std::vector<TarEntry> members)
    {
        auto tar = makeTarContent(std::move(members));
        if (!tar) {
            addError("PLAN002", layer.path, tar.error().wording());
            return false;
        }
        if (layer.encoding == LayerEncoding::Tar) {
            layer.content = std::move(*tar);
            return true;
        }
        layer.uncompressed = std::make_shared<RecordingContent>(std::move(*tar));
        layer.content = makeCompressedContent(
            layer.uncompressed, layer.encoding == LayerEncoding::TarGzip ? Compression::Gzip : Compression::Zstd);
        m_plan.findings.push_back({"MP031", Severity::Warning, layer.path,
                                   Message::of("modctl and Docker Model Runner cannot read compressed layers")});
        return true;
    }

    void checkSize()
    {
        const auto manifest = ByteCount(static_cast<std::int64_t>(m_plan.preview().manifest.size()));
        if (m_plan.layers.size() <= maxUnbundledLayers && manifest <= manifestWarningSize)
            return;
        proposeBundles(manifest);
        m_plan.findings.push_back({"MP060", manifest > maxManifestSize ? Severity::Error : Severity::Warning,
                                   "manifest", withRemedy(sizeMessage(manifest))});
    }

    Message sizeMessage(ByteCount manifest) const
    {
        const auto layers = m_plan.layers.size();
        if (manifest > maxManifestSize)
            return Message::of("the manifest has %1 layers and %2 bytes; registries take at most 4 MiB", layers,
                               manifest.value());
        return Message::of("the manifest has %1 layers and %2 bytes; some tools stop at 2048 layers, registries at "
                           "4 MiB",
                           layers, manifest.value());
    }

    Message withRemedy(Message problem) const
    {
        if (m_plan.bundleProposals.empty())
            return problem;
        std::vector<Message> globs;
        for (const auto &proposal : m_plan.bundleProposals)
            globs.push_back(Message::of("--bundle '%1' (%2 files)", proposal.glob, proposal.files));
        return Message::of("%1; bundle small files into tar layers: %2", problem, Message::list(globs));
    }

    /// Top folders with most files first, until what is left fits.
    void proposeBundles(ByteCount manifest)
    {
        std::map<std::string, std::size_t> folders;
        for (const auto &layer : m_plan.layers) {
            if (layer.encoding == LayerEncoding::Raw && layer.kind != LayerKind::Weight)
                ++folders[layer.path.find('/') == std::string::npos ? std::string()
                                                                    : layer.path.substr(0, layer.path.find('/'))];
        }
        std::vector<std::pair<std::string, std::size_t>> bySize(folders.begin(), folders.end());
        std::stable_sort(bySize.begin(), bySize.end(),
                         [](const auto &a, const auto &b) { return a.second > b.second; });
        auto layers = m_plan.layers.size();
        auto bytes = manifest.asUnsigned();
        for (const auto &[folder, files] : bySize) {
            if ((layers <= maxUnbundledLayers && bytes <= manifestWarningSize.asUnsigned()) || files < 2)
                return;
            // Without a folder nothing but the files at the top is meant.
            m_plan.bundleProposals.push_back({folder.empty() ? "/*" : folder + "/**", files});
            layers -= files - 1;
            bytes -= std::min<std::uint64_t>(bytes, (files - 1) * annotationBytesPerLayer);
        }
    }

    const Package &m_package;
    HashCache *m_cache;
    const TaskContext &m_context;
    ArtifactPlan m_plan;
};

Json layerJson(const PlannedLayer &layer, std::string_view digest, ByteCount size)
{
    JsonObject out{{"mediaType", layer.mediaType().toString()}, {"digest", digest}, {"size", size.value()}};
    JsonObject annotations;
    for (const auto &[key, value] : layer.annotations)
        annotations.append(key, value);
    if (!annotations.empty())
        out.set("annotations", std::move(annotations));
    return out;
}

std::string manifestJson(const ArtifactPlan &plan, const std::string &config, Json::Array layers)
{
    JsonObject out{{"schemaVersion", 2},
                   {"mediaType", mediatypes::imageManifest},
                   {"artifactType", modelpack::artifactType},
                   {"config",
                    JsonObject{{"mediaType", modelpack::configMediaType},
                               {"digest", Digest::sha256Of(config).toString()},
                               {"size", static_cast<std::int64_t>(config.size())}}},
                   {"layers", std::move(layers)}};
    JsonObject annotations;
    for (const auto &[key, value] : plan.annotations)
        annotations.append(key, value);
    if (!annotations.empty())
        out.set("annotations", std::move(annotations));
    return dumpJson(out);
}

} // namespace

Annotations derivedAnnotations(const ModelConfig &config)
{
    Annotations annotations;
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> same{
        {{"descriptor.createdAt", "org.opencontainers.image.created"},
         {"descriptor.vendor", "org.opencontainers.image.vendor"},
         {"descriptor.version", "org.opencontainers.image.version"},
         {"descriptor.title", "org.opencontainers.image.title"},
         {"descriptor.description", "org.opencontainers.image.description"},
         {"descriptor.docURL", "org.opencontainers.image.documentation"},
         {"descriptor.sourceURL", "org.opencontainers.image.source"},
         {"descriptor.revision", "org.opencontainers.image.revision"}}};
    for (const auto &[path, key] : same) {
        const auto *value = config.find(path);
        if (value && value->asString())
            setAnnotation(annotations, key, *value->asString());
    }
    const auto joined = [&](std::string_view path, std::string_view separator) {
        std::vector<std::string> texts;
        const auto *value = config.find(path);
        for (const auto &item : value && value->asArray() ? *value->asArray() : Json::Array()) {
            if (item.asString())
                texts.push_back(*item.asString());
        }
        return join(texts, separator);
    };
    if (auto authors = joined("descriptor.authors", ", "); !authors.empty())
        setAnnotation(annotations, "org.opencontainers.image.authors", std::move(authors));
    if (auto licenses = joined("descriptor.licenses", " AND "); !licenses.empty())
        setAnnotation(annotations, "org.opencontainers.image.licenses", std::move(licenses));
    return annotations;
}

ByteCount ArtifactPlan::totalSize() const
{
    ByteCount total;
    for (const auto &layer : layers)
        total += layer.size.value_or(ByteCount());
    return total;
}

bool ArtifactPlan::isExact() const
{
    return std::all_of(layers.begin(), layers.end(),
                       [](const PlannedLayer &layer) { return layer.digest && layer.size; });
}

ArtifactPlan::Documents ArtifactPlan::preview() const
{
    if (edited)
        return *edited;
    std::vector<std::string> digests;
    Json::Array layerItems;
    for (const auto &layer : layers) {
        digests.push_back(layer.digest ? layer.digest->toString() : std::string(pendingDigest));
        layerItems.push_back(layerJson(layer, digests.back(), layer.size.value_or(ByteCount())));
    }
    Documents out;
    out.config = config.toBytes(digests);
    out.manifest = manifestJson(*this, out.config, std::move(layerItems));
    return out;
}

ArtifactPlan::Documents ArtifactPlan::documents(std::span<const Descriptor> finalLayers,
                                                std::span<const std::string> diffIds) const
{
    Json::Array layerItems;
    for (std::size_t i = 0; i < layers.size(); ++i)
        layerItems.push_back(layerJson(layers[i], finalLayers[i].digest.toString(), finalLayers[i].size));
    Documents out;
    out.config = config.toBytes(diffIds);
    out.manifest = manifestJson(*this, out.config, std::move(layerItems));
    return out;
}

Result<ArtifactPlan> makePlan(const Package &package, HashCache *cache, const TaskContext &context)
{
    return package.published ? planPublishedEdit(package, cache, context) : Planner(package, cache, context).plan();
}

namespace {

Result<std::vector<std::string>> diffIdsOf(const ArtifactPlan &plan, std::span<const Descriptor> layers)
{
    std::vector<std::string> out;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const auto &uncompressed = plan.layers[i].uncompressed;
        if (!uncompressed) {
            out.push_back(layers[i].digest.toString());
            continue;
        }
        auto digest = uncompressed->digest();
        if (!digest) {
            // The store had the compressed blob already, so nobody has read the tar.
            ASSIGN_OR_RETURN(digest, hashContent(*uncompressed, TaskContext()));
        }
        out.push_back(digest->toString());
    }
    return out;
}

Result<void> refuseErrors(const Findings &findings)
{
    const auto first = std::find_if(findings.begin(), findings.end(),
                                    [](const Finding &finding) { return finding.severity == Severity::Error; });
    if (first == findings.end())
        return {};
    const auto count = std::count_if(findings.begin(), findings.end(),
                                     [](const Finding &finding) { return finding.severity == Severity::Error; });
    auto message = Message::of("%1: %2 [%3]", escapeForDisplay(first->where), first->message, first->id);
    if (count > 1)
        message = Message::of("%1 and %2 more", message, count - 1);
    return Error(first->id == "MP060" ? ErrorCode::LimitExceeded : ErrorCode::InvalidInput, std::move(message));
}

/// A download that was damaged in the cache is not passed on.
Result<void> checkPromises(const ArtifactPlan &plan, std::span<const Descriptor> layers)
{
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const auto &promised = plan.layers[i].promised;
        if (promised && *promised != layers[i].digest)
            return Error(ErrorCode::DigestMismatch,
                         Message::of("%1 is %2, but its blob in the Hugging Face cache is named %3",
                                     escapeForDisplay(plan.layers[i].path), layers[i].digest.toString(),
                                     promised->hex()),
                         "The file in the cache is damaged: delete it and download it again.");
    }
    return {};
}

} // namespace

Result<TransferRequest> makeTransfer(const ArtifactPlan &plan, HashCache *cache)
{
    if (plan.edited)
        return Error(ErrorCode::Unsupported, Message::of("an edit of a published artifact is no package to send"));
    RETURN_IF_ERROR(refuseErrors(plan.findings));
    TransferRequest request;
    for (const auto &layer : plan.layers)
        request.leaves.push_back({layer.path, layer.content, layer.mediaType()});
    // At once, so that a file whose blob is stored is not read again should the rest fail.
    request.onLeafStored = [&plan, cache, startedAt = std::chrono::system_clock::now()](std::size_t leaf,
                                                                                        const Descriptor &layer) {
        if (cache && plan.layers[leaf].file)
            cache->store(*plan.layers[leaf].file, layer.digest, startedAt);
    };
    request.documents = [&plan](std::span<const Descriptor> layers) -> Result<TransferDocuments> {
        RETURN_IF_ERROR(checkPromises(plan, layers));
        ASSIGN_OR_RETURN(const auto diffIds, diffIdsOf(plan, layers));
        auto documents = plan.documents(layers, diffIds);
        if (documents.manifest.size() > maxManifestSize.asUnsigned())
            return Error(
                ErrorCode::LimitExceeded,
                Message::of("the manifest has %1 bytes, registries take at most 4 MiB", documents.manifest.size()),
                "Bundle small files with --bundle.");
        TransferDocuments out;
        out.blobs.push_back(
            {"config", std::move(documents.config), MediaType::parse(modelpack::configMediaType).value()});
        out.manifests.push_back({std::move(documents.manifest), std::string(mediatypes::imageManifest)});
        return out;
    };
    return request;
}

} // namespace modelcrate
