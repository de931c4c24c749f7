// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "modelpack/publishedpackage.h"
#include "operations/artifacts.h"
#include "operations/edit.h"
#include "operations/publish.h"
#include "support/fakeregistry.h"
#include "support/testing.h"

#include <QElapsedTimer>
#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestEdit : public QObject {
    Q_OBJECT

private slots:
    void init();
    void correctsInPlace();
    void writesUnderAnotherTag();
    void mountsIntoAnotherRepository();
    void carriesToAnotherRegistry();
    void replacesAFile();
    void refusesATagThatMoved();
    void doesNothingTwice();
    void refusesWhatCannotBe();
    void movesNoWeight();
    void editsAsAPackage();
    void refusesAnUnseenDigest();
    void keepsAPackageFile();

private:
    Location place(const std::string &text) const { return parseLocation(text).value(); }
    Location at(const std::string &name) const { return place(m_registry->host() + "/" + name); }
    Result<EditResult> edit(const Location &source, const ArtifactEdits &edits,
                            const std::optional<Location> &target = {})
    {
        ASSIGN_OR_RETURN(const auto plan, planEdit(source, edits, target, *m_session, m_context));
        return applyEdit(plan, {}, *m_session, m_context);
    }
    std::string config(const Location &source) { return inspect(source, *m_session, m_context).value().configBytes; }

    std::unique_ptr<TestDir> m_dir;
    std::unique_ptr<FakeRegistry> m_registry;
    std::unique_ptr<Session> m_session;
    TaskContext m_context;
    ArtifactEdits m_licence{.documents = {.set = {{"descriptor.licenses", "Apache-2.0"}}}};
};

