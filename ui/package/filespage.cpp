// SPDX-License-Identifier: Apache-2.0
#include "ui/package/filespage.h"

#include "operations/openfolder.h"
#include "ui/artifact/filelistmodel.h"
#include "ui/artifact/filelistview.h"
#include "ui/artifact/treemappanel.h"
#include "ui/jobs/jobrunner.h"
#include "ui/package/bundleoffer.h"
#include "ui/package/diskbar.h"
#include "ui/package/extensionoffer.h"
#include "ui/package/fileitems.h"
#include "ui/package/filesbanner.h"
#include "ui/package/filternote.h"
#include "ui/package/folderwatch.h"
#include "ui/package/metadatadetection.h"
#include "ui/package/packagedocument.h"
#include "ui/package/packageoptions.h"
#include "ui/package/planpreview.h"
#include "ui/package/publishedfiles.h"
#include "ui/package/whereabouts.h"
#include "ui/text/convert.h"
#include "ui/text/errortext.h"
#include "ui/text/kindtext.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/layerbar.h"
#include "ui/widgets/settings.h"
#include "ui/widgets/theme.h"

#include <algorithm>
#include <array>
#include <set>

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QSplitter>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

const QString viewStateKey = QStringLiteral("files/columns");
const QString treemapKey = QStringLiteral("files/treemap");

std::string_view folderOf(std::string_view path)
{
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

} // namespace

FilesPage::FilesPage(PackageDocument &document, PlanPreview &preview, Services &services, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_preview(preview),
      m_services(services)
{
    setObjectName(QStringLiteral("filesPage"));
    m_failureBar = new InfoBar(this);
    m_failureBar->setObjectName(QStringLiteral("rescanFailure"));
    m_failureBar->setDismissible(true);
    m_failureBar->hide();
    m_diskBar = new DiskBar(this);
    m_bundleOffer = new BundleOffer(document, preview, this);
    m_banner = new FilesBanner(this);
    m_offer = new ExtensionOffer(document, services.settings, this);
    m_layerBar = new LayerBar(this);
    m_layerBar->setObjectName(QStringLiteral("layerBar"));
    m_filterNote = new FilterNote(this);
    m_model = new FileListModel(services.jobs, this);
    m_view = new FileListView(*m_model, services.settings, viewStateKey, this);
    m_view->setObjectName(QStringLiteral("fileList"));
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);

    auto *barHolder = new QWidget(this);
    barHolder->setBackgroundRole(QPalette::Base);
    barHolder->setAutoFillBackground(true);
    auto *barLayout = new QVBoxLayout(barHolder);
    barLayout->setContentsMargins(metrics::space4, metrics::space3, metrics::space4, metrics::space3);
    barLayout->addWidget(m_layerBar);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (QWidget *part : std::initializer_list<QWidget *>{m_failureBar, m_diskBar, m_bundleOffer, m_banner, barHolder,
                                                          m_offer, m_filterNote})
        layout->addWidget(part);
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->setObjectName(QStringLiteral("treemapSplitter"));
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_view);
    layout->addWidget(m_splitter, 1);

    m_watch = new FolderWatch(document, services, this);
    m_whereabouts = new Whereabouts(preview, services, this);
    connect(m_whereabouts, &Whereabouts::changed, this, [this] {
        m_model->setTargetName(m_whereabouts->targetName());
        scheduleRefresh();
    });
    m_items = new FileItems({document, preview, *m_whereabouts, services.jobs, *m_model}, this);
    connect(m_items, &FileItems::treeChanged, this, &FilesPage::scheduleRefresh);
    m_detection = new MetadataDetection(document, services, this);
    makeActions();
    if (document.published())
        makePublishedActions();
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(0);
    connect(&m_refresh, &QTimer::timeout, this, &FilesPage::refresh);
    connect(&document, &PackageDocument::entriesChanged, this, &FilesPage::scheduleRefresh);
    connect(&document, &PackageDocument::factsChanged, this, &FilesPage::scheduleRefresh);
    connect(&preview, &PlanPreview::changed, this, &FilesPage::scheduleRefresh);
    connect(&preview.hashAhead(), &HashAhead::idle, this, &FilesPage::scheduleRefresh);
    connect(&services.settings, &Settings::changed, this, [this] { // sizes may be written in other units now
        scheduleRefresh();
        m_view->viewport()->update();
    });
    connect(m_diskBar, &DiskBar::rescanRequested, this, &FilesPage::rescan);
    connect(m_banner, &FilesBanner::reviewRequested, this, &FilesPage::reviewNext);
    connect(m_banner, &FilesBanner::leftOutToggled, m_showLeftOutAction, &QAction::toggle);
    connect(m_layerBar, &LayerBar::kindClicked, this, [this](LayerKind kind) {
        const auto wanted = QStringLiteral("layer:%1").arg(QLatin1String(toString(kind).data()));
        applyFilter(m_filter == wanted ? QString() : wanted);
    });
    connect(m_model, &FileListModel::rowsChanged, this, &FilesPage::refreshFilterNote);
    connect(m_view, &FileListView::selectedChanged, this, [this] {
        updateActions();
        if (isTreemapShown())
            m_treemap->setSelected(selectedEntries());
        Q_EMIT selectionChanged();
    });
    connect(m_view, &FileListView::includeRequested, this, &FilesPage::include);
    connect(m_view, &QWidget::customContextMenuRequested, this, &FilesPage::showContextMenu);
    connect(m_watch, &FolderWatch::newFilesChanged, this, &FilesPage::refreshDiskBar);
    scheduleRefresh();
    updateActions();
    if (services.settings.state(treemapKey) == QByteArrayLiteral("1"))
        setTreemapShown(true);
}

