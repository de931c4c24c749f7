// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/jsoncontent.h"

#include <memory>
#include <set>
#include <vector>

#include <QAbstractTableModel>
#include <QTableView>

namespace modelcrate {

/// A document's members as flat rows, children of folded ones left out. What is unfolded is kept by place, so it stays
/// as the document changes. At first only what is not within a list is unfolded.
class JsonTreeModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Key, Value, ColumnCount };
    enum DataRole { DepthRole = Qt::UserRole, ContainerRole, UnfoldedRole, MarkRole };

    explicit JsonTreeModel(QObject *parent = nullptr) : QAbstractTableModel(parent) { }
    ~JsonTreeModel() override;

    void setNodes(std::shared_ptr<const std::vector<JsonNode>> nodes);
    const JsonNode &node(int row) const { return (*m_nodes)[m_rows[static_cast<std::size_t>(row)]]; }
    void setUnfolded(int row, bool unfolded);
    bool isUnfolded(int row) const;
    int parentRow(int row) const; ///< -1 at the top
    /// First row of a layer, unfolding what it stands in; -1 when there is none.
    int rowOfLayer(std::size_t layer);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void computeRows();
    bool isUnfoldedNode(std::size_t node) const;

    std::shared_ptr<const std::vector<JsonNode>> m_nodes = std::make_shared<std::vector<JsonNode>>();
    std::vector<std::size_t> m_rows; ///< indexes of nodes that are seen
    std::set<std::size_t> m_toggled; ///< places that are folded otherwise than at first
};

/// The tree as a table of fixed row height: any number of layers costs nothing but the rows that are seen. Left and
/// Right fold and unfold.
class JsonTreeView : public QTableView {
    Q_OBJECT

public:
    explicit JsonTreeView(QWidget *parent = nullptr);
    JsonTreeModel &tree() { return m_model; }
    /// Scroll position and selected row stay where the row is still there.
    void setNodes(std::shared_ptr<const std::vector<JsonNode>> nodes);
    void showLayer(std::size_t layer);
    QString currentValue() const;

Q_SIGNALS:
    void layerSelected(std::size_t layer);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void setUnfolded(int row, bool unfolded);

    JsonTreeModel m_model;
    bool m_quiet = false; ///< the selection follows from somewhere else
};

} // namespace modelcrate
