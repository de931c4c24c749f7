// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "io/json.h"
#include "io/tar.h"
#include "modelpack/validate.h"
#include "oci/imagelayout.h"
#include "support/fakeregistry.h"
#include "support/programs.h"

#include <QTest>
#include <csignal>
#include <sys/stat.h>

using namespace modelcrate;
using namespace modelcrate::testing;
namespace fs = std::filesystem;

/// The program under what nobody plans for: hostile files, a cut of power, readers that go away, tags that move.
class TestRobustness : public QObject {
    Q_OBJECT

private slots:
    void answersOddFiles_data();
    void answersOddFiles();
    void answersOddLayouts_data();
    void answersOddLayouts();
    void survivesPowerCuts_data();
    void survivesPowerCuts();
    void keepsToTheManifestItBeganWith();
    void endsWhenNobodyReads();
    void needsBoundedMemory();
    void worksWithoutARoomForState();
    void cutsLongTextsShort();
};

static std::string model(const Cli &cli)
{
    if (!fs::exists(cli.home() / "model"))
        makeModelFolder(cli.home(), "model");
    return (cli.home() / "model").string();
}

/// Ends by itself, with an exit code of the contract, and with one JSON document.
static void checkAnswer(const Cli &cli, std::vector<std::string> arguments, std::optional<int> exitCode = std::nullopt)
{
    arguments.emplace_back("--json");
    const auto result = cli.run(arguments);
    const auto what = join(arguments, " ") + ": " + result.errors.substr(0, 2000);
    QVERIFY2(result.exitCode >= 0 && result.exitCode <= 9, what.c_str());
    QVERIFY2(!exitCode || result.exitCode == *exitCode, what.c_str());
    QVERIFY2(parseJson(result.output, {.maxBytes = 64 << 20}).has_value(), what.c_str());
}

