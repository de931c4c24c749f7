// SPDX-License-Identifier: Apache-2.0
#include "ui/registry/tagsmodel.h"

#include "base/time.h"
#include "ui/artifact/filelist.h"
#include "ui/text/convert.h"
#include "ui/text/errortext.h"
#include "ui/text/kindtext.h"
#include "ui/text/numbers.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <algorithm>

#include <QDateTime>
#include <QLocale>

namespace modelcrate {

namespace {

/// A row that could not be read for want of an answer is asked for again when it is seen after this.
constexpr std::chrono::seconds failureLasts{3};
/// Pages in a row without a new tag: after so many, no other is expected.
constexpr int mostIdlePages = 5;

/// What cosign calls the signature of an artifact, until its version 3 and where a registry has no referrers.
QString signatureTag(const Digest &digest) { return QStringLiteral("sha256-%1.sig").arg(toQString(digest.hex())); }

bool isSignatureTag(const QString &tag)
{
    return tag.startsWith(QLatin1String("sha256-")) && tag.endsWith(QLatin1String(".sig"));
}

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
    beginResetModel();
    m_rows.clear();
    m_listedAt.reset();
    m_offlineSince.reset();
    m_hasSignatures = false;
    begin();
    endResetModel();
    if (!m_repository.isEmpty())
        listPage();
}

void TagsModel::reload()
{
    begin();
    m_stale = !m_rows.empty();
    if (!m_repository.isEmpty())
        listPage();
}

void TagsModel::begin()
{
    m_jobs = std::make_unique<QObject>();
    m_wanted.clear();
    m_reading = 0;
    for (auto &row : m_rows)
        row.reading = false;
    m_error.reset();
    m_next.clear();
    m_asked.clear();
    m_idlePages = 0;
    m_kept = 0;
    m_cut = false;
    m_stale = false;
    m_fetchAll = false;
    m_listing = false;
}

void TagsModel::listPage()
{
    m_listing = true;
    m_asked.insert(m_next);
    m_services.jobs.run<Page>(
        m_jobs.get(),
        [place = toUtf8(m_repository), next = m_next,
         &session = m_services.session](const TaskContext &context) -> Result<Page> {
            ASSIGN_OR_RETURN(const auto location, parseLocation(place));
            ASSIGN_OR_RETURN(auto page, listTagPage(location, next, session, context));
            return Page{std::move(page.tags), std::move(page.next)};
        },
        [this](Result<Page> page) { take(std::move(page)); });
}

void TagsModel::take(Result<Page> page)
{
    m_listing = false;
    if (!page)
        return takeFailure(std::move(page).error());
    m_next = page->next;
    takeRows(page->tags);
    if (isEndless()) {
        m_next.clear();
        m_cut = true;
    }
    if (m_next.empty() || m_rows.size() >= 2 * m_kept) // not all of them again for each page
        keepNames();
    Q_EMIT listed();
    if (m_fetchAll && !m_next.empty())
        listPage();
}

void TagsModel::takeRows(const std::vector<TagName> &tags)
{
    if (m_stale || m_offlineSince) {
        beginResetModel();
        m_rows.clear();
        m_stale = false;
        m_offlineSince.reset();
        endResetModel();
    }
    m_listedAt = QDateTime::currentDateTime();
    std::vector<QString> names;
    for (const auto &tag : tags)
        names.push_back(toQString(tag.toString()));
    const auto before = m_rows.size();
    insert(std::move(names));
    m_idlePages = m_rows.size() == before ? m_idlePages + 1 : 0;
}

bool TagsModel::isEndless() const
{
    return !m_next.empty()
        && (m_asked.count(m_next) != 0 || m_rows.size() >= std::size_t(maxTags) || m_idlePages >= mostIdlePages);
}

/// The rows that are there stay, greyed where it is the way to the registry that is cut; else they may be wrong.
void TagsModel::takeFailure(Error error)
{
    m_next.clear(); // reload() begins anew
    if (m_rows.empty() && isUnreachable(error))
        return showMemory(std::move(error));
    if (isUnreachable(error)) {
        if (!m_offlineSince)
            m_offlineSince = m_listedAt;
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    } else if (m_stale) {
        beginResetModel();
        m_rows.clear();
        endResetModel();
    }
    m_stale = false;
    m_error = std::move(error);
    Q_EMIT listed();
}

/// Newest first.
static bool goesBefore(const QString &a, const QString &b) { return compareNames(toUtf8(a), toUtf8(b)) > 0; }

int TagsModel::rowOf(const QString &tag) const
{
    const auto found = std::lower_bound(m_rows.begin(), m_rows.end(), tag,
                                        [](const Row &row, const QString &name) { return goesBefore(row.tag, name); });
    return found != m_rows.end() && found->tag == tag ? static_cast<int>(found - m_rows.begin()) : -1;
}

QModelIndex TagsModel::indexOf(const QString &reference) const
{
    const auto repository = m_repository + QLatin1Char(':');
    const int row = reference.startsWith(repository) ? rowOf(reference.mid(repository.size())) : -1;
    return row < 0 ? QModelIndex() : index(row, 0);
}

/// Each run of tags that go to one place at once, from the end, so that what is before stays where it is.
void TagsModel::insert(std::vector<QString> tags)
{
    std::sort(tags.begin(), tags.end(), goesBefore);
    tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
    std::erase_if(tags, [this](const QString &tag) { return rowOf(tag) >= 0; });
    const bool bringsSignatures = std::any_of(tags.begin(), tags.end(), isSignatureTag);
    while (!tags.empty()) {
        const auto place =
            std::lower_bound(m_rows.begin(), m_rows.end(), tags.back(),
                             [](const Row &row, const QString &name) { return goesBefore(row.tag, name); });
        auto first = tags.end() - 1;
        while (first != tags.begin() && (place == m_rows.begin() || goesBefore(std::prev(place)->tag, *(first - 1))))
            --first;
        const auto row = static_cast<int>(place - m_rows.begin());
        const auto count = static_cast<int>(tags.end() - first);
        std::vector<Row> rows;
        for (auto tag = first; tag != tags.end(); ++tag)
            rows.push_back({std::move(*tag)});
        beginInsertRows({}, row, row + count - 1);
        m_rows.insert(place, std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
        endInsertRows();
        tags.erase(first, tags.end());
    }
    if (!bringsSignatures)
        return;
    m_hasSignatures = true;
    Q_EMIT dataChanged(index(0, Signed), index(rowCount() - 1, Signed)); // of rows that were there before
}

bool TagsModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_listing && !m_next.empty();
}

void TagsModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        listPage();
}

