// SPDX-License-Identifier: Apache-2.0
#include "ui/registry/registriespage.h"

#include "ui/artifact/signinflow.h"
#include "ui/jobs/jobrunner.h"
#include "ui/jobs/transferqueue.h"
#include "ui/registry/placestree.h"
#include "ui/registry/referencetext.h"
#include "ui/registry/tagsmodel.h"
#include "ui/registry/tagsview.h"
#include "ui/text/convert.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/settings.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace modelcrate {

namespace {

/// Some ten thousand.
constexpr ByteCount rememberedManifests = 256_MiB;
constexpr std::chrono::hours forgottenAfter{90 * 24};
constexpr int treeWidth = 272, tagsWidth = 520, detailsWidth = 480;
/// Beside two artifacts, which want to be read.
constexpr int treeWidthBeside = 180, tagsWidthBeside = 300;
constexpr int widthForAll = treeWidthBeside + tagsWidthBeside + 2 * ArtifactPane::minimumPageWidth;

/// What a text asks for when it names no artifact: "host" or "host/repository".
struct Place {
    QString host = {};
    QString repository = {}; ///< with its host, or "store:…"
};

std::optional<Place> placeIn(const QString &text)
{
    const auto utf8 = toUtf8(text);
    const bool canBeHost =
        text.contains(QLatin1Char('.')) || text.contains(QLatin1Char(':')) || text == QLatin1String("localhost");
    if (!text.contains(QLatin1Char('/')) && canBeHost && !text.startsWith(QLatin1String("oci:"))
        && !text.startsWith(QLatin1String("store:")) && RegistryHost::parse(utf8))
        return Place{text, {}};
    const auto target = parseTarget(utf8);
    if (!target || tagOrDigest(*target) || std::holds_alternative<LayoutLocation>(*target))
        return std::nullopt;
    const auto *reference = std::get_if<Reference>(&*target);
    return Place{reference ? toQString(reference->registry.toString()) : QString(), text};
}

/// Of a reference, with its host or "store:"; empty for anything else.
QString repositoryOf(const QString &reference)
{
    if (const auto parsed = Reference::parse(toUtf8(reference)))
        return toQString(parsed->repositoryPath());
    const auto target = parseTarget(toUtf8(reference));
    const auto *stored = target ? std::get_if<StoreLocation>(&*target) : nullptr;
    return stored ? QStringLiteral("store:") + toQString(stored->repository.toString()) : QString();
}

bool holdsFocus(const QWidget &widget)
{
    const auto *focused = QApplication::focusWidget();
    return focused && (focused == &widget || widget.isAncestorOf(focused));
}

} // namespace

