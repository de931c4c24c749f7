// SPDX-License-Identifier: Apache-2.0
#include "ui/registry/artifactpage.h"

#include "base/time.h"
#include "operations/listingcache.h"
#include "ui/artifact/plainhttpnote.h"
#include "ui/artifact/usecommands.h"
#include "ui/jobs/disposal.h"
#include "ui/jobs/jobrunner.h"
#include "ui/registry/artifactviews.h"
#include "ui/registry/referencetext.h"
#include "ui/registry/tagchips.h"
#include "ui/text/convert.h"
#include "ui/text/errortext.h"
#include "ui/text/kindtext.h"
#include "ui/text/messagetext.h"
#include "ui/text/numbers.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/layerbar.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/unitswatch.h"

#include <algorithm>
#include <map>
#include <span>

#include <QAction>
#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

/// Licences, say; the page of the metadata has more of them.
constexpr std::size_t mostItems = 20;
constexpr int factWidth = 104, heightForLegend = 640, heightForFacts = 420;
/// Where they take more than two lines.
constexpr int narrow = 440, heightForFactsInNarrow = 560;

/// A figure under its name.
QWidget *makeFact(const QString &name, const QString &value, const QString &objectName)
{
    auto *fact = new QWidget;
    fact->setMinimumWidth(factWidth);
    auto *column = new QVBoxLayout(fact);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *title = new QLabel(name);
    title->setFont(Theme::font(FontRole::Small));
    title->setForegroundRole(QPalette::PlaceholderText);
    auto *text = new ElidedLabel(value, Qt::ElideRight);
    text->setObjectName(objectName);
    column->addWidget(title);
    column->addWidget(text);
    return fact;
}

QString configText(const ModelConfig &config, std::string_view path)
{
    const auto *value = config.find(path);
    if (!value)
        return {};
    if (const auto *items = value->asArray()) {
        QStringList texts;
        for (const auto &item : std::span(*items).first(std::min(items->size(), mostItems)))
            texts << (item.asString() ? displayText(*item.asString()) : QString());
        if (items->size() > mostItems)
            texts << ArtifactPage::tr("%Ln more", nullptr, static_cast<int>(items->size() - mostItems));
        return shortened(texts.join(QStringLiteral(", ")));
    }
    return value->asString() ? displayText(*value->asString()) : QString();
}

QString createdText(const ArtifactDetails &details)
{
    const auto *annotated = findAnnotation(details.annotations, "org.opencontainers.image.created");
    const auto *stated = details.config.find("descriptor.createdAt");
    const auto text = stated && stated->asString() ? *stated->asString() : annotated ? *annotated : std::string();
    const auto time = parseDateTime(text);
    if (!time)
        return displayText(text);
    const auto moment = QDateTime::fromSecsSinceEpoch(time->time_since_epoch().count());
    return QLocale().toString(moment.date(), QLocale::ShortFormat);
}

QList<LayerTotal> totalsOf(const std::vector<ArtifactLayer> &layers)
{
    std::map<LayerKind, LayerTotal> totals;
    for (const auto &layer : layers) {
        if (!layer.type)
            continue;
        auto &total = totals.try_emplace(layer.type->kind, LayerTotal{layer.type->kind, {}}).first->second;
        total.bytes += layer.descriptor.size;
        ++total.files;
    }
    QList<LayerTotal> list;
    for (const auto &[kind, total] : totals)
        list.append(total);
    return list;
}

} // namespace

