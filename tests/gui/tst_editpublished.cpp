// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "modelpack/publishedpackage.h"
#include "operations/artifacts.h"
#include "operations/edit.h"
#include "support/fakeregistry.h"
#include "support/gui/windowfixture.h"
#include "support/programs.h"
#include "ui/artifact/filelistmodel.h"
#include "ui/artifact/filelistview.h"
#include "ui/package/filespage.h"
#include "ui/package/packagedocument.h"
#include "ui/package/planpreview.h"
#include "ui/package/publishedfiles.h"
#include "ui/publish/checklist.h"
#include "ui/publish/publishpage.h"
#include "ui/registry/registriespage.h"
#include "ui/shell/autosave.h"
#include "ui/text/convert.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/tokenfield.h"

#include <atomic>
#include <set>

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;
namespace fs = std::filesystem;

namespace {

/// A window beside a registry that has team/m:v1, whose config has a member that nobody knows and a number that no
/// double holds.
template<typename Registry>
struct Published {
    Published()
    {
        makeModelFolder(dir, "m");
        auto made = makePackage(dir / "m", {}, context).value();
        auto document = made.config.document();
        document.asObject()->set("vendorSerial", parseJson("18446744073709551617").value());
        document.asObject()->set("vendorRatio", parseJson("1.10").value());
        made.config = ModelConfig(std::move(document));
        Session publisher({.authFile = dir / "a.json", .storePath = dir / "s", .hashCachePath = dir / "h.sqlite"});
        before = publish(made, location("team/m:v1"), {}, publisher, context).value().digest;
    }
    void start()
    {
        fixture.reset();
        fixture = std::make_unique<WindowFixture>(dir);
        fixture->window->activateWindow();
    }
    std::string reference(const std::string &name) const { return registry.host() + "/" + name; }
    Location location(const std::string &name) const { return parseLocation(reference(name)).value(); }
    ModelArtifact artifact(const std::string &name) const
    {
        Session session({.authFile = dir / "a.json", .storePath = dir / "s", .hashCachePath = dir / "h.sqlite"});
        return inspect(location(name), session, context).value();
    }
    /// Somebody else corrects the tag.
    Digest moveTag(const std::string &name) const
    {
        Session other({.authFile = dir / "a.json", .storePath = dir / "s", .hashCachePath = dir / "h.sqlite"});
        const ArtifactEdits edits{.documents = {.annotations = {{"moved", "by another"}}}};
        const auto plan = planEdit(location(name), edits, {}, other, context).value();
        return applyEdit(plan, {}, other, context).value().after;
    }

    /// Through the address field and the button, as a user does.
    PackageTab *open(const std::string &name)
    {
        auto *window = fixture->window.get();
        window->showPlace(MainWindow::Place::Registries);
        window->registriesPage().open(toQString(reference(name)));
        if (!waitFor([&] { return window->registriesPage().canPull(); }))
            return nullptr;
        const int count = window->packageCount();
        window->action(QStringLiteral("editPublishedAction"))->trigger();
        if (!waitFor([&] { return window->packageCount() > count; }))
            return nullptr;
        package = window->currentPackage();
        return planned() ? package : nullptr;
    }
    bool planned() const
    {
        return waitFor([this] {
            const auto snapshot = package->preview().snapshot();
            return package->preview().isCurrent() && snapshot && snapshot->exact;
        });
    }
    void chooseLicence(const QString &id) const
    {
        package->showPage(PackageTab::Page::Metadata);
        auto *field = package->findChild<TokenField *>(QStringLiteral("descriptor.licenses"));
        auto *line = field->findChild<QLineEdit *>();
        line->setFocus();
        for (qsizetype left = 2 * field->tokens().size(); left > 0 && !field->tokens().isEmpty(); --left)
            QTest::keyClick(line, Qt::Key_Backspace); // marks the last, then takes it away
        QTest::keyClicks(line, id + QLatin1Char(','));
    }
    PublishPage &showPublish() const
    {
        QTest::mouseClick(package->findChild<QPushButton *>(QStringLiteral("publishButton")), Qt::LeftButton);
        return package->publishPage();
    }
    bool asked() const
    {
        auto &page = package->publishPage();
        return waitFor([&] { return page.plan() && page.blockedBecause().isEmpty(); });
    }
    bool finished() const
    {
        auto &page = package->publishPage();
        return waitFor([&] { return page.phase() == PublishPage::Phase::Published; })
            && waitFor([this] { return package->document().changes() == 0; });
    }
    void click(const char *name) const
    {
        QTest::mouseClick(package->findChild<QAbstractButton *>(QLatin1String(name)), Qt::LeftButton);
    }

