// SPDX-License-Identifier: Apache-2.0
// The shortcut editor: what it lists, what is pressed into it, and what it says about keys that cannot be.
#include "support/gui/bench.h"
#include "ui/settings/keyboardsettings.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/shortcuts.h"
#include "ui/widgets/theme.h"

#include <memory>

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestKeyboardSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void listsCommandsByMenu();
    void everyFieldHasAName();
    void assignsByKeyboard();
    void takesOneChord();
    void refusesWithTheReason();
    void namesTheOtherCommand();
    void removesAndResets();
    void resettingNamesTheOtherCommand();
    void filters();
    void whatIsHiddenIsNotActedOn();
    void lettersAreABox();
    void followsWhatBecomesKnown();

private:
    template<typename T>
    T *find(const char *name) const
    {
        auto *found = m_page->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    QTreeWidgetItem *row(const QString &text) const
    {
        const auto found =
            find<QTreeWidget>("keyList")->findItems(text, Qt::MatchExactly | Qt::MatchRecursive, 0);
        if (found.size() != 1)
            qFatal("not one %s", qPrintable(text));
        return found.front();
    }
    void choose(const QString &text) const { find<QTreeWidget>("keyList")->setCurrentItem(row(text)); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        auto *field = find<QKeySequenceEdit>("keyField");
        field->setFocus();
        QTest::keyClick(field, key, modifiers);
    }
    void assign(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        press(key, modifiers);
        find<QPushButton>("assignKeys")->click();
    }

    std::unique_ptr<Bench> m_bench;
    std::unique_ptr<QMenu> m_file, m_package;
    QAction *m_open = nullptr;
    QAction *m_save = nullptr;
    QAction *m_layer = nullptr;
    std::unique_ptr<Shortcuts> m_shortcuts;
    std::unique_ptr<KeyboardSettings> m_page;
};

static QAction *addTo(QMenu &menu, const char *name, const QString &text, const QKeySequence &key,
                      Qt::ShortcutContext context = Qt::WindowShortcut)
{
    auto *action = menu.addAction(text);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(key);
    action->setShortcutContext(context);
    return action;
}

void TestKeyboardSettings::init()
{
    Theme::instance().apply(ThemeMode::Light);
    m_bench = std::make_unique<Bench>();
    m_file = std::make_unique<QMenu>();
    m_open = addTo(*m_file, "open", QStringLiteral("&Open…"), Qt::CTRL | Qt::Key_O);
    m_save = addTo(*m_file, "save", QStringLiteral("&Save"), Qt::CTRL | Qt::Key_S);
    addTo(*m_file, "about", QStringLiteral("&About"), {});
    m_package = std::make_unique<QMenu>();
    m_layer = addTo(*m_package, "layer", QStringLiteral("&Layer…"), Qt::Key_L, Qt::WidgetWithChildrenShortcut);
    m_shortcuts = std::make_unique<Shortcuts>(m_bench->settings);
    m_shortcuts->take(*m_file, QStringLiteral("File"));
    m_shortcuts->take(*m_package, QStringLiteral("Package"));
    m_page = std::make_unique<KeyboardSettings>(m_bench->services, *m_shortcuts);
    m_page->resize(700, 600);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void TestKeyboardSettings::cleanup()
{
    m_page.reset();
    m_shortcuts.reset();
    m_package.reset();
    m_file.reset();
    m_bench.reset();
}

void TestKeyboardSettings::listsCommandsByMenu()
{
    const auto *list = find<QTreeWidget>("keyList");
    QCOMPARE(list->topLevelItemCount(), 2);
    QCOMPARE(list->topLevelItem(0)->text(0), QStringLiteral("File"));
    QVERIFY(list->topLevelItem(0)->isExpanded());
    QVERIFY(list->topLevelItem(1)->isExpanded());
    QCOMPARE(list->topLevelItem(0)->childCount(), 3);
    QCOMPARE(row(QStringLiteral("Open…"))->text(1), m_open->shortcut().toString(QKeySequence::NativeText));
    QCOMPARE(row(QStringLiteral("About"))->text(1), QString());
    QCOMPARE(row(QStringLiteral("Layer…"))->parent()->text(0), QStringLiteral("Package"));
    for (const auto *command : {"Open…", "Save", "About", "Layer…"})
        QCOMPARE(row(QString::fromUtf8(command))->text(2), QString()); // nothing is changed
    QCOMPARE(list->currentItem(), row(QStringLiteral("Open…")));
    QVERIFY(!find<QPushButton>("assignKeys")->isEnabled());
    QVERIFY(find<QPushButton>("removeKeys")->isEnabled());
    QVERIFY(!find<QPushButton>("resetKeys")->isEnabled());
    QVERIFY(!find<QPushButton>("resetAllKeys")->isEnabled());
}

void TestKeyboardSettings::everyFieldHasAName()
{
    for (auto *field : m_page->findChildren<QWidget *>()) {
        if (!(field->focusPolicy() & Qt::TabFocus) || field->objectName().startsWith(QLatin1String("qt_")))
            continue;
        QVERIFY2(!field->objectName().isEmpty(), field->metaObject()->className());
        QVERIFY2(!field->accessibleName().isEmpty(), qPrintable(field->objectName()));
    }
}

/// From the filter to the list, to the field, to the button, without the mouse.
void TestKeyboardSettings::assignsByKeyboard()
{
    m_page->setFocus();
    QVERIFY(find<QLineEdit>("keyFilter")->hasFocus());
    auto *list = find<QTreeWidget>("keyList");
    for (int step = 0; step < 5 && !list->hasFocus(); ++step)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(list->hasFocus());
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(list->currentItem(), row(QStringLiteral("Save")));
    QTest::keyClick(list, Qt::Key_Return);
    auto *field = find<QKeySequenceEdit>("keyField");
    QVERIFY(field->hasFocus());
    QTest::keyClick(field, Qt::Key_U, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_Tab);
    auto *button = find<QPushButton>("assignKeys");
    QVERIFY(button->hasFocus());
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(m_save->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_U));
    const auto *item = row(QStringLiteral("Save"));
    QCOMPARE(item->text(1), QKeySequence(Qt::CTRL | Qt::Key_U).toString(QKeySequence::NativeText));
    QCOMPARE(item->text(2), QKeySequence(Qt::CTRL | Qt::Key_S).toString(QKeySequence::NativeText));
    QVERIFY(field->keySequence().isEmpty());
    QVERIFY(list->hasFocus());
    QCOMPARE(list->currentItem(), item);
    QVERIFY(!find<InfoBar>("keyMessage")->isVisible());
}

