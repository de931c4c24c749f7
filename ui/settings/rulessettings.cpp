// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/rulessettings.h"

#include "ui/text/convert.h"
#include "ui/text/kindtext.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/settings.h"
#include "ui/widgets/theme.h"

#include <algorithm>

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

constexpr int listHeight = 148;

QComboBox *makeKindBox(LayerKind kind)
{
    auto *box = new QComboBox;
    for (const auto offered : allLayerKinds)
        box->addItem(layerIcon(offered), kindText(offered), static_cast<int>(offered));
    box->setCurrentIndex(box->findData(static_cast<int>(kind)));
    return box;
}

LayerKind kindOf(const QComboBox *box) { return static_cast<LayerKind>(box->currentData().toInt()); }

QLabel *makeNote(const char *name)
{
    auto *note = new QLabel;
    note->setObjectName(QLatin1String(name));
    note->setWordWrap(true);
    note->setFont(Theme::font(FontRole::Small));
    note->hide();
    return note;
}

QPushButton *makeButton(const QString &text, const QString &spoken, const char *name)
{
    auto *button = new QPushButton(text);
    button->setObjectName(QLatin1String(name));
    button->setAccessibleName(spoken);
    return button;
}

QWidget *column(std::initializer_list<QWidget *> rows)
{
    auto *whole = new QWidget;
    whole->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *layout = new QVBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space2);
    for (auto *row : rows)
        layout->addWidget(row);
    return whole;
}

QWidget *line(std::initializer_list<QWidget *> parts)
{
    auto *whole = new QWidget;
    auto *layout = new QHBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space2);
    for (auto *part : parts)
        layout->addWidget(part, qobject_cast<QLineEdit *>(part) ? 1 : 0);
    return whole;
}

} // namespace

RulesSettings::RulesSettings(Services &services, QWidget *parent) : SettingsForm(parent), m_settings(services.settings)
{
    setObjectName(QStringLiteral("rulesSettings"));
    addHeading(tr("Layers by your rules"));
    addWide(makeKinds());
    addExplanation(tr("* stands for any part of a name, ** crosses folders. The first rule that fits decides, before "
                      "those that are built in."));
    addHeading(tr("Also left out"));
    addWide(makeIgnored());
    addExplanation(tr("Patterns as in .gitignore, beside what is always left out. A folder that is opened or rescanned "
                      "goes by them; what a package holds already stays."));
    showKinds();
    showIgnored();
    connect(&m_settings, &Settings::changed, this, [this] {
        showKinds();
        showIgnored();
    });
    const auto applyLook = [this] {
        for (QWidget *list : std::initializer_list<QWidget *>{m_kinds, m_ignored})
            list->setPalette(Theme::instance().itemViewPalette());
        m_kinds->verticalHeader()->setDefaultSectionSize(metrics::rowHeight(metrics::formRow));
    };
    applyLook();
    connect(&Theme::instance(), &Theme::changed, this, applyLook);
    setFocusProxy(m_newGlob);
}

QWidget *RulesSettings::makeKinds()
{
    m_kinds = new QTableWidget(0, 2);
    m_kinds->setObjectName(QStringLiteral("kindRules"));
    m_kinds->setAccessibleName(tr("Your rules for layers"));
    m_kinds->setHorizontalHeaderLabels({tr("Files"), tr("Layer")});
    m_kinds->setFixedHeight(listHeight);
    m_kinds->setShowGrid(false);
    m_kinds->setTabKeyNavigation(false);
    m_kinds->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_kinds->setSelectionMode(QAbstractItemView::SingleSelection);
    m_kinds->verticalHeader()->hide();
    m_kinds->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_kinds->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_kinds->horizontalHeader()->setHighlightSections(false);
    m_removeKind = makeButton(tr("Remove"), tr("Remove the selected rule"), "removeRule");
    m_newGlob = new QLineEdit;
    m_newGlob->setObjectName(QStringLiteral("newRulePattern"));
    m_newGlob->setAccessibleName(tr("Files of a new rule"));
    m_newGlob->setPlaceholderText(QStringLiteral("*.csv"));
    m_newKind = makeKindBox(LayerKind::Doc);
    m_newKind->setObjectName(QStringLiteral("newRuleKind"));
    m_newKind->setAccessibleName(tr("Layer of a new rule"));
    auto *add = makeButton(tr("Add"), tr("Add the rule"), "addRule");
    m_kindNote = makeNote("ruleNote");

    connect(m_kinds, &QTableWidget::itemChanged, this, &RulesSettings::kindEdited);
    connect(m_kinds, &QTableWidget::itemSelectionChanged, this,
            [this] { m_removeKind->setEnabled(m_kinds->currentRow() >= 0); });
    connect(m_removeKind, &QPushButton::clicked, this, &RulesSettings::removeKind);
    connect(add, &QPushButton::clicked, this, &RulesSettings::addKind);
    connect(m_newGlob, &QLineEdit::returnPressed, this, &RulesSettings::addKind);
    return column({m_kinds, m_kindNote, line({m_newGlob, m_newKind, add, m_removeKind})});
}