RegistriesPage::RegistriesPage(Services &services, QWidget *parent) : QWidget(parent), m_services(services)
{
    setObjectName(QStringLiteral("registriesPage"));
    m_columns = new QSplitter(Qt::Horizontal);
    m_columns->setHandleWidth(1);
    m_columns->setChildrenCollapsible(false);
    m_placesSide = makePlaces();
    m_columns->addWidget(m_placesSide);
    m_tags = new TagsView(services);
    m_tags->hide(); // until there is a repository to speak of
    connect(m_tags, &TagsView::chosen, this, [this](const QString &reference) {
        m_address->setText(reference);
        look(Remember::No);
    });
    connect(m_tags, &TagsView::besideRequested, this, &RegistriesPage::openBeside);
    m_columns->addWidget(m_tags);
    m_beside = new QSplitter(Qt::Horizontal);
    m_beside->setObjectName(QStringLiteral("besideSplitter"));
    m_beside->setHandleWidth(1);
    m_beside->setChildrenCollapsible(false);
    m_columns->addWidget(m_beside);
    m_columns->setStretchFactor(1, 3);
    m_columns->setStretchFactor(2, 2);
    m_columns->setSizes({treeWidth, tagsWidth, detailsWidth});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_browser = new QWidget;
    auto *browser = new QVBoxLayout(m_browser);
    browser->setContentsMargins(0, 0, 0, 0);
    browser->setSpacing(0);
    browser->addWidget(makeAddressBar());
    browser->addWidget(m_columns, 1);
    m_pull = new PullPage(services);
    connect(m_pull, &PullPage::canceled, this, [this] { showPage(m_browser); });
    connect(m_pull, &PullPage::started, this, [this] {
        showPage(m_browser);
        Q_EMIT transfersRequested();
    });
    m_compare = new ComparePage(services);
    connect(m_compare, &ComparePage::closed, this, [this] { showPage(m_browser); });
    m_pages = new QStackedWidget;
    for (auto *page : {m_browser, static_cast<QWidget *>(m_pull), static_cast<QWidget *>(m_compare)})
        m_pages->addWidget(page);
    layout->addWidget(m_pages);
    setFocusProxy(m_address);
    addPane();
    makeArtifactActions();
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, const QWidget *now) {
        for (const auto *pane : m_panes) {
            if (now && (pane == now || pane->isAncestorOf(now)))
                setCurrent(pane);
        }
    });
    connect(&m_tags->model(), &TagsModel::rowsRead, this, qOverload<>(&RegistriesPage::showKnownTags));
    connect(&services.settings, &Settings::changed, this, &RegistriesPage::refreshPlaces);
    services.jobs.run<bool>(
        this,
        [&session = services.session](const TaskContext &) -> Result<bool> {
            if (const auto *cache = session.listingCache())
                cache->prune(rememberedManifests, forgottenAfter);
            return true;
        },
        [](const Result<bool> &) {}, JobPriority::Idle);
    connect(&services.transfers, &TransferQueue::changed, this, [this](qint64 id) {
        const auto *transfer = m_services.transfers.find(id);
        if (!transfer || transfer->state != TransferState::Done)
            return;
        refreshPlaces();
        const auto repository = repositoryOf(toQString(transfer->request.target));
        if (!repository.isEmpty() && repository == m_tags->repository())
            m_tags->reload();
    });
}

RegistriesPage::~RegistriesPage()
{
    // Its children take the focus with them when they go, which is after its members.
    disconnect(qApp, nullptr, this, nullptr);
}

QWidget *RegistriesPage::makeAddressBar()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(metrics::space4, metrics::space2, metrics::space4, metrics::space2);
    row->setSpacing(metrics::space2);
    m_address = new QLineEdit;
    m_address->setObjectName(QStringLiteral("addressField"));
    m_address->setAccessibleName(tr("Reference to look at"));
    m_address->setPlaceholderText(tr("registry.example.com/team/model:v1, store:model:v1 or oci:/folder:v1"));
    m_address->addAction(icon(QStringLiteral("search"), Role::TextMuted), QLineEdit::LeadingPosition);
    connect(m_address, &QLineEdit::returnPressed, this, [this] { look(Remember::Yes); });
    row->addWidget(m_address, 1);
    auto *open = new QPushButton(tr("Open"));
    open->setObjectName(QStringLiteral("openReferenceButton"));
    open->setAccessibleName(tr("Look at the reference"));
    connect(open, &QPushButton::clicked, this, [this] { look(Remember::Yes); });
    row->addWidget(open);
    m_listsButton = new QToolButton;
    m_listsButton->setObjectName(QStringLiteral("showListsButton"));
    m_listsButton->setText(tr("Lists"));
    m_listsButton->setAccessibleName(tr("Show places and tags in place of the other artifact"));
    m_listsButton->setToolTip(m_listsButton->accessibleName());
    m_listsButton->setCheckable(true);
    m_listsButton->hide();
    connect(m_listsButton, &QToolButton::toggled, this, &RegistriesPage::arrange);
    row->addWidget(m_listsButton);
    return bar;
}

QWidget *RegistriesPage::makePlaces()
{
    auto *places = new QWidget;
    auto *column = new QVBoxLayout(places);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(metrics::space2, metrics::space2, metrics::space2, metrics::space2);
    auto *filter = new QLineEdit;
    filter->setObjectName(QStringLiteral("repositoryFilter"));
    filter->setAccessibleName(tr("Filter repositories"));
    filter->setPlaceholderText(tr("Filter repositories"));
    filter->setClearButtonEnabled(true);
    filter->addAction(icon(QStringLiteral("search"), Role::TextMuted), QLineEdit::LeadingPosition);
    head->addWidget(filter);
    column->addLayout(head);
    m_places = new PlacesTree(m_services);
    connect(m_places, &PlacesTree::failed, this, [this](const QString &host, const Error &error) {
        current().showRefused(error, host);
    });
    connect(filter, &QLineEdit::textChanged, m_places, &PlacesTree::setFilter);
    connect(m_places, &PlacesTree::repositoryChosen, this, &RegistriesPage::browse);
    column->addWidget(m_places, 1);
    return places;
}

