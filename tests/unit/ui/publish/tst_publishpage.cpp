// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "modelpack/compare.h"
#include "operations/artifacts.h"
#include "registry/uploadjournal.h"
#include "support/fakeregistry.h"
#include "support/gui/modeltesters.h"
#include "support/gui/opened.h"
#include "support/gui/waiting.h"
#include "support/plans.h"
#include "support/programs.h"
#include "ui/artifact/usecommands.h"
#include "ui/publish/publishhistory.h"
#include "ui/publish/publishpage.h"
#include "ui/publish/publishtable.h"
#include "ui/text/convert.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/theme.h"

#include <map>
#include <mutex>

#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestPublishPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void beginsWithThisComputer();
    void saysWhetherATargetIsOne();
    void scenario28_firstPublishInFourActs();
    void scenario29_planAgainstWhatIsThere();
    void scenario29_countsEqualLayersOnce();
    void scenario29_mountsAndResumes();
    void scenario29_continuesASessionThatIsThere();
    void saysWhatIsNotKnown();
    void scenario30_tagExists();
    void scenario31_pageCanBeLeft();
    void scenario32_cancelLeavesNoTag();
    void scenario33_harbor();
    void scenario34_connectionLostAndErrors();
    void goesBackToThePlanOfWhatWasRemoved();
    void retriesWhenAsked();
    void saysThatNothingIsEncrypted();
    void scenario35_signInMidway();
    void scenario35_refusedInTheMiddle();
    void scenario36_stall();
    void saysBesideATransferWhatBecomesOfIt();
    void anotherPageGoesOnWithTheLog();
    void fitsWhereItIsNarrow();
    void scenario37_saveAsLayout();
    void overwritesNoTagThatWasFree();
    void commandOfAFolderOnlyWithoutRules();
    void problemsBlock();
    void bundlesAreOneClick();
    void quotesCommands();
};

