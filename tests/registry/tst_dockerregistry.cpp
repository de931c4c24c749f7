// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "io/digest.h"
#include "io/json.h"
#include "support/programs.h"

#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;
namespace fs = std::filesystem;

/// Debian's docker-registry and distribution 3: the same calls give the same results, plain, with passwords, with TLS.
class TestDockerRegistry : public QObject {
    Q_OBJECT

private slots:
    void pushesAndPulls_data();
    void pushesAndPulls();
    void sendsWhatIsNew();
    void refusesWrongPasswordsAndCertificates();
    void listsAndRemoves();
    void goesOnAfterARestart();
    void mountsBetweenRepositories();
    void editsWithoutMovingWeights_data();
    void editsWithoutMovingWeights();
    void movesLargeAndSmall();
    void keepsMemorySmall();
};

static std::optional<std::string> programFor(const QString &name)
{
    return name == "docker-registry" ? std::optional<std::string>("docker-registry") : goPeer("registry3");
}

void TestDockerRegistry::pushesAndPulls_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<bool>("htpasswd");
    QTest::addColumn<bool>("tls");
    for (const char *program : {"docker-registry", "distribution 3"}) {
        QTest::addRow("%s, plain", program) << program << false << false;
        QTest::addRow("%s, htpasswd", program) << program << true << false;
        QTest::addRow("%s, TLS and htpasswd", program) << program << true << true;
    }
}

void TestDockerRegistry::pushesAndPulls()
{
    QFETCH(QString, program);
    QFETCH(bool, htpasswd);
    QFETCH(bool, tls);
    const auto server = programFor(program);
    if (!server)
        QSKIP("no Go here, so no distribution 3");
    const DockerRegistry registry({.htpasswd = htpasswd, .tls = tls, .program = *server});
    const Cli cli;
    makeModelFolder(cli.home(), "模型 café", 40 << 20); // two files of 20 MiB: chunks
    const auto reference = registry.host() + "/team/model:v1";
    std::vector<std::string> more;
    if (tls)
        more = {"--ca-file", registry.caFile().string()};
    const auto run = [&](std::vector<std::string> arguments, const std::string &input = {}) {
        arguments.insert(arguments.end(), more.begin(), more.end());
        return cli.run(arguments, input);
    };
    if (htpasswd) {
        QCOMPARE(run({"push", (cli.home() / "模型 café").string(), reference}).exitCode, 3);
        const auto login =
            run({"login", registry.host(), "-u", DockerRegistry::user, "--password-stdin"}, DockerRegistry::password);
        QVERIFY2(login.exitCode == 0, login.errors.c_str());
    }
    const auto pushed = run({"push", (cli.home() / "模型 café").string(), reference});
    QVERIFY2(pushed.exitCode == 0, pushed.errors.c_str());
    const auto digest = pushed.output.substr(pushed.output.find("sha256:"), 71);
    const auto manifest = run({"inspect", reference, "--manifest"});
    QCOMPARE(Digest::sha256Of(manifest.output).toString(), digest);
    const auto pulled = run({"pull", registry.host() + "/team/model:v1@" + digest, (cli.home() / "out").string()});
    QVERIFY2(pulled.exitCode == 0, pulled.errors.c_str());
    QVERIFY(folderContents(cli.home() / "out") == folderContents(cli.home() / "模型 café"));
    QCOMPARE(run({"validate", reference, "--deep"}).exitCode, 0);
    QCOMPARE(run({"copy", reference, "oci:" + (cli.home() / "layout").string()}).output, digest + "\n");
}

void TestDockerRegistry::sendsWhatIsNew()
{
    const DockerRegistry registry;
    const Cli cli;
    makeModelFolder(cli.home(), "m", 4 << 20);
    const auto reference = registry.host() + "/team/model:v1";
    QCOMPARE(cli.run({"push", (cli.home() / "m").string(), reference}).exitCode, 0);
    // Digests are remembered once the files are older than the clock's grain.
    waitUntilSettled(cli.home() / "m");
    QCOMPARE(cli.run({"push", (cli.home() / "m").string(), reference}).exitCode, 0);
    QCOMPARE(cli.run({"push", (cli.home() / "m").string(), reference}).exitCode, 0);
    const auto plan = parseJson(cli.run({"plan", (cli.home() / "m").string(), reference, "--json"}).output);
    VERIFY_RESULT(plan);
    QVERIFY(*plan->find("exact")->asBool());
    QCOMPARE(plan->text("digest"), plan->text("replaces"));
    QCOMPARE(*plan->find("toSend")->asInteger(), std::int64_t(0));
    for (const auto &layer : *plan->find("layers")->asArray())
        QCOMPARE(layer.text("action"), std::string("exists"));
}

