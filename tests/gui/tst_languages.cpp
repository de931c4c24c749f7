// SPDX-License-Identifier: Apache-2.0
#include "operations/publish.h"
#include "support/fakeregistry.h"
#include "support/gui/windowfixture.h"
#include "support/programs.h"
#include "ui/artifact/filelistmodel.h"
#include "ui/package/filespage.h"
#include "ui/package/packagedocument.h"
#include "ui/package/planpreview.h"
#include "ui/publish/publishmodel.h"
#include "ui/publish/publishpage.h"
#include "ui/registry/artifactpage.h"
#include "ui/registry/comparepage.h"
#include "ui/registry/registriespage.h"
#include "ui/settings/settingspage.h"
#include "ui/text/convert.h"
#include "ui/text/translations.h"
#include "ui/widgets/userprompts.h"

#include <atomic>
#include <functional>
#include <utility>

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPointer>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTabBar>
#include <QTest>
#include <QTranslator>

using namespace modelcrate;
using namespace modelcrate::testing;

/// The window in its languages, and while it changes between them.
class TestLanguages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void startsInTheDesktops_data();
    void startsInTheDesktops();
    void aChangeTakesEffectAtOnce();
    void aChangeLosesNothing();
    void aPublishGoesOn();
    void whatIsBeingOpenedComes();
    void mnemonicsDifferWithinAMenu_data();
    void mnemonicsDifferWithinAMenu();
    void scenario51_everyTextIsTranslated();
    void scenario50_nothingIsCut_data();
    void scenario50_nothingIsCut();
    void scenario51_mirrors();
};

namespace {

/// The window with its texts following the settings, as the program has it.
struct Spoken {
    explicit Spoken(const TestDir &dir) : fixture(dir)
    {
        follow();
        QObject::connect(&fixture.settings, &Settings::changed, fixture.window.get(), [this] { follow(); });
        QCoreApplication::sendPostedEvents();
    }
    void follow() { translations.use(fixture.settings.language()); }
    /// Until all widgets are made anew.
    bool speak(Language language)
    {
        const QPointer<QWidget> before(fixture.window->centralWidget());
        fixture.settings.setLanguage(language);
        return waitFor([&] { return before.isNull(); });
    }

    WindowFixture fixture;
    Translations translations;
};

} // namespace

void TestLanguages::startsInTheDesktops_data()
{
    QTest::addColumn<QString>("wish");
    QTest::addColumn<QString>("words");
    QTest::newRow("de") << QStringLiteral("de") << QStringLiteral("Ein Modellordner");
    QTest::newRow("zh_CN") << QStringLiteral("zh_CN") << QStringLiteral("模型文件夹");
    QTest::newRow("ar") << QStringLiteral("ar") << QStringLiteral("A model folder");
    QTest::newRow("fr:de") << QStringLiteral("fr:de") << QStringLiteral("Ein Modellordner");
}

void TestLanguages::startsInTheDesktops()
{
    QFETCH(const QString, wish);
    QFETCH(const QString, words);
    const TestDir home;
    auto environment = environmentAt(home.path());
    environment.insert(QStringLiteral("LANG"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("LANGUAGE"), wish);
    QProcess program;
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(MODELCRATE_BIN_DIR "/modelcrate"), {QStringLiteral("--help")});
    QVERIFY(program.waitForFinished());
    const auto help = QString::fromUtf8(program.readAllStandardOutput());
    QVERIFY2(help.contains(words), qPrintable(help));
}

