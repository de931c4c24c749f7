// SPDX-License-Identifier: Apache-2.0
#include "ui/registry/registriespage.h"

#include "ui/jobs/transferqueue.h"
#include "ui/registry/placestree.h"
#include "ui/registry/tagsmodel.h"
#include "ui/registry/tagsview.h"
#include "ui/text/convert.h"
#include "ui/text/errortext.h"
#include "ui/text/kindtext.h"
#include "ui/text/numbers.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/settings.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/userprompts.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

constexpr int treeWidth = 272, tagsWidth = 520, detailsWidth = 480, detailsMinimum = 320;
constexpr int packagingColumn = 3, digestColumn = 4;
constexpr int widthForDigest = 620, widthForPackaging = 420;
/// A config longer than this is not read by people.
constexpr std::size_t longestConfig = 256 << 10;

QStandardItem *plainItem(const QString &text)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    return item;
}

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
    layout->addWidget(makeAddressBar());
    layout->addWidget(splitter, 1);
    setFocusProxy(m_address);
    clearDetails();
    connect(&services.settings, &Settings::changed, this, &RegistriesPage::refreshPlaces);
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

    m_found = new QWidget;
    auto *layout = new QVBoxLayout(m_found);
    layout->setContentsMargins(metrics::space4, metrics::space4, metrics::space4, metrics::space4);
    layout->setSpacing(metrics::space3);
    auto *head = new QHBoxLayout;
    m_title = new ElidedLabel;
    m_title->setObjectName(QStringLiteral("artifactTitle"));
    m_title->setFont(Theme::font(FontRole::Heading));
    m_facts = new QLabel;
    m_facts->setObjectName(QStringLiteral("artifactFacts"));
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_facts->setWordWrap(true);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_title);
    head->addWidget(m_facts, 1);
    auto *copy = new QToolButton;
    copy->setIcon(icon(QStringLiteral("copy"), Role::TextMuted));
    copy->setObjectName(QStringLiteral("copyReferenceButton"));
    copy->setAccessibleName(tr("Copy the reference with its digest"));
    copy->setToolTip(copy->accessibleName());
    copy->setAutoRaise(true);
    connect(copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_pinned); });
    head->addWidget(copy);
    auto *pull = new QPushButton(icon(QStringLiteral("pull"), Role::AccentText), tr("Pull…"));
    pull->setObjectName(QStringLiteral("pullButton"));
    pull->setProperty("primary", true);
    pull->setAccessibleName(tr("Pull into a folder"));
    connect(pull, &QPushButton::clicked, this, &RegistriesPage::pull);
    head->addWidget(pull);
    layout->addLayout(head);
    m_digest = new ElidedLabel;
    m_digest->setObjectName(QStringLiteral("artifactDigest"));
    m_digest->setFont(Theme::font(FontRole::Mono));
    m_digest->setMuted(true);
    layout->addWidget(m_digest);

    m_layers = new QStandardItemModel(this);
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("layerTable"));
    m_table->installEventFilter(this);
    m_table->setAccessibleName(tr("Layers of the artifact"));
    m_table->setModel(m_layers);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(metrics::rowHeight(metrics::listRow));
    layout->addWidget(m_table, 3);
    m_config = new QPlainTextEdit;
    m_config->setObjectName(QStringLiteral("artifactConfig"));
    m_config->setAccessibleName(tr("Model config"));
    m_config->setReadOnly(true);
    m_config->setFont(Theme::font(FontRole::Mono));
    layout->addWidget(m_config, 2);
    column->addWidget(m_found, 1);
    column->addStretch(0);
    return details;
}

/// Names and sizes stay readable: what the table has no room for goes, the digest first.
void RegistriesPage::placeColumns()
{
    m_table->setColumnHidden(digestColumn, m_table->width() < widthForDigest);
    m_table->setColumnHidden(packagingColumn, m_table->width() < widthForPackaging);
}

bool RegistriesPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::Resize)
        placeColumns();
    return QWidget::eventFilter(watched, event);
}

void RegistriesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refreshPlaces();
}