void TestKeyboardSettings::takesOneChord()
{
    const auto *field = find<QKeySequenceEdit>("keyField");
    press(Qt::Key_U, Qt::ControlModifier);
    QCOMPARE(field->keySequence(), QKeySequence(Qt::CTRL | Qt::Key_U));
    QVERIFY(find<QPushButton>("assignKeys")->isEnabled()); // at once
    press(Qt::Key_I, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(field->keySequence(), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_I));
    // What the page itself would do on them does not happen meanwhile.
    press(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(field->keySequence(), QKeySequence(Qt::CTRL | Qt::Key_A));
}

void TestKeyboardSettings::refusesWithTheReason()
{
    const auto *message = find<InfoBar>("keyMessage");
    choose(QStringLiteral("About"));
    const std::pair<QKeyCombination, const char *> refused[] = {
        {Qt::Key_K, "Text fields"},
        {Qt::Key_F7, "function key"},
        {Qt::CTRL | Qt::Key_C, "Text fields"},
        {Qt::META | Qt::Key_K, "desktop"},
        {Qt::ALT | Qt::Key_F, "menus"},
        {Qt::Key_Escape, "same everywhere"},
    };
    for (const auto &[key, word] : refused) {
        assign(key.key(), key.keyboardModifiers());
        QVERIFY2(message->isVisible(), word);
        QVERIFY2(message->text().contains(QLatin1String(word)), qPrintable(message->text()));
        QVERIFY(find<QKeySequenceEdit>("keyField")->hasFocus());
    }
    QVERIFY(m_bench->settings.keys().empty());
    press(Qt::Key_U, Qt::ControlModifier);
    QVERIFY(!message->isVisible()); // another try
}

void TestKeyboardSettings::namesTheOtherCommand()
{
    choose(QStringLiteral("Save"));
    assign(Qt::Key_O, Qt::ControlModifier);
    const auto *message = find<InfoBar>("keyMessage");
    QVERIFY(message->isVisible());
    QVERIFY2(message->text().contains(QStringLiteral("“Open…” in the menu File")), qPrintable(message->text()));
    QCOMPARE(m_save->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_S));
    find<QLineEdit>("keyFilter")->setText(QStringLiteral("save")); // hides the other
    QVERIFY(row(QStringLiteral("Open…"))->isHidden());
    find<QAbstractButton>("showTaker")->click();
    QVERIFY(!row(QStringLiteral("Open…"))->isHidden());
    QCOMPARE(find<QTreeWidget>("keyList")->currentItem(), row(QStringLiteral("Open…")));
    QVERIFY(find<QTreeWidget>("keyList")->hasFocus());
    QVERIFY(!message->isVisible()); // it is about the command before
}

