// SPDX-License-Identifier: Apache-2.0
#include "ui/registry/comparereport.h"

#include "oci/manifest.h"
#include "ui/artifact/jsoncontent.h"
#include "ui/text/convert.h"
#include "ui/text/kindtext.h"
#include "ui/text/numbers.h"

#include <set>

#include <QCoreApplication>

namespace modelcrate {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(modelcrate::CompareReport)
};

ByteCount sizeOf(const ImageManifest &manifest)
{
    ByteCount sum;
    for (const auto &layer : manifest.layers)
        sum += layer.size;
    return sum;
}

/// In a table's cell: one line, and nothing that Markdown or HTML would obey.
QString cellText(const QString &text)
{
    QString out;
    for (const auto c : text) {
        if (c == QLatin1Char('\n') || c == QLatin1Char('\r')) {
            out += QLatin1Char(' ');
            continue;
        }
        if (QStringLiteral("\\`*_{}[]<>|#!").contains(c))
            out += QLatin1Char('\\');
        out += c;
    }
    return out;
}

QString markdownRow(const QStringList &cells)
{
    QStringList escaped;
    for (const auto &cell : cells)
        escaped << cellText(cell);
    return QStringLiteral("| ") + escaped.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
}

QString memberTable(const QString &title, const std::vector<MemberChange> &members, const Comparison &comparison)
{
    if (members.empty())
        return {};
    auto text = QStringLiteral("\n## %1\n\n").arg(title)
        + markdownRow({Text::tr("Field"), comparison.before, comparison.after}) + QStringLiteral("|---|---|---|\n");
    for (const auto &member : members)
        text += markdownRow({displayText(member.path), member.before ? valueText(*member.before) : Text::tr("absent"),
                             member.after ? valueText(*member.after) : Text::tr("absent")});
    return text;
}

QString sizeText(const std::optional<ByteCount> &size) { return size ? formatBytes(*size) : QStringLiteral("—"); }

QString layerText(const LayerChange &layer)
{
    const auto path = displayText(layer.path);
    return layer.pathBefore.empty() ? path : Text::tr("%1 (was %2)").arg(path, displayText(layer.pathBefore));
}

Json membersJson(const std::vector<MemberChange> &members)
{
    Json::Array array;
    for (const auto &member : members) {
        JsonObject object{{"path", member.path}};
        if (member.before)
            object.set("before", *member.before);
        if (member.after)
            object.set("after", *member.after);
        array.emplace_back(std::move(object));
    }
    return array;
}

Json layersJson(const std::vector<LayerChange> &layers)
{
    Json::Array array;
    for (const auto &layer : layers) {
        JsonObject object{{"state", toString(layer.state)}, {"path", layer.path}};
        if (!layer.pathBefore.empty())
            object.set("pathBefore", layer.pathBefore);
        if (layer.type)
            object.set("kind", toString(layer.type->kind));
        if (layer.before)
            object.set("before", layer.before->value());
        if (layer.after)
            object.set("after", layer.after->value());
        array.emplace_back(std::move(object));
    }
    return array;
}

} // namespace

Result<Comparison> compareDocuments(const QString &nameBefore, const ArtifactPlan::Documents &before,
                                    const QString &nameAfter, const ArtifactPlan::Documents &after)
{
    ASSIGN_OR_RETURN(auto changes, compareArtifacts(before, after));
    ASSIGN_OR_RETURN(const auto earlier, parseImageManifest(before.manifest));
    ASSIGN_OR_RETURN(const auto later, parseImageManifest(after.manifest));
    Comparison comparison{nameBefore, nameAfter, std::move(changes), sizeOf(earlier), sizeOf(later), {}};
    std::set<Digest> known;
    for (const auto &layer : earlier.layers)
        known.insert(layer.digest);
    for (const auto &layer : later.layers) {
        if (layer.digest.toString() == pendingDigest)
            comparison.unknown += layer.size;
        else if (known.count(layer.digest) > 0)
            comparison.shared += layer.size;
    }
    for (const auto &layer : comparison.changes.layers) {
        auto &sum = comparison.sums[layer.state];
        ++sum.layers;
        sum.before += layer.before.value_or(ByteCount());
        sum.after += layer.after.value_or(ByteCount());
    }
    return comparison;
}

QString changeStateText(LayerChange::State state)
{
    switch (state) {
    case LayerChange::State::Same: return Text::tr("Same");
    case LayerChange::State::Changed: return Text::tr("Changed");
    case LayerChange::State::Retyped: return Text::tr("Other kind");
    case LayerChange::State::Renamed: return Text::tr("Renamed");
    case LayerChange::State::Added: return Text::tr("Added");
    case LayerChange::State::Removed: return Text::tr("Removed");
    case LayerChange::State::Pending: return Text::tr("Not hashed yet");
    }
    return {};
}

