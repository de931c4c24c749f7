// SPDX-License-Identifier: Apache-2.0
#include "ui/registry/comparepage.h"

#include "io/file.h"
#include "operations/details.h"
#include "ui/artifact/jsoncontent.h"
#include "ui/artifact/plainhttpnote.h"
#include "ui/jobs/disposal.h"
#include "ui/jobs/jobrunner.h"
#include "ui/registry/artifactviews.h"
#include "ui/registry/comparebars.h"
#include "ui/registry/comparemodel.h"
#include "ui/registry/referencetext.h"
#include "ui/text/convert.h"
#include "ui/text/errortext.h"
#include "ui/text/kindtext.h"
#include "ui/text/numbers.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/layerchip.h"
#include "ui/widgets/settings.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/unitswatch.h"
#include "ui/widgets/userprompts.h"

#include <algorithm>
#include <set>
#include <span>

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStandardItemModel>
#include <QToolButton>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

using State = LayerChange::State;

/// People read no more of them one by one; the export has all.
constexpr std::size_t mostMembers = 2'000;

QStandardItem *plainItem(const QString &text)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    item->setToolTip(text);
    return item;
}

QLabel *plainLabel(const char *objectName, FontRole role)
{
    auto *label = new QLabel;
    label->setObjectName(QLatin1String(objectName));
    label->setFont(Theme::font(role));
    return label;
}

/// What it is called in a column's title: the tag, or the last part of it.
QString shortName(const QString &reference)
{
    const auto location = parseTarget(toUtf8(reference));
    if (const auto tag = location ? tagOf(*location) : std::nullopt)
        return toQString(tag->toString());
    const auto path = reference.mid(reference.lastIndexOf(QLatin1Char('/')) + 1);
    return path.size() > 40 ? path.left(39) + QChar(0x2026) : path;
}

} // namespace

