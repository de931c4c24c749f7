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
    void listsWhatIsFoundAndWhere();
    void listsWhatHelpersHave();
    void oneThatFailsHidesNothing();
    void keepsForTheSessionOnly();
    void keepsInTheKeychain();
    void saysWhyTheKeychainFails();

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

/// A keychain in memory; `locked` fails like one that the user does not open.
class FakeVault final : public SecretVault {
public:
    std::map<std::string, std::string> secrets;
    bool locked = false;
    bool absent = false;

    std::string name() const override { return "Fake Keychain"; }
    Result<void> check(const TaskContext &) override { return {}; }
    Result<std::optional<std::string>> read(const std::string &account, const TaskContext &) override
    {
        if (absent)
            return Error(ErrorCode::Unsupported, "there is no keychain here");
        if (locked)
            return Error(ErrorCode::Unauthorized, "the keychain is locked", "Unlock it.");
        const auto found = secrets.find(account);
        return found == secrets.end() ? std::nullopt : std::optional(found->second);
    }
    Result<void> write(const std::string &account, const std::string &secret, const TaskContext &) override
    {
        if (locked)
            return Error(ErrorCode::Unauthorized, "the keychain is locked", "Unlock it.");
        secrets[account] = secret;
        return {};
    }
    Result<void> remove(const std::string &account, const TaskContext &) override
    {
        secrets.erase(account);
        return {};
    }
};

/// "host user place used" a line.
static std::string linesOf(const CredentialList &list)
{
    std::string text;
    for (const auto &credential : list.found)
        text += cat(credential.key, ' ', credential.user, ' ', static_cast<int>(credential.place), ' ',
                    credential.inUse ? "used" : "unused", '\n');
    return text;
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
    VERIFY_RESULT(CredentialStore().store(registry, "me", "pass:word", CredentialPlace::OwnFile, TaskContext()));
    const auto json = parseJson(readFile(file));
    VERIFY_RESULT(json);
    QCOMPARE(json->text("psFormat"), std::string("x"));
    QCOMPARE(json->find("HttpHeaders")->text("a"), std::string("b"));
    QCOMPARE(*json->find("auths")->find("other")->find("extra")->asInteger(), std::int64_t(1));
    struct ::stat status { };
    QCOMPARE(::stat(file.c_str(), &status), 0);
    QCOMPARE(status.st_mode & 0777, 0600U);
    QCOMPARE((**find("r.example")).secret, std::string("pass:word"));

    VERIFY_RESULT(CredentialStore().store(RegistryHost::parse("docker.io").value(), "hub", "pw",
                                          CredentialPlace::OwnFile, TaskContext()));
    QVERIFY(parseJson(readFile(file))->find("auths")->find("https://index.docker.io/v1/") != nullptr);
}

void TestCredentialStore::storesThroughSymlinks()
{
    m_dir->write("dotfiles/config.json", "{}");
    std::filesystem::create_directories(*m_dir / ".docker");
    std::filesystem::create_symlink("../dotfiles/config.json", *m_dir / ".docker/config.json");
    VERIFY_RESULT(CredentialStore().store(RegistryHost::parse("r.example").value(), "me", "pw",
                                          CredentialPlace::OwnFile, TaskContext()));
    QVERIFY(std::filesystem::is_symlink(*m_dir / ".docker/config.json"));
    QVERIFY(m_dir->read("dotfiles/config.json").find("r.example") != std::string::npos);
}