FilesPage::~FilesPage() = default;

QWidget *FilesPage::listWidget() const { return m_view; }

// --- actions ---------------------------------------------------------------------------------------------------------

QAction *FilesPage::addPageAction(const QString &text, const char *name, const QKeySequence &shortcut,
                                  void (FilesPage::*slot)())
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(shortcut);
    // The list has letters as shortcuts: they must not fire while somebody types into a field.
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, slot);
    addAction(action);
    return action;
}

void FilesPage::addSeparatorAction()
{
    auto *separator = new QAction(this);
    separator->setSeparator(true);
    addAction(separator);
}

void FilesPage::makeActions()
{
    m_kindMenu = new QMenu(tr("&Layer"), this);
    m_kindMenu->setObjectName(QStringLiteral("layerMenu"));
    for (const auto kind : allLayerKinds) {
        auto *action = m_kindMenu->addAction(layerIcon(kind), kindText(kind), this, [this, kind] { setKind(kind); });
        action->setObjectName(QStringLiteral("setLayer-%1").arg(QLatin1String(toString(kind).data())));
    }
    m_packagingMenu = new QMenu(tr("Packa&ging"), this);
    m_packagingMenu->setObjectName(QStringLiteral("packagingMenu"));
    m_packagingMenu->setToolTipsVisible(true);
    for (const auto encoding :
         {LayerEncoding::Raw, LayerEncoding::Tar, LayerEncoding::TarGzip, LayerEncoding::TarZstd}) {
        auto *action =
            m_packagingMenu->addAction(encodingText(encoding), this, [this, encoding] { setEncoding(encoding); });
        action->setObjectName(QStringLiteral("setPackaging-%1").arg(QLatin1String(toString(encoding).data())));
        if (encoding == LayerEncoding::TarGzip || encoding == LayerEncoding::TarZstd)
            action->setToolTip(tr("Weights hardly get smaller; raw is recommended for them"));
    }

    auto *kinds =
        addPageAction(tr("Choose the &Layer…"), "chooseLayer", QKeySequence(Qt::Key_L), &FilesPage::showKindMenu);
    addAction(m_packagingMenu->menuAction());
    auto *confirm = addPageAction(tr("&Confirm the Layer"), "confirmLayer", QKeySequence(Qt::CTRL | Qt::Key_Return),
                                  &FilesPage::confirmSelected);
    m_includeAction =
        addPageAction(tr("Lea&ve Out"), "toggleIncluded", QKeySequence(Qt::Key_Space), &FilesPage::toggleIncluded);
    addSeparatorAction();
    auto *bundle = addPageAction(tr("&Bundle into One Layer"), "bundle", QKeySequence(Qt::CTRL | Qt::Key_B),
                                 &FilesPage::bundleSelected);
    auto *unbundle = addPageAction(tr("&Take Out of the Bundle"), "unbundle",
                                   QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B), &FilesPage::unbundleSelected);
    addSeparatorAction();
    auto *same = addPageAction(tr("Select All with the Same &Extension"), "selectSameExtension",
                               QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), &FilesPage::selectSameExtension);
    addPageAction(tr("Go to the Next That &Needs a Look"), "reviewNext", QKeySequence(Qt::Key_F8),
                  &FilesPage::reviewNext);
    auto *copy = addPageAction(tr("Cop&y Path"), "copyPaths", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
                               &FilesPage::copyPaths);
    addSeparatorAction();
    m_showLeftOutAction = new QAction(tr("&Show Left-Out Files"), this);
    m_showLeftOutAction->setObjectName(QStringLiteral("showLeftOut"));
    m_showLeftOutAction->setCheckable(true);
    m_showLeftOutAction->setChecked(m_services.settings.state(QStringLiteral("files/showLeftOut"))
                                    != QByteArrayLiteral("0"));
    m_model->setShowLeftOut(m_showLeftOutAction->isChecked());
    connect(m_showLeftOutAction, &QAction::toggled, this, [this](bool show) {
        m_services.settings.setState(QStringLiteral("files/showLeftOut"),
                                     show ? QByteArrayLiteral("1") : QByteArrayLiteral("0"));
        m_model->setShowLeftOut(show);
        refreshBanner();
    });
    addAction(m_showLeftOutAction);
    auto *expand = new QAction(tr("E&xpand All Folders"), this);
    expand->setObjectName(QStringLiteral("expandAll"));
    connect(expand, &QAction::triggered, m_model, &FileListModel::expandAll);
    auto *collapse = new QAction(tr("C&ollapse All Folders"), this);
    collapse->setObjectName(QStringLiteral("collapseAll"));
    connect(collapse, &QAction::triggered, m_model, &FileListModel::collapseAll);
    addActions({expand, collapse});
    addSeparatorAction();
    m_rescanAction = addPageAction(tr("&Rescan the Folder"), "rescan", QKeySequence(Qt::Key_F5), &FilesPage::rescan);
    m_selectionActions = {kinds, m_packagingMenu->menuAction(), confirm, m_includeAction, bundle, unbundle, same, copy};
}

