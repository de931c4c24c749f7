// SPDX-License-Identifier: Apache-2.0
#include "operations/publish.h"

#include "base/parallel.h"
#include "base/text.h"
#include "modelpack/publishedpackage.h"
#include "operations/edit.h"
#include "registry/blobupload.h"

#include <algorithm>
#include <array>
#include <map>

namespace modelcrate {

namespace {

Error matchesNothing(std::string_view option, std::string_view glob)
{
    return Error(ErrorCode::InvalidInput, Message::of("%1 %2 matches no file", option, glob),
                 "Globs match whole paths: `*` within a folder, `**` across folders.");
}

Result<void> setFields(Package &package, const PackageEdits &edits)
{
    for (const auto &[path, text] : edits.set)
        RETURN_IF_ERROR(package.config.setFromText(path, text));
    for (const auto &[key, value] : edits.annotations)
        setAnnotation(package.annotations, key, value);
    return {};
}

Result<void> changeEntries(Package &package, const PackageEdits &edits)
{
    for (const auto &override : edits.layers) {
        if (applyLayerOverride(package, override) == 0)
            return matchesNothing("--layer", override.glob);
    }
    for (const auto &glob : edits.exclude) {
        if (applyExclude(package, glob) == 0)
            return matchesNothing("--exclude", glob);
    }
    for (const auto &glob : edits.bundle) {
        if (applyBundle(package, glob) == 0)
            return matchesNothing("--bundle", glob);
    }
    return {};
}

/// Files are left out before a folder is asked what the model is: they say nothing of it.
Result<Package> readPackage(const Location &source, const PackageEdits &edits, const TaskContext &context)
{
    if (const auto *folder = std::get_if<FolderLocation>(&source)) {
        ASSIGN_OR_RETURN(const auto classified, classifyFolder(folder->path, edits.options, context));
        auto package = makeEntries(classified);
        RETURN_IF_ERROR(changeEntries(package, edits));
        RETURN_IF_ERROR(fillMetadata(package, classified, context));
        return package;
    }
    if (const auto *file = std::get_if<PackageLocation>(&source)) {
        ASSIGN_OR_RETURN(auto package, loadPackage(file->path));
        RETURN_IF_ERROR(changeEntries(package, edits));
        return package;
    }
    return Error(ErrorCode::Usage,
                 Message::of("%1 is an artifact, not a folder or *.modelcrate.json", toString(source)),
                 "To move an artifact use `copy`.");
}

BlobAction actionFor(const BlobProbe &probe)
{
    switch (probe.state) {
    case BlobProbe::State::Exists: return {BlobAction::Kind::Exists, {}};
    case BlobProbe::State::Mountable: return {BlobAction::Kind::Mount, {}, probe.mountFrom};
    case BlobProbe::State::Resumable: return {BlobAction::Kind::Resume, probe.offset};
    case BlobProbe::State::Absent: return {BlobAction::Kind::Upload, {}};
    case BlobProbe::State::Unknown: break;
    }
    return {};
}

/// A transfer sends equal bytes once, whatever their layers are called.
void markEqualLayers(PublishPlan &plan)
{
    const auto &layers = plan.artifact.layers;
    std::map<Digest, std::size_t> firstWith;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (!layers[i].digest)
            continue;
        const auto first = firstWith.emplace(*layers[i].digest, i).first->second;
        if (first != i)
            plan.actions[i] = {BlobAction::Kind::Same, {}, {}, first};
    }
}

/// Not every registry lists its tags to everybody; then the next number is likely to be free.
std::vector<TagName> tagsOf(ContentStore &store, const TaskContext &context)
{
    auto tags = store.listTags(context);
    return tags ? std::move(*tags) : std::vector<TagName>();
}

/// What is absent, but lies in another repository of the registry. That one may be closed to us, which only means to
/// send.
BlobAction actionWithMount(const Descriptor &blob, ContentStore &other, const RepositoryName &name,
                           const TaskContext &context)
{
    const auto probe = other.probe(blob, context);
    if (probe && probe->state == BlobProbe::State::Exists)
        return {BlobAction::Kind::Mount, {}, name};
    return {BlobAction::Kind::Upload, {}, {}};
}

/// Null when there is none to look in.
std::unique_ptr<ContentStore> openMountSource(const Location &target, const std::optional<RepositoryName> &mountFrom,
                                              Session &session)
{
    const auto *reference = std::get_if<Reference>(&target);
    if (!reference || !mountFrom || *mountFrom == reference->repository)
        return nullptr;
    auto other = *reference;
    other.repository = *mountFrom;
    auto store = session.openStore(other, false);
    return store ? std::move(*store) : nullptr;
}

Result<void> askTarget(PublishPlan &plan, ContentStore &store, const Location &target, ContentStore *mountSource,
                       const std::optional<RepositoryName> &mountFrom, const TaskContext &context)
{
    const auto &layers = plan.artifact.layers;
    constexpr std::size_t questionsAtOnce = 8;
    RETURN_IF_ERROR(parallelFor(layers.size(), questionsAtOnce, context,
                                [&](std::size_t index, const TaskContext &inner) -> Result<void> {
                                    const auto &layer = layers[index];
                                    if (!layer.digest || !layer.size
                                        || plan.actions[index].kind == BlobAction::Kind::Same)
                                        return {};
                                    const Descriptor descriptor{layer.mediaType(), *layer.digest, *layer.size};
                                    ASSIGN_OR_RETURN(const auto probe, store.probe(descriptor, inner));
                                    plan.actions[index] = probe.state == BlobProbe::State::Absent && mountSource
                                        ? actionWithMount(descriptor, *mountSource, *mountFrom, inner)
                                        : actionFor(probe);
                                    return {};
                                }));
    if (const auto tag = tagOf(target)) {
        ASSIGN_OR_RETURN(plan.replaces, store.resolveTag(*tag, context));
        if (plan.replaces)
            plan.freeTag = nextFreeTag(*tag, tagsOf(store, context));
    }
    return {};
}

ByteCount bytesToSend(const PublishPlan &plan)
{
    ByteCount bytes;
    for (std::size_t i = 0; i < plan.actions.size(); ++i) {
        const auto size = plan.artifact.layers[i].size.value_or(ByteCount());
        const auto kind = plan.actions[i].kind;
        if (kind == BlobAction::Kind::Upload || kind == BlobAction::Kind::Unknown)
            bytes += size;
        else if (kind == BlobAction::Kind::Resume)
            bytes += size - plan.actions[i].offset;
    }
    return bytes;
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// A decimal number counted up as text: "9" to "10", "09" to "10", of any length.
std::string countedUp(std::string digits)
{
    for (auto i = digits.size(); i-- > 0;) {
        if (digits[i] != '9') {
            ++digits[i];
            return digits;
        }
        digits[i] = '0';
    }
    return "1" + digits;
}

std::string nextTag(const std::string &tag)
{
    auto end = tag.size();
    while (end > 0 && !isDigit(tag[end - 1]))
        --end;
    if (end == 0)
        return tag + "-2";
    auto begin = end;
    while (begin > 0 && isDigit(tag[begin - 1]))
        --begin;
    return cat(tag.substr(0, begin), countedUp(tag.substr(begin, end - begin)), tag.substr(end));
}

/// `allowed` characters stay; runs of others become one '-', none at the ends.
template<typename Allowed>
std::string simplified(std::string_view text, const Allowed &allowed)
{
    std::string out;
    for (const char c : text) {
        if (allowed(c))
            out += c;
        else if (!out.empty() && out.back() != '-')
            out += '-';
    }
    while (!out.empty() && out.back() == '-')
        out.pop_back();
    return out;
}

bool isLetterOrDigit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c); }

