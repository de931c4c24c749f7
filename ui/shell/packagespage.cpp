// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/packagespage.h"

#include "modelpack/publishedpackage.h"
#include "operations/publish.h"
#include "ui/jobs/jobrunner.h"
#include "ui/package/filespage.h"
#include "ui/package/openingpage.h"
#include "ui/package/packagedocument.h"
#include "ui/shell/autosave.h"
#include "ui/shell/emptypage.h"
#include "ui/text/convert.h"
#include "ui/text/mnemonics.h"
#include "ui/text/numbers.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/settings.h"
#include "ui/widgets/userprompts.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QPointer>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>
#include <QUndoGroup>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

const QString packageSuffix = QStringLiteral(".modelcrate.json");

QString packageFilter() { return PackagesPage::tr("Modelcrate packages (*.modelcrate.json)"); }

/// A published artifact by the name it was opened by.
QString placeOf(const PublishedArtifact &published)
{
    const auto place = published.place();
    const auto parsed = parseTarget(place);
    return toQString(parsed && tagOf(*parsed) ? place : published.source);
}

/// What a package that is saved nowhere is made from: a folder, or an artifact.
QString placeOf(const Package &package)
{
    return package.published ? placeOf(*package.published) : pathText(package.root);
}

} // namespace

PackagesPage::PackagesPage(Services &services, Autosave &autosave, QUndoGroup &undoGroup, QWidget *parent)
    : QWidget(parent),
      m_services(services),
      m_autosave(autosave),
      m_undoGroup(undoGroup),
      m_writer(services.jobs)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTabs());
    m_backBar = new InfoBar;
    m_backBar->setObjectName(QStringLiteral("recoveredBar"));
    m_backBar->setDismissible(true);
    m_backBar->hide();
    connect(m_backBar, &InfoBar::dismissed, this, [this] { m_back.clear(); });
    column->addWidget(m_backBar);
    column->addWidget(makePages(), 1);
    connect(&m_autosave, &Autosave::recovered, this,
            [this](const std::shared_ptr<RecoveredPackage> &package) { recover(*package); });
    connect(&m_autosave, &Autosave::recoveryEnded, this, &PackagesPage::openWaiting);
}

PackagesPage::~PackagesPage()
{
    for (auto *package : findChildren<PackageTab *>())
        package->disconnect(this);
    delete m_pages; // while there is somebody to tell
}

QWidget *PackagesPage::makeTabs()
{
    m_tabs = new QTabBar;
    m_tabs->setObjectName(QStringLiteral("documentTabs"));
    m_tabs->setAccessibleName(tr("Open packages"));
    m_tabs->setTabsClosable(true);
    m_tabs->setMovable(true);
    m_tabs->setExpanding(false);
    m_tabs->setElideMode(Qt::ElideMiddle);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_tabs, &QTabBar::currentChanged, this, &PackagesPage::showCurrent);
    connect(m_tabs, &QTabBar::tabCloseRequested, this, &PackagesPage::closeTab);
    connect(m_tabs, &QTabBar::customContextMenuRequested, this, &PackagesPage::showTabMenu);
    return m_tabs;
}

QWidget *PackagesPage::makePages()
{
    m_pages = new QStackedWidget;
    m_empty = new EmptyPage(m_services);
    m_pages->addWidget(m_empty);
    connect(m_empty, &EmptyPage::openFolderRequested, this, &PackagesPage::chooseFolder);
    connect(m_empty, &EmptyPage::openRequested, this, &PackagesPage::openPlace);
    connect(m_empty, &EmptyPage::browseRequested, this, &PackagesPage::registriesRequested);
    connect(m_empty, &EmptyPage::sampleRequested, this, &PackagesPage::sampleRequested);
    return m_pages;
}

// --- another language ----------------------------------------------------------------------------------------------

PackagesPage::Content PackagesPage::takeContent()
{
    Content content{.tabs = {}, .current = m_tabs->currentIndex()};
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        auto *package = packageOf(tab);
        if (package)
            package->disconnect(this);
        content.tabs.push_back({package ? package->takeContent() : PackageTab::Content(), m_tabs->tabToolTip(tab),
                                package && m_back.contains(package)});
    }
    m_tabs->disconnect(this);
    return content;
}

void PackagesPage::restore(Content content)
{
    for (auto &tab : content.tabs) {
        if (!tab.content.document) {
            openPlace(tab.place);
            continue;
        }
        auto *package = addPackageTab(std::move(tab.content), tab.place);
        if (tab.isBack)
            m_back << package;
        packageChanged(*package);
    }
    m_tabs->setCurrentIndex(content.current);
}

