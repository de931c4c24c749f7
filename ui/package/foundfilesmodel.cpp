// SPDX-License-Identifier: Apache-2.0
#include "ui/package/foundfilesmodel.h"

#include "ui/jobs/disposal.h"
#include "ui/text/convert.h"
#include "ui/text/numbers.h"
#include "ui/widgets/icons.h"

#include <iterator>
#include <utility>

namespace modelcrate {

FoundFilesModel::~FoundFilesModel() { dispose(std::move(m_files)); }

void FoundFilesModel::append(std::vector<ScannedFile> files)
{
    if (files.empty())
        return;
    beginInsertRows({}, static_cast<int>(m_files.size()), static_cast<int>(m_files.size() + files.size()) - 1);
    for (const auto &file : files)
        m_total += file.identity.size;
    m_files.insert(m_files.end(), std::make_move_iterator(files.begin()), std::make_move_iterator(files.end()));
    endInsertRows();
}

void FoundFilesModel::clear()
{
    beginResetModel();
    dispose(std::exchange(m_files, {}));
    m_total = {};
    endResetModel();
}

int FoundFilesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_files.size());
}

QVariant FoundFilesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &file = m_files[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return index.column() == 0 ? displayText(file.path) : formatBytes(file.identity.size);
    case Qt::DecorationRole: return index.column() == 0 ? icon(QStringLiteral("file")) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight));
    default: return {};
    }
}

QVariant FoundFilesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return section == 0 ? tr("Name") : tr("Size");
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section == 0 ? Qt::AlignLeft : Qt::AlignRight));
    return {};
}

} // namespace modelcrate

#include "moc_foundfilesmodel.cpp"
