// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "oci/imagelayout.h"
#include "oci/localstore.h"
#include "oci/memorystore.h"
#include "oci/transfer.h"
#include "support/testing.h"

#include <thread>

#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;
namespace fs = std::filesystem;

class TestStores : public QObject {
    Q_OBJECT

private slots:
    void storesAndReads_data();
    void storesAndReads();
    void refusesWrongDigests();
    void writesLayoutsOthersRead();
    void refusesOtherFolders();
    void refusesBlobsThatAreLinks();
    void keepsOneIndexForManyWriters();
    void tagsMoveAndGo();
    void freesUnused();
    void keepsWhatAPublishFound();
    void namesNoBlobThatIsGone();
    void readsABlobThatIsRenewed();
    void transfersChildrenFirst();
    void sendsEqualContentOnce();
    void failsWithoutAManifest();
    void copiesGraphsUnchanged();
    void boundsIndexDepth();
};

static const TaskContext context;
static const auto octets = MediaType::parse("application/octet-stream").value();
static const std::string manifestType(mediatypes::imageManifest);

static TagName tag(const char *name) { return TagName::parse(name).value(); }

static Result<Descriptor> push(ContentStore &store, const std::string &bytes)
{
    return store.pushBlob({"blob", makeMemoryContent(bytes), octets}, context.progress().add("blob", {}), context);
}

static std::string manifestOver(const std::string &blob)
{
    const auto descriptor =
        dumpJson(toJson(Descriptor{octets, Digest::sha256Of(blob), ByteCount(static_cast<std::int64_t>(blob.size()))}));
    return cat(R"({"schemaVersion":2,"mediaType":")", manifestType, R"(","config":)", descriptor, R"(,"layers":[)",
               descriptor, "]}");
}

void TestStores::storesAndReads_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("memory") << "memory";
    QTest::newRow("layout") << "layout";
    QTest::newRow("local store") << "local";
}

static std::unique_ptr<ContentStore> makeStore(const QString &kind, const TestDir &dir)
{
    if (kind == "memory")
        return std::make_unique<MemoryStore>();
    if (kind == "layout")
        return ImageLayout::openOrCreate(dir / "layout").value();
    return LocalStore(dir / "store").repository(RepositoryName::parse("team/model").value(), true).value();
}

