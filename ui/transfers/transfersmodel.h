// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/jobs/transfertext.h"

#include <unordered_map>

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QTimer>

namespace modelcrate {

/// The queue as one flat list under a head for each section that has any. Changes of the queue are gathered and shown
/// at once by the next turn of the event loop, so thousands of them cost one.
class TransfersModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole, HeadRole };

    explicit TransfersModel(const TransferQueue &queue, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    bool isHead(int row) const { return m_rows[static_cast<std::size_t>(row)].id == 0; }
    TransferSection sectionAt(int row) const { return m_rows[static_cast<std::size_t>(row)].section; }
    int countIn(TransferSection section) const { return m_counts[static_cast<std::size_t>(section)]; }
    /// Null for a head.
    const Transfer *transferAt(int row) const { return m_queue.find(m_rows[static_cast<std::size_t>(row)].id); }
    int rowOf(qint64 id) const; ///< -1 when it has none
    /// "4 min left": changes at most once a second, so that it can be read.
    /// What is to be said of a transfer all the time; mostly empty.
    QString warningText(const Transfer &transfer) const;
    QString timeLeftText(const Transfer &transfer) const;

Q_SIGNALS:
    /// Rows come, go or move; a transfer that moves is a row that goes and one that comes. rowsChanged() ends it.
    void rowsAboutToChange();
    /// Also when only counts have changed.
    void rowsChanged();

private:
    struct Row {
        TransferSection section;
        qint64 id; ///< 0: the head of the section

        bool operator==(const Row &) const = default;
    };
    struct ShownTime {
        std::optional<std::chrono::seconds> left;
        QElapsedTimer since;
    };
    void update();
    std::vector<Row> wantedRows();
    void replaceRows(std::vector<Row> wanted);
    void reindex();
    void showProgress(qint64 id);

    const TransferQueue &m_queue;
    std::vector<Row> m_rows;
    std::array<int, transferSectionCount> m_counts{};
    std::unordered_map<qint64, int> m_rowOf;
    std::unordered_map<qint64, ShownTime> m_times;
    QTimer m_update;
};

} // namespace modelcrate
