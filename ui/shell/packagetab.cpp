// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/packagetab.h"

#include "ui/package/annotationspage.h"
#include "ui/package/filespage.h"
#include "ui/package/inspector.h"
#include "ui/package/manifestview.h"
#include "ui/package/metadatapage.h"
#include "ui/package/packagedocument.h"
#include "ui/package/planpreview.h"
#include "ui/package/publishedfiles.h"
#include "ui/package/readmeview.h"
#include "ui/package/texteditpage.h"
#include "ui/publish/publishpage.h"
#include "ui/text/convert.h"
#include "ui/text/numbers.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemDelegate>
#include <QAbstractItemView>
#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QResizeEvent>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

constexpr int usualFilter = 120, leastFilter = 84; ///< widths

QToolButton *barButton(QAction *action, const QString &iconName, const char *objectName, QWidget *parent)
{
    action->setIcon(icon(iconName));
    auto *button = new QToolButton(parent);
    button->setObjectName(QLatin1String(objectName));
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setAccessibleName(action->text());
    button->setToolButtonStyle(Qt::ToolButtonIconOnly); // the name of an undo step is long
    return button;
}

} // namespace

PackageTab::PackageTab(std::unique_ptr<PackageDocument> document, Services &services, QWidget *parent)
    : PackageTab(Content{std::move(document)}, services, parent)
{
}

PackageTab::PackageTab(Content content, Services &services, QWidget *parent)
    : QWidget(parent),
      m_document(std::move(content.document)),
      m_preview(content.preview ? std::move(content.preview) : std::make_unique<PlanPreview>(*m_document, services)),
      m_stack(new QStackedWidget(this)),
      m_splitter(new QSplitter(Qt::Horizontal)),
      m_pages(new QStackedWidget),
      m_files(new FilesPage(*m_document, *m_preview, services)),
      m_metadata(new MetadataPage(*m_document, *m_preview, services)),
      m_inspector(new Inspector(*m_document, *m_preview, services)),
      m_publish(new PublishPage(*m_document, *m_preview, services)),
      m_textEdit(new TextEditPage(*m_document, services))
{
    setObjectName(QStringLiteral("packageTab"));
    auto *manifest = new ManifestView(*m_document, *m_preview, services);
    auto *configPreview = new ManifestView(*m_document, *m_preview, services);
    configPreview->setMode(ManifestView::Mode::Config);
    m_metadata->setSidePanel(configPreview);
    for (QWidget *page :
         std::initializer_list<QWidget *>{m_files, m_metadata, new AnnotationsPage(*m_document, *m_preview, services),
                                          manifest, new ReadmeView(*m_document, services)})
        m_pages->addWidget(page);

    m_splitter->setObjectName(QStringLiteral("inspectorSplitter"));
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_pages);
    m_splitter->addWidget(m_inspector);
    m_splitter->setStretchFactor(0, 1);
    m_inspector->setMinimumWidth(metrics::inspectorMin);
    m_splitter->setSizes({10'000, metrics::inspector});

    auto *package = new QWidget;
    auto *column = new QVBoxLayout(package);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makePageBar());
    column->addWidget(m_splitter, 1);
    m_stack->addWidget(package);
    m_stack->addWidget(m_publish);
    m_stack->addWidget(m_textEdit);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);

    connect(m_files, &FilesPage::selectionChanged, this,
            [this] { m_inspector->showEntries(m_files->selectedEntries()); });
    connect(m_files, &FilesPage::filterChanged, this, [this](const QString &text) { m_filter->setText(text); });
    connect(manifest, &ManifestView::entrySelected, this,
            [this](std::size_t entry) { m_inspector->showEntries({entry}); });
    connect(m_metadata, &MetadataPage::problemsChanged, this, &PackageTab::refreshBar);
    connect(m_preview.get(), &PlanPreview::changed, this, &PackageTab::refreshBar);
    connect(&m_preview->hashAhead(), &HashAhead::progressChanged, this, &PackageTab::changed);
    connect(&m_preview->hashAhead(), &HashAhead::idle, this, &PackageTab::changed);
    connect(m_document.get(), &PackageDocument::savedChanged, this, &PackageTab::changed);
    connect(m_document.get(), &PackageDocument::stateChanged, this, &PackageTab::refreshBar);
    connect(m_publish, &PublishPage::planned, this, [this] {
        if (const auto &holds = m_publish->targetHolds())
            m_files->setTarget(holds);
    });
    connect(m_publish, &PublishPage::backRequested, this, &PackageTab::showPackage);
    connect(m_publish, &PublishPage::openTransfersRequested, this, &PackageTab::openTransfersRequested);
    connect(m_publish, &PublishPage::helpRequested, this, &PackageTab::helpRequested);
    connect(m_publish, &PublishPage::compareRequested, this, [this, manifest] {
        manifest->setMode(ManifestView::Mode::Changes);
        showPage(Page::Manifest);
    });
    connect(m_publish, &PublishPage::goToFieldRequested, this,
            [this](const QString &field) { goTo({.field = field}); });
    connect(m_publish, &PublishPage::goToEntryRequested, this, [this](std::size_t entry) { goTo({.entry = entry}); });
    connect(m_textEdit, &TextEditPage::backRequested, this, &PackageTab::showPackage);
    if (auto *files = m_files->publishedFiles())
        connect(files, &PublishedFiles::editTextRequested, this, &PackageTab::editText);
    filterEdited({});
    placeInspector();
    refreshBar();
    restore(std::move(content));
}

