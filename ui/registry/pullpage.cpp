// SPDX-License-Identifier: Apache-2.0
#include "ui/registry/pullpage.h"

#include "ui/artifact/filelist.h"
#include "ui/artifact/plainhttpnote.h"
#include "ui/jobs/jobrunner.h"
#include "ui/registry/referencetext.h"
#include "ui/text/convert.h"
#include "ui/text/errortext.h"
#include "ui/text/kindtext.h"
#include "ui/text/numbers.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/settings.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/unitswatch.h"
#include "ui/widgets/userprompts.h"

#include <algorithm>
#include <map>

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
#include <QTreeWidget>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

constexpr int nameColumn = 0, sizeColumn = 1;
constexpr int layerRole = Qt::UserRole; ///< index in ArtifactDetails::layers
constexpr int kindRole = Qt::UserRole + 1;
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
      m_tree(new QTreeWidget),
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
    m_tree->setColumnCount(2);
    m_tree->setHeaderLabels({tr("File"), tr("Size")});
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(nameColumn, QHeaderView::Stretch);
    m_tree->header()->setHighlightSections(false);
    m_tree->headerItem()->setTextAlignment(sizeColumn, Qt::AlignRight | Qt::AlignVCenter);
    connect(m_tree, &QTreeWidget::itemChanged, this, [this] {
        if (m_filling)
            return;
        forgetPreview();
        m_preset->setCurrentIndex(static_cast<int>(Preset::OwnChoice));
        m_chosenSoon.start();
    });
    // A choice of one kind changes each of its rows; what follows is done once.
    m_chosenSoon.setSingleShot(true);
    m_chosenSoon.setInterval(0);
    connect(&m_chosenSoon, &QTimer::timeout, this, &PullPage::choiceChanged);
    whenUnitsChange(services.settings, this, [this] {
        if (!m_details)
            return;
        m_filling = true;
        showSizes();
        m_filling = false;
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
    m_reference = reference;
    m_details = std::move(details);
    m_title->setText(tr("Pull %1").arg(reference));
    m_plainHttp->setReferences({reference});
    fillTree();
    if (another) {
        m_existing->setCurrentIndex(m_existing->findData(static_cast<int>(ExistingFiles::Refuse)));
        m_folder->setText(suggestedFolder());
    }
    setPreset(Preset::Everything);
    m_folder->setFocus();
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

void PullPage::fillTree()
{
    m_filling = true;
    m_tree->clear();
    std::map<LayerKind, std::vector<int>> byKind;
    for (std::size_t i = 0; i < m_details->layers.size(); ++i) {
        if (m_details->layers[i].type)
            byKind[m_details->layers[i].type->kind].push_back(static_cast<int>(i));
    }
    for (auto &[kind, indexes] : byKind) {
        const auto &layers = m_details->layers;
        std::sort(indexes.begin(), indexes.end(), [&](int a, int b) {
            return compareNames(layers[static_cast<std::size_t>(a)].path, layers[static_cast<std::size_t>(b)].path) < 0;
        });
        auto *group = new QTreeWidgetItem(m_tree);
        group->setData(nameColumn, kindRole, static_cast<int>(kind));
        group->setIcon(nameColumn, layerIcon(kind));
        group->setFlags(group->flags() | Qt::ItemIsUserCheckable | Qt::ItemIsAutoTristate);
        QList<QTreeWidgetItem *> items;
        for (const int index : indexes) {
            const auto &layer = layers[static_cast<std::size_t>(index)];
            auto *item = new QTreeWidgetItem;
            item->setText(nameColumn,
                          layer.path.empty() ? shortDigest(layer.descriptor.digest) : displayText(layer.path));
            item->setToolTip(nameColumn, item->text(nameColumn));
            item->setTextAlignment(sizeColumn, Qt::AlignRight | Qt::AlignVCenter);
            item->setData(nameColumn, layerRole, index);
            item->setFlags((item->flags() | Qt::ItemIsUserCheckable) & ~Qt::ItemIsAutoTristate);
            item->setCheckState(nameColumn, Qt::Checked);
            items.append(item);
        }
        group->addChildren(items);
        group->setText(nameColumn, tr("%1, %n file(s)", nullptr, static_cast<int>(indexes.size())).arg(kindText(kind)));
        group->setTextAlignment(sizeColumn, Qt::AlignRight | Qt::AlignVCenter);
        group->setExpanded(indexes.size() <= 20);
    }
    m_tree->header()->resizeSection(sizeColumn, fontMetrics().horizontalAdvance(QStringLiteral("1000.0 GiB0000")));
    showSizes();
    m_filling = false;
}

void PullPage::showSizes()
{
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        auto *group = m_tree->topLevelItem(i);
        ByteCount sum;
        for (int child = 0; child < group->childCount(); ++child) {
            auto *item = group->child(child);
            const auto index = static_cast<std::size_t>(item->data(nameColumn, layerRole).toInt());
            const auto size = m_details->layers[index].descriptor.size;
            item->setText(sizeColumn, formatBytes(size));
            sum += size;
        }
        group->setText(sizeColumn, formatBytes(sum));
    }
}

void PullPage::setPreset(Preset preset)
{
    m_preset->setCurrentIndex(static_cast<int>(preset));
    applyPreset();
}

void PullPage::applyPreset()
{
    const auto preset = static_cast<Preset>(m_preset->currentIndex());
    if (preset != Preset::OwnChoice) {
        m_filling = true;
        for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
            auto *group = m_tree->topLevelItem(i);
            const auto kind = static_cast<LayerKind>(group->data(nameColumn, kindRole).toInt());
            group->setCheckState(nameColumn, takes(preset, kind) ? Qt::Checked : Qt::Unchecked);
        }
        m_filling = false;
    }
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
    m_preview.reset();
}

