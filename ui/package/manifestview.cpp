// SPDX-License-Identifier: Apache-2.0
#include "ui/package/manifestview.h"

#include "ui/artifact/jsontextview.h"
#include "ui/artifact/jsontreeview.h"
#include "ui/jobs/disposal.h"
#include "ui/package/packagedocument.h"
#include "ui/text/convert.h"
#include "ui/text/errortext.h"
#include "ui/text/kindtext.h"
#include "ui/text/numbers.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/settings.h"
#include "ui/widgets/theme.h"

#include <QAbstractTableModel>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

QString stateText(const LayerChange &layer)
{
    switch (layer.state) {
    case LayerChange::State::Same: return ManifestView::tr("unchanged");
    case LayerChange::State::Changed: return ManifestView::tr("replaced");
    case LayerChange::State::Retyped: return ManifestView::tr("other kind");
    case LayerChange::State::Renamed: return ManifestView::tr("renamed");
    case LayerChange::State::Added: return ManifestView::tr("new");
    case LayerChange::State::Removed: return ManifestView::tr("removed");
    case LayerChange::State::Pending: return ManifestView::tr("to be compared");
    }
    return {};
}

/// What a change says in each column.
std::vector<QStringList> rowsOf(const ArtifactChanges &changes)
{
    std::vector<QStringList> rows;
    for (const auto *members : {&changes.config, &changes.annotations}) {
        for (const auto &member : *members) {
            const auto state = !member.before ? ManifestView::tr("new")
                : !member.after               ? ManifestView::tr("removed")
                                              : ManifestView::tr("changed");
            rows.push_back({displayText(member.path), state, member.before ? valueText(*member.before) : QString(),
                            member.after ? valueText(*member.after) : QString()});
        }
    }
    for (const auto &layer : changes.layers) {
        if (layer.state == LayerChange::State::Same)
            continue;
        const auto sizeOf = [](const std::optional<ByteCount> &size) { return size ? formatBytes(*size) : QString(); };
        rows.push_back({displayText(layer.path), stateText(layer),
                        layer.pathBefore.empty() ? sizeOf(layer.before) : displayText(layer.pathBefore),
                        sizeOf(layer.after)});
    }
    return rows;
}

/// Fields, annotations and layers that differ, one a row.
class ChangesModel : public QAbstractTableModel {
public:
    enum Column { What, State, Before, After, ColumnCount };
    using Rows = std::shared_ptr<const std::vector<QStringList>>;
    explicit ChangesModel(QObject *parent) : QAbstractTableModel(parent) { }

    void setRows(Rows rows)
    {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows->size());
    }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
            return {};
        return (*m_rows)[static_cast<std::size_t>(index.row())].at(index.column());
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
            return {};
        switch (section) {
        case What: return ManifestView::tr("What");
        case State: return ManifestView::tr("State");
        case Before: return ManifestView::tr("Before");
        default: return ManifestView::tr("Now");
        }
    }

private:
    Rows m_rows = std::make_shared<const std::vector<QStringList>>();
};

} // namespace

struct ManifestView::Parts {
    explicit Parts(ManifestView *view)
        : modes(new SegmentedControl(view)),
          summary(new QLabel(view)),
          sizes(new QLabel(view)),
          pages(new QStackedWidget(view)),
          changesPage(new QWidget),
          sentences(new QLabel(changesPage)),
          changes(new QTableView(changesPage)),
          tree(new JsonTreeView),
          manifest(new JsonTextView),
          config(new JsonTextView),
          message(new QLabel),
          changesModel(new ChangesModel(view))
    {
    }

    SegmentedControl *modes;
    QLabel *summary;
    QLabel *sizes;
    QStackedWidget *pages;
    QWidget *changesPage;
    QLabel *sentences;
    QTableView *changes;
    JsonTreeView *tree;
    JsonTextView *manifest;
    JsonTextView *config;
    QLabel *message;
    ChangesModel *changesModel;
};

