// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "registry/remoterepository.h"
#include "support/fakeregistry.h"
#include "support/testing.h"

#include <thread>

#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestRemoteRepository : public QObject {
    Q_OBJECT

private slots:
    void init();
    void fetchesManifests();
    void refusesOddManifests_data();
    void refusesOddManifests();
    void readsNoMoreThanAManifest();
    void resolvesTags();
    void readsBlobs();
    void goesOnAfterACutDownload();
    void refusesWrongRanges();
    void refusesBytesBeyondTheSize();
    void pushesManifests();
    void doesNotTrustA200();
    void listsAllPages();
    void refusesForeignAndCircularPages();
    void listsTagsPageByPage();
    void listsReferrers();
    void findsReferrersWithoutTheirApi();
    void aSlowHandshakeIsNoPlainHttp();
    void listsRepositories();
    void knowsRegistriesByTheirAnswers_data();
    void knowsRegistriesByTheirAnswers();
    void listsHarborsByItsOwnApi();
    void removesTags();
    void removesNoOtherTag();
    void removesOnlyWhatWasSeen();
    void signsInWithBasic();
    void signsInWithTokens();
    void fetchesATokenOnce();
    void renewsTokens();
    void stopsAfterRefusedSignIns();
    void refusesForeignTokenServices();
    void retriesAndReports();
    void pingsRegistriesOnly();

private:
    std::shared_ptr<RegistryClient> client(const RegistryHost &host);
    RemoteRepository repository(FakeRegistry &registry)
    {
        return {client(registry.registryHost()), RepositoryName::parse("team/model").value()};
    }
    void signIn(const std::string &host);
    std::unique_ptr<TestDir> m_dir;
    CredentialStore m_credentials;
};

static const TaskContext context;
static const std::string manifestType(mediatypes::imageManifest);

static std::string manifestBytes(const std::string &note = {})
{
    const auto digest = Digest::sha256Of("x").toString();
    const auto descriptor = R"({"mediaType":"application/octet-stream","digest":")" + digest + R"(","size":1})";
    return R"({"schemaVersion":2,"mediaType":")" + manifestType + R"(","config":)" + descriptor + R"(,"layers":[)"
        + descriptor + R"(],"annotations":{"n":")" + note + R"("}})";
}

void TestRemoteRepository::init()
{
    m_dir = std::make_unique<TestDir>();
    for (const char *name : {"REGISTRY_AUTH_FILE", "DOCKER_AUTH_CONFIG"})
        qunsetenv(name);
    qputenv("HOME", m_dir->path().c_str());
    qputenv("XDG_RUNTIME_DIR", (*m_dir / "run").c_str());
    qputenv("DOCKER_CONFIG", (*m_dir / "docker").c_str());
    qputenv("XDG_CONFIG_HOME", (*m_dir / "config").c_str());
    qputenv("XDG_STATE_HOME", (*m_dir / "state").c_str());
}

void TestRemoteRepository::signIn(const std::string &host)
{
    m_dir->write("docker/config.json",
                 R"({"auths":{")" + host + R"(":{"auth":")" + base64Encode("alice:secret") + R"("}}})");
}

std::shared_ptr<RegistryClient> TestRemoteRepository::client(const RegistryHost &host)
{
    RegistryClientOptions options;
    options.plainHttp = true;
    options.retry.firstDelay = std::chrono::milliseconds(1);
    options.retry.maxDelay = std::chrono::milliseconds(20);
    options.stallTimeout = std::chrono::seconds(120); // no case here waits for it
    return std::make_shared<RegistryClient>(host, m_credentials, options);
}

void TestRemoteRepository::fetchesManifests()
{
    FakeRegistry registry;
    const auto digest = registry.addManifest(manifestBytes(), manifestType, "v1");
    auto repo = repository(registry);
    for (const auto &name : {std::string("v1"), digest}) {
        const auto stored = repo.fetchManifest(name, context);
        VERIFY_RESULT(stored);
        QCOMPARE(stored->bytes, manifestBytes());
        QCOMPARE(stored->digest.toString(), digest);
        QCOMPARE(stored->mediaType, manifestType);
    }
    VERIFY_ERROR(repo.fetchManifest("v2", context), ErrorCode::NotFound);
    VERIFY_ERROR(repo.fetchManifest("../../x", context), ErrorCode::InvalidReference);
}

