// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/mainwindow.h"

#include "ui/help/helppage.h"
#include "ui/jobs/jobrunner.h"
#include "ui/jobs/transferqueue.h"
#include "ui/package/packagedocument.h"
#include "ui/registry/registriespage.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/bottompanel.h"
#include "ui/shell/bottomstrip.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/dropoverlay.h"
#include "ui/shell/packagetab.h"
#include "ui/shell/samplepackage.h"
#include "ui/shell/singleinstance.h"
#include "ui/shell/verticalline.h"
#include "ui/shell/windowmenus.h"
#include "ui/text/convert.h"
#include "ui/text/errortext.h"
#include "ui/transfers/transfernotices.h"
#include "ui/transfers/transferspage.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/settings.h"
#include "ui/widgets/userprompts.h"

#include <algorithm>
#include <utility>

#include <QApplication>
#include <QCloseEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QMessageBox>
#include <QPointer>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

/// Of saveState(): another layout of docks is another number.
constexpr int layoutVersion = 1;
constexpr QSize usualSize(1280, 800);
constexpr int panelHeight = 160;
constexpr int handoverMs = 20; ///< between looks at whether a worker has answered

} // namespace

MainWindow::MainWindow(Services &services, const std::filesystem::path &autosaveFolder, QWidget *parent)
    : QMainWindow(parent),
      m_services(services),
      m_shortcuts(services.settings),
      m_published(services),
      m_autosave(services, autosaveFolder)
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/modelcrate.svg")));
    setMinimumSize(760, 480);

    build();
    connect(&m_autosave, &Autosave::unreadable, this, [this](const UnreadableCopy &copy) {
        m_message->showFailure({About::Recovery, copy.error, pathText(copy.path), ++m_unreadableCopies});
    });
    connect(&m_autosave, &Autosave::failed, this,
            [this](const Error &error) { m_message->showFailure({About::Autosave, error}); });
    connect(&m_autosave, &Autosave::written, this, [this] { m_message->clearFailure(About::Autosave); });
    connect(&services.transfers, &TransferQueue::changed, this, [this](qint64 id) {
        const auto *transfer = m_services.transfers.find(id);
        if (!transfer)
            return;
        if (transfer->state == TransferState::Done)
            note(tr("Finished: %1").arg(transfer->request.title));
        else if (transfer->state == TransferState::Failed && transfer->error)
            note(tr("Failed: %1. %2").arg(transfer->request.title, errorText(*transfer->error).title));
    });
    const auto *notices = new TransferNotices(services, *this, this);
    connect(notices, &TransferNotices::wanted, this, [this](qint64 transfer) {
        bringToFront(*this);
        showPlace(Place::Transfers);
        m_transfers->showTransfer(transfer);
    });
    connect(&m_shortcuts, &Shortcuts::changed, this, &MainWindow::refreshTitle);
    connect(&services.settings, &Settings::writingFailed, this, [this] {
        m_message->showFailure({About::Settings, *m_services.settings.failure(), m_services.settings.path()});
    });
    connect(&services.settings, &Settings::writingRecovered, this,
            [this] { m_message->clearFailure(About::Settings, m_services.settings.path()); });

    resize(usualSize);
    restoreGeometry(services.settings.state(QStringLiteral("window")));
    restoreState(services.settings.state(QStringLiteral("docks")), layoutVersion);
    m_panel->hide(); // it opens when there is something to say
    showPlace(Place::Packages);
    m_packages->showCurrent();
    refreshTransfers(summarize(services.transfers));
    m_packages->focusEmptyPage(); // where who starts begins
}

MainWindow::~MainWindow()
{
    // Stacks tell the group that they go, so it must be there still.
    delete takeCentralWidget();
}

// --- another language ----------------------------------------------------------------------------------------------

/// What stays when all widgets are made anew.
struct MainWindow::Kept {
    PackagesPage::Content packages;
    Place place = Place::Packages;
    SettingsPage::Section section = SettingsPage::Section::General;
    RegistriesPage::View registries;
    QString activity;
    std::optional<WindowMessage::Failure> failure;
    QByteArray docks;
    BottomPanel::Page panelPage = BottomPanel::Page::Problems;
    QString focus; ///< object name
    qsizetype focusNumber = 0; ///< among those of that name that are seen: of two artifacts, each has its own
};

