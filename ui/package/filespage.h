// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/filefilter.h"
#include "ui/artifact/services.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include <QTimer>
#include <QWidget>

class QMenu;
class QSplitter;

namespace modelcrate {

class BundleOffer;
class DiskBar;
class Error;
class ExtensionOffer;
class FileActions;
class FileItems;
class FileListModel;
class FileListView;
class FilesBanner;
class FilterNote;
class FolderRescan;
class FolderWatch;
class InfoBar;
class LayerBar;
class MetadataDetection;
class PackageDocument;
class PlanPreview;
class PublishedFiles;
class TreemapPanel;
class Whereabouts;
struct TargetHolds;

/// The files of a package: what the scan found in one sentence, bytes by layer, what can be offered, the list with its
/// filter, its treemap and its actions. Puts the parts together and gathers what they are refreshed for; what each of
/// them does stands in its header. Shortcuts of the actions hold within the page, bare keys (Space, letters) only in
/// the list: elsewhere they press what has the focus. GUI thread.
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
    QMenu *kindMenu() const; ///< "Layer" with its kinds, to be popped up or put into a menu
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

protected:
    bool event(QEvent *event) override;

private:
    void layOut();
    void makeActions();
    void followWhatIsShown(PlanPreview &preview);
    void followParts();
    void showContextMenu(const QPoint &at);
    void updateActions();

    // What is shown. Changes are gathered: much of it goes over all files.
    void scheduleRefresh();
    void refresh();
    void refreshLayerBar();
    void refreshBanner();
    void refreshDiskBar();
    void refreshTreemap();
    void makeTreemap();
    void refreshFilterNote();
    void applyFilter(const QString &text); ///< the page's own
    void showFailedRescan(const Error &error);

    PackageDocument &m_document;
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
    FolderRescan *m_rescan;
    FolderWatch *m_watch;
    FileActions *m_actions;
    MetadataDetection *m_detection; ///< keeps the metadata of the weights that are in
    PublishedFiles *m_published = nullptr;
    QTimer m_refresh;
    QString m_filter;
    std::optional<FileFilter::Problem> m_filterProblem;
};

} // namespace modelcrate
