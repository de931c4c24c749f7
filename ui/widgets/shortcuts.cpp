// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/shortcuts.h"

#include "ui/text/mnemonics.h"

#include <algorithm>
#include <array>

#include <QAction>
#include <QMenu>
#include <QWidget>

namespace modelcrate {

namespace {

constexpr Qt::KeyboardModifiers commandModifiers = Qt::ControlModifier | Qt::AltModifier;

// What moves and deletes in texts and lists, with and without Shift and Ctrl.
constexpr std::array navigationKeys{Qt::Key_Left,     Qt::Key_Right,  Qt::Key_Up,       Qt::Key_Down,
                                    Qt::Key_Home,     Qt::Key_End,    Qt::Key_PageUp,   Qt::Key_PageDown,
                                    Qt::Key_Insert,   Qt::Key_Delete, Qt::Key_Backspace};

// What text fields do with Ctrl and a letter.
constexpr std::array textLetters{Qt::Key_A, Qt::Key_C, Qt::Key_V, Qt::Key_X, Qt::Key_Y, Qt::Key_Z};

// Goes back in the guide; opens the menu of what has the focus; closes the window.
constexpr std::array fixedKeys{Qt::ALT | Qt::Key_Left, Qt::SHIFT | Qt::Key_F10, Qt::ALT | Qt::Key_F4};

template<typename Keys, typename Key>
bool contains(const Keys &keys, Key key)
{
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

bool isFunctionKey(Qt::Key key) { return key >= Qt::Key_F1 && key <= Qt::Key_F35; }

/// Something that is typed: below the keys that have no character.
bool isCharacter(Qt::Key key) { return key < Qt::Key_Escape; }

/// A letter, a digit or a sign alone. Space is none: it acts on what has the focus everywhere.
bool isSingleLetter(const QKeySequence &key)
{
    const auto chord = key[0];
    return !(chord.keyboardModifiers() & (commandModifiers | Qt::MetaModifier)) && isCharacter(chord.key())
        && chord.key() != Qt::Key_Space;
}

bool isForText(QKeyCombination chord)
{
    const auto modifiers = chord.keyboardModifiers() & ~Qt::KeypadModifier;
    const auto key = chord.key();
    if (!(modifiers & commandModifiers))
        return !isFunctionKey(key);
    if (modifiers & Qt::AltModifier)
        return false;
    const bool isUndoOrRedo = key == Qt::Key_Z;
    return contains(navigationKeys, key)
        || (contains(textLetters, key) && (modifiers == Qt::ControlModifier || isUndoOrRedo));
}

std::optional<Shortcuts::Reason> reasonAgainst(QKeyCombination chord)
{
    using Reason = Shortcuts::Reason;
    const auto modifiers = chord.keyboardModifiers() & ~Qt::KeypadModifier;
    const auto key = chord.key();
    if (modifiers & Qt::MetaModifier)
        return Reason::Meta;
    if (modifiers == Qt::NoModifier && isFunctionKey(key))
        return Reason::FunctionKey;
    if (key == Qt::Key_Escape || contains(fixedKeys, QKeyCombination(modifiers, key)))
        return Reason::Fixed;
    if (isForText(chord))
        return Reason::Typing;
    const bool isAltAlone = (modifiers & commandModifiers) == Qt::AltModifier;
    return isAltAlone && isCharacter(key) ? std::optional(Reason::Mnemonic) : std::nullopt;
}

/// Whether both could act at the same place of the focus.
bool canMeet(const Shortcuts::Command &one, const Shortcuts::Command &other)
{
    return one.isWindowWide || other.isWindowWide || one.group == other.group;
}

} // namespace

QString textOfKeys(const QList<QKeySequence> &keys)
{
    QStringList texts;
    for (const auto &key : keys)
        texts.append(key.toString(QKeySequence::NativeText));
    return texts.join(QStringLiteral(", "));
}

Shortcuts::Shortcuts(Settings &settings, QObject *parent)
    : QObject(parent),
      m_settings(settings),
      m_stored(settings.keys()),
      m_lettersAct(settings.lettersAct())
{
    connect(&settings, &Settings::changed, this, &Shortcuts::settingsChanged);
}

Shortcuts::~Shortcuts() = default;

// --- commands and their actions ------------------------------------------------------------------------------------

const Shortcuts::Command *Shortcuts::find(const QString &name) const
{
    const auto found = std::find_if(m_commands.begin(), m_commands.end(),
                                    [&](const Command &command) { return command.name == name; });
    return found == m_commands.end() ? nullptr : &*found;
}

Shortcuts::Command &Shortcuts::known(const QString &name)
{
    if (const auto *command = find(name))
        return m_commands[static_cast<std::size_t>(command - m_commands.data())];
    m_commands.push_back({.name = name, .text = {}, .group = {}, .own = {}});
    return m_commands.back();
}

void Shortcuts::declare(const std::vector<Command> &commands)
{
    for (const auto &command : commands) {
        known(command.name) = command;
        if (!m_declared.contains(command.name))
            m_declared.append(command.name);
    }
    refresh();
}

void Shortcuts::take(const QWidget &menu, const QString &group)
{
    if (takeAll(menu, group, {}))
        refresh();
}

void Shortcuts::take(QAction *action, const QString &group)
{
    if (takeAction(action, group, {}))
        refresh();
}

bool Shortcuts::takeAll(const QWidget &menu, const QString &group, const QString &before)
{
    bool isAnyNew = false;
    for (auto *action : menu.actions()) {
        if (const auto *below = action->menu())
            isAnyNew |= takeAll(*below, group, before + withoutMnemonics(action->text()) + QStringLiteral(" › "));
        else if (!action->isSeparator() && !action->objectName().isEmpty())
            isAnyNew |= takeAction(action, group, before);
    }
    return isAnyNew;
}

bool Shortcuts::takeAction(QAction *action, const QString &group, const QString &before)
{
    auto &living = m_actions[action->objectName()];
    living.removeIf([](const QPointer<QAction> &one) { return !one; });
    if (living.contains(action)) // the keys it has now are ours
        return false;
    living.append(action);
    auto &command = known(action->objectName());
    command.own = action->shortcuts();
    command.isWindowWide =
        action->shortcutContext() == Qt::WindowShortcut || action->shortcutContext() == Qt::ApplicationShortcut;
    command.group = group;
    if (!m_declared.contains(command.name))
        command.text = before + withoutMnemonics(action->text());
    return true;
}

void Shortcuts::settingsChanged()
{
    auto stored = m_settings.keys();
    const bool act = m_settings.lettersAct();
    if (stored == m_stored && act == m_lettersAct)
        return;
    m_stored = std::move(stored);
    m_lettersAct = act;
    refresh();
}

void Shortcuts::refresh()
{
    dropWhatCannotBe();
    apply();
    Q_EMIT changed();
}

void Shortcuts::apply()
{
    for (const auto &[name, living] : m_actions) {
        const auto wanted = keys(name);
        for (const auto &action : living) {
            if (action && action->shortcuts() != wanted)
                action->setShortcuts(wanted);
        }
    }
}

// --- which keys ----------------------------------------------------------------------------------------------------

/// Of what is stored for commands that are known, what is no key for them or another's is not gone by. Where two were
/// given the same, the one that became known first has it. Each round leaves less, and nothing stored is no conflict.
void Shortcuts::dropWhatCannotBe()
{
    m_chosen = m_stored;
    const auto cannotBe = [this](const Command &command) {
        const auto chosen = m_chosen.find(command.name);
        return chosen != m_chosen.end()
            && std::any_of(chosen->second.begin(), chosen->second.end(),
                           [&](const QKeySequence &key) { return refusal(command.name, key).has_value(); });
    };
    while (!m_chosen.empty()) {
        const auto last = std::find_if(m_commands.rbegin(), m_commands.rend(), cannotBe);
        if (last == m_commands.rend())
            return;
        m_chosen.erase(last->name);
    }
}

const QList<QKeySequence> &Shortcuts::assigned(const Command &command) const
{
    const auto chosen = m_chosen.find(command.name);
    return chosen == m_chosen.end() ? command.own : chosen->second;
}

QList<QKeySequence> Shortcuts::keys(const QString &name) const
{
    const auto *command = find(name);
    auto all = command ? assigned(*command) : QList<QKeySequence>();
    all.removeIf([this](const QKeySequence &key) { return key.isEmpty() || (!m_lettersAct && isSingleLetter(key)); });
    return all;
}

bool Shortcuts::isChanged(const QString &name) const { return m_chosen.contains(name); }

const Shortcuts::Command *Shortcuts::takerOf(const Command &command, const QKeySequence &key) const
{
    const auto found = std::find_if(m_commands.begin(), m_commands.end(), [&](const Command &other) {
        return other.name != command.name && canMeet(command, other) && assigned(other).contains(key);
    });
    return found == m_commands.end() ? nullptr : &*found;
}

std::optional<Shortcuts::Refusal> Shortcuts::refusal(const QString &name, const QKeySequence &key) const
{
    const auto *command = find(name);
    if (!command || key.isEmpty())
        return std::nullopt;
    if (!command->own.contains(key)) {
        if (const auto reason = reasonAgainst(key[0]))
            return Refusal{*reason};
    }
    if (const auto *taker = takerOf(*command, key))
        return Refusal{Reason::Taken, taker->name};
    return std::nullopt;
}

// --- choosing ------------------------------------------------------------------------------------------------------

std::optional<Shortcuts::Refusal> Shortcuts::assign(const QString &name, const QKeySequence &key)
{
    const auto *command = find(name);
    if (!command || key.isEmpty())
        return std::nullopt;
    if (const auto refused = refusal(name, key))
        return refused;
    auto chosen = m_chosen;
    if (const QList<QKeySequence> keys{key}; keys == command->own)
        chosen.erase(name);
    else
        chosen.insert_or_assign(name, keys);
    m_settings.setKeys(chosen);
    return std::nullopt;
}

void Shortcuts::removeKeys(const QString &name)
{
    const auto *command = find(name);
    if (!command)
        return;
    auto chosen = m_chosen;
    if (command->own.isEmpty())
        chosen.erase(name);
    else
        chosen.insert_or_assign(name, QList<QKeySequence>());
    m_settings.setKeys(chosen);
}

std::optional<Shortcuts::Refusal> Shortcuts::reset(const QString &name)
{
    const auto *command = find(name);
    if (!command)
        return std::nullopt;
    for (const auto &key : command->own) {
        if (const auto *taker = takerOf(*command, key))
            return Refusal{Reason::Taken, taker->name};
    }
    auto chosen = m_chosen;
    chosen.erase(name);
    m_settings.setKeys(chosen);
    return std::nullopt;
}

void Shortcuts::resetAll() { m_settings.setKeys({}); }

} // namespace modelcrate