void TestLanguages::aChangeTakesEffectAtOnce()
{
    const TestDir dir;
    Spoken spoken(dir);
    auto &fixture = spoken.fixture;
    fixture.settings.setLanguage(Language::English);
    fixture.window->showPlace(MainWindow::Place::Settings);
    auto *box = fixture.find<QComboBox>("languageBox");
    box->setFocus();
    const QPointer<QWidget> before(box);
    while (box && box->currentText() != QLatin1String("Deutsch"))
        QTest::keyClick(box, Qt::Key_Down);
    QVERIFY(waitFor([&] { return before.isNull(); }));

    QCOMPARE(fixture.find<QAbstractButton>("packagesPlace")->text(), QStringLiteral("Pakete"));
    QCOMPARE(fixture.window->action(QStringLiteral("saveAction"))->text(), QStringLiteral("&Speichern"));
    QCOMPARE(fixture.window->place(), MainWindow::Place::Settings);
    box = fixture.find<QComboBox>("languageBox");
    QVERIFY(box->isVisible());
    QVERIFY(box->hasFocus()); // the next key goes to the same field
    QCOMPARE(box->currentText(), QStringLiteral("Deutsch"));
    QCOMPARE(fixture.window->findChildren<QComboBox *>(QStringLiteral("languageBox")).size(), 1);
    QCOMPARE(fixture.window->findChildren<QAction *>(QStringLiteral("saveAction")).size(), 1);
    QCOMPARE(fixture.window->locale().language(), QLocale::German);

    QVERIFY(spoken.speak(Language::SimplifiedChinese));
    QCOMPARE(fixture.find<QAbstractButton>("packagesPlace")->text(), QStringLiteral("模型包"));
    QVERIFY(spoken.speak(Language::English));
    QCOMPARE(fixture.find<QAbstractButton>("packagesPlace")->text(), QStringLiteral("Packages"));
}

void TestLanguages::aChangeLosesNothing()
{
    const TestDir dir;
    makeModelFolder(dir, "first");
    makeModelFolder(dir, "second");
    Spoken spoken(dir);
    auto &fixture = spoken.fixture;
    QVERIFY(spoken.speak(Language::German) || spoken.translations.shown() == Language::German);
    auto *first = fixture.open(dir / "first");
    QVERIFY(first && fixture.open(dir / "second"));
    fixture.find<QTabBar>("documentTabs")->setCurrentIndex(0);
    auto *document = &first->document();
    auto *preview = &first->preview();
    QVERIFY(waitFor([&] { return preview->isCurrent(); }));
    document->setKind({1}, LayerKind::Dataset);
    document->setDraft("descriptor.createdAt", "not yet a date");
    document->undoStack().undo();
    first->showPage(PackageTab::Page::Files);
    first->filesPage().selectEntries({0});
    first->findChild<QLineEdit *>(QStringLiteral("filterField"))->setText(QStringLiteral("size:>0"));
    fixture.find<QLineEdit>("addressField")->setText(QStringLiteral("registry.example.com/half-ty"));
    fixture.window->showPlace(MainWindow::Place::Packages);
    const auto activity = fixture.find<QPlainTextEdit>("activityText")->toPlainText();
    const auto state = document->state();

    QVERIFY(spoken.speak(Language::SimplifiedChinese));
    auto *tabs = fixture.find<QTabBar>("documentTabs");
    QCOMPARE(tabs->count(), 2);
    QCOMPARE(tabs->currentIndex(), 0);
    QVERIFY(tabs->tabText(0).contains(QStringLiteral("•")));
    first = fixture.window->currentPackage();
    QVERIFY(first);
    QCOMPARE(&first->document(), document);
    QCOMPARE(&first->preview(), preview);
    QVERIFY(document->state() == state);
    QVERIFY(document->undoStack().canRedo());
    QVERIFY(fixture.window->action(QStringLiteral("undoAction"))->isEnabled());
    QCOMPARE(first->page(), PackageTab::Page::Files);
    // Once its rows are there: before that the page says what is wished for.
    const auto *files = first->findChild<FileListModel *>();
    QVERIFY(waitFor([&] { return files->rowCount() > 0 && !files->isBusy(); }));
    QCOMPARE(first->filesPage().selectedEntries(), std::vector<std::size_t>{0});
    QCOMPARE(first->findChild<QLineEdit *>(QStringLiteral("filterField"))->text(), QStringLiteral("size:>0"));
    QCOMPARE(fixture.find<QPlainTextEdit>("activityText")->toPlainText(), activity);
    QCOMPARE(fixture.window->registriesPage().address(), QStringLiteral("registry.example.com/half-ty"));
    QVERIFY(fixture.window->registriesPage().view().repository.isEmpty()); // a text that nobody has entered

    // All is still connected: undo, the mark of the tab, what is kept for the next start.
    fixture.window->action(QStringLiteral("undoAction"))->trigger();
    QVERIFY(!document->isModified());
    QVERIFY(!tabs->tabText(0).contains(QStringLiteral("•")));
    bool isWritten = false;
    QObject::connect(&fixture.window->autosave(), &Autosave::written, this, [&] { isWritten = true; });
    document->setKind({1}, LayerKind::Code);
    fixture.window->autosave().flush();
    QVERIFY(waitFor([&] { return isWritten; }));

    // Nor when the whole window goes at once, or the language changes back and forth without a pause.
    fixture.settings.setLanguage(Language::German);
    fixture.settings.setLanguage(Language::English);
    fixture.settings.setLanguage(Language::German);
    QVERIFY(waitFor([&] { return fixture.find<QAbstractButton>("packagesPlace")->text() == QLatin1String("Pakete"); }));
    QCOMPARE(&fixture.window->currentPackage()->document(), document);
}

