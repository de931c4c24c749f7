// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "registry/blobupload.h"
#include "registry/uploadjournal.h"
#include "support/fakeregistry.h"
#include "support/testing.h"

#include <atomic>
#include <thread>

#include <QElapsedTimer>
#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestBlobUpload : public QObject {
    Q_OBJECT

private slots:
    void init();
    void sendsSmallBlobsInOnePut();
    void sendsLargeBlobsInChunksAndHashesThem();
    void sendsEmptyBlobs();
    void readsAFileOnce();
    void skipsWhatIsThere();
    void sendsWhenTheSizeDiffers();
    void mounts_data();
    void mounts();
    void goesOnAfterACutChunk_data();
    void goesOnAfterACutChunk();
    void startsAgainWhenTheSessionIsLost();
    void noticesWrongOffsets();
    void trustsMissingRanges();
    void shrinksChunksThatAreTooLarge();
    void resumesInAnotherRun();
    void sendsNothingAgainThatWasKept();
    void pausesAtACleanBoundary();
    void cancelsAndCleansUp();
    void looksForTheBlobAfterALostAnswer();
    void reportsAnUnderwayCommit();
    void hashesAgainAfterAWrongDigest();
    void refusesAWrongDigestInTheAnswer();
    void waitsAsAsked();
    void saysWhyItWaitsAndRetriesWhenAsked();
    void oneBrokenConnectionIsNoLongWait();
    void goesOnThoughTheDigestBecameKnown();
    void pauseLeavesOnlyWhatCanGoOn();
    void abandonsWhatAPauseLeft();
    void abandonsWithoutAnAnswer();
    void abandonsNothingThatRuns();
    void abandonsNothingAtForeignPlaces();
    void givesUpOnEndlessFailures();
    void reportsRefusals_data();
    void reportsRefusals();
    void namesFilesThatChange();
    void keepsCredentialsFromForeignLocations();
    void twoUploadsOfOneBlobSucceed();

private:
    std::unique_ptr<TestDir> m_dir;
    Result<Descriptor> upload(FakeRegistry &registry, ContentPtr content, const TaskContext &context = TaskContext(),
                              std::optional<RepositoryName> mountFrom = std::nullopt);
    ContentPtr file(std::size_t size, unsigned seed = 1) const;
    std::size_t journals() const;
    void abandon(FakeRegistry &registry, ContentPtr content, const TaskContext &context = TaskContext());
    /// Sends some of it and is paused at a clean boundary.
    void leaveHalf(FakeRegistry &registry, const ContentPtr &content);
    CredentialStore m_credentials;
};

static const auto octets = MediaType::parse("application/octet-stream").value();

void TestBlobUpload::init()
{
    m_dir = std::make_unique<TestDir>();
    qputenv("HOME", m_dir->path().c_str());
    qputenv("XDG_STATE_HOME", (*m_dir / "state").c_str());
    qputenv("XDG_RUNTIME_DIR", (*m_dir / "run").c_str());
    qputenv("DOCKER_CONFIG", (*m_dir / "docker").c_str());
}

ContentPtr TestBlobUpload::file(std::size_t size, unsigned seed) const
{
    return openFileContent(m_dir->write(cat("file-", size, '-', seed), pseudoRandomBytes(size, seed))).value();
}

std::size_t TestBlobUpload::journals() const
{
    std::size_t count = 0;
    std::error_code ignored;
    for (const auto &entry : std::filesystem::directory_iterator(*m_dir / "state/modelcrate/uploads", ignored))
        count += entry.path().extension() == ".json" ? 1 : 0;
    return count;
}

Result<Descriptor> TestBlobUpload::upload(FakeRegistry &registry, ContentPtr content, const TaskContext &context,
                                          std::optional<RepositoryName> mountFrom)
{
    RegistryClientOptions options;
    options.plainHttp = true;
    options.retry.firstDelay = std::chrono::milliseconds(1);
    options.retry.maxDelay = std::chrono::milliseconds(20);
    // Longer than a loaded machine needs for anything: no case here waits for one of them to pass.
    options.stallTimeout = std::chrono::seconds(120);
    options.commitTimeout = std::chrono::seconds(120);
    RegistryClient client(registry.registryHost(), m_credentials, options);
    BlobToPush blob{"weights.bin", std::move(content), octets, std::move(mountFrom)};
    auto item = context.progress().add(blob.name, blob.content->size().value_or(ByteCount()));
    return BlobUpload(client, RepositoryName::parse("team/model").value(), std::move(blob), std::move(item), context)
        .run();
}

