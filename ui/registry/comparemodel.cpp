// SPDX-License-Identifier: Apache-2.0
#include "ui/registry/comparemodel.h"

#include "ui/text/convert.h"
#include "ui/text/kindtext.h"
#include "ui/text/numbers.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/layerchip.h"

#include <utility>

namespace modelcrate {

namespace {

QString sizeText(const std::optional<ByteCount> &size) { return size ? formatBytes(*size) : QStringLiteral("—"); }

bool isAmount(int column)
{
    return column == CompareModel::Before || column == CompareModel::After || column == CompareModel::Change;
}

} // namespace

QString CompareModel::iconOf(State state)
{
    switch (state) {
    case State::Changed: return QStringLiteral("edit");
    case State::Added: return QStringLiteral("plus");
    case State::Removed: return QStringLiteral("minus");
    case State::Renamed:
    case State::Retyped: return QStringLiteral("swap");
    case State::Pending: return QStringLiteral("clock");
    case State::Same: return QStringLiteral("same");
    }
    return {};
}

Role CompareModel::colorOf(State state)
{
    switch (state) {
    case State::Changed: return Role::Link;
    case State::Added: return Role::Success;
    case State::Removed: return Role::Danger;
    default: return Role::TextMuted;
    }
}

void CompareModel::setComparison(std::shared_ptr<const Comparison> comparison)
{
    beginResetModel();
    m_comparison = std::move(comparison);
    choose();
    endResetModel();
    Q_EMIT headerDataChanged(Qt::Horizontal, Before, After);
}

void CompareModel::setStates(const std::set<State> &states)
{
    if (states == m_states)
        return;
    beginResetModel();
    m_states = states;
    choose();
    endResetModel();
}

void CompareModel::choose()
{
    m_rows.clear();
    if (!m_comparison)
        return;
    const auto &layers = m_comparison->changes.layers;
    for (const auto state : stateOrder) {
        if (m_states.count(state) == 0)
            continue;
        for (std::size_t i = 0; i < layers.size(); ++i) {
            if (layers[i].state == state)
                m_rows.push_back(i);
        }
    }
}

void CompareModel::writeSizes()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, Before), index(rowCount() - 1, Change), {Qt::DisplayRole});
}

int CompareModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CompareModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString CompareModel::text(const LayerChange &layer, int column) const
{
    const auto path = displayText(layer.path);
    switch (column) {
    case What: return changeStateText(layer.state);
    case Layer: return layer.pathBefore.empty() ? path : tr("%1, was %2").arg(path, displayText(layer.pathBefore));
    case Kind: return layer.type ? kindText(layer.type->kind) : QStringLiteral("—");
    case Before: return sizeText(layer.before);
    case After: return sizeText(layer.after);
    case Change: return sizeChangeText(layer);
    default: return {};
    }
}

QVariant CompareModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &layer = m_comparison->changes.layers[m_rows[static_cast<std::size_t>(index.row())]];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return text(layer, column);
    case Qt::DecorationRole:
        return column == What ? QVariant(icon(iconOf(layer.state), colorOf(layer.state))) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isAmount(column) ? Qt::AlignRight : Qt::AlignLeft));
    case layerKindRole:
        return column == Kind && layer.type ? QVariant(static_cast<int>(layer.type->kind)) : QVariant();
    default: return {};
    }
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (isAmount(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What: return tr("State");
    case Layer: return tr("Layer");
    case Kind: return tr("Kind");
    case Before: return m_comparison ? m_comparison->before : QString();
    case After: return m_comparison ? m_comparison->after : QString();
    case Change: return tr("Change");
    default: return {};
    }
}

} // namespace modelcrate