void TestEdit::init()
{
    m_dir = std::make_unique<TestDir>();
    m_registry = std::make_unique<FakeRegistry>();
    m_session = std::make_unique<Session>(SessionOptions{
        .authFile = *m_dir / "auth.json", .storePath = *m_dir / "store", .hashCachePath = *m_dir / "hashes.sqlite"});
    m_dir->write("m/model.safetensors", pseudoRandomBytes(100'000));
    m_dir->write("m/README.md", "# m\n");
    const auto package = makePackage(*m_dir / "m", {}, m_context);
    VERIFY_RESULT(package);
    VERIFY_RESULT(publish(*package, at("team/m:v1"), {}, *m_session, m_context));
}

void TestEdit::correctsInPlace()
{
    const auto before = inspect(at("team/m:v1"), *m_session, m_context);
    VERIFY_RESULT(before);
    const auto received = m_registry->bytesReceived();
    const auto plan = planEdit(at("team/m:v1"), m_licence, {}, *m_session, m_context);
    VERIFY_RESULT(plan);
    QCOMPARE(m_registry->bytesReceived(), received); // a plan writes nothing
    QCOMPARE(plan->changes.config.size(), std::size_t(1));
    const auto done = applyEdit(*plan, {}, *m_session, m_context);
    VERIFY_RESULT(done);
    QCOMPARE(done->before, before->manifest.digest);
    QCOMPARE(done->after, plan->after());
    QCOMPARE(done->counts.present, std::size_t(2));
    QVERIFY(m_registry->bytesReceived() - received < 4096);

    const auto after = inspect(at("team/m:v1"), *m_session, m_context);
    VERIFY_RESULT(after);
    QCOMPARE(after->manifest.digest, done->after);
    QCOMPARE(after->configBytes, plan->documents.config);
    QVERIFY(*after->config.find("descriptor.licenses") == Json(Json::Array{"Apache-2.0"}));
    for (std::size_t i = 0; i < after->layers.size(); ++i)
        QVERIFY(after->layers[i].descriptor.refersToSame(before->layers[i].descriptor));
    // The one before is still there for whoever named it by digest.
    VERIFY_RESULT(inspect(place(cat(m_registry->host(), "/team/m@", done->before.toString())), *m_session, m_context));
    VERIFY_RESULT(validateSource(at("team/m:v1"), SpecVersion::Main, true, *m_session, m_context));
}

void TestEdit::writesUnderAnotherTag()
{
    const auto before = config(at("team/m:v1"));
    const auto done = edit(at("team/m:v1"), m_licence, at("team/m:v2"));
    VERIFY_RESULT(done);
    QCOMPARE(config(at("team/m:v1")), before);
    QVERIFY(config(at("team/m:v2")) != before);
    // By digest there is no tag to correct.
    const auto pinned = place(cat(m_registry->host(), "/team/m@", done->before.toString()));
    VERIFY_ERROR(planEdit(pinned, m_licence, {}, *m_session, m_context), ErrorCode::Usage);
    VERIFY_RESULT(edit(pinned, m_licence, at("team/m:v3")));
}

void TestEdit::mountsIntoAnotherRepository()
{
    VERIFY_RESULT(edit(at("team/m:v1"), m_licence, at("other/m:v1")));
    VERIFY_RESULT(inspect(at("other/m:v1"), *m_session, m_context));
}

void TestEdit::carriesToAnotherRegistry()
{
    const auto done = edit(at("team/m:v1"), m_licence, place("store:team/m:v1"));
    VERIFY_RESULT(done);
    const auto findings = validateSource(place("store:team/m:v1"), SpecVersion::Main, true, *m_session, m_context);
    VERIFY_RESULT(findings);
    QVERIFY(!hasErrors(*findings));
    // And within the local store nothing is copied.
    const auto again = edit(place("store:team/m:v1"), {.documents = {.annotations = {{"stage", "test"}}}});
    VERIFY_RESULT(again);
    QCOMPARE(again->counts.present, std::size_t(3)); // the config did not change
}

void TestEdit::replacesAFile()
{
    const auto file = m_dir->write("new.md", "# A better README\n");
    ArtifactEdits edits{.files = {{"README.md", file}}};
    VERIFY_RESULT(edit(at("team/m:v1"), edits));
    const auto pulled = pull(at("team/m:v1"), *m_dir / "out", {}, *m_session, m_context);
    VERIFY_RESULT(pulled);
    QCOMPARE(m_dir->read("out/README.md"), std::string("# A better README\n"));
    QCOMPARE(m_dir->read("out/model.safetensors"), m_dir->read("m/model.safetensors"));
    const auto findings = validateSource(at("team/m:v1"), SpecVersion::Main, true, *m_session, m_context);
    VERIFY_RESULT(findings);
    QVERIFY(!hasErrors(*findings));
}

void TestEdit::refusesATagThatMoved()
{
    const auto plan = planEdit(at("team/m:v1"), m_licence, {}, *m_session, m_context);
    VERIFY_RESULT(plan);
    const auto other = edit(at("team/m:v1"), {.documents = {.annotations = {{"k", "v"}}}});
    VERIFY_RESULT(other);
    const auto refused = applyEdit(*plan, {}, *m_session, m_context);
    VERIFY_ERROR(refused, ErrorCode::Conflict);
    QVERIFY2(refused.error().message().find(other->after.toString()) != std::string::npos,
             refused.error().message().c_str());
    QCOMPARE(inspect(at("team/m:v1"), *m_session, m_context)->manifest.digest, other->after);
    // A tag that was free when the plan was made and is taken now.
    const auto fresh = planEdit(at("team/m:v1"), m_licence, at("team/m:new"), *m_session, m_context);
    VERIFY_RESULT(fresh);
    VERIFY_RESULT(tagArtifact(at("team/m:v1"), {TagName::parse("new").value()}, *m_session, m_context));
    VERIFY_ERROR(applyEdit(*fresh, {}, *m_session, m_context), ErrorCode::Conflict);
}

void TestEdit::doesNothingTwice()
{
    VERIFY_RESULT(edit(at("team/m:v1"), m_licence));
    const auto before = m_registry->count("PUT") + m_registry->count("POST");
    const auto again = edit(at("team/m:v1"), m_licence);
    VERIFY_RESULT(again);
    QCOMPARE(again->before, again->after);
    QCOMPARE(m_registry->count("PUT") + m_registry->count("POST"), before);
}

void TestEdit::refusesWhatCannotBe()
{
    VERIFY_ERROR(planEdit(at("team/m:none"), m_licence, {}, *m_session, m_context), ErrorCode::NotFound);
    VERIFY_ERROR(planEdit(at("team/m"), m_licence, {}, *m_session, m_context), ErrorCode::Usage);
    VERIFY_ERROR(planEdit(FolderLocation{*m_dir / "m"}, m_licence, {}, *m_session, m_context), ErrorCode::Usage);
    ArtifactEdits twice{.files = {{"README.md", *m_dir / "m/README.md"}, {"README.md", *m_dir / "m/README.md"}}};
    VERIFY_ERROR(planEdit(at("team/m:v1"), twice, {}, *m_session, m_context), ErrorCode::Usage);
    ArtifactEdits gone{.files = {{"README.md", *m_dir / "nowhere"}}};
    QVERIFY(!planEdit(at("team/m:v1"), gone, {}, *m_session, m_context));

    const auto child = inspect(at("team/m:v1"), *m_session, m_context)->manifest;
    m_registry->addManifest(cat(R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json",)"
                                R"("manifests":[{"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":")",
                                child.digest.toString(), R"(","size":)", child.bytes.size(), "}]}"),
                            "application/vnd.oci.image.index.v1+json", "index");
    VERIFY_ERROR(planEdit(at("team/m:index"), m_licence, {}, *m_session, m_context), ErrorCode::Unsupported);
    const auto opened = openForEdit(at("team/m:index"), *m_session, m_context);
    VERIFY_RESULT(opened);
    QCOMPARE(opened->package.published->source, cat(toString(at("team/m")), '@', child.digest.toString()));
}