void TestCredentialStore::erases()
{
    m_dir->write(
        ".docker/config.json",
        R"({"auths":{"https://r.example/v1/":{"auth":"YTpi"},"r.example":{"auth":"YTpi"},"keep":{"auth":"YTpi"}}})");
    VERIFY_RESULT(
        CredentialStore().erase(RegistryHost::parse("r.example").value(), CredentialPlace::OwnFile, TaskContext()));
    QVERIFY(!find("r.example")->has_value());
    QVERIFY(find("keep")->has_value());
    VERIFY_ERROR(
        CredentialStore().erase(RegistryHost::parse("r.example").value(), CredentialPlace::OwnFile, TaskContext()),
        ErrorCode::NotFound);
}

void TestCredentialStore::refusesBrokenFiles()
{
    m_dir->write(".docker/config.json", "{\"auths\":");
    const auto credential = find("r.example");
    VERIFY_ERROR(credential, ErrorCode::InvalidInput);
    QVERIFY(credential.error().message().find("config.json") != std::string::npos);
    VERIFY_ERROR(CredentialStore().store(RegistryHost::parse("r.example").value(), "u", "p", CredentialPlace::OwnFile,
                                         TaskContext()),
                 ErrorCode::InvalidInput);
    QCOMPARE(m_dir->read(".docker/config.json"), std::string("{\"auths\":")); // nothing lost
}

void TestCredentialStore::listsWhatIsFoundAndWhere()
{
    m_dir->write(".docker/config.json", auths("https://index.docker.io/v1/", "hub"));
    m_dir->write(".config/containers/auth.json", auths("r.example/team", "podman"));
    m_dir->write("run/containers/auth.json", auths("r.example", "run"));
    qputenv("DOCKER_AUTH_CONFIG", QByteArray::fromStdString(auths("r.example", "ci")));
    const auto list = CredentialStore().list(TaskContext());
    VERIFY_RESULT(list);
    QCOMPARE(linesOf(*list),
             std::string("r.example ci 4 used\nr.example run 3 unused\nr.example/team podman 3 used\n"
                         "docker.io hub 2 used\n"));
    QCOMPARE(list->found.at(3).source, (*m_dir / ".docker/config.json").string());
    QVERIFY(list->failures.empty());

    const auto only = m_dir->write("only.json", auths("r.example", "only"));
    const auto exclusive = CredentialStore({.authFile = only}).list(TaskContext());
    QCOMPARE(linesOf(*exclusive), std::string("r.example only 2 used\n"));
}

void TestCredentialStore::listsWhatHelpersHave()
{
    makeHelper(
        "box",
        R"([ "$1" = list ] && echo '{"https://index.docker.io/v1/":"hub","r.example":"me","t.example":"<token>"}')");
    makeHelper("one", R"([ "$1" = list ] && echo '{"o.example":"other","unasked.example":"x"}')");
    m_dir->write(".docker/config.json",
                 R"({"auths":{"r.example":{}},"credsStore":"box","credHelpers":{"o.example":"one"}})");
    const auto list = CredentialStore().list(TaskContext());
    VERIFY_RESULT(list);
    QCOMPARE(linesOf(*list),
             std::string("o.example other 2 used\ndocker.io hub 2 used\nr.example me 2 used\nt.example  2 used\n"));
    QVERIFY(list->found.at(2).source.find("(helper box)") != std::string::npos);
    QVERIFY(list->found.at(3).kind == Credential::Kind::IdentityToken);
}

void TestCredentialStore::oneThatFailsHidesNothing()
{
    makeHelper("locked", "echo 'the collection is locked'; exit 1");
    m_dir->write(".docker/config.json", R"({"auths":{"r.example":{"auth":"YTpi"}},"credsStore":"locked"})");
    m_dir->write(".config/containers/auth.json", "{");
    const auto list = CredentialStore().list(TaskContext());
    VERIFY_RESULT(list);
    QCOMPARE(linesOf(*list), std::string("r.example a 2 used\n"));
    QCOMPARE(list->failures.size(), std::size_t(2));
    QVERIFY(list->failures.at(0).message().find("auth.json") != std::string::npos);
    QVERIFY(list->failures.at(1).message().find("the collection is locked") != std::string::npos);
}

void TestCredentialStore::keepsForTheSessionOnly()
{
    const TaskContext context;
    const auto registry = RegistryHost::parse("r.example").value();
    const CredentialStore store;
    VERIFY_RESULT(store.store(registry, "me", "s3cretOfTheSession", CredentialPlace::Session, context));
    QCOMPARE((**store.find(registry, {}, context)).secret, std::string("s3cretOfTheSession"));
    QVERIFY(!find("r.example")->has_value()); // another program
    for (const auto &entry : std::filesystem::recursive_directory_iterator(m_dir->path()))
        QVERIFY(!entry.is_regular_file() || readFile(entry.path()).find("s3cretOfTheSession") == std::string::npos);

    // A newer one takes its place, wherever it is put.
    VERIFY_RESULT(store.store(registry, "me", "new", CredentialPlace::OwnFile, context));
    QCOMPARE((**store.find(registry, {}, context)).secret, std::string("new"));
    VERIFY_ERROR(store.erase(registry, CredentialPlace::Session, context), ErrorCode::NotFound);
    VERIFY_ERROR(store.store(registry, "me", "x", CredentialPlace::Keychain, context), ErrorCode::Unsupported);
    VERIFY_ERROR(store.store(registry, "me", "x", CredentialPlace::OtherFile, context), ErrorCode::Usage);
}

void TestCredentialStore::keepsInTheKeychain()
{
    const TaskContext context;
    const auto registry = RegistryHost::parse("r.example:5000").value();
    m_dir->write(".docker/config.json", auths("r.example:5000", "docker"));
    FakeVault vault;
    ClientSettings settings(*m_dir / "client.json");
    const CredentialStore store({.vault = &vault, .settings = &settings});
    QCOMPARE((**store.find(registry, {}, context)).user, std::string("docker"));
    VERIFY_RESULT(store.store(registry, "me", "inTheKeychain", CredentialPlace::Keychain, context));
    QCOMPARE(vault.secrets.at("me@r.example:5000"), std::string("inTheKeychain"));
    const auto found = store.find(registry, {}, context);
    QCOMPARE((**found).user, std::string("me"));
    QCOMPARE((**found).source, std::string("Fake Keychain"));
    QCOMPARE(linesOf(*store.list(context)), std::string("r.example:5000 me 1 used\nr.example:5000 docker 2 unused\n"));
    for (const auto &entry : std::filesystem::recursive_directory_iterator(m_dir->path()))
        QVERIFY(!entry.is_regular_file() || readFile(entry.path()).find("inTheKeychain") == std::string::npos);

    // Another user's replaces it and leaves nothing of the former.
    VERIFY_RESULT(store.store(registry, "you", "2", CredentialPlace::Keychain, context));
    QCOMPARE(vault.secrets.size(), std::size_t(1));
    VERIFY_RESULT(store.erase(registry, CredentialPlace::Keychain, context));
    QVERIFY(vault.secrets.empty());
    QCOMPARE((**store.find(registry, {}, context)).user, std::string("docker"));

    // What is put into the file is not hidden by what the keychain had.
    VERIFY_RESULT(store.store(registry, "me", "1", CredentialPlace::Keychain, context));
    VERIFY_RESULT(store.store(registry, "me", "2", CredentialPlace::OwnFile, context));
    QVERIFY(vault.secrets.empty());
    QCOMPARE((**store.find(registry, {}, context)).secret, std::string("2"));
}

void TestCredentialStore::saysWhyTheKeychainFails()
{
    const TaskContext context;
    const auto registry = RegistryHost::parse("r.example").value();
    FakeVault vault;
    ClientSettings settings(*m_dir / "client.json");
    const CredentialStore store({.vault = &vault, .settings = &settings});
    vault.locked = true;
    VERIFY_ERROR(store.store(registry, "me", "x", CredentialPlace::Keychain, context), ErrorCode::Unauthorized);
    QVERIFY(settings.registries().empty());
    vault.locked = false;
    VERIFY_RESULT(store.store(registry, "me", "x", CredentialPlace::Keychain, context));
    vault.locked = true;
    // Never silently anonymous.
    VERIFY_ERROR(store.find(registry, {}, context), ErrorCode::Unauthorized);
    // Nor asked about registries that it has nothing for.
    VERIFY_RESULT(store.find(RegistryHost::parse("other.example").value(), {}, context));
    vault.locked = false;
    vault.secrets.clear(); // taken away with the keychain's own program
    QVERIFY(!store.find(registry, {}, context)->has_value());
    // A login without a desktop has none: what docker knows serves, and what is public needs nothing.
    vault.absent = true;
    const auto nothing = store.find(registry, {}, context);
    VERIFY_RESULT(nothing);
    QVERIFY(!nothing->has_value());
    VERIFY_RESULT(store.store(registry, "docker", "y", CredentialPlace::OwnFile, context));
    const auto ofDocker = store.find(registry, {}, context);
    VERIFY_RESULT(ofDocker);
    QVERIFY(*ofDocker && (**ofDocker).user == "docker");
    VERIFY_RESULT(store.erase(registry, CredentialPlace::OwnFile, context));
}

QTEST_GUILESS_MAIN(TestCredentialStore)
#include "tst_credentialstore.moc"