namespace {

struct Open : Bench {
    explicit Open(std::size_t weightBytes = 300'000)
    {
        qputenv("XDG_STATE_HOME", (dir / "state").c_str());
        makeModelFolder(dir, "qwen small", weightBytes);
        opened = std::make_unique<OpenDocument>(*this, "qwen small");
        opened->preview.hashAhead().setPowerSupplies(dir / "none", std::chrono::milliseconds(100));
    }

    PublishPage &show(const std::string &target = {})
    {
        page = std::make_unique<PublishPage>(opened->document, opened->preview, services);
        page->resize(1340, 800);
        page->show();
        testModelsOf(*page);
        if (!target.empty())
            page->setTarget(toQString(target));
        return *page;
    }

    bool exact() const
    {
        return opened->preview.isCurrent() && opened->preview.snapshot() && opened->preview.snapshot()->exact;
    }
    bool waitForPlan() const
    {
        return waitFor([this] { return exact() && page->plan() && page->plan()->artifact.isExact(); });
    }
    template<typename Widget>
    Widget *child(const char *name) const
    {
        auto *widget = page->findChild<Widget *>(QLatin1String(name));
        if (!widget)
            qFatal("no %s", name);
        return widget;
    }
    void click(const char *name) const
    {
        auto *button = child<QAbstractButton>(name);
        // A button that was just added shows with the next turn of the event loop.
        QVERIFY2(waitFor([button] { return button->isVisible() && button->isEnabled(); }), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    QString text(const char *name) const { return child<QLabel>(name)->text(); }

    PublishHistory history{services};
    std::unique_ptr<OpenDocument> opened;
    std::unique_ptr<PublishPage> page;
};

std::string row(const PublishModel &model, int index)
{
    QStringList cells;
    for (int column = 0; column < PublishModel::ColumnCount; ++column)
        cells << model.index(index, column).data().toString();
    return toUtf8(cells.join(QLatin1Char('|')));
}

} // namespace

void TestPublishPage::initTestCase() { Theme::instance().apply(ThemeMode::Light); }

void TestPublishPage::beginsWithThisComputer()
{
    Open open;
    auto &page = open.show();
    QCOMPARE(page.target(), QStringLiteral("store:qwen-small:v1"));
    QVERIFY(open.waitForPlan());
    QCOMPARE(open.text("publishValidity"), QStringLiteral("v1 is free"));
    QVERIFY(open.text("publishAccount").contains(QStringLiteral("no sign-in needed")));
    open.click("publishPrimary");
    QVERIFY(waitFor([&] { return page.phase() == PublishPage::Phase::Published; }));
    QCOMPARE(open.settings.recentTargets().value(0), QStringLiteral("store:qwen-small:v1"));
    QCOMPARE(open.settings.recents().value(0).published, QStringLiteral("store:qwen-small:v1"));
    QCOMPARE(open.opened->preview.base()->label, QStringLiteral("v1"));
    const auto stored = fetchManifest(parseLocation("store:qwen-small:v1").value(), open.session, TaskContext());
    VERIFY_RESULT(stored);
    QCOMPARE(open.text("publishedDigest"), toQString(stored->digest.toString()));
    QCOMPARE(stored->bytes, open.opened->preview.base()->documents->manifest);
}

void TestPublishPage::saysWhetherATargetIsOne()
{
    Open open;
    auto &page = open.show("no good reference");
    QVERIFY(!page.blockedBecause().isEmpty());
    QVERIFY(!open.child<QPushButton>("publishPrimary")->isEnabled());
    // In the user's words, with what the core says of it in the tool tip.
    const auto *note = open.child<QLabel>("publishValidity");
    QVERIFY2(note->text().startsWith(QStringLiteral("No registry is named")), qPrintable(note->text()));
    QCOMPARE(page.blockedBecause(), note->text());
    const auto core = displayText(parseTarget("no good reference").error().message());
    QVERIFY(!note->text().contains(core));
    QVERIFY2(note->toolTip().contains(core), qPrintable(note->toolTip()));
    page.setTarget(QStringLiteral("store:Qwen:v1"));
    QCOMPARE(note->text(), QStringLiteral("A repository is written in lower case: qwen, not Qwen"));
    page.setTarget(QStringLiteral("  ")); // nothing is wrong yet
    QCOMPARE(page.blockedBecause(), QStringLiteral("Say where to publish to"));
    QVERIFY(note->text().startsWith(QStringLiteral("A registry, or store:")));
    page.setTarget(QStringLiteral("store:a@sha256:%1").arg(QString(64, QLatin1Char('a'))));
    QVERIFY(!page.blockedBecause().isEmpty());
    page.setTarget(QStringLiteral("store:a:v2"));
    QVERIFY(open.waitForPlan());
    QVERIFY(page.blockedBecause().isEmpty());
    QCOMPARE(open.child<QPushButton>("publishPrimary")->text(), QStringLiteral("&Publish v2"));
}

void TestPublishPage::scenario28_firstPublishInFourActs()
{
    DockerRegistry registry;
    Open open;
    auto &page = open.show();
    // Act 1 and 2: say where and press. What is shown before is what the registry has after.
    page.setTarget(toQString(registry.host() + "/acme/qwen:v1"));
    QVERIFY(open.waitForPlan());
    const auto shown = open.child<ElidedLabel>("publishDigest")->text();
    open.click("publishPrimary");
    QVERIFY(waitFor([&] { return page.phase() == PublishPage::Phase::Published; }));
    const auto stored =
        fetchManifest(parseLocation(registry.host() + "/acme/qwen:v1").value(), open.session, TaskContext());
    VERIFY_RESULT(stored);
    QCOMPARE(toQString(stored->digest.toString()), shown);
    QCOMPARE(open.text("publishedDigest"), shown);
    QCOMPARE(open.child<InfoBar>("publishBanner")->kind(), InfoBar::Kind::Success);
    open.click("publishedCommand0Copy");
    QCOMPARE(QGuiApplication::clipboard()->text(),
             toQString("modelcrate-cli pull " + registry.host() + "/acme/qwen:v1 ./model"));
}

void TestPublishPage::scenario29_planAgainstWhatIsThere()
{
    FakeRegistry registry;
    Open open;
    const auto readme = readFile(open.dir / "qwen small/README.md");
    registry.addBlob(readme);
    auto &page = open.show(registry.host() + "/acme/qwen:v1");
    QVERIFY(open.waitForPlan());
    const auto &plan = *page.plan();
    ByteCount toSend;
    for (std::size_t i = 0; i < plan.actions.size(); ++i) {
        const bool isReadme = plan.artifact.layers[i].path == "README.md";
        QVERIFY(plan.actions[i].kind == (isReadme ? BlobAction::Kind::Exists : BlobAction::Kind::Upload));
        toSend += isReadme ? ByteCount() : *plan.artifact.layers[i].size;
    }
    QCOMPARE(plan.toSend, toSend);
    using Group = PublishModel::Group;
    QCOMPARE(page.model().total(Group::Exists).parts, 1);
    QCOMPARE(page.model().total(Group::Exists).size, ByteCount(static_cast<std::int64_t>(readme.size())));
    QCOMPARE(page.model().total(Group::Upload).moved, toSend);
    QVERIFY(row(page.model(), 0).rfind("Upload|", 0) == 0);
}

void TestPublishPage::scenario29_countsEqualLayersOnce()
{
    PublishPlan plan;
    for (const char *path : {"a.bin", "b.bin"})
        plan.artifact.layers.push_back(
            {.path = path, .kind = LayerKind::Weight, .entries = {plan.artifact.layers.size()}, .size = 1000_B});
    plan.actions = {{BlobAction::Kind::Upload}, {BlobAction::Kind::Same, {}, {}, 0}};
    PublishModel model;
    model.setParts(PublishModel::partsOf(plan, parseLocation("store:acme/qwen:v1").value()));
    using Group = PublishModel::Group;
    QCOMPARE(model.total(Group::Upload).moved, 1000_B);
    QCOMPARE(model.total(Group::Exists).parts, 1);
    QCOMPARE(model.total(Group::Exists).moved, ByteCount());
    const auto flow = model.flow();
    QCOMPARE(flow.left, 1000_B);
    QCOMPARE(flow.exists, ByteCount());
    QCOMPARE(flow.uploads, 1);
    QVERIFY(row(model, 2).rfind("Exists|", 0) == 0);
    model.toggleFolded(2);
    QCOMPARE(model.index(3, PublishModel::Layer).data().toString(), QStringLiteral("b.bin"));
    QCOMPARE(model.index(3, PublishModel::Detail).data().toString(), QStringLiteral("Same bytes as a.bin"));
}

void TestPublishPage::scenario29_mountsAndResumes()
{
    DockerRegistry registry;
    Open open(2'000'000);
    auto &page = open.show(registry.host() + "/acme/base:v1");
    QVERIFY(open.waitForPlan());
    open.click("publishPrimary");
    QVERIFY(waitFor([&] { return page.phase() == PublishPage::Phase::Published; }));

    open.click("publishBackToPlan");
    open.opened->document.setField("descriptor.title", "Another one");
    page.setTarget(toQString(registry.host() + "/acme/qwen:v1"));
    QVERIFY(open.waitForPlan());
    using Group = PublishModel::Group;
    const auto layers = static_cast<int>(page.plan()->actions.size());
    QCOMPARE(page.model().total(Group::Mount).parts, layers);
    QCOMPARE(page.plan()->toSend, ByteCount());
    QVERIFY(
        page.model().index(1, PublishModel::Detail).data().toString().startsWith(QStringLiteral("Found in acme/base")));
    open.click("publishPrimary");
    QVERIFY(waitFor([&] { return page.phase() == PublishPage::Phase::Published; }));
    const auto flow = page.model().flow();
    QCOMPARE(flow.mounts, layers);

    // A layer that was left half sent.
    const auto weight = Digest::sha256Of(readFile(open.dir / "qwen small/model-00001-of-00002.safetensors"));
    const auto target = Reference::parse(registry.host() + "/acme/resumed:v1").value();
    {
        const auto content =
            makeFileContent(open.dir / "qwen small/model-00001-of-00002.safetensors",
                            identityOf(open.dir / "qwen small/model-00001-of-00002.safetensors").value(), weight);
        const auto journal = UploadJournal::open({target.registry, target.repository}, *content);
        QVERIFY(journal);
        journal->save({"http://" + registry.host() + "/gone", ByteCount(400'000)});
    }
    open.settings.addRecentTarget(toQString(registry.host() + "/acme/unknown:v1")); // nothing to mount from there
    open.click("publishBackToPlan");
    page.setTarget(toQString(target.toString()));
    QVERIFY(open.waitForPlan());
    QCOMPARE(page.model().total(Group::Resume).parts, 1);
    QCOMPARE(page.model().flow().earlier, ByteCount(400'000));
    ByteCount whole;
    for (const auto &layer : page.plan()->artifact.layers)
        whole += *layer.size;
    QCOMPARE(page.plan()->toSend, whole - ByteCount(400'000));
    open.click("publishPrimary"); // the session is gone, so it begins anew
    QVERIFY(waitFor([&] { return page.phase() == PublishPage::Phase::Published; }));
}

void TestPublishPage::scenario29_continuesASessionThatIsThere()
{
    FakeRegistry registry;
    Open open(2 * (24 << 20)); // more than goes in one piece
    waitUntilSettled(open.dir / "qwen small"); // so that the digests are remembered
    open.opened = std::make_unique<OpenDocument>(open, "qwen small");
    auto &page = open.show(registry.host() + "/acme/qwen:v1");
    QVERIFY(open.waitForPlan());
    open.transfers.setRateLimit(16_MiB);
    open.click("publishPrimary");
    QVERIFY(waitFor([&] { return page.model().flow().sent > 6_MiB; }));
    open.click("publishPause");
    QVERIFY(waitFor([&] { return page.phase() == PublishPage::Phase::Stopped; }));
    const auto before = registry.bytesReceived();
    const auto sessions = registry.openSessions();
    QVERIFY(sessions >= 1);

    // A page and a queue of another run of the program, over the same state.
    open.page.reset();
    Session session({.authFile = open.dir / "auth.json",
                     .storePath = open.dir / "store",
                     .hashCachePath = open.dir / "hashes.sqlite"});
    JobRunner jobs;
    TransferQueue transfers(session, jobs, open.dir / "other.sqlite");
    Services services{session, jobs, transfers, open.settings, open.prompts};
    OpenDocument again(open, "qwen small");
    PublishPage second(again.document, again.preview, services);
    second.resize(1340, 800);
    second.show();
    second.setTarget(toQString(registry.host() + "/acme/qwen:v1"));
    QVERIFY(waitFor([&] {
        return second.plan() && second.plan()->artifact.isExact() && again.preview.isCurrent()
            && second.blockedBecause().isEmpty();
    }));
    // The plan says what the registry really holds, to the byte.
    using Group = PublishModel::Group;
    QCOMPARE(second.model().total(Group::Resume).parts, static_cast<int>(sessions));
    ByteCount whole;
    for (const auto &layer : second.plan()->artifact.layers)
        whole += *layer.size;
    QCOMPARE(second.plan()->toSend, whole - ByteCount(static_cast<std::int64_t>(before)));
    QTest::mouseClick(second.findChild<QPushButton *>(QStringLiteral("publishPrimary")), Qt::LeftButton);
    QVERIFY(waitFor([&] { return second.phase() == PublishPage::Phase::Published; }, 60'000));
    QCOMPARE(registry.bytesReceived(), bytesOnce(*second.plan()));
    QCOMPARE(registry.openSessions(), std::size_t(0));
}

void TestPublishPage::saysWhatIsNotKnown()
{
    FakeRegistry registry;
    Open open(2'000'000);
    using Group = PublishModel::Group;
    const auto saysNothingOfWhatIsSent = [&] {
        QVERIFY(!open.page->plan());
        QCOMPARE(open.text("publishSum"), QStringLiteral("What to send is not known"));
        QCOMPARE(open.text("publishRate"), QStringLiteral("Not checked"));
        QVERIFY(!open.child<QPushButton>("publishPrimary")->isEnabled());
        QVERIFY(open.page->blockedBecause().contains(toQString(registry.host())));
        QCOMPARE(open.text("publishValidity"), QStringLiteral("Whether v1 is free is not known"));
        const auto &model = open.page->model();
        // Rows are made on a worker.
        QVERIFY2(waitFor([&] { return row(model, 1).find("|—|Not known: ") != std::string::npos; }),
                 row(model, 1).c_str());
        QCOMPARE(model.flow().left + model.flow().sent, model.total(Group::Last).size);
        QCOMPARE(model.total(Group::Upload).parts, 0);
        QCOMPARE(model.total(Group::Unasked).parts,
                 static_cast<int>(open.opened->preview.snapshot()->plan.layers.size()));
        // What goes nowhere near the registry is not held up.
        QVERIFY(open.child<QPushButton>("publishSaveLayout")->isEnabled());
    };

    // Offline: nothing that answers like a registry.
    registry.setScript([](const ServerRequest &) { return ServerReply{.raw = "no registry"}; });
    auto &page = open.show(registry.host() + "/acme/qwen:v1");
    QVERIFY(waitFor([&] { return open.exact(); }));
    QVERIFY(!open.child<QPushButton>("publishPrimary")->isEnabled()); // it was asked only now
    QVERIFY(!open.text("publishSum").contains(QRegularExpression(QStringLiteral("\\d")))); // no sum yet
    QVERIFY(waitFor([&] { return page.findChild<QPushButton *>(QStringLiteral("publishBannerRetry")) != nullptr; }));
    saysNothingOfWhatIsSent();
    registry.setScript({});
    open.click("publishBannerRetry");
    QVERIFY(open.waitForPlan());
    QVERIFY(open.child<QPushButton>("publishPrimary")->isEnabled());
    QCOMPARE(page.model().total(Group::Unasked).parts, 0);
    QVERIFY(open.text("publishSum").endsWith(QStringLiteral(" to send")));

    // Closed: only who signs in is told.
    registry.setScript([](const ServerRequest &) {
        auto reply = errorReply(401, "UNAUTHORIZED");
        reply.headers.emplace_back("WWW-Authenticate", "Basic realm=\"fake\"");
        return reply;
    });
    open.click("publishAskAgain");
    QVERIFY(waitFor([&] { return page.findChild<QPushButton *>(QStringLiteral("publishBannerSignIn")) != nullptr; }));
    saysNothingOfWhatIsSent();

    // A registry that lets nobody look: what it has is known at the upload, the sum is the most it can be.
    registry.setScript([](const ServerRequest &request) -> std::optional<ServerReply> {
        return request.method == "HEAD" && request.path().find("/blobs/") != std::string::npos
            ? std::optional(errorReply(403, "DENIED"))
            : std::nullopt;
    });
    open.click("publishAskAgain");
    QVERIFY(open.waitForPlan());
    QVERIFY(open.text("publishSum").startsWith(QStringLiteral("Up to ")));
    for (const auto &action : page.plan()->actions)
        QVERIFY(action.kind == BlobAction::Kind::Unknown);
    QVERIFY(open.child<QPushButton>("publishPrimary")->isEnabled());
}

void TestPublishPage::scenario30_tagExists()
{
    FakeRegistry registry;
    Open open;
    const auto old =
        registry.addManifest(R"({"schemaVersion":2})", "application/vnd.oci.image.manifest.v1+json", "v1.3.0");
    auto &page = open.show(registry.host() + "/acme/qwen:v1.3.0");
    QVERIFY(open.waitForPlan());
    QCOMPARE(open.text("publishValidity"), QStringLiteral("v1.3.0 is taken"));
    QCOMPARE(open.child<InfoBar>("publishBanner")->kind(), InfoBar::Kind::Warning);
    QCOMPARE(open.child<QPushButton>("publishPrimary")->text(), QStringLiteral("&Publish as v1.3.1"));
    QCOMPARE(open.child<QPushButton>("publishMoveTag")->text(), QStringLiteral("&Move v1.3.0"));
    open.click("publishPrimary");
    QVERIFY(waitFor([&] { return page.phase() == PublishPage::Phase::Published; }));
    QCOMPARE(registry.tags(), (std::set<std::string>{"v1.3.0", "v1.3.1"}));
    QCOMPARE(registry.manifest("v1.3.0"), std::string(R"({"schemaVersion":2})")); // the old one was not touched

    open.click("publishBackToPlan");
    page.setTarget(toQString(registry.host() + "/acme/qwen:v1.3.0"));
    QVERIFY(open.waitForPlan());
    open.click("publishMoveTag");
    QVERIFY(waitFor([&] { return page.phase() == PublishPage::Phase::Published; }));
    QCOMPARE(registry.manifest("v1.3.0"), registry.manifest("v1.3.1"));
    QVERIFY(!old.empty());

    // What a move would change is shown first.
    open.click("publishBackToPlan");
    open.opened->document.setField("descriptor.title", "Another one");
    open.opened->preview.setBase(std::nullopt);
    page.setTarget(toQString(registry.host() + "/acme/qwen:v1.3.1"));
    QVERIFY(open.waitForPlan());
    QVERIFY(waitFor([&] { return page.findChild<QPushButton *>(QStringLiteral("publishCompare")) != nullptr; }));
    QSignalSpy compare(&page, &PublishPage::compareRequested);
    open.click("publishCompare");
    QVERIFY(waitFor([&] { return compare.count() == 1; }));
    QCOMPARE(open.opened->preview.base()->label, QStringLiteral("v1.3.1"));
    QCOMPARE(open.opened->preview.base()->documents->manifest, registry.manifest("v1.3.1"));
}

void TestPublishPage::scenario31_pageCanBeLeft()
{
    FakeRegistry registry;
    std::atomic<bool> hold{true};
    registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.method == "POST")
            waitUntil([&] { return !hold.load(); });
        return std::nullopt;
    });
    Open open;
    auto &page = open.show(registry.host() + "/acme/qwen:v1");
    QVERIFY(open.waitForPlan());
    open.click("publishPrimary");
    QVERIFY(waitFor([&] {
        return page.phase() == PublishPage::Phase::Sending
            && page.model().total(PublishModel::Group::InProgress).parts > 0;
    }));
    page.hide();
    open.opened->document.setField("descriptor.title", "typed meanwhile");
    QVERIFY(waitFor([&] { return open.opened->preview.isCurrent(); }));
    hold = false;
    QVERIFY(waitFor([&] { return page.phase() == PublishPage::Phase::Published; }));
    page.show();
    QVERIFY(open.child<QLabel>("publishedReference")->isVisible());
    QVERIFY(registry.blob(Digest::sha256Of(open.opened->preview.base()->documents->config).toString()).find("meanwhile")
            == std::string::npos);
    QCOMPARE(page.model().total(PublishModel::Group::Waiting).parts, 0);
}

void TestPublishPage::scenario32_cancelLeavesNoTag()
{
    FakeRegistry registry;
    std::atomic<int> finishedBlobs{0};
    std::atomic<bool> hold{true};
    std::mutex mutex;
    std::map<std::string, int> blobs; ///< finished uploads by digest
    registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        // Two blobs are let through; the others wait until the end of the test.
        if (request.method == "POST" && finishedBlobs.fetch_add(1) >= 2)
            waitUntil([&] { return !hold.load(); });
        if (const auto digest = request.query("digest"); digest && (request.method == "PUT" || !request.body.empty())) {
            const std::lock_guard lock(mutex);
            ++blobs[*digest];
        }
        return std::nullopt;
    });
    Open open(2'000'000);
    auto &page = open.show(registry.host() + "/acme/qwen:v1");
    QVERIFY(open.waitForPlan());
    open.click("publishPrimary");
    QVERIFY(waitFor([&] { return page.model().total(PublishModel::Group::Done).parts >= 2; }));
    QElapsedTimer timer;
    timer.start();
    open.click("publishCancel");
    QVERIFY(waitFor([&] { return page.phase() == PublishPage::Phase::Stopped; }));
    qInfo("cancelled in %lld ms", static_cast<long long>(timer.elapsed()));
    QVERIFY(timer.elapsed() < 2000); // 250 ms on an idle machine; the figure is in the log
    {
        const std::lock_guard lock(mutex);
        QVERIFY(blobs.size() >= 2);
    }
    QVERIFY(registry.tags().empty());
    QCOMPARE(registry.count("PUT /manifests/"), std::size_t(0));
    QCOMPARE(open.text("publishPhase"), QStringLiteral("Cancelled"));
    // Nothing is said to have stopped that never began.
    const auto &model = page.model();
    int notBegun = 0;
    for (int i = 0; i < model.rowCount(); ++i) {
        if (model.index(i, PublishModel::Detail).data() != QStringLiteral("Not sent yet"))
            continue;
        ++notBegun;
        QVERIFY(!model.index(i, 0).data(PublishModel::StoppedRole).toBool());
    }
    QCOMPARE(model.total(PublishModel::Group::Waiting).parts, notBegun);

    hold = false;
    const auto sessions = registry.count("POST /blobs/uploads/");
    open.click("publishPrimary"); // Retry
    QVERIFY(waitFor([&] { return page.phase() == PublishPage::Phase::Published; }));
    QCOMPARE(registry.tags(), std::set<std::string>{"v1"});
    // What was finished was not sent again.
    const auto layers = page.model().total(PublishModel::Group::Done).parts;
    QVERIFY(registry.count("POST /blobs/uploads/") - sessions <= static_cast<std::size_t>(layers - 2 + 1));
    for (const auto &[digest, times] : blobs)
        QVERIFY2(times == 1, digest.c_str());
}

void TestPublishPage::scenario33_harbor()
{
    Open open;
    std::filesystem::rename(open.dir / "qwen small/LICENSE", open.dir / "qwen small/LICENSE.md");
    open.opened = std::make_unique<OpenDocument>(open, "qwen small");
    FakeRegistry registry;
    auto &page = open.show(registry.host() + "/acme/qwen:v1");
    const auto harbor = [&](const QString &title) -> const CheckList::Check * {
        for (const auto &check : open.child<CheckList>("publishChecks")->checks()) {
            if (check.title == title)
                return &check;
        }
        return nullptr;
    };
    const auto licence = QStringLiteral("Harbor will not show the licence");
    QVERIFY(waitFor([&] { return harbor(licence) != nullptr; }));
    QCOMPARE(harbor(licence)->action, QStringLiteral("Rename in Artifact"));
    const auto manifest = [&] { return open.opened->preview.snapshot()->documents.manifest; };
    QVERIFY(manifest().find("\"LICENSE.md\"") != std::string::npos);
    harbor(licence)->run();
    QVERIFY(waitFor([&] { return open.opened->preview.isCurrent() && !harbor(licence); }));
    QVERIFY(manifest().find("\"LICENSE\"") != std::string::npos);
    QVERIFY(manifest().find("\"LICENSE.md\"") == std::string::npos);
    QVERIFY(std::filesystem::exists(open.dir / "qwen small/LICENSE.md")); // in the artifact, not on the disk
    open.opened->document.undoStack().undo();
    QVERIFY(waitFor([&] { return harbor(licence) != nullptr; }));

    const auto readme = QStringLiteral("Harbor will not show the README");
    QVERIFY(!harbor(readme));
    open.opened->document.setEncoding({open.opened->entry("README.md")}, LayerEncoding::TarZstd);
    QVERIFY(waitFor([&] { return harbor(readme) != nullptr; }));
    QVERIFY(waitFor([&] { return page.blockedBecause().isEmpty(); })); // a warning, not a problem
}

void TestPublishPage::scenario34_connectionLostAndErrors()
{
    FakeRegistry registry;
    std::atomic<int> errors{0};
    std::atomic<bool> noticed{false};
    registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        // Until the window has said so: it looks ten times a second, and a wait may be shorter.
        if (request.method == "PATCH" && request.bodyComplete && (errors < 2 || !noticed)) {
            ++errors;
            return errorReply(500, "UNKNOWN", "out of order");
        }
        return std::nullopt;
    });
    constexpr std::size_t chunk = 16 << 20;
    registry.cutBody("PATCH", 5'000'000);
    Open open(2 * (40 << 20)); // two shards, each of several chunks
    auto &page = open.show(registry.host() + "/acme/qwen:v1");
    QVERIFY(open.waitForPlan());
    std::set<std::string> said;
    connect(&open.transfers, &TransferQueue::progressed, &page, [&] {
        for (const int noted : page.model().notedRows())
            said.insert(toUtf8(page.model().index(noted, 0).data(PublishModel::NoteRole).toString()));
        noticed = !said.empty();
    });
    open.click("publishPrimary");
    QVERIFY(waitFor([&] { return page.phase() == PublishPage::Phase::Published; }, 300'000));
    for (const auto &detail : said)
        qInfo("%s", detail.c_str());
    qInfo("errors %d, received %zu", errors.load(), registry.bytesReceived());
    const auto says = [&](const char *reason) {
        return std::any_of(said.begin(), said.end(), [&](const std::string &note) {
            return note.rfind("Retries in ", 0) == 0 && note.find(" of 6)") != std::string::npos
                && note.find(reason) != std::string::npos;
        });
    };
    QVERIFY(says("The connection was lost.") || says("The registry answered 500."));
    QVERIFY(errors.load() >= 2);
    QCOMPARE(registry.tags(), std::set<std::string>{"v1"});
    // What came before the cut is kept; what is refused costs a chunk each time.
    const auto resent = registry.bytesReceived() - bytesOnce(*page.plan());
    qInfo("sent again: %zu", resent);
    QVERIFY2(resent <= static_cast<std::size_t>(errors) * chunk, qPrintable(QString::number(resent)));
}

void TestPublishPage::goesBackToThePlanOfWhatWasRemoved()
{
    FakeRegistry registry;
    registry.setScript([](const ServerRequest &request) -> std::optional<ServerReply> {
        return request.method == "POST" ? std::optional(errorReply(403, "DENIED", "not here")) : std::nullopt;
    });
    Open open;
    auto &page = open.show(registry.host() + "/acme/qwen:v1");
    QVERIFY(open.waitForPlan());
    open.click("publishPrimary");
    QVERIFY(waitFor([&] { return page.phase() == PublishPage::Phase::Stopped; }));
    open.transfers.remove(open.transfers.transfers().front().id);
    QCOMPARE(page.phase(), PublishPage::Phase::Planning);
    registry.setScript({});
    QVERIFY(open.waitForPlan());
    open.click("publishPrimary");
    QVERIFY(waitFor([&] { return page.phase() == PublishPage::Phase::Published; }));
    // What was published is not forgotten with its line.
    open.transfers.clearFinished();
    QCOMPARE(page.phase(), PublishPage::Phase::Published);
}

void TestPublishPage::retriesWhenAsked()
{
    FakeRegistry registry;
    std::atomic<bool> down{true};
    registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        return down && request.method == "POST" ? std::optional(errorReply(503, "UNAVAILABLE")) : std::nullopt;
    });
    Open open(2'000'000);
    auto &page = open.show(registry.host() + "/acme/qwen:v1");
    QVERIFY(open.waitForPlan());
    open.click("publishPrimary");
    const auto &model = page.model();
    const auto waiting = [&] {
        for (int i = 0; i < model.rowCount(); ++i) {
            if (model.remedy(i) == PublishModel::Remedy::EndWait)
                return i;
        }
        return -1;
    };
    QVERIFY(waitFor([&] { return waiting() >= 0; }));
    const auto index = model.index(waiting(), PublishModel::Layer);
    const auto note = index.data(PublishModel::NoteRole).toString();
    static const QRegularExpression expected(
        QStringLiteral("^Retries in \\d+ s \\(attempt [2-6] of 6\\)\\. The registry answered 503\\.$"));
    QVERIFY2(expected.match(note).hasMatch(), qPrintable(note));
    QCOMPARE(index.siblingAtColumn(PublishModel::Rate).data().toString(), QStringLiteral("0 B/s"));
    QVERIFY(index.data(PublishModel::StoppedRole).toBool());
    QVERIFY(index.data(Qt::AccessibleDescriptionRole).toString() == note);
    // There is room for it, and it goes when it is over.
    auto *table = open.child<PublishTable>("publishTable");
    QVERIFY(table->rowHeight(index.row()) > table->rowHeight(0));
    QVERIFY(open.child<QPushButton>("publishRetryNow")->isVisible());

    down = false;
    // Enter on the row does what its button does.
    QVERIFY(waitFor([&] { return waiting() >= 0 || page.phase() == PublishPage::Phase::Published; }));
    if (waiting() >= 0) {
        table->setCurrentIndex(model.index(waiting(), PublishModel::Layer));
        QSignalSpy asked(table, &PublishTable::retryRequested);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
    }
    QVERIFY(waitFor([&] { return page.phase() == PublishPage::Phase::Published; }));
    QCOMPARE(model.notedRows().size(), std::size_t(0));
}

void TestPublishPage::saysThatNothingIsEncrypted()
{
    FakeRegistry registry;
    Open open;
    VERIFY_RESULT(open.session.chooseForRegistry(registry.registryHost(), {.plainHttp = true}, TaskContext()));
    auto &page = open.show(registry.host() + "/acme/qwen:v1");
    QVERIFY(open.waitForPlan());
    auto *warning = open.child<QLabel>("publishPlainHttp");
    QVERIFY(warning->isVisible());
    open.click("publishPrimary");
    QVERIFY(waitFor([&] { return page.phase() == PublishPage::Phase::Published; }));
    QVERIFY(warning->isVisible()); // that is how it went
}

void TestPublishPage::scenario35_signInMidway()
{
    FakeRegistry registry({.user = "alice", .password = "wonder"});
    Open open;
    auto &page = open.show(registry.host() + "/acme/qwen:v1");
    QVERIFY(waitFor([&] { return open.text("publishAccount") == QStringLiteral("no sign-in found"); }));
    auto *banner = open.child<InfoBar>("publishBanner");
    QVERIFY(waitFor([&] { return banner->isVisible(); }));
    const auto asked = banner->text();
    open.prompts.answerAccount(UserPrompts::Account{QStringLiteral("alice"), QStringLiteral("wrong")});
    open.click("publishSignIn");
    // The banner from before is there still; the refusal says something else.
    QVERIFY(waitFor([&] { return banner->isVisible() && banner->text() != asked; }));
    open.prompts.answerAccount(UserPrompts::Account{QStringLiteral("alice"), QStringLiteral("wonder")});
    open.click("publishSignIn");
    QVERIFY(waitFor([&] { return page.plan().has_value(); }));
    QVERIFY(open.text("publishAccount").startsWith(QStringLiteral("signed in as alice")));
    open.click("publishPrimary");
    QVERIFY(waitFor([&] { return page.phase() == PublishPage::Phase::Published; }));
}

void TestPublishPage::scenario35_refusedInTheMiddle()
{
    // What is right to sign in with changes after the first chunk of a shard is kept.
    FakeRegistry registry;
    std::atomic<bool> revoked{false};
    std::atomic<std::size_t> kept{0};
    registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        const auto good = "Basic " + base64Encode(revoked ? "alice:second" : "alice:wonder");
        if (request.header("authorization") != good) {
            auto reply = errorReply(401, "UNAUTHORIZED", "authentication required");
            reply.headers.emplace_back("WWW-Authenticate", "Basic realm=\"fake\"");
            return reply;
        }
        kept += request.body.size();
        if (request.method == "PATCH")
            revoked = true; // this one counts still
        return std::nullopt;
    });
    Open open(2 * (40 << 20));
    auto &page = open.show(registry.host() + "/acme/qwen:v1");
    QVERIFY(waitFor([&] { return open.text("publishAccount") == QStringLiteral("no sign-in found"); }));
    open.prompts.answerAccount(UserPrompts::Account{QStringLiteral("alice"), QStringLiteral("wonder")});
    open.click("publishSignIn");
    QVERIFY(open.waitForPlan());
    open.click("publishPrimary");
    QVERIFY(waitFor([&] { return page.phase() == PublishPage::Phase::Stopped; }, 60'000));
    QVERIFY(revoked);
    QCOMPARE(open.child<InfoBar>("publishBanner")->kind(), InfoBar::Kind::Danger);
    const auto &error = open.transfers.transfers().back().error;
    QVERIFY(error);
    QVERIFY2(error->code() == ErrorCode::Unauthorized, error->toString().c_str());
    const auto sessions = registry.openSessions();
    QVERIFY(sessions >= 1);
    const auto finished = page.model().total(PublishModel::Group::Done).parts;
    const auto layers = static_cast<int>(open.opened->preview.snapshot()->plan.layers.size());

    open.prompts.answerAccount(UserPrompts::Account{QStringLiteral("alice"), QStringLiteral("second")});
    open.click("publishBannerSignIn");
    QVERIFY(waitFor([&] { return page.phase() == PublishPage::Phase::Published; }, 60'000));
    QCOMPARE(registry.tags(), std::set<std::string>{"v1"});
    QVERIFY(finished <= layers);
    // What the registry took before is not sent again: of all that it took, every byte came once.
    QCOMPARE(kept.load(), bytesOnce(*page.plan()));
}

void TestPublishPage::scenario36_stall()
{
    FakeRegistry registry;
    std::atomic<bool> hold{true};
    registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.method == "PATCH" || request.method == "POST")
            waitUntil([&] { return !hold.load(); });
        return std::nullopt;
    });
    Open open(2'000'000);
    auto &page = open.show(registry.host() + "/acme/qwen:v1");
    QVERIFY(open.waitForPlan());
    QElapsedTimer timer;
    timer.start();
    open.click("publishPrimary");
    QVERIFY(waitFor([&] {
        return open.child<InfoBar>("publishBanner")->isVisible() && page.phase() == PublishPage::Phase::Sending;
    }));
    qInfo("stall said after %lld ms", static_cast<long long>(timer.elapsed()));
    QCOMPARE(open.child<InfoBar>("publishBanner")->kind(), InfoBar::Kind::Warning);
    QCOMPARE(open.text("publishRate"), QStringLiteral("0 B/s"));
    // Each row says it of itself, and for how long.
    const auto rows = page.model().notedRows();
    QVERIFY(!rows.empty());
    const auto note = page.model().index(rows.front(), 0).data(PublishModel::NoteRole).toString();
    QVERIFY2(note.startsWith(QStringLiteral("Stalled. No data for ")), qPrintable(note));
    QVERIFY(page.model().remedy(rows.front()) == PublishModel::Remedy::Restart);
    QVERIFY(open.child<QPushButton>("publishRetryNow")->isVisible());
    hold = false;
    QVERIFY(waitFor([&] { return page.phase() == PublishPage::Phase::Published; }));
}

void TestPublishPage::saysBesideATransferWhatBecomesOfIt()
{
    FakeRegistry registry;
    std::atomic<bool> hold{true};
    registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.method == "PATCH" || request.method == "POST")
            waitUntil([&] { return !hold.load(); });
        return std::nullopt;
    });
    Open open(2'000'000);
    auto &page = open.show(registry.host() + "/acme/qwen:v1");
    QVERIFY(open.waitForPlan());
    QVERIFY(open.child<QWidget>("publishChecks")->isVisible());
    QVERIFY(!open.child<QWidget>("publishTime")->isVisible());
    open.click("publishPrimary");
    const auto *activity = open.child<QPlainTextEdit>("publishActivity");
    QVERIFY(waitFor([&] { return activity->toPlainText().endsWith(QStringLiteral("Started")); }));
    for (const auto *name : {"publishTime", "publishQueue", "publishInterrupt", "publishActivity"})
        QVERIFY2(open.child<QWidget>(name)->isVisible(), name);
    QVERIFY(!open.child<QWidget>("publishChecks")->isVisible());
    QVERIFY(!open.text("publishTime").isEmpty());
    QCOMPARE(open.text("publishQueue"), QStringLiteral("No transfer waits behind this one."));
    TransferRequestRecord next;
    next.title = QStringLiteral("whisper");
    next.target = "store:whisper:v1";
    const auto waiting = open.transfers.add(next);
    QCOMPARE(open.child<ElidedLabel>("publishQueued0")->text(), QStringLiteral("Publish whisper"));
    QSignalSpy transfers(&page, &PublishPage::openTransfersRequested);
    open.click("publishOpenTransfers");
    QCOMPARE(transfers.count(), 1);
    open.transfers.cancel(waiting);
    hold = false;
    QVERIFY(waitFor([&] { return page.phase() == PublishPage::Phase::Published; }));
    QVERIFY(open.child<QWidget>("publishChecks")->isVisible());
    QVERIFY(!open.child<QWidget>("publishTime")->isVisible());
}

void TestPublishPage::anotherPageGoesOnWithTheLog()
{
    FakeRegistry registry;
    std::atomic<bool> hold{true};
    registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.method == "PUT")
            waitUntil([&] { return !hold.load(); });
        return std::nullopt;
    });
    Open open;
    auto &page = open.show(registry.host() + "/acme/qwen:v1");
    QVERIFY(open.waitForPlan());
    open.click("publishPrimary");
    const auto *before = open.child<QPlainTextEdit>("publishActivity");
    QVERIFY(waitFor([&] { return before->toPlainText().endsWith(QStringLiteral("Started")); }));
    PublishPage next(open.opened->document, open.opened->preview, open.services);
    next.resize(1340, 800);
    next.takeOver(page.handOver());
    open.page.reset();
    next.show();
    const auto *after = next.findChild<QPlainTextEdit *>(QStringLiteral("publishActivity"));
    QVERIFY(waitFor([&] { return after->toPlainText().endsWith(QStringLiteral("Started")); }));
    QCOMPARE(after->toPlainText().count(QStringLiteral("Started")), 1);
    hold = false;
    QVERIFY(waitFor([&] { return next.phase() == PublishPage::Phase::Published; }));
}

