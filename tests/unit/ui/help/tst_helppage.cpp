// SPDX-License-Identifier: Apache-2.0
#include "support/gui/scriptedprompts.h"
#include "support/testing.h"
#include "ui/help/guide.h"
#include "ui/help/guidebrowser.h"
#include "ui/help/helppage.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QScrollBar>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextFrame>
#include <QToolButton>

using namespace modelcrate;
using namespace modelcrate::testing;

/// The guide and the page that shows it. Its texts are held to the core and to the command line by tst_guide.
class TestHelpPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsChaptersAndFindings();
    void aHeadingShowsNoMarks();
    void searchesTitlesFirst();
    void speaksEveryLanguage();
    void showsATopicAtTheTop();
    void linksLeadToChapters();
    void linksOfTheWebAreAskedFor();
    void searchingListsSections();
    void goesBack();
    void escapeClearsThenLeaves();
    void copiesACommand();
    void loadsNoPicture();
    void followsTheTheme();
    void followsTheLanguage();
};

namespace {

template<typename T>
T *child(HelpPage &page, const char *name)
{
    auto *found = page.findChild<T *>(QLatin1String(name));
    if (!found)
        qFatal("no %s", name);
    return found;
}

struct Shown {
    Shown() : page(prompts)
    {
        page.resize(900, 600);
        page.show();
        if (!QTest::qWaitForWindowActive(&page))
            qFatal("the page does not show");
    }
    ScriptedPrompts prompts;
    HelpPage page;
};

/// What stands at the top of the text.
QString topLine(HelpPage &page)
{
    auto *text = child<GuideBrowser>(page, "helpText");
    return text->cursorForPosition({30, 24}).block().text();
}

QStringList items(HelpPage &page)
{
    QStringList all;
    const auto *list = child<QListWidget>(page, "helpContents");
    for (int row = 0; row < list->count(); ++row)
        all << list->item(row)->text();
    return all;
}

} // namespace

void TestHelpPage::init() { Theme::instance().apply(ThemeMode::Light); }

void TestHelpPage::findsChaptersAndFindings()
{
    const Guide guide(Language::English);
    QCOMPARE(guide.chapters().size(), 5);
    for (const auto &chapter : guide.chapters())
        QVERIFY(!chapter.title.isEmpty() && chapter.sections.size() > 1);
    QCOMPARE(guide.find(QStringLiteral("registries.md")), (Guide::Place{3, 0}));
    const auto finding = guide.find(QStringLiteral("MP009"));
    QVERIFY(finding && guide.section(*finding).title.startsWith(QLatin1String("MP009 ")));
    QVERIFY(guide.section(*finding).text.contains(QStringLiteral("rename the file")));
    QCOMPARE(guide.find(QStringLiteral("findings.md#MP009")), finding);
    QVERIFY(guide.find(QStringLiteral("changed")));
    for (const char *unknown : {"", "MP999", "nowhere.md", "registries.md#MP009", "registries.md#nothing"})
        QVERIFY2(!guide.find(QLatin1String(unknown)), unknown);
}

void TestHelpPage::aHeadingShowsNoMarks()
{
    const Guide guide(Language::English);
    for (const auto &chapter : guide.chapters()) {
        QVERIFY(!chapter.markdown.contains(QLatin1String("<a ")));
        for (const auto &section : chapter.sections)
            QVERIFY2(!section.title.contains(QLatin1Char('<')) && !section.title.contains(QLatin1Char('`')),
                     qPrintable(section.title));
    }
}

void TestHelpPage::searchesTitlesFirst()
{
    const Guide guide(Language::English);
    QVERIFY(guide.search({}).isEmpty());
    QVERIFY(guide.search(QStringLiteral("  ")).isEmpty());
    QVERIFY(guide.search(QStringLiteral("zebra crossing")).isEmpty());
    const auto found = guide.search(QStringLiteral("mp042"));
    QCOMPARE(found.size(), 1);
    const auto licence = guide.search(QStringLiteral("licence"));
    QVERIFY(licence.size() > 1);
    QVERIFY(guide.section(licence.first()).title.contains(QLatin1String("Licence")));
    QVERIFY(!guide.section(licence.last()).title.contains(QLatin1String("icence")));
}

