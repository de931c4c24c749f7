// SPDX-License-Identifier: Apache-2.0
#include "ui/registry/tagsview.h"

#include "ui/artifact/signinflow.h"
#include "ui/registry/tagsmodel.h"
#include "ui/text/numbers.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/unitswatch.h"

#include <algorithm>
#include <utility>

#include <QCheckBox>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

constexpr int widthForCreated = 520, widthForSigned = 460, widthForLayers = 380;

/// Rows whose tag holds the text and, when asked, that are models or not read yet.
class TagsFilter : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setOnlyModels(bool only)
    {
        m_onlyModels = only;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        if (m_onlyModels && !sourceModel()->index(row, 0, parent).data(TagsModel::IsModelRole).toBool())
            return false;
        return QSortFilterProxyModel::filterAcceptsRow(row, parent);
    }

private:
    bool m_onlyModels = false;
};

} // namespace

TagsView::TagsView(Services &services, QWidget *parent)
    : QWidget(parent),
      m_services(services),
      m_model(new TagsModel(services, this)),
      m_filtered(new TagsFilter(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filtered->setFilterKeyColumn(TagsModel::Tag);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    m_message = new InfoBar;
    m_message->setObjectName(QStringLiteral("tagsMessage"));
    m_message->hide();
    column->addWidget(m_message);
    makeTable();
    column->addWidget(m_table, 1);
    m_status = new QLabel;
    m_status->setObjectName(QStringLiteral("tagsStatus"));
    m_status->setToolTip(tr("What a tag stands for is read when its row is seen."));
    m_status->setForegroundRole(QPalette::PlaceholderText);
    m_status->setMargin(metrics::space2);
    m_status->setWordWrap(true);
    column->addWidget(m_status);

    connect(m_model, &TagsModel::listed, this, &TagsView::showListed);
    connect(m_model, &TagsModel::rowsRead, this, &TagsView::showStatus);
    // Rows that a filter takes away make room for others, which are seen now.
    for (auto signal : {&QAbstractItemModel::rowsRemoved, &QAbstractItemModel::rowsInserted})
        connect(m_filtered, signal, this, &TagsView::readWhatIsSeenSoon);
    connect(m_filtered, &QAbstractItemModel::modelReset, this, &TagsView::readWhatIsSeenSoon);
    // The model writes them when they are painted.
    whenUnitsChange(services.settings, this, [this] { m_table->viewport()->update(); });
}

QWidget *TagsView::makeHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(metrics::space4, metrics::space2, metrics::space4, metrics::space2);
    row->setSpacing(metrics::space3);
    m_title = new ElidedLabel;
    m_title->setObjectName(QStringLiteral("repositoryTitle"));
    row->addWidget(m_title, 1);
    m_filter = new QLineEdit;
    m_filter->setObjectName(QStringLiteral("tagsFilter"));
    m_filter->setAccessibleName(tr("Filter tags"));
    m_filter->setPlaceholderText(tr("Filter tags"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(QStringLiteral("search"), Role::TextMuted), QLineEdit::LeadingPosition);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filtered->setFilterFixedString(text);
        // What is looked for may be on a page that nobody has seen yet.
        if (!text.isEmpty())
            m_model->fetchAll();
    });
    row->addWidget(m_filter);
    m_onlyModels = new QCheckBox(tr("Only models"));
    m_onlyModels->setObjectName(QStringLiteral("onlyModels"));
    connect(m_onlyModels, &QCheckBox::toggled, this,
            [this](bool only) { static_cast<TagsFilter *>(m_filtered)->setOnlyModels(only); });
    row->addWidget(m_onlyModels);
    return head;
}

void TagsView::makeTable()
{
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("tagsTable"));
    m_table->setAccessibleName(tr("Tags of the repository"));
    m_table->setModel(m_filtered);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(metrics::rowHeight(metrics::listRow));
    m_table->horizontalHeader()->setSectionResizeMode(TagsModel::Tag, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    const auto width = [&](const char *sample) { return fontMetrics().horizontalAdvance(QLatin1String(sample)); };
    m_table->setColumnWidth(TagsModel::Size, width("1000.0 GiB00"));
    m_table->setColumnWidth(TagsModel::Layers, width("00 Layers"));
    m_table->setColumnWidth(TagsModel::Created, width("30 September 20260"));
    m_table->setColumnWidth(TagsModel::Signed, width("cosign000") + metrics::iconList);
    m_table->setColumnHidden(TagsModel::Signed, true);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &TagsView::readWhatIsSeenSoon);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) {
        const auto reference = index.data(TagsModel::ReferenceRole).toString();
        if (!reference.isEmpty() && reference != std::exchange(m_current, reference))
            Q_EMIT chosen(reference);
    });
}

void TagsView::setRepository(const QString &repository)
{
    if (repository == m_model->repository())
        return;
    m_title->setText(repository);
    m_filter->clear();
    m_message->hide();
    m_model->setRepository(repository);
    showStatus();
}

QString TagsView::repository() const { return m_model->repository(); }

void TagsView::setCurrent(const QString &reference)
{
    m_current = reference;
    selectCurrent();
}