void TestDockerRegistry::refusesWrongPasswordsAndCertificates()
{
    const DockerRegistry registry({.htpasswd = true, .tls = true});
    const Cli cli;
    const auto ca = registry.caFile().string();
    // an unknown authority is refused, never worked around by plain http
    const auto untrusted = cli.run({"list", registry.host()});
    QCOMPARE(untrusted.exitCode, 5);
    QVERIFY2(untrusted.errors.find("--ca-file") != std::string::npos, untrusted.errors.c_str());
    QCOMPARE(cli.run({"login", registry.host(), "-u", "alice", "--password-stdin", "--ca-file", ca}, "wrong").exitCode,
             3);
    QCOMPARE(cli.run({"list", registry.host(), "--ca-file", ca}).exitCode, 3);
    // An authority that the user chose for this registry needs no option, and counts for no other.
    cli.home().write(".config/modelcrate/client.json",
                     "{\"registries\": {\"" + registry.host() + "\": {\"caFile\": \"" + ca + "\"}}}");
    QCOMPARE(cli.run({"login", registry.host(), "-u", "alice", "--password-stdin"}, DockerRegistry::password).exitCode,
             0);
    const auto check = cli.run({"login", registry.host() + "/team/m", "--check"});
    QVERIFY2(check.exitCode == 0 && check.output.find("TLS") != std::string::npos, check.output.c_str());
    // The upload that it began is gone; 2.8 writes a hash state of no bytes after it has removed the rest.
    for (const auto &entry : std::filesystem::recursive_directory_iterator(registry.dataPath()))
        QVERIFY2(entry.path().filename() != "data" && entry.path().filename() != "startedat", entry.path().c_str());
    const DockerRegistry other({.tls = true});
    QCOMPARE(cli.run({"login", other.host(), "--check"}).exitCode, 5);
    // TLS-03: http asked of an https server
    QVERIFY(cli.run({"list", registry.host(), "--plain-http"}).exitCode != 0);
}

void TestDockerRegistry::listsAndRemoves()
{
    const DockerRegistry registry;
    const Cli cli;
    makeModelFolder(cli.home(), "m");
    for (const char *name : {"a/one:v1", "a/two:v1", "b:v2"})
        QCOMPARE(cli.run({"push", (cli.home() / "m").string(), registry.host() + "/" + name}).exitCode, 0);
    QCOMPARE(cli.run({"list", registry.host()}).output, std::string("a/one\na/two\nb\n"));
    const auto reference = registry.host() + "/a/one:v1";
    QCOMPARE(cli.run({"tag", reference, "v10", "v9"}).exitCode, 0);
    QCOMPARE(cli.run({"list", registry.host() + "/a/one"}).output, std::string("v1\nv9\nv10\n"));
    // 2.8 deletes by digest only, which would take the others too
    QCOMPARE(cli.run({"remove", reference}).exitCode, 7);
    QCOMPARE(cli.run({"list", registry.host() + "/a/one"}).output, std::string("v1\nv9\nv10\n"));
    QCOMPARE(cli.run({"remove", registry.host() + "/a/two:v1"}).exitCode, 0);
    QCOMPARE(cli.run({"inspect", registry.host() + "/a/two:v1"}).exitCode, 4);
    QCOMPARE(cli.run({"remove", reference, "--all-tags"}).exitCode, 0);
    QCOMPARE(cli.run({"inspect", reference}).exitCode, 4);
    QCOMPARE(cli.run({"inspect", registry.host() + "/b:v2"}).exitCode, 0);
}

