// SPDX-License-Identifier: Apache-2.0
// One artifact, out of the local store and the fault registry.
#include "base/text.h"
#include "modelpack/package.h"
#include "operations/publish.h"
#include "support/fakeregistry.h"
#include "support/gui/bench.h"
#include "support/gui/modeltesters.h"
#include "support/gui/waiting.h"
#include "support/programs.h"
#include "ui/artifact/markdownbrowser.h"
#include "ui/registry/artifactpage.h"
#include "ui/registry/artifactviews.h"
#include "ui/registry/tagchips.h"
#include "ui/text/convert.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/factgrid.h"
#include "ui/widgets/infobar.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestArtifactPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void scenario41_showsAnArtifact();
    void loadsNothingFromAReadme();
    void readsAReadmeOutOfATar();
    void refusesAReadmeThatIsTooLarge();
    void listsFilesInAnyOrder();
    void writesSizesInTheUnitsThatAreChosen();
    void showsTheFirstOfVeryMany();
    void namesTwentyLicences();
    void copiesReferencesAndCommands();
    void hasAPlaceForActions();
    void showsWhatRefersToIt();
    void showsForeignArtifacts();
    void showsAnIndex();
    void saysWhyThereIsNothing();
    void forgetsWhatWasAskedBefore();

private:
    /// Publishes m/ with these files beside its weights.
    void publishModel(const std::string &target, const std::vector<std::pair<std::string, std::string>> &files,
                      const std::function<void(Package &)> &change = {});
    bool open(const QString &reference);
    template<typename T>
    T *find(const char *name) const
    {
        auto *found = m_page->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    QString cell(const char *table, int row, int column) const
    {
        return find<QTableView>(table)->model()->index(row, column).data().toString();
    }
    bool waitForReadme(const QString &part)
    {
        return waitFor([&] { return find<MarkdownBrowser>("artifactReadme")->toPlainText().contains(part); });
    }

    FakeRegistry m_registry;
    std::unique_ptr<Bench> m_bench;
    std::unique_ptr<ArtifactPage> m_page;
};

void TestArtifactPage::init()
{
    m_page.reset();
    m_bench = std::make_unique<Bench>();
    m_registry.setScript({});
    m_page = std::make_unique<ArtifactPage>(m_bench->services);
    m_page->resize(700, 800);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    testModelsOf(*m_page);
}

void TestArtifactPage::publishModel(const std::string &target,
                                    const std::vector<std::pair<std::string, std::string>> &files,
                                    const std::function<void(Package &)> &change)
{
    const auto &dir = m_bench->dir;
    dir.write("m/model.safetensors", std::string("\x02\0\0\0\0\0\0\0{}", 10));
    for (const auto &[name, text] : files)
        dir.write("m/" + name, text);
    const TaskContext context;
    auto package = makePackage(dir / "m", {}, context);
    VERIFY_RESULT(package);
    if (change)
        change(*package);
    VERIFY_RESULT(publish(*package, parseLocation(target).value(), {}, m_bench->session, context));
}

bool TestArtifactPage::open(const QString &reference)
{
    const QSignalSpy opened(m_page.get(), &ArtifactPage::opened);
    m_page->open(reference);
    return waitFor([&] { return !opened.isEmpty(); });
}