void TestStores::storesAndReads()
{
    QFETCH(QString, kind);
    TestDir dir;
    const auto store = makeStore(kind, dir);
    const auto bytes = pseudoRandomBytes(100'000);
    const auto descriptor = push(*store, bytes);
    VERIFY_RESULT(descriptor);
    QCOMPARE(descriptor->digest, Digest::sha256Of(bytes));
    QVERIFY(store->probe(*descriptor, context)->state == BlobProbe::State::Exists);
    QVERIFY(readContent(*store->blob(*descriptor), 1_MiB, context).value() == bytes);
    const Descriptor missing{octets, Digest::sha256Of("missing"), 7_B};
    QVERIFY(store->probe(missing, context)->state == BlobProbe::State::Absent);
    VERIFY_ERROR(readContent(*store->blob(missing), 1_MiB, context), ErrorCode::NotFound);
    VERIFY_RESULT(push(*store, "")); // an empty blob is one too

    const auto manifest = manifestOver(bytes);
    const auto digest = store->pushManifest(manifest, manifestType, tag("v1"), context);
    VERIFY_RESULT(digest);
    QCOMPARE(store->fetchManifest("v1", context)->bytes, manifest);
    QCOMPARE(store->fetchManifest(digest->toString(), context)->bytes, manifest);
    QCOMPARE(*store->resolveTag(tag("v1"), context), std::optional(*digest));
    QVERIFY(!store->resolveTag(tag("v2"), context)->has_value());
    VERIFY_ERROR(store->fetchManifest("v2", context), ErrorCode::NotFound);
    QCOMPARE(store->listTags(context)->size(), std::size_t(1));
}

void TestStores::refusesWrongDigests()
{
    TestDir dir;
    for (const char *kind : {"memory", "layout"}) {
        const auto store = makeStore(kind, dir);
        const auto wrong = Digest::sha256Of("other");
        const auto result = store->pushBlob({"x", withKnownDigest(makeMemoryContent("bytes"), wrong), octets},
                                            context.progress().add("x", {}), context);
        VERIFY_ERROR(result, ErrorCode::DigestMismatch);
        QVERIFY(store->probe({octets, wrong, 5_B}, context)->state == BlobProbe::State::Absent);
    }
    QVERIFY(fs::is_empty(dir / "layout/blobs/sha256"));
}

void TestStores::writesLayoutsOthersRead()
{
    TestDir dir;
    const auto layout = ImageLayout::openOrCreate(dir / "布局");
    VERIFY_RESULT(layout);
    VERIFY_RESULT(push(**layout, "x"));
    VERIFY_RESULT((*layout)->pushManifest(manifestOver("x"), manifestType, tag("v1"), context));
    QVERIFY(dir.read("布局/oci-layout").find("\"1.0.0\"") != std::string::npos);
    const auto index = parseJson(dir.read("布局/index.json"));
    VERIFY_RESULT(index);
    const auto &entry = (*index->find("manifests")->asArray())[0];
    QCOMPARE(entry.find("annotations")->text("org.opencontainers.image.ref.name"), std::string("v1"));
    QCOMPARE(entry.text("digest"), Digest::sha256Of(manifestOver("x")).toString());
}

void TestStores::refusesOtherFolders()
{
    TestDir dir;
    dir.write("photos/cat.jpg", "meow");
    QVERIFY(!ImageLayout::openOrCreate(dir / "photos"));
    VERIFY_ERROR(ImageLayout::open(dir / "none"), ErrorCode::NotFound);
    dir.write("broken/oci-layout", "{}");
    QVERIFY(!ImageLayout::open(dir / "broken"));
    dir.write("future/oci-layout", R"({"imageLayoutVersion":"2.0.0"})");
    QVERIFY(!ImageLayout::open(dir / "future"));
}

void TestStores::refusesBlobsThatAreLinks()
{
    TestDir dir;
    const auto layout = ImageLayout::openOrCreate(dir / "layout").value();
    const auto secret = dir.write("secret", "secret");
    const Descriptor descriptor{octets, Digest::sha256Of("secret"), 6_B};
    fs::create_symlink(secret, dir / cat("layout/blobs/sha256/", descriptor.digest.hex()));
    QVERIFY(!readContent(*layout->blob(descriptor), 1_KiB, context));
}

void TestStores::keepsOneIndexForManyWriters()
{
    TestDir dir;
    VERIFY_RESULT(ImageLayout::openOrCreate(dir / "layout"));
    std::vector<std::thread> threads;
    std::atomic<int> failures{0};
    for (int writer = 0; writer < 4; ++writer) {
        threads.emplace_back([&, writer] {
            const auto layout = ImageLayout::open(dir / "layout");
            for (int i = 0; layout && i < 10; ++i) {
                const auto note = cat(writer, '-', i);
                failures += push(**layout, note) ? 0 : 1;
                failures +=
                    (*layout)->pushManifest(manifestOver(note), manifestType, tag(cat("t", note).c_str()), context) ? 0
                                                                                                                    : 1;
            }
        });
    }
    for (auto &thread : threads)
        thread.join();
    QCOMPARE(failures.load(), 0);
    QCOMPARE(ImageLayout::open(dir / "layout").value()->listTags(context)->size(), std::size_t(40));
}

void TestStores::tagsMoveAndGo()
{
    TestDir dir;
    for (const char *kind : {"memory", "layout", "local"}) {
        const auto store = makeStore(kind, dir);
        for (const char *blob : {"a", "b"}) {
            VERIFY_RESULT(push(*store, blob));
            VERIFY_RESULT(store->pushManifest(manifestOver(blob), manifestType, tag("v1"), context));
        }
        VERIFY_RESULT(store->pushManifest(manifestOver("b"), manifestType, tag("v2"), context));
        QCOMPARE(*store->resolveTag(tag("v1"), context), std::optional(Digest::sha256Of(manifestOver("b"))));
        const auto seen = Digest::sha256Of(manifestOver("a"));
        VERIFY_ERROR(store->removeTag(tag("v1"), seen, true, context), ErrorCode::Conflict); // it was moved
        VERIFY_RESULT(store->fetchManifest("v1", context));
        VERIFY_RESULT(store->removeTag(tag("v1"), Digest::sha256Of(manifestOver("b")), false, context));
        QVERIFY(!store->resolveTag(tag("v1"), context)->has_value());
        VERIFY_RESULT(store->fetchManifest("v2", context));
        VERIFY_ERROR(store->removeTag(tag("v1"), std::nullopt, false, context), ErrorCode::NotFound);
    }
}

void TestStores::freesUnused()
{
    TestDir dir;
    const LocalStore store(dir / "store");
    const auto a = store.repository(RepositoryName::parse("a").value(), true).value();
    const auto b = store.repository(RepositoryName::parse("b").value(), true).value();
    const auto shared = pseudoRandomBytes(1000);
    const auto alone = pseudoRandomBytes(5000, 2);
    for (const auto &[repository, bytes] :
         {std::pair(a.get(), shared), std::pair(b.get(), shared), std::pair(a.get(), alone)}) {
        VERIFY_RESULT(push(*repository, bytes));
        VERIFY_RESULT(repository->pushManifest(manifestOver(bytes), manifestType,
                                               tag(bytes == alone ? "alone" : "shared"), context));
    }
    QCOMPARE(store.list()->size(), std::size_t(3));
    VERIFY_RESULT(a->removeTag(tag("alone"), std::nullopt, false, context));
    VERIFY_RESULT(a->removeTag(tag("shared"), std::nullopt, false, context));
    const auto layout = ImageLayout::open(dir / "store").value();
    QVERIFY(layout->removeUnreferencedBlobs(std::chrono::seconds(3600), context).value()
            == ByteCount()); // all are young
    const auto freed = layout->removeUnreferencedBlobs(std::chrono::seconds(0), context);
    VERIFY_RESULT(freed);
    QVERIFY(*freed >= 5000_B);
    VERIFY_RESULT(b->fetchManifest("shared", context));
    QVERIFY(readContent(*b->blob({octets, Digest::sha256Of(shared), 1000_B}), 1_MiB, context).value() == shared);
}

static Result<Descriptor> pushKnown(ContentStore &store, const std::string &bytes)
{
    return store.pushBlob({"blob", withKnownDigest(makeMemoryContent(bytes), Digest::sha256Of(bytes)), octets},
                          context.progress().add("blob", {}), context);
}

static void makeOld(const fs::path &file)
{
    fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours(2));
}

