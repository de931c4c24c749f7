// SPDX-License-Identifier: Apache-2.0
#include "ui/artifact/filelistview.h"

#include "ui/artifact/filelistdelegate.h"
#include "ui/text/convert.h"
#include "ui/widgets/settings.h"
#include "ui/widgets/theme.h"

#include <algorithm>

#include <QApplication>
#include <QDataStream>
#include <QHeaderView>
#include <QIODevice>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStyleOption>

namespace modelcrate {

namespace {

constexpr quint32 columnsVersion = 1;
/// Below these widths of the table, columns go (look.md "900×600").
constexpr int packagingNeeds = 760;
constexpr int whereNeeds = 620;

/// Its words stand over those of the cells, which keep more distance from the edge than headers do.
class FileListHeader : public QHeaderView {
public:
    explicit FileListHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent) { setSectionsClickable(true); }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        QStyleOption ground;
        ground.initFrom(this);
        ground.rect = rect;
        style()->drawControl(QStyle::CE_HeaderEmptyArea, &ground, painter, this);
        const auto margin = style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, this);
        const bool isName = section == static_cast<int>(FileColumn::Name);
        const auto leading =
            std::max(0, (isName ? FileListDelegate::nameMargin : FileListDelegate::cellMargin) - margin);
        const auto trailing = std::max(0, FileListDelegate::cellMargin - margin);
        const auto inner = QStyle::visualRect(layoutDirection(), rect, rect.adjusted(leading, 0, -trailing, 0));
        QHeaderView::paintSection(painter, inner, section);
    }
};

int nodeRow(const FileRows &rows, std::uint32_t node)
{
    return node < rows.rowOfNode.size() && rows.rowOfNode[node] != FileTree::none
        ? static_cast<int>(rows.rowOfNode[node])
        : -1;
}

/// The same place in another tree: files by their entry, folders and left-out paths not at all.
std::uint32_t translated(std::uint32_t node, const FileTree &from, const FileTree &to)
{
    if (node == FileTree::none || &from == &to)
        return node;
    const auto entry = from.nodes()[node].entry;
    return entry < to.entryCount() ? to.nodeOfEntry(entry) : FileTree::none;
}

} // namespace

