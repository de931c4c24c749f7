// SPDX-License-Identifier: Apache-2.0
#include "ui/registry/registriespage.h"

#include "ui/artifact/signinflow.h"
#include "ui/jobs/jobrunner.h"
#include "ui/jobs/transferqueue.h"
#include "ui/registry/artifactpage.h"
#include "ui/registry/comparepage.h"
#include "ui/registry/placestree.h"
#include "ui/registry/pullpage.h"
#include "ui/registry/referencetext.h"
#include "ui/registry/tagremoval.h"
#include "ui/registry/tagsmodel.h"
#include "ui/registry/tagsview.h"
#include "ui/text/convert.h"
#include "ui/text/errortext.h"
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
#include <QVBoxLayout>

namespace modelcrate {

namespace {

/// Some ten thousand.
constexpr ByteCount rememberedManifests = 256_MiB;
constexpr std::chrono::hours forgottenAfter{90 * 24};
constexpr int treeWidth = 272, tagsWidth = 520, detailsWidth = 480, detailsMinimum = 320;

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

} // namespace

RegistriesPage::RegistriesPage(Services &services, QWidget *parent) : QWidget(parent), m_services(services)
{
    setObjectName(QStringLiteral("registriesPage"));
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makePlaces());
    m_tags = new TagsView(services);
    m_tags->hide(); // until there is a repository to speak of
    connect(m_tags, &TagsView::chosen, this, [this](const QString &reference) {
        m_address->setText(reference);
        look(Remember::No);
    });
    splitter->addWidget(m_tags);
    splitter->addWidget(makeDetails());
    splitter->setStretchFactor(1, 3);
    splitter->setStretchFactor(2, 2);
    splitter->setSizes({treeWidth, tagsWidth, detailsWidth});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_browser = new QWidget;
    auto *browser = new QVBoxLayout(m_browser);
    browser->setContentsMargins(0, 0, 0, 0);
    browser->setSpacing(0);
    browser->addWidget(makeAddressBar());
    browser->addWidget(splitter, 1);
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
    clearDetails();
    connect(&m_tags->model(), &TagsModel::rowsRead, this, &RegistriesPage::showKnownTags);
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
        showRefusal(*m_message, error, host, this, m_services, [this] { refresh(); });
    });
    connect(filter, &QLineEdit::textChanged, m_places, &PlacesTree::setFilter);
    connect(m_places, &PlacesTree::repositoryChosen, this, &RegistriesPage::browse);
    column->addWidget(m_places, 1);
    return places;
}

QWidget *RegistriesPage::makeDetails()
{
    auto *details = new QWidget;
    details->setMinimumWidth(detailsMinimum);
    details->setBackgroundRole(QPalette::Base);
    details->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(details);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_message = new InfoBar;
    m_message->setObjectName(QStringLiteral("referenceMessage"));
    column->addWidget(m_message);

    m_removal = new TagRemoval(m_services);
    connect(m_removal, &TagRemoval::removed, this, &RegistriesPage::showRemoved);
    connect(m_removal, &TagRemoval::removingChanged, this, &RegistriesPage::updateArtifactActions);
    column->addWidget(m_removal);
    m_artifact = new ArtifactPage(m_services);
    makeArtifactActions();
    connect(m_artifact, &ArtifactPage::opened, this, &RegistriesPage::showOpened);
    connect(m_artifact, &ArtifactPage::failed, this, [this](const Error &error) {
        // One that cannot be reached says so once. Where only the artifact is missing, the tags are of help.
        if (error.code() == ErrorCode::NotFound)
            browseAround(m_asked);
        showError(error);
    });
    connect(m_artifact, &ArtifactPage::pullRequested, this, &RegistriesPage::pull);
    connect(m_artifact, &ArtifactPage::referenceRequested, this, &RegistriesPage::open);
    column->addWidget(m_artifact, 1);
    column->addStretch(0);
    return details;
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
    m_tags->show();
    if (repository == m_tags->repository() && m_tags->model().error())
        m_tags->reload();
    else
        m_tags->setRepository(repository);
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
    return {m_address->text(), m_registry, m_tags->repository(), m_asked,
            m_remember == Remember::No || m_artifact->details()};
}

void RegistriesPage::restore(const View &view)
{
    m_registry = view.registry;
    if (!m_registry.isEmpty())
        m_places->openRegistry(m_registry);
    if (!view.repository.isEmpty())
        browse(view.repository);
    if (!view.reference.isEmpty())
        lookAtArtifact(view.reference, view.isRead ? Remember::No : Remember::Yes);
    m_address->setText(view.address);
}

void RegistriesPage::open(const QString &reference)
{
    showPage(m_browser);
    m_address->setText(reference);
    look(Remember::Yes);
}

void RegistriesPage::clearDetails()
{
    m_asked.clear();
    // Else Qt gives it to whatever comes next, the button of the problems say.
    const auto *focused = QApplication::focusWidget();
    if (m_artifact->isAncestorOf(focused) || m_removal->isAncestorOf(focused))
        m_address->setFocus(Qt::OtherFocusReason);
    m_artifact->clear();
    m_artifact->hide();
    m_removal->giveUp();
    m_message->setMessage(InfoBar::Kind::Info, {}, tr("Choose an artifact, or type a reference above."));
    m_message->clearActions();
    m_message->show();
    Q_EMIT shownChanged();
}