static const auto repository = RepositoryName::parse("team/model").value();

void TestBlobUpload::abandon(FakeRegistry &registry, ContentPtr content, const TaskContext &context)
{
    RegistryClientOptions options;
    options.plainHttp = true;
    RegistryClient client(registry.registryHost(), m_credentials, options);
    const std::vector contents{std::move(content)};
    abandonUploads(client, repository, contents, context);
}

void TestBlobUpload::leaveHalf(FakeRegistry &registry, const ContentPtr &content)
{
    const TaskContext context;
    context.rateLimiter().setLimit(40_MiB);
    std::thread pauser([&] {
        while (context.progress().snapshot().moved < 3_MiB)
            std::this_thread::yield();
        context.pause().requestPause();
    });
    const auto result = upload(registry, content, context);
    pauser.join();
    VERIFY_ERROR(result, ErrorCode::Paused);
}

constexpr std::size_t large = 40 << 20; // three chunks: 16, 24

void TestBlobUpload::sendsSmallBlobsInOnePut()
{
    FakeRegistry registry;
    const auto descriptor = upload(registry, file(1000));
    VERIFY_RESULT(descriptor);
    QVERIFY(registry.blob(descriptor->digest.toString()) == pseudoRandomBytes(1000));
    QCOMPARE(registry.count("PATCH"), std::size_t(0));
    QCOMPARE(registry.count("PUT"), std::size_t(1));
    QCOMPARE(descriptor->size, ByteCount(1000));
}

void TestBlobUpload::sendsLargeBlobsInChunksAndHashesThem()
{
    for (const std::size_t size :
         {large, std::size_t(16 << 20), std::size_t(16 << 20) + 1, std::size_t(16 << 20) - 1}) { // UP-19
        FakeRegistry registry;
        const TaskContext context;
        const auto descriptor = upload(registry, file(size), context);
        VERIFY_RESULT(descriptor);
        QCOMPARE(descriptor->digest, Digest::sha256Of(pseudoRandomBytes(size)));
        QVERIFY(registry.blob(descriptor->digest.toString()) == pseudoRandomBytes(size));
        QVERIFY(registry.count("PATCH") >= 1);
        QCOMPARE(registry.openSessions(), std::size_t(0));
        QCOMPARE(journals(), std::size_t(0));
        QCOMPARE(context.progress().snapshot().done, ByteCount(static_cast<std::int64_t>(size)));
        QCOMPARE(context.progress().snapshot().moved, ByteCount(static_cast<std::int64_t>(size)));
    }
}

void TestBlobUpload::sendsEmptyBlobs()
{
    FakeRegistry registry; // UP-20
    const auto descriptor = upload(registry, file(0));
    VERIFY_RESULT(descriptor);
    QCOMPARE(descriptor->digest, Digest::sha256Of(""));
    QVERIFY(registry.hasBlob(Digest::sha256Of("").toString()));
}

namespace {

/// Counts what is read of a content.
class CountedContent final : public Content {
public:
    explicit CountedContent(ContentPtr content) : m_content(std::move(content)) { }
    std::optional<ByteCount> size() const override { return m_content->size(); }
    std::string fingerprint() const override { return m_content->fingerprint(); }
    std::string description() const override { return m_content->description(); }
    Result<std::unique_ptr<ByteSource>> open(ByteCount offset, std::optional<ByteCount> length,
                                             const TaskContext &context) const override
    {
        ASSIGN_OR_RETURN(auto source, m_content->open(offset, length, context));
        return std::unique_ptr<ByteSource>(std::make_unique<Source>(std::move(source), bytes));
    }
    mutable std::size_t bytes = 0;

private:
    class Source final : public ByteSource {
    public:
        Source(std::unique_ptr<ByteSource> source, std::size_t &bytes) : m_source(std::move(source)), m_bytes(bytes) { }
        Result<std::size_t> read(std::span<std::byte> buffer) override
        {
            ASSIGN_OR_RETURN(const auto count, m_source->read(buffer));
            m_bytes += count;
            return count;
        }

