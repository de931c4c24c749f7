// SPDX-License-Identifier: Apache-2.0
#include "ui/package/metadatapage.h"

#include "modelpack/validate.h"
#include "ui/package/fieldrow.h"
#include "ui/package/packagedocument.h"
#include "ui/package/planpreview.h"
#include "ui/text/convert.h"
#include "ui/text/errortext.h"
#include "ui/text/numbers.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <algorithm>
#include <map>

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

constexpr int sectionPanelWidth = 168;
constexpr int formWidth = 760; ///< fields wider than this are harder to read, not easier
constexpr int errorsRole = Qt::UserRole;
constexpr int warningsRole = Qt::UserRole + 1;

/// A section with the number of its problems, or else of what is worth a look.
class SectionDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {sectionPanelWidth - 2 * metrics::space2, metrics::rowHeight(metrics::listRow)};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        auto item = option;
        if (option.state & QStyle::State_Selected)
            item.font = Theme::font(FontRole::Strong);
        QStyledItemDelegate::paint(painter, item, index);
        const int errors = index.data(errorsRole).toInt();
        const int count = errors > 0 ? errors : index.data(warningsRole).toInt();
        if (count == 0)
            return;
        const auto ink = Theme::instance().color(errors > 0 ? Role::Danger : Role::Warning);
        const auto digits = formatCount(count);
        const int width = option.fontMetrics.horizontalAdvance(digits);
        const QRect room = option.rect.adjusted(0, 0, -metrics::space2, 0);
        const QRect number(room.right() - width, room.top(), width + 1, room.height());
        const QRect sign(number.left() - metrics::iconInline - metrics::space1,
                         room.center().y() - metrics::iconInline / 2, metrics::iconInline, metrics::iconInline);
        painter->setPen(ink);
        painter->drawText(QStyle::visualRect(option.direction, option.rect, number), Qt::AlignCenter, digits);
        painter->drawPixmap(QStyle::visualRect(option.direction, option.rect, sign),
                            iconPixmap(errors > 0 ? QStringLiteral("error") : QStringLiteral("warning"),
                                       metrics::iconInline, ink, painter->device()->devicePixelRatioF()));
    }
};

void setGround(QWidget *widget, Role role)
{
    auto palette = widget->palette();
    palette.setColor(QPalette::Window, Theme::instance().color(role));
    widget->setPalette(palette);
    widget->setAutoFillBackground(true);
}

void setInk(QWidget *widget, Role role)
{
    auto palette = widget->palette();
    palette.setColor(QPalette::WindowText, Theme::instance().color(role));
    widget->setPalette(palette);
}

QFrame *makeLine(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setFixedHeight(1);
    line->setObjectName(QStringLiteral("metadataLine"));
    return line;
}

} // namespace

struct MetadataPage::Section {
    QWidget *header = nullptr;
    QLabel *hint = nullptr;
    std::vector<FieldRow *> rows = {};
};