namespace {

QList<QWidget *> seenWidgets(const QWidget &within, const QString &name)
{
    auto named = within.findChildren<QWidget *>(name);
    named.removeIf([](const QWidget *one) { return !one->isVisible(); });
    return named;
}

} // namespace

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    // Not at once: the event goes on to the children that are there now.
    if (event->type() == QEvent::LanguageChange)
        QMetaObject::invokeMethod(this, &MainWindow::makeAnew, Qt::QueuedConnection);
}

void MainWindow::makeAnew()
{
    if (m_closing)
        return;
    // An answer goes to a widget, and so does what is dragged over the window.
    if (m_packages->isBusy() || m_registries->isBusy() || m_drops->isVisible()) {
        QTimer::singleShot(handoverMs, this, &MainWindow::makeAnew);
        return;
    }
    auto kept = takeApart();
    setLocale(QLocale()); // of spin boxes and the like
    build();
    for (auto *part : std::initializer_list<QWidget *>{menuBar(), centralWidget(), statusBar()})
        part->show(); // else a turn of the event loop later, and what is hidden cannot get the focus
    putBack(std::move(kept));
}

MainWindow::Kept MainWindow::takeApart()
{
    Kept kept{.packages = {},
              .place = place(),
              .section = m_settings->section(),
              .registries = m_registries->view(),
              .activity = m_panel->activity(),
              .failure = m_message->failure(),
              .docks = saveState(layoutVersion),
              .panelPage = m_panel->page(),
              .focus = focusWidget() ? focusWidget()->objectName() : QString()};
    if (!kept.focus.isEmpty())
        kept.focusNumber = seenWidgets(*m_places, kept.focus).indexOf(focusWidget());
    kept.packages = m_packages->takeContent();
    delete takeCentralWidget();
    // Menus with their actions, the strip, the panel and what lies over all. Names of Qt's own parts begin with "qt_".
    const auto parts = children();
    for (const QPointer<QObject> &part : QList<QPointer<QObject>>(parts.begin(), parts.end())) {
        const bool isOurs = part && !part->objectName().startsWith(QLatin1String("qt_"));
        if (isOurs && (part->isWidgetType() || qobject_cast<QAction *>(part)))
            delete part;
    }
    m_menus.reset();
    return kept;
}

void MainWindow::putBack(Kept kept)
{
    m_panel->setActivity(kept.activity);
    restoreState(kept.docks, layoutVersion);
    m_panel->setPage(kept.panelPage);
    m_packages->restore(std::move(kept.packages));
    m_settings->showSection(kept.section);
    m_registries->restore(kept.registries);
    showPlace(kept.place);
    m_packages->showCurrent();
    m_message->restore(std::move(kept.failure));
    refreshTransfers(summarize(m_services.transfers));
    const auto named = kept.focus.isEmpty() ? QList<QWidget *>() : seenWidgets(*m_places, kept.focus);
    if (!named.isEmpty())
        named[std::clamp<qsizetype>(kept.focusNumber, 0, named.size() - 1)]->setFocus(Qt::OtherFocusReason);
}

// --- building ------------------------------------------------------------------------------------------------------

