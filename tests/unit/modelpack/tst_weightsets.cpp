// SPDX-License-Identifier: Apache-2.0
#include "modelpack/weightsets.h"

#include "base/text.h"
#include "support/weights.h"

#include <filesystem>

#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;
namespace fs = std::filesystem;

class TestWeightSets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sumsShards();
    void missingShardsLeaveNoCount();
    void formsAreNotSummed();
    void deeperOnesAreLeftAlone();
    void pipelinesAreTheSumOfTheirParts();
    void sideFilesComeLast();
    void readsGguf();
    void countsPackedWeights_data();
    void countsPackedWeights();
    void precisionIsWhatMostWeightsHave();
    void refusesBrokenHeaders();
    void readsNoMoreThanItsLimit();
    void opensNothingElse();
    void stops();
    void sizesInNames_data();
    void sizesInNames();
};

namespace {

Result<WeightEvidence> readAll(const TestDir &dir, const WeightReading &reading = {}, const TaskContext &context = {})
{
    std::vector<WeightFile> files;
    for (const auto &entry : fs::recursive_directory_iterator(dir.path())) {
        if (entry.is_regular_file())
            files.push_back({entry.path().lexically_relative(dir.path()).string(), identityOf(entry.path()).value()});
    }
    return readWeightSets(dir.path(), files, reading, context);
}

std::string sourcesOf(const WeightEvidence &evidence)
{
    std::vector<std::string> sources;
    for (const auto &set : evidence.sets)
        sources.push_back(set.source);
    return join(sources, " | ");
}

} // namespace

