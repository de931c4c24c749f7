// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "modelpack/artifactplan.h"
#include "modelpack/package.h"
#include "support/weights.h"

#include <algorithm>

#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestMetadataDetector : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void headersFillTheConfig();
    void headersComeBeforeTheRest();
    void roundedNamesAgree();
    void aNameIsBetterThanNothing();
    void ggufFillsWhatConfigJsonWould();
    void otherFormsAreHeard();
    void packedWeightsAreEstimated();
    void licencesThatDisagree();
    void leftOutFilesSayNothing();
    void warnsWhenTheConfigSaysOtherwise();
    void isStoppedAndDeterministic();
};

namespace {

const TaskContext context;

Package packageOf(const std::filesystem::path &folder) { return makePackage(folder, {}, context).value(); }

/// "float16 by model.safetensors | bfloat16 by config.json: torch_dtype"
std::string evidence(const Package &package, std::string_view path)
{
    std::vector<std::string> out;
    for (const auto &field : package.detected) {
        if (field.path == path) {
            const auto *text = field.value.asString();
            out.push_back(cat(text ? *text : dumpJson(field.value), " by ", field.source));
        }
    }
    return join(out, " | ");
}

std::string used(const Package &package, std::string_view path)
{
    const auto *value = package.config.find(path);
    const auto *text = value ? value->asString() : nullptr;
    return text ? *text : std::string();
}

void writeShards(const TestDir &dir, const std::string &folder)
{
    for (int shard = 1; shard <= 4; ++shard)
        writeSafetensors(dir, cat(folder, "/model-0000", shard, "-of-00004.safetensors"),
                         {{cat("layer.", shard, ".weight"), "F16", 2'007'565'312}});
}

} // namespace

void TestMetadataDetector::headersFillTheConfig()
{
    TestDir dir;
    writeShards(dir, "chat");
    const auto package = packageOf(dir / "chat");
    QCOMPARE(used(package, "config.paramSize"), std::string("8.0B"));
    QCOMPARE(used(package, "config.precision"), std::string("float16"));
    QCOMPARE(used(package, "config.format"), std::string("safetensors"));
    QCOMPARE(used(package, "config.quantization"), std::string());
    QCOMPARE(evidence(package, "config.paramSize"), std::string("8.0B by model-00001-of-00004.safetensors (+3)"));
    QVERIFY(package.findings.empty());
}

void TestMetadataDetector::headersComeBeforeTheRest()
{
    TestDir dir;
    writeShards(dir, "llama-7B-support");
    dir.write("llama-7B-support/config.json", R"({"model_type":"llama","torch_dtype":"bfloat16"})");
    dir.write("llama-7B-support/pytorch_model.bin", std::string("\x80\x02", 2));
    std::filesystem::resize_file(dir / "llama-7B-support/pytorch_model.bin", 40'000'000'000);
    const auto package = packageOf(dir / "llama-7B-support");
    const std::string shards = "model-00001-of-00004.safetensors (+3)";
    QCOMPARE(used(package, "config.paramSize"), std::string("8.0B"));
    QCOMPARE(evidence(package, "config.paramSize"), cat("8.0B by ", shards, " | 7.0B by folder name"));
    QCOMPARE(used(package, "config.precision"), std::string("float16"));
    QCOMPARE(evidence(package, "config.precision"),
             cat("float16 by ", shards, " | bfloat16 by config.json: torch_dtype"));
    QCOMPARE(used(package, "config.format"), std::string("safetensors"));
    QCOMPARE(evidence(package, "config.format"), cat("safetensors by ", shards, " | pt by weight files by size"));
}

void TestMetadataDetector::roundedNamesAgree()
{
    TestDir dir;
    writeShards(dir, "llama-8B");
    // One type of several is no contradiction either.
    writeSafetensors(dir, "mixed/model.safetensors", {{"a", "F8_E4M3", 9'000'000}, {"b", "BF16", 1'000'000}});
    dir.write("mixed/config.json", R"({"torch_dtype":"bfloat16"})");
    QCOMPARE(evidence(packageOf(dir / "llama-8B"), "config.paramSize"),
             std::string("8.0B by model-00001-of-00004.safetensors (+3)"));
    QCOMPARE(evidence(packageOf(dir / "mixed"), "config.precision"),
             std::string("float8_e4m3,bfloat16 by model.safetensors"));
}

void TestMetadataDetector::aNameIsBetterThanNothing()
{
    TestDir dir;
    dir.write("models--acme--opt-125m/snapshots/c0ffee/pytorch_model.bin", std::string("\x80\x02", 2) + "}q.");
    const auto package = packageOf(dir / "models--acme--opt-125m/snapshots/c0ffee");
    QCOMPARE(evidence(package, "config.paramSize"), std::string("125.0M by Hugging Face cache path"));
    QCOMPARE(evidence(package, "config.format"), std::string("pt by weight files by size"));
}

void TestMetadataDetector::ggufFillsWhatConfigJsonWould()
{
    TestDir dir;
    writeGguf(dir, "m/model.gguf",
              {.texts = {{"general.size_label", "13B"}}, .tensors = {{"a", "Q4_K", 8'000'000'000 / 256 * 256}}});
    auto package = packageOf(dir / "m");
    QCOMPARE(evidence(package, "config.paramSize"),
             std::string("8.0B by model.gguf | 13.0B by model.gguf: general.size_label"));
    QCOMPARE(evidence(package, "config.quantization"), std::string("Q4_K_M by model.gguf"));
    QCOMPARE(evidence(package, "config.format"), std::string("gguf by model.gguf"));
    QCOMPARE(evidence(package, "config.precision"), std::string());
    QCOMPARE(evidence(package, "config.architecture"), std::string("transformer by model.gguf: general.architecture"));
    QCOMPARE(evidence(package, "descriptor.family"), std::string("llama by model.gguf: general.architecture"));
    // llama.cpp calls Mistral "llama": no contradiction.
    dir.write("m/config.json", R"({"model_type":"mistral","transformers_version":"4.40"})");
    package = packageOf(dir / "m");
    QCOMPARE(evidence(package, "descriptor.family"), std::string("mistral by config.json: model_type"));
    QCOMPARE(evidence(package, "config.architecture"), std::string("transformer by config.json: model_type"));
}

void TestMetadataDetector::otherFormsAreHeard()
{
    TestDir dir;
    writeSafetensors(dir, "m/model.safetensors", {{"a", "F32", 5'000'000}});
    writeSafetensors(dir, "m/model.fp16.safetensors", {{"a", "F16", 5'000'000}});
    writeGguf(dir, "m/model-Q4_K_M.gguf", {.tensors = {{"a", "Q4_K", 5'000'192}}});
    writeSafetensors(dir, "m/small.safetensors", {{"a", "F16", 1'000'000}});
    const auto package = packageOf(dir / "m");
    QCOMPARE(evidence(package, "config.paramSize"),
             std::string("5.0M by model.safetensors | 1.0M by small.safetensors"));
    QCOMPARE(evidence(package, "config.precision"),
             std::string("float32 by model.safetensors | float16 by model.fp16.safetensors"));
    QCOMPARE(evidence(package, "config.format"),
             std::string("safetensors by model.safetensors | gguf by model-Q4_K_M.gguf"));
    // The model in use is not quantized.
    QCOMPARE(evidence(package, "config.quantization"), std::string());

    writeGguf(dir, "g/a-Q8_0.gguf", {.fileType = 7, .tensors = {{"a", "F32", 25'600}}});
    writeGguf(dir, "g/a-Q4_K_M.gguf", {.tensors = {{"a", "Q4_K", 25'600}}});
    QCOMPARE(evidence(packageOf(dir / "g"), "config.quantization"),
             std::string("Q8_0 by a-Q8_0.gguf | Q4_K_M by a-Q4_K_M.gguf"));
}

void TestMetadataDetector::packedWeightsAreEstimated()
{
    TestDir dir;
    writeSafetensors(dir, "m/model.safetensors",
                     {{"q.qweight", "I32", 1'000'000}, {"q.scales", "F16", 9000}, {"e.weight", "F16", 2'000'000}});
    dir.write("m/config.json", R"({"torch_dtype":"float16","quantization_config":{"quant_method":"gptq","bits":8}})");
    const auto package = packageOf(dir / "m");
    QCOMPARE(evidence(package, "config.paramSize"),
             std::string("6.0M by model.safetensors: estimated from packed weights"));
    QCOMPARE(evidence(package, "config.precision"), std::string("float16 by model.safetensors"));
    QCOMPARE(evidence(package, "config.quantization"),
             std::string("gptq by config.json: quantization_config.quant_method"));
}

void TestMetadataDetector::licencesThatDisagree()
{
    TestDir dir;
    dir.write("m/README.md", "---\nlicense: apache-2.0\n---\n# M\n");
    dir.write("m/LICENSE", "SPDX-License-Identifier: MIT\n");
    const auto package = packageOf(dir / "m");
    QCOMPARE(evidence(package, "descriptor.licenses"),
             std::string(R"(["Apache-2.0"] by README.md: license | ["MIT"] by LICENSE: text)"));
    QCOMPARE(dumpJson(*package.config.find("descriptor.licenses")), std::string(R"(["Apache-2.0"])"));
}

void TestMetadataDetector::leftOutFilesSayNothing()
{
    TestDir dir;
    writeSafetensors(dir, "m/model.safetensors", {{"a", "F32", 5'000'000}});
    writeSafetensors(dir, "m/model.fp16.safetensors", {{"a", "F16", 5'000'000}});
    const auto classified = classifyFolder(dir / "m", {}, context).value();
    auto package = makeEntries(classified);
    QVERIFY(package.detected.empty());
    QCOMPARE(applyExclude(package, "model.safetensors"), std::size_t(1));
    VERIFY_RESULT(fillMetadata(package, classified, context));
    QCOMPARE(evidence(package, "config.precision"), std::string("float16 by model.fp16.safetensors"));
}

void TestMetadataDetector::warnsWhenTheConfigSaysOtherwise()
{
    TestDir dir;
    writeShards(dir, "llama-7B");
    auto package = packageOf(dir / "llama-7B");
    const auto disagreements = [&package] {
        std::vector<std::string> out;
        const auto plan = makePlan(package, nullptr, context).value();
        for (const auto &finding : plan.findings) {
            if (finding.id == "MP024")
                out.push_back(cat(finding.where, " ", finding.data.at("said"), " ", finding.data.at("found")));
        }
        return join(out, "; ");
    };
    QCOMPARE(disagreements(), std::string()); // what is used is what the headers say
    VERIFY_RESULT(package.config.set("config.paramSize", "8B"));
    QCOMPARE(disagreements(), std::string()); // the same size
    VERIFY_RESULT(package.config.set("config.paramSize", "7.0B"));
    VERIFY_RESULT(package.config.set("config.precision", "bfloat16"));
    QCOMPARE(disagreements(), std::string("/config/paramSize 7.0B 8.0B; /config/precision bfloat16 float16"));
    // Nobody asks for what the config does not say, and files that are left out say nothing.
    package.config.remove("config.precision");
    QCOMPARE(disagreements(), std::string("/config/paramSize 7.0B 8.0B"));
    applyExclude(package, "model-00001-of-00004.safetensors");
    QCOMPARE(disagreements(), std::string());
}

void TestMetadataDetector::isStoppedAndDeterministic()
{
    TestDir dir;
    writeShards(dir, "m");
    writeSafetensors(dir, "m/model.fp16.safetensors", {{"a", "BF16", 5'000'000}});
    const auto classified = classifyFolder(dir / "m", {}, context).value();
    const auto first = makePackage(classified, context).value();
    for (int i = 0; i < 20; ++i)
        QVERIFY(makePackage(classified, context).value() == first);
    std::stop_source stop;
    stop.request_stop();
    VERIFY_ERROR(makePackage(classified, TaskContext(stop.get_token())), ErrorCode::Canceled);
}

QTEST_GUILESS_MAIN(TestMetadataDetector)
#include "tst_metadatadetector.moc"
