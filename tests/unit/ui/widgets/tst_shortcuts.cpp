// SPDX-License-Identifier: Apache-2.0
// Which keys commands have: their own, what is chosen instead, what is refused, and what comes back from the file.
#include "support/testing.h"
#include "ui/widgets/settings.h"
#include "ui/widgets/shortcuts.h"

#include <memory>

#include <QAction>
#include <QFile>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;
using Reason = Shortcuts::Reason;

class TestShortcuts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void takesWhatHasAName();
    void aChoiceReachesEveryAction();
    void keepsOnlyWhatDiffers();
    void refusesKeys_data();
    void refusesKeys();
    void anOwnKeyIsNeverRefused();
    void keysOfTwoPagesNeverMeet();
    void aConflictNamesTheOther();
    void resettingCanBeRefused();
    void keysAreExchanged();
    void lettersCanBeOff();
    void declaredWordsStay();
    void theFileMayBeAnything_data();
    void theFileMayBeAnything();
    void whatIsNotKnownIsKept();

private:
    void start(); ///< as if the program began: from the file
    QString path() const { return QString::fromStdString((m_dir->path() / "settings.ini").string()); }
    QAction *add(QMenu &menu, const char *name, const QString &text, const QKeySequence &key,
                 Qt::ShortcutContext context = Qt::WindowShortcut);
    QAction *action(const char *name) const;
    std::optional<Shortcuts::Refusal> assign(const char *name, const char *key)
    {
        return m_shortcuts->assign(QLatin1String(name), QKeySequence(QLatin1String(key)));
    }
    QString keys(const char *name) const
    {
        return QKeySequence::listToString(m_shortcuts->keys(QLatin1String(name)), QKeySequence::PortableText);
    }

    std::unique_ptr<TestDir> m_dir;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<QMenu> m_file, m_package, m_transfers;
    std::unique_ptr<Shortcuts> m_shortcuts;
};

QAction *TestShortcuts::add(QMenu &menu, const char *name, const QString &text, const QKeySequence &key,
                            Qt::ShortcutContext context)
{
    auto *created = menu.addAction(text);
    created->setObjectName(QLatin1String(name));
    created->setShortcut(key);
    created->setShortcutContext(context);
    return created;
}

QAction *TestShortcuts::action(const char *name) const
{
    for (const auto *menu : {m_file.get(), m_package.get(), m_transfers.get()}) {
        for (auto *one : menu->actions()) {
            if (one->objectName() == QLatin1String(name))
                return one;
        }
    }
    qFatal("no action %s", name);
    return nullptr;
}

void TestShortcuts::start()
{
    m_shortcuts.reset();
    m_settings.reset(); // writes what is left
    m_settings = std::make_unique<Settings>(path());
    m_file = std::make_unique<QMenu>();
    add(*m_file, "open", QStringLiteral("&Open…"), Qt::CTRL | Qt::Key_O);
    add(*m_file, "save", QStringLiteral("&Save"), Qt::CTRL | Qt::Key_S);
    add(*m_file, "redo", QStringLiteral("&Redo"), {})
        ->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    add(*m_file, "about", QStringLiteral("&About"), {});
    m_file->addAction(QStringLiteral("without a name"));
    m_file->addSeparator();
    auto *below = m_file->addMenu(QStringLiteral("&More"));
    add(*below, "more", QStringLiteral("&One"), {});
    m_package = std::make_unique<QMenu>();
    add(*m_package, "layer", QStringLiteral("&Layer…"), Qt::Key_L, Qt::WidgetWithChildrenShortcut);
    add(*m_package, "leaveOut", QStringLiteral("Leave Out"), Qt::Key_Space, Qt::WidgetWithChildrenShortcut);
    add(*m_package, "rescan", QStringLiteral("Rescan"), Qt::Key_F5, Qt::WidgetWithChildrenShortcut);
    m_transfers = std::make_unique<QMenu>();
    add(*m_transfers, "pause", QStringLiteral("Pause"), Qt::Key_Space, Qt::WidgetWithChildrenShortcut);
    m_shortcuts = std::make_unique<Shortcuts>(*m_settings);
    m_shortcuts->take(*m_file, QStringLiteral("File"));
    m_shortcuts->take(*m_package, QStringLiteral("Package"));
    m_shortcuts->take(*m_transfers, QStringLiteral("Transfers"));
}

