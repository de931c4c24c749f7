// SPDX-License-Identifier: Apache-2.0
#include "http/httpclient.h"
#include "support/testing.h"
#include "support/testserver.h"

#include <thread>

#include <QElapsedTimer>
#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestHttpClient : public QObject {
    Q_OBJECT

private slots:
    void sendsAndReceives();
    void sendsBodiesOfKnownAndUnknownLength();
    void endsAPausedBodyCleanly();
    void keepsAuthorizationAtHome();
    void refusesRedirectLoops();
    void refusesPutRedirectsThatLoseTheBody();
    void boundsAnswers();
    void reportsEarlyRefusals();
    void streamsDownloads();
    void seesShortBodies();
    void cancelsQuickly_data();
    void cancelsQuickly();
    void timesOutWhenNothingMoves();
    void waitsForASleepyDisk();
    void reusesConnections();
    void refusesHeaderFloods();
    void namesWhatFailed();
};

static Url at(const TestServer &server, const std::string &path) { return Url::parse(server.url() + path).value(); }

void TestHttpClient::sendsAndReceives()
{
    TestServer server([](const ServerRequest &request) {
        return ServerReply{.status = 201,
                           .headers = {{"X-Echo", request.header("x-ask")}},
                           .body = request.method + " " + request.target};
    });
    HttpClient client;
    HttpRequest request{.method = "GET", .url = at(server, "/v2/?n=1")};
    request.headers.add("X-Ask", "yes");
    const auto response = client.send(request.url.origin(), request, TaskContext());
    VERIFY_RESULT(response);
    QCOMPARE(response->status, 201);
    QCOMPARE(response->headers.get("x-echo"), std::optional<std::string>("yes"));
    QCOMPARE(response->body, std::string("GET /v2/?n=1"));
}

void TestHttpClient::sendsBodiesOfKnownAndUnknownLength()
{
    TestServer server([](const ServerRequest &request) {
        return ServerReply{.headers = {{"X-Encoding", request.header("transfer-encoding")}}, .body = request.body};
    });
    HttpClient client;
    const auto bytes = pseudoRandomBytes(3'000'000);
    for (const bool known : {true, false}) {
        std::string seen;
        HttpBody body{.content = makeMemoryContent(bytes),
                      .length = known ? std::optional(ByteCount(3'000'000)) : std::nullopt};
        body.onSent = [&](std::span<const std::byte> part) {
            seen.append(reinterpret_cast<const char *>(part.data()), part.size());
        };
        HttpRequest request{.method = "PATCH", .url = at(server, "/u"), .body = body};
        const auto response = client.send(request.url.origin(), request, TaskContext());
        VERIFY_RESULT(response);
        QVERIFY(response->body == bytes);
        QVERIFY(seen == bytes);
        QCOMPARE(response->headers.get("X-Encoding"), std::optional<std::string>(known ? "" : "chunked"));
        QCOMPARE(response->bodySent, ByteCount(3'000'000));
    }
}

void TestHttpClient::endsAPausedBodyCleanly()
{
    TestServer server([](const ServerRequest &request) {
        return ServerReply{.status = request.bodyComplete ? 202 : 500, .body = std::to_string(request.body.size())};
    });
    HttpClient client;
    TaskContext context;
    HttpBody body{.content = makeMemoryContent(pseudoRandomBytes(64 << 20))};
    body.endOnPause = true;
    body.onSent = [&](std::span<const std::byte>) { context.pause().requestPause(); };
    HttpRequest request{.method = "PATCH", .url = at(server, "/u"), .body = body};
    const auto response = client.send(request.url.origin(), request, context);
    VERIFY_RESULT(response);
    QCOMPARE(response->status, 202);
    QVERIFY(!response->bodyComplete);
    QCOMPARE(std::to_string(response->bodySent.value()), response->body);
    QVERIFY(response->bodySent < ByteCount(64 << 20));
}

void TestHttpClient::keepsAuthorizationAtHome()
{
    std::string seen = "nothing";
    TestServer other([&](const ServerRequest &request) {
        seen = request.header("authorization");
        return ServerReply{.body = "blob"};
    });
    TestServer home([&](const ServerRequest &request) {
        return ServerReply{.status = request.header("authorization") == "Basic x" ? 307 : 401,
                           .headers = {{"Location", other.url() + "/cdn?sig=1"}}};
    });
    HttpClient client;
    HttpRequest request{.url = at(home, "/v2/blob"), .authorization = "Basic x"};
    const auto response = client.send(request.url.origin(), request, TaskContext());
    VERIFY_RESULT(response);
    QCOMPARE(response->body, std::string("blob"));
    QCOMPARE(seen, std::string());
}

void TestHttpClient::refusesRedirectLoops()
{
    int count = 0;
    TestServer server([&](const ServerRequest &) {
        ++count;
        return ServerReply{.status = 302, .headers = {{"Location", "/again"}}};
    });
    HttpClient client;
    HttpRequest request{.url = at(server, "/")};
    VERIFY_ERROR(client.send(request.url.origin(), request, TaskContext()), ErrorCode::RegistryRejected);
    QCOMPARE(count, 6); // RED-04
}