void TestStores::keepsWhatAPublishFound()
{
    TestDir dir;
    const LocalStore store(dir / "store");
    const auto repository = store.repository(RepositoryName::parse("a").value(), true).value();
    VERIFY_RESULT(pushKnown(*repository, "found"));
    VERIFY_RESULT(pushKnown(*repository, "planned"));
    const auto found = dir / cat("store/blobs/sha256/", Digest::sha256Of("found").hex());
    const auto planned = dir / cat("store/blobs/sha256/", Digest::sha256Of("planned").hex());
    makeOld(found);
    makeOld(planned);
    VERIFY_RESULT(pushKnown(*repository, "found")); // not sent, since it is there
    QVERIFY(repository->probe({octets, Digest::sha256Of("planned"), 7_B}, context)->state == BlobProbe::State::Exists);
    QCOMPARE(store.freeUnused(context).value(), 7_B); // a plan holds nothing back
    QVERIFY(fs::exists(found) && !fs::exists(planned));
    VERIFY_RESULT(repository->pushManifest(manifestOver("found"), manifestType, tag("v1"), context));
    makeOld(found);
    QCOMPARE(store.freeUnused(context).value(), ByteCount());
    QVERIFY(fs::exists(found));
}

void TestStores::namesNoBlobThatIsGone()
{
    TestDir dir;
    const auto layout = ImageLayout::openOrCreate(dir / "layout").value();
    const auto blob = dir / cat("layout/blobs/sha256/", Digest::sha256Of("bytes").hex());
    const auto manifest = manifestOver("bytes");
    const auto refuses = [&](std::string_view why) {
        const auto index = dir.read("layout/index.json");
        const auto pushed = layout->pushManifest(manifest, manifestType, tag("v1"), context);
        VERIFY_ERROR(pushed, ErrorCode::Conflict);
        QVERIFY2(pushed.error().message().find(why) != std::string::npos, pushed.error().message().c_str());
        QVERIFY(pushed.error().message().find(Digest::sha256Of("bytes").toString()) != std::string::npos);
        QVERIFY(pushed.error().advice().find("again") != std::string::npos);
        QCOMPARE(dir.read("layout/index.json"), index);
        QVERIFY(!fs::exists(dir / cat("layout/blobs/sha256/", Digest::sha256Of(manifest).hex())));
    };
    VERIFY_RESULT(pushKnown(*layout, "bytes"));
    makeOld(blob);
    VERIFY_RESULT(layout->removeUnreferencedBlobs(std::chrono::seconds(3600), context)); // the publish took that long
    refuses("is not in oci:");
    dir.write(cat("layout/blobs/sha256/", blob.filename().string()), "byt");
    refuses("has 3 bytes, the manifest says 5");
    VERIFY_RESULT(pushKnown(*layout, "bytes")); // publishing again mends it
    VERIFY_RESULT(layout->pushManifest(manifest, manifestType, tag("v1"), context));

    // A layout of others may lack blobs; that its artifact gets another tag breaks nothing.
    fs::remove(blob);
    VERIFY_RESULT(layout->pushManifest(manifest, manifestType, tag("v2"), context));
    // Nor must be there what is to be had elsewhere, or what the manifest only refers to.
    VERIFY_RESULT(pushKnown(*layout, "{}"));
    auto document = parseJson(manifestOver("{}")).value();
    auto descriptor = JsonObject{{"mediaType", "application/vnd.oci.image.layer.nondistributable.v1.tar"},
                                 {"digest", Digest::sha256Of("foreign").toString()},
                                 {"size", 7}};
    document.asObject()->set("subject", descriptor);
    descriptor.set("urls", Json::Array{"https://example.com/foreign"});
    document.asObject()->set("layers", Json::Array{descriptor});
    VERIFY_RESULT(layout->pushManifest(dumpJson(document), manifestType, tag("v3"), context));
}

