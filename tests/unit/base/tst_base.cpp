// SPDX-License-Identifier: Apache-2.0
#include "base/bytecount.h"
#include "base/error.h"
#include "base/parallel.h"
#include "base/retry.h"
#include "base/text.h"
#include "base/time.h"
#include "io/json.h"
#include "support/testing.h"

#include <atomic>
#include <cerrno>
#include <system_error>
#include <thread>

#include <QElapsedTimer>
#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestBase : public QObject {
    Q_OBJECT

private slots:
    void countsSaturate();
    void splitsAndJoins();
    void messagesKeepTheirPattern();
    void messagesAreMadeAnew();
    void failedCallsAreMessages();
    void encodesBase64();
    void escapesHostileText();
    void redactsUrls();
    void waitsBetweenAttempts();
    void readsRetryAfter();
    void judgesTimes();
    void progressAddsUp();
    void ratesAreHonest();
    void limitsRates();
    void saysWhatIsWaitedFor();
    void endsAWaitWhenAsked();
    void parallelStopsAtTheFirstError();
    void sleepingEndsEarly();
};

void TestBase::countsSaturate()
{
    const ByteCount most(INT64_MAX);
    QVERIFY(most + 1_B == most);
    QVERIFY(1_B - 2_B == ByteCount());
    QCOMPARE(formatIec(812_B), std::string("812 B"));
    QCOMPARE(formatIec(ByteCount(1610612736)), std::string("1.5 GiB"));
}

void TestBase::splitsAndJoins()
{
    QCOMPARE(split("a,,b", ',').size(), std::size_t(3));
    QCOMPARE(split("", ',').size(), std::size_t(1));
    QCOMPARE(join({"a", "b"}, ", "), std::string("a, b"));
    QCOMPARE(cat("n ", 12, 'x', std::string("y")), std::string("n 12xy"));
    QVERIFY(parseDecimal("18446744073709551615").has_value());
    for (const char *text : {"", "-1", "+1", " 1", "1x", "18446744073709551616"})
        QVERIFY2(!parseDecimal(text), text);
}

void TestBase::messagesKeepTheirPattern()
{
    const auto reason = Message::of("%1 is larger than %2 bytes", "%2 a.bin", 12);
    const auto message = Message::of("cannot open %1: %2", std::string("x"), reason);
    QCOMPARE(message.text(), std::string("cannot open x: %2 a.bin is larger than 12 bytes"));
    QVERIFY(message.pattern() == "cannot open %1: %2");
    QCOMPARE(message.parts().size(), std::size_t(2));
    QVERIFY(message.parts()[0].pattern().empty());
    QVERIFY(message.parts()[1].pattern() == "%1 is larger than %2 bytes");
    QVERIFY(Message("somebody's %1").pattern().empty());
    // Reads and compares as its text.
    QVERIFY(message == "cannot open x: %2 a.bin is larger than 12 bytes");
    QVERIFY(message == message.text());
    QVERIFY(message == Message(message.text()));
    QCOMPARE(cat(Message::of("n %1", 1), ';'), std::string("n 1;"));
    QCOMPARE(fillPlaces("%2 %1 %3 % %0", {"a", "%1"}), std::string("%1 a %3 % %0"));
}

void TestBase::messagesAreMadeAnew()
{
    std::string pattern = "read %1 of %2";
    const auto message = Message::remade(pattern, {Message("1"), Message::of("%1 bytes", 2)});
    const auto again = Message::remade(pattern, {});
    pattern.assign(pattern.size(), 'x');
    QVERIFY(message == "read 1 of 2 bytes");
    QVERIFY(message.pattern() == "read %1 of %2");
    QVERIFY(message.pattern().data() == again.pattern().data()); // kept once
    QVERIFY(again == "read %1 of %2");
}

