// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/services.h"
#include "ui/publish/publishhistory.h"
#include "ui/shell/autosave.h"
#include "ui/shell/packagespage.h"
#include "ui/shell/rail.h"
#include "ui/shell/windowmessage.h"
#include "ui/widgets/shortcuts.h"

#include <filesystem>
#include <memory>
#include <vector>

#include <QMainWindow>
#include <QPointer>
#include <QUndoGroup>

class QAction;
class QStackedWidget;

namespace modelcrate {

class BottomPanel;
class BottomStrip;
class CommandPalette;
class DropOverlay;
class HelpPage;
struct PaletteEntry;
class RegistriesPage;
class SettingsPage;
class TransfersPage;
struct TransfersSummary;
class WindowMenus;

/// The window: a rail with its places, menus, and what is to be said below. Brings the places together: each tells by a
/// signal what it needs of another or of the rest. Takes drops anywhere, keeps its state, and asks once before it loses
/// anything. When the language changes (QEvent::LanguageChange) it makes its widgets anew, and pointers to them become
/// invalid: documents stay with their undo steps and plans, so do tabs, places, what is selected and filtered, the
/// artifacts of registries that are seen and what is filled in there, a publish that runs and the lines of Activity.
/// GUI thread.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    using Place = Rail::Place;

    /// `autosaveFolder`: empty for the user's own.
    explicit MainWindow(Services &services, const std::filesystem::path &autosaveFolder = {},
                        QWidget *parent = nullptr);
    ~MainWindow() override;

    void showPlace(Place place);
    Place place() const;
    /// Opens a folder or *.modelcrate.json in a tab; one that is open already is shown.
    void open(const QString &path) { m_packages->open(path); }
    /// Opens a published artifact, named by tag or digest, to be edited; one that is open already is shown.
    /// Without a reference, the registries ask for one.
    void openPublished(const QString &reference);
    /// Writes the sample package, on a worker, and opens it.
    void openSample();
    /// Closes without a question, for who cannot be asked any more (the end of a session, SIGTERM): edits are kept as
    /// far as they can be, transfers are paused, and what is being written is waited for, at most five seconds.
    void endOrderly();
    /// Brings back what an earlier run left unsaved.
    void recover() { m_autosave.recover(); }
    /// Null when the current tab is none.
    PackageTab *currentPackage() const { return m_packages->currentPackage(); }
    int packageCount() const { return static_cast<int>(m_packages->packages().size()); }
    HelpPage &helpPage() { return *m_help; }
    /// Opens the guide at a topic (HelpPage::showTopic); Esc there comes back to where the window is now.
    void showHelp(const QString &topic);
    QString helpTopic() const; ///< of the guide, about what has the focus or is shown
    void showAbout();
    void showPalette();
    void resetLayout(); ///< the size and the docks of a first start
    /// A published artifact in Registries, beside what is seen there.
    void openBeside(const QString &reference);
    TransfersPage &transfersPage() { return *m_transfers; }
    RegistriesPage &registriesPage() { return *m_registries; }
    SettingsPage &settingsPage() { return *m_settings; }
    Shortcuts &shortcuts() { return m_shortcuts; }
    Autosave &autosave() { return m_autosave; }
    /// Every action of the menus has a name: "openFolderAction".
    QAction *action(const QString &objectName) const;

Q_SIGNALS:
    void packageOpened(modelcrate::PackageTab *package);
    void openFailed(const QString &path); ///< its tab says why

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    using About = WindowMessage::About;
    struct Kept;
    void makeAnew();
    Kept takeApart();
    void putBack(Kept kept);
    void build();
    void connectPackages();
    void makePanel();
    void makeStrip();
    void keepEdits();
    void quit();
    void quitWhenSettled();
    void whenSettled(const std::function<bool()> &isSettled, const std::function<void()> &then);

    void currentChanged();
    void currentPackageChanged();
    void refreshProblems();
    void refreshTransfers(const TransfersSummary &summary);
    void refreshTitle();
    void note(const QString &text); ///< a line in Activity
    std::vector<PaletteEntry> paletteEntries();
    void leaveHelp();

    Services &m_services;
    Shortcuts m_shortcuts; ///< of the commands in the menus
    PublishHistory m_published;
    Autosave m_autosave;
    QUndoGroup m_undoGroup;
    std::unique_ptr<WindowMenus> m_menus;
    QStackedWidget *m_places;
    Rail *m_rail;
    PackagesPage *m_packages;
    RegistriesPage *m_registries;
    TransfersPage *m_transfers;
    HelpPage *m_help;
    Place m_beforeHelp = Place::Packages;
    QPointer<QWidget> m_focusBeforeHelp;
    SettingsPage *m_settings;
    CommandPalette *m_palette;
    DropOverlay *m_drops;
    BottomPanel *m_panel;
    BottomStrip *m_strip;
    WindowMessage *m_message;
    int m_unreadableCopies = 0;
    bool m_quitting = false; ///< it is asked, or what is being written is waited for
    bool m_endsUnasked = false;
    bool m_closing = false;
};

} // namespace modelcrate