void TestPublishPage::fitsWhereItIsNarrow()
{
    FakeRegistry registry;
    registry.addManifest(R"({"schemaVersion":2})", "application/vnd.oci.image.manifest.v1+json",
                         "release-2026-11-03-rc1");
    Open open;
    auto &page = open.show(registry.host() + "/acme/qwen:release-2026-11-03-rc1");
    QVERIFY(open.waitForPlan());
    const auto *primary = open.child<QWidget>("publishPrimary");
    const auto *more = open.child<QWidget>("publishMore");
    page.setMinimumSize(400, 400); // as in the window, which has one of its own whatever a wide page wants
    page.resize(1600, 600);
    QVERIFY(waitFor([&] { return open.child<QWidget>("publishCopyCommand")->isVisible() && !more->isVisible(); }));
    // What has no room goes into the menu, and works from there; the primary button stays whole.
    page.resize(700, 528);
    QVERIFY(waitFor([&] { return more->isVisible() && page.width() == 700; }));
    QVERIFY(!open.child<QWidget>("publishCopyCommand")->isVisible());
    QVERIFY(primary->isVisible());
    for (const auto *button : page.findChildren<QPushButton *>()) {
        if (button->isVisible()) {
            QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
            QVERIFY2(button->mapTo(&page, QPoint(button->width(), 0)).x() <= page.width(), qPrintable(button->text()));
        }
    }
    auto *menu = open.child<QToolButton>("publishMore")->menu();
    QVERIFY(menu);
    const auto actions = menu->actions();
    const auto command = std::find_if(actions.begin(), actions.end(), [](const auto *action) {
        return action->text() == QStringLiteral("Copy as &Command");
    });
    QVERIFY(command != actions.end() && (*command)->isVisible());
    QGuiApplication::clipboard()->clear();
    (*command)->trigger();
    QVERIFY(!QGuiApplication::clipboard()->text().isEmpty());
    // The side is a toggle over the content.
    QVERIFY(!open.child<QWidget>("publishSide")->isVisible());
    open.click("publishShowChecks");
    QVERIFY(open.child<QWidget>("publishSide")->isVisible());
    QVERIFY(!open.child<QWidget>("publishTable")->isVisible());
}

