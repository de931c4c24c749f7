// SPDX-License-Identifier: Apache-2.0
#include "ui/artifact/treemapview.h"

#include "ui/text/convert.h"
#include "ui/text/kindtext.h"
#include "ui/text/numbers.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"

#include <algorithm>
#include <cmath>

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

namespace modelcrate {

namespace {

constexpr double zoomStep = 1.5;
constexpr double maxZoom = 16;
/// Names are drawn into so many of the largest tiles of a layer that have room; nobody reads more.
constexpr std::size_t labelsPerLayer = 60;
constexpr int labelWidth = 56;
/// Marking each of very many tiles says nothing and takes long.
constexpr std::size_t mostMarks = 4096;

/// A layer is told by its hatch too (look/tokens.json, layer-pattern).
Qt::BrushStyle hatchOf(LayerKind kind)
{
    switch (kind) {
    case LayerKind::Weight: return Qt::SolidPattern;
    case LayerKind::WeightConfig: return Qt::Dense6Pattern;
    case LayerKind::Doc: return Qt::BDiagPattern;
    case LayerKind::Code: return Qt::FDiagPattern;
    case LayerKind::Dataset: return Qt::CrossPattern;
    }
    return Qt::SolidPattern;
}

QString smallFilesText(const Treemap::Tile &tile)
{
    return TreemapView::tr("%Ln small file(s), %1", nullptr, static_cast<int>(tile.files)).arg(formatBytes(tile.size));
}

} // namespace

TreemapView::TreemapView(JobRunner &jobs, QWidget *parent) : QAbstractScrollArea(parent), m_jobs(jobs)
{
    setObjectName(QStringLiteral("treemap"));
    setAccessibleName(tr("Files by size"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Base);
    connect(&Theme::instance(), &Theme::changed, this, &TreemapView::forgetPicture);
}

QSize TreemapView::sizeHint() const { return {480, 240}; }

QSize TreemapView::minimumSizeHint() const { return {160, 96}; }

double TreemapView::headerHeight() const { return QFontMetrics(Theme::font(FontRole::Small)).height() + 4; }

// --- layout ----------------------------------------------------------------------------------------------------------

void TreemapView::setFiles(std::shared_ptr<const FileTree> tree, std::shared_ptr<const std::vector<FileItem>> items)
{
    if (tree == m_tree && items == m_items)
        return;
    m_tree = std::move(tree);
    m_items = std::move(items);
    layOut();
}

void TreemapView::layOut()
{
    m_stale = true;
    if (!m_items || !isVisible() || m_job)
        return; // what runs is taken up again with what is wanted then
    m_stale = false;
    const auto size = viewport()->size() * m_zoom;
    using Map = std::shared_ptr<const Treemap>;
    m_job = m_jobs.run<Map>(
        this,
        [items = m_items, size, header = headerHeight()](const TaskContext &) -> Result<Map> {
            return layOutTreemap(items, size, header);
        },
        [this, tree = m_tree](Result<Map> map) {
            m_job.clear();
            ++m_layouts;
            if (map && !m_stale) {
                m_mapTree = tree;
                take(std::move(*map));
            }
            if (m_stale)
                layOut();
        });
}

void TreemapView::take(std::shared_ptr<const Treemap> map)
{
    // What is current stays so by its file, since tiles are numbered anew.
    const auto current =
        m_map && m_current >= 0 ? m_map->tiles[static_cast<std::size_t>(m_current)].entry : FileTree::none;
    m_map = std::move(map);
    m_current = current == FileTree::none ? -1 : m_map->tileOfEntry(current);
    if (m_current < 0 && !m_map->tiles.empty())
        m_current = 0;
    const auto shown = viewport()->size();
    horizontalScrollBar()->setRange(0, std::max(0, m_map->size.width() - shown.width()));
    verticalScrollBar()->setRange(0, std::max(0, m_map->size.height() - shown.height()));
    horizontalScrollBar()->setPageStep(shown.width());
    verticalScrollBar()->setPageStep(shown.height());
    setSelected(std::exchange(m_selected, {}));
    if (m_zoom > 1)
        setCurrent(m_current);
    speak();
    forgetPicture();
    Q_EMIT laidOut();
}

/// What the picture says, for who does not see it.
void TreemapView::speak()
{
    QStringList parts;
    for (const auto &group : m_map->groups)
        parts.append(tr("%1 %2, %3")
                         .arg(kindText(group.kind), formatBytes(group.size),
                              tr("%Ln file(s)", nullptr, static_cast<int>(group.files))));
    const auto current =
        m_current >= 0 ? tileText(m_map->tiles[static_cast<std::size_t>(m_current)]) : tr("No file has a size");
    setAccessibleDescription(parts.join(QStringLiteral("; ")) + QStringLiteral(". ") + current);
}

void TreemapView::setSelected(std::vector<std::size_t> entries)
{
    m_selected = std::move(entries);
    m_selectedTiles.clear();
    if (m_map) {
        for (std::size_t i = 0; i < m_map->tiles.size() && m_selectedTiles.size() < mostMarks; ++i) {
            const auto &tile = m_map->tiles[i];
            if (!tile.isSmallFiles() && std::binary_search(m_selected.begin(), m_selected.end(), tile.entry))
                m_selectedTiles.push_back(static_cast<int>(i));
        }
        const int tile =
            m_selected.size() == 1 ? m_map->tileOfEntry(static_cast<std::uint32_t>(m_selected.front())) : -1;
        if (tile >= 0 && tile != m_current)
            setCurrent(tile);
    }
    viewport()->update();
}

void TreemapView::setCurrent(int tile)
{
    if (!m_map || tile < 0 || static_cast<std::size_t>(tile) >= m_map->tiles.size())
        return;
    m_current = tile;
    const auto rect = m_map->tiles[static_cast<std::size_t>(tile)].rect;
    const auto reveal = [](QScrollBar *bar, double from, double to) {
        if (to - from > bar->pageStep() || from < bar->value())
            bar->setValue(static_cast<int>(from));
        else if (to > bar->value() + bar->pageStep())
            bar->setValue(static_cast<int>(std::ceil(to)) - bar->pageStep());
    };
    reveal(horizontalScrollBar(), rect.left(), rect.right());
    reveal(verticalScrollBar(), rect.top(), rect.bottom());
    speak();
    viewport()->update();
}

void TreemapView::zoomIn() { setZoom(m_zoom * zoomStep); }

void TreemapView::zoomOut() { setZoom(m_zoom / zoomStep); }

void TreemapView::resetZoom() { setZoom(1); }

void TreemapView::setZoom(double zoom)
{
    // Steps up and down must meet again at 1.
    zoom = std::clamp(zoom, 1.0, maxZoom);
    if (std::abs(zoom - 1) < 0.01)
        zoom = 1;
    if (std::exchange(m_zoom, zoom) != zoom)
        layOut();
}

QPoint TreemapView::offset() const { return {horizontalScrollBar()->value(), verticalScrollBar()->value()}; }

QRect TreemapView::tileRect(int tile) const
{
    return m_map->tiles[static_cast<std::size_t>(tile)].rect.toAlignedRect().translated(-offset());
}

// --- painting --------------------------------------------------------------------------------------------------------

void TreemapView::forgetPicture()
{
    m_picture = {};
    viewport()->update();
}

void TreemapView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    if (!m_map || m_map->tiles.empty()) {
        painter.setPen(Theme::instance().color(Role::TextMuted));
        painter.drawText(viewport()->rect(), Qt::AlignCenter,
                         m_map ? tr("No file of the package has a size") : tr("Measuring…"));
        return;
    }
    if (m_picture.isNull())
        paintPicture();
    painter.drawPixmap(0, 0, m_picture);
    paintMarks(painter);
}

void TreemapView::paintPicture()
{
    ++m_pictures;
    const auto ratio = devicePixelRatioF();
    m_picture = QPixmap(viewport()->size() * ratio);
    m_picture.setDevicePixelRatio(ratio);
    m_picture.fill(Theme::instance().color(Role::Surface));
    QPainter painter(&m_picture);
    painter.translate(-offset());
    for (const auto &group : m_map->groups)
        paintGroup(painter, group);
}

/// One ground and one hatch for all of a layer, and lines between its tiles: a hundred thousand patterned rectangles
/// would take long.
void TreemapView::paintGroup(QPainter &painter, const Treemap::Group &group) const
{
    const auto &theme = Theme::instance();
    const auto colors = theme.layer(group.kind);
    const QRectF shown(offset(), viewport()->size());
    QRectF ground;
    std::vector<QRectF> outlines;
    for (auto i = group.firstTile; i < group.firstTile + group.tiles; ++i) {
        const auto &rect = m_map->tiles[i].rect;
        ground = ground.united(rect);
        if (rect.intersects(shown))
            outlines.push_back(rect);
    }
    if (!ground.intersects(shown) && !group.rect.intersects(shown))
        return;
    painter.fillRect(ground, colors.fill);
    if (const auto hatch = hatchOf(group.kind); hatch != Qt::SolidPattern) {
        auto ink = theme.color(Role::Surface);
        ink.setAlphaF(0.45F);
        painter.fillRect(ground, QBrush(ink, hatch));
    }
    if (const auto &last = m_map->tiles[group.firstTile + group.tiles - 1]; last.isSmallFiles())
        painter.fillRect(last.rect, theme.color(Role::Track));
    painter.setPen(QPen(theme.color(Role::Surface), 0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRects(outlines.data(), static_cast<int>(outlines.size()));
    paintLabels(painter, group);
}

void TreemapView::paintLabels(QPainter &painter, const Treemap::Group &group) const
{
    const auto &theme = Theme::instance();
    const auto font = Theme::font(FontRole::Small);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    const auto &first = m_map->tiles[group.firstTile].rect;
    if (const auto room = first.top() - group.rect.top(); room >= m_map->headerHeight) {
        const auto text = metrics.elidedText(kindText(group.kind) + QStringLiteral("  ") + formatBytes(group.size),
                                             Qt::ElideRight, static_cast<int>(group.rect.width()) - 6);
        painter.setPen(theme.color(Role::Text));
        painter.drawText(QRectF(group.rect.left() + 4, group.rect.top(), group.rect.width(), room),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
    }
    const QRectF shown(offset(), viewport()->size());
    const auto line = metrics.height() + 2;
    std::size_t labels = 0;
    for (auto i = group.firstTile; i < group.firstTile + group.tiles && labels < labelsPerLayer; ++i) {
        const auto &tile = m_map->tiles[i];
        if (tile.rect.width() < labelWidth || tile.rect.height() < line + 4 || !tile.rect.intersects(shown))
            continue;
        ++labels;
        const auto name = tile.isSmallFiles()
            ? smallFilesText(tile)
            : displayText(m_mapTree->nodes()[m_mapTree->nodeOfEntry(tile.entry)].name());
        const auto text = metrics.elidedText(name, Qt::ElideMiddle, static_cast<int>(tile.rect.width()) - 14);
        const QRectF ground(tile.rect.left() + 3, tile.rect.top() + 3, metrics.horizontalAdvance(text) + 8, line);
        // Text lies on the chip's ground, where its contrast is known, never on the hatch.
        painter.fillRect(ground, theme.layer(tile.kind).chip);
        painter.setPen(theme.layer(tile.kind).ink);
        painter.drawText(ground, Qt::AlignCenter | Qt::TextSingleLine, text);
    }
}

void TreemapView::paintMarks(QPainter &painter) const
{
    const auto mark = [&](int tile, Role role, int width) {
        painter.setPen(QPen(Theme::instance().color(role), width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.setBrush(Qt::NoBrush);
        const double inset = width / 2.0;
        painter.drawRect(QRectF(tileRect(tile)).adjusted(inset, inset, -inset, -inset));
    };
    for (const int tile : m_selectedTiles) {
        mark(tile, Role::Surface, 4);
        mark(tile, Role::Accent, 2);
    }
    if (hasFocus() && m_current >= 0) {
        mark(m_current, Role::Surface, 5);
        mark(m_current, Role::Focus, 3);
    }
}

// --- events ----------------------------------------------------------------------------------------------------------

void TreemapView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    forgetPicture();
    layOut();
}

void TreemapView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    if (m_stale)
        layOut();
}

void TreemapView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOut();
}

void TreemapView::scrollContentsBy(int, int) { forgetPicture(); }

QString TreemapView::tileText(const Treemap::Tile &tile) const
{
    const auto share = formatPercent(tile.size, m_map->total);
    const auto kind = kindText(tile.kind);
    if (tile.isSmallFiles())
        return tr("%1, %2 of the package\nLayer: %3").arg(smallFilesText(tile), share, kind);
    const auto path = displayText(m_mapTree->nodes()[m_mapTree->nodeOfEntry(tile.entry)].path);
    return tr("%1\n%2, %3 of the package\nLayer: %4").arg(path, formatBytes(tile.size), share, kind);
}

bool TreemapView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_map) {
        auto *help = static_cast<QHelpEvent *>(event);
        const int tile = m_map->tileAt(help->pos() + offset());
        if (tile >= 0)
            QToolTip::showText(help->globalPos(), tileText(m_map->tiles[static_cast<std::size_t>(tile)]), viewport(),
                               tileRect(tile));
        else
            QToolTip::hideText();
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void TreemapView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = m_map && event->button() == Qt::LeftButton ? m_map->tileAt(event->position() + offset()) : -1;
}

void TreemapView::mouseReleaseEvent(QMouseEvent *event)
{
    const int pressed = std::exchange(m_pressed, -1);
    if (pressed >= 0 && m_map && m_map->tileAt(event->position() + offset()) == pressed) {
        setCurrent(pressed);
        choose(pressed);
    }
}

void TreemapView::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    if (event->angleDelta().y() > 0)
        zoomIn();
    else if (event->angleDelta().y() < 0)
        zoomOut();
}

void TreemapView::choose(int tile)
{
    if (!m_map || tile < 0)
        return;
    const auto chosen = m_map->tiles[static_cast<std::size_t>(tile)];
    if (chosen.isSmallFiles())
        Q_EMIT smallFilesChosen(chosen.kind, chosen.upTo);
    else
        Q_EMIT entryChosen(chosen.entry);
}

void TreemapView::keyPressEvent(QKeyEvent *event)
{
    const auto go = [&](int dx, int dy) {
        if (m_map)
            setCurrent(m_map->neighbour(m_current, dx, dy));
    };
    switch (event->key()) {
    case Qt::Key_Left: return go(-1, 0);
    case Qt::Key_Right: return go(1, 0);
    case Qt::Key_Up: return go(0, -1);
    case Qt::Key_Down: return go(0, 1);
    case Qt::Key_Home: return setCurrent(0);
    case Qt::Key_Return:
    case Qt::Key_Enter: return choose(m_current);
    case Qt::Key_Plus:
    case Qt::Key_Equal: return zoomIn(); // the key of + without Shift
    case Qt::Key_Minus: return zoomOut();
    case Qt::Key_0: return resetZoom();
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

void TreemapView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void TreemapView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace modelcrate

#include "moc_treemapview.cpp"