void PackageTab::restore(Content content)
{
    m_inspectorWanted = content.isInspectorWanted;
    showPage(content.page);
    m_filter->setText(content.filter);
    if (!content.selection.empty())
        m_files->selectEntries(content.selection);
    if (!content.publish.target.isNull())
        m_publish->takeOver(std::move(content.publish));
    if (content.isPublishShown)
        showPublish();
    placeInspector();
}

PackageTab::Content PackageTab::takeContent()
{
    commitTyping();
    Content content{.document = nullptr,
                    .page = page(),
                    .isPublishShown = isPublishShown(),
                    .isInspectorWanted = m_inspectorWanted,
                    .filter = m_filter->text(),
                    .selection = m_files->selectedEntries(),
                    .publish = m_publish->handOver()};
    m_document->disconnect(this);
    content.document = std::move(m_document);
    content.preview = std::move(m_preview);
    return content;
}

PackageTab::~PackageTab()
{
    if (m_document)
        m_document->disconnect(this);
    // Pages look at the plan and the document until they are gone.
    delete m_stack;
}

QWidget *PackageTab::makePageBar()
{
    auto *bar = new QWidget;
    bar->setMinimumHeight(metrics::rowHeight(metrics::pageBar));
    bar->setBackgroundRole(QPalette::Base);
    bar->setAutoFillBackground(true);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(metrics::space2, 0, metrics::space4, 0);
    row->setSpacing(metrics::space2);

    m_tabs = new QTabBar(bar);
    m_tabs->setObjectName(QStringLiteral("pageTabs"));
    m_tabs->setProperty("pageTabs", true);
    m_tabs->setAccessibleName(tr("Pages of the package"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    for (const auto &name : {tr("Files"), tr("Metadata"), tr("Annotations"), tr("Manifest"), tr("README")})
        m_tabs->addTab(name);
    row->addWidget(m_tabs);
    row->addStretch(1);

    m_undoButton = barButton(m_document->undoStack().createUndoAction(this, tr("Undo")), QStringLiteral("undo"),
                             "undoButton", bar);
    m_redoButton = barButton(m_document->undoStack().createRedoAction(this, tr("Redo")), QStringLiteral("redo"),
                             "redoButton", bar);
    row->addWidget(m_undoButton);
    row->addWidget(m_redoButton);

    m_filter = new QLineEdit(bar);
    m_filter->setObjectName(QStringLiteral("filterField"));
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(usualFilter);
    m_filter->setMaximumWidth(240);
    m_filter->addAction(icon(QStringLiteral("search"), Role::TextMuted), QLineEdit::LeadingPosition);
    connect(m_filter, &QLineEdit::textChanged, this, &PackageTab::filterEdited);
    auto *leave = new QShortcut(QKeySequence(Qt::Key_Escape), m_filter, nullptr, nullptr, Qt::WidgetShortcut);
    connect(leave, &QShortcut::activated, this, [this] {
        m_filter->clear();
        if (page() == Page::Files)
            m_files->listWidget()->setFocus();
    });
    row->addWidget(m_filter, 1);

    m_inspectorButton = new QToolButton(bar);
    m_inspectorButton->setObjectName(QStringLiteral("inspectorButton"));
    m_inspectorButton->setText(tr("Inspector"));
    m_inspectorButton->setToolTip(tr("Show the inspector"));
    m_inspectorButton->setAccessibleName(tr("Show the inspector"));
    m_inspectorButton->setCheckable(true);
    m_inspectorButton->setAutoRaise(true);
    m_inspectorButton->setIcon(icon(QStringLiteral("info")));
    connect(m_inspectorButton, &QToolButton::clicked, this, &PackageTab::setInspectorShown);
    row->addWidget(m_inspectorButton);

    if (m_document->published())
        addChanges(row, bar);
    auto *publish = new QPushButton(icon(QStringLiteral("publish"), Role::AccentText), tr("Publish…"), bar);
    publish->setObjectName(QStringLiteral("publishButton"));
    publish->setProperty("primary", true);
    publish->setAccessibleName(tr("Publish this package"));
    connect(publish, &QPushButton::clicked, this, &PackageTab::showPublish);
    row->addWidget(publish);
    m_publishButton = publish;

    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        m_pages->setCurrentIndex(index);
        filterEdited(m_filter->text());
        placeInspector();
        Q_EMIT pageChanged();
    });
    return bar;
}

