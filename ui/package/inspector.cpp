// SPDX-License-Identifier: Apache-2.0
#include "ui/package/inspector.h"

#include "io/content.h"
#include "modelpack/publishedpackage.h"
#include "ui/jobs/jobrunner.h"
#include "ui/package/packagedocument.h"
#include "ui/package/planpreview.h"
#include "ui/text/convert.h"
#include "ui/text/errortext.h"
#include "ui/text/kindtext.h"
#include "ui/text/numbers.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/factgrid.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/sectionbox.h"
#include "ui/widgets/settings.h"
#include "ui/widgets/theme.h"

#include <algorithm>
#include <chrono>

#include <QClipboard>
#include <QComboBox>
#include <QDateTime>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

/// Who walks through a list with the arrow keys does not want each header read.
constexpr std::chrono::milliseconds readAfter{80};
constexpr std::size_t tensorsAtFirst = 3;
constexpr std::size_t metadataShown = 12;
constexpr int nameColumn = 84;

QLabel *plainLabel(QWidget *parent, bool muted = false)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (muted)
        label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QString shapeText(const TensorFact &tensor)
{
    if (tensor.shape.empty())
        return Inspector::tr("one number");
    QStringList sizes;
    for (const auto size : tensor.shape)
        sizes.append(QString::number(size));
    return sizes.join(QStringLiteral(" × "));
}

QString formatName(FileFormat format)
{
    return format == FileFormat::Unknown ? Inspector::tr("not recognised") : toQString(toString(format));
}

QString precisionText(const WeightFacts &facts)
{
    QStringList parts;
    for (const auto &type : facts.types) {
        parts.append(Inspector::tr("%1 (%2 of %3)")
                         .arg(displayText(precisionOfType(type.type)),
                              formatCount(static_cast<std::int64_t>(type.tensors)),
                              formatCount(static_cast<std::int64_t>(facts.tensorCount))));
        if (parts.size() == 4)
            break;
    }
    return parts.join(QLatin1Char('\n'));
}

/// The value that all have, or nothing when they differ.
template<typename Value, typename Get>
std::optional<Value> common(const std::vector<std::size_t> &entries, Get get)
{
    const Value first = get(entries.front());
    const bool same =
        std::all_of(entries.begin(), entries.end(), [&](std::size_t entry) { return get(entry) == first; });
    return same ? std::optional(first) : std::nullopt;
}

} // namespace