ArtifactPane *RegistriesPage::addPane()
{
    auto *pane = new ArtifactPane(m_services);
    m_panes.push_back(pane);
    m_beside->addWidget(pane);
    connect(pane, &ArtifactPane::opened, this, [this, pane] {
        if (pane == &current())
            browseAround(pane->asked());
        showKnownTags(*pane);
    });
    connect(pane, &ArtifactPane::failed, this, [this, pane](const Error &error) {
        // One that cannot be reached says so once. Where only the artifact is missing, the tags are of help.
        if (error.code() == ErrorCode::NotFound && pane == &current())
            browseAround(pane->asked());
    });
    connect(pane, &ArtifactPane::shownChanged, this, [this, pane] {
        updateArtifactActions();
        if (pane == &current())
            Q_EMIT shownChanged();
    });
    connect(pane, &ArtifactPane::removed, this, [this, pane](const QString &reference, const QString &freed) {
        showRemoved(*pane, reference, freed);
    });
    connect(pane, &ArtifactPane::pullRequested, this, [this, pane] {
        setCurrent(pane);
        pull();
    });
    connect(pane, &ArtifactPane::compareRequested, this, [this, pane] {
        setCurrent(pane);
        compare();
    });
    connect(pane, &ArtifactPane::referenceRequested, this, [this, pane](const QString &reference) {
        setCurrent(pane);
        open(reference);
    });
    connect(pane, &ArtifactPane::editRequested, this, &RegistriesPage::editRequested);
    connect(pane, &ArtifactPane::compareBothRequested, this, &RegistriesPage::compare);
    connect(pane, &ArtifactPane::refreshRequested, this, [this, pane] {
        reloadLists();
        readAgain(*pane);
    });
    connect(pane, &ArtifactPane::closeRequested, this, [this, pane] { closePane(pane); });
    return pane;
}

void RegistriesPage::openBeside(const QString &reference)
{
    showPage(m_browser);
    if (current().asked().isEmpty())
        return open(reference);
    if (!hasTwo()) {
        m_widthsOfOne = m_columns->sizes();
        addPane();
        const int tree = std::min(m_widthsOfOne[0], treeWidthBeside);
        const int tags = std::min(m_widthsOfOne[1], tagsWidthBeside);
        m_columns->setSizes({tree, tags, std::max(1, m_columns->width() - tree - tags)});
        m_beside->setSizes({detailsWidth, detailsWidth});
    }
    setCurrent(m_panes[1 - m_current]);
    m_listsButton->setChecked(false);
    m_address->setText(reference);
    clearDetails(current());
    current().open(reference, Remember::Yes);
    arrange();
    // Who walks through the tags goes on there, and chooses for this one now.
    const auto *focused = QApplication::focusWidget();
    if (!focused || !focused->isVisible() || !m_tags->isAncestorOf(focused))
        current().setFocus(Qt::OtherFocusReason);
}

void RegistriesPage::closePane(ArtifactPane *pane)
{
    if (!hasTwo() || pane->isRemoving())
        return;
    auto *stays = m_panes[pane == m_panes.front() ? 1 : 0];
    setCurrent(stays);
    // Before the focus finds a way of its own.
    if (holdsFocus(*pane))
        stays->setFocus(Qt::OtherFocusReason);
    m_panes = {stays};
    m_current = 0;
    pane->disconnect(this);
    pane->setParent(nullptr);
    pane->deleteLater(); // its button may have been clicked
    m_listsButton->setChecked(false);
    arrange();
    m_columns->setSizes(m_widthsOfOne);
    updateArtifactActions();
    Q_EMIT shownChanged();
}

