// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/services.h"
#include "ui/settings/settingsform.h"
#include "ui/widgets/shortcuts.h"

#include <map>

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace modelcrate {

class InfoBar;

/// Every command of the window with its keys, by menu. Keys are pressed in a field, one chord, and given to the command
/// that is current; what cannot be is refused with the reason, and with the command that has them. It follows what
/// becomes known while it is seen. GUI thread.
class KeyboardSettings : public SettingsForm {
    Q_OBJECT

public:
    /// Both must outlive it.
    KeyboardSettings(Services &services, Shortcuts &shortcuts, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeSearch();
    QTreeWidget *makeList();
    QWidget *makeEditor();
    QWidget *makeLetters();

    void refresh();
    void showCommand(const Shortcuts::Command &command);
    QTreeWidgetItem *itemOf(const Shortcuts::Command &command);
    QTreeWidgetItem *groupOf(const QString &group);
    void applyFilter();
    void goTo(const QString &name);
    QString current() const; ///< name of the command; empty when none is
    void currentChanged();
    void refreshActions();
    void assign();
    void removeKeys();
    void reset();
    void say(const QList<QKeySequence> &keys, const Shortcuts::Refusal &refusal);

    Settings &m_settings;
    Shortcuts &m_shortcuts;
    QLineEdit *m_filter = nullptr;
    QPushButton *m_resetAll = nullptr;
    QLabel *m_nothing = nullptr;
    QTreeWidget *m_list = nullptr;
    QLabel *m_name = nullptr;
    QKeySequenceEdit *m_field = nullptr;
    QPushButton *m_assign = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_reset = nullptr;
    InfoBar *m_message = nullptr;
    QString m_refused; ///< name of the command that the message is about
    std::map<QString, QTreeWidgetItem *> m_items; ///< by the command's name
};

} // namespace modelcrate
