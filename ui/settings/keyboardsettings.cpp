// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/keyboardsettings.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/settings.h"
#include "ui/widgets/theme.h"

#include <algorithm>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

enum Column { CommandColumn, KeysColumn, OwnColumn, ColumnCount };
constexpr int nameRole = Qt::UserRole; // of the command
constexpr int visibleRows = 9;

/// Takes one chord and is done: Qt's field waits for three more.
class ChordField : public QKeySequenceEdit {
public:
    using QKeySequenceEdit::QKeySequenceEdit;

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        QKeySequenceEdit::keyPressEvent(event);
        const auto pressed = keySequence();
        if (pressed.isEmpty())
            return;
        clear(); // else it would go on from what it has
        setKeySequence(QKeySequence(pressed[0]));
    }
};

QPushButton *makeButton(const QString &text, const QString &spoken, const char *name)
{
    auto *button = new QPushButton(text);
    button->setObjectName(QLatin1String(name));
    button->setAccessibleName(spoken);
    button->setAutoDefault(false);
    return button;
}

QHBoxLayout *makeLine(QWidget *whole)
{
    auto *line = new QHBoxLayout(whole);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(metrics::space2);
    return line;
}

bool isCommand(const QTreeWidgetItem *item) { return item && item->parent(); }

bool matches(const QTreeWidgetItem &item, const QString &wanted)
{
    const auto contains = [&](const QString &text) { return text.contains(wanted, Qt::CaseInsensitive); };
    return contains(item.text(CommandColumn)) || contains(item.text(KeysColumn))
        || contains(item.parent()->text(CommandColumn));
}

} // namespace

KeyboardSettings::KeyboardSettings(Services &services, Shortcuts &shortcuts, QWidget *parent)
    : SettingsForm(parent),
      m_settings(services.settings),
      m_shortcuts(shortcuts)
{
    setObjectName(QStringLiteral("keyboardSettings"));
    addHeading(tr("Keys of the commands"));
    addWide(makeSearch());
    m_nothing = new QLabel(tr("No command has this in its name or its keys."));
    m_nothing->setObjectName(QStringLiteral("noCommands"));
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setWordWrap(true);
    m_nothing->hide();
    addWide(m_nothing);
    addWide(makeList());
    addWide(makeEditor());
    addExplanation(tr("Choose a command and press its new keys in the field; Tab leads on from there. Keys that the "
                      "desktop, the menus or text fields need cannot be given away."));
    addWide(makeLetters());
    addExplanation(tr("Speech input and a slip of the hand can press a letter unasked."));
    setFocusProxy(m_filter);
    connect(&m_shortcuts, &Shortcuts::changed, this, [this] {
        if (isVisible())
            refresh();
    });
    refresh();
}

/// Commands become known while other pages are made; nobody looks meanwhile.
void KeyboardSettings::showEvent(QShowEvent *event)
{
    SettingsForm::showEvent(event);
    refresh();
}

// --- building ------------------------------------------------------------------------------------------------------

