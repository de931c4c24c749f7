// SPDX-License-Identifier: Apache-2.0
#include "ui/registry/artifactviews.h"

#include "ui/artifact/fieldspec.h"
#include "ui/artifact/filelist.h"
#include "ui/artifact/jsoncontent.h"
#include "ui/artifact/jsontextview.h"
#include "ui/artifact/jsontreeview.h"
#include "ui/artifact/markdownbrowser.h"
#include "ui/jobs/jobrunner.h"
#include "ui/text/convert.h"
#include "ui/text/kindtext.h"
#include "ui/text/numbers.h"
#include "ui/widgets/factgrid.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/layerchip.h"
#include "ui/widgets/sectionbox.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/theme.h"

#include <algorithm>
#include <set>
#include <span>

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QToolButton>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

constexpr int readableWidth = 760;
constexpr int amountRole = Qt::UserRole + 1;
/// What copying takes, where it is not what is shown.
constexpr int copyRole = Qt::UserRole + 2;
/// People read no more of them one by one; the JSON has all.
constexpr std::size_t mostOtherMembers = 200;
/// A manifest of 4 MiB has room for many times as many.
constexpr std::size_t mostLayers = 5'000, mostAnnotations = 2'000, mostReferrers = 2'000;
constexpr qsizetype mostLetters = 2'000;

QStandardItem *plainItem(const QString &text)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    item->setToolTip(text);
    return item;
}

/// Below the first `most` of `count` rows, if there are more.
void addRest(QStandardItemModel &model, std::size_t count, std::size_t most)
{
    if (count <= most)
        return;
    auto *rest = plainItem(
        ArtifactFiles::tr("%Ln more: the JSON of the manifest has all", nullptr, static_cast<int>(count - most)));
    rest->setEnabled(false);
    model.appendRow(rest);
}

template<typename T>
std::span<const T> firstOf(const std::vector<T> &all, std::size_t most)
{
    return std::span(all).first(std::min(all.size(), most));
}

QStandardItem *sizeItem(ByteCount size)
{
    auto *item = plainItem(formatBytes(size));
    item->setToolTip(QStringLiteral("%1 B").arg(formatCount(size.value())));
    item->setData(QVariant::fromValue<qlonglong>(size.value()), amountRole);
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

QStandardItem *digestItem(const Digest &digest)
{
    auto *item = plainItem(shortDigest(digest));
    const auto text = toQString(digest.toString());
    item->setToolTip(text);
    item->setData(text, copyRole);
    item->setFont(Theme::font(FontRole::Mono));
    return item;
}

/// Names as people order them, sizes by their amount.
class LayerOrder : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override
    {
        if (left.data(amountRole).isValid())
            return left.data(amountRole).toLongLong() < right.data(amountRole).toLongLong();
        return compareNames(toUtf8(left.data().toString()), toUtf8(right.data().toString())) < 0;
    }
};

void setUpTable(QTableView &table)
{
    table.setFrameShape(QFrame::NoFrame);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.setTextElideMode(Qt::ElideMiddle);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(metrics::rowHeight(metrics::listRow));
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
}

QLabel *centred(QLabel *label)
{
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignCenter);
    return label;
}

} // namespace

QString shortened(const QString &text)
{
    return text.size() > mostLetters ? text.left(mostLetters - 1) + QChar(0x2026) : text;
}

// Overview

ArtifactOverview::ArtifactOverview(UserPrompts &prompts, QWidget *parent)
    : QWidget(parent),
      m_images(new InfoBar),
      m_stack(new QStackedWidget),
      m_browser(new MarkdownBrowser(prompts)),
      m_title(centred(new QLabel)),
      m_text(centred(new QLabel))
{
    m_browser->setObjectName(QStringLiteral("artifactReadme"));
    m_browser->setAccessibleName(tr("README"));
    m_browser->setMaximumWidth(readableWidth);
    m_images->setObjectName(QStringLiteral("readmeImages"));
    m_images->hide();
    m_title->setObjectName(QStringLiteral("artifactReadmeTitle"));
    m_title->setFont(Theme::font(FontRole::Section));
    m_text->setForegroundRole(QPalette::PlaceholderText);

    auto *nothing = new QWidget;
    auto *nothingLayout = new QVBoxLayout(nothing);
    nothingLayout->setContentsMargins(metrics::space5, metrics::space5, metrics::space5, metrics::space5);
    nothingLayout->addStretch(1);
    nothingLayout->addWidget(m_title);
    nothingLayout->addWidget(m_text);
    nothingLayout->addStretch(2);
    auto *page = new QWidget;
    auto *pageLayout = new QHBoxLayout(page);
    pageLayout->setContentsMargins(metrics::space3, metrics::space2, 0, 0);
    pageLayout->addWidget(m_browser, 1);
    m_stack->addWidget(nothing);
    m_stack->addWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_images);
    layout->addWidget(m_stack, 1);
    // Colours of links are in the text.
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        if (m_stack->currentIndex() == 1)
            m_browser->setReadme(m_markdown);
    });
}

