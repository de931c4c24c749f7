// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "io/json.h"
#include "oci/imagelayout.h"
#include "support/fakeregistry.h"
#include "support/programs.h"

#include <csignal>
#include <thread>

#include <QTest>
#include <sys/stat.h>

using namespace modelcrate;
using namespace modelcrate::testing;
namespace fs = std::filesystem;

class TestCli : public QObject {
    Q_OBJECT

private slots:
    void helpsWithEveryVerb_data();
    void helpsWithEveryVerb();
    void answersMisuse_data();
    void answersMisuse();
    void goesAllTheWay();
    void scansAsJson();
    void plansAsJson();
    void takesEveryPackageOption();
    void packsAPackageFile();
    void validatesVectors();
    void validatesAnything();
    void exitCodesAreStable();
    void alwaysPrintsOneDocument_data();
    void alwaysPrintsOneDocument();
    void signsInAndOut();
    void checksAndListsSignIns();
    void goesByTheUsersSettings();
    void editsWhatIsPublished();
    void removesNoOtherTag();
    void removesOnlyWhatIsNamed();
    void endsCleanlyOnCtrlC();
    void secondCtrlCCuts();
    void survivesClosedOutput();
    void worksWithoutHome();
    void survivesBrokenState();
    void publishesNoDamagedDownload();
    void worksInOddLocalesAndTimes();
    void reportsProgressAsJson();
    void showsNoSecrets();
    void showsPlainTextOnly();

private:
    static Json document(const ProgramResult &result);
};

Json TestCli::document(const ProgramResult &result)
{
    auto json = parseJson(result.output, {.maxBytes = 64 << 20});
    if (!json)
        qFatal("no JSON document: %s / %s", result.output.substr(0, 300).c_str(), result.errors.c_str());
    return std::move(*json);
}

static std::string folder(const Cli &cli, const char *name = "模型 café")
{
    if (!fs::exists(cli.home() / name))
        makeModelFolder(cli.home(), name);
    return (cli.home() / name).string();
}

void TestCli::helpsWithEveryVerb_data()
{
    QTest::addColumn<QString>("verb");
    for (const char *verb : {"scan", "plan", "build", "push", "pull", "copy", "inspect", "validate", "list", "login",
                             "logout", "edit", "tag", "remove"})
        QTest::newRow(verb) << verb;
}

void TestCli::helpsWithEveryVerb()
{
    const Cli cli;
    const auto help = cli.run({QTest::currentDataTag(), "--help"});
    QCOMPARE(help.exitCode, 0);
    QVERIFY(help.output.find("Examples:") != std::string::npos);
    QVERIFY(help.output.find("--json") != std::string::npos);
    QVERIFY(cli.run({"--help"}).output.find(QTest::currentDataTag()) != std::string::npos);
}

void TestCli::answersMisuse_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no verb") << QStringList{};
    QTest::newRow("unknown verb") << QStringList{"launch"};
    QTest::newRow("no folder") << QStringList{"scan"};
    QTest::newRow("unknown option") << QStringList{"scan", ".", "--fast"};
    QTest::newRow("unknown rules") << QStringList{"scan", ".", "--rules", "mine"};
    QTest::newRow("unknown kind") << QStringList{"pull", "store:a:v1", "x", "--kind", "music"};
    QTest::newRow("bad reference") << QStringList{"inspect", "UPPER/case"};
    QTest::newRow("no tag") << QStringList{"inspect", "localhost:1/a"};
    QTest::newRow("push to a store") << QStringList{"push", ".", "store:a:v1"};
    QTest::newRow("build to a registry") << QStringList{"build", ".", "localhost:1/a:v1"};
    QTest::newRow("bad layer option") << QStringList{"plan", ".", "--layer", "x=music"};
    QTest::newRow("bad assignment") << QStringList{"plan", ".", "--set", "name"};
    QTest::newRow("bad rate") << QStringList{"push", ".", "localhost:1/a:v1", "--limit-rate", "fast"};
    QTest::newRow("login without terminal") << QStringList{"login", "localhost:1", "-u", "x"};
}

void TestCli::answersMisuse()
{
    QFETCH(QStringList, arguments);
    const Cli cli;
    std::vector<std::string> list;
    for (const auto &argument : arguments)
        list.push_back(argument.toStdString());
    const auto result = cli.run(list);
    QCOMPARE(result.exitCode, 2);
    if (arguments == QStringList{"launch"})
        QVERIFY2(result.errors.find("\"launch\" is no verb") != std::string::npos, result.errors.c_str());
    if (arguments.isEmpty() || arguments == QStringList{"launch"})
        QVERIFY2(result.errors.find("scan, plan, build, push") != std::string::npos, result.errors.c_str());
    QVERIFY(!result.errors.empty());
    QVERIFY(result.output.empty());
}

