// SPDX-License-Identifier: Apache-2.0
#include "ui/package/fileitems.h"

#include "ui/artifact/filelistmodel.h"
#include "ui/jobs/disposal.h"
#include "ui/jobs/jobrunner.h"
#include "ui/package/packagedocument.h"
#include "ui/package/planpreview.h"
#include "ui/package/whereabouts.h"
#include "ui/text/kindtext.h"

#include <algorithm>
#include <utility>

namespace modelcrate {

namespace {

bool runsCode(FileFormat format) { return format == FileFormat::Pickle; }

} // namespace

FileItems::FileItems(const Parts &parts, QObject *parent) : QObject(parent), m_parts(parts)
{
    // What was left out may be something else now.
    connect(&parts.document, &PackageDocument::factsChanged, this, &FileItems::makeTree);
    connect(&parts.document, &PackageDocument::entriesReset, this, [this] {
        m_isReady = false;
        makeTree();
    });
    connect(&parts.preview.hashAhead(), &HashAhead::progressChanged, this, &FileItems::refreshHashing);
    makeTree();
}

// --- the tree --------------------------------------------------------------------------------------------------------

void FileItems::makeTree()
{
    const auto &excluded = m_parts.document.excluded();
    std::map<std::string, QString> shown;
    for (const auto &path : excluded)
        shown.emplace(path.path, exclusionText(path));
    if (m_isReady && shown == m_excluded)
        return;
    m_excluded = std::move(shown);
    const auto generation = ++m_generation;
    using Tree = std::shared_ptr<const FileTree>;
    m_parts.jobs.run<Tree>(
        this,
        [entries = m_parts.document.state().entries, left = excluded](const TaskContext &) -> Result<Tree> {
            std::vector<std::string_view> paths;
            paths.reserve(entries->size());
            for (const auto &entry : *entries)
                paths.emplace_back(entry.path);
            return FileTree::make(paths, left);
        },
        [this, generation](Result<Tree> tree) {
            if (tree && generation == m_generation)
                takeTree(std::move(*tree));
        });
}

void FileItems::takeTree(std::shared_ptr<const FileTree> tree)
{
    m_isReady = true;
    m_hashingPath.clear();
    m_items = make();
    m_parts.model.setFiles(std::move(tree), m_items);
    Q_EMIT treeChanged();
}

// --- what is said of the files ---------------------------------------------------------------------------------------

void FileItems::refresh()
{
    if (!m_isReady)
        return;
    auto items = make();
    if (m_items && *items == *m_items)
        return;
    m_items = std::move(items);
    m_parts.model.setItems(m_items);
}

std::shared_ptr<const std::vector<FileItem>> FileItems::make() const
{
    const auto &document = m_parts.document;
    const auto &state = document.state();
    const auto &facts = document.facts();
    const auto snapshot = m_parts.preview.snapshot();
    const bool isHashing = m_parts.preview.hashAhead().isRunning();
    const auto &places = m_parts.whereabouts.ofEntries();
    auto items = makeDisposed<std::vector<FileItem>>(state.size());
    for (std::size_t i = 0; i < state.size(); ++i) {
        auto &item = (*items)[i];
        const auto &entry = state.state(i);
        item.size = facts[i].identity ? facts[i].identity->size : ByteCount();
        item.kind = entry.kind;
        item.encoding = entry.encoding;
        item.included = entry.included;
        item.needsALook = !entry.chosen && entry.certainty == Certainty::Guess;
        item.changed =
            document.isChangedOnDisk(i) || (document.published() && document.replacement(state.entry(i).path));
        item.gone = !facts[i].identity;
        item.cautious = runsCode(facts[i].format);
        item.bundled = entry.bundle != 0;
        const auto layer = snapshot && i < snapshot->layerOfEntry.size() ? snapshot->layerOfEntry[i] : std::nullopt;
        if (layer && snapshot->plan.layers[*layer].digest)
            item.digest = FileItem::Digest::Known;
        else if (layer && isHashing && snapshot->plan.layers[*layer].file)
            item.digest = FileItem::Digest::Waiting;
        if (item.digest == FileItem::Digest::Known && i < places.size())
            item.where = places[i];
    }
    return items;
}

// --- hashing ahead ---------------------------------------------------------------------------------------------------

void FileItems::refreshHashing()
{
    const auto progress = m_parts.preview.hashAhead().progress();
    if (!progress || !m_isReady) {
        m_parts.model.setHashing(std::nullopt, 0);
        return;
    }
    if (m_hashingPath != progress->path) {
        // Looked for once for each file, not ten times a second.
        m_hashingPath = progress->path;
        m_hashingEntry = entryAt(m_hashingPath);
    }
    if (m_hashingEntry == FileTree::none)
        return;
    const auto total = progress->total.value();
    m_parts.model.setHashing(
        m_hashingEntry, total == 0 ? 1.0 : static_cast<double>(progress->done.value()) / static_cast<double>(total));
}

std::uint32_t FileItems::entryAt(const std::string &path) const
{
    const auto &nodes = m_parts.model.rows()->tree->nodes();
    const auto node = std::find_if(nodes.begin(), nodes.end(), [&](const FileTree::Node &candidate) {
        return candidate.entry != FileTree::none && candidate.path == path;
    });
    return node == nodes.end() ? FileTree::none : node->entry;
}

} // namespace modelcrate

#include "moc_fileitems.cpp"