    private:
        std::unique_ptr<ByteSource> m_source;
        std::size_t &m_bytes;
    };
    ContentPtr m_content;
};

} // namespace

void TestBlobUpload::readsAFileOnce()
{
    FakeRegistry registry;
    const auto content = std::make_shared<CountedContent>(file(large));
    VERIFY_RESULT(upload(registry, content));
    QCOMPARE(content->bytes, large);
}

void TestBlobUpload::skipsWhatIsThere()
{
    FakeRegistry registry;
    const auto bytes = pseudoRandomBytes(large);
    const auto digest = registry.addBlob(bytes);
    const TaskContext context;
    VERIFY_RESULT(upload(registry, withKnownDigest(file(large), Digest::parse(digest).value()), context));
    QCOMPARE(registry.bytesReceived(), std::size_t(0));
    QCOMPARE(registry.count("POST"), std::size_t(0));
    QCOMPARE(context.progress().snapshot().items[0].state, ItemState::Skipped);
    QCOMPARE(context.progress().snapshot().moved, ByteCount());
}

void TestBlobUpload::sendsWhenTheSizeDiffers()
{
    FakeRegistry registry; // UP-01
    const auto bytes = pseudoRandomBytes(2000);
    bool first = true;
    registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.method != "HEAD" || !std::exchange(first, false))
            return std::nullopt;
        return ServerReply{.status = 200, .announcedLength = 17};
    });
    VERIFY_RESULT(upload(registry, file(2000)));
    QVERIFY(registry.hasBlob(Digest::sha256Of(bytes).toString()));
}

void TestBlobUpload::mounts_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("sends");
    QTest::newRow("201 mounted") << 201 << false;
    QTest::newRow("202 a session instead") << 202 << true;
    QTest::newRow("400") << 400 << true;
    QTest::newRow("404") << 404 << true;
}

