// SPDX-License-Identifier: Apache-2.0
#include "support/gui/bench.h"
#include "support/gui/waiting.h"
#include "ui/publish/interruptbox.h"
#include "ui/publish/publishsituation.h"
#include "ui/publish/queuebox.h"
#include "ui/publish/runningside.h"
#include "ui/publish/timebox.h"
#include "ui/publish/transferlog.h"
#include "ui/text/convert.h"
#include "ui/text/numbers.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/theme.h"

#include <atomic>
#include <memory>

#include <QElapsedTimer>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;

/// What stands beside a transfer: each statement follows from what the queue and the target's profile say.
class TestRunningSide : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void timeIsAboutAndNamesItsRate();
    void timeNamesItsCondition();
    void timeIsNotKnownWhileNothingMoves();
    void timeOfEachState();
    void timeNamesWhatNobodyKnows();
    void timeChangesOnceASecond();
    void queueNamesWhatWaits();
    void queueSaysWhatComesBefore();
    void queueOfAFew();
    void interruptionsByTarget();
    void interruptionsOfAQueueThatIsNotKept();
    void showsWhatIsTrueInEachPhase();
};

namespace {

Location target(const char *text) { return parseTarget(text).value(); }

/// A transfer of three layers of 100 MB, of which the first moves.
struct Sending {
    Sending()
    {
        transfer.id = 1;
        transfer.state = TransferState::Running;
        for (const auto *name : {"a.bin", "b.bin", "c.bin"})
            transfer.progress.items.push_back({.name = name, .total = ByteCount(100'000'000)});
        item(0).state = ItemState::Active;
        item(0).done = ByteCount(40'000'000);
        transfer.rate = 1'000'000;
        transfer.timeLeft = std::chrono::seconds(260);
        now.phase = PublishPhase::Sending;
        now.problems = &problems;
        now.transfer = &transfer;
        now.sentTo = target("ghcr.io/acme/model:v1");
    }
    Sending(const Sending &) = delete;
    Sending &operator=(const Sending &) = delete;
    ProgressSnapshotItem &item(std::size_t index) { return transfer.progress.items[index]; }
    QString text() const { return TimeBox::wordsFor(now).text; }
    QString note() const { return TimeBox::wordsFor(now).note; }

    Transfer transfer;
    std::vector<CheckList::Check> problems;
    PublishSituation now;
};

TransferRequestRecord request(TransferRequestRecord::Kind kind, const char *title, const char *place)
{
    TransferRequestRecord record;
    record.kind = kind;
    record.title = QString::fromLatin1(title);
    (kind == TransferRequestRecord::Kind::Pull ? record.source : record.target) = place;
    if (kind == TransferRequestRecord::Kind::Pull)
        record.target = "/nowhere";
    return record;
}

/// Transfers that freeze their package until they are let go: so they wait, whatever there is room for.
struct HeldBench : Bench {
    HeldBench() = default;
    HeldBench(const HeldBench &) = delete;
    HeldBench &operator=(const HeldBench &) = delete;
    ~HeldBench() { *isHeld = false; }
    qint64 add(TransferRequestRecord record)
    {
        return transfers.add(std::move(record), [isHeld = isHeld] {
            waitUntil([&] { return !isHeld->load(); });
            return std::string("{}");
        });
    }
    std::shared_ptr<std::atomic<bool>> isHeld = std::make_shared<std::atomic<bool>>(true);
};

QString textOf(const QWidget &widget, const char *name)
{
    const auto *label = widget.findChild<QLabel *>(QLatin1String(name));
    return label && !label->isHidden() ? label->text() : QString();
}

QStringList namesIn(const QueueBox &box)
{
    QStringList names;
    for (int i = 0; const auto *label = box.findChild<ElidedLabel *>(QStringLiteral("publishQueued%1").arg(i)); ++i) {
        if (!label->isHidden())
            names << label->text();
    }
    return names;
}

} // namespace

void TestRunningSide::initTestCase()
{
    Theme::instance().apply(ThemeMode::Light);
    QLocale::setDefault(QLocale::c());
    setSizeUnits(SizeUnits::Si);
}

void TestRunningSide::timeIsAboutAndNamesItsRate()
{
    const Sending sending;
    QCOMPARE(sending.text(), QStringLiteral("About %1 left at %2.")
                                 .arg(formatDuration(std::chrono::seconds(260)), formatRate(1'000'000)));
    QCOMPARE(sending.note(), QString());
}

