// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/services.h"

#include <QWidget>

class QListWidget;
class QStackedWidget;

namespace modelcrate {

class Shortcuts;

/// Preferences in sections, their names in a list on the left. Each takes effect at once; there is no OK. GUI thread.
class SettingsPage : public QWidget {
    Q_OBJECT

public:
    enum class Section { General, Transfers, Rules, Computer, Accounts, Keyboard };

    SettingsPage(Services &services, Shortcuts &shortcuts, QWidget *parent = nullptr);

    void showSection(Section section);
    Section section() const;

private:
    void addSection(Section section, const QString &title, QWidget *content);

    QListWidget *m_names;
    QStackedWidget *m_sections;
};

} // namespace modelcrate