void TestBlobUpload::mounts()
{
    // UP-03
    QFETCH(int, status);
    QFETCH(bool, sends);
    FakeRegistry registry;
    const auto bytes = pseudoRandomBytes(30'000);
    const auto digest = Digest::sha256Of(bytes);
    bool hidden = true;
    registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.method == "HEAD" && hidden)
            return ServerReply{.status = 404};
        if (request.method == "POST" && request.query("mount") && status == 201) {
            hidden = false;
            registry.addBlob(bytes);
            return ServerReply{.status = 201};
        }
        if (request.method == "POST" && request.query("mount") && status >= 400)
            return errorReply(status, "UNSUPPORTED");
        return std::nullopt;
    });
    const TaskContext context;
    VERIFY_RESULT(
        upload(registry, withKnownDigest(file(30'000), digest), context, RepositoryName::parse("other/model").value()));
    QCOMPARE(registry.bytesReceived() > 0, sends);
    QVERIFY(registry.hasBlob(digest.toString()));
    QCOMPARE(context.progress().snapshot().items[0].state, sends ? ItemState::Done : ItemState::Mounted);
}

void TestBlobUpload::goesOnAfterACutChunk_data()
{
    QTest::addColumn<qulonglong>("cut");
    QTest::addColumn<bool>("known");
    for (const bool known : {false, true}) {
        for (const qulonglong cut : {0ULL, 1ULL, 100'000ULL, (16ULL << 20) - 1, 16ULL << 20}) // NET-03
            QTest::addRow("%s, after %llu bytes", known ? "known" : "unknown", cut) << cut << known;
    }
}

void TestBlobUpload::goesOnAfterACutChunk()
{
    QFETCH(qulonglong, cut);
    QFETCH(bool, known);
    FakeRegistry registry; // keeps what came, like distribution 3
    registry.cutBody("PATCH", static_cast<std::size_t>(cut));
    auto content = file(large);
    const auto digest = Digest::sha256Of(pseudoRandomBytes(large));
    if (known)
        content = withKnownDigest(content, digest);
    const auto descriptor = upload(registry, content);
    VERIFY_RESULT(descriptor);
    QCOMPARE(descriptor->digest, digest);
    QVERIFY(registry.blob(digest.toString()) == pseudoRandomBytes(large));
}

void TestBlobUpload::startsAgainWhenTheSessionIsLost()
{
    FakeRegistry registry({.losesCutSessions = true}); // UP-11, UP-12
    registry.cutBody("PATCH", 5'000'000, 2);
    const TaskContext context;
    const auto descriptor = upload(registry, file(large), context);
    VERIFY_RESULT(descriptor);
    QCOMPARE(descriptor->digest, Digest::sha256Of(pseudoRandomBytes(large)));
    QCOMPARE(registry.count("POST"), std::size_t(3));
    QCOMPARE(context.progress().snapshot().done, ByteCount(large));
}

void TestBlobUpload::noticesWrongOffsets()
{
    FakeRegistry registry; // UP-08
    int patches = 0;
    registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.method == "PATCH" && ++patches == 1)
            return ServerReply{.status = 202, .headers = {{"Location", request.target}, {"Range", "0-99"}}};
        return std::nullopt;
    });
    const auto descriptor = upload(registry, file(large));
    VERIFY_RESULT(descriptor);
    QVERIFY(registry.hasBlob(Digest::sha256Of(pseudoRandomBytes(large)).toString()));
    QCOMPARE(registry.count("POST"), std::size_t(2));
}

void TestBlobUpload::trustsMissingRanges()
{
    FakeRegistry registry({.reportsRange = false}); // UP-06
    VERIFY_RESULT(upload(registry, file(large)));
    QVERIFY(registry.hasBlob(Digest::sha256Of(pseudoRandomBytes(large)).toString()));
}

void TestBlobUpload::shrinksChunksThatAreTooLarge()
{
    FakeRegistry registry; // UP-10
    constexpr std::size_t limit = 5 << 20;
    std::size_t largest = 0;
    registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.method != "PATCH")
            return std::nullopt;
        if (request.body.size() > limit)
            return errorReply(413, "SIZE_INVALID", "too large");
        largest = std::max(largest, request.body.size());
        return std::nullopt;
    });
    const auto result = upload(registry, file(large));
    VERIFY_RESULT(result);
    QVERIFY(largest > 0 && largest <= limit);
}

void TestBlobUpload::resumesInAnotherRun()
{
    FakeRegistry registry;
    int patches = 0;
    registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        // The first chunk arrives, then the registry refuses all others.
        if (request.method == "PATCH" && ++patches > 1)
            return errorReply(403, "DENIED", "for now");
        return std::nullopt;
    });
    const auto content = file(large);
    VERIFY_ERROR(upload(registry, content), ErrorCode::Forbidden);
    QCOMPARE(journals(), std::size_t(1));
    registry.setScript({});
    const auto before = registry.bytesReceived();
    const auto descriptor = upload(registry, content);
    VERIFY_RESULT(descriptor);
    QCOMPARE(descriptor->digest, Digest::sha256Of(pseudoRandomBytes(large)));
    QCOMPARE(registry.bytesReceived() - before, large - (16 << 20)); // only what was missing
    QCOMPARE(registry.count("POST"), std::size_t(1));
    QCOMPARE(journals(), std::size_t(0));

    // UP-13: a journal whose session is gone does no harm
    VERIFY_RESULT(upload(registry, file(large, 2)));
}

void TestBlobUpload::sendsNothingAgainThatWasKept()
{
    // Killed after the registry kept the blob and before it said so: only the journal knows the digest.
    FakeRegistry registry;
    const auto content = file(large);
    const Reference target{registry.registryHost(), RepositoryName::parse("team/model").value()};
    const auto leave = [&](const Digest &digest) {
        const auto journal = UploadJournal::open(target, *content);
        QVERIFY(journal);
        journal->save({cat("http://", registry.host(), "/v2/team/model/blobs/uploads/gone"), ByteCount(large), digest});
    };
    const auto digest = Digest::sha256Of(pseudoRandomBytes(large));
    registry.addBlob(pseudoRandomBytes(large));
    leave(digest);
    const TaskContext context;
    const auto descriptor = upload(registry, content, context);
    VERIFY_RESULT(descriptor);
    QCOMPARE(descriptor->digest, digest);
    QVERIFY(context.progress().snapshot().items[0].state == ItemState::Skipped);
    QCOMPARE(registry.count("PATCH") + registry.count("PUT") + registry.count("POST"), std::size_t(0));
    QCOMPARE(journals(), std::size_t(0));

    // a journal whose digest is not the file's: the file counts
    const auto other = registry.addBlob(pseudoRandomBytes(large, 2));
    leave(Digest::parse(other).value());
    const auto again = upload(registry, content);
    VERIFY_RESULT(again);
    QCOMPARE(again->digest, digest);
}