    TestDir dir;
    Registry registry;
    TaskContext context;
    Digest before = Digest::sha256Of("");
    std::unique_ptr<WindowFixture> fixture;
    PackageTab *package = nullptr;
};

std::set<std::string> layersOf(const ModelArtifact &artifact)
{
    std::set<std::string> digests;
    for (const auto &layer : artifact.layers)
        digests.insert(layer.descriptor.digest.toString());
    return digests;
}

} // namespace

/// A published model is opened from its registry, corrected and published again.
class TestEditPublished : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scenario43_licenceThenReadme();
    void scenario44_movedShowDifferences();
    void scenario44_movedSaveAsNewTag();
    void scenario44_movedOverwrite();
    void scenario44_movedWhileItIsSent();
    void anotherRepositoryMounts();
    void saysWhoRefersToIt();
    void nothingOfAWeightMoves();
    void aReplacedFileAndDiscard();
    void textIsSavedAsItStands();
    void unsavedEditsComeBack();
    void whatCannotBeEditedSaysWhy();
};

void TestEditPublished::scenario43_licenceThenReadme()
{
    Published<DockerRegistry> open;
    open.start();
    QVERIFY(open.open("team/m:v1"));
    const auto old = open.artifact("team/m:v1");
    std::map<std::string, int> commits;
    for (const auto &layer : old.layers)
        commits[layer.descriptor.digest.hex()] = open.registry.commitsOf(layer.descriptor.digest.hex());
    QCOMPARE(open.package->document().changes(), std::size_t(0));
    QCOMPARE(open.package->preview().snapshot()->digest, std::optional(open.before)); // to the byte

    open.chooseLicence(QStringLiteral("Apache-2.0"));
    QVERIFY(waitFor([&] { return open.package->document().changes() == 1; }));
    QVERIFY(open.planned());
    const auto shown = open.package->preview().snapshot()->digest;
    auto &page = open.showPublish();
    QVERIFY(open.asked());
    QCOMPARE(page.target(), toQString(open.reference("team/m:v1")));
    QCOMPARE(page.model().flow().existing, static_cast<int>(old.layers.size()));
    QCOMPARE(page.model().flow().uploads, 0);
    open.click("publishMoveTag"); // as a new tag
    QVERIFY(open.finished());

    const auto corrected = open.artifact("team/m:v2");
    QCOMPARE(std::optional(corrected.manifest.digest), shown);
    QCOMPARE(layersOf(corrected), layersOf(old));
    QVERIFY(*corrected.config.find("descriptor.licenses") == Json(Json::Array{"Apache-2.0"}));
    QVERIFY(corrected.configBytes.find("\"vendorSerial\":18446744073709551617") != std::string::npos);
    QVERIFY(corrected.configBytes.find("\"vendorRatio\":1.10") != std::string::npos);
    auto expected = old.config;
    VERIFY_RESULT(expected.setFromText("descriptor.licenses", "Apache-2.0"));
    QVERIFY(expected.document() == corrected.config.document());
    QCOMPARE(open.artifact("team/m:v1").manifest.digest, open.before);
    for (const auto &[hex, count] : commits)
        QCOMPARE(open.registry.commitsOf(hex), count); // nothing of a layer was sent

    // Then the README, as a text; now v2 is what is edited, in place.
    open.package->editText(QStringLiteral("README.md"));
    auto *text = open.package->findChild<QPlainTextEdit *>(QStringLiteral("textEditText"));
    QVERIFY(waitFor([&] { return !text->isReadOnly(); }));
    QVERIFY(text->toPlainText().contains(QStringLiteral("A model for tests.")));
    text->moveCursor(QTextCursor::End);
    QTest::keyClicks(text, QStringLiteral("Mind the gap."));
    open.click("textEditBack");
    QCOMPARE(open.package->document().changes(), std::size_t(1));
    QVERIFY(open.planned());
    open.showPublish();
    open.click("publishBackToPlan");
    QVERIFY(waitFor([&] { return page.target().endsWith(QLatin1String("/team/m:v2")) && page.plan(); }));
    QVERIFY(open.asked());
    QCOMPARE(page.model().flow().uploads, 1);
    open.click("publishPrimary");
    QVERIFY(open.finished());
    const auto again = open.artifact("team/m:v2");
    QVERIFY(again.manifest.digest != corrected.manifest.digest);
    std::size_t same = 0;
    for (std::size_t i = 0; i < again.layers.size(); ++i)
        same += again.layers[i].descriptor.digest == old.layers[i].descriptor.digest ? 1 : 0;
    QCOMPARE(same, old.layers.size() - 1);
    QCOMPARE(open.artifact("team/m:v1").manifest.digest, open.before);
    for (const auto &[hex, count] : commits)
        QCOMPARE(open.registry.commitsOf(hex), count);
}