void TestCli::goesAllTheWay()
{
    const Cli cli;
    const auto model = folder(cli);
    auto result = cli.run({"build", model, "store:team/model:v1"});
    QCOMPARE(result.exitCode, 0);
    const auto digest = result.output.substr(result.output.find("sha256:"), 71);
    result = cli.run({"list", "store:"});
    QCOMPARE(result.output, std::string("store:team/model:v1\n"));
    result = cli.run({"inspect", "store:team/model:v1", "--manifest"});
    QCOMPARE(Digest::sha256Of(result.output).toString(), digest);
    result = cli.run({"copy", "store:team/model:v1", "oci:" + (cli.home() / "layout").string() + ":v1"});
    QCOMPARE(result.output, digest + "\n");
    result = cli.run({"pull", "oci:" + (cli.home() / "layout").string() + ":v1", (cli.home() / "out").string()});
    QCOMPARE(result.exitCode, 0);
    QVERIFY(folderContents(cli.home() / "out") == folderContents(model));
    QCOMPARE(cli.run({"validate", "store:team/model:v1", "--deep"}).exitCode, 0);
    QCOMPARE(cli.run({"tag", "store:team/model:v1", "v10", "v9"}).exitCode, 0);
    QCOMPARE(cli.run({"list", "store:team/model"}).output, std::string("v1\nv9\nv10\n"));
    QCOMPARE(cli.run({"remove", "store:team/model:v9"}).exitCode, 0);
    QCOMPARE(cli.run({"list", "store:team/model"}).output, std::string("v1\nv10\n"));
    QCOMPARE(cli.run({"inspect", "store:team/model:v10", "--config"}).exitCode, 0);
}

void TestCli::scansAsJson()
{
    const Cli cli;
    const auto model = folder(cli);
    cli.home().write("模型 café/.git/config", "x");
    const auto json = document(cli.run({"scan", model, "--json"}));
    QCOMPARE(*json.find("version")->asInteger(), std::int64_t(1));
    QCOMPARE(json.find("files")->asArray()->size(), std::size_t(8));
    for (const auto &file : *json.find("files")->asArray()) {
        for (const char *member : {"path", "kind", "rule", "certainty"})
            QVERIFY(!file.text(member).empty());
        QVERIFY(file.find("size")->isInteger());
    }
    QCOMPARE((*json.find("excluded")->asArray())[0].text("path"), std::string(".git/"));
    QVERIFY(!(*json.find("excluded")->asArray())[0].text("reason").empty());
    const auto modctl = document(cli.run({"scan", model, "--json", "--rules", "modctl", "--exclude", "*.safetensors"}));
    QCOMPARE(modctl.find("files")->asArray()->size(), std::size_t(6));
}

void TestCli::plansAsJson()
{
    const Cli cli;
    FakeRegistry registry;
    const auto model = folder(cli);
    const auto target = registry.host() + "/team/model:v1";
    auto plan = document(cli.run({"plan", model, target, "--json"}));
    QCOMPARE(plan.find("layers")->asArray()->size(), std::size_t(8));
    QVERIFY(plan.find("manifest")->isObject() && plan.find("config")->isObject());
    QVERIFY(plan.find("replaces")->isNull());
    const auto pushed = document(cli.run({"push", model, target, "--json"}));
    const auto &digest = pushed.text("digest");
    QVERIFY(registry.manifest("v1").size() > 100);
    QCOMPARE(Digest::sha256Of(registry.manifest("v1")).toString(), digest);
    // files of this second are not remembered: their digests are pending again
    plan = document(cli.run({"plan", model, target, "--json"}));
    QCOMPARE(plan.text("replaces"), digest);
    const auto again = document(cli.run({"push", model, target, "--json", "--dry-run"}));
    QCOMPARE(again.text("replaces"), digest);
    QCOMPARE(registry.count("PUT manifests"), std::size_t(1));
}