ComparePage::ComparePage(Services &services, QWidget *parent)
    : QWidget(parent),
      m_services(services),
      m_message(new InfoBar),
      m_result(new QWidget),
      m_members(new QStandardItemModel(this)),
      m_layers(new CompareModel(this))
{
    setObjectName(QStringLiteral("comparePage"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_message->setObjectName(QStringLiteral("compareMessage"));
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeMembers());
    splitter->addWidget(makeLayers());
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 4); // names of files are long, those of fields are known
    auto *result = new QVBoxLayout(m_result);
    result->setContentsMargins(0, 0, 0, 0);
    result->setSpacing(0);
    result->addWidget(makeSummary());
    result->addWidget(splitter, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    m_plainHttp = new PlainHttpNote(m_services);
    m_plainHttp->setObjectName(QStringLiteral("comparePlainHttp"));
    m_plainHttp->setContentsMargins(metrics::space4, metrics::space1, metrics::space4, metrics::space1);
    column->addWidget(m_plainHttp);
    column->addWidget(m_message);
    column->addWidget(m_result, 1);
    column->addStretch(0);
    m_result->hide();
    whenUnitsChange(services.settings, this, [this] {
        if (!m_comparison)
            return;
        showSummary();
        m_layers->writeSizes();
    });
}

ComparePage::~ComparePage() = default;

QComboBox *ComparePage::makeField(const QString &accessibleName, const char *objectName)
{
    auto *field = new QComboBox;
    field->setEditable(true);
    field->setInsertPolicy(QComboBox::NoInsert);
    field->setObjectName(QLatin1String(objectName));
    field->setAccessibleName(accessibleName);
    field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    field->setMinimumContentsLength(8); // both of them and the buttons fit the smallest window
    field->lineEdit()->setPlaceholderText(tr("Reference, layout, folder or package"));
    connect(field->lineEdit(), &QLineEdit::returnPressed, this, &ComparePage::start);
    connect(field, &QComboBox::activated, this, &ComparePage::start);
    return field;
}

QWidget *ComparePage::makeHead()
{
    auto *head = new QWidget;
    head->setBackgroundRole(QPalette::Window);
    head->setAutoFillBackground(true);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(metrics::space4, metrics::space2, metrics::space4, metrics::space2);
    row->setSpacing(metrics::space2);
    m_before = makeField(tr("The earlier artifact"), "compareBefore");
    m_after = makeField(tr("The later artifact"), "compareAfter");
    auto *swapButton = new QToolButton;
    swapButton->setObjectName(QStringLiteral("compareSwap"));
    swapButton->setIcon(icon(QStringLiteral("swap")));
    swapButton->setAutoRaise(true);
    swapButton->setAccessibleName(tr("Swap the two"));
    swapButton->setToolTip(swapButton->accessibleName());
    connect(swapButton, &QToolButton::clicked, this, &ComparePage::swap);
    auto *compareButton = new QPushButton(tr("Compare"));
    compareButton->setObjectName(QStringLiteral("compareStart"));
    connect(compareButton, &QPushButton::clicked, this, &ComparePage::start);
    m_export = new QPushButton(tr("Export…"));
    m_export->setObjectName(QStringLiteral("compareExport"));
    m_export->setEnabled(false);
    connect(m_export, &QPushButton::clicked, this, &ComparePage::exportFile);
    auto *close = new QPushButton(tr("Close"));
    close->setObjectName(QStringLiteral("compareClose"));
    connect(close, &QPushButton::clicked, this, &ComparePage::closed);
    row->addWidget(m_before, 1);
    row->addWidget(swapButton);
    row->addWidget(m_after, 1);
    for (auto *button : {compareButton, m_export, close})
        row->addWidget(button);
    return head;
}

QWidget *ComparePage::makeSummary()
{
    auto *summary = new QWidget;
    auto *column = new QVBoxLayout(summary);
    column->setContentsMargins(metrics::space5, metrics::space3, metrics::space5, metrics::space3);
    column->setSpacing(metrics::space2);
    m_shared = plainLabel("compareShared", FontRole::Heading);
    m_notShared = plainLabel("compareNotShared", FontRole::Base);
    m_notShared->setForegroundRole(QPalette::PlaceholderText);
    m_notShared->setWordWrap(true);
    m_bars = new CompareBars;
    column->addWidget(m_shared);
    column->addWidget(m_notShared);
    column->addWidget(m_bars);
    return summary;
}

QWidget *ComparePage::makeMembers()
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_memberTitle = plainLabel("compareMemberTitle", FontRole::Strong);
    m_memberTitle->setContentsMargins(metrics::space4, metrics::space2, metrics::space4, metrics::space2);
    m_memberTitle->setMinimumHeight(metrics::pageBar);
    m_memberTable = new CopyTable(2);
    m_memberTable->setObjectName(QStringLiteral("compareMembers"));
    m_memberTable->setAccessibleName(tr("Fields and annotations that differ"));
    m_memberTable->setModel(m_members);
    column->addWidget(m_memberTitle);
    column->addWidget(m_memberTable, 1);
    return side;
}

QWidget *ComparePage::makeLayers()
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QWidget;
    auto *bar = new FlowLayout(head, metrics::space1, metrics::space1);
    bar->setContentsMargins(metrics::space4, metrics::space2, metrics::space4, metrics::space2);
    auto *title = plainLabel("compareLayerTitle", FontRole::Strong);
    title->setText(tr("Layers"));
    title->setContentsMargins(0, 0, metrics::space2, 0);
    bar->addWidget(title);
    for (const auto state : CompareModel::stateOrder) {
        auto *toggle = new QToolButton;
        toggle->setObjectName(QStringLiteral("compareToggle-") + toQString(toString(state)));
        toggle->setAccessibleName(tr("Show layers: %1").arg(changeStateText(state)));
        toggle->setCheckable(true);
        toggle->setChecked(true);
        toggle->setIcon(icon(CompareModel::iconOf(state), CompareModel::colorOf(state)));
        toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        connect(toggle, &QToolButton::toggled, this, &ComparePage::applyToggles);
        m_toggles.emplace(state, toggle);
        bar->addWidget(toggle);
    }
    m_layerTable = new CopyTable(1);
    m_layerTable->setObjectName(QStringLiteral("compareLayers"));
    m_layerTable->setAccessibleName(tr("Layers of both artifacts"));
    m_layerTable->setModel(m_layers);
    m_layerTable->setItemDelegateForColumn(CompareModel::Kind, new LayerChipDelegate(m_layerTable));
    m_layerTable->horizontalHeader()->setSectionResizeMode(CompareModel::Layer, QHeaderView::Stretch);
    column->addWidget(head);
    column->addWidget(m_layerTable, 1);
    return side;
}

void ComparePage::compare(const QString &before, const QString &after)
{
    fillFields(before, after);
    if (after.isEmpty())
        m_after->setFocus();
    start();
}