QWidget *KeyboardSettings::makeSearch()
{
    m_filter = new QLineEdit;
    m_filter->setObjectName(QStringLiteral("keyFilter"));
    m_filter->setAccessibleName(tr("Filter the commands"));
    m_filter->setPlaceholderText(tr("Command or keys"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(QStringLiteral("search"), Role::TextMuted), QLineEdit::LeadingPosition);
    m_resetAll = makeButton(tr("Reset All"), tr("Give all commands the keys they came with"), "resetAllKeys");
    connect(m_filter, &QLineEdit::textChanged, this, &KeyboardSettings::applyFilter);
    connect(m_resetAll, &QPushButton::clicked, this, [this] {
        m_message->hide();
        m_shortcuts.resetAll();
        m_list->setFocus(Qt::OtherFocusReason); // the button is off now
    });
    auto *whole = new QWidget;
    auto *line = makeLine(whole);
    line->addWidget(m_filter, 1);
    line->addWidget(m_resetAll);
    return whole;
}

QTreeWidget *KeyboardSettings::makeList()
{
    m_list = new QTreeWidget;
    m_list->setObjectName(QStringLiteral("keyList"));
    m_list->setAccessibleName(tr("Commands and their keys"));
    m_list->setColumnCount(ColumnCount);
    m_list->setHeaderLabels({tr("Command"), tr("Keys"), tr("Instead of")});
    // It takes what height there is, or the rows around it would be drawn apart.
    m_list->setMinimumHeight(metrics::rowHeight(metrics::listRow) * (visibleRows + 1));
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setAllColumnsShowFocus(true);
    m_list->setWordWrap(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(CommandColumn, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(KeysColumn, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(OwnColumn, QHeaderView::ResizeToContents);
    const auto follow = [this] { m_list->setPalette(Theme::instance().itemViewPalette()); };
    follow();
    connect(&Theme::instance(), &Theme::changed, this, follow);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &KeyboardSettings::currentChanged);
    connect(m_list, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        if (isCommand(item))
            m_field->setFocus(Qt::OtherFocusReason);
    });
    return m_list;
}

QWidget *KeyboardSettings::makeEditor()
{
    m_name = new QLabel;
    m_name->setObjectName(QStringLiteral("keyCommand"));
    m_name->setWordWrap(true);
    m_field = new ChordField;
    m_field->setObjectName(QStringLiteral("keyField"));
    m_assign = makeButton(tr("Assign"), tr("Assign these keys to the command"), "assignKeys");
    m_remove = makeButton(tr("Remove"), tr("Take the command's keys away"), "removeKeys");
    m_reset = makeButton(tr("Reset"), tr("Give the command the keys it came with"), "resetKeys");
    m_message = new InfoBar;
    m_message->setObjectName(QStringLiteral("keyMessage"));
    m_message->setDismissible(true);
    m_message->hide();
    connect(m_field, &QKeySequenceEdit::keySequenceChanged, this, [this] {
        m_message->hide();
        refreshActions();
    });
    connect(m_assign, &QPushButton::clicked, this, &KeyboardSettings::assign);
    connect(m_remove, &QPushButton::clicked, this, &KeyboardSettings::removeKeys);
    connect(m_reset, &QPushButton::clicked, this, &KeyboardSettings::reset);

    auto *fields = new QWidget;
    auto *line = makeLine(fields);
    line->addWidget(m_field, 1);
    for (auto *button : {m_assign, m_remove, m_reset})
        line->addWidget(button);
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space2);
    column->addWidget(m_name);
    column->addWidget(fields);
    column->addWidget(m_message);
    return whole;
}

QWidget *KeyboardSettings::makeLetters()
{
    auto *box = new QCheckBox(tr("Single letters act in the list of files"));
    box->setObjectName(QStringLiteral("lettersBox"));
    box->setAccessibleName(box->text());
    const auto follow = [this, box] { box->setChecked(m_settings.lettersAct()); };
    follow();
    connect(box, &QCheckBox::clicked, this, [this](bool act) { m_settings.setLettersAct(act); });
    connect(&m_settings, &Settings::changed, box, follow);
    return box;
}

// --- the list ------------------------------------------------------------------------------------------------------

/// In place: who reads on in the list stays where they are.
void KeyboardSettings::refresh()
{
    for (const auto &command : m_shortcuts.commands())
        showCommand(command);
    applyFilter();
    if (!m_list->currentItem() && !m_items.empty())
        goTo(m_shortcuts.commands().front().name);
    currentChanged();
}

void KeyboardSettings::showCommand(const Shortcuts::Command &command)
{
    auto *item = itemOf(command);
    item->setText(CommandColumn, command.text);
    item->setText(KeysColumn, textOfKeys(m_shortcuts.keys(command.name)));
    const auto own = command.own.isEmpty() ? tr("no keys") : textOfKeys(command.own);
    item->setText(OwnColumn, m_shortcuts.isChanged(command.name) ? own : QString());
}

QTreeWidgetItem *KeyboardSettings::itemOf(const Shortcuts::Command &command)
{
    auto *&item = m_items[command.name];
    if (!item) {
        item = new QTreeWidgetItem(groupOf(command.group));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren);
        item->setData(CommandColumn, nameRole, command.name);
        item->parent()->setExpanded(true);
    }
    return item;
}

QTreeWidgetItem *KeyboardSettings::groupOf(const QString &group)
{
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        if (auto *known = m_list->topLevelItem(row); known->text(CommandColumn) == group)
            return known;
    }
    auto *item = new QTreeWidgetItem(m_list, {group});
    item->setFlags(Qt::ItemIsEnabled);
    item->setFont(CommandColumn, Theme::font(FontRole::Strong));
    item->setFirstColumnSpanned(true);
    return item;
}

