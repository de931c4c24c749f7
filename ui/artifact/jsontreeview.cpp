// SPDX-License-Identifier: Apache-2.0
#include "ui/artifact/jsontreeview.h"

#include "ui/jobs/disposal.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <algorithm>

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace modelcrate {

namespace {

constexpr int indentation = 20;
constexpr int markColumn = 16;

int chevronLeft(int depth) { return metrics::space2 + markColumn + depth * indentation; }

/// Key with its chevron, or value; the ground of a changed row runs over both.
class TreeDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        auto &theme = Theme::instance();
        const auto mark = static_cast<ChangeMark>(index.data(JsonTreeModel::MarkRole).toInt());
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        if (selected)
            painter->fillRect(option.rect,
                              option.palette.brush(option.state.testFlag(QStyle::State_Active) ? QPalette::Active
                                                                                               : QPalette::Inactive,
                                                   QPalette::Highlight));
        else if (mark != ChangeMark::None)
            painter->fillRect(option.rect,
                              theme.color(mark == ChangeMark::Changed ? Role::SuccessBg : Role::WarningBg));
        auto rect = option.rect;
        painter->save();
        painter->setFont(option.font);
        if (index.column() == JsonTreeModel::Key)
            paintKey(*painter, rect, option, index, mark);
        else
            rect.adjust(metrics::space2, 0, -metrics::space2, 0);
        const bool container = index.data(JsonTreeModel::ContainerRole).toBool();
        painter->setPen(theme.color(index.column() == JsonTreeModel::Key ? Role::Text
                                        : container                      ? Role::TextMuted
                                                                         : Role::Success));
        const auto mode = index.column() == JsonTreeModel::Key ? Qt::ElideMiddle : Qt::ElideRight;
        painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                          option.fontMetrics.elidedText(index.data().toString(), mode, rect.width()));
        painter->restore();
    }

private:
    static void paintKey(QPainter &painter, QRect &rect, const QStyleOptionViewItem &option, const QModelIndex &index,
                         ChangeMark mark)
    {
        auto &theme = Theme::instance();
        if (mark != ChangeMark::None) {
            const bool changed = mark == ChangeMark::Changed;
            painter.setPen(theme.color(changed ? Role::Success : Role::Warning));
            painter.drawText(QRect(rect.left() + metrics::space2, rect.top(), markColumn, rect.height()),
                             Qt::AlignVCenter | Qt::AlignLeft, changed ? QStringLiteral("+") : QStringLiteral("!"));
        }
        const int left = rect.left() + chevronLeft(index.data(JsonTreeModel::DepthRole).toInt());
        if (index.data(JsonTreeModel::ContainerRole).toBool()) {
            const QRect chevron(left, rect.center().y() - metrics::chevron / 2, metrics::chevron, metrics::chevron);
            const bool unfolded = index.data(JsonTreeModel::UnfoldedRole).toBool();
            icon(unfolded ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"),
                 modelcrate::Role::TextMuted)
                .paint(&painter, chevron);
        }
        rect.setLeft(left + metrics::chevron + metrics::space1);
        rect.setRight(option.rect.right() - metrics::space1);
    }
};

} // namespace

void JsonTreeModel::setNodes(std::shared_ptr<const std::vector<JsonNode>> nodes)
{
    beginResetModel();
    // Whoever else had them may have let go first.
    dispose(std::exchange(m_nodes, std::move(nodes)));
    computeRows();
    endResetModel();
}

JsonTreeModel::~JsonTreeModel() { dispose(std::move(m_nodes)); }

bool JsonTreeModel::isUnfoldedNode(std::size_t node) const
{
    // A layer stands folded, and so do long lists other than that of the layers.
    const auto &item = (*m_nodes)[node];
    const bool atFirst = !item.layer && item.key != QLatin1String("diffIds");
    return item.container && atFirst != (m_toggled.count(item.place) != 0);
}

void JsonTreeModel::computeRows()
{
    m_rows.clear();
    for (std::size_t i = 0; i < m_nodes->size();) {
        m_rows.push_back(i);
        i = (*m_nodes)[i].container && !isUnfoldedNode(i) ? static_cast<std::size_t>((*m_nodes)[i].end) : i + 1;
    }
}

void JsonTreeModel::setUnfolded(int row, bool unfolded)
{
    const auto index = m_rows[static_cast<std::size_t>(row)];
    if (!(*m_nodes)[index].container || isUnfoldedNode(index) == unfolded)
        return;
    // The rows below are others afterwards; nothing above moves.
    beginResetModel();
    if (m_toggled.erase((*m_nodes)[index].place) == 0)
        m_toggled.insert((*m_nodes)[index].place);
    computeRows();
    endResetModel();
}

bool JsonTreeModel::isUnfolded(int row) const { return isUnfoldedNode(m_rows[static_cast<std::size_t>(row)]); }