void TestRemoteRepository::refusesOddManifests_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("digest");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    const QByteArray type(manifestType.c_str());
    QTest::newRow("DL-15 digest header of other bytes")
        << type << QByteArray(Digest::sha256Of("other").toString().c_str()) << QByteArray("{}")
        << int(ErrorCode::DigestMismatch);
    QTest::newRow("NET-13 a login page") << QByteArray("text/html; charset=utf-8") << QByteArray()
                                         << QByteArray("<html>sign in</html>") << int(ErrorCode::RegistryRejected);
    QTest::newRow("MAN-06 larger than 4 MiB")
        << type << QByteArray() << QByteArray(5 << 20, ' ') << int(ErrorCode::LimitExceeded);
}

void TestRemoteRepository::refusesOddManifests()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, digest);
    QFETCH(QByteArray, body);
    QFETCH(int, code);
    FakeRegistry registry;
    registry.setScript([&](const ServerRequest &) -> std::optional<ServerReply> {
        ServerReply reply{.headers = {{"Content-Type", type.toStdString()}}, .body = body.toStdString()};
        if (!digest.isEmpty())
            reply.headers.emplace_back("Docker-Content-Digest", digest.toStdString());
        return reply;
    });
    const auto result = repository(registry).fetchManifest("v1", context);
    QVERIFY(!result);
    QCOMPARE(int(result.error().code()), code);
}

void TestRemoteRepository::readsNoMoreThanAManifest()
{
    FakeRegistry registry; // MAN-06: a gigabyte is announced, and more than a manifest is sent
    registry.setScript([&](const ServerRequest &) -> std::optional<ServerReply> {
        return ServerReply{
            .headers = {{"Content-Type", manifestType}}, .body = std::string(8 << 20, ' '), .announcedLength = 1 << 30};
    });
    VERIFY_ERROR(repository(registry).fetchManifest("v1", context), ErrorCode::LimitExceeded);
    QCOMPARE(registry.requests().size(), std::size_t(1));
}

void TestRemoteRepository::resolvesTags()
{
    FakeRegistry registry;
    const auto digest = registry.addManifest(manifestBytes(), manifestType, "v1");
    auto repo = repository(registry);
    QCOMPARE((*repo.resolveTag(TagName::parse("v1").value(), context))->toString(), digest);
    QVERIFY(!repo.resolveTag(TagName::parse("none").value(), context)->has_value());
    // a server without the header is asked for the manifest
    registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        return request.method == "HEAD" ? std::optional(ServerReply{}) : std::nullopt;
    });
    QCOMPARE((*repo.resolveTag(TagName::parse("v1").value(), context))->toString(), digest);
}

static Descriptor descriptorOf(const std::string &bytes)
{
    return {MediaType::parse("application/octet-stream").value(), Digest::sha256Of(bytes),
            ByteCount(static_cast<std::int64_t>(bytes.size()))};
}

void TestRemoteRepository::readsBlobs()
{
    FakeRegistry registry;
    const auto bytes = pseudoRandomBytes(2'000'000);
    registry.addBlob(bytes);
    auto repo = repository(registry);
    const auto content = repo.blob(descriptorOf(bytes));
    QVERIFY(readContent(*content, 10_MiB, context).value() == bytes);
    auto part = content->open(ByteCount(1'000'000), ByteCount(10), context);
    VERIFY_RESULT(part);
    QVERIFY(readAll(**part, 1_KiB).value() == bytes.substr(1'000'000, 10));
    // DL-04: nothing is asked for at the end
    const auto before = registry.requests().size();
    QCOMPARE(readAll(**content->open(ByteCount(2'000'000), std::nullopt, context), 1_KiB).value(), std::string());
    QCOMPARE(registry.requests().size(), before);
    VERIFY_ERROR(readContent(*repo.blob(descriptorOf("missing")), 1_MiB, context), ErrorCode::NotFound);
}

