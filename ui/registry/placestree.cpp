// SPDX-License-Identifier: Apache-2.0
#include "ui/registry/placestree.h"

#include "operations/artifacts.h"
#include "registry/registryprofile.h"
#include "ui/artifact/signinflow.h"
#include "ui/jobs/disposal.h"
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
#include <QSet>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTimer>

namespace modelcrate {

namespace {

enum Role { RepositoryRole = Qt::UserRole, HostRole, StateRole };
enum State { NotAsked, Asking, Answered };
constexpr int filterAfterMs = 150; ///< a word is typed

QStandardItem *makeItem(const QString &text, const QString &iconName)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    if (!iconName.isEmpty())
        item->setIcon(icon(iconName, modelcrate::Role::TextMuted));
    return item;
}

/// A line that says something and leads nowhere.
QStandardItem *makeNote(const QString &text, const QString &more)
{
    auto *item = makeItem(text, {});
    item->setEnabled(false);
    item->setToolTip(more);
    return item;
}

/// An item keeps a colour, not the role it was chosen for.
void followTheme(QStandardItem &item)
{
    if (item.foreground().style() != Qt::NoBrush)
        item.setForeground(Theme::instance().color(modelcrate::Role::TextMuted));
    for (int row = 0; row < item.rowCount(); ++row)
        followTheme(*item.child(row));
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

/// Names are told apart by their ends; of a note the beginning says most.
class PlaceDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.flags() & Qt::ItemIsEnabled)
            return;
        option->textElideMode = Qt::ElideRight;
        // It leads nowhere, but it is to be read: not in the ink of what is switched off.
        option->palette.setColor(QPalette::Disabled, QPalette::Text,
                                 Theme::instance().color(modelcrate::Role::TextMuted));
    }
};

} // namespace

PlacesTree::PlacesTree(Services &services, QWidget *parent)
    : QTreeView(parent),
      m_services(services),
      m_model(new QStandardItemModel(this)),
      m_computer(makeItem(tr("This computer"), QStringLiteral("folder"))),
      m_filterSoon(new QTimer(this))
{
    setObjectName(QStringLiteral("placesTree"));
    setAccessibleName(tr("Registries and repositories"));
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setTextElideMode(Qt::ElideMiddle);
    setMinimumWidth(180);
    setItemDelegate(new PlaceDelegate(this));
    setModel(m_model);
    m_model->appendRow(m_computer);
    connect(&Theme::instance(), &Theme::changed, this, [this] { followTheme(*m_model->invisibleRootItem()); });
    connect(this, &QTreeView::expanded, this,
            [this](const QModelIndex &index) { loadWhenOpened(m_model->itemFromIndex(index)); });
    connect(this, &QTreeView::activated, this, &PlacesTree::activate);
    connect(this, &QTreeView::clicked, this, &PlacesTree::activate);
    makeActions();
    m_filterSoon->setSingleShot(true);
    m_filterSoon->setInterval(filterAfterMs);
    connect(m_filterSoon, &QTimer::timeout, this, [this] {
        for (const auto &[host, place] : m_places)
            filter(host);
    });
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
        if (m_places.count({}) > 0 && names == m_stored && !names.isEmpty())
            return;
    }
    m_stored = names;
    Listing listing{.prefix = QStringLiteral("store:"), .names = makeDisposed<const QStringList>(names)};
    if (!stored)
        listing.notes.push_back({errorText(stored.error()).title, errorText(stored.error()).cause});
    else if (names.isEmpty())
        listing.notes.push_back({tr("Nothing yet: publish to This computer")});
    show({}, std::move(listing));
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
        const auto host = m_model->item(row)->data(HostRole).toString();
        if (hosts.contains(host))
            continue;
        m_places.erase(host);
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
    item->appendRow(makeNote(tr("Asking…"), {})); // so that it can be opened
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
    const auto host = registry->data(HostRole).toString();
    QStringList used;
    for (const auto &[at, repository] : usedRepositories()) {
        if (at == host)
            used.append(repository);
    }
    m_services.jobs.run<Answer>(
        this,
        [host = toUtf8(host), used, &session = m_services.session](const TaskContext &context) -> Result<Answer> {
            return ask(host, used, session, context);
        },
        [this, host](Result<Answer> answer) {
            showAnswer(host, answer ? std::move(*answer) : Answer{.listing = {}, .error = answer.error()});
        });
}

namespace {

/// They stay, greyed, with their age.
QString memoryText(const ListingCache::Names &memory)
{
    const auto time = QDateTime::fromSecsSinceEpoch(memory.time.time_since_epoch().count());
    return PlacesTree::tr("Offline, as of %1").arg(QLocale().toString(time, QLocale::ShortFormat));
}

QStringList displayTexts(const std::vector<std::string> &names)
{
    QStringList texts;
    texts.reserve(static_cast<qsizetype>(names.size()));
    for (const auto &name : names)
        texts.append(displayText(name));
    return texts;
}

} // namespace

PlacesTree::Answer PlacesTree::ask(const std::string &host, const QStringList &used, Session &session,
                                   const TaskContext &context)
{
    Answer answer{.listing = {.prefix = toQString(host) + QLatin1Char('/')}};
    QStringList names;
    const auto parsed = RegistryHost::parse(host);
    const auto repositories =
        parsed ? listRepositories(*parsed, session, context) : Result<std::vector<std::string>>(parsed.error());
    if (parsed && (repositories || listsNoRepositories(repositories.error())))
        answer.name = registryName(*parsed, session, context);
    const auto *cache = session.listingCache();
    if (repositories) {
        if (cache)
            cache->keepNames(host, *repositories);
        names = displayTexts(*repositories);
        if (names.isEmpty())
            answer.listing.notes.push_back({tr("No repositories")});
    } else {
        answer.error = repositories.error();
        const auto memory = cache && isUnreachable(*answer.error) ? cache->names(host) : std::nullopt;
        const auto text = errorText(*answer.error);
        if (memory)
            names = displayTexts(memory->names);
        answer.listing.notes.push_back(memory ? Note{memoryText(*memory)}
                                           : listsNoRepositories(*answer.error)
                                           ? Note{listsNothingText(answer.name), text.title}
                                           : Note{text.title, text.cause});
        answer.listing.greyed = memory.has_value();
        names.append(used);
        names.sort();
        names.removeDuplicates();
    }
    answer.listing.names = makeDisposed<const QStringList>(std::move(names));
    return answer;
}