void PackageTab::addChanges(QBoxLayout *row, QWidget *bar)
{
    m_changes = new QLabel(bar);
    m_changes->setObjectName(QStringLiteral("changesLabel"));
    m_changes->setForegroundRole(QPalette::PlaceholderText);
    m_discard = new QPushButton(tr("&Discard"), bar);
    m_discard->setObjectName(QStringLiteral("discardButton"));
    m_discard->setAccessibleName(tr("Discard all changes"));
    m_discard->setAutoDefault(false);
    connect(m_discard, &QPushButton::clicked, this, &PackageTab::discardChanges);
    row->addWidget(m_changes);
    row->addWidget(m_discard);
}

void PackageTab::refreshChanges()
{
    if (!m_changes)
        return;
    const auto changes = static_cast<int>(m_document->changes());
    const auto drafts = m_document->state().header->drafts.size();
    m_changes->setText(changes > 0 ? tr("%n change(s)", nullptr, changes) : tr("No changes"));
    m_discard->setToolTip(m_changes->text());
    m_discard->setEnabled(changes > 0 || drafts > 0);
}

void PackageTab::commitTyping()
{
    m_textEdit->commit();
    // Not by taking its focus away, which it loses only in a window that is active.
    for (auto *editor = window()->focusWidget(); editor && isAncestorOf(editor); editor = editor->parentWidget()) {
        auto *around = editor->parentWidget();
        auto *view = qobject_cast<QAbstractItemView *>(around->parentWidget());
        if (!view || view->viewport() != around)
            continue;
        Q_EMIT view->itemDelegate()->commitData(editor);
        Q_EMIT view->itemDelegate()->closeEditor(editor);
        return;
    }
}

void PackageTab::discardChanges()
{
    commitTyping();
    m_document->discardChanges();
}

void PackageTab::editText(const QString &path)
{
    m_stack->setCurrentWidget(m_textEdit);
    m_textEdit->open(path);
    Q_EMIT pageChanged();
}

void PackageTab::showPage(Page page)
{
    showPackage();
    m_tabs->setCurrentIndex(static_cast<int>(page));
}

PackageTab::Page PackageTab::page() const { return static_cast<Page>(m_tabs->currentIndex()); }

void PackageTab::showPublish()
{
    commitTyping();
    m_stack->setCurrentWidget(m_publish);
    Q_EMIT pageChanged();
}

void PackageTab::showPackage()
{
    m_stack->setCurrentIndex(0);
    Q_EMIT pageChanged();
}

bool PackageTab::isPublishShown() const { return m_stack->currentWidget() == m_publish; }