void MainWindow::build()
{
    m_places = new QStackedWidget;
    m_registries = new RegistriesPage(m_services);
    m_transfers = new TransfersPage(m_services);
    m_packages = new PackagesPage(m_services, m_autosave, m_undoGroup);
    m_places->addWidget(m_packages);
    m_places->addWidget(m_registries);
    m_places->addWidget(m_transfers);
    m_help = new HelpPage(m_services.prompts);
    m_places->addWidget(m_help);
    m_settings = new SettingsPage(m_services, m_shortcuts);
    m_places->addWidget(m_settings);
    auto *central = new QWidget;
    auto *row = new QHBoxLayout(central);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_rail = new Rail;
    row->addWidget(m_rail);
    row->addWidget(verticalLine());
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    m_message = new WindowMessage;
    column->addWidget(m_message);
    column->addWidget(m_places, 1);
    row->addLayout(column, 1);
    setCentralWidget(central);
    makePanel();
    makeStrip();
    m_menus = std::make_unique<WindowMenus>(*this,
                                            WindowMenus::Parts{.packages = *m_packages,
                                                               .registries = *m_registries,
                                                               .transfers = *m_transfers,
                                                               .help = *m_help,
                                                               .settings = *m_settings,
                                                               .panel = *m_panel,
                                                               .message = *m_message,
                                                               .undoGroup = m_undoGroup,
                                                               .shortcuts = m_shortcuts});
    m_drops = new DropOverlay(this, m_services.jobs);
    m_palette = new CommandPalette(this);

    connectPackages();
    connect(m_rail, &Rail::chosen, this, &MainWindow::showPlace);
    connect(m_message, &WindowMessage::said, this, &MainWindow::note);
    connect(m_transfers, &TransfersPage::summaryChanged, this, &MainWindow::refreshTransfers);
    connect(m_registries, &RegistriesPage::editRequested, this, &MainWindow::openPublished);
    connect(m_registries, &RegistriesPage::transfersRequested, this, [this] { showPlace(Place::Transfers); });
    connect(m_help, &HelpPage::leaveRequested, this, &MainWindow::leaveHelp);
    connect(m_drops, &DropOverlay::dropped, this, &MainWindow::open);
    connect(m_drops, &DropOverlay::refused, this, &MainWindow::note);
}

void MainWindow::connectPackages()
{
    connect(m_packages, &PackagesPage::currentChanged, this, &MainWindow::currentChanged);
    connect(m_packages, &PackagesPage::currentPackageChanged, this, &MainWindow::currentPackageChanged);
    connect(m_packages, &PackagesPage::packageOpened, this, &MainWindow::packageOpened);
    connect(m_packages, &PackagesPage::openFailed, this, &MainWindow::openFailed);
    connect(m_packages, &PackagesPage::saved, this,
            [this](const QString &file) { m_message->clearFailure(About::Save, file); });
    connect(m_packages, &PackagesPage::saveFailed, this, [this](const Error &error, const QString &file) {
        m_message->showFailure({About::Save, error, file});
    });
    connect(m_packages, &PackagesPage::said, this, &MainWindow::note);
    connect(m_packages, &PackagesPage::showRequested, this, [this] { showPlace(Place::Packages); });
    connect(m_packages, &PackagesPage::registriesRequested, this, [this] { showPlace(Place::Registries); });
    connect(m_packages, &PackagesPage::transfersRequested, this, [this] { showPlace(Place::Transfers); });
    connect(m_packages, &PackagesPage::helpRequested, this, &MainWindow::showHelp);
    connect(m_packages, &PackagesPage::sampleRequested, this, &MainWindow::openSample);
    connect(m_packages, &PackagesPage::besideRequested, this, &MainWindow::openBeside);
}

void MainWindow::makePanel()
{
    m_panel = new BottomPanel(this);
    addDockWidget(Qt::BottomDockWidgetArea, m_panel);
    resizeDocks({m_panel}, {panelHeight}, Qt::Vertical);
    connect(m_panel, &BottomPanel::explanationRequested, this, &MainWindow::showHelp);
    connect(m_panel, &BottomPanel::activated, this, [this](const PackageProblem &problem) {
        if (auto *package = currentPackage()) {
            showPlace(Place::Packages);
            package->goTo(problem);
        }
    });
}

void MainWindow::makeStrip()
{
    m_strip = new BottomStrip(this);
    setStatusBar(m_strip);
    connect(m_strip, &BottomStrip::problemsRequested, this,
            [this] { m_panel->togglePage(BottomPanel::Page::Problems); });
    connect(m_strip, &BottomStrip::activityRequested, this,
            [this] { m_panel->togglePage(BottomPanel::Page::Activity); });
    connect(m_strip, &BottomStrip::transfersRequested, this, [this] { showPlace(Place::Transfers); });
}

// --- places --------------------------------------------------------------------------------------------------------

void MainWindow::showPlace(Place place)
{
    if (place == Place::Help && this->place() != Place::Help) {
        m_beforeHelp = this->place();
        m_focusBeforeHelp = focusWidget();
    }
    m_places->setCurrentIndex(static_cast<int>(place));
    m_rail->setCurrent(place);
    if (auto *page = m_places->currentWidget(); place != Place::Packages)
        page->setFocus(Qt::OtherFocusReason);
    m_menus->refreshOffers();
    refreshTitle();
}