void TestRemoteRepository::goesOnAfterACutDownload()
{
    const auto bytes = pseudoRandomBytes(5'000'000);
    for (const bool ranges : {true, false}) { // DL-01: a server without ranges sends everything again
        FakeRegistry registry;
        registry.addBlob(bytes);
        std::atomic<int> gets{0};
        registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
            if (request.method != "GET")
                return std::nullopt;
            const int number = ++gets;
            if (number == 1)
                return ServerReply{.body = bytes, .cutAfter = 3'000'000};
            if (number == 2 && ranges)
                return std::nullopt;
            return ranges ? std::nullopt : std::optional(ServerReply{.body = bytes});
        });
        const auto content = repository(registry).blob(descriptorOf(bytes));
        auto source = content->open({}, std::nullopt, context);
        VERIFY_RESULT(source);
        const auto got =
            readAll(*makeVerifyingSource(std::move(*source), *content->digest(), *content->size()), 10_MiB);
        VERIFY_RESULT(got);
        QVERIFY(*got == bytes);
        QCOMPARE(gets.load(), 2);
    }
}

void TestRemoteRepository::refusesWrongRanges()
{
    const auto bytes = pseudoRandomBytes(1000);
    FakeRegistry registry;
    for (const char *range : {"bytes 0-499/1000", "bytes 500-999/2000", "rubbish", ""}) { // DL-03, DL-18
        registry.setScript([&](const ServerRequest &) -> std::optional<ServerReply> {
            return ServerReply{.status = 206, .headers = {{"Content-Range", range}}, .body = bytes.substr(0, 500)};
        });
        const auto source = repository(registry).blob(descriptorOf(bytes))->open(ByteCount(500), std::nullopt, context);
        VERIFY_ERROR(readAll(**source, 1_MiB), ErrorCode::SizeMismatch);
    }
}

