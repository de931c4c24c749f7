// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "modelpack/artifactedit.h"
#include "oci/imagelayout.h"
#include "oci/memorystore.h"
#include "support/testing.h"

#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestArtifactEdit : public QObject {
    Q_OBJECT

private slots:
    void changesOnlyWhatWasAsked();
    void keepsBytesWithoutAChange();
    void takesFieldsAndKeysAway();
    void repeatsWhatWasRepeated();
    void replacesAFile();
    void refusesWhatCannotBe();
    void keepsWhatPeersWrote();
};

namespace {

// Members in an order of its own, some that no specification knows, blanks, diffIds.
const std::string configText = R"({
  "future": {"b": 1, "a": [1, 2.5, null]},
  "config": {"paramSize": "8B", "x-vendor": "kept"},
  "modelfs": {"type": "layers", "diffIds": ["WEIGHT", "README"]},
  "descriptor": {"name": "demo", "licenses": ["MIT"], "y": true}
})";

std::string withDigests(std::string text)
{
    for (const auto &[name, bytes] :
         {std::pair{"WEIGHT", "weight"}, std::pair{"README", "readme"}, std::pair{"CONFIG", configText.c_str()}}) {
        for (auto at = text.find(name); at != std::string::npos; at = text.find(name))
            text.replace(at, std::string_view(name).size(), Digest::sha256Of(bytes).toString());
    }
    return text;
}

std::string manifestText(const std::string &config, const std::string &annotations)
{
    return cat(R"({"layers":[)"
               R"({"annotations":{"org.cncf.model.filepath":"model.safetensors"},"size":6,"digest":")",
               Digest::sha256Of("weight").toString(),
               R"(","mediaType":"application/vnd.cncf.model.weight.v1.raw","z":1},)"
               R"({"mediaType":"application/vnd.cncf.model.doc.v1.raw","digest":")",
               Digest::sha256Of("readme").toString(),
               R"(","size":6,"data":"cmVhZG1l","annotations":{"org.cncf.model.filepath":"README.md",)"
               R"("org.cncf.model.file.metadata+json":"{\"name\":\"README.md\",\"size\":6,\"odd\":1}"}}],)"
               R"("schemaVersion":2,"config":{"digest":")",
               Digest::sha256Of(config).toString(), R"(","size":)", config.size(),
               R"(,"mediaType":"application/vnd.cncf.model.config.v1+json"},)"
               R"("mediaType":"application/vnd.oci.image.manifest.v1+json",)"
               R"("artifactType":"application/vnd.cncf.model.manifest.v1+json","annotations":)",
               annotations, R"(,"later":[3]})");
}

ModelArtifact artifact(const std::string &annotations = R"({"k":"v"})")
{
    const auto config = withDigests(configText);
    ModelArtifact out{parseImageManifest(manifestText(config, annotations)).value(),
                      config,
                      ModelConfig::parse(config).value(),
                      {},
                      NameFamily::Cncf,
                      {}};
    MemoryStore store;
    const TaskContext context;
    static_cast<void>(
        store.pushBlob({"config", makeMemoryContent(config), out.manifest.config.mediaType}, {}, context));
    static_cast<void>(
        store.pushManifest(out.manifest.bytes, mediatypes::imageManifest, TagName::parse("v1").value(), context));
    return openArtifact(store, "v1", context).value();
}

std::string replaced(std::string text, std::string_view what, std::string_view with)
{
    const auto at = text.find(what);
    return at == std::string::npos ? "no such text" : text.replace(at, what.size(), with);
}

} // namespace

void TestArtifactEdit::changesOnlyWhatWasAsked()
{
    const auto before = artifact();
    const auto edited = editDocuments(before,
                                      {.set = {{"descriptor.licenses", "Apache-2.0"}, {"descriptor.version", "2"}},
                                       .annotations = {{"k", "w"}, {"new", "1"}}});
    VERIFY_RESULT(edited);
    // Compact, since a changed document is written anew; every member in its old place.
    const auto compact = dumpJson(before.config.document());
    QCOMPARE(edited->config,
             replaced(replaced(compact, R"("MIT")", R"("Apache-2.0")"), R"("y":true)", R"("y":true,"version":"2")"));
    auto expected = replaced(before.manifest.bytes, R"({"k":"v"})", R"({"k":"w","new":"1"})");
    expected =
        replaced(expected, before.manifest.config.digest.toString(), Digest::sha256Of(edited->config).toString());
    expected = replaced(expected, cat("\"size\":", before.configBytes.size()), cat("\"size\":", edited->config.size()));
    QCOMPARE(edited->manifest, expected);
}

void TestArtifactEdit::keepsBytesWithoutAChange()
{
    const auto before = artifact();
    const auto same = editDocuments(before, {.set = {{"descriptor.name", "demo"}}, .annotations = {{"k", "v"}}});
    VERIFY_RESULT(same);
    QCOMPARE(same->config, before.configBytes);
    QCOMPARE(same->manifest, before.manifest.bytes);
    // Only an annotation: the config with its blanks stays as it is.
    const auto annotated = editDocuments(before, {.annotations = {{"k", "w"}}});
    VERIFY_RESULT(annotated);
    QCOMPARE(annotated->config, before.configBytes);
    QCOMPARE(annotated->manifest, replaced(before.manifest.bytes, R"("k":"v")", R"("k":"w")"));
}

void TestArtifactEdit::takesFieldsAndKeysAway()
{
    const auto before = artifact();
    const auto edited =
        editDocuments(before, {.set = {{"descriptor.licenses", ""}}, .annotations = {{"k", ""}, {"never", ""}}});
    VERIFY_RESULT(edited);
    QVERIFY(edited->config.find("licenses") == std::string::npos);
    QVERIFY(edited->config.find(R"("y":true)") != std::string::npos);
    const auto manifest = parseImageManifest(edited->manifest);
    VERIFY_RESULT(manifest);
    QVERIFY(!manifest->document.find("annotations"));
    QVERIFY(manifest->document.find("later"));
}

