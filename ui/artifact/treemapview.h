// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/treemap.h"
#include "ui/jobs/jobrunner.h"

#include <memory>
#include <vector>

#include <QAbstractScrollArea>
#include <QPixmap>
#include <QPointer>

namespace modelcrate {

/// A Treemap to look at and to choose files in: by a click, or by the arrow keys and Enter. + and - zoom around the
/// current tile, 0 shows all again. Layers differ by colour and by hatch. It is laid out on a worker whenever files or
/// the size change, the newest wins, and painted into a picture that moving the selection does not paint anew. Lays out
/// nothing while it is hidden. GUI thread.
class TreemapView : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit TreemapView(JobRunner &jobs, QWidget *parent = nullptr);

    void setFiles(std::shared_ptr<const FileTree> tree, std::shared_ptr<const std::vector<FileItem>> items);
    /// Marks the tiles of these, which are in order; a single one becomes current.
    void setSelected(std::vector<std::size_t> entries);
    /// What is shown; null until it is laid out.
    const std::shared_ptr<const Treemap> &map() const { return m_map; }
    const std::shared_ptr<const FileTree> &mapTree() const { return m_mapTree; } ///< whose entries the map's are
    int currentTile() const { return m_current; }
    double zoom() const { return m_zoom; }
    void zoomIn();
    void zoomOut();
    void resetZoom();
    bool isBusy() const { return m_job != nullptr; }
    /// A tile in the viewport's coordinates.
    QRect tileRect(int tile) const;

    /// For tests: how often it was laid out, and tiles were painted.
    int layouts() const { return m_layouts; }
    int pictures() const { return m_pictures; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void laidOut();
    void entryChosen(std::size_t entry);
    /// The tile of small files was chosen: those of a layer up to a size.
    void smallFilesChosen(modelcrate::LayerKind kind, modelcrate::ByteCount upTo);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void layOut();
    void take(std::shared_ptr<const Treemap> map);
    void setZoom(double zoom);
    void setCurrent(int tile);
    void choose(int tile);
    void forgetPicture();
    QPoint offset() const;
    double headerHeight() const;
    QString tileText(const Treemap::Tile &tile) const;
    void paintPicture();
    void paintGroup(QPainter &painter, const Treemap::Group &group) const;
    void paintLabels(QPainter &painter, const Treemap::Group &group) const;
    void paintMarks(QPainter &painter) const;
    void speak();

    JobRunner &m_jobs;
    std::shared_ptr<const FileTree> m_tree;
    std::shared_ptr<const std::vector<FileItem>> m_items;
    std::shared_ptr<const FileTree> m_mapTree;
    std::shared_ptr<const Treemap> m_map;
    QPointer<Job> m_job;
    QPixmap m_picture; ///< of the viewport without marks; null: to be painted
    std::vector<std::size_t> m_selected;
    std::vector<int> m_selectedTiles;
    double m_zoom = 1;
    int m_current = -1;
    int m_pressed = -1;
    int m_layouts = 0;
    int m_pictures = 0;
    bool m_stale = true;
};

} // namespace modelcrate
