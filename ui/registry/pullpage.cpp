// SPDX-License-Identifier: Apache-2.0
#include "ui/registry/pullpage.h"

#include "ui/artifact/plainhttpnote.h"
#include "ui/jobs/disposal.h"
#include "ui/jobs/jobrunner.h"
#include "ui/registry/referencetext.h"
#include "ui/text/convert.h"
#include "ui/text/errortext.h"
#include "ui/text/numbers.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/settings.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/unitswatch.h"
#include "ui/widgets/userprompts.h"

#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

/// So few files are sorted at once, however busy the workers are.
constexpr std::size_t fewLayers = 2'000;
/// A kind of more files is folded.
constexpr std::size_t mostUnfolded = 20;
constexpr auto folderKey = "pull/folder";

/// The order of Preset.
bool takes(PullPage::Preset preset, LayerKind kind)
{
    switch (preset) {
    case PullPage::Preset::Weights: return kind == LayerKind::Weight;
    case PullPage::Preset::ConfigAndTokenizer: return kind == LayerKind::WeightConfig;
    case PullPage::Preset::NoDatasets: return kind != LayerKind::Dataset;
    case PullPage::Preset::Everything:
    case PullPage::Preset::OwnChoice: break;
    }
    return true;
}

/// layerName()s of what is chosen; what is taken whole needs no list, in the queue's file neither.
ExtractOptions optionsOf(const ArtifactDetails &details, const std::vector<bool> &chosen, ExistingFiles existing)
{
    ExtractOptions options;
    options.existing = existing;
    bool all = true;
    for (std::size_t i = 0; i < details.layers.size(); ++i) {
        if (!details.layers[i].type)
            continue;
        if (chosen[i])
            options.layers.insert(layerName(details.layers[i]));
        else
            all = false;
    }
    if (all)
        options.layers.clear();
    return options;
}

QLabel *plainLabel(const char *objectName)
{
    auto *label = new QLabel;
    label->setObjectName(QLatin1String(objectName));
    label->setWordWrap(true);
    return label;
}

} // namespace