void TestEditPublished::scenario44_movedShowDifferences()
{
    Published<FakeRegistry> open;
    open.start();
    QVERIFY(open.open("team/m:v1"));
    open.chooseLicence(QStringLiteral("Apache-2.0"));
    const auto theirs = open.moveTag("team/m:v1");
    open.showPublish();
    QVERIFY(open.asked());
    auto *banner = open.package->findChild<InfoBar *>(QStringLiteral("publishBanner"));
    QVERIFY2(banner->text().contains(QStringLiteral("v1 changed since you opened it")), qPrintable(banner->text()));
    open.click("publishCompare");
    QVERIFY(waitFor([&] { return !open.package->isPublishShown(); }));
    QCOMPARE(open.package->page(), PackageTab::Page::Manifest);
    QVERIFY(open.package->preview().base()->documents->manifest.find("by another") != std::string::npos);
    QCOMPARE(open.artifact("team/m:v1").manifest.digest, theirs);
}

void TestEditPublished::scenario44_movedSaveAsNewTag()
{
    Published<FakeRegistry> open;
    open.start();
    QVERIFY(open.open("team/m:v1"));
    open.chooseLicence(QStringLiteral("Apache-2.0"));
    const auto theirs = open.moveTag("team/m:v1");
    open.showPublish();
    QVERIFY(open.asked());
    open.click("publishNewTag");
    QVERIFY(open.finished());
    QCOMPARE(open.artifact("team/m:v1").manifest.digest, theirs);
    const auto ours = open.artifact("team/m:v2");
    QVERIFY(*ours.config.find("descriptor.licenses") == Json(Json::Array{"Apache-2.0"}));
    QVERIFY(!findAnnotation(ours.manifest.annotations, "moved"));
}

void TestEditPublished::scenario44_movedOverwrite()
{
    Published<FakeRegistry> open;
    open.start();
    QVERIFY(open.open("team/m:v1"));
    open.chooseLicence(QStringLiteral("Apache-2.0"));
    QVERIFY(open.planned());
    const auto shown = open.package->preview().snapshot()->digest;
    open.moveTag("team/m:v1");
    open.showPublish();
    QVERIFY(open.asked());
    open.click("publishOverwrite");
    QVERIFY(open.finished());
    QCOMPARE(std::optional(open.artifact("team/m:v1").manifest.digest), shown);
}

void TestEditPublished::scenario44_movedWhileItIsSent()
{
    Published<FakeRegistry> open;
    open.start();
    QVERIFY(open.open("team/m:v1"));
    open.chooseLicence(QStringLiteral("Apache-2.0"));
    open.showPublish();
    QVERIFY(open.asked());
    const auto theirs = open.moveTag("team/m:v1"); // after the plan was made
    open.click("publishPrimary");
    auto *banner = open.package->findChild<InfoBar *>(QStringLiteral("publishBanner"));
    QVERIFY(waitFor([&] { return banner->text().contains(QStringLiteral("v1 changed since you opened it")); }));
    QCOMPARE(open.artifact("team/m:v1").manifest.digest, theirs);
    open.click("publishOverwrite");
    QVERIFY(open.finished());
    QVERIFY(open.artifact("team/m:v1").manifest.digest != theirs);
}

/// A copy of another name: the registry mounts every layer from where it lies.
void TestEditPublished::anotherRepositoryMounts()
{
    Published<DockerRegistry> open;
    open.start();
    QVERIFY(open.open("team/m:v1"));
    const auto old = open.artifact("team/m:v1");
    open.chooseLicence(QStringLiteral("Apache-2.0"));
    auto &page = open.showPublish();
    page.setTarget(toQString(open.reference("other/copy:v1")));
    QVERIFY(open.asked());
    QCOMPARE(page.model().flow().mounts, static_cast<int>(old.layers.size()));
    QCOMPARE(page.model().flow().uploads, 0);
    open.click("publishPrimary");
    QVERIFY(waitFor([&] { return page.phase() == PublishPage::Phase::Published; }));
    QCOMPARE(layersOf(open.artifact("other/copy:v1")), layersOf(old));
    QCOMPARE(open.artifact("team/m:v1").manifest.digest, open.before);
}