void TestPublishPage::scenario37_saveAsLayout()
{
    Open open;
    auto &page = open.show("store:qwen:v7");
    QVERIFY(open.waitForPlan());
    open.prompts.answerPath(toQString((open.dir / "layout").string()));
    open.click("publishSaveLayout");
    QVERIFY(waitFor([&] { return page.phase() == PublishPage::Phase::Published; }));
    const auto location = parseLocation(cat("oci:", (open.dir / "layout").string(), ":v7"));
    VERIFY_RESULT(location);
    const auto artifact = inspect(*location, open.session, TaskContext());
    VERIFY_RESULT(artifact);
    const auto changes =
        compareArtifacts(open.opened->preview.snapshot()->documents, {artifact->configBytes, artifact->manifest.bytes});
    VERIFY_RESULT(changes);
    QVERIFY(changes->empty());

    // Another package into the same layout: the tag that is there stays, and the plan asks about it.
    open.opened->document.setField("descriptor.title", "Another");
    page.setTarget(QStringLiteral("store:qwen:v7"));
    open.child<QPushButton>("publishBackToPlan")->click();
    QVERIFY(waitFor([&] { return page.phase() == PublishPage::Phase::Planning && open.exact(); }));
    open.prompts.answerPath(toQString((open.dir / "layout").string()));
    open.click("publishSaveLayout");
    QVERIFY(waitFor([&] { return page.target() == toQString(toString(*location)) && page.plan(); }));
    QCOMPARE(page.plan()->replaces, std::optional(artifact->manifest.digest));
    const auto now = fetchManifest(*location, open.session, TaskContext());
    VERIFY_RESULT(now);
    QCOMPARE(now->digest, artifact->manifest.digest);

    // A folder of other files is refused for what it is, and no tag is blamed.
    open.dir.write("other/notes.txt", "mine\n");
    page.setTarget(QStringLiteral("store:qwen:v8"));
    QVERIFY(open.waitForPlan());
    open.prompts.answerPath(toQString((open.dir / "other").string()));
    open.click("publishSaveLayout");
    QVERIFY(waitFor([&] { return page.phase() == PublishPage::Phase::Stopped; }));
    QVERIFY2(open.child<InfoBar>("publishBanner")->text().contains(QStringLiteral("holds other files")),
             qPrintable(open.child<InfoBar>("publishBanner")->text()));
}