void TestArtifactEdit::repeatsWhatWasRepeated()
{
    const DocumentEdits edits{
        .set = {{"descriptor.licenses", "Apache-2.0"}, {"descriptor.version", "2"}, {"descriptor.name", "other"}}};
    const auto annotationsAfter = [&](const std::string &annotations, const DocumentEdits &wanted) {
        const auto edited = editDocuments(artifact(annotations), wanted);
        return edited ? dumpJson(*parseImageManifest(edited->manifest)->document.find("annotations"))
                      : edited.error().toString();
    };
    const std::string licenses = "org.opencontainers.image.licenses";
    QCOMPARE(annotationsAfter(cat("{\"", licenses, "\":\"MIT\",\"k\":\"v\"}"), edits),
             cat("{\"", licenses, R"(":"Apache-2.0","k":"v","org.opencontainers.image.version":"2"})"));
    // Somebody wrote something else there: that is not ours to change, and nothing is repeated uncalled for.
    QCOMPARE(annotationsAfter(cat("{\"", licenses, "\":\"see LICENSE\"}"), edits),
             cat("{\"", licenses, "\":\"see LICENSE\"}"));
    // What is asked for by name wins.
    auto named = edits;
    named.annotations = {{licenses, "mine"}};
    QCOMPARE(annotationsAfter(cat("{\"", licenses, "\":\"MIT\"}"), named),
             cat("{\"", licenses, R"(":"mine","org.opencontainers.image.version":"2"})"));
    const DocumentEdits gone{.set = {{"descriptor.licenses", ""}}};
    QCOMPARE(annotationsAfter(cat("{\"", licenses, "\":\"MIT\",\"k\":\"v\"}"), gone), std::string(R"({"k":"v"})"));
}

void TestArtifactEdit::replacesAFile()
{
    const auto before = artifact();
    const auto index = findRawLayer(before, "README.md");
    VERIFY_RESULT(index);
    QCOMPARE(*index, std::size_t(1));
    auto content = before.layers[1].descriptor;
    content.digest = Digest::sha256Of("a new readme");
    content.size = ByteCount(12);
    const auto edited = editDocuments(before, {}, {{1, content}});
    VERIFY_RESULT(edited);
    QCOMPARE(
        edited->config,
        replaced(dumpJson(before.config.document()), Digest::sha256Of("readme").toString(), content.digest.toString()));
    const auto manifest = parseImageManifest(edited->manifest);
    VERIFY_RESULT(manifest);
    const auto &layer = manifest->layers[1];
    QCOMPARE(layer.digest, content.digest);
    QCOMPARE(layer.size, ByteCount(12));
    QVERIFY(!layer.document->find("data"));
    QCOMPARE(*findAnnotation(layer.annotations, "org.cncf.model.file.metadata+json"),
             std::string(R"({"name":"README.md","size":12,"odd":1})"));
    QCOMPARE(dumpJson(*manifest->layers[0].document), dumpJson(*before.manifest.layers[0].document));
}

void TestArtifactEdit::refusesWhatCannotBe()
{
    const auto before = artifact();
    VERIFY_ERROR(editDocuments(before, {.set = {{"descriptor.nothing", "1"}}}), ErrorCode::InvalidInput);
    VERIFY_ERROR(editDocuments(before, {.set = {{"descriptor.createdAt", "yesterday"}}}), ErrorCode::InvalidInput);
    VERIFY_ERROR(editDocuments(before, {.annotations = {{"", "1"}}}), ErrorCode::InvalidInput);
    VERIFY_ERROR(editDocuments(before, {.annotations = {{"k", std::string(4 << 20, 'x')}}}), ErrorCode::LimitExceeded);
    VERIFY_ERROR(findRawLayer(before, "none"), ErrorCode::NotFound);
    auto packed = before;
    packed.layers[1].type->encoding = LayerEncoding::Tar;
    VERIFY_ERROR(findRawLayer(packed, "README.md"), ErrorCode::Unsupported);
}

void TestArtifactEdit::keepsWhatPeersWrote()
{
    const auto vectors = vectorsDir();
    if (!vectors)
        QSKIP("artifacts of other tools are in the shared vectors only");
    const auto layout = ImageLayout::open(*vectors / "peers/layout");
    VERIFY_RESULT(layout);
    const TaskContext context;
    const auto tags = (*layout)->listTags(context);
    VERIFY_RESULT(tags);
    int edited = 0;
    for (const auto &tag : *tags) {
        const auto before = openArtifact(**layout, tag.toString(), context);
        if (!before)
            continue; // an index, or no ModelPack artifact
        const auto after = editDocuments(*before, {.set = {{"descriptor.vendor", "Somebody else"}}});
        VERIFY_RESULT(after);
        // Taking it back gives the same members in the same order, by whomever it was written.
        const auto *vendor = before->config.find("descriptor.vendor");
        auto config = ModelConfig::parse(after->config).value();
        VERIFY_RESULT(config.set("descriptor.vendor", vendor ? *vendor : Json()));
        QCOMPARE(dumpJson(config.document()), dumpJson(before->config.document()));
        const auto manifest = parseImageManifest(after->manifest);
        VERIFY_RESULT(manifest);
        QCOMPARE(dumpJson(*manifest->document.find("layers")), dumpJson(*before->manifest.document.find("layers")));
        ++edited;
    }
    QVERIFY2(edited >= 4, qPrintable(QString::number(edited)));
}

QTEST_GUILESS_MAIN(TestArtifactEdit)
#include "tst_artifactedit.moc"
