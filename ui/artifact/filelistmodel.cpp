// SPDX-License-Identifier: Apache-2.0
#include "ui/artifact/filelistmodel.h"

#include "ui/text/convert.h"
#include "ui/text/kindtext.h"
#include "ui/text/numbers.h"

#include <algorithm>

namespace modelcrate {

namespace {

/// The one kind of a set of bits, or -1 for several; nothing for none.
std::optional<int> oneOf(std::uint8_t bits)
{
    if (bits == 0)
        return std::nullopt;
    if ((bits & (bits - 1)) != 0)
        return -1;
    int index = 0;
    while ((bits >> index) != 1)
        ++index;
    return index;
}

} // namespace

QString fileColumnText(FileColumn column)
{
    switch (column) {
    case FileColumn::Name: return FileListModel::tr("Name");
    case FileColumn::Layer: return FileListModel::tr("Layer");
    case FileColumn::Size: return FileListModel::tr("Size");
    case FileColumn::Packaging: return FileListModel::tr("Packaging");
    case FileColumn::State: return FileListModel::tr("State");
    case FileColumn::Where: return FileListModel::tr("Where");
    }
    return {};
}

FileListModel::FileListModel(JobRunner &jobs, QObject *parent) : QAbstractTableModel(parent), m_jobs(jobs)
{
    m_wanted.tree = FileTree::make({}, {});
    m_wanted.items = std::make_shared<const std::vector<FileItem>>();
    m_rows = computeFileRows(m_wanted);
}

void FileListModel::setFiles(std::shared_ptr<const FileTree> tree, std::shared_ptr<const std::vector<FileItem>> items)
{
    m_wanted.tree = std::move(tree);
    setItems(std::move(items));
}

void FileListModel::setItems(std::shared_ptr<const std::vector<FileItem>> items)
{
    Q_ASSERT(items->size() == m_wanted.tree->entryCount());
    m_wanted.items = std::move(items);
    refresh();
}

void FileListModel::setFilter(FileFilter filter)
{
    m_wanted.filter = std::move(filter);
    refresh();
}

void FileListModel::setShowLeftOut(bool show)
{
    if (std::exchange(m_wanted.showLeftOut, show) != show)
        refresh();
}

void FileListModel::setCollapsed(const QModelIndex &folder, bool collapsed)
{
    if (!folder.isValid() || !node(folder).isFolder())
        return;
    if (collapsed)
        m_wanted.collapsed.insert(node(folder).path);
    else
        m_wanted.collapsed.erase(node(folder).path);
    refresh();
}

void FileListModel::collapseAll()
{
    for (const auto &node : m_wanted.tree->nodes()) {
        if (node.isFolder())
            m_wanted.collapsed.insert(node.path);
    }
    refresh();
}

void FileListModel::expandAll()
{
    m_wanted.collapsed.clear();
    refresh();
}

void FileListModel::setHashing(std::optional<std::size_t> entry, double done)
{
    const auto before = std::exchange(m_hashing, entry);
    m_hashed = done;
    for (const auto &changed : {before, entry}) {
        if (!changed || *changed >= m_rows->tree->entryCount())
            continue;
        if (const auto index = indexOfEntry(*changed); index.isValid()) {
            const auto state = index.siblingAtColumn(static_cast<int>(FileColumn::State));
            Q_EMIT dataChanged(state, state);
        }
    }
}

void FileListModel::sort(int column, Qt::SortOrder order)
{
    const bool descending = order == Qt::DescendingOrder;
    const auto wanted = static_cast<FileColumn>(std::clamp(column, 0, fileColumnCount - 1));
    if (m_wanted.sortColumn == wanted && m_wanted.descending == descending)
        return;
    m_wanted.sortColumn = wanted;
    m_wanted.descending = descending;
    refresh();
}

void FileListModel::refresh()
{
    m_dirty = true;
    if (m_running)
        return; // what runs is old by now; take() starts again with what is wanted then
    m_dirty = false;
    m_running = true;
    using Rows = std::shared_ptr<const FileRows>;
    m_jobs.run<Rows>(
        this, [input = m_wanted](const TaskContext &) -> Result<Rows> { return computeFileRows(input); },
        [this](Result<Rows> rows) {
            m_running = false;
            if (rows && !m_dirty)
                take(std::move(*rows));
            else if (m_dirty)
                refresh();
        });
}

void FileListModel::take(std::shared_ptr<const FileRows> rows)
{
    const bool sameRows = rows->tree == m_rows->tree && rows->nodes == m_rows->nodes;
    if (sameRows) {
        m_rows = std::move(rows);
        if (!m_rows->nodes.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, fileColumnCount - 1));
    } else {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    Q_EMIT rowsChanged();
}

QModelIndex FileListModel::indexOfNode(std::uint32_t node) const
{
    if (node >= m_rows->rowOfNode.size() || m_rows->rowOfNode[node] == FileTree::none)
        return {};
    return index(static_cast<int>(m_rows->rowOfNode[node]), 0);
}

QModelIndex FileListModel::indexOfEntry(std::size_t entry) const
{
    return entry < m_rows->tree->entryCount() ? indexOfNode(m_rows->tree->nodeOfEntry(entry)) : QModelIndex();
}

int FileListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows->nodes.size());
}

int FileListModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : fileColumnCount; }

Qt::ItemFlags FileListModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

QVariant FileListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= fileColumnCount)
        return {};
    const auto column = static_cast<FileColumn>(section);
    if (role == Qt::DisplayRole)
        return fileColumnText(column);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (column == FileColumn::Size ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

const FolderSummary &FileListModel::summary(const FileTree::Node &node) const
{
    return m_rows->summaries[static_cast<std::size_t>(&node - m_rows->tree->nodes().data())];
}

bool FileListModel::isLeftOut(const FileTree::Node &node) const
{
    if (node.excluded != FileTree::none)
        return true;
    return node.isFolder() ? summary(node).files == 0 : !(*m_rows->items)[node.entry].included;
}

QVariant FileListModel::kind(const FileTree::Node &node) const
{
    if (isLeftOut(node))
        return {};
    if (!node.isFolder())
        return static_cast<int>((*m_rows->items)[node.entry].kind);
    const auto kind = oneOf(summary(node).kinds);
    return kind ? QVariant(*kind) : QVariant();
}

QVariant FileListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &at = node(index);
    const auto column = static_cast<FileColumn>(index.column());
    const bool isFile = at.entry != FileTree::none;
    switch (role) {
    case Qt::DisplayRole: return text(at, column);
    case Qt::ToolTipRole: return toolTip(at, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (column == FileColumn::Size ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::AccessibleTextRole: return column == FileColumn::Name ? accessibleName(at) : text(at, column);
    case NodeRole: return m_rows->nodes[static_cast<std::size_t>(index.row())];
    case DepthRole: return static_cast<int>(at.depth);
    case FolderRole:
        return at.isFolder()
            || (at.excluded != FileTree::none && m_rows->tree->excluded()[at.excluded].path.ends_with('/'));
    case ExpandedRole:
        return at.isFolder() ? QVariant(m_rows->filtered || !m_wanted.collapsed.contains(at.path)) : QVariant();
    case LeftOutRole: return isLeftOut(at);
    case IncludableRole:
        return at.excluded == FileTree::none ? isLeftOut(at)
                                             : canBeIncluded(m_rows->tree->excluded()[at.excluded].reason);
    case KindRole: return kind(at);
    case StateRole: return isFile ? static_cast<int>(stateOf((*m_rows->items)[at.entry])) : QVariant();
    case CautionRole: return isFile && (*m_rows->items)[at.entry].cautious;
    case DigestRole: return isFile ? static_cast<int>((*m_rows->items)[at.entry].digest) : QVariant();
    case ProgressRole:
        return isFile && m_hashing == at.entry && stateOf((*m_rows->items)[at.entry]) == FileState::Waiting
            ? QVariant(m_hashed)
            : QVariant();
    default: return {};
    }
}

QString FileListModel::text(const FileTree::Node &node, FileColumn column) const
{
    if (column == FileColumn::Name)
        return displayText(node.name());
    if (node.isFolder())
        return textOfFolder(node, column);
    return isLeftOut(node) ? textOfLeftOut(node, column) : textOfFile(node, column);
}

QString FileListModel::textOfFolder(const FileTree::Node &node, FileColumn column) const
{
    const auto &sum = summary(node);
    if (sum.files == 0) {
        if (column == FileColumn::Layer)
            return tr("Left out");
        return column == FileColumn::Where ? tr("Include") : QString();
    }
    switch (column) {
    case FileColumn::Layer: {
        const auto kind = oneOf(sum.kinds);
        return kind && *kind >= 0 ? kindText(static_cast<LayerKind>(*kind)) : tr("mixed");
    }
    case FileColumn::Size: return formatBytes(sum.size);
    case FileColumn::State:
        // Only trouble is worth a word on a folder: with it closed nobody would see it.
        switch (sum.state) {
        case FileState::Gone: return tr("Gone");
        case FileState::Changed: return tr("Changed on disk");
        case FileState::NeedsALook: return tr("Needs a look");
        default: return {};
        }
    default: return {};
    }
}

QString FileListModel::textOfLeftOut(const FileTree::Node &node, FileColumn column) const
{
    const bool byUser = node.excluded == FileTree::none;
    switch (column) {
    case FileColumn::Layer: return tr("Left out");
    case FileColumn::Packaging: return byUser ? tr("By you") : exclusionText(m_rows->tree->excluded()[node.excluded]);
    case FileColumn::Size: return byUser ? formatBytes((*m_rows->items)[node.entry].size) : QString();
    case FileColumn::Where:
        return data(indexOfNode(static_cast<std::uint32_t>(&node - m_rows->tree->nodes().data())), IncludableRole)
                   .toBool()
            ? tr("Include")
            : QString();
    default: return {};
    }
}

QString FileListModel::textOfFile(const FileTree::Node &node, FileColumn column) const
{
    const auto &item = (*m_rows->items)[node.entry];
    switch (column) {
    case FileColumn::Layer: return kindText(item.kind);
    case FileColumn::Size: return item.gone ? QStringLiteral("—") : formatBytes(item.size);
    case FileColumn::Packaging: return item.bundled ? tr("bundle") : encodingText(item.encoding);
    case FileColumn::State: return stateText(item, node.entry);
    case FileColumn::Where: return whereText(item);
    case FileColumn::Name: break;
    }
    return {};
}

QString FileListModel::whereText(const FileItem &item) const
{
    if (item.digest != FileItem::Digest::Known)
        return QStringLiteral("—");
    switch (item.where) {
    case FileItem::Where::Unknown: return tr("Cached");
    case FileItem::Where::Nowhere: return tr("New");
    case FileItem::Where::Store: return tr("Stored");
    case FileItem::Where::Mountable: return tr("Mountable");
    case FileItem::Where::Target: return tr("At target");
    }
    return {};
}

QString FileListModel::whereToolTip(const FileItem &item) const
{
    if (item.digest != FileItem::Digest::Known)
        return tr("Its digest is not known yet, so nobody can tell where it lies already");
    switch (item.where) {
    case FileItem::Where::Unknown:
        return tr("Its digest is known and need not be computed again. This computer's store does not have it, and no "
                  "registry was asked.");
    case FileItem::Where::Nowhere: return tr("%1 does not have it: it will be sent").arg(m_targetName);
    case FileItem::Where::Store: return tr("This computer's store has it");
    case FileItem::Where::Mountable:
        return tr("Another repository of %1 has it: it can be mounted from there without being sent").arg(m_targetName);
    case FileItem::Where::Target: return tr("%1 has it: it will not be sent").arg(m_targetName);
    }
    return {};
}

QString FileListModel::stateText(const FileItem &item, std::size_t entry) const
{
    switch (stateOf(item)) {
    case FileState::Gone: return tr("Gone");
    case FileState::Changed: return tr("Changed on disk");
    case FileState::NeedsALook: return tr("Needs a look");
    case FileState::Waiting:
        if (m_hashing == entry)
            return tr("Hashing %1")
                .arg(formatPercent(ByteCount(static_cast<std::int64_t>(m_hashed * 1000)), ByteCount(1000)));
        return tr("Waiting");
    case FileState::Ready: return tr("Ready");
    case FileState::LeftOut: return {};
    }
    return {};
}

/// What the eye sees of the name's cell: how deep it lies, whether it is open, the caution.
QString FileListModel::accessibleName(const FileTree::Node &node) const
{
    const auto name = displayText(node.path);
    if (node.isFolder()) {
        const bool open = m_rows->filtered || !m_wanted.collapsed.contains(node.path);
        const auto files = tr("%Ln file(s)", nullptr, static_cast<int>(summary(node).allFiles));
        return open ? tr("%1, open folder, %2").arg(name, files) : tr("%1, closed folder, %2").arg(name, files);
    }
    const bool caution = node.entry != FileTree::none && (*m_rows->items)[node.entry].cautious;
    return caution ? tr("%1, pickle: opening it may run code").arg(name) : name;
}

QString FileListModel::toolTip(const FileTree::Node &node, FileColumn column) const
{
    if (column == FileColumn::Name)
        return displayText(node.path);
    if (column == FileColumn::Where && node.entry != FileTree::none && !isLeftOut(node))
        return whereToolTip((*m_rows->items)[node.entry]);
    if (node.isFolder() || (column != FileColumn::Packaging && column != FileColumn::State))
        return {};
    return isLeftOut(node) ? textOfLeftOut(node, FileColumn::Packaging) : QString();
}

} // namespace modelcrate

#include "moc_filelistmodel.cpp"