void KeyboardSettings::applyFilter()
{
    const auto wanted = m_filter->text().trimmed();
    bool isAnything = false;
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        auto *group = m_list->topLevelItem(row);
        bool isAnyOfGroup = false;
        for (int i = 0; i < group->childCount(); ++i) {
            const bool isWanted = matches(*group->child(i), wanted);
            group->child(i)->setHidden(!isWanted);
            isAnyOfGroup = isAnyOfGroup || isWanted;
        }
        group->setHidden(!isAnyOfGroup);
        isAnything = isAnything || isAnyOfGroup;
    }
    m_nothing->setVisible(!isAnything && !wanted.isEmpty());
    refreshActions();
}

void KeyboardSettings::goTo(const QString &name)
{
    const auto found = m_items.find(name);
    if (found == m_items.end())
        return;
    if (found->second->isHidden())
        m_filter->clear();
    m_list->setCurrentItem(found->second);
    m_list->scrollToItem(found->second);
}

/// What the filter hides is not acted on: nobody sees that it is the current one.
QString KeyboardSettings::current() const
{
    const auto *item = m_list->currentItem();
    return isCommand(item) && !item->isHidden() ? item->data(CommandColumn, nameRole).toString() : QString();
}

// --- the command that is current -----------------------------------------------------------------------------------

void KeyboardSettings::currentChanged()
{
    refreshActions();
    if (m_list->currentItem() && m_refused != current())
        m_message->hide();
}

void KeyboardSettings::refreshActions()
{
    const auto *command = m_shortcuts.find(current());
    const auto name = command ? command->text : QString();
    m_name->setText(command ? tr("Keys of “%1”:").arg(name) : tr("No command is chosen."));
    m_field->setAccessibleName(command ? tr("New keys of “%1”").arg(name) : tr("New keys"));
    m_field->setEnabled(command);
    m_assign->setEnabled(command && !m_field->keySequence().isEmpty());
    m_remove->setEnabled(command && !m_shortcuts.keys(command->name).isEmpty());
    m_reset->setEnabled(command && m_shortcuts.isChanged(command->name));
    m_resetAll->setEnabled(std::any_of(m_shortcuts.commands().begin(), m_shortcuts.commands().end(),
                                       [this](const auto &each) { return m_shortcuts.isChanged(each.name); }));
}

void KeyboardSettings::assign()
{
    const auto key = m_field->keySequence();
    if (const auto refused = m_shortcuts.assign(current(), key)) {
        say({key}, *refused);
        m_field->setFocus(Qt::OtherFocusReason); // the next try
        return;
    }
    m_field->clear();
    m_list->setFocus(Qt::OtherFocusReason); // as above
}

void KeyboardSettings::removeKeys()
{
    m_message->hide();
    m_shortcuts.removeKeys(current());
    m_field->setFocus(Qt::OtherFocusReason);
}

void KeyboardSettings::reset()
{
    const auto *command = m_shortcuts.find(current());
    const auto own = command ? command->own : QList<QKeySequence>();
    if (const auto refused = m_shortcuts.reset(current())) {
        say(own, *refused);
        return;
    }
    m_message->hide();
    m_list->setFocus(Qt::OtherFocusReason);
}

void KeyboardSettings::say(const QList<QKeySequence> &keys, const Shortcuts::Refusal &refusal)
{
    using Reason = Shortcuts::Reason;
    m_message->clearActions();
    QString reason;
    switch (refusal.reason) {
    case Reason::Meta: reason = tr("Keys with Meta belong to the desktop."); break;
    case Reason::FunctionKey:
        reason = tr("A function key alone is pressed too easily by mistake; add Ctrl, Alt or Shift.");
        break;
    case Reason::Typing: reason = tr("Text fields and lists need this key."); break;
    case Reason::Mnemonic: reason = tr("Alt and a letter open menus and lead to fields."); break;
    case Reason::Fixed: reason = tr("This key does the same everywhere and stays as it is."); break;
    case Reason::Taken:
        if (const auto *taker = m_shortcuts.find(refusal.taker))
            reason = tr("“%1” in the menu %2 has these keys.").arg(taker->text, taker->group);
        m_message->addAction(tr("Show It"), QStringLiteral("showTaker"), [this, name = refusal.taker] {
            goTo(name);
            m_list->setFocus(Qt::OtherFocusReason);
        });
        break;
    }
    m_refused = current();
    m_message->setMessage(InfoBar::Kind::Warning, tr("%1 cannot be given to this command.").arg(textOfKeys(keys)),
                          reason);
    m_message->show();
}

} // namespace modelcrate
