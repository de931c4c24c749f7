// SPDX-License-Identifier: Apache-2.0
#include "ui/registry/placestree.h"

#include "operations/artifacts.h"
#include "registry/registryprofile.h"
#include "ui/artifact/signinflow.h"
#include "ui/jobs/jobrunner.h"
#include "ui/text/convert.h"
#include "ui/text/errortext.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/settings.h"
#include "ui/widgets/theme.h"

#include <algorithm>

#include <QAction>
#include <QDateTime>
#include <QHash>
#include <QLocale>
#include <QStandardItemModel>

namespace modelcrate {

namespace {

enum Role { RepositoryRole = Qt::UserRole, HostRole, StateRole };
enum State { NotAsked, Asking, Answered };

QStandardItem *makeItem(const QString &text, const QString &iconName)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    if (!iconName.isEmpty())
        item->setIcon(icon(iconName, modelcrate::Role::TextMuted));
    return item;
}

/// A line that says something and leads nowhere.
QStandardItem *makeNote(const QString &text, const QString &more = {})
{
    auto *item = makeItem(text, {});
    item->setEnabled(false);
    item->setToolTip(more);
    return item;
}

QString listsNothingText(const std::string &name)
{
    if (name.empty() || name == RegistryProfile().name)
        return PlacesTree::tr("Lists no repositories: type a name above");
    return PlacesTree::tr("%1 lists no repositories: type a name above").arg(toQString(name));
}

/// Whether it is the registry that has nothing to list, not the way to it.
bool listsNoRepositories(const Error &error)
{
    return error.code() == ErrorCode::Unsupported || error.code() == ErrorCode::NotFound
        || error.code() == ErrorCode::Forbidden || error.code() == ErrorCode::RegistryRejected;
}

} // namespace

PlacesTree::PlacesTree(Services &services, QWidget *parent)
    : QTreeView(parent),
      m_services(services),
      m_model(new QStandardItemModel(this)),
      m_computer(makeItem(tr("This computer"), QStringLiteral("folder")))
{
    setObjectName(QStringLiteral("placesTree"));
    setAccessibleName(tr("Registries and repositories"));
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setTextElideMode(Qt::ElideMiddle);
    setMinimumWidth(180);
    setModel(m_model);
    m_model->appendRow(m_computer);
    connect(this, &QTreeView::expanded, this,
            [this](const QModelIndex &index) { loadWhenOpened(m_model->itemFromIndex(index)); });
    connect(this, &QTreeView::activated, this, &PlacesTree::activate);
    connect(this, &QTreeView::clicked, this, &PlacesTree::activate);
    makeActions();
}

void PlacesTree::makeActions()
{
    auto *again = new QAction(icon(QStringLiteral("retry")), tr("Ask Again"), this);
    again->setObjectName(QStringLiteral("askRegistryAction"));
    connect(again, &QAction::triggered, this, [this] { openRegistry(currentHost()); });
    auto *account = new QAction(icon(QStringLiteral("key")), tr("Sign In…"), this);
    account->setObjectName(QStringLiteral("signInRegistryAction"));
    connect(account, &QAction::triggered, this, &PlacesTree::signIn);
    auto *forget = new QAction(icon(QStringLiteral("delete")), tr("Remove from List"), this);
    forget->setObjectName(QStringLiteral("forgetRegistryAction"));
    forget->setShortcut(QKeySequence::Delete);
    forget->setShortcutContext(Qt::WidgetShortcut);
    connect(forget, &QAction::triggered, this, [this] { m_services.settings.forgetRegistry(currentHost()); });
    for (auto *action : {again, account, forget}) {
        action->setEnabled(false);
        addAction(action);
    }
    setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this, again, account, forget] {
        for (auto *action : {again, account, forget})
            action->setEnabled(!currentHost().isEmpty());
    });
}

void PlacesTree::signIn()
{
    const auto registry = RegistryHost::parse(toUtf8(currentHost()));
    if (!registry)
        return;
    askAndSignIn(this, m_services, *registry, {}, [this, host = currentHost()](const Result<SignInResult> &result) {
        if (result)
            openRegistry(host);
        else
            Q_EMIT failed(host, result.error());
    });
}

QString PlacesTree::currentHost() const { return currentIndex().data(HostRole).toString(); }

void PlacesTree::activate(const QModelIndex &index)
{
    if (const auto repository = index.data(RepositoryRole).toString(); !repository.isEmpty())
        Q_EMIT repositoryChosen(repository);
    else if (!index.data(HostRole).toString().isEmpty())
        expand(index);
}