PullPage::PullPage(Services &services, QWidget *parent)
    : QWidget(parent),
      m_services(services),
      m_model(new PullModel(this)),
      m_tree(new QTreeView),
      m_message(new InfoBar)
{
    setObjectName(QStringLiteral("pullPage"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_delay.setSingleShot(true);
    m_delay.setInterval(100);
    connect(&m_delay, &QTimer::timeout, this, &PullPage::lookAtFolder);
    m_tree->setObjectName(QStringLiteral("pullTree"));
    m_tree->setAccessibleName(tr("What is pulled"));
    m_tree->setModel(m_model);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(PullModel::Name, QHeaderView::Stretch);
    m_tree->header()->setHighlightSections(false);
    connect(m_model, &PullModel::choiceEdited, this, [this] {
        m_preset->setCurrentIndex(static_cast<int>(Preset::OwnChoice));
        choiceChanged();
    });
    whenUnitsChange(services.settings, this, [this] {
        if (!m_details)
            return;
        m_model->writeSizes();
        showSums();
    });
    m_message->setObjectName(QStringLiteral("pullMessage"));
    m_message->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(m_message);
    column->addWidget(m_tree, 1);
    column->addWidget(makeTarget());
}

PullPage::~PullPage() = default;

QWidget *PullPage::makeHead()
{
    auto *head = new QWidget;
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(metrics::space5, metrics::space4, metrics::space5, metrics::space3);
    column->setSpacing(metrics::space3);
    m_title = new ElidedLabel;
    m_title->setObjectName(QStringLiteral("pullTitle"));
    m_title->setFont(Theme::font(FontRole::Heading));
    column->addWidget(m_title);
    m_plainHttp = new PlainHttpNote(m_services);
    m_plainHttp->setObjectName(QStringLiteral("pullPlainHttp"));
    column->addWidget(m_plainHttp);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::space3);
    auto *label = new QLabel(tr("&Pull:"));
    m_preset = new QComboBox;
    m_preset->setObjectName(QStringLiteral("pullPreset"));
    m_preset->setAccessibleName(tr("What is pulled"));
    // In the order of Preset.
    m_preset->addItems(
        {tr("Everything"), tr("Weights"), tr("Config and tokenizer"), tr("No datasets"), tr("As chosen below")});
    label->setBuddy(m_preset);
    connect(m_preset, &QComboBox::activated, this, &PullPage::applyPreset);
    m_chosen = plainLabel("pullChosen");
    row->addWidget(label);
    row->addWidget(m_preset);
    row->addWidget(m_chosen, 1);
    column->addLayout(row);
    return head;
}

QWidget *PullPage::makeTarget()
{
    auto *target = new QWidget;
    target->setBackgroundRole(QPalette::Window);
    target->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(target);
    column->setContentsMargins(metrics::space5, metrics::space3, metrics::space5, metrics::space3);
    column->setSpacing(metrics::space2);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(metrics::space3);
    form->setVerticalSpacing(metrics::space2);
    auto *folder = new QHBoxLayout;
    m_folder = new QLineEdit;
    m_folder->setObjectName(QStringLiteral("pullFolder"));
    m_folder->setAccessibleName(tr("Folder to pull into"));
    connect(m_folder, &QLineEdit::textChanged, this, &PullPage::choiceChanged);
    auto *choose = new QPushButton(tr("Choose…"));
    choose->setObjectName(QStringLiteral("pullChooseFolder"));
    choose->setAccessibleName(tr("Choose the folder to pull into"));
    connect(choose, &QPushButton::clicked, this, &PullPage::chooseFolder);
    folder->addWidget(m_folder, 1);
    folder->addWidget(choose);
    form->addRow(tr("&Folder:"), folder);
    if (auto *label = qobject_cast<QLabel *>(form->labelForField(folder)))
        label->setBuddy(m_folder);
    m_space = plainLabel("pullSpace");
    form->addRow({}, m_space);
    m_existing = new QComboBox;
    m_existing->setObjectName(QStringLiteral("pullExisting"));
    m_existing->addItem(tr("Stop before anything is written"), static_cast<int>(ExistingFiles::Refuse));
    m_existing->addItem(tr("Keep them, leave out the artifact's"), static_cast<int>(ExistingFiles::Skip));
    m_existing->addItem(tr("Replace them"), static_cast<int>(ExistingFiles::Overwrite));
    m_existing->addItem(tr("Keep both, under another name"), static_cast<int>(ExistingFiles::Rename));
    m_existing->setAccessibleName(tr("Files that are there with other content"));
    connect(m_existing, &QComboBox::activated, this, &PullPage::showSums);
    form->addRow(tr("&Other files there:"), m_existing);
    m_counts = plainLabel("pullCounts");
    m_counts->setForegroundRole(QPalette::PlaceholderText);
    form->addRow({}, m_counts);
    column->addLayout(form);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("pullCancel"));
    connect(cancel, &QPushButton::clicked, this, &PullPage::canceled);
    m_start = new QPushButton(tr("Pull"));
    m_start->setObjectName(QStringLiteral("pullStart"));
    m_start->setProperty("primary", true);
    m_start->setIcon(icon(QStringLiteral("pull"), Role::AccentText));
    connect(m_start, &QPushButton::clicked, this, &PullPage::start);
    buttons->addWidget(cancel);
    buttons->addWidget(m_start);
    column->addLayout(buttons);
    return target;
}

void PullPage::setArtifact(const QString &reference, std::shared_ptr<const ArtifactDetails> details)
{
    const bool another = reference != m_reference;
    m_preset->setCurrentIndex(static_cast<int>(Preset::Everything));
    std::vector<bool> everything(details->layers.size(), true);
    showArtifact(reference, std::move(details), std::move(everything));
    if (another) {
        m_existing->setCurrentIndex(m_existing->findData(static_cast<int>(ExistingFiles::Refuse)));
        m_folder->setText(suggestedFolder());
    }
    choiceChanged();
    m_folder->setFocus();
}