void TagsView::selectCurrent()
{
    const auto found = m_filtered->mapFromSource(m_model->indexOf(m_current));
    if (found.isValid())
        m_table->setCurrentIndex(found);
    else
        m_table->selectionModel()->clear(); // also what is current: a click on it is a choice again
}

void TagsView::reload()
{
    m_message->hide();
    m_model->reload();
    showStatus();
}

void TagsView::showListed()
{
    m_message->setVisible(m_model->error().has_value());
    if (const auto &error = m_model->error(); error && !error->isStop()) {
        showRefusal(*m_message, *error, m_model->repository(), this, m_services, [this] { reload(); });
        m_message->addAction(tr("Try Again"), QStringLiteral("tagsRetry"), [this] { reload(); });
    }
    showStatus();
    fitColumns();
    selectCurrent();
    readWhatIsSeenSoon();
}

void TagsView::showStatus()
{
    const int count = m_model->rowCount();
    if (m_model->isListing() && count == 0)
        m_status->setText(tr("Listing the tags…"));
    else if (m_model->repository().isEmpty())
        m_status->setText(tr("Choose a repository."));
    else if (count == 0)
        m_status->setText(m_model->error() ? QString() : tr("There are no tags."));
    else if (const auto &since = m_model->offlineSince())
        m_status->setText(
            tr("Offline: %n tag(s) as of %1", nullptr, count).arg(QLocale().toString(*since, QLocale::ShortFormat)));
    else if (m_model->isCut())
        m_status->setText(tr("%n tag(s) are shown; the registry's list goes on", nullptr, count));
    else if (!m_model->isComplete())
        m_status->setText(tr("%n tag(s) so far, %1 read; more are listed as you scroll", nullptr, count)
                              .arg(formatCount(m_model->readCount())));
    else
        m_status->setText(tr("%n tag(s), %1 read", nullptr, count).arg(formatCount(m_model->readCount())));
}

void TagsView::readWhatIsSeenSoon()
{
    if (std::exchange(m_readingSoon, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_readingSoon = false;
            readWhatIsSeen();
        },
        Qt::QueuedConnection);
}

void TagsView::readWhatIsSeen()
{
    if (!m_table->isVisible() || m_filtered->rowCount() == 0)
        return;
    const int first = std::max(0, m_table->rowAt(0));
    int last = m_table->rowAt(m_table->viewport()->height() - 1);
    if (last < 0)
        last = m_filtered->rowCount() - 1;
    std::vector<int> rows;
    for (int row = first; row <= last; ++row)
        rows.push_back(m_filtered->mapToSource(m_filtered->index(row, 0)).row());
    m_model->want(rows);
}

/// What there is no room for goes, and a column that would be empty.
void TagsView::fitColumns()
{
    const int width = m_table->width();
    const bool isSigned = m_model->hasSignatures() && width >= widthForSigned;
    m_table->setColumnHidden(TagsModel::Signed, !isSigned);
    m_table->setColumnHidden(TagsModel::Created,
                             width < widthForCreated + (isSigned ? m_table->columnWidth(TagsModel::Signed) : 0));
    m_table->setColumnHidden(TagsModel::Layers, width < widthForLayers);
    // The tag is what a row is known by: the word for its kind is cut first.
    const auto widthOf = [this](const char *sample) { return fontMetrics().horizontalAdvance(QLatin1String(sample)); };
    const int tag = widthOf("v10.10.10000") + metrics::iconList;
    m_table->setColumnWidth(TagsModel::Kind, std::clamp(width - m_table->columnWidth(TagsModel::Size) - tag,
                                                        widthOf("Model00"), widthOf("ModelPack   000")));
}

void TagsView::showMenu(const QModelIndex &index, const QPoint &where)
{
    const auto reference = index.data(TagsModel::ReferenceRole).toString();
    if (reference.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("tagMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const char *name, const char *iconName, const QString &text, auto run) {
        menu->addAction(icon(QLatin1String(iconName)), text, this, run)->setObjectName(QLatin1String(name));
    };
    add("openTagAction", "search", tr("Open"), [this, reference] {
        setCurrent(reference);
        Q_EMIT chosen(reference);
    });
    add("openTagBesideAction", "compare", tr("Open Beside"), [this, reference] { Q_EMIT besideRequested(reference); });
    add("copyTagReferenceAction", "copy", tr("Copy Reference"),
        [reference] { QGuiApplication::clipboard()->setText(reference); });
    menu->popup(where);
}

bool TagsView::eventFilter(QObject *watched, QEvent *event)
{
    const bool onRow = watched == m_table->viewport();
    if (event->type() == QEvent::ContextMenu && (onRow || watched == m_table)) {
        const auto *asked = static_cast<QContextMenuEvent *>(event);
        // A key asks about the current row, from the table itself.
        showMenu(onRow ? m_table->indexAt(asked->pos()) : m_table->currentIndex(), asked->globalPos());
        event->accept();
        return true;
    }
    // Else it would open the row that is only asked about.
    if (onRow && event->type() == QEvent::MouseButtonPress
        && static_cast<QMouseEvent *>(event)->button() == Qt::RightButton)
        return true;
    if (watched == m_table->viewport() && (event->type() == QEvent::Resize || event->type() == QEvent::Show)) {
        fitColumns();
        readWhatIsSeenSoon();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace modelcrate