void TagsModel::fetchAll()
{
    m_fetchAll = true;
    fetchMore({});
}

void TagsModel::keepNames()
{
    m_kept = m_rows.size();
    if (m_repository.startsWith(QLatin1String("store:")))
        return; // it is always there
    std::vector<std::string> names;
    for (const auto &row : m_rows)
        names.push_back(toUtf8(row.tag));
    m_services.jobs.run<bool>(
        m_jobs.get(),
        [place = toUtf8(m_repository), names = std::move(names), all = m_next.empty() && !m_cut,
         &session = m_services.session](const TaskContext &) -> Result<bool> {
            const auto *cache = session.listingCache();
            if (cache && all)
                cache->keepNames(place, names);
            else if (cache)
                cache->addNames(place, names);
            return true;
        },
        [](const Result<bool> &) {}, JobPriority::Idle);
}

void TagsModel::showMemory(Error why)
{
    m_error = std::move(why);
    m_listing = true;
    using Memory = std::optional<ListingCache::Names>;
    m_services.jobs.run<Memory>(
        m_jobs.get(),
        [place = toUtf8(m_repository), &session = m_services.session](const TaskContext &) -> Result<Memory> {
            const auto *cache = session.listingCache();
            return cache ? cache->names(place) : std::nullopt;
        },
        [this](const Result<Memory> &memory) {
            m_listing = false;
            if (memory && *memory) {
                m_offlineSince = m_listedAt = QDateTime::fromSecsSinceEpoch((*memory)->time.time_since_epoch().count());
                std::vector<QString> tags;
                for (const auto &name : (*memory)->names)
                    tags.push_back(toQString(name));
                insert(std::move(tags));
            }
            Q_EMIT listed();
        });
}

