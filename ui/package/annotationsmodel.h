// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "oci/descriptor.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include <QAbstractTableModel>

namespace modelcrate {

class JobRunner;
class PackageDocument;
class PlanPreview;
struct PlanSnapshot;

/// All annotations that a publish writes: the user's on the manifest and on layers, a row to add one, then those that
/// are derived from the plan. Edits go to the document and come back from there at once; what is derived for layers,
/// some rows a file, is gathered on a worker and follows each plan. GUI thread.
class AnnotationsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Key, Value, Scope, Origin, Remark, ColumnCount };
    enum Roles { IsDerivedRole = Qt::UserRole, IsAddRole };

    AnnotationsModel(PackageDocument &document, PlanPreview &preview, JobRunner &jobs, QObject *parent = nullptr);
    /// While nobody looks, the derived rows stay as they are: a plan comes after every edit, and they are three a file.
    void setSeen(bool seen);
    /// Whether the derived rows are of the last plan.
    bool isCurrent() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// Adds or replaces by key on the manifest: one undo step.
    void add(const Annotations &annotations);
    /// The user's among the rows; one undo step.
    void remove(const std::vector<int> &rows);
    bool isYours(int row) const;
    int addRow() const; ///< the row to add one
    std::size_t totalBytes() const; ///< of the manifest's
    int remarkCount() const { return m_remarks; }

Q_SIGNALS:
    void keyAdded(int row); ///< by the user; its value is empty
    void refused(const QString &why); ///< an edit that cannot be

private:
    enum class Kind { Own, OwnLayer, Add, Derived, DerivedLayer };
    struct Row {
        Kind kind = Kind::Own;
        std::size_t owner = 0; ///< entry, or planned layer
        std::size_t index = 0; ///< in the list of its owner
        bool operator==(const Row &) const = default;
    };
    using Rows = std::vector<Row>;
    struct LayerRows {
        std::shared_ptr<const Rows> rows;
        int same = 0; ///< so many of the first are as they were
    };
    static LayerRows makeLayerRows(const PlanSnapshot *snapshot, const Rows &before);
    Rows makeFirstRows() const;
    const Row &rowAt(int row) const;
    void refreshFirstRows();
    void planChanged();
    void takeLayerRows(const LayerRows &made, std::shared_ptr<const PlanSnapshot> snapshot);
    void tellAllChanged();
    const Annotations &listOf(const Row &row) const;
    const Annotations &ownOf(std::size_t entry) const;
    QString scopeOf(const Row &row) const;
    QString remarkOf(const Row &row) const;
    void setList(const Row &row, Annotations list);
    bool setScope(const Row &row, const QString &path);

    PackageDocument &m_document;
    PlanPreview &m_preview;
    JobRunner &m_jobs;
    bool m_seen = true;
    bool m_gathering = false;
    std::shared_ptr<const PlanSnapshot> m_snapshot; ///< that the derived rows are of
    Rows m_firstRows; ///< all but those of m_layerRows, which follow
    std::shared_ptr<const Rows> m_layerRows = std::make_shared<Rows>();
    int m_remarks = 0;
};

} // namespace modelcrate