void ComparePage::fillFields(const QString &before, const QString &after)
{
    const auto recent = m_services.settings.recentTargets();
    for (auto *field : {m_before, m_after}) {
        field->clear();
        field->addItems(recent);
    }
    m_before->setEditText(before);
    m_after->setEditText(after);
}

ComparePage::View ComparePage::view() const
{
    View view{m_before->currentText(), m_after->currentText()};
    for (const auto &[state, toggle] : m_toggles) {
        if (!toggle->isChecked())
            view.hidden.insert(state);
    }
    view.comparison = m_comparison;
    view.isReading = m_reading;
    return view;
}

void ComparePage::restore(const View &view)
{
    fillFields(view.before, view.after);
    for (const auto &[state, toggle] : m_toggles)
        toggle->setChecked(view.hidden.count(state) == 0);
    if (view.comparison)
        present(view.comparison);
    else if (view.isReading)
        start();
    else
        sayWhatToDo();
}

void ComparePage::sayWhatToDo()
{
    m_message->setMessage(InfoBar::Kind::Info, {},
                          tr("Choose two artifacts to compare: tags, digests, layouts, or "
                             "a folder that is not published yet."));
}

void ComparePage::swap()
{
    const auto before = m_before->currentText();
    m_before->setEditText(m_after->currentText());
    m_after->setEditText(before);
    start();
}

void ComparePage::start()
{
    const auto before = referenceIn(m_before->currentText());
    const auto after = referenceIn(m_after->currentText());
    m_plainHttp->setReferences({before, after});
    m_reading = false;
    m_comparison.reset();
    m_export->setEnabled(false);
    m_result->hide();
    m_message->clearActions();
    m_message->show();
    if (before.isEmpty() || after.isEmpty()) {
        m_job.reset();
        return sayWhatToDo();
    }
    m_message->setMessage(InfoBar::Kind::Info, {}, tr("Reading both…"));
    m_reading = true;
    m_job = std::make_unique<QObject>();
    const bool sameName = shortName(before) == shortName(after);
    using Made = std::shared_ptr<const Comparison>;
    m_services.jobs.run<Made>(
        m_job.get(),
        [before, after, nameBefore = sameName ? before : shortName(before),
         nameAfter = sameName ? after : shortName(after),
         &session = m_services.session](const TaskContext &context) -> Result<Made> {
            ASSIGN_OR_RETURN(const auto from, parseLocation(toUtf8(before)));
            ASSIGN_OR_RETURN(const auto to, parseLocation(toUtf8(after)));
            ASSIGN_OR_RETURN(const auto documentsBefore, fetchDocuments(from, session, context));
            ASSIGN_OR_RETURN(const auto documentsAfter, fetchDocuments(to, session, context));
            ASSIGN_OR_RETURN(auto comparison,
                             compareDocuments(nameBefore, documentsBefore, nameAfter, documentsAfter));
            return makeDisposed<const Comparison>(std::move(comparison));
        },
        [this](Result<Made> comparison) { take(std::move(comparison)); });
}

void ComparePage::take(Result<std::shared_ptr<const Comparison>> comparison)
{
    m_reading = false;
    if (comparison)
        present(std::move(*comparison));
    else
        m_message->setError(errorText(comparison.error()));
    Q_EMIT compared();
}

void ComparePage::present(std::shared_ptr<const Comparison> comparison)
{
    m_comparison = std::move(comparison);
    m_message->hide();
    showSummary();
    showMembers();
    showLayers();
    m_result->show();
    m_export->setEnabled(true);
}

void ComparePage::showSummary()
{
    const auto &comparison = *m_comparison;
    m_shared->setText(sharedText(comparison));
    m_notShared->setText(notSharedText(comparison));
    CompareBars::Parts parts{comparison.before, comparison.after};
    for (const auto &[state, sum] : comparison.sums) {
        switch (state) {
        case State::Pending: parts.unknown += sum.before; break;
        case State::Changed:
            parts.changedBefore += sum.before;
            parts.changedAfter += sum.after;
            break;
        case State::Added: parts.added += sum.after; break;
        case State::Removed: parts.removed += sum.before; break;
        case State::Same:
        case State::Renamed:
        case State::Retyped:
            parts.sameBefore += sum.before;
            parts.sameAfter += sum.after;
            break;
        }
    }
    m_bars->setParts(parts);
}

