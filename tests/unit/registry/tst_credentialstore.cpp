// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "io/json.h"
#include "registry/credentialhelper.h"
#include "registry/credentialstore.h"
#include "support/testing.h"

#include <QElapsedTimer>
#include <QTest>
#include <sys/stat.h>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestCredentialStore : public QObject {
    Q_OBJECT

private slots:
    void init();
    void findsInTheRightOrder();
    void matchesKeys_data();
    void matchesKeys();
    void keepsHostsApart();
    void readsTokens();
    void asksHelpers();
    void namesFailingHelpers();
    void refusesHelperNames();
    void storesWithoutLosingAnything();
    void storesThroughSymlinks();
    void erases();
    void refusesBrokenFiles();

private:
    std::unique_ptr<TestDir> m_dir;
    void makeHelper(const std::string &name, const std::string &script) const;
    Result<std::optional<Credential>> find(const char *registry, const char *repository = nullptr) const;
};

void TestCredentialStore::init()
{
    m_dir = std::make_unique<TestDir>();
    for (const char *name : {"REGISTRY_AUTH_FILE", "DOCKER_AUTH_CONFIG", "DOCKER_CONFIG", "XDG_CONFIG_HOME"})
        qunsetenv(name);
    qputenv("HOME", m_dir->path().c_str());
    qputenv("XDG_RUNTIME_DIR", (*m_dir / "run").c_str());
}

void TestCredentialStore::makeHelper(const std::string &name, const std::string &script) const
{
    const auto path = m_dir->write("bin/docker-credential-" + name, "#!/bin/sh\n" + script);
    ::chmod(path.c_str(), 0755);
    static const auto systemPath = qgetenv("PATH");
    qputenv("PATH", QByteArray((*m_dir / "bin").c_str()) + ":" + systemPath);
}

Result<std::optional<Credential>> TestCredentialStore::find(const char *registry, const char *repository) const
{
    return CredentialStore().find(RegistryHost::parse(registry).value(),
                                  repository ? std::optional(RepositoryName::parse(repository).value()) : std::nullopt,
                                  TaskContext());
}

static std::string auths(const std::string &key, const std::string &user)
{
    return R"({"auths":{")" + key + R"(":{"auth":")" + base64Encode(user + ":pw:with:colons") + R"("}}})";
}

void TestCredentialStore::findsInTheRightOrder()
{
    m_dir->write(".docker/config.json", auths("r.example", "docker"));
    QCOMPARE((**find("r.example")).user, std::string("docker"));
    QCOMPARE((**find("r.example")).secret, std::string("pw:with:colons")); // AUTH-24
    m_dir->write(".config/containers/auth.json", auths("r.example", "config"));
    QCOMPARE((**find("r.example")).user, std::string("config"));
    m_dir->write("run/containers/auth.json", auths("r.example", "run"));
    QCOMPARE((**find("r.example")).user, std::string("run"));
    qputenv("DOCKER_AUTH_CONFIG", QByteArray::fromStdString(auths("r.example", "ci")));
    QCOMPARE((**find("r.example")).user, std::string("ci"));
    const auto only = m_dir->write("only.json", auths("r.example", "only"));
    qputenv("REGISTRY_AUTH_FILE", only.c_str());
    QCOMPARE((**find("r.example")).user, std::string("only"));
    QCOMPARE((**find("r.example")).source, only.string());
    QVERIFY(!find("other.example")->has_value());
}