void TestRemoteRepository::refusesBytesBeyondTheSize()
{
    FakeRegistry registry; // DL-06
    registry.setScript([&](const ServerRequest &) -> std::optional<ServerReply> {
        return ServerReply{.body = std::string(100'000, 'x')};
    });
    const auto descriptor = descriptorOf(std::string(50'000, 'x'));
    auto source = repository(registry).blob(descriptor)->open({}, std::nullopt, context);
    VERIFY_ERROR(readAll(*makeVerifyingSource(std::move(*source), descriptor.digest, descriptor.size), 10_MiB),
                 ErrorCode::SizeMismatch);
}

void TestRemoteRepository::pushesManifests()
{
    FakeRegistry registry;
    auto repo = repository(registry);
    const auto digest = repo.pushManifest(manifestBytes(), manifestType, TagName::parse("v1").value(), context);
    VERIFY_RESULT(digest);
    QCOMPARE(registry.manifest("v1"), manifestBytes());
    VERIFY_ERROR(repo.pushManifest(std::string((4 << 20) + 1, ' '), manifestType, std::nullopt, context),
                 ErrorCode::LimitExceeded); // UP-36
    QCOMPARE(registry.count("PUT"), std::size_t(1));
    for (const auto &[status, code] : {std::pair(412, ErrorCode::Conflict), std::pair(403, ErrorCode::Forbidden),
                                       std::pair(400, ErrorCode::RegistryRejected)}) { // UP-37
        registry.setScript([status = status](const ServerRequest &) -> std::optional<ServerReply> {
            return errorReply(status, "DENIED");
        });
        VERIFY_ERROR(repo.pushManifest(manifestBytes(), manifestType, TagName::parse("v1").value(), context), code);
    }
}

void TestRemoteRepository::doesNotTrustA200()
{
    FakeRegistry registry;
    registry.setScript([&](const ServerRequest &) -> std::optional<ServerReply> { return ServerReply{.body = "{}"}; });
    QVERIFY(!repository(registry).pushManifest(manifestBytes(), manifestType, TagName::parse("v1").value(), context));
}

void TestRemoteRepository::listsAllPages()
{
    FakeRegistry registry({.pageSize = 7});
    for (int i = 0; i < 30; ++i)
        registry.addManifest(manifestBytes(), manifestType, cat("v", i));
    const auto tags = repository(registry).listTags(context);
    VERIFY_RESULT(tags);
    QCOMPARE(tags->size(), std::size_t(30));
    QCOMPARE(registry.count("GET"), std::size_t(5));
}

void TestRemoteRepository::refusesForeignAndCircularPages()
{
    FakeRegistry registry; // MAN-18
    std::string link = "<http://evil.example/next>; rel=\"next\"";
    registry.setScript([&](const ServerRequest &) -> std::optional<ServerReply> {
        return ServerReply{.headers = {{"Link", link}}, .body = R"({"tags":["b","a","b",7,null,"not a tag!"]})"};
    });
    VERIFY_ERROR(repository(registry).listTags(context), ErrorCode::RegistryRejected);
    link = "</v2/team/model/tags/list?last=x>; rel=\"next\"";
    const auto tags = repository(registry).listTags(context);
    VERIFY_RESULT(tags);
    QCOMPARE(tags->size(), std::size_t(2));
    // pages without end, each new: half a list must not pass for a whole one
    std::atomic<int> pages{0};
    registry.setScript([&](const ServerRequest &) -> std::optional<ServerReply> {
        return ServerReply{.headers = {{"Link", cat("</v2/team/model/tags/list?last=", ++pages, ">; rel=\"next\"")}},
                           .body = R"({"tags":["a","a"]})"};
    });
    VERIFY_ERROR(repository(registry).listTags(context), ErrorCode::LimitExceeded);
    QVERIFY(pages < 10'000);
    std::string many;
    for (int i = 0; i < 250'000; ++i)
        many += cat(i == 0 ? "" : ",", "\"t", i, '"');
    registry.setScript([&](const ServerRequest &) -> std::optional<ServerReply> {
        return ServerReply{.body = cat(R"({"tags":[)", many, "]}")};
    });
    const auto large = repository(registry).listTags(context);
    QVERIFY(large ? large->size() == 250'000 : large.error().code() == ErrorCode::LimitExceeded);
    registry.setScript(
        [&](const ServerRequest &) -> std::optional<ServerReply> { return ServerReply{.body = R"({"tags":null})"}; });
    QVERIFY(repository(registry).listTags(context).value().empty());
}

void TestRemoteRepository::listsTagsPageByPage()
{
    FakeRegistry registry({.pageSize = 7});
    for (int i = 0; i < 16; ++i)
        registry.addManifest(manifestBytes(), manifestType, cat("v", i));
    auto repo = repository(registry);
    std::string next;
    std::vector<std::size_t> counts;
    do {
        const auto page = repo.listTagPage(next, context);
        VERIFY_RESULT(page);
        counts.push_back(page->tags.size());
        next = page->next;
        QCOMPARE(registry.count("GET /tags/list"), counts.size());
    } while (!next.empty());
    QCOMPARE(counts, (std::vector<std::size_t>{7, 7, 2}));
    VERIFY_ERROR(repo.listTagPage("http://evil.example/v2/team/model/tags/list", context), ErrorCode::RegistryRejected);
}

/// An index of `count` manifests that are not there, numbered from `first`.
static std::string indexBytes(int first, int count)
{
    std::string manifests;
    for (int i = first; i < first + count; ++i)
        manifests += cat(i == first ? "" : ",", R"({"mediaType":")", manifestType, R"(","digest":")",
                         Digest::sha256Of(cat("referrer ", i)).toString(),
                         R"(","size":7,"artifactType":"application/vnd.dev.cosign.artifact.sig.v1+json"})");
    return cat(R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[)", manifests,
               "]}");
}

void TestRemoteRepository::listsReferrers()
{
    FakeRegistry registry; // MAN-20
    const auto subject = Digest::sha256Of("subject");
    std::atomic<int> pages{0};
    // Pages that come twice, and a circle at their end.
    registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.path() != "/v2/team/model/referrers/" + subject.toString())
            return std::nullopt;
        const int page = ++pages;
        return ServerReply{.headers = {{"Content-Type", std::string(mediatypes::imageIndex)},
                                       {"Link", cat("<", request.path(), "?page=", page % 2, ">; rel=\"next\"")}},
                           .body = indexBytes(page, 2)};
    });
    const auto referrers = repository(registry).listReferrers(subject, context);
    VERIFY_RESULT(referrers);
    QCOMPARE(pages.load(), 3);
    QCOMPARE(referrers->size(), std::size_t(4));
    QCOMPARE(referrers->front().artifactType.value_or(""),
             std::string("application/vnd.dev.cosign.artifact.sig.v1+json"));
    // More than anybody reads.
    registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        const int page = ++pages;
        return ServerReply{.headers = {{"Content-Type", std::string(mediatypes::imageIndex)},
                                       {"Link", cat("<", request.path(), "?page=", page, ">; rel=\"next\"")}},
                           .body = indexBytes(page * 300, 300)};
    });
    pages = 0;
    const auto many = repository(registry).listReferrers(subject, context);
    VERIFY_RESULT(many);
    QCOMPARE(many->size(), maxReferrers);
    QCOMPARE(pages.load(), 4);
}

