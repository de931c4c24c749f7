// SPDX-License-Identifier: Apache-2.0
// Two artifacts of a registry beside each other, and what is left of one while its registry is gone: the whole window.
#include "base/text.h"
#include "modelpack/package.h"
#include "operations/publish.h"
#include "support/fakeregistry.h"
#include "support/gui/windowfixture.h"
#include "support/programs.h"
#include "ui/registry/artifactpane.h"
#include "ui/registry/artifactviews.h"
#include "ui/registry/registriespage.h"
#include "ui/registry/tagsmodel.h"
#include "ui/text/convert.h"
#include "ui/text/translations.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/infobar.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QSplitter>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestBeside : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void opensATagBesideAnother();
    void isForTheOneThatHasTheFocus();
    void comparesTheTwo();
    void goesOnByKey();
    void opensADocumentsArtifact();
    void closesOneOfThem();
    void staysUsableInASmallWindow();
    void fitsTheSmallestWindow_data();
    void fitsTheSmallestWindow();
    void aChangeOfLanguageKeepsBoth();
    void aChangeOfLanguageKeepsWhatIsFilledIn();
    void showsWhatIsRememberedOffline();

private:
    RegistriesPage &page() const { return m_window->window->registriesPage(); }
    QString reference(const char *tag) const
    {
        return toQString(m_registry->host()) + QLatin1String("/team/m:") + QLatin1String(tag);
    }
    void publishAs(const char *tag);
    bool open(const char *tag) const;
    /// In the order in which they stand.
    QList<ArtifactPane *> panes() const
    {
        QList<ArtifactPane *> found;
        const auto *splitter = find<QSplitter>("besideSplitter"); // its children are in another order
        for (int i = 0; i < splitter->count(); ++i)
            found << qobject_cast<ArtifactPane *>(splitter->widget(i));
        return found;
    }
    template<typename T>
    T *find(const char *name) const
    {
        return m_window->find<T>(name);
    }
    template<typename T>
    static T *in(const QWidget *pane, const char *name)
    {
        auto *found = pane->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    QModelIndex tagRow(const char *tag) const;
    /// Chooses in the menu of a tag's row.
    bool chooseForTag(const char *tag, const char *action) const;
    bool chooseInMenu(const char *menu, const char *action) const;
    bool openTwo() const; ///< v1, and v2 beside it
    static void focus(const ArtifactPane *pane) { in<QTabBar>(pane, "artifactTabs")->setFocus(); }
    bool speak(Language language);
    QString cutButtons() const; ///< those that have too little room for their text

    std::unique_ptr<TestDir> m_dir;
    std::unique_ptr<FakeRegistry> m_registry;
    std::unique_ptr<WindowFixture> m_window;
    Translations m_translations;
};

void TestBeside::init()
{
    m_translations.use(Language::English);
    m_dir = std::make_unique<TestDir>();
    m_registry = std::make_unique<FakeRegistry>();
    m_window = std::make_unique<WindowFixture>(*m_dir);
    m_window->settings.setLanguage(Language::English);
    makeModelFolder(*m_dir, "model");
    publishAs("v1");
    m_dir->write("model/config.json", R"({"model_type": "llama", "torch_dtype": "float16"})");
    publishAs("v2");
    m_window->window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window->window.get()));
    m_window->window->showPlace(MainWindow::Place::Registries);
}

void TestBeside::cleanup()
{
    m_window.reset();
    m_registry.reset();
    m_dir.reset();
}

void TestBeside::publishAs(const char *tag)
{
    const TaskContext context;
    const auto package = makePackage(*m_dir / "model", {}, context);
    VERIFY_RESULT(package);
    VERIFY_RESULT(publish(*package, parseLocation(toUtf8(reference(tag))).value(), {}, m_window->session, context));
}

bool TestBeside::open(const char *tag) const
{
    auto *address = find<QLineEdit>("addressField");
    address->selectAll();
    QTest::keyClicks(address, reference(tag));
    QTest::keyClick(address, Qt::Key_Return);
    return waitFor([&] { return page().artifact().reference() == reference(tag) && tagRow("v2").isValid(); });
}

