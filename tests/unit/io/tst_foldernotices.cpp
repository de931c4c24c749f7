// SPDX-License-Identifier: Apache-2.0
#include "io/foldernotices.h"
#include "support/testing.h"

#include <filesystem>
#include <vector>

#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;
namespace fs = std::filesystem;

class TestFolderNotices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatComesAndGoes();
    void watchesMore();
    void passesOverWhatIsNotAFolder();
};

void TestFolderNotices::tellsWhatComesAndGoes()
{
    const TestDir dir;
    dir.write("a/one.txt", "1");
    dir.write("b/two.txt", "2");
    const std::vector<fs::path> folders{dir / "a", dir / "b"};
    const auto notices = FolderNotices::of(folders);
    QVERIFY(notices);
    QVERIFY(notices->isComplete());
    QVERIFY(!notices->take());

    dir.write("a/new.txt", "3");
    QVERIFY(notices->take());
    QVERIFY(!notices->take()); // it was taken
    fs::remove(dir / "b/two.txt");
    QVERIFY(notices->take());
    fs::rename(dir / "a/one.txt", dir / "a/other.txt");
    QVERIFY(notices->take());
    fs::permissions(dir / "a/other.txt", fs::perms::owner_read);
    QVERIFY(notices->take());

    dir.write("c/elsewhere.txt", "4");
    QVERIFY(!notices->take());
}

void TestFolderNotices::watchesMore()
{
    const TestDir dir;
    dir.write("a/one.txt", "1");
    auto notices = FolderNotices::of({});
    QVERIFY(notices);
    QVERIFY(notices->isComplete());
    QVERIFY(notices->add(dir / "a"));
    QVERIFY(notices->isComplete());
    dir.write("a/new.txt", "2");
    QVERIFY(notices->take());
    QVERIFY(!notices->add(dir / "gone"));
    QVERIFY(!notices->isComplete());
}

void TestFolderNotices::passesOverWhatIsNotAFolder()
{
    const TestDir dir;
    dir.write("a/one.txt", "1");
    const std::vector<fs::path> folders{dir / "gone", dir / "a/one.txt", dir / "a"};
    const auto notices = FolderNotices::of(folders);
    QVERIFY(notices);
    QVERIFY(!notices->isComplete());
    dir.write("a/new.txt", "2");
    QVERIFY(notices->take());
}

QTEST_GUILESS_MAIN(TestFolderNotices)
#include "tst_foldernotices.moc"
