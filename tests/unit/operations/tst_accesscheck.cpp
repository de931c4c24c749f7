// SPDX-License-Identifier: Apache-2.0
#include "operations/accesscheck.h"
#include "operations/signin.h"
#include "support/fakeregistry.h"
#include "support/programs.h"
#include "support/testing.h"

#include <QObject>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestAccessCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void passesEveryStep();
    void leavesNothingBehind();
    void withoutARepositoryRightsAreSkipped();
    void nobodyListens();
    void unknownName();
    void noRegistryThere();
    void wrongCredential();
    void mayPullButNotPush();
    void askedForTokensByTheRightScope();
    void cancelIsRefusedAndStillPasses();
    void onlyAStopIsAnError();
    void signOutIsFeltAtOnce();
    void aTrialDoesNotDisturbWhatRuns();
    void chosenPlainHttpHoldsAtOnce();
    void choosesTheStore();

private:
    AccessCheck check(const RegistryHost &host, const char *repository = "team/model")
    {
        AccessCheckOptions options;
        if (*repository != '\0')
            options.repository = RepositoryName::parse(repository).value();
        const auto result = checkAccess(host, options, *m_session, m_context);
        return result ? *result : AccessCheck();
    }
    /// "ok ok ok failed skipped skipped"
    static std::string outcomes(const AccessCheck &check)
    {
        std::string text;
        for (const auto &step : check.steps)
            text += step.outcome == AccessStep::Outcome::Passed ? 'p'
                : step.outcome == AccessStep::Outcome::Failed   ? 'F'
                                                                : '-';
        return text;
    }
    std::unique_ptr<TestDir> m_dir;
    std::unique_ptr<Session> m_session;
    TaskContext m_context;
};

void TestAccessCheck::init()
{
    m_dir = std::make_unique<TestDir>();
    m_session = std::make_unique<Session>(SessionOptions{.authFile = *m_dir / "auth.json",
                                                         .storePath = *m_dir / "store",
                                                         .hashCachePath = *m_dir / "hashes.sqlite",
                                                         .settingsPath = *m_dir / "client.json"});
}

void TestAccessCheck::passesEveryStep()
{
    const FakeRegistry registry({.user = "alice", .password = "wonder", .bearer = true});
    VERIFY_RESULT(signIn(registry.registryHost(), {"alice", "wonder"}, *m_session, m_context));
    const auto result = check(registry.registryHost());
    QCOMPARE(outcomes(result), std::string("pppppp"));
    QVERIFY(result.signedIn && !result.failure());
    QCOMPARE(result.steps[0].detail, std::string("127.0.0.1"));
    QCOMPARE(result.steps[1].detail, std::string("plain HTTP, not encrypted"));
    QCOMPARE(result.steps[3].detail, (*m_dir / "auth.json").string());
    for (const auto &step : result.steps)
        QVERIFY(step.took.count() > 0);
}

void TestAccessCheck::leavesNothingBehind()
{
    const FakeRegistry registry;
    const auto result = check(registry.registryHost());
    QCOMPARE(outcomes(result), std::string("pppppp"));
    QVERIFY(!result.signedIn);
    QCOMPARE(registry.count("POST /v2/team/model/blobs/uploads/"), std::size_t(1));
    QCOMPARE(registry.count("DELETE /v2/team/model/blobs/uploads/"), std::size_t(1));
    QCOMPARE(registry.openSessions(), std::size_t(0));
    QCOMPARE(registry.bytesReceived(), std::size_t(0));
}

void TestAccessCheck::withoutARepositoryRightsAreSkipped()
{
    const FakeRegistry registry;
    QCOMPARE(outcomes(check(registry.registryHost(), "")), std::string("pppp--"));
    QCOMPARE(registry.count("POST "), std::size_t(0));
}

void TestAccessCheck::nobodyListens()
{
    const auto result = check(RegistryHost::parse("127.0.0.1:" + std::to_string(freePort())).value());
    QCOMPARE(outcomes(result), std::string("pF----"));
    QVERIFY(result.failure()->code() == ErrorCode::NetworkFailed);
}

void TestAccessCheck::unknownName()
{
    const auto result = check(RegistryHost::parse("nowhere.invalid").value());
    QCOMPARE(outcomes(result), std::string("F-----"));
    QVERIFY(result.failure()->code() == ErrorCode::NetworkFailed);
}

void TestAccessCheck::noRegistryThere()
{
    FakeRegistry registry;
    registry.setScript([](const ServerRequest &) { return ServerReply{.status = 404, .body = "not here"}; });
    const auto result = check(registry.registryHost());
    QCOMPARE(outcomes(result), std::string("ppF---"));
    QVERIFY(result.failure()->code() == ErrorCode::NotFound);
}

void TestAccessCheck::wrongCredential()
{
    const FakeRegistry registry({.user = "alice", .password = "wonder"});
    VERIFY_RESULT(m_session->credentials().store(registry.registryHost(), "alice", "Kn4veOfHearts",
                                                 CredentialPlace::Session, m_context));
    const auto result = check(registry.registryHost());
    QCOMPARE(outcomes(result), std::string("pppF--"));
    QVERIFY(result.failure()->code() == ErrorCode::Unauthorized);
    QVERIFY(result.failure()->toString().find("Kn4veOfHearts") == std::string::npos);
}