void TestEditPublished::saysWhoRefersToIt()
{
    Published<FakeRegistry> open;
    std::atomic<bool> isSigned{false};
    open.registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.path().find("/referrers/") == std::string::npos || !isSigned)
            return std::nullopt;
        std::string manifests;
        for (const char digit : {'a', 'b'})
            manifests += cat(manifests.empty() ? "" : ",",
                             R"({"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":"sha256:)",
                             std::string(64, digit), R"(","size":9,"artifactType":"application/vnd.example"})");
        return ServerReply{.headers = {{"Content-Type", "application/vnd.oci.image.index.v1+json"}},
                           .body = cat(R"({"schemaVersion":2,"manifests":[)", manifests, "]}")};
    });
    const auto says = [&](const char *title) {
        const auto &checks = open.package->findChild<CheckList *>()->checks();
        return std::any_of(checks.begin(), checks.end(),
                           [&](const CheckList::Check &check) { return check.title.startsWith(QLatin1String(title)); });
    };
    for (const bool now : {false, true}) {
        isSigned = now;
        open.start();
        QVERIFY(open.open("team/m:v1"));
        open.showPublish();
        QVERIFY(waitFor([&] { return says(now ? "2 signature" : "Nothing refers to"); }));
    }
}

void TestEditPublished::nothingOfAWeightMoves()
{
    Published<FakeRegistry> open;
    // 100 GB in 20 weights that exist only as answers.
    constexpr std::int64_t weightSize = 5'000'000'000;
    const auto config = open.artifact("team/m:v1").configBytes;
    std::vector<std::string> layers;
    std::set<std::string> weights;
    for (int i = 0; i < 20; ++i) {
        const auto digest = Digest::sha256Of(cat("weight ", i)).toString();
        weights.insert(digest);
        layers.push_back(cat(R"({"mediaType":"application/vnd.cncf.model.weight.v1.raw","digest":")", digest,
                             R"(","size":)", weightSize, R"(,"annotations":{"org.cncf.model.filepath":"model-)", i,
                             R"(.safetensors"}})"));
    }
    open.registry.addManifest(cat(R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json",)"
                                  R"("artifactType":"application/vnd.cncf.model.manifest.v1+json","config":{)"
                                  R"("mediaType":"application/vnd.cncf.model.config.v1+json","digest":")",
                                  Digest::sha256Of(config).toString(), R"(","size":)", config.size(), R"(},"layers":[)",
                                  join(layers, ","), "]}"),
                              "application/vnd.oci.image.manifest.v1+json", "large");
    std::atomic<std::size_t> weightsRead{0};
    open.registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        const auto path = request.path();
        const auto digest = path.substr(path.rfind('/') + 1);
        if (weights.count(digest) == 0)
            return std::nullopt;
        weightsRead += request.method == "GET" ? 1 : 0;
        return ServerReply{.headers = {{"Docker-Content-Digest", digest}}, .announcedLength = weightSize};
    });
    open.start();
    const auto received = open.registry.bytesReceived();
    QElapsedTimer timer;
    timer.start();
    open.fixture->window->openPublished(toQString(open.reference("team/m:large")));
    QVERIFY(waitFor([&] { return open.fixture->window->packageCount() == 1; }));
    open.package = open.fixture->window->currentPackage();
    QVERIFY(open.planned());
    const auto opened = timer.elapsed();
    QCOMPARE(open.package->document().includedSize(), ByteCount(20 * weightSize));
    open.chooseLicence(QStringLiteral("Apache-2.0"));
    auto &page = open.showPublish();
    QVERIFY(open.asked());
    QCOMPARE(page.plan()->toSend, ByteCount());
    timer.restart();
    open.click("publishPrimary");
    QVERIFY(open.finished());
    qInfo("100 GB: opened in %lld ms, published in %lld ms, %zu bytes sent", static_cast<long long>(opened),
          static_cast<long long>(timer.elapsed()), open.registry.bytesReceived() - received);
    QCOMPARE(weightsRead.load(), std::size_t(0));
    QVERIFY(open.registry.bytesReceived() - received < 64 << 10);
}