/// Layers that are published stay what they are: what would make others of them goes from the menus.
void FilesPage::makePublishedActions()
{
    const QStringList keep{QStringLiteral("selectSameExtension"), QStringLiteral("copyPaths"),
                           QStringLiteral("expandAll"), QStringLiteral("collapseAll")};
    const auto all = actions();
    for (auto *action : all) {
        if (!keep.contains(action->objectName())) {
            removeAction(action);
            action->setEnabled(false);
        }
    }
    m_selectionActions.clear();
    m_published = new PublishedFiles(
        m_document, m_services, [this] { return selectedEntries(); }, this);
    insertActions(actions().constFirst(), m_published->actions());
    connect(m_published, &PublishedFiles::failed, this, [this](const QString &title, const QString &text) {
        m_failureBar->clearActions();
        m_failureBar->setMessage(InfoBar::Kind::Danger, title, text);
        m_failureBar->show();
    });
}

void FilesPage::updateActions()
{
    if (m_published)
        return m_published->updateActions();
    const bool any = m_view->selectionModel()->hasSelection();
    for (auto *action : std::as_const(m_selectionActions))
        action->setEnabled(any);
    m_rescanAction->setEnabled(!m_rescanning);
    const auto current = m_view->currentIndex();
    const bool leftOut = current.isValid() && current.data(FileListModel::LeftOutRole).toBool();
    m_includeAction->setText(leftOut ? tr("&Include") : tr("Lea&ve Out"));
}

void FilesPage::showContextMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("filesContextMenu"));
    if (!m_published)
        menu->addMenu(m_kindMenu);
    const auto all = actions();
    for (auto *action : all) {
        if (action->objectName() != QLatin1String("chooseLayer"))
            menu->addAction(action);
    }
    m_kindMenu->menuAction()->setEnabled(m_view->selectionModel()->hasSelection());
    menu->popup(m_view->viewport()->mapToGlobal(at));
}

void FilesPage::showKindMenu()
{
    const auto entries = selectedEntries();
    if (entries.empty())
        return;
    // The kind that all have is marked, so that the menu also says how things are.
    const auto &states = *m_document.state().states;
    const auto first = states[entries.front()].kind;
    const bool same =
        std::all_of(entries.begin(), entries.end(), [&](std::size_t entry) { return states[entry].kind == first; });
    const auto kinds = m_kindMenu->actions();
    for (qsizetype i = 0; i < kinds.size(); ++i) {
        if (same && allLayerKinds[static_cast<std::size_t>(i)] == first)
            m_kindMenu->setActiveAction(kinds[i]);
    }
    const auto row = m_view->visualRect(m_view->currentIndex().siblingAtColumn(static_cast<int>(FileColumn::Layer)));
    const auto corner = row.isValid() ? row.bottomLeft() : QPoint(metrics::space5, metrics::space5);
    m_kindMenu->popup(m_view->viewport()->mapToGlobal(corner));
}

// --- what is shown ---------------------------------------------------------------------------------------------------

void FilesPage::scheduleRefresh()
{
    if (!m_refresh.isActive())
        m_refresh.start();
}