void TestRobustness::answersOddFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("special");
    const auto row = [](const char *name, const std::string &bytes) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << QString();
    };
    row("empty", "");
    row("one NUL", std::string(1, '\0'));
    row("MAN-05 byte order mark", "\xef\xbb\xbf{}");
    row("MAN-05 UTF-16", std::string("{\0}\0", 4));
    row("MAN-05 broken UTF-8", "{\"a\":\"\xff\xc0\x80\xed\xa0\x80\"}");
    row("MAN-05 lone surrogate", R"({"a":"\ud800"})");
    row("MAN-04 arrays without end", std::string(100'000, '['));
    row("MAN-04 objects without end", [] {
        std::string text;
        for (int i = 0; i < 20'000; ++i)
            text += "{\"a\":";
        return text;
    }());
    row("number of a hundred thousand digits", std::string(100'000, '9'));
    row("number too large", "1e999999");
    row("MAN-06 five megabytes", std::string(5 << 20, ' ') + "{}");
    row("gzip", "\x1f\x8b\x08" + std::string(600, 'x'));
    row("program",
        "\x7f"
        "ELF"
            + std::string(600, '\1'));
    for (const char *name : {"FIFO", "folder", "link to itself", "missing", "/dev/null", "/dev/zero", "/proc/self/mem"})
        QTest::newRow(name) << QByteArray() << QString::fromLatin1(name);
}

void TestRobustness::answersOddFiles()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, special);
    const Cli cli;
    auto path = cli.home() / "odd";
    if (special.isEmpty())
        cli.home().write("odd", bytes.toStdString());
    else if (special == "FIFO")
        QCOMPARE(::mkfifo(path.c_str(), 0600), 0);
    else if (special == "folder")
        fs::create_directories(path);
    else if (special == "link to itself")
        fs::create_symlink("odd", path);
    else if (special.startsWith('/'))
        path = special.toStdString();
    for (const char *type : {"config", "manifest", "index", "descriptor", "layout", "filemeta", "tar"})
        checkAnswer(cli, {"validate", path.string(), "--as", type},
                    special.isEmpty() ? std::optional(8) : std::nullopt);
    for (const char *verb : {"scan", "plan", "validate"})
        checkAnswer(cli, {verb, path.string()});
    checkAnswer(cli, {"build", path.string(), "store:a:v1"});
    checkAnswer(cli, {"inspect", "oci:" + path.string() + ":v1"});
    checkAnswer(cli, {"list", "oci:" + path.string()});
}

void TestRobustness::answersOddLayouts_data()
{
    QTest::addColumn<QByteArray>("manifests");
    const auto row = [](const char *name, const std::string &manifests) {
        QTest::newRow(name) << QByteArray::fromStdString(manifests);
    };
    const auto entry = [](const char *digest, const char *size) {
        return cat(R"([{"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":")", digest, R"(","size":)",
                   size, R"(,"annotations":{"org.opencontainers.image.ref.name":"v1"}}])");
    };
    const auto hex = "sha256:" + std::string(64, 'a');
    row("null", "null");
    row("no array", "{}");
    row("no descriptors", R"([1,null,"x",[],{}])");
    row("odd members", R"([{"digest":1,"annotations":5,"size":{}}])");
    row("name is a number", R"([{"annotations":{"org.opencontainers.image.ref.name":5}}])");
    row("name leads out", R"([{"annotations":{"org.opencontainers.image.ref.name":"../../x"},"digest":"sha256:x"}])");
    row("MAN-07 digest is a path", entry("sha256:../../../../../../etc/passwd", "10"));
    row("MAN-07 md5", entry("md5:d41d8cd98f00b204e9800998ecf8427e", "0"));
    row("blob missing", entry(hex.c_str(), "10"));
    row("MAN-09 huge", entry(hex.c_str(), "4611686018427387904"));
    row("negative", entry(hex.c_str(), "-1"));
}

void TestRobustness::answersOddLayouts()
{
    QFETCH(QByteArray, manifests);
    const Cli cli;
    cli.home().write("l/oci-layout", R"({"imageLayoutVersion":"1.0.0"})");
    cli.home().write("l/index.json", cat(R"({"schemaVersion":2,"manifests":)", manifests.toStdString(), "}"));
    fs::create_directories(cli.home() / "l/blobs/sha256");
    const auto layout = "oci:" + (cli.home() / "l").string();
    checkAnswer(cli, {"list", layout});
    checkAnswer(cli, {"validate", layout}, 8);
    for (const char *verb : {"inspect", "validate"})
        checkAnswer(cli, {verb, layout + ":v1"});
    checkAnswer(cli, {"pull", layout + ":v1", (cli.home() / "out").string()});
    checkAnswer(cli, {"copy", layout + ":v1", "store:a:v1"});
    checkAnswer(cli, {"tag", layout + ":v1", "v2"});
    checkAnswer(cli, {"build", model(cli), layout + ":v3"});
    checkAnswer(cli, {"remove", layout + ":v1"});
    QVERIFY(!fs::exists(cli.home() / "out") || fs::is_empty(cli.home() / "out"));
}

void TestRobustness::survivesPowerCuts_data()
{
    QTest::addColumn<bool>("pulls");
    QTest::newRow("APP-10 build") << false;
    QTest::newRow("APP-10 pull") << true;
}

/// Cuts the power after the first name, the second … until the program gets through: whatever has its name then is
/// whole, and the same command goes on from there.
void TestRobustness::survivesPowerCuts()
{
    QFETCH(bool, pulls);
    const Cli cli;
    const auto folder = model(cli);
    const auto source = "oci:" + (cli.home() / "source").string() + ":v1";
    QCOMPARE(cli.run({"build", folder, source, "--layer", "src/**=code:tar"}).exitCode, 0);
    const auto expected = folderContents(folder);
    int cuts = 0;
    for (bool cut = true; cut; ++cuts) {
        const auto target = cli.home() / cat("target", cuts);
        const auto arguments = pulls ? std::vector<std::string>{"pull", source, target.string()}
                                     : std::vector<std::string>{"build", folder, "oci:" + target.string() + ":v1"};
        auto environment = cli.environment();
        environment.insert("LD_PRELOAD", MODELCRATE_POWERCUT);
        environment.insert("MODELCRATE_POWER_CUT_AT", QString::number(cuts + 1));
        // The sanitizer wants to be the first library, and is not.
        environment.insert("ASAN_OPTIONS",
                           environment.value("ASAN_OPTIONS") + ":verify_asan_link_order=0:detect_leaks=0");
        const auto result = runProgram(Cli::program(), arguments, environment);
        cut = result.exitCode == 77;
        QVERIFY2(cut || result.exitCode == 0, cat(result.exitCode, ' ', result.errors).c_str());
        std::error_code ignored;
        if (pulls) {
            for (const auto &entry : fs::recursive_directory_iterator(target, ignored)) {
                const auto name = entry.path().lexically_relative(target).string();
                if (entry.is_regular_file() && name.rfind(".modelcrate-", 0) != 0)
                    QVERIFY2(expected.count(name) == 1 && readFile(entry.path()) == expected.at(name).first,
                             name.c_str());
            }
        } else {
            for (const auto &entry : fs::directory_iterator(target / "blobs/sha256", ignored)) {
                const auto name = entry.path().filename().string();
                QVERIFY2(name.rfind(".modelcrate-", 0) == 0 || Digest::sha256Of(readFile(entry.path())).hex() == name,
                         name.c_str());
            }
        }
        const auto again = cli.run(arguments);
        QVERIFY2(again.exitCode == 0, again.errors.c_str());
        if (pulls)
            QVERIFY(folderContents(target) == expected);
        else
            QCOMPARE(cli.run({"validate", "oci:" + target.string()}).exitCode, 0);
    }
    QVERIFY(cuts > 8); // a name for each file at least
}

void TestRobustness::keepsToTheManifestItBeganWith()
{
    const Cli cli; // APP-12
    FakeRegistry registry;
    const auto reference = registry.host() + "/a:v1";
    cli.home().write("old/one.bin", "old one");
    cli.home().write("old/two.bin", "old two");
    cli.home().write("new/one.bin", "new one");
    cli.home().write("new/two.bin", "new two");
    QCOMPARE(cli.run({"push", (cli.home() / "new").string(), registry.host() + "/a:next"}).exitCode, 0);
    QCOMPARE(cli.run({"push", (cli.home() / "old").string(), reference}).exitCode, 0);
    const auto next = registry.manifest("next");
    QVERIFY(next != registry.manifest("v1"));
    // The tag moves once the first blob is asked for.
    registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.method == "GET" && request.path().find("/blobs/") != std::string::npos)
            registry.addManifest(next, "application/vnd.oci.image.manifest.v1+json", "v1");
        return std::nullopt;
    });
    QCOMPARE(cli.run({"pull", reference, (cli.home() / "out").string()}).exitCode, 0);
    QCOMPARE(registry.manifest("v1"), next);
    QVERIFY(folderContents(cli.home() / "out") == folderContents(cli.home() / "old"));
}

