// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "ui/artifact/services.h"
#include "ui/shell/packagetab.h"
#include "ui/shell/packagewriter.h"

#include <functional>
#include <memory>
#include <vector>

#include <QList>
#include <QPointer>
#include <QStringList>
#include <QWidget>

class QStackedWidget;
class QTabBar;
class QUndoGroup;

namespace modelcrate {

class Autosave;
class EmptyPage;
class InfoBar;
class OpeningPage;
struct PreparedPackage;
struct RecoveredPackage;

/// The place of packages: each in a tab of its own, what is being opened too, and the empty page while there are none.
/// Opens folders, *.modelcrate.json and published artifacts, takes over what Autosave brings back, saves, and asks once
/// before unsaved edits go with their tab, or with the program. Owns its tabs and their documents; the tab of a package that is closed goes
/// with the next turn of the event loop.
///
/// A tab is known by its place: the whole path of the folder or file, or the name of the artifact. What has that place
/// already is shown and not opened again; so is what Autosave brings back of that place, in whatever order the two come:
/// what is to be opened waits for it. A bar says what came back, until it is dismissed. Reads and writes on workers; what cannot be opened says so in its tab, what
/// cannot be saved is told by saveFailed(). GUI thread.
class PackagesPage : public QWidget {
    Q_OBJECT

public:
    /// All of the page but its widgets: another one that is made of it shows the same.
    struct Content {
        struct Tab {
            PackageTab::Content content; ///< without a document: something that is being opened
            QString place;
            bool isBack = false; ///< the bar names it
        };
        std::vector<Tab> tabs;
        int current = -1;
    };

    /// Documents are watched by `autosave`, and their undo stacks are in `undoGroup`: both outlive the page.
    PackagesPage(Services &services, Autosave &autosave, QUndoGroup &undoGroup, QWidget *parent = nullptr);
    ~PackagesPage() override;

    /// The page can only be deleted then.
    Content takeContent();
    /// Into a page without tabs. Says of each package that it changed, but shows none before showCurrent().
    void restore(Content content);
    /// Shows what belongs to the current tab and says currentChanged(). A page that is shown begins to work, so a new
    /// window calls this once it is where it has to be.
    void showCurrent();
    void focusEmptyPage();

    void open(const QString &path); ///< a folder or *.modelcrate.json
    void openPublished(const QString &reference); ///< an artifact, to be edited
    void openPlace(const QString &place); ///< of a tab, as settings remember it
    void chooseFolder(); ///< to be opened
    void choosePackage();

    PackageTab *currentPackage() const; ///< null when the current tab is none
    QList<PackageTab *> packages() const; ///< by their tabs, without what is being opened
    /// The artifact that the current package is an edit of; empty for others.
    QString publishedPlace() const;
    /// What the tabs say, by their order, with the page of each for showTab().
    struct OpenTab {
        QString title;
        QWidget *page;
    };
    QList<OpenTab> openTabs() const;
    void showTab(const QWidget *page); ///< one of openTabs()

    void saveCurrent(); ///< where it was saved before; else asks where
    void saveCurrentAs();
    void closeCurrent();
    void showNext(); ///< the tab to the right, or the first one

    /// Before the program ends: asks once when there are edits that are in no file and that Autosave does not keep, and
    /// answers whether it may end. What is given up is forgotten by then. For what is to be saved first the answer is
    /// no, and yes once it is in its file: on a disk that hangs that is never, and nobody waits for it.
    void askToQuit(const std::function<void(bool mayQuit)> &answer);
    bool isSaving() const { return !m_writer.isIdle(); }
    /// What it does would end with it: a file is written, or a document goes on soon from what was published of it.
    bool isBusy() const;

Q_SIGNALS:
    void showRequested(); ///< something is opened: the place is to be seen
    void currentChanged(); ///< another tab, or none
    void currentPackageChanged(); ///< its title, unsaved mark, problems or totals
    void packageOpened(modelcrate::PackageTab *package); ///< or brought back
    void openFailed(const QString &place); ///< its tab says why
    void saved(const QString &file);
    void saveFailed(const modelcrate::Error &error, const QString &file);
    void said(const QString &line); ///< for a log
    void helpRequested(const QString &topic);
    void transfersRequested();
    void registriesRequested();
    void sampleRequested();
    void besideRequested(const QString &reference); ///< the artifact of a tab, to be seen beside another

private:
    using Done = std::function<void(bool isSaved)>;
    QWidget *makeTabs();
    QWidget *makePages();

    bool waitsForRecovery(const QString &place);
    void openWaiting();
    void showOpening(OpeningPage *opening, const QString &title, const QString &place);
    bool showTabOf(const QString &place); ///< whether there is one
    void addPackage(PreparedPackage opened, const QString &place, QWidget *replaced);
    void recover(RecoveredPackage &package);
    QWidget *replaceableBy(const RecoveredPackage &package) const;
    void refreshBack();
    PackageTab *adoptPackage(PreparedPackage opened, const QString &savedFile, const QString &autosaveId,
                             QWidget *replaced);
    PackageTab *addPackageTab(PackageTab::Content content, const QString &place);
    int addTab(QWidget *page, const QString &title, const QString &place);
    int tabOf(const QWidget *page) const;
    int tabAt(const QString &place) const;
    QWidget *pageOf(int tab) const;
    PackageTab *packageOf(int tab) const;
    QString publishedPlaceOf(int tab) const;
    void packageChanged(PackageTab &package);
    void showTabMenu(const QPoint &where);

    void save(PackageTab &package, const Done &done = {});
    void saveAs(PackageTab &package, const Done &done = {});
    void writeIfNew(PackageTab &package, const QString &file, const Done &done);
    void write(PackageTab &package, const QString &file, const Done &done);
    void closeTab(int tab);
    void askToClose(PackageTab &package);
    void saveEach(QList<QPointer<PackageTab>> packages, const Done &done);
    void removeTab(QWidget *page);

    Services &m_services;
    Autosave &m_autosave;
    QUndoGroup &m_undoGroup;
    PackageWriter m_writer;
    QTabBar *m_tabs;
    InfoBar *m_backBar;
    QList<QPointer<PackageTab>> m_back; ///< with their unsaved edits; named in the bar
    QStringList m_waiting; ///< places to be opened once it is known what comes back
    QStackedWidget *m_pages;
    EmptyPage *m_empty;
};

} // namespace modelcrate