void TestPublishPage::overwritesNoTagThatWasFree()
{
    Open open;
    auto &page = open.show("store:qwen:v1");
    QVERIFY(open.waitForPlan());
    QCOMPARE(open.text("publishValidity"), QStringLiteral("v1 is free"));
    // Somebody else was faster.
    makeModelFolder(open.dir, "other", 1000);
    const OpenDocument other(open, "other");
    QVERIFY(waitFor([&] { return other.preview.isCurrent() && other.preview.snapshot(); }));
    const auto target = parseTarget("store:qwen:v1").value();
    const auto theirs = publish(other.preview.snapshot()->package, target, {}, open.session, TaskContext());
    VERIFY_RESULT(theirs);
    open.click("publishPrimary");
    QVERIFY(waitFor([&] { return page.plan() && page.plan()->replaces == theirs->digest; }));
    QCOMPARE(page.phase(), PublishPage::Phase::Planning);
    QVERIFY2(open.text("publishEstimate").contains(QStringLiteral("Nothing was overwritten")),
             qPrintable(open.text("publishEstimate")));
    const auto now = fetchManifest(target, open.session, TaskContext());
    VERIFY_RESULT(now);
    QCOMPARE(now->digest, theirs->digest);
}

void TestPublishPage::commandOfAFolderOnlyWithoutRules()
{
    Open open;
    open.show("store:a:v1");
    open.click("publishCopyCommand");
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("modelcrate-cli build")));
    QGuiApplication::clipboard()->clear();
    open.settings.setIgnorePatterns({QStringLiteral("*.keys")});
    open.click("publishCopyCommand");
    QCOMPARE(QGuiApplication::clipboard()->text(), QString());
}

