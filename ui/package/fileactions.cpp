// SPDX-License-Identifier: Apache-2.0
#include "ui/package/fileactions.h"

#include "ui/artifact/filelistmodel.h"
#include "ui/artifact/filelistview.h"
#include "ui/package/extensionoffer.h"
#include "ui/package/folderrescan.h"
#include "ui/package/packagedocument.h"
#include "ui/text/convert.h"
#include "ui/text/kindtext.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/settings.h"
#include "ui/widgets/theme.h"

#include <algorithm>
#include <set>
#include <utility>

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeySequence>
#include <QMenu>

namespace modelcrate {

namespace {

const QString showLeftOutKey = QStringLiteral("files/showLeftOut");

std::string_view folderOf(std::string_view path)
{
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

} // namespace

FileActions::FileActions(const Parts &parts, QWidget *page) : QObject(page), m_parts(parts)
{
    makeKindMenu(page);
    makePackagingMenu(page);
    makeActions();
    if (parts.document.published())
        keepWaysThroughTheList();
    connect(&parts.view, &FileListView::includeRequested, this, &FileActions::include);
    connect(&parts.rescan, &FolderRescan::runningChanged, this, &FileActions::refresh);
    refresh();
}

void FileActions::makeKindMenu(QWidget *page)
{
    m_kindMenu = new QMenu(tr("&Layer"), page);
    m_kindMenu->setObjectName(QStringLiteral("layerMenu"));
    for (const auto kind : allLayerKinds) {
        auto *action = m_kindMenu->addAction(layerIcon(kind), kindText(kind), this, [this, kind] { setKind(kind); });
        action->setObjectName(QStringLiteral("setLayer-%1").arg(QLatin1String(toString(kind).data())));
    }
}

void FileActions::makePackagingMenu(QWidget *page)
{
    m_packagingMenu = new QMenu(tr("Packa&ging"), page);
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
}

void FileActions::makeActions()
{
    auto *kinds = add(tr("Choose the &Layer…"), "chooseLayer", QKeySequence(Qt::Key_L), &FileActions::showKindMenu);
    m_actions.append(m_packagingMenu->menuAction());
    auto *confirm =
        add(tr("&Confirm the Layer"), "confirmLayer", QKeySequence(Qt::CTRL | Qt::Key_Return), &FileActions::confirm);
    m_toggleIncluded =
        add(tr("Lea&ve Out"), "toggleIncluded", QKeySequence(Qt::Key_Space), &FileActions::toggleIncluded);
    addSeparator();
    auto *bundle =
        add(tr("&Bundle into One Layer"), "bundle", QKeySequence(Qt::CTRL | Qt::Key_B), &FileActions::bundle);
    auto *unbundle = add(tr("&Take Out of the Bundle"), "unbundle", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B),
                         &FileActions::unbundle);
    addSeparator();
    auto *same = add(tr("Select All with the Same &Extension"), "selectSameExtension",
                     QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), &FileActions::selectSameExtension);
    add(tr("Go to the Next That &Needs a Look"), "reviewNext", QKeySequence(Qt::Key_F8), &FileActions::reviewNext);
    auto *copy =
        add(tr("Cop&y Path"), "copyPaths", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), &FileActions::copyPaths);
    addSeparator();
    makeListActions();
    addSeparator();
    m_rescan = add(tr("&Rescan the Folder"), "rescan", QKeySequence(Qt::Key_F5), &FileActions::rescan);
    m_ofSelection = {kinds, m_packagingMenu->menuAction(), confirm, m_toggleIncluded, bundle, unbundle, same, copy};
    // Whatever keys the user chooses: none of them acts on a list that is not seen.
    for (auto *action : m_actions + m_packagingMenu->actions())
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
}