void TestArtifactPage::scenario41_showsAnArtifact()
{
    publishModel("store:team/qwen:v1", {{"README.md", "# Qwen\n\nAnswers questions.\n"}, {"train.py", "print()"}},
                 [](Package &package) {
                     VERIFY_RESULT(package.config.setFromText("descriptor.licenses", "Apache-2.0"));
                     VERIFY_RESULT(package.config.setFromText("config.paramSize", "7.6B"));
                     VERIFY_RESULT(package.config.setFromText("config.capabilities.reasoning", "true"));
                     setAnnotation(package.annotations, "com.acme.stage", "candidate");
                 });
    QVERIFY(open(QStringLiteral("store:team/qwen:v1")));
    QCOMPARE(find<ElidedLabel>("artifactTitle")->text(), QStringLiteral("qwen"));
    QCOMPARE(m_page->findChild<TagChips *>()->tags(), QStringList{QStringLiteral("v1")});
    QCOMPARE(find<ElidedLabel>("factParameters")->text(), QStringLiteral("7.6B"));
    QCOMPARE(find<ElidedLabel>("factLicence")->text(), QStringLiteral("Apache-2.0"));
    QVERIFY(waitForReadme(QStringLiteral("Answers questions.")));
    QCOMPARE(find<QTableView>("layerTable")->model()->rowCount(), 3);

    QStringList metadata;
    for (const auto *grid : find<QScrollArea>("artifactMetadata")->findChildren<FactGrid *>()) {
        for (const auto &row : grid->rows())
            metadata << row.name + QStringLiteral(": ") + row.value;
    }
    QVERIFY2(metadata.contains(QStringLiteral("Parameters: 7.6B")), qPrintable(metadata.join(QLatin1Char('\n'))));
    QVERIFY2(metadata.contains(QStringLiteral("Reasoning: Yes")), qPrintable(metadata.join(QLatin1Char('\n'))));
    bool found = false;
    for (int row = 0; row < find<QTableView>("artifactAnnotations")->model()->rowCount(); ++row)
        found = found || cell("artifactAnnotations", row, 1) == QLatin1String("candidate");
    QVERIFY(found);

    m_page->setTab(ArtifactPage::Tab::Manifest);
    auto *json = find<QPlainTextEdit>("artifactJson");
    QVERIFY(waitFor([&] { return json->isVisible() && json->toPlainText().contains(QLatin1String("\"layers\"")); }));
    QTest::mouseClick(find<QAbstractButton>("documentsConfig"), Qt::LeftButton);
    QVERIFY(json->toPlainText().contains(QLatin1String("7.6B")));
    QTest::mouseClick(find<QAbstractButton>("documentsCopy"), Qt::LeftButton);
    QCOMPARE(toUtf8(QGuiApplication::clipboard()->text()), m_page->details()->configBytes);
    // Nothing refers to it, so there is no page that is empty.
    QVERIFY(waitFor([&] { return m_bench->jobs.running() == 0; }));
    QVERIFY(!find<QTabBar>("artifactTabs")->isTabVisible(static_cast<int>(ArtifactPage::Tab::Referrers)));
}

void TestArtifactPage::loadsNothingFromAReadme()
{
    const auto target = m_registry.host() + "/a/qwen:v1";
    publishModel(target,
                 {{"README.md",
                   cat("![logo](http://", m_registry.host(), "/logo.png) and [more](http://", m_registry.host(),
                       "/more)\n\n<img src=\"http://", m_registry.host(), "/raw.png\">\n")}});
    QVERIFY(open(toQString(target)));
    QVERIFY(waitForReadme(QStringLiteral("more")));
    m_page->grab();
    QVERIFY(find<InfoBar>("readmeImages")->isVisible());
    QCOMPARE(m_registry.count("GET /logo.png") + m_registry.count("GET /raw.png") + m_registry.count("GET /more"),
             std::size_t(0));
    // A link is shown before it is followed.
    m_bench->prompts.answerChoice(1);
    Q_EMIT find<MarkdownBrowser>("artifactReadme")->anchorClicked(QUrl(QStringLiteral("http://example.com/x")));
    QCOMPARE(m_bench->prompts.questions().size(), 1);
    QVERIFY(m_bench->prompts.questions().front().text.contains(QLatin1String("http://example.com/x")));
}

void TestArtifactPage::readsAReadmeOutOfATar()
{
    for (const auto encoding : {LayerEncoding::Tar, LayerEncoding::TarGzip, LayerEncoding::TarZstd}) {
        publishModel("store:team/packed:v1", {{"README.md", "Out of a tar."}}, [&](Package &package) {
            for (auto &entry : package.entries)
                entry.encoding = encoding;
        });
        QVERIFY(open(QStringLiteral("store:team/packed:v1")));
        QVERIFY(waitForReadme(QStringLiteral("Out of a tar.")));
    }
}