void TestRemoteRepository::findsReferrersWithoutTheirApi()
{
    const auto subject = Digest::sha256Of("subject");
    const auto tag = "sha256-" + subject.hex();
    for (const int status : {404, 405, 200}) {
        FakeRegistry registry;
        registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
            if (request.path().find("/referrers/") == std::string::npos)
                return std::nullopt;
            if (status != 200)
                return errorReply(status, "UNSUPPORTED");
            return ServerReply{.headers = {{"Content-Type", "text/html"}}, .body = "<html></html>"};
        });
        QVERIFY(repository(registry).listReferrers(subject, context).value().empty());
        registry.addManifest(indexBytes(1, 3), std::string(mediatypes::imageIndex), tag);
        QCOMPARE(repository(registry).listReferrers(subject, context).value().size(), std::size_t(3));
        // Whoever took the name for something else refers to nothing.
        registry.addManifest(manifestBytes(), manifestType, tag);
        QVERIFY(repository(registry).listReferrers(subject, context).value().empty());
    }
    FakeRegistry refusing;
    refusing.setScript([](const ServerRequest &) { return errorReply(403, "DENIED"); });
    VERIFY_ERROR(repository(refusing).listReferrers(subject, context), ErrorCode::Forbidden);
}

/// On a busy machine a handshake on loopback may take longer than the look whether there is one.
void TestRemoteRepository::aSlowHandshakeIsNoPlainHttp()
{
    // Never answers a handshake, which is no request for it, and says what Go's servers for TLS say to plain HTTP.
    const TestServer busy(
        [](const ServerRequest &) {
            return ServerReply{.status = 400, .body = "Client sent an HTTP request to an HTTPS server.\n"};
        },
        {}, TestServer::Handshakes::LeftWaiting);
    const auto schemeOf = [&](const TestServer &server) {
        RegistryClient asking(RegistryHost::parse(server.host()).value(), m_credentials);
        return asking.origin(context)->scheme;
    };
    QCOMPARE(schemeOf(busy), std::string("https"));
    const TestServer plain([](const ServerRequest &) { return ServerReply{.body = "{}"}; }, {},
                           TestServer::Handshakes::LeftWaiting);
    QCOMPARE(schemeOf(plain), std::string("http"));
}

void TestRemoteRepository::listsRepositories()
{
    FakeRegistry registry({.pageSize = 2});
    const auto names = client(registry.registryHost())->listRepositories(context);
    VERIFY_RESULT(names);
    QCOMPARE(names->size(), std::size_t(3));
    FakeRegistry closed({.user = "alice", .password = "secret"}); // MAN-19: signed in, and still not for us
    closed.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.path() != "/v2/_catalog")
            return std::nullopt;
        auto reply = errorReply(401, "UNAUTHORIZED");
        reply.headers.emplace_back("WWW-Authenticate", "Basic realm=\"fake\"");
        return reply;
    });
    VERIFY_ERROR(client(closed.registryHost())->listRepositories(context),
                 ErrorCode::Unauthorized); // signing in may help
    signIn(closed.host());
    VERIFY_ERROR(client(closed.registryHost())->listRepositories(context), ErrorCode::Unsupported);
    for (const int status : {404, 405}) { // MAN-19
        registry.setScript(
            [&](const ServerRequest &) -> std::optional<ServerReply> { return errorReply(status, "UNSUPPORTED"); });
        VERIFY_ERROR(client(registry.registryHost())->listRepositories(context), ErrorCode::Unsupported);
    }
    registry.setScript(
        [&](const ServerRequest &) -> std::optional<ServerReply> { return ServerReply{.body = "<html>"}; });
    VERIFY_ERROR(client(registry.registryHost())->listRepositories(context), ErrorCode::Unsupported);
}