void TestShortcuts::init()
{
    m_dir = std::make_unique<TestDir>();
    start();
}

void TestShortcuts::cleanup()
{
    m_shortcuts.reset();
    m_settings.reset();
    m_dir.reset();
}

void TestShortcuts::takesWhatHasAName()
{
    QCOMPARE(m_shortcuts->commands().size(), std::size_t(9));
    const auto *open = m_shortcuts->find(QStringLiteral("open"));
    QVERIFY(open);
    QCOMPARE(open->text, QStringLiteral("Open…"));
    QCOMPARE(open->group, QStringLiteral("File"));
    QVERIFY(open->isWindowWide);
    QCOMPARE(m_shortcuts->find(QStringLiteral("more"))->text, QStringLiteral("More › One"));
    QVERIFY(!m_shortcuts->find(QStringLiteral("layer"))->isWindowWide);
    QVERIFY(!m_shortcuts->find(QStringLiteral("nothing")));
    QCOMPARE(keys("open"), QStringLiteral("Ctrl+O"));
    QCOMPARE(m_shortcuts->keys(QStringLiteral("redo")).size(), 2);
    QVERIFY(m_shortcuts->keys(QStringLiteral("nothing")).isEmpty());
}

void TestShortcuts::aChoiceReachesEveryAction()
{
    QMenu second; // of another tab
    auto *other = add(second, "layer", QStringLiteral("&Layer…"), Qt::Key_L, Qt::WidgetWithChildrenShortcut);
    auto *gone = add(second, "rescan", QStringLiteral("Rescan"), Qt::Key_F5, Qt::WidgetWithChildrenShortcut);
    m_shortcuts->take(second, QStringLiteral("Package"));
    delete gone;
    QSignalSpy changed(m_shortcuts.get(), &Shortcuts::changed);
    QVERIFY(!assign("layer", "Ctrl+Alt+L"));
    QVERIFY(!assign("rescan", "Ctrl+F5"));
    QVERIFY(changed.count() >= 2);
    const QKeySequence wanted(Qt::CTRL | Qt::ALT | Qt::Key_L);
    QCOMPARE(action("layer")->shortcut(), wanted);
    QCOMPARE(other->shortcut(), wanted);

    // One that is made later, and a menu that is taken again.
    QMenu third;
    const auto *late = add(third, "layer", QStringLiteral("Ebene…"), Qt::Key_L, Qt::WidgetWithChildrenShortcut);
    m_shortcuts->take(third, QStringLiteral("Paket"));
    m_shortcuts->take(third, QStringLiteral("Paket"));
    QCOMPARE(late->shortcut(), wanted);
    QCOMPARE(m_shortcuts->find(QStringLiteral("layer"))->text, QStringLiteral("Ebene…"));
    QCOMPARE(m_shortcuts->find(QStringLiteral("layer"))->own, QList<QKeySequence>{QKeySequence(Qt::Key_L)});
    QCOMPARE(m_shortcuts->commands().size(), std::size_t(9));
}