bool PackagesPage::isBusy() const
{
    const auto all = packages();
    return isSaving() || !m_waiting.isEmpty() || std::any_of(all.begin(), all.end(), [](PackageTab *package) {
               return package->publishPage().isAdopting();
           });
}

// --- opening -------------------------------------------------------------------------------------------------------

void PackagesPage::open(const QString &path)
{
    const auto wanted = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    if (!waitsForRecovery(wanted) && !showTabOf(wanted))
        showOpening(new OpeningPage(m_services, toPath(wanted)), displayText(toUtf8(QFileInfo(wanted).fileName())),
                    wanted);
}

void PackagesPage::openPublished(const QString &reference)
{
    if (!waitsForRecovery(reference) && !showTabOf(reference))
        showOpening(new OpeningPage(m_services, reference), reference, reference);
}

void PackagesPage::openPlace(const QString &place)
{
    // Files are remembered by their whole path.
    if (QDir::isAbsolutePath(place))
        open(place);
    else
        openPublished(place);
}

void PackagesPage::chooseFolder()
{
    m_services.prompts.chooseFolder(this, tr("Open a Model Folder"), [this](const QString &folder) {
        if (!folder.isEmpty())
            open(folder);
    });
}

void PackagesPage::choosePackage()
{
    m_services.prompts.chooseOpenFile(this, tr("Open a Package"), packageFilter(), [this](const QString &file) {
        if (!file.isEmpty())
            open(file);
    });
}

bool PackagesPage::showTabOf(const QString &place)
{
    Q_EMIT showRequested();
    const int tab = tabAt(place);
    if (tab >= 0)
        m_tabs->setCurrentIndex(tab);
    return tab >= 0;
}

bool PackagesPage::waitsForRecovery(const QString &place)
{
    if (m_autosave.isRecovering())
        m_waiting << place;
    return m_autosave.isRecovering();
}

void PackagesPage::openWaiting()
{
    for (const auto &place : std::exchange(m_waiting, {}))
        openPlace(place);
}

void PackagesPage::showOpening(OpeningPage *opening, const QString &title, const QString &place)
{
    connect(opening, &OpeningPage::opened, this,
            [this, opening, place](const std::shared_ptr<PreparedPackage> &package) {
                addPackage(std::move(*package), place, opening);
            });
    connect(opening, &OpeningPage::canceled, this, [this, opening] { removeTab(opening); });
    connect(opening, &OpeningPage::failed, this, [this, place] { Q_EMIT openFailed(place); });
    m_tabs->setCurrentIndex(addTab(opening, title, place));
    showCurrent();
}

void PackagesPage::addPackage(PreparedPackage opened, const QString &place, QWidget *replaced)
{
    const bool isFile = place.endsWith(packageSuffix);
    auto *package = adoptPackage(std::move(opened), isFile ? place : QString(), {}, replaced);
    m_services.settings.addRecent({place, package->document().includedSize().value(), {}});
    Q_EMIT said(tr("Opened %1: %2").arg(package->document().name(), package->totalsText()));
}

void PackagesPage::recover(RecoveredPackage &package)
{
    auto *replaced = replaceableBy(package);
    if (replaced)
        replaced->disconnect(this);
    if (auto *before = qobject_cast<PackageTab *>(replaced))
        m_autosave.forget(before->document());
    auto *tab = adoptPackage(std::move(package.opened), package.file, package.autosaveId, replaced);
    m_back << tab;
    refreshBack();
    Q_EMIT said(tr("%1 is back with its unsaved edits.").arg(tab->document().name()));
}

/// What was opened of the same place before the copy came, which is no edit yet: two tabs of one file would overwrite
/// each other.
QWidget *PackagesPage::replaceableBy(const RecoveredPackage &package) const
{
    const int tab = tabAt(package.file.isEmpty() ? placeOf(*package.opened.state.header) : package.file);
    const auto *opened = packageOf(tab);
    return opened && opened->document().isModified() ? nullptr : pageOf(tab);
}

void PackagesPage::refreshBack()
{
    QStringList names;
    for (const auto &package : std::as_const(m_back)) {
        if (tabOf(package) >= 0)
            names << package->document().name();
    }
    const auto text = tr("Unsaved edits of %1 are back.").arg(names.join(QStringLiteral(", ")));
    if (!names.isEmpty() && m_backBar->text() != text)
        m_backBar->setMessage(InfoBar::Kind::Info, text);
    m_backBar->setVisible(!names.isEmpty());
}