void TestRemoteRepository::knowsRegistriesByTheirAnswers_data()
{
    QTest::addColumn<std::string>("header");
    QTest::addColumn<std::string>("value");
    QTest::addColumn<std::string>("name");
    const auto row = [](const char *title, std::string header, std::string value, std::string name) {
        QTest::newRow(title) << std::move(header) << std::move(value) << std::move(name);
    };
    // As they were seen to answer (goharbor/harbor 12192 and 22118, go-gitea/gitea 36907).
    row("Harbor", "WWW-Authenticate", R"(Bearer realm="http://127.0.0.1:1/service/token",service="harbor-registry")",
        "Harbor");
    row("Harbor's catalog", "WWW-Authenticate", R"(Basic realm="harbor")", "Harbor");
    row("GitLab", "WWW-Authenticate",
        R"(Bearer realm="http://127.0.0.1:1/jwt/auth",service="container_registry",scope="x")",
        "GitLab Container Registry");
    row("Gitea", "WWW-Authenticate",
        R"(Bearer realm="http://127.0.0.1:1/v2/token",service="container_registry",scope="*")", "Gitea");
    row("Artifactory", "X-JFrog-Version", "Artifactory/7.84.10", "JFrog Artifactory");
    row("Nexus", "Server", "Nexus/3.68.1-02 (OSS)", "Nexus Repository");
    row("Distribution", "Docker-Distribution-Api-Version", "registry/2.0", "Distribution");
    row("something else", "Server", "nginx", "OCI registry");
}

void TestRemoteRepository::knowsRegistriesByTheirAnswers()
{
    QFETCH(const std::string, header);
    QFETCH(const std::string, value);
    QFETCH(const std::string, name);
    FakeRegistry registry;
    registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        auto reply = header == "WWW-Authenticate" ? errorReply(401, "UNAUTHORIZED")
            : request.path() == "/v2/"            ? ServerReply{.body = "{}"}
                                                  : errorReply(404, "NOT_FOUND");
        reply.headers.emplace_back(header, value);
        return reply;
    });
    const auto asked = client(registry.registryHost());
    (void)asked->ping(context);
    QCOMPARE(asked->name(context), name);
    QCOMPARE(asked->name(context), name); // what it learns more does not change it

    // zot answers as Distribution does, but for its extensions.
    registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        auto reply = ServerReply{.body = "{}"};
        if (request.path() == "/v2/_oci/ext/discover")
            reply.body = R"({"extensions":[{"name":"_oci"},{"name":"_zot","url":"https://zotregistry.dev"}]})";
        reply.headers.emplace_back("Docker-Distribution-Api-Version", "registry/2.0");
        return reply;
    });
    QCOMPARE(client(registry.registryHost())->name(context), std::string("zot"));
    QCOMPARE(client(RegistryHost::parse("ghcr.io").value())->name(context), std::string("GitHub Container Registry"));
}

/// Its catalog is for administrators; its API lists to everybody what they may see.
void TestRemoteRepository::listsHarborsByItsOwnApi()
{
    FakeRegistry registry({.user = "alice", .password = "secret"});
    std::atomic<bool> wasSignedIn{false};
    registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.path() == "/v2/_catalog") {
            auto reply = errorReply(401, "UNAUTHORIZED");
            reply.headers.emplace_back("WWW-Authenticate", "Basic realm=\"harbor\"");
            return reply;
        }
        if (request.path() != "/api/v2.0/repositories")
            return std::nullopt;
        wasSignedIn = request.header("authorization").find("Basic ") == 0;
        if (request.target.find("page=2") != std::string::npos)
            return ServerReply{.body = R"([{"name":"team/two"}])"};
        return ServerReply{.headers = {{"Link", "</api/v2.0/repositories?page=2&page_size=100>; rel=\"next\""}},
                           .body =
                               R"([{"id":1,"name":"team/one","artifact_count":3},{"name":"a/three"},{"noname":true}])"};
    });
    const std::vector<std::string> all{"a/three", "team/one", "team/two"};
    const auto anonymous = client(registry.registryHost())->listRepositories(context);
    VERIFY_RESULT(anonymous);
    QCOMPARE(*anonymous, all);
    QVERIFY(!wasSignedIn);
    signIn(registry.host());
    const auto signedIn = client(registry.registryHost())->listRepositories(context);
    VERIFY_RESULT(signedIn);
    QCOMPARE(*signedIn, all);
    QVERIFY(wasSignedIn);
    registry.setScript([](const ServerRequest &request) -> std::optional<ServerReply> {
        auto reply = request.path() == "/v2/_catalog" ? errorReply(401, "UNAUTHORIZED")
            : request.path() == "/v2/"                ? ServerReply{}
                                                      : ServerReply{.body = "{}"};
        reply.headers.emplace_back("WWW-Authenticate", "Basic realm=\"harbor\"");
        return reply;
    });
    VERIFY_ERROR(client(registry.registryHost())->listRepositories(context), ErrorCode::Unsupported);
}

