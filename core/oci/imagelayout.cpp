// SPDX-License-Identifier: Apache-2.0
#include "oci/imagelayout.h"

#include "base/log.h"
#include "base/text.h"
#include "io/file.h"
#include "oci/tags.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <set>

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>

namespace modelcrate {

namespace {

constexpr std::string_view layoutFile = "oci-layout";
constexpr std::string_view layoutText = R"({"imageLayoutVersion":"1.0.0"})";
constexpr std::string_view emptyIndex =
    R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[]})";
constexpr std::string_view refName = "org.opencontainers.image.ref.name";
/// An index may name many artifacts in the local store.
constexpr JsonLimits indexLimits{64 << 20, 64, false};
constexpr ByteCount maxIndexSize = 64_MiB;
/// A temporary file that old belongs to a process that was killed.
constexpr std::chrono::hours leftoverAge{24};
constexpr std::string_view temporaryPrefix = ".modelcrate-";

std::string shown(const std::filesystem::path &path) { return escapeForDisplay(path.native()); }

class MissingBlob final : public Content {
public:
    MissingBlob(Digest digest, Error error) : m_digest(std::move(digest)), m_error(std::move(error)) { }
    std::optional<ByteCount> size() const override { return std::nullopt; }
    std::string fingerprint() const override { return {}; }
    std::string description() const override { return m_digest.toString(); }
    Result<std::unique_ptr<ByteSource>> open(ByteCount, std::optional<ByteCount>, const TaskContext &) const override
    {
        return m_error;
    }

private:
    Digest m_digest;
    Error m_error;
};

/// The index as a document; members and descriptors of others stay word for word.
Result<Json> readIndex(const std::filesystem::path &path)
{
    ASSIGN_OR_RETURN(const auto text, readSmallFile(path / "index.json", maxIndexSize));
    ASSIGN_OR_RETURN(auto index, parseJson(text, indexLimits).withContext("reading " + shown(path / "index.json")));
    const auto *manifests = index.find("manifests");
    if (!manifests || !manifests->isArray())
        return Error(ErrorCode::InvalidInput,
                     Message::of("%1: /manifests must be an array", shown(path / "index.json")));
    return index;
}

const std::string *nameOf(const Json &descriptor)
{
    const auto *annotations = descriptor.find("annotations");
    const auto *name = annotations ? annotations->find(refName) : nullptr;
    return name ? name->asString() : nullptr;
}

Json descriptorWithName(const Json &descriptor, const std::optional<std::string> &name)
{
    auto out = descriptor;
    auto *object = out.asObject();
    JsonObject annotations;
    if (const auto *existing = object->find("annotations"); existing && existing->isObject())
        annotations = *existing->asObject();
    annotations.remove(refName);
    if (name)
        annotations.set(refName, *name);
    if (annotations.empty())
        object->remove("annotations");
    else
        object->set("annotations", std::move(annotations));
    return out;
}

Json newDescriptor(const std::string &bytes, const Digest &digest, std::string_view mediaType)
{
    JsonObject out{
        {"mediaType", mediaType}, {"digest", digest.toString()}, {"size", static_cast<std::int64_t>(bytes.size())}};
    if (const auto document = parseJson(bytes); document && !document->text("artifactType").empty())
        out.set("artifactType", document->text("artifactType"));
    return out;
}

/// Copies `source` into `target` by reference to the same disk blocks; false where the file system cannot.
bool reflink(const std::filesystem::path &source, const FileHandle &target)
{
    const auto handle = openRegularFile(source);
    return handle && ::ioctl(target.fd(), FICLONE, handle->fd()) == 0;
}

void removeLeftovers(const std::filesystem::path &folder)
{
    std::error_code ignored;
    const auto now = std::filesystem::file_time_type::clock::now();
    for (const auto &entry : std::filesystem::directory_iterator(folder, ignored)) {
        const auto name = entry.path().filename().string();
        if (name.substr(0, temporaryPrefix.size()) == temporaryPrefix
            && now - entry.last_write_time(ignored) > leftoverAge)
            std::filesystem::remove(entry.path(), ignored);
    }
}

/// The size of a file that may be a blob; nothing for what is none, a symlink too.
std::optional<ByteCount> sizeOfBlob(const std::filesystem::path &path)
{
    struct ::stat status { };
    if (::lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode))
        return std::nullopt;
    return ByteCount(status.st_size);
}