void TestCredentialStore::matchesKeys_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("registry");
    QTest::addColumn<QString>("repository");
    QTest::addColumn<bool>("found");
    QTest::newRow("host") << "r.example"
                          << "r.example"
                          << "a" << true;
    QTest::newRow("host and port") << "r.example:5000"
                                   << "r.example:5000"
                                   << "a" << true;
    QTest::newRow("url v1") << "https://r.example/v1/"
                            << "r.example"
                            << "a" << true;
    QTest::newRow("url v2") << "https://r.example/v2/"
                            << "r.example"
                            << "a" << true;
    QTest::newRow("trailing slash") << "r.example/"
                                    << "r.example"
                                    << "a" << true;
    QTest::newRow("Docker Hub") << "https://index.docker.io/v1/"
                                << "docker.io"
                                << "library/a" << true;
    QTest::newRow("namespace") << "r.example/team"
                               << "r.example"
                               << "team/model" << true;
    QTest::newRow("other namespace") << "r.example/team"
                                     << "r.example"
                                     << "other/model" << false;
    QTest::newRow("name that begins alike") << "r.example/tea"
                                            << "r.example"
                                            << "team/model" << false;
    QTest::newRow("AUTH-28 other port") << "r.example"
                                        << "r.example:5000"
                                        << "a" << false;
    QTest::newRow("AUTH-28 no port") << "r.example:5000"
                                     << "r.example"
                                     << "a" << false;
}

void TestCredentialStore::matchesKeys()
{
    QFETCH(QString, key);
    QFETCH(QString, registry);
    QFETCH(QString, repository);
    m_dir->write(".docker/config.json", auths(key.toStdString(), "u"));
    const auto credential = find(qPrintable(registry), qPrintable(repository));
    VERIFY_RESULT(credential);
    QTEST(credential->has_value(), "found");
}

