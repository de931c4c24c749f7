// SPDX-License-Identifier: Apache-2.0
#include "modelpack/extractor.h"

#include "base/parallel.h"
#include "base/text.h"
#include "io/stagingfolder.h"
#include "io/tarreader.h"
#include "modelpack/package.h"
#include "modelpack/tarlayer.h"

#include <algorithm>
#include <map>
#include <mutex>

namespace modelcrate {

namespace {

constexpr std::size_t writeSize = 1 << 20;
constexpr std::size_t maxNamed = 20;
constexpr int maxNumbered = 1000;

constexpr std::pair<ExistingFiles, std::string_view> existingWords[] = {{ExistingFiles::Refuse, "refuse"},
                                                                        {ExistingFiles::Skip, "skip"},
                                                                        {ExistingFiles::Overwrite, "overwrite"},
                                                                        {ExistingFiles::Rename, "rename"}};

bool isExecutable(unsigned mode) { return (mode & 0100) != 0; }

unsigned modeFor(std::optional<unsigned> mode) { return mode && isExecutable(*mode) ? 0755 : 0644; }

/// The constant time of reproducible artifacts is nobody's time.
std::optional<std::chrono::sys_seconds> timeFor(std::optional<std::chrono::sys_seconds> mtime)
{
    return mtime && mtime->time_since_epoch().count() > 0 ? mtime : std::nullopt;
}

/// A source that tells how far it was read.
class CountingSource final : public ByteSource {
public:
    CountingSource(std::unique_ptr<ByteSource> source, ProgressBoard::Item &item)
        : m_source(std::move(source)),
          m_item(item)
    {
    }
    Result<std::size_t> read(std::span<std::byte> buffer) override
    {
        ASSIGN_OR_RETURN(const auto count, m_source->read(buffer));
        m_item.advance(ByteCount(static_cast<std::int64_t>(count)));
        return count;
    }

private:
    std::unique_ptr<ByteSource> m_source;
    ProgressBoard::Item &m_item;
};

bool wantsPath(const ExtractOptions &options, std::string_view path)
{
    return options.paths.empty()
        || std::any_of(options.paths.begin(), options.paths.end(),
                       [&](const std::string &glob) { return matchesGlob(glob, path); });
}

bool wantsLayer(const ExtractOptions &options, const ArtifactLayer &layer)
{
    return layer.type && (options.kinds.empty() || options.kinds.count(layer.type->kind) > 0)
        && (options.layers.empty() || options.layers.count(layerName(layer)) > 0);
}

/// "docs/a (2).txt" for the second, "docs/a (3).txt" for the third.
std::string numberedName(const std::string &path, int number)
{
    const auto name = path.rfind('/') == std::string::npos ? 0 : path.rfind('/') + 1;
    auto dot = path.rfind('.');
    if (dot == std::string::npos || dot <= name)
        dot = path.size();
    return cat(path.substr(0, dot), " (", number, ')', path.substr(dot));
}

class Extraction {
public:
    Extraction(ContentStore &store, const ModelArtifact &artifact, ContainedFolder &target,
               const ExtractOptions &options, const TaskContext &context)
        : m_store(store),
          m_artifact(artifact),
          m_target(target),
          m_options(options),
          m_context(context)
    {
        m_result.findings = artifact.findings;
    }