void RegistriesPage::setCurrent(const ArtifactPane *pane)
{
    const auto before = current().asked();
    const auto found = std::find(m_panes.begin(), m_panes.end(), pane);
    if (found == m_panes.end() || pane == &current())
        return;
    m_current = static_cast<std::size_t>(found - m_panes.begin());
    // What is half typed stays.
    if (m_address->text() == before)
        m_address->setText(current().asked());
    m_tags->setCurrent(current().asked());
    arrange();
    updateArtifactActions();
    Q_EMIT shownChanged();
}

/// What is seen at once: two artifacts need the room of the lists where there is little.
void RegistriesPage::arrange()
{
    const bool crowded = hasTwo() && width() < widthForAll;
    const bool showsLists = !crowded || m_listsButton->isChecked();
    m_listsButton->setVisible(crowded);
    // Else Qt gives it to whatever comes next, and that makes the other artifact the current one.
    if (!showsLists && (holdsFocus(*m_placesSide) || holdsFocus(*m_tags)))
        current().setFocus(Qt::OtherFocusReason);
    m_placesSide->setVisible(showsLists);
    m_tags->setVisible(showsLists && !m_tags->repository().isEmpty());
    for (auto *pane : m_panes) {
        pane->setVisible(!crowded || !showsLists || pane == &current());
        pane->setBeside(hasTwo(), pane == &current(), pane == m_panes.back() && hasTwo());
    }
}

void RegistriesPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void RegistriesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refreshPlaces();
}

void RegistriesPage::showPage(QWidget *page) { m_pages->setCurrentWidget(page); }

void RegistriesPage::focusAddress()
{
    showPage(m_browser);
    m_address->setFocus(Qt::ShortcutFocusReason);
    m_address->selectAll();
}

void RegistriesPage::refreshPlaces()
{
    if (isVisible())
        m_places->refresh();
}

void RegistriesPage::browse(const QString &repository)
{
    if (repository == m_tags->repository() && m_tags->model().error())
        m_tags->reload();
    else
        m_tags->setRepository(repository);
    arrange();
}

void RegistriesPage::browseAround(const QString &reference)
{
    const auto repository = repositoryOf(reference);
    if (repository.isEmpty())
        return;
    browse(repository);
    m_tags->setCurrent(reference);
}

QString RegistriesPage::address() const { return m_address->text(); }

RegistriesPage::View RegistriesPage::view() const
{
    View view{m_address->text(), m_registry, m_tags->repository()};
    for (const auto *pane : m_panes)
        view.artifacts.push_back(pane->view());
    view.current = m_current;
    view.widths = m_beside->saveState();
    view.page = static_cast<View::Page>(m_pages->currentIndex());
    view.pull = m_pull->choice();
    view.comparison = m_compare->view();
    return view;
}

void RegistriesPage::restore(const View &view)
{
    m_registry = view.registry;
    if (!m_registry.isEmpty())
        m_places->openRegistry(m_registry);
    if (!view.repository.isEmpty())
        browse(view.repository);
    for (std::size_t i = 0; i < view.artifacts.size(); ++i) {
        if (i == m_panes.size())
            addPane();
        m_panes[i]->restore(view.artifacts[i]);
    }
    if (hasTwo()) {
        m_widthsOfOne = {treeWidth, tagsWidth, detailsWidth};
        m_columns->setSizes({treeWidthBeside, tagsWidthBeside, 2 * detailsWidth});
        m_beside->restoreState(view.widths);
    }
    setCurrent(m_panes[std::min(view.current, m_panes.size() - 1)]);
    m_tags->setCurrent(current().asked());
    if (view.pull)
        m_pull->restore(*view.pull);
    if (view.comparison)
        m_compare->restore(*view.comparison);
    m_pages->setCurrentIndex(static_cast<int>(view.page));
    m_address->setText(view.address);
    arrange();
}

bool RegistriesPage::isBusy() const
{
    return m_compare->isWriting()
        || std::any_of(m_panes.begin(), m_panes.end(), [](const auto *pane) { return pane->isRemoving(); });
}

void RegistriesPage::open(const QString &reference)
{
    showPage(m_browser);
    m_address->setText(reference);
    look(Remember::Yes);
}