PackageTab *PackagesPage::adoptPackage(PreparedPackage opened, const QString &savedFile, const QString &autosaveId,
                                       QWidget *replaced)
{
    const auto place = !savedFile.isEmpty() ? savedFile : placeOf(*opened.state.header);
    auto document = std::make_unique<PackageDocument>(std::move(opened));
    if (!savedFile.isEmpty())
        document->setSaved(savedFile);
    if (!autosaveId.isEmpty()) {
        document->setAutosaveId(autosaveId);
        document->undoStack().resetClean(); // what came back was never saved
    }
    m_autosave.watch(*document);
    m_undoGroup.addStack(&document->undoStack());
    const int tab = replaced ? tabOf(replaced) : -1;
    // One that comes back does not take the place of what somebody works on by now.
    const bool isShown = autosaveId.isEmpty() || m_tabs->count() == 0 || (tab >= 0 && tab == m_tabs->currentIndex());
    auto *package = addPackageTab({std::move(document)}, place);
    const int added = tabOf(package);
    if (tab >= 0) {
        const QSignalBlocker quiet(m_tabs);
        m_tabs->removeTab(tab);
        m_tabs->moveTab(added - 1, tab);
        m_pages->removeWidget(replaced);
        replaced->deleteLater();
    }
    if (isShown)
        m_tabs->setCurrentIndex(tabOf(package));
    showCurrent();
    packageChanged(*package);
    if (isShown)
        package->filesPage().listWidget()->setFocus();
    Q_EMIT packageOpened(package);
    return package;
}

PackageTab *PackagesPage::addPackageTab(PackageTab::Content content, const QString &place)
{
    auto *package = new PackageTab(std::move(content), m_services);
    addTab(package, package->document().name(), place);
    connect(package, &PackageTab::changed, this, [this, package] { packageChanged(*package); });
    connect(package, &PackageTab::helpRequested, this, &PackagesPage::helpRequested);
    connect(package, &PackageTab::openTransfersRequested, this, &PackagesPage::transfersRequested);
    return package;
}

// --- tabs ----------------------------------------------------------------------------------------------------------

QWidget *PackagesPage::pageOf(int tab) const { return tab < 0 ? nullptr : m_tabs->tabData(tab).value<QWidget *>(); }

PackageTab *PackagesPage::packageOf(int tab) const { return qobject_cast<PackageTab *>(pageOf(tab)); }

int PackagesPage::tabOf(const QWidget *page) const
{
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        if (pageOf(tab) == page)
            return tab;
    }
    return -1;
}

int PackagesPage::tabAt(const QString &place) const
{
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        if (m_tabs->tabToolTip(tab) == place)
            return tab;
    }
    return -1;
}

PackageTab *PackagesPage::currentPackage() const { return packageOf(m_tabs->currentIndex()); }

QList<PackageTab *> PackagesPage::packages() const
{
    QList<PackageTab *> all;
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        if (auto *package = packageOf(tab))
            all << package;
    }
    return all;
}

QList<PackagesPage::OpenTab> PackagesPage::openTabs() const
{
    QList<OpenTab> all;
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        all.append({withoutMnemonics(m_tabs->tabText(tab)), pageOf(tab)});
    return all;
}

void PackagesPage::showTab(const QWidget *page) { m_tabs->setCurrentIndex(tabOf(page)); }

void PackagesPage::showNext()
{
    if (m_tabs->count() > 0)
        m_tabs->setCurrentIndex((m_tabs->currentIndex() + 1) % m_tabs->count());
}

void PackagesPage::showCurrent()
{
    auto *page = pageOf(m_tabs->currentIndex());
    m_pages->setCurrentWidget(page ? page : m_empty);
    m_tabs->setVisible(m_tabs->count() > 0);
    Q_EMIT currentChanged();
}

void PackagesPage::focusEmptyPage() { m_empty->setFocus(Qt::OtherFocusReason); }

int PackagesPage::addTab(QWidget *page, const QString &title, const QString &place)
{
    m_pages->addWidget(page);
    // The page first: adding the first tab makes it current at once.
    const QSignalBlocker quiet(m_tabs);
    const int tab = m_tabs->addTab(icon(QStringLiteral("package"), Role::TextMuted), escapeMnemonics(title));
    m_tabs->setTabData(tab, QVariant::fromValue(page));
    m_tabs->setTabToolTip(tab, place);
    return tab;
}