Inspector::Inspector(PackageDocument &document, PlanPreview &preview, Services &services, QWidget *parent)
    : QScrollArea(parent),
      m_document(document),
      m_preview(preview),
      m_services(services)
{
    setObjectName(QStringLiteral("inspector"));
    setAccessibleName(tr("Inspector"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget(this);
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(metrics::space4, metrics::space2, metrics::space4, metrics::space4);
    layout->setSpacing(metrics::space3);
    makeHeader(content);

    const auto section = [&](const QString &title, const char *key, QWidget *inner) {
        auto *box = new SectionBox(title, QLatin1String(key), &services.settings, content);
        box->setObjectName(QLatin1String(key));
        box->setContent(inner);
        layout->addWidget(box);
        return box;
    };
    m_layerBox = section(tr("Layer"), "inspectorLayer", makeLayerSection());
    m_factsBox = section(tr("Model facts"), "inspectorFacts", makeFactsSection());
    m_digestBox = section(tr("Digest"), "inspectorDigest", makeDigestSection());
    m_annotationGrid = new FactGrid(FactGrid::Shape::Stacked);
    m_annotationsBox = section(tr("Annotations"), "inspectorAnnotations", m_annotationGrid);
    m_whereGrid = new FactGrid(FactGrid::Shape::Columns);
    m_whereBox = section(tr("Where"), "inspectorWhere", m_whereGrid);
    layout->addStretch();
    setWidget(content);

    m_refresh.setSingleShot(true);
    m_refresh.setInterval(0);
    connect(&m_refresh, &QTimer::timeout, this, &Inspector::refresh);
    m_readDelay.setSingleShot(true);
    m_readDelay.setInterval(readAfter);
    connect(&m_readDelay, &QTimer::timeout, this, &Inspector::readFacts);
    connect(&document, &PackageDocument::entriesChanged, this, &Inspector::scheduleRefresh);
    connect(&document, &PackageDocument::annotationsChanged, this, &Inspector::scheduleRefresh);
    connect(&document, &PackageDocument::factsChanged, this, [this] { showEntries(m_entries); });
    connect(&document, &PackageDocument::entriesReset, this, &Inspector::scheduleRefresh);
    connect(&preview, &PlanPreview::changed, this, &Inspector::scheduleRefresh);
    connect(&services.settings, &Settings::changed, this, &Inspector::scheduleRefresh);
    connect(&Theme::instance(), &Theme::changed, this, &Inspector::scheduleRefresh);
    refresh();
}

Inspector::~Inspector() = default;

QSize Inspector::sizeHint() const { return {metrics::inspector, QScrollArea::sizeHint().height()}; }

std::optional<std::size_t> Inspector::single() const
{
    return m_entries.size() == 1 ? std::optional(m_entries.front()) : std::nullopt;
}

void Inspector::makeHeader(QWidget *parent)
{
    m_icon = new QLabel(parent);
    m_icon->setFixedSize(metrics::iconRail, metrics::iconRail);
    m_title = new ElidedLabel(QString(), parent);
    m_title->setObjectName(QStringLiteral("inspectorTitle"));
    m_title->setFont(Theme::font(FontRole::Strong));
    m_subtitle = plainLabel(parent, true);
    m_subtitle->setObjectName(QStringLiteral("inspectorSubtitle"));
    m_subtitle->setFont(Theme::font(FontRole::Small));
    auto *head = new QGridLayout;
    head->setHorizontalSpacing(metrics::space2);
    head->setVerticalSpacing(2);
    head->addWidget(m_icon, 0, 0, Qt::AlignTop);
    head->addWidget(m_title, 0, 1);
    head->addWidget(m_subtitle, 1, 1);
    head->setColumnStretch(1, 1);
    static_cast<QVBoxLayout *>(parent->layout())->addLayout(head);
}

QWidget *Inspector::makeLayerSection()
{
    auto *section = new QWidget;
    auto *grid = new QGridLayout(section);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metrics::space2);
    grid->setVerticalSpacing(metrics::space2);
    grid->setColumnMinimumWidth(0, nameColumn);
    grid->setColumnStretch(1, 1);
    m_kind = new QComboBox(section);
    m_kind->setObjectName(QStringLiteral("inspectorKind"));
    m_kind->setAccessibleName(tr("Layer type"));
    m_kind->setPlaceholderText(tr("mixed"));
    for (const auto kind : allLayerKinds)
        m_kind->addItem(layerIcon(kind), kindText(kind), static_cast<int>(kind));
    m_encoding = new QComboBox(section);
    m_encoding->setObjectName(QStringLiteral("inspectorPackaging"));
    m_encoding->setAccessibleName(tr("Packaging"));
    m_encoding->setPlaceholderText(tr("mixed"));
    for (const auto encoding : {LayerEncoding::Raw, LayerEncoding::Tar, LayerEncoding::TarGzip, LayerEncoding::TarZstd})
        m_encoding->addItem(encodingText(encoding), static_cast<int>(encoding));
    // activated() is the user's choice only; it leaves the entries alone while they are shown.
    connect(m_kind, &QComboBox::activated, this, [this](int index) {
        m_document.setKind(m_entries, static_cast<LayerKind>(m_kind->itemData(index).toInt()));
    });
    connect(m_encoding, &QComboBox::activated, this, [this](int index) {
        m_document.setEncoding(m_entries, static_cast<LayerEncoding>(m_encoding->itemData(index).toInt()));
    });
    m_why = plainLabel(section);
    m_why->setObjectName(QStringLiteral("inspectorWhy"));
    m_advice = plainLabel(section, true);
    m_confirm = new QPushButton(tr("This is right"), section);
    m_confirm->setObjectName(QStringLiteral("inspectorConfirm"));
    m_confirm->setProperty("compact", true);
    connect(m_confirm, &QPushButton::clicked, this, [this] { m_document.confirm(m_entries); });
    const auto name = [&](const QString &text, int row) {
        auto *label = new QLabel(text, section);
        label->setForegroundRole(QPalette::PlaceholderText);
        grid->addWidget(label, row, 0, row < 2 ? Qt::AlignVCenter : Qt::AlignTop); // beside a field, or a text of lines
        return label;
    };
    name(tr("Type"), 0)->setBuddy(m_kind);
    grid->addWidget(m_kind, 0, 1);
    name(tr("Packaging"), 1)->setBuddy(m_encoding);
    grid->addWidget(m_encoding, 1, 1);
    grid->addWidget(m_advice, 2, 1);
    name(tr("Why"), 3);
    grid->addWidget(m_why, 3, 1);
    grid->addWidget(m_confirm, 4, 1, Qt::AlignLeft);
    return section;
}

QWidget *Inspector::makeFactsSection()
{
    auto *section = new QWidget;
    auto *layout = new QVBoxLayout(section);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space2);
    m_factGrid = new FactGrid(FactGrid::Shape::Columns, section);
    m_factGrid->setObjectName(QStringLiteral("inspectorFactGrid"));
    m_tensorGrid = new FactGrid(FactGrid::Shape::Table, section);
    m_tensorGrid->setObjectName(QStringLiteral("inspectorTensors"));
    m_factNote = plainLabel(section, true);
    m_factNote->setObjectName(QStringLiteral("inspectorFactNote"));
    m_moreTensors = new QPushButton(section);
    m_moreTensors->setObjectName(QStringLiteral("inspectorMoreTensors"));
    m_moreTensors->setFlat(true);
    m_moreTensors->setProperty("compact", true);
    connect(m_moreTensors, &QPushButton::clicked, this, [this] {
        m_allTensors = !m_allTensors;
        showFacts();
    });
    layout->addWidget(m_factGrid);
    layout->addWidget(m_tensorGrid);
    layout->addWidget(m_moreTensors, 0, Qt::AlignLeft);
    layout->addWidget(m_factNote);
    return section;
}