FileListView::FileListView(FileListModel &model, Settings &settings, const QString &stateKey, QWidget *parent)
    : QTableView(parent),
      m_model(model),
      m_settings(settings),
      m_stateKey(stateKey)
{
    setHorizontalHeader(new FileListHeader(this));
    setModel(&model);
    setItemDelegate(new FileListDelegate(this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setAccessibleName(tr("Files"));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    applyLook();
    setUpColumns();
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &FileListView::rememberPlace);
    connect(&model, &FileListModel::rowsChanged, this, &FileListView::restorePlace);
    connect(&Theme::instance(), &Theme::changed, this, &FileListView::applyLook);
}

FileListView::~FileListView() { storeColumns(); }

void FileListView::applyLook()
{
    setPalette(Theme::instance().itemViewPalette());
    verticalHeader()->setDefaultSectionSize(metrics::rowHeight(metrics::listRow));
    viewport()->update();
}

void FileListView::setUpColumns()
{
    auto *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(false);
    header->setMinimumSectionSize(48);
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(static_cast<int>(FileColumn::Name), QHeaderView::Stretch);
    const auto wide = [this](const QString &text, int more) { return fontMetrics().horizontalAdvance(text) + more; };
    setColumnWidth(static_cast<int>(FileColumn::Layer), FileListDelegate::widestChip(font()) + metrics::space2);
    setColumnWidth(static_cast<int>(FileColumn::Size), wide(QStringLiteral("1 000,88 MB"), 16));
    setColumnWidth(static_cast<int>(FileColumn::Packaging),
                   std::max(wide(QStringLiteral("tar + zstd"), 28), wide(fileColumnText(FileColumn::Packaging), 36)));
    setColumnWidth(static_cast<int>(FileColumn::State), FileListDelegate::widestState(font()));
    setColumnWidth(static_cast<int>(FileColumn::Where),
                   std::max(wide(m_model.tr("Include"), 56), wide(m_model.tr("Mountable"), 24)));

    QDataStream stored(m_settings.state(m_stateKey));
    quint32 version = 0;
    qint32 column = 0;
    bool descending = false;
    QList<qint32> widths;
    stored >> version >> column >> descending >> widths;
    if (stored.status() != QDataStream::Ok || version != columnsVersion || column < 0 || column >= fileColumnCount
        || widths.size() != fileColumnCount) {
        column = 0;
        descending = false;
        widths.clear();
    }
    for (int i = 1; i < widths.size(); ++i)
        setColumnWidth(i, std::clamp(widths[i], 48, 600));
    header->setSortIndicator(column, descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    setSortingEnabled(true); // sorts by the indicator
    connect(header, &QHeaderView::sortIndicatorChanged, this, &FileListView::storeColumns);
}

void FileListView::storeColumns() const
{
    const auto *header = horizontalHeader();
    QList<qint32> widths;
    for (int i = 0; i < fileColumnCount; ++i)
        widths.append(std::max(48, isColumnHidden(i) ? header->defaultSectionSize() : columnWidth(i)));
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << columnsVersion << qint32(std::max(0, header->sortIndicatorSection()))
        << (header->sortIndicatorOrder() == Qt::DescendingOrder) << widths;
    m_settings.setState(m_stateKey, state);
}

void FileListView::fitColumns()
{
    setColumnHidden(static_cast<int>(FileColumn::Packaging), viewport()->width() < packagingNeeds);
    setColumnHidden(static_cast<int>(FileColumn::Where), viewport()->width() < whereNeeds);
}

void FileListView::resizeEvent(QResizeEvent *event)
{
    fitColumns();
    QTableView::resizeEvent(event);
}

void FileListView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        verticalHeader()->setDefaultSectionSize(metrics::rowHeight(metrics::listRow));
}

void FileListView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    if (!m_restoring)
        Q_EMIT selectedChanged();
}

FileListView::Place FileListView::place() const
{
    Place place;
    const auto rows = m_model.rows();
    place.tree = rows->tree;
    for (const auto &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            place.selected.push_back(rows->nodes[static_cast<std::size_t>(row)]);
    }
    if (const auto current = currentIndex(); current.isValid())
        place.current = rows->nodes[static_cast<std::size_t>(current.row())];
    if (const auto top = rowAt(0); top >= 0)
        place.top = rows->nodes[static_cast<std::size_t>(top)];
    return place;
}

void FileListView::rememberPlace()
{
    m_place = place();
    if (!m_model.rows()->filtered)
        m_beforeFilter = m_place;
}

void FileListView::restorePlace()
{
    const auto rows = m_model.rows();
    if (auto place = std::exchange(m_place, std::nullopt)) {
        // A filter that is gone gives back what it hid, unless something else was chosen meanwhile.
        const bool filterGone = m_beforeFilter && !rows->filtered && place->selected.empty();
        restore(filterGone ? *m_beforeFilter : *place, true);
        if (!rows->filtered)
            m_beforeFilter.reset();
    }
    if (m_wantedSelection && rows->tree->entryCount() > 0)
        selectEntries(*std::exchange(m_wantedSelection, std::nullopt));
    if (m_wantedEntry) {
        if (const auto index = m_model.indexOfEntry(*m_wantedEntry); index.isValid() || !m_model.isBusy()) {
            m_wantedEntry.reset();
            if (index.isValid()) {
                setCurrentIndex(index);
                scrollTo(index, PositionAtCenter);
            }
        }
    }
}