/// What readers take for the file's path; a user may have given the layer another one.
const std::string &shownPath(const PlannedLayer &layer)
{
    const auto *path = findAnnotation(layer.annotations, modelpack::filepath);
    return path ? *path : layer.path;
}

/// What Harbor's model page looks for.
struct ShownDocument {
    std::string_view id;
    std::string_view stem; ///< upper case
    std::array<std::string_view, 2> names; ///< exact, at the top of the folder
};
constexpr ByteCount maxShownDocument = 4_MiB;

std::optional<Finding> checkShown(const ShownDocument &document, const ArtifactPlan &plan)
{
    const PlannedLayer *named = nullptr; // has the right name
    const PlannedLayer *similar = nullptr; // would do under another name
    for (const auto &layer : plan.layers) {
        const auto &path = shownPath(layer);
        if (layer.kind != LayerKind::Doc || path.find('/') != std::string::npos)
            continue;
        if (std::find(document.names.begin(), document.names.end(), path) != document.names.end())
            named = &layer;
        else if (toLowerAscii(path).rfind(toLowerAscii(document.stem), 0) == 0 && !similar)
            similar = &layer;
    }
    if (!named && !similar)
        return std::nullopt;
    const auto &layer = named ? *named : *similar;
    Finding finding{std::string(document.id), Severity::Warning, layer.path, {}, {{"file", layer.path}}};
    if (!named) {
        finding.data["rename"] = document.names[0];
        finding.message = Message::of("Harbor shows it only when it is called %1 or %2, not %3", document.names[0],
                                      document.names[1], layer.path);
    } else if (layer.encoding == LayerEncoding::TarGzip || layer.encoding == LayerEncoding::TarZstd) {
        finding.data["encoding"] = toString(layer.encoding);
        finding.message = Message::of("Harbor does not show it from a compressed layer (%1)", toString(layer.encoding));
    } else if (layer.size.value_or(ByteCount()) > maxShownDocument) {
        finding.message = Message::of("Harbor does not show a document of more than 4 MiB");
    } else {
        return std::nullopt;
    }
    return finding;
}

} // namespace