void TestBase::failedCallsAreMessages()
{
    const auto error = systemError(ENOSPC, Message::of("cannot write %1", "/x"));
    QVERIFY(error.code() == ErrorCode::NoSpace);
    QCOMPARE(error.message(), std::string("cannot write /x: No space left on device"));
    QVERIFY(error.wording().parts().at(0).pattern() == "cannot write %1");
    QVERIFY(error.wording().parts().at(1).pattern() == "No space left on device");
    // One that is not said in other languages is the system's text.
    QVERIFY(systemError(EXDEV, Message::of("cannot move it")).wording().parts().at(1).pattern().empty());
    // Each is what the C library says.
    for (const int value : {EPERM, ENOENT, EIO, EACCES, EBUSY, EEXIST, ENOTDIR, EISDIR, EMFILE, EFBIG, ENOSPC, EROFS,
                            ENAMETOOLONG, ENOTEMPTY, ELOOP, ESTALE, EDQUOT, ETIMEDOUT}) {
        const auto reason = systemError(value, "x").wording().parts().at(1);
        QVERIFY(!reason.pattern().empty());
        QCOMPARE(reason.text(), std::error_code(value, std::generic_category()).message());
    }
}

void TestBase::encodesBase64()
{
    for (const auto &[plain, coded] : {std::pair("", ""), std::pair("f", "Zg=="), std::pair("fo", "Zm8="),
                                       std::pair("foo", "Zm9v"), std::pair("foob", "Zm9vYg==")}) {
        QCOMPARE(base64Encode(plain), std::string(coded));
        QCOMPARE(base64Decode(coded), std::optional<std::string>(plain));
    }
    for (const char *text : {"Zg", "Zg=", "Z===", "Zm9v\n", "????"})
        QVERIFY2(!base64Decode(text), text);
}

void TestBase::escapesHostileText()
{
    // MAN-15: nothing that a terminal or a bidi engine acts on
    const auto shown = escapeForDisplay("a\x1b[31mred\x07\n\xe2\x80\xae"
                                        "evil\xff 模型");
    QVERIFY(shown.find('\x1b') == std::string::npos && shown.find('\n') == std::string::npos);
    QVERIFY(shown.find("\xe2\x80\xae") == std::string::npos);
    QVERIFY(shown.find("模型") != std::string::npos);
    QVERIFY(escapeForDisplay(std::string(1 << 20, 'x')).size() < 5000);
}

void TestBase::redactsUrls()
{
    const auto shown = redactUrl("https://user:pw@cdn.example/blob?X-Amz-Signature=abc&sig=def");
    for (const char *secret : {"pw", "user", "abc", "def"})
        QVERIFY2(shown.find(secret) == std::string::npos, shown.c_str());
    QVERIFY(shown.find("cdn.example/blob") != std::string::npos);
}