void FileListView::restore(const Place &place, bool withScroll)
{
    const auto rows = m_model.rows();
    std::vector<int> wanted;
    for (const auto node : place.selected) {
        if (const auto row = nodeRow(*rows, translated(node, *place.tree, *rows->tree)); row >= 0)
            wanted.push_back(row);
    }
    std::sort(wanted.begin(), wanted.end());
    QItemSelection selection;
    for (std::size_t i = 0; i < wanted.size();) {
        auto last = i;
        while (last + 1 < wanted.size() && wanted[last + 1] <= wanted[last] + 1)
            ++last;
        selection.append(
            QItemSelectionRange(m_model.index(wanted[i], 0), m_model.index(wanted[last], fileColumnCount - 1)));
        i = last + 1;
    }
    m_restoring = true;
    if (const auto current = m_model.indexOfNode(translated(place.current, *place.tree, *rows->tree));
        current.isValid())
        selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    m_restoring = false;
    if (withScroll) {
        if (const auto top = m_model.indexOfNode(translated(place.top, *place.tree, *rows->tree)); top.isValid())
            scrollTo(top, PositionAtTop);
    }
    Q_EMIT selectedChanged();
}

std::vector<std::size_t> FileListView::selectedEntries() const
{
    if (m_wantedSelection)
        return *m_wantedSelection;
    const auto rows = m_model.rows();
    const auto &nodes = rows->tree->nodes();
    std::vector<std::size_t> entries;
    std::vector<char> taken(rows->tree->entryCount());
    std::uint32_t begin = 0;
    std::uint32_t end = 0; // nodes of the last folder that was taken as a whole
    for (const auto &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            const auto node = rows->nodes[static_cast<std::size_t>(row)];
            if (node >= begin && node < end)
                continue;
            const auto before = entries.size();
            rows->appendEntries(static_cast<std::size_t>(row), entries);
            // A file may be selected by itself and by its folder.
            auto kept = before;
            for (auto at = before; at < entries.size(); ++at) {
                if (!std::exchange(taken[entries[at]], char(1)))
                    entries[kept++] = entries[at];
            }
            entries.resize(kept);
            if (nodes[node].isFolder()) {
                begin = node;
                end = nodes[node].end;
            }
        }
    }
    std::sort(entries.begin(), entries.end());
    return entries;
}

std::vector<std::size_t> FileListView::selectedExcluded() const
{
    const auto rows = m_model.rows();
    std::vector<std::size_t> excluded;
    for (const auto &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            if (const auto at = rows->tree->nodes()[rows->nodes[static_cast<std::size_t>(row)]].excluded;
                at != FileTree::none)
                excluded.push_back(at);
        }
    }
    return excluded;
}

void FileListView::selectEntries(const std::vector<std::size_t> &entries)
{
    m_wantedSelection.reset();
    if (m_model.rows()->tree->entryCount() == 0) { // the first rows are still to come
        m_wantedSelection = entries;
        return;
    }
    Place wanted;
    wanted.tree = m_model.rows()->tree;
    for (const auto entry : entries) {
        if (entry < wanted.tree->entryCount())
            wanted.selected.push_back(wanted.tree->nodeOfEntry(entry));
    }
    if (!wanted.selected.empty())
        wanted.current = wanted.selected.front();
    restore(wanted, false);
    if (const auto current = currentIndex(); current.isValid())
        scrollTo(current);
}

void FileListView::showEntry(std::size_t entry)
{
    const auto rows = m_model.rows();
    if (entry >= rows->tree->entryCount())
        return;
    const auto &nodes = rows->tree->nodes();
    m_wantedEntry = entry;
    bool opened = false;
    for (auto at = nodes[rows->tree->nodeOfEntry(entry)].parent; at != FileTree::none; at = nodes[at].parent) {
        const auto index = m_model.indexOfNode(at);
        if (index.isValid() && !index.data(FileListModel::ExpandedRole).toBool()) {
            m_model.setCollapsed(index, false);
            opened = true;
        }
    }
    if (!opened)
        restorePlace();
}

void FileListView::setExpanded(const QModelIndex &index, bool expanded)
{
    setCurrentIndex(index.siblingAtColumn(0));
    m_model.setCollapsed(index, !expanded);
}

