// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelpack/compare.h"
#include "ui/package/planpreview.h"

#include <memory>
#include <optional>
#include <vector>

#include <QString>
#include <QStringList>

namespace modelcrate {

/// What a line or node has to say beside its text.
enum class ChangeMark : char {
    None,
    Changed, ///< '+': new or other than in the base
    Attention, ///< '!': a finding is about it
    LeftOut, ///< '!': stands for something that is not in the document because it is not valid yet
};

/// One line of a document written for reading.
struct JsonLine {
    QString text;
    ChangeMark mark = ChangeMark::None;
    bool operator==(const JsonLine &) const = default;
};

/// A member or element of a document, in the order of the document.
struct JsonNode {
    QString key; ///< name or index
    QString value; ///< of a leaf; a summary of a container
    int depth = 0;
    int end = 0; ///< index of the first node after this one's subtree
    bool container = false;
    ChangeMark mark = ChangeMark::None; ///< a container has that of the first of its members that has one
    std::optional<std::size_t> layer = {}; ///< the plan's, for everything within a layer
    std::size_t place = 0; ///< hash of the keys down to here: the same place in another state of the document
};

/// A document in the shapes that the view shows. Lines are left out above `maxLineLayers` layers: highlighting so long
/// a text would stall (desktop.md 2.8), so the tree takes its place.
struct DocumentContent {
    QString bytes; ///< as it is written; pending digests as words
    std::shared_ptr<const std::vector<JsonNode>> nodes = std::make_shared<std::vector<JsonNode>>();
    std::vector<JsonLine> lines;
    qint64 size = 0;
};
inline constexpr std::size_t maxLineLayers = 100;

struct ManifestContent {
    DocumentContent manifest;
    DocumentContent config;
    std::optional<ArtifactChanges> changes; ///< nothing without a base, or when one of them cannot be read
    QStringList sentences; ///< what changed, in words
    std::optional<Error> unreadable; ///< why there are no changes
    std::size_t pending = 0; ///< layers whose digest is not known
    std::size_t layers = 0;
};

/// Everything that the view shows of a plan. Takes long for many layers: on a worker. A large one is destroyed on a
/// worker.
std::shared_ptr<const ManifestContent>
makeManifestContent(const PlanSnapshot &snapshot, const std::optional<ManifestBase> &base, const TaskContext &context);

/// A value in one line, as the change table shows it: text without quotes, lists with commas.
QString valueText(const Json &value);

} // namespace modelcrate
