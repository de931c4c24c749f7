// SPDX-License-Identifier: Apache-2.0
#include "support/gui/waiting.h"
#include "support/testing.h"
#include "ui/jobs/jobrunner.h"
#include "ui/shell/dropoverlay.h"

#include <QCoreApplication>
#include <QDragEnterEvent>
#include <QDragLeaveEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>
#include <QWidget>

using namespace modelcrate;
using namespace modelcrate::testing;

namespace {

QString text(const std::filesystem::path &path) { return QString::fromStdString(path.string()); }

/// A window that something is dragged over.
struct Dragged {
    explicit Dragged(const std::filesystem::path &path)
    {
        data.setUrls({QUrl::fromLocalFile(text(path))});
        window.resize(400, 300);
        window.show();
    }
    ~Dragged() { leave(); } // Qt remembers what is dragged over
    Q_DISABLE_COPY_MOVE(Dragged)

    void enter()
    {
        QDragEnterEvent event(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window, &event);
    }
    bool mayFall()
    {
        QDragMoveEvent event(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        event.ignore();
        QCoreApplication::sendEvent(&window, &event);
        return event.isAccepted();
    }
    bool fall()
    {
        QDropEvent event(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window, &event);
        return event.isAccepted();
    }
    void leave()
    {
        QDragLeaveEvent event;
        QCoreApplication::sendEvent(&window, &event);
    }
    bool isJudged()
    {
        return waitFor([this] { return overlay.verdict().isFinal; });
    }

    const QPoint at{50, 50};
    QMimeData data;
    JobRunner jobs;
    QWidget window;
    DropOverlay overlay{&window, jobs};
    QSignalSpy dropped{&overlay, &DropOverlay::dropped};
    QSignalSpy refused{&overlay, &DropOverlay::refused};
};

} // namespace

class TestDropOverlay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesAFolder();
    void refusesAFile();
    void goesWithWhatIsCarriedAway();
    void coversItsWindow();
};

void TestDropOverlay::takesAFolder()
{
    const TestDir dir;
    Dragged folder(dir.path());
    QVERIFY(folder.window.acceptDrops());
    folder.enter();
    QVERIFY(folder.overlay.isVisible());
    QVERIFY(folder.isJudged());
    QVERIFY(folder.mayFall());
    QVERIFY(folder.fall());
    QVERIFY(!folder.overlay.isVisible());
    QCOMPARE(folder.dropped.count(), 1);
    QCOMPARE(folder.dropped.front().front().toString(), text(dir.path()));
    QCOMPARE(folder.refused.count(), 0);
}

void TestDropOverlay::refusesAFile()
{
    const TestDir dir;
    Dragged file(dir.write("weights.bin", "w"));
    file.enter();
    QVERIFY(file.isJudged());
    QVERIFY(!file.mayFall());
    // A platform may let it fall all the same.
    QVERIFY(!file.fall());
    QVERIFY(!file.overlay.isVisible());
    QCOMPARE(file.dropped.count(), 0);
    QCOMPARE(file.refused.count(), 1);
    QCOMPARE(file.refused.front().front().toString(), file.overlay.verdict().reason);
    QVERIFY(!file.overlay.verdict().reason.isEmpty());
}

void TestDropOverlay::goesWithWhatIsCarriedAway()
{
    const TestDir dir;
    Dragged folder(dir.path());
    folder.enter();
    QVERIFY(folder.isJudged());
    folder.leave();
    QVERIFY(!folder.overlay.isVisible());
    QCOMPARE(folder.dropped.count(), 0);
    QCOMPARE(folder.refused.count(), 0);
}

void TestDropOverlay::coversItsWindow()
{
    const TestDir dir;
    Dragged folder(dir.path());
    folder.enter();
    QCOMPARE(folder.overlay.geometry(), folder.window.rect());
    folder.window.resize(600, 500);
    QVERIFY(waitFor([&] { return folder.overlay.geometry() == folder.window.rect(); }));
}

QTEST_MAIN(TestDropOverlay)
#include "tst_dropoverlay.moc"