void TestLanguages::aPublishGoesOn()
{
    const TestDir dir;
    makeModelFolder(dir, "model");
    FakeRegistry registry;
    std::atomic<bool> hold{true};
    registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.method == "PATCH" || request.method == "PUT")
            waitUntil([&] { return !hold.load(); });
        return std::nullopt;
    });
    const auto reference = toQString(registry.host() + "/team/model:v1");
    Spoken spoken(dir);
    auto &fixture = spoken.fixture;
    auto *package = fixture.open(dir / "model");
    QVERIFY(package);
    package->showPublish();
    package->publishPage().setTarget(reference);
    auto *publish = package->findChild<QAbstractButton *>(QStringLiteral("publishPrimary"));
    QVERIFY(waitFor([&] { return package->publishPage().plan() && publish->isEnabled(); }));
    publish->click();
    QVERIFY(waitFor([&] {
        return package->publishPage().phase() == PublishPage::Phase::Sending && fixture.transfers.active() > 0;
    }));

    QVERIFY(spoken.speak(Language::German));
    package = fixture.window->currentPackage();
    QVERIFY(package->isPublishShown());
    auto &page = package->publishPage();
    QCOMPARE(page.phase(), PublishPage::Phase::Sending);
    QCOMPARE(page.target(), reference);
    const int rows = page.model().rowCount();
    QVERIFY(rows > 3);
    hold = false;
    QVERIFY(waitFor([&] { return page.phase() == PublishPage::Phase::Published; }));

    QVERIFY(spoken.speak(Language::SimplifiedChinese));
    auto &done = fixture.window->currentPackage()->publishPage();
    QCOMPARE(done.phase(), PublishPage::Phase::Published);
    QVERIFY(fixture.window->currentPackage()->preview().base());
    QCOMPARE(fixture.transfers.transfers().size(), std::size_t(1));
}

void TestLanguages::whatIsBeingOpenedComes()
{
    const TestDir dir;
    makeModelFolder(dir, "model");
    Spoken spoken(dir);
    auto &fixture = spoken.fixture;
    fixture.window->open(pathText(dir / "gone"));
    QVERIFY(waitFor([&] { return fixture.find<QWidget>("openingFailure")->isVisible(); }));
    fixture.window->open(pathText(dir / "model"));
    QVERIFY(spoken.speak(Language::German));
    QVERIFY(waitFor([&] { return fixture.window->packageCount() == 1; }));
    QCOMPARE(fixture.find<QTabBar>("documentTabs")->count(), 2);
}

void TestLanguages::mnemonicsDifferWithinAMenu_data()
{
    QTest::addColumn<Language>("language");
    for (const auto language : {Language::English, Language::German, Language::SimplifiedChinese})
        QTest::newRow(qPrintable(languageCode(language))) << language;
}

namespace {

/// "File: Open &Folder…, &Filter" for each letter that two entries of a menu share.
QStringList sharedMnemonics(const QString &name, const QList<QAction *> &entries)
{
    QStringList shared;
    QMap<QChar, QString> seen;
    for (const auto *entry : entries) {
        if (entry->isSeparator() || !entry->isVisible())
            continue;
        const auto keys = QKeySequence::mnemonic(entry->text()).toString();
        if (entry->menu())
            shared += sharedMnemonics(entry->text(), entry->menu()->actions());
        if (keys.isEmpty())
            continue;
        const auto letter = keys.back();
        if (seen.contains(letter))
            shared << QStringLiteral("%1: %2, %3").arg(name, seen.value(letter), entry->text());
        seen.insert(letter, entry->text());
    }
    return shared;
}

} // namespace

void TestLanguages::mnemonicsDifferWithinAMenu()
{
    QFETCH(const Language, language);
    const TestDir dir;
    makeModelFolder(dir, "model");
    Translations translations;
    translations.use(language);
    WindowFixture fixture(dir);
    auto *package = fixture.open(dir / "model");
    QVERIFY(package);
    package->filesPage().selectEntries({0});
    const auto shared = sharedMnemonics(QStringLiteral("the bar"), fixture.window->menuBar()->actions());
    QVERIFY2(shared.isEmpty(), qPrintable(shared.join(QLatin1Char('\n'))));
}