void PlacesTree::refresh()
{
    showRegistries();
    using Entries = std::vector<LocalStore::Entry>;
    m_services.jobs.run<Entries>(
        this,
        [&session = m_services.session](const TaskContext &) -> Result<Entries> {
            ASSIGN_OR_RETURN(const auto store, session.localStore());
            return store.list();
        },
        [this](Result<Entries> stored) { showStored(stored); });
}

void PlacesTree::showStored(const Result<std::vector<LocalStore::Entry>> &stored)
{
    QStringList names;
    if (stored) {
        for (const auto &entry : *stored)
            names.append(toQString(entry.repository.toString()));
        names.removeDuplicates();
        // What is the same stays, with what is chosen and folded in it.
        if (m_computer->hasChildren() && names == m_stored && !names.isEmpty())
            return;
    }
    m_stored = names;
    m_computer->removeRows(0, m_computer->rowCount());
    if (!stored) {
        m_computer->appendRow(makeNote(errorText(stored.error()).title, errorText(stored.error()).cause));
    } else {
        addRepositories(m_computer, QStringLiteral("store:"), names);
        if (names.isEmpty())
            m_computer->appendRow(makeNote(tr("Nothing yet: publish to This computer")));
    }
    expand(m_computer->index());
    applyFilter(m_computer);
}

QStandardItem *PlacesTree::registryItem(const QString &host) const
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->item(row)->data(HostRole).toString() == host)
            return m_model->item(row);
    }
    return nullptr;
}

void PlacesTree::showRegistries()
{
    auto hosts = m_services.settings.registries();
    for (const auto &[host, repository] : usedRepositories()) {
        if (!hosts.contains(host))
            hosts.append(host);
    }
    for (int row = m_model->rowCount() - 1; row > 0; --row) {
        if (!hosts.contains(m_model->item(row)->data(HostRole).toString()))
            m_model->removeRow(row);
    }
    for (const auto &host : hosts) {
        if (!registryItem(host))
            addRegistry(host);
        showConnection(registryItem(host));
    }
}

/// That nothing is encrypted on the way to a registry is said as long as it is so.
void PlacesTree::showConnection(QStandardItem *registry)
{
    const auto host = registry->data(HostRole).toString();
    const auto parsed = RegistryHost::parse(toUtf8(host));
    const bool plain = parsed && m_services.session.settings().registry(*parsed).plainHttp;
    registry->setText(plain ? tr("%1 (not encrypted)").arg(host) : host);
    registry->setIcon(plain ? icon(QStringLiteral("warning"), modelcrate::Role::Warning)
                            : icon(QStringLiteral("registry"), modelcrate::Role::TextMuted));
}

void PlacesTree::reload()
{
    refresh();
    for (int row = 1; row < m_model->rowCount(); ++row) {
        auto *item = m_model->item(row);
        if (isExpanded(item->index()))
            load(item);
        else
            item->setData(NotAsked, StateRole);
    }
}

QStandardItem *PlacesTree::addRegistry(const QString &host)
{
    auto *item = makeItem(host, QStringLiteral("registry"));
    item->setData(host, HostRole);
    item->setToolTip(host);
    item->appendRow(makeNote(tr("Asking…"))); // so that it can be opened
    m_model->appendRow(item);
    showConnection(item);
    return item;
}

void PlacesTree::openRegistry(const QString &host)
{
    auto *item = registryItem(host);
    if (!item)
        item = addRegistry(host);
    setCurrentIndex(item->index());
    if (isExpanded(item->index()))
        load(item);
    else
        expand(item->index());
}

void PlacesTree::loadWhenOpened(QStandardItem *registry)
{
    if (!registry->data(HostRole).toString().isEmpty() && registry->data(StateRole).toInt() == NotAsked)
        load(registry);
}

void PlacesTree::load(QStandardItem *registry)
{
    if (registry->data(StateRole).toInt() == Asking)
        return;
    registry->setData(Asking, StateRole);
    m_services.jobs.run<Answer>(
        this,
        [host = toUtf8(registry->data(HostRole).toString()),
         &session = m_services.session](const TaskContext &context) -> Result<Answer> {
            ASSIGN_OR_RETURN(const auto parsed, RegistryHost::parse(host));
            Answer answer{listRepositories(parsed, session, context)};
            if (answer.repositories || listsNoRepositories(answer.repositories.error()))
                answer.name = registryName(parsed, session, context);
            if (const auto *cache = session.listingCache(); cache && answer.repositories)
                cache->keepNames(host, *answer.repositories);
            else if (cache && isUnreachable(answer.repositories.error()))
                answer.memory = cache->names(host);
            return answer;
        },
        [this, host = registry->data(HostRole).toString()](Result<Answer> answer) {
            showRepositories(host, answer ? *answer : Answer{answer.error()});
        });
}

