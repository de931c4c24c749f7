// SPDX-License-Identifier: Apache-2.0
#include "ui/publish/activitybox.h"
#include "ui/publish/transferlog.h"

#include <string>
#include <vector>

#include <QLocale>
#include <QPlainTextEdit>
#include <QTest>
#include <QTextCursor>

using namespace modelcrate;

/// What happened in a transfer, from the samples of it.
class TestTransferLog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void tellsWhatBecomesOfALayer();
    void tellsWhyALayerWaits_data();
    void tellsWhyALayerWaits();
    void tellsOfEachAttempt();
    void tellsWhenNothingMoves();
    void tellsOfEachRun();
    void keepsTheNewest();
    void beginsAnewWithAnotherTransfer();
    void showsTheNewestFirst();
    void newLinesLeaveASelection();
    void holdsSoManyLines();
    void namesArePlain();
};

namespace {

const QDateTime noon(QDate(2026, 11, 3), QTime(12, 0, 5));

/// A transfer whose items a test changes, seen by a log.
struct Watched {
    explicit Watched(const std::vector<std::string> &names)
    {
        transfer.id = 7;
        transfer.state = TransferState::Running;
        see();
        for (const auto &name : names)
            transfer.progress.items.push_back({.name = name, .total = ByteCount(100)});
        see();
    }
    ProgressSnapshotItem &item(std::size_t index) { return transfer.progress.items[index]; }
    void see() { log.observe(transfer, noon); }
    void see(TransferState state)
    {
        transfer.state = state;
        see();
    }
    QStringList lines() const
    {
        QStringList lines;
        for (const auto &event : log.events())
            lines << eventText(event);
        return lines;
    }
    QString last() const { return lines().value(lines().size() - 1); }

    Transfer transfer;
    TransferLog log;
};

QString line(const char *text) { return QStringLiteral("12:00:05 ") + QString::fromUtf8(text); }

} // namespace

void TestTransferLog::tellsWhatBecomesOfALayer()
{
    Watched watched({"a.bin", "b.bin", "c.bin", "d.bin", "e.bin"});
    QCOMPARE(watched.lines(), QStringList{line("Started")}); // nothing of what only waits
    watched.item(0).state = ItemState::Skipped;
    watched.item(1).state = ItemState::Mounted;
    watched.item(2).state = ItemState::Active;
    watched.item(3).state = ItemState::Active;
    watched.see();
    watched.see(); // the same says nothing more
    watched.item(2).state = ItemState::Done;
    watched.item(3).state = ItemState::Failed;
    watched.item(4).state = ItemState::Failed; // it had not begun
    watched.see(TransferState::Failed);
    QCOMPARE(watched.lines(),
             (QStringList{line("Started"), line("Exists: a.bin"), line("Mounted: b.bin"), line("Uploaded: c.bin"),
                          line("Stopped: d.bin"), line("Failed")}));
    QCOMPARE(watched.log.count(), std::uint64_t(6));
}

void TestTransferLog::tellsWhyALayerWaits_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("says");
    QTest::newRow("cut") << static_cast<int>(ErrorCode::NetworkFailed) << 0 << line("Connection lost: a.bin");
    QTest::newRow("late") << static_cast<int>(ErrorCode::TimedOut) << 0 << line("No answer: a.bin");
    QTest::newRow("503") << static_cast<int>(ErrorCode::NetworkFailed) << 503 << line("Answered 503: a.bin");
    QTest::newRow("429") << static_cast<int>(ErrorCode::RateLimited) << 429 << line("Asked to wait: a.bin");
}

void TestTransferLog::tellsWhyALayerWaits()
{
    QFETCH(const int, code);
    QFETCH(const int, status);
    QFETCH(const QString, says);
    Watched watched({"a.bin"});
    watched.item(0).state = ItemState::Active;
    watched.item(0).wait = RetryWait{
        .attempt = 2, .attempts = 6, .code = static_cast<ErrorCode>(code), .httpStatus = status, .reason = "reset"};
    watched.see();
    QCOMPARE(watched.last(), says);
}

void TestTransferLog::tellsOfEachAttempt()
{
    Watched watched({"a.bin"});
    watched.item(0).state = ItemState::Active;
    watched.see();
    for (const int attempt : {1, 2}) { // the second wait comes before anybody saw that the first was over
        watched.item(0).wait = RetryWait{.attempt = attempt, .attempts = 6};
        watched.see();
        watched.see();
    }
    watched.item(0).wait.reset();
    watched.see();
    watched.item(0).state = ItemState::Done;
    watched.see();
    QCOMPARE(watched.lines(),
             (QStringList{line("Started"), line("Connection lost: a.bin"), line("Connection lost: a.bin"),
                          line("Retried: a.bin"), line("Uploaded: a.bin")}));
}

void TestTransferLog::tellsWhenNothingMoves()
{
    Watched watched({"a.bin", "b.bin"});
    watched.item(0).state = watched.item(1).state = ItemState::Active;
    watched.transfer.paces[1].stalledFor = std::chrono::seconds(6);
    watched.see();
    watched.transfer.paces[1].stalledFor = std::chrono::seconds(7);
    watched.see();
    watched.transfer.paces[1].stalledFor.reset();
    watched.see();
    QCOMPARE(watched.lines(), (QStringList{line("Started"), line("No data: b.bin"), line("Moves again: b.bin")}));
}

