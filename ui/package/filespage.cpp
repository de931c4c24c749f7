// SPDX-License-Identifier: Apache-2.0
#include "ui/package/filespage.h"

#include "ui/artifact/filelistmodel.h"
#include "ui/artifact/filelistview.h"
#include "ui/artifact/treemappanel.h"
#include "ui/package/bundleoffer.h"
#include "ui/package/diskbar.h"
#include "ui/package/extensionoffer.h"
#include "ui/package/fileactions.h"
#include "ui/package/fileitems.h"
#include "ui/package/filesbanner.h"
#include "ui/package/filternote.h"
#include "ui/package/folderrescan.h"
#include "ui/package/folderwatch.h"
#include "ui/package/metadatadetection.h"
#include "ui/package/packagedocument.h"
#include "ui/package/planpreview.h"
#include "ui/package/publishedfiles.h"
#include "ui/package/whereabouts.h"
#include "ui/text/errortext.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/layerbar.h"
#include "ui/widgets/settings.h"
#include "ui/widgets/theme.h"

#include <utility>

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QSplitter>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

const QString viewStateKey = QStringLiteral("files/columns");
const QString treemapKey = QStringLiteral("files/treemap");

/// What shows the files of a layer's kind and no others.
QString filterOf(LayerKind kind) { return QStringLiteral("layer:%1").arg(QLatin1String(toString(kind).data())); }

/// What a control takes without a modifier: a sign, or a key that edits or moves. Escape and F keys are nobody's own.
bool isBareKey(const QKeyEvent &event)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    const int key = event.key();
    return key < Qt::Key_Escape || (key >= Qt::Key_Backspace && key <= Qt::Key_PageDown);
}

} // namespace

FilesPage::FilesPage(PackageDocument &document, PlanPreview &preview, Services &services, QWidget *parent)
    : QWidget(parent),
      m_document(document),
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

    layOut();
    m_watch = new FolderWatch(document, services, this);
    m_rescan = new FolderRescan(document, services, this);
    m_whereabouts = new Whereabouts(preview, services, this);
    m_items = new FileItems({document, preview, *m_whereabouts, services.jobs, *m_model}, this);
    m_detection = new MetadataDetection(document, services, this);
    makeActions();
    followWhatIsShown(preview);
    followParts();
    scheduleRefresh();
    if (services.settings.state(treemapKey) == QByteArrayLiteral("1"))
        setTreemapShown(true);
}

FilesPage::~FilesPage() = default;

void FilesPage::layOut()
{
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
}

/// What is shown is of these, and is made anew some time after they change.
void FilesPage::followWhatIsShown(PlanPreview &preview)
{
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(0);
    connect(&m_refresh, &QTimer::timeout, this, &FilesPage::refresh);
    connect(&m_document, &PackageDocument::entriesChanged, this, &FilesPage::scheduleRefresh);
    connect(&m_document, &PackageDocument::factsChanged, this, &FilesPage::scheduleRefresh);
    connect(&preview, &PlanPreview::changed, this, &FilesPage::scheduleRefresh);
    connect(&preview.hashAhead(), &HashAhead::idle, this, &FilesPage::scheduleRefresh);
    connect(&m_services.settings, &Settings::changed, this, [this] { // sizes may be written in other units now
        scheduleRefresh();
        m_view->viewport()->update();
    });
    connect(m_whereabouts, &Whereabouts::changed, this, [this] {
        m_model->setTargetName(m_whereabouts->targetName());
        scheduleRefresh();
    });
    connect(m_items, &FileItems::treeChanged, this, &FilesPage::scheduleRefresh);
}

void FilesPage::followParts()
{
    connect(m_rescan, &FolderRescan::failed, this, &FilesPage::showFailedRescan);
    connect(m_rescan, &FolderRescan::runningChanged, this, [this] {
        if (m_rescan->isRunning())
            m_failureBar->hide();
    });
    connect(m_diskBar, &DiskBar::rescanRequested, this, &FilesPage::rescan);
    connect(m_banner, &FilesBanner::reviewRequested, m_actions, &FileActions::reviewNext);
    connect(m_banner, &FilesBanner::leftOutToggled, m_actions->showLeftOut(), &QAction::toggle);
    connect(m_layerBar, &LayerBar::kindClicked, this, [this](LayerKind kind) {
        const auto wanted = filterOf(kind);
        applyFilter(m_filter == wanted ? QString() : wanted);
    });
    connect(m_model, &FileListModel::rowsChanged, this, &FilesPage::refreshFilterNote);
    connect(m_view, &FileListView::selectedChanged, this, [this] {
        updateActions();
        if (isTreemapShown())
            m_treemap->setSelected(selectedEntries());
        Q_EMIT selectionChanged();
    });
    connect(m_view, &QWidget::customContextMenuRequested, this, &FilesPage::showContextMenu);
    connect(m_watch, &FolderWatch::newFilesChanged, this, &FilesPage::refreshDiskBar);
}

QMenu *FilesPage::kindMenu() const { return m_actions->kindMenu(); }

QWidget *FilesPage::listWidget() const { return m_view; }

// --- actions ---------------------------------------------------------------------------------------------------------

void FilesPage::makeActions()
{
    m_actions = new FileActions({.document = m_document,
                                 .settings = m_services.settings,
                                 .model = *m_model,
                                 .view = *m_view,
                                 .rescan = *m_rescan,
                                 .offer = *m_offer,
                                 .selected = [this] { return selectedEntries(); }},
                                this);
    connect(m_actions, &FileActions::entryWanted, this, &FilesPage::showEntry);
    connect(m_actions->showLeftOut(), &QAction::toggled, this, &FilesPage::refreshBanner);
    if (m_document.published()) {
        m_published = new PublishedFiles(
            m_document, m_services, [this] { return selectedEntries(); }, this);
        connect(m_published, &PublishedFiles::failed, this, [this](const QString &title, const QString &text) {
            m_failureBar->clearActions();
            m_failureBar->setMessage(InfoBar::Kind::Danger, title, text);
            m_failureBar->show();
        });
        addActions(m_published->actions());
    }
    addActions(m_actions->actions());
}

bool FilesPage::event(QEvent *event)
{
    // Asked before any shortcut, of what has the focus and then of its parents. An action knows only the page as the
    // place of its keys, whichever they are; so it is here that Space presses a button and leaves no file out.
    if (event->type() == QEvent::ShortcutOverride && isBareKey(static_cast<QKeyEvent &>(*event))) {
        const auto *focus = QApplication::focusWidget();
        if (focus != m_view && focus != m_view->viewport()) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void FilesPage::updateActions()
{
    m_actions->refresh();
    if (m_published)
        m_published->updateActions();
}

void FilesPage::showContextMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("filesContextMenu"));
    if (!m_published)
        menu->addMenu(kindMenu());
    const auto all = actions();
    for (auto *action : all) {
        if (action->objectName() != QLatin1String("chooseLayer"))
            menu->addAction(action);
    }
    kindMenu()->menuAction()->setEnabled(m_view->selectionModel()->hasSelection());
    menu->popup(m_view->viewport()->mapToGlobal(at));
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
        if (m_filter == filterOf(kind))
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

// --- rescan ----------------------------------------------------------------------------------------------------------

void FilesPage::rescan() { m_rescan->start(); }

void FilesPage::showFailedRescan(const Error &error)
{
    m_failureBar->clearActions();
    m_failureBar->setError(errorText(error));
    m_failureBar->addAction(tr("Retry"), QStringLiteral("retryRescan"), [this] { m_rescan->retry(); });
    m_failureBar->show();
}

} // namespace modelcrate

#include "moc_filespage.cpp"