void TestKeyboardSettings::removesAndResets()
{
    choose(QStringLiteral("Save"));
    find<QPushButton>("removeKeys")->click();
    QVERIFY(m_save->shortcuts().isEmpty());
    QCOMPARE(row(QStringLiteral("Save"))->text(1), QString());
    QVERIFY(!find<QPushButton>("removeKeys")->isEnabled());
    auto *reset = find<QPushButton>("resetKeys");
    QVERIFY(reset->isEnabled());
    reset->click();
    QCOMPARE(m_save->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_S));
    QCOMPARE(row(QStringLiteral("Save"))->text(2), QString());

    choose(QStringLiteral("About"));
    assign(Qt::Key_U, Qt::ControlModifier);
    QCOMPARE(row(QStringLiteral("About"))->text(2), QStringLiteral("no keys"));
    choose(QStringLiteral("Save"));
    assign(Qt::Key_I, Qt::ControlModifier);
    auto *all = find<QPushButton>("resetAllKeys");
    QVERIFY(all->isEnabled());
    all->click();
    QVERIFY(m_bench->settings.keys().empty());
    QCOMPARE(m_save->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_S));
    QVERIFY(!all->isEnabled());
}

void TestKeyboardSettings::resettingNamesTheOtherCommand()
{
    choose(QStringLiteral("Open…"));
    find<QPushButton>("removeKeys")->click();
    choose(QStringLiteral("Save"));
    assign(Qt::Key_O, Qt::ControlModifier);
    choose(QStringLiteral("Open…"));
    find<QPushButton>("resetKeys")->click();
    const auto *message = find<InfoBar>("keyMessage");
    QVERIFY(message->isVisible());
    QVERIFY2(message->text().contains(QStringLiteral("“Save”")), qPrintable(message->text()));
    QVERIFY(m_open->shortcuts().isEmpty());
}

void TestKeyboardSettings::filters()
{
    auto *filter = find<QLineEdit>("keyFilter");
    QTest::keyClicks(filter, QStringLiteral("lay"));
    QVERIFY(!row(QStringLiteral("Layer…"))->isHidden());
    QVERIFY(row(QStringLiteral("Save"))->isHidden());
    QVERIFY(row(QStringLiteral("File"))->isHidden());
    filter->setText(m_open->shortcut().toString(QKeySequence::NativeText)); // by its keys
    QVERIFY(!row(QStringLiteral("Open…"))->isHidden());
    QVERIFY(row(QStringLiteral("Save"))->isHidden());
    filter->setText(QStringLiteral("file")); // by the menu
    QVERIFY(!row(QStringLiteral("Save"))->isHidden());
    QVERIFY(row(QStringLiteral("Layer…"))->isHidden());
    QVERIFY(!find<QLabel>("noCommands")->isVisible());
    filter->setText(QStringLiteral("zzz"));
    QVERIFY(find<QLabel>("noCommands")->isVisible());
    filter->clear();
    QVERIFY(!find<QLabel>("noCommands")->isVisible());
    QVERIFY(!row(QStringLiteral("Layer…"))->isHidden());
}

void TestKeyboardSettings::whatIsHiddenIsNotActedOn()
{
    choose(QStringLiteral("Save"));
    find<QLineEdit>("keyFilter")->setText(QStringLiteral("zzz"));
    QVERIFY(!find<QKeySequenceEdit>("keyField")->isEnabled());
    QVERIFY(!find<QPushButton>("removeKeys")->isEnabled());
    find<QPushButton>("removeKeys")->click();
    QCOMPARE(m_save->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_S));
    find<QLineEdit>("keyFilter")->clear();
    QVERIFY(find<QPushButton>("removeKeys")->isEnabled());
}

void TestKeyboardSettings::lettersAreABox()
{
    auto *box = find<QCheckBox>("lettersBox");
    QVERIFY(box->isChecked());
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Space);
    QVERIFY(!m_bench->settings.lettersAct());
    QVERIFY(m_layer->shortcuts().isEmpty());
    QCOMPARE(row(QStringLiteral("Layer…"))->text(1), QString());
    m_bench->settings.setLettersAct(true);
    QVERIFY(box->isChecked());
    QCOMPARE(m_layer->shortcut(), QKeySequence(Qt::Key_L));
}

void TestKeyboardSettings::followsWhatBecomesKnown()
{
    QMenu later;
    addTo(later, "pause", QStringLiteral("Pause"), Qt::CTRL | Qt::Key_P, Qt::WidgetWithChildrenShortcut);
    choose(QStringLiteral("Save"));
    m_shortcuts->take(later, QStringLiteral("Transfers"));
    QCOMPARE(row(QStringLiteral("Pause"))->parent()->text(0), QStringLiteral("Transfers"));
    QVERIFY(row(QStringLiteral("Transfers"))->isExpanded());
    QCOMPARE(find<QTreeWidget>("keyList")->currentItem(), row(QStringLiteral("Save")));
    // A key that is given elsewhere.
    QVERIFY(!m_shortcuts->assign(QStringLiteral("save"), Qt::CTRL | Qt::Key_U));
    QCOMPARE(row(QStringLiteral("Save"))->text(1),
             QKeySequence(Qt::CTRL | Qt::Key_U).toString(QKeySequence::NativeText));
}

QTEST_MAIN(TestKeyboardSettings)
#include "tst_keyboardsettings.moc"