void RegistriesPage::clearDetails(ArtifactPane &pane)
{
    // Else Qt gives it to whatever comes next, the button of the problems say.
    if (pane.isAncestorOf(QApplication::focusWidget()))
        m_address->setFocus(Qt::OtherFocusReason);
    pane.clear();
}

/// The same for the menu, of the artifact that is current.
void RegistriesPage::makeArtifactActions()
{
    const auto own = current().artifactActions();
    for (qsizetype i = 0; i < own.size(); ++i) {
        auto *action = new QAction(own[i]->icon(), own[i]->text(), this);
        action->setObjectName(own[i]->objectName());
        connect(action, &QAction::triggered, this, [this, i] { current().artifactActions()[i]->trigger(); });
        m_artifactActions << action;
    }
    updateArtifactActions();
}

void RegistriesPage::updateArtifactActions()
{
    const auto own = current().artifactActions();
    for (qsizetype i = 0; i < m_artifactActions.size(); ++i)
        m_artifactActions[i]->setEnabled(own[i]->isEnabled());
}

void RegistriesPage::showRemoved(ArtifactPane &pane, const QString &reference, const QString &freed)
{
    // Somebody may have gone on to another artifact meanwhile, which stays; beside it the same one may stand, or one of
    // that repository that went with it.
    for (auto *shown : m_panes) {
        if (shown->page().reference() == reference) {
            if (shown == &current()) {
                m_address->clear();
                m_tags->setCurrent({});
            }
            clearDetails(*shown);
        } else if (shown != &pane && repositoryOf(shown->asked()) == repositoryOf(reference)) {
            readAgain(*shown);
        }
    }
    pane.say(InfoBar::Kind::Success, tr("%1 is deleted.").arg(reference),
             freed.isEmpty() ? QString() : tr("%1 are free again.").arg(freed));
    m_tags->reload();
    m_places->refresh();
}

void RegistriesPage::refresh()
{
    reloadLists();
    for (auto *pane : m_panes)
        readAgain(*pane);
}

void RegistriesPage::reloadLists()
{
    m_places->reload();
    if (!m_tags->repository().isEmpty())
        m_tags->reload();
}

/// Not what the address field says by now: that was not asked for yet.
void RegistriesPage::readAgain(ArtifactPane &pane)
{
    if (pane.asked().isEmpty())
        return;
    if (pane.isAncestorOf(QApplication::focusWidget()))
        m_address->setFocus(Qt::OtherFocusReason);
    pane.readAgain();
}

void RegistriesPage::look(Remember remember)
{
    const auto text = referenceIn(m_address->text());
    m_address->setText(text);
    clearDetails(current());
    if (text.isEmpty())
        return;
    if (const auto place = placeIn(text)) {
        m_listsButton->setChecked(true); // where it is seen
        if (place->repository.isEmpty())
            m_places->openRegistry(m_registry = place->host);
        else
            browse(place->repository);
        return;
    }
    current().open(text, remember);
}

void RegistriesPage::showKnownTags()
{
    for (const auto *pane : m_panes)
        showKnownTags(*pane);
}

/// Its own tag, and those whose rows say that they stand for the same.
void RegistriesPage::showKnownTags(const ArtifactPane &pane)
{
    auto &page = pane.page();
    const auto *details = page.details();
    if (!details || repositoryOf(page.reference()) != m_tags->repository())
        return;
    auto tags = m_tags->model().tagsOf(details->stored.digest);
    const auto location = parseTarget(toUtf8(page.reference()));
    const auto own = location ? tagOf(*location) : std::nullopt;
    if (own) {
        tags.removeAll(toQString(own->toString()));
        tags.prepend(toQString(own->toString()));
    }
    if (!tags.isEmpty())
        page.setTags(tags);
}

void RegistriesPage::pull()
{
    if (!canPull())
        return;
    m_pull->setArtifact(artifact().reference(), artifact().sharedDetails());
    showPage(m_pull);
}

void RegistriesPage::compare()
{
    showPage(m_compare);
    if (hasTwo())
        m_compare->compare(m_panes.front()->asked(), m_panes.back()->asked());
    else
        m_compare->compare(current().asked(), {});
}

} // namespace modelcrate
