// SPDX-License-Identifier: Apache-2.0
#include "operations/publish.h"
#include "support/gui/windowfixture.h"
#include "support/programs.h"
#include "ui/package/filespage.h"
#include "ui/package/packagedocument.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/bottompanel.h"
#include "ui/text/convert.h"
#include "ui/text/mnemonics.h"
#include "ui/text/translations.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/shortcuts.h"

#include <map>

#include <QAction>
#include <QApplication>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace modelcrate;
using namespace modelcrate::testing;

/// The keys of the window, which the user may choose.
class TestKeyboard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scenario55_shortcutEditor();
    void scenario55_persists();
    void everyCommandIsKnown();
    void pagesMakeWhatIsDeclared();
    void nothingMeetsFromTheStart();
    void anotherLanguageKeepsTheKeys();
    void aKeyOfAPageActsInEveryTab();
    void lettersCanBeTurnedOff();
};

namespace {

void press(WindowFixture &fixture, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    auto *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : fixture.window.get(), key, modifiers);
}

bool activate(WindowFixture &fixture)
{
    fixture.window->activateWindow();
    return QTest::qWaitForWindowActive(fixture.window.get());
}

/// Opens the editor by its own keys, filters and makes the command that is found the current one.
bool goToCommand(WindowFixture &fixture, const QString &text)
{
    press(fixture, Qt::Key_Slash, Qt::ControlModifier);
    if (fixture.window->settingsPage().section() != SettingsPage::Section::Keyboard)
        return false;
    auto *filter = fixture.find<QLineEdit>("keyFilter");
    filter->setFocus();
    filter->clear();
    QTest::keyClicks(filter, text);
    auto *list = fixture.find<QTreeWidget>("keyList");
    for (int step = 0; step < 5 && !list->hasFocus(); ++step)
        press(fixture, Qt::Key_Tab);
    press(fixture, Qt::Key_Home);
    for (int step = 0; step < 20 && !(list->currentItem() && list->currentItem()->text(0) == text); ++step)
        press(fixture, Qt::Key_Down);
    return list->currentItem() && list->currentItem()->text(0) == text;
}

/// Enter leads into the field, Tab to the button.
bool pressNewKeys(WindowFixture &fixture, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    press(fixture, Qt::Key_Return);
    if (!fixture.find<QKeySequenceEdit>("keyField")->hasFocus())
        return false;
    press(fixture, key, modifiers);
    press(fixture, Qt::Key_Tab);
    if (!fixture.find<QPushButton>("assignKeys")->hasFocus())
        return false;
    press(fixture, Qt::Key_Space);
    return true;
}

/// Every one that has a name and is no menu, by its name.
void collect(const QList<QAction *> &actions, QList<QAction *> &found)
{
    for (auto *action : actions) {
        if (action->menu())
            collect(action->menu()->actions(), found);
        else if (!action->isSeparator() && !action->objectName().isEmpty())
            found.append(action);
    }
}

QList<QAction *> actionsOfMenus(const WindowFixture &fixture)
{
    QList<QAction *> found;
    collect(fixture.window->menuBar()->actions(), found);
    return found;
}

/// Its rows are computed by a worker, and the actions hear of a selection with the next turn of the event loop.
bool selectFirst(PackageTab &package)
{
    auto &page = package.filesPage();
    const auto *leaveOut = page.findChild<QAction *>(QStringLiteral("toggleIncluded"));
    return waitFor([&] {
        page.selectEntries({0});
        return page.selectedEntries().size() == 1 && leaveOut->isEnabled();
    });
}

} // namespace