void RegistriesPage::makeArtifactActions()
{
    m_edit = new QAction(icon(QStringLiteral("edit")), tr("&Edit…"), this);
    m_edit->setObjectName(QStringLiteral("editArtifactAction"));
    m_edit->setToolTip(tr("Edit the published model"));
    connect(m_edit, &QAction::triggered, this, [this] { Q_EMIT editRequested(m_artifact->reference()); });
    m_artifact->addHeaderAction(m_edit);
    m_deleteTag = new QAction(icon(QStringLiteral("delete")), tr("Delete Tag…"), this);
    m_deleteTag->setObjectName(QStringLiteral("deleteTagAction"));
    connect(m_deleteTag, &QAction::triggered, this, [this] { m_removal->ask(m_artifact->reference()); });
    m_compareAction = new QAction(icon(QStringLiteral("compare")), tr("Compare…"), this);
    m_compareAction->setObjectName(QStringLiteral("compareAction"));
    connect(m_compareAction, &QAction::triggered, this, &RegistriesPage::compare);
    for (auto *action : artifactActions())
        m_artifact->addHeaderAction(action);
    connect(this, &RegistriesPage::shownChanged, this, &RegistriesPage::updateArtifactActions);
}

QList<QAction *> RegistriesPage::artifactActions() const { return {m_compareAction, m_deleteTag}; }

void RegistriesPage::updateArtifactActions()
{
    const auto location = parseTarget(toUtf8(m_artifact->reference()));
    m_edit->setEnabled(canPull());
    m_compareAction->setEnabled(m_artifact->details() && !m_artifact->details()->isIndex());
    m_deleteTag->setEnabled(m_artifact->details() && location && tagOf(*location) && !m_removal->isRemoving());
}

void RegistriesPage::showRemoved(const QString &reference, const QString &freed)
{
    // Somebody may have gone on to another artifact meanwhile, which stays.
    if (m_artifact->reference() == reference) {
        m_address->clear();
        clearDetails();
        m_tags->setCurrent({});
    }
    m_message->clearActions();
    m_message->setMessage(InfoBar::Kind::Success, tr("%1 is deleted.").arg(reference),
                          freed.isEmpty() ? QString() : tr("%1 are free again.").arg(freed));
    m_message->show();
    m_tags->reload();
    m_places->refresh();
}

bool RegistriesPage::canPull() const
{
    return m_artifact->details() && m_artifact->details()->kind == ArtifactKind::ModelPack;
}

void RegistriesPage::refresh()
{
    m_places->reload();
    if (!m_tags->repository().isEmpty())
        m_tags->reload();
    // Not what the address field says by now: that was not asked for yet.
    if (m_asked.isEmpty())
        return;
    const auto now = view();
    clearDetails();
    lookAtArtifact(now.reference, now.isRead ? Remember::No : Remember::Yes);
}

void RegistriesPage::look(Remember remember)
{
    const auto text = referenceIn(m_address->text());
    m_address->setText(text);
    clearDetails();
    if (text.isEmpty())
        return;
    if (const auto place = placeIn(text)) {
        if (place->repository.isEmpty())
            m_places->openRegistry(m_registry = place->host);
        else
            browse(place->repository);
        return;
    }
    lookAtArtifact(text, remember);
}

void RegistriesPage::lookAtArtifact(const QString &text, Remember remember)
{
    m_message->setMessage(InfoBar::Kind::Info, {}, tr("Reading %1…").arg(text));
    m_asked = text;
    m_remember = remember;
    m_artifact->open(text);
}

void RegistriesPage::showError(const Error &error)
{
    // One that lets nobody in yet is there, and must be found where its authority or an account is chosen.
    const bool isThere = error.code() == ErrorCode::TlsFailed || error.code() == ErrorCode::Unauthorized;
    if (const auto asked = Reference::parse(toUtf8(m_asked)); asked && isThere)
        m_services.settings.addRegistry(toQString(asked->registry.toString()));
    if (!error.isStop())
        showRefusal(*m_message, error, m_asked, this, m_services, [this] { refresh(); });
}

void RegistriesPage::showOpened()
{
    browseAround(m_asked);
    if (m_remember == Remember::Yes)
        m_services.settings.addRecentTarget(m_asked);
    const auto &findings = m_artifact->details()->findings;
    m_message->setVisible(!findings.empty());
    if (!findings.empty())
        m_message->setMessage(InfoBar::Kind::Warning, {}, findingText(findings.front()));
    showKnownTags();
    m_artifact->show();
    Q_EMIT shownChanged();
}

/// Its own tag, and those whose rows say that they stand for the same.
void RegistriesPage::showKnownTags()
{
    const auto *details = m_artifact->details();
    if (!details || repositoryOf(m_artifact->reference()) != m_tags->repository())
        return;
    auto tags = m_tags->model().tagsOf(details->stored.digest);
    const auto location = parseTarget(toUtf8(m_artifact->reference()));
    const auto own = location ? tagOf(*location) : std::nullopt;
    if (own) {
        tags.removeAll(toQString(own->toString()));
        tags.prepend(toQString(own->toString()));
    }
    if (!tags.isEmpty())
        m_artifact->setTags(tags);
}

void RegistriesPage::pull()
{
    if (!canPull())
        return;
    m_pull->setArtifact(m_artifact->reference(), m_artifact->sharedDetails());
    showPage(m_pull);
}

void RegistriesPage::compare()
{
    showPage(m_compare);
    m_compare->compare(m_artifact->reference(), {});
}

} // namespace modelcrate
