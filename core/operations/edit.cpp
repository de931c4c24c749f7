// SPDX-License-Identifier: Apache-2.0
#include "operations/edit.h"

#include "base/text.h"

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
        return Error(ErrorCode::Usage, toString(source) + " names no tag and no digest",
                     "Add :TAG; `list` shows which there are.");
    ASSIGN_OR_RETURN(const auto digest, store.resolveTag(*tag, context));
    if (!digest)
        return Error(ErrorCode::NotFound, toString(source) + " does not exist", "`list` shows which tags there are.");
    return *digest;
}

Result<Location> targetOf(const Location &source, const std::optional<Location> &target)
{
    if (target && isPackageSource(*target))
        return Error(ErrorCode::Usage, toString(*target) + " is no registry, layout or store");
    if (target && !tagOf(*target))
        return Error(ErrorCode::Usage, toString(*target) + " names no tag", "Add :TAG.");
    if (target)
        return *target;
    if (digestOf(source))
        return Error(ErrorCode::Usage, toString(source) + " is a digest, which always stands for the same bytes",
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
    for (const auto &[path, file] : files) {
        ASSIGN_OR_RETURN(const auto index, findRawLayer(plan.artifact, path));
        ASSIGN_OR_RETURN(auto content, openHashed(file, session, context));
        if (replaced.count(index))
            return Error(ErrorCode::Usage, cat(escapeForDisplay(path), " is replaced twice"));
        auto descriptor = plan.artifact.layers[index].descriptor;
        descriptor.digest = *content->digest();
        descriptor.size = *content->size();
        replaced.emplace(index, std::move(descriptor));
        plan.newLayers.emplace_back(index, std::move(content));
    }
    return {};
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

Result<void> refuseMovedTag(ContentStore &store, const EditPlan &plan, const TaskContext &context)
{
    ASSIGN_OR_RETURN(const auto now, store.resolveTag(*tagOf(plan.target), context));
    if (now == plan.replaces)
        return {};
    return Error(ErrorCode::Conflict,
                 cat(toString(plan.target), " was moved meanwhile: it stood for ",
                     plan.replaces ? plan.replaces->toString() : std::string("nothing"), ", now for ",
                     now ? now->toString() : std::string("nothing")),
                 "Nothing was overwritten. Look at what is there now, then edit again.");
}

std::optional<RepositoryName> mountSource(const Location &source, const Location &target)
{
    const auto *from = std::get_if<Reference>(&source);
    const auto *to = std::get_if<Reference>(&target);
    return from && to && from->registry == to->registry ? std::optional(from->repository) : std::nullopt;
}

std::vector<BlobToPush> leavesOf(const EditPlan &plan, ContentStore &source)
{
    const auto mountFrom = mountSource(plan.source, plan.target);
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

} // namespace

Result<EditPlan> planEdit(const Location &source, const ArtifactEdits &edits, const std::optional<Location> &target,
                          Session &session, const TaskContext &context)
{
    if (isPackageSource(source))
        return Error(ErrorCode::Usage, toString(source) + " is not a published artifact",
                     "Packages are edited by plan, build and push.");
    ASSIGN_OR_RETURN(auto goal, targetOf(source, target));
    ASSIGN_OR_RETURN(const auto store, session.openStore(source, false));
    ASSIGN_OR_RETURN(const auto digest, resolve(*store, source, context));
    ASSIGN_OR_RETURN(auto artifact, openArtifact(*store, digest.toString(), context));
    if (artifact.manifest.digest != digest)
        return Error(ErrorCode::Unsupported, cat(toString(source), " is an index of several artifacts"),
                     cat("Edit its manifest by digest, ", artifact.manifest.digest.toString(), ", with --to."));
    if (!artifact.config.document().isObject() || hasErrors(artifact.findings))
        return Error(ErrorCode::InvalidInput, cat("the model config of ", toString(source), " cannot be read"),
                     "`validate` says what is wrong with it.");
    EditPlan plan{withDigest(source, digest), std::move(goal), std::move(artifact), {}, {}, {}, {}};
    ASSIGN_OR_RETURN(plan.replaces, currentDigest(plan.target, session, context));
    if (!target && plan.replaces != digest)
        return Error(ErrorCode::Conflict, cat(toString(plan.target), " is being moved by somebody else"),
                     "Nothing was changed. Look at what is there now, then edit again.");
    ReplacedLayers replaced;
    RETURN_IF_ERROR(addNewFiles(plan, replaced, edits.files, session, context));
    ASSIGN_OR_RETURN(plan.documents, editDocuments(plan.artifact, edits.documents, replaced));
    ASSIGN_OR_RETURN(plan.changes,
                     compareArtifacts({plan.artifact.configBytes, plan.artifact.manifest.bytes}, plan.documents));
    return plan;
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
    request.beforeRoot = [&](const TaskContext &inner) { return refuseMovedTag(*store, plan, inner); };
    ASSIGN_OR_RETURN(const auto sent, transfer(request, *store, context));
    result.counts = sent.counts;
    return result;
}

} // namespace modelcrate