void TestShortcuts::keepsOnlyWhatDiffers()
{
    QVERIFY(m_settings->keys().empty());
    QVERIFY(!assign("save", "Ctrl+U"));
    m_shortcuts->removeKeys(QStringLiteral("open"));
    m_shortcuts->removeKeys(QStringLiteral("about")); // has none
    QCOMPARE(m_settings->keys().size(), std::size_t(2));
    QVERIFY(m_shortcuts->isChanged(QStringLiteral("save")));
    QVERIFY(!m_shortcuts->isChanged(QStringLiteral("about")));

    start();
    QCOMPARE(keys("save"), QStringLiteral("Ctrl+U"));
    QCOMPARE(action("save")->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_U));
    QVERIFY(action("open")->shortcuts().isEmpty());

    QVERIFY(!assign("save", "Ctrl+S")); // its own
    QVERIFY(!m_shortcuts->isChanged(QStringLiteral("save")));
    QCOMPARE(m_settings->keys().size(), std::size_t(1));
    QVERIFY(!m_shortcuts->reset(QStringLiteral("open")));
    QVERIFY(m_settings->keys().empty());
    QCOMPARE(action("open")->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_O));

    QVERIFY(!assign("redo", "Ctrl+Y")); // of two, one
    QVERIFY(m_shortcuts->isChanged(QStringLiteral("redo")));
    m_shortcuts->resetAll();
    QCOMPARE(m_shortcuts->keys(QStringLiteral("redo")).size(), 2);
    QVERIFY(m_settings->keys().empty());
}

void TestShortcuts::refusesKeys_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("isRefused");
    QTest::addColumn<int>("reason");
    const auto refused = [](const char *key, Reason reason) {
        QTest::addRow("%s", key) << QString::fromLatin1(key) << true << static_cast<int>(reason);
    };
    for (const auto *key : {"Meta+K", "Ctrl+Meta+K", "Meta+F2"})
        refused(key, Reason::Meta);
    for (const auto *key : {"F1", "F4", "F12"})
        refused(key, Reason::FunctionKey);
    for (const auto *key : {"L", "Shift+L", "7", "#", "Space", "Return", "Enter", "Tab", "Shift+Tab", "Up", "Shift+Left",
                            "Ctrl+Right", "Ctrl+Shift+Home", "Del", "Backspace", "Ctrl+Backspace", "Ctrl+C", "Ctrl+V",
                            "Ctrl+X", "Ctrl+A", "Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z", "PgDown"})
        refused(key, Reason::Typing);
    for (const auto *key : {"Alt+F", "Alt+Shift+F", "Alt+1"})
        refused(key, Reason::Mnemonic);
    for (const auto *key : {"Esc", "Ctrl+Esc", "Alt+Left", "Alt+F4", "Shift+F10"})
        refused(key, Reason::Fixed);
    for (const auto *key : {"Ctrl+U", "Ctrl+Shift+C", "Ctrl+Alt+C", "Ctrl+Return", "Shift+F4", "Ctrl+F4", "Alt+Up",
                            "Ctrl+Alt+Left", "Ctrl+Space", "Ctrl+,"})
        QTest::addRow("%s", key) << QString::fromLatin1(key) << false << 0;
}

void TestShortcuts::refusesKeys()
{
    QFETCH(const QString, key);
    QFETCH(const bool, isRefused);
    QFETCH(const int, reason);
    const QKeySequence pressed(key);
    QCOMPARE(pressed.count(), 1);
    const auto refused = m_shortcuts->assign(QStringLiteral("about"), pressed);
    QCOMPARE(refused.has_value(), isRefused);
    if (refused) {
        QCOMPARE(static_cast<int>(refused->reason), reason);
        QVERIFY(action("about")->shortcuts().isEmpty());
        QVERIFY(m_settings->keys().empty());
    } else {
        QCOMPARE(action("about")->shortcut(), pressed);
    }
}

void TestShortcuts::anOwnKeyIsNeverRefused()
{
    QVERIFY(!assign("rescan", "Ctrl+U"));
    QVERIFY(!assign("rescan", "F5"));
    QVERIFY(!assign("layer", "Ctrl+L"));
    QVERIFY(!assign("layer", "L"));
    QVERIFY(m_settings->keys().empty());
    QVERIFY(assign("rescan", "L")); // another's own is none of its
}