void TestRemoteRepository::removesTags()
{
    FakeRegistry registry;
    registry.addManifest(manifestBytes(), manifestType, "v1");
    registry.addManifest(manifestBytes(), manifestType, "same");
    auto repo = repository(registry);
    VERIFY_RESULT(repo.removeTag(TagName::parse("v1").value(), std::nullopt, false, context));
    QCOMPARE(registry.tags(), std::set<std::string>{"same"});
    VERIFY_ERROR(repo.removeTag(TagName::parse("v1").value(), std::nullopt, false, context), ErrorCode::NotFound);
}

void TestRemoteRepository::removesNoOtherTag()
{
    FakeRegistry registry({.deletesTags = false});
    registry.addManifest(manifestBytes(), manifestType, "v1");
    registry.addManifest(manifestBytes(), manifestType, "same");
    registry.addManifest(manifestBytes("other"), manifestType, "v2");
    auto repo = repository(registry);
    const auto result = repo.removeTag(TagName::parse("v1").value(), std::nullopt, false, context);
    VERIFY_ERROR(result, ErrorCode::Conflict);
    QVERIFY(result.error().message().find("same") != std::string::npos);
    QCOMPARE(registry.tags().size(), std::size_t(3));
    VERIFY_RESULT(repo.removeTag(TagName::parse("v1").value(), std::nullopt, true, context));
    QCOMPARE(registry.tags(), std::set<std::string>{"v2"});
    VERIFY_RESULT(repo.removeTag(TagName::parse("v2").value(), std::nullopt, false, context));
}

void TestRemoteRepository::removesOnlyWhatWasSeen()
{
    FakeRegistry registry;
    const auto v1 = TagName::parse("v1").value();
    const auto seen = Digest::parse(registry.addManifest(manifestBytes(), manifestType, "v1")).value();
    const auto moved = Digest::parse(registry.addManifest(manifestBytes("other"), manifestType, "v1")).value();
    registry.addManifest(manifestBytes(), manifestType, "same");
    auto repo = repository(registry);
    for (const bool all : {false, true}) {
        const auto result = repo.removeTag(v1, seen, all, context);
        VERIFY_ERROR(result, ErrorCode::Conflict);
        QVERIFY(result.error().message().find(moved.toString()) != std::string::npos);
    }
    // Somebody moves it while the other tags are looked at.
    registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.path() == "/v2/team/model/manifests/same")
            registry.addManifest(manifestBytes("later"), manifestType, "v1");
        return std::nullopt;
    });
    VERIFY_ERROR(repo.removeTag(v1, moved, false, context), ErrorCode::Conflict);
    QCOMPARE(registry.count("DELETE /manifests/"), std::size_t(0));
    QCOMPARE(registry.tags(), (std::set<std::string>{"same", "v1"}));

    registry.setScript({});
    VERIFY_RESULT(repo.removeTag(v1, Digest::sha256Of(manifestBytes("later")), false, context));
    QCOMPARE(registry.tags(), std::set<std::string>{"same"});
    VERIFY_RESULT(repo.removeTag(TagName::parse("same").value(), seen, true, context));
    QCOMPARE(registry.count("DELETE /manifests/" + seen.toString()), std::size_t(1));
}

void TestRemoteRepository::signsInWithBasic()
{
    FakeRegistry registry({.user = "alice", .password = "secret"});
    registry.addManifest(manifestBytes(), manifestType, "v1");
    VERIFY_ERROR(repository(registry).fetchManifest("v1", context), ErrorCode::Unauthorized);
    signIn(registry.host());
    VERIFY_RESULT(repository(registry).fetchManifest("v1", context));
}

void TestRemoteRepository::signsInWithTokens()
{
    FakeRegistry registry({.user = "alice", .password = "secret", .bearer = true});
    registry.addManifest(manifestBytes(), manifestType, "v1");
    VERIFY_ERROR(repository(registry).fetchManifest("v1", context), ErrorCode::Unauthorized);
    signIn(registry.host());
    VERIFY_RESULT(repository(registry).fetchManifest("v1", context));
    QVERIFY(registry.count("GET scope=repository%3Ateam%2Fmodel%3Apull") >= 1);
    QVERIFY(registry.count("GET service=fake") >= 1);
}