void TestEdit::movesNoWeight()
{
    // 100 GB in 20 weights that exist only as answers.
    constexpr std::int64_t weightSize = 5'000'000'000;
    const auto config =
        m_registry->blob(inspect(at("team/m:v1"), *m_session, m_context)->manifest.config.digest.toString());
    std::vector<std::string> layers;
    std::set<std::string> weights;
    for (int i = 0; i < 20; ++i) {
        const auto digest = Digest::sha256Of(cat("weight ", i)).toString();
        weights.insert(digest);
        layers.push_back(cat(R"({"mediaType":"application/vnd.cncf.model.weight.v1.raw","digest":")", digest,
                             R"(","size":)", weightSize, R"(,"annotations":{"org.cncf.model.filepath":"model-)", i,
                             R"(.safetensors"}})"));
    }
    m_registry->addManifest(cat(R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json",)"
                                R"("artifactType":"application/vnd.cncf.model.manifest.v1+json","config":{)"
                                R"("mediaType":"application/vnd.cncf.model.config.v1+json","digest":")",
                                Digest::sha256Of(config).toString(), R"(","size":)", config.size(), R"(},"layers":[)",
                                join(layers, ","), "]}"),
                            "application/vnd.oci.image.manifest.v1+json", "large");
    std::atomic<int> weightsRead{0};
    m_registry->setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        const auto path = request.path();
        const auto digest = path.substr(path.rfind('/') + 1);
        if (weights.count(digest) == 0)
            return std::nullopt;
        weightsRead += request.method == "GET" ? 1 : 0;
        return ServerReply{.headers = {{"Docker-Content-Digest", digest}}, .announcedLength = weightSize};
    });
    const auto moved = [&] { return m_registry->bytesReceived() + m_registry->bytesSent(); };
    const auto before = moved();
    const auto requests = m_registry->requests().size();
    QElapsedTimer timer;
    timer.start();
    const auto done = edit(at("team/m:large"), m_licence);
    VERIFY_RESULT(done);
    const auto bytes = moved() - before;
    qInfo("100 GB: %lld ms, %zu bytes both ways in %zu requests", static_cast<long long>(timer.elapsed()), bytes,
          m_registry->requests().size() - requests);
    QCOMPARE(done->counts.present, std::size_t(20));
    QCOMPARE(weightsRead.load(), 0);
    QVERIFY2(bytes < 64 << 10, qPrintable(QString::number(bytes)));
    QVERIFY(m_registry->tags().count("large"));
}

