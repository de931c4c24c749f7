// SPDX-License-Identifier: Apache-2.0
#include "support/gui/opened.h"
#include "support/gui/waiting.h"
#include "ui/package/folderrescan.h"

#include <filesystem>

#include <QSignalSpy>
#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestFolderRescan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesInWhatIsAskedForMeanwhile();
    void triesAgainWhatItWasToTakeIn();
};

namespace {

struct Open : Bench {
    Open()
    {
        for (const char *name : {"model/config.json", "model/.first", "model/.second"})
            dir.write(name, "{}\n");
        opened = std::make_unique<OpenDocument>(*this, "model");
        rescan = std::make_unique<FolderRescan>(opened->document, services);
    }
    bool has(const std::string &path) const { return opened->entry(path) < opened->document.state().size(); }
    bool waitUntilDone() const
    {
        return waitFor([this] { return !rescan->isRunning(); });
    }

    std::unique_ptr<OpenDocument> opened;
    std::unique_ptr<FolderRescan> rescan;
};

} // namespace

void TestFolderRescan::takesInWhatIsAskedForMeanwhile()
{
    Open open;
    QVERIFY(!open.has(".first"));
    open.rescan->start({".first"});
    open.rescan->start({".second"});
    QVERIFY(open.waitUntilDone());
    QVERIFY(open.has(".first"));
    QVERIFY(open.has(".second"));
}

void TestFolderRescan::triesAgainWhatItWasToTakeIn()
{
    Open open;
    QSignalSpy failed(open.rescan.get(), &FolderRescan::failed);
    std::filesystem::rename(open.dir / "model", open.dir / "away");
    open.rescan->start({".first"});
    QVERIFY(open.waitUntilDone());
    QCOMPARE(failed.count(), 1);
    std::filesystem::rename(open.dir / "away", open.dir / "model");
    open.rescan->retry();
    QVERIFY(open.waitUntilDone());
    QCOMPARE(failed.count(), 1);
    QVERIFY(open.has(".first"));
}

QTEST_MAIN(TestFolderRescan)

#include "tst_folderrescan.moc"
