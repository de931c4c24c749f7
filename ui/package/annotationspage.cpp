// SPDX-License-Identifier: Apache-2.0
#include "ui/package/annotationspage.h"

#include "ui/package/annotationchecks.h"
#include "ui/package/annotationsmodel.h"
#include "ui/package/packagedocument.h"
#include "ui/package/planpreview.h"
#include "ui/text/convert.h"
#include "ui/text/numbers.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/theme.h"

#include <algorithm>

#include <QCheckBox>
#include <QClipboard>
#include <QCompleter>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QShowEvent>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QStringListModel>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

constexpr int keyRole = Qt::UserRole + 1;
constexpr int maxPaths = 5000; ///< offered while a scope is typed

/// Lines with what is known of a column: keys with their meaning, paths of files.
class AnnotationDelegate final : public QStyledItemDelegate {
public:
    AnnotationDelegate(const PackageDocument &document, QObject *parent)
        : QStyledItemDelegate(parent),
          m_document(document)
    {
    }

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        auto *line = new QLineEdit(parent);
        line->setObjectName(index.column() == AnnotationsModel::Key         ? QStringLiteral("annotationKey")
                                : index.column() == AnnotationsModel::Value ? QStringLiteral("annotationValue")
                                                                            : QStringLiteral("annotationScope"));
        line->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString());
        if (index.column() == AnnotationsModel::Key)
            line->setCompleter(keyCompleter(line));
        else if (index.column() == AnnotationsModel::Scope)
            line->setCompleter(pathCompleter(line));
        return line;
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = index.column() == AnnotationsModel::Remark ? Qt::ElideRight : Qt::ElideMiddle;
    }

private:
    static QCompleter *keyCompleter(QObject *parent)
    {
        auto *items = new QStandardItemModel(parent);
        for (const auto &one : knownAnnotations()) {
            auto *item = new QStandardItem(QStringLiteral("%1 \u2014 %2").arg(toQString(one.key), one.meaning()));
            item->setData(toQString(one.key), keyRole);
            items->appendRow(item);
        }
        auto *completer = new QCompleter(items, parent);
        completer->setCompletionRole(keyRole);
        completer->setFilterMode(Qt::MatchContains);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        return completer;
    }
    QCompleter *pathCompleter(QObject *parent) const
    {
        QStringList paths;
        for (std::size_t i = 0; i < m_document.state().size() && paths.size() < maxPaths; ++i) {
            if (m_document.state().state(i).included)
                paths << toQString(m_document.state().entry(i).path);
        }
        auto *completer = new QCompleter(paths, parent);
        completer->setFilterMode(Qt::MatchContains);
        return completer;
    }

    const PackageDocument &m_document;
};

} // namespace