namespace {

/// Puts every text of ours in brackets.
class Brackets final : public QTranslator {
public:
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return QStringLiteral("⟦%1⟧").arg(QString::fromUtf8(source));
    }
    bool isEmpty() const override { return false; }
};

/// Shows each page of the window, and calls what it is made with for each that is complete.
class EveryPage {
public:
    using Look = std::function<void(const QString &name)>;
    EveryPage(WindowFixture &fixture, PackageTab &package, Look look)
        : m_fixture(fixture),
          m_package(package),
          m_look(std::move(look))
    {
    }

    bool show() { return pagesOfThePackage() && artifact() && settings() && help() && signIn(); }

private:
    /// `isThere`: whether what workers compute for the page is there; after that it is laid out.
    template<typename Condition>
    bool look(const QString &name, Condition isThere)
    {
        QCoreApplication::processEvents(); // what the page asks for, it asks for when it is shown
        if (!waitFor([&] { return isThere() && m_fixture.jobs.running() == 0; })) {
            qWarning("%s does not come", qPrintable(name));
            return false;
        }
        QCoreApplication::processEvents();
        m_look(name);
        return true;
    }
    bool look(const QString &name)
    {
        return look(name, [] { return true; });
    }

    bool pagesOfThePackage()
    {
        auto &package = m_package;
        m_fixture.window->showPlace(MainWindow::Place::Packages);
        const auto *files = package.findChild<FileListModel *>();
        const auto isPlanned = [&] { return package.preview().isCurrent() && package.preview().snapshot(); };
        package.showPage(PackageTab::Page::Files);
        bool fine =
            look(QStringLiteral("files"), [&] { return isPlanned() && files->rowCount() > 0 && !files->isBusy(); });
        const std::pair<PackageTab::Page, const char *> pages[] = {{PackageTab::Page::Metadata, "metadata"},
                                                                   {PackageTab::Page::AnnotationList, "annotations"},
                                                                   {PackageTab::Page::Manifest, "manifest"},
                                                                   {PackageTab::Page::Readme, "readme"}};
        for (const auto &[page, name] : pages) {
            package.showPage(page);
            fine = fine && look(QLatin1String(name), isPlanned);
        }
        package.showPublish();
        fine = fine && look(QStringLiteral("publish"), [&] { return package.publishPage().plan().has_value(); });
        package.showPackage();
        return fine;
    }

    /// In the local store: all that can be seen of it, and done with it.
    bool artifact()
    {
        const QString reference = QStringLiteral("store:models/seen:v1");
        const TaskContext context;
        const auto package = m_package.document().state().toPackage();
        if (!publish(package, parseTarget(toUtf8(reference)).value(), {}, m_fixture.session, context))
            return false;
        m_fixture.window->showPlace(MainWindow::Place::Registries);
        auto &page = m_fixture.window->registriesPage();
        bool fine = look(QStringLiteral("registries"));
        page.open(reference);
        const std::pair<ArtifactPage::Tab, const char *> tabs[] = {
            {ArtifactPage::Tab::Overview, "overview"},          {ArtifactPage::Tab::Files, "artifact files"},
            {ArtifactPage::Tab::Metadata, "artifact metadata"}, {ArtifactPage::Tab::Annotation, "its annotations"},
            {ArtifactPage::Tab::Manifest, "artifact manifest"}, {ArtifactPage::Tab::Referrers, "referrers"}};
        for (const auto &[tab, name] : tabs) {
            fine = fine && waitFor([&] { return page.canPull(); });
            page.artifact().setTab(tab);
            fine = fine && look(QLatin1String(name));
        }
        page.openBeside(reference);
        fine = fine && look(QStringLiteral("two artifacts"), [&] { return page.hasTwo() && page.canPull(); });
        m_fixture.find<QAbstractButton>("besideClose")->click();
        m_fixture.window->action(QStringLiteral("deleteTagAction"))->trigger();
        const auto *question = m_fixture.find<QLineEdit>("tagRemovalField");
        fine = fine && look(QStringLiteral("delete"), [&] { return question->isVisible(); });
        m_fixture.find<QAbstractButton>("tagRemovalCancel")->click();
        page.pull();
        m_fixture.find<QLineEdit>("pullFolder")->setText(QStringLiteral("/tmp/not-there-yet/seen"));
        const auto *start = m_fixture.find<QAbstractButton>("pullStart");
        fine = fine && look(QStringLiteral("pull"), [&] { return start->isEnabled(); });
        page.compare();
        page.comparePage().compare(reference, pathText(m_package.document().root()));
        fine = fine && look(QStringLiteral("compare"), [&] { return page.comparePage().comparison() != nullptr; });
        m_fixture.window->showPlace(MainWindow::Place::Transfers);
        return fine && look(QStringLiteral("transfers"));
    }