void ArtifactOverview::showReadme(const QString &markdown)
{
    m_markdown = markdown;
    m_browser->setReadme(markdown);
    const int images = m_browser->imageCount();
    m_images->setMessage(InfoBar::Kind::Info, {}, tr("%n image(s) are not loaded.", nullptr, images));
    m_images->setVisible(images > 0);
    m_stack->setCurrentIndex(1);
}

void ArtifactOverview::showReading() { showNothing(tr("Reading the README…"), {}); }

void ArtifactOverview::showNothing(const QString &title, const QString &text)
{
    m_markdown.clear();
    m_browser->clear();
    m_images->hide();
    m_title->setText(title);
    m_text->setText(text);
    m_stack->setCurrentIndex(0);
}

// Tables

CopyTable::CopyTable(int valueColumn, QWidget *parent) : QTableView(parent), m_valueColumn(valueColumn)
{
    setUpTable(*this);
}

void CopyTable::copy() const
{
    const auto index = currentIndex().siblingAtColumn(m_valueColumn);
    const auto full = index.data(copyRole).toString();
    if (index.isValid())
        QGuiApplication::clipboard()->setText(full.isEmpty() ? index.data().toString() : full);
}

void CopyTable::writeSizes()
{
    for (int column = 0; column < model()->columnCount(); ++column) {
        for (int row = 0; row < model()->rowCount(); ++row) {
            const auto index = model()->index(row, column);
            if (const auto amount = index.data(amountRole); amount.isValid())
                model()->setData(index, formatBytes(ByteCount(amount.toLongLong())));
        }
    }
}

void CopyTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else
        QTableView::keyPressEvent(event);
}

