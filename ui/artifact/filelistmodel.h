// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/filerows.h"
#include "ui/jobs/jobrunner.h"

#include <memory>
#include <optional>
#include <vector>

#include <QAbstractTableModel>
#include <QPersistentModelIndex>

namespace modelcrate {

/// The files of a package or an artifact as flat rows. Rows are computed on a worker from an immutable snapshot; the
/// newest wins and is swapped in by one reset, or by one dataChanged() when the same rows stay in place (an edit that
/// moves nothing), so that no call of it takes long with a hundred thousand files. GUI thread.
class FileListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum DataRole {
        NodeRole = Qt::UserRole + 1, ///< uint, index into FileTree::nodes()
        DepthRole,
        FolderRole, ///< bool
        ExpandedRole, ///< bool; nothing for what does not open: a left-out folder is one row
        LeftOutRole, ///< bool: not part of the package
        IncludableRole, ///< bool: a click can make it part
        KindRole, ///< int of LayerKind; -1: mixed; nothing: none
        StateRole, ///< int of FileState
        CautionRole, ///< bool: pickle
        ProgressRole, ///< double from 0 to 1 while it is hashed
        DigestRole, ///< int of FileItem::Digest
    };

    explicit FileListModel(JobRunner &jobs, QObject *parent = nullptr);

    /// Other files. The tree keeps which folders are collapsed, by their paths.
    void setFiles(std::shared_ptr<const FileTree> tree, std::shared_ptr<const std::vector<FileItem>> items);
    /// The same files, something else to say of them.
    void setItems(std::shared_ptr<const std::vector<FileItem>> items);
    void setFilter(FileFilter filter);
    void setShowLeftOut(bool show);
    bool showsLeftOut() const { return m_wanted.showLeftOut; }
    void setCollapsed(const QModelIndex &folder, bool collapsed);
    void collapseAll();
    void expandAll();
    /// The name of what FileItem::Where::Target and the like speak of.
    void setTargetName(const QString &name) { m_targetName = name; }
    /// `done` of the entry that is hashed right now; nothing when none is.
    void setHashing(std::optional<std::size_t> entry, double done);

    /// The files that were set last; rows() follows a little later.
    const std::shared_ptr<const FileTree> &tree() const { return m_wanted.tree; }
    /// What is shown; never null.
    std::shared_ptr<const FileRows> rows() const { return m_rows; }
    /// Whether a newer result is on its way.
    bool isBusy() const { return m_running || m_dirty; }
    QModelIndex indexOfNode(std::uint32_t node) const;
    QModelIndex indexOfEntry(std::size_t entry) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    /// Rows were swapped or their data changed.
    void rowsChanged();

private:
    const FileTree::Node &node(const QModelIndex &index) const
    {
        return m_rows->tree->nodes()[m_rows->nodes[static_cast<std::size_t>(index.row())]];
    }
    QString text(const FileTree::Node &node, FileColumn column) const;
    QString textOfFolder(const FileTree::Node &node, FileColumn column) const;
    QString textOfLeftOut(const FileTree::Node &node, FileColumn column) const;
    QString textOfFile(const FileTree::Node &node, FileColumn column) const;
    QString whereText(const FileItem &item) const;
    QString whereToolTip(const FileItem &item) const;
    QString stateText(const FileItem &item, std::size_t entry) const;
    QString accessibleName(const FileTree::Node &node) const;
    QString toolTip(const FileTree::Node &node, FileColumn column) const;
    QVariant kind(const FileTree::Node &node) const;
    const FolderSummary &summary(const FileTree::Node &node) const;
    bool isLeftOut(const FileTree::Node &node) const;
    void refresh();
    void take(std::shared_ptr<const FileRows> rows);

    JobRunner &m_jobs;
    FileRowsInput m_wanted;
    std::shared_ptr<const FileRows> m_rows;
    QString m_targetName;
    bool m_running = false;
    bool m_dirty = false;
    std::optional<std::size_t> m_hashing;
    double m_hashed = 0;
};

QString fileColumnText(FileColumn column);

} // namespace modelcrate