void TestCli::takesEveryPackageOption()
{
    const Cli cli;
    const auto model = folder(cli);
    const auto result = cli.run({"build",
                                 model,
                                 "store:m:v1",
                                 "--set",
                                 "descriptor.licenses=[\"Apache-2.0\"]",
                                 "--set",
                                 "descriptor.version=1.2",
                                 "--annotation",
                                 "team=a=b",
                                 "--layer",
                                 "data/**=dataset:tar",
                                 "--exclude",
                                 "tokenizer.json",
                                 "--bundle",
                                 "src/**",
                                 "--keep-times",
                                 "--no-oci-annotations",
                                 "--jobs",
                                 "2",
                                 "--json"});
    QCOMPARE(result.exitCode, 0);
    const auto artifact = document(cli.run({"inspect", "store:m:v1", "--json"}));
    const auto *config = artifact.find("config");
    QCOMPARE(config->find("descriptor")->text("version"), std::string("1.2"));
    QCOMPARE(dumpJson(*config->find("descriptor")->find("licenses")), std::string(R"(["Apache-2.0"])"));
    const auto *annotations = artifact.find("manifest")->find("annotations");
    QCOMPARE(annotations->text("team"), std::string("a=b"));
    QVERIFY(!annotations->find("org.opencontainers.image.licenses"));
    QCOMPARE(artifact.find("layers")->asArray()->size(), std::size_t(7));
    QCOMPARE(cli.run({"plan", model, "--exclude", "*.nothing"}).exitCode, 8);
    QCOMPARE(cli.run({"plan", model, "--set", "descriptor.nothing=x"}).exitCode, 8);
    QCOMPARE(cli.run({"plan", model, "--set", "config.capabilities.reasoning=maybe"}).exitCode, 8);
}

void TestCli::packsAPackageFile()
{
    const Cli cli;
    const auto model = folder(cli, "m");
    QCOMPARE(cli.run({"plan", model, "--save", (cli.home() / "x.modelcrate.json").string(), "-q"}).exitCode, 0);
    QCOMPARE(cli.run({"plan", model, "--save", (cli.home() / "x.txt").string(), "-q"}).exitCode, 2);
    const auto one = cli.run({"build", model, "store:m:v1"}).output;
    const auto two = cli.run({"build", (cli.home() / "x.modelcrate.json").string(), "store:m:v2"}).output;
    QVERIFY(!one.empty());
    QCOMPARE(one.substr(one.find('@')), two.substr(two.find('@')));
}

void TestCli::validatesVectors()
{
    const auto vectors = vectorsDir();
    if (!vectors)
        QSKIP("no shared vectors beside this tree");
    const Cli cli;
    const auto list = parseJson(readFile(*vectors / "vectors.json"));
    VERIFY_RESULT(list);
    const std::set<std::string> kinds{"config", "manifest", "index", "descriptor", "layout", "filemeta", "tar"};
    int judged = 0;
    for (const auto &item : list->asArray() ? *list->asArray() : *list->find("vectors")->asArray()) {
        const auto &expect = item.text("expect");
        if (kinds.count(item.text("kind")) == 0 || expect.rfind("pending", 0) == 0)
            continue;
        const auto file = (*vectors / item.text("file")).string();
        const auto result = cli.run({"validate", file, "--as", item.text("kind"), "--json"});
        const auto json = document(result);
        bool warned = false;
        bool namesRelease = false;
        for (const auto &finding : *json.find("findings")->asArray()) {
            warned = warned || finding.text("severity") == "warning";
            namesRelease = namesRelease || finding.text("message").find("v0.0.") != std::string::npos;
        }
        ++judged;
        if (expect == "legacy")
            QVERIFY2((result.exitCode == 0 || result.exitCode == 8) && namesRelease, file.c_str());
        else if (expect == "invalid")
            QVERIFY2(result.exitCode == 8, file.c_str());
        else
            QVERIFY2(result.exitCode == 0 && warned == (expect == "warn"), file.c_str());
    }
    QVERIFY(judged > 200);
}

void TestCli::validatesAnything()
{
    const Cli cli;
    const auto model = folder(cli);
    QCOMPARE(cli.run({"validate", model}).exitCode, 0);
    QCOMPARE(cli.run({"build", model, "oci:" + (cli.home() / "l").string() + ":v1"}).exitCode, 0);
    QCOMPARE(cli.run({"validate", "oci:" + (cli.home() / "l").string()}).exitCode, 0);
    // one flipped byte in a blob
    for (const auto &entry : fs::directory_iterator(cli.home() / "l/blobs/sha256")) {
        if (entry.file_size() > 100'000) {
            auto bytes = readFile(entry.path());
            bytes[1000] = static_cast<char>(bytes[1000] ^ 1);
            fs::permissions(entry.path(), fs::perms::owner_write, fs::perm_options::add);
            cli.home().write(entry.path().lexically_relative(cli.home().path()).string(), bytes);
            break;
        }
    }
    QCOMPARE(cli.run({"validate", "oci:" + (cli.home() / "l").string()}).exitCode, 8);
    QCOMPARE(cli.run({"validate", "oci:" + (cli.home() / "l").string() + ":v1"}).exitCode, 0); // not read
    QCOMPARE(cli.run({"validate", "oci:" + (cli.home() / "l").string() + ":v1", "--deep"}).exitCode, 8);
    const auto config = cli.home().write(
        "c.json",
        R"({"descriptor":{"datasetsURL":["x"]},"config":{},"modelfs":{"type":"layers","diffIds":["sha256:x"]}})");
    QCOMPARE(cli.run({"validate", config.string(), "--as", "config"}).exitCode, 0);
    QCOMPARE(cli.run({"validate", config.string(), "--as", "config", "--spec", "v0.0.7"}).exitCode, 8);
}