MainWindow::Place MainWindow::place() const { return static_cast<Place>(m_places->currentIndex()); }

QAction *MainWindow::action(const QString &objectName) const { return findChild<QAction *>(objectName); }

void MainWindow::openPublished(const QString &reference)
{
    if (reference.isEmpty()) {
        // Which one is chosen where they are listed.
        showPlace(Place::Registries);
        m_registries->focusAddress();
        return;
    }
    m_packages->openPublished(reference);
}

void MainWindow::openSample()
{
    m_services.jobs.run<std::filesystem::path>(
        this, [](const TaskContext &) { return makeSamplePackage(); },
        [this](Result<std::filesystem::path> folder) {
            if (!folder)
                return m_message->showFailure({About::Sample, folder.error()});
            m_message->clearFailure(About::Sample);
            open(QString::fromStdString(folder->native()));
        });
}

void MainWindow::currentChanged()
{
    m_menus->refresh();
    refreshProblems();
    refreshTitle();
}

void MainWindow::currentPackageChanged()
{
    m_menus->refreshOffers();
    refreshProblems();
    refreshTitle();
}

void MainWindow::resetLayout()
{
    m_panel->hide();
    resize(usualSize);
    resizeDocks({m_panel}, {panelHeight}, Qt::Vertical);
}

void MainWindow::openBeside(const QString &reference)
{
    if (place() != Place::Registries) // else the focus stays in the tags, for the next choice
        showPlace(Place::Registries);
    m_registries->openBeside(reference);
}

void MainWindow::refreshTitle()
{
    const auto *package = place() == Place::Packages ? currentPackage() : nullptr;
    setWindowTitle(package ? package->document().name() + QStringLiteral("[*] — Modelcrate")
                           : QStringLiteral("Modelcrate"));
    setWindowModified(package && package->document().isModified());
    const auto keys = textOfKeys(m_shortcuts.keys(QStringLiteral("openFolderAction")));
    const auto hint = keys.isEmpty() ? QString() : tr("%1 opens a folder").arg(keys);
    m_strip->showTotals(package ? package->totalsText() : hint);
}

void MainWindow::refreshProblems()
{
    const auto *package = currentPackage();
    const auto problems = package ? package->problems() : QList<PackageProblem>();
    if (m_panel->showProblems(problems, package))
        m_strip->showProblems(problems);
}

void MainWindow::refreshTransfers(const TransfersSummary &summary)
{
    const int active = summary.active() + summary.interrupted;
    m_rail->setBadge(Place::Transfers, active);
    m_strip->showTransfers(active, summary.progressText());
}

void MainWindow::note(const QString &text) { m_panel->note(text); }

// --- closing -------------------------------------------------------------------------------------------------------

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_closing) {
        m_services.settings.setState(QStringLiteral("window"), saveGeometry());
        m_services.settings.setState(QStringLiteral("docks"), saveState(layoutVersion));
        event->accept();
        return;
    }
    event->ignore();
    // A session's end, or a second Ctrl+Q, while that is on its way already.
    if (std::exchange(m_quitting, true))
        return;
    keepEdits();
    if (m_services.transfers.active() == 0)
        return quit();
    const UserPrompts::Choice question{
        tr("Transfers are running"),
        tr("They can be paused and go on where they stopped when Modelcrate is started again."),
        {tr("Pause and Quit"), tr("Stay")}};
    m_services.prompts.choose(this, question, [this](int answer) {
        if (answer == 0)
            quit();
        else
            m_quitting = false;
    });
}

void MainWindow::endOrderly()
{
    m_quitting = m_endsUnasked = true;
    keepEdits();
    m_services.transfers.pauseAll();
    quitWhenSettled();
}

void MainWindow::keepEdits()
{
    for (auto *package : m_packages->packages())
        package->commitTyping();
    m_autosave.flush();
}

