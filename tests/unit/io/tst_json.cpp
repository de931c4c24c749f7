// SPDX-License-Identifier: Apache-2.0
#include "io/digest.h"
#include "io/json.h"
#include "io/yaml.h"
#include "support/testing.h"

#include <cmath>

#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestJson : public QObject {
    Q_OBJECT

private slots:
    void keepsOrderAndKinds();
    void keepsNumbersAsWritten();
    void refuses_data();
    void refuses();
    void survivesDepth();
    void writesCanonically();
    void judgesDigests();
    void hashes();
    void readsYamlAsTexts();
    void refusesHostileYaml();
};

void TestJson::keepsOrderAndKinds()
{
    const auto json = parseJson(
        R"({"z":1,"a":-9223372036854775808,"f":1.5,"e":1e3,"big":18446744073709551615,"t":true,"n":null,"s":"\u00e9","l":[1,"x"]})");
    VERIFY_RESULT(json);
    std::string order;
    for (const auto &[name, value] : *json->asObject())
        order += name + " ";
    QCOMPARE(order, std::string("z a f e big t n s l "));
    QVERIFY(json->find("z")->isInteger() && !json->find("f")->isInteger() && !json->find("e")->isInteger());
    QCOMPARE(*json->find("a")->asInteger(), INT64_MIN);
    QVERIFY(json->find("big")->isNumber() && !json->find("big")->isInteger());
    QCOMPARE(json->text("s"), std::string("é"));
    QCOMPARE(json->text("missing"), std::string());
}

void TestJson::keepsNumbersAsWritten()
{
    const std::string text =
        R"([1.10,1e3,1E+03,18446744073709551615,9223372036854775808,-9223372036854775809,1234567890123456789012345678901234567890,0.1,-0.5])";
    const auto json = parseJson(text);
    VERIFY_RESULT(json);
    QCOMPARE(dumpJson(*json), text);
    for (const auto &value : *json->asArray())
        QVERIFY(value.isNumber() && !value.isInteger());
    QCOMPARE(json->asArray()->at(2).number(), 1000.0);
    QVERIFY(Json(std::uint64_t(18446744073709551615U)) == json->asArray()->at(3));
    QCOMPARE(json->asArray()->at(6).number(), 1234567890123456789012345678901234567890.0);
    QVERIFY(Json(std::nan("")).isNull());
}

void TestJson::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
    row("MAN-03 duplicate member", R"({"a":1,"a":2})");
    row("MAN-03 duplicate deep inside", R"([{"b":{"a":1,"a":1}}])");
    row("MAN-05 byte order mark", "\xef\xbb\xbf{}");
    row("MAN-05 broken UTF-8", "\"\xff\"");
    row("MAN-05 lone surrogate", R"("\ud800")");
    row("MAN-05 NUL in the text", QByteArray("\"a\0b\"", 5));
    row("comment", "{/**/}");
    row("trailing text", "{} x");
    row("two documents", "{}{}");
    row("empty", "");
    row("NaN", "NaN");
    row("single quotes", "{'a':1}");
    row("trailing comma", "[1,]");
    row("control character", "\"a\nb\"");
    row("leading zero", "01");
}

void TestJson::refuses()
{
    QFETCH(QByteArray, text);
    QVERIFY(!parseJson(text.toStdString()));
}

void TestJson::survivesDepth()
{
    QVERIFY(!parseJson(std::string(100'000, '['))); // MAN-04
    QVERIFY(!parseJson(std::string(100'000, '[') + std::string(100'000, ']')));
    std::string deep = "1";
    for (int i = 0; i < 60; ++i)
        deep = "{\"a\":" + deep + "}";
    VERIFY_RESULT(parseJson(deep));
    VERIFY_ERROR(parseJson(std::string((4 << 20) + 1, ' ')), ErrorCode::LimitExceeded);
    QVERIFY(parseJson("[NaN,-Infinity]", {.allowNonFinite = true}));
}

void TestJson::writesCanonically()
{
    const JsonObject value{{"b", "é\"\\\n"}, {"a", Json::Array{1, 2.5, nullptr, false}}};
    QCOMPARE(dumpJson(value), std::string(R"({"b":"é\"\\\n","a":[1,2.5,null,false]})"));
    QVERIFY(parseJson(dumpJson(value)).value() == Json(value));
    const JsonObject odd{{"", Json::Array{}}, {"o", JsonObject{}}, {"\x01\x7f", "\xff\tz"}, {"n", -0.5e-7}};
    QCOMPARE(dumpJson(odd), std::string("{\"\":[],\"o\":{},\"\\u0001\x7f\":\"\xef\xbf\xbd\\tz\",\"n\":-5e-08}"));
    QCOMPARE(dumpJsonPretty(JsonObject{{"a", Json::Array{1, JsonObject{{"b", "c"}}}}, {"e", Json::Array{}}}),
             std::string("{\n  \"a\": [\n    1,\n    {\n      \"b\": \"c\"\n    }\n  ],\n  \"e\": []\n}"));
}

void TestJson::judgesDigests()
{
    const auto table = parseJson(readFile(vectorFile("derived/table-digest.json")));
    VERIFY_RESULT(table);
    for (const auto &row : *table->asArray()) {
        const auto &text = row.text("text");
        const auto &verdict = row.text("verdict");
        QVERIFY2(isDigestGrammar(text) == (verdict != "invalid"), text.c_str()); // MAN-07
        QVERIFY2(Digest::parse(text).has_value() == (verdict == "valid"), text.c_str());
    }
    QVERIFY(!Digest::parse(""));
}

void TestJson::hashes()
{
    QCOMPARE(Digest::sha256Of("abc").hex(),
             std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    Hasher hasher;
    hasher.update("a");
    auto copy = hasher.clone();
    hasher.update("bc");
    copy.update("bc");
    QCOMPARE(hasher.finish(), copy.finish());
    Hasher long_(DigestAlgorithm::Sha512);
    QCOMPARE(long_.finish().hex().substr(0, 16), std::string("cf83e1357eefb8bd"));
}

void TestJson::readsYamlAsTexts()
{
    const auto yaml = parseYaml("language: no\nversion: 1.10\nempty:\nlist: [a, 2]\nquoted: \"yes\"\n");
    VERIFY_RESULT(yaml);
    QCOMPARE(yaml->text("language"), std::string("no"));
    QCOMPARE(yaml->text("version"), std::string("1.10"));
    QVERIFY(yaml->find("empty")->isNull());
    QCOMPARE(*(*yaml->find("list")->asArray())[1].asString(), std::string("2"));
}

void TestJson::refusesHostileYaml()
{
    QVERIFY(!parseYaml("a: &x [1]\nb: *x\n"));
    QVERIFY(!parseYaml("a: 1\na: 2\n"));
    QVERIFY(!parseYaml("a: [\n"));
    QVERIFY(!parseYaml(std::string(10'000, '[')));
}

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