void TestBlobUpload::pausesAtACleanBoundary()
{
    FakeRegistry registry({.losesCutSessions = true});
    const auto content = file(large);
    const TaskContext context;
    context.rateLimiter().setLimit(40_MiB);
    std::thread pauser([&] {
        while (context.progress().snapshot().moved < 3_MiB)
            std::this_thread::yield();
        context.pause().requestPause();
    });
    VERIFY_ERROR(upload(registry, content, context), ErrorCode::Paused);
    pauser.join();
    QCOMPARE(registry.openSessions(), std::size_t(1));
    QCOMPARE(journals(), std::size_t(1));
    const auto sent = registry.bytesReceived();
    QVERIFY(sent >= (3 << 20) && sent < large);
    const auto descriptor = upload(registry, content);
    VERIFY_RESULT(descriptor);
    QCOMPARE(registry.bytesReceived(), large); // no byte twice
    QCOMPARE(descriptor->digest, Digest::sha256Of(pseudoRandomBytes(large)));
}

void TestBlobUpload::cancelsAndCleansUp()
{
    FakeRegistry registry; // UP-23
    std::stop_source stop;
    const TaskContext context(stop.get_token());
    context.rateLimiter().setLimit(20_MiB);
    QElapsedTimer timer;
    std::thread canceller([&] {
        while (context.progress().snapshot().moved < 18_MiB)
            std::this_thread::yield();
        context.rateLimiter().setLimit(64_KiB); // what is left would take six minutes
        timer.start();
        stop.request_stop();
    });
    VERIFY_ERROR(upload(registry, file(large), context), ErrorCode::Canceled);
    const auto took = timer.elapsed();
    canceller.join();
    QVERIFY2(took < 30'000, qPrintable(QString::number(took)));
    QCOMPARE(journals(), std::size_t(0));
    QVERIFY(waitUntil([&] { return registry.openSessions() == 0; }));
}

void TestBlobUpload::looksForTheBlobAfterALostAnswer()
{
    FakeRegistry registry; // UP-14
    const auto bytes = pseudoRandomBytes(large);
    bool first = true;
    registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.method != "PUT" || !std::exchange(first, false))
            return std::nullopt;
        registry.addBlob(bytes); // the commit went through, the answer did not
        return errorReply(504, "UNKNOWN", "gateway timeout");
    });
    VERIFY_RESULT(upload(registry, file(large)));
    QCOMPARE(registry.count("POST"), std::size_t(1));
    QCOMPARE(registry.bytesReceived(), large);
}

void TestBlobUpload::reportsAnUnderwayCommit()
{
    FakeRegistry registry; // UP-17: it appears only later
    const auto bytes = pseudoRandomBytes(large);
    int heads = 0;
    bool first = true;
    registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.method == "PUT" && std::exchange(first, false))
            return ServerReply{.close = true, .raw = "HTTP/1.1 504 Gateway Timeout\r\nContent-Length: 0\r\n\r\n"};
        if (request.method == "GET" && request.target.find("uploads") != std::string::npos)
            return errorReply(404, "BLOB_UPLOAD_UNKNOWN");
        if (request.method == "HEAD" && ++heads == 3)
            registry.addBlob(bytes);
        return std::nullopt;
    });
    VERIFY_RESULT(upload(registry, file(large)));
    QCOMPARE(registry.count("POST"), std::size_t(1));
}