ArtifactPage::ArtifactPage(Services &services, QWidget *parent)
    : QWidget(parent),
      m_services(services),
      m_tabs(new QTabBar),
      m_pages(new QStackedWidget)
{
    setObjectName(QStringLiteral("artifactPage"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    makeTabs();
    column->addWidget(m_tabs);
    // What is shown there scrolls: where it is low, it makes way before the head loses a row of buttons.
    m_pages->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    column->addWidget(m_pages, 1);
    whenUnitsChange(services.settings, this, [this] {
        if (!m_details)
            return;
        showFacts();
        m_files->writeSizes();
        m_referrers->writeSizes();
    });
}

ArtifactPage::~ArtifactPage() = default;

QWidget *ArtifactPage::makeHead()
{
    auto *head = new QWidget;
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(metrics::space4, metrics::space3, metrics::space4, metrics::space3);
    column->setSpacing(metrics::space2);
    auto *first = new QHBoxLayout;
    first->setSpacing(metrics::space3);
    m_title = new ElidedLabel;
    m_title->setObjectName(QStringLiteral("artifactTitle"));
    m_title->setFont(Theme::font(FontRole::Heading));
    first->addWidget(m_title);
    m_tags = new TagChips;
    m_tags->setObjectName(QStringLiteral("artifactTags"));
    first->addWidget(m_tags, 1);
    m_pull = new QPushButton(icon(QStringLiteral("pull"), Role::AccentText), tr("Pull…"));
    m_pull->setObjectName(QStringLiteral("pullButton"));
    m_pull->setProperty("primary", true);
    m_pull->setAccessibleName(tr("Pull into a folder"));
    connect(m_pull, &QPushButton::clicked, this, &ArtifactPage::pullRequested);
    first->addWidget(m_pull);
    column->addLayout(first);

    auto *second = new QHBoxLayout;
    second->setSpacing(metrics::space1);
    m_digest = new ElidedLabel;
    m_digest->setObjectName(QStringLiteral("artifactDigest"));
    m_digest->setFont(Theme::font(FontRole::Mono));
    m_digest->setMuted(true);
    second->addWidget(m_digest, 1);
    m_plainHttp = new PlainHttpNote(m_services);
    m_plainHttp->setObjectName(QStringLiteral("artifactPlainHttp"));
    second->addWidget(m_plainHttp);
    auto *copy = new QToolButton;
    copy->setIcon(icon(QStringLiteral("copy"), Role::TextMuted));
    copy->setObjectName(QStringLiteral("copyReferenceButton"));
    copy->setAccessibleName(tr("Copy the reference with its digest"));
    copy->setToolTip(copy->accessibleName());
    copy->setAutoRaise(true);
    connect(copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(pinnedReference()); });
    second->addWidget(copy);
    column->addLayout(second);
    column->addWidget(makeActions());

    m_what = new QLabel;
    m_what->setObjectName(QStringLiteral("artifactFacts"));
    m_what->setWordWrap(true);
    m_what->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_what);
    m_facts = new QWidget;
    new FlowLayout(m_facts, metrics::space2, metrics::space2);
    column->addWidget(m_facts);
    m_bar = new LayerBar;
    m_bar->setObjectName(QStringLiteral("artifactLayerBar"));
    column->addWidget(m_bar);
    return head;
}

QWidget *ArtifactPage::makeActions()
{
    m_actionRow = new QWidget;
    m_actions = new FlowLayout(m_actionRow, metrics::space2, metrics::space2);
    m_copy = new QPushButton(icon(QStringLiteral("copy")), tr("Copy"));
    m_copy->setObjectName(QStringLiteral("copyMenuButton"));
    m_copy->setAccessibleName(tr("Copy reference, digest or a command"));
    m_copy->setMenu(new QMenu(m_copy));
    m_actions->addWidget(m_copy);
    return m_actionRow;
}

void ArtifactPage::addHeaderAction(QAction *action)
{
    auto *button = new QPushButton;
    button->setObjectName(action->objectName() + QStringLiteral("Button"));
    const auto follow = [button, action] {
        button->setText(action->text());
        button->setIcon(action->icon());
        button->setToolTip(action->toolTip() == action->iconText() ? QString() : action->toolTip());
        button->setEnabled(action->isEnabled());
        button->setVisible(action->isVisible());
    };
    connect(action, &QAction::changed, button, follow);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    m_actions->insertWidget(m_headerActions++, button);
    follow();
}

void ArtifactPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // The figures stand in the list of files too; what people came for is below.
    m_bar->setLegendVisible(height() >= heightForLegend);
    m_facts->setVisible(height() >= (width() < narrow ? heightForFactsInNarrow : heightForFacts));
}