void PackageTab::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void PackageTab::filterEdited(const QString &text)
{
    m_filter->setVisible(page() == Page::Files || page() == Page::Metadata);
    m_filter->setPlaceholderText(page() == Page::Metadata ? tr("Find a field") : tr("Filter files"));
    m_files->setFilter(page() == Page::Metadata ? QString() : text);
    m_metadata->setFilter(page() == Page::Metadata ? text : QString());
}

void PackageTab::toggleTreemap()
{
    const bool seen = page() == Page::Files && !isPublishShown() && m_files->isTreemapShown();
    showPage(Page::Files);
    m_files->setTreemapShown(!seen);
}

void PackageTab::setInspectorShown(bool shown)
{
    m_inspectorWanted = shown;
    placeInspector();
}

bool PackageTab::isInspectorShown() const { return !m_inspector->isHidden(); }

void PackageTab::placeInspector()
{
    // It speaks of files; on other pages it would only take room.
    const bool fits = page() == Page::Files || page() == Page::Manifest;
    m_inspector->setVisible(fits && m_inspectorWanted);
    m_inspectorButton->setVisible(fits);
    m_inspectorButton->setChecked(m_inspectorWanted);
    m_inspectorButton->setToolButtonStyle(m_narrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

void PackageTab::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeBar();
    // Crossing the limit decides; what the user chooses after that stays.
    if (const bool narrow = event->size().width() < metrics::narrow - metrics::rail; narrow != m_narrow) {
        m_narrow = narrow;
        m_inspectorWanted = !narrow;
        placeInspector();
    }
}

void PackageTab::refreshBar()
{
    const int problems = m_metadata->problemCount();
    m_tabs->setTabText(static_cast<int>(Page::Metadata),
                       problems > 0 ? tr("Metadata (%1)").arg(formatCount(problems)) : tr("Metadata"));
    refreshChanges();
    placeBar();
    Q_EMIT changed();
}

/// Where words are long, what can be had elsewhere goes before tabs do: undo and redo have keys and a menu, the count of
/// changes a tool tip. The filter becomes narrow first.
void PackageTab::placeBar()
{
    const auto widthOf = [](std::initializer_list<const QWidget *> widgets) {
        int sum = 0;
        for (const auto *widget : widgets)
            sum += widget ? widget->sizeHint().width() + metrics::space2 : 0;
        return sum;
    };
    int left = width() - widthOf({m_tabs, m_inspectorButton, m_discard, m_publishButton}) - leastFilter
        - metrics::space2 - metrics::space4;
    const auto take = [&left](int wanted) {
        const bool fits = wanted <= left;
        left -= fits ? wanted : 0;
        return fits;
    };
    m_filter->setMinimumWidth(take(usualFilter - leastFilter) ? usualFilter : leastFilter);
    if (m_changes)
        m_changes->setVisible(take(widthOf({m_changes})));
    const bool hasUndo = take(widthOf({m_undoButton, m_redoButton}));
    m_undoButton->setVisible(hasUndo);
    m_redoButton->setVisible(hasUndo);
}

QList<PackageProblem> PackageTab::problems() const { return packageProblems(*m_document, *m_preview); }

void PackageTab::goTo(const PackageProblem &problem)
{
    showPage(problem.field.isEmpty() ? Page::Files : Page::Metadata);
    if (!problem.field.isEmpty())
        m_metadata->focusField(problem.field);
    else if (problem.entry)
        m_files->showEntry(*problem.entry);
}

QString PackageTab::helpTopic() const
{
    if (m_document->published())
        return QStringLiteral("edit-published.md#window");
    if (isPublishShown() || page() == Page::Files)
        return QStringLiteral("first-publish.md#window");
    return page() == Page::Manifest ? QStringLiteral("index.md#words") : QStringLiteral("findings.md#config");
}

QString PackageTab::totalsText() const
{
    const auto snapshot = m_preview->snapshot();
    const auto layers = static_cast<int>(snapshot ? snapshot->plan.layers.size() : m_document->includedCount());
    auto text = tr("%n layer(s)", nullptr, layers) + QStringLiteral(" · ") + formatBytes(m_document->includedSize());
    if (const auto hashing = m_preview->hashAhead().progress())
        text = tr("%n file(s) still to hash", nullptr, static_cast<int>(hashing->filesLeft)) + QStringLiteral(" · ")
            + text;
    return text;
}

} // namespace modelcrate
