// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/filelistmodel.h"

#include <memory>
#include <optional>
#include <vector>

#include <QElapsedTimer>
#include <QTableView>

namespace modelcrate {

class Settings;

/// The table of a FileListModel: fixed rows, no grid, folders that open and close by the chevron, Left and Right or a
/// double click, whole rows selected. Keeps selection, current row and scroll position by file when rows are swapped,
/// and what was selected before a filter hid it. Order and columns are stored in the settings.
class FileListView : public QTableView {
    Q_OBJECT

public:
    /// `stateKey`: under which the settings keep columns and order.
    FileListView(FileListModel &model, Settings &settings, const QString &stateKey, QWidget *parent = nullptr);
    ~FileListView() override;

    /// Entries of the selected rows, each once, in order; of a folder all that it holds.
    std::vector<std::size_t> selectedEntries() const;
    /// Indexes into FileTree::excluded() of the selected rows.
    std::vector<std::size_t> selectedExcluded() const;
    /// Before the first rows are there, it is remembered until then.
    void selectEntries(const std::vector<std::size_t> &entries);
    /// Opens the folders above, scrolls there and makes it current.
    void showEntry(std::size_t entry);
    /// Goes to the next row whose name begins with what is typed; one pass over the names, however many there are.
    void keyboardSearch(const QString &search) override;

Q_SIGNALS:
    void selectedChanged();
    /// Its "Include" was clicked.
    void includeRequested(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    /// Where the user is, by nodes of a tree.
    struct Place {
        std::shared_ptr<const FileTree> tree;
        std::vector<std::uint32_t> selected;
        std::uint32_t current = FileTree::none;
        std::uint32_t top = FileTree::none;
    };
    Place place() const;
    void restore(const Place &place, bool withScroll);
    void rememberPlace();
    void restorePlace();
    void setExpanded(const QModelIndex &index, bool expanded);
    bool isIncludeLink(const QModelIndex &index) const;
    void setUpColumns();
    void storeColumns() const;
    void fitColumns();
    void applyLook();

    FileListModel &m_model;
    Settings &m_settings;
    QString m_stateKey;
    std::optional<Place> m_place; ///< while rows are swapped
    std::optional<Place> m_beforeFilter;
    std::optional<std::vector<std::size_t>> m_wantedSelection; ///< selectEntries() before the first rows
    std::optional<std::size_t> m_wantedEntry; ///< showEntry() of a row that is not there yet
    bool m_restoring = false;
    QString m_searched;
    QElapsedTimer m_sinceSearch;
};

} // namespace modelcrate