    Result<ExtractResult> run()
    {
        RETURN_IF_ERROR(plan());
        RETURN_IF_ERROR(checkTarget());
        RETURN_IF_ERROR(checkSpace());
        ASSIGN_OR_RETURN(m_staging, StagingFolder::create(m_target));
        std::vector<ProgressBoard::Item> items;
        for (const auto &job : m_jobs)
            items.push_back(m_context.progress().add(job.layer->path.empty() ? job.layer->descriptor.digest.shortHex()
                                                                             : job.layer->path,
                                                     job.layer->descriptor.size));
        const auto extractOne = [&](std::size_t index, const TaskContext &inner) -> Result<void> {
            auto &job = m_jobs[index];
            items[index].setActive();
            auto done = job.path ? extractRaw(job, items[index], inner) : extractTar(job, items[index], inner);
            if (done)
                items[index].finish();
            return std::move(done).withContext("extracting " + escapeForDisplay(job.layer->path));
        };
        RETURN_IF_ERROR(parallelFor(m_jobs.size(), m_options.concurrency, m_context, extractOne));
        const auto byPath = [](const auto &a, const auto &b) { return a.path < b.path; };
        std::sort(m_result.written.begin(), m_result.written.end(), byPath);
        std::sort(m_result.kept.begin(), m_result.kept.end(), byPath);
        std::sort(m_result.skipped.begin(), m_result.skipped.end(), byPath);
        return std::move(m_result);
    }

private:
    struct Job {
        const ArtifactLayer *layer;
        std::optional<ContainedPath> path; ///< of a raw layer; a tar has names of its own
    };

    bool wants(std::string_view path) const { return wantsPath(m_options, path); }

    void note(std::string id, Severity severity, std::string where, Message message)
    {
        m_result.findings.push_back({std::move(id), severity, std::move(where), std::move(message)});
    }

    /// Decides what is extracted, and refuses the whole artifact for one bad name.
    Result<void> plan()
    {
        FileTreeNames names;
        std::map<std::string, const ArtifactLayer *> byPath;
        std::vector<Message> unsafe;
        std::vector<Message> clashes;
        for (std::size_t i = 0; i < m_artifact.layers.size(); ++i) {
            const auto &layer = m_artifact.layers[i];
            const auto where = cat("/layers/", i);
            if (!layer.type) {
                note("MP007", Severity::Warning, where,
                     Message::of("left out: %1 is no layer type of ModelPack",
                                 escapeForDisplay(layer.descriptor.mediaType.toString(), 160)));
                continue;
            }
            if (layer.type->encoding != LayerEncoding::Raw) {
                if (wantsLayer(m_options, layer))
                    m_jobs.push_back({&layer, std::nullopt});
                continue;
            }
            if (layer.path.empty()) {
                note("MP010", Severity::Warning, where,
                     Message::of("left out: no annotation says what the file is called"));
                continue;
            }
            const auto path = ContainedPath::parse(layer.path);
            if (!path) {
                unsafe.push_back(Message::of("\"%1\" (%2)", escapeForDisplay(layer.path, 200), path.error().wording()));
                continue;
            }
            if (path->isFolder() || layer.metadata.isDirectory) {
                note("MP010", Severity::Warning, where,
                     Message::of("left out: %1 names a folder", escapeForDisplay(layer.path, 200)));
                continue;
            }
            if (const auto before = byPath.find(path->toString()); before != byPath.end()) {
                if (before->second->descriptor.digest == layer.descriptor.digest)
                    note("MP008", Severity::Warning, where,
                         Message::of("%1 comes twice with the same content", path->toString()));
                else
                    clashes.push_back(Message::of("%1 comes twice with different content", path->toString()));
                continue;
            }
            if (const auto collision = names.add(path->toString())) {
                clashes.push_back(Message::of("%1: %2", path->toString(), collision->message));
                continue;
            }
            byPath.emplace(path->toString(), &layer);
            if (wantsLayer(m_options, layer) && wants(path->toString()))
                m_jobs.push_back({&layer, *path});
        }
        if (!unsafe.empty())
            return refusal(ErrorCode::UnsafePath,
                           Message::of("the artifact holds names that lead out of a folder or cannot be files: %1",
                                       listing(std::move(unsafe))));
        if (!clashes.empty())
            return refusal(ErrorCode::Conflict,
                           Message::of("the artifact holds names that cannot stand beside each other: %1",
                                       listing(std::move(clashes))));
        if (auto missing = missingLayers(); !missing.empty())
            return refusal(ErrorCode::NotFound,
                           Message::of("the artifact does not hold %1", listing(std::move(missing))));
        if (m_jobs.empty())
            return Error(ErrorCode::NotFound, Message::of("nothing in the artifact fits --kind and --path"),
                         "`inspect` lists what it holds.");
        return {};
    }

