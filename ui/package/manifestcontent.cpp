// SPDX-License-Identifier: Apache-2.0
#include "ui/package/manifestcontent.h"

#include "ui/jobs/disposal.h"
#include "ui/text/convert.h"
#include "ui/text/numbers.h"

#include <algorithm>
#include <map>

#include <QCoreApplication>

namespace modelcrate {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(modelcrate::ManifestContent)
};

/// "version, licenses": the last part says enough for people, and more than a few are not read.
QString nameList(const std::vector<MemberChange> &members)
{
    constexpr std::size_t most = 4;
    QStringList names;
    for (std::size_t i = 0; i < std::min(members.size(), most); ++i) {
        const auto &path = members[i].path;
        // Annotation keys are read whole, config members by their own name.
        const bool isField = path.rfind("descriptor.", 0) == 0 || path.rfind("config.", 0) == 0;
        names << displayText(isField ? path.substr(path.rfind('.') + 1) : path);
    }
    if (members.size() > most)
        names << Text::tr("%n more", nullptr, static_cast<int>(members.size() - most));
    return names.join(QStringLiteral(", "));
}

QStringList sentencesOf(const ArtifactChanges &changes)
{
    QStringList sentences;
    if (!changes.config.empty())
        sentences << Text::tr("%n field(s) changed: %1.", nullptr, static_cast<int>(changes.config.size()))
                         .arg(nameList(changes.config));
    if (!changes.annotations.empty())
        sentences << Text::tr("%n annotation(s) changed: %1.", nullptr, static_cast<int>(changes.annotations.size()))
                         .arg(nameList(changes.annotations));
    struct Group {
        int count = 0;
        ByteCount size;
    };
    std::map<LayerChange::State, Group> groups;
    for (const auto &layer : changes.layers) {
        auto &group = groups[layer.state];
        ++group.count;
        group.size += layer.after.value_or(layer.before.value_or(ByteCount()));
    }
    for (const auto &[state, group] : groups) {
        const auto size = formatBytes(group.size);
        switch (state) {
        case LayerChange::State::Changed:
            sentences << Text::tr("%n layer(s) replaced (%1).", nullptr, group.count).arg(size);
            break;
        case LayerChange::State::Retyped:
            sentences << Text::tr("%n layer(s) of another kind or packaging (%1).", nullptr, group.count).arg(size);
            break;
        case LayerChange::State::Renamed:
            sentences << Text::tr("%n layer(s) renamed (%1).", nullptr, group.count).arg(size);
            break;
        case LayerChange::State::Added:
            sentences << Text::tr("%n layer(s) added (%1).", nullptr, group.count).arg(size);
            break;
        case LayerChange::State::Removed:
            sentences << Text::tr("%n layer(s) removed (%1).", nullptr, group.count).arg(size);
            break;
        case LayerChange::State::Pending:
            sentences << Text::tr("%n layer(s) to be compared once hashed (%1).", nullptr, group.count).arg(size);
            break;
        case LayerChange::State::Same: break;
        }
    }
    const auto &same = groups[LayerChange::State::Same];
    if (changes.empty() && same.count == static_cast<int>(changes.layers.size()))
        sentences << Text::tr("Nothing changed.");
    if (same.count > 0)
        sentences << Text::tr("%n layer(s) unchanged (%1).", nullptr, same.count).arg(formatBytes(same.size));
    return sentences;
}

} // namespace

std::shared_ptr<const ManifestContent>
makeManifestContent(const PlanSnapshot &snapshot, const ArtifactPlan::Documents *base, const TaskContext &context)
{
    const auto made = makeDisposed<ManifestContent>();
    auto &content = *made;
    content.layers = snapshot.plan.layers.size();
    content.pending = static_cast<std::size_t>(std::count_if(snapshot.plan.layers.begin(), snapshot.plan.layers.end(),
                                                             [](const PlannedLayer &layer) { return !layer.digest; }));
    DocumentMarks configMarks{.leftOut = snapshot.package.drafts};
    for (const auto &finding : snapshot.plan.findings) {
        if (finding.severity != Severity::Note && finding.where.rfind('/', 0) == 0)
            configMarks.attention.insert(finding.where);
    }
    const bool withLines = content.layers <= maxLineLayers;
    configMarks.base = base ? &base->config : nullptr;
    content.config = makeDocumentContent(snapshot.documents.config, withLines, configMarks);
    if (context.stopRequested())
        return made;
    content.manifest =
        makeDocumentContent(snapshot.documents.manifest, withLines, {.base = base ? &base->manifest : nullptr});
    if (!base || context.stopRequested())
        return made;
    auto changes = compareArtifacts(*base, snapshot.documents);
    if (!changes) {
        content.unreadable = std::move(changes).error();
        return made;
    }
    content.sentences = sentencesOf(*changes);
    content.changes = std::move(*changes);
    return made;
}

} // namespace modelcrate
