// SPDX-License-Identifier: Apache-2.0
#include "registry/challenge.h"
#include "registry/registryerror.h"
#include "registry/tokensource.h"
#include "support/testing.h"

#include <QTest>

using namespace modelcrate;

class TestChallenge : public QObject {
    Q_OBJECT

private slots:
    void readsBearer();
    void readsSeveralInOneField();
    void readsOddForms();
    void survivesRubbish();
    void readsTokenAnswers();
    void readsErrorBodies();
};

void TestChallenge::readsBearer()
{
    const auto challenges = parseChallenges(
        {"Bearer "
         "realm=\"https://auth.docker.io/token\",service=\"registry.docker.io\",scope=\"repository:a/b:pull,push\""});
    QCOMPARE(challenges.size(), std::size_t(1));
    QCOMPARE(challenges[0].scheme, std::string("bearer"));
    QCOMPARE(std::string(challenges[0].parameter("realm")), std::string("https://auth.docker.io/token"));
    QCOMPARE(std::string(challenges[0].parameter("scope")), std::string("repository:a/b:pull,push")); // AUTH-03
    QCOMPARE(std::string(challenges[0].parameter("missing")), std::string());
}

void TestChallenge::readsSeveralInOneField()
{
    // AUTH-02
    const auto challenges = parseChallenges(
        {"Basic realm=\"a, b\", Negotiate, Bearer realm=\"https://x/t\", service=s", "Digest qop=auth"});
    QCOMPARE(challenges.size(), std::size_t(4));
    QCOMPARE(std::string(challenges[0].parameter("realm")), std::string("a, b"));
    const auto chosen = chooseChallenge(challenges);
    QVERIFY(chosen && chosen->scheme == "bearer");
    QCOMPARE(std::string(chosen->parameter("service")), std::string("s"));
    QVERIFY(!chooseChallenge(parseChallenges({"Negotiate", "Digest realm=x"})));
}

void TestChallenge::readsOddForms()
{
    const auto challenges = parseChallenges({"bEaReR REALM = \"a\\\"b\" , realm=\"second\" ,service=plain"});
    QCOMPARE(challenges.size(), std::size_t(1));
    QCOMPARE(std::string(challenges[0].parameter("realm")), std::string("a\"b"));
    QCOMPARE(std::string(challenges[0].parameter("service")), std::string("plain"));
    const auto token68 = parseChallenges({"Negotiate YWJjZA==, Basic realm=x"});
    QCOMPARE(token68.size(), std::size_t(2));
    QCOMPARE(token68[1].scheme, std::string("basic"));
}

void TestChallenge::survivesRubbish()
{
    for (const char *text : {"", ",,,", "=", "\"", "Bearer", "Bearer ", "Bearer realm",
                             "Bearer realm=", "Bearer realm=\"", "Bearer =x", "\x01\x02", "a=b"})
        parseChallenges({text});
    QVERIFY(parseChallenges({std::string(100'000, ',')}).empty());
    std::string many;
    for (int i = 0; i < 1000; ++i)
        many += "Bearer realm=x, ";
    QVERIFY(parseChallenges({many}).size() <= 64);
}

void TestChallenge::readsTokenAnswers()
{
    // AUTH-04
    QCOMPARE(parseTokenAnswer(R"({"token":"t"})")->first, std::string("t"));
    QCOMPARE(parseTokenAnswer(R"({"access_token":"a","expires_in":300})")->second, std::chrono::seconds(300));
    QCOMPARE(parseTokenAnswer(R"({"token":"t","access_token":"a"})")->first, std::string("t"));
    QCOMPARE(parseTokenAnswer(R"({"token":"t","expires_in":1e99})")->second, std::chrono::seconds(12 * 3600));
    QCOMPARE(parseTokenAnswer(R"({"token":"t","expires_in":-5})")->second, std::chrono::seconds(60));
    for (const char *text :
         {"", "[]", "{}", R"({"token":""})", R"({"token":"a\r\nX-Evil: 1"})", R"({"token":7})", "<html>"})
        QVERIFY2(!parseTokenAnswer(text), text);
}

void TestChallenge::readsErrorBodies()
{
    HttpResponse response;
    response.finalUrl = Url::parse("https://r.example/v2/x?sig=secret").value();
    response.status = 404;
    response.body =
        R"({"errors":[{"code":"NAME_UNKNOWN","message":"repository name not known","detail":{"name":"x"}}]})";
    auto error = errorFromResponse(response, Message::of("asking for %1", "x"));
    QCOMPARE(error.message(),
             std::string("r.example answered 404 when asking for x: NAME_UNKNOWN: repository name not known "
                         "({\"name\":\"x\"})"));
    QVERIFY(error.wording().pattern() == "%1 answered %2 when %3: %4");
    QVERIFY(error.wording().parts().at(2).pattern() == "asking for %1");
    QVERIFY(error.wording().parts().at(3).pattern().empty()); // what a registry says stays what it is
    QVERIFY(error.code() == ErrorCode::NotFound);
    QCOMPARE(error.httpStatus(), 404);
    QCOMPARE(error.registryErrors().size(), std::size_t(1));
    QVERIFY(error.message().find("repository name not known") != std::string::npos);
    QVERIFY(error.message().find("secret") == std::string::npos);

    // UP-26: no markup in an error
    response.status = 503;
    response.headers.add("Content-Type", "text/html");
    response.body = "<html><body>Service unavailable</body></html>";
    error = errorFromResponse(response, "asking for x");
    QVERIFY(error.code() == ErrorCode::RegistryUnavailable);
    QVERIFY(error.message().find('<') == std::string::npos);

    // UP-29
    response.status = 403;
    response.headers = {};
    response.body = R"({"errors":[{"code":"DENIED","message":"adding 1.2 GiB would exceed the storage quota"}]})";
    QVERIFY(errorFromResponse(response, "sending").code() == ErrorCode::RegistryRejected);
    response.body = R"({"errors":"no list"})";
    QVERIFY(errorFromResponse(response, "sending").code() == ErrorCode::Forbidden);
    QVERIFY(parseRegistryErrors(std::string(100'000, '[')).empty());
}

QTEST_GUILESS_MAIN(TestChallenge)
#include "tst_challenge.moc"
