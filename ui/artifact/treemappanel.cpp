// SPDX-License-Identifier: Apache-2.0
#include "ui/artifact/treemappanel.h"

#include "ui/text/convert.h"
#include "ui/text/kindtext.h"
#include "ui/text/numbers.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/layerchip.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/theme.h"

#include <QAbstractTableModel>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace modelcrate {

/// The largest files of a Treemap as rows.
class LargestFilesModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Layer, Size, Share, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setMap(std::shared_ptr<const Treemap> map, std::shared_ptr<const FileTree> tree)
    {
        beginResetModel();
        m_map = std::move(map);
        m_tree = std::move(tree);
        endResetModel();
    }
    std::uint32_t entry(int row) const { return m_map->largest[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() || !m_map ? 0 : static_cast<int>(m_map->largest.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const auto &item = (*m_map->items)[entry(index.row())];
        if (role == layerKindRole && index.column() == Layer)
            return static_cast<int>(item.kind);
        if (role == Qt::TextAlignmentRole)
            return QVariant::fromValue(alignment(index.column()));
        if (role == Qt::DisplayRole || (role == Qt::ToolTipRole && index.column() == Name))
            return text(index, item);
        return {};
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal)
            return {};
        if (role == Qt::TextAlignmentRole)
            return QVariant::fromValue(alignment(section));
        if (role != Qt::DisplayRole)
            return {};
        switch (section) {
        case Name: return tr("Name");
        case Layer: return tr("Layer");
        case Size: return tr("Size");
        case Share: return tr("Of the package");
        default: return {};
        }
    }

private:
    static Qt::Alignment alignment(int column)
    {
        return Qt::AlignVCenter | (column == Size || column == Share ? Qt::AlignRight : Qt::AlignLeft);
    }

    QString text(const QModelIndex &index, const FileItem &item) const
    {
        switch (index.column()) {
        case Name: return displayText(m_tree->nodes()[m_tree->nodeOfEntry(entry(index.row()))].path);
        case Layer: return kindText(item.kind);
        case Size: return formatBytes(item.size);
        case Share: return formatPercent(item.size, m_map->total);
        default: return {};
        }
    }

    std::shared_ptr<const Treemap> m_map;
    std::shared_ptr<const FileTree> m_tree;
};

namespace {

QToolButton *makeButton(const QString &iconName, const QString &text, const char *name)
{
    auto *button = new QToolButton;
    button->setObjectName(QLatin1String(name));
    button->setIcon(icon(iconName));
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    return button;
}

QTableView *makeTable(QAbstractItemModel *model)
{
    auto *table = new QTableView;
    table->setObjectName(QStringLiteral("largestFiles"));
    table->setAccessibleName(TreemapPanel::tr("Largest files"));
    table->setModel(model);
    table->setItemDelegateForColumn(LargestFilesModel::Layer, new LayerChipDelegate(table));
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setWordWrap(false);
    table->setTextElideMode(Qt::ElideMiddle);
    table->setTabKeyNavigation(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setPalette(Theme::instance().itemViewPalette());
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(metrics::rowHeight(metrics::listRow));
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionResizeMode(LargestFilesModel::Name, QHeaderView::Stretch);
    table->setColumnWidth(LargestFilesModel::Share,
                          table->fontMetrics().horizontalAdvance(
                              model->headerData(LargestFilesModel::Share, Qt::Horizontal, Qt::DisplayRole).toString())
                              + metrics::space5);
    return table;
}

} // namespace

TreemapPanel::TreemapPanel(JobRunner &jobs, QWidget *parent)
    : QWidget(parent),
      m_view(new TreemapView(jobs)),
      m_model(new LargestFilesModel(this)),
      m_choice(new SegmentedControl),
      m_stack(new QStackedWidget),
      m_table(makeTable(m_model)),
      m_note(new QLabel),
      m_zoomOut(makeButton(QStringLiteral("minus"), tr("Zoom out"), "treemapZoomOut"))
{
    setObjectName(QStringLiteral("treemapPanel"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_choice->addSegment(tr("Map"), QStringLiteral("treemapMap"));
    m_choice->addSegment(tr("Largest files"), QStringLiteral("treemapTable"));
    m_choice->setAccessibleName(tr("Sizes as a map or as a table"));
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_table);
    m_note->setObjectName(QStringLiteral("treemapNote"));
    m_note->setFont(Theme::font(FontRole::Small));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    auto *zoomIn = makeButton(QStringLiteral("plus"), tr("Zoom in"), "treemapZoomIn");
    auto *close = makeButton(QStringLiteral("cancel"), tr("Close the treemap"), "treemapClose");

    auto *head = new QHBoxLayout;
    head->setContentsMargins(metrics::space4, metrics::space1, metrics::space2, metrics::space1);
    head->setSpacing(metrics::space2);
    head->addWidget(m_choice);
    head->addWidget(m_note, 1);
    for (auto *button : {m_zoomOut, zoomIn, close})
        head->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_stack, 1);

    connect(m_choice, &SegmentedControl::currentChanged, this, [this, zoomIn](int index) {
        m_stack->setCurrentIndex(index);
        for (auto *button : {m_zoomOut, zoomIn})
            button->setVisible(index == 0);
    });
    connect(zoomIn, &QToolButton::clicked, m_view, &TreemapView::zoomIn);
    connect(m_zoomOut, &QToolButton::clicked, m_view, &TreemapView::zoomOut);
    connect(close, &QToolButton::clicked, this, &TreemapPanel::closed);
    connect(m_view, &TreemapView::laidOut, this, &TreemapPanel::refresh);
    connect(m_view, &TreemapView::entryChosen, this, &TreemapPanel::entryChosen);
    connect(m_view, &TreemapView::smallFilesChosen, this, [this](LayerKind kind, ByteCount upTo) {
        Q_EMIT filterChosen(QStringLiteral("layer:%1 size:<=%2 is:included")
                                .arg(QLatin1String(toString(kind).data()))
                                .arg(upTo.value()));
    });
    const auto chosen = [this](const QModelIndex &index) { Q_EMIT entryChosen(m_model->entry(index.row())); };
    connect(m_table, &QTableView::activated, this, chosen);
    connect(m_table, &QTableView::clicked, this, chosen);
    connect(&Theme::instance(), &Theme::changed, this,
            [this] { m_table->setPalette(Theme::instance().itemViewPalette()); });
    setFocusProxy(m_view);
}

void TreemapPanel::setFiles(std::shared_ptr<const FileTree> tree, std::shared_ptr<const std::vector<FileItem>> items)
{
    m_view->setFiles(std::move(tree), std::move(items));
}

void TreemapPanel::focusMap() { m_stack->currentWidget()->setFocus(); }

void TreemapPanel::refresh()
{
    const auto &map = m_view->map();
    m_model->setMap(map, m_view->mapTree());
    qsizetype files = 0;
    for (const auto &group : map->groups)
        files += group.files;
    m_note->setText(tr("%1 in %2").arg(formatBytes(map->total), tr("%Ln file(s)", nullptr, static_cast<int>(files))));
    m_zoomOut->setEnabled(m_view->zoom() > 1);
}

} // namespace modelcrate

#include "moc_treemappanel.cpp"
#include "treemappanel.moc"