void PullPage::choiceChanged()
{
    forgetPreview();
    m_message->hide();
    showSums();
    m_delay.start();
}

bool PullPage::isAnyChosen() const
{
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        if (m_tree->topLevelItem(i)->checkState(nameColumn) != Qt::Unchecked)
            return true;
    }
    return false;
}

ExtractOptions PullPage::options() const
{
    ExtractOptions options;
    options.existing = static_cast<ExistingFiles>(m_existing->currentData().toInt());
    bool all = true;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        const auto *group = m_tree->topLevelItem(i);
        for (int child = 0; child < group->childCount(); ++child) {
            const auto *item = group->child(child);
            const auto index = static_cast<std::size_t>(item->data(nameColumn, layerRole).toInt());
            if (item->checkState(nameColumn) == Qt::Checked)
                options.layers.insert(layerName(m_details->layers[index]));
            else
                all = false;
        }
    }
    // What is taken whole needs no list, in the queue's file neither.
    if (all)
        options.layers.clear();
    return options;
}

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
    m_services.jobs.run<ExtractPreview>(
        m_job.get(),
        [details = m_details, options = options(), path = toPath(folder())](const TaskContext &context) {
            return previewExtract(details->layers, path, options, context);
        },
        [this](Result<ExtractPreview> preview) { showPreview(std::move(preview)); });
}

void PullPage::showPreview(Result<ExtractPreview> preview)
{
    m_message->setVisible(!preview);
    if (!preview)
        m_message->setError(errorText(preview.error()));
    else
        m_preview = *preview;
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
        switch (static_cast<ExistingFiles>(m_existing->currentData().toInt())) {
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
    const auto chosen = options();
    ByteCount bytes;
    int files = 0;
    for (const auto &layer : m_details ? m_details->layers : std::vector<ArtifactLayer>()) {
        if (layer.type && (chosen.layers.empty() || chosen.layers.count(layerName(layer)) > 0)) {
            bytes += layer.descriptor.size;
            ++files;
        }
    }
    // Nothing chosen is no list either.
    const bool any = isAnyChosen();
    if (!any) {
        bytes = {};
        files = 0;
    }
    m_chosen->setText(tr("%n file(s), %1", nullptr, files).arg(formatBytes(bytes)));
    const bool fits = m_preview && m_preview->needed <= m_preview->free;
    m_space->setText(
        !m_preview && folder().isEmpty() ? tr("Choose a folder, or type its whole path.")
            : !m_preview                 ? QString()
            : fits
            ? tr("%1 will be written; %2 are free.").arg(formatBytes(m_preview->needed), formatBytes(m_preview->free))
            : tr("%1 will be written, but only %2 are free.")
                  .arg(formatBytes(m_preview->needed), formatBytes(m_preview->free)));
    m_counts->setText(m_preview ? existingText(*m_preview) : QString());
    m_start->setText(any ? tr("Pull %1").arg(formatBytes(m_preview ? m_preview->needed : bytes)) : tr("Pull"));
    m_start->setEnabled(any && fits);
}

void PullPage::start()
{
    const auto target = folder();
    const auto source = artifactPlace(m_reference);
    if (target.isEmpty() || !m_preview || !isAnyChosen() || !source)
        return;
    const auto chosen = options();
    TransferRequestRecord request;
    request.kind = TransferRequestRecord::Kind::Pull;
    request.title = m_reference;
    // What was chosen from is what is pulled, wherever the tag goes until then.
    request.source = toString(withDigest(*source, m_details->stored.digest));
    request.target = toUtf8(target);
    request.layers.assign(chosen.layers.begin(), chosen.layers.end());
    request.existing = std::string(toString(chosen.existing));
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
