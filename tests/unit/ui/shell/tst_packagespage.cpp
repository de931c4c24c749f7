// SPDX-License-Identifier: Apache-2.0
#include "support/gui/bench.h"
#include "support/gui/waiting.h"
#include "support/programs.h"
#include "ui/package/packagedocument.h"
#include "ui/shell/autosave.h"
#include "ui/shell/packagespage.h"
#include "ui/widgets/theme.h"

#include <filesystem>
#include <memory>
#include <utility>

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>
#include <QUndoGroup>

using namespace modelcrate;
using namespace modelcrate::testing;

namespace {

QString text(const std::filesystem::path &path) { return QString::fromStdString(path.string()); }

/// A page with what outlives it, and a folder "tiny" to open.
struct Packages {
    Packages()
    {
        Theme::instance().apply(ThemeMode::Light);
        makeModelFolder(bench.dir, "tiny");
        makePage();
    }
    void makePage()
    {
        page = std::make_unique<PackagesPage>(bench.services, autosave, undoGroup);
        page->showCurrent();
    }
    PackageTab *openTiny()
    {
        page->open(text(bench.dir / "tiny"));
        return waitFor([this] { return page->currentPackage(); }) ? page->currentPackage() : nullptr;
    }

    Bench bench;
    Autosave autosave{bench.services, bench.dir / "autosave"};
    QUndoGroup undoGroup;
    std::unique_ptr<PackagesPage> page; ///< last: it looks at the others
};

} // namespace

class TestPackagesPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensWhatIsNotOpen();
    void saysWhatCannotBeOpened();
    void anotherPageGoesOn();
    void savesAndCloses();
    void asksBeforeEditsGo();
};

void TestPackagesPage::opensWhatIsNotOpen()
{
    Packages packages;
    QSignalSpy wanted(packages.page.get(), &PackagesPage::showRequested);
    QSignalSpy opened(packages.page.get(), &PackagesPage::packageOpened);
    QVERIFY(!packages.undoGroup.activeStack());
    auto *tiny = packages.openTiny();
    QVERIFY(tiny);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(packages.undoGroup.stacks(), QList<QUndoStack *>{&tiny->document().undoStack()});
    QCOMPARE(packages.page->openTabs().size(), 1);
    QCOMPARE(packages.page->openTabs().front().title, QStringLiteral("tiny"));
    QVERIFY(packages.page->publishedPlace().isEmpty());

    packages.page->open(text(packages.bench.dir / "tiny"));
    QCOMPARE(packages.page->openTabs().size(), 1);
    QCOMPARE(wanted.count(), 2);
}

void TestPackagesPage::saysWhatCannotBeOpened()
{
    Packages packages;
    QSignalSpy failed(packages.page.get(), &PackagesPage::openFailed);
    const auto missing = text(packages.bench.dir / "missing");
    packages.page->open(missing);
    QVERIFY(waitFor([&] { return failed.count() == 1; }));
    QCOMPARE(failed.front().front().toString(), missing);
    QCOMPARE(packages.page->openTabs().size(), 1); // its tab says why
    QVERIFY(packages.page->packages().isEmpty());
    packages.page->closeCurrent();
    QVERIFY(packages.page->openTabs().isEmpty());
}

void TestPackagesPage::anotherPageGoesOn()
{
    Packages packages;
    auto *tiny = packages.openTiny();
    QVERIFY(tiny);
    const auto *document = &tiny->document();
    tiny->document().setField("descriptor.title", "A title");

    QVERIFY(!packages.page->isBusy());
    auto content = packages.page->takeContent();
    packages.page.reset();
    QCOMPARE(packages.undoGroup.stacks().size(), 1);
    packages.makePage();
    packages.page->restore(std::move(content));
    packages.page->showCurrent();
    QVERIFY(packages.page->currentPackage());
    QCOMPARE(&packages.page->currentPackage()->document(), document);
    QVERIFY(packages.page->currentPackage()->document().undoStack().canUndo());

    packages.page.reset();
    QVERIFY(packages.undoGroup.stacks().isEmpty());
}

void TestPackagesPage::savesAndCloses()
{
    Packages packages;
    auto *tiny = packages.openTiny();
    QVERIFY(tiny);
    tiny->document().setField("descriptor.title", "A title");
    QSignalSpy saved(packages.page.get(), &PackagesPage::saved);
    const auto file = packages.bench.dir / "tiny.modelcrate.json";
    packages.bench.prompts.answerPath(text(packages.bench.dir / "tiny"));
    packages.page->saveCurrent(); // it is saved nowhere yet
    QVERIFY(waitFor([&] { return saved.count() == 1; }));
    QCOMPARE(saved.front().front().toString(), text(file));
    QVERIFY(waitFor([&] { return !packages.page->isSaving(); }));
    QVERIFY(std::filesystem::exists(file));
    QCOMPARE(tiny->document().file(), text(file));

    QSignalSpy changed(packages.page.get(), &PackagesPage::currentChanged);
    packages.page->closeCurrent();
    QVERIFY(packages.page->packages().isEmpty());
    QVERIFY(changed.count() > 0);
    QVERIFY(!packages.undoGroup.activeStack());
}

void TestPackagesPage::asksBeforeEditsGo()
{
    Packages packages;
    auto *tiny = packages.openTiny();
    QVERIFY(tiny);
    tiny->document().setField("descriptor.title", "A title");
    const int stay = 2;
    const int discard = 1;
    packages.bench.prompts.answerChoice(stay);
    packages.page->closeCurrent();
    QVERIFY(waitFor([&] { return !packages.bench.prompts.hasAnswersLeft(); }));
    QCoreApplication::processEvents(); // the answer comes from the event loop
    QCOMPARE(packages.page->packages().size(), 1);
    packages.bench.prompts.answerChoice(discard);
    packages.page->closeCurrent();
    QVERIFY(waitFor([&] { return packages.page->packages().isEmpty(); }));
    QCOMPARE(packages.bench.prompts.questions().size(), 2);
}

QTEST_MAIN(TestPackagesPage)
#include "tst_packagespage.moc"