void TestDockerRegistry::goesOnAfterARestart()
{
    DockerRegistry registry;
    const Cli cli;
    cli.home().write("m/model.bin", pseudoRandomBytes(60 << 20));
    const auto reference = registry.host() + "/a:v1";
    const auto process =
        cli.start({"push", (cli.home() / "m").string(), reference, "--limit-rate", "10M", "--progress", "json"});
    // Restarted in the middle, of six seconds: the chunk in flight is lost, the push is not.
    std::string seen;
    const auto done = [&] {
        const auto at = seen.rfind("\"done\":");
        return at == std::string::npos ? 0LL : std::atoll(seen.c_str() + at + 7);
    };
    while (done() < (4 << 20) && process->state() == QProcess::Running) {
        process->waitForReadyRead(50);
        seen += process->readAllStandardError().toStdString();
    }
    QVERIFY(process->state() == QProcess::Running);
    registry.restart();
    QVERIFY(process->waitForFinished(300'000));
    QVERIFY2(process->exitCode() == 0, process->readAllStandardError().constData());
    QCOMPARE(cli.run({"validate", reference, "--deep"}).exitCode, 0);
}

void TestDockerRegistry::mountsBetweenRepositories()
{
    const DockerRegistry registry;
    const Cli cli;
    makeModelFolder(cli.home(), "m", 4 << 20);
    QCOMPARE(cli.run({"push", (cli.home() / "m").string(), registry.host() + "/one:v1"}).exitCode, 0);
    const auto copied =
        cli.run({"copy", registry.host() + "/one:v1", registry.host() + "/two:v1", "--progress", "json"});
    QCOMPARE(copied.exitCode, 0);
    // nothing but what was asked moved
    const auto last = copied.errors.rfind("\"moved\":");
    QVERIFY(last != std::string::npos);
    QCOMPARE(copied.errors.substr(last, 10), std::string("\"moved\":0,"));
    QCOMPARE(cli.run({"validate", registry.host() + "/two:v1", "--deep"}).exitCode, 0);
}

void TestDockerRegistry::editsWithoutMovingWeights_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("target");
    for (const char *program : {"docker-registry", "distribution 3"}) {
        QTest::addRow("%s, in place", program) << program << "/one:v1";
        QTest::addRow("%s, another repository", program) << program << "/two:v2";
    }
}

void TestDockerRegistry::editsWithoutMovingWeights()
{
    QFETCH(QString, program);
    QFETCH(QString, target);
    const auto server = programFor(program);
    if (!server)
        QSKIP("no Go here, so no distribution 3");
    const DockerRegistry registry({.program = *server});
    const Cli cli;
    makeModelFolder(cli.home(), "m", 4 << 20);
    const auto source = registry.host() + "/one:v1";
    QCOMPARE(cli.run({"push", (cli.home() / "m").string(), source}).exitCode, 0);
    const auto readme = cli.home().write("new.md", "# Corrected\n").string();
    const auto edited = cli.run({"--json", "edit", source, "--set", "descriptor.licenses=Apache-2.0", "--file",
                                 "README.md=" + readme, "--to", registry.host() + target.toStdString()});
    QVERIFY2(edited.exitCode == 0, edited.errors.c_str());
    const auto json = parseJson(edited.output);
    QVERIFY(json);
    QVERIFY(*json->find("transfer")->find("movedBytes")->asInteger() < 16 << 10);

    const auto result = json->text("reference");
    QCOMPARE(cli.run({"validate", result, "--deep"}).exitCode, 0);
    QCOMPARE(cli.run({"pull", result, (cli.home() / "out").string()}).exitCode, 0);
    QCOMPARE(readFile(cli.home() / "out/README.md"), std::string("# Corrected\n"));
    auto before = folderContents(cli.home() / "m");
    auto after = folderContents(cli.home() / "out");
    before.erase("README.md");
    after.erase("README.md");
    QVERIFY(before == after);
}

void TestDockerRegistry::movesLargeAndSmall()
{
    const DockerRegistry registry;
    const Cli cli;
    // empty, one byte, around a chunk, several; compressed and bundled layers
    for (const std::size_t size : {std::size_t(0), std::size_t(1), std::size_t(1 << 20), (std::size_t(16) << 20) - 1,
                                   std::size_t(16) << 20, (std::size_t(16) << 20) + 1})
        cli.home().write(cat("m/", size, ".bin"), pseudoRandomBytes(size));
    for (int i = 0; i < 300; ++i)
        cli.home().write(cat("m/data/", i % 7, "/", i, ".csv"), cat("row,", i, "\n"));
    const auto reference = registry.host() + "/a:v1";
    const auto pushed = cli.run(
        {"push", (cli.home() / "m").string(), reference, "--bundle", "data/**", "--layer", "data/**=dataset:tar+zstd"});
    QVERIFY2(pushed.exitCode == 0, pushed.errors.c_str());
    QCOMPARE(cli.run({"validate", reference, "--deep"}).exitCode, 0);
    QCOMPARE(cli.run({"pull", reference, (cli.home() / "out").string()}).exitCode, 0);
    QVERIFY(folderContents(cli.home() / "out") == folderContents(cli.home() / "m"));
}

/// The most memory a program had, in KiB, seen while it runs.
static long peakMemory(QProcess &process)
{
    long peak = 0;
    do {
        for (const auto line : split(readFile(cat("/proc/", process.processId(), "/status")), '\n')) {
            if (line.substr(0, 6) == "VmHWM:")
                peak = std::max(peak, std::stol(std::string(line.substr(6))));
        }
    } while (!process.waitForFinished(20) && process.state() == QProcess::Running);
    return peak;
}

void TestDockerRegistry::keepsMemorySmall()
{
    const DockerRegistry registry;
    const Cli cli;
    for (const char *name : {"a.bin", "b.bin", "c.bin"}) {
        cli.home().write(cat("m/", name), name);
        fs::resize_file(cli.home() / cat("m/", name), 128 << 20);
    }
    const auto reference = registry.host() + "/a:v1";
    for (const auto &arguments : {std::vector<std::string>{"push", (cli.home() / "m").string(), reference},
                                  std::vector<std::string>{"pull", reference, (cli.home() / "out").string()}}) {
        const auto process = cli.start(arguments);
        const auto peak = peakMemory(*process);
        QCOMPARE(process->exitCode(), 0);
        QVERIFY2(peak > 0 && peak < 64 << 10, cat(arguments[0], " had ", peak, " KiB").c_str());
    }
}

QTEST_GUILESS_MAIN(TestDockerRegistry)
#include "tst_dockerregistry.moc"