    /// Of those that are chosen by name. Leaving them out without a word would give a folder that lacks what was asked.
    std::vector<Message> missingLayers() const
    {
        auto names = m_options.layers;
        for (const auto &layer : m_artifact.layers)
            names.erase(layerName(layer));
        std::vector<Message> missing;
        for (const auto &name : names)
            missing.emplace_back(escapeForDisplay(name, 200));
        return missing;
    }

    /// The first ones, and how many more there are.
    static Message listing(std::vector<Message> items)
    {
        const auto count = items.size();
        items.resize(std::min(count, maxNamed));
        const auto named = Message::list(items);
        return count > maxNamed ? Message::of("%1 and %2 more", named, count - maxNamed) : named;
    }

    static Error refusal(ErrorCode code, Message message)
    {
        return Error(code, std::move(message),
                     code == ErrorCode::Conflict
                         ? "Choose an empty folder, pull a part with --path, or replace them with --overwrite."
                         : "Nothing was written.");
    }

    Error otherFilesThere(std::vector<Message> paths) const
    {
        return refusal(ErrorCode::Conflict,
                       Message::of("%1 holds other files under these names: %2",
                                   escapeForDisplay(m_target.path().native()), listing(std::move(paths))));
    }

    /// What is there already: equal files are kept, others stop everything unless they may be replaced.
    Result<void> checkTarget()
    {
        std::vector<Message> differing;
        std::vector<Job> left;
        for (auto &job : m_jobs) {
            if (!job.path) {
                left.push_back(std::move(job));
                continue;
            }
            ASSIGN_OR_RETURN(const auto same, hasSameFile(*job.path, job.layer->descriptor));
            if (same == Presence::Same)
                m_result.kept.push_back({job.path->toString(), job.layer->descriptor.size});
            else if (same == Presence::Other && m_options.existing == ExistingFiles::Skip)
                m_result.skipped.push_back({job.path->toString(), job.layer->descriptor.size});
            else if (same == Presence::Other && m_options.existing == ExistingFiles::Refuse)
                differing.emplace_back(job.path->toString());
            else
                left.push_back(std::move(job));
        }
        if (!differing.empty())
            return otherFilesThere(std::move(differing));
        m_jobs = std::move(left);
        return {};
    }

    enum class Presence { Absent, Same, Other };
    Result<Presence> hasSameFile(const ContainedPath &path, const Descriptor &descriptor)
    {
        ASSIGN_OR_RETURN(const auto size, m_target.sizeOfFile(path));
        if (!size)
            return Presence::Absent;
        if (*size != descriptor.size)
            return Presence::Other;
        ASSIGN_OR_RETURN(const auto content, openFileContent(m_target.path() / path.toString()));
        ASSIGN_OR_RETURN(auto source, content->open({}, std::nullopt, m_context));
        const auto verified = makeVerifyingSource(std::move(source), descriptor.digest, descriptor.size);
        std::vector<std::byte> buffer(writeSize);
        for (;;) {
            RETURN_IF_ERROR(m_context.check());
            const auto count = verified->read(buffer);
            if (!count
                && (count.error().code() == ErrorCode::DigestMismatch
                    || count.error().code() == ErrorCode::SizeMismatch))
                return Presence::Other;
            if (!count)
                return count.error();
            if (*count == 0)
                return Presence::Same;
        }
    }

    Result<void> checkSpace()
    {
        ByteCount needed;
        for (const auto &job : m_jobs)
            needed += job.layer->descriptor.size;
        ASSIGN_OR_RETURN(const auto free, m_target.freeSpace());
        if (needed > free)
            return Error(ErrorCode::NoSpace,
                         Message::of("%1 are needed in %2, %3 are free", formatIec(needed),
                                     escapeForDisplay(m_target.path().native()), formatIec(free)),
                         "Free some space, or pull only a part with --kind or --path.");
        return {};
    }