void TestHelpPage::speaksEveryLanguage()
{
    const Guide english(Language::English);
    QSet<QString> titles;
    for (const auto language : {Language::English, Language::German, Language::SimplifiedChinese}) {
        const Guide guide(language);
        QCOMPARE(guide.chapters().size(), english.chapters().size());
        for (int chapter = 0; chapter < guide.chapters().size(); ++chapter) {
            QCOMPARE(guide.chapters()[chapter].name, english.chapters()[chapter].name);
            titles.insert(guide.chapters()[chapter].title);
        }
    }
    QCOMPARE(titles.size(), 3 * english.chapters().size());
}

void TestHelpPage::showsATopicAtTheTop()
{
    Shown shown;
    QCOMPARE(shown.page.topic(), QStringLiteral("index.md"));
    shown.page.showTopic(QStringLiteral("MP009"));
    QCOMPARE(shown.page.topic(), QStringLiteral("findings.md#MP009"));
    QTRY_VERIFY2(topLine(shown.page).startsWith(QLatin1String("MP009 ")), qPrintable(topLine(shown.page)));
    QCOMPARE(child<QListWidget>(shown.page, "helpContents")->currentRow(), 4);
    shown.page.showTopic(QStringLiteral("no such thing"));
    QCOMPARE(shown.page.topic(), QStringLiteral("index.md"));
}

void TestHelpPage::linksLeadToChapters()
{
    Shown shown;
    auto *text = child<GuideBrowser>(shown.page, "helpText");
    Q_EMIT text->anchorClicked(QUrl(QStringLiteral("registries.md")));
    QCOMPARE(shown.page.topic(), QStringLiteral("registries.md"));
    Q_EMIT text->anchorClicked(QUrl(QStringLiteral("#tls")));
    QCOMPARE(shown.page.topic(), QStringLiteral("registries.md#tls"));
    Q_EMIT text->anchorClicked(QUrl(QStringLiteral("nowhere.md")));
    QCOMPARE(shown.page.topic(), QStringLiteral("registries.md#tls"));
    QVERIFY(shown.prompts.questions().isEmpty());
}

void TestHelpPage::linksOfTheWebAreAskedFor()
{
    Shown shown;
    shown.prompts.answerChoice(1);
    auto *text = child<GuideBrowser>(shown.page, "helpText");
    Q_EMIT text->anchorClicked(QUrl(QStringLiteral("https://example.com/a")));
    QTRY_VERIFY(!shown.prompts.hasAnswersLeft());
    QCOMPARE(shown.prompts.questions().size(), 1);
    QCOMPARE(shown.prompts.questions().first().text, QStringLiteral("https://example.com/a"));
    Q_EMIT text->anchorClicked(QUrl(QStringLiteral("file:///bin/sh")));
    QCOMPARE(shown.prompts.questions().size(), 1);
}

void TestHelpPage::searchingListsSections()
{
    Shown shown;
    const auto chapters = items(shown.page);
    QCOMPARE(chapters.size(), 5);
    shown.page.focusSearch();
    auto *search = child<QLineEdit>(shown.page, "helpSearch");
    QTest::keyClicks(search, QStringLiteral("git lfs"));
    QCOMPARE(items(shown.page), QStringList{QStringLiteral("MP042 Not the file it is named after")});
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(shown.page.topic(), QStringLiteral("findings.md#MP042"));
    QVERIFY(!child<GuideBrowser>(shown.page, "helpText")->extraSelections().isEmpty());
    search->setText(QStringLiteral("zebra"));
    QCOMPARE(items(shown.page).size(), 1);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(shown.page.topic(), QStringLiteral("findings.md#MP042"));
    search->clear();
    QCOMPARE(items(shown.page), chapters);
    QVERIFY(child<GuideBrowser>(shown.page, "helpText")->extraSelections().isEmpty());
}

