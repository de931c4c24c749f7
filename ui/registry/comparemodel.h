// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/registry/comparereport.h"
#include "ui/widgets/theme.h"

#include <memory>
#include <set>
#include <vector>

#include <QAbstractTableModel>

namespace modelcrate {

/// A row for each layer of a comparison whose state is wanted, state by state. Texts are made when they are asked for:
/// a hundred thousand layers are a list of their places. GUI thread.
class CompareModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using State = LayerChange::State;
    enum Column { What, Layer, Kind, Before, After, Change, ColumnCount };
    /// In the order of the rows.
    static constexpr State stateOrder[] = {State::Changed, State::Added,   State::Removed, State::Renamed,
                                           State::Retyped, State::Pending, State::Same};
    static QString iconOf(State state);
    static Role colorOf(State state);

    using QAbstractTableModel::QAbstractTableModel;

    /// Null for none.
    void setComparison(std::shared_ptr<const Comparison> comparison);
    void setStates(const std::set<State> &states);
    /// In the units that are chosen now.
    void writeSizes();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void choose();
    QString text(const LayerChange &layer, int column) const;

    std::shared_ptr<const Comparison> m_comparison;
    std::set<State> m_states{std::begin(stateOrder), std::end(stateOrder)};
    std::vector<std::size_t> m_rows; ///< places in ArtifactChanges::layers
};

} // namespace modelcrate