/// A layer that need not be stored with its manifest, since it says where else it is (image-spec descriptor.md, "urls").
bool isElsewhere(const Descriptor &blob)
{
    const auto *urls = blob.document ? blob.document->find("urls") : nullptr;
    return urls && urls->isArray() && !urls->asArray()->empty();
}

/// Makes a blob as young as one that was stored now, since a manifest is about to name it: the age is all that tells
/// removeUnreferencedBlobs() so. False when it went meanwhile. One that is somebody else's keeps its age; pushManifest()
/// sees whether it stayed.
bool renewBlob(const std::filesystem::path &path)
{
    return ::utimensat(AT_FDCWD, path.c_str(), nullptr, AT_SYMLINK_NOFOLLOW) == 0 || errno != ENOENT;
}

/// The file oci-layout carries the lock: a lock file of our own would be litter in a layout that other tools read.
Result<FileLock> lockLayout(const std::filesystem::path &path, const TaskContext &context)
{
    return FileLock::lock(path / layoutFile, context);
}

} // namespace

ImageLayout::ImageLayout(std::filesystem::path path, std::string refPrefix)
    : m_path(std::move(path)),
      m_refPrefix(std::move(refPrefix))
{
}

Result<std::unique_ptr<ImageLayout>> ImageLayout::open(const std::filesystem::path &path, std::string refPrefix)
{
    auto text = readSmallFile(path / layoutFile, 4_KiB);
    if (!text && text.error().code() == ErrorCode::NotFound)
        return Error(ErrorCode::NotFound, Message::of("no OCI image layout at %1", shown(path)),
                     "Its folder must hold the file oci-layout.");
    if (!text)
        return std::move(text).error();
    const auto document = parseJson(*text);
    if (!document || document->text("imageLayoutVersion") != "1.0.0")
        return Error(ErrorCode::InvalidInput,
                     Message::of("%1 does not say imageLayoutVersion 1.0.0", shown(path / layoutFile)));
    return std::unique_ptr<ImageLayout>(new ImageLayout(path, std::move(refPrefix)));
}

Result<std::unique_ptr<ImageLayout>> ImageLayout::openOrCreate(const std::filesystem::path &path, std::string refPrefix)
{
    std::error_code ignored;
    if (!std::filesystem::exists(path / layoutFile, ignored)) {
        if (std::filesystem::is_directory(path, ignored) && !std::filesystem::is_empty(path, ignored)
            && !std::filesystem::exists(path / "blobs", ignored))
            return Error(ErrorCode::Conflict, Message::of("%1 holds other files and is no image layout", shown(path)),
                         "Choose an empty or new folder.");
        RETURN_IF_ERROR(makeFolders(path / "blobs" / "sha256"));
        if (!std::filesystem::exists(path / "index.json", ignored))
            RETURN_IF_ERROR(writeFileAtomically(path / "index.json", emptyIndex));
        // Last, since it is what makes the folder a layout.
        RETURN_IF_ERROR(writeFileAtomically(path / layoutFile, layoutText));
    }
    ASSIGN_OR_RETURN(auto layout, open(path, std::move(refPrefix)));
    RETURN_IF_ERROR(makeFolders(path / "blobs" / "sha256"));
    removeLeftovers(path / "blobs" / "sha256");
    removeLeftovers(path);
    return layout;
}

std::string ImageLayout::description() const
{
    return m_refPrefix.empty() ? "oci:" + m_path.string() : "store:" + m_refPrefix.substr(0, m_refPrefix.size() - 1);
}

std::filesystem::path ImageLayout::blobPath(const Digest &digest) const
{
    return m_path / "blobs" / digest.algorithmName() / digest.hex();
}

