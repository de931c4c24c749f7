// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelpack/folderscan.h"

#include <deque>
#include <vector>

#include <QAbstractTableModel>

namespace modelcrate {

/// Files in the order in which a scan meets them, appended in large steps. GUI thread.
class FoundFilesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;
    ~FoundFilesModel() override;
    Q_DISABLE_COPY_MOVE(FoundFilesModel)

    void append(std::vector<ScannedFile> files);
    void clear();
    ByteCount totalSize() const { return m_total; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 2; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::deque<ScannedFile> m_files; ///< of which none is moved when more come
    ByteCount m_total;
};

} // namespace modelcrate