void FilesPage::refresh()
{
    m_items->refresh();
    refreshTreemap();
    refreshLayerBar();
    refreshBanner();
    refreshDiskBar();
    m_bundleOffer->refresh();
    m_items->refreshHashing();
    updateActions();
}

// --- treemap ---------------------------------------------------------------------------------------------------------

void FilesPage::makeTreemap()
{
    m_treemap = new TreemapPanel(m_services.jobs);
    m_splitter->addWidget(m_treemap);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    connect(m_treemap, &TreemapPanel::closed, this, [this] {
        setTreemapShown(false);
        m_view->setFocus();
    });
    connect(m_treemap, &TreemapPanel::entryChosen, this, [this](std::size_t entry) {
        if (entry < m_document.state().size())
            showEntry(entry);
    });
    connect(m_treemap, &TreemapPanel::filterChosen, this, &FilesPage::applyFilter);
}

void FilesPage::setTreemapShown(bool shown)
{
    if (shown && !m_treemap)
        makeTreemap();
    if (!m_treemap)
        return;
    m_treemap->setVisible(shown);
    m_services.settings.setState(treemapKey, shown ? QByteArrayLiteral("1") : QByteArrayLiteral("0"));
    refreshTreemap();
}

bool FilesPage::isTreemapShown() const { return m_treemap && !m_treemap->isHidden(); }

void FilesPage::refreshTreemap()
{
    // The items are of the tree that was made last, which the list may not show yet.
    if (isTreemapShown() && m_items->isReady()) {
        m_treemap->setFiles(m_model->tree(), m_items->items());
        m_treemap->setSelected(selectedEntries());
    }
}

void FilesPage::setTarget(std::shared_ptr<const TargetHolds> target) { m_whereabouts->setTarget(std::move(target)); }

void FilesPage::refreshLayerBar()
{
    QList<LayerTotal> totals;
    for (const auto kind : allLayerKinds) {
        const auto &files = m_document.summary().kinds[static_cast<std::size_t>(kind)];
        totals.append({kind, files.bytes, static_cast<std::int64_t>(files.files)});
    }
    m_layerBar->setTotals(totals);
    std::optional<LayerKind> active;
    for (const auto kind : allLayerKinds) {
        if (m_filter == QStringLiteral("layer:%1").arg(QLatin1String(toString(kind).data())))
            active = kind;
    }
    m_layerBar->setActiveKind(active);
}

void FilesPage::refreshBanner() { m_banner->refresh(m_document, m_model->showsLeftOut()); }

void FilesPage::refreshDiskBar() { m_diskBar->refresh(m_document, m_watch->newFiles()); }

// --- filter ----------------------------------------------------------------------------------------------------------

void FilesPage::setFilter(const QString &text)
{
    if (text == m_filter)
        return;
    m_filter = text;
    auto parsed = FileFilter::parse(text);
    if (auto *filter = std::get_if<FileFilter>(&parsed)) {
        m_filterProblem.reset();
        m_model->setFilter(std::move(*filter));
    } else {
        m_filterProblem = std::get<FileFilter::Problem>(parsed);
    }
    refreshFilterNote();
    refreshLayerBar();
}

void FilesPage::applyFilter(const QString &text)
{
    setFilter(text);
    Q_EMIT filterChanged(text);
}

void FilesPage::refreshFilterNote() { m_filterNote->refresh(m_filter, m_filterProblem, *m_model->rows()); }

// --- selection -------------------------------------------------------------------------------------------------------

std::vector<std::size_t> FilesPage::selectedEntries() const
{
    auto entries = m_view->selectedEntries();
    // Rows of a tree that is replaced right now may know more entries than the document.
    while (!entries.empty() && entries.back() >= m_document.state().size())
        entries.pop_back();
    return entries;
}

void FilesPage::selectEntries(const std::vector<std::size_t> &entries) { m_view->selectEntries(entries); }

void FilesPage::showEntry(std::size_t entry)
{
    if (m_model->rows()->filtered)
        applyFilter({});
    m_view->showEntry(entry);
}

void FilesPage::selectSameExtension()
{
    const auto selected = selectedEntries();
    std::set<std::string_view> extensions;
    for (const auto entry : selected)
        extensions.insert(extensionOf(m_document.state().entry(entry).path));
    Entries all;
    for (std::size_t i = 0; i < m_document.state().size(); ++i) {
        if (extensions.contains(extensionOf(m_document.state().entry(i).path)))
            all.push_back(i);
    }
    m_view->selectEntries(all);
}