void CopyTable::contextMenuEvent(QContextMenuEvent *event)
{
    if (!currentIndex().isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto title = model()->headerData(m_valueColumn, Qt::Horizontal).toString();
    menu->addAction(icon(QStringLiteral("copy")), tr("Copy %1").arg(title), this, &CopyTable::copy);
    menu->popup(event->globalPos());
}

ArtifactFiles::ArtifactFiles(QWidget *parent)
    : CopyTable(Digest, parent),
      m_model(new QStandardItemModel(this)),
      m_sorted(new LayerOrder(this))
{
    setObjectName(QStringLiteral("layerTable"));
    setAccessibleName(tr("Layers of the artifact"));
    m_sorted->setSourceModel(m_model);
    setModel(m_sorted);
    setSortingEnabled(true);
    setItemDelegateForColumn(Layer, new LayerChipDelegate(this));
    m_model->setColumnCount(ColumnCount);
    fit();
}

void ArtifactFiles::setLayers(const std::vector<ArtifactLayer> &layers)
{
    m_model->clear();
    m_model->setHorizontalHeaderLabels({tr("File"), tr("Layer"), tr("Size"), tr("Packaging"), tr("Digest")});
    for (const auto &layer : firstOf(layers, mostLayers)) {
        auto *kind =
            plainItem(layer.type ? kindText(layer.type->kind) : displayText(layer.descriptor.mediaType.toString()));
        if (layer.type)
            kind->setData(static_cast<int>(layer.type->kind), layerKindRole);
        kind->setToolTip(displayText(layer.descriptor.mediaType.toString()));
        m_model->appendRow({plainItem(layer.path.empty() ? tr("(no name)") : displayText(layer.path)), kind,
                            sizeItem(layer.descriptor.size),
                            plainItem(layer.type ? encodingText(layer.type->encoding) : QStringLiteral("—")),
                            digestItem(layer.descriptor.digest)});
    }
    addRest(*m_model, layers.size(), mostLayers);
    // As they stand in the manifest, until somebody asks for another order.
    sortByColumn(-1, Qt::AscendingOrder);
    fit();
}

void ArtifactFiles::setManifests(const std::vector<Descriptor> &manifests)
{
    m_model->clear();
    m_model->setHorizontalHeaderLabels({tr("Manifest"), tr("Type"), tr("Size"), tr("Platform"), tr("Digest")});
    for (const auto &manifest : firstOf(manifests, mostLayers)) {
        const auto *platform = manifest.document ? manifest.document->find("platform") : nullptr;
        const auto words = platform
            ? displayText(platform->text("os")) + QLatin1Char('/') + displayText(platform->text("architecture"))
            : QStringLiteral("—");
        const auto *name = findAnnotation(manifest.annotations, modelpack::title);
        m_model->appendRow({plainItem(name ? displayText(*name) : shortDigest(manifest.digest)),
                            plainItem(referrerTypeText(manifest)), sizeItem(manifest.size), plainItem(words),
                            digestItem(manifest.digest)});
    }
    addRest(*m_model, manifests.size(), mostLayers);
    sortByColumn(-1, Qt::AscendingOrder);
    fit();
}

/// Names and sizes stay readable: what the table has no room for goes, the digest first.
void ArtifactFiles::fit()
{
    constexpr int widthForDigest = 620, widthForPackaging = 420;
    const auto width = [&](const char *sample) { return fontMetrics().horizontalAdvance(QLatin1String(sample)); };
    horizontalHeader()->setSectionResizeMode(File, QHeaderView::Stretch);
    setColumnWidth(Layer, layerChipSize(LayerKind::Dataset).width() + metrics::space4);
    setColumnWidth(Size, width("1000.0 GiB00"));
    setColumnWidth(Packaging, width("tar + gzip00"));
    setColumnWidth(Digest, width("sha256:000000000000…00000000000"));
    setColumnHidden(Digest, this->width() < widthForDigest);
    setColumnHidden(Packaging, this->width() < widthForPackaging);
}

void ArtifactFiles::resizeEvent(QResizeEvent *event)
{
    CopyTable::resizeEvent(event);
    fit();
}

ArtifactAnnotations::ArtifactAnnotations(QWidget *parent) : CopyTable(1, parent), m_model(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("artifactAnnotations"));
    setAccessibleName(tr("Annotations of the manifest"));
    setModel(m_model);
}

void ArtifactAnnotations::setAnnotations(const Annotations &annotations)
{
    m_model->clear();
    m_model->setHorizontalHeaderLabels({tr("Key"), tr("Value")});
    for (const auto &[key, value] : firstOf(annotations, mostAnnotations))
        m_model->appendRow({plainItem(displayText(key)), plainItem(displayText(value))});
    addRest(*m_model, annotations.size(), mostAnnotations);
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::Interactive);
    setColumnWidth(0, fontMetrics().horizontalAdvance(QStringLiteral("org.opencontainers.image.description")));
    horizontalHeader()->setStretchLastSection(true);
}

ArtifactReferrers::ArtifactReferrers(QWidget *parent) : CopyTable(2, parent), m_model(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("artifactReferrers"));
    setAccessibleName(tr("What refers to the artifact"));
    setModel(m_model);
    connect(this, &QTableView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT chosen(index.siblingAtColumn(2).data(copyRole).toString()); });
}

void ArtifactReferrers::setReferrers(const std::vector<Descriptor> &referrers)
{
    m_model->clear();
    m_model->setHorizontalHeaderLabels({tr("What"), tr("Size"), tr("Digest")});
    for (const auto &referrer : firstOf(referrers, mostReferrers)) {
        auto *what = plainItem(referrerTypeText(referrer));
        what->setToolTip(displayText(referrer.artifactType.value_or(referrer.mediaType.toString())));
        m_model->appendRow({what, sizeItem(referrer.size), digestItem(referrer.digest)});
    }
    addRest(*m_model, referrers.size(), mostReferrers);
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    setColumnWidth(2, fontMetrics().horizontalAdvance(QStringLiteral("sha256:000000000000…00000000000")));
}

