// SPDX-License-Identifier: Apache-2.0
#include "oci/manifest.h"
#include "oci/validate.h"
#include "support/testing.h"

#include <QTest>

using namespace modelcrate;

class TestManifest : public QObject {
    Q_OBJECT

private slots:
    void readsAndKeepsEverything();
    void refuses_data();
    void refuses();
    void acceptsWhatIsOdd();
    void tellsKinds();
    void readsIndexes();
    void writesDescriptorsAsTheyWere();
    void findsEverythingAtOnce();
};

static const std::string digest = "sha256:" + std::string(64, 'a');
static std::string descriptor(const std::string &more = {})
{
    return R"({"mediaType":"application/octet-stream","digest":")" + digest + R"(","size":1)" + more + "}";
}
static std::string manifest(const std::string &layers, const std::string &more = {})
{
    return R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":)" + descriptor()
        + R"(,"layers":)" + layers + more + "}";
}

void TestManifest::readsAndKeepsEverything()
{
    const auto text = manifest("[" + descriptor(R"(,"annotations":{"b":"1","a":"2"},"x":7)") + "]",
                               R"(,"annotations":{"k":""},"unknown":[1])");
    const auto parsed = parseImageManifest(text, "application/vnd.oci.image.manifest.v1+json");
    VERIFY_RESULT(parsed);
    QCOMPARE(parsed->bytes, text);
    QCOMPARE(parsed->digest, Digest::sha256Of(text));
    QCOMPARE(parsed->layers[0].annotations[0].first, std::string("b"));
    QCOMPARE(dumpJson(parsed->document), text);
}

void TestManifest::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("contentType");
    const auto row = [](const char *name, const std::string &text,
                        const char *type = "application/vnd.oci.image.manifest.v1+json") {
        QTest::newRow(name) << QByteArray::fromStdString(text) << QByteArray(type);
    };
    const auto replaced = [](std::string text, const std::string &from, const std::string &to) {
        const auto at = text.find(from);
        return at == std::string::npos ? text : text.replace(at, from.size(), to);
    };
    row("MAN-01 manifest and index at once", manifest("[]", R"(,"manifests":[])"));
    row("MAN-02 mediaType differs from Content-Type", manifest("[" + descriptor() + "]"),
        "application/vnd.docker.distribution.manifest.v2+json");
    row("MAN-03 duplicate member", manifest("[]", R"(,"layers":[])"));
    row("MAN-04 depth", manifest(std::string(100'000, '[')));
    row("MAN-05 broken UTF-8", manifest("[" + descriptor() + "]", ",\"annotations\":{\"k\":\"\xff\"}"));
    row("MAN-06 too large", std::string((4 << 20) + 1, ' '));
    row("MAN-07 digest with a path", replaced(manifest("[]"), digest, "sha256:../../x"));
    row("MAN-07 upper case", replaced(manifest("[]"), digest, "sha256:" + std::string(64, 'A')));
    row("MAN-07 newline", replaced(manifest("[]"), digest, digest + "\\n"));
    row("MAN-07 short", replaced(manifest("[]"), digest, "sha256:" + std::string(63, 'a')));
    row("MAN-07 md5", replaced(manifest("[]"), digest, "md5:" + std::string(32, 'a')));
    row("MAN-07 empty", replaced(manifest("[]"), digest, ""));
    row("MAN-09 negative size", replaced(manifest("[]"), "\"size\":1", "\"size\":-1"));
    row("MAN-09 size as text", replaced(manifest("[]"), "\"size\":1", "\"size\":\"1\""));
    row("MAN-09 fractional size", replaced(manifest("[]"), "\"size\":1", "\"size\":1.5"));
    row("MAN-09 huge size", replaced(manifest("[]"), "\"size\":1", "\"size\":18446744073709551616"));
    row("MAN-13 no config", R"({"schemaVersion":2,"layers":[]})");
    row("MAN-13 layers null", manifest("null"));
    row("MAN-22 inline data of other bytes", manifest("[" + descriptor(R"(,"data":"YQ==")") + "]"));
    row("annotations of numbers", manifest("[]", R"(,"annotations":{"k":1})"));
    row("MAN-14 Docker schema 1", R"({"schemaVersion":1,"fsLayers":[]})");
    row("no object", "[]");
}

void TestManifest::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, contentType);
    QVERIFY(!parseImageManifest(text.toStdString(), contentType.toStdString()));
}

void TestManifest::acceptsWhatIsOdd()
{
    auto text = manifest("[" + descriptor() + "]");
    text.replace(text.find(digest), digest.size(), "sha512:" + std::string(128, 'a')); // MAN-07
    VERIFY_RESULT(parseImageManifest(text));
    text = manifest("[" + descriptor() + "]");
    text.replace(text.find("\"size\":1"), 8,
                 "\"size\":4611686018427387904"); // MAN-09: 2^62 is a number, nothing is allocated by it
    const auto parsed = parseImageManifest(text);
    VERIFY_RESULT(parsed);
    QVERIFY(parsed->config.size + parsed->config.size + parsed->config.size == ByteCount(INT64_MAX));
}

void TestManifest::tellsKinds()
{
    QVERIFY(documentKind(manifest("[]")) == DocumentKind::Manifest);
    QVERIFY(documentKind(R"({"schemaVersion":2,"manifests":[]})") == DocumentKind::Index);
    QVERIFY(documentKind("{}", "application/vnd.oci.image.index.v1+json") == DocumentKind::Index);
    QVERIFY(documentKind("{}") == DocumentKind::Other);
    QVERIFY(documentKind("rubbish") == DocumentKind::Other);
}

void TestManifest::readsIndexes()
{
    const auto text = R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[)"
        + descriptor() + "]}";
    QCOMPARE(parseImageIndex(text)->manifests.size(), std::size_t(1));
    QVERIFY(!parseImageIndex(manifest("[]")));
    QVERIFY(!parseImageIndex(R"({"schemaVersion":2,"manifests":[],"layers":[]})"));
}

void TestManifest::writesDescriptorsAsTheyWere()
{
    const auto text =
        R"({"size":1,"x":{"y":null},"digest":")" + digest + R"(","mediaType":"a/b","annotations":{"z":"1","a":"2"}})";
    const auto parsed = parseDescriptor(*parseJson(text));
    VERIFY_RESULT(parsed);
    QCOMPARE(dumpJson(toJson(*parsed)), text);
    Annotations annotations = parsed->annotations;
    setAnnotation(annotations, "z", "3");
    QCOMPARE(*findAnnotation(annotations, "z"), std::string("3"));
    QVERIFY(!findAnnotation(annotations, "missing"));
}

void TestManifest::findsEverythingAtOnce()
{
    const auto findings = validateOciManifest(
        R"({"schemaVersion":1,"mediaType":"x","config":{},"layers":[{"mediaType":"a/b","digest":"d","size":-1}]})");
    QVERIFY(findings.size() >= 6);
    QVERIFY(validateOciManifest("").size() == 1);
    QVERIFY(validateOciDescriptor(descriptor()).empty());
}

QTEST_GUILESS_MAIN(TestManifest)
#include "tst_manifest.moc"