MetadataPage::MetadataPage(PackageDocument &document, PlanPreview &preview, Services &, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_preview(preview),
      m_splitter(new QSplitter(Qt::Horizontal, this))
{
    setObjectName(QStringLiteral("metadataPage"));
    setAccessibleName(tr("Metadata"));
    m_splitter->setObjectName(QStringLiteral("metadataSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_formSide = new QWidget(m_splitter);
    auto *side = new QHBoxLayout(m_formSide);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(0);
    side->addWidget(makeSectionPanel());
    side->addWidget(makeForm(), 1);
    m_splitter->addWidget(m_formSide);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);

    m_summaryDelay.setSingleShot(true);
    m_summaryDelay.setInterval(0);
    connect(&m_summaryDelay, &QTimer::timeout, this, &MetadataPage::summarize);
    for (auto *row : m_rows)
        connect(row, &FieldRow::changed, &m_summaryDelay, qOverload<>(&QTimer::start));
    connect(&document, &PackageDocument::fieldChanged, this, &MetadataPage::refreshRows);
    connect(&document, &PackageDocument::entriesChanged, this, [this] {
        for (auto *row : m_rows)
            row->refreshSources();
    });
    connect(&document, &PackageDocument::entriesReset, this, [this] {
        for (auto *row : m_rows)
            row->refresh(true);
        refreshRows();
    });
    connect(&preview, &PlanPreview::changed, this, &MetadataPage::refreshLayers);
    connect(&Theme::instance(), &Theme::changed, this, &MetadataPage::applyColors);
    applyColors();
    refreshRows();
    refreshLayers();
    summarize();
    m_sectionList->setCurrentIndex(m_sectionModel->index(0, 0));
}

MetadataPage::~MetadataPage() = default;

QWidget *MetadataPage::makeSectionPanel()
{
    m_sectionPanel = new QFrame(this);
    m_sectionPanel->setFixedWidth(sectionPanelWidth);
    m_sectionModel = new QStandardItemModel(this);
    for (const auto section : fieldSections)
        m_sectionModel->appendRow(new QStandardItem(sectionTitle(section)));
    m_sectionModel->appendRow(new QStandardItem(tr("Layers")));
    m_sectionList = new QListView(m_sectionPanel);
    m_sectionList->setObjectName(QStringLiteral("metadataSections"));
    m_sectionList->setAccessibleName(tr("Sections"));
    m_sectionList->setModel(m_sectionModel);
    m_sectionList->setItemDelegate(new SectionDelegate(m_sectionList));
    m_sectionList->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_sectionList->setFrameShape(QFrame::NoFrame);
    m_sectionList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_sectionList->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_sectionList->setFixedHeight(m_sectionModel->rowCount() * metrics::rowHeight(metrics::listRow) + 4);
    connect(m_sectionList, &QListView::clicked, this, [this](const QModelIndex &index) { showSection(index.row()); });
    connect(m_sectionList, &QListView::activated, this, [this](const QModelIndex &index) { showSection(index.row()); });
    m_showEmpty = new QCheckBox(m_sectionPanel);
    m_showEmpty->setObjectName(QStringLiteral("showEmptyFields"));
    m_summary = new QLabel(m_sectionPanel);
    m_summary->setObjectName(QStringLiteral("metadataSummary"));
    m_summary->setWordWrap(true);
    auto *layout = new QVBoxLayout(m_sectionPanel);
    layout->setContentsMargins(metrics::space2, metrics::space3, metrics::space2, metrics::space3);
    layout->setSpacing(metrics::space3);
    layout->addWidget(m_sectionList);
    layout->addWidget(makeLine(m_sectionPanel));
    layout->addWidget(m_showEmpty);
    layout->addWidget(m_summary);
    layout->addStretch();
    return m_sectionPanel;
}

QWidget *MetadataPage::makeForm()
{
    auto *side = new QWidget(this);
    auto *sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(0, 0, 0, 0);
    sideLayout->setSpacing(0);

    m_narrowBar = new QWidget(side);
    auto *bar = new QHBoxLayout(m_narrowBar);
    bar->setContentsMargins(metrics::space4, metrics::space2, metrics::space4, metrics::space2);
    m_sectionCombo = new QComboBox(m_narrowBar);
    m_sectionCombo->setObjectName(QStringLiteral("metadataSectionCombo"));
    m_sectionCombo->setAccessibleName(tr("Section"));
    m_sectionCombo->setModel(m_sectionModel);
    m_showEmptyNarrow = new QCheckBox(m_narrowBar);
    m_showEmptyNarrow->setObjectName(QStringLiteral("showEmptyFieldsNarrow"));
    bar->addWidget(m_sectionCombo);
    bar->addWidget(m_showEmptyNarrow);
    bar->addStretch();
    connect(m_sectionCombo, &QComboBox::activated, this, &MetadataPage::showSection);
    for (auto *box : {m_showEmpty, m_showEmptyNarrow}) {
        connect(box, &QCheckBox::toggled, this, [this](bool on) {
            for (auto *other : {m_showEmpty, m_showEmptyNarrow}) {
                const QSignalBlocker blocker(other);
                other->setChecked(on);
            }
            for (auto *row : m_rows)
                row->setKept(false);
            refreshVisibility();
        });
    }
    sideLayout->addWidget(m_narrowBar);

    m_scroll = new QScrollArea(side);
    m_scroll->setObjectName(QStringLiteral("metadataScroll"));
    m_scroll->setAccessibleName(tr("Fields of the model config"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *form = new QWidget(m_scroll);
    form->setObjectName(QStringLiteral("metadataForm"));
    auto *column = new QWidget(form);
    column->setMaximumWidth(formWidth);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(metrics::space5, metrics::space3, metrics::space4, metrics::space5);
    layout->setSpacing(0);
    const auto addHeader = [&](const QString &title, const QString &hintText, Section &section) {
        section.header = new QWidget(column);
        auto *titleLabel = new QLabel(title, section.header);
        titleLabel->setFont(Theme::font(FontRole::Strong));
        section.hint = new QLabel(hintText, section.header);
        auto *line = new QHBoxLayout(section.header);
        line->setContentsMargins(0, m_sections.empty() ? 0 : metrics::space4, 0, metrics::space2);
        line->setSpacing(metrics::space2);
        line->addWidget(titleLabel);
        line->addWidget(section.hint);
        line->addStretch();
        layout->addWidget(section.header);
    };
    for (const auto part : fieldSections) {
        Section section;
        addHeader(sectionTitle(part), sectionHint(part), section);
        for (const auto &spec : fieldSpecs()) {
            if (spec.section != part)
                continue;
            auto *row = new FieldRow(spec, m_document, column);
            layout->addWidget(row);
            section.rows.push_back(row);
            m_rows.push_back(row);
        }
        m_sections.push_back(std::move(section));
    }
    Section layers;
    addHeader(tr("Layers"), tr("Written when it is published"), layers);
    m_sections.push_back(std::move(layers));
    m_layers = new QLabel(column);
    m_layers->setObjectName(QStringLiteral("metadataLayers"));
    m_layers->setWordWrap(true);
    layout->addWidget(m_layers);
    m_nothingFound = new QLabel(column);
    m_nothingFound->setObjectName(QStringLiteral("metadataNothingFound"));
    m_nothingFound->setWordWrap(true);
    m_nothingFound->hide();
    layout->addWidget(m_nothingFound);
    layout->addStretch();
    auto *outer = new QHBoxLayout(form);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(column, 1);
    outer->addStretch(0);
    m_scroll->setWidget(form);
    sideLayout->addWidget(m_scroll, 1);
    return side;
}

void MetadataPage::refreshRows()
{
    for (auto *row : m_rows)
        row->refresh();
    refreshRemarks();
    m_summaryDelay.start();
}

void MetadataPage::refreshRemarks()
{
    std::map<const FieldSpec *, const Finding *> byField;
    const auto findings = validateConfig(m_document.state().header->config.toBytes({}));
    for (const auto &finding : findings) {
        const auto *spec = finding.severity == Severity::Note ? nullptr : fieldSpecAt(finding.where);
        if (!spec)
            continue;
        auto &worst = byField[spec];
        if (!worst || finding.severity > worst->severity)
            worst = &finding;
    }
    for (auto *row : m_rows) {
        const auto found = byField.find(&row->spec());
        if (found == byField.end()) {
            row->setRemark({}, false);
            continue;
        }
        // Our own words where there are some; the core's for the rest.
        const auto own = checkField(row->spec(), fieldText(row->spec(), m_document.field(row->spec().path))).error;
        row->setRemark(own.isEmpty() ? findingText(*found->second) : own, found->second->severity == Severity::Error);
    }
}

void MetadataPage::refreshLayers()
{
    const auto snapshot = m_preview.snapshot();
    if (!snapshot) {
        m_layers->setText(tr("The list of layers (modelfs) is made from the files."));
        return;
    }
    const auto count = snapshot->plan.layers.size();
    m_layers->setText(tr("%n layer(s) in modelfs, with the digest of each as it is unpacked. The list is made from the "
                         "files and needs no input.",
                         nullptr, static_cast<int>(count)));
}

void MetadataPage::refreshVisibility()
{
    const bool filtering = !m_filter.trimmed().isEmpty();
    const bool all = m_showEmpty->isChecked();
    int hidden = 0;
    bool any = false;
    for (const auto &section : m_sections) {
        bool anyInSection = false;
        for (auto *row : section.rows) {
            const bool isEmpty = !row->isWorthShowing();
            hidden += isEmpty ? 1 : 0;
            const bool visible = filtering ? row->matches(m_filter) : all || !isEmpty;
            // Who empties a field does not want to see it vanish.
            if (visible && !filtering && !all)
                row->setKept(true);
            row->setVisible(visible);
            anyInSection = anyInSection || visible;
        }
        section.header->setVisible(anyInSection || (section.rows.empty() && !filtering));
        any = any || anyInSection;
    }
    m_layers->setVisible(!filtering);
    m_nothingFound->setText(
        tr("No field has \"%1\" in its name, its help or its value.").arg(displayText(toUtf8(m_filter))));
    m_nothingFound->setVisible(filtering && !any);
    const auto text = tr("Show %n empty", "fields", hidden);
    m_showEmpty->setText(text);
    m_sectionPanel->setFixedWidth(std::max(sectionPanelWidth, m_showEmpty->sizeHint().width() + 2 * metrics::space2));
    for (auto *box : {m_showEmpty, m_showEmptyNarrow}) {
        box->setText(text);
        box->setEnabled(!filtering && (hidden > 0 || all));
    }
}

void MetadataPage::summarize()
{
    refreshVisibility();
    int filled = 0;
    int fromFiles = 0;
    int changed = 0;
    std::vector<Problem> problems;
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        int errors = 0;
        int warnings = 0;
        for (const auto *row : m_sections[i].rows) {
            filled += row->isFilled() ? 1 : 0;
            fromFiles += row->isFromFiles() ? 1 : 0;
            changed += row->isChanged() ? 1 : 0;
            errors += row->error().isEmpty() ? 0 : 1;
            warnings += row->hasWarning() ? 1 : 0;
            if (!row->error().isEmpty())
                problems.push_back({row->spec().name(), row->spec().label(), row->error()});
        }
        auto *item = m_sectionModel->item(static_cast<int>(i));
        if (item->data(errorsRole).toInt() != errors || item->data(warningsRole).toInt() != warnings) {
            item->setData(errors, errorsRole);
            item->setData(warnings, warningsRole);
            item->setData(errors > 0         ? tr("%1, %n problem(s)", nullptr, errors).arg(item->text())
                              : warnings > 0 ? tr("%1, %n to look at", nullptr, warnings).arg(item->text())
                                             : item->text(),
                          Qt::AccessibleTextRole);
        }
    }
    const auto rows = static_cast<int>(m_rows.size());
    m_summary->setText(m_document.published()
                           ? tr("%1 of %2 fields filled, %3 not as published.")
                                 .arg(formatCount(filled), formatCount(rows), formatCount(changed))
                           : tr("%1 of %2 fields filled, %3 from your files.")
                                 .arg(formatCount(filled), formatCount(rows), formatCount(fromFiles)));
    if (problems != m_problems) {
        m_problems = std::move(problems);
        Q_EMIT problemsChanged();
    }
}

std::vector<MetadataPage::Problem> MetadataPage::problems() const
{
    std::vector<Problem> problems;
    for (const auto *row : m_rows) {
        if (!row->error().isEmpty())
            problems.push_back({row->spec().name(), row->spec().label(), row->error()});
    }
    return problems;
}

int MetadataPage::problemCount() const { return static_cast<int>(problems().size()); }

void MetadataPage::setFilter(const QString &text)
{
    if (text == m_filter)
        return;
    m_filter = text;
    refreshVisibility();
}

void MetadataPage::focusField(const QString &path)
{
    const auto *spec = fieldSpecAt(toUtf8(path));
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [spec](const FieldRow *row) { return &row->spec() == spec; });
    if (!spec || found == m_rows.end())
        return;
    setSidePanelOver(false);
    (*found)->setKept(true);
    (*found)->setVisible(true);
    m_summaryDelay.start();
    m_scroll->widget()->layout()->activate();
    m_scroll->ensureWidgetVisible(*found, 0, metrics::space6);
    (*found)->focusInput();
}

void MetadataPage::showSection(int index)
{
    if (index < 0 || static_cast<std::size_t>(index) >= m_sections.size())
        return;
    const auto *header = m_sections[static_cast<std::size_t>(index)].header;
    m_scroll->verticalScrollBar()->setValue(header->mapTo(m_scroll->widget(), QPoint(0, 0)).y());
    m_sectionList->setCurrentIndex(m_sectionModel->index(index, 0));
    m_sectionCombo->setCurrentIndex(index);
}

void MetadataPage::setSidePanel(QWidget *panel)
{
    if (m_panel == panel)
        return;
    delete m_panel;
    m_panel = panel;
    m_panelPlaced = false;
    if (!panel)
        return;
    m_splitter->addWidget(panel);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    arrange();
}

void MetadataPage::setSidePanelOver(bool over)
{
    m_panelOver = over;
    arrange();
}

bool MetadataPage::hasRoomForSidePanel() const { return width() >= metrics::narrow - metrics::rail; }

void MetadataPage::arrange()
{
    const bool wide = hasRoomForSidePanel();
    m_sectionPanel->setVisible(wide);
    m_narrowBar->setVisible(!wide);
    if (!m_panel)
        return;
    m_panel->setVisible(wide || m_panelOver);
    m_formSide->setVisible(wide || !m_panelOver);
    if (wide && !m_panelPlaced) {
        m_panelPlaced = true;
        m_splitter->setSizes({width() - metrics::manifestPreview - 1, metrics::manifestPreview});
    }
}

void MetadataPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void MetadataPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_sectionList->setFixedHeight(m_sectionModel->rowCount() * metrics::rowHeight(metrics::listRow) + 4);
}

void MetadataPage::applyColors()
{
    setGround(m_sectionPanel, Role::Raised);
    setGround(m_narrowBar, Role::Raised);
    auto list = Theme::instance().itemViewPalette();
    list.setColor(QPalette::Base, Theme::instance().color(Role::Raised));
    m_sectionList->setPalette(list);
    setGround(m_scroll->widget(), Role::Surface);
    for (auto *line : findChildren<QFrame *>(QStringLiteral("metadataLine")))
        setGround(line, Role::Line);
    for (const auto &section : m_sections)
        setInk(section.hint, Role::TextMuted);
    for (auto *label : {m_summary, m_layers, m_nothingFound})
        setInk(label, Role::TextMuted);
}

} // namespace modelcrate