void TestStores::readsABlobThatIsRenewed()
{
    TestDir dir;
    const auto layout = ImageLayout::openOrCreate(dir / "layout").value();
    const auto descriptor = pushKnown(*layout, "bytes").value();
    makeOld(dir / cat("layout/blobs/sha256/", descriptor.digest.hex()));
    const auto content = layout->blob(descriptor);
    const auto fingerprint = layout->blob(descriptor)->fingerprint();
    auto source = content->open({}, std::nullopt, context).value();
    VERIFY_RESULT(pushKnown(*layout, "bytes")); // by another publish, while this one is read
    const auto read = readAll(*source, 1_KiB);
    VERIFY_RESULT(read);
    QCOMPARE(*read, std::string("bytes"));
    VERIFY_RESULT(readContent(*content, 1_KiB, context));
    QCOMPARE(layout->blob(descriptor)->fingerprint(), fingerprint); // an upload of it can be taken up again
}

namespace {

/// Notes what goes in, in order.
class RecordingStore final : public ContentStore {
public:
    std::string description() const override { return "record"; }
    Result<StoredManifest> fetchManifest(const std::string &name, const TaskContext &c) override
    {
        return inner.fetchManifest(name, c);
    }
    Result<std::optional<Digest>> resolveTag(const TagName &name, const TaskContext &c) override
    {
        return inner.resolveTag(name, c);
    }
    ContentPtr blob(const Descriptor &descriptor) override { return inner.blob(descriptor); }
    Result<BlobProbe> probe(const Descriptor &descriptor, const TaskContext &c) override
    {
        return inner.probe(descriptor, c);
    }
    Result<Descriptor> pushBlob(const BlobToPush &blob, ProgressBoard::Item item, const TaskContext &c) override
    {
        note("blob " + blob.name);
        return inner.pushBlob(blob, std::move(item), c);
    }
    Result<Digest> pushManifest(const std::string &bytes, std::string_view type, const std::optional<TagName> &name,
                                const TaskContext &c) override
    {
        note("manifest " + (name ? name->toString() : std::string("-")));
        return inner.pushManifest(bytes, type, name, c);
    }
    Result<std::vector<TagName>> listTags(const TaskContext &c) override { return inner.listTags(c); }
    Result<void> removeTag(const TagName &name, const std::optional<Digest> &seen, bool all,
                           const TaskContext &c) override
    {
        return inner.removeTag(name, seen, all, c);
    }

    MemoryStore inner;
    std::vector<std::string> log;

private:
    void note(std::string text)
    {
        std::lock_guard lock(m_mutex);
        log.push_back(std::move(text));
    }
    std::mutex m_mutex;
};

TransferRequest requestFor(std::vector<std::string> blobs)
{
    TransferRequest request;
    for (const auto &blob : blobs)
        request.leaves.push_back({blob.substr(0, 8), makeMemoryContent(blob), octets});
    request.documents = [last = blobs.back()](std::span<const Descriptor>) -> Result<TransferDocuments> {
        return TransferDocuments{{{"config", "{}", octets}}, {{manifestOver(last), manifestType}}};
    };
    return request;
}

} // namespace