void FileActions::makeListActions()
{
    m_showLeftOut = new QAction(tr("&Show Left-Out Files"), this);
    m_showLeftOut->setObjectName(QStringLiteral("showLeftOut"));
    m_showLeftOut->setCheckable(true);
    m_showLeftOut->setChecked(m_parts.settings.state(showLeftOutKey) != QByteArrayLiteral("0"));
    m_parts.model.setShowLeftOut(m_showLeftOut->isChecked());
    connect(m_showLeftOut, &QAction::toggled, this, [this](bool show) {
        m_parts.settings.setState(showLeftOutKey, show ? QByteArrayLiteral("1") : QByteArrayLiteral("0"));
        m_parts.model.setShowLeftOut(show);
    });
    auto *expand = new QAction(tr("E&xpand All Folders"), this);
    expand->setObjectName(QStringLiteral("expandAll"));
    connect(expand, &QAction::triggered, &m_parts.model, &FileListModel::expandAll);
    auto *collapse = new QAction(tr("C&ollapse All Folders"), this);
    collapse->setObjectName(QStringLiteral("collapseAll"));
    connect(collapse, &QAction::triggered, &m_parts.model, &FileListModel::collapseAll);
    m_actions << m_showLeftOut << expand << collapse;
}

void FileActions::keepWaysThroughTheList()
{
    const QStringList keep{QStringLiteral("selectSameExtension"), QStringLiteral("copyPaths"),
                           QStringLiteral("expandAll"), QStringLiteral("collapseAll")};
    const auto all = std::exchange(m_actions, {});
    for (auto *action : all) {
        if (keep.contains(action->objectName()))
            m_actions.append(action);
        else
            action->setEnabled(false);
    }
}

QAction *FileActions::add(const QString &text, const char *name, const QKeySequence &shortcut,
                          void (FileActions::*slot)())
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(shortcut);
    connect(action, &QAction::triggered, this, slot);
    m_actions.append(action);
    return action;
}

void FileActions::addSeparator()
{
    auto *separator = new QAction(this);
    separator->setSeparator(true);
    m_actions.append(separator);
}

void FileActions::refresh()
{
    // What is left of an edited artifact's actions needs no selection.
    if (m_parts.document.published())
        return;
    const bool isAnySelected = m_parts.view.selectionModel()->hasSelection();
    for (auto *action : std::as_const(m_ofSelection))
        action->setEnabled(isAnySelected);
    m_rescan->setEnabled(!m_parts.rescan.isRunning());
    const auto current = m_parts.view.currentIndex();
    const bool isLeftOut = current.isValid() && current.data(FileListModel::LeftOutRole).toBool();
    m_toggleIncluded->setText(isLeftOut ? tr("&Include") : tr("Lea&ve Out"));
}

// --- edits -----------------------------------------------------------------------------------------------------------

void FileActions::showKindMenu()
{
    const auto entries = m_parts.selected();
    if (entries.empty())
        return;
    // The kind that all have is marked, so that the menu also says how things are.
    const auto &states = *m_parts.document.state().states;
    const auto first = states[entries.front()].kind;
    const bool isCommon =
        std::all_of(entries.begin(), entries.end(), [&](std::size_t entry) { return states[entry].kind == first; });
    const auto kinds = m_kindMenu->actions();
    for (qsizetype i = 0; i < kinds.size(); ++i) {
        if (isCommon && allLayerKinds[static_cast<std::size_t>(i)] == first)
            m_kindMenu->setActiveAction(kinds[i]);
    }
    const auto &view = m_parts.view;
    const auto row = view.visualRect(view.currentIndex().siblingAtColumn(static_cast<int>(FileColumn::Layer)));
    const auto corner = row.isValid() ? row.bottomLeft() : QPoint(metrics::space5, metrics::space5);
    m_kindMenu->popup(view.viewport()->mapToGlobal(corner));
}

void FileActions::setKind(LayerKind kind)
{
    const auto entries = m_parts.selected();
    if (entries.empty())
        return;
    m_parts.document.setKind(entries, kind);
    m_parts.offer.kindWasSet(entries, kind);
}