void TestCli::exitCodesAreStable()
{
    const Cli cli;
    const auto model = folder(cli);
    FakeRegistry closed({.user = "u", .password = "p"});
    QCOMPARE(cli.run({"push", model, closed.host() + "/a:v1"}).exitCode, 3);
    FakeRegistry registry;
    QCOMPARE(cli.run({"inspect", registry.host() + "/a:none"}).exitCode, 4);
    QCOMPARE(cli.run({"scan", (cli.home() / "none").string()}).exitCode, 4);
    QCOMPARE(cli.run({"inspect", cat("127.0.0.1:", freePort(), "/a:v1")}).exitCode, 5);
    registry.addManifest("{}", "application/vnd.oci.image.manifest.v1+json", "odd");
    QCOMPARE(cli.run({"pull", registry.host() + "/a:odd", (cli.home() / "o").string()}).exitCode, 8);
    registry.setScript([](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.method != "GET")
            return std::nullopt;
        return ServerReply{.headers = {{"Docker-Content-Digest", Digest::sha256Of("other").toString()}}, .body = "{}"};
    });
    QCOMPARE(cli.run({"inspect", registry.host() + "/a:odd"}).exitCode, 6);
    registry.setScript(
        [](const ServerRequest &) -> std::optional<ServerReply> { return errorReply(405, "UNSUPPORTED"); });
    QCOMPARE(cli.run({"push", model, registry.host() + "/a:v1"}).exitCode, 1);
    registry.setScript({});
    QCOMPARE(cli.run({"push", model, registry.host() + "/a:v1"}).exitCode, 0);
    cli.home().write("full/README.md", "other");
    QCOMPARE(cli.run({"pull", registry.host() + "/a:v1", (cli.home() / "full").string()}).exitCode, 7);
    QCOMPARE(cli.run({"build", model, "oci:/proc/nowhere:v1"}).exitCode / 10, 0);
    QVERIFY(cli.run({"build", model, "oci:/proc/nowhere:v1"}).exitCode != 0);
}

void TestCli::alwaysPrintsOneDocument_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("not found") << QStringList{"inspect", "store:none:v1"};
    QTest::newRow("no folder") << QStringList{"scan", "/nowhere"};
    QTest::newRow("refused") << QStringList{"inspect", "127.0.0.1:1/a:v1"};
    QTest::newRow("usage") << QStringList{"pull", "store:a", "x"};
    QTest::newRow("list") << QStringList{"list", "store:"};
    QTest::newRow("logout") << QStringList{"logout", "example.org"};
}

void TestCli::alwaysPrintsOneDocument()
{
    QFETCH(QStringList, arguments); // APP-07
    const Cli cli;
    std::vector<std::string> list{"--json"};
    for (const auto &argument : arguments)
        list.push_back(argument.toStdString());
    const auto result = cli.run(list);
    const auto json = document(result);
    QCOMPARE(*json.find("version")->asInteger(), std::int64_t(1));
    if (result.exitCode != 0)
        QVERIFY(!json.find("error")->text("code").empty() && !json.find("error")->text("message").empty());
}

void TestCli::signsInAndOut()
{
    const Cli cli;
    FakeRegistry registry({.user = "alice", .password = "pw:1"});
    QCOMPARE(cli.run({"login", registry.host(), "-u", "alice", "--password-stdin"}, "wrong").exitCode, 3);
    QCOMPARE(cli.run({"login", registry.host(), "--check"}).exitCode, 3);
    QCOMPARE(cli.run({"login", registry.host(), "-u", "alice", "--password-stdin"}, "pw:1\n").exitCode, 0); // AUTH-24
    QCOMPARE(cli.run({"login", registry.host(), "--check"}).exitCode, 0);
    QCOMPARE(cli.run({"push", folder(cli), registry.host() + "/a:v1"}).exitCode, 0);
    QCOMPARE(cli.run({"logout", registry.host()}).exitCode, 0);
    QCOMPARE(cli.run({"logout", registry.host()}).exitCode, 4);
    QCOMPARE(cli.run({"inspect", registry.host() + "/a:v1"}).exitCode, 3);
    const auto file = (cli.home() / "auth.json").string();
    QCOMPARE(
        cli.run({"login", registry.host(), "-u", "alice", "--password-stdin", "--authfile", file}, "pw:1").exitCode, 0);
    QCOMPARE(cli.run({"inspect", registry.host() + "/a:v1", "--authfile", file}).exitCode, 0);
}

