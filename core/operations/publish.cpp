// SPDX-License-Identifier: Apache-2.0
#include "operations/publish.h"

#include "base/parallel.h"
#include "base/text.h"

#include <algorithm>

namespace modelcrate {

namespace {

Result<Package> readPackage(const Location &source, const PackageEdits &edits, const TaskContext &context)
{
    if (const auto *folder = std::get_if<FolderLocation>(&source))
        return makePackage(folder->path, edits.options, context);
    if (const auto *file = std::get_if<PackageLocation>(&source))
        return loadPackage(file->path);
    return Error(ErrorCode::Usage, cat(toString(source), " is an artifact, not a folder or *.modelcrate.json"),
                 "To move an artifact use `copy`.");
}

Error matchesNothing(std::string_view option, std::string_view glob)
{
    return Error(ErrorCode::InvalidInput, cat(option, " ", glob, " matches no file"),
                 "Globs match whole paths: `*` within a folder, `**` across folders.");
}

Result<void> setFields(Package &package, const PackageEdits &edits)
{
    for (const auto &[path, text] : edits.set) {
        const auto fields = configFields();
        const auto field = std::find_if(fields.begin(), fields.end(), [&](const ConfigField &known) { return known.path == path; });
        if (field == fields.end()) {
            RETURN_IF_ERROR(package.config.set(path, text)); // says which fields there are
            continue;
        }
        ASSIGN_OR_RETURN(auto value, parseFieldValue(*field, text));
        RETURN_IF_ERROR(package.config.set(path, std::move(value)));
    }
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

BlobAction actionFor(const BlobProbe &probe)
{
    switch (probe.state) {
    case BlobProbe::State::Exists: return {BlobAction::Kind::Exists, {}};
    case BlobProbe::State::Mountable: return {BlobAction::Kind::Mount, {}};
    case BlobProbe::State::Resumable: return {BlobAction::Kind::Resume, probe.offset};
    case BlobProbe::State::Absent: return {BlobAction::Kind::Upload, {}};
    case BlobProbe::State::Unknown: break;
    }
    return {};
}

Result<void> askTarget(PublishPlan &plan, ContentStore &store, const Location &target, const TaskContext &context)
{
    const auto &layers = plan.artifact.layers;
    constexpr std::size_t questionsAtOnce = 8;
    RETURN_IF_ERROR(parallelFor(layers.size(), questionsAtOnce, context,
                                [&](std::size_t index, const TaskContext &inner) -> Result<void> {
                                    const auto &layer = layers[index];
                                    if (!layer.digest || !layer.size)
                                        return {};
                                    const Descriptor descriptor{layer.mediaType(), *layer.digest, *layer.size};
                                    ASSIGN_OR_RETURN(const auto probe, store.probe(descriptor, inner));
                                    plan.actions[index] = actionFor(probe);
                                    return {};
                                }));
    if (const auto tag = tagOf(target)) {
        ASSIGN_OR_RETURN(plan.replaces, store.resolveTag(*tag, context));
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

} // namespace

std::string_view toString(BlobAction::Kind kind)
{
    switch (kind) {
    case BlobAction::Kind::Upload: return "upload";
    case BlobAction::Kind::Exists: return "exists";
    case BlobAction::Kind::Mount: return "mount";
    case BlobAction::Kind::Resume: return "resume";
    case BlobAction::Kind::Unknown: return "unknown";
    }
    return "unknown";
}

Result<Package> openPackage(const Location &source, const PackageEdits &edits, const TaskContext &context)
{
    ASSIGN_OR_RETURN(auto package, readPackage(source, edits, context));
    RETURN_IF_ERROR(setFields(package, edits));
    RETURN_IF_ERROR(changeEntries(package, edits));
    package.keepTimes = package.keepTimes || edits.keepTimes;
    package.ociAnnotations = package.ociAnnotations && !edits.noOciAnnotations;
    return package;
}

Result<PublishPlan> planPublish(const Package &package, const std::optional<Location> &target, Session &session,
                                const TaskContext &context)
{
    PublishPlan plan;
    ASSIGN_OR_RETURN(plan.artifact, makePlan(package, session.hashCache(), context));
    plan.actions.resize(plan.artifact.layers.size());
    if (target) {
        auto store = session.openStore(*target, false);
        if (store) {
            RETURN_IF_ERROR(askTarget(plan, **store, *target, context));
        } else if (store.error().code() == ErrorCode::NotFound) {
            // A layout or store that does not exist yet has nothing.
            std::fill(plan.actions.begin(), plan.actions.end(), BlobAction{BlobAction::Kind::Upload, {}});
        } else {
            return std::move(store).error();
        }
    }
    plan.toSend = bytesToSend(plan);
    return plan;
}

Result<PublishResult> publish(const Package &package, const Location &target, const TransferOptions &options,
                              Session &session, const TaskContext &context)
{
    ASSIGN_OR_RETURN(const auto plan, makePlan(package, session.hashCache(), context));
    ASSIGN_OR_RETURN(auto request, makeTransfer(plan, session.hashCache()));
    ASSIGN_OR_RETURN(const auto store, session.openStore(target, true));
    if (const auto tag = tagOf(target))
        request.tags.push_back(*tag);
    request.options = options;
    ASSIGN_OR_RETURN(const auto transferred, transfer(request, *store, context));

    PublishResult result{transferred.root, transferred.rootSize, {}, transferred.leaves.size(), toString(target), transferred.counts};
    for (const auto &leaf : transferred.leaves)
        result.totalSize += leaf.size;
    return result;
}

} // namespace modelcrate