AnnotationsPage::AnnotationsPage(PackageDocument &document, PlanPreview &preview, Services &services, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_model(new AnnotationsModel(document, preview, services.jobs, this)),
      m_view(new QTableView(this)),
      m_sizeBar(new InfoBar(this)),
      m_messageBar(new InfoBar(this)),
      m_add(new QPushButton(tr("Add"), this)),
      m_delete(new QPushButton(tr("Delete"), this)),
      m_keepTimes(new QCheckBox(tr("Keep file times"), this)),
      m_ociAnnotations(new QCheckBox(tr("Write OCI annotations"), this))
{
    setObjectName(QStringLiteral("annotationsPage"));
    setAccessibleName(tr("Annotations"));
    build();
    m_model->setSeen(false); // until it is shown
    connect(m_add, &QPushButton::clicked, this, &AnnotationsPage::startAdding);
    connect(m_delete, &QPushButton::clicked, this, &AnnotationsPage::deleteSelected);
    connect(m_keepTimes, &QCheckBox::clicked, &m_document, &PackageDocument::setKeepTimes);
    connect(m_ociAnnotations, &QCheckBox::clicked, &m_document, &PackageDocument::setOciAnnotations);
    connect(&document, &PackageDocument::optionsChanged, this, &AnnotationsPage::refresh);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &AnnotationsPage::refresh);
    connect(m_model, &AnnotationsModel::keyAdded, this, &AnnotationsPage::continueWithValue);
    connect(m_model, &AnnotationsModel::refused, this, [this](const QString &why) {
        m_messageBar->setMessage(InfoBar::Kind::Warning, why);
        m_messageBar->show();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &AnnotationsPage::refresh);
    refresh();
}

AnnotationsPage::~AnnotationsPage()
{
    // The model goes before the view, whose selection then changes: nobody is here any more to hear of it.
    disconnect(m_model, nullptr, this, nullptr);
    disconnect(m_view->selectionModel(), nullptr, this, nullptr);
}

void AnnotationsPage::build()
{
    m_add->setObjectName(QStringLiteral("addAnnotation"));
    m_delete->setObjectName(QStringLiteral("deleteAnnotations"));
    m_keepTimes->setObjectName(QStringLiteral("keepTimes"));
    m_keepTimes->setToolTip(
        tr("Write the time of each file's last change instead of a constant. Packages made twice then differ."));
    m_ociAnnotations->setObjectName(QStringLiteral("ociAnnotations"));
    m_ociAnnotations->setToolTip(
        tr("Repeat version, licences and the like as org.opencontainers.image.* for other tools."));
    m_sizeBar->setObjectName(QStringLiteral("annotationsSize"));
    m_sizeBar->hide();
    m_messageBar->setObjectName(QStringLiteral("annotationsMessage"));
    m_messageBar->setDismissible(true);
    m_messageBar->hide();

    m_view->setObjectName(QStringLiteral("annotationsTable"));
    m_view->setAccessibleName(tr("Annotations"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new AnnotationDelegate(m_document, m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setTextElideMode(Qt::ElideMiddle);
    m_view->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                            | QAbstractItemView::AnyKeyPressed);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setDefaultSectionSize(metrics::rowHeight(metrics::listRow));
    auto *header = m_view->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setStretchLastSection(true);
    header->resizeSection(AnnotationsModel::Key, 290);
    header->resizeSection(AnnotationsModel::Value, 280);
    header->resizeSection(AnnotationsModel::Scope, 160);
    header->resizeSection(AnnotationsModel::Origin, 72);
    m_view->installEventFilter(this);
    const auto applyColors = [this] { m_view->setPalette(Theme::instance().itemViewPalette()); };
    applyColors();
    connect(&Theme::instance(), &Theme::changed, this, applyColors);

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(metrics::space4, metrics::space2, metrics::space4, metrics::space2);
    bar->setSpacing(metrics::space2);
    bar->addWidget(m_add);
    bar->addWidget(m_delete);
    bar->addStretch();
    bar->addWidget(m_ociAnnotations);
    bar->addSpacing(metrics::space2);
    bar->addWidget(m_keepTimes);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_sizeBar);
    layout->addWidget(m_messageBar);
    layout->addWidget(m_view, 1);
}

bool AnnotationsPage::eventFilter(QObject *watched, QEvent *event)
{
    // An open editor gives its keys on to the table when it does not want them.
    if (event->type() != QEvent::KeyPress || !m_view->hasFocus())
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->matches(QKeySequence::Paste)) {
        paste();
        return true;
    }
    if (key->matches(QKeySequence::Copy)) {
        copySelected();
        return true;
    }
    if (key->matches(QKeySequence::Delete) || key->key() == Qt::Key_Backspace) {
        deleteSelected();
        return true;
    }
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        const auto current = m_view->currentIndex();
        if (current.isValid() && (m_model->flags(current) & Qt::ItemIsEditable))
            m_view->edit(current);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void AnnotationsPage::continueWithValue(int row)
{
    // After the editor of the key has closed, which gives the focus back to the table.
    const QPersistentModelIndex cell(m_model->index(row, AnnotationsModel::Value));
    QTimer::singleShot(0, this, [this, cell] {
        if (!cell.isValid())
            return;
        m_view->setCurrentIndex(cell);
        m_view->edit(cell);
    });
}

void AnnotationsPage::startAdding()
{
    const auto cell = m_model->index(m_model->addRow(), AnnotationsModel::Key);
    m_view->setFocus();
    m_view->setCurrentIndex(cell);
    m_view->scrollTo(cell);
    m_view->edit(cell);
}

std::vector<int> AnnotationsPage::selectedRows() const
{
    std::vector<int> rows;
    for (const auto &range : m_view->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

void AnnotationsPage::deleteSelected() { m_model->remove(selectedRows()); }

void AnnotationsPage::copySelected() const
{
    QStringList lines;
    for (const int row : selectedRows()) {
        if (!m_model->index(row, 0).data(AnnotationsModel::IsAddRole).toBool())
            lines << m_model->index(row, AnnotationsModel::Key).data(Qt::EditRole).toString() + QLatin1Char('=')
                    + m_model->index(row, AnnotationsModel::Value).data(Qt::EditRole).toString();
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void AnnotationsPage::paste()
{
    const auto text = QGuiApplication::clipboard()->text();
    if (const auto annotations = parseAnnotations(text)) {
        m_messageBar->hide();
        m_model->add(*annotations);
        return;
    }
    // One value for the cell that is current.
    const auto current = m_view->currentIndex();
    if (current.isValid() && !text.trimmed().isEmpty() && !text.trimmed().contains(QLatin1Char('\n'))
        && m_model->setData(current, text.trimmed()))
        return;
    m_messageBar->setMessage(InfoBar::Kind::Warning, tr("Nothing was pasted."),
                             tr("Paste lines of key=value, or a JSON object."));
    m_messageBar->show();
}

void AnnotationsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model->setSeen(true);
}

void AnnotationsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_model->setSeen(false);
}

void AnnotationsPage::refresh()
{
    const QSignalBlocker blockTimes(m_keepTimes);
    const QSignalBlocker blockOci(m_ociAnnotations);
    m_keepTimes->setChecked(m_document.state().header->keepTimes);
    m_ociAnnotations->setChecked(m_document.state().header->ociAnnotations);
    m_keepTimes->setVisible(!m_document.published()); // times of files are in the layers
    const auto rows = selectedRows();
    m_delete->setEnabled(std::any_of(rows.begin(), rows.end(), [this](int row) { return m_model->isYours(row); }));
    const auto bytes = m_model->totalBytes();
    m_sizeBar->setVisible(bytes > maxAnnotationBytes);
    if (bytes > maxAnnotationBytes)
        m_sizeBar->setMessage(InfoBar::Kind::Warning, tr("The annotations are large."),
                              tr("%1 together; registries and clients may refuse more than %2.")
                                  .arg(formatBytes(ByteCount(static_cast<std::int64_t>(bytes))),
                                       formatBytes(ByteCount(static_cast<std::int64_t>(maxAnnotationBytes)))));
}

} // namespace modelcrate