void TestCli::checksAndListsSignIns()
{
    Cli cli;
    FakeRegistry registry({.user = "alice", .password = "pw:1"});
    QCOMPARE(cli.run({"login"}).exitCode, 2);
    QCOMPARE(cli.run({"login", "--list", "--check"}).exitCode, 2);
    QCOMPARE(cli.run({"login", "--list"}).output, std::string());

    auto check = cli.run({"login", registry.host() + "/team/m", "--check"});
    QCOMPARE(check.exitCode, 3);
    QVERIFY2(check.output.find("sign-in     failed") != std::string::npos, check.output.c_str());
    QVERIFY2(check.output.find("push        skipped\n") != std::string::npos, check.output.c_str());
    QCOMPARE(cli.run({"login", registry.host(), "-u", "alice", "--password-stdin"}, "pw:1").exitCode, 0);
    check = cli.run({"login", registry.host() + "/team/m", "--check"});
    QCOMPARE(check.exitCode, 0);
    QVERIFY2(check.output.find("push        ok") != std::string::npos, check.output.c_str());
    QCOMPARE(registry.openSessions(), std::size_t(0));

    const auto json = document(cli.run({"--json", "login", registry.host(), "--check"}));
    QCOMPARE(*json.find("verified")->asBool(), true);
    QCOMPARE(json.find("steps")->asArray()->size(), std::size_t(6));
    QCOMPARE(json.find("steps")->asArray()->at(3).text("step"), std::string("sign-in"));
    QCOMPARE(json.find("steps")->asArray()->at(5).text("outcome"), std::string("skipped"));

    const auto listed = cli.run({"login", "--list"});
    QCOMPARE(listed.exitCode, 0);
    QVERIFY2(listed.output.find(registry.host() + "  alice  /") == 0, listed.output.c_str());
    QVERIFY(listed.output.find("pw:1") == std::string::npos);
    const auto credentials = document(cli.run({"--json", "login", "--list"}));
    QCOMPARE(credentials.find("credentials")->asArray()->at(0).text("user"), std::string("alice"));
}

void TestCli::goesByTheUsersSettings()
{
    Cli cli;
    FakeRegistry registry;
    const auto config = cli.home().write("settings/modelcrate/client.json", "{\"registries\": 1}");
    cli.setEnvironment("XDG_CONFIG_HOME", (cli.home() / "settings").string());
    auto result = cli.run({"list", registry.host()});
    QCOMPARE(result.exitCode, 8);
    QVERIFY2(result.errors.find("client.json") != std::string::npos, result.errors.c_str());
    cli.home().write("settings/modelcrate/client.json",
                     "{\"storePath\": \"" + (cli.home() / "my store").string() + "\"}");
    QCOMPARE(cli.run({"build", folder(cli), "store:m:v1"}).exitCode, 0);
    QVERIFY(std::filesystem::exists(cli.home() / "my store/oci-layout"));
}

