// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/windowmenus.h"

#include "ui/help/helppage.h"
#include "ui/package/filecommands.h"
#include "ui/package/filespage.h"
#include "ui/package/packagedocument.h"
#include "ui/registry/artifactpage.h"
#include "ui/registry/registriespage.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/bottompanel.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/packagespage.h"
#include "ui/shell/rail.h"
#include "ui/shell/windowmessage.h"
#include "ui/text/mnemonics.h"
#include "ui/transfers/transferspage.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/shortcuts.h"

#include <utility>

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QUndoGroup>

namespace modelcrate {

namespace {

using Place = Rail::Place;

constexpr const char *paletteAction = "commandPaletteAction";

void collectActions(const QMenu &menu, const QString &path, std::vector<PaletteEntry> &entries)
{
    for (auto *known : menu.actions()) {
        const auto text = withoutMnemonics(known->text());
        if (const auto *below = known->menu()) {
            collectActions(*below, path + QStringLiteral(" › ") + text, entries);
        } else if (known->isEnabled() && known->isVisible() && !known->isSeparator()
                   && known->objectName() != QLatin1String(paletteAction)) {
            const auto keys = known->shortcut().toString(QKeySequence::NativeText);
            // The action may go with its page before it is chosen.
            entries.push_back({text, keys.isEmpty() ? path : path + QStringLiteral(", ") + keys, known->icon(),
                               [action = QPointer<QAction>(known)] {
                                   if (action)
                                       action->trigger();
                               }});
        }
    }
}

} // namespace

WindowMenus::WindowMenus(MainWindow &window, const Parts &parts) : m_window(window), m_parts(parts)
{
    makeFileMenu();
    makeEditMenu();
    makeViewMenu();
    makePackageMenu();
    makeRegistryMenu();
    makeTransfersMenu();
    makeHelpMenu();
    takeShortcuts();
}

PackageTab &WindowMenus::currentPackage() const { return *m_parts.packages.currentPackage(); }

// --- making --------------------------------------------------------------------------------------------------------

QAction *WindowMenus::add(QMenu *menu, const Spec &spec)
{
    auto *created = new QAction(spec.text, &m_window);
    created->setObjectName(QLatin1String(spec.name));
    created->setShortcut(spec.shortcut);
    if (spec.iconName)
        created->setIcon(icon(QLatin1String(spec.iconName)));
    connect(created, &QAction::triggered, this, spec.run);
    menu->addAction(created);
    return created;
}

void WindowMenus::addForPackage(QMenu *menu, const Spec &spec) { m_needPackage << add(menu, spec); }

void WindowMenus::addForSeenPackage(QMenu *menu, const Spec &spec) { m_needSeenPackage << add(menu, spec); }

void WindowMenus::addForTab(QMenu *menu, const Spec &spec) { m_needTab << add(menu, spec); }

void WindowMenus::makeFileMenu()
{
    auto *menu = m_window.menuBar()->addMenu(tr("&File"));
    add(menu, {"openFolderAction", tr("Open &Folder…"), QKeySequence::Open, "folder-open", [this] {
                   m_parts.packages.chooseFolder();
               }});
    add(menu, {"openPackageAction", tr("Open &Package…"), QKeySequence(tr("Ctrl+Shift+O")), "package", [this] {
                   m_parts.packages.choosePackage();
               }});
    add(menu, {"openSampleAction", tr("Try a Sa&mple Package"), {}, nullptr, [this] { m_window.openSample(); }});
    menu->addSeparator();
    addForSeenPackage(menu, {"saveAction", tr("&Save"), QKeySequence::Save, nullptr, [this] {
                                 m_parts.packages.saveCurrent();
                             }});
    addForSeenPackage(menu, {"saveAsAction", tr("Save &As…"), QKeySequence(tr("Ctrl+Shift+S")), nullptr, [this] {
                                 m_parts.packages.saveCurrentAs();
                             }});
    menu->addSeparator();
    addForTab(menu, {"closeTabAction", tr("&Close Tab"), QKeySequence(tr("Ctrl+W")), nullptr, [this] {
                         m_parts.packages.closeCurrent();
                     }});
    add(menu, {"quitAction", tr("&Quit"), QKeySequence(tr("Ctrl+Q")), nullptr, [this] { m_window.close(); }});
}

void WindowMenus::makeEditMenu()
{
    auto *menu = m_window.menuBar()->addMenu(tr("&Edit"));
    auto *undo = m_parts.undoGroup.createUndoAction(&m_window, tr("&Undo"));
    undo->setObjectName(QStringLiteral("undoAction"));
    undo->setShortcut(QKeySequence::Undo);
    undo->setIcon(icon(QStringLiteral("undo")));
    auto *redo = m_parts.undoGroup.createRedoAction(&m_window, tr("&Redo"));
    redo->setObjectName(QStringLiteral("redoAction"));
    redo->setShortcuts({QKeySequence(tr("Ctrl+Shift+Z")), QKeySequence(tr("Ctrl+Y"))});
    redo->setIcon(icon(QStringLiteral("redo")));
    menu->addAction(undo);
    menu->addAction(redo);
    menu->addSeparator();
    m_filter = add(menu, {"filterAction", tr("&Filter"), QKeySequence::Find, "search", [this] {
                              if (m_window.place() == Place::Help)
                                  return m_parts.help.focusSearch();
                              m_window.showPlace(Place::Packages);
                              currentPackage().focusFilter();
                          }});
}

void WindowMenus::makeViewMenu()
{
    auto *menu = m_window.menuBar()->addMenu(tr("&View"));
    addPlaces(menu);
    menu->addSeparator();
    addPages(menu);
    menu->addSeparator();
    addParts(menu);
}

void WindowMenus::addPlaces(QMenu *menu)
{
    const auto addPlace = [&](const char *name, const QString &text, const QString &keys, Place place) {
        add(menu, {name, text, QKeySequence(keys), nullptr, [this, place] { m_window.showPlace(place); }});
    };
    addPlace("packagesAction", tr("&Packages"), tr("Ctrl+1"), Place::Packages);
    addPlace("registriesAction", tr("&Registries"), tr("Ctrl+2"), Place::Registries);
    addPlace("transfersAction", tr("&Transfers"), tr("Ctrl+3"), Place::Transfers);
    addPlace("settingsAction", tr("&Settings"), tr("Ctrl+4"), Place::Settings);
}

void WindowMenus::addPages(QMenu *menu)
{
    const auto addPage = [&](const char *name, const QString &text, const QString &keys, PackageTab::Page page) {
        addForPackage(menu, {name, text, QKeySequence(keys), nullptr, [this, page] {
                                 m_window.showPlace(Place::Packages);
                                 currentPackage().showPage(page);
                             }});
    };
    addPage("filesPageAction", tr("&Files"), tr("Ctrl+Alt+1"), PackageTab::Page::Files);
    addPage("metadataPageAction", tr("&Metadata"), tr("Ctrl+Alt+2"), PackageTab::Page::Metadata);
    addPage("annotationsPageAction", tr("&Annotations"), tr("Ctrl+Alt+3"), PackageTab::Page::AnnotationList);
    addPage("manifestPageAction", tr("Ma&nifest"), tr("Ctrl+Alt+4"), PackageTab::Page::Manifest);
    addPage("readmePageAction", tr("R&EADME"), tr("Ctrl+Alt+5"), PackageTab::Page::Readme);
}

void WindowMenus::addParts(QMenu *menu)
{
    add(menu, {paletteAction, tr("&Command Palette…"), {}, "command", [this] { m_window.showPalette(); }})
        ->setShortcuts({QKeySequence(tr("Ctrl+K")), QKeySequence(tr("Ctrl+Shift+P"))});
    addForTab(menu, {"nextTabAction", tr("Next Ta&b"), QKeySequence(tr("Ctrl+Tab")), nullptr, [this] {
                         m_parts.packages.showNext();
                     }});
    addForPackage(menu, {"treemapAction", tr("Treemap by Si&ze"), QKeySequence(tr("Ctrl+Shift+M")), nullptr, [this] {
                             m_window.showPlace(Place::Packages);
                             currentPackage().toggleTreemap();
                         }});
    addForSeenPackage(menu, {"inspectorAction", tr("&Inspector"), QKeySequence(tr("Ctrl+I")), "info", [this] {
                                 currentPackage().setInspectorShown(!currentPackage().isInspectorShown());
                             }});
    add(menu, {"panelAction", tr("Problems and Acti&vity"), QKeySequence(tr("Ctrl+J")), nullptr, [this] {
                   m_parts.panel.setVisible(!m_parts.panel.isVisible());
               }});
    auto *goToMessage = add(menu, {"goToMessageAction", tr("&Go to the Message"), Qt::Key_F6, nullptr, [this] {
                                       m_parts.message.goTo();
                                   }});
    goToMessage->setEnabled(m_parts.message.failure().has_value());
    connect(&m_parts.message, &WindowMessage::shownChanged, goToMessage, &QAction::setEnabled);
    add(menu, {"resetLayoutAction", tr("Reset &Layout"), {}, nullptr, [this] { m_window.resetLayout(); }});
}

void WindowMenus::makePackageMenu()
{
    m_packageMenu = m_window.menuBar()->addMenu(tr("&Package"));
    addForPackage(m_packageMenu,
                  {"publishAction", tr("&Publish…"), QKeySequence(tr("Ctrl+Shift+Return")), "publish", [this] {
                       m_window.showPlace(Place::Packages);
                       currentPackage().showPublish();
                   }});
    m_packageMenu->addSeparator();
}

void WindowMenus::makeRegistryMenu()
{
    auto &registries = m_parts.registries;
    auto *menu = m_window.menuBar()->addMenu(tr("&Registry"));
    add(menu, {"openReferenceAction", tr("Open &Reference…"), QKeySequence(tr("Ctrl+L")), "registry", [this] {
                   m_window.showPlace(Place::Registries);
                   m_parts.registries.focusAddress();
               }});
    m_beside = add(menu, {"openBesideAction", tr("Open &Beside"), QKeySequence(tr("Ctrl+Alt+Return")), "compare",
                          [this] { openBeside(); }});
    auto *pull = add(menu, {"pullAction", tr("P&ull into a Folder…"), QKeySequence(tr("Ctrl+Shift+L")), "pull", [this] {
                                m_window.showPlace(Place::Registries);
                                m_parts.registries.pull();
                            }});
    pull->setEnabled(registries.canPull());
    connect(&registries, &RegistriesPage::shownChanged, pull,
            [this, pull] { pull->setEnabled(m_parts.registries.canPull()); });
    connect(&registries, &RegistriesPage::shownChanged, this, &WindowMenus::refreshBeside);
    add(menu, {"editPublishedAction", tr("&Edit Published Model…"), QKeySequence(tr("Ctrl+E")), "edit", [this] {
                   m_window.openPublished(m_parts.registries.artifact().reference());
               }});
    add(menu, {"accountsAction", tr("&Accounts…"), {}, "user", [this] {
                   m_window.showPlace(Place::Settings);
                   m_parts.settings.showSection(SettingsPage::Section::Accounts);
               }});
    for (auto *action : registries.artifactActions()) {
        menu->addAction(action);
        connect(action, &QAction::triggered, this, [this] { m_window.showPlace(Place::Registries); });
    }
    add(menu, {"refreshRegistriesAction", tr("Re&fresh"), QKeySequence(tr("Ctrl+R")), "retry", [this] {
                   m_window.showPlace(Place::Registries);
                   m_parts.registries.refresh();
               }});
}

void WindowMenus::makeTransfersMenu()
{
    auto *menu = m_window.menuBar()->addMenu(tr("&Transfers"));
    menu->addActions(m_parts.transfers.actions());
}

void WindowMenus::makeHelpMenu()
{
    auto *menu = m_window.menuBar()->addMenu(tr("&Help"));
    add(menu, {"guideAction", tr("&Guide"), QKeySequence::HelpContents, "help", [this] {
                   m_window.showHelp(m_window.helpTopic());
               }});
    menu->addAction(m_parts.panel.explainAction());
    add(menu, {"shortcutsAction", tr("&Keyboard Shortcuts"), QKeySequence(tr("Ctrl+/")), nullptr, [this] {
                   m_parts.settings.showSection(SettingsPage::Section::Keyboard);
                   m_window.showPlace(Place::Settings);
               }});
    add(menu, {"aboutAction", tr("&About Modelcrate"), {}, "info", [this] { m_window.showAbout(); }});
}

void WindowMenus::takeShortcuts()
{
    auto &shortcuts = m_parts.shortcuts;
    for (const auto *action : m_window.menuBar()->actions())
        shortcuts.take(*action->menu(), withoutMnemonics(action->text()));
    shortcuts.take(m_parts.transfers.pauseOrResumeAction(), withoutMnemonics(tr("&Transfers")));
    auto declared = fileCommands(withoutMnemonics(m_packageMenu->title()));
    // These go on with the name of an edit.
    for (const auto &[name, text] : {std::pair("undoAction", tr("&Undo")), std::pair("redoAction", tr("&Redo"))}) {
        auto command = *shortcuts.find(QLatin1String(name));
        command.text = withoutMnemonics(text);
        declared.push_back(std::move(command));
    }
    shortcuts.declare(declared);
}

// --- what is on ----------------------------------------------------------------------------------------------------

void WindowMenus::refresh()
{
    refreshOffers();
    refreshPackageMenu();
}

void WindowMenus::refreshOffers()
{
    refreshFilter();
    refreshBeside();
    refreshPackageActions();
}

/// Nothing is taken back, closed or saved that is not seen. Where a place has fields of its own, Ctrl+Z is theirs.
void WindowMenus::refreshPackageActions()
{
    auto *package = m_parts.packages.currentPackage();
    const bool isPlaceSeen = m_window.place() == Place::Packages;
    const auto enable = [](const QList<QAction *> &actions, bool isEnabled) {
        for (auto *action : actions)
            action->setEnabled(isEnabled);
    };
    enable(m_needPackage, package != nullptr);
    enable(m_needTab, isPlaceSeen);
    enable(m_needSeenPackage, isPlaceSeen && package);
    m_parts.undoGroup.setActiveStack(isPlaceSeen && package ? &package->document().undoStack() : nullptr);
}

/// What can be searched: the files or fields of a package, or the guide.
void WindowMenus::refreshFilter()
{
    m_filter->setEnabled(m_parts.packages.currentPackage() || m_window.place() == Place::Help);
}

void WindowMenus::refreshBeside()
{
    const auto &registries = m_parts.registries;
    const auto place = m_window.place();
    m_beside->setEnabled(place == Place::Packages         ? !m_parts.packages.publishedPlace().isEmpty()
                             : place == Place::Registries ? !registries.asked().isEmpty() && !registries.hasTwo()
                                                          : false);
}

void WindowMenus::refreshPackageMenu()
{
    for (auto *old : std::exchange(m_pageActions, {}))
        m_packageMenu->removeAction(old);
    if (auto *package = m_parts.packages.currentPackage()) {
        m_pageActions = package->filesPage().actions();
        m_packageMenu->addActions(m_pageActions);
        m_parts.shortcuts.take(*m_packageMenu, withoutMnemonics(m_packageMenu->title()));
    }
}

// --- what they do --------------------------------------------------------------------------------------------------

/// The artifact that is edited here, or once more the one that is seen, so that the next choice is another.
void WindowMenus::openBeside()
{
    m_window.openBeside(m_window.place() == Place::Packages ? m_parts.packages.publishedPlace()
                                                            : m_parts.registries.asked());
}

std::vector<PaletteEntry> WindowMenus::paletteEntries() const
{
    std::vector<PaletteEntry> entries;
    for (const auto *menu : m_window.menuBar()->actions()) {
        if (menu->menu())
            collectActions(*menu->menu(), withoutMnemonics(menu->text()), entries);
    }
    return entries;
}

} // namespace modelcrate