void TestEditPublished::aReplacedFileAndDiscard()
{
    Published<FakeRegistry> open;
    open.start();
    QVERIFY(open.open("team/m:v1"));
    auto &document = open.package->document();
    open.dir.write("new/LICENSE", "Apache License, Version 2.0\n");
    auto &files = open.package->filesPage();
    const auto licence = document.entryAt("LICENSE");
    const auto weight = document.entryAt("model-00001-of-00002.safetensors");
    QVERIFY(licence && weight);
    QVERIFY(waitFor([&] { return files.findChild<FileListModel *>()->rowCount() > 0; }));
    const auto action = [&](const char *name) {
        for (auto *one : files.actions()) {
            if (one->objectName() == QLatin1String(name))
                return one;
        }
        qFatal("no action %s", name);
    };
    files.selectEntries({*weight});
    QVERIFY(!action("replaceFile")->isEnabled());
    files.selectEntries({*licence});
    QVERIFY(action("replaceFile")->isEnabled());
    open.fixture->prompts.answerPath(toQString((open.dir / "new/LICENSE").native()));
    action("replaceFile")->trigger();
    QVERIFY(waitFor([&] { return document.changes() == 1; }));
    // Nothing can be made of a layer that it is not.
    document.setKind({*weight}, LayerKind::Doc);
    document.setIncluded({*weight}, false);
    QVERIFY(document.state().state(*weight).kind == LayerKind::Weight);
    QCOMPARE(document.undoStack().count(), 1);

    open.chooseLicence(QStringLiteral("Apache-2.0"));
    QVERIFY(waitFor([&] { return document.changes() == 2; }));
    QVERIFY(open.package->findChild<QLabel *>(QStringLiteral("changesLabel"))->text().contains(QLatin1Char('2')));
    open.click("discardButton");
    QCOMPARE(document.changes(), std::size_t(0));
    document.undoStack().undo();
    QCOMPARE(document.changes(), std::size_t(2));

    open.showPublish();
    QVERIFY(open.asked());
    open.click("publishPrimary");
    QVERIFY(open.finished());
    const auto now = open.artifact("team/m:v1");
    QCOMPARE(now.layers[*licence].descriptor.digest, Digest::sha256Of("Apache License, Version 2.0\n"));
    QCOMPARE(now.layers[*licence].diffId, std::optional(now.layers[*licence].descriptor.digest.toString()));
}

void TestEditPublished::textIsSavedAsItStands()
{
    Published<FakeRegistry> open;
    open.start();
    QVERIFY(open.open("team/m:v1"));
    open.package->editText(QStringLiteral("README.md"));
    auto *text = open.package->findChild<QPlainTextEdit *>(QStringLiteral("textEditText"));
    QVERIFY(waitFor([&] { return !text->isReadOnly(); }));
    QTest::keyClicks(text, QStringLiteral("Mind the gap."));
    auto &document = open.package->document();
    QVERIFY(!document.replacement("README.md")); // the half second is not over
    const auto file = open.dir / "m.modelcrate.json";
    document.setSaved(toQString(file.native()));
    open.fixture->window->action(QStringLiteral("saveAction"))->trigger();
    QVERIFY(document.replacement("README.md"));
    QVERIFY(waitFor([&] { return fs::exists(file) && !document.isModified(); }));
    QVERIFY(readFile(file).find("Mind the gap.") != std::string::npos);
}

void TestEditPublished::unsavedEditsComeBack()
{
    Published<FakeRegistry> open;
    open.start();
    QVERIFY(open.open("team/m:v1"));
    open.chooseLicence(QStringLiteral("Apache-2.0"));
    open.package->document().replaceFile("README.md", ReplacedFile{{}, "# New\n", 6_B});
    const auto bytes = [&] { return open.package->preview().snapshot()->documents.manifest; };
    QVERIFY(open.planned());
    const auto shown = bytes();
    open.fixture->window->autosave().flush();
    QVERIFY(waitFor([&] { return open.fixture->window->autosave().isIdle(); }));
    open.start();
    open.fixture->window->recover();
    QVERIFY(waitFor([&] { return open.fixture->window->packageCount() == 1; }));
    open.package = open.fixture->window->currentPackage();
    QVERIFY(open.planned());
    QCOMPARE(open.package->document().changes(), std::size_t(2));
    QVERIFY(open.package->document().isModified());
    QCOMPARE(bytes(), shown);
    auto &page = open.showPublish();
    QVERIFY(open.asked());
    QCOMPARE(page.target(), toQString(open.reference("team/m:v1")));
}

void TestEditPublished::whatCannotBeEditedSaysWhy()
{
    Published<FakeRegistry> open;
    open.start();
    QSignalSpy failed(open.fixture->window.get(), &MainWindow::openFailed);
    open.fixture->window->openPublished(toQString(open.reference("team/m:none")));
    QVERIFY(waitFor([&] { return failed.count() == 1; }));
    auto *bar = open.fixture->find<InfoBar>("openingFailure");
    QVERIFY(bar->isVisible());
    QVERIFY(!bar->text().isEmpty());
}

QTEST_MAIN(TestEditPublished)
#include "tst_editpublished.moc"