void TestCli::editsWhatIsPublished()
{
    const Cli cli;
    FakeRegistry registry;
    const auto reference = registry.host() + "/team/model:v1";
    QCOMPARE(cli.run({"push", folder(cli), reference}).exitCode, 0);
    const auto before = registry.manifest("v1");

    const auto planned =
        cli.run({"edit", reference, "--set", "descriptor.version=2.0", "--annotation", "stage=test", "--dry-run"});
    QCOMPARE(planned.exitCode, 0);
    QVERIFY2(planned.output.find("descriptor.version: ") != std::string::npos, planned.output.c_str());
    QVERIFY2(planned.output.find("stage: (none) -> test") != std::string::npos, planned.output.c_str());
    QCOMPARE(registry.manifest("v1"), before);

    const auto file = cli.home().write("new.md", "# Corrected\n").string();
    const auto done =
        cli.run({"--json", "edit", reference, "--set", "descriptor.version=2.0", "--annotation", "stage=test", "--file",
                 "README.md=" + file, "--to", registry.host() + "/team/model:v2"});
    QCOMPARE(done.exitCode, 0);
    const auto json = document(done);
    QCOMPARE(json.text("digest"), Digest::sha256Of(registry.manifest("v2")).toString());
    QCOMPARE(json.text("before"), Digest::sha256Of(before).toString());
    QVERIFY(*json.find("written")->asBool());
    QCOMPARE(json.find("changes")->find("layers")->asArray()->front().text("path"), std::string("README.md"));
    QCOMPARE(*json.find("referrers")->asInteger(), std::int64_t(0));
    QVERIFY(json.find("findings")->asArray()->empty());
    QCOMPARE(registry.manifest("v1"), before);

    // A value that readers may not understand is a warning, as it is in the window.
    const auto odd = cli.run({"edit", reference, "--set", "config.precision=lots", "--dry-run"});
    QCOMPARE(odd.exitCode, 0);
    QVERIFY2(odd.output.find("warning MP023 /config/precision") != std::string::npos, odd.output.c_str());

    // Who signed what was there has to hear of it.
    const auto signature =
        cat(R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[)",
            R"({"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":"sha256:)", std::string(64, 'a'),
            R"(","size":9,"artifactType":"application/vnd.dev.cosign.artifact.sig.v1+json"}]})");
    registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.path().find("/referrers/" + Digest::sha256Of(before).toString()) == std::string::npos)
            return std::nullopt;
        return ServerReply{
            .headers = {{"Content-Type", "application/vnd.oci.image.index.v1+json"}},
            .body = signature,
        };
    });
    const auto signedBefore = cli.run({"edit", reference, "--annotation", "stage=done"});
    QCOMPARE(signedBefore.exitCode, 0);
    QVERIFY2(signedBefore.errors.find("a signature or other artifact that refers to it stays with it")
                 != std::string::npos,
             signedBefore.errors.c_str());

    QCOMPARE(cli.run({"edit", reference, "--set", "descriptor.nothing=1"}).exitCode, 8);
    QCOMPARE(cli.run({"edit", reference, "--set", "novalue"}).exitCode, 2);
    QCOMPARE(cli.run({"edit", reference, "--file", "none.md=" + file}).exitCode, 4);
    QCOMPARE(cli.run({"edit", folder(cli), "--annotation", "k=v"}).exitCode, 2);
    QCOMPARE(cli.run({"edit", registry.host() + "/team/model:none", "--annotation", "k=v"}).exitCode, 4);
}

void TestCli::removesNoOtherTag()
{
    const Cli cli;
    FakeRegistry registry({.deletesTags = false});
    const auto reference = registry.host() + "/a:v1";
    QCOMPARE(cli.run({"push", folder(cli), reference}).exitCode, 0);
    QCOMPARE(cli.run({"tag", reference, "v2"}).exitCode, 0);
    const auto refused = cli.run({"remove", reference});
    QCOMPARE(refused.exitCode, 7);
    QVERIFY(refused.errors.find("v2") != std::string::npos);
    QCOMPARE(registry.tags().size(), std::size_t(2));
    QCOMPARE(cli.run({"remove", reference, "--all-tags"}).exitCode, 0);
    QVERIFY(registry.tags().empty());
}

void TestCli::removesOnlyWhatIsNamed()
{
    const Cli cli;
    const FakeRegistry registry;
    const std::pair<const char *, std::string> places[] = {
        {"push", registry.host() + "/a:v1"},
        {"build", "store:a:v1"},
        {"build", "oci:" + (cli.home() / "layout").string() + ":v1"}};
    for (const auto &[verb, place] : places) {
        auto pinned = cli.run({verb, folder(cli), place}).output;
        pinned.pop_back(); // the end of the line
        QVERIFY(pinned.starts_with(place + "@sha256:"));
        const auto other = place + "@" + Digest::sha256Of("other").toString();
        QCOMPARE(cli.run({"remove", other}).exitCode, 7);
        QCOMPARE(cli.run({"remove", other, "--all-tags"}).exitCode, 7);
        QCOMPARE(cli.run({"inspect", place}).exitCode, 0);
        QCOMPARE(cli.run({"remove", pinned}).exitCode, 0);
        QCOMPARE(cli.run({"inspect", place}).exitCode, 4);
    }
}

constexpr std::size_t bigSize = 80 << 20; // two seconds for the first chunk, then eight more in which to be interrupted

static std::unique_ptr<QProcess> startThrottledPush(const Cli &cli, const FakeRegistry &registry)
{
    cli.home().write("big/model.bin", pseudoRandomBytes(bigSize));
    return cli.start({"push", (cli.home() / "big").string(), registry.host() + "/a:v1", "--limit-rate", "8M"});
}