void TestTransferLog::tellsOfEachRun()
{
    Watched watched({"a.bin", "b.bin"});
    watched.item(0).state = ItemState::Done;
    watched.item(1).state = ItemState::Active;
    watched.see();
    watched.see(TransferState::Pausing);
    watched.item(1).state = ItemState::Failed;
    watched.see(TransferState::Paused);
    watched.see(TransferState::Waiting);
    watched.transfer.progress = {};
    watched.see(TransferState::Running);
    watched.transfer.progress.items = {{.name = "a.bin", .state = ItemState::Skipped},
                                       {.name = "b.bin", .state = ItemState::Done}};
    watched.see(TransferState::Done);
    QCOMPARE(watched.lines(),
             (QStringList{line("Started"), line("Uploaded: a.bin"), line("Stopped: b.bin"), line("Paused"),
                          line("Started"), line("Exists: a.bin"), line("Uploaded: b.bin"), line("Published")}));
}

void TestTransferLog::keepsTheNewest()
{
    constexpr std::size_t layers = 100'000;
    std::vector<std::string> names(layers);
    for (std::size_t i = 0; i < layers; ++i)
        names[i] = std::to_string(i);
    Watched watched(names);
    for (auto &item : watched.transfer.progress.items)
        item.state = ItemState::Skipped;
    watched.see();
    QCOMPARE(watched.log.events().size(), TransferLog::mostEvents);
    QCOMPARE(watched.log.count(), std::uint64_t(layers + 1));
    QCOMPARE(watched.last(), line("Exists: 99999"));
    watched.see(TransferState::Done);
    QCOMPARE(watched.log.events().size(), TransferLog::mostEvents);
    QCOMPARE(watched.last(), line("Published"));
}

void TestTransferLog::beginsAnewWithAnotherTransfer()
{
    Watched watched({"a.bin"});
    watched.item(0).state = ItemState::Done;
    watched.see();
    ActivityBox box;
    box.refresh(watched.log);
    watched.transfer = {};
    watched.transfer.id = 8;
    watched.see(TransferState::Running);
    watched.transfer.progress.items = {{.name = "x.bin", .state = ItemState::Done}};
    watched.see();
    QCOMPARE(watched.lines(), (QStringList{line("Started"), line("Uploaded: x.bin")}));
    // As many lines as before, and other ones.
    box.refresh(watched.log);
    QCOMPARE(box.findChild<QPlainTextEdit *>(QStringLiteral("publishActivity"))->toPlainText(),
             line("Uploaded: x.bin\n12:00:05 Started"));
}

void TestTransferLog::showsTheNewestFirst()
{
    Watched watched({"a.bin", "b.bin"});
    ActivityBox box;
    box.refresh(watched.log);
    const auto *text = box.findChild<QPlainTextEdit *>(QStringLiteral("publishActivity"));
    QVERIFY(text->isReadOnly());
    QVERIFY(!text->accessibleName().isEmpty());
    QCOMPARE(text->toPlainText(), line("Started"));
    watched.item(1).state = ItemState::Mounted;
    watched.see();
    box.refresh(watched.log);
    watched.item(0).state = ItemState::Done;
    watched.see(TransferState::Done);
    box.refresh(watched.log);
    QCOMPARE(text->toPlainText(),
             (QStringList{line("Published"), line("Uploaded: a.bin"), line("Mounted: b.bin"), line("Started")})
                 .join(QLatin1Char('\n')));
}

void TestTransferLog::newLinesLeaveASelection()
{
    Watched watched({"a.bin", "b.bin"});
    ActivityBox box;
    box.refresh(watched.log);
    auto *text = box.findChild<QPlainTextEdit *>(QStringLiteral("publishActivity"));
    text->selectAll();
    watched.item(1).state = ItemState::Mounted;
    watched.see();
    box.refresh(watched.log);
    QCOMPARE(text->textCursor().selectedText(), line("Started"));
    QCOMPARE(text->document()->blockCount(), 2);
}

void TestTransferLog::holdsSoManyLines()
{
    Watched watched({});
    ActivityBox box;
    const auto *text = box.findChild<QPlainTextEdit *>(QStringLiteral("publishActivity"));
    for (std::size_t i = 0; i < TransferLog::mostEvents + 50; ++i) {
        watched.see(i % 2 == 0 ? TransferState::Paused : TransferState::Running);
        box.refresh(watched.log);
    }
    QCOMPARE(text->document()->blockCount(), static_cast<int>(TransferLog::mostEvents));
    QVERIFY(text->toPlainText().endsWith(line(watched.log.events().front().kind == TransferEvent::Kind::Paused
                                                  ? "Paused"
                                                  : "Started")));
}

void TestTransferLog::namesArePlain()
{
    Watched watched({"<b>%1\x1b[31m\n.bin"});
    watched.item(0).state = ItemState::Done;
    watched.see();
    ActivityBox box;
    box.refresh(watched.log);
    const auto *text = box.findChild<QPlainTextEdit *>(QStringLiteral("publishActivity"));
    QCOMPARE(text->document()->blockCount(), 2);
    QVERIFY2(text->toPlainText().startsWith(line("Uploaded: <b>%1\\x1b[31m\\x0a.bin")),
             qPrintable(text->toPlainText()));
}

QTEST_MAIN(TestTransferLog)
#include "tst_transferlog.moc"