std::string_view toString(BlobAction::Kind kind)
{
    switch (kind) {
    case BlobAction::Kind::Upload: return "upload";
    case BlobAction::Kind::Exists: return "exists";
    case BlobAction::Kind::Mount: return "mount";
    case BlobAction::Kind::Resume: return "resume";
    case BlobAction::Kind::Unknown: return "unknown";
    case BlobAction::Kind::Same: return "same";
    }
    return "unknown";
}

Result<Package> openPackage(const Location &source, const PackageEdits &edits, const TaskContext &context)
{
    ASSIGN_OR_RETURN(auto package, readPackage(source, edits, context));
    RETURN_IF_ERROR(setFields(package, edits));
    package.keepTimes = package.keepTimes || edits.keepTimes;
    package.ociAnnotations = package.ociAnnotations && !edits.noOciAnnotations;
    return package;
}

Result<PublishPlan> planPublish(const Package &package, const std::optional<Location> &target, Session &session,
                                const TaskContext &context, const std::optional<RepositoryName> &mountFrom)
{
    if (package.published && !mountFrom) {
        // Its own repository has all of it.
        const auto source = parseLocation(package.published->source);
        const auto repository = target && source ? mountRepository(*source, *target) : std::nullopt;
        if (repository)
            return planPublish(package, target, session, context, repository);
    }
    PublishPlan plan;
    ASSIGN_OR_RETURN(plan.artifact, makePlan(package, session.hashCache(), context));
    plan.actions.resize(plan.artifact.layers.size());
    markEqualLayers(plan);
    if (target) {
        auto store = session.openStore(*target, false);
        if (store) {
            const auto mountSource = openMountSource(*target, mountFrom, session);
            RETURN_IF_ERROR(askTarget(plan, **store, *target, mountSource.get(), mountFrom, context));
        } else if (store.error().code() == ErrorCode::NotFound) {
            // A layout or store that does not exist yet has nothing.
            for (auto &action : plan.actions)
                action = action.kind == BlobAction::Kind::Same ? action : BlobAction{BlobAction::Kind::Upload, {}};
        } else {
            return std::move(store).error();
        }
    }
    plan.toSend = bytesToSend(plan);
    const auto documents = plan.artifact.preview();
    plan.configSize = ByteCount(static_cast<std::int64_t>(documents.config.size()));
    plan.manifestSize = ByteCount(static_cast<std::int64_t>(documents.manifest.size()));
    plan.isPublished =
        plan.replaces && plan.artifact.isExact() && *plan.replaces == Digest::sha256Of(documents.manifest);
    return plan;
}

TagName nextFreeTag(const TagName &tag, const std::vector<TagName> &taken)
{
    auto text = tag.toString();
    // Each step gives another text, so at most as many are taken as there are tags.
    for (std::size_t i = 0; i <= taken.size(); ++i) {
        text = nextTag(text);
        const auto next = TagName::parse(text);
        if (!next)
            break; // too long by now
        if (std::find(taken.begin(), taken.end(), *next) == taken.end())
            return *next;
    }
    return TagName::parse("v1").value();
}

