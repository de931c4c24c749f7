// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "cli/commands.h"
#include "cli/exitcode.h"
#include "operations/details.h"

namespace modelcrate::cli {

namespace {

Json valueOrNull(const std::optional<Json> &value) { return value ? *value : Json(); }

Json toJson(const std::vector<MemberChange> &changes)
{
    Json::Array out;
    for (const auto &change : changes)
        out.push_back(JsonObject{
            {"path", change.path}, {"before", valueOrNull(change.before)}, {"after", valueOrNull(change.after)}});
    return out;
}

Json sizeOrNull(const std::optional<ByteCount> &size) { return size ? Json(size->value()) : Json(); }

/// Of what changed only: an artifact may have thousands of layers.
Json toJson(const std::vector<LayerChange> &changes)
{
    Json::Array out;
    for (const auto &change : changes) {
        if (change.state != LayerChange::State::Same)
            out.push_back(JsonObject{{"path", change.path},
                                     {"state", toString(change.state)},
                                     {"before", sizeOrNull(change.before)},
                                     {"after", sizeOrNull(change.after)}});
    }
    return out;
}

std::string shown(const std::optional<Json> &value)
{
    if (!value)
        return "(none)";
    return escapeForDisplay(value->asString() ? *value->asString() : dumpJson(*value), 400);
}

void printMembers(const std::vector<MemberChange> &changes, Console &console)
{
    for (const auto &change : changes)
        console.line(cat(escapeForDisplay(change.path, 200), ": ", shown(change.before), " -> ", shown(change.after)));
}

void printChanges(const ArtifactChanges &changes, Console &console)
{
    printMembers(changes.config, console);
    printMembers(changes.annotations, console);
    for (const auto &layer : changes.layers) {
        if (layer.state != LayerChange::State::Same)
            console.line(cat(escapeForDisplay(layer.path), ": ", toString(layer.state), ", ",
                             layer.before ? formatIec(*layer.before) : "(none)", " -> ",
                             layer.after ? formatIec(*layer.after) : "(none)"));
    }
}

/// How many artifacts refer to the one that is edited; nothing where the registry does not say.
std::optional<std::size_t> countReferrers(const EditPlan &plan, Console &console)
{
    const auto referrers =
        listReferrers(plan.source, plan.artifact.manifest.digest, console.session(), console.context());
    return referrers ? std::optional(referrers->size()) : std::nullopt;
}

/// What an edit leaves behind.
std::string staying(const Digest &before, const std::optional<std::size_t> &referrers)
{
    auto text = cat(before.toString(), " stays, by digest");
    if (!referrers)
        return text + ", with its signatures";
    if (*referrers == 1)
        return text + "; a signature or other artifact that refers to it stays with it";
    return *referrers == 0
        ? text
        : cat(text, "; ", *referrers, " signatures or other artifacts that refer to it stay with it");
}

} // namespace

Result<int> run(const EditCommand &command, Console &console)
{
    ASSIGN_OR_RETURN(const auto source, parseLocation(command.source));
    std::optional<Location> target;
    if (!command.target.empty()) {
        ASSIGN_OR_RETURN(target, parseTarget(command.target));
    }
    ASSIGN_OR_RETURN(const auto plan, planEdit(source, command.edits, target, console.session(), console.context()));
    EditResult result{plan.artifact.manifest.digest, plan.after(), toString(plan.target), {}};
    if (!command.dryRun) {
        const Console::Progress progress(console, "editing");
        ASSIGN_OR_RETURN(result, applyEdit(plan, command.transfer, console.session(), console.context()));
    }
    const auto referrers = plan.isDone() ? std::nullopt : countReferrers(plan, console);
    console.document({{"reference", result.target},
                      {"before", result.before.toString()},
                      {"digest", result.after.toString()},
                      {"written", !command.dryRun && !plan.isDone()},
                      {"changes",
                       JsonObject{{"config", toJson(plan.changes.config)},
                                  {"annotations", toJson(plan.changes.annotations)},
                                  {"layers", toJson(plan.changes.layers)}}},
                      {"findings", toJson(plan.findings)},
                      {"referrers", referrers ? Json(static_cast<std::int64_t>(*referrers)) : Json()},
                      {"transfer", cli::toJson(result.counts)}});
    printChanges(plan.changes, console);
    console.findings(plan.findings);
    console.line(cat(result.target, '@', result.after.toString()));
    if (plan.isDone())
        console.message("nothing to change");
    else if (command.dryRun)
        console.message("nothing was written: --dry-run");
    else
        console.message(cat(summary(result.counts), "; ", staying(result.before, referrers)));
    return exitDone;
}

} // namespace modelcrate::cli