void TestRemoteRepository::fetchesATokenOnce()
{
    FakeRegistry registry({.bearer = true}); // AUTH-27
    registry.addManifest(manifestBytes(), manifestType, "v1");
    auto repo = repository(registry);
    std::vector<std::thread> threads;
    std::atomic<int> good{0};
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] { good += repo.fetchManifest("v1", context) ? 1 : 0; });
    for (auto &thread : threads)
        thread.join();
    QCOMPARE(good.load(), 8);
    QCOMPARE(registry.count("GET /token"), std::size_t(1));
}

void TestRemoteRepository::renewsTokens()
{
    FakeRegistry registry({.bearer = true}); // AUTH-07
    registry.addManifest(manifestBytes(), manifestType, "v1");
    auto repo = repository(registry);
    VERIFY_RESULT(repo.fetchManifest("v1", context));
    // The token is not taken any more, long before its time.
    bool first = true;
    registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.path() == "/token" || !std::exchange(first, false))
            return std::nullopt;
        auto reply = errorReply(401, "UNAUTHORIZED");
        reply.headers.emplace_back("WWW-Authenticate",
                                   cat("Bearer realm=\"http://", registry.host(), "/token\",error=\"invalid_token\""));
        return reply;
    });
    VERIFY_RESULT(repo.fetchManifest("v1", context));
    QCOMPARE(registry.count("GET /token"), std::size_t(2));
}

void TestRemoteRepository::stopsAfterRefusedSignIns()
{
    FakeRegistry registry({.bearer = true}); // AUTH-09
    registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.path() == "/token")
            return std::nullopt;
        auto reply = errorReply(401, "UNAUTHORIZED", "no");
        reply.headers.emplace_back("WWW-Authenticate", cat("Bearer realm=\"http://", registry.host(), "/token\""));
        return reply;
    });
    VERIFY_ERROR(repository(registry).fetchManifest("v1", context), ErrorCode::Unauthorized);
    QVERIFY(registry.requests().size() <= 4);

    registry.setScript([&](const ServerRequest &) -> std::optional<ServerReply> {
        return errorReply(401, "UNAUTHORIZED");
    }); // AUTH-01
    VERIFY_ERROR(repository(registry).fetchManifest("v1", context), ErrorCode::Unauthorized);
}

void TestRemoteRepository::refusesForeignTokenServices()
{
    FakeRegistry registry;
    signIn(registry.host());
    for (const char *realm : {"http://evil.example/token", "file:///etc/passwd", "gopher://x", "", "/token",
                              "http://user:pw@127.0.0.1/t"}) { // AUTH-12, AUTH-15
        registry.setScript([&](const ServerRequest &) -> std::optional<ServerReply> {
            auto reply = errorReply(401, "UNAUTHORIZED");
            reply.headers.emplace_back("WWW-Authenticate", cat("Bearer realm=\"", realm, "\""));
            return reply;
        });
        const auto result = repository(registry).fetchManifest("v1", context);
        QVERIFY2(!result, realm);
        QVERIFY(result.error().code() == ErrorCode::RegistryRejected || result.error().code() == ErrorCode::Forbidden);
        QVERIFY(registry.authorizations().empty());
    }
}

void TestRemoteRepository::retriesAndReports()
{
    FakeRegistry registry;
    registry.addManifest(manifestBytes(), manifestType, "v1");
    int failures = 3;
    registry.setScript([&](const ServerRequest &) -> std::optional<ServerReply> {
        return failures-- > 0 ? std::optional(errorReply(503, "UNAVAILABLE")) : std::nullopt;
    });
    VERIFY_RESULT(repository(registry).fetchManifest("v1", context));
    failures = 1000;
    VERIFY_ERROR(repository(registry).fetchManifest("v1", context), ErrorCode::RegistryUnavailable);
    QVERIFY(failures > 990);
}

void TestRemoteRepository::pingsRegistriesOnly()
{
    FakeRegistry registry;
    VERIFY_RESULT(client(registry.registryHost())->ping(context));
    registry.setScript([&](const ServerRequest &) -> std::optional<ServerReply> {
        return ServerReply{.headers = {{"Content-Type", "text/html"}}, .body = "<html>Welcome</html>"};
    });
    VERIFY_ERROR(client(registry.registryHost())->ping(context), ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestRemoteRepository)
#include "tst_remoterepository.moc"