void TestKeyboard::scenario55_shortcutEditor()
{
    const TestDir dir;
    WindowFixture fixture(dir);
    QVERIFY(activate(fixture));
    const auto *panel = fixture.find<BottomPanel>("bottomPanel");
    const auto *action = fixture.window->action(QStringLiteral("panelAction"));
    press(fixture, Qt::Key_J, Qt::ControlModifier);
    QVERIFY(panel->isVisible());
    press(fixture, Qt::Key_J, Qt::ControlModifier);
    QVERIFY(!panel->isVisible());

    // Rebind.
    const auto text = withoutMnemonics(action->text());
    QVERIFY(goToCommand(fixture, text));
    QVERIFY(pressNewKeys(fixture, Qt::Key_J, Qt::ControlModifier | Qt::AltModifier));
    QCOMPARE(action->shortcut(), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_J));
    press(fixture, Qt::Key_J, Qt::ControlModifier);
    QVERIFY(!panel->isVisible());
    press(fixture, Qt::Key_J, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(panel->isVisible());
    press(fixture, Qt::Key_J, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(!panel->isVisible());

    // A conflict is refused, with the name of the command that has the keys, which is shown.
    QVERIFY(goToCommand(fixture, text));
    QVERIFY(pressNewKeys(fixture, Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier));
    const auto *message = fixture.find<InfoBar>("keyMessage");
    QVERIFY(message->isVisible());
    const auto other = withoutMnemonics(fixture.window->action(QStringLiteral("openPackageAction"))->text());
    QVERIFY2(message->text().contains(other), qPrintable(message->text()));
    QCOMPARE(action->shortcut(), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_J));
    fixture.find<QAbstractButton>("showTaker")->click();
    auto *list = fixture.find<QTreeWidget>("keyList");
    QCOMPARE(list->currentItem()->text(0), other);

    // What a page that is not open would do with them is known too.
    QVERIFY(goToCommand(fixture, text));
    QVERIFY(pressNewKeys(fixture, Qt::Key_B, Qt::ControlModifier));
    QVERIFY(message->isVisible());
    QCOMPARE(action->shortcut(), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_J));

    // Reset.
    fixture.find<QPushButton>("resetKeys")->click();
    QCOMPARE(action->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_J));
    press(fixture, Qt::Key_J, Qt::ControlModifier);
    QVERIFY(panel->isVisible());
    QVERIFY(fixture.settings.keys().empty());
}

void TestKeyboard::scenario55_persists()
{
    const TestDir dir;
    const QKeySequence chosen(Qt::CTRL | Qt::ALT | Qt::Key_J);
    {
        WindowFixture fixture(dir);
        QVERIFY(activate(fixture));
        QVERIFY(goToCommand(fixture,
                            withoutMnemonics(fixture.window->action(QStringLiteral("panelAction"))->text())));
        QVERIFY(pressNewKeys(fixture, Qt::Key_J, Qt::ControlModifier | Qt::AltModifier));
        fixture.window->shortcuts().removeKeys(QStringLiteral("quitAction"));
    }
    WindowFixture fixture(dir);
    QVERIFY(activate(fixture));
    QCOMPARE(fixture.window->action(QStringLiteral("panelAction"))->shortcut(), chosen);
    QVERIFY(fixture.window->action(QStringLiteral("quitAction"))->shortcuts().isEmpty());
    const auto *panel = fixture.find<BottomPanel>("bottomPanel");
    press(fixture, Qt::Key_J, Qt::ControlModifier);
    QVERIFY(!panel->isVisible());
    press(fixture, Qt::Key_J, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(panel->isVisible());
}

void TestKeyboard::everyCommandIsKnown()
{
    const TestDir dir;
    makeModelFolder(dir, "m");
    WindowFixture fixture(dir);
    auto &shortcuts = fixture.window->shortcuts();
    const auto before = shortcuts.commands().size();
    QVERIFY(fixture.open(dir / "m"));
    QCOMPARE(shortcuts.commands().size(), before); // those of its pages were declared
    const auto actions = actionsOfMenus(fixture);
    QVERIFY(actions.size() > 40);
    for (const auto *action : actions) {
        const auto *command = shortcuts.find(action->objectName());
        QVERIFY2(command, qPrintable(action->objectName()));
        QVERIFY2(!command->text.isEmpty() && !command->group.isEmpty(), qPrintable(command->name));
        QCOMPARE(action->shortcuts(), shortcuts.keys(command->name));
    }
    QVERIFY(shortcuts.find(QStringLiteral("pauseOrResumeTransferAction")));
}

/// What stands in filecommands.cpp is what FilesPage and PublishedFiles make.
void TestKeyboard::pagesMakeWhatIsDeclared()
{
    const TestDir dir;
    makeModelFolder(dir, "m");
    WindowFixture fixture(dir);
    auto &shortcuts = fixture.window->shortcuts();
    std::map<QString, Shortcuts::Command> declared;
    for (const auto &command : shortcuts.commands())
        declared.emplace(command.name, command);
    auto *package = fixture.open(dir / "m");
    QVERIFY(package);
    const auto compare = [&](PackageTab &tab) {
        QList<QAction *> actions;
        collect(tab.filesPage().actions(), actions);
        for (const auto *action : actions) {
            const auto found = declared.find(action->objectName());
            QVERIFY2(found != declared.end(), qPrintable(action->objectName()));
            const auto *taken = shortcuts.find(action->objectName());
            QVERIFY2(taken->own == found->second.own, qPrintable(action->objectName()));
            QCOMPARE(taken->isWindowWide, found->second.isWindowWide);
            QCOMPARE(taken->group, found->second.group);
            // What is selected decides which of two words this one has.
            if (action->objectName() != QLatin1String("toggleIncluded"))
                QVERIFY2(found->second.text.endsWith(withoutMnemonics(action->text())), qPrintable(action->text()));
        }
    };
    compare(*package);
    const QString reference = QStringLiteral("store:models/seen:v1");
    QVERIFY(publish(package->document().state().toPackage(), parseTarget(toUtf8(reference)).value(), {},
                    fixture.session, TaskContext())
                .has_value());
    fixture.window->openPublished(reference);
    QVERIFY(waitFor([&] { return fixture.window->packageCount() == 2; }));
    compare(*fixture.window->currentPackage());
}

/// Qt runs neither of two that have the same keys at the same place.
void TestKeyboard::nothingMeetsFromTheStart()
{
    const TestDir dir;
    WindowFixture fixture(dir);
    const auto &shortcuts = fixture.window->shortcuts();
    for (const auto &command : shortcuts.commands()) {
        for (const auto &key : command.own) {
            const auto refused = shortcuts.refusal(command.name, key);
            QVERIFY2(!refused, qPrintable(command.name + QLatin1Char(' ') + (refused ? refused->taker : QString())));
            QVERIFY(!(key[0].keyboardModifiers() & Qt::MetaModifier));
        }
    }
}

void TestKeyboard::anotherLanguageKeepsTheKeys()
{
    const TestDir dir;
    makeModelFolder(dir, "m");
    WindowFixture fixture(dir);
    QVERIFY(fixture.open(dir / "m"));
    auto &shortcuts = fixture.window->shortcuts();
    const auto count = shortcuts.commands().size();
    QVERIFY(!shortcuts.assign(QStringLiteral("saveAction"), Qt::CTRL | Qt::ALT | Qt::Key_S));
    QVERIFY(!shortcuts.assign(QStringLiteral("chooseLayer"), Qt::CTRL | Qt::ALT | Qt::Key_L));
    Translations translations;
    const QPointer<QWidget> before(fixture.window->centralWidget());
    translations.use(Language::German);
    QVERIFY(waitFor([&] { return before.isNull(); }));
    const auto *save = fixture.window->action(QStringLiteral("saveAction"));
    QCOMPARE(save->text(), QStringLiteral("&Speichern"));
    QCOMPARE(save->shortcut(), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_S));
    QCOMPARE(fixture.find<QAction>("chooseLayer")->shortcut(), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_L));
    QCOMPARE(shortcuts.find(QStringLiteral("saveAction"))->text, QStringLiteral("Speichern"));
    QCOMPARE(shortcuts.find(QStringLiteral("saveAction"))->own, QList<QKeySequence>{QKeySequence::Save});
    QCOMPARE(shortcuts.commands().size(), count);
}

