// SPDX-License-Identifier: Apache-2.0
#include "ui/registry/registriespage.h"

#include "ui/jobs/transferqueue.h"
#include "ui/text/convert.h"
#include "ui/text/errortext.h"
#include "ui/text/kindtext.h"
#include "ui/text/numbers.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/settings.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/userprompts.h"

#include <QFileInfo>
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
#include <QTreeView>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

constexpr int referenceRole = Qt::UserRole;
constexpr int treeWidth = 272;
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

QStandardItem *referenceItem(const QString &text, const QString &reference)
{
    auto *item = plainItem(text);
    item->setIcon(icon(QStringLiteral("package"), Role::TextMuted));
    item->setData(reference, referenceRole);
    item->setToolTip(reference);
    return item;
}

} // namespace

RegistriesPage::RegistriesPage(Services &services, QWidget *parent) : QWidget(parent), m_services(services)
{
    setObjectName(QStringLiteral("registriesPage"));
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeTree());
    splitter->addWidget(makeDetails());
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({treeWidth, 10'000});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeAddressBar());
    layout->addWidget(splitter, 1);
    setFocusProxy(m_address);
    clearDetails();
    connect(&services.settings, &Settings::changed, this, &RegistriesPage::refreshTree);
    connect(&services.transfers, &TransferQueue::changed, this, [this](qint64 id) {
        if (const auto *transfer = m_services.transfers.find(id); transfer && transfer->state == TransferState::Done)
            refreshTree();
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
    connect(m_address, &QLineEdit::returnPressed, this, &RegistriesPage::look);
    row->addWidget(m_address, 1);
    auto *open = new QPushButton(tr("Open"));
    open->setObjectName(QStringLiteral("openReferenceButton"));
    open->setAccessibleName(tr("Look at the reference"));
    connect(open, &QPushButton::clicked, this, &RegistriesPage::look);
    row->addWidget(open);
    return bar;
}

QWidget *RegistriesPage::makeTree()
{
    m_places = new QStandardItemModel(this);
    m_tree = new QTreeView;
    m_tree->setObjectName(QStringLiteral("placesTree"));
    m_tree->setAccessibleName(tr("Stored and recent artifacts"));
    m_tree->setModel(m_places);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_tree->setMinimumWidth(180);
    const auto openIndex = [this](const QModelIndex &index) {
        if (const auto reference = index.data(referenceRole).toString(); !reference.isEmpty())
            open(reference);
    };
    connect(m_tree, &QTreeView::activated, this, openIndex);
    connect(m_tree, &QTreeView::clicked, this, openIndex);
    return m_tree;
}

QWidget *RegistriesPage::makeDetails()
{
    auto *details = new QWidget;
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
    m_title = new QLabel;
    m_title->setObjectName(QStringLiteral("artifactTitle"));
    m_title->setFont(Theme::font(FontRole::Heading));
    head->addWidget(m_title, 1);
    auto *pull = new QPushButton(icon(QStringLiteral("pull"), Role::AccentText), tr("Pull…"));
    pull->setObjectName(QStringLiteral("pullButton"));
    pull->setProperty("primary", true);
    pull->setAccessibleName(tr("Pull into a folder"));
    connect(pull, &QPushButton::clicked, this, &RegistriesPage::pull);
    head->addWidget(pull);
    layout->addLayout(head);
    m_facts = new QLabel;
    m_facts->setObjectName(QStringLiteral("artifactFacts"));
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_facts->setWordWrap(true);
    for (auto *label : {m_title, m_facts}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    layout->addWidget(m_facts);

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
    refreshTree();
}

void RegistriesPage::focusAddress()
{
    m_address->setFocus(Qt::ShortcutFocusReason);
    m_address->selectAll();
}

void RegistriesPage::refreshTree()
{
    if (!isVisible())
        return;
    using Entries = std::vector<LocalStore::Entry>;
    m_services.jobs.run<Entries>(
        this,
        [&session = m_services.session](const TaskContext &) -> Result<Entries> {
            ASSIGN_OR_RETURN(const auto store, session.localStore());
            return store.list();
        },
        [this](Result<Entries> stored) { showPlaces(stored); });
}

void RegistriesPage::showPlaces(const Result<std::vector<LocalStore::Entry>> &stored)
{
    m_places->clear();
    auto *computer = plainItem(tr("This computer"));
    computer->setIcon(icon(QStringLiteral("folder"), Role::TextMuted));
    m_places->appendRow(computer);
    if (!stored) {
        computer->appendRow(plainItem(errorText(stored.error()).title));
    } else {
        for (const auto &entry : *stored) {
            const auto name = displayText(entry.repository.toString() + ':' + entry.tag.toString());
            computer->appendRow(referenceItem(name, QStringLiteral("store:") + name));
        }
        if (stored->empty()) {
            auto *nothing = plainItem(tr("Nothing yet: publish to This computer"));
            nothing->setEnabled(false);
            computer->appendRow(nothing);
        }
    }
    auto *recent = plainItem(tr("Recent"));
    recent->setIcon(icon(QStringLiteral("clock"), Role::TextMuted));
    for (const auto &target : m_services.settings.recentTargets()) {
        if (!target.startsWith(QLatin1String("store:")))
            recent->appendRow(referenceItem(target, target));
    }
    if (recent->hasChildren())
        m_places->appendRow(recent);
    else
        delete recent;
    m_tree->expandAll();
}

void RegistriesPage::open(const QString &reference)
{
    m_address->setText(reference);
    look();
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
    refreshTree();
    look();
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

void RegistriesPage::look()
{
    const auto text = referenceIn(m_address->text());
    m_address->setText(text);
    if (m_job)
        m_job->cancel();
    clearDetails();
    ++m_asked;
    if (text.isEmpty())
        return;
    m_message->setMessage(InfoBar::Kind::Info, {}, tr("Reading %1…").arg(text));
    m_job = m_services.jobs.run<ModelArtifact>(
        this,
        [reference = toUtf8(text), &session = m_services.session](const TaskContext &context) -> Result<ModelArtifact> {
            // Whether it is a folder is asked of the disk, so it is asked here.
            ASSIGN_OR_RETURN(const auto location, parseLocation(reference));
            return inspect(location, session, context);
        },
        [this, text, asked = m_asked](Result<ModelArtifact> artifact) {
            if (asked != m_asked) // another was asked for meanwhile
                return;
            if (!artifact)
                return showError(artifact.error());
            setShown(text);
            m_services.settings.addRecentTarget(text);
            show(*artifact);
        });
}

void RegistriesPage::showError(const Error &error)
{
    if (!error.isStop())
        m_message->setError(errorText(error));
}

void RegistriesPage::show(const ModelArtifact &artifact)
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
    m_facts->setText(tr("ModelPack artifact, %n layer(s), %1", nullptr, static_cast<int>(artifact.layers.size()))
                         .arg(formatBytes(size))
                     + QLatin1Char('\n') + toQString(artifact.manifest.digest.toString()));
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