void FileActions::setEncoding(LayerEncoding encoding)
{
    const auto entries = m_parts.selected();
    if (entries.empty())
        return;
    m_parts.document.setEncoding(entries, encoding);
    m_parts.offer.encodingWasSet(entries, encoding);
}

void FileActions::toggleIncluded()
{
    const auto entries = m_parts.selected();
    std::vector<std::string> paths;
    const auto tree = m_parts.model.rows()->tree;
    for (const auto index : m_parts.view.selectedExcluded()) {
        if (const auto &excluded = tree->excluded()[index]; canBeIncluded(excluded.reason))
            paths.push_back(excluded.path);
    }
    if (!paths.empty())
        m_parts.rescan.start(std::move(paths));
    if (entries.empty())
        return;
    // One that is in decides: Space on a mixed selection leaves all out, once more takes all in.
    const auto &states = *m_parts.document.state().states;
    const bool include =
        std::none_of(entries.begin(), entries.end(), [&](std::size_t entry) { return states[entry].included; });
    m_parts.document.setIncluded(entries, include);
    m_parts.offer.inclusionWasSet(entries, include);
}

void FileActions::include(const QModelIndex &row)
{
    const auto rows = m_parts.model.rows();
    const auto &node = rows->tree->nodes()[row.data(FileListModel::NodeRole).toUInt()];
    if (node.excluded != FileTree::none) {
        m_parts.rescan.start({rows->tree->excluded()[node.excluded].path});
        return;
    }
    Entries entries;
    rows->appendEntries(static_cast<std::size_t>(row.row()), entries);
    m_parts.document.setIncluded(entries, true);
}

void FileActions::confirm() { m_parts.document.confirm(m_parts.selected()); }

void FileActions::bundle()
{
    const auto entries = m_parts.selected();
    if (entries.empty())
        return;
    // Named after the folder that all have in common, which is where its layer stands in the artifact.
    const auto &state = m_parts.document.state();
    std::string_view common = folderOf(state.entry(entries.front()).path);
    for (const auto entry : entries) {
        const auto &path = state.entry(entry).path;
        while (!common.empty()
               && !(path.size() > common.size() && path.compare(0, common.size(), common) == 0
                    && path[common.size()] == '/'))
            common = folderOf(common);
    }
    m_parts.document.setBundle(entries, common.empty() ? "files" : std::string(common));
}

void FileActions::unbundle() { m_parts.document.setBundle(m_parts.selected(), {}); }

void FileActions::rescan() { m_parts.rescan.start(); }

// --- ways through the list -------------------------------------------------------------------------------------------

void FileActions::selectSameExtension()
{
    const auto &state = m_parts.document.state();
    std::set<std::string_view> extensions;
    for (const auto entry : m_parts.selected())
        extensions.insert(extensionOf(state.entry(entry).path));
    Entries all;
    for (std::size_t i = 0; i < state.size(); ++i) {
        if (extensions.contains(extensionOf(state.entry(i).path)))
            all.push_back(i);
    }
    m_parts.view.selectEntries(all);
}

void FileActions::reviewNext()
{
    const auto waiting = m_parts.document.needingALook();
    if (waiting.empty())
        return;
    const auto next =
        std::find_if(waiting.begin(), waiting.end(), [this](std::size_t entry) { return entry + 1 > m_reviewed; });
    const auto entry = next == waiting.end() ? waiting.front() : *next;
    m_reviewed = entry + 1;
    Q_EMIT entryWanted(entry);
    m_parts.view.setFocus();
}

void FileActions::copyPaths()
{
    QStringList paths;
    for (const auto entry : m_parts.selected())
        paths.append(toQString(m_parts.document.state().entry(entry).path));
    QGuiApplication::clipboard()->setText(paths.join(QLatin1Char('\n')));
}

} // namespace modelcrate

#include "moc_fileactions.cpp"