void ArtifactPage::makeTabs()
{
    m_tabs->setObjectName(QStringLiteral("artifactTabs"));
    m_tabs->setProperty("pageTabs", true);
    m_tabs->setAccessibleName(tr("Parts of the artifact"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_overview = new ArtifactOverview(m_services.prompts);
    m_files = new ArtifactFiles;
    m_metadata = new ArtifactMetadata;
    m_annotations = new ArtifactAnnotations;
    m_documents = new DocumentsView(m_services);
    m_referrers = new ArtifactReferrers;
    // In the order of Tab.
    const std::pair<QString, QWidget *> pages[] = {{tr("Overview"), m_overview},  {tr("Files"), m_files},
                                                   {tr("Metadata"), m_metadata},  {tr("Annotations"), m_annotations},
                                                   {tr("Manifest"), m_documents}, {tr("Referrers"), m_referrers}};
    for (const auto &[title, page] : pages) {
        m_tabs->addTab(title);
        m_pages->addWidget(page);
    }
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_referrers, &ArtifactReferrers::chosen, this, [this](const QString &digest) {
        if (const auto parsed = Digest::parse(toUtf8(digest)))
            Q_EMIT referenceRequested(besideIt(*parsed));
    });
}

void ArtifactPage::setTab(Tab tab) { m_tabs->setCurrentIndex(static_cast<int>(tab)); }

ArtifactPage::Tab ArtifactPage::tab() const { return static_cast<Tab>(m_tabs->currentIndex()); }

void ArtifactPage::clear()
{
    m_jobs.reset();
    m_reference.clear();
    m_details.reset();
    m_memory.reset();
    m_location.reset();
}

struct ArtifactPage::Read {
    Location location;
    std::shared_ptr<const ArtifactDetails> details;
    std::optional<Memory> memory = {};
};

/// On a worker.
Result<ArtifactPage::Read> ArtifactPage::read(const std::string &reference, Session &session,
                                              const TaskContext &context)
{
    // Whether it is a folder is asked of the disk, so it is asked here.
    ASSIGN_OR_RETURN(const auto location, parseLocation(reference));
    auto details = lookAtArtifact(location, session, context);
    if (details)
        return Read{location, makeDisposed<const ArtifactDetails>(std::move(*details))};
    if (!isUnreachable(details.error()))
        return std::move(details).error();
    auto known = rememberedArtifact(location, session);
    if (!known)
        return std::move(details).error();
    QDateTime time;
    if (known->time)
        time.setSecsSinceEpoch(known->time->time_since_epoch().count());
    return Read{location, makeDisposed<const ArtifactDetails>(std::move(known->details)),
                Memory{time, std::move(details).error(), known->hasConfig}};
}

void ArtifactPage::open(const QString &reference)
{
    clear();
    m_jobs = std::make_unique<QObject>();
    m_services.jobs.run<Read>(
        m_jobs.get(),
        [text = toUtf8(reference), &session = m_services.session](const TaskContext &context) {
            return ArtifactPage::read(text, session, context);
        },
        [this, reference](Result<Read> read) {
            if (!read) {
                Q_EMIT failed(read.error());
                return;
            }
            m_reference = reference;
            m_location = std::move(read->location);
            m_memory = std::move(read->memory);
            present(std::move(read->details));
        });
}

void ArtifactPage::present(std::shared_ptr<const ArtifactDetails> details)
{
    m_details = std::move(details);
    showHead();
    showFacts();
    fillCopyMenu();
    if (m_details->isIndex())
        m_files->setManifests(m_details->manifests);
    else
        m_files->setLayers(m_details->layers);
    const bool knowsConfig = !m_memory || m_memory->hasConfig;
    if (knowsConfig)
        m_metadata->setConfig(*m_details);
    else
        m_metadata->showUnknown();
    m_annotations->setAnnotations(m_details->annotations);
    m_documents->setDocuments(m_details, knowsConfig);
    setReferrersTab({});
    readReadme();
    if (!m_memory)
        readReferrers();
    Q_EMIT opened();
}

QString ArtifactPage::pinnedReference() const
{
    return m_location && m_details ? toQString(toString(withDigest(*m_location, m_details->stored.digest))) : QString();
}

QString ArtifactPage::besideIt(const Digest &digest) const
{
    auto location = *m_location;
    std::visit(
        [](auto &place) {
            if constexpr (requires { place.tag; })
                place.tag.reset();
        },
        location);
    return toQString(toString(withDigest(std::move(location), digest)));
}

void ArtifactPage::showHead()
{
    const auto name = modelNameOf(*m_location);
    m_title->setText(name.isEmpty() ? m_reference : name);
    m_title->setToolTip(m_reference);
    m_plainHttp->setLocations({*m_location});
    const auto tag = tagOf(*m_location);
    setTags(tag ? QStringList{toQString(tag->toString())} : QStringList());
    m_digest->setText(toQString(m_details->stored.digest.toString()));
    showPull();
}

void ArtifactPage::showPull()
{
    const bool isModel = m_details->kind == ArtifactKind::ModelPack;
    m_pull->setEnabled(isModel && !m_memory);
    m_pull->setToolTip(!isModel    ? tr("Only ModelPack artifacts can be pulled into a folder.")
                           : m_memory ? tr("The registry cannot be reached.")
                                      : QString());
}

void ArtifactPage::setTags(const QStringList &tags) { m_tags->setTags(tags); }

void ArtifactPage::showFacts()
{
    const auto &details = *m_details;
    const auto layers = static_cast<int>(details.layers.size());
    if (details.isIndex())
        m_what->setText(tr("An index of %n artifact(s).", nullptr, static_cast<int>(details.manifests.size())));
    else if (!details.foreign.text().empty())
        m_what->setText(tr("Not a ModelPack artifact, but %1.").arg(messageText(details.foreign)));
    m_what->setVisible(details.isIndex() || !details.foreign.text().empty());

    auto *flow = m_facts->layout();
    while (auto *item = flow->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto add = [&](const QString &name, const QString &value, const char *objectName) {
        if (!value.isEmpty())
            flow->addWidget(makeFact(name, value, QLatin1String(objectName)));
    };
    add(tr("Parameters"), configText(details.config, "config.paramSize"), "factParameters");
    add(tr("Precision"), configText(details.config, "config.precision"), "factPrecision");
    add(tr("Licence"), configText(details.config, "descriptor.licenses"), "factLicence");
    add(tr("Format"), configText(details.config, "config.format"), "factFormat");
    if (!details.isIndex()) {
        add(tr("Kind"), artifactKindText(details.kind), "factKind");
        add(tr("Size"), formatBytes(details.size()), "factSize");
        add(tr("Layers"), formatCount(layers), "factLayers");
    }
    add(tr("Created"), createdText(details), "factCreated");
    const auto totals = totalsOf(details.layers);
    m_bar->setTotals(totals);
    m_bar->setVisible(!totals.isEmpty());
}

void ArtifactPage::fillCopyMenu()
{
    auto *menu = m_copy->menu();
    menu->clear();
    const auto add = [&](const QString &title, const char *objectName, const QString &text) {
        auto *action = menu->addAction(title, this, [text] { QGuiApplication::clipboard()->setText(text); });
        action->setObjectName(QLatin1String(objectName));
        action->setToolTip(text);
    };
    menu->setToolTipsVisible(true);
    add(tr("Reference"), "copyPlainReference", m_reference);
    add(tr("Reference with Digest"), "copyPinnedReference", pinnedReference());
    add(tr("Digest"), "copyArtifactDigest", toQString(m_details->stored.digest.toString()));
    menu->addSeparator();
    for (const auto &command : useCommands(*m_location, m_details->stored.digest))
        add(tr("Command for %1").arg(command.program), "copyCommand", toQString(command.text));
}

void ArtifactPage::readReadme()
{
    const auto *readme = findReadme(*m_details);
    if (!readme) {
        const auto description = configText(m_details->config, "descriptor.description");
        m_overview->showNothing(tr("No README in this artifact"), description);
        return;
    }
    if (m_memory) {
        m_overview->showNothing(tr("The README cannot be shown"), tr("The registry cannot be reached."));
        return;
    }
    m_overview->showReading();
    m_services.jobs.run<QString>(
        m_jobs.get(),
        [location = *m_location, layer = *readme,
         &session = m_services.session](const TaskContext &context) -> Result<QString> {
            ASSIGN_OR_RETURN(const auto text, fetchLayerText(location, layer, maxReadmeSize, session, context));
            return toQString(text);
        },
        [this](Result<QString> text) {
            if (text)
                m_overview->showReadme(*text);
            else
                m_overview->showNothing(tr("The README cannot be shown"), errorText(text.error()).cause);
        });
}

void ArtifactPage::readReferrers()
{
    using Referrers = std::vector<Descriptor>;
    m_services.jobs.run<Referrers>(
        m_jobs.get(),
        [location = *m_location, digest = m_details->stored.digest, &session = m_services.session](
            const TaskContext &context) { return listReferrers(location, digest, session, context); },
        [this](Result<Referrers> referrers) { showReferrers(std::move(referrers)); });
}

/// A registry that refuses to say is no reason for a tab: nothing is known to refer to it.
void ArtifactPage::showReferrers(Result<std::vector<Descriptor>> referrers)
{
    if (!referrers || referrers->empty())
        return;
    m_referrers->setReferrers(*referrers);
    setReferrersTab(tr("Referrers (%1)").arg(formatCount(static_cast<std::int64_t>(referrers->size()))));
}

void ArtifactPage::setReferrersTab(const QString &title)
{
    constexpr int tab = static_cast<int>(Tab::Referrers);
    if (title.isEmpty() && m_tabs->currentIndex() == tab)
        setTab(Tab::Overview);
    m_tabs->setTabText(tab, title);
    m_tabs->setTabVisible(tab, !title.isEmpty());
}

} // namespace modelcrate
