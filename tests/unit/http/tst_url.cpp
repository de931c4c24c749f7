// SPDX-License-Identifier: Apache-2.0
#include "http/credentialpolicy.h"
#include "http/headers.h"
#include "support/testing.h"

#include <QTest>

using namespace modelcrate;

class TestUrl : public QObject {
    Q_OBJECT

private slots:
    void parses();
    void refusesOddUrls();
    void resolvesLocations();
    void replacesQueryParameters();
    void knowsPrivateAddresses();
    void decidesWhereCredentialsGo_data();
    void decidesWhereCredentialsGo();
    void readsRanges();
    void readsNextLinks();
};

static Url url(const char *text) { return Url::parse(text).value(); }

void TestUrl::parses()
{
    const auto parsed = url("https://Registry.Example:5000/v2/a?x=%2F&y");
    QCOMPARE(parsed.origin().toString(), std::string("https://registry.example:5000"));
    QCOMPARE(parsed.path(), std::string("/v2/a"));
    QCOMPARE(parsed.query(), std::string("x=%2F&y"));
    QCOMPARE(url("http://[::1]:80/").origin().host, std::string("::1"));
    QCOMPARE(url("https://host").origin().port, 443);
}

void TestUrl::refusesOddUrls()
{
    for (const char *text :
         {"", "ftp://x/", "file:///etc/passwd", "data:x", "https://user:pw@host/", "https:///x", "https://host:99999/",
          "https://ho st/", "https://host/\n", "//host/", "gopher://x", "https://"})
        QVERIFY2(!Url::parse(text), text);
}

void TestUrl::resolvesLocations()
{
    const auto base = url("https://r.example/v2/a/blobs/uploads/1?old=1");
    QCOMPARE(base.resolve("/v2/x?y=z")->toString(), std::string("https://r.example/v2/x?y=z"));
    QCOMPARE(base.resolve("?y=z")->toString(), std::string("https://r.example/v2/a/blobs/uploads/1?y=z"));
    QCOMPARE(base.resolve("2")->toString(), std::string("https://r.example/v2/a/blobs/uploads/2"));
    QCOMPARE(base.resolve("//cdn.example/b#fragment")->toString(), std::string("https://cdn.example/b"));
    QCOMPARE(base.resolve("http://o/")->toString(), std::string("http://o/"));
    for (const auto &text : {std::string("file:///etc/passwd"), std::string("https://a b/"), std::string(20000, 'a')})
        QVERIFY(!base.resolve(text));
}

void TestUrl::replacesQueryParameters()
{
    QCOMPARE(url("https://r/u").withQueryParameter("digest", "sha256:a").toString(),
             std::string("https://r/u?digest=sha256%3Aa"));
    QCOMPARE(url("https://r/u?_state=a%2Bb").withQueryParameter("digest", "x").toString(),
             std::string("https://r/u?_state=a%2Bb&digest=x"));
    // RED-12: a Location that has a digest already
    QCOMPARE(url("https://r/u?digest=old&s=1").withQueryParameter("digest", "new").toString(),
             std::string("https://r/u?s=1&digest=new"));
}

void TestUrl::knowsPrivateAddresses()
{
    for (const char *address : {"127.0.0.1", "127.9.9.9", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254",
                                "0.0.0.0", "100.64.0.1", "::1", "::", "fe80::1", "fc00::1", "::ffff:10.0.0.1"})
        QVERIFY2(isPrivateAddress(address), address);
    for (const char *address : {"8.8.8.8", "172.32.0.1", "2001:4860::8888", "100.128.0.1"})
        QVERIFY2(!isPrivateAddress(address), address);
    QVERIFY(isLoopbackHost("localhost"));
    QVERIFY(!isLoopbackHost("localhost.evil.com")); // TLS-02
}