void TestKeyboard::aKeyOfAPageActsInEveryTab()
{
    const TestDir dir;
    makeModelFolder(dir, "one");
    makeModelFolder(dir, "two");
    WindowFixture fixture(dir);
    QVERIFY(activate(fixture));
    auto *one = fixture.open(dir / "one");
    QVERIFY(one);
    QVERIFY(!fixture.window->shortcuts().assign(QStringLiteral("toggleIncluded"), Qt::CTRL | Qt::ALT | Qt::Key_X));
    auto *two = fixture.open(dir / "two");
    QVERIFY(two && two != one);
    for (auto *package : {one, two}) {
        fixture.window->open(pathText(package->document().root()));
        QCOMPARE(fixture.window->currentPackage(), package);
        auto *list = package->filesPage().listWidget();
        QVERIFY(selectFirst(*package));
        list->setFocus();
        QVERIFY(list->hasFocus());
        const bool isIncluded = package->document().state().state(0).included;
        QTest::keyClick(list, Qt::Key_X, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(waitFor([&] { return package->document().state().state(0).included != isIncluded; }));
    }
}

void TestKeyboard::lettersCanBeTurnedOff()
{
    const TestDir dir;
    makeModelFolder(dir, "m");
    WindowFixture fixture(dir);
    QVERIFY(activate(fixture));
    auto *package = fixture.open(dir / "m");
    QVERIFY(package);
    const auto *menu = fixture.find<QMenu>("layerMenu");
    auto *list = package->filesPage().listWidget();
    QVERIFY(selectFirst(*package));
    list->setFocus();
    fixture.settings.setLettersAct(false);
    QTest::keyClick(list, Qt::Key_L);
    QVERIFY(!menu->isVisible());
    fixture.settings.setLettersAct(true);
    QVERIFY(list->hasFocus());
    QTest::keyClick(list, Qt::Key_L);
    QVERIFY(waitFor([&] { return menu->isVisible(); }));
    fixture.find<QMenu>("layerMenu")->close();
}

QTEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
