// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "io/json.h"
#include "support/programs.h"

#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;
namespace fs = std::filesystem;

/// A hundred gigabytes and a hundred thousand files.
class TestScale : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void plansAHundredGigabytes();
    void scansAHundredThousandFiles();
    void bundlesAHundredThousandFiles();

private:
    const TestDir m_dir; ///< made once: a disk takes minutes for what the programs do in seconds
};

static void makeMany(const fs::path &folder)
{
    for (int i = 0; i < 100; ++i) {
        const auto sub = folder / cat("data/", i);
        fs::create_directories(sub);
        for (int j = 0; j < 1000; ++j) {
            FILE *file = std::fopen((sub / cat(j, ".csv")).c_str(), "w");
            if (!file)
                qFatal("cannot make the files");
            std::fprintf(file, "%d,%d\n", i, j);
            std::fclose(file);
        }
    }
}

void TestScale::initTestCase() { makeMany(m_dir / "m"); }

void TestScale::plansAHundredGigabytes()
{
    const Cli cli;
    cli.home().write("m/config.json", R"({"model_type":"llama"})");
    cli.home().write("m/model.safetensors", std::string("\x02\0\0\0\0\0\0\0{}", 10));
    fs::resize_file(cli.home() / "m/model.safetensors", 100ULL << 30); // sparse
    const auto result = cli.run({"plan", (cli.home() / "m").string(), "--json"});
    QVERIFY2(result.exitCode == 0, result.errors.c_str());
    const auto plan = parseJson(result.output);
    VERIFY_RESULT(plan);
    QCOMPARE(*plan->find("totalSize")->asInteger(), (100LL << 30) + 22);
    // no room for it, however large this disk is: said before the first byte is written
    fs::resize_file(cli.home() / "m/model.safetensors", fs::space(cli.home().path()).available + (64ULL << 30));
    const auto built =
        cli.run({"build", (cli.home() / "m").string(), "oci:" + (cli.home() / "layout").string() + ":v1"});
    QVERIFY2(built.exitCode == 9, built.errors.c_str());
}

void TestScale::scansAHundredThousandFiles()
{
    const Cli cli;
    const auto result = cli.run({"scan", (m_dir / "m").string(), "--json"});
    QCOMPARE(result.exitCode, 0);
    const auto json = parseJson(result.output, {.maxBytes = 256 << 20});
    VERIFY_RESULT(json);
    QCOMPARE(json->find("files")->asArray()->size(), std::size_t(100'000));
}

void TestScale::bundlesAHundredThousandFiles()
{
    const Cli cli;
    const auto model = (m_dir / "m").string();
    const auto refused = cli.run({"build", model, "store:m:v1"});
    QCOMPARE(refused.exitCode, 8);
    QVERIFY2(refused.errors.find("--bundle 'data/**'") != std::string::npos, refused.errors.c_str());
    QCOMPARE(cli.run({"build", model, "store:m:v1", "--bundle", "data/**"}).exitCode, 0);
    QCOMPARE(cli.run({"pull", "store:m:v1", (cli.home() / "out").string(), "--quiet"}).exitCode, 0);
    std::size_t files = 0;
    for (const auto &entry : fs::recursive_directory_iterator(cli.home() / "out"))
        files += entry.is_regular_file() ? 1 : 0;
    QCOMPARE(files, std::size_t(100'000));
    QCOMPARE(readFile(cli.home() / "out/data/99/999.csv"), std::string("99,999\n"));
}

QTEST_GUILESS_MAIN(TestScale)
#include "tst_scale.moc"