QString referrerTypeText(const Descriptor &referrer)
{
    const auto type = referrer.artifactType.value_or(std::string());
    const auto begins = [&](const char *prefix) { return type.rfind(prefix, 0) == 0; };
    if (begins("application/vnd.dev.cosign."))
        return ArtifactReferrers::tr("Signature (cosign)");
    if (begins("application/vnd.dev.sigstore."))
        return ArtifactReferrers::tr("Signature (sigstore)");
    if (begins("application/vnd.cncf.notary."))
        return ArtifactReferrers::tr("Signature (Notary)");
    if (begins("application/vnd.in-toto"))
        return ArtifactReferrers::tr("Attestation (in-toto)");
    if (begins("application/spdx") || begins("application/vnd.cyclonedx"))
        return ArtifactReferrers::tr("Bill of materials");
    if (type == modelpack::artifactType || type == modelpack::cnaiArtifactType)
        return QStringLiteral("ModelPack");
    return displayText(type.empty() ? referrer.mediaType.toString() : type);
}

// Metadata

namespace {

/// Members that no field of the form stands for, with their dotted paths.
void collectOthers(const Json &value, const std::string &path, std::vector<FactGrid::Row> &rows)
{
    if (rows.size() > mostOtherMembers || path == "modelfs" || findFieldSpec(path))
        return;
    const auto *object = value.asObject();
    if (!object) {
        rows.push_back({displayText(path), shortened(valueText(value))});
        return;
    }
    for (const auto &[name, member] : *object)
        collectOthers(member, path.empty() ? name : path + "." + name, rows);
}

QString fieldValueText(const Json &value)
{
    if (const auto *flag = value.asBool())
        return *flag ? ArtifactMetadata::tr("Yes") : ArtifactMetadata::tr("No");
    return valueText(value);
}

SectionBox *makeSection(const QString &title, FactGrid::Shape shape, std::vector<FactGrid::Row> rows)
{
    auto *grid = new FactGrid(shape);
    grid->setRows(std::move(rows));
    auto *box = new SectionBox(title, {});
    box->setContent(grid);
    return box;
}

} // namespace

