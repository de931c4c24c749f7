// SPDX-License-Identifier: Apache-2.0
#include "operations/publish.h"
#include "support/fakeregistry.h"
#include "support/testing.h"

#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestPublishPlan : public QObject {
    Q_OBJECT

private slots:
    void countsTagsUp();
    void suggestsNames();
    void namesWhatATagStandsFor();
    void countsEqualLayersOnce();
    void saysWhatHarborWillNotShow();
};

static std::string next(const char *tag, std::vector<std::string> taken = {})
{
    std::vector<TagName> tags;
    for (const auto &name : taken)
        tags.push_back(TagName::parse(name).value());
    return nextFreeTag(TagName::parse(tag).value(), tags).toString();
}

void TestPublishPlan::countsTagsUp()
{
    QCOMPARE(next("v1.3.0"), std::string("v1.3.1"));
    QCOMPARE(next("v1.3.0", {"v1.3.0", "v1.3.1", "v1.3.2"}), std::string("v1.3.3"));
    QCOMPARE(next("v9"), std::string("v10"));
    QCOMPARE(next("2024-09"), std::string("2024-10"));
    QCOMPARE(next("v1-rc9-cpu"), std::string("v1-rc10-cpu"));
    QCOMPARE(next("latest"), std::string("latest-2"));
    QCOMPARE(next("latest", {"latest", "latest-2"}), std::string("latest-3"));
    QCOMPARE(next(std::string(128, '9').c_str()), std::string("v1"));
}

void TestPublishPlan::suggestsNames()
{
    QCOMPARE(suggestRepositoryName("Qwen 7B (chat)").toString(), std::string("qwen-7b-chat"));
    QCOMPARE(suggestRepositoryName("a._-b__c.").toString(), std::string("a.b_c"));
    QCOMPARE(suggestRepositoryName("\xe6\xa8\xa1\xe5\x9e\x8b").toString(), std::string("model"));
    QCOMPARE(suggestTag("1.3.0").toString(), std::string("v1.3.0"));
    QCOMPARE(suggestTag("release/2 beta").toString(), std::string("release-2-beta"));
    QCOMPARE(suggestTag("").toString(), std::string("v1"));
}

void TestPublishPlan::namesWhatATagStandsFor()
{
    FakeRegistry registry;
    TestDir dir;
    dir.write("m/README.md", "# m\n");
    Session session(
        {.authFile = dir / "auth.json", .storePath = dir / "store", .hashCachePath = dir / "hashes.sqlite"});
    const TaskContext context;
    const auto package = makePackage(dir / "m", {}, context);
    VERIFY_RESULT(package);
    const auto target = parseLocation(registry.host() + "/team/m:v1");
    VERIFY_RESULT(target);
    waitUntilSettled(dir / "m/README.md");
    const auto before = planPublish(*package, *target, session, context);
    VERIFY_RESULT(before);
    QVERIFY(!before->replaces && !before->freeTag && !before->isPublished);
    const auto done = publish(*package, *target, {}, session, context);
    VERIFY_RESULT(done);
    const auto after = planPublish(*package, *target, session, context);
    VERIFY_RESULT(after);
    QCOMPARE(*after->replaces, done->digest);
    QCOMPARE(after->freeTag->toString(), std::string("v2"));
    QVERIFY(after->isPublished);
    QVERIFY(after->actions[0].kind == BlobAction::Kind::Exists);
    QCOMPARE(after->toSend, ByteCount());
}

void TestPublishPlan::countsEqualLayersOnce()
{
    TestDir dir;
    const auto bytes = pseudoRandomBytes(50'000);
    const std::vector<std::string> files{"m/a.bin", "m/b.bin", "m/c.bin"};
    for (const auto &file : files)
        dir.write(file, file == "m/c.bin" ? "other" : bytes);
    Session session(
        {.authFile = dir / "auth.json", .storePath = dir / "store", .hashCachePath = dir / "hashes.sqlite"});
    const TaskContext context;
    const auto package = makePackage(dir / "m", {}, context);
    VERIFY_RESULT(package);
    for (const auto &file : files) {
        waitUntilSettled(dir / file);
        const auto identity = identityOf(dir / file).value();
        session.hashCache()->store(identity, Digest::sha256Of(dir.read(file)), std::chrono::system_clock::now());
    }
    FakeRegistry registry;
    const std::vector<std::string> targets{"", "store:team/m:v1", "oci:" + (dir / "new").string() + ":v1",
                                           registry.host() + "/team/m:v1"};
    for (const auto &target : targets) {
        const auto place = target.empty() ? std::nullopt : std::optional(parseLocation(target).value());
        const auto plan = planPublish(*package, place, session, context);
        VERIFY_RESULT(plan);
        QCOMPARE(plan->actions.size(), std::size_t(3));
        const auto first = place ? BlobAction::Kind::Upload : BlobAction::Kind::Unknown;
        QVERIFY(plan->actions[0].kind == first && plan->actions[2].kind == first);
        QVERIFY(plan->actions[1].kind == BlobAction::Kind::Same && plan->actions[1].sameAs == 0);
        QCOMPARE(plan->toSend, 50'005_B);
        QCOMPARE(plan->artifact.totalSize(), 100'005_B);
    }
    const auto target = parseLocation("store:team/m:v1").value();
    const auto done = publish(*package, target, {}, session, context);
    VERIFY_RESULT(done);
    QCOMPARE(done->counts.sent, std::size_t(3)); // two layers and the config
    const auto after = planPublish(*package, target, session, context);
    VERIFY_RESULT(after);
    QVERIFY(after->actions[0].kind == BlobAction::Kind::Exists && after->actions[1].kind == BlobAction::Kind::Same);
    QCOMPARE(after->toSend, ByteCount());
}

void TestPublishPlan::saysWhatHarborWillNotShow()
{
    ArtifactPlan plan;
    plan.layers.push_back({.path = "README.md", .kind = LayerKind::Doc, .encoding = LayerEncoding::TarZstd});
    plan.layers.push_back({.path = "LICENSE.md", .kind = LayerKind::Doc});
    plan.layers.push_back({.path = "docs/LICENSE", .kind = LayerKind::Doc});
    auto findings = checkWhatRegistriesShow(plan);
    QCOMPARE(findings.size(), std::size_t(2));
    QCOMPARE(findings[0].id, std::string("SHOW001"));
    QCOMPARE(findings[0].data["encoding"], std::string("tar+zstd"));
    QCOMPARE(findings[1].where, std::string("LICENSE.md"));
    QCOMPARE(findings[1].data["rename"], std::string("LICENSE"));
    plan.layers[0].encoding = LayerEncoding::Raw;
    setAnnotation(plan.layers[1].annotations, modelpack::filepath, "LICENSE"); // renamed in the artifact
    QVERIFY(checkWhatRegistriesShow(plan).empty());
}

QTEST_APPLESS_MAIN(TestPublishPlan)
#include "tst_publishplan.moc"
