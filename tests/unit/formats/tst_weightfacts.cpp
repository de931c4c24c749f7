// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "formats/weightfacts.h"
#include "support/testing.h"
#include "support/weights.h"

#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestWeightFacts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsSafetensors();
    void readsGguf();
    void tellsPackedWeightsFromPlainOnes();
    void namesOtherFormats();
    void agreesWithVectors_data();
    void agreesWithVectors();
    void boundsWhatItKeeps();
    void neverTrustsCounts();
    void stops();
};

namespace {

std::string safetensors(const std::string &header, std::size_t data)
{
    return littleEndian(header.size(), 8) + header + std::string(data, '\0');
}

Result<WeightFacts> factsOf(std::string bytes)
{
    return readWeightFacts(*makeMemoryContent(std::move(bytes)), TaskContext());
}

/// A GGUF with some keys and two tensors; `tensors` and `pairs` are what its head claims.
std::string gguf(std::uint64_t tensors = 2, std::uint64_t pairs = 4)
{
    auto out = std::string("GGUF") + littleEndian(3, 4) + littleEndian(tensors, 8) + littleEndian(pairs, 8);
    out += lengthAndText("general.architecture") + littleEndian(8, 4) + lengthAndText("qwen2");
    out += lengthAndText("general.file_type") + littleEndian(4, 4) + littleEndian(15, 4);
    out += lengthAndText("tokenizer.ggml.tokens") + littleEndian(9, 4) + littleEndian(8, 4) + littleEndian(3, 8)
        + lengthAndText("a") + lengthAndText("b") + lengthAndText("模");
    out += lengthAndText("qwen2.rope.scale") + littleEndian(6, 4) + littleEndian(0x3f800000, 4);
    out += lengthAndText("token_embd.weight") + littleEndian(2, 4) + littleEndian(256, 8) + littleEndian(2, 8)
        + littleEndian(12, 4) + littleEndian(0, 8);
    out += lengthAndText("output_norm.weight") + littleEndian(1, 4) + littleEndian(8, 8) + littleEndian(0, 4)
        + littleEndian(288, 8);
    out += std::string((32 - out.size() % 32) % 32, '\0');
    return out + std::string(288 + 32, '\0');
}

} // namespace

void TestWeightFacts::readsSafetensors()
{
    const auto facts = factsOf(safetensors(
        R"({"__metadata__":{"format":"pt","caf\u00e9":"\ud83d\ude00"},"a.weight":{"dtype":"BF16","shape":[3,4],)"
        R"("data_offsets":[0,24]},"b":{"dtype":"F32","shape":[],"data_offsets":[24,28]}}  )",
        28));
    VERIFY_RESULT(facts);
    QVERIFY2(facts->findings.empty(), facts->findings.empty() ? "" : facts->findings.front().message.text().c_str());
    QVERIFY(facts->hasTensors && facts->format == FileFormat::Safetensors);
    QCOMPARE(facts->tensorCount, std::uint64_t(2));
    QCOMPARE(facts->parameters, std::uint64_t(13));
    QCOMPARE(facts->types.size(), std::size_t(2));
    QCOMPARE(facts->types[0].type, std::string("BF16"));
    QCOMPARE(facts->types[0].parameters, std::uint64_t(12));
    QCOMPARE(facts->firstTensors[0].shape, (std::vector<std::uint64_t>{3, 4}));
    QCOMPARE(facts->metadata[1].first, std::string("café"));
    QCOMPARE(facts->metadata[1].second, std::string("😀"));
    QCOMPARE(std::string(precisionOfType("BF16")), std::string("bfloat16"));
    QCOMPARE(std::string(precisionOfType("Q4_K")), std::string("Q4_K"));
}

void TestWeightFacts::readsGguf()
{
    const auto facts = factsOf(gguf());
    VERIFY_RESULT(facts);
    QVERIFY2(facts->findings.empty(), facts->findings.empty() ? "" : facts->findings.front().message.text().c_str());
    QCOMPARE(facts->version, 3U);
    QCOMPARE(facts->tensorCount, std::uint64_t(2));
    QCOMPARE(facts->parameters, std::uint64_t(520));
    QCOMPARE(facts->architecture, std::string("qwen2"));
    QCOMPARE(facts->quantization, std::string("Q4_K_M"));
    QCOMPARE(facts->types[0].type, std::string("Q4_K"));
    QCOMPARE(facts->metadata.size(), std::size_t(4));
    QCOMPARE(facts->metadata[2].second, std::string("[3 texts]"));
    QCOMPARE(facts->metadata[3].second, std::string("1.0"));
    QCOMPARE(facts->headerSize.value() % 32, std::int64_t(0));
}