int JsonTreeModel::parentRow(int row) const
{
    const int depth = node(row).depth;
    while (--row >= 0) {
        if (node(row).depth < depth)
            return row;
    }
    return -1;
}

int JsonTreeModel::rowOfLayer(std::size_t layer)
{
    const auto find = [&] {
        const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                        [&](std::size_t index) { return (*m_nodes)[index].layer == layer; });
        return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
    };
    if (const int row = find(); row >= 0)
        return row;
    for (int row = 0; row < rowCount(); ++row) {
        if (node(row).key == QLatin1String("layers"))
            setUnfolded(row, true);
    }
    return find();
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int JsonTreeModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &item = node(index.row());
    switch (role) {
    case Qt::DisplayRole: return index.column() == Key ? item.key : item.value;
    case Qt::ToolTipRole: return item.value;
    case DepthRole: return item.depth;
    case ContainerRole: return item.container;
    case UnfoldedRole: return isUnfolded(index.row());
    case MarkRole: return static_cast<int>(item.mark);
    case Qt::AccessibleTextRole:
        if (index.column() == Value)
            return item.value;
        return item.mark == ChangeMark::None   ? item.key
            : item.mark == ChangeMark::Changed ? tr("%1, changed").arg(item.key)
                                               : tr("%1, needs attention").arg(item.key);
    default: return {};
    }
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Key ? tr("Member") : tr("Value");
}

JsonTreeView::JsonTreeView(QWidget *parent) : QTableView(parent)
{
    setModel(&m_model);
    setItemDelegate(new TreeDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(metrics::rowHeight(metrics::listRow));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->resizeSection(JsonTreeModel::Key, 200);
    const auto follow = [this] { setPalette(Theme::instance().itemViewPalette()); };
    connect(&Theme::instance(), &Theme::changed, this, follow);
    follow();
}

void JsonTreeView::setNodes(std::shared_ptr<const std::vector<JsonNode>> nodes)
{
    const QScopedValueRollback quiet(m_quiet, true);
    const int scroll = verticalScrollBar()->value();
    const int current = currentIndex().row();
    m_model.setNodes(std::move(nodes));
    if (current >= 0 && current < m_model.rowCount())
        setCurrentIndex(m_model.index(current, 0));
    verticalScrollBar()->setValue(scroll);
}

void JsonTreeView::showLayer(std::size_t layer)
{
    const QScopedValueRollback quiet(m_quiet, true);
    if (const int row = m_model.rowOfLayer(layer); row >= 0) {
        setCurrentIndex(m_model.index(row, 0));
        scrollTo(m_model.index(row, 0));
    }
}

QString JsonTreeView::currentValue() const
{
    const int row = currentIndex().row();
    if (row < 0)
        return {};
    auto value = m_model.node(row).value;
    if (value.size() > 1 && value.startsWith(QLatin1Char('"')) && value.endsWith(QLatin1Char('"')))
        value = value.mid(1, value.size() - 2);
    return value;
}

void JsonTreeView::setUnfolded(int row, bool unfolded)
{
    const QScopedValueRollback quiet(m_quiet, true);
    const int scroll = verticalScrollBar()->value();
    m_model.setUnfolded(row, unfolded);
    setCurrentIndex(m_model.index(row, 0));
    verticalScrollBar()->setValue(scroll);
}

void JsonTreeView::keyPressEvent(QKeyEvent *event)
{
    const int row = currentIndex().row();
    if (row < 0 || event->modifiers() != Qt::NoModifier) {
        QTableView::keyPressEvent(event);
        return;
    }
    const bool forward = event->key() == (isRightToLeft() ? Qt::Key_Left : Qt::Key_Right);
    const bool backward = event->key() == (isRightToLeft() ? Qt::Key_Right : Qt::Key_Left);
    if (forward && m_model.node(row).container) {
        setUnfolded(row, true);
    } else if (backward && m_model.isUnfolded(row)) {
        setUnfolded(row, false);
    } else if (backward) {
        if (const int parent = m_model.parentRow(row); parent >= 0)
            setCurrentIndex(m_model.index(parent, 0));
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Space) {
        setUnfolded(row, !m_model.isUnfolded(row));
    } else {
        QTableView::keyPressEvent(event);
    }
}

void JsonTreeView::mousePressEvent(QMouseEvent *event)
{
    QTableView::mousePressEvent(event);
    const auto index = indexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || index.column() != JsonTreeModel::Key
        || !m_model.node(index.row()).container)
        return;
    const int left = visualRect(index).left() + chevronLeft(m_model.node(index.row()).depth);
    const int x = event->position().toPoint().x();
    if (x >= left - metrics::space1 && x <= left + metrics::chevron + metrics::space1)
        setUnfolded(index.row(), !m_model.isUnfolded(index.row()));
}

void JsonTreeView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (m_quiet || !current.isValid())
        return;
    if (const auto layer = m_model.node(current.row()).layer)
        Q_EMIT layerSelected(*layer);
}

} // namespace modelcrate