    Result<std::unique_ptr<ByteSource>> openBlob(const Descriptor &descriptor, ProgressBoard::Item &item,
                                                 const TaskContext &context)
    {
        ASSIGN_OR_RETURN(auto source, m_store.blob(descriptor)->open({}, std::nullopt, context));
        auto verified = makeVerifyingSource(std::move(source), descriptor.digest, descriptor.size);
        return std::unique_ptr<ByteSource>(std::make_unique<CountingSource>(std::move(verified), item));
    }

    Result<void> extractRaw(const Job &job, ProgressBoard::Item &item, const TaskContext &context)
    {
        const auto &layer = *job.layer;
        ASSIGN_OR_RETURN(const auto source, openBlob(layer.descriptor, item, context));
        ASSIGN_OR_RETURN(auto file, m_staging->createFile(modeFor(layer.metadata.mode)));
        RETURN_IF_ERROR(file.reserve(layer.descriptor.size));
        RETURN_IF_ERROR(copyInto(file, *source, context));
        RETURN_IF_ERROR(file.finish(timeFor(layer.metadata.mtime)));
        ASSIGN_OR_RETURN(const auto place, moveToPlace(file, *job.path));
        addWritten(place, layer.descriptor.size);
        return {};
    }

    /// Gives a file its name, or one beside what is there; returns it.
    Result<std::string> moveToPlace(StagingFolder::File &file, const ContainedPath &path)
    {
        if (m_options.existing == ExistingFiles::Rename) {
            // Several files must not find the same name free.
            const std::lock_guard lock(m_placeMutex);
            ASSIGN_OR_RETURN(const auto free, freePlace(path));
            RETURN_IF_ERROR(file.moveTo(free, false));
            return free.toString();
        }
        RETURN_IF_ERROR(file.moveTo(path, m_options.existing == ExistingFiles::Overwrite));
        return path.toString();
    }

    Result<ContainedPath> freePlace(const ContainedPath &path) const
    {
        auto place = path;
        for (int number = 2; number < maxNumbered; ++number) {
            ASSIGN_OR_RETURN(const auto taken, m_target.sizeOfFile(place));
            if (!taken)
                return place;
            ASSIGN_OR_RETURN(place, ContainedPath::parse(numberedName(path.toString(), number)));
        }
        return Error(ErrorCode::Conflict, Message::of("there are too many files named like %1", path.toString()));
    }

    template<typename Source>
    Result<void> copyInto(StagingFolder::File &file, Source &source, const TaskContext &context)
    {
        std::vector<std::byte> buffer(writeSize);
        for (;;) {
            RETURN_IF_ERROR(context.check());
            ASSIGN_OR_RETURN(const auto count, read(source, buffer));
            if (count == 0)
                return {};
            RETURN_IF_ERROR(file.write(std::span(buffer).first(count)));
        }
    }

    static Result<std::size_t> read(ByteSource &source, std::span<std::byte> buffer)
    {
        return readFully(source, buffer);
    }
    static Result<std::size_t> read(TarReader &reader, std::span<std::byte> buffer) { return reader.readData(buffer); }

    struct StagedMember {
        ContainedPath path;
        ByteCount size;
        StagingFolder::File file;
        Digest digest;
    };