void TestWeightFacts::tellsPackedWeightsFromPlainOnes()
{
    const auto facts = factsOf(safetensors(
        R"({"q.qweight":{"dtype":"I32","shape":[4],"data_offsets":[0,16]},"q.scales":{"dtype":"F16","shape":[3],)"
        R"("data_offsets":[16,22]},"n.weight":{"dtype":"F16","shape":[5],"data_offsets":[22,32]}})",
        32));
    VERIFY_RESULT(facts);
    QVERIFY(facts->findings.empty());
    QCOMPARE(facts->parameters, std::uint64_t(12)); // elements, whatever they are
    QCOMPARE(facts->packedWords, std::uint64_t(4));
    QCOMPARE(facts->types[0].type, std::string("F16"));
    QCOMPARE(facts->types[0].plain, std::uint64_t(5));
    QCOMPARE(facts->types[1].plain, std::uint64_t(0));
    QCOMPARE(facts->bytesRead, facts->headerSize);
}

void TestWeightFacts::namesOtherFormats()
{
    const auto facts = factsOf(std::string("\x80\x02", 2) + "}q.");
    VERIFY_RESULT(facts);
    QVERIFY(facts->format == FileFormat::Pickle && !facts->hasTensors && facts->findings.empty());
    const auto nothing = factsOf({});
    VERIFY_RESULT(nothing);
    QVERIFY(nothing->format == FileFormat::Empty && !nothing->hasTensors);
}

void TestWeightFacts::agreesWithVectors_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("valid");
    const auto vectors = vectorsDir();
    if (!vectors)
        return;
    QTest::newRow("written by a peer") << QString::fromStdString((*vectors / "peers/tiny-F32.gguf").string()) << true;
    for (const char *folder : {"safetensors", "gguf"}) {
        for (const auto &file : std::filesystem::directory_iterator(*vectors / "readers" / folder)) {
            const auto name = file.path().filename().string();
            if (file.path().extension() != ".json" && (name.find("valid") != std::string::npos))
                QTest::newRow(name.c_str())
                    << QString::fromStdString(file.path().string()) << (name.find("invalid") == std::string::npos);
        }
    }
}

void TestWeightFacts::agreesWithVectors()
{
    if (!vectorsDir())
        QSKIP("no vectors on this machine");
    QFETCH(QString, file);
    QFETCH(bool, valid);
    const auto content = openFileContent(file.toStdString());
    VERIFY_RESULT(content);
    const auto facts = readWeightFacts(**content, TaskContext());
    VERIFY_RESULT(facts);
    const auto why =
        facts->findings.empty() ? std::string("nothing was found") : facts->findings.front().message.text();
    QVERIFY2((facts->hasTensors && facts->findings.empty()) == valid, why.c_str());
}

void TestWeightFacts::boundsWhatItKeeps()
{
    std::string header = R"({"__metadata__":{"long":")" + std::string(5000, 'x') + "\"}";
    for (int i = 0; i < 1000; ++i)
        header += cat(",\"t", i, R"(":{"dtype":"U8","shape":[1],"data_offsets":[)", i, ",", i + 1, "]}");
    const auto facts = factsOf(safetensors(header + "}", 1000));
    VERIFY_RESULT(facts);
    QVERIFY(facts->findings.empty());
    QCOMPARE(facts->tensorCount, std::uint64_t(1000));
    QCOMPARE(facts->firstTensors.size(), WeightFacts::maxTensors);
    QVERIFY(facts->metadata[0].second.size() <= WeightFacts::maxValueBytes + 3);
    const auto deep = factsOf(safetensors(R"({"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0],"x":)"
                                              + std::string(5000, '[') + std::string(5000, ']') + "}}",
                                          0));
    VERIFY_RESULT(deep);
    QVERIFY(!deep->hasTensors && !deep->findings.empty());
}

void TestWeightFacts::neverTrustsCounts()
{
    for (const auto &bytes : {gguf(~0ULL, 4), gguf(2, ~0ULL), gguf(2, 5), gguf(3, 4)}) {
        const auto facts = factsOf(bytes);
        VERIFY_RESULT(facts);
        QVERIFY(!facts->findings.empty());
    }
    const auto whole = gguf();
    for (std::size_t length = 4; length < whole.size(); length += 7) {
        const auto facts = factsOf(whole.substr(0, length));
        VERIFY_RESULT(facts);
        QVERIFY(!facts->findings.empty() || length + 32 >= whole.size());
    }
    const auto facts = factsOf(littleEndian(~0ULL, 8) + "{}");
    VERIFY_RESULT(facts);
    QVERIFY(!facts->hasTensors);
}

void TestWeightFacts::stops()
{
    std::stop_source stop;
    stop.request_stop();
    const auto facts = readWeightFacts(*makeMemoryContent(gguf()), TaskContext(stop.get_token()));
    QVERIFY(!facts && facts.error().isStop());
}

QTEST_GUILESS_MAIN(TestWeightFacts)
#include "tst_weightfacts.moc"
