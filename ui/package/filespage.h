// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelpack/package.h"
#include "ui/artifact/filefilter.h"
#include "ui/artifact/filelist.h"
#include "ui/artifact/services.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <QList>
#include <QPointer>
#include <QTimer>
#include <QWidget>

class QAction;
class QMenu;
class QSplitter;

namespace modelcrate {

class BundleOffer;
class DiskBar;
class ExtensionOffer;
class FileItems;
class FileListModel;
class FileListView;
class FilesBanner;
class FilterNote;
class FolderWatch;
class InfoBar;
class LayerBar;
class MetadataDetection;
class PackageDocument;
class PlanPreview;
class PublishedFiles;
class TreemapPanel;
class Whereabouts;
struct OpenedPackage;
struct TargetHolds;

/// The files of a package: what the scan found in one sentence, bytes by layer, the list, and every edit of entries by
/// keyboard, menu and context menu. Edits of the selection are one undo step, also of a hundred thousand files.
class FilesPage : public QWidget {
    Q_OBJECT

public:
    FilesPage(PackageDocument &document, PlanPreview &preview, Services &services, QWidget *parent = nullptr);
    ~FilesPage() override;

    /// Text of the filter field. A mistake in it is pointed at, and the list stays as it was.
    void setFilter(const QString &text);
    QString filter() const { return m_filter; }
    /// Each once, in order.
    std::vector<std::size_t> selectedEntries() const;
    void selectEntries(const std::vector<std::size_t> &entries);
    /// Opens the folders on the way to it, scrolls there and makes it current.
    void showEntry(std::size_t entry);
    // actions() of QWidget are those of the Package menu; separators between groups.
    /// "Layer" with its kinds, to be popped up or put into a menu; likewise "Packaging".
    QMenu *kindMenu() const { return m_kindMenu; }
    QMenu *packagingMenu() const { return m_packagingMenu; }
    QWidget *listWidget() const;
    /// What a target of a publish said it has, for the column Where.
    void setTarget(std::shared_ptr<const TargetHolds> target);
    /// The files as areas below the list. Remembered.
    void setTreemapShown(bool shown);
    bool isTreemapShown() const;
    /// What replaces files of a published artifact; null for a folder.
    PublishedFiles *publishedFiles() const { return m_published; }

public Q_SLOTS:
    void rescan();

Q_SIGNALS:
    void selectionChanged();
    /// The page set its filter itself (a click on a layer, Review): for the filter field.
    void filterChanged(const QString &text);

private:
    using Entries = std::vector<std::size_t>;

    void makeActions();
    void makePublishedActions();
    QAction *addPageAction(const QString &text, const char *name, const QKeySequence &shortcut,
                           void (FilesPage::*slot)());
    void addSeparatorAction();
    void showContextMenu(const QPoint &at);

    // What the list shows.
    void scheduleRefresh();
    void refresh();
    void refreshTreemap();
    void makeTreemap();
    void refreshBanner();
    void refreshLayerBar();
    void refreshDiskBar();
    void refreshFilterNote();
    void updateActions();
    void applyFilter(const QString &text);

    // Acts on the selection.
    void setKind(LayerKind kind);
    void setEncoding(LayerEncoding encoding);
    void toggleIncluded();
    void include(const QModelIndex &row);
    void confirmSelected();
    void bundleSelected();
    void unbundleSelected();
    void selectSameExtension();
    void showKindMenu();
    void reviewNext();
    void copyPaths();
    void includeLeftOut(std::vector<std::string> paths);
    void startRescan(std::vector<std::string> include);
    void takeRescan(Result<OpenedPackage> opened);

    PackageDocument &m_document;
    PlanPreview &m_preview;
    Services &m_services;
    FilesBanner *m_banner;
    DiskBar *m_diskBar;
    BundleOffer *m_bundleOffer;
    ExtensionOffer *m_offer;
    InfoBar *m_failureBar;
    LayerBar *m_layerBar;
    FilterNote *m_filterNote;
    FileListModel *m_model;
    FileListView *m_view;
    QSplitter *m_splitter; ///< the list, and the treemap below it once it was wanted
    TreemapPanel *m_treemap = nullptr;
    Whereabouts *m_whereabouts;
    FileItems *m_items;
    FolderWatch *m_watch;
    MetadataDetection *m_detection; ///< keeps the metadata of the weights that are in
    PublishedFiles *m_published = nullptr;
    QMenu *m_kindMenu = nullptr;
    QMenu *m_packagingMenu = nullptr;
    QAction *m_includeAction = nullptr;
    QAction *m_showLeftOutAction = nullptr;
    QAction *m_rescanAction = nullptr;
    QList<QAction *> m_selectionActions; ///< need a selection
    QTimer m_refresh;
    QString m_filter;
    std::optional<FileFilter::Problem> m_filterProblem;
    bool m_rescanning = false;
    std::size_t m_reviewed = 0;
};

} // namespace modelcrate
