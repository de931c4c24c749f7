// SPDX-License-Identifier: Apache-2.0
#include "ui/registry/pullmodel.h"

#include "ui/artifact/filelist.h"
#include "ui/jobs/disposal.h"
#include "ui/text/convert.h"
#include "ui/text/kindtext.h"
#include "ui/text/numbers.h"
#include "ui/widgets/icons.h"

#include <algorithm>
#include <map>
#include <utility>

namespace modelcrate {

namespace {

/// Of the index of a file: one more than the row of its kind. That of a kind is 0.
std::size_t kindOf(const QModelIndex &file) { return static_cast<std::size_t>(file.internalId()) - 1; }

bool isKind(const QModelIndex &index) { return index.internalId() == 0; }

} // namespace

std::vector<PullModel::Kind> PullModel::sort(const ArtifactDetails &details)
{
    const auto &layers = details.layers;
    std::map<LayerKind, Kind> kinds;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (!layers[i].type)
            continue;
        const auto kind = layers[i].type->kind;
        auto &row = kinds.try_emplace(kind, Kind{kind, {}}).first->second;
        row.layers.push_back(static_cast<int>(i));
        row.size += layers[i].descriptor.size;
    }
    std::vector<Kind> rows;
    for (auto &[kind, row] : kinds) {
        std::sort(row.layers.begin(), row.layers.end(), [&](int a, int b) {
            return compareNames(layers[static_cast<std::size_t>(a)].path, layers[static_cast<std::size_t>(b)].path) < 0;
        });
        rows.push_back(std::move(row));
    }
    return rows;
}

PullModel::~PullModel() { discard(); }

void PullModel::discard() { dispose(std::exchange(m_details, {}), std::exchange(m_kinds, {})); }

void PullModel::setKinds(Details details, std::vector<Kind> kinds, std::vector<bool> chosen)
{
    beginResetModel();
    discard();
    m_details = std::move(details);
    m_kinds = std::move(kinds);
    m_chosen = std::move(chosen);
    count();
    endResetModel();
}

void PullModel::setChosen(std::vector<bool> chosen)
{
    m_chosen = std::move(chosen);
    count();
    changed(0, rowCount() - 1, Name, Qt::CheckStateRole);
}

void PullModel::count()
{
    m_chosenFiles = 0;
    m_chosenSize = {};
    for (auto &kind : m_kinds) {
        kind.chosen = 0;
        for (const int place : kind.layers) {
            if (!m_chosen[static_cast<std::size_t>(place)])
                continue;
            ++kind.chosen;
            m_chosenSize += layer(static_cast<std::size_t>(place)).descriptor.size;
        }
        m_chosenFiles += kind.chosen;
    }
}

void PullModel::writeSizes() { changed(0, rowCount() - 1, Size, Qt::DisplayRole); }

/// Of the kinds of these rows, and of all that is below them.
void PullModel::changed(int first, int last, int column, int role)
{
    if (last < first)
        return;
    Q_EMIT dataChanged(index(first, column), index(last, column), {role});
    for (int row = first; row <= last; ++row) {
        const auto kind = index(row, 0);
        Q_EMIT dataChanged(index(0, column, kind), index(rowCount(kind) - 1, column, kind), {role});
    }
}

QModelIndex PullModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row() + 1) : quintptr(0));
}

QModelIndex PullModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || isKind(index))
        return {};
    return createIndex(static_cast<int>(kindOf(index)), 0, quintptr(0));
}

int PullModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_kinds.size());
    if (!isKind(parent) || parent.column() != Name)
        return 0;
    return static_cast<int>(m_kinds[static_cast<std::size_t>(parent.row())].layers.size());
}

int PullModel::columnCount(const QModelIndex &) const { return ColumnCount; }

Qt::ItemFlags PullModel::flags(const QModelIndex &index) const
{
    auto flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (index.column() == Name)
        flags |= Qt::ItemIsUserCheckable;
    return isKind(index) ? flags : flags | Qt::ItemNeverHasChildren;
}

QVariant PullModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole && index.column() == Size)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    return isKind(index) ? kindData(index, role) : fileData(index, role);
}

QVariant PullModel::kindData(const QModelIndex &index, int role) const
{
    const auto &kind = m_kinds[static_cast<std::size_t>(index.row())];
    const auto count = static_cast<int>(kind.layers.size());
    if (role == KindRole)
        return static_cast<int>(kind.kind);
    if (index.column() == Size)
        return role == Qt::DisplayRole ? formatBytes(kind.size) : QVariant();
    switch (role) {
    case Qt::DisplayRole: return tr("%1, %n file(s)", nullptr, count).arg(kindText(kind.kind));
    case Qt::DecorationRole: return layerIcon(kind.kind);
    case Qt::CheckStateRole:
        return kind.chosen == 0 ? Qt::Unchecked : kind.chosen == count ? Qt::Checked : Qt::PartiallyChecked;
    default: return {};
    }
}

QVariant PullModel::fileData(const QModelIndex &index, int role) const
{
    const auto place = m_kinds[kindOf(index)].layers[static_cast<std::size_t>(index.row())];
    const auto &file = layer(static_cast<std::size_t>(place));
    if (role == LayerRole)
        return place;
    if (index.column() == Size)
        return role == Qt::DisplayRole ? formatBytes(file.descriptor.size) : QVariant();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return file.path.empty() ? shortDigest(file.descriptor.digest) : displayText(file.path);
    case Qt::CheckStateRole: return m_chosen[static_cast<std::size_t>(place)] ? Qt::Checked : Qt::Unchecked;
    default: return {};
    }
}

void PullModel::choose(Kind &kind, std::size_t place, bool chosen)
{
    if (m_chosen[place] == chosen)
        return;
    m_chosen[place] = chosen;
    const auto size = layer(place).descriptor.size;
    kind.chosen += chosen ? 1 : -1;
    m_chosenFiles += chosen ? 1 : -1;
    if (chosen)
        m_chosenSize += size;
    else
        m_chosenSize = m_chosenSize - size;
}

bool PullModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != Name || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const bool chosen = value.toInt() == Qt::Checked;
    if (isKind(index)) {
        auto &kind = m_kinds[static_cast<std::size_t>(index.row())];
        for (const int place : kind.layers)
            choose(kind, static_cast<std::size_t>(place), chosen);
        changed(index.row(), index.row(), Name, role);
    } else {
        auto &kind = m_kinds[kindOf(index)];
        choose(kind, static_cast<std::size_t>(kind.layers[static_cast<std::size_t>(index.row())]), chosen);
        Q_EMIT dataChanged(index, index, {role});
        Q_EMIT dataChanged(index.parent(), index.parent(), {role});
    }
    Q_EMIT choiceEdited();
    return true;
}

QVariant PullModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == Size)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("File") : tr("Size");
}

} // namespace modelcrate