void PullPage::showArtifact(const QString &reference, std::shared_ptr<const ArtifactDetails> details,
                            std::vector<bool> chosen)
{
    m_sorting.reset();
    m_reference = reference;
    m_details = std::move(details);
    m_title->setText(tr("Pull %1").arg(reference));
    m_plainHttp->setReferences({reference});
    if (m_details->layers.size() <= fewLayers)
        return fillTree(PullModel::sort(*m_details), std::move(chosen));
    using Kinds = std::vector<PullModel::Kind>;
    m_model->setKinds({}, {}, {});
    m_sorting = std::make_unique<QObject>();
    m_services.jobs.run<Kinds>(
        m_sorting.get(),
        [details = m_details](const TaskContext &) -> Result<Kinds> { return PullModel::sort(*details); },
        [this, chosen = std::move(chosen)](Result<Kinds> kinds) {
            if (!kinds)
                return;
            const auto preset = static_cast<Preset>(m_preset->currentIndex()); // it may be another one by now
            fillTree(std::move(*kinds), preset == Preset::OwnChoice ? chosen : chosenBy(preset));
            choiceChanged();
        });
}

std::optional<PullPage::Choice> PullPage::choice() const
{
    if (!m_details)
        return std::nullopt;
    const auto preset = static_cast<Preset>(m_preset->currentIndex());
    const bool isSorted = !m_model->kinds().empty();
    return Choice{m_reference, m_details, preset, isSorted ? m_model->chosen() : chosenBy(preset), m_folder->text(),
                  existing()};
}

void PullPage::restore(const Choice &choice)
{
    m_preset->setCurrentIndex(static_cast<int>(choice.preset));
    m_existing->setCurrentIndex(m_existing->findData(static_cast<int>(choice.existing)));
    showArtifact(choice.reference, choice.details, choice.chosen);
    m_folder->setText(choice.folder);
    choiceChanged();
}

/// Beside the folder of the last artifact, under the name of this one; empty when there was none.
QString PullPage::suggestedFolder() const
{
    const auto last =
        folder().isEmpty() ? QString::fromUtf8(m_services.settings.state(QLatin1String(folderKey))) : folder();
    const auto location = artifactPlace(m_reference);
    const auto name = location ? modelNameOf(*location) : QString();
    return last.isEmpty() || name.isEmpty() ? last : QFileInfo(QDir::cleanPath(last)).dir().filePath(name);
}

void PullPage::setFolder(const QString &folder) { m_folder->setText(folder); }

void PullPage::fillTree(std::vector<PullModel::Kind> kinds, std::vector<bool> chosen)
{
    m_model->setKinds(m_details, std::move(kinds), std::move(chosen));
    m_tree->header()->resizeSection(PullModel::Size,
                                    fontMetrics().horizontalAdvance(QStringLiteral("1000.0 GiB0000")));
    for (std::size_t i = 0; i < m_model->kinds().size(); ++i)
        m_tree->setExpanded(m_model->index(static_cast<int>(i), 0), m_model->kinds()[i].layers.size() <= mostUnfolded);
}

std::vector<bool> PullPage::chosenBy(Preset preset) const
{
    std::vector<bool> chosen;
    chosen.reserve(m_details->layers.size());
    for (const auto &layer : m_details->layers)
        chosen.push_back(layer.type && takes(preset, layer.type->kind));
    return chosen;
}

void PullPage::setPreset(Preset preset)
{
    m_preset->setCurrentIndex(static_cast<int>(preset));
    applyPreset();
}

void PullPage::applyPreset()
{
    const auto preset = static_cast<Preset>(m_preset->currentIndex());
    if (preset != Preset::OwnChoice && !m_model->kinds().empty())
        m_model->setChosen(chosenBy(preset));
    choiceChanged();
}

QString PullPage::folder() const
{
    auto text = m_folder->text().trimmed();
    if (text == QLatin1String("~") || text.startsWith(QLatin1String("~/")))
        text.replace(0, 1, QDir::homePath());
    return QDir::isAbsolutePath(text) ? text : QString();
}

void PullPage::forgetPreview()
{
    m_job.reset();
    m_look.reset();
}

void PullPage::choiceChanged()
{
    forgetPreview();
    m_message->hide();
    showSums();
    m_delay.start();
}

bool PullPage::isAnyChosen() const { return m_model->chosenFiles() > 0; }

ExistingFiles PullPage::existing() const { return static_cast<ExistingFiles>(m_existing->currentData().toInt()); }

void PullPage::chooseFolder()
{
    m_services.prompts.chooseFolder(this, tr("Pull into Folder"), [this](const QString &folder) {
        if (!folder.isEmpty())
            setFolder(folder);
    });
}

