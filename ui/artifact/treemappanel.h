// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/treemapview.h"

#include <memory>
#include <vector>

#include <QString>
#include <QWidget>

class QLabel;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace modelcrate {

class LargestFilesModel;
class SegmentedControl;

/// The treemap with what goes with it: zoom, and the same in words, a table of the largest files, for who cannot or
/// does not want to read areas. GUI thread.
class TreemapPanel : public QWidget {
    Q_OBJECT

public:
    explicit TreemapPanel(JobRunner &jobs, QWidget *parent = nullptr);

    void setFiles(std::shared_ptr<const FileTree> tree, std::shared_ptr<const std::vector<FileItem>> items);
    void setSelected(std::vector<std::size_t> entries) { m_view->setSelected(std::move(entries)); }
    /// The keyboard goes to the map or the table, whichever is shown.
    void focusMap();

Q_SIGNALS:
    void entryChosen(std::size_t entry);
    /// A text for the filter of the list that shows the files of a tile.
    void filterChosen(const QString &filter);
    void closed();

private:
    void refresh();

    TreemapView *m_view;
    LargestFilesModel *m_model;
    SegmentedControl *m_choice;
    QStackedWidget *m_stack;
    QTableView *m_table;
    QLabel *m_note;
    QToolButton *m_zoomOut;
};

} // namespace modelcrate