QModelIndex TestBeside::tagRow(const char *tag) const
{
    const auto *model = find<QTableView>("tagsTable")->model();
    const auto found =
        model->match(model->index(0, TagsModel::Tag), Qt::DisplayRole, QLatin1String(tag), 1, Qt::MatchExactly);
    return found.isEmpty() ? QModelIndex() : found.first();
}

bool TestBeside::chooseInMenu(const char *menu, const char *action) const
{
    const QPointer<QMenu> shown(m_window->window->findChild<QMenu *>(QLatin1String(menu)));
    auto *chosen = shown ? shown->findChild<QAction *>(QLatin1String(action)) : nullptr;
    if (!chosen || !chosen->isEnabled())
        return false;
    chosen->trigger();
    if (shown)
        shown->close();
    if (!waitFor([&] { return shown.isNull(); }))
        return false;
    // A menu is a window here, which leaves none active.
    m_window->window->activateWindow();
    return QTest::qWaitForWindowActive(m_window->window.get());
}

bool TestBeside::chooseForTag(const char *tag, const char *action) const
{
    auto *viewport = find<QTableView>("tagsTable")->viewport();
    const auto where = find<QTableView>("tagsTable")->visualRect(tagRow(tag)).center();
    QTest::mouseClick(viewport, Qt::RightButton, {}, where);
    QContextMenuEvent asks(QContextMenuEvent::Mouse, where, viewport->mapToGlobal(where));
    QCoreApplication::sendEvent(viewport, &asks);
    return chooseInMenu("tagMenu", action);
}

bool TestBeside::openTwo() const
{
    return open("v1") && chooseForTag("v2", "openTagBesideAction")
        && waitFor([&] { return page().hasTwo() && page().artifact().reference() == reference("v2"); });
}

bool TestBeside::speak(Language language)
{
    const QPointer<QWidget> before(m_window->window->centralWidget());
    m_translations.use(language);
    m_window->settings.setLanguage(language);
    return waitFor([&] { return before.isNull(); });
}

QString TestBeside::cutButtons() const
{
    QStringList cut;
    for (const auto *button : m_window->window->centralWidget()->findChildren<QAbstractButton *>()) {
        if (button->isVisible() && !button->text().isEmpty() && button->width() < button->sizeHint().width())
            cut << button->objectName();
    }
    return cut.join(QLatin1Char(' '));
}

void TestBeside::opensATagBesideAnother()
{
    QVERIFY(!page().hasTwo());
    QVERIFY(open("v1"));
    QVERIFY(!in<QWidget>(panes().front(), "besideTitle")->isVisible());
    QVERIFY(chooseForTag("v2", "openTagBesideAction"));
    QVERIFY(waitFor([&] { return page().artifact().reference() == reference("v2"); }));
    QCOMPARE(panes().size(), 2);
    const auto *left = panes()[0], *right = panes()[1];
    QCOMPARE(left->page().reference(), reference("v1")); // nothing that was asked about was opened there
    QCOMPARE(right->page().reference(), reference("v2"));
    for (const auto *pane : {left, right}) {
        QVERIFY(pane->isVisible() && pane->page().isVisible());
        QVERIFY(pane->width() >= ArtifactPane::minimumPageWidth);
        const auto *title = in<ElidedLabel>(pane, "besideTitle");
        QVERIFY(title->isVisible());
        QCOMPARE(title->text(), pane->page().reference());
        QVERIFY(in<QAbstractButton>(pane, "besideClose")->accessibleName().contains(title->text()));
    }
    QVERIFY(left->mapTo(&page(), QPoint()).x() + left->width() <= right->mapTo(&page(), QPoint()).x());
    QCOMPARE(find<QLineEdit>("addressField")->text(), reference("v2"));
    // What is asked for next takes the place of the one that is current.
    QVERIFY(chooseForTag("v1", "openTagAction"));
    QVERIFY(waitFor([&] { return right->page().reference() == reference("v1"); }));
    QCOMPARE(panes().size(), 2);
}