QWidget *Inspector::makeDigestSection()
{
    auto *section = new QWidget;
    auto *grid = new QGridLayout(section);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(2);
    m_digest = new ElidedLabel(QString(), section);
    m_digest->setObjectName(QStringLiteral("inspectorDigestText"));
    m_digest->setFont(Theme::font(FontRole::Mono));
    m_copyDigest = new QToolButton(section);
    m_copyDigest->setObjectName(QStringLiteral("copyDigest"));
    m_copyDigest->setIcon(icon(QStringLiteral("copy")));
    m_copyDigest->setAutoRaise(true);
    m_copyDigest->setAccessibleName(tr("Copy the digest"));
    m_copyDigest->setToolTip(tr("Copy the digest"));
    connect(m_copyDigest, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_digest->text()); });
    m_digestNote = plainLabel(section, true);
    m_digestNote->setFont(Theme::font(FontRole::Small));
    grid->addWidget(m_digest, 0, 0);
    grid->addWidget(m_copyDigest, 0, 1);
    grid->addWidget(m_digestNote, 1, 0, 1, 2);
    return section;
}

void Inspector::showEntries(const std::vector<std::size_t> &entries)
{
    const bool sameFile = entries == m_entries && m_facts.has_value();
    m_entries = entries;
    if (!sameFile)
        m_allTensors = false;
    m_facts.reset();
    m_factsProblem.reset();
    ++m_factsGeneration;
    if (m_reading)
        m_reading->cancel();
    if (single())
        m_readDelay.start();
    else
        m_readDelay.stop();
    scheduleRefresh();
}

void Inspector::scheduleRefresh()
{
    if (!m_refresh.isActive())
        m_refresh.start();
}

void Inspector::refresh()
{
    std::erase_if(m_entries, [this](std::size_t entry) { return entry >= m_document.state().size(); });
    const bool any = !m_entries.empty();
    m_layerBox->setVisible(any);
    // What is published is not read for its header: it may be large and far away.
    m_factsBox->setVisible(single().has_value() && !m_document.published());
    m_digestBox->setVisible(single().has_value());
    m_whereBox->setVisible(single().has_value());
    refreshHeader();
    if (any) {
        refreshLayer();
        refreshWhy();
    }
    refreshDigest();
    refreshAnnotations();
    refreshWhere();
    showFacts();
}

void Inspector::refreshHeader()
{
    const auto &facts = m_document.facts();
    const auto ratio = devicePixelRatioF();
    const auto setIcon = [&](const QString &name, const QColor &color) {
        m_icon->setPixmap(iconPixmap(name, metrics::iconRail, color, ratio));
    };
    const auto textColor = Theme::instance().color(Role::Text);
    if (m_entries.empty()) {
        setIcon(QStringLiteral("package"), textColor);
        m_title->setText(displayText(toUtf8(m_document.name())));
        m_subtitle->setText(tr("%1, %2").arg(tr("%Ln file(s)", nullptr, static_cast<int>(m_document.includedCount())),
                                             formatBytes(m_document.includedSize())));
        return;
    }
    if (!single()) {
        ByteCount size;
        for (const auto entry : m_entries)
            size += facts[entry].identity ? facts[entry].identity->size : ByteCount();
        setIcon(QStringLiteral("file"), textColor);
        m_title->setText(tr("%Ln file(s)", nullptr, static_cast<int>(m_entries.size())));
        m_subtitle->setText(formatBytes(size));
        return;
    }
    const auto entry = *single();
    const auto &path = m_document.state().entry(entry).path;
    const auto kind = m_document.state().state(entry).kind;
    setIcon(layerIconName(kind), Theme::instance().layer(kind).ink);
    const auto slash = path.rfind('/');
    m_title->setText(displayText(std::string_view(path).substr(slash == std::string::npos ? 0 : slash + 1)));
    const auto folder = slash == std::string::npos ? m_document.root().filename().string() : path.substr(0, slash);
    const auto &identity = facts[entry].identity;
    if (m_document.published()) {
        m_subtitle->setText(m_document.replacement(path) ? tr("%1 · replaced").arg(formatBytes(identity->size))
                                                         : tr("%1 · as published").arg(formatBytes(identity->size)));
        return;
    }
    if (!identity) {
        m_subtitle->setText(tr("In %1 · gone from disk").arg(displayText(folder)));
        return;
    }
    const auto changed = QDateTime::fromMSecsSinceEpoch(identity->mtime / 1'000'000);
    m_subtitle->setText(tr("In %1 · %2 · changed %3")
                            .arg(displayText(folder), formatBytes(identity->size),
                                 QLocale().toString(changed.date(), QLocale::ShortFormat)));
}