    bool settings()
    {
        m_fixture.window->showPlace(MainWindow::Place::Settings);
        auto *sections = m_fixture.find<QListWidget>("settingsSections");
        bool fine = true;
        for (int row = 0; row < sections->count(); ++row) {
            sections->setCurrentRow(row);
            fine = fine && look(QStringLiteral("settings %1").arg(row));
        }
        return fine;
    }

    bool help()
    {
        m_fixture.window->showHelp(QStringLiteral("registries.md"));
        return look(QStringLiteral("help"));
    }

    /// The real dialog.
    bool signIn()
    {
        bool isAnswered = false;
        DialogPrompts().askAccount(m_fixture.window.get(), {QStringLiteral("registry.example.com:5000"), {}, true},
                                   [&](const std::optional<Account> &) { isAnswered = true; });
        auto *dialog = m_fixture.find<QDialog>("accountDialog");
        const bool fine = look(QStringLiteral("sign-in"), [&] { return dialog->isVisible(); });
        dialog->reject();
        return fine && waitFor([&] { return isAnswered; });
    }

    WindowFixture &m_fixture;
    PackageTab &m_package;
    Look m_look;
};

/// What a user reads of a widget, itself only.
QStringList textsOf(const QWidget &widget)
{
    QStringList texts{widget.toolTip(), widget.accessibleName()};
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        texts << label->text();
    else if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        texts << button->text();
    else if (const auto *line = qobject_cast<const QLineEdit *>(&widget))
        texts << line->placeholderText();
    else if (const auto *tabs = qobject_cast<const QTabBar *>(&widget)) {
        for (int tab = 0; tabs->objectName() != QLatin1String("documentTabs") && tab < tabs->count(); ++tab)
            texts << tabs->tabText(tab);
    } else if (const auto *header = qobject_cast<const QHeaderView *>(&widget); header && header->model()) {
        for (int section = 0; section < header->count(); ++section)
            texts << header->model()->headerData(section, header->orientation()).toString();
    }
    return texts;
}

/// Whether a label or a button has too little room for its text. Labels that elide say so by their class, and show the
/// whole text in a tool tip.
bool isCut(const QWidget &widget)
{
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return !button->text().isEmpty() && widget.width() < widget.sizeHint().width();
    const auto *label = qobject_cast<const QLabel *>(&widget);
    if (!label || label->text().isEmpty())
        return false;
    if (label->wordWrap())
        return label->height() < label->heightForWidth(label->width());
    return label->metaObject() == &QLabel::staticMetaObject && label->width() < label->sizeHint().width();
}

} // namespace

void TestLanguages::scenario51_everyTextIsTranslated()
{
    const TestDir dir;
    makeModelFolder(dir, "xyz");
    Brackets brackets;
    QVERIFY(QCoreApplication::installTranslator(&brackets));
    WindowFixture fixture(dir);
    auto *package = fixture.open(dir / "xyz");
    QVERIFY(package);
    package->filesPage().selectEntries({0});
    // Names, keys, commands and languages are what they are: a word of what a user reads begins with a capital letter,
    // or there is more than one.
    static const QRegularExpression sentence(QStringLiteral("^[A-Z][a-z]{2,}$|[a-z]{3,} [a-z]{2,}"));
    const QSet<QString> names{QStringLiteral("Modelcrate"), QStringLiteral("English"), QStringLiteral("Deutsch"),
                              // and what the model says of itself
                              QStringLiteral("Test model"), QStringLiteral("A model for tests.")};
    QSet<QString> found;
    EveryPage pages(fixture, *package, [&](const QString &page) {
        for (const auto *widget : fixture.window->findChildren<QWidget *>()) {
            if (!widget->isVisible())
                continue;
            for (const auto &shown : textsOf(*widget)) {
                if (!shown.contains(QChar(0x27e6)) && sentence.match(shown).hasMatch() && !names.contains(shown))
                    found.insert(QStringLiteral("%1, %2: %3").arg(page, widget->objectName(), shown));
            }
        }
        for (const auto *action : fixture.window->findChildren<QAction *>()) {
            if (!action->text().isEmpty() && action->isVisible() && !action->text().contains(QChar(0x27e6))
                && sentence.match(action->text()).hasMatch())
                found.insert(QStringLiteral("action %1: %2").arg(action->objectName(), action->text()));
        }
    });
    QVERIFY(pages.show());
    QVERIFY2(found.isEmpty(), qPrintable(QStringList(found.begin(), found.end()).join(QLatin1Char('\n'))));
}

