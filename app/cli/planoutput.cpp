// SPDX-License-Identifier: Apache-2.0
#include "cli/planoutput.h"

#include "base/text.h"

namespace modelcrate::cli {

namespace {

JsonObject layerJson(const PublishPlan &plan, std::size_t index)
{
    const auto &layer = plan.artifact.layers[index];
    const auto &action = plan.actions[index];
    JsonObject value{{"path", layer.path},
                     {"kind", toString(layer.kind)},
                     {"encoding", toString(layer.encoding)},
                     {"mediaType", layer.mediaType().toString()},
                     {"files", static_cast<std::int64_t>(layer.entries.size())}};
    // Not known yet: a compressed layer's size, a digest nobody has computed.
    value.set("size", layer.size ? Json(layer.size->value()) : Json());
    value.set("digest", layer.digest ? Json(layer.digest->toString()) : Json());
    value.set("action", toString(action.kind));
    if (action.kind == BlobAction::Kind::Resume)
        value.set("offset", action.offset.value());
    if (action.kind == BlobAction::Kind::Same)
        value.set("sameAs", plan.artifact.layers[action.sameAs].path);
    return value;
}

Json proposalsJson(const std::vector<BundleProposal> &proposals)
{
    Json::Array items;
    for (const auto &proposal : proposals)
        items.push_back(JsonObject{{"glob", proposal.glob}, {"files", static_cast<std::int64_t>(proposal.files)}});
    return items;
}

Json detectedJson(const std::vector<DetectedField> &fields)
{
    Json::Array items;
    for (const auto &field : fields)
        items.push_back(JsonObject{{"path", field.path}, {"value", field.value}, {"source", field.source}});
    return items;
}

void printDocument(const PublishPlan &plan, const Package &package, const std::string &target, Console &console)
{
    Json::Array layers;
    for (std::size_t i = 0; i < plan.artifact.layers.size(); ++i)
        layers.push_back(layerJson(plan, i));
    const auto documents = plan.artifact.preview();
    JsonObject value;
    if (!target.empty())
        value.set("target", target);
    value.set("exact", plan.artifact.isExact());
    if (plan.artifact.isExact())
        value.set("digest", Digest::sha256Of(documents.manifest).toString());
    value.set("totalSize", plan.artifact.totalSize().value());
    value.set("toSend", plan.toSend.value());
    value.set("replaces", plan.replaces ? Json(plan.replaces->toString()) : Json());
    value.set("layers", std::move(layers));
    value.set("manifest", parseJson(documents.manifest).value_or(Json()));
    value.set("config", parseJson(documents.config).value_or(Json()));
    value.set("detected", detectedJson(package.detected));
    value.set("bundleProposals", proposalsJson(plan.artifact.bundleProposals));
    value.set("findings", toJson(plan.artifact.findings));
    console.document(std::move(value));
}

} // namespace

void printPlan(const PublishPlan &plan, const Package &package, const std::string &target, Console &console)
{
    if (console.json()) {
        printDocument(plan, package, target, console);
        return;
    }
    for (std::size_t i = 0; i < plan.artifact.layers.size(); ++i) {
        const auto &layer = plan.artifact.layers[i];
        auto text = cat(toString(layer.kind), '\t', layer.size ? formatIec(*layer.size) : "size known at the end", '\t',
                        escapeForDisplay(layer.path));
        if (layer.encoding != LayerEncoding::Raw)
            text += cat(" (", toString(layer.encoding),
                        layer.entries.size() > 1 ? cat(", ", layer.entries.size(), " files") : std::string(), ')');
        text += cat('\t', layer.digest ? layer.digest->shortHex() : "digest pending");
        if (plan.actions[i].kind == BlobAction::Kind::Same)
            text += cat("\tsame bytes as ", escapeForDisplay(plan.artifact.layers[plan.actions[i].sameAs].path));
        else if (plan.actions[i].kind != BlobAction::Kind::Unknown)
            text += cat('\t', toString(plan.actions[i].kind));
        console.line(text);
    }
    for (const auto &field : package.detected)
        console.line(cat(field.path, " = ", escapeForDisplay(dumpJson(field.value), 300), "  (",
                         escapeForDisplay(field.source, 200), ')'));
    console.findings(plan.artifact.findings);
    const auto documents = plan.artifact.preview();
    console.line(plan.artifact.isExact() ? cat("manifest ", Digest::sha256Of(documents.manifest).toString())
                                         : cat("manifest of ", documents.manifest.size(),
                                               " bytes, its digest follows from the pending ones"));
    console.message(cat(plan.artifact.layers.size(), " layers, ", formatIec(plan.artifact.totalSize()), "; at most ",
                        formatIec(plan.toSend), " to send"));
    if (plan.replaces)
        console.message(cat(target, " stands for ", plan.replaces->toString(), " now"));
}

} // namespace modelcrate::cli
