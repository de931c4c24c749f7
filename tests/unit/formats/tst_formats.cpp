// SPDX-License-Identifier: Apache-2.0
#include "formats/fileformat.h"
#include "formats/hubconfig.h"
#include "formats/license.h"
#include "formats/modelcard.h"
#include "support/testing.h"

#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestFormats : public QObject {
    Q_OBJECT

private slots:
    void detects_data();
    void detects();
    void readsModelCards();
    void reportsOddCards();
    void readsHubConfigs();
    void namesLicenses();
    void parsesSpdxExpressions_data();
    void parsesSpdxExpressions();
};

void TestFormats::detects_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("format");
    const auto row = [](const char *name, const QByteArray &bytes, const char *format) {
        QTest::newRow(name) << bytes << format;
    };
    row("safetensors", QByteArray("\x10\0\0\0\0\0\0\0{\"a\":1}          ", 26), "safetensors");
    row("safetensors whose length looks like pickle", QByteArray("\x80\x02\0\0\0\0\0\0{", 9) + QByteArray(700, ' '),
        "safetensors");
    row("safetensors with an absurd length", QByteArray("\xff\xff\xff\xff\xff\xff\xff\x7f{", 9), "unknown");
    row("gguf", "GGUF\x03\0\0\0", "gguf");
    row("zip", QByteArray("PK\x03\x04xxxx"), "zip");
    row("pickle", QByteArray("\x80\x04\x95\x00", 4), "pickle");
    row("onnx",
        QByteArray("\x08\x07\x12\x07pytorch\x1a\x05"
                   "1.0.0:\x02xx",
                   22),
        "onnx");
    row("onnx tensor",
        QByteArray("\x08\x03\x08\x04\x10\x01\x42\x01xJ\x04"
                   "abcd",
                   14),
        "onnx-tensor");
    row("hdf5", QByteArray("\x89HDF\r\n\x1a\n"), "hdf5");
    row("parquet", "PAR1....", "parquet");
    row("arrow", QByteArray("ARROW1\0\0", 8), "arrow");
    row("numpy", QByteArray("\x93NUMPY\x01\0", 8), "numpy");
    row("tflite", QByteArray("\x1c\0\0\0TFL3", 8), "tflite");
    row("gzip", QByteArray("\x1f\x8b\x08", 3), "gzip");
    row("zstd", QByteArray("\x28\xb5\x2f\xfd", 4), "zstd");
    row("png", QByteArray("\x89PNG\r\n\x1a\n", 8), "image");
    row("wav", QByteArray("RIFF\x24\0\0\0WAVEfmt ", 16), "audio");
    row("lfs pointer", "version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 1\n", "git-lfs-pointer");
    row("error page", " <!DOCTYPE html><html>", "html");
    row("json", " {\"a\": 1}", "json");
    row("text", "hello\nwörld\n", "text");
    row("binary", QByteArray("\x01\x02\x03\0\0", 5), "unknown");
    row("empty", "", "empty");
}

void TestFormats::detects()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, format);
    QCOMPARE(
        QString::fromUtf8(toString(detectFormat(bytes.toStdString(), static_cast<std::uint64_t>(bytes.size()))).data()),
        format);
    // No prefix of anything is too short.
    for (qsizetype size = 0; size < bytes.size(); ++size)
        detectFormat(bytes.left(size).toStdString(), 1'000'000);
}

void TestFormats::readsModelCards()
{
    const auto card = parseModelCard("---\r\nlicense: apache-2.0\r\nlanguage:\r\n- no\r\n- en\r\n---\r\n# A "
                                     "*model*\r\n\r\nIt does things.\r\n\r\nMore.\r\n");
    QVERIFY(card.metadata.has_value());
    QCOMPARE(cardTexts(card, "license"), std::vector<std::string>{"apache-2.0"});
    QCOMPARE(cardTexts(card, "language"), (std::vector<std::string>{"no", "en"}));
    QCOMPARE(card.summary, std::string("It does things."));
    QVERIFY(card.findings.empty());
    QVERIFY(!parseModelCard("# Title\n\ntext\n\n---\nrule: x\n---\n").metadata);
}

void TestFormats::reportsOddCards()
{
    QVERIFY(!parseModelCard("---\nlicense: x\n").findings.empty());
    QVERIFY(!parseModelCard("---\na: &a [x]\nb: [*a,*a]\n---\n").findings.empty());
    QVERIFY(!parseModelCard("---\na: [\n---\n").findings.empty());
    parseModelCard("---\n---\n");
    parseModelCard(std::string(1 << 20, '#'));
}

void TestFormats::readsHubConfigs()
{
    const auto config = parseHubConfig(
        R"({"model_type":"llama","torch_dtype":"bfloat16","quantization_config":{"quant_method":"gptq"},"x":NaN,
                                          "auto_map":{"AutoModel":"modeling.Custom"}})");
    VERIFY_RESULT(config);
    QCOMPARE(config->family, std::string("llama"));
    QCOMPARE(config->precision, std::string("bfloat16"));
    QCOMPARE(config->quantization, std::string("gptq"));
    QCOMPARE(config->remoteCode.size(), std::size_t(1));
    VERIFY_RESULT(parseHubConfig(R"({"model_type":7,"torch_dtype":[],"quantization_config":"x"})"));
    QVERIFY(!parseHubConfig("[]"));
    QCOMPARE(modalitiesOfPipeline("image-text-to-text").input.size(), std::size_t(2));
    QCOMPARE(iso639Code("eng"), std::optional<std::string>("en"));
    QCOMPARE(iso639Code("pt-BR"), std::optional<std::string>("pt"));
    QVERIFY(!iso639Code("multilingual"));
}

void TestFormats::namesLicenses()
{
    QCOMPARE(spdxForHubLicense("apache-2.0"), std::optional<std::string>("Apache-2.0"));
    QVERIFY(!spdxForHubLicense("unknown") && !spdxForHubLicense("cc"));
    QCOMPARE(recognizeLicenseText("# SPDX-License-Identifier: MIT\n"), std::optional<std::string>("MIT"));
    QCOMPARE(
        recognizeLicenseText(
            "                                 Apache License\n                           Version 2.0, January 2004\n"),
        std::optional<std::string>("Apache-2.0"));
    QVERIFY(!recognizeLicenseText("All rights reserved."));
}

void TestFormats::parsesSpdxExpressions_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    for (const char *text :
         {"MIT", "apache-2.0", "Apache-2.0 OR MIT", "(GPL-2.0-only WITH Classpath-exception-2.0) AND BSD-3-Clause",
          "GPL-2.0+", "LicenseRef-llama3", "DocumentRef-x:LicenseRef-y", "CC-BY-NC-4.0"})
        QTest::newRow(text) << text << true;
    for (const char *text : {"", "apache 2", "MIT AND", "(MIT", "MIT)", "AND", "MIT WITH nothing", "LicenseRef-",
                             "Apache License 2.0", "MIT/Apache-2.0"})
        QTest::newRow(text) << text << false;
    QTest::newRow("deep") << QString(1000, '(') << false;
}

void TestFormats::parsesSpdxExpressions()
{
    QFETCH(QString, text);
    QFETCH(bool, valid);
    QCOMPARE(isSpdxExpression(text.toStdString()), valid);
}

QTEST_GUILESS_MAIN(TestFormats)
#include "tst_formats.moc"