QWidget *RulesSettings::makeIgnored()
{
    m_ignored = new QListWidget;
    m_ignored->setObjectName(QStringLiteral("ignorePatterns"));
    m_ignored->setAccessibleName(tr("Your patterns of what is left out"));
    m_ignored->setFixedHeight(listHeight);
    m_removeIgnored = makeButton(tr("Remove"), tr("Remove the selected pattern"), "removeIgnorePattern");
    m_newIgnored = new QLineEdit;
    m_newIgnored->setObjectName(QStringLiteral("newIgnorePattern"));
    m_newIgnored->setAccessibleName(tr("A new pattern of what is left out"));
    m_newIgnored->setPlaceholderText(QStringLiteral("*.log"));
    auto *add = makeButton(tr("Add"), tr("Add the pattern"), "addIgnorePattern");
    m_ignoredNote = makeNote("ignoreNote");

    connect(m_ignored, &QListWidget::itemChanged, this,
            [this](QListWidgetItem *item) { ignoredEdited(m_ignored->row(item)); });
    connect(m_ignored, &QListWidget::itemSelectionChanged, this,
            [this] { m_removeIgnored->setEnabled(m_ignored->currentRow() >= 0); });
    connect(m_removeIgnored, &QPushButton::clicked, this, &RulesSettings::removeIgnored);
    connect(add, &QPushButton::clicked, this, &RulesSettings::addIgnored);
    connect(m_newIgnored, &QLineEdit::returnPressed, this, &RulesSettings::addIgnored);
    return column({m_ignored, m_ignoredNote, line({m_newIgnored, add, m_removeIgnored})});
}

void RulesSettings::showKinds()
{
    const auto rules = m_settings.kindRules();
    const auto row = m_kinds->currentRow();
    m_filling = true;
    m_kinds->setRowCount(static_cast<int>(rules.size()));
    for (int i = 0; i < m_kinds->rowCount(); ++i) {
        const auto &rule = rules[static_cast<std::size_t>(i)];
        const auto text = displayText(rule.glob);
        // Kept, not made anew: it may be the one that was just edited.
        if (auto *item = m_kinds->item(i, 0))
            item->setText(text);
        else
            m_kinds->setItem(i, 0, new QTableWidgetItem(text));
        auto *box = qobject_cast<QComboBox *>(m_kinds->cellWidget(i, 1));
        if (!box) {
            box = makeKindBox(rule.kind);
            box->setObjectName(QStringLiteral("ruleKind-%1").arg(i));
            m_kinds->setCellWidget(i, 1, box);
            connect(box, &QComboBox::activated, this, [this, i, box] {
                auto all = m_settings.kindRules();
                if (static_cast<std::size_t>(i) >= all.size())
                    return;
                all[static_cast<std::size_t>(i)].kind = kindOf(box);
                m_settings.setKindRules(all);
            });
        }
        box->setAccessibleName(tr("Layer of %1").arg(text));
        box->setCurrentIndex(box->findData(static_cast<int>(rule.kind)));
    }
    m_filling = false;
    if (row >= 0 && m_kinds->rowCount() > 0)
        m_kinds->setCurrentCell(std::min(row, m_kinds->rowCount() - 1), 0);
    m_removeKind->setEnabled(m_kinds->currentRow() >= 0);
}

void RulesSettings::showIgnored()
{
    const auto patterns = m_settings.ignorePatterns();
    const auto row = m_ignored->currentRow();
    m_filling = true;
    while (m_ignored->count() > patterns.size())
        delete m_ignored->takeItem(m_ignored->count() - 1);
    for (int i = 0; i < patterns.size(); ++i) {
        auto *item = m_ignored->item(i); // kept, as above
        if (!item) {
            item = new QListWidgetItem(m_ignored);
            item->setFlags(item->flags() | Qt::ItemIsEditable);
        }
        item->setText(displayText(toUtf8(patterns[i])));
    }
    m_filling = false;
    if (row >= 0)
        m_ignored->setCurrentRow(std::min(row, m_ignored->count() - 1));
    m_removeIgnored->setEnabled(m_ignored->currentRow() >= 0);
}

bool RulesSettings::accept(const QString &pattern, QLabel *note) const
{
    const bool fits = Settings::isPattern(pattern);
    note->setText(tr("A pattern is one line of at most 200 characters and does not begin with #."));
    note->setVisible(!fits);
    return fits;
}

void RulesSettings::addKind()
{
    const auto glob = m_newGlob->text().trimmed();
    if (!accept(glob, m_kindNote))
        return;
    m_settings.rememberKind({toUtf8(glob), kindOf(m_newKind)});
    m_newGlob->clear();
}

void RulesSettings::kindEdited(QTableWidgetItem *item)
{
    auto rules = m_settings.kindRules();
    const auto row = static_cast<std::size_t>(item->row());
    if (m_filling || item->column() != 0 || row >= rules.size())
        return;
    const auto glob = item->text().trimmed();
    if (!accept(glob, m_kindNote)) {
        showKinds();
        return;
    }
    rules[row].glob = toUtf8(glob);
    m_settings.setKindRules(rules);
}

void RulesSettings::removeKind()
{
    auto rules = m_settings.kindRules();
    const auto row = m_kinds->currentRow();
    if (row < 0 || static_cast<std::size_t>(row) >= rules.size())
        return;
    rules.erase(rules.begin() + row);
    m_settings.setKindRules(rules);
}

void RulesSettings::addIgnored()
{
    const auto pattern = m_newIgnored->text().trimmed();
    if (!accept(pattern, m_ignoredNote))
        return;
    m_settings.setIgnorePatterns(m_settings.ignorePatterns() << pattern);
    m_newIgnored->clear();
}

void RulesSettings::ignoredEdited(int row)
{
    auto patterns = m_settings.ignorePatterns();
    if (m_filling || row < 0 || row >= patterns.size())
        return;
    const auto pattern = m_ignored->item(row)->text().trimmed();
    if (!accept(pattern, m_ignoredNote)) {
        showIgnored();
        return;
    }
    patterns[row] = pattern;
    m_settings.setIgnorePatterns(patterns);
}

void RulesSettings::removeIgnored()
{
    auto patterns = m_settings.ignorePatterns();
    const auto row = m_ignored->currentRow();
    if (row < 0 || row >= patterns.size())
        return;
    patterns.removeAt(row);
    m_settings.setIgnorePatterns(patterns);
}

} // namespace modelcrate