/// Unsaved edits need no question where they are kept and come back with the next start, which is known once they are
/// written. Transfers are paused after the last question, so that who stays has them running.
void MainWindow::quit()
{
    const auto isWritten = [this] { return !m_packages->isSaving() && m_autosave.isIdle(); };
    const auto ask = [this] {
        m_packages->askToQuit([this](bool mayQuit) {
            m_quitting = mayQuit;
            if (!mayQuit)
                return;
            m_services.transfers.pauseAll();
            quitWhenSettled();
        });
    };
    if (isWritten())
        ask();
    else
        whenSettled(isWritten, ask);
}

/// Closes once nothing is being written any more, be it a file of the user's, a copy of edits or the queue.
void MainWindow::quitWhenSettled()
{
    const auto isSettled = [this] {
        return !m_packages->isSaving() && m_autosave.isIdle() && m_services.transfers.active() == 0
            && (m_services.transfers.isSaved() || !m_services.transfers.isPersistent());
    };
    whenSettled(isSettled, [this] {
        if (!m_endsUnasked && !m_autosave.keepsAll())
            return quit(); // something was typed on since
        m_closing = true;
        close();
    });
}

/// In a later turn of the event loop; a disk that hangs is waited for five seconds.
void MainWindow::whenSettled(const std::function<bool()> &isSettled, const std::function<void()> &then)
{
    auto *poll = new QTimer(this);
    poll->setInterval(20);
    connect(poll, &QTimer::timeout, this, [poll, isSettled, then, left = 250]() mutable {
        if (!isSettled() && --left > 0)
            return;
        poll->stop();
        poll->deleteLater();
        then();
    });
    poll->start();
}

// --- command palette -----------------------------------------------------------------------------------------------

std::vector<PaletteEntry> MainWindow::paletteEntries()
{
    std::vector<PaletteEntry> entries;
    for (const auto &tab : m_packages->openTabs()) {
        entries.push_back({tab.title, tr("open package"), icon(QStringLiteral("package")),
                           [this, page = QPointer<QWidget>(tab.page)] {
                               showPlace(Place::Packages);
                               if (page)
                                   m_packages->showTab(page);
                           }});
    }
    for (auto &entry : m_menus->paletteEntries())
        entries.push_back(std::move(entry));
    for (const auto &recent : m_services.settings.recents())
        entries.push_back({QFileInfo(recent.path).fileName(), tr("recent, %1").arg(recent.path),
                           icon(QStringLiteral("clock")), [this, path = recent.path] { m_packages->openPlace(path); }});
    for (const auto &reference : m_services.settings.recentTargets())
        entries.push_back({tr("Edit %1").arg(reference), tr("published model"), icon(QStringLiteral("edit")),
                           [this, reference] { openPublished(reference); }});
    auto places = m_services.settings.registries();
    places.append(m_services.settings.recentTargets());
    for (const auto &reference : places)
        entries.push_back({reference, tr("registries"), icon(QStringLiteral("registry")), [this, reference] {
                               showPlace(Place::Registries);
                               m_registries->open(reference);
                           }});
    return entries;
}

void MainWindow::showPalette() { m_palette->open(paletteEntries()); }

// --- help ----------------------------------------------------------------------------------------------------------

QString MainWindow::helpTopic() const
{
    if (const auto topic = m_panel->focusedTopic(); !topic.isEmpty())
        return topic;
    switch (place()) {
    case Place::Packages: return currentPackage() ? currentPackage()->helpTopic() : QStringLiteral("index.md");
    case Place::Registries: return QStringLiteral("registries.md");
    case Place::Transfers: return QStringLiteral("first-publish.md#stops");
    case Place::Help:
    case Place::Settings: break;
    }
    return QStringLiteral("index.md");
}

void MainWindow::showHelp(const QString &topic)
{
    m_help->showTopic(topic);
    showPlace(Place::Help);
}

void MainWindow::leaveHelp()
{
    showPlace(m_beforeHelp);
    if (m_focusBeforeHelp && m_focusBeforeHelp->isVisible())
        m_focusBeforeHelp->setFocus(Qt::OtherFocusReason);
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Modelcrate"),
                                tr("Modelcrate %1\n\nPackages AI models as CNCF ModelPack artifacts and moves them to "
                                   "and from OCI registries.\n\n"
                                   "Apache-2.0")
                                    .arg(QApplication::applicationVersion()),
                                QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setIconPixmap(windowIcon().pixmap(64));
    box->open();
}

} // namespace modelcrate