void TestBlobUpload::hashesAgainAfterAWrongDigest()
{
    FakeRegistry registry; // UP-15: what was remembered of the file is wrong
    const auto wrong = Digest::sha256Of("something else");
    const auto descriptor = upload(registry, withKnownDigest(file(large), wrong));
    VERIFY_RESULT(descriptor);
    QCOMPARE(descriptor->digest, Digest::sha256Of(pseudoRandomBytes(large)));
    QVERIFY(!registry.hasBlob(wrong.toString()));
    // of bytes that are what they are by their digest, it is an error
    VERIFY_ERROR(upload(registry, withKnownDigest(makeMemoryContent(pseudoRandomBytes(large)), wrong)),
                 ErrorCode::DigestMismatch);
}

void TestBlobUpload::refusesAWrongDigestInTheAnswer()
{
    FakeRegistry registry; // UP-16
    registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.method != "PUT")
            return std::nullopt;
        return ServerReply{.status = 201, .headers = {{"Docker-Content-Digest", Digest::sha256Of("other").toString()}}};
    });
    VERIFY_ERROR(upload(registry, file(1000)), ErrorCode::DigestMismatch);
}

void TestBlobUpload::waitsAsAsked()
{
    FakeRegistry registry; // UP-25
    int posts = 0;
    registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.method != "POST" || ++posts > 2)
            return std::nullopt;
        auto reply = errorReply(429, "TOOMANYREQUESTS");
        reply.headers.emplace_back("Retry-After", posts == 1 ? "1" : "garbage");
        return reply;
    });
    const TaskContext context;
    std::atomic<bool> ended{false};
    std::atomic<bool> said{false};
    std::thread impatient([&] {
        // What the registry asked for is kept, however often somebody presses.
        while (!ended) {
            const auto items = context.progress().snapshot().items;
            const auto wait = items.empty() ? std::nullopt : items[0].wait;
            said = said || (wait && wait->code == ErrorCode::RateLimited && !wait->canSkip);
            context.retryNow();
            std::this_thread::yield();
        }
    });
    QElapsedTimer timer;
    timer.start();
    const auto result = upload(registry, file(1000), context);
    ended = true;
    impatient.join();
    VERIFY_RESULT(result);
    QVERIFY(timer.elapsed() >= 1000);
    QVERIFY(said);

    registry.setScript([&](const ServerRequest &) -> std::optional<ServerReply> {
        auto reply = errorReply(429, "TOOMANYREQUESTS");
        reply.headers.emplace_back("Retry-After", "86400");
        return reply;
    });
    VERIFY_ERROR(upload(registry, file(1000, 7)), ErrorCode::RateLimited);
}