void TestShortcuts::keysOfTwoPagesNeverMeet()
{
    QCOMPARE(keys("leaveOut"), QStringLiteral("Space"));
    QCOMPARE(keys("pause"), QStringLiteral("Space"));
    QVERIFY(!assign("pause", "Ctrl+U"));
    QVERIFY(!assign("leaveOut", "Ctrl+U"));
    const auto within = assign("layer", "Ctrl+U");
    QVERIFY(within);
    QCOMPARE(within->taker, QStringLiteral("leaveOut"));
    // What acts everywhere also acts there.
    const auto everywhere = assign("about", "Ctrl+U");
    QVERIFY(everywhere);
    QCOMPARE(everywhere->reason, Reason::Taken);
    const auto onAPage = assign("pause", "Ctrl+O");
    QVERIFY(onAPage);
    QCOMPARE(onAPage->taker, QStringLiteral("open"));
}

void TestShortcuts::aConflictNamesTheOther()
{
    const auto refused = assign("save", "Ctrl+O");
    QVERIFY(refused);
    QCOMPARE(refused->reason, Reason::Taken);
    QCOMPARE(refused->taker, QStringLiteral("open"));
    QCOMPARE(action("save")->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_S));
    m_shortcuts->removeKeys(QStringLiteral("open"));
    QVERIFY(!assign("save", "Ctrl+O"));
}

void TestShortcuts::resettingCanBeRefused()
{
    m_shortcuts->removeKeys(QStringLiteral("open"));
    QVERIFY(!assign("save", "Ctrl+O"));
    const auto refused = m_shortcuts->reset(QStringLiteral("open"));
    QVERIFY(refused);
    QCOMPARE(refused->reason, Reason::Taken);
    QCOMPARE(refused->taker, QStringLiteral("save"));
    QVERIFY(action("open")->shortcuts().isEmpty());
    m_shortcuts->resetAll();
    QCOMPARE(keys("open"), QStringLiteral("Ctrl+O"));
    QCOMPARE(keys("save"), QStringLiteral("Ctrl+S"));
}

void TestShortcuts::keysAreExchanged()
{
    m_shortcuts->removeKeys(QStringLiteral("open"));
    QVERIFY(!assign("save", "Ctrl+O"));
    QVERIFY(!assign("open", "Ctrl+S"));
    start();
    QCOMPARE(keys("save"), QStringLiteral("Ctrl+O"));
    QCOMPARE(keys("open"), QStringLiteral("Ctrl+S"));
}

void TestShortcuts::lettersCanBeOff()
{
    QVERIFY(m_settings->lettersAct());
    m_settings->setLettersAct(false);
    QVERIFY(action("layer")->shortcuts().isEmpty());
    QCOMPARE(action("leaveOut")->shortcut(), QKeySequence(Qt::Key_Space)); // no letter
    QCOMPARE(action("rescan")->shortcut(), QKeySequence(Qt::Key_F5));
    QVERIFY(!m_shortcuts->isChanged(QStringLiteral("layer")));
    start();
    QVERIFY(action("layer")->shortcuts().isEmpty());
    m_settings->setLettersAct(true);
    QCOMPARE(action("layer")->shortcut(), QKeySequence(Qt::Key_L));
}

void TestShortcuts::declaredWordsStay()
{
    const auto text = QStringLiteral("Pages of a package");
    m_shortcuts->declare({{.name = QStringLiteral("later"),
                           .text = text,
                           .group = QStringLiteral("Package"),
                           .own = {QKeySequence(Qt::CTRL | Qt::Key_B)},
                           .isWindowWide = false}});
    const auto refused = assign("about", "Ctrl+B"); // although there is no action of it yet
    QVERIFY(refused);
    QCOMPARE(refused->taker, QStringLiteral("later"));
    QVERIFY(!assign("later", "Ctrl+U"));
    QMenu menu;
    const auto *late =
        add(menu, "later", QStringLiteral("Page &3"), Qt::CTRL | Qt::Key_B, Qt::WidgetWithChildrenShortcut);
    m_shortcuts->take(menu, QStringLiteral("Package"));
    QCOMPARE(late->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_U));
    QCOMPARE(m_shortcuts->find(QStringLiteral("later"))->text, text);
}