void ComparePage::showMembers()
{
    const auto &comparison = *m_comparison;
    m_members->clear();
    m_members->setHorizontalHeaderLabels({tr("Field"), comparison.before, comparison.after});
    const auto addGroup = [this](const QString &title, const std::vector<MemberChange> &members) {
        if (members.empty())
            return;
        auto *group = plainItem(title);
        group->setFont(Theme::font(FontRole::Strong));
        group->setEnabled(false);
        m_members->appendRow(group);
        m_memberTable->setSpan(m_members->rowCount() - 1, 0, 1, 3);
        for (const auto &member : std::span(members).first(std::min(members.size(), mostMembers))) {
            auto *after = plainItem(member.after ? valueText(*member.after) : tr("absent"));
            after->setFont(Theme::font(FontRole::Strong));
            m_members->appendRow({plainItem(displayText(member.path)),
                                  plainItem(member.before ? valueText(*member.before) : tr("absent")), after});
        }
        if (members.size() <= mostMembers)
            return;
        auto *rest = plainItem(
            tr("%Ln more: the export has all", nullptr, static_cast<int>(members.size() - mostMembers)));
        rest->setEnabled(false);
        m_members->appendRow(rest);
    };
    m_memberTable->clearSpans();
    addGroup(tr("Config"), comparison.changes.config);
    addGroup(tr("Annotations"), comparison.changes.annotations);
    const auto differences = comparison.changes.config.size() + comparison.changes.annotations.size();
    m_memberTitle->setText(
        differences == 0 ? tr("Config and annotations are the same")
                         : tr("Config and annotations, %n difference(s)", nullptr, static_cast<int>(differences)));
    m_memberTable->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
}

void ComparePage::showLayers()
{
    const auto &comparison = *m_comparison;
    for (const auto state : CompareModel::stateOrder) {
        const auto found = comparison.sums.find(state);
        const int count = found == comparison.sums.end() ? 0 : found->second.layers;
        auto *toggle = m_toggles.at(state);
        toggle->setText(QStringLiteral("%1 %2").arg(changeStateText(state), formatCount(count)));
        toggle->setAccessibleName(tr("Show layers: %1").arg(toggle->text()));
        toggle->setVisible(count > 0);
    }
    m_layers->setComparison(m_comparison);
    const auto width = [&](const QString &sample) { return fontMetrics().horizontalAdvance(sample); };
    m_layerTable->setColumnWidth(CompareModel::What,
                                 width(changeStateText(State::Pending)) + metrics::iconList + metrics::space6);
    m_layerTable->setColumnWidth(CompareModel::Kind, layerChipSize(LayerKind::Dataset).width() + metrics::space4);
    for (const int column : {CompareModel::Before, CompareModel::After, CompareModel::Change})
        m_layerTable->setColumnWidth(column, width(QStringLiteral("1000.0 GiB")));
    applyToggles();
}

void ComparePage::applyToggles()
{
    std::set<State> states;
    for (const auto &[state, toggle] : m_toggles) {
        if (toggle->isChecked())
            states.insert(state);
    }
    m_layers->setStates(states);
}

void ComparePage::exportFile()
{
    if (!m_comparison)
        return;
    m_services.prompts.chooseSaveFile(this, tr("Export Comparison"), QStringLiteral("comparison.md"),
                                      tr("Markdown (*.md);;JSON (*.json)"), [this](const QString &path) {
                                          if (!path.isEmpty())
                                              write(path);
                                      });
}

void ComparePage::write(const QString &path)
{
    if (!m_comparison)
        return;
    const bool json = path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
    ++m_writing;
    m_services.jobs.run<bool>(
        this,
        [json, comparison = m_comparison, file = toPath(path)](const TaskContext &) -> Result<bool> {
            const auto text = json ? comparisonJson(*comparison) : toUtf8(comparisonMarkdown(*comparison));
            RETURN_IF_ERROR(writeFileAtomically(file, text));
            return true;
        },
        [this, path](Result<bool> written) {
            --m_writing;
            m_message->show();
            m_message->clearActions();
            if (written)
                m_message->setMessage(InfoBar::Kind::Success, {}, tr("Written to %1.").arg(path));
            else
                m_message->setError(errorText(written.error()));
        });
}

void ComparePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace modelcrate