int TagsModel::readCount() const
{
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.isRead(); }));
}

QStringList TagsModel::tagsOf(const Digest &digest) const
{
    QStringList tags;
    for (const auto &row : m_rows) {
        if (row.summary && row.summary->digest == digest)
            tags.append(row.tag);
    }
    return tags;
}

void TagsModel::want(const std::vector<int> &rows)
{
    m_wanted.clear();
    for (const int row : rows) {
        if (row >= 0 && row < rowCount())
            m_wanted.push_back(m_rows[static_cast<std::size_t>(row)].tag);
    }
    readNext();
}

bool TagsModel::Row::isToRead() const
{
    return !reading && !summary && (!error || (askAgain && std::chrono::steady_clock::now() >= *askAgain));
}

void TagsModel::readNext()
{
    while (m_reading < readsAtOnce && !m_wanted.empty()) {
        const int row = rowOf(m_wanted.front());
        m_wanted.pop_front();
        if (row >= 0 && m_rows[static_cast<std::size_t>(row)].isToRead())
            read(row);
    }
}

void TagsModel::read(int row)
{
    ++m_reading;
    auto &read = m_rows[static_cast<std::size_t>(row)];
    read.reading = true;
    m_services.jobs.run<ArtifactSummary>(
        m_jobs.get(),
        [place = toUtf8(reference(read)), offline = m_offlineSince.has_value(),
         &session = m_services.session](const TaskContext &context) -> Result<ArtifactSummary> {
            ASSIGN_OR_RETURN(const auto location, parseLocation(place));
            return offline ? rememberedSummary(location, session) : summarize(location, session, context);
        },
        // Rows may come before it meanwhile.
        [this, tag = read.tag](Result<ArtifactSummary> summary) { finishReading(tag, std::move(summary)); });
}

void TagsModel::finishReading(const QString &tag, Result<ArtifactSummary> summary)
{
    --m_reading;
    if (const int row = rowOf(tag); row >= 0) {
        auto &read = m_rows[static_cast<std::size_t>(row)];
        read.reading = false;
        if (summary) {
            read.summary = std::move(*summary);
            read.error.reset();
        } else {
            read.error = summary.error();
            if (isUnreachable(*read.error) || read.error->code() == ErrorCode::RateLimited)
                read.askAgain = std::chrono::steady_clock::now() + failureLasts;
        }
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
    Q_EMIT rowsRead();
    readNext();
}

int TagsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TagsModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

bool TagsModel::isSigned(const Row &row) const
{
    return m_hasSignatures && row.summary && rowOf(signatureTag(row.summary->digest)) >= 0;
}

QVariant TagsModel::text(const Row &row, int column) const
{
    if (column == Tag)
        return row.tag;
    if (row.error && m_offlineSince)
        return column == Kind ? tr("Not looked at yet") : QString();
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
    case Signed: return isSigned(row) ? QStringLiteral("cosign") : QString();
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
    case Qt::ForegroundRole:
        return m_offlineSince ? QVariant(Theme::instance().color(modelcrate::Role::TextMuted)) : QVariant();
    case Qt::DecorationRole:
        if (column == Signed && isSigned(row))
            return icon(QStringLiteral("signed"), modelcrate::Role::TextMuted);
        return column == Tag ? icon(QStringLiteral("tag"), modelcrate::Role::TextMuted) : QVariant();
    case Qt::ToolTipRole:
        if (m_offlineSince)
            return tr("As of %1").arg(QLocale().toString(*m_offlineSince, QLocale::ShortFormat));
        if (row.error)
            return errorText(*row.error).cause;
        if (column == Signed && isSigned(row))
            return tr("The tag %1 is a signature of it. Whose, and whether it is right, is not checked.")
                .arg(signatureTag(row.summary->digest));
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
    case Signed: return tr("Signed");
    default: return {};
    }
}

} // namespace modelcrate
