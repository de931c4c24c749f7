// SPDX-License-Identifier: Apache-2.0
#include "support/testing.h"
#include "ui/package/diskbar.h"
#include "ui/package/filesbanner.h"
#include "ui/package/filternote.h"
#include "ui/package/packagedocument.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QSignalSpy>
#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;

/// What stands above the list of files.
class TestFileBars : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().apply(ThemeMode::Light); }
    void theBannerSaysWhatIsThere();
    void theBannerCountsABundleOnceForEachKind();
    void theBannerKeepsItsButtonsWhileItSaysTheSame();
    void aDismissedBannerStaysAway();
    void theDiskBarCountsWhatIsInThePackage();
    void theNotePointsAtAMistake();
};

namespace {

/// Files that are on no disk; the last is a guess.
OpenedPackage opened(const std::vector<std::string> &paths)
{
    OpenedPackage opened;
    opened.package.root = "/models/m";
    for (const auto &path : paths) {
        opened.package.entries.push_back({.path = path, .file = path, .rule = "name:x"});
        opened.facts.push_back({.identity = FileIdentity{.inode = opened.facts.size() + 1, .size = 1_B}});
    }
    opened.package.entries.back().certainty = Certainty::Guess;
    return opened;
}

bool has(const InfoBar &bar, const char *text) { return bar.text().contains(QLatin1String(text)); }

QAbstractButton *button(const QWidget &bar, const char *name)
{
    return bar.findChild<QAbstractButton *>(QLatin1String(name));
}

} // namespace

void TestFileBars::theBannerSaysWhatIsThere()
{
    auto package = opened({"a.py", "b.py", "odd"});
    package.excluded.push_back({"deep/.git/", ExcludeReason::DefaultPattern, {}});
    PackageDocument document(std::move(package));
    document.setIncluded({0}, false);
    FilesBanner banner;
    banner.refresh(document, true);
    QVERIFY(!banner.isHidden());
    QVERIFY2(has(banner, "2 file") && has(banner, "2 layer"), qPrintable(banner.text()));
    QVERIFY2(has(banner, "2 left out: .git, a.py."), qPrintable(banner.text()));
    QSignalSpy review(&banner, &FilesBanner::reviewRequested);
    button(banner, "reviewButton")->click();
    QCOMPARE(review.count(), 1);
    QSignalSpy toggled(&banner, &FilesBanner::leftOutToggled);
    button(banner, "showLeftOutButton")->click();
    QCOMPARE(toggled.count(), 1);
}

void TestFileBars::theBannerCountsABundleOnceForEachKind()
{
    PackageDocument document(opened({"a.py", "b.py", "c.md", "odd"}));
    document.setKind({2}, LayerKind::Doc);
    document.setBundle({0, 1, 2}, "files");
    FilesBanner banner;
    banner.refresh(document, true);
    QVERIFY2(has(banner, "4 file") && has(banner, "3 layer"), qPrintable(banner.text()));
}

void TestFileBars::theBannerKeepsItsButtonsWhileItSaysTheSame()
{
    PackageDocument document(opened({"a.py", "odd"}));
    FilesBanner banner;
    banner.refresh(document, true);
    const auto *before = button(banner, "reviewButton");
    QVERIFY(before);
    banner.refresh(document, true);
    QCOMPARE(banner.findChildren<QAbstractButton *>(QStringLiteral("reviewButton")).size(), 1);
    QCOMPARE(button(banner, "reviewButton"), before);
}

void TestFileBars::aDismissedBannerStaysAway()
{
    PackageDocument document(opened({"a.py", "odd"}));
    FilesBanner banner;
    banner.refresh(document, true);
    button(banner, "infoBarDismiss")->click();
    document.setIncluded({0}, false);
    banner.refresh(document, true);
    QVERIFY(banner.isHidden());
}

void TestFileBars::theDiskBarCountsWhatIsInThePackage()
{
    PackageDocument document(opened({"a.py", "b.py", "odd"}));
    DiskBar bar;
    bar.refresh(document, 0);
    QVERIFY(bar.isHidden());
    document.setChangedOnDisk({0, 1});
    document.setIncluded({0}, false);
    bar.refresh(document, 2);
    QVERIFY(!bar.isHidden());
    QVERIFY2(has(bar, "1 file") && has(bar, "2 new file"), qPrintable(bar.text()));
    QSignalSpy wanted(&bar, &DiskBar::rescanRequested);
    button(bar, "rescanButton")->click();
    QCOMPARE(wanted.count(), 1);
    document.setIncluded({1}, false);
    bar.refresh(document, 0);
    QVERIFY(bar.isHidden());
}

void TestFileBars::theNotePointsAtAMistake()
{
    const auto tree = FileTree::make({"a.py", "b.txt"}, {});
    const auto items = std::make_shared<const std::vector<FileItem>>(2);
    const auto rowsOf = [&](const FileFilter &filter) {
        return computeFileRows({.tree = tree, .items = items, .filter = filter});
    };
    FilterNote note;
    note.refresh({}, std::nullopt, *rowsOf({}));
    QVERIFY(note.isHidden());

    const auto good = QStringLiteral("ext:py");
    note.refresh(good, std::nullopt, *rowsOf(std::get<FileFilter>(FileFilter::parse(good))));
    QVERIFY(!note.isHidden());
    QCOMPARE(note.text(), QStringLiteral("1 of 2 files"));

    const auto bad = QStringLiteral("ext:py lyer:x");
    const auto problem = std::get<FileFilter::Problem>(FileFilter::parse(bad));
    note.refresh(bad, problem, *rowsOf({}));
    QVERIFY(!note.isHidden());
    const auto lines = note.text().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0], bad);
    QCOMPARE(lines[1], QStringLiteral("       ^^^^^^"));
    QCOMPARE(note.accessibleName(), lines[2]); // signs that point are nothing to read out
}

QTEST_MAIN(TestFileBars)
#include "tst_filebars.moc"