void FilesPage::reviewNext()
{
    const auto waiting = m_document.needingALook();
    if (waiting.empty())
        return;
    // One after the other, round and round, in the order of the package.
    const auto next =
        std::find_if(waiting.begin(), waiting.end(), [this](std::size_t entry) { return entry + 1 > m_reviewed; });
    const auto entry = next == waiting.end() ? waiting.front() : *next;
    m_reviewed = entry + 1;
    showEntry(entry);
    m_view->setFocus();
}

void FilesPage::copyPaths()
{
    QStringList paths;
    for (const auto entry : selectedEntries())
        paths.append(toQString(m_document.state().entry(entry).path));
    QGuiApplication::clipboard()->setText(paths.join(QLatin1Char('\n')));
}

// --- edits -----------------------------------------------------------------------------------------------------------

void FilesPage::setKind(LayerKind kind)
{
    const auto entries = selectedEntries();
    if (entries.empty())
        return;
    m_document.setKind(entries, kind);
    m_offer->kindWasSet(entries, kind);
}

void FilesPage::setEncoding(LayerEncoding encoding)
{
    const auto entries = selectedEntries();
    if (entries.empty())
        return;
    m_document.setEncoding(entries, encoding);
    m_offer->encodingWasSet(entries, encoding);
}

void FilesPage::toggleIncluded()
{
    const auto entries = selectedEntries();
    std::vector<std::string> paths;
    const auto tree = m_model->rows()->tree;
    for (const auto index : m_view->selectedExcluded()) {
        if (const auto &excluded = tree->excluded()[index]; canBeIncluded(excluded.reason))
            paths.push_back(excluded.path);
    }
    if (!paths.empty())
        includeLeftOut(std::move(paths));
    if (entries.empty())
        return;
    // One that is in decides: Space on a mixed selection leaves all out, once more takes all in.
    const auto &states = *m_document.state().states;
    const bool include =
        std::none_of(entries.begin(), entries.end(), [&](std::size_t entry) { return states[entry].included; });
    m_document.setIncluded(entries, include);
    m_offer->inclusionWasSet(entries, include);
}

void FilesPage::include(const QModelIndex &row)
{
    const auto rows = m_model->rows();
    const auto &node = rows->tree->nodes()[row.data(FileListModel::NodeRole).toUInt()];
    if (node.excluded != FileTree::none) {
        includeLeftOut({rows->tree->excluded()[node.excluded].path});
        return;
    }
    Entries entries;
    rows->appendEntries(static_cast<std::size_t>(row.row()), entries);
    m_document.setIncluded(entries, true);
}

void FilesPage::confirmSelected() { m_document.confirm(selectedEntries()); }

void FilesPage::bundleSelected()
{
    const auto entries = selectedEntries();
    if (entries.empty())
        return;
    // Named after the folder that all have in common, which is where its layer stands in the artifact.
    std::string_view common = folderOf(m_document.state().entry(entries.front()).path);
    for (const auto entry : entries) {
        const auto &path = m_document.state().entry(entry).path;
        while (!common.empty()
               && !(path.size() > common.size() && path.compare(0, common.size(), common) == 0
                    && path[common.size()] == '/'))
            common = folderOf(common);
    }
    m_document.setBundle(entries, common.empty() ? "files" : std::string(common));
}

void FilesPage::unbundleSelected() { m_document.setBundle(selectedEntries(), {}); }

// --- rescan ----------------------------------------------------------------------------------------------------------

void FilesPage::rescan() { startRescan({}); }

void FilesPage::includeLeftOut(std::vector<std::string> paths) { startRescan(std::move(paths)); }

void FilesPage::startRescan(std::vector<std::string> include)
{
    if (m_rescanning)
        return;
    m_rescanning = true;
    m_failureBar->hide();
    updateActions();
    auto options = packageOptions(m_services.settings);
    options.scan.include = std::move(include);
    m_services.jobs.run<OpenedPackage>(
        this,
        [state = m_document.state(), options](const TaskContext &context) {
            return modelcrate::rescan(state.toPackage(), options, context);
        },
        [this](Result<OpenedPackage> opened) { takeRescan(std::move(opened)); });
}

void FilesPage::takeRescan(Result<OpenedPackage> opened)
{
    m_rescanning = false;
    if (opened) {
        m_document.applyRescan(std::move(*opened));
    } else if (!opened.error().isStop()) {
        m_failureBar->clearActions();
        m_failureBar->setError(errorText(opened.error()));
        m_failureBar->addAction(tr("Retry"), QStringLiteral("retryRescan"), [this] { rescan(); });
        m_failureBar->show();
    }
    updateActions();
}

} // namespace modelcrate

#include "moc_filespage.cpp"