void TestHelpPage::goesBack()
{
    Shown shown;
    auto *back = child<QToolButton>(shown.page, "helpBack");
    QVERIFY(!back->isEnabled());
    shown.page.showTopic(QStringLiteral("MP009"));
    shown.page.showTopic(QStringLiteral("registries.md"));
    QTest::keyClick(child<GuideBrowser>(shown.page, "helpText"), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(shown.page.topic(), QStringLiteral("findings.md#MP009"));
    back->click();
    QCOMPARE(shown.page.topic(), QStringLiteral("index.md"));
    QVERIFY(!back->isEnabled());
}

void TestHelpPage::escapeClearsThenLeaves()
{
    Shown shown;
    QSignalSpy left(&shown.page, &HelpPage::leaveRequested);
    shown.page.focusSearch();
    auto *search = child<QLineEdit>(shown.page, "helpSearch");
    QTest::keyClicks(search, QStringLiteral("tag"));
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(search->text().isEmpty());
    QCOMPARE(left.count(), 0);
    QTest::keyClick(search, Qt::Key_Escape);
    QCOMPARE(left.count(), 1);
}

void TestHelpPage::copiesACommand()
{
    Shown shown;
    shown.page.showTopic(QStringLiteral("edit-published.md"));
    auto *text = child<GuideBrowser>(shown.page, "helpText");
    const auto shownCommand = text->document()->find(QStringLiteral("--dry-run"));
    const auto command =
        QStringLiteral("modelcrate-cli edit localhost:5000/team/tiny:v1 --set descriptor.licenses=MIT --dry-run");
    QCOMPARE(text->commandAt(shownCommand), command);
    // What it prints belongs to it, other text to none.
    QCOMPARE(text->commandAt(text->document()->find(QStringLiteral("nothing was written"))), command);
    QVERIFY(text->commandAt(QTextCursor(text->document())).isEmpty());

    const auto at = text->cursorRect().center();
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, at, text->viewport()->mapToGlobal(at));
    QCoreApplication::sendEvent(text->viewport(), &asked);
    auto *copy = text->findChild<QAction *>(QStringLiteral("copyGuideCommand"));
    QVERIFY(copy);
    copy->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), text->shownCommands().first());
    QVERIFY(text->shownCommands().contains(command));
    qobject_cast<QMenu *>(copy->parent())->close();
}

void TestHelpPage::loadsNoPicture()
{
    const TestDir dir;
    QImage red(64, 64, QImage::Format_RGB32);
    red.fill(Qt::red);
    const auto path = QString::fromStdString((dir / "red.png").string());
    QVERIFY(red.save(path));
    GuideBrowser browser;
    browser.resize(400, 300);
    browser.setChapter({.name = {}, .title = {}, .markdown = QStringLiteral("![x](<%1>)\n").arg(path), .sections = {}});
    browser.show();
    const auto shown = browser.grab().toImage();
    for (int y = 0; y < shown.height(); ++y) {
        for (int x = 0; x < shown.width(); ++x)
            QVERIFY(shown.pixelColor(x, y) != QColor(Qt::red));
    }
}

void TestHelpPage::followsTheTheme()
{
    Shown shown;
    shown.page.showTopic(QStringLiteral("MP042"));
    auto *text = child<GuideBrowser>(shown.page, "helpText");
    const auto ground = [&] {
        return text->document()
            ->find(QStringLiteral("$ modelcrate-cli validate"))
            .currentFrame()
            ->frameFormat()
            .background()
            .color();
    };
    QTRY_VERIFY(topLine(shown.page).startsWith(QLatin1String("MP042 ")));
    const auto light = ground();
    Theme::instance().apply(ThemeMode::Dark);
    QVERIFY(ground() != light);
    QTRY_VERIFY(topLine(shown.page).startsWith(QLatin1String("MP042 ")));
    Theme::instance().apply(ThemeMode::Light);
}

void TestHelpPage::followsTheLanguage()
{
    Shown shown;
    shown.page.showTopic(QStringLiteral("MP042"));
    const auto english = items(shown.page);
    Translations translations;
    translations.use(Language::German);
    QTRY_VERIFY(items(shown.page) != english);
    QVERIFY(items(shown.page).contains(Guide(Language::German).chapters().last().title));
    QCOMPARE(shown.page.topic(), QStringLiteral("findings.md#MP042"));
    QCOMPARE(HelpPage(shown.prompts).topic(), QStringLiteral("index.md"));
    translations.use(Language::English);
    QTRY_COMPARE(items(shown.page), english);
}

QTEST_MAIN(TestHelpPage)

#include "tst_helppage.moc"