    /// A tar appears file by file only after all of it was read and is what its digest says.
    Result<void> extractTar(const Job &job, ProgressBoard::Item &item, const TaskContext &context)
    {
        const auto &layer = *job.layer;
        ASSIGN_OR_RETURN(auto blob, openBlob(layer.descriptor, item, context));
        auto &raw = *blob;
        ASSIGN_OR_RETURN(const auto opened, openTarLayer(std::move(blob), layer.type->encoding));
        if (opened.mislabelled)
            addFinding({"MP030", Severity::Warning, layer.path,
                        Message::of("its media type says %1, is %2", toString(layer.type->encoding),
                                    toString(*opened.mislabelled))});
        TarReader reader(*opened.tar);
        std::vector<StagedMember> staged;
        std::vector<ContainedPath> folders;
        for (;;) {
            RETURN_IF_ERROR(context.check());
            ASSIGN_OR_RETURN(const auto member, reader.next());
            if (!member)
                break;
            if (!wants(member->path.toString()))
                continue;
            if (member->isFolder) {
                folders.push_back(member->path);
                continue;
            }
            ASSIGN_OR_RETURN(auto file, m_staging->createFile(isExecutable(member->mode) ? 0755 : 0644));
            ASSIGN_OR_RETURN(auto digest, stageMember(file, reader, context));
            RETURN_IF_ERROR(file.finish(timeFor(member->mtime), false));
            staged.push_back({member->path, member->size, std::move(file), std::move(digest)});
        }
        ASSIGN_OR_RETURN(const auto beyond, reader.drain());
        if (beyond > ByteCount())
            addFinding({"MP030", Severity::Warning, layer.path,
                        Message::of("%1 bytes follow the end of the archive", beyond.value())});
        RETURN_IF_ERROR(drainBlob(raw));
        return publishMembers(layer, std::move(staged), folders);
    }

    Result<Digest> stageMember(StagingFolder::File &file, TarReader &reader, const TaskContext &context)
    {
        Hasher hasher;
        std::vector<std::byte> buffer(1 << 18);
        for (;;) {
            RETURN_IF_ERROR(context.check());
            ASSIGN_OR_RETURN(const auto count, reader.readData(buffer));
            if (count == 0)
                return hasher.finish();
            hasher.update(std::span(buffer).first(count));
            RETURN_IF_ERROR(file.write(std::span(buffer).first(count)));
        }
    }

    /// To the end of the blob itself, where its digest is judged; a decompressor may stop before it.
    static Result<void> drainBlob(ByteSource &blob)
    {
        std::vector<std::byte> buffer(1 << 16);
        for (;;) {
            ASSIGN_OR_RETURN(const auto count, blob.read(buffer));
            if (count == 0)
                return {};
        }
    }

    Result<void> publishMembers(const ArtifactLayer &layer, std::vector<StagedMember> staged,
                                const std::vector<ContainedPath> &folders)
    {
        // Several tars must not write one file.
        const std::lock_guard lock(m_mutex);
        std::vector<Message> clashes;
        std::vector<Presence> present(staged.size(), Presence::Absent);
        for (std::size_t i = 0; i < staged.size(); ++i) {
            const auto &member = staged[i];
            ASSIGN_OR_RETURN(
                const auto presence,
                hasSameFile(member.path, Descriptor{layer.descriptor.mediaType, member.digest, member.size}));
            present[i] = presence;
            if (presence == Presence::Other && m_options.existing == ExistingFiles::Refuse)
                clashes.emplace_back(member.path.toString());
        }
        if (!clashes.empty())
            return otherFilesThere(std::move(clashes));
        RETURN_IF_ERROR(m_staging->sync());
        for (const auto &folder : folders)
            RETURN_IF_ERROR(m_target.makeFolder(folder));
        for (std::size_t i = 0; i < staged.size(); ++i) {
            auto &member = staged[i];
            if (present[i] == Presence::Same) {
                m_result.kept.push_back({member.path.toString(), member.size});
            } else if (present[i] == Presence::Other && m_options.existing == ExistingFiles::Skip) {
                m_result.skipped.push_back({member.path.toString(), member.size});
            } else {
                ASSIGN_OR_RETURN(auto place, moveToPlace(member.file, member.path));
                m_result.written.push_back({std::move(place), member.size});
            }
        }
        return {};
    }

    void addWritten(const std::string &path, ByteCount size)
    {
        const std::lock_guard lock(m_mutex);
        m_result.written.push_back({path, size});
    }