void TestUrl::decidesWhereCredentialsGo_data()
{
    QTest::addColumn<QString>("home");
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("role");
    QTest::addColumn<bool>("allowed");
    QTest::addColumn<bool>("credentials");
    const auto row = [](const char *name, const char *home, const char *target, UrlRole role, bool allowed,
                        bool credentials) {
        QTest::newRow(name) << home << target << static_cast<int>(role) << allowed << credentials;
    };
    const char *registry = "https://registry.example";
    row("the registry itself", registry, "https://registry.example/v2/", UrlRole::Request, true, true);
    row("RED-01 redirect to a CDN", registry, "https://cdn.example.net/blob", UrlRole::Redirect, true, false);
    row("RED-02 other port", registry, "https://registry.example:8443/blob", UrlRole::Redirect, true, false);
    row("RED-03 down to http", registry, "http://registry.example/blob", UrlRole::Redirect, false, false);
    row("redirect to the metadata service", registry, "https://169.254.169.254/", UrlRole::Redirect, false, false);
    row("redirect to loopback", registry, "https://127.0.0.1/", UrlRole::Redirect, false, false);
    row("same origin redirect", registry, "https://registry.example/other", UrlRole::Redirect, true, true);
    row("upload location elsewhere", registry, "https://storage.example.net/u", UrlRole::UploadLocation, true, false);
    row("upload location here", registry, "https://registry.example/u", UrlRole::UploadLocation, true, true);
    row("upload location over http", registry, "http://storage.example.net/u", UrlRole::UploadLocation, false, false);
    row("RED-08 next page elsewhere", registry, "https://evil.example/next", UrlRole::PaginationLink, false, false);
    row("next page here", registry, "https://registry.example/v2/_catalog?last=a", UrlRole::PaginationLink, true, true);
    row("token service of the same domain", "https://registry.gitlab.com", "https://gitlab.com/jwt/auth",
        UrlRole::TokenRealm, true, true);
    row("token service of Docker Hub", "https://registry-1.docker.io", "https://auth.docker.io/token",
        UrlRole::TokenRealm, true, true);
    row("AUTH-12 foreign token service", registry, "https://evil.test/token", UrlRole::TokenRealm, true, false);
    row("token service over http", registry, "http://registry.example/token", UrlRole::TokenRealm, false, false);
    row("AUTH-14 token service inside", registry, "https://10.0.0.1/token", UrlRole::TokenRealm, false, false);
    row("shared suffix is no domain", "https://a.azurecr.io", "https://b.azurecr.io/token", UrlRole::TokenRealm, true,
        false);
    row("plain registry, its own token service", "http://localhost:5000", "http://localhost:5001/token",
        UrlRole::TokenRealm, true, true);
}

void TestUrl::decidesWhereCredentialsGo()
{
    QFETCH(QString, home);
    QFETCH(QString, target);
    QFETCH(int, role);
    const auto homeUrl = Url::parse(home.toStdString());
    const auto targetUrl = Url::parse(target.toStdString());
    VERIFY_RESULT(homeUrl);
    VERIFY_RESULT(targetUrl);
    const auto decision = decide(homeUrl->origin(), *targetUrl, static_cast<UrlRole>(role));
    QTEST(decision.allowed, "allowed");
    QTEST(decision.sendCredentials, "credentials");
    QVERIFY(decision.allowed || !decision.reason.pattern().empty());
}

void TestUrl::readsRanges()
{
    QCOMPARE(parseUploadRange("0-4"), std::optional<std::int64_t>(4));
    QCOMPARE(parseUploadRange("bytes=0-9"), std::optional<std::int64_t>(9));
    for (const char *text : {"", "1-4", "0-", "-4", "0-x", "0-99999999999999999999", "a"})
        QVERIFY2(!parseUploadRange(text), text);
    const auto range = parseContentRange("bytes 5-9/100");
    QVERIFY(range && range->first == 5 && range->last == 9 && range->total == 100);
    QVERIFY(parseContentRange("bytes 0-0/*") && !parseContentRange("bytes 0-0/*")->total);
    for (const char *text : {"bytes */10", "bytes 9-5/10", "0-1/2", "bytes 0-1", ""})
        QVERIFY2(!parseContentRange(text), text);
}

void TestUrl::readsNextLinks()
{
    QCOMPARE(parseNextLink({"</v2/_catalog?last=m%2Fa&n=1>; rel=\"next\""}),
             std::optional<std::string>("/v2/_catalog?last=m%2Fa&n=1"));
    QCOMPARE(parseNextLink({"<a>; rel=prev, <b>; rel=next"}), std::optional<std::string>("b"));
    QVERIFY(!parseNextLink({"<a>; rel=\"prev\""}));
    QVERIFY(!parseNextLink({"<a", "", ";;;"}));
    QCOMPARE(parseWarning("299 - \"old registry\""), std::optional<std::string>("old registry"));
}

QTEST_GUILESS_MAIN(TestUrl)
#include "tst_url.moc"