void TestBase::waitsBetweenAttempts()
{
    const RetryPolicy policy;
    QCOMPARE(retryDelay(policy, 0, 1.0).count(), 500);
    QCOMPARE(retryDelay(policy, 3, 1.0).count(), 4000);
    QCOMPARE(retryDelay(policy, 60, 1.0).count(), 60'000);
    QCOMPARE(retryDelay(policy, 0, 0.0).count(), 0);
    QCOMPARE(retryDelay(policy, 0, 0.0, std::chrono::seconds(7)).count(), 7000);
}

void TestBase::readsRetryAfter()
{
    const auto now = std::chrono::system_clock::from_time_t(1'700'000'000);
    QCOMPARE(parseRetryAfter("120", now)->count(), 120);
    QCOMPARE(parseRetryAfter("Tue, 14 Nov 2023 22:14:20 GMT", now)->count(), 60);
    QCOMPARE(parseRetryAfter("Tue, 14 Nov 2000 22:14:20 GMT", now)->count(), 0);
    QCOMPARE(parseRetryAfter("Wed, 21 Oct 1013 07:28:00 GMT", now)->count(), 0);
    QVERIFY(parseRetryAfter("Wed, 21 Oct 9013 07:28:00 GMT", now)->count() > 0);
    for (const char *text : {"", "-5", "soon", "99999999999999999999", "1.5"})
        QVERIFY2(!parseRetryAfter(text, now), text);
}

void TestBase::judgesTimes()
{
    const auto table = parseJson(readFile(vectorFile("derived/table-datetime.json")));
    VERIFY_RESULT(table);
    for (const auto &row : *table->asArray()) {
        const auto &verdict = row.text("verdict");
        const auto expected = verdict == "valid" ? DateTimeVerdict::Valid
            : verdict == "invalid"               ? DateTimeVerdict::Invalid
                                                 : DateTimeVerdict::Odd;
        QVERIFY2(judgeDateTime(row.text("text")) == expected, row.text("text").c_str());
    }
    QCOMPARE(formatDateTime(*parseDateTime("2026-01-02T05:04:05.9+02:00")), std::string("2026-01-02T03:04:05Z"));
    QCOMPARE(formatDateTime(std::chrono::sys_seconds()), std::string("1970-01-01T00:00:00Z"));
}

void TestBase::progressAddsUp()
{
    ProgressBoard board;
    auto first = board.add("first", 100_B);
    auto second = board.add("second", 50_B);
    first.setActive();
    first.advance(60_B);
    first.rewind(10_B);
    second.finish(ItemState::Skipped);
    auto snapshot = board.snapshot();
    QVERIFY(snapshot.done == 100_B && snapshot.total == 150_B && snapshot.moved == 60_B);
    QVERIFY(snapshot.toSend() == 100_B && snapshot.sent() == 50_B); // what was skipped is no part of it
    {
        auto dropped = board.add("dropped", 5_B);
    }
    snapshot = board.snapshot();
    QVERIFY(snapshot.items[2].state == ItemState::Failed);
}

void TestBase::ratesAreHonest()
{
    using namespace std::chrono;
    RateMeter meter;
    const auto start = steady_clock::now();
    for (int second = 0; second <= 4; ++second)
        meter.sample(ByteCount(second * 1000), start + seconds(second));
    QVERIFY(meter.rate() && std::abs(*meter.rate() - 1000.0) < 1.0);
    QCOMPARE(meter.timeLeft(5000_B)->count(), 5);
    meter.sample(4000_B, start + seconds(12));
    QVERIFY(!meter.rate());
    QVERIFY(meter.stalledFor() && meter.stalledFor()->count() == 8);
    meter.sample(4500_B, start + seconds(13));
    QVERIFY(!meter.stalledFor());
}

void TestBase::saysWhatIsWaitedFor()
{
    ProgressBoard board;
    auto item = board.add("weights", 100_B);
    const RetryWait wait{.until = std::chrono::steady_clock::now() + std::chrono::seconds(4),
                         .attempt = 2,
                         .attempts = 6,
                         .httpStatus = 503,
                         .reason = "the registry answered 503"};
    item.setWait(wait);
    QVERIFY(board.snapshot().items[0].wait == wait);
    item.setWait({});
    QVERIFY(!board.snapshot().items[0].wait);
    item.setActivity(ItemActivity::Hashing);
    QVERIFY(board.snapshot().items[0].activity == ItemActivity::Hashing);
    item.setWait(wait);
    item.finish(ItemState::Failed);
    QVERIFY(!board.snapshot().items[0].wait); // over is over
    QVERIFY(board.snapshot().items[0].activity == ItemActivity::Moving);
}

void TestBase::endsAWaitWhenAsked()
{
    using namespace std::chrono;
    const TaskContext context;
    // What is asked between the look and the wait ends it: nobody is left waiting.
    const auto asked = context.retriesAsked();
    context.retryNow();
    VERIFY_RESULT(context.sleepBeforeRetry(hours(1), asked));
    // What was asked before the look does not.
    const auto start = steady_clock::now();
    VERIFY_RESULT(context.sleepBeforeRetry(milliseconds(20), context.retriesAsked()));
    QVERIFY(steady_clock::now() - start >= milliseconds(20));

    // Several wait, in copies of the context; all go on.
    std::atomic<int> waiting{0};
    std::atomic<int> good{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 3; ++i)
        threads.emplace_back([&, copy = context.withStopToken({})] {
            const auto before = copy.retriesAsked();
            ++waiting;
            good += copy.sleepBeforeRetry(hours(1), before) ? 1 : 0;
        });
    while (waiting < 3)
        std::this_thread::yield();
    context.retryNow();
    for (auto &thread : threads)
        thread.join();
    QCOMPARE(good.load(), 3);

    // A stop and a pause end it as they end every wait.
    std::stop_source stop;
    const TaskContext stoppable(stop.get_token());
    std::thread stopper([&] { stop.request_stop(); });
    VERIFY_ERROR(stoppable.sleepBeforeRetry(hours(1), 0), ErrorCode::Canceled);
    stopper.join();
    const TaskContext pausable;
    std::thread pauser([&] { pausable.pause().requestPause(); });
    VERIFY_ERROR(pausable.sleepBeforeRetry(hours(1), 0), ErrorCode::Paused);
    pauser.join();
    VERIFY_ERROR(pausable.sleepBeforeRetry(hours(1), 0), ErrorCode::Paused); // and one that was paused before
}

void TestBase::limitsRates()
{
    using namespace std::chrono;
    RateLimiter limiter(1000_B);
    const auto start = steady_clock::now();
    QVERIFY(limiter.book(500_B) == nanoseconds(0));
    const auto wait = limiter.book(500_B);
    // What passed between the two calls counts, however long that was.
    QVERIFY(wait <= milliseconds(500) && wait + (steady_clock::now() - start) >= milliseconds(500));
    RateLimiter none;
    QVERIFY(!none.limited() && none.book(ByteCount(INT64_MAX)) == std::chrono::nanoseconds(0));
}

void TestBase::parallelStopsAtTheFirstError()
{
    std::atomic<int> started{0};
    const auto result =
        parallelFor(1000, 4, TaskContext(), [&](std::size_t index, const TaskContext &context) -> Result<void> {
            ++started;
            if (index == 3)
                return Error(ErrorCode::NotFound, "third");
            return context.sleepFor(std::chrono::minutes(5));
        });
    VERIFY_ERROR(result, ErrorCode::NotFound);
    QVERIFY(started <= 4); // those that ran then
    // A failure of one is no reason for another to give up what it has: it pauses. So does a pause from outside; only a
    // cancel cancels.
    for (const auto expected : {ErrorCode::NotFound, ErrorCode::Paused, ErrorCode::Canceled}) {
        std::stop_source stop;
        const TaskContext outer(stop.get_token());
        std::optional<Error> other;
        const auto ended = parallelFor(2, 2, outer, [&](std::size_t index, const TaskContext &context) -> Result<void> {
            if (index == 1) {
                auto slept = context.sleepFor(std::chrono::minutes(5));
                other = slept.error();
                return slept;
            }
            if (expected == ErrorCode::NotFound)
                return Error(ErrorCode::NotFound, "first");
            if (expected == ErrorCode::Paused)
                outer.pause().requestPause();
            else
                stop.request_stop();
            return context.check();
        });
        VERIFY_ERROR(ended, expected);
        // Not begun, when the first was faster than its thread.
        QVERIFY(!other || other->code() == (expected == ErrorCode::Canceled ? ErrorCode::Canceled : ErrorCode::Paused));
    }
    std::atomic<int> sum{0};
    VERIFY_RESULT(parallelFor(100, 8, TaskContext(), [&](std::size_t index, const TaskContext &) -> Result<void> {
        sum += static_cast<int>(index);
        return {};
    }));
    QCOMPARE(sum.load(), 4950);
}

void TestBase::sleepingEndsEarly()
{
    std::stop_source stop;
    const TaskContext context(stop.get_token());
    QElapsedTimer timer;
    timer.start();
    std::thread stopper([&] { stop.request_stop(); });
    VERIFY_ERROR(context.sleepFor(std::chrono::seconds(30)), ErrorCode::Canceled);
    stopper.join();
    const TaskContext paused;
    paused.pause().requestPause();
    VERIFY_ERROR(paused.sleepFor(std::chrono::seconds(30)), ErrorCode::Paused);
    QVERIFY(timer.elapsed() < 25'000);
}

QTEST_GUILESS_MAIN(TestBase)
#include "tst_base.moc"