ArtifactMetadata::ArtifactMetadata(QWidget *parent) : QScrollArea(parent)
{
    setObjectName(QStringLiteral("artifactMetadata"));
    setAccessibleName(tr("Metadata of the artifact"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setBackgroundRole(QPalette::Base);
}

void ArtifactMetadata::setConfig(const ArtifactDetails &details)
{
    auto *form = new QWidget;
    form->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(metrics::space4, metrics::space3, metrics::space4, metrics::space4);
    column->setSpacing(metrics::space3);
    for (const auto section : fieldSections) {
        std::vector<FactGrid::Row> rows;
        for (const auto &spec : fieldSpecs()) {
            const auto *value = spec.section == section ? details.config.find(spec.path) : nullptr;
            if (value)
                rows.push_back({spec.label(), shortened(fieldValueText(*value))});
        }
        if (!rows.empty())
            column->addWidget(makeSection(sectionTitle(section), FactGrid::Shape::Columns, std::move(rows)));
    }
    std::vector<FactGrid::Row> others;
    if (const auto document = parseJson(details.configBytes))
        collectOthers(*document, {}, others);
    std::erase_if(others, [](const auto &row) { return row.name.isEmpty(); });
    if (others.size() > mostOtherMembers) {
        others.resize(mostOtherMembers);
        others.push_back({QStringLiteral("…"), tr("The rest stands in the JSON.")});
    }
    if (!others.empty())
        column->addWidget(makeSection(tr("Other members"), FactGrid::Shape::Stacked, std::move(others)));
    if (column->count() == 0) {
        auto *nothing = centred(new QLabel(tr("The config says nothing about the artifact.")));
        nothing->setForegroundRole(QPalette::PlaceholderText);
        column->addWidget(nothing);
    }
    column->addStretch();
    setWidget(form);
}

void ArtifactMetadata::showUnknown()
{
    auto *unknown = centred(new QLabel(tr("The config is not kept on this computer.")));
    unknown->setObjectName(QStringLiteral("artifactConfigUnknown"));
    unknown->setForegroundRole(QPalette::PlaceholderText);
    setWidget(unknown);
}

// Documents

struct DocumentsView::Contents {
    DocumentContent manifest;
    DocumentContent config;
};

DocumentsView::DocumentsView(Services &services, QWidget *parent)
    : QWidget(parent),
      m_services(services),
      m_modes(new SegmentedControl),
      m_pages(new QStackedWidget),
      m_tree(new JsonTreeView),
      m_text(new JsonTextView),
      m_message(centred(new QLabel))
{
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(metrics::space4, metrics::space2, metrics::space4, metrics::space2);
    m_modes->setAccessibleName(tr("What is shown"));
    // In the order of Mode. One of two artifacts has little room for words.
    m_modes->addSegment(tr("Tree"), QStringLiteral("documentsTree"));
    const auto addJson = [this](const QString &text, const QString &wholeText, const char *objectName) {
        auto *segment = m_modes->addSegment(text, QLatin1String(objectName));
        segment->setToolTip(wholeText);
        segment->setAccessibleName(wholeText);
    };
    addJson(tr("Manifest"), tr("Manifest JSON"), "documentsManifest");
    addJson(tr("Config"), tr("Config JSON"), "documentsConfig");
    connect(m_modes, &SegmentedControl::currentChanged, this, &DocumentsView::showContents);
    bar->addWidget(m_modes);
    bar->addStretch();
    auto *copy = new QToolButton;
    copy->setObjectName(QStringLiteral("documentsCopy"));
    copy->setIcon(icon(QStringLiteral("copy")));
    copy->setAutoRaise(true);
    copy->setToolTip(tr("Copy the document"));
    copy->setAccessibleName(copy->toolTip());
    connect(copy, &QToolButton::clicked, this, &DocumentsView::copyAll);
    bar->addWidget(copy);

    m_tree->setObjectName(QStringLiteral("artifactTree"));
    m_tree->setAccessibleName(tr("Members of the manifest"));
    m_text->setObjectName(QStringLiteral("artifactJson"));
    m_text->setAccessibleName(tr("JSON of the document"));
    for (QWidget *page :
         {static_cast<QWidget *>(m_message), static_cast<QWidget *>(m_tree), static_cast<QWidget *>(m_text)})
        m_pages->addWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_pages, 1);
    setMode(Mode::Manifest);
}

DocumentsView::~DocumentsView() = default;

void DocumentsView::setDocuments(std::shared_ptr<const ArtifactDetails> details, bool knowsConfig)
{
    m_details = std::move(details);
    m_knowsConfig = knowsConfig;
    m_contents.reset();
    m_job.reset();
    showContents();
    refresh();
}

void DocumentsView::setMode(Mode mode)
{
    m_modes->setCurrentIndex(static_cast<int>(mode));
    showContents();
}

void DocumentsView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void DocumentsView::refresh()
{
    if (!isVisible() || !m_details || m_contents || m_job)
        return;
    using Made = std::shared_ptr<const Contents>;
    m_job = std::make_unique<QObject>();
    m_services.jobs.run<Made>(
        m_job.get(),
        [details = m_details](const TaskContext &) -> Result<Made> {
            const bool withLines = details->layers.size() <= maxLineLayers;
            return std::make_shared<const Contents>(Contents{makeDocumentContent(details->stored.bytes, withLines),
                                                             makeDocumentContent(details->configBytes, withLines)});
        },
        [this](Result<Made> contents) {
            if (contents)
                m_contents = std::move(*contents);
            showContents();
        });
}

void DocumentsView::showContents()
{
    if (!m_contents) {
        m_message->setText(tr("Reading…"));
        m_pages->setCurrentWidget(m_message);
        return;
    }
    const auto mode = static_cast<Mode>(m_modes->currentIndex());
    const auto &content = mode == Mode::Config ? m_contents->config : m_contents->manifest;
    if (content.nodes->empty() && content.lines.empty()) {
        m_message->setText(emptyText(mode));
        m_pages->setCurrentWidget(m_message);
    } else if (mode == Mode::Tree || content.lines.empty()) {
        m_tree->setNodes(content.nodes);
        m_pages->setCurrentWidget(m_tree);
    } else {
        m_text->setLines(content.lines);
        m_pages->setCurrentWidget(m_text);
    }
}

QString DocumentsView::emptyText(Mode mode) const
{
    if (mode != Mode::Config)
        return tr("The manifest is no JSON that can be shown.");
    return m_knowsConfig ? tr("The config is no JSON that can be shown.")
                         : tr("The config is not kept on this computer.");
}

void DocumentsView::copyAll() const
{
    if (!m_details)
        return;
    const bool config = static_cast<Mode>(m_modes->currentIndex()) == Mode::Config;
    QGuiApplication::clipboard()->setText(toQString(config ? m_details->configBytes : m_details->stored.bytes));
}

} // namespace modelcrate
