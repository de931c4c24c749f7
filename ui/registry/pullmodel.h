// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/details.h"

#include <memory>
#include <vector>

#include <QAbstractItemModel>

namespace modelcrate {

/// The files of an artifact to choose from, below their kinds, each with a box. Which of them there are, and in which
/// order, is found by sort(), on a worker where they are many; all else takes no longer for a hundred thousand. Of the
/// choice it knows the sums. GUI thread.
class PullModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Name, Size, ColumnCount };
    /// The place of a file in ArtifactDetails::layers; the kind of a row of the first level.
    enum Role { LayerRole = Qt::UserRole, KindRole };
    using Details = std::shared_ptr<const ArtifactDetails>;

    struct Kind {
        LayerKind kind;
        std::vector<int> layers; ///< by name
        ByteCount size = {};
        int chosen = 0;
    };
    /// Layers of a type that ModelPack does not know are no files. Any thread.
    static std::vector<Kind> sort(const ArtifactDetails &details);

    using QAbstractItemModel::QAbstractItemModel;
    ~PullModel() override;

    /// Shows nothing while there are no details.
    void setKinds(Details details, std::vector<Kind> kinds, std::vector<bool> chosen);
    const std::vector<Kind> &kinds() const { return m_kinds; }
    /// Layer by layer.
    const std::vector<bool> &chosen() const { return m_chosen; }
    void setChosen(std::vector<bool> chosen);
    int chosenFiles() const { return m_chosenFiles; }
    ByteCount chosenSize() const { return m_chosenSize; }
    /// In the units that are chosen now.
    void writeSizes();

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void choiceEdited(); ///< by a box, not by setChosen()

private:
    const ArtifactLayer &layer(std::size_t place) const { return m_details->layers[place]; }
    QVariant kindData(const QModelIndex &index, int role) const;
    QVariant fileData(const QModelIndex &index, int role) const;
    void choose(Kind &kind, std::size_t place, bool chosen);
    void count();
    void changed(int first, int last, int column, int role);
    void discard();

    Details m_details;
    std::vector<Kind> m_kinds;
    std::vector<bool> m_chosen;
    int m_chosenFiles = 0;
    ByteCount m_chosenSize;
};

} // namespace modelcrate
