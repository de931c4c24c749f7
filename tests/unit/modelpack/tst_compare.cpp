// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "modelpack/compare.h"
#include "support/testing.h"

#include <QTest>

using namespace modelcrate;

class TestCompare : public QObject {
    Q_OBJECT

private slots:
    void namesFieldsThatDiffer();
    void matchesLayersByPathThenByBytes();
    void waitsForDigestsThatArePending();
    void saysWhichDocumentIsBroken();
};

namespace {

struct Layer {
    std::string path;
    std::string bytes; ///< "": pending
    std::int64_t size = 10;
    std::string kind = "weight";
};

ArtifactPlan::Documents artifact(const std::vector<Layer> &layers, const std::string &config = "{}",
                                 const std::string &annotations = "{}")
{
    std::vector<std::string> items;
    for (const auto &layer : layers) {
        const auto digest = layer.bytes.empty() ? std::string(pendingDigest) : Digest::sha256Of(layer.bytes).toString();
        items.push_back(cat(R"({"mediaType":"application/vnd.cncf.model.)", layer.kind, R"(.v1.raw","digest":")",
                            digest, R"(","size":)", layer.size, R"(,"annotations":{"org.cncf.model.filepath":")",
                            layer.path, R"("}})"));
    }
    return {config,
            cat(R"({"schemaVersion":2,"config":{"mediaType":"application/vnd.cncf.model.config.v1+json","digest":")",
                Digest::sha256Of(config).toString(), R"(","size":)", config.size(), R"(},"layers":[)", join(items, ","),
                R"(],"annotations":)", annotations, "}")};
}

} // namespace

void TestCompare::namesFieldsThatDiffer()
{
    const auto before = artifact(
        {},
        R"({"descriptor":{"name":"a","version":"1","vendor":"x"},"config":{},"modelfs":{"type":"layers","diffIds":["1"]}})",
        R"({"k":"v","gone":"1"})");
    const auto after = artifact(
        {},
        R"({"descriptor":{"version":"2","name":"a"},"config":{"capabilities":{"reasoning":true}},"modelfs":{"type":"layers"}})",
        R"({"new":"1","k":"w"})");
    const auto changes = compareArtifacts(before, after);
    VERIFY_RESULT(changes);
    QCOMPARE(changes->config.size(), std::size_t(3));
    QVERIFY((changes->config[0] == MemberChange{"descriptor.version", Json("1"), Json("2")}));
    QVERIFY((changes->config[1] == MemberChange{"config.capabilities.reasoning", std::nullopt, Json(true)}));
    QVERIFY((changes->config[2] == MemberChange{"descriptor.vendor", Json("x"), std::nullopt}));
    QCOMPARE(changes->annotations.size(), std::size_t(3));
    QVERIFY(!changes->empty());
    const auto same = compareArtifacts(before, before);
    VERIFY_RESULT(same);
    QVERIFY(same->empty());
}

void TestCompare::matchesLayersByPathThenByBytes()
{
    const auto before = artifact({{"a", "1"}, {"b", "2"}, {"old", "3"}, {"gone", "4"}, {"t", "5"}});
    const auto after =
        artifact({{"copy-of-a", "1"}, {"a", "1"}, {"b", "other"}, {"new-name", "3"}, {"t", "5", 10, "dataset"}});
    const auto changes = compareArtifacts(before, after);
    VERIFY_RESULT(changes);
    std::vector<std::string> lines;
    for (const auto &layer : changes->layers)
        lines.push_back(
            cat(layer.path, ' ', toString(layer.state), layer.pathBefore.empty() ? "" : " from ", layer.pathBefore));
    QCOMPARE(join(lines, ", "),
             std::string("copy-of-a added, a same, b changed, new-name renamed from old, t retyped, gone removed"));
    QVERIFY(changes->layers.back().type->kind == LayerKind::Weight);
    QVERIFY(!changes->layers.back().after);
}

void TestCompare::waitsForDigestsThatArePending()
{
    const auto before = artifact({{"a", "1"}, {"b", "2"}, {"c", "3"}});
    const auto after = artifact({{"a", ""}, {"b", "", 11}, {"c", "", 0}, {"d", ""}});
    const auto changes = compareArtifacts(before, after);
    VERIFY_RESULT(changes);
    QVERIFY(changes->layers[0].state == LayerChange::State::Pending);
    QVERIFY(changes->layers[1].state == LayerChange::State::Changed); // another size is another content
    QVERIFY(changes->layers[2].state == LayerChange::State::Pending); // compressed as it is sent: no size yet
    QVERIFY(!changes->layers[2].after);
    QVERIFY(changes->layers[3].state == LayerChange::State::Added);
}

void TestCompare::saysWhichDocumentIsBroken()
{
    auto broken = artifact({});
    broken.config = "{";
    const auto result = compareArtifacts(artifact({}), broken);
    VERIFY_ERROR(result, ErrorCode::InvalidInput);
    QVERIFY(result.error().toString().find("later config") != std::string::npos);
    broken.manifest = "[]";
    QVERIFY(!compareArtifacts(broken, artifact({})));
}

QTEST_APPLESS_MAIN(TestCompare)
#include "tst_compare.moc"
