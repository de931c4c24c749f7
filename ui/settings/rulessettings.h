// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/services.h"
#include "ui/settings/settingsform.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QTableWidget;
class QTableWidgetItem;

namespace modelcrate {

/// The user's own rules: which layer files of a pattern go into, and what is left out. They hold for folders that are
/// opened or rescanned from then on. A pattern is edited in its row; one that cannot be is put back with the reason.
/// GUI thread.
class RulesSettings : public SettingsForm {
    Q_OBJECT

public:
    explicit RulesSettings(Services &services, QWidget *parent = nullptr);

private:
    QWidget *makeKinds();
    QWidget *makeIgnored();
    void showKinds();
    void showIgnored();
    void addKind();
    void kindEdited(QTableWidgetItem *item);
    void removeKind();
    void addIgnored();
    void ignoredEdited(int row);
    void removeIgnored();
    /// False after it has said why a text is no pattern that can be added.
    bool accept(const QString &pattern, QLabel *note) const;

    Settings &m_settings;
    QTableWidget *m_kinds = nullptr;
    QLineEdit *m_newGlob = nullptr;
    QComboBox *m_newKind = nullptr;
    QPushButton *m_removeKind = nullptr;
    QLabel *m_kindNote = nullptr;
    QListWidget *m_ignored = nullptr;
    QLineEdit *m_newIgnored = nullptr;
    QPushButton *m_removeIgnored = nullptr;
    QLabel *m_ignoredNote = nullptr;
    bool m_filling = false; ///< what changes is ours, not the user's
};

} // namespace modelcrate