void TestStores::transfersChildrenFirst()
{
    RecordingStore store;
    auto request = requestFor({"small", std::string(1000, 'l'), "tiny"});
    request.options.concurrency = 1;
    request.tags = {tag("v1"), tag("v2")};
    std::vector<std::size_t> stored;
    request.onLeafStored = [&](std::size_t leaf, const Descriptor &) { stored.push_back(leaf); };
    const auto result = transfer(request, store, context);
    VERIFY_RESULT(result);
    QCOMPARE(store.log,
             (std::vector<std::string>{"blob llllllll", "blob small", "blob tiny", "blob config", "manifest v1",
                                       "manifest v2"}));
    QCOMPARE(result->leaves.size(), std::size_t(3));
    QVERIFY(result->leaves[0].size == 5_B);
    QCOMPARE(stored, (std::vector<std::size_t>{1, 0, 2}));
}

void TestStores::sendsEqualContentOnce()
{
    RecordingStore store; // UP-21
    TransferRequest request = requestFor({"x"});
    const auto content = withKnownDigest(makeMemoryContent("same"), Digest::sha256Of("same"));
    request.leaves = {{"a", content, octets}, {"b", content, MediaType::parse("text/plain").value()}};
    const auto result = transfer(request, store, context);
    VERIFY_RESULT(result);
    QCOMPARE(store.log.size(), std::size_t(3));
    QCOMPARE(result->leaves[1].mediaType.toString(), std::string("text/plain"));
}

void TestStores::failsWithoutAManifest()
{
    RecordingStore store;
    auto request = requestFor({"good", "bad"});
    request.leaves[1].content = withKnownDigest(makeMemoryContent("bad"), Digest::sha256Of("other"));
    request.tags = {tag("v1")};
    VERIFY_ERROR(transfer(request, store, context), ErrorCode::DigestMismatch);
    QVERIFY(!store.inner.resolveTag(tag("v1"), context)->has_value());
    for (const auto &line : store.log)
        QVERIFY(line.find("manifest") == std::string::npos);
    std::stop_source stop;
    stop.request_stop();
    VERIFY_ERROR(transfer(requestFor({"x"}), store, TaskContext(stop.get_token())), ErrorCode::Canceled);
}

void TestStores::copiesGraphsUnchanged()
{
    TestDir dir;
    MemoryStore source;
    VERIFY_RESULT(push(source, "a"));
    VERIFY_RESULT(push(source, "b"));
    VERIFY_RESULT(source.pushManifest(manifestOver("a"), manifestType, std::nullopt, context));
    VERIFY_RESULT(source.pushManifest(manifestOver("b"), manifestType, std::nullopt, context));
    const auto entry = [](const std::string &bytes) {
        return dumpJson(toJson(Descriptor{MediaType::parse(manifestType).value(), Digest::sha256Of(bytes),
                                          ByteCount(static_cast<std::int64_t>(bytes.size()))}));
    };
    const auto index = cat(R"({"schemaVersion":2, "mediaType":"application/vnd.oci.image.index.v1+json","manifests":[)",
                           entry(manifestOver("a")), ",", entry(manifestOver("b")), "]}");
    VERIFY_RESULT(source.pushManifest(index, mediatypes::imageIndex, tag("v1"), context));
    const auto layout = ImageLayout::openOrCreate(dir / "layout").value();
    const auto result = copyGraph(source, "v1", *layout, {tag("copy")}, {}, context);
    VERIFY_RESULT(result);
    QCOMPARE(layout->fetchManifest("copy", context)->bytes, index);
    QCOMPARE(layout->fetchManifest(Digest::sha256Of(manifestOver("b")).toString(), context)->bytes, manifestOver("b"));
    VERIFY_ERROR(fetchImageManifest(source, "v1", context), ErrorCode::InvalidInput);
}

void TestStores::boundsIndexDepth()
{
    MemoryStore store; // MAN-08
    VERIFY_RESULT(push(store, "a"));
    std::string bytes = manifestOver("a");
    std::string type = manifestType;
    VERIFY_RESULT(store.pushManifest(bytes, type, std::nullopt, context));
    for (int depth = 0; depth < 6; ++depth) {
        const auto descriptor = dumpJson(toJson(Descriptor{MediaType::parse(type).value(), Digest::sha256Of(bytes),
                                                           ByteCount(static_cast<std::int64_t>(bytes.size()))}));
        bytes = cat(R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[)",
                    descriptor, "]}");
        type = mediatypes::imageIndex;
        VERIFY_RESULT(store.pushManifest(bytes, type, tag("deep"), context));
    }
    MemoryStore target;
    VERIFY_ERROR(copyGraph(store, "deep", target, {}, {}, context), ErrorCode::LimitExceeded);
}

QTEST_GUILESS_MAIN(TestStores)
#include "tst_stores.moc"