void TestPublishPage::problemsBlock()
{
    Open open;
    auto &page = open.show("store:a:v1");
    QVERIFY(open.waitForPlan());
    QSignalSpy goTo(&page, &PublishPage::goToFieldRequested);
    open.opened->document.setDraft("config.capabilities.knowledgeCutoff", "2025-03");
    QVERIFY(!page.blockedBecause().isEmpty());
    QVERIFY(!open.child<QPushButton>("publishPrimary")->isEnabled());
    open.click("publishGoTo");
    QCOMPARE(goTo.value(0).value(0).toString(), QStringLiteral("config.capabilities.knowledgeCutoff"));
    open.opened->document.undoStack().undo();
    QVERIFY(waitFor([&] { return page.blockedBecause().isEmpty(); }));

    QSignalSpy goToEntry(&page, &PublishPage::goToEntryRequested);
    open.opened->document.setChangedOnDisk({open.opened->entry("README.md")});
    QVERIFY(!page.blockedBecause().isEmpty());
    open.click("publishGoTo");
    QCOMPARE(goToEntry.count(), 1);
}

void TestPublishPage::bundlesAreOneClick()
{
    Open open;
    for (int i = 0; i < 2100; ++i)
        open.dir.write(cat("qwen small/data/part-", i, ".csv"), cat(i));
    open.opened = std::make_unique<OpenDocument>(open, "qwen small");
    open.show("store:a:v1");
    const auto proposal = [&]() -> const CheckList::Check * {
        for (const auto &check : open.child<CheckList>("publishChecks")->checks()) {
            if (check.action.startsWith(QStringLiteral("Bundle")))
                return &check;
        }
        return nullptr;
    };
    QVERIFY(waitFor([&] { return proposal() != nullptr; }));
    proposal()->run();
    QVERIFY(waitFor([&] { return open.opened->preview.isCurrent() && !proposal(); }));
    QVERIFY(open.opened->preview.snapshot()->plan.layers.size() < 20);
    QCOMPARE(open.opened->document.undoStack().count(), 1);
}

void TestPublishPage::quotesCommands()
{
    QCOMPARE(shellQuoted("/models/a b's"), std::string(R"('/models/a b'\''s')"));
    QCOMPARE(publishCommand("/m", parseTarget("ghcr.io/a/b:v1").value()),
             std::string("modelcrate-cli push /m ghcr.io/a/b:v1"));
    QCOMPARE(publishCommand("/m", parseTarget("store:b:v1").value()),
             std::string("modelcrate-cli build /m store:b:v1"));
    Open open;
    open.show("store:a:v1");
    open.click("publishCopyCommand");
    QCOMPARE(
        QGuiApplication::clipboard()->text(),
        toQString(cat("modelcrate-cli build ", shellQuoted(open.opened->document.root().string()), " store:a:v1")));
}

QTEST_MAIN(TestPublishPage)
#include "tst_publishpage.moc"