Result<std::vector<std::string>> ImageLayout::listReferenceNames() const
{
    ASSIGN_OR_RETURN(const auto index, readIndex(m_path));
    std::vector<std::string> names;
    for (const auto &descriptor : *index.find("manifests")->asArray()) {
        if (const auto *name = nameOf(descriptor))
            names.push_back(*name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

Result<std::optional<Digest>> ImageLayout::resolveTag(const TagName &tag, const TaskContext &)
{
    ASSIGN_OR_RETURN(const auto index, readIndex(m_path));
    for (const auto &descriptor : *index.find("manifests")->asArray()) {
        const auto *name = nameOf(descriptor);
        if (!name || *name != m_refPrefix + tag.toString())
            continue;
        ASSIGN_OR_RETURN(auto digest, Digest::parse(descriptor.text("digest")));
        return std::optional(std::move(digest));
    }
    return std::optional<Digest>();
}

Result<StoredManifest> ImageLayout::fetchManifest(const std::string &tagOrDigest, const TaskContext &context)
{
    ASSIGN_OR_RETURN(const auto index, readIndex(m_path));
    auto digest = Digest::parse(tagOrDigest);
    if (!digest) {
        ASSIGN_OR_RETURN(const auto tag, TagName::parse(tagOrDigest));
        ASSIGN_OR_RETURN(const auto resolved, resolveTag(tag, context));
        if (!resolved)
            return Error(ErrorCode::NotFound, Message::of("no tag %1 in %2", tagOrDigest, description()));
        digest = *resolved;
    }
    std::string mediaType;
    for (const auto &descriptor : *index.find("manifests")->asArray()) {
        if (descriptor.text("digest") == digest->toString())
            mediaType = descriptor.text("mediaType");
    }
    const Descriptor descriptor{MediaType::parse(mediatypes::imageManifest).value(), *digest, {}};
    ASSIGN_OR_RETURN(auto bytes, readContent(*blob(descriptor), maxManifestSize, context));
    Hasher hasher(digest->algorithm());
    hasher.update(bytes);
    if (hasher.finish() != *digest)
        return Error(ErrorCode::DigestMismatch,
                     Message::of("the manifest %1 in %2 is damaged", digest->toString(), description()));
    if (mediaType.empty()) {
        const auto kind = documentKind(bytes);
        mediaType = kind == DocumentKind::Index ? mediatypes::imageIndex : mediatypes::imageManifest;
        if (const auto document = parseJson(bytes); document && !document->text("mediaType").empty())
            mediaType = document->text("mediaType");
    }
    return StoredManifest{std::move(bytes), std::move(*digest), std::move(mediaType)};
}

ContentPtr ImageLayout::blob(const Descriptor &descriptor)
{
    const auto path = blobPath(descriptor.digest);
    // A blob is a file of the layout itself; a symlink could lead anywhere.
    std::error_code ignored;
    if (std::filesystem::is_symlink(path, ignored))
        return std::make_shared<MissingBlob>(descriptor.digest,
                                             Error(ErrorCode::UnsafePath, Message::of("%1 is a symlink", shown(path))));
    auto content = openBlobFileContent(path);
    if (content)
        return std::move(*content);
    if (content.error().code() == ErrorCode::NotFound)
        return std::make_shared<MissingBlob>(
            descriptor.digest,
            Error(ErrorCode::NotFound,
                  Message::of("blob %1 is not in %2", descriptor.digest.toString(), description())));
    return std::make_shared<MissingBlob>(descriptor.digest, std::move(content).error());
}

Result<BlobProbe> ImageLayout::probe(const Descriptor &descriptor, const TaskContext &)
{
    const bool there = sizeOfBlob(blobPath(descriptor.digest)) == descriptor.size;
    return BlobProbe{there ? BlobProbe::State::Exists : BlobProbe::State::Absent};
}

namespace {

/// Writes content into a new blob file; returns digest and size of what was written.
Result<Descriptor> fillBlob(const BlobToPush &blob, AtomicFile &file, ProgressBoard::Item &item,
                            const TaskContext &context)
{
    const auto known = blob.content->digest();
    const auto size = blob.content->size();
    if (size)
        RETURN_IF_ERROR(file.reserve(*size));
    Hasher hasher(known ? known->algorithm() : DigestAlgorithm::Sha256);
    const auto local = blob.content->localPath();
    const bool cloned = local && size && reflink(*local, file.handle());

    class Sink final : public ByteSink {
    public:
        Sink(AtomicFile *target, Hasher &into) : m_file(target), m_hasher(into) { }
        Result<void> write(std::span<const std::byte> bytes) override
        {
            m_hasher.update(bytes);
            return m_file ? m_file->write(bytes) : Result<void>();
        }

    private:
        AtomicFile *m_file;
        Hasher &m_hasher;
    } sink(cloned ? nullptr : &file, hasher);

    ASSIGN_OR_RETURN(const auto source, blob.content->open({}, std::nullopt, context));
    ASSIGN_OR_RETURN(const auto moved, copyAll(*source, sink, context, [&](ByteCount bytes) { item.advance(bytes); }));
    if (size && moved != *size)
        return Error(ErrorCode::SizeMismatch,
                     Message::of("it has %1 bytes, expected %2", moved.value(), size->value()));
    auto digest = hasher.finish();
    if (known && digest != *known)
        return Error(ErrorCode::DigestMismatch,
                     Message::of("it has digest %1, expected %2", digest.toString(), known->toString()));
    return Descriptor{blob.mediaType, std::move(digest), moved};
}

} // namespace

Result<Descriptor> ImageLayout::pushBlob(const BlobToPush &blob, ProgressBoard::Item item, const TaskContext &context)
{
    item.setActive();
    if (const auto known = blob.content->digest()) {
        const auto size = blob.content->size();
        const auto path = blobPath(*known);
        if (const auto there = sizeOfBlob(path); there && (!size || *size == *there) && renewBlob(path)) {
            item.finish(ItemState::Skipped);
            return Descriptor{blob.mediaType, *known, *there};
        }
        RETURN_IF_ERROR(makeFolders(path.parent_path()));
    }
    // The name is known only at the end; any temporary in the blob folder can be renamed to it.
    const auto folder =
        m_path / "blobs" / (blob.content->digest() ? blob.content->digest()->algorithmName() : "sha256");
    ASSIGN_OR_RETURN(auto file, AtomicFile::create(folder / "blob", 0644));
    ASSIGN_OR_RETURN(auto descriptor,
                     fillBlob(blob, file, item, context).withContext("storing " + escapeForDisplay(blob.name)));
    // Of what was cloned, nothing was written since: it may have been read for hours.
    ::futimens(file.handle().fd(), nullptr);
    RETURN_IF_ERROR(file.commitAs(blobPath(descriptor.digest)));
    item.setTotal(descriptor.size);
    item.finish();
    return descriptor;
}

Result<void> ImageLayout::refuseMissingBlobs(const std::string &bytes, std::string_view mediaType) const
{
    if (documentKind(bytes, mediaType) != DocumentKind::Manifest)
        return {};
    const auto manifest = parseImageManifest(bytes);
    if (!manifest)
        return {};
    std::size_t broken = 0;
    const Descriptor *first = nullptr;
    const auto look = [&](const Descriptor &blob) {
        if (sizeOfBlob(blobPath(blob.digest)) == blob.size || isElsewhere(blob))
            return;
        first = first ? first : &blob;
        ++broken;
    };
    look(manifest->config);
    std::for_each(manifest->layers.begin(), manifest->layers.end(), look);
    if (!first)
        return {};
    const auto digest = first->digest.toString();
    const auto there = sizeOfBlob(blobPath(first->digest));
    auto what = there ? Message::of("blob %1 in %2 has %3 bytes, the manifest says %4", digest, description(),
                                    there->value(), first->size.value())
                      : Message::of("blob %1 of the manifest is not in %2", digest, description());
    if (broken > 1)
        what = Message::of("%1; %2 more are missing or incomplete", what, broken - 1);
    return Error(ErrorCode::Conflict, std::move(what),
                 "It may have been deleted when unused space was freed or a tag removed while this was sent. Nothing "
                 "was tagged. Publish or copy it again: only what is missing is sent.");
}

Result<Digest> ImageLayout::pushManifest(const std::string &bytes, std::string_view mediaType,
                                         const std::optional<TagName> &tag, const TaskContext &context)
{
    const auto digest = Digest::sha256Of(bytes);
    ASSIGN_OR_RETURN(const auto lock, lockLayout(m_path, context));
    ASSIGN_OR_RETURN(auto index, readIndex(m_path));
    auto &manifests = *index.asObject()->find("manifests")->asArray();

    const auto isSame = [&](const Json &descriptor) { return descriptor.text("digest") == digest.toString(); };
    const auto existing = std::find_if(manifests.begin(), manifests.end(), isSame);
    // What the index names keeps its blobs; those that a layout of others never had are no reason to refuse a tag.
    if (existing == manifests.end())
        RETURN_IF_ERROR(refuseMissingBlobs(bytes, mediaType));
    RETURN_IF_ERROR(writeFileAtomically(blobPath(digest), bytes));
    const auto base = existing != manifests.end() ? descriptorWithName(*existing, std::nullopt)
                                                  : newDescriptor(bytes, digest, mediaType);
    if (!tag) {
        if (existing != manifests.end())
            return digest;
        manifests.push_back(base);
    } else {
        const auto name = m_refPrefix + tag->toString();
        for (const auto &descriptor : manifests) {
            const auto *current = nameOf(descriptor);
            if (current && *current == name && isSame(descriptor))
                return digest;
        }
        // The name moves; what had it stays in blobs until unused space is freed.
        std::erase_if(manifests, [&](const Json &descriptor) {
            const auto *current = nameOf(descriptor);
            return (current && *current == name) || (!current && isSame(descriptor));
        });
        manifests.push_back(descriptorWithName(base, name));
    }
    RETURN_IF_ERROR(writeFileAtomically(m_path / "index.json", dumpJson(index)));
    return digest;
}

Result<std::vector<TagName>> ImageLayout::listTags(const TaskContext &)
{
    ASSIGN_OR_RETURN(const auto names, listReferenceNames());
    std::vector<TagName> tags;
    for (const auto &name : names) {
        if (name.substr(0, m_refPrefix.size()) != m_refPrefix)
            continue;
        // Layouts may hold names that are no tags; they cannot be asked for here.
        if (auto tag = TagName::parse(std::string_view(name).substr(m_refPrefix.size())))
            tags.push_back(std::move(*tag));
    }
    return tags;
}

Result<void> ImageLayout::removeTag(const TagName &tag, const std::optional<Digest> &seen, bool,
                                    const TaskContext &context)
{
    ASSIGN_OR_RETURN(const auto lock, lockLayout(m_path, context));
    ASSIGN_OR_RETURN(const auto now, resolveTag(tag, context));
    RETURN_IF_ERROR(removableDigest(*this, tag, now, seen));
    ASSIGN_OR_RETURN(auto index, readIndex(m_path));
    auto &manifests = *index.asObject()->find("manifests")->asArray();
    const auto name = m_refPrefix + tag.toString();
    std::erase_if(manifests, [&](const Json &descriptor) {
        const auto *current = nameOf(descriptor);
        return current && *current == name;
    });
    return writeFileAtomically(m_path / "index.json", dumpJson(index));
}

namespace {

/// Digests that a manifest and what it refers to need.
Result<void> markReachable(ImageLayout &layout, const Digest &digest, std::set<Digest> &reachable,
                           const TaskContext &context, int depth = 0)
{
    if (depth > 8 || !reachable.insert(digest).second)
        return {};
    const auto stored = layout.fetchManifest(digest.toString(), context);
    // What is damaged or missing reaches nothing, and must not stop freeing the rest.
    if (!stored)
        return stored.error().isStop() ? Result<void>(stored.error()) : Result<void>();
    if (documentKind(stored->bytes, stored->mediaType) == DocumentKind::Index) {
        const auto index = parseImageIndex(stored->bytes, stored->mediaType);
        for (const auto &child : index ? index->manifests : std::vector<Descriptor>())
            RETURN_IF_ERROR(markReachable(layout, child.digest, reachable, context, depth + 1));
    } else if (const auto manifest = parseImageManifest(stored->bytes, stored->mediaType)) {
        reachable.insert(manifest->config.digest);
        for (const auto &layer : manifest->layers)
            reachable.insert(layer.digest);
        if (manifest->subject)
            RETURN_IF_ERROR(markReachable(layout, manifest->subject->digest, reachable, context, depth + 1));
    }
    return {};
}

} // namespace

Result<ByteCount> ImageLayout::removeUnreferencedBlobs(std::chrono::seconds grace, const TaskContext &context)
{
    ASSIGN_OR_RETURN(const auto lock, lockLayout(m_path, context));
    ASSIGN_OR_RETURN(const auto index, readIndex(m_path));
    std::set<Digest> reachable;
    for (const auto &descriptor : *index.find("manifests")->asArray()) {
        ASSIGN_OR_RETURN(const auto digest, Digest::parse(descriptor.text("digest")));
        RETURN_IF_ERROR(markReachable(*this, digest, reachable, context));
    }
    ByteCount freed;
    std::error_code ignored;
    const auto now = std::filesystem::file_time_type::clock::now();
    for (const std::string_view algorithm : {"sha256", "sha512"}) {
        for (const auto &entry : std::filesystem::directory_iterator(m_path / "blobs" / algorithm, ignored)) {
            RETURN_IF_ERROR(context.check());
            const auto digest = Digest::parse(cat(algorithm, ':', entry.path().filename().string()));
            if (!digest || reachable.contains(*digest) || now - entry.last_write_time(ignored) < grace)
                continue;
            const ByteCount size(static_cast<std::int64_t>(entry.file_size(ignored)));
            if (std::filesystem::remove(entry.path(), ignored))
                freed += size;
        }
    }
    return freed;
}

} // namespace modelcrate
