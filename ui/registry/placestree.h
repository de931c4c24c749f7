// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "oci/localstore.h"
#include "operations/artifacts.h"
#include "operations/listingcache.h"
#include "ui/artifact/services.h"

#include <optional>
#include <utility>
#include <vector>

#include <QTreeView>

class QStandardItem;
class QStandardItemModel;

namespace modelcrate {

/// This computer's store and the registries that were added or used: namespaces, repositories. A registry is asked when
/// it is opened, not before. One that does not list repositories says so and shows those that were used. GUI thread.
class PlacesTree : public QTreeView {
    Q_OBJECT

public:
    explicit PlacesTree(Services &services, QWidget *parent = nullptr);

    /// Looks at the store and the settings once more; asks no registry.
    void refresh();
    /// The same, and asks the registries that are open again.
    void reload();
    /// Opens a registry; one that answers is remembered.
    void openRegistry(const QString &host);
    /// Shows only repositories whose name holds the text.
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
    /// What a registry answered, or what is remembered of it while it cannot be reached.
    struct Answer {
        Result<std::vector<std::string>> repositories;
        std::optional<ListingCache::Names> memory = {};
        std::string name = {}; ///< of the kind of registry, where it answered
    };
    void showRepositories(const QString &host, const Answer &answer);
    QStringList showMemory(QStandardItem *registry, const ListingCache::Names &memory);
    void addRepositories(QStandardItem *parent, const QString &prefix, const QStringList &names, bool greyed = false);
    /// Registry and repository of what was published to or opened lately.
    std::vector<std::pair<QString, QString>> usedRepositories() const;
    void activate(const QModelIndex &index);
    void makeActions();
    void signIn();
    QString currentHost() const; ///< of a registry's own row, or empty
    bool applyFilter(QStandardItem *item);

    Services &m_services;
    QStandardItemModel *m_model;
    QStandardItem *m_computer;
    QStringList m_stored; ///< repositories of the store, as shown
    QString m_filter;
};

} // namespace modelcrate