void TestArtifactPage::refusesAReadmeThatIsTooLarge()
{
    const auto target = m_registry.host() + "/a/qwen:large";
    publishModel(target, {{"README.md", std::string((1 << 20) + 1, 'x')}});
    const auto before = m_registry.count("GET /blobs/");
    QVERIFY(open(toQString(target)));
    auto *title = find<QLabel>("artifactReadmeTitle");
    QVERIFY(waitFor([&] { return title->text().contains(QLatin1String("cannot be shown")); }));
    QCOMPARE(m_registry.count("GET /blobs/"), before + 1); // the config
}

void TestArtifactPage::listsFilesInAnyOrder()
{
    publishModel("store:team/qwen:v2", {{"a10.txt", "1234"}, {"a9.txt", "12"}, {"README.md", std::string(100, 'x')}});
    QVERIFY(open(QStringLiteral("store:team/qwen:v2")));
    m_page->setTab(ArtifactPage::Tab::Files);
    auto *table = find<QTableView>("layerTable");
    const auto names = [&] {
        QStringList list;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            list << cell("layerTable", row, ArtifactFiles::File);
        return list;
    };
    const auto clickHeader = [&](int column) {
        auto *header = table->horizontalHeader();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          QPoint(header->sectionViewportPosition(column) + 10, header->height() / 2));
    };
    clickHeader(ArtifactFiles::File);
    QVERIFY2(names().indexOf(QStringLiteral("a9.txt")) < names().indexOf(QStringLiteral("a10.txt")),
             qPrintable(names().join(QLatin1Char(' '))));
    clickHeader(ArtifactFiles::Size);
    QCOMPARE(names().front(), QStringLiteral("a9.txt"));
    clickHeader(ArtifactFiles::Size);
    QCOMPARE(names().front(), QStringLiteral("README.md"));
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keySequence(table, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), toQString(Digest::sha256Of(std::string(100, 'x')).toString()));
}

void TestArtifactPage::writesSizesInTheUnitsThatAreChosen()
{
    publishModel("store:team/qwen:v3", {{"a.txt", std::string(2000, 'x')}, {"b.txt", std::string(3000, 'x')}});
    QVERIFY(open(QStringLiteral("store:team/qwen:v3")));
    auto *table = find<QTableView>("layerTable");
    table->sortByColumn(ArtifactFiles::Size, Qt::DescendingOrder);
    QCOMPARE(cell("layerTable", 0, ArtifactFiles::Size), QStringLiteral("3.00 kB"));
    QCOMPARE(find<ElidedLabel>("factSize")->text(), QStringLiteral("5.01 kB"));
    m_bench->settings.setSizeUnits(SizeUnits::Iec);
    QCOMPARE(cell("layerTable", 0, ArtifactFiles::Size), QStringLiteral("2.93 KiB"));
    QCOMPARE(cell("layerTable", 1, ArtifactFiles::Size), QStringLiteral("1.95 KiB"));
    QVERIFY(waitFor([&] { return find<ElidedLabel>("factSize")->text() == QLatin1String("4.89 KiB"); }));
}