QString sizeChangeText(const LayerChange &layer)
{
    if (layer.state == LayerChange::State::Same || layer.state == LayerChange::State::Renamed
        || layer.state == LayerChange::State::Retyped || layer.state == LayerChange::State::Pending)
        return {};
    const auto difference = layer.after.value_or(ByteCount()).value() - layer.before.value_or(ByteCount()).value();
    if (difference == 0)
        return Text::tr("same size");
    const auto amount = formatBytes(ByteCount(difference < 0 ? -difference : difference));
    return (difference < 0 ? QStringLiteral("−") : QStringLiteral("+")) + amount;
}

QString sharedText(const Comparison &comparison)
{
    const auto text =
        comparison.unknown > ByteCount() ? Text::tr("Shares at least %1 of %2") : Text::tr("Shares %1 of %2");
    return text.arg(formatBytes(comparison.shared), formatBytes(comparison.bytesAfter));
}

QString notSharedText(const Comparison &comparison)
{
    QStringList counts;
    const auto add = [&](LayerChange::State state, const QString &text) {
        if (comparison.sums.count(state) > 0)
            counts << text;
    };
    const auto count = [&](LayerChange::State state) {
        const auto found = comparison.sums.find(state);
        return found == comparison.sums.end() ? 0 : found->second.layers;
    };
    using State = LayerChange::State;
    add(State::Changed, Text::tr("%n layer(s) changed", nullptr, count(State::Changed)));
    add(State::Added, Text::tr("%n added", nullptr, count(State::Added)));
    add(State::Removed, Text::tr("%n removed", nullptr, count(State::Removed)));
    add(State::Renamed, Text::tr("%n renamed", nullptr, count(State::Renamed)));
    add(State::Retyped, Text::tr("%n of another kind", nullptr, count(State::Retyped)));
    add(State::Pending, Text::tr("%n not hashed yet", nullptr, count(State::Pending)));
    if (counts.isEmpty())
        return Text::tr("All layers are the same.");
    const auto other = formatBytes(comparison.bytesAfter - comparison.shared - comparison.unknown);
    if (comparison.unknown > ByteCount())
        return Text::tr("%1 of %2 is not in %3, %4 is not hashed yet: %5.")
            .arg(other, comparison.after, comparison.before, formatBytes(comparison.unknown),
                 counts.join(QStringLiteral(", ")));
    return Text::tr("%1 of %2 is not in %3: %4.")
        .arg(other, comparison.after, comparison.before, counts.join(QStringLiteral(", ")));
}

QString comparisonMarkdown(const Comparison &comparison)
{
    auto text = QStringLiteral("# ") + cellText(Text::tr("%1 and %2").arg(comparison.before, comparison.after))
        + QStringLiteral("\n\n") + cellText(sharedText(comparison)) + QStringLiteral(". ")
        + cellText(notSharedText(comparison)) + QLatin1Char('\n');
    text += memberTable(Text::tr("Config"), comparison.changes.config, comparison);
    text += memberTable(Text::tr("Annotations"), comparison.changes.annotations, comparison);
    text += QStringLiteral("\n## %1\n\n").arg(Text::tr("Layers"))
        + markdownRow({Text::tr("State"), Text::tr("Layer"), Text::tr("Kind"), comparison.before, comparison.after,
                       Text::tr("Change")})
        + QStringLiteral("|---|---|---|---:|---:|---:|\n");
    for (const auto &layer : comparison.changes.layers)
        text += markdownRow({changeStateText(layer.state), layerText(layer),
                             layer.type ? kindText(layer.type->kind) : QStringLiteral("—"), sizeText(layer.before),
                             sizeText(layer.after), sizeChangeText(layer)});
    return text;
}

std::string comparisonJson(const Comparison &comparison)
{
    const auto side = [](const QString &name, ByteCount bytes) {
        return Json(JsonObject{{"name", toUtf8(name)}, {"bytes", bytes.value()}});
    };
    return dumpJsonPretty(JsonObject{{"before", side(comparison.before, comparison.bytesBefore)},
                                     {"after", side(comparison.after, comparison.bytesAfter)},
                                     {"sharedBytes", comparison.shared.value()},
                                     {"config", membersJson(comparison.changes.config)},
                                     {"annotations", membersJson(comparison.changes.annotations)},
                                     {"layers", layersJson(comparison.changes.layers)}});
}

} // namespace modelcrate