void PullPage::lookAtFolder()
{
    forgetPreview();
    if (!m_details || folder().isEmpty() || !isAnyChosen())
        return showSums();
    m_job = std::make_unique<QObject>();
    using Made = std::shared_ptr<const Look>;
    m_services.jobs.run<Made>(
        m_job.get(),
        [details = m_details, chosen = m_model->chosen(), existing = existing(),
         path = toPath(folder())](const TaskContext &context) -> Result<Made> {
            const auto options = optionsOf(*details, chosen, existing);
            ASSIGN_OR_RETURN(const auto preview, previewExtract(details->layers, path, options, context));
            return makeDisposed<const Look>(Look{preview, {options.layers.begin(), options.layers.end()}});
        },
        [this](Result<Made> look) { showPreview(std::move(look)); });
}

void PullPage::showPreview(Result<std::shared_ptr<const Look>> look)
{
    m_message->setVisible(!look);
    if (!look)
        m_message->setError(errorText(look.error()));
    else
        m_look = std::move(*look);
    showSums();
}

QString PullPage::existingText(const ExtractPreview &preview) const
{
    QStringList sentences;
    const auto number = [](std::size_t count) { return static_cast<int>(count); };
    if (preview.sameSize + preview.different == 0)
        sentences << tr("None of the files is there yet.");
    if (preview.sameSize > 0)
        sentences << tr("%n file(s) are there with the same size; those with the same content are kept.", nullptr,
                        number(preview.sameSize));
    if (preview.different > 0) {
        switch (existing()) {
        case ExistingFiles::Refuse:
            sentences << tr("%n other file(s) stand in the way.", nullptr, number(preview.different));
            break;
        case ExistingFiles::Skip:
            sentences << tr("%n other file(s) stay as they are.", nullptr, number(preview.different));
            break;
        case ExistingFiles::Overwrite:
            sentences << tr("%n other file(s) will be replaced.", nullptr, number(preview.different));
            break;
        case ExistingFiles::Rename:
            sentences << tr("%n file(s) will be written under another name.", nullptr, number(preview.different));
            break;
        }
    }
    if (preview.archives > 0)
        sentences << tr("What %n archive(s) hold is seen when they are read.", nullptr, number(preview.archives));
    return sentences.join(QLatin1Char(' '));
}

void PullPage::showSums()
{
    const bool any = isAnyChosen();
    const auto bytes = m_model->chosenSize();
    m_chosen->setText(tr("%n file(s), %1", nullptr, m_model->chosenFiles()).arg(formatBytes(bytes)));
    const auto *preview = m_look ? &m_look->preview : nullptr;
    const bool fits = preview && preview->needed <= preview->free;
    m_space->setText(
        !preview && folder().isEmpty() ? tr("Choose a folder, or type its whole path.")
            : !preview                 ? QString()
            : fits
            ? tr("%1 will be written; %2 are free.").arg(formatBytes(preview->needed), formatBytes(preview->free))
            : tr("%1 will be written, but only %2 are free.")
                  .arg(formatBytes(preview->needed), formatBytes(preview->free)));
    m_counts->setText(preview ? existingText(*preview) : QString());
    m_start->setText(any ? tr("Pull %1").arg(formatBytes(preview ? preview->needed : bytes)) : tr("Pull"));
    m_start->setEnabled(any && fits);
}

void PullPage::start()
{
    const auto target = folder();
    const auto source = artifactPlace(m_reference);
    if (target.isEmpty() || !m_look || !isAnyChosen() || !source)
        return;
    TransferRequestRecord request;
    request.kind = TransferRequestRecord::Kind::Pull;
    request.title = m_reference;
    // What was chosen from is what is pulled, wherever the tag goes until then.
    request.source = toString(withDigest(*source, m_details->stored.digest));
    request.target = toUtf8(target);
    request.layers = m_look->layers;
    request.existing = std::string(toString(existing()));
    m_services.settings.setState(QLatin1String(folderKey), target.toUtf8());
    m_services.transfers.add(std::move(request));
    Q_EMIT started();
}

void PullPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT canceled();
    else
        QWidget::keyPressEvent(event);
}

} // namespace modelcrate