void PackagesPage::removeTab(QWidget *page)
{
    if (const int tab = tabOf(page); tab >= 0) {
        const QSignalBlocker quiet(m_tabs);
        m_tabs->removeTab(tab);
    }
    m_pages->removeWidget(page);
    page->deleteLater();
    refreshBack();
    showCurrent();
}

void PackagesPage::packageChanged(PackageTab &package)
{
    const int tab = tabOf(&package);
    if (tab < 0)
        return;
    auto &document = package.document();
    // A dot that a screen reader would read as "black circle" is no name.
    const auto name = escapeMnemonics(document.name());
    m_tabs->setTabText(tab, document.isModified() ? name + QStringLiteral(" •") : name);
    m_tabs->setAccessibleTabName(tab,
                                 document.isModified() ? tr("%1, not saved").arg(document.name()) : document.name());
    if (m_back.contains(&package))
        refreshBack();
    if (tab == m_tabs->currentIndex())
        Q_EMIT currentPackageChanged();
}

QString PackagesPage::publishedPlace() const { return publishedPlaceOf(m_tabs->currentIndex()); }

QString PackagesPage::publishedPlaceOf(int tab) const
{
    const auto *package = packageOf(tab);
    const auto *published = package ? package->document().published() : nullptr;
    return published ? placeOf(*published) : QString();
}