void TestLanguages::scenario50_nothingIsCut_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<int>("points");
    QTest::addColumn<QSize>("size");
    for (const auto language : {Language::English, Language::German, Language::SimplifiedChinese}) {
        const auto code = languageCode(language);
        QTest::addRow("%s", qPrintable(code)) << language << 10 << QSize(1440, 900);
        QTest::addRow("%s, large font", qPrintable(code)) << language << 14 << QSize(1440, 900);
        QTest::addRow("%s, small window", qPrintable(code)) << language << 10 << QSize(900, 600);
    }
}

/// Scales are a matter of the whole program: CMakeLists.txt runs this with each.
void TestLanguages::scenario50_nothingIsCut()
{
    QFETCH(const Language, language);
    QFETCH(const int, points);
    QFETCH(const QSize, size);
    const auto before = QApplication::font();
    auto font = before;
    font.setPointSize(points);
    QApplication::setFont(font);
    const TestDir dir;
    makeModelFolder(dir, "xyz");
    Translations translations;
    translations.use(language);
    QStringList cut;
    {
        WindowFixture fixture(dir);
        fixture.window->resize(size);
        auto *package = fixture.open(dir / "xyz");
        QVERIFY(package);
        package->filesPage().selectEntries({0});
        EveryPage pages(fixture, *package, [&](const QString &page) {
            // What a new text asks for is posted; what is posted meanwhile is sent as well.
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
            for (const auto *widget : fixture.window->findChildren<QWidget *>()) {
                if (widget->isVisible() && !widget->visibleRegion().isEmpty() && isCut(*widget))
                    cut << QStringLiteral("%1, %2: %3 (%4×%5 of %6×%7)")
                               .arg(page, widget->objectName(), textsOf(*widget).last())
                               .arg(widget->width())
                               .arg(widget->height())
                               .arg(widget->sizeHint().width())
                               .arg(widget->heightForWidth(widget->width()));
            }
            for (const auto *tabs : fixture.window->findChildren<QTabBar *>(QStringLiteral("pageTabs"))) {
                if (tabs->isVisible() && tabs->width() < tabs->sizeHint().width())
                    cut << QStringLiteral("%1: tabs (%2 of %3)")
                               .arg(page)
                               .arg(tabs->width())
                               .arg(tabs->sizeHint().width());
            }
        });
        QVERIFY(pages.show());
    }
    QApplication::setFont(before);
    cut.removeDuplicates();
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QLatin1Char('\n'))));
}

void TestLanguages::scenario51_mirrors()
{
    const TestDir dir;
    makeModelFolder(dir, "xyz");
    QApplication::setLayoutDirection(Qt::RightToLeft);
    {
        WindowFixture fixture(dir);
        auto *package = fixture.open(dir / "xyz");
        QVERIFY(package);
        const auto left = [&](const QWidget *widget) { return widget->mapTo(fixture.window.get(), QPoint()).x(); };
        EveryPage pages(fixture, *package, [&](const QString &) {
            const auto *rail = fixture.find<QWidget>("rail");
            QCOMPARE(left(rail) + rail->width(), fixture.window->width());
            QVERIFY(!fixture.window->grab().isNull());
        });
        QVERIFY(pages.show());
        fixture.window->showPlace(MainWindow::Place::Packages);
        QVERIFY(left(fixture.find<QWidget>("publishButton")) < left(fixture.find<QWidget>("pageTabs")));
        QVERIFY(left(fixture.find<QWidget>("problemsButton")) > fixture.window->width() / 2);
    }
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

QTEST_MAIN(TestLanguages)
#include "tst_languages.moc"