void FileListView::keyPressEvent(QKeyEvent *event)
{
    const auto current = currentIndex();
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const bool forward = event->key() == (isRightToLeft() ? Qt::Key_Left : Qt::Key_Right);
    const bool back = event->key() == (isRightToLeft() ? Qt::Key_Right : Qt::Key_Left);
    if (!current.isValid() || !plain || (!forward && !back)) {
        QTableView::keyPressEvent(event);
        return;
    }
    const auto node = current.data(FileListModel::NodeRole).toUInt();
    const auto &at = m_model.rows()->tree->nodes()[node];
    const bool open = current.data(FileListModel::ExpandedRole).toBool();
    if (at.isFolder() && forward != open)
        setExpanded(current, forward);
    else if (at.isFolder() && forward)
        setCurrentIndex(m_model.index(std::min(current.row() + 1, m_model.rowCount() - 1), 0));
    else if (back && at.parent != FileTree::none)
        setCurrentIndex(m_model.indexOfNode(at.parent));
    event->accept();
}

void FileListView::keyboardSearch(const QString &search)
{
    const bool goesOn = m_sinceSearch.isValid() && m_sinceSearch.elapsed() < QApplication::keyboardInputInterval();
    m_sinceSearch.start();
    // The same letter again steps through what begins with it.
    const bool steps = goesOn && m_searched == search;
    m_searched = goesOn && !steps ? m_searched + search : search;
    const auto rows = m_model.rows();
    const auto count = rows->nodes.size();
    if (count == 0)
        return;
    const auto wanted = toUtf8(m_searched);
    const auto begins = [&](std::size_t row) {
        const auto name = rows->tree->nodes()[rows->nodes[row]].name();
        const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
        const auto same = [&](char a, char b) { return lower(a) == lower(b); };
        return name.size() >= wanted.size() && std::equal(wanted.begin(), wanted.end(), name.begin(), same);
    };
    const auto current = currentIndex();
    auto row =
        current.isValid() ? static_cast<std::size_t>(current.row()) + (m_searched.size() == 1 ? 1 : 0) : std::size_t(0);
    for (std::size_t tried = 0; tried < count; ++tried, ++row) {
        if (begins(row % count)) {
            setCurrentIndex(m_model.index(static_cast<int>(row % count), 0));
            return;
        }
    }
}

bool FileListView::isIncludeLink(const QModelIndex &index) const
{
    return index.isValid() && index.column() == static_cast<int>(FileColumn::Where)
        && index.data(FileListModel::LeftOutRole).toBool() && index.data(FileListModel::IncludableRole).toBool();
}

void FileListView::mousePressEvent(QMouseEvent *event)
{
    const auto index = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && index.isValid()) {
        if (isIncludeLink(index)) {
            Q_EMIT includeRequested(index);
            return;
        }
        QStyleOptionViewItem option;
        option.rect = visualRect(index);
        option.direction = layoutDirection();
        const bool onChevron = index.column() == 0
            && m_model.rows()->tree->nodes()[index.data(FileListModel::NodeRole).toUInt()].isFolder()
            && FileListDelegate::chevronRect(option, index.data(FileListModel::DepthRole).toInt())
                   .contains(event->pos());
        if (onChevron) {
            m_model.setCollapsed(index, index.data(FileListModel::ExpandedRole).toBool());
            return;
        }
    }
    QTableView::mousePressEvent(event);
}

void FileListView::mouseMoveEvent(QMouseEvent *event)
{
    viewport()->setCursor(isIncludeLink(indexAt(event->pos())) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QTableView::mouseMoveEvent(event);
}

void FileListView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const auto index = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && index.isValid() && !isIncludeLink(index)
        && m_model.rows()->tree->nodes()[index.data(FileListModel::NodeRole).toUInt()].isFolder()) {
        setExpanded(index, !index.data(FileListModel::ExpandedRole).toBool());
        return;
    }
    QTableView::mouseDoubleClickEvent(event);
}

} // namespace modelcrate

#include "moc_filelistview.cpp"
