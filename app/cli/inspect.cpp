// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "cli/commands.h"
#include "cli/exitcode.h"

namespace modelcrate::cli {

namespace {

JsonObject layerJson(const ArtifactLayer &layer)
{
    JsonObject value{{"path", layer.path},
                     {"kind", layer.type ? Json(toString(layer.type->kind)) : Json()},
                     {"encoding", layer.type ? Json(toString(layer.type->encoding)) : Json()},
                     {"mediaType", layer.descriptor.mediaType.toString()},
                     {"digest", layer.descriptor.digest.toString()},
                     {"size", layer.descriptor.size.value()}};
    if (layer.diffId)
        value.set("diffId", *layer.diffId);
    return value;
}

void printText(const ModelArtifact &artifact, Console &console)
{
    console.line(cat("digest   ", artifact.manifest.digest.toString()));
    if (artifact.family == NameFamily::Cnai)
        console.line("names    org.cnai (before v0.0.7)");
    for (const auto &field : configFields()) {
        if (const auto *value = artifact.config.find(field.path))
            console.line(cat(field.path, " = ",
                             escapeForDisplay(value->asString() ? *value->asString() : dumpJson(*value), 400)));
    }
    for (const auto &layer : artifact.layers)
        console.line(cat(layer.type ? toString(layer.type->kind) : "?", '\t', formatIec(layer.descriptor.size), '\t',
                         layer.descriptor.digest.shortHex(), '\t',
                         layer.path.empty() ? std::string("(no path)") : escapeForDisplay(layer.path),
                         layer.type && layer.type->encoding != LayerEncoding::Raw
                             ? cat(" (", toString(layer.type->encoding), ')')
                             : std::string()));
    for (const auto &[key, value] : artifact.manifest.annotations)
        console.line(cat(escapeForDisplay(key, 200), ": ", escapeForDisplay(value, 400)));
    console.findings(artifact.findings);
}

} // namespace

Result<int> run(const InspectCommand &command, Console &console)
{
    ASSIGN_OR_RETURN(const auto source, parseLocation(command.source));
    if (command.manifest) {
        ASSIGN_OR_RETURN(const auto stored, fetchManifest(source, console.session(), console.context()));
        console.raw(stored.bytes);
        return exitDone;
    }
    ASSIGN_OR_RETURN(const auto artifact, inspect(source, console.session(), console.context()));
    if (command.config) {
        console.raw(artifact.configBytes);
        return exitDone;
    }
    if (!console.json()) {
        printText(artifact, console);
        return exitDone;
    }
    Json::Array layers;
    for (const auto &layer : artifact.layers)
        layers.push_back(layerJson(layer));
    console.document({{"digest", artifact.manifest.digest.toString()},
                      {"family", artifact.family == NameFamily::Cnai ? "cnai" : "cncf"},
                      {"config", artifact.config.document()},
                      {"layers", std::move(layers)},
                      {"manifest", artifact.manifest.document},
                      {"findings", toJson(artifact.findings)}});
    return exitDone;
}

} // namespace modelcrate::cli