void TestRobustness::endsWhenNobodyReads()
{
    const Cli cli; // APP-07: more than a pipe holds, and nobody at its other end
    for (int i = 0; i < 2000; ++i)
        cli.home().write(cat("many/some-name-that-is-not-short-", i, ".csv"), "x");
    const auto pipe = cli.home() / "pipe";
    QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
    // `true` opens the pipe and goes; the program then writes into nothing.
    const auto command = cat("(exec <'", pipe.string(), "'; true) & exec 3>'", pipe.string(), "'; wait; '",
                             Cli::program(), "' scan '", (cli.home() / "many").string(), "' --json >&3 3>&-");
    const auto result = runProgram("/bin/sh", {"-c", command}, cli.environment());
    QVERIFY2(result.exitCode >= 0 && result.exitCode <= 9, cat(result.exitCode, ' ', result.errors).c_str());
}

void TestRobustness::needsBoundedMemory()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("a sanitizer's own memory is no measure");
#endif
    const Cli cli; // APP-04: a gigabyte of address space is enough for the worst that four megabytes can say
    std::string arrays = "[[]";
    while (arrays.size() < (4 << 20) - 10)
        arrays += ",[]";
    cli.home().write("arrays", arrays + "]");
    cli.home().write("depth", std::string(4 << 20, '['));
    cli.home().write("bomb.tar",
                     readContent(*makeTarContent({{"a", makeMemoryContent(std::string(1 << 20, 'x'))}}).value(), 64_MiB,
                                 TaskContext())
                         .value());
    for (const char *name : {"arrays", "depth", "bomb.tar"}) {
        for (const char *type : {"config", "manifest", "index", "descriptor", "filemeta", "tar"}) {
            const auto command = cat("ulimit -v 1048576; exec '", Cli::program(), "' validate '",
                                     (cli.home() / name).string(), "' --as ", type, " --json");
            const auto result = runProgram("/bin/sh", {"-c", command}, cli.environment());
            QVERIFY2(result.exitCode == 8 || (result.exitCode == 0 && std::string(type) == "tar"),
                     cat(name, ' ', type, ' ', result.exitCode, ' ', result.errors).c_str());
        }
    }
}