void TestEdit::editsAsAPackage()
{
    const auto opened = openForEdit(at("team/m:v1"), *m_session, m_context);
    VERIFY_RESULT(opened);
    auto package = opened->package;
    const auto published = package.published->artifact;
    QCOMPARE(countChanges(package), std::size_t(0));
    auto plan = makePlan(package, nullptr, m_context);
    VERIFY_RESULT(plan);
    QCOMPARE(plan->preview().manifest, published.manifest.bytes);
    QCOMPARE(plan->preview().config, published.configBytes);

    VERIFY_RESULT(package.config.set("descriptor.licenses", Json::Array{"Apache-2.0", "MIT, or so"}));
    setAnnotation(package.annotations, "stage", "test");
    package.replaced["README.md"] = {{}, "# other\n", 8_B};
    QCOMPARE(countChanges(package), std::size_t(3));
    plan = makePlan(package, nullptr, m_context);
    VERIFY_RESULT(plan);
    QVERIFY(plan->isExact());
    // The window's preview and the command's plan are the same bytes.
    const auto edit = planEdit(package, at("team/m:v1"), *m_session, m_context);
    VERIFY_RESULT(edit);
    QCOMPARE(edit->documents.manifest, plan->preview().manifest);
    QCOMPARE(edit->documents.config, plan->preview().config);
    const auto shown = planPublish(package, at("team/m:v1"), *m_session, m_context);
    VERIFY_RESULT(shown);
    QCOMPARE(shown->toSend, 8_B);
    QCOMPARE(std::count_if(shown->actions.begin(), shown->actions.end(),
                           [](const BlobAction &action) { return action.kind == BlobAction::Kind::Exists; }),
             std::ptrdiff_t(1));
    const auto done = publishEdit(package, at("team/m:v1"), published.manifest.digest, {}, *m_session, m_context);
    VERIFY_RESULT(done);
    QCOMPARE(done->digest, edit->after());
    const auto now = inspect(at("team/m:v1"), *m_session, m_context);
    VERIFY_RESULT(now);
    QVERIFY(*now->config.find("descriptor.licenses") == Json(Json::Array{"Apache-2.0", "MIT, or so"}));
    QCOMPARE(
        readEditedFile(openForEdit(at("team/m:v1"), *m_session, m_context)->package, "README.md", *m_session, m_context)
            .value(),
        std::string("# other\n"));
    // To another registry all of it is copied, and the plan says how much.
    const auto elsewhere = planPublish(package, place("store:team/copy:v1"), *m_session, m_context);
    VERIFY_RESULT(elsewhere);
    QVERIFY(elsewhere->toSend > 100'000_B);
}

void TestEdit::refusesAnUnseenDigest()
{
    auto package = openForEdit(at("team/m:v1"), *m_session, m_context)->package;
    const auto seen = package.published->artifact.manifest.digest;
    setAnnotation(package.annotations, "stage", "test");
    const auto other = edit(at("team/m:v1"), m_licence);
    VERIFY_RESULT(other);
    VERIFY_ERROR(publishEdit(package, at("team/m:v1"), seen, {}, *m_session, m_context), ErrorCode::Conflict);
    VERIFY_ERROR(publish(package, at("team/m:v1"), {}, *m_session, m_context), ErrorCode::Conflict);
    QCOMPARE(inspect(at("team/m:v1"), *m_session, m_context)->manifest.digest, other->after);
    // Who saw it may overwrite it; and what is done already is no conflict.
    VERIFY_RESULT(publishEdit(package, at("team/m:v1"), other->after, {}, *m_session, m_context));
    VERIFY_RESULT(publishEdit(package, at("team/m:v1"), seen, {}, *m_session, m_context));
    VERIFY_RESULT(publishEdit(package, at("team/m:fresh"), std::nullopt, {}, *m_session, m_context));
}

void TestEdit::keepsAPackageFile()
{
    auto package = openForEdit(at("team/m:v1"), *m_session, m_context)->package;
    setAnnotation(package.annotations, "stage", "test");
    package.drafts["descriptor.createdAt"] = "soon";
    package.replaced["README.md"] = {{}, "# other\n", 8_B};
    const auto file = *m_dir / "m.modelcrate.json";
    VERIFY_RESULT(savePackage(package, file));
    const auto read = openPackageFile(file, m_context); // asks nobody
    VERIFY_RESULT(read);
    QCOMPARE(read->package.published->source, package.published->source);
    QCOMPARE(read->package.published->artifact.manifest.bytes, package.published->artifact.manifest.bytes);
    QCOMPARE(read->facts.size(), package.entries.size());
    auto copy = read->package;
    copy.published = package.published;
    QVERIFY(copy == package);
    // A weight is never replaced.
    auto text = packageToJson(package, file);
    text.replace(text.find("\"README.md\""), 11, "\"none.md\"");
    QVERIFY(!packageFromJson(text, file));
}

QTEST_GUILESS_MAIN(TestEdit)
#include "tst_edit.moc"