ManifestView::ManifestView(PackageDocument &document, PlanPreview &preview, Services &services, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_preview(preview),
      m_services(services),
      m_parts(std::make_unique<Parts>(this)),
      m_units(services.settings.sizeUnits())
{
    build();
    connect(&m_preview, &PlanPreview::changed, this, [this] {
        m_stale = true;
        refresh();
    });
    connect(&m_preview, &PlanPreview::baseChanged, this, &ManifestView::baseChanged);
    connect(&m_preview.hashAhead(), &HashAhead::progressChanged, this, &ManifestView::showSummary);
    connect(&services.settings, &Settings::changed, this, [this] {
        showSummary();
        // The words of the content are a worker's.
        if (std::exchange(m_units, m_services.settings.sizeUnits()) != m_services.settings.sizeUnits()) {
            m_stale = true;
            refresh();
        }
    });
    setMode(Mode::Config);
    m_modeChosen = false;
    baseChanged();
}

ManifestView::~ManifestView() = default;

void ManifestView::build()
{
    setAccessibleName(tr("Manifest"));
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(metrics::space4, metrics::space2, metrics::space4, metrics::space2);
    bar->setSpacing(0);
    // In the order of Mode.
    m_parts->modes->setAccessibleName(tr("What is shown"));
    m_parts->modes->addSegment(tr("Changes"), QStringLiteral("manifestModeChanges"));
    m_parts->modes->addSegment(tr("Tree"), QStringLiteral("manifestModeTree"));
    m_parts->modes->addSegment(tr("JSON"), QStringLiteral("manifestModeManifest"));
    m_parts->modes->addSegment(tr("Config JSON"), QStringLiteral("manifestModeConfig"));
    connect(m_parts->modes, &SegmentedControl::currentChanged, this,
            [this](int index) { setMode(static_cast<Mode>(index)); });
    bar->addWidget(m_parts->modes);
    bar->addStretch();
    const auto addCopy = [&](const QString &text, const QString &iconName, const char *name,
                             void (ManifestView::*copy)()) {
        auto *button = new QToolButton(this);
        button->setObjectName(QLatin1String(name));
        button->setIcon(icon(iconName));
        button->setToolTip(text);
        button->setAccessibleName(text);
        button->setAutoRaise(true);
        connect(button, &QToolButton::clicked, this, copy);
        bar->addWidget(button);
    };
    addCopy(tr("Copy Value"), QStringLiteral("link"), "manifestCopyValue", &ManifestView::copyValue);
    addCopy(tr("Copy All"), QStringLiteral("copy"), "manifestCopyAll", &ManifestView::copyAll);

    auto *header = new QHBoxLayout;
    header->setContentsMargins(metrics::space4, metrics::space1, metrics::space4, metrics::space1);
    m_parts->summary->setObjectName(QStringLiteral("manifestSummary"));
    m_parts->summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_parts->summary->setWordWrap(true);
    m_parts->sizes->setObjectName(QStringLiteral("manifestSizes"));
    m_parts->sizes->setForegroundRole(QPalette::PlaceholderText);
    header->addWidget(m_parts->summary, 1);
    header->addWidget(m_parts->sizes);

    auto *changesLayout = new QVBoxLayout(m_parts->changesPage);
    changesLayout->setContentsMargins(0, metrics::space2, 0, 0);
    auto *sentences = m_parts->sentences;
    sentences->setObjectName(QStringLiteral("manifestSentences"));
    sentences->setWordWrap(true);
    sentences->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    sentences->setContentsMargins(metrics::space4, metrics::space1, metrics::space4, metrics::space2);
    auto *changes = m_parts->changes;
    changes->setObjectName(QStringLiteral("manifestChanges"));
    changes->setAccessibleName(tr("What changed"));
    changes->setModel(m_parts->changesModel);
    changes->setFrameShape(QFrame::NoFrame);
    changes->setShowGrid(false);
    changes->setWordWrap(false);
    changes->setTabKeyNavigation(false);
    changes->setSelectionBehavior(QAbstractItemView::SelectRows);
    changes->verticalHeader()->hide();
    changes->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    changes->verticalHeader()->setDefaultSectionSize(metrics::rowHeight(metrics::listRow));
    changes->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    changes->horizontalHeader()->setHighlightSections(false);
    changes->horizontalHeader()->setStretchLastSection(true);
    changes->horizontalHeader()->setMinimumSectionSize(60);
    changes->horizontalHeader()->resizeSection(ChangesModel::What, 170);
    changes->horizontalHeader()->resizeSection(ChangesModel::State, 80);
    changesLayout->addWidget(sentences);
    changesLayout->addWidget(changes, 1);

    m_parts->tree->setObjectName(QStringLiteral("manifestTree"));
    m_parts->tree->setAccessibleName(tr("Members of the manifest"));
    m_parts->manifest->setObjectName(QStringLiteral("manifestJson"));
    m_parts->manifest->setAccessibleName(tr("JSON of the manifest"));
    m_parts->config->setObjectName(QStringLiteral("manifestConfigJson"));
    m_parts->config->setAccessibleName(tr("JSON of the config"));
    m_parts->message->setObjectName(QStringLiteral("manifestMessage"));
    m_parts->message->setWordWrap(true);
    m_parts->message->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_parts->message->setMargin(metrics::space4);
    for (QWidget *page : {static_cast<QWidget *>(m_parts->changesPage), static_cast<QWidget *>(m_parts->tree),
                          static_cast<QWidget *>(m_parts->manifest), static_cast<QWidget *>(m_parts->config),
                          static_cast<QWidget *>(m_parts->message)})
        m_parts->pages->addWidget(page);
    m_parts->pages->setAutoFillBackground(true);
    m_parts->pages->setBackgroundRole(QPalette::Base);
    connect(m_parts->tree, &JsonTreeView::layerSelected, this, [this](std::size_t layer) {
        if (m_snapshot && m_mode == Mode::Tree && layer < m_snapshot->plan.layers.size())
            Q_EMIT entrySelected(m_snapshot->plan.layers[layer].entries.front());
    });

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addLayout(header);
    layout->addWidget(m_parts->pages, 1);
}

void ManifestView::setMode(Mode mode)
{
    m_modeChosen = true;
    m_parts->modes->setCurrentIndex(static_cast<int>(mode));
    if (mode == m_mode && m_content)
        return;
    m_mode = mode;
    showContent();
    Q_EMIT modeChanged();
}

void ManifestView::setBase(std::string manifest, std::string config, const QString &label)
{
    m_preview.setBase(ManifestBase{
        makeDisposed<ArtifactPlan::Documents>(ArtifactPlan::Documents{std::move(config), std::move(manifest)}), label});
}

void ManifestView::baseChanged()
{
    const bool first = !std::exchange(m_hasBase, m_preview.base().has_value()) && m_hasBase;
    if (first && !m_modeChosen) {
        setMode(Mode::Changes);
        m_modeChosen = false;
    }
    m_stale = true;
    refresh();
}

void ManifestView::showEntry(std::size_t entry)
{
    if (!m_snapshot || entry >= m_snapshot->layerOfEntry.size())
        return;
    if (const auto layer = m_snapshot->layerOfEntry[entry])
        m_parts->tree->showLayer(*layer);
}

bool ManifestView::isCurrent() const
{
    return !m_stale && !m_running && m_preview.isCurrent() && m_snapshot == m_preview.snapshot();
}

void ManifestView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void ManifestView::refresh()
{
    if (m_running || !m_stale || !isVisible())
        return;
    auto snapshot = m_preview.snapshot();
    m_stale = false;
    if (!snapshot) {
        m_snapshot.reset();
        m_content.reset();
        showContent();
        return;
    }
    m_running = true;
    m_services.jobs.run<Made>(
        this,
        [snapshot,
         base = m_preview.base() ? m_preview.base()->documents : nullptr](const TaskContext &context) -> Result<Made> {
            auto content = makeManifestContent(*snapshot, base.get(), context);
            auto rows = content->changes ? rowsOf(*content->changes) : std::vector<QStringList>();
            return Made{std::move(content), makeDisposed<const std::vector<QStringList>>(std::move(rows))};
        },
        [this, snapshot](Result<Made> made) { take(std::move(made), snapshot); });
}

void ManifestView::take(Result<Made> made, std::shared_ptr<const PlanSnapshot> snapshot)
{
    m_running = false;
    if (made) {
        m_content = std::move(made->content);
        m_changeRows = std::move(made->changeRows);
        m_snapshot = std::move(snapshot);
        showContent();
    }
    refresh();
}

void ManifestView::showContent()
{
    showSummary();
    if (!m_content) {
        const auto &error = m_preview.error();
        m_parts->message->setText(error ? errorText(*error).cause : tr("Reading…"));
        m_parts->pages->setCurrentWidget(m_parts->message);
        Q_EMIT updated();
        return;
    }
    switch (m_mode) {
    case Mode::Changes: showChanges(); break;
    case Mode::Tree:
        m_parts->tree->setNodes(m_content->manifest.nodes);
        m_parts->pages->setCurrentWidget(m_parts->tree);
        break;
    case Mode::Manifest: showDocument(m_content->manifest, *m_parts->manifest); break;
    case Mode::Config: showDocument(m_content->config, *m_parts->config); break;
    }
    Q_EMIT updated();
}

void ManifestView::showChanges()
{
    auto &parts = *m_parts;
    QString text;
    if (!m_preview.base())
        text = tr("Nothing of this package was published yet. After the first publish, this page says what is "
                  "different since then.");
    else if (m_content->unreadable)
        text = errorText(*m_content->unreadable).cause;
    else
        text = m_content->sentences.join(QLatin1Char('\n'));
    if (parts.sentences->text() != text)
        parts.sentences->setText(text);
    const int scroll = parts.changes->verticalScrollBar()->value();
    parts.changesModel->setRows(m_changeRows);
    parts.changes->setVisible(parts.changesModel->rowCount() > 0);
    parts.changes->verticalScrollBar()->setValue(scroll);
    // Without a table the sentences stand at the top, not in the middle.
    parts.sentences->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    parts.pages->setCurrentWidget(parts.changesPage);
}

void ManifestView::showDocument(const DocumentContent &content, JsonTextView &text)
{
    if (content.lines.empty()) {
        m_parts->tree->setNodes(content.nodes);
        m_parts->pages->setCurrentWidget(m_parts->tree);
        return;
    }
    text.setLines(content.lines);
    m_parts->pages->setCurrentWidget(&text);
}

void ManifestView::showSummary()
{
    if (!m_content) {
        m_parts->summary->clear();
        m_parts->sizes->clear();
        return;
    }
    const auto &base = m_preview.base();
    QString summary;
    if (m_content->pending > 0) {
        summary = tr("%n digest(s) pending", nullptr, static_cast<int>(m_content->pending));
        if (const auto progress = m_preview.hashAhead().progress())
            summary = tr("%1, hashing %2").arg(summary, formatPercent(progress->done, progress->total));
    } else if (base && m_content->changes) {
        const auto fields = static_cast<int>(m_content->changes->config.size());
        summary = fields > 0              ? tr("%n field(s) differ from %1", nullptr, fields).arg(base->label)
            : m_content->changes->empty() ? tr("Same as %1").arg(base->label)
                                          : tr("Differs from %1").arg(base->label);
    } else if (!base) {
        summary = tr("Not published yet");
    }
    m_parts->summary->setText(summary);
    m_parts->summary->setToolTip(summary);
    m_parts->sizes->setText(
        tr("Config %1 · Manifest %2")
            .arg(formatBytes(ByteCount(m_content->config.size)), formatBytes(ByteCount(m_content->manifest.size))));
}

void ManifestView::copyAll()
{
    if (!m_content)
        return;
    QGuiApplication::clipboard()->setText(m_mode == Mode::Changes      ? m_parts->sentences->text()
                                              : m_mode == Mode::Config ? m_content->config.bytes
                                                                       : m_content->manifest.bytes);
}

void ManifestView::copyValue()
{
    const auto *page = m_parts->pages->currentWidget();
    QString value;
    if (page == m_parts->tree) {
        value = m_parts->tree->currentValue();
    } else if (const auto *text = qobject_cast<const JsonTextView *>(page)) {
        value = text->textCursor().selectedText();
        value.replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
        if (value.isEmpty())
            value = text->textCursor().block().text().trimmed();
    } else if (page == m_parts->changesPage && m_parts->changes->currentIndex().isValid()) {
        value = m_parts->changes->currentIndex().data().toString();
    }
    if (!value.isEmpty())
        QGuiApplication::clipboard()->setText(value);
}

} // namespace modelcrate

#include "moc_manifestview.cpp"