void RegistriesPage::focusAddress()
{
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

void RegistriesPage::open(const QString &reference)
{
    m_address->setText(reference);
    look(Remember::Yes);
}

void RegistriesPage::clearDetails()
{
    m_found->hide();
    m_message->setMessage(InfoBar::Kind::Info, {}, tr("Choose an artifact, or type a reference above."));
    m_message->clearActions();
    m_message->show();
    setShown({});
}

void RegistriesPage::setShown(const QString &reference)
{
    m_shown = reference;
    Q_EMIT shownChanged();
}

void RegistriesPage::refresh()
{
    m_places->reload();
    if (!m_tags->repository().isEmpty())
        m_tags->reload();
    look(Remember::No);
}

QString referenceIn(const QString &pasted)
{
    // "docker pull --platform linux/amd64 ghcr.io/a/b:c": what is wanted comes last, options before it.
    static const QRegularExpression command(
        QStringLiteral("^(?:sudo )?(?:docker|podman|oras|modctl|skopeo|modelcrate-cli) .*\\s(\\S+)$"));
    static const QRegularExpression scheme(QStringLiteral("^(?:https?|docker|oci)://"));
    auto text = pasted.simplified();
    if (const auto match = command.match(text); match.hasMatch())
        text = match.captured(1);
    text.remove(scheme);
    while (text.endsWith(QLatin1Char('/')) && !QFileInfo(text).isAbsolute())
        text.chop(1);
    return text;
}

void RegistriesPage::look(Remember remember)
{
    const auto text = referenceIn(m_address->text());
    m_address->setText(text);
    if (m_job)
        m_job->cancel();
    clearDetails();
    ++m_asked;
    if (text.isEmpty())
        return;
    if (const auto place = placeIn(text)) {
        if (place->repository.isEmpty())
            m_places->openRegistry(place->host);
        else
            browse(place->repository);
        return;
    }
    lookAtArtifact(text, remember);
}

void RegistriesPage::lookAtArtifact(const QString &text, Remember remember)
{
    m_message->setMessage(InfoBar::Kind::Info, {}, tr("Reading %1…").arg(text));
    m_job = m_services.jobs.run<ModelArtifact>(
        this,
        [reference = toUtf8(text), &session = m_services.session](const TaskContext &context) -> Result<ModelArtifact> {
            // Whether it is a folder is asked of the disk, so it is asked here.
            ASSIGN_OR_RETURN(const auto location, parseLocation(reference));
            return inspect(location, session, context);
        },
        [this, text, remember, asked = m_asked](Result<ModelArtifact> artifact) {
            if (asked != m_asked) // another was asked for meanwhile
                return;
            // One that cannot be reached says so once. Where only the artifact is missing, the tags are of help.
            if (artifact || artifact.error().code() == ErrorCode::NotFound
                || artifact.error().code() == ErrorCode::Unsupported)
                browseAround(text);
            if (!artifact)
                return showError(artifact.error());
            setShown(text);
            if (remember == Remember::Yes)
                m_services.settings.addRecentTarget(text);
            showArtifact(*artifact);
        });
}

void RegistriesPage::showError(const Error &error)
{
    if (!error.isStop())
        m_message->setError(errorText(error));
}

void RegistriesPage::showArtifact(const ModelArtifact &artifact)
{
    ByteCount size;
    m_layers->clear();
    m_layers->setHorizontalHeaderLabels({tr("File"), tr("Layer"), tr("Size"), tr("Packaging"), tr("Digest")});
    for (const auto &layer : artifact.layers) {
        size += layer.descriptor.size;
        auto *kind =
            plainItem(layer.type ? kindText(layer.type->kind) : displayText(layer.descriptor.mediaType.toString()));
        if (layer.type)
            kind->setIcon(layerIcon(layer.type->kind));
        auto *bytes = plainItem(formatBytes(layer.descriptor.size));
        bytes->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_layers->appendRow({plainItem(layer.path.empty() ? tr("(no name)") : displayText(layer.path)), kind, bytes,
                             plainItem(layer.type ? encodingText(layer.type->encoding) : QStringLiteral("—")),
                             plainItem(shortDigest(layer.descriptor.digest))});
    }
    m_table->resizeColumnsToContents();
    placeColumns();
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_title->setText(m_shown);
    const auto digest = toQString(artifact.manifest.digest.toString());
    m_pinned = m_shown.contains(QLatin1Char('@')) ? m_shown : m_shown + QLatin1Char('@') + digest;
    m_facts->setText(tr("ModelPack artifact, %n layer(s), %1", nullptr, static_cast<int>(artifact.layers.size()))
                         .arg(formatBytes(size)));
    m_digest->setText(digest);
    m_config->setPlainText(artifact.configBytes.size() > longestConfig
                               ? tr("The config is too long to be shown.")
                               : toQString(dumpJsonPretty(artifact.config.document())));
    m_message->setVisible(!artifact.findings.empty());
    if (!artifact.findings.empty())
        m_message->setMessage(InfoBar::Kind::Warning, {}, findingText(artifact.findings.front()));
    m_found->show();
}

void RegistriesPage::pull()
{
    if (!canPull())
        return;
    m_services.prompts.chooseFolder(this, tr("Pull into Folder"), [this, source = m_shown](const QString &folder) {
        if (folder.isEmpty())
            return;
        TransferRequestRecord request;
        request.kind = TransferRequestRecord::Kind::Pull;
        request.title = source;
        request.source = toUtf8(source);
        request.target = toUtf8(folder);
        m_services.transfers.add(std::move(request));
        Q_EMIT transfersRequested();
    });
}

} // namespace modelcrate
