// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "operations/artifacts.h"
#include "ui/artifact/services.h"
#include "ui/jobs/jobrunner.h"

#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include <QAbstractTableModel>
#include <QString>

namespace modelcrate {

/// Tags of one repository, newest version first, with what each stands for. Listing asks for names only; a manifest is
/// fetched when somebody wants its row, at most six at once, and is kept by tag until reload(). GUI thread.
class TagsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Tag, Kind, Size, Layers, Created, ColumnCount };
    enum Role { ReferenceRole = Qt::UserRole, IsModelRole };
    static constexpr int readsAtOnce = 6;

    explicit TagsModel(Services &services, QObject *parent = nullptr);
    ~TagsModel() override;

    /// "registry/repository" or "store:repository"; empty for none. Lists it.
    void setRepository(const QString &repository);
    const QString &repository() const { return m_repository; }
    void reload();
    bool isListing() const { return m_listing; }
    const std::optional<Error> &error() const { return m_error; } ///< why it could not be listed
    int readCount() const; ///< rows whose manifest was read, or could not be

    /// Reads these rows next, and no others that were wanted before and have not begun.
    void want(const std::vector<int> &rows);

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

        bool isRead() const { return summary || error; }
    };

    QVariant text(const Row &row, int column) const;
    QString reference(const Row &row) const { return m_repository + QLatin1Char(':') + row.tag; }
    void setTags(Result<std::vector<TagName>> tags);
    void readNext();
    void read(int row);

    Services &m_services;
    QString m_repository;
    std::unique_ptr<QObject> m_jobs; ///< owner of what runs for m_repository: its end cancels them
    bool m_listing = false;
    std::optional<Error> m_error;
    std::vector<Row> m_rows;
    std::deque<int> m_wanted;
    int m_reading = 0;
};

} // namespace modelcrate