void TestAccessCheck::mayPullButNotPush()
{
    FakeRegistry registry;
    registry.setScript([](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.method == "POST")
            return errorReply(403, "DENIED", "you may only read");
        return std::nullopt;
    });
    const auto result = check(registry.registryHost());
    QCOMPARE(outcomes(result), std::string("pppppF"));
    QVERIFY(result.failure()->code() == ErrorCode::Forbidden);
    QCOMPARE(result.failure()->registryErrors().at(0).message, std::string("you may only read"));
}

void TestAccessCheck::askedForTokensByTheRightScope()
{
    const FakeRegistry registry({.user = "alice", .password = "wonder", .bearer = true});
    VERIFY_RESULT(m_session->credentials().store(registry.registryHost(), "alice", "wonder", CredentialPlace::Session,
                                                 m_context));
    QCOMPARE(outcomes(check(registry.registryHost())), std::string("pppppp"));
    QVERIFY(registry.count("GET scope=repository%3Ateam%2Fmodel%3Apull%2Cpush") == 1);
}

void TestAccessCheck::cancelIsRefusedAndStillPasses()
{
    FakeRegistry registry;
    registry.setScript([](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.method == "DELETE")
            return errorReply(405, "UNSUPPORTED");
        return std::nullopt;
    });
    const auto result = check(registry.registryHost());
    QCOMPARE(outcomes(result), std::string("pppppp"));
    QVERIFY(result.steps[5].detail.find("expires") != std::string::npos);
}

void TestAccessCheck::onlyAStopIsAnError()
{
    const FakeRegistry registry;
    std::stop_source source;
    source.request_stop();
    VERIFY_ERROR(checkAccess(registry.registryHost(), {}, *m_session, TaskContext(source.get_token())),
                 ErrorCode::Canceled);
}

void TestAccessCheck::signOutIsFeltAtOnce()
{
    const FakeRegistry registry({.user = "alice", .password = "wonder", .bearer = true});
    const auto host = registry.registryHost();
    VERIFY_RESULT(signIn(host, {"alice", "wonder", CredentialPlace::Session}, *m_session, m_context));
    const auto client = m_session->registry(host);
    VERIFY_RESULT((*client)->ping(m_context));
    VERIFY_RESULT(signOut(host, CredentialPlace::Session, *m_session, m_context));
    VERIFY_ERROR((*client)->ping(m_context), ErrorCode::Unauthorized);
    VERIFY_ERROR(signOut(host, CredentialPlace::Session, *m_session, m_context), ErrorCode::NotFound);
}

void TestAccessCheck::aTrialDoesNotDisturbWhatRuns()
{
    const FakeRegistry registry({.user = "alice", .password = "wonder", .bearer = true});
    const auto host = registry.registryHost();
    VERIFY_RESULT(signIn(host, {"alice", "wonder", CredentialPlace::Session}, *m_session, m_context));
    const auto client = m_session->registry(host);
    VERIFY_RESULT((*client)->ping(m_context));
    const auto tokens = registry.count("GET /token");
    VERIFY_ERROR(signIn(host, {"alice", "wrong"}, *m_session, m_context), ErrorCode::Unauthorized);
    const auto asked = registry.count("GET /token");
    QVERIFY(asked > tokens);
    VERIFY_RESULT((*client)->ping(m_context)); // with the token it had
    QCOMPARE(registry.count("GET /token"), asked);
}

void TestAccessCheck::chosenPlainHttpHoldsAtOnce()
{
    // Not a loopback name, so https without the choice.
    const auto host = RegistryHost::parse("registry.lan:5000").value();
    auto client = m_session->registry(host);
    QCOMPARE((*client)->origin(m_context)->scheme, std::string("https"));
    VERIFY_RESULT(m_session->chooseForRegistry(host, {true, {}, {}}, m_context));
    client = m_session->registry(host);
    QCOMPARE((*client)->origin(m_context)->scheme, std::string("http"));
    VERIFY_RESULT(m_session->chooseForRegistry(host, {false, "/ca.pem", {}}, m_context));
    client = m_session->registry(host);
    QCOMPARE((*client)->origin(m_context)->scheme, std::string("https"));
    QCOMPARE((*client)->options().caFile.string(), std::string("/ca.pem"));

    m_dir->write("client.json", "{\"registries\": 1}");
    Session broken(SessionOptions{.settingsPath = *m_dir / "client.json"});
    VERIFY_ERROR(broken.registry(host), ErrorCode::InvalidInput);
}

void TestAccessCheck::choosesTheStore()
{
    QCOMPARE(m_session->localStore()->path(), *m_dir / "store");
    VERIFY_RESULT(m_session->chooseStore(*m_dir / "elsewhere", m_context));
    QCOMPARE(m_session->localStore()->path(), *m_dir / "elsewhere");
    m_dir->write("photos/a.jpg", "x");
    VERIFY_ERROR(m_session->chooseStore(*m_dir / "photos", m_context), ErrorCode::InvalidInput);
    VERIFY_ERROR(m_session->chooseStore(*m_dir / "photos/a.jpg", m_context), ErrorCode::InvalidInput);
    QCOMPARE(m_session->localStore()->path(), *m_dir / "elsewhere");
    m_dir->write("layout/oci-layout", R"({"imageLayoutVersion":"1.0.0"})");
    VERIFY_RESULT(m_session->chooseStore(*m_dir / "layout", m_context));
    VERIFY_RESULT(m_session->chooseStore({}, m_context));
    QCOMPARE(m_session->localStore()->path(), *m_dir / "store");
}

QTEST_GUILESS_MAIN(TestAccessCheck)
#include "tst_accesscheck.moc"