void TestRunningSide::timeNamesItsCondition()
{
    Sending sending;
    sending.item(1).state = ItemState::Active;
    sending.item(1).wait = RetryWait{.attempt = 1, .attempts = 6};
    // 60 MB of the one that moves and 100 MB of the one that waits for its turn are left.
    QVERIFY2(sending.text().contains(QStringLiteral("if the 1 stopped layer")), qPrintable(sending.text()));
    QVERIFY2(sending.note().contains(formatDuration(std::chrono::seconds(161))), qPrintable(sending.note()));
    sending.item(2).state = ItemState::Active;
    sending.transfer.paces[2].stalledFor = std::chrono::seconds(6);
    QVERIFY2(sending.text().contains(QStringLiteral("if the 2 stopped layer")), qPrintable(sending.text()));
    QVERIFY2(sending.note().contains(formatDuration(std::chrono::seconds(61))), qPrintable(sending.note()));
    sending.item(0).state = ItemState::Done;
    QCOMPARE(sending.note(), QStringLiteral("Nothing else is left to be sent."));
}

void TestRunningSide::timeIsNotKnownWhileNothingMoves()
{
    Sending sending;
    sending.transfer.rate.reset();
    sending.transfer.timeLeft.reset();
    QCOMPARE(sending.text(), QStringLiteral("Known once something is sent."));
    sending.transfer.stalledFor = std::chrono::seconds(6);
    QCOMPARE(sending.text(),
             QStringLiteral("Not known while nothing moves. %1 are left.").arg(formatBytes(ByteCount(260'000'000))));
    sending.transfer.stalledFor.reset();
    sending.item(0).wait = RetryWait{.attempt = 1, .attempts = 6};
    QVERIFY(sending.text().startsWith(QStringLiteral("Not known while nothing moves.")));
}

void TestRunningSide::timeOfEachState()
{
    Sending sending;
    sending.now.flow.left = ByteCount(5'000'000);
    sending.transfer.state = TransferState::Waiting;
    QCOMPARE(sending.text(), QStringLiteral("Known once it is its turn."));
    sending.transfer.state = TransferState::Pausing;
    QCOMPARE(sending.text(), QStringLiteral("It is about to pause."));
    sending.transfer.state = TransferState::Canceling;
    QCOMPARE(sending.text(), QStringLiteral("It is about to end."));
    sending.transfer.state = TransferState::Paused;
    QCOMPARE(sending.text(), QStringLiteral("Nothing is sent until it is resumed. %1 are left.")
                                 .arg(formatBytes(ByteCount(5'000'000))));
}

void TestRunningSide::timeNamesWhatNobodyKnows()
{
    Sending sending;
    sending.now.flow.unsized = 2;
    QVERIFY2(sending.note().startsWith(QStringLiteral("2 layer")), qPrintable(sending.note()));
}

void TestRunningSide::timeChangesOnceASecond()
{
    Sending sending;
    TimeBox box;
    box.refresh(sending.now);
    const auto first = textOf(box, "publishTime");
    QCOMPARE(first, sending.text());
    QElapsedTimer timer;
    timer.start();
    sending.transfer.timeLeft = std::chrono::seconds(7200);
    box.refresh(sending.now);
    if (timer.elapsed() < 900) // on a machine that was not asleep
        QCOMPARE(textOf(box, "publishTime"), first);
    QVERIFY(waitFor([&] {
        box.refresh(sending.now);
        return textOf(box, "publishTime") == sending.text();
    }));
    // What the transfer does is said at once.
    sending.transfer.state = TransferState::Pausing;
    box.refresh(sending.now);
    QCOMPARE(textOf(box, "publishTime"), QStringLiteral("It is about to pause."));
}

void TestRunningSide::queueNamesWhatWaits()
{
    using Kind = TransferRequestRecord::Kind;
    HeldBench bench;
    const auto own = bench.add(request(Kind::Publish, "own", "store:own:v1"));
    QueueBox box(bench.transfers);
    box.setTransfer(own);
    QCOMPARE(textOf(box, "publishQueue"), QStringLiteral("No transfer waits behind this one."));
    QCOMPARE(namesIn(box), QStringList());

    const auto edit = bench.add(request(Kind::Edit, "a&b", "store:x:v1"));
    bench.add(request(Kind::Publish, "whisper", "store:whisper:v1"));
    QVERIFY2(textOf(box, "publishQueue").startsWith(QStringLiteral("2 transfer")),
             qPrintable(textOf(box, "publishQueue")));
    QCOMPARE(namesIn(box), (QStringList{QStringLiteral("Edit a&b"), QStringLiteral("Publish whisper")}));
    for (int i = 0; i < 4; ++i)
        bench.add(request(Kind::Publish, "", "store:more:v1"));
    QCOMPARE(namesIn(box).size(), 4);
    QCOMPARE(namesIn(box).back(), QStringLiteral("Publish store:more:v1"));
    QVERIFY(textOf(box, "publishQueuedMore").contains(QLatin1Char('2')));
    // What is paused is not in line.
    bench.transfers.pause(edit);
    QCOMPARE(namesIn(box).front(), QStringLiteral("Publish whisper"));
    QVERIFY(textOf(box, "publishQueuedMore").contains(QLatin1Char('1')));

    box.resize(320, 300);
    box.show();
    QSignalSpy opened(&box, &QueueBox::openTransfersRequested);
    QTest::mouseClick(box.findChild<QPushButton *>(QStringLiteral("publishOpenTransfers")), Qt::LeftButton);
    QCOMPARE(opened.count(), 1);
}