void TestCredentialStore::keepsHostsApart()
{
    m_dir->write(
        ".docker/config.json",
        R"({"auths":{"a":{"auth":"eA=="},"b":{},"c":{"auth":"###"},"d":[1],"e":{"username":"u","password":"p"}}})");
    for (const char *host : {"a", "b", "c", "d"})
        QVERIFY2(!find(host)->has_value(), host);
    QCOMPARE((**find("e")).user, std::string("u"));
}

void TestCredentialStore::readsTokens()
{
    m_dir->write(".docker/config.json", R"({"auths":{"a":{"identitytoken":"it"},"b":{"registrytoken":"rt"}}})");
    QVERIFY((**find("a")).kind == Credential::Kind::IdentityToken);
    QVERIFY((**find("b")).kind == Credential::Kind::RegistryToken);
    QCOMPARE((**find("b")).secret, std::string("rt"));
}

void TestCredentialStore::asksHelpers()
{
    makeHelper(
        "good",
        "read server; printf '{\"ServerURL\":\"%s\",\"Username\":\"robot$p+n\",\"Secret\":\"s\"}' \"$server\"\n");
    m_dir->write(".docker/config.json", R"({"credsStore":"good"})");
    const auto credential = find("r.example");
    VERIFY_RESULT(credential);
    QCOMPARE((**credential).user, std::string("robot$p+n")); // AUTH-25
    QVERIFY((**credential).source.find("good") != std::string::npos);

    makeHelper("token", "printf '{\"Username\":\"<token>\",\"Secret\":\"refresh\"}'\n");
    m_dir->write(".docker/config.json", R"({"credsStore":"good","credHelpers":{"r.example":"token"}})");
    QVERIFY((**find("r.example")).kind == Credential::Kind::IdentityToken);

    makeHelper("none", "printf 'credentials not found in native keychain\\n'; exit 1\n");
    m_dir->write(".docker/config.json", R"({"credsStore":"none"})");
    VERIFY_RESULT(find("r.example"));
    QVERIFY(!find("r.example")->has_value());
}

void TestCredentialStore::namesFailingHelpers()
{
    // AUTH-19
    const auto use = [&](const std::string &name) {
        m_dir->write(".docker/config.json", R"({"credsStore":")" + name + R"("})");
    };
    use("missing");
    VERIFY_ERROR(find("r.example"), ErrorCode::FileSystem);
    makeHelper("locked", "printf 'the keyring is locked'; exit 1\n");
    use("locked");
    VERIFY_ERROR(find("r.example"), ErrorCode::Unauthorized);
    QVERIFY(find("r.example").error().message().find("locked") != std::string::npos);
    makeHelper("rubbish", "printf 'not json'\n");
    use("rubbish");
    VERIFY_ERROR(find("r.example"), ErrorCode::InvalidInput);
    makeHelper("flood", "head -c 10000000 /dev/zero\n");
    use("flood");
    VERIFY_ERROR(find("r.example"), ErrorCode::LimitExceeded);

    makeHelper("hangs", "exec sleep 600\n");
    use("hangs");
    std::stop_source stop;
    stop.request_stop();
    QElapsedTimer timer;
    timer.start();
    VERIFY_ERROR(
        CredentialStore().find(RegistryHost::parse("r.example").value(), std::nullopt, TaskContext(stop.get_token())),
        ErrorCode::Canceled);
    QVERIFY(timer.elapsed() < 20'000); // not the helper's ten minutes, not its time limit
}

void TestCredentialStore::refusesHelperNames()
{
    // AUTH-20
    for (const char *name : {"../../x", "a b", "", "a/b", "x;id", "a\nb"})
        VERIFY_ERROR(CredentialHelper::named(name), ErrorCode::InvalidInput);
    VERIFY_RESULT(CredentialHelper::named("osxkeychain-2.0_x"));
}

void TestCredentialStore::storesWithoutLosingAnything()
{
    // AUTH-22
    const auto file =
        m_dir->write(".docker/config.json",
                     R"({"psFormat":"x","auths":{"other":{"auth":"YTpi","extra":1}},"HttpHeaders":{"a":"b"}})");
    const auto registry = RegistryHost::parse("r.example").value();
    VERIFY_RESULT(CredentialStore().store(registry, "me", "pass:word", TaskContext()));
    const auto json = parseJson(readFile(file));
    VERIFY_RESULT(json);
    QCOMPARE(json->text("psFormat"), std::string("x"));
    QCOMPARE(json->find("HttpHeaders")->text("a"), std::string("b"));
    QCOMPARE(*json->find("auths")->find("other")->find("extra")->asInteger(), std::int64_t(1));
    struct ::stat status { };
    QCOMPARE(::stat(file.c_str(), &status), 0);
    QCOMPARE(status.st_mode & 0777, 0600U);
    QCOMPARE((**find("r.example")).secret, std::string("pass:word"));

    VERIFY_RESULT(CredentialStore().store(RegistryHost::parse("docker.io").value(), "hub", "pw", TaskContext()));
    QVERIFY(parseJson(readFile(file))->find("auths")->find("https://index.docker.io/v1/") != nullptr);
}

void TestCredentialStore::storesThroughSymlinks()
{
    m_dir->write("dotfiles/config.json", "{}");
    std::filesystem::create_directories(*m_dir / ".docker");
    std::filesystem::create_symlink("../dotfiles/config.json", *m_dir / ".docker/config.json");
    VERIFY_RESULT(CredentialStore().store(RegistryHost::parse("r.example").value(), "me", "pw", TaskContext()));
    QVERIFY(std::filesystem::is_symlink(*m_dir / ".docker/config.json"));
    QVERIFY(m_dir->read("dotfiles/config.json").find("r.example") != std::string::npos);
}

void TestCredentialStore::erases()
{
    m_dir->write(
        ".docker/config.json",
        R"({"auths":{"https://r.example/v1/":{"auth":"YTpi"},"r.example":{"auth":"YTpi"},"keep":{"auth":"YTpi"}}})");
    VERIFY_RESULT(CredentialStore().erase(RegistryHost::parse("r.example").value(), TaskContext()));
    QVERIFY(!find("r.example")->has_value());
    QVERIFY(find("keep")->has_value());
    VERIFY_ERROR(CredentialStore().erase(RegistryHost::parse("r.example").value(), TaskContext()), ErrorCode::NotFound);
}

void TestCredentialStore::refusesBrokenFiles()
{
    m_dir->write(".docker/config.json", "{\"auths\":");
    const auto credential = find("r.example");
    VERIFY_ERROR(credential, ErrorCode::InvalidInput);
    QVERIFY(credential.error().message().find("config.json") != std::string::npos);
    VERIFY_ERROR(CredentialStore().store(RegistryHost::parse("r.example").value(), "u", "p", TaskContext()),
                 ErrorCode::InvalidInput);
    QCOMPARE(m_dir->read(".docker/config.json"), std::string("{\"auths\":")); // nothing lost
}

QTEST_GUILESS_MAIN(TestCredentialStore)
#include "tst_credentialstore.moc"
