// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "operations/artifacts.h"
#include "operations/listingcache.h"
#include "ui/artifact/services.h"
#include "ui/jobs/jobrunner.h"

#include <chrono>
#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <QAbstractTableModel>
#include <QDateTime>
#include <QString>
#include <QStringList>

namespace modelcrate {

/// Tags of one repository, newest version first, with what each stands for. Listing asks for names only, a page at a
/// time: fetchMore(), which a view calls as it is scrolled to its end, brings the next one, and its tags go to their
/// places among those that are there. A manifest is fetched when somebody wants its row, at most six at once, and is
/// kept by tag until reload(), which leaves the rows until there are others. What cannot be reached is shown as it was
/// when it could (offlineSince()). GUI thread.
class TagsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Tag, Kind, Size, Layers, Created, Signed, ColumnCount };
    enum Role { ReferenceRole = Qt::UserRole, IsModelRole };
    static constexpr int readsAtOnce = 6;
    /// A list that is longer is shown so far.
    static constexpr int maxTags = 100'000;

    explicit TagsModel(Services &services, QObject *parent = nullptr);
    ~TagsModel() override;

    /// "registry/repository" or "store:repository"; empty for none. Lists it.
    void setRepository(const QString &repository);
    const QString &repository() const { return m_repository; }
    /// Of the tag that a reference names; none where it is not listed. Takes no longer with many tags.
    QModelIndex indexOf(const QString &reference) const;
    void reload();
    bool isListing() const { return m_listing; }
    /// All pages are there. Until then the order is that of the tags so far.
    bool isComplete() const { return !m_listing && m_next.empty(); }
    /// The list goes on, or in a circle, and was left there.
    bool isCut() const { return m_cut; }
    /// Lists the pages that are left, one after the other: to look for a tag among all.
    void fetchAll();
    /// The rows are a memory of this time; error() says why.
    const std::optional<QDateTime> &offlineSince() const { return m_offlineSince; }
    const std::optional<Error> &error() const { return m_error; } ///< why it could not be listed
    int readCount() const; ///< rows whose manifest was read, or could not be

    /// Some tag is a signature by cosign, as it keeps them beside what it signs. Of other signatures a list of tags
    /// says nothing, and nobody is asked for them: a row without one may still be signed.
    bool hasSignatures() const { return m_hasSignatures; }
    /// Of the rows that were read.
    QStringList tagsOf(const Digest &digest) const;

    /// Reads these rows next, and no others that were wanted before and have not begun.
    void want(const std::vector<int> &rows);

    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void listed(); ///< rows, or error()
    void rowsRead();

private:
    struct Row {
        QString tag;
        bool reading = false;
        std::optional<ArtifactSummary> summary = {};
        std::optional<Error> error = {};

        std::optional<std::chrono::steady_clock::time_point> askAgain = {}; ///< what failed may be over then

        bool isRead() const { return summary || error; }
        bool isToRead() const;
    };

    QVariant text(const Row &row, int column) const;
    bool isSigned(const Row &row) const;
    QString reference(const Row &row) const { return m_repository + QLatin1Char(':') + row.tag; }
    struct Page {
        std::vector<TagName> tags;
        std::string next;
    };
    void begin();
    void listPage();
    void take(Result<Page> page);
    void takeRows(const std::vector<TagName> &tags);
    void takeFailure(Error error);
    bool isEndless() const;
    void insert(std::vector<QString> tags);
    int rowOf(const QString &tag) const; ///< -1 when it is not there
    void keepNames();
    void showMemory(Error why);
    void readNext();
    void read(int row);
    void finishReading(const QString &tag, Result<ArtifactSummary> summary);

    Services &m_services;
    QString m_repository;
    std::unique_ptr<QObject> m_jobs; ///< owner of what runs for m_repository: its end cancels them
    bool m_listing = false;
    std::optional<Error> m_error;
    std::vector<Row> m_rows;
    std::deque<QString> m_wanted;
    std::string m_next; ///< what the page after those that are there is asked with
    std::set<std::string> m_asked; ///< pages so far: a registry may lead in a circle
    int m_idlePages = 0; ///< in a row, that brought nothing new
    std::size_t m_kept = 0; ///< rows when their names were last kept
    bool m_cut = false;
    bool m_hasSignatures = false;
    bool m_stale = false; ///< the rows are those before reload()
    std::optional<QDateTime> m_listedAt; ///< when the rows were listed
    bool m_fetchAll = false;
    std::optional<QDateTime> m_offlineSince;
    int m_reading = 0;
};

} // namespace modelcrate