void TestWeightSets::sumsShards()
{
    TestDir dir;
    for (int shard = 1; shard <= 4; ++shard)
        writeSafetensors(dir, cat("model-0000", shard, "-of-00004.safetensors"),
                         {{cat("layer.", shard, ".weight"), "BF16", 2'007'565'312}});
    const auto evidence = readAll(dir);
    VERIFY_RESULT(evidence);
    QCOMPARE(evidence->sets.size(), std::size_t(1));
    const auto &model = evidence->sets.front();
    QCOMPARE(model.parameters, std::uint64_t(8'030'261'248));
    QCOMPARE(model.precision, std::string("bfloat16"));
    QCOMPARE(model.format, std::string("safetensors"));
    QCOMPARE(model.source, std::string("model-00001-of-00004.safetensors (+3)"));
    QVERIFY(!model.isEstimated && model.quantization.empty() && evidence->findings.empty());
}

void TestWeightSets::missingShardsLeaveNoCount()
{
    TestDir dir;
    for (int shard : {1, 3})
        writeSafetensors(dir, cat("model-0000", shard, "-of-00003.safetensors"), {{"a", "F16", 1'000'000}});
    const auto evidence = readAll(dir);
    VERIFY_RESULT(evidence);
    QCOMPARE(sourcesOf(*evidence), std::string("model-00001-of-00003.safetensors (+1)"));
    QCOMPARE(evidence->sets.front().parameters, std::uint64_t(0));
    QCOMPARE(evidence->sets.front().precision, std::string("float16"));
    // As many as there should be, but one is of another set, or there twice.
    for (const char *odd : {"model-00004-of-00003.safetensors", "model-3-of-00003.safetensors"}) {
        writeSafetensors(dir, odd, {{"a", "F16", 1'000'000}});
        const auto count = readAll(dir);
        VERIFY_RESULT(count);
        QCOMPARE(count->sets.front().parameters, std::uint64_t(0));
        fs::remove(dir / odd);
    }
}

void TestWeightSets::formsAreNotSummed()
{
    TestDir dir;
    writeSafetensors(dir, "model.safetensors", {{"a", "F32", 5'000'000}});
    writeSafetensors(dir, "model.fp16.safetensors", {{"a", "F16", 5'000'000}});
    writeGguf(dir, "model-Q4_K_M.gguf", {.tensors = {{"a", "Q4_K", 5'000'192}}});
    dir.write("pytorch_model.bin", std::string("\x80\x02", 2) + std::string(100, 'x'));
    const auto evidence = readAll(dir);
    VERIFY_RESULT(evidence);
    QCOMPARE(sourcesOf(*evidence), std::string("model.safetensors | model.fp16.safetensors | model-Q4_K_M.gguf"));
    QCOMPARE(evidence->sets[0].parameters, std::uint64_t(5'000'000));
    QCOMPARE(evidence->sets[1].precision, std::string("float16"));
    QCOMPARE(evidence->sets[2].quantization, std::string("Q4_K_M"));
}

void TestWeightSets::deeperOnesAreLeftAlone()
{
    TestDir dir;
    writeSafetensors(dir, "model.safetensors", {{"a", "BF16", 1000}});
    writeSafetensors(dir, "original/consolidated.safetensors", {{"a", "F32", 100'000}});
    const auto evidence = readAll(dir);
    VERIFY_RESULT(evidence);
    QCOMPARE(sourcesOf(*evidence), std::string("model.safetensors"));
}

void TestWeightSets::pipelinesAreTheSumOfTheirParts()
{
    TestDir dir;
    writeSafetensors(dir, "unet/diffusion_pytorch_model.safetensors", {{"a", "F32", 800'000'000}});
    writeSafetensors(dir, "unet/diffusion_pytorch_model.fp16.safetensors", {{"a", "F16", 800'000'000}});
    writeSafetensors(dir, "vae/diffusion_pytorch_model.safetensors", {{"a", "F32", 80'000'000}});
    writeSafetensors(dir, "text_encoder/model.safetensors", {{"a", "F32", 120'000'000}});
    const auto evidence = readAll(dir, {.hasModelIndex = true});
    VERIFY_RESULT(evidence);
    QCOMPARE(sourcesOf(*evidence), std::string("text_encoder/model.safetensors (+2)"));
    QCOMPARE(evidence->sets.front().parameters, std::uint64_t(1'000'000'000));
    QCOMPARE(evidence->sets.front().precision, std::string("float32"));
}

void TestWeightSets::sideFilesComeLast()
{
    TestDir dir;
    // The projector is the larger one here, and only its header says what the third is.
    writeGguf(dir, "model-Q4_K_M.gguf", {.tensors = {{"a", "Q4_K", 2560}}});
    writeGguf(dir, "mmproj-model-f16.gguf", {.architecture = "clip", .fileType = 1, .tensors = {{"v", "F16", 90'000}}});
    writeGguf(dir, "style.gguf", {.texts = {{"general.type", "adapter"}}, .tensors = {{"b", "F16", 80'000}}});
    auto evidence = readAll(dir);
    VERIFY_RESULT(evidence);
    QCOMPARE(sourcesOf(*evidence), std::string("model-Q4_K_M.gguf"));
    TestDir adapter;
    writeSafetensors(adapter, "adapter_model.safetensors", {{"lora_A.weight", "F32", 4096}});
    evidence = readAll(adapter);
    VERIFY_RESULT(evidence);
    QCOMPARE(evidence->sets.front().parameters, std::uint64_t(4096)); // of the adapter, not of its base
}

void TestWeightSets::readsGguf()
{
    TestDir dir;
    writeGguf(dir, "m-00001-of-00002.gguf",
              {.architecture = "qwen2",
               .texts = {{"general.size_label", "7B"}, {"general.type", "model"}},
               .tensors = {{"a", "Q4_K", 7'000'000'000 / 256 * 256}}});
    writeGguf(dir, "m-00002-of-00002.gguf", {.tensors = {{"b", "F32", 256}}});
    const auto evidence = readAll(dir);
    VERIFY_RESULT(evidence);
    QCOMPARE(evidence->sets.size(), std::size_t(1));
    const auto &model = evidence->sets.front();
    QCOMPARE(model.parameters, std::uint64_t(7'000'000'000 / 256 * 256 + 256));
    QCOMPARE(model.family, std::string("qwen2"));
    QCOMPARE(model.architecture, std::string("transformer"));
    QCOMPARE(model.quantization, std::string("Q4_K_M"));
    QCOMPARE(model.precision, std::string()); // blocks are none
    QCOMPARE(model.sizeLabel, std::string("7B"));

    TestDir half;
    writeGguf(half, "m.gguf", {.architecture = "mamba", .fileType = 1, .tensors = {{"a", "F16", 64}}});
    const auto plain = readAll(half);
    VERIFY_RESULT(plain);
    QCOMPARE(plain->sets.front().precision, std::string("float16"));
    QCOMPARE(plain->sets.front().quantization, std::string());
    QCOMPARE(plain->sets.front().architecture, std::string());
}

void TestWeightSets::countsPackedWeights_data()
{
    QTest::addColumn<QStringList>("tensors"); // name type elements
    QTest::addColumn<unsigned>("bits");
    QTest::addColumn<quint64>("parameters");
    QTest::addColumn<QString>("precision");
    QTest::addColumn<bool>("isEstimated");
    const auto row = [](const char *name, const QStringList &tensors, unsigned bits, quint64 parameters,
                        const char *precision, bool isEstimated) {
        QTest::newRow(name) << tensors << bits << parameters << QString::fromLatin1(precision) << isEstimated;
    };
    row("gptq",
        {"q.qweight I32 1000", "q.qzeros I32 10", "q.scales F16 80", "q.g_idx I32 100", "embed.weight F16 2000"}, 4,
        10'000, "float16", true);
    row("gptq of 8 bits", {"q.qweight I32 1000", "q.scales F16 80", "embed.weight F16 2000"}, 8, 6000, "float16", true);
    row("bitsandbytes",
        {"q.weight U8 1000", "q.weight.absmax F32 30", "q.weight.quant_state.bitsandbytes__nf4 U8 90",
         "embed.weight BF16 500"},
        4, 2500, "bfloat16", true);
    row("mxfp4", {"mlp_blocks U8 1000", "mlp_scales U8 60", "embed.weight BF16 500"}, 4, 2500, "bfloat16", true);
    row("mlx", {"q.weight U32 1000", "q.scales F16 100", "q.biases F16 100", "norm.weight F16 200"}, 4, 8200, "float16",
        true);
    row("fp8", {"q.weight F8_E4M3 9000", "q.weight_scale_inv F32 700", "embed.weight BF16 1000"}, 4, 10'000,
        "float8_e4m3,bfloat16", false);
    row("names are no proof", {"layer.scales F32 1000", "layer.weight F32 1000"}, 4, 2000, "float32", false);
}

void TestWeightSets::countsPackedWeights()
{
    QFETCH(QStringList, tensors);
    QFETCH(unsigned, bits);
    TestDir dir;
    std::vector<TestTensor> written;
    for (const auto &line : tensors) {
        const auto parts = line.split(QLatin1Char(' '));
        written.push_back({parts[0].toStdString(), parts[1].toStdString(), parts[2].toULongLong()});
    }
    writeSafetensors(dir, "model.safetensors", written);
    const auto evidence = readAll(dir, {.packedBits = bits});
    VERIFY_RESULT(evidence);
    QVERIFY2(evidence->findings.empty(),
             evidence->findings.empty() ? "" : evidence->findings[0].message.text().c_str());
    QTEST(quint64(evidence->sets.front().parameters), "parameters");
    QTEST(QString::fromStdString(evidence->sets.front().precision), "precision");
    QTEST(evidence->sets.front().isEstimated, "isEstimated");
}

void TestWeightSets::precisionIsWhatMostWeightsHave()
{
    TestDir dir;
    writeSafetensors(dir, "model-00001-of-00002.safetensors", {{"a", "BF16", 1000}, {"ids", "I64", 5}});
    writeSafetensors(dir, "model-00002-of-00002.safetensors", {{"b", "F32", 3000}});
    const auto evidence = readAll(dir);
    VERIFY_RESULT(evidence);
    QCOMPARE(evidence->sets.front().precision, std::string("float32,bfloat16"));
}

void TestWeightSets::refusesBrokenHeaders()
{
    TestDir dir;
    writeSafetensors(dir, "model-00001-of-00002.safetensors", {{"a", "BF16", 1000}});
    const auto header = std::string(R"({"b":{"dtype":"BF16","shape":[1000],"data_offsets":[0,2000]}})");
    dir.write("model-00002-of-00002.safetensors",
              std::string(1, static_cast<char>(header.size())) + std::string(7, '\0') + header); // its data is missing
    dir.write("junk.gguf", std::string("GGUF\x03\0\0\0", 8) + std::string(16, '\xff'));
    dir.write("other.safetensors", "no such thing");
    const auto evidence = readAll(dir);
    VERIFY_RESULT(evidence);
    QCOMPARE(sourcesOf(*evidence), std::string("model-00001-of-00002.safetensors"));
    QCOMPARE(evidence->sets.front().parameters, std::uint64_t(0));
    QCOMPARE(evidence->findings.size(), std::size_t(2));
    for (const auto &finding : evidence->findings)
        QVERIFY(finding.id == "META005" && finding.severity == Severity::Warning);
    QCOMPARE(evidence->findings[0].where, std::string("model-00002-of-00002.safetensors"));
}

void TestWeightSets::readsNoMoreThanItsLimit()
{
    TestDir dir;
    const auto count = weightlimits::maxFiles + 1;
    for (std::size_t i = 1; i <= count; ++i)
        dir.write(cat("model-", i, "-of-", count, ".safetensors"), std::string("\x02\0\0\0\0\0\0\0{}", 10));
    auto evidence = readAll(dir);
    VERIFY_RESULT(evidence);
    QVERIFY(evidence->sets.empty());
    QCOMPARE(evidence->findings.size(), std::size_t(1));
    QCOMPARE(evidence->findings[0].id, std::string("META006"));

    TestDir forms;
    for (std::size_t i = 0; i < weightlimits::maxSets + 4; ++i)
        writeSafetensors(forms, cat("form", i, ".safetensors"), {{"a", "F32", 100 + i}});
    evidence = readAll(forms);
    VERIFY_RESULT(evidence);
    QCOMPARE(evidence->sets.size(), weightlimits::maxSets);
    QCOMPARE(evidence->sets.front().source, cat("form", weightlimits::maxSets + 3, ".safetensors"));
}

void TestWeightSets::opensNothingElse()
{
    TestDir dir;
    dir.write("pytorch_model.bin", "x");
    const std::vector<WeightFile> files{{"pytorch_model.bin", identityOf(dir / "pytorch_model.bin").value()},
                                        {"gone.safetensors", {}}};
    const auto evidence = readWeightSets(dir.path(), files, {}, {});
    VERIFY_RESULT(evidence);
    QVERIFY(evidence->sets.empty());
    QCOMPARE(evidence->findings.size(), std::size_t(1)); // of the one that is gone
    QCOMPARE(evidence->findings[0].id, std::string("META001"));
    QCOMPARE(evidence->findings[0].where, std::string("gone.safetensors"));
}

void TestWeightSets::stops()
{
    TestDir dir;
    writeSafetensors(dir, "model.safetensors", {{"a", "F32", 10}});
    std::stop_source stop;
    stop.request_stop();
    VERIFY_ERROR(readAll(dir, {}, TaskContext(stop.get_token())), ErrorCode::Canceled);
}

void TestWeightSets::sizesInNames_data()
{
    QTest::addColumn<quint64>("parameters");
    QTest::addColumn<quint64>("step");
    const auto row = [](const char *name, quint64 parameters, quint64 step) {
        QTest::newRow(name) << parameters << step;
    };
    row("Llama-2-7b-chat-hf", 7'000'000'000, 1'000'000'000);
    row("Qwen2.5-0.5B-Instruct", 500'000'000, 100'000'000);
    row("TinyLlama-1.1B-intermediate-step-1431k-3T", 1'100'000'000, 100'000'000);
    row("Qwen2.5-7B-Instruct-1M", 7'000'000'000, 1'000'000'000);
    row("SmolLM2-135M", 135'000'000, 1'000'000);
    row("model_1.05b", 1'050'000'000, 10'000'000);
    row("Phi-3-mini-4k-instruct", 0, 0);
    row("Mixtral-8x7B-v0.1", 0, 0);
    row("Qwen3-30B-A3B", 30'000'000'000, 1'000'000'000);
    row("bge-small-en-v1.5", 0, 0);
    row("gptq-4bit", 0, 0);
    row("b-.b-1.b-1.234b-99999b", 0, 0);
    row("", 0, 0);
}

void TestWeightSets::sizesInNames()
{
    const auto size = sizeInName(QTest::currentDataTag());
    QTEST(quint64(size.parameters), "parameters");
    if (size.parameters > 0)
        QTEST(quint64(size.step), "step");
    const NamedSize seven{7'000'000'000, 1'000'000'000};
    QVERIFY(seven.agreesWith(7'615'616'512) && seven.agreesWith(6'738'415'616));
    QVERIFY(!seven.agreesWith(8'030'261'248) && !seven.agreesWith(6'000'000'000));
}

QTEST_GUILESS_MAIN(TestWeightSets)
#include "tst_weightsets.moc"