void TestRobustness::worksWithoutARoomForState()
{
    Cli cli; // APP-06: the places for caches and state are files, or full
    const auto folder = model(cli);
    FakeRegistry registry;
    cli.home().write("file", "");
    for (const auto &place : {(cli.home() / "file").string(), std::string("/dev/full"), std::string("/proc/self")}) {
        cli.setEnvironment("XDG_CACHE_HOME", place);
        cli.setEnvironment("XDG_STATE_HOME", place);
        const auto pushed = cli.run({"push", folder, registry.host() + "/a:v1"});
        QVERIFY2(pushed.exitCode == 0, pushed.errors.c_str());
        cli.setEnvironment("XDG_DATA_HOME", place);
        checkAnswer(cli, {"build", folder, "store:a:v1"});
        checkAnswer(cli, {"list", "store:"});
    }
}

void TestRobustness::cutsLongTextsShort()
{
    const Cli cli; // MAN-15: a megabyte, ten thousand keys, markup
    const auto folder = model(cli);
    const auto target = "oci:" + (cli.home() / "l").string() + ":v1";
    QCOMPARE(cli.run({"build", folder, target}).exitCode, 0);
    const auto layout = ImageLayout::open(cli.home() / "l").value();
    auto document = parseJson(layout->fetchManifest("v1", TaskContext())->bytes).value();
    JsonObject annotations{
        {"long", std::string(1 << 20, 'x')}, {"page", "<img src=http://evil.example/x>"}, {"colour", "\x1b[31mred"}};
    for (int i = 0; i < 10'000; ++i)
        annotations.set(cat("key-", i), "value");
    document.asObject()->set("annotations", std::move(annotations));
    VERIFY_RESULT(layout->pushManifest(dumpJson(document), mediatypes::imageManifest, TagName::parse("v1").value(),
                                       TaskContext()));
    const auto shown = cli.run({"inspect", target});
    QCOMPARE(shown.exitCode, 0);
    QVERIFY2(shown.output.size() < 1'200'000, std::to_string(shown.output.size()).c_str());
    QVERIFY(shown.output.find(std::string(10'000, 'x')) == std::string::npos);
    QVERIFY(shown.output.find('\x1b') == std::string::npos);
    QCOMPARE(cli.run({"pull", target, (cli.home() / "out").string()}).exitCode, 0);
}

QTEST_GUILESS_MAIN(TestRobustness)
#include "tst_robustness.moc"