void TestBlobUpload::saysWhyItWaitsAndRetriesWhenAsked()
{
    FakeRegistry registry;
    registry.cutBody("PATCH", 100'000);
    RegistryClientOptions options;
    options.plainHttp = true;
    // Nobody waits for this: only who asks gets on.
    options.retry.firstDelay = std::chrono::hours(1000);
    options.retry.maxDelay = std::chrono::hours(1000);
    RegistryClient client(registry.registryHost(), m_credentials, options);
    const TaskContext context;
    std::optional<RetryWait> wait;
    std::thread impatient([&] {
        while (!wait) {
            const auto items = context.progress().snapshot().items;
            wait = items.empty() ? std::nullopt : items[0].wait;
            std::this_thread::yield();
        }
        context.retryNow();
    });
    const BlobToPush blob{"weights.bin", file(large), octets, std::nullopt};
    const auto descriptor =
        BlobUpload(client, repository, blob, context.progress().add(blob.name, ByteCount(large)), context).run();
    impatient.join();
    VERIFY_RESULT(descriptor);
    QCOMPARE(wait->attempt, 2);
    QCOMPARE(wait->attempts, options.retry.maxAttempts);
    QVERIFY(wait->code == ErrorCode::NetworkFailed && wait->httpStatus == 0 && wait->canSkip);
    QVERIFY(wait->until > std::chrono::steady_clock::now());
    QVERIFY(!wait->reason.empty());
    QVERIFY(!context.progress().snapshot().items[0].wait);
}

void TestBlobUpload::oneBrokenConnectionIsNoLongWait()
{
    // The blob fits into the system's buffers, so it looks sent when its connection breaks: it was then looked for
    // seven times, with back-offs of up to 32 s, before it was sent again.
    FakeRegistry registry;
    registry.cutBody("PUT", 100'000);
    constexpr std::size_t size = 1 << 20;
    const auto digest = Digest::sha256Of(pseudoRandomBytes(size));
    VERIFY_RESULT(upload(registry, withKnownDigest(file(size), digest)));
    QVERIFY(registry.hasBlob(digest.toString()));
    QCOMPARE(registry.count("PUT"), std::size_t(2));
    const auto looks = registry.count("HEAD") - 1; // the first was before anything was sent
    QVERIFY2(looks >= 1 && looks <= 2, qPrintable(QString::number(looks)));
}

void TestBlobUpload::goesOnThoughTheDigestBecameKnown()
{
    // Hashed ahead while the upload was paused: the journal was begun under the file's fingerprint.
    FakeRegistry registry;
    const auto content = file(large);
    leaveHalf(registry, content);
    QCOMPARE(journals(), std::size_t(1));
    const auto digest = Digest::sha256Of(pseudoRandomBytes(large));
    VERIFY_RESULT(upload(registry, withKnownDigest(content, digest)));
    QCOMPARE(registry.bytesReceived(), large);
    QCOMPARE(registry.openSessions(), std::size_t(0));
    QCOMPARE(journals(), std::size_t(0));
}

void TestBlobUpload::pauseLeavesOnlyWhatCanGoOn()
{
    // One PUT cannot be gone on from, so its session is of no use to anybody.
    FakeRegistry registry;
    constexpr std::size_t size = 8 << 20;
    leaveHalf(registry, withKnownDigest(file(size), Digest::sha256Of(pseudoRandomBytes(size))));
    QVERIFY(waitUntil([&] { return registry.openSessions() == 0; }));
    QCOMPARE(journals(), std::size_t(0));
}

void TestBlobUpload::abandonsWhatAPauseLeft()
{
    FakeRegistry registry;
    const auto content = file(large);
    leaveHalf(registry, content);
    QCOMPARE(registry.openSessions(), std::size_t(1));
    QCOMPARE(journals(), std::size_t(1));
    abandon(registry, file(large, 2)); // of another content: nothing of it is left
    QCOMPARE(journals(), std::size_t(1));
    // as hashed ahead meanwhile
    abandon(registry, withKnownDigest(content, Digest::sha256Of(pseudoRandomBytes(large))));
    QCOMPARE(registry.openSessions(), std::size_t(0));
    QCOMPARE(journals(), std::size_t(0));
    const auto asked = registry.requests().size();
    abandon(registry, content);
    QCOMPARE(registry.requests().size(), asked); // nothing is left to ask for
}

void TestBlobUpload::abandonsWithoutAnAnswer()
{
    FakeRegistry registry;
    const auto content = file(large);
    leaveHalf(registry, content);
    registry.setScript([](const ServerRequest &request) -> std::optional<ServerReply> {
        return request.method == "DELETE" ? std::optional(ServerReply{.hang = true}) : std::nullopt;
    });
    // It comes back by itself; the registry would never answer.
    abandon(registry, content);
    QCOMPARE(registry.count("DELETE"), std::size_t(1));
    QCOMPARE(journals(), std::size_t(0));

    // and at once when it is stopped
    registry.setScript({});
    leaveHalf(registry, content);
    std::stop_source stop;
    stop.request_stop();
    abandon(registry, content, TaskContext(stop.get_token()));
    QCOMPARE(journals(), std::size_t(0));
}

void TestBlobUpload::abandonsNothingThatRuns()
{
    FakeRegistry registry;
    const auto content = file(large);
    leaveHalf(registry, content);
    const auto journal = UploadJournal::open({registry.registryHost(), repository}, *content);
    QVERIFY(journal && journal->load());
    abandon(registry, content);
    QCOMPARE(registry.openSessions(), std::size_t(1));
    QVERIFY(journal->load());
}

void TestBlobUpload::abandonsNothingAtForeignPlaces()
{
    FakeRegistry registry({.user = "u", .password = "p"});
    FakeRegistry foreign;
    m_dir->write("docker/config.json", R"({"auths":{")" + registry.host() + R"(":{"auth":"dTpw"}}})");
    const auto content = file(large);
    UploadJournal::open({registry.registryHost(), repository}, *content)
        ->save({"http://" + foreign.host() + "/v2/x/blobs/uploads/1", ByteCount(5)});
    abandon(registry, content);
    QCOMPARE(foreign.requests().size(), std::size_t(0));
    QCOMPARE(journals(), std::size_t(0));
}

void TestBlobUpload::givesUpOnEndlessFailures()
{
    FakeRegistry registry;
    registry.cutBody("PATCH", 0, 1000);
    const auto result = upload(registry, file(large));
    QVERIFY(!result);
    QVERIFY(result.error().code() == ErrorCode::NetworkFailed
            || result.error().code() == ErrorCode::RegistryUnavailable);
    QVERIFY(registry.requests().size() < 100);
}

void TestBlobUpload::reportsRefusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");
    QTest::newRow("401") << 401 << int(ErrorCode::Unauthorized);
    QTest::newRow("AUTH-26 403") << 403 << int(ErrorCode::Forbidden);
    QTest::newRow("UP-30 404") << 404 << int(ErrorCode::NotFound);
    QTest::newRow("UP-31 405") << 405 << int(ErrorCode::RegistryRejected);
    QTest::newRow("507") << 507 << int(ErrorCode::RegistryRejected);
    QTest::newRow("503") << 503 << int(ErrorCode::RegistryUnavailable);
}

void TestBlobUpload::reportsRefusals()
{
    QFETCH(int, status);
    QFETCH(int, code);
    FakeRegistry registry;
    registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        return request.method == "POST" ? std::optional(errorReply(status, "DENIED", "no")) : std::nullopt;
    });
    const auto result = upload(registry, file(1000));
    QVERIFY(!result);
    QCOMPARE(int(result.error().code()), code);
    QVERIFY(!result.error().advice().empty());
}

