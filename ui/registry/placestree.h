// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "oci/localstore.h"
#include "operations/artifacts.h"
#include "operations/listingcache.h"
#include "ui/artifact/services.h"

#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <QTreeView>

class QStandardItem;
class QStandardItemModel;
class QTimer;

namespace modelcrate {

/// This computer's store and the registries that were added or used: namespaces, repositories. A registry is asked when
/// it is opened, not before. One that does not list repositories says so and shows those that were used. Of a place
/// with very many the first `mostShown` are shown, or the first that the filter finds among all. GUI thread.
class PlacesTree : public QTreeView {
    Q_OBJECT

public:
    static constexpr qsizetype mostShown = 10'000;

    explicit PlacesTree(Services &services, QWidget *parent = nullptr);

    /// Looks at the store and the settings once more; asks no registry.
    void refresh();
    /// The same, and asks the registries that are open again.
    void reload();
    /// Opens a registry; one that answers is remembered.
    void openRegistry(const QString &host);
    /// Shows only repositories whose name holds the text, a moment after the last call.
    void setFilter(const QString &text);

Q_SIGNALS:
    /// "registry/repository" or "store:repository".
    void repositoryChosen(const QString &repository);
    /// What was asked for in the tree cannot be done.
    void failed(const QString &host, const Error &error);

private:
    void showStored(const Result<std::vector<LocalStore::Entry>> &stored);
    void showRegistries();
    QStandardItem *registryItem(const QString &host) const;
    QStandardItem *addRegistry(const QString &host);
    void showConnection(QStandardItem *registry);
    void loadWhenOpened(QStandardItem *registry);
    void load(QStandardItem *registry);
    struct Note {
        QString text;
        QString more = {};
    };
    /// What there is at a place, made on a worker: a registry may have a million repositories.
    struct Listing {
        QString prefix = {}; ///< of a name, for its reference
        std::shared_ptr<const QStringList> names = {};
        std::vector<Note> notes = {}; ///< above the names, while nothing is filtered
        bool greyed = false;
    };
    /// Those names of a listing that are shown.
    struct Shown {
        QStringList names;
        qsizetype more = 0; ///< that the filter holds, too
    };
    /// What a registry answered, or what is remembered of it while it cannot be reached.
    struct Answer {
        Listing listing;
        std::string name = {}; ///< of the kind of registry, where it answered
        std::optional<Error> error = {};
    };
    static Answer ask(const std::string &host, const QStringList &used, Session &session, const TaskContext &context);
    static Shown choose(const QStringList &names, const QString &filter, const TaskContext &context);
    void showAnswer(const QString &host, Answer answer);
    /// Shows a listing as soon as it is filtered; what was shown stays until then.
    void show(const QString &host, Listing listing);
    void filter(const QString &host);
    void fill(QStandardItem *place, const Listing &listing, const Shown &shown);
    QList<QStandardItem *> makeRepositories(const Listing &listing, const Shown &shown) const;
    QStandardItem *placeItem(const QString &host) const; ///< an empty host: this computer
    /// Registry and repository of what was published to or opened lately.
    std::vector<std::pair<QString, QString>> usedRepositories() const;
    void activate(const QModelIndex &index);
    void makeActions();
    void signIn();
    QString currentHost() const; ///< of a registry's own row, or empty

    Services &m_services;
    QStandardItemModel *m_model;
    QStandardItem *m_computer;
    QStringList m_stored; ///< repositories of the store, as shown
    struct Place {
        Listing listing;
        std::unique_ptr<QObject> job; ///< owner of the filtering
    };
    std::map<QString, Place> m_places; ///< by host, those that have a listing
    QString m_filter;
    QTimer *m_filterSoon;
};

} // namespace modelcrate