void TestBeside::isForTheOneThatHasTheFocus()
{
    QVERIFY(openTwo());
    const auto *left = panes()[0], *right = panes()[1];
    focus(left);
    QCOMPARE(page().artifact().reference(), reference("v1"));
    QCOMPARE(find<QLineEdit>("addressField")->text(), reference("v1"));
    QCOMPARE(find<QTableView>("tagsTable")->currentIndex().row(), tagRow("v1").row());
    m_window->window->action(QStringLiteral("pullAction"))->trigger();
    QVERIFY(find<ElidedLabel>("pullTitle")->text().contains(reference("v1")));
    QTest::mouseClick(find<QAbstractButton>("pullCancel"), Qt::LeftButton);
    QTest::mouseClick(in<QAbstractButton>(right, "pullButton"), Qt::LeftButton); // its own
    QVERIFY(find<ElidedLabel>("pullTitle")->text().contains(reference("v2")));
    QTest::mouseClick(find<QAbstractButton>("pullCancel"), Qt::LeftButton);

    focus(left);
    m_window->window->action(QStringLiteral("deleteTagAction"))->trigger();
    auto *field = in<QLineEdit>(left, "tagRemovalField");
    QVERIFY(waitFor([&] { return field->isVisible(); }));
    QVERIFY(!in<QLineEdit>(right, "tagRemovalField")->isVisible());
    QTest::keyClicks(field, QStringLiteral("v1"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(waitFor([&] { return m_registry->tags() == std::set<std::string>{"v2"}; }));
    const auto *message = in<InfoBar>(left, "referenceMessage");
    QVERIFY(waitFor([&] { return message->text().contains(QLatin1String("is deleted")); }));
    QVERIFY(waitFor([&] { return right->page().reference() == reference("v2") && right->canPull(); }));

    // The same one on both sides goes from both.
    QVERIFY(chooseForTag("v2", "openTagBesideAction"));
    QVERIFY(waitFor([&] { return left->page().reference() == reference("v2") && left->canPull(); }));
    focus(left);
    m_window->window->action(QStringLiteral("deleteTagAction"))->trigger();
    QVERIFY(waitFor([&] { return field->isVisible(); }));
    QTest::keyClicks(field, QStringLiteral("v2"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(waitFor([&] { return m_registry->tags().empty(); }));
    QVERIFY(waitFor([&] { return message->text().contains(QLatin1String("is deleted")); }));
    QVERIFY(right->page().reference().isEmpty());
    QVERIFY(!right->canPull());
}

void TestBeside::comparesTheTwo()
{
    QVERIFY(openTwo());
    QVERIFY(!in<QAbstractButton>(panes()[0], "besideCompare")->isVisible()); // once is enough
    QTest::mouseClick(in<QAbstractButton>(panes()[1], "besideCompare"), Qt::LeftButton);
    QVERIFY(waitFor([&] { return page().comparePage().comparison() != nullptr; }));
    QCOMPARE(find<QComboBox>("compareBefore")->currentText(), reference("v1"));
    QCOMPARE(find<QComboBox>("compareAfter")->currentText(), reference("v2"));
    QTest::mouseClick(find<QAbstractButton>("compareClose"), Qt::LeftButton);
    QVERIFY(panes()[0]->isVisible() && panes()[1]->isVisible());
}

void TestBeside::goesOnByKey()
{
    auto *action = m_window->window->action(QStringLiteral("openBesideAction"));
    QVERIFY(!action->isEnabled());
    QVERIFY(open("v1"));
    QVERIFY(action->isEnabled());
    auto *table = find<QTableView>("tagsTable");
    QVERIFY(waitFor([&] { return table->currentIndex().row() == tagRow("v1").row(); }));
    table->setFocus();
    QTest::keySequence(table, QKeySequence(QStringLiteral("Ctrl+Alt+Return")));
    QVERIFY(waitFor([&] { return page().hasTwo() && page().artifact().reference() == reference("v1"); }));
    QVERIFY(table->hasFocus()); // the next choice is for the second one
    QTest::keyClick(table, Qt::Key_Up);
    QVERIFY(waitFor([&] { return panes()[1]->page().reference() == reference("v2"); }));
    QCOMPARE(panes()[0]->page().reference(), reference("v1"));
    QVERIFY(!action->isEnabled()); // there are two
}

void TestBeside::opensADocumentsArtifact()
{
    QVERIFY(open("v1"));
    m_window->window->openPublished(reference("v2"));
    QVERIFY(waitFor([&] { return m_window->window->packageCount() == 1; }));
    QVERIFY(m_window->window->action(QStringLiteral("openBesideAction"))->isEnabled());
    auto *tabs = find<QTabBar>("documentTabs");
    const auto where = tabs->tabRect(0).center();
    QContextMenuEvent asks(QContextMenuEvent::Mouse, where, tabs->mapToGlobal(where));
    QCoreApplication::sendEvent(tabs, &asks);
    QVERIFY(chooseInMenu("documentTabMenu", "openTabBesideAction"));
    QCOMPARE(m_window->window->place(), MainWindow::Place::Registries);
    QVERIFY(waitFor([&] { return page().hasTwo() && page().artifact().reference() == reference("v2"); }));
    QCOMPARE(panes()[0]->page().reference(), reference("v1"));
    // A folder is no artifact of a registry.
    QVERIFY(m_window->open(*m_dir / "model"));
    QVERIFY(!m_window->window->action(QStringLiteral("openBesideAction"))->isEnabled());
}

void TestBeside::closesOneOfThem()
{
    QVERIFY(open("v1"));
    const int whole = panes()[0]->width();
    QVERIFY(chooseForTag("v2", "openTagBesideAction"));
    QVERIFY(waitFor([&] { return page().artifact().reference() == reference("v2"); }));
    focus(panes()[0]);
    auto *close = in<QAbstractButton>(panes()[0], "besideClose");
    close->setFocus();
    QTest::keyClick(close, Qt::Key_Space);
    QVERIFY(!page().hasTwo());
    QCOMPARE(panes().size(), 1);
    QCOMPARE(page().artifact().reference(), reference("v2"));
    QVERIFY(panes()[0]->isAncestorOf(QApplication::focusWidget()) || panes()[0]->hasFocus());
    QVERIFY(waitFor([&] { return std::abs(panes()[0]->width() - whole) < 10; }));
    QVERIFY(!in<QWidget>(panes()[0], "besideTitle")->isVisible());
    QCOMPARE(find<QLineEdit>("addressField")->text(), reference("v2"));
    QVERIFY(page().canPull());
    QVERIFY(m_window->window->action(QStringLiteral("openBesideAction"))->isEnabled());
}

void TestBeside::staysUsableInASmallWindow()
{
    QVERIFY(openTwo());
    find<QTableView>("tagsTable")->setFocus(); // which goes on, and not to the first one
    m_window->window->resize(900, 600);
    auto *lists = find<QAbstractButton>("showListsButton");
    QVERIFY(waitFor([&] { return lists->isVisible(); }));
    const auto *table = find<QTableView>("tagsTable");
    QVERIFY(!table->isVisible());
    QCOMPARE(QApplication::focusWidget(), panes()[1]);
    QCOMPARE(page().artifact().reference(), reference("v2"));
    for (const auto *pane : panes()) {
        QVERIFY(waitFor([&] { return pane->isVisible() && pane->width() >= ArtifactPane::minimumPageWidth; }));
        QVERIFY(waitFor([&] { return pane->mapTo(&page(), QPoint(pane->width(), 0)).x() <= page().width(); }));
        QVERIFY(in<QAbstractButton>(pane, "pullButton")->isVisible());
        const auto *parts = in<QTabBar>(pane, "artifactTabs");
        QVERIFY(waitFor([&] { return parts->mapTo(pane, QPoint(0, parts->height())).y() + 80 < pane->height(); }));
    }
    // The lists, with the one that a choice there is for.
    QTest::mouseClick(lists, Qt::LeftButton);
    QVERIFY(table->isVisible());
    QVERIFY(!panes()[0]->isVisible() && panes()[1]->isVisible());
    QTest::mouseClick(lists, Qt::LeftButton);
    QVERIFY(panes()[0]->isVisible() && panes()[1]->isVisible());
    m_window->window->resize(1280, 800);
    QVERIFY(waitFor([&] { return table->isVisible(); }));
    QVERIFY(!lists->isVisible());
    QVERIFY(panes()[0]->isVisible() && panes()[1]->isVisible());
}

void TestBeside::fitsTheSmallestWindow_data()
{
    QTest::addColumn<Language>("language");
    for (const auto language : {Language::English, Language::German, Language::SimplifiedChinese})
        QTest::addRow("%s", qPrintable(languageCode(language))) << language;
}

void TestBeside::fitsTheSmallestWindow()
{
    QFETCH(const Language, language);
    std::filesystem::remove(*m_dir / "model/README.md");
    m_dir->write("model/generation_config.json", "{}");
    publishAs("v2"); // with layers that are the same, changed, added and gone
    if (language != Language::English)
        QVERIFY(speak(language));
    m_window->window->showPlace(MainWindow::Place::Registries);
    QVERIFY(openTwo());
    const auto smallest = m_window->window->minimumSize();
    m_window->window->resize(smallest);
    const auto *content = m_window->window->centralWidget();
    QVERIFY(waitFor([&] { return content->minimumSizeHint().width() <= smallest.width(); }));
    for (auto *pane : panes()) {
        pane->page().setTab(ArtifactPage::Tab::Manifest);
        QVERIFY(waitFor([&] { return in<QAbstractButton>(pane, "documentsManifest")->isVisible(); }));
        QVERIFY(pane->minimumSizeHint().width() <= ArtifactPane::minimumPageWidth);
        QVERIFY(waitFor([&] { return pane->mapTo(&page(), QPoint(pane->width(), 0)).x() <= page().width(); }));
    }
    QCOMPARE(cutButtons(), QString());

    page().compare();
    QVERIFY(waitFor([&] { return page().comparePage().comparison() != nullptr; }));
    QVERIFY(waitFor([&] { return content->minimumSizeHint().width() <= smallest.width(); }));
    for (const char *state : {"same", "changed", "added", "removed"})
        QVERIFY(find<QAbstractButton>(qPrintable(QLatin1String("compareToggle-") + QLatin1String(state)))->isVisible());
    QVERIFY(waitFor([&] { return cutButtons().isEmpty(); }));
}

void TestBeside::aChangeOfLanguageKeepsBoth()
{
    QVERIFY(openTwo());
    panes()[1]->page().setTab(ArtifactPage::Tab::Files);
    focus(panes()[0]);
    m_window->window->action(QStringLiteral("deleteTagAction"))->trigger();
    auto *field = in<QLineEdit>(panes()[0], "tagRemovalField");
    QVERIFY(waitFor([&] { return field->isVisible(); }));
    QTest::keyClicks(field, QStringLiteral("v"));

    QVERIFY(speak(Language::German));
    QCOMPARE(panes().size(), 2);
    QVERIFY(waitFor([&] {
        return panes()[0]->page().reference() == reference("v1") && panes()[1]->page().reference() == reference("v2");
    }));
    QCOMPARE(page().artifact().reference(), reference("v1"));
    QCOMPARE(panes()[1]->page().tab(), ArtifactPage::Tab::Files);
    field = in<QLineEdit>(panes()[0], "tagRemovalField");
    QVERIFY(field->isVisible());
    QVERIFY(!in<QLineEdit>(panes()[1], "tagRemovalField")->isVisible());
    QCOMPARE(field->text(), QStringLiteral("v"));
    QVERIFY(!in<QAbstractButton>(panes()[0], "tagRemovalButton")->isEnabled());
    // It is still the same question.
    QTest::keyClicks(field, QStringLiteral("1"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(waitFor([&] { return m_registry->tags() == std::set<std::string>{"v2"}; }));
}

void TestBeside::aChangeOfLanguageKeepsWhatIsFilledIn()
{
    QVERIFY(open("v1"));
    m_window->window->action(QStringLiteral("pullAction"))->trigger();
    auto *tree = find<QTreeView>("pullTree");
    QVERIFY(tree->model()->setData(tree->model()->index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
    find<QLineEdit>("pullFolder")->setText(QStringLiteral("/some/half-ty"));
    find<QComboBox>("pullExisting")->setCurrentIndex(2);
    QVERIFY(speak(Language::German));
    tree = find<QTreeView>("pullTree");
    QVERIFY(tree->isVisible());
    QCOMPARE(tree->model()->index(0, 0).data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Unchecked));
    QCOMPARE(tree->model()->index(1, 0).data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
    QCOMPARE(find<QLineEdit>("pullFolder")->text(), QStringLiteral("/some/half-ty"));
    QCOMPARE(find<QComboBox>("pullExisting")->currentIndex(), 2);
    QTest::mouseClick(find<QAbstractButton>("pullCancel"), Qt::LeftButton);

    QVERIFY(waitFor([&] { return page().artifact().details() != nullptr; }));
    page().compare();
    find<QComboBox>("compareAfter")->setEditText(reference("half-ty"));
    QVERIFY(speak(Language::English));
    QVERIFY(find<QComboBox>("compareAfter")->isVisible());
    QCOMPARE(find<QComboBox>("compareBefore")->currentText(), reference("v1"));
    QCOMPARE(find<QComboBox>("compareAfter")->currentText(), reference("half-ty"));
    QCOMPARE(m_registry->count("GET half-ty") + m_registry->count("HEAD half-ty"), std::size_t(0)); // it is a text
}

void TestBeside::showsWhatIsRememberedOffline()
{
    QVERIFY(open("v1"));
    // The row of v2 is seen, and its manifest with it; nobody has opened it.
    const auto kind = [&] { return tagRow("v2").siblingAtColumn(TagsModel::Kind).data().toString(); };
    QVERIFY(waitFor([&] { return kind() == QLatin1String("ModelPack"); }));
    QVERIFY(waitFor([&] { return m_window->jobs.running() == 0; }));
    const auto first = reference("v1"), second = reference("v2");
    m_registry.reset();
    constexpr int triesMs = 60'000; // each is made several times, with pauses between
    page().refresh();
    auto *message = find<InfoBar>("referenceMessage");
    QVERIFY(waitFor([&] { return page().artifact().memory().has_value(); }, triesMs));
    QCOMPARE(page().artifact().reference(), first);
    QVERIFY2(message->text().startsWith(QLatin1String("Offline, as of ")), qPrintable(message->text()));
    QVERIFY(message->isVisible());
    QVERIFY(find<QTableView>("layerTable")->model()->rowCount() > 0);
    QVERIFY(page().artifact().memory()->hasConfig);
    QVERIFY(!page().artifact().details()->configBytes.empty());
    for (const char *name : {"pullAction", "deleteTagAction", "compareAction"})
        QVERIFY2(!m_window->window->action(QLatin1String(name))->isEnabled(), name);
    QVERIFY(!find<QAbstractButton>("pullButton")->isEnabled());
    QVERIFY(!find<QAbstractButton>("editArtifactActionButton")->isEnabled());

    page().open(second);
    QVERIFY(waitFor([&] { return page().artifact().reference() == second; }, triesMs));
    QVERIFY(page().artifact().memory() && !page().artifact().memory()->hasConfig);
    page().artifact().setTab(ArtifactPage::Tab::Metadata);
    QVERIFY(find<QLabel>("artifactConfigUnknown")->isVisible());
    QVERIFY(find<QTableView>("layerTable")->model()->rowCount() > 0);
    // It is asked for once more by a click, and says the same.
    QTest::mouseClick(find<QAbstractButton>("referenceRetry"), Qt::LeftButton);
    QVERIFY(!page().artifact().details());
    QVERIFY(waitFor([&] { return page().artifact().memory().has_value(); }, triesMs));
    // What is not known here fails in words, with the same way to go on.
    page().open(second.chopped(2) + QLatin1String("v9"));
    QVERIFY(waitFor([&] { return message->kind() == InfoBar::Kind::Danger; }, triesMs));
    const auto *again = find<QAbstractButton>("referenceRetry");
    QVERIFY(waitFor([&] { return again->isVisible(); }));
}

QTEST_MAIN(TestBeside)
#include "tst_beside.moc"
