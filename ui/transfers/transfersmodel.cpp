// SPDX-License-Identifier: Apache-2.0
#include "ui/transfers/transfersmodel.h"

#include "ui/text/numbers.h"

#include <algorithm>

#include <QLocale>

namespace modelcrate {

namespace {

constexpr qint64 timeShownForMs = 1000;

} // namespace

TransfersModel::TransfersModel(const TransferQueue &queue, QObject *parent)
    : QAbstractTableModel(parent),
      m_queue(queue)
{
    m_update.setSingleShot(true);
    m_update.setInterval(0);
    connect(&m_update, &QTimer::timeout, this, &TransfersModel::update);
    const auto later = [this] { m_update.start(); };
    connect(&queue, &TransferQueue::added, this, later);
    connect(&queue, &TransferQueue::changed, this, later);
    connect(&queue, &TransferQueue::removed, this, later);
    connect(&queue, &TransferQueue::reordered, this, later);
    connect(&queue, &TransferQueue::loaded, this, later);
    connect(&queue, &TransferQueue::progressed, this, &TransfersModel::showProgress);
    m_rows = wantedRows();
    reindex();
}

int TransfersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString TransfersModel::warningText(const Transfer &transfer) const
{
    return m_queue.usesPlainHttp(transfer) ? tr("Not encrypted") : QString();
}

int TransfersModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : 1; }

QVariant TransfersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto row = index.row();
    if (role == IdRole)
        return m_rows[static_cast<std::size_t>(row)].id;
    if (role == HeadRole)
        return isHead(row);
    if (isHead(row)) {
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
            return tr("%1, %2").arg(sectionText(sectionAt(row)), formatCount(countIn(sectionAt(row))));
        return {};
    }
    const auto *transfer = transferAt(row);
    if (!transfer) // removed a moment ago
        return {};
    switch (role) {
    case Qt::DisplayRole: return tr("%1 → %2").arg(transferTitle(*transfer), transferTarget(*transfer));
    case Qt::ToolTipRole: return transferDetails(*transfer);
    case Qt::AccessibleTextRole: {
        QStringList parts{directionText(*transfer), transferTitle(*transfer),     transferTarget(*transfer),
                          warningText(*transfer),   transferAmount(*transfer),    transferRate(*transfer),
                          timeLeftText(*transfer),  transferState(*transfer).text};
        parts.removeAll(QString());
        return parts.join(tr(", "));
    }
    default: return {};
    }
}

Qt::ItemFlags TransfersModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (isHead(index.row()))
        return Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

int TransfersModel::rowOf(qint64 id) const
{
    const auto row = m_rowOf.find(id);
    return row == m_rowOf.end() ? -1 : row->second;
}

QString TransfersModel::timeLeftText(const Transfer &transfer) const
{
    if (transfer.finished.isValid())
        return QLocale().toString(transfer.finished, QLocale::ShortFormat);
    const auto time = m_times.find(transfer.id);
    if (!transfer.isRunning() || time == m_times.end() || !time->second.left)
        return {};
    return tr("%1 left").arg(formatDuration(*time->second.left));
}

/// The queue is the truth; this brings the rows to it, with one signal for the rows between the first and the last
/// difference.
void TransfersModel::update()
{
    const auto counts = m_counts;
    auto wanted = wantedRows();
    const bool rowsDiffer = wanted != m_rows;
    if (rowsDiffer) {
        Q_EMIT rowsAboutToChange();
        replaceRows(std::move(wanted));
    }
    std::erase_if(m_times, [this](const auto &time) {
        const auto *transfer = m_queue.find(time.first);
        return !transfer || !transfer->isRunning();
    });
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0));
    if (rowsDiffer || counts != m_counts)
        Q_EMIT rowsChanged();
}

std::vector<TransfersModel::Row> TransfersModel::wantedRows()
{
    std::array<std::vector<qint64>, transferSectionCount> ids;
    for (const auto &transfer : m_queue.transfers())
        ids[static_cast<std::size_t>(sectionOf(transfer))].push_back(transfer.id);
    // What waits stands in the order in which it starts; what is over, newest first.
    for (const auto section : {TransferSection::Failed, TransferSection::Finished}) {
        auto &list = ids[static_cast<std::size_t>(section)];
        std::reverse(list.begin(), list.end());
    }
    std::vector<Row> rows;
    for (int i = 0; i < transferSectionCount; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const auto section = static_cast<TransferSection>(i);
        m_counts[at] = static_cast<int>(ids[at].size());
        if (!ids[at].empty())
            rows.push_back({section, 0});
        for (const auto id : ids[at])
            rows.push_back({section, id});
    }
    return rows;
}

void TransfersModel::replaceRows(std::vector<Row> wanted)
{
    const auto [oldFirst, newFirst] = std::mismatch(m_rows.begin(), m_rows.end(), wanted.begin(), wanted.end());
    auto oldEnd = m_rows.end();
    auto newEnd = wanted.end();
    while (oldEnd != oldFirst && newEnd != newFirst && *std::prev(oldEnd) == *std::prev(newEnd)) {
        --oldEnd;
        --newEnd;
    }
    const auto first = static_cast<int>(oldFirst - m_rows.begin());
    const auto gone = static_cast<int>(oldEnd - oldFirst);
    const auto come = static_cast<int>(newEnd - newFirst);
    if (gone > 0) {
        beginRemoveRows({}, first, first + gone - 1);
        m_rows.erase(oldFirst, oldEnd);
        reindex();
        endRemoveRows();
    }
    if (come > 0) {
        beginInsertRows({}, first, first + come - 1);
        m_rows.insert(m_rows.begin() + first, newFirst, newEnd);
        reindex();
        endInsertRows();
    }
}

void TransfersModel::reindex()
{
    m_rowOf.clear();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].id != 0)
            m_rowOf.emplace(m_rows[i].id, static_cast<int>(i));
    }
}

void TransfersModel::showProgress(qint64 id)
{
    const auto row = rowOf(id);
    const auto *transfer = m_queue.find(id);
    if (row < 0 || !transfer)
        return;
    auto &time = m_times[id];
    if (!time.since.isValid() || time.since.elapsed() >= timeShownForMs
        || time.left.has_value() != transfer->timeLeft.has_value()) {
        time.left = transfer->timeLeft;
        time.since.start();
    }
    Q_EMIT dataChanged(index(row, 0), index(row, 0));
}

} // namespace modelcrate