void Inspector::refreshLayer()
{
    const auto &states = *m_document.state().states;
    const auto kind = common<LayerKind>(m_entries, [&](std::size_t entry) { return states[entry].kind; });
    const auto encoding = common<LayerEncoding>(m_entries, [&](std::size_t entry) { return states[entry].encoding; });
    m_kind->setEnabled(!m_document.published());
    m_encoding->setEnabled(!m_document.published());
    m_kind->setCurrentIndex(kind ? m_kind->findData(static_cast<int>(*kind)) : -1);
    m_encoding->setCurrentIndex(encoding ? m_encoding->findData(static_cast<int>(*encoding)) : -1);
    const bool compressedWeights =
        kind == LayerKind::Weight && (encoding == LayerEncoding::TarGzip || encoding == LayerEncoding::TarZstd);
    m_advice->setVisible(compressedWeights);
    if (compressedWeights)
        m_advice->setText(tr("Weights hardly get smaller; raw is recommended for them."));
}

void Inspector::refreshWhy()
{
    const auto &state = m_document.state();
    const bool guessed = std::any_of(m_entries.begin(), m_entries.end(), [&](std::size_t entry) {
        const auto &now = state.state(entry);
        return !now.chosen && now.certainty == Certainty::Guess;
    });
    m_confirm->setVisible(guessed);
    if (!single()) {
        m_why->setText(tr("mixed"));
        return;
    }
    const auto &now = state.state(*single());
    if (now.chosen)
        m_why->setText(ruleText("user"));
    else
        m_why->setText(ruleText(state.entry(*single()).rule) + QLatin1Char('\n') + certaintyText(now.certainty));
}

void Inspector::refreshDigest()
{
    const auto snapshot = m_preview.snapshot();
    const auto entry = single();
    if (!entry || !snapshot || *entry >= snapshot->layerOfEntry.size()) {
        m_digestBox->setVisible(false);
        return;
    }
    const auto index = snapshot->layerOfEntry[*entry];
    m_digestBox->setVisible(index.has_value());
    if (!index)
        return;
    const auto &layer = snapshot->plan.layers[*index];
    m_copyDigest->setVisible(layer.digest.has_value());
    if (!layer.digest) {
        m_digest->setText(QStringLiteral("—"));
        m_digestNote->setText(layer.uncompressed ? tr("Known once it is packed: compressed while it is sent")
                                                 : tr("Not hashed yet"));
        return;
    }
    m_digest->setText(toQString(layer.digest->toString()));
    const bool raw = layer.encoding == LayerEncoding::Raw;
    m_digestNote->setText(
        raw ? tr("diffID is the same: raw, not compressed")
            : tr("Of the tar: %1", nullptr).arg(tr("%Ln file(s)", nullptr, static_cast<int>(layer.entries.size()))));
}

void Inspector::refreshAnnotations()
{
    std::vector<FactGrid::Row> rows;
    const auto snapshot = m_preview.snapshot();
    if (const auto entry = single();
        entry && snapshot && *entry < snapshot->layerOfEntry.size() && snapshot->layerOfEntry[*entry]) {
        for (const auto &[key, value] : snapshot->plan.layers[*snapshot->layerOfEntry[*entry]].annotations)
            rows.push_back({displayText(key), displayText(value)});
    }
    m_annotationsBox->setVisible(!rows.empty());
    m_annotationsBox->setBadge(QLocale().toString(static_cast<int>(rows.size())));
    m_annotationGrid->setRows(std::move(rows));
}