void TestArtifactPage::showsTheFirstOfVeryMany()
{
    Annotations annotations;
    for (int i = 0; i < 2500; ++i)
        annotations.emplace_back(cat("key", i), "value");
    ArtifactAnnotations table;
    table.setAnnotations(annotations);
    QCOMPARE(table.model()->rowCount(), 2001);
    QVERIFY(table.model()->index(2000, 0).data().toString().startsWith(QLatin1String("500 more")));

    ArtifactFiles files;
    const ArtifactLayer layer{.descriptor = {.mediaType = MediaType::parse("application/octet-stream").value(),
                                             .digest = Digest::sha256Of("x"),
                                             .size = ByteCount(1)}};
    files.setLayers(std::vector(30'000, layer));
    QCOMPARE(files.model()->rowCount(), 5001);
    QVERIFY(files.model()->index(5000, 0).data().toString().startsWith(QLocale().toString(25'000)));
    files.setManifests(std::vector(6'000, layer.descriptor));
    QCOMPARE(files.model()->rowCount(), 5001);
    ArtifactReferrers referrers;
    referrers.setReferrers(std::vector(2'001, layer.descriptor));
    QCOMPARE(referrers.model()->rowCount(), 2001);
    QVERIFY(referrers.model()->index(2000, 0).data().toString().startsWith(QLatin1String("1 more")));
}

void TestArtifactPage::namesTwentyLicences()
{
    std::string list;
    for (int i = 0; i < 30; ++i)
        list += cat(i > 0 ? ",\"L" : "\"L", i, '"');
    publishModel("store:team/free:v1", {}, [&](Package &package) {
        QVERIFY(package.config.set("descriptor.licenses", parseJson(cat('[', list, ']')).value()));
    });
    QVERIFY(open(QStringLiteral("store:team/free:v1")));
    const auto text = find<ElidedLabel>("factLicence")->text();
    QVERIFY2(text.endsWith(QLatin1String("L19, 10 more")), qPrintable(text));
    // The form has them all, as far as a label can.
    const auto *form = find<QScrollArea>("artifactMetadata");
    QString licences;
    for (const auto *grid : form->findChildren<FactGrid *>()) {
        for (const auto &row : grid->rows())
            licences += row.value;
    }
    QVERIFY(licences.contains(QLatin1String("L29")) && licences.size() < 5000);
}

void TestArtifactPage::copiesReferencesAndCommands()
{
    const auto target = m_registry.host() + "/a/qwen:v1";
    publishModel(target, {{"README.md", "x"}});
    QVERIFY(open(toQString(target)));
    const auto digest = Digest::sha256Of(m_registry.manifest("v1")).toString();
    QTest::mouseClick(find<QAbstractButton>("copyReferenceButton"), Qt::LeftButton);
    QCOMPARE(toUtf8(QGuiApplication::clipboard()->text()), target + "@" + digest);
    std::vector<std::string> copied;
    for (auto *action : find<QPushButton>("copyMenuButton")->menu()->actions()) {
        if (action->isSeparator())
            continue;
        action->trigger();
        copied.push_back(toUtf8(QGuiApplication::clipboard()->text()));
    }
    QCOMPARE(copied[0], target);
    QCOMPARE(copied[1], target + "@" + digest);
    QCOMPARE(copied[2], digest);
    QVERIFY(std::find(copied.begin(), copied.end(), "modelcrate-cli pull " + target + " ./model") != copied.end());
    QVERIFY(std::any_of(copied.begin(), copied.end(),
                        [](const std::string &text) { return text.rfind("oras pull ", 0) == 0; }));
}

void TestArtifactPage::hasAPlaceForActions()
{
    QAction action(QStringLiteral("Edit…"));
    action.setObjectName(QStringLiteral("editPublishedAction"));
    const QSignalSpy triggered(&action, &QAction::triggered);
    m_page->addHeaderAction(&action);
    QTest::mouseClick(find<QPushButton>("editPublishedActionButton"), Qt::LeftButton);
    QCOMPARE(triggered.count(), 1);
    action.setEnabled(false);
    QVERIFY(!find<QPushButton>("editPublishedActionButton")->isEnabled());
}

void TestArtifactPage::showsWhatRefersToIt()
{
    const auto target = m_registry.host() + "/a/qwen:signed";
    publishModel(target, {{"README.md", "x"}});
    const auto subject = Digest::sha256Of(m_registry.manifest("signed"));
    const auto signature = Digest::sha256Of("a signature").toString();
    m_registry.setScript([=](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.path() != "/v2/a/qwen/referrers/" + subject.toString())
            return std::nullopt;
        return ServerReply{
            .headers = {{"Content-Type", std::string(mediatypes::imageIndex)}},
            .body = cat(R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[)",
                        R"({"mediaType":"application/vnd.oci.image.manifest.v1+json","size":11,"digest":")", signature,
                        R"(","artifactType":"application/vnd.dev.cosign.artifact.sig.v1+json"}]})")};
    });
    QVERIFY(open(toQString(target)));
    auto *tabs = find<QTabBar>("artifactTabs");
    constexpr int tab = static_cast<int>(ArtifactPage::Tab::Referrers);
    QVERIFY(waitFor([&] { return tabs->isTabVisible(tab); }));
    m_page->setTab(ArtifactPage::Tab::Referrers);
    QCOMPARE(cell("artifactReferrers", 0, 0), QStringLiteral("Signature (cosign)"));
    const QSignalSpy requested(m_page.get(), &ArtifactPage::referenceRequested);
    auto *table = find<QTableView>("artifactReferrers");
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(requested.count(), 1);
    QCOMPARE(toUtf8(requested.front().front().toString()), m_registry.host() + "/a/qwen@" + signature);
}

void TestArtifactPage::showsForeignArtifacts()
{
    const std::string config = R"({"manifestVersion":"1.0","package":{"name":"kit"}})";
    const auto layer = m_registry.addBlob("hello");
    const auto configDigest = m_registry.addBlob(config);
    m_registry.addManifest(
        cat(R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":{"mediaType":)",
            R"("application/vnd.kitops.modelkit.config.v1+json","digest":")", configDigest, R"(","size":)",
            config.size(), R"(},"layers":[{"mediaType":"application/vnd.kitops.modelkit.model.v1.tar","digest":")",
            layer, R"(","size":5}]})"),
        std::string(mediatypes::imageManifest), "kit");
    QVERIFY(open(toQString(m_registry.host() + "/a/kit:kit")));
    QVERIFY(find<QLabel>("artifactFacts")->text().contains(QLatin1String("KitOps ModelKit")));
    QVERIFY(!m_page->details()->foreign.pattern().empty()); // can be said in another language
    QVERIFY(!find<QAbstractButton>("pullButton")->isEnabled());
    QCOMPARE(cell("layerTable", 0, ArtifactFiles::Layer),
             QStringLiteral("application/vnd.kitops.modelkit.model.v1.tar"));
    const auto grids = find<QScrollArea>("artifactMetadata")->findChildren<FactGrid *>();
    QCOMPARE(grids.size(), 1);
    QCOMPARE(grids.front()->rows().back().value, QStringLiteral("kit"));
}

void TestArtifactPage::showsAnIndex()
{
    const auto child = [](int number) {
        return cat(R"({"mediaType":"application/vnd.oci.image.manifest.v1+json","size":)", number, R"(,"digest":")",
                   Digest::sha256Of(cat("child ", number)).toString(),
                   R"(","platform":{"os":"linux","architecture":"arm64"}})");
    };
    m_registry.addManifest(cat(R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json",)",
                               R"("manifests":[)", child(1), ",", child(2), "]}"),
                           std::string(mediatypes::imageIndex), "many");
    QVERIFY(open(toQString(m_registry.host() + "/a/many:many")));
    QVERIFY(find<QLabel>("artifactFacts")->isVisible());
    QCOMPARE(find<QTableView>("layerTable")->model()->rowCount(), 2);
    QCOMPARE(cell("layerTable", 0, ArtifactFiles::Packaging), QStringLiteral("linux/arm64"));
}

void TestArtifactPage::saysWhyThereIsNothing()
{
    std::optional<Error> error;
    connect(m_page.get(), &ArtifactPage::failed, this, [&](const Error &why) { error = why; });
    m_page->open(toQString(m_registry.host() + "/a/qwen:missing"));
    QVERIFY(waitFor([&] { return error.has_value(); }));
    QVERIFY(error->code() == ErrorCode::NotFound);
    QVERIFY(!m_page->details());
    QVERIFY(m_page->reference().isEmpty());
}

void TestArtifactPage::forgetsWhatWasAskedBefore()
{
    publishModel("store:team/one:v1", {{"README.md", "The first."}});
    publishModel("store:team/two:v1", {{"README.md", "The second."}});
    m_page->open(QStringLiteral("store:team/one:v1"));
    QVERIFY(open(QStringLiteral("store:team/two:v1")));
    QVERIFY(waitForReadme(QStringLiteral("The second.")));
    QVERIFY(waitFor([&] { return m_bench->jobs.running() == 0; }));
    QCOMPARE(m_page->reference(), QStringLiteral("store:team/two:v1"));
}

QTEST_MAIN(TestArtifactPage)
#include "tst_artifactpage.moc"
