// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/commandpalette.h"
#include "ui/shell/packagetab.h"

#include <functional>
#include <vector>

#include <QKeySequence>
#include <QList>
#include <QObject>

class QAction;
class QMenu;
class QUndoGroup;

namespace modelcrate {

class BottomPanel;
class HelpPage;
class MainWindow;
class PackagesPage;
class RegistriesPage;
class SettingsPage;
class Shortcuts;
class TransfersPage;
class WindowMessage;

/// Fills the menu bar of a window and keeps its actions on or off, as what is seen needs. Every action has a name:
/// "openFolderAction". Actions are children of the window, which deletes them; without the menus they do nothing. GUI
/// thread.
class WindowMenus : public QObject {
    Q_OBJECT

public:
    /// What the actions act on, beside the window. All of it is there as long as there is something to choose.
    struct Parts {
        PackagesPage &packages;
        RegistriesPage &registries;
        TransfersPage &transfers;
        HelpPage &help;
        SettingsPage &settings;
        BottomPanel &panel;
        WindowMessage &message;
        QUndoGroup &undoGroup;
        Shortcuts &shortcuts; ///< are told of every action that has a name
    };

    WindowMenus(MainWindow &window, const Parts &parts);

    void refresh(); ///< another package is current, or none
    void refreshOffers(); ///< another place is seen, or the current package changed
    /// What can be done now, menu by menu, without the action that opens the palette.
    std::vector<PaletteEntry> paletteEntries() const;

private:
    struct Spec {
        const char *name;
        QString text;
        QKeySequence shortcut;
        const char *iconName;
        std::function<void()> run;
    };
    QAction *add(QMenu *menu, const Spec &spec);
    /// On while there is a current package, to which it goes.
    void addForPackage(QMenu *menu, const Spec &spec);
    void addForSeenPackage(QMenu *menu, const Spec &spec); ///< on while one is seen
    void addForTab(QMenu *menu, const Spec &spec); ///< on where tabs are seen
    void makeFileMenu();
    void makeEditMenu();
    void makeViewMenu();
    void addPlaces(QMenu *menu);
    void addPages(QMenu *menu);
    void addParts(QMenu *menu);
    void makePackageMenu();
    void makeRegistryMenu();
    void makeTransfersMenu();
    void makeHelpMenu();
    void takeShortcuts();
    void refreshFilter();
    void refreshBeside();
    void refreshPackageActions();
    void refreshPackageMenu();
    void openBeside();
    PackageTab &currentPackage() const; ///< there is one

    MainWindow &m_window;
    Parts m_parts;
    QMenu *m_packageMenu = nullptr;
    QAction *m_filter = nullptr;
    QAction *m_beside = nullptr;
    QList<QAction *> m_needPackage;
    QList<QAction *> m_needSeenPackage;
    QList<QAction *> m_needTab;
    QList<QAction *> m_pageActions; ///< of the current package, in the Package menu
};

} // namespace modelcrate