RepositoryName suggestRepositoryName(std::string_view modelName)
{
    auto name = simplified(toLowerAscii(modelName), [](char c) { return isLetterOrDigit(c) || c == '.' || c == '_'; });
    // A separator may stand once only, and never at an end or beside another one.
    std::string out;
    for (const char c : name) {
        const bool separator = !isLetterOrDigit(c);
        if (!separator || (!out.empty() && isLetterOrDigit(out.back())))
            out += c;
    }
    while (!out.empty() && !isLetterOrDigit(out.back()))
        out.pop_back();
    const auto parsed = RepositoryName::parse(out);
    return parsed ? *parsed : RepositoryName::parse("model").value();
}

TagName suggestTag(std::string_view version)
{
    auto text = simplified(trim(version), [](char c) { return isLetterOrDigit(c) || c == '.' || c == '_'; });
    if (!text.empty() && isDigit(text.front()))
        text.insert(text.begin(), 'v');
    const auto parsed = TagName::parse(text);
    return parsed ? *parsed : TagName::parse("v1").value();
}

Findings checkWhatRegistriesShow(const ArtifactPlan &plan)
{
    constexpr std::array documents{ShownDocument{"SHOW001", "README", {"README.md", "README"}},
                                   ShownDocument{"SHOW002", "LICENSE", {"LICENSE", "LICENSE.txt"}}};
    Findings findings;
    for (const auto &document : documents) {
        if (auto finding = checkShown(document, plan))
            findings.push_back(std::move(*finding));
    }
    return findings;
}

Result<void> abandonPublish(const Package &package, const Location &target, Session &session,
                            const TaskContext &context)
{
    const auto *reference = std::get_if<Reference>(&target);
    if (!reference || package.published) // of an edit, small files only are sent, in one piece
        return {};
    ASSIGN_OR_RETURN(const auto plan, makePlan(package, session.hashCache(), context));
    ASSIGN_OR_RETURN(const auto client, session.registry(reference->registry));
    std::vector<ContentPtr> contents;
    for (const auto &layer : plan.layers)
        contents.push_back(layer.content);
    abandonUploads(*client, reference->repository, contents, context);
    return {};
}

namespace {

/// Nobody looked at the target: in place it must still be what was edited, elsewhere it is as with any package.
Result<PublishResult> publishUnseenEdit(const Package &package, const Location &target, const TransferOptions &options,
                                        Session &session, const TaskContext &context)
{
    if (isInPlace(package, target))
        return publishEdit(package, target, package.published->artifact.manifest.digest, options, session, context);
    ASSIGN_OR_RETURN(const auto plan, planEdit(package, target, session, context));
    return publishEdit(package, target, plan.replaces, options, session, context);
}

} // namespace

Result<PublishResult> publish(const Package &package, const Location &target, const TransferOptions &options,
                              Session &session, const TaskContext &context, const std::optional<SeenTag> &seen)
{
    if (package.published)
        return publishUnseenEdit(package, target, options, session, context);
    ASSIGN_OR_RETURN(const auto plan, makePlan(package, session.hashCache(), context));
    ASSIGN_OR_RETURN(auto request, makeTransfer(plan, session.hashCache()));
    ASSIGN_OR_RETURN(const auto store, session.openStore(target, true));
    if (const auto tag = tagOf(target))
        request.tags.push_back(*tag);
    for (auto &leaf : request.leaves)
        leaf.mountFrom = options.mountFrom;
    request.options = options;
    if (seen) {
        const auto own = plan.isExact() ? std::optional(Digest::sha256Of(plan.preview().manifest)) : std::nullopt;
        RETURN_IF_ERROR(refuseMovedTag(*store, target, *seen, own, context));
        request.beforeRoot = [&](const Digest &root, const TaskContext &inner) {
            return refuseMovedTag(*store, target, *seen, root, inner);
        };
    }
    ASSIGN_OR_RETURN(const auto transferred, transfer(request, *store, context));

    PublishResult result{transferred.root,          transferred.rootSize, {},
                         transferred.leaves.size(), toString(target),     transferred.counts};
    for (const auto &leaf : transferred.leaves)
        result.totalSize += leaf.size;
    return result;
}

} // namespace modelcrate
