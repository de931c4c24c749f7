// SPDX-License-Identifier: Apache-2.0
#include "ui/registry/tagsmodel.h"

#include "base/time.h"
#include "ui/text/convert.h"
#include "ui/text/errortext.h"
#include "ui/text/kindtext.h"
#include "ui/text/numbers.h"
#include "ui/widgets/icons.h"

#include <algorithm>

#include <QDateTime>
#include <QLocale>

namespace modelcrate {

namespace {

QString dayText(const std::string &created)
{
    const auto time = parseDateTime(created);
    if (!time)
        return {};
    const auto moment = QDateTime::fromSecsSinceEpoch(time->time_since_epoch().count());
    return QLocale().toString(moment.date(), QLocale::ShortFormat);
}

} // namespace

TagsModel::TagsModel(Services &services, QObject *parent) : QAbstractTableModel(parent), m_services(services) { }

TagsModel::~TagsModel() = default;

void TagsModel::setRepository(const QString &repository)
{
    m_repository = repository;
    reload();
}

void TagsModel::reload()
{
    beginResetModel();
    m_rows.clear();
    m_wanted.clear();
    m_reading = 0;
    m_error.reset();
    m_jobs = std::make_unique<QObject>();
    m_listing = !m_repository.isEmpty();
    endResetModel();
    if (!m_listing)
        return;
    using Tags = std::vector<TagName>;
    m_services.jobs.run<Tags>(
        m_jobs.get(),
        [place = toUtf8(m_repository), &session = m_services.session](const TaskContext &context) -> Result<Tags> {
            ASSIGN_OR_RETURN(const auto location, parseLocation(place));
            return listTags(location, session, context);
        },
        [this](Result<Tags> tags) { setTags(std::move(tags)); });
}

void TagsModel::setTags(Result<std::vector<TagName>> tags)
{
    m_listing = false;
    if (!tags) {
        m_error = tags.error();
    } else {
        beginResetModel();
        for (auto tag = tags->rbegin(); tag != tags->rend(); ++tag)
            m_rows.push_back({toQString(tag->toString())});
        endResetModel();
    }
    Q_EMIT listed();
}

int TagsModel::readCount() const
{
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.isRead(); }));
}

void TagsModel::want(const std::vector<int> &rows)
{
    m_wanted.assign(rows.begin(), rows.end());
    readNext();
}

void TagsModel::readNext()
{
    while (m_reading < readsAtOnce && !m_wanted.empty()) {
        const int row = m_wanted.front();
        m_wanted.pop_front();
        if (row >= 0 && row < rowCount() && !m_rows[static_cast<std::size_t>(row)].isRead()
            && !m_rows[static_cast<std::size_t>(row)].reading)
            read(row);
    }
}

void TagsModel::read(int row)
{
    ++m_reading;
    m_rows[static_cast<std::size_t>(row)].reading = true;
    m_services.jobs.run<ArtifactSummary>(
        m_jobs.get(),
        [place = toUtf8(reference(m_rows[static_cast<std::size_t>(row)])),
         &session = m_services.session](const TaskContext &context) -> Result<ArtifactSummary> {
            ASSIGN_OR_RETURN(const auto location, parseLocation(place));
            return summarize(location, session, context);
        },
        [this, row](Result<ArtifactSummary> summary) {
            --m_reading;
            auto &read = m_rows[static_cast<std::size_t>(row)];
            read.reading = false;
            if (summary)
                read.summary = std::move(*summary);
            else
                read.error = summary.error();
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
            Q_EMIT rowsRead();
            readNext();
        });
}

int TagsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TagsModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant TagsModel::text(const Row &row, int column) const
{
    if (column == Tag)
        return row.tag;
    if (row.error)
        return column == Kind ? errorText(*row.error).title : QString();
    if (!row.summary)
        return column == Kind ? tr("Reading…") : QString();
    const auto &summary = *row.summary;
    switch (column) {
    case Kind: return summary.isIndex ? tr("Index") : artifactKindText(summary.kind);
    case Size: return summary.isIndex ? QStringLiteral("—") : formatBytes(summary.size);
    case Layers: return formatCount(static_cast<std::int64_t>(summary.layers));
    case Created: return dayText(summary.created);
    default: return {};
    }
}

QVariant TagsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &row = m_rows[static_cast<std::size_t>(index.row())];
    const auto column = index.column();
    switch (role) {
    case Qt::DisplayRole: return text(row, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter
                                   | (column == Size || column == Layers ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::DecorationRole:
        return column == Tag ? icon(QStringLiteral("tag"), modelcrate::Role::TextMuted) : QVariant();
    case Qt::ToolTipRole:
        if (row.error)
            return errorText(*row.error).cause;
        return row.summary ? toQString(row.summary->digest.toString()) : QVariant();
    case ReferenceRole: return reference(row);
    case IsModelRole: return !row.isRead() || (row.summary && row.summary->kind == ArtifactKind::ModelPack);
    default: return {};
    }
}

QVariant TagsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter
                                   | (section == Size || section == Layers ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Tag: return tr("Tag");
    case Kind: return tr("Kind");
    case Size: return tr("Size");
    case Layers: return tr("Layers");
    case Created: return tr("Created");
    default: return {};
    }
}

} // namespace modelcrate
