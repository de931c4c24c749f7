// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/settings.h"

#include <map>
#include <optional>
#include <vector>

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>

class QAction;
class QWidget;

namespace modelcrate {

/// "Ctrl+K, Ctrl+Shift+P", as they are called here.
QString textOfKeys(const QList<QKeySequence> &keys);

/// Which keys each command has: those it comes with, or what the user chose instead. A command is what actions of one
/// object name do, however many of them there are: menus are made anew in another language, and each package has its
/// own. An action that is taken has the keys at once, and others as soon as they are chosen, until it is gone. Choices
/// are kept in the Settings, only where they differ. Two commands never have the same keys where both could act, since
/// then Qt runs neither: what the file of the settings holds against that is ignored, and left to its command's own
/// keys. GUI thread.
class Shortcuts : public QObject {
    Q_OBJECT

public:
    struct Command {
        QString name; ///< object name of its actions
        QString text; ///< as it is read, without mnemonics
        QString group; ///< the menu that it is in, as it is read
        QList<QKeySequence> own; ///< the keys it comes with
        bool isWindowWide = true; ///< else only while the focus is in the page of its group
    };

    enum class Reason {
        Meta, ///< the desktop's
        FunctionKey, ///< alone
        Typing, ///< a text field or a list needs it
        Mnemonic, ///< opens menus, goes to fields
        Fixed, ///< does the same everywhere and cannot be chosen
        Taken, ///< by another command
    };
    struct Refusal {
        Reason reason;
        QString taker = {}; ///< the name of the command that has the key; of Taken
    };

    /// `settings` must outlive it.
    explicit Shortcuts(Settings &settings, QObject *parent = nullptr);
    ~Shortcuts() override;

    /// Makes a command known before there is any action of it, or gives it other words: those it keeps, whatever an
    /// action of it says.
    void declare(const std::vector<Command> &commands);
    /// Takes the actions of a menu and of the menus in it that have a name and no menu of their own. Their keys are the
    /// commands' own, and whether they are window-wide is what their context says. What is taken already stays.
    void take(const QWidget &menu, const QString &group);
    /// A single action, that is in no menu.
    void take(QAction *action, const QString &group);

    const std::vector<Command> &commands() const { return m_commands; } ///< in the order they became known
    const Command *find(const QString &name) const; ///< null when there is none; until the next declare() or take()
    QList<QKeySequence> keys(const QString &name) const; ///< that act now
    bool isChanged(const QString &name) const;

    /// Why a command cannot have a key, nothing when it can. It can always have its own, if that is free.
    std::optional<Refusal> refusal(const QString &name, const QKeySequence &key) const;
    /// In place of what it has. Without effect where there is a refusal().
    std::optional<Refusal> assign(const QString &name, const QKeySequence &key);
    void removeKeys(const QString &name);
    /// Its own again; refused as Taken while another has been given one of them.
    std::optional<Refusal> reset(const QString &name);
    void resetAll();

Q_SIGNALS:
    void changed(); ///< commands, their words or their keys

private:
    Command &known(const QString &name);
    /// Whether there was any that was not taken yet. `before` stands before its words.
    bool takeAction(QAction *action, const QString &group, const QString &before);
    bool takeAll(const QWidget &menu, const QString &group, const QString &before);
    void settingsChanged();
    void refresh();
    void apply();
    const Command *takerOf(const Command &command, const QKeySequence &key) const;
    const QList<QKeySequence> &assigned(const Command &command) const;
    void dropWhatCannotBe();

    Settings &m_settings;
    std::vector<Command> m_commands;
    QList<QString> m_declared; ///< names of those whose words stay
    std::map<QString, QList<QPointer<QAction>>> m_actions;
    Settings::Keys m_stored; ///< what the settings hold
    Settings::Keys m_chosen; ///< of that, what can be, and what is of commands that are not known
    bool m_lettersAct = true;
};

} // namespace modelcrate