void TestShortcuts::theFileMayBeAnything_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QString>("ofOpen");
    QTest::addColumn<QString>("ofSave");
    const auto row = [](const char *name, const QStringList &lines, const char *ofOpen, const char *ofSave) {
        QTest::addRow("%s", name) << lines << QString::fromLatin1(ofOpen) << QString::fromLatin1(ofSave);
    };
    const auto line = [](const char *text) { return QString::fromLatin1(text); };
    row("fine", {line("open=Ctrl+U"), line("save=Ctrl+=")}, "Ctrl+U", "Ctrl+=");
    row("two keys", {line("open=Ctrl+U; Ctrl+Alt+U")}, "Ctrl+U; Ctrl+Alt+U", "Ctrl+S");
    row("none", {line("open=")}, "", "Ctrl+S");
    row("no key", {line("open=Kontroll+U"), line("save=Ctrl+U")}, "Ctrl+O", "Ctrl+U");
    row("two chords", {line("open=Ctrl+U, Ctrl+I")}, "Ctrl+O", "Ctrl+S");
    row("too many", {line("open=Ctrl+1; Ctrl+2; Ctrl+3; Ctrl+4; Ctrl+5")}, "Ctrl+O", "Ctrl+S");
    row("no name", {line("=Ctrl+U"), line("Ctrl+U"), line("a b=Ctrl+U"), {}}, "Ctrl+O", "Ctrl+S");
    row("said twice", {line("open=Ctrl+U"), line("open=Ctrl+I")}, "Ctrl+U", "Ctrl+S");
    row("both the same", {line("save=Ctrl+U"), line("open=Ctrl+U")}, "Ctrl+U", "Ctrl+S");
    row("another's", {line("save=Ctrl+O")}, "Ctrl+O", "Ctrl+S");
    row("a chain", {line("open=Ctrl+S"), line("save=Ctrl+Y")}, "Ctrl+O", "Ctrl+S");
    row("refused", {line("open=Meta+U"), line("save=U")}, "Ctrl+O", "Ctrl+S");
    row("long", {line("open=Ctrl+U") + QString(5000, QLatin1Char(' '))}, "Ctrl+O", "Ctrl+S");
}

void TestShortcuts::theFileMayBeAnything()
{
    QFETCH(const QStringList, lines);
    QFETCH(const QString, ofOpen);
    QFETCH(const QString, ofSave);
    m_shortcuts.reset();
    m_settings.reset();
    {
        QSettings file(path(), QSettings::IniFormat);
        file.setValue(QStringLiteral("keys/commands"), lines);
    }
    start();
    QCOMPARE(keys("open"), ofOpen);
    QCOMPARE(keys("save"), ofSave);
    QCOMPARE(QKeySequence::listToString(action("open")->shortcuts(), QKeySequence::PortableText), ofOpen);
}

/// Of another version, or of a page that is not open yet.
void TestShortcuts::whatIsNotKnownIsKept()
{
    m_settings->setKeys({{QStringLiteral("future"), {QKeySequence(Qt::CTRL | Qt::Key_U)}}});
    QVERIFY(!assign("save", "Ctrl+I"));
    QCOMPARE(m_settings->keys().size(), std::size_t(2));
    QVERIFY(m_settings->keys().contains(QStringLiteral("future")));
    m_shortcuts->resetAll();
    QVERIFY(m_settings->keys().empty());
}

QTEST_MAIN(TestShortcuts)
#include "tst_shortcuts.moc"