/// They stay, greyed, with their age.
QStringList PlacesTree::showMemory(QStandardItem *registry, const ListingCache::Names &memory)
{
    const auto time = QDateTime::fromSecsSinceEpoch(memory.time.time_since_epoch().count());
    registry->appendRow(makeNote(tr("Offline, as of %1").arg(QLocale().toString(time, QLocale::ShortFormat))));
    QStringList names;
    for (const auto &name : memory.names)
        names.append(displayText(name));
    return names;
}

void PlacesTree::showRepositories(const QString &host, const Answer &answer)
{
    const auto &repositories = answer.repositories;
    auto *registry = registryItem(host);
    if (!registry) // taken away meanwhile
        return;
    registry->setData(Answered, StateRole);
    registry->setToolTip(answer.name.empty() ? host : QStringLiteral("%1 · %2").arg(host, toQString(answer.name)));
    registry->removeRows(0, registry->rowCount());
    QStringList names;
    if (repositories) {
        for (const auto &name : *repositories)
            names.append(displayText(name));
        if (names.isEmpty())
            registry->appendRow(makeNote(tr("No repositories")));
    } else {
        const auto text = errorText(repositories.error());
        if (answer.memory)
            names = showMemory(registry, *answer.memory);
        else
            registry->appendRow(listsNoRepositories(repositories.error())
                                    ? makeNote(listsNothingText(answer.name), text.title)
                                    : makeNote(text.title, text.cause));
        registry->setToolTip(text.title);
        for (const auto &[used, repository] : usedRepositories()) {
            if (used == host && !names.contains(repository))
                names.append(repository);
        }
        names.sort();
    }
    // One that was mistyped is not remembered; one that is not trusted yet is, as the settings are where its authority
    // is chosen.
    if (repositories || listsNoRepositories(repositories.error())
        || repositories.error().code() == ErrorCode::Unauthorized
        || repositories.error().code() == ErrorCode::TlsFailed)
        m_services.settings.addRegistry(host);
    addRepositories(registry, host + QLatin1Char('/'), names, answer.memory.has_value());
    applyFilter(registry);
}

std::vector<std::pair<QString, QString>> PlacesTree::usedRepositories() const
{
    std::vector<std::pair<QString, QString>> used;
    for (const auto &target : m_services.settings.recentTargets()) {
        if (const auto reference = Reference::parse(toUtf8(target)))
            used.emplace_back(toQString(reference->registry.toString()), toQString(reference->repository.toString()));
    }
    return used;
}

/// "acme/qwen" goes into a folder "acme", which comes once.
void PlacesTree::addRepositories(QStandardItem *parent, const QString &prefix, const QStringList &names, bool greyed)
{
    QHash<QString, QStandardItem *> folders;
    for (const auto &name : names) {
        const auto slash = name.indexOf(QLatin1Char('/'));
        auto *place = parent;
        if (slash > 0) {
            auto *&folder = folders[name.left(slash)];
            if (!folder) {
                folder = makeItem(name.left(slash), QStringLiteral("folder"));
                parent->appendRow(folder);
            }
            place = folder;
        }
        auto *item = makeItem(name.mid(slash + 1), QStringLiteral("package"));
        item->setData(prefix + name, RepositoryRole);
        item->setToolTip(prefix + name);
        if (greyed)
            item->setForeground(Theme::instance().color(modelcrate::Role::TextMuted));
        place->appendRow(item);
    }
    for (auto *folder : std::as_const(folders))
        expand(folder->index());
}

void PlacesTree::setFilter(const QString &text)
{
    m_filter = text;
    for (int row = 0; row < m_model->rowCount(); ++row)
        applyFilter(m_model->item(row));
}

/// Whether anything below is shown, or the item itself.
bool PlacesTree::applyFilter(QStandardItem *item)
{
    bool any = false;
    for (int row = 0; row < item->rowCount(); ++row) {
        auto *child = item->child(row);
        const auto repository = child->data(RepositoryRole).toString();
        const bool shown = m_filter.isEmpty()
            || (repository.isEmpty() ? applyFilter(child) : repository.contains(m_filter, Qt::CaseInsensitive));
        if (m_filter.isEmpty())
            applyFilter(child);
        setRowHidden(row, item->index(), !shown);
        any = any || shown;
    }
    return any;
}

} // namespace modelcrate