void TestRunningSide::queueSaysWhatComesBefore()
{
    using Kind = TransferRequestRecord::Kind;
    HeldBench bench;
    const auto first = bench.add(request(Kind::Publish, "first", "store:first:v1"));
    const auto own = bench.add(request(Kind::Publish, "own", "store:own:v1"));
    QueueBox box(bench.transfers);
    box.setTransfer(own);
    const auto text = textOf(box, "publishQueue");
    QVERIFY2(text.startsWith(QStringLiteral("1 transfer")), qPrintable(text));
    QVERIFY2(text.endsWith(QStringLiteral("No transfer waits behind this one.")), qPrintable(text));
    bench.transfers.moveUp(own);
    QVERIFY2(textOf(box, "publishQueue").startsWith(QStringLiteral("1 transfer")),
             qPrintable(textOf(box, "publishQueue")));
    QCOMPARE(namesIn(box), QStringList{QStringLiteral("Publish first")});
    bench.transfers.cancel(first);
    QCOMPARE(textOf(box, "publishQueue"), QStringLiteral("No transfer waits behind this one."));
}

/// Wherever they stand in the list, those that wait get their turn after the one that runs.
void TestRunningSide::queueOfAFew()
{
    using Kind = TransferRequestRecord::Kind;
    HeldBench bench;
    bench.add(request(Kind::Publish, "first", "store:first:v1"));
    const auto own = bench.transfers.add(request(Kind::Pull, "own", "127.0.0.1:1/a:v1"));
    QVERIFY(bench.transfers.find(own)->isRunning());
    QueueBox box(bench.transfers);
    box.setTransfer(own);
    QCOMPARE(namesIn(box), QStringList{QStringLiteral("Publish first")});
}

void TestRunningSide::interruptionsByTarget()
{
    Sending sending;
    const auto about = [&](const char *place) {
        sending.now.sentTo = target(place);
        const auto facts = InterruptBox::factsOf(sending.now, true);
        return facts.size() == 3 ? facts.back() : CheckList::Check{};
    };
    QCOMPARE(about("ghcr.io/acme/model:v1").title, QStringLiteral("ghcr.io may drop half a layer"));
    QVERIFY(about("ghcr.io/acme/model:v1").verdict == CheckList::Verdict::Note);
    QCOMPARE(about("europe-docker.pkg.dev/acme/model:v1").title,
             QStringLiteral("europe-docker.pkg.dev takes a layer in one piece"));
    QCOMPARE(about("store:model:v1").title, QStringLiteral("A layer that is half written"));
    QCOMPARE(about("oci:/tmp/model:v1").title, QStringLiteral("A layer that is half written"));
}

void TestRunningSide::interruptionsOfAQueueThatIsNotKept()
{
    const Sending sending;
    for (const auto &fact : InterruptBox::factsOf(sending.now, true))
        QVERIFY(fact.verdict == CheckList::Verdict::Passed || fact.verdict == CheckList::Verdict::Note);
    const auto facts = InterruptBox::factsOf(sending.now, false);
    QVERIFY(facts[1].verdict == CheckList::Verdict::Warning);
    InterruptBox box;
    box.refresh(sending.now, true);
    QCOMPARE(textOf(box, "publishInterruptHeading"), QStringLiteral("This is safe to interrupt"));
    box.refresh(sending.now, false);
    QCOMPARE(textOf(box, "publishInterruptHeading"), QStringLiteral("If this is interrupted"));
}

void TestRunningSide::showsWhatIsTrueInEachPhase()
{
    Bench bench;
    RunningSide side(bench.services);
    Sending sending;
    TransferLog log;
    const auto *time = side.findChild<TimeBox *>();
    const auto *queue = side.findChild<QueueBox *>();
    const auto *interrupt = side.findChild<InterruptBox *>();
    side.refresh(sending.now, log);
    QVERIFY(!time->isHidden() && !queue->isHidden() && !interrupt->isHidden());
    sending.transfer.state = TransferState::Canceling;
    side.refresh(sending.now, log);
    QVERIFY(interrupt->isHidden()); // it has been
    sending.now.phase = PublishPhase::Stopped;
    sending.transfer.state = TransferState::Paused;
    side.refresh(sending.now, log);
    QVERIFY(!time->isHidden() && queue->isHidden() && !interrupt->isHidden());
    sending.transfer.state = TransferState::Canceled;
    side.refresh(sending.now, log);
    QVERIFY(time->isHidden() && queue->isHidden() && interrupt->isHidden());
}

QTEST_MAIN(TestRunningSide)
#include "tst_runningside.moc"