void Inspector::refreshWhere()
{
    const auto entry = single();
    if (!entry)
        return;
    const auto &state = m_document.state();
    std::vector<FactGrid::Row> rows;
    if (const auto *by = m_document.replacement(state.entry(*entry).path))
        rows.push_back({tr("Replaced by"), by->text ? tr("an edited text") : pathText(by->file)});
    else if (const auto *published = m_document.published())
        rows.push_back({tr("Published as"), displayText(published->source)});
    else
        rows.push_back({tr("On disk"), pathText(m_document.root() / state.entry(*entry).file)});
    rows.push_back(
        {tr("In the artifact"), state.state(*entry).included ? displayText(state.entry(*entry).path) : tr("Left out")});
    if (const auto bundle = state.state(*entry).bundle; bundle != 0)
        rows.push_back({tr("Bundle"), displayText((*state.bundles)[bundle])});
    m_whereGrid->setRows(std::move(rows));
}

void Inspector::readFacts()
{
    const auto entry = single();
    if (!entry || m_document.published())
        return;
    const auto identity = m_document.facts()[*entry].identity;
    if (!identity)
        return;
    const auto file = m_document.root() / m_document.state().entry(*entry).file;
    m_reading = m_services.jobs.run<WeightFacts>(
        this,
        [file, identity = *identity](const TaskContext &context) {
            return readWeightFacts(*makeFileContent(file, identity), context);
        },
        [this, generation = m_factsGeneration](Result<WeightFacts> facts) {
            if (generation != m_factsGeneration)
                return;
            if (facts)
                m_facts = std::move(*facts);
            else if (!facts.error().isStop())
                m_factsProblem = errorText(facts.error()).title;
            showFacts();
        });
}

void Inspector::showFacts()
{
    std::vector<FactGrid::Row> rows;
    std::vector<FactGrid::Row> tensors;
    QString note;
    std::size_t hidden = 0;
    if (m_factsProblem) {
        note = *m_factsProblem;
    } else if (!m_facts) {
        rows.push_back({tr("Format"), tr("Reading…")});
    } else {
        const auto count = [](std::uint64_t value) {
            return formatCount(static_cast<std::int64_t>(std::min<std::uint64_t>(value, INT64_MAX)));
        };
        auto format = formatName(m_facts->format);
        if (m_facts->version != 0)
            format += QLatin1Char(' ') + QString::number(m_facts->version);
        rows.push_back({tr("Format"), format});
        if (!m_facts->architecture.empty())
            rows.push_back({tr("Architecture"), displayText(m_facts->architecture)});
        if (m_facts->hasTensors) {
            rows.push_back({tr("Tensors"), count(m_facts->tensorCount)});
            rows.push_back({tr("Parameters"), count(m_facts->parameters)});
            if (!m_facts->types.empty())
                rows.push_back({tr("Precision"), precisionText(*m_facts)});
            if (!m_facts->quantization.empty())
                rows.push_back({tr("Quantisation"), displayText(m_facts->quantization)});
            rows.push_back({tr("Header"), formatBytes(m_facts->headerSize)});
        }
        for (std::size_t i = 0; i < std::min(metadataShown, m_facts->metadata.size()); ++i) {
            const auto &[key, value] = m_facts->metadata[i];
            if (key != "general.architecture")
                rows.push_back({displayText(key), displayText(value)});
        }
        const auto shown =
            m_allTensors ? m_facts->firstTensors.size() : std::min(tensorsAtFirst, m_facts->firstTensors.size());
        for (std::size_t i = 0; i < shown; ++i)
            tensors.push_back({displayText(m_facts->firstTensors[i].name), shapeText(m_facts->firstTensors[i])});
        hidden = static_cast<std::size_t>(m_facts->tensorCount) - shown;
        if (!m_facts->findings.empty())
            note = findingText(m_facts->findings.front());
        else if (m_facts->format == FileFormat::Pickle)
            note = tr("A pickle can run any code when it is opened. safetensors holds the same weights and cannot.");
    }
    m_factGrid->setRows(std::move(rows));
    m_tensorGrid->setVisible(!tensors.empty());
    m_tensorGrid->setRows(std::move(tensors));
    m_moreTensors->setVisible(hidden > 0 || m_allTensors);
    m_moreTensors->setText(m_allTensors
                               ? tr("Fewer")
                               : tr("%Ln more…", nullptr, static_cast<int>(std::min<std::size_t>(hidden, 1U << 30))));
    m_factNote->setText(note);
    m_factNote->setVisible(!note.isEmpty());
}

} // namespace modelcrate

#include "moc_inspector.cpp"