void PackagesPage::showTabMenu(const QPoint &where)
{
    const int under = m_tabs->tabAt(where);
    const int tab = under >= 0 ? under : m_tabs->currentIndex(); // a key asks about the current one
    if (tab < 0)
        return;
    auto *menu = new QMenu(m_tabs);
    menu->setObjectName(QStringLiteral("documentTabMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto reference = publishedPlaceOf(tab);
    auto *beside = menu->addAction(icon(QStringLiteral("compare")), tr("Open Beside"), this,
                                   [this, reference] { Q_EMIT besideRequested(reference); });
    beside->setObjectName(QStringLiteral("openTabBesideAction"));
    beside->setEnabled(!reference.isEmpty());
    menu->addAction(tr("Close Tab"), this, [this, page = QPointer<QWidget>(pageOf(tab))] {
            if (page)
                closeTab(tabOf(page));
        })->setObjectName(QStringLiteral("closeThisTabAction"));
    menu->popup(m_tabs->mapToGlobal(where));
}

// --- saving and closing --------------------------------------------------------------------------------------------

void PackagesPage::saveCurrent() { save(*currentPackage()); }

void PackagesPage::saveCurrentAs() { saveAs(*currentPackage()); }

void PackagesPage::save(PackageTab &package, const Done &done)
{
    if (package.document().file().isEmpty())
        saveAs(package, done);
    else
        write(package, package.document().file(), done);
}

void PackagesPage::saveAs(PackageTab &package, const Done &done)
{
    auto root = package.document().root();
    if (root.empty()) // of a published artifact there is no folder
        root = std::filesystem::path(toUtf8(QDir::homePath()))
            / suggestRepositoryName(toUtf8(package.document().name())).toString();
    const auto suggestion = QString::fromStdString((root.parent_path() / root.filename()).native()) + packageSuffix;
    m_services.prompts.chooseSaveFile(this, tr("Save the Package"), suggestion, packageFilter(),
                                      [this, tab = QPointer<PackageTab>(&package), done](const QString &file) {
                                          if (file.isEmpty() || !tab) {
                                              if (done)
                                                  done(false);
                                          } else if (file.endsWith(packageSuffix)) {
                                              write(*tab, file, done);
                                          } else {
                                              writeIfNew(*tab, file + packageSuffix, done);
                                          }
                                      });
}

/// A file that nobody was asked about, since its name was made here ("qwen2.5" has a suffix already, and gets ours).
void PackagesPage::writeIfNew(PackageTab &package, const QString &file, const Done &done)
{
    const auto answer = [this, tab = QPointer<PackageTab>(&package), file, done](bool mayWrite) {
        if (mayWrite && tab)
            write(*tab, file, done);
        else if (done)
            done(false);
    };
    m_services.jobs.run<bool>(
        this,
        [path = toPath(file)](const TaskContext &) -> Result<bool> {
            std::error_code failure;
            return std::filesystem::exists(std::filesystem::symlink_status(path, failure));
        },
        [this, file, answer](Result<bool> isThere) {
            if (isThere && !*isThere)
                return answer(true);
            const UserPrompts::Choice question{tr("Replace %1?").arg(QFileInfo(file).fileName()),
                                               tr("A file of this name is there already."),
                                               {tr("Replace"), tr("Cancel")},
                                               0};
            m_services.prompts.choose(this, question, [answer](int chosen) { answer(chosen == 0); });
        });
}

void PackagesPage::write(PackageTab &package, const QString &file, const Done &done)
{
    package.commitTyping();
    // The page owns the write, not the tab, which may be closed before the file is written.
    m_writer.write(&package.document(), package.document().state(), toPath(file),
                   [this, tab = QPointer<PackageTab>(&package), file, done](const Result<void> &outcome,
                                                                            const PackageState &written) {
                       if (outcome)
                           Q_EMIT saved(file);
                       else
                           Q_EMIT saveFailed(outcome.error(), file);
                       if (outcome && tab) {
                           tab->document().setSaved(file, written);
                           m_services.settings.addRecent({file, tab->document().includedSize().value(), {}});
                           m_tabs->setTabToolTip(tabOf(tab), file);
                       }
                       if (done)
                           done(outcome.has_value());
                   });
}

void PackagesPage::closeCurrent()
{
    if (m_tabs->currentIndex() >= 0)
        closeTab(m_tabs->currentIndex());
}

void PackagesPage::closeTab(int tab)
{
    auto *page = pageOf(tab);
    if (auto *opening = qobject_cast<OpeningPage *>(page)) {
        opening->cancel();
        removeTab(opening);
    } else if (auto *package = qobject_cast<PackageTab *>(page)) {
        askToClose(*package);
    }
}

void PackagesPage::askToClose(PackageTab &package)
{
    package.commitTyping();
    if (!package.document().isModified()) {
        m_autosave.forget(package.document());
        return removeTab(&package);
    }
    const UserPrompts::Choice question{tr("Save %1?").arg(package.document().name()),
                                       tr("Its edits are not saved in a file yet."),
                                       {tr("Save"), tr("Discard"), tr("Stay")},
                                       1};
    m_services.prompts.choose(this, question, [this, tab = QPointer<PackageTab>(&package)](int answer) {
        if (!tab)
            return;
        if (answer == 0) {
            save(*tab, [this, tab](bool isSaved) {
                if (isSaved && tab)
                    askToClose(*tab); // what was typed while it was written is in no file
            });
        } else if (answer == 1) {
            m_autosave.forget(tab->document());
            removeTab(tab);
        }
    });
}

void PackagesPage::askToQuit(const std::function<void(bool mayQuit)> &answer)
{
    QList<QPointer<PackageTab>> unkept;
    QStringList names;
    for (auto *package : packages()) {
        if (!m_autosave.keeps(package->document())) {
            unkept << package;
            names << package->document().name();
        }
    }
    if (unkept.isEmpty())
        return answer(true);
    const bool isOne = names.size() == 1;
    const UserPrompts::Choice question{
        isOne ? tr("Save %1?").arg(names.front()) : tr("Save %1 packages?").arg(formatCount(names.size())),
        isOne ? tr("Its edits are in no file, and they cannot be kept for the next start.")
              : tr("The edits of these are in no file, and they cannot be kept for the next start: %1")
                    .arg(names.join(QStringLiteral(", "))),
        {tr("Save"), tr("Discard"), tr("Stay")},
        1};
    m_services.prompts.choose(this, question, [this, unkept, answer](int chosen) {
        if (chosen == 0)
            saveEach(unkept, [this, answer](bool isSaved) {
                if (isSaved)
                    askToQuit(answer); // what was typed while it was written is in no file
            });
        if (chosen == 1) {
            for (const auto &package : unkept) {
                if (package)
                    m_autosave.forget(package->document());
            }
        }
        answer(chosen == 1);
    });
}

/// One after the other: each may ask for its file.
void PackagesPage::saveEach(QList<QPointer<PackageTab>> packages, const Done &done)
{
    if (packages.isEmpty())
        return done(true);
    const auto package = packages.takeFirst();
    if (!package)
        return saveEach(packages, done);
    // So that it is seen which one a file is asked for.
    Q_EMIT showRequested();
    showTab(package);
    save(*package, [this, packages, done](bool isSaved) {
        if (isSaved)
            saveEach(packages, done);
        else
            done(false);
    });
}

} // namespace modelcrate