void TestBlobUpload::namesFilesThatChange()
{
    FakeRegistry registry; // UP-18
    const auto path = m_dir->write("changing.bin", pseudoRandomBytes(large));
    const auto content = openFileContent(path).value();
    bool first = true;
    registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.method == "PATCH" && std::exchange(first, false))
            m_dir->write("changing.bin", pseudoRandomBytes(large, 9));
        return std::nullopt;
    });
    const auto result = upload(registry, content);
    VERIFY_ERROR(result, ErrorCode::ContentChanged);
    QVERIFY(result.error().message().find("changing.bin") != std::string::npos);
    QVERIFY(!registry.hasBlob(Digest::sha256Of(pseudoRandomBytes(large)).toString()));
}

void TestBlobUpload::keepsCredentialsFromForeignLocations()
{
    // RED-06: a session on another, plain http, origin is not contacted at all
    FakeRegistry registry({.user = "u", .password = "p"});
    m_dir->write("docker/config.json", R"({"auths":{")" + registry.host() + R"(":{"auth":"dTpw"}}})");
    FakeRegistry foreign;
    registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.method != "POST" || request.header("authorization").empty())
            return std::nullopt;
        return ServerReply{.status = 202,
                           .headers = {{"Location", "http://" + foreign.host() + "/v2/x/blobs/uploads/1"}}};
    });
    VERIFY_ERROR(upload(registry, file(1000)), ErrorCode::RegistryRejected);
    QCOMPARE(foreign.requests().size(), std::size_t(0));
}

void TestBlobUpload::twoUploadsOfOneBlobSucceed()
{
    FakeRegistry registry; // UP-22, APP-02: the second does not touch the first one's journal
    const auto content = file(large);
    std::vector<std::thread> threads;
    std::atomic<int> good{0};
    for (int i = 0; i < 2; ++i)
        threads.emplace_back([&] { good += upload(registry, content) ? 1 : 0; });
    for (auto &thread : threads)
        thread.join();
    QCOMPARE(good.load(), 2);
    QVERIFY(registry.blob(Digest::sha256Of(pseudoRandomBytes(large)).toString()) == pseudoRandomBytes(large));
}

QTEST_GUILESS_MAIN(TestBlobUpload)
#include "tst_blobupload.moc"
