// SPDX-License-Identifier: Apache-2.0
#include "support/gui/windowfixture.h"
#include "support/programs.h"
#include "ui/help/guide.h"
#include "ui/help/helppage.h"
#include "ui/package/packagedocument.h"
#include "ui/publish/publishpage.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QTest>
#include <QToolButton>

using namespace modelcrate;
using namespace modelcrate::testing;

/// The guide in the whole window: from where it opens, at what, and the way back.
class TestHelp : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void f1OpensTheChapterOfThePage();
    void everyPageHasAChapter();
    void escapeGoesBackToWhereItWas();
    void aProblemIsExplained();
    void aCheckIsExplained();
    void findSearchesTheGuide();
};

namespace {

void press(WindowFixture &fixture, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    auto *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : fixture.window.get(), key, modifiers);
}

/// A package whose weights are a pointer, which nobody may publish.
PackageTab *openPointer(WindowFixture &fixture, const TestDir &dir)
{
    makeModelFolder(dir, "m");
    dir.write("m/extra.safetensors",
              "version https://git-lfs.github.com/spec/v1\noid "
              "sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n");
    auto *package = fixture.open(dir / "m");
    if (!package || !waitFor([&] { return !package->problems().isEmpty(); }))
        qFatal("no problem");
    return package;
}

} // namespace

void TestHelp::f1OpensTheChapterOfThePage()
{
    const TestDir dir;
    WindowFixture fixture(dir);
    auto &help = fixture.window->helpPage();
    press(fixture, Qt::Key_F1);
    QCOMPARE(fixture.window->place(), MainWindow::Place::Help);
    QCOMPARE(help.topic(), QStringLiteral("index.md"));
    fixture.window->showPlace(MainWindow::Place::Registries);
    press(fixture, Qt::Key_F1);
    QCOMPARE(help.topic(), QStringLiteral("registries.md"));
    fixture.window->showPlace(MainWindow::Place::Transfers);
    press(fixture, Qt::Key_F1);
    QCOMPARE(help.topic(), QStringLiteral("first-publish.md#stops"));
}

void TestHelp::everyPageHasAChapter()
{
    const TestDir dir;
    makeModelFolder(dir, "m");
    WindowFixture fixture(dir);
    auto *package = fixture.open(dir / "m");
    QVERIFY(package);
    const Guide guide(Language::English);
    for (int page = 0; page < 5; ++page) {
        package->showPage(static_cast<PackageTab::Page>(page));
        QVERIFY2(guide.find(package->helpTopic()), qPrintable(package->helpTopic()));
    }
    package->showPublish();
    QVERIFY(guide.find(package->helpTopic()));
}

void TestHelp::escapeGoesBackToWhereItWas()
{
    const TestDir dir;
    makeModelFolder(dir, "m");
    WindowFixture fixture(dir);
    QVERIFY(fixture.open(dir / "m"));
    auto *filter = fixture.find<QLineEdit>("filterField");
    filter->setFocus();
    press(fixture, Qt::Key_F1);
    QCOMPARE(fixture.window->place(), MainWindow::Place::Help);
    QVERIFY(!filter->hasFocus());
    // Reading on does not change where it goes back to.
    press(fixture, Qt::Key_F1);
    QCOMPARE(fixture.window->helpPage().topic(), QStringLiteral("index.md"));
    press(fixture, Qt::Key_Escape);
    QCOMPARE(fixture.window->place(), MainWindow::Place::Packages);
    QVERIFY(filter->hasFocus());

    fixture.window->showPlace(MainWindow::Place::Settings);
    fixture.find<QToolButton>("helpPlace")->click();
    press(fixture, Qt::Key_Escape);
    QCOMPARE(fixture.window->place(), MainWindow::Place::Settings);
}

void TestHelp::aProblemIsExplained()
{
    const TestDir dir;
    WindowFixture fixture(dir);
    auto *explain = fixture.window->action(QStringLiteral("explainProblemAction"));
    QVERIFY(!explain->isEnabled());
    auto *package = openPointer(fixture, dir);
    auto *problems = fixture.find<QListWidget>("problemsList");
    QVERIFY(waitFor([&] { return problems->count() > 0 && problems->item(0)->text().contains(QLatin1String("LFS")); }));
    QVERIFY(problems->item(0)->text().endsWith(QLatin1String("MP042")));
    fixture.find<QToolButton>("problemsButton")->click();
    QVERIFY(!explain->isEnabled());
    problems->setCurrentRow(0);
    QVERIFY(explain->isEnabled());
    problems->setFocus();
    press(fixture, Qt::Key_F1);
    QCOMPARE(fixture.window->helpPage().topic(), QStringLiteral("findings.md#MP042"));
    press(fixture, Qt::Key_Escape);
    QVERIFY(problems->hasFocus());
    fixture.find<QToolButton>("explainProblemButton")->click();
    QCOMPARE(fixture.window->helpPage().topic(), QStringLiteral("findings.md#MP042"));

    // Without its package there is nothing to explain.
    fixture.window->showPlace(MainWindow::Place::Packages);
    QVERIFY(!package->document().isModified());
    fixture.window->action(QStringLiteral("closeTabAction"))->trigger();
    QVERIFY(!explain->isEnabled());
}

void TestHelp::aCheckIsExplained()
{
    const TestDir dir;
    WindowFixture fixture(dir);
    auto *package = openPointer(fixture, dir);
    package->showPublish();
    QToolButton *help = nullptr;
    QVERIFY(waitFor([&] {
        help = package->findChild<QToolButton *>(QStringLiteral("publishCheckHelp0"));
        return help && help->isVisible();
    }));
    QVERIFY(help->accessibleName().contains(QLatin1String("LFS")));
    help->click();
    QCOMPARE(fixture.window->helpPage().topic(), QStringLiteral("findings.md#MP042"));
    press(fixture, Qt::Key_Escape);
    QVERIFY(package->isPublishShown());
}

void TestHelp::findSearchesTheGuide()
{
    const TestDir dir;
    WindowFixture fixture(dir);
    auto *filter = fixture.window->action(QStringLiteral("filterAction"));
    QVERIFY(!filter->isEnabled());
    press(fixture, Qt::Key_F1);
    press(fixture, Qt::Key_F, Qt::ControlModifier);
    auto *search = fixture.find<QLineEdit>("helpSearch");
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, QStringLiteral("mp042"));
    press(fixture, Qt::Key_Return);
    QCOMPARE(fixture.window->helpPage().topic(), QStringLiteral("findings.md#MP042"));
    fixture.window->showPlace(MainWindow::Place::Packages);
    QVERIFY(!filter->isEnabled());
}

QTEST_MAIN(TestHelp)

#include "tst_help.moc"