void TestCli::endsCleanlyOnCtrlC()
{
    const Cli cli;
    FakeRegistry registry({.losesCutSessions = true});
    const auto process = startThrottledPush(cli, registry);
    QVERIFY(waitUntil([&] { return registry.bytesReceived() > 0; })); // a chunk is there, the next on its way
    interrupt(*process);
    QVERIFY(process->waitForFinished(300'000));
    QCOMPARE(process->exitCode(), 130);
    const auto said = process->readAllStandardError().toStdString();
    QVERIFY2(said.find("Kept: 0 of 1 finished, ") != std::string::npos && said.find("go on") != std::string::npos,
             said.c_str());
    QVERIFY(registry.tags().empty());
    const auto sent = registry.bytesReceived();
    QVERIFY(sent > 0 && sent < bigSize);
    const auto again = cli.run({"push", (cli.home() / "big").string(), registry.host() + "/a:v1"});
    QCOMPARE(again.exitCode, 0);
    const auto bytes = pseudoRandomBytes(bigSize);
    QVERIFY(registry.blob(Digest::sha256Of(bytes).toString()) == bytes);
    QVERIFY(registry.bytesReceived() < bigSize + (1 << 20)); // nothing of the model twice
}

void TestCli::secondCtrlCCuts()
{
    const Cli cli;
    FakeRegistry registry;
    registry.setScript([](const ServerRequest &request) -> std::optional<ServerReply> {
        return request.method == "PATCH" ? std::optional(ServerReply{.hang = true}) : std::nullopt;
    });
    const auto process = startThrottledPush(cli, registry);
    QVERIFY(waitUntil([&] { return registry.count("PATCH") > 0; }));
    interrupt(*process);
    // The registry hangs, so the push cannot end by itself: it says that it stops, and waits.
    QByteArray said;
    QVERIFY(waitUntil([&] { return (said += process->readAllStandardError()).contains("Once more"); }));
    interrupt(*process);
    QVERIFY(process->waitForFinished(20'000)); // the registry would be waited for far longer
    QCOMPARE(process->exitCode(), 130);
}

void TestCli::survivesClosedOutput()
{
    const Cli cli; // APP-07
    const auto model = folder(cli);
    const auto shell = [&](const std::string &command) {
        return runProgram("/bin/sh", {"-c", command}, cli.environment());
    };
    const auto program = "'" + Cli::program() + "'";
    QCOMPARE(shell(program + " scan '" + model + "' >&- 2>/dev/null; test $? -lt 126").exitCode, 0);
    QCOMPARE(shell(program + " scan '" + model + "' 2>/dev/null | head -n 1 >/dev/null").exitCode, 0);
    QCOMPARE(shell(program + " scan '" + model + "' --json >/dev/full 2>/dev/null; test $? -eq 9").exitCode, 0);
}

void TestCli::worksWithoutHome()
{
    Cli cli; // APP-06
    const auto model = folder(cli);
    FakeRegistry registry;
    auto environment = cli.environment();
    for (const char *name : {"HOME", "XDG_RUNTIME_DIR"})
        environment.remove(QString::fromLatin1(name));
    QCOMPARE(runProgram(Cli::program(), {"push", model, registry.host() + "/a:v1"}, environment).exitCode, 0);
    QVERIFY(runProgram(Cli::program(), {"build", model, "store:a:v1"}, environment).exitCode != 0);
    for (const char *name : {"XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"})
        environment.insert(QString::fromLatin1(name), QStringLiteral("relative/path"));
    QCOMPARE(runProgram(Cli::program(), {"push", model, registry.host() + "/a:v2"}, environment).exitCode, 0);
    environment.insert(QStringLiteral("HOME"), QStringLiteral("/proc/nowhere"));
    QCOMPARE(runProgram(Cli::program(), {"push", model, registry.host() + "/a:v3"}, environment).exitCode, 0);
}

void TestCli::survivesBrokenState()
{
    const Cli cli; // APP-09
    const auto model = folder(cli);
    FakeRegistry registry;
    QCOMPARE(cli.run({"push", model, registry.host() + "/a:v1"}).exitCode, 0);
    cli.home().write(".cache/modelcrate/hashes.sqlite",
                     "this is no database at all, it is just some text that is long enough");
    fs::create_directories(cli.home() / ".local/state/modelcrate/uploads");
    for (const auto &entry : fs::directory_iterator(cli.home() / ".local/state/modelcrate/uploads"))
        cli.home().write(entry.path().lexically_relative(cli.home().path()).string(), "rubbish");
    QCOMPARE(cli.run({"push", model, registry.host() + "/a:v2"}).exitCode, 0);
}

void TestCli::publishesNoDamagedDownload()
{
    const Cli cli;
    const auto cache = [&](std::string_view name) { return cat("hub/models--team--model/", name); };
    const auto digest = Digest::sha256Of("weights").hex();
    fs::create_directories(cli.home() / cache("snapshots/c0ffee"));
    fs::create_symlink("../../blobs/" + digest, cli.home() / cache("snapshots/c0ffee/model.safetensors"));
    const auto snapshot = (cli.home() / cache("snapshots/c0ffee")).string();
    cli.home().write(cache("blobs/" + digest), "weights");
    QCOMPARE(cli.run({"build", snapshot, "store:m:v1"}).exitCode, 0);
    cli.home().write(cache("blobs/" + digest), "damaged");
    const auto damaged = cli.run({"build", snapshot, "store:m:v2"});
    QCOMPARE(damaged.exitCode, 6);
    QVERIFY2(damaged.errors.find("model.safetensors") != std::string::npos, damaged.errors.c_str());
    QCOMPARE(cli.run({"list", "store:m"}).output, std::string("v1\n"));
}

void TestCli::worksInOddLocalesAndTimes()
{
    Cli cli; // APP-05, APP-08
    const auto model = folder(cli);
    const auto digestWith = [&](const char *locale, const char *zone) {
        cli.setEnvironment("LC_ALL", locale);
        cli.setEnvironment("TZ", zone);
        const auto output = cli.run({"build", model, "store:m:v1"}).output;
        return output.substr(output.find('@'));
    };
    const auto digest = digestWith("C", "UTC");
    QCOMPARE(digestWith("C.UTF-8", "Asia/Tokyo"), digest);
    QCOMPARE(digestWith("de_DE.UTF-8", "America/New_York"), digest);
    QCOMPARE(digestWith("nonsense", "nonsense"), digest);
}

void TestCli::reportsProgressAsJson()
{
    const Cli cli;
    FakeRegistry registry;
    const auto result = cli.run({"push", folder(cli), registry.host() + "/a:v1", "--progress", "json"});
    QCOMPARE(result.exitCode, 0);
    std::int64_t total = 0;
    for (const auto line : split(result.errors, '\n')) {
        if (line.empty() || line.front() != '{')
            continue;
        const auto json = parseJson(line);
        VERIFY_RESULT(json);
        QCOMPARE(json->text("event"), std::string("progress"));
        QVERIFY(*json->find("done")->asInteger() <= *json->find("total")->asInteger());
        total = *json->find("total")->asInteger();
    }
    QVERIFY(total > 300'000);
    QVERIFY(cli.run({"list", "store:", "--quiet"}).errors.empty());
}

void TestCli::showsNoSecrets()
{
    const Cli cli; // LOG-01
    FakeRegistry registry({.user = "alice", .password = "hunter2-secret", .bearer = true});
    std::string all;
    const auto keep = [&](const ProgramResult &result) {
        all += result.output + result.errors;
        return result.exitCode;
    };
    QCOMPARE(keep(cli.run({"--log", "debug", "login", registry.host(), "-u", "alice", "--password-stdin"},
                          "hunter2-secret")),
             0);
    registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.method == "GET" && request.target.find("/blobs/sha256") != std::string::npos
            && request.target.find("X-Amz") == std::string::npos)
            return ServerReply{.status = 307,
                               .headers = {{"Location", request.target + "?X-Amz-Signature=presigned-secret"},
                                           {"Set-Cookie", "cookie-secret=1"}}};
        return std::nullopt;
    });
    QCOMPARE(keep(cli.run({"--log", "debug", "push", folder(cli), registry.host() + "/a:v1"})), 0);
    QCOMPARE(
        keep(cli.run({"--log", "debug", "--json", "pull", registry.host() + "/a:v1", (cli.home() / "out").string()})),
        0);
    registry.setScript([&](const ServerRequest &) -> std::optional<ServerReply> { return errorReply(500, "UNKNOWN"); });
    QVERIFY(all.size() > 2000);
    for (const auto &secret :
         {std::string("hunter2-secret"), base64Encode("alice:hunter2-secret"), std::string("presigned-secret"),
          std::string("cookie-secret"), std::string("token-1"), std::string("Bearer ey")})
        QVERIFY2(all.find(secret) == std::string::npos, secret.c_str());
}

void TestCli::showsPlainTextOnly()
{
    const Cli cli; // MAN-15
    const auto model = folder(cli);
    QCOMPARE(cli.run({"build", model, "store:m:v1", "--annotation",
                      "evil=\x1b[31mred\x1b]0;title\x07 \xe2\x80\xae"
                      "txt",
                      "--set", "descriptor.title=\x1b[2J"})
                 .exitCode,
             0);
    const auto shown = cli.run({"inspect", "store:m:v1"});
    QCOMPARE(shown.exitCode, 0);
    QVERIFY(shown.output.find('\x1b') == std::string::npos);
    QVERIFY(shown.output.find("\xe2\x80\xae") == std::string::npos);
    FakeRegistry registry;
    registry.setScript([](const ServerRequest &) -> std::optional<ServerReply> {
        return errorReply(400, "BAD\x1b[31m", "evil \x1b]0;x\x07");
    });
    const auto error = cli.run({"inspect", registry.host() + "/a:v1"});
    QCOMPARE(error.exitCode, 1);
    QVERIFY(error.errors.find('\x1b') == std::string::npos);
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