void TestHttpClient::refusesPutRedirectsThatLoseTheBody()
{
    TestServer server([&](const ServerRequest &) {
        return ServerReply{.status = 303, .headers = {{"Location", "/other"}}};
    });
    HttpClient client;
    HttpRequest request{.method = "PUT", .url = at(server, "/"), .smallBody = "x"};
    VERIFY_ERROR(client.send(request.url.origin(), request, TaskContext()), ErrorCode::RegistryRejected); // RED-13
}

void TestHttpClient::boundsAnswers()
{
    TestServer server([&](const ServerRequest &) { return ServerReply{.body = std::string(200'000, 'x')}; });
    HttpClient client;
    HttpRequest request{.url = at(server, "/"), .maxResponseBody = 128_KiB};
    VERIFY_ERROR(client.send(request.url.origin(), request, TaskContext()), ErrorCode::LimitExceeded); // AUTH-17
}

void TestHttpClient::reportsEarlyRefusals()
{
    // UP-33: the server answers before it has read the body, and closes.
    TestServer server(
        [](const ServerRequest &) { return ServerReply{.status = 413, .body = "too much", .close = true}; },
        [](const ServerRequest &) -> std::optional<std::size_t> { return std::nullopt; });
    HttpClient client;
    HttpBody body{.content = makeMemoryContent(std::string(8 << 20, 'x')), .length = ByteCount(8 << 20)};
    HttpRequest request{.method = "PUT", .url = at(server, "/"), .body = body, .expectContinue = true};
    const auto response = client.send(request.url.origin(), request, TaskContext());
    VERIFY_RESULT(response);
    QCOMPARE(response->status, 413);
    QCOMPARE(response->body, std::string("too much"));
}

void TestHttpClient::streamsDownloads()
{
    const auto bytes = pseudoRandomBytes(5'000'000);
    TestServer server([&](const ServerRequest &) { return ServerReply{.body = bytes}; });
    HttpClient client;
    HttpRequest request{.url = at(server, "/blob")};
    auto download = client.download(request.url.origin(), request, TaskContext());
    VERIFY_RESULT(download);
    QVERIFY(download->source != nullptr);
    const auto got = readAll(*download->source, 10_MiB);
    VERIFY_RESULT(got);
    QVERIFY(*got == bytes);
}

void TestHttpClient::seesShortBodies()
{
    TestServer server(
        [&](const ServerRequest &) { return ServerReply{.body = std::string(100'000, 'x'), .cutAfter = 5000}; });
    HttpClient client;
    HttpRequest request{.url = at(server, "/blob")};
    auto download = client.download(request.url.origin(), request, TaskContext());
    VERIFY_RESULT(download);
    VERIFY_ERROR(readAll(*download->source, 10_MiB), ErrorCode::NetworkFailed);
}

void TestHttpClient::cancelsQuickly_data()
{
    QTest::addColumn<bool>("download");
    QTest::newRow("waiting for an answer") << false;
    QTest::newRow("waiting for a download") << true;
}

void TestHttpClient::cancelsQuickly()
{
    QFETCH(bool, download);
    TestServer server([](const ServerRequest &) { return ServerReply{.hang = true}; });
    HttpClient client;
    std::stop_source stop;
    const TaskContext context(stop.get_token());
    HttpRequest request{.url = at(server, "/")};
    std::atomic<bool> started{false};
    QElapsedTimer timer;
    std::thread canceller([&] {
        while (server.connections() == 0)
            std::this_thread::yield();
        timer.start();
        stop.request_stop();
    });
    const auto code = download ? client.download(request.url.origin(), request, context).error().code()
                               : client.send(request.url.origin(), request, context).error().code();
    canceller.join();
    QVERIFY(code == ErrorCode::Canceled);
    // Under a loaded sanitizer too; without a cancel it would be the thirty seconds of a stall.
    QVERIFY2(timer.elapsed() < 15'000, qPrintable(QString::number(timer.elapsed())));
}

void TestHttpClient::timesOutWhenNothingMoves()
{
    TestServer server([](const ServerRequest &) { return ServerReply{.hang = true}; });
    HttpClientOptions options;
    options.stallTimeout = std::chrono::seconds(1);
    options.connectTimeout = std::chrono::seconds(1);
    HttpClient client(options);
    HttpRequest request{.url = at(server, "/")};
    VERIFY_ERROR(client.send(request.url.origin(), request, TaskContext()), ErrorCode::TimedOut); // NET-04
}

namespace {

/// A disk that has to wake up first: its second read takes longer than a network may stand still.
class SleepyContent final : public Content {
public:
    SleepyContent(std::string bytes, std::chrono::milliseconds sleep) : m_bytes(std::move(bytes)), m_sleep(sleep) { }
    std::optional<ByteCount> size() const override { return ByteCount(static_cast<std::int64_t>(m_bytes.size())); }
    std::string fingerprint() const override { return {}; }
    std::string description() const override { return "a sleepy disk"; }
    Result<std::unique_ptr<ByteSource>> open(ByteCount offset, std::optional<ByteCount>,
                                             const TaskContext &) const override
    {
        return std::unique_ptr<ByteSource>(
            std::make_unique<Source>(makeStringSource(m_bytes.substr(offset.asUnsigned())), m_sleep));
    }

private:
    class Source final : public ByteSource {
    public:
        Source(std::unique_ptr<ByteSource> source, std::chrono::milliseconds sleep)
            : m_source(std::move(source)),
              m_sleep(sleep)
        {
        }
        Result<std::size_t> read(std::span<std::byte> buffer) override
        {
            if (++m_reads == 2)
                std::this_thread::sleep_for(m_sleep);
            return m_source->read(buffer.first(std::min<std::size_t>(buffer.size(), 1 << 20)));
        }

    private:
        std::unique_ptr<ByteSource> m_source;
        std::chrono::milliseconds m_sleep;
        int m_reads = 0;
    };
    std::string m_bytes;
    std::chrono::milliseconds m_sleep;
};

} // namespace

void TestHttpClient::waitsForASleepyDisk()
{
    TestServer server(
        [](const ServerRequest &request) { return ServerReply{.body = std::to_string(request.body.size())}; });
    HttpClientOptions options;
    options.stallTimeout = std::chrono::seconds(2);
    HttpClient client(options);
    HttpBody body{.content =
                      std::make_shared<SleepyContent>(std::string(5 << 20, 'x'), std::chrono::milliseconds(4500)),
                  .length = ByteCount(5 << 20)};
    HttpRequest request{.method = "PUT", .url = at(server, "/"), .body = body};
    const auto response = client.send(request.url.origin(), request, TaskContext()); // APP-13
    VERIFY_RESULT(response);
    QCOMPARE(response->body, std::to_string(5 << 20));
}

void TestHttpClient::reusesConnections()
{
    TestServer server([](const ServerRequest &) { return ServerReply{.body = "x"}; });
    HttpClient client;
    HttpRequest request{.url = at(server, "/")};
    for (int i = 0; i < 5; ++i)
        VERIFY_RESULT(client.send(request.url.origin(), request, TaskContext()));
    QCOMPARE(server.connections(), 1);
}

void TestHttpClient::refusesHeaderFloods()
{
    std::string flood = "HTTP/1.1 200 OK\r\n";
    for (int i = 0; i < 20'000; ++i)
        flood += "X-Flood-" + std::to_string(i) + ": aaaaaaaaaaaaaaaaaaaaaaaa\r\n";
    TestServer server([&](const ServerRequest &) { return ServerReply{.raw = flood + "\r\n"}; });
    HttpClient client;
    HttpRequest request{.url = at(server, "/")};
    const auto response = client.send(request.url.origin(), request, TaskContext()); // NET-14
    QVERIFY(!response);
    QVERIFY(response.error().code() == ErrorCode::LimitExceeded || response.error().code() == ErrorCode::NetworkFailed);
}

void TestHttpClient::namesWhatFailed()
{
    HttpClient client;
    int port = 0;
    {
        TestServer server([](const ServerRequest &) { return ServerReply{}; });
        port = server.port();
    }
    HttpRequest request{.url = Url::parse("http://127.0.0.1:" + std::to_string(port) + "/v2/?token=secret").value()};
    const auto refused = client.send(request.url.origin(), request, TaskContext()); // NET-02
    VERIFY_ERROR(refused, ErrorCode::NetworkFailed);
    QVERIFY(refused.error().message().find(std::to_string(port)) != std::string::npos);
    QVERIFY(refused.error().message().find("secret") == std::string::npos);
    QVERIFY(refused.error().message().find(" ms") == std::string::npos); // says nothing about the registry
    // What others wrote is known by its parts, so that it can be said in another language.
    const auto &wording = refused.error().wording();
    QVERIFY(wording.pattern() == "%1: %2");
    const auto &reason = wording.parts().at(1);
    QVERIFY2(reason.pattern() == "Failed to connect to %1 port %2: %3", reason.text().c_str());
    QVERIFY(reason.parts().at(1) == std::to_string(port));
    QVERIFY(!reason.parts().at(2).pattern().empty());

    // No resolver has to be asked for a label of more than 63 letters.
    const auto url = Url::parse("https://" + std::string(70, 'a') + ".example/").value();
    const auto unknown = client.send(url.origin(), {.url = url}, TaskContext());
    VERIFY_ERROR(unknown, ErrorCode::NetworkFailed);
    QVERIFY2(unknown.error().wording().parts().at(1).pattern() == "Could not resolve host: %1",
             unknown.error().message().c_str());
}

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_httpclient.moc"
