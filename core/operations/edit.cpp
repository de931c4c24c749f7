// SPDX-License-Identifier: Apache-2.0
#include "operations/edit.h"

#include "base/text.h"
#include "modelpack/publishedpackage.h"
#include "modelpack/validate.h"
#include "operations/seentag.h"

#include <algorithm>

namespace modelcrate {

namespace {

/// What is edited now: the tag is looked up once, and everything else is read by digest.
Result<Digest> resolve(ContentStore &store, const Location &source, const TaskContext &context)
{
    if (const auto digest = digestOf(source))
        return *digest;
    const auto tag = tagOf(source);
    if (!tag)
        return Error(ErrorCode::Usage, Message::of("%1 names no tag and no digest", toString(source)),
                     "Add :TAG; `list` shows which there are.");
    ASSIGN_OR_RETURN(const auto digest, store.resolveTag(*tag, context));
    if (!digest)
        return Error(ErrorCode::NotFound, Message::of("%1 does not exist", toString(source)),
                     "`list` shows which tags there are.");
    return *digest;
}

Result<Location> targetOf(const Location &source, const std::optional<Location> &target)
{
    if (target && isPackageSource(*target))
        return Error(ErrorCode::Usage, Message::of("%1 is no registry, layout or store", toString(*target)));
    if (target && !tagOf(*target))
        return Error(ErrorCode::Usage, Message::of("%1 names no tag", toString(*target)), "Add :TAG.");
    if (target)
        return *target;
    if (digestOf(source))
        return Error(ErrorCode::Usage,
                     Message::of("%1 is a digest, which always stands for the same bytes", toString(source)),
                     "Name the tag that is to have the result with --to.");
    return source;
}

/// Digests of the new files, from the hash cache where it knows them.
Result<ContentPtr> openHashed(const std::filesystem::path &file, Session &session, const TaskContext &context)
{
    ASSIGN_OR_RETURN(const auto identity, identityOf(file));
    auto *cache = session.hashCache();
    auto digest = cache ? cache->find(identity) : std::nullopt;
    const auto content = makeFileContent(file, identity, digest);
    if (!digest) {
        const auto startedAt = std::chrono::system_clock::now();
        ASSIGN_OR_RETURN(digest, hashContent(*content, context));
        if (cache)
            cache->store(identity, *digest, startedAt);
    }
    return withKnownDigest(content, *digest);
}

Result<void> addNewFiles(EditPlan &plan, ReplacedLayers &replaced, const std::vector<ArtifactEdits::File> &files,
                         Session &session, const TaskContext &context)
{
    for (const auto &[path, file, text] : files) {
        ASSIGN_OR_RETURN(const auto index, findRawLayer(plan.artifact, path));
        ContentPtr content;
        if (text) {
            content = withKnownDigest(makeMemoryContent(*text), Digest::sha256Of(*text));
        } else {
            ASSIGN_OR_RETURN(content, openHashed(file, session, context));
        }
        if (replaced.count(index))
            return Error(ErrorCode::Usage, Message::of("%1 is replaced twice", escapeForDisplay(path)));
        auto descriptor = plan.artifact.layers[index].descriptor;
        descriptor.digest = *content->digest();
        descriptor.size = *content->size();
        replaced.emplace(index, std::move(descriptor));
        plan.newLayers.emplace_back(index, std::move(content));
    }
    return {};
}

Findings newFindings(const std::string &configBefore, const std::string &configAfter)
{
    const auto before = validateConfig(configBefore);
    auto after = validateConfig(configAfter);
    std::erase_if(after, [&](const Finding &finding) {
        return std::find(before.begin(), before.end(), finding) != before.end();
    });
    return after;
}

Result<std::optional<Digest>> currentDigest(const Location &target, Session &session, const TaskContext &context)
{
    auto store = session.openStore(target, false);
    if (!store && store.error().code() == ErrorCode::NotFound)
        return std::optional<Digest>();
    if (!store)
        return std::move(store).error();
    return (*store)->resolveTag(*tagOf(target), context);
}

std::vector<BlobToPush> leavesOf(const EditPlan &plan, ContentStore &source)
{
    const auto mountFrom = mountRepository(plan.source, plan.target);
    std::vector<BlobToPush> leaves;
    for (const auto &layer : plan.artifact.layers) {
        const auto &descriptor = layer.descriptor;
        leaves.push_back({layer.path.empty() ? descriptor.digest.shortHex() : layer.path,
                          withKnownDigest(source.blob(descriptor), descriptor.digest), descriptor.mediaType,
                          mountFrom});
    }
    for (const auto &[index, content] : plan.newLayers) {
        leaves[index].content = content;
        leaves[index].mountFrom.reset(); // nobody has it yet
    }
    return leaves;
}

/// A source that can be edited, as it is now.
struct Opened {
    std::unique_ptr<ContentStore> store;
    ModelArtifact artifact;
    bool isOfIndex = false; ///< the tag stands for an index with this one artifact
};

Result<Opened> openSource(const Location &source, Session &session, const TaskContext &context)
{
    if (isPackageSource(source))
        return Error(ErrorCode::Usage, Message::of("%1 is not a published artifact", toString(source)),
                     "Packages are edited by plan, build and push.");
    ASSIGN_OR_RETURN(auto store, session.openStore(source, false));
    ASSIGN_OR_RETURN(const auto digest, resolve(*store, source, context));
    ASSIGN_OR_RETURN(auto artifact, openArtifact(*store, digest.toString(), context));
    if (!artifact.config.document().isObject() || hasErrors(artifact.findings))
        return Error(ErrorCode::InvalidInput, Message::of("the model config of %1 cannot be read", toString(source)),
                     "`validate` says what is wrong with it.");
    const bool isOfIndex = artifact.manifest.digest != digest;
    return Opened{std::move(store), std::move(artifact), isOfIndex};
}

ArtifactEdits editsOf(const Package &package)
{
    ArtifactEdits edits{documentEdits(package), {}};
    for (const auto &[path, by] : package.replaced)
        edits.files.push_back({path, by.file, by.text});
    return edits;
}

} // namespace

Result<EditPlan> planEdit(const Location &source, const ArtifactEdits &edits, const std::optional<Location> &target,
                          Session &session, const TaskContext &context)
{
    ASSIGN_OR_RETURN(auto opened, openSource(source, session, context));
    if (opened.isOfIndex)
        return Error(ErrorCode::Unsupported, Message::of("%1 is an index", toString(source)),
                     cat("Edit its manifest by digest, ", opened.artifact.manifest.digest.toString(), ", with --to."));
    ASSIGN_OR_RETURN(auto goal, targetOf(source, target));
    const auto digest = opened.artifact.manifest.digest;
    EditPlan plan{withDigest(source, digest), std::move(goal), std::move(opened.artifact), {}, {}, {}, {}, {}};
    ASSIGN_OR_RETURN(plan.replaces, currentDigest(plan.target, session, context));
    if (!target && plan.replaces != digest)
        return Error(ErrorCode::Conflict, Message::of("%1 is being moved by somebody else", toString(plan.target)),
                     "Nothing was changed. Look at what is there now, then edit again.");
    ReplacedLayers replaced;
    RETURN_IF_ERROR(addNewFiles(plan, replaced, edits.files, session, context));
    ASSIGN_OR_RETURN(plan.documents, editDocuments(plan.artifact, edits.documents, replaced));
    ASSIGN_OR_RETURN(plan.changes,
                     compareArtifacts({plan.artifact.configBytes, plan.artifact.manifest.bytes}, plan.documents));
    plan.findings = newFindings(plan.artifact.configBytes, plan.documents.config);
    return plan;
}

Result<OpenedPackage> openForEdit(const Location &source, Session &session, const TaskContext &context)
{
    ASSIGN_OR_RETURN(auto opened, openSource(source, session, context));
    // A single manifest must not take the place of an index: it gets a tag of its own.
    const auto from = opened.isOfIndex ? withoutTag(source) : source;
    const auto place = toString(withDigest(from, opened.artifact.manifest.digest));
    ASSIGN_OR_RETURN(auto package, makePublishedPackage(place, std::move(opened.artifact)));
    return withPublishedFacts(std::move(package));
}

Result<EditPlan> planEdit(const Package &package, const Location &target, Session &session, const TaskContext &context)
{
    ASSIGN_OR_RETURN(const auto source, parseLocation(package.published->source));
    return planEdit(withDigest(source, package.published->artifact.manifest.digest), editsOf(package), target, session,
                    context);
}

std::optional<RepositoryName> mountRepository(const Location &source, const Location &target)
{
    const auto *from = std::get_if<Reference>(&source);
    const auto *to = std::get_if<Reference>(&target);
    const bool same = from && to && from->registry == to->registry;
    return same && from->repository != to->repository ? std::optional(from->repository) : std::nullopt;
}

Result<std::string> readEditedFile(const Package &package, const std::string &path, Session &session,
                                   const TaskContext &context)
{
    if (const auto by = package.replaced.find(path); by != package.replaced.end())
        return by->second.text ? Result<std::string>(*by->second.text) : readSmallFile(by->second.file, maxEditedText);
    const auto &published = *package.published;
    ASSIGN_OR_RETURN(const auto index, findRawLayer(published.artifact, path));
    const auto &layer = published.artifact.layers[index].descriptor;
    if (layer.size > maxEditedText)
        return Error(ErrorCode::LimitExceeded,
                     Message::of("%1 is too large to be read as a text", escapeForDisplay(path)));
    ASSIGN_OR_RETURN(const auto source, parseLocation(published.source));
    ASSIGN_OR_RETURN(const auto store, session.openStore(source, false));
    return fetchBlobBytes(*store, layer, maxEditedText, context);
}

bool isInPlace(const Package &package, const Location &target)
{
    const auto source = parseLocation(package.published->source);
    const auto tag = source ? tagOf(*source) : std::nullopt;
    const auto &digest = package.published->artifact.manifest.digest;
    return tag && tag == tagOf(target) && toString(withDigest(*source, digest)) == toString(withDigest(target, digest));
}

Result<PublishResult> publishEdit(const Package &package, const Location &target, const std::optional<Digest> &seen,
                                  const TransferOptions &options, Session &session, const TaskContext &context)
{
    ASSIGN_OR_RETURN(const auto plan, planEdit(package, target, session, context));
    if (!plan.isDone() && plan.replaces != seen)
        return movedMeanwhile(plan.target, {seen}, plan.replaces);
    ASSIGN_OR_RETURN(const auto done, applyEdit(plan, options, session, context));
    PublishResult result{done.after,  ByteCount(static_cast<std::int64_t>(plan.documents.manifest.size())),
                         {},          plan.artifact.layers.size(),
                         done.target, done.counts};
    ASSIGN_OR_RETURN(const auto manifest, parseImageManifest(plan.documents.manifest));
    for (const auto &layer : manifest.layers)
        result.totalSize += layer.size;
    return result;
}

Result<EditResult> applyEdit(const EditPlan &plan, const TransferOptions &options, Session &session,
                             const TaskContext &context)
{
    EditResult result{plan.artifact.manifest.digest, plan.after(), toString(plan.target), {}};
    if (plan.isDone())
        return result;
    ASSIGN_OR_RETURN(const auto source, session.openStore(plan.source, false));
    ASSIGN_OR_RETURN(const auto store, session.openStore(plan.target, true));
    TransferRequest request;
    request.leaves = leavesOf(plan, *source);
    request.tags = {*tagOf(plan.target)};
    request.options = options;
    request.documents = [&](std::span<const Descriptor>) -> Result<TransferDocuments> {
        return TransferDocuments{{{"config", plan.documents.config, plan.artifact.manifest.config.mediaType}},
                                 {{plan.documents.manifest, std::string(plan.artifact.manifest.effectiveMediaType())}}};
    };
    request.beforeRoot = [&](const Digest &root, const TaskContext &inner) {
        return refuseMovedTag(*store, plan.target, {plan.replaces}, root, inner);
    };
    ASSIGN_OR_RETURN(const auto sent, transfer(request, *store, context));
    result.counts = sent.counts;
    return result;
}

} // namespace modelcrate