void PlacesTree::showAnswer(const QString &host, Answer answer)
{
    auto *registry = registryItem(host);
    if (!registry) // taken away meanwhile
        return;
    registry->setData(Answered, StateRole);
    registry->setToolTip(answer.error              ? errorText(*answer.error).title
                             : answer.name.empty() ? host
                                                   : QStringLiteral("%1 · %2").arg(host, toQString(answer.name)));
    // One that was mistyped is not remembered; one that is not trusted yet is, as the settings are where its authority
    // is chosen.
    if (!answer.error || listsNoRepositories(*answer.error) || answer.error->code() == ErrorCode::Unauthorized
        || answer.error->code() == ErrorCode::TlsFailed)
        m_services.settings.addRegistry(host);
    show(host, std::move(answer.listing));
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

PlacesTree::Shown PlacesTree::choose(const QStringList &names, const QString &filter, const TaskContext &context)
{
    Shown shown;
    for (const auto &name : names) {
        if (context.stopRequested())
            break;
        if (!filter.isEmpty() && !name.contains(filter, Qt::CaseInsensitive))
            continue;
        if (shown.names.size() < mostShown)
            shown.names.append(name);
        else
            ++shown.more;
    }
    return shown;
}

QStandardItem *PlacesTree::placeItem(const QString &host) const
{
    return host.isEmpty() ? m_computer : registryItem(host);
}

void PlacesTree::show(const QString &host, Listing listing)
{
    m_places[host].listing = std::move(listing);
    filter(host);
}

void PlacesTree::filter(const QString &host)
{
    auto &place = m_places.at(host);
    place.job.reset(); // an earlier filtering is of no use any more
    if (!placeItem(host))
        return;
    // Few are looked through at once, however busy the workers are.
    if (!place.listing.names || place.listing.names->size() <= mostShown) {
        const auto names = place.listing.names ? *place.listing.names : QStringList();
        fill(placeItem(host), place.listing, choose(names, m_filter, TaskContext()));
        return;
    }
    place.job = std::make_unique<QObject>();
    m_services.jobs.run<Shown>(
        place.job.get(),
        [names = place.listing.names, filter = m_filter](const TaskContext &context) -> Result<Shown> {
            return choose(*names, filter, context);
        },
        [this, host](Result<Shown> shown) {
            if (auto *item = placeItem(host); item && shown)
                fill(item, m_places.at(host).listing, *shown);
        });
}

/// What is chosen stays so, and what is folded unless the filter finds something in it.
void PlacesTree::fill(QStandardItem *place, const Listing &listing, const Shown &shown)
{
    const auto current = currentIndex().data(RepositoryRole).toString();
    QSet<QString> folded;
    for (int row = 0; row < place->rowCount(); ++row) {
        if (place->child(row)->hasChildren() && !isExpanded(place->child(row)->index()))
            folded.insert(place->child(row)->text());
    }
    auto rows = makeRepositories(listing, shown);
    if (m_filter.isEmpty()) {
        for (auto note = listing.notes.rbegin(); note != listing.notes.rend(); ++note)
            rows.prepend(makeNote(note->text, note->more));
    }
    if (shown.more > 0)
        rows.append(makeNote(tr("%Ln more: filter by name", nullptr, static_cast<int>(shown.more)),
                             tr("The filter above looks through all of them.")));
    place->removeRows(0, place->rowCount());
    place->appendRows(rows);
    for (auto *row : std::as_const(rows)) {
        if (row->hasChildren() && (!m_filter.isEmpty() || !folded.contains(row->text())))
            expand(row->index());
    }
    if (place == m_computer)
        expand(place->index());
    const auto found = current.startsWith(listing.prefix)
        ? m_model->match(place->index(), RepositoryRole, current, 1, Qt::MatchExactly | Qt::MatchRecursive)
        : QModelIndexList();
    if (!found.isEmpty())
        setCurrentIndex(found.front());
}

/// "acme/qwen" goes into a folder "acme", which comes once.
QList<QStandardItem *> PlacesTree::makeRepositories(const Listing &listing, const Shown &shown) const
{
    QList<QStandardItem *> rows;
    QHash<QString, QStandardItem *> folders;
    for (const auto &name : shown.names) {
        const auto slash = name.indexOf(QLatin1Char('/'));
        const auto reference = listing.prefix + name;
        auto *item = makeItem(name.mid(slash + 1), QStringLiteral("package"));
        item->setData(reference, RepositoryRole);
        item->setToolTip(reference);
        if (listing.greyed)
            item->setForeground(Theme::instance().color(modelcrate::Role::TextMuted));
        if (slash <= 0) {
            rows.append(item);
            continue;
        }
        auto *&folder = folders[name.left(slash)];
        if (!folder) {
            folder = makeItem(name.left(slash), QStringLiteral("folder"));
            rows.append(folder);
        }
        folder->appendRow(item);
    }
    return rows;
}

void PlacesTree::setFilter(const QString &text)
{
    m_filter = text;
    m_filterSoon->start();
}

} // namespace modelcrate