    void addFinding(Finding finding)
    {
        const std::lock_guard lock(m_mutex);
        m_result.findings.push_back(std::move(finding));
    }

    ContentStore &m_store;
    const ModelArtifact &m_artifact;
    ContainedFolder &m_target;
    const ExtractOptions &m_options;
    const TaskContext &m_context;
    std::unique_ptr<StagingFolder> m_staging;
    std::vector<Job> m_jobs;
    std::mutex m_placeMutex; ///< of names that are looked for
    std::mutex m_mutex; ///< of m_result while several layers are written
    ExtractResult m_result;
};

} // namespace

std::string_view toString(ExistingFiles policy)
{
    for (const auto &[value, word] : existingWords) {
        if (value == policy)
            return word;
    }
    return "refuse";
}

std::optional<ExistingFiles> parseExistingFiles(std::string_view word)
{
    for (const auto &[value, known] : existingWords) {
        if (known == word)
            return value;
    }
    return std::nullopt;
}

std::string layerName(const ArtifactLayer &layer)
{
    return layer.path.empty() ? layer.descriptor.digest.toString() : layer.path;
}

namespace {

/// Of the folder, or of the one in which it would be made.
Result<ByteCount> freeSpaceAt(std::filesystem::path folder)
{
    std::error_code failed;
    folder = std::filesystem::absolute(folder, failed);
    while (!failed && !std::filesystem::exists(folder, failed) && folder.has_parent_path()
           && folder != folder.parent_path())
        folder = folder.parent_path();
    const auto space = std::filesystem::space(folder, failed);
    if (failed)
        return Error(ErrorCode::FileSystem,
                     systemError(failed.value(),
                                 Message::of("cannot ask for free space at %1", escapeForDisplay(folder.native())))
                         .wording());
    return ByteCount(static_cast<std::int64_t>(std::min<std::uintmax_t>(space.available, INT64_MAX)));
}

} // namespace

Result<ExtractPreview> previewExtract(const std::vector<ArtifactLayer> &layers, const std::filesystem::path &target,
                                      const ExtractOptions &options, const TaskContext &context)
{
    ExtractPreview preview;
    ASSIGN_OR_RETURN(preview.free, freeSpaceAt(target));
    std::error_code ignored;
    std::optional<ContainedFolder> folder;
    if (std::filesystem::exists(target, ignored)) {
        ASSIGN_OR_RETURN(folder, ContainedFolder::openOrCreate(target));
    }
    for (const auto &layer : layers) {
        RETURN_IF_ERROR(context.check());
        const bool archive = layer.type && layer.type->encoding != LayerEncoding::Raw;
        const auto path =
            archive ? Result<ContainedPath>(Error(ErrorCode::NotFound, {})) : ContainedPath::parse(layer.path);
        if (!wantsLayer(options, layer) || (!archive && (!path || !wantsPath(options, path->toString()))))
            continue;
        ++preview.files;
        preview.bytes += layer.descriptor.size;
        preview.archives += archive ? 1 : 0;
        // Something that is no file, a folder say, is in the way like a file of other bytes.
        const auto there = folder && path ? folder->sizeOfFile(*path) : Result<std::optional<ByteCount>>(std::nullopt);
        const bool same = there && *there == layer.descriptor.size;
        preview.sameSize += same ? 1 : 0;
        preview.absent += !archive && there && !*there ? 1 : 0;
        preview.different += !archive && !same && (!there || *there) ? 1 : 0;
        if (!same)
            preview.needed += layer.descriptor.size;
    }
    return preview;
}

Result<ExtractResult> extractArtifact(ContentStore &store, const ModelArtifact &artifact,
                                      const std::filesystem::path &target, const ExtractOptions &options,
                                      const TaskContext &context)
{
    ASSIGN_OR_RETURN(auto folder, ContainedFolder::openOrCreate(target));
    return Extraction(store, artifact, folder, options, context).run();
}

} // namespace modelcrate
