// SPDX-License-Identifier: Apache-2.0
// The page over the fault registry. With MODELCRATE_PICTURES=DIR pictures of it are written there, to be looked at.
#include "base/text.h"
#include "modelpack/package.h"
#include "operations/publish.h"
#include "support/fakeregistry.h"
#include "support/gui/bench.h"
#include "support/gui/stallmeter.h"
#include "support/gui/waiting.h"
#include "support/programs.h"
#include "ui/jobs/transferqueue.h"
#include "ui/registry/artifactpage.h"
#include "ui/registry/placestree.h"
#include "ui/registry/registriespage.h"
#include "ui/registry/tagsmodel.h"
#include "ui/registry/tagsview.h"
#include "ui/text/convert.h"
#include "ui/text/kindtext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/theme.h"

#include <atomic>

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestRegistriesPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void browsesFromARegistryToAnArtifact();
    void ordersTagsAsPeopleCount();
    void readsOnlyWhatIsSeen();
    void scenario38_listsPageByPage();
    void looksForATagOnAllPages();
    void leavesAnEndlessList_data();
    void leavesAnEndlessList();
    void keepsTheRowsWhenTheWayIsCut();
    void asksAgainForWhatFailed();
    void showsWhatItKnowsOffline();
    void handsOverWhatIsSeen();
    void fetchesAManifestOnce();
    void saysWhatEachTagIs();
    void marksWhatCosignSigned();
    void scenario39_noCatalog();
    void remembersOnlyWhatAnswers();
    void asksARegistryOnce();
    void followsWhatIsPublished();
    void goesOnWhenTheRegistryIsBack();
    void saysWhatIsNotEncrypted();
    void listsThisComputer();
    void deletesATagOfThisComputer();
    void deletesATagAlone();
    void namesWhatGoesWithATag();
    void saysThatNothingCanBeDeleted();
    void answersForWhatItDeletes();
    void goesOnElsewhereWhileATagIsDeleted();
    void asksAgainWhenTheTagWasMoved();
    void keepsTheFocusOnThePage();
    void filtersRepositories();
    void takesARegistryOutOfTheList();
    void signsInWhereItIsRefused();
    void keepsWhatIsChosenAndFolded();
    void staysQuickWithVeryManyRepositories();
    void looksRight_data();
    void looksRight();

private:
    template<typename T>
    T *find(const char *name) const
    {
        return m_page->findChild<T *>(QLatin1String(name));
    }
    void type(const QString &text)
    {
        auto *address = find<QLineEdit>("addressField");
        address->selectAll();
        QTest::keyClicks(address, text);
        QTest::keyClick(address, Qt::Key_Return);
    }
    QString host() const { return toQString(m_registry->host()); }
    QTableView *table() const { return find<QTableView>("tagsTable"); }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    /// Texts of the tree's rows that are seen, with two blanks a level.
    QStringList places() const;
    QModelIndex place(const QString &text) const;
    void click(const QString &place);
    void publishModel(const std::string &target);
    /// Opens it and waits for the question.
    void askToDelete(const QString &reference);
    /// Types the tag and deletes; the registry answers once `held` is false.
    void deleteHeld(const QString &tag, std::atomic<bool> &held, std::optional<ServerReply> reply = {});
    std::unique_ptr<Bench> m_bench;
    std::unique_ptr<FakeRegistry> m_registry;
    std::unique_ptr<RegistriesPage> m_page;
};

namespace {

const std::string emptyConfig = "{}";

/// A manifest with one layer of 1000 bytes.
std::string manifest(std::string_view artifactType, std::string_view configType, int number = 0)
{
    return cat(R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json",)",
               artifactType.empty() ? std::string() : cat("\"artifactType\":\"", artifactType, "\","),
               R"("config":{"mediaType":")", configType, R"(","digest":")", Digest::sha256Of(emptyConfig).toString(),
               R"(","size":2},"layers":[{"mediaType":"application/octet-stream","digest":")",
               Digest::sha256Of(cat("layer ", number)).toString(),
               R"(","size":1000}],"annotations":{"org.opencontainers.image.created":"2026-11-03T10:00:00Z"}})");
}

std::string modelManifest(int number)
{
    return manifest("application/vnd.cncf.model.manifest.v1+json", "application/vnd.cncf.model.config.v1+json", number);
}

void collect(const QTreeView &tree, const QModelIndex &parent, int depth, QStringList &texts)
{
    for (int row = 0; row < tree.model()->rowCount(parent); ++row) {
        const auto index = tree.model()->index(row, 0, parent);
        if (tree.isRowHidden(row, parent))
            continue;
        texts.append(QString(depth * 2, QLatin1Char(' ')) + index.data().toString());
        if (tree.isExpanded(index))
            collect(tree, index, depth + 1, texts);
    }
}

} // namespace

void TestRegistriesPage::init()
{
    m_registry = std::make_unique<FakeRegistry>();
    m_bench = std::make_unique<Bench>();
    m_page = std::make_unique<RegistriesPage>(m_bench->services);
    m_page->resize(1300, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void TestRegistriesPage::cleanup()
{
    m_page.reset();
    m_bench.reset();
    m_registry.reset();
}

QStringList TestRegistriesPage::places() const
{
    QStringList texts;
    collect(*m_page->findChild<PlacesTree *>(), {}, 0, texts);
    return texts;
}

QModelIndex TestRegistriesPage::place(const QString &text) const
{
    auto *model = m_page->findChild<PlacesTree *>()->model();
    const auto found =
        model->match(model->index(0, 0), Qt::DisplayRole, text, 1, Qt::MatchExactly | Qt::MatchRecursive);
    return found.isEmpty() ? QModelIndex() : found.first();
}

void TestRegistriesPage::click(const QString &text)
{
    auto *tree = m_page->findChild<PlacesTree *>();
    const auto index = place(text);
    QVERIFY2(index.isValid(), qPrintable(places().join(QLatin1Char('\n'))));
    tree->scrollTo(index);
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(index).center());
}

void TestRegistriesPage::publishModel(const std::string &target)
{
    if (!std::filesystem::exists(m_bench->dir / "m"))
        makeModelFolder(m_bench->dir, "m");
    const TaskContext context;
    const auto package = makePackage(m_bench->dir / "m", {}, context);
    VERIFY_RESULT(package);
    VERIFY_RESULT(publish(*package, parseLocation(target).value(), {}, m_bench->session, context));
}

void TestRegistriesPage::browsesFromARegistryToAnArtifact()
{
    publishModel(m_registry->host() + "/a/one:v1");
    type(host());
    QVERIFY(waitFor([&] { return place(QStringLiteral("one")).isValid(); }));
    QCOMPARE(places(),
             (QStringList{QStringLiteral("This computer"), QStringLiteral("  Nothing yet: publish to This computer"),
                          host(), QStringLiteral("  a"), QStringLiteral("    one"), QStringLiteral("    two"),
                          QStringLiteral("  b")}));
    QVERIFY(!table()->isVisible());
    click(QStringLiteral("one"));
    QVERIFY(waitFor([&] { return table()->model()->rowCount() == 1; }));
    QVERIFY(waitFor([&] { return cell(0, TagsModel::Kind) == QLatin1String("ModelPack"); }));

    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Down);
    QVERIFY(waitFor([&] { return find<ElidedLabel>("artifactTitle")->isVisible(); }));
    QCOMPARE(m_page->artifact().reference(), host() + QLatin1String("/a/one:v1"));
    QCOMPARE(find<ElidedLabel>("artifactTitle")->text(), QStringLiteral("one"));
    QVERIFY(m_page->canPull());
    QTest::mouseClick(find<QAbstractButton>("copyReferenceButton"), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             host() + QLatin1String("/a/one:v1@") + toQString(Digest::sha256Of(m_registry->manifest("v1")).toString()));
    // Walking through a list is no use of what is seen on the way.
    QVERIFY(m_bench->settings.recentTargets().isEmpty());
    QCOMPARE(m_bench->settings.registries(), QStringList{host()});
}

void TestRegistriesPage::ordersTagsAsPeopleCount()
{
    for (const char *tag : {"v1.10.0", "v1.9.0", "latest", "v1.2.0"})
        m_registry->addManifest(modelManifest(1), "application/vnd.oci.image.manifest.v1+json", tag);
    type(host() + QLatin1String("/a/one"));
    QVERIFY(waitFor([&] { return table()->model()->rowCount() == 4; }));
    QStringList tags;
    for (int row = 0; row < 4; ++row)
        tags.append(cell(row, TagsModel::Tag));
    QCOMPARE(tags.mid(0, 3),
             (QStringList{QStringLiteral("v1.10.0"), QStringLiteral("v1.9.0"), QStringLiteral("v1.2.0")}));
    QTest::keyClicks(find<QLineEdit>("tagsFilter"), QStringLiteral("V1.1"));
    QCOMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(cell(0, TagsModel::Tag), QStringLiteral("v1.10.0"));
    // In a small window a row is still known by its tag.
    m_page->resize(690, 480);
    const int needed = table()->fontMetrics().horizontalAdvance(QStringLiteral("v1.10.0")) + metrics::iconList;
    QVERIFY2(waitFor([&] { return table()->width() < 260 && table()->columnWidth(TagsModel::Tag) > needed; }),
             qPrintable(QStringLiteral("%1 of %2").arg(table()->columnWidth(TagsModel::Tag)).arg(table()->width())));
}

void TestRegistriesPage::readsOnlyWhatIsSeen()
{
    constexpr int tags = 3000;
    for (int i = 0; i < tags; ++i)
        m_registry->addManifest(modelManifest(i), "application/vnd.oci.image.manifest.v1+json", cat("v", i));
    std::atomic<int> atOnce{0};
    std::atomic<int> most{0};
    std::atomic<bool> held{true};
    m_registry->setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.path().find("/manifests/") == std::string::npos)
            return std::nullopt;
        most = std::max<int>(most, ++atOnce);
        waitUntil([&] { return !held; });
        --atOnce;
        return std::nullopt;
    });
    type(host() + QLatin1String("/a/one"));
    QVERIFY(waitFor([&] { return table()->model()->rowCount() == tags; }));
    const QAbstractItemModelTester tester(table()->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    const int seen = table()->viewport()->height() / table()->rowHeight(0) + 1;
    auto &model = m_page->findChild<TagsView *>()->model();
    QVERIFY(waitFor([&] { return atOnce == TagsModel::readsAtOnce; }));
    held = false;
    QVERIFY(waitFor([&] { return model.readCount() >= seen; }));
    QCOMPARE(cell(0, TagsModel::Tag), QStringLiteral("v2999"));
    QCOMPARE(cell(0, TagsModel::Kind), QStringLiteral("ModelPack"));
    QVERIFY(static_cast<int>(m_registry->count("GET /manifests/")) >= TagsModel::readsAtOnce);
    QVERIFY2(static_cast<int>(m_registry->count("GET /manifests/")) <= seen + 1,
             qPrintable(QString::number(m_registry->count("GET /manifests/"))));
    // The end of the list: its rows, and none of those that were scrolled over.
    table()->verticalScrollBar()->setValue(table()->verticalScrollBar()->maximum());
    QVERIFY(waitFor([&] { return cell(tags - 1, TagsModel::Kind) == QLatin1String("ModelPack"); }));
    QVERIFY(waitFor([&] { return cell(tags - seen + 2, TagsModel::Kind) == QLatin1String("ModelPack"); }));
    QVERIFY2(static_cast<int>(m_registry->count("GET /manifests/")) <= 2 * seen + 2,
             qPrintable(QString::number(m_registry->count("GET /manifests/"))));
    QVERIFY(most <= TagsModel::readsAtOnce);
    m_registry->setScript({});
}

void TestRegistriesPage::scenario38_listsPageByPage()
{
    m_registry = std::make_unique<FakeRegistry>(FakeRegistry::Options{.pageSize = 100});
    constexpr int tags = 3000;
    for (int i = 0; i < tags; ++i)
        m_registry->addManifest(modelManifest(i), "application/vnd.oci.image.manifest.v1+json", cat("v", i));
    type(host() + QLatin1String("/a/one"));
    QVERIFY(waitFor([&] { return table()->model()->rowCount() > 0; }));
    QVERIFY(waitFor([&] { return m_bench->jobs.running() == 0; }));
    const QAbstractItemModelTester tester(table()->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    // What fills the window, and no more.
    QVERIFY2(m_registry->count("GET /tags/list") <= 2,
             qPrintable(QString::number(m_registry->count("GET /tags/list"))));
    auto *status = find<QLabel>("tagsStatus");
    QVERIFY2(status->text().contains(QLatin1String("so far")), qPrintable(status->text()));
    auto *bar = table()->verticalScrollBar();
    StallMeter meter;
    QVERIFY(meter.runUntil([&] {
        bar->setValue(bar->maximum());
        return table()->model()->rowCount() == tags;
    }));
    QVERIFY(meter.runUntil([&] { return !status->text().contains(QLatin1String("so far")); }));
    qInfo("scrolling through %d tags: %.1f ms of work at most, %.1f ms of the clock", tags, meter.longestWorkMs(),
          meter.longestMs());
    QVERIFY(meter.longestWorkMs() < 500);
    QCOMPARE(m_registry->count("GET /tags/list"), std::size_t(30));
    for (int row = 0; row < tags; ++row)
        QCOMPARE(cell(row, TagsModel::Tag), QStringLiteral("v%1").arg(tags - 1 - row));
}

void TestRegistriesPage::looksForATagOnAllPages()
{
    m_registry = std::make_unique<FakeRegistry>(FakeRegistry::Options{.pageSize = 100});
    for (int i = 0; i < 500; ++i)
        m_registry->addManifest(modelManifest(i), "application/vnd.oci.image.manifest.v1+json", cat("v", i));
    m_registry->addManifest(modelManifest(1), "application/vnd.oci.image.manifest.v1+json", "zebra");
    type(host() + QLatin1String("/a/one"));
    QVERIFY(waitFor([&] { return table()->model()->rowCount() > 0; }));
    QTest::keyClicks(find<QLineEdit>("tagsFilter"), QStringLiteral("zebra"));
    QVERIFY(waitFor([&] { return table()->model()->rowCount() == 1; }));
}

void TestRegistriesPage::leavesAnEndlessList_data()
{
    QTest::addColumn<bool>("circle");
    QTest::newRow("a circle") << true;
    QTest::newRow("always the same tags") << false;
}

/// Looking for a tag lists all pages; a registry could keep that going for ever.
void TestRegistriesPage::leavesAnEndlessList()
{
    QFETCH(const bool, circle);
    std::atomic<int> pages{0};
    m_registry->setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.path() != "/v2/a/one/tags/list")
            return std::nullopt;
        const int page = ++pages;
        const auto next = circle ? std::string("2") : std::to_string(page + 1);
        return ServerReply{.headers = {{"Link", cat("</v2/a/one/tags/list?page=", next, ">; rel=\"next\"")}},
                           .body = R"({"tags":["v1","v2"]})"};
    });
    type(host() + QLatin1String("/a/one"));
    QVERIFY(waitFor([&] { return table()->model()->rowCount() == 2; }));
    QTest::keyClicks(find<QLineEdit>("tagsFilter"), QStringLiteral("x"));
    QVERIFY(waitFor([&] { return m_page->findChild<TagsView *>()->model().isCut(); }));
    QVERIFY(find<QLabel>("tagsStatus")->text().contains(QLatin1String("goes on")));
    const int asked = pages;
    QVERIFY2(asked < 10, qPrintable(QString::number(asked)));
    find<QLineEdit>("tagsFilter")->clear();
    QTest::keyClicks(find<QLineEdit>("tagsFilter"), QStringLiteral("v"));
    QVERIFY(waitFor([&] { return m_bench->jobs.running() == 0; }));
    QCOMPARE(pages.load(), asked);
}

void TestRegistriesPage::keepsTheRowsWhenTheWayIsCut()
{
    m_registry = std::make_unique<FakeRegistry>(FakeRegistry::Options{.pageSize = 100});
    for (int i = 0; i < 300; ++i)
        m_registry->addManifest(modelManifest(i), "application/vnd.oci.image.manifest.v1+json", cat("v", i));
    const auto repository = host() + QLatin1String("/a/one");
    type(repository);
    QVERIFY(waitFor([&] { return cell(0, TagsModel::Kind) == QLatin1String("ModelPack"); }));
    QVERIFY(waitFor([&] { return m_bench->jobs.running() == 0; }));
    const int rows = table()->model()->rowCount();
    QVERIFY(rows >= 100 && rows < 300); // it was not read to its end
    const auto first = cell(0, TagsModel::Tag);
    m_registry.reset();
    m_page->refresh();
    QVERIFY(table()->model()->rowCount() == rows); // at no time is there nothing
    auto *status = find<QLabel>("tagsStatus");
    QVERIFY(waitFor([&] { return status->text().startsWith(QLatin1String("Offline")); }));
    QCOMPARE(table()->model()->rowCount(), rows);
    QCOMPARE(cell(0, TagsModel::Tag), first);
    QCOMPARE(cell(0, TagsModel::Kind), QStringLiteral("ModelPack"));
    QCOMPARE(table()->model()->index(0, 0).data(Qt::ForegroundRole).value<QColor>(),
             Theme::instance().color(Role::TextMuted));
    // The next start knows them, too.
    m_page = std::make_unique<RegistriesPage>(m_bench->services);
    m_page->resize(1300, 700);
    m_page->show();
    type(repository);
    QVERIFY(waitFor([&] { return table()->model()->rowCount() == rows; }));
}

/// A row whose registry asked to wait is no lost row.
void TestRegistriesPage::asksAgainForWhatFailed()
{
    m_registry->addManifest(modelManifest(1), "application/vnd.oci.image.manifest.v1+json", "v1");
    std::atomic<bool> refuses{true};
    m_registry->setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        if (!refuses || request.path().find("/manifests/") == std::string::npos)
            return std::nullopt;
        auto reply = errorReply(429, "TOOMANYREQUESTS");
        reply.headers.emplace_back("Retry-After", "86400"); // longer than anybody waits
        return reply;
    });
    type(host() + QLatin1String("/a/one"));
    QVERIFY(waitFor([&] { return cell(0, TagsModel::Kind).contains(QLatin1String("asks to wait")); }));
    refuses = false;
    QVERIFY(waitFor([&] {
        m_page->resize(m_page->width(), m_page->height() == 700 ? 701 : 700); // it is seen again
        return cell(0, TagsModel::Kind) == QLatin1String("ModelPack");
    }));
}

void TestRegistriesPage::showsWhatItKnowsOffline()
{
    for (const char *tag : {"v1", "v2"})
        m_registry->addManifest(modelManifest(1), "application/vnd.oci.image.manifest.v1+json", tag);
    const auto place = host();
    type(place);
    QVERIFY(waitFor([&] { return this->place(QStringLiteral("one")).isValid(); }));
    type(place + QLatin1String("/a/one"));
    QVERIFY(waitFor([&] { return cell(0, TagsModel::Kind) == QLatin1String("ModelPack"); }));
    QVERIFY(waitFor([&] { return m_bench->jobs.running() == 0; }));
    // The registry is gone, and the window a new one.
    m_registry.reset();
    m_page = std::make_unique<RegistriesPage>(m_bench->services);
    m_page->resize(1300, 700);
    m_page->show();
    type(place + QLatin1String("/a/one"));
    QVERIFY(waitFor([&] { return table()->model()->rowCount() == 2; }));
    QVERIFY(find<QLabel>("tagsStatus")->text().startsWith(QLatin1String("Offline")));
    QVERIFY(find<InfoBar>("tagsMessage")->isVisible());
    QVERIFY(waitFor([&] { return cell(0, TagsModel::Kind) == QLatin1String("ModelPack"); }));
    const auto muted = table()->model()->index(0, 0).data(Qt::ForegroundRole);
    QCOMPARE(muted.value<QColor>(), Theme::instance().color(Role::TextMuted));
    type(place);
    QVERIFY(waitFor([&] { return places().join(QLatin1Char('\n')).contains(QLatin1String("Offline, as of")); }));
    QVERIFY(this->place(QStringLiteral("one")).isValid());
}

/// Another page that takes its place shows the same, and asks for nothing that is merely typed.
void TestRegistriesPage::handsOverWhatIsSeen()
{
    publishModel(m_registry->host() + "/a/one:v1");
    type(host() + QLatin1String("/a/one"));
    QVERIFY(waitFor([&] { return table()->model()->rowCount() == 1; }));
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Down);
    QVERIFY(waitFor([&] { return m_page->canPull(); }));
    const auto typed = host() + QLatin1String("/a/half-ty");
    find<QLineEdit>("addressField")->setText(typed);
    const auto view = m_page->view();
    m_page = std::make_unique<RegistriesPage>(m_bench->services);
    m_page->show();
    m_page->restore(view);
    QVERIFY(waitFor([&] { return m_page->canPull() && table()->model()->rowCount() == 1; }));
    QCOMPARE(m_page->artifact().reference(), host() + QLatin1String("/a/one:v1"));
    QCOMPARE(m_page->address(), typed);
    m_page->refresh();
    QVERIFY(!m_page->canPull());
    QVERIFY(waitFor([&] { return m_page->canPull() && m_bench->jobs.running() == 0; }));
    QCOMPARE(m_page->address(), typed);
    QCOMPARE(m_registry->count("GET half-ty") + m_registry->count("HEAD half-ty"), std::size_t(0));
    // Nor does what was only walked over become a recent one; what was asked for does, though it is read by the other.
    QVERIFY(m_bench->settings.recentTargets().isEmpty());
    type(host() + QLatin1String("/a/one:v1"));
    const auto asked = m_page->view();
    m_page = std::make_unique<RegistriesPage>(m_bench->services);
    m_page->restore(asked);
    QVERIFY(waitFor([&] { return m_page->canPull(); }));
    QCOMPARE(m_bench->settings.recentTargets(), QStringList{host() + QLatin1String("/a/one:v1")});
}

void TestRegistriesPage::fetchesAManifestOnce()
{
    m_registry->addManifest(modelManifest(1), "application/vnd.oci.image.manifest.v1+json", "v1");
    const auto read = [&] { return cell(0, TagsModel::Size) == formatBytes(ByteCount(1000)); };
    type(host() + QLatin1String("/a/one"));
    QVERIFY(waitFor(read));
    QCOMPARE(m_registry->count("GET /manifests/"), std::size_t(1));
    m_page->refresh();
    QVERIFY(waitFor([&] { return m_registry->count("HEAD /manifests/") == 1 && read(); }));
    QCOMPARE(m_registry->count("GET /manifests/"), std::size_t(1));
    // A tag that moved is seen.
    m_registry->addManifest(manifest("", "application/vnd.oci.image.config.v1+json"),
                            "application/vnd.oci.image.manifest.v1+json", "v1");
    m_page->refresh();
    QVERIFY(waitFor([&] { return cell(0, TagsModel::Kind) == QLatin1String("Image"); }));
}

void TestRegistriesPage::saysWhatEachTagIs()
{
    const std::string oci = "application/vnd.oci.image.manifest.v1+json";
    const auto child = modelManifest(1);
    m_registry->addManifest(child, oci, "5-model");
    m_registry->addManifest(manifest("", "application/vnd.kitops.modelkit.config.v1+json"), oci, "4-kit");
    m_registry->addManifest(manifest("", "application/vnd.oci.image.config.v1+json"), oci, "3-image");
    m_registry->addManifest(cat(R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json",)"
                                R"("manifests":[{"mediaType":")",
                                oci, R"(","digest":")", Digest::sha256Of(child).toString(), R"(","size":)",
                                child.size(), "}]}"),
                            "application/vnd.oci.image.index.v1+json", "2-index");
    m_registry->addManifest("not json", oci, "1-broken");
    m_registry->addManifest(manifest("", "application/vnd.docker.ai.model.config.v0.1+json"), oci, "0.2-docker");
    m_registry->addManifest(manifest("application/vnd.example.thing", "application/vnd.oci.empty.v1+json"), oci,
                            "0.1-thing");
    type(host() + QLatin1String("/a/one"));
    QVERIFY(waitFor([&] { return m_page->findChild<TagsView *>()->model().readCount() == 7; }));
    const QStringList kinds{cell(0, TagsModel::Kind), cell(1, TagsModel::Kind), cell(2, TagsModel::Kind),
                            cell(3, TagsModel::Kind)};
    QCOMPARE(kinds,
             (QStringList{QStringLiteral("ModelPack"), QStringLiteral("KitOps"), QStringLiteral("Image"),
                          QStringLiteral("Index")}));
    QVERIFY(!cell(4, TagsModel::Kind).isEmpty());
    QCOMPARE(cell(5, TagsModel::Kind), QStringLiteral("Docker model"));
    QCOMPARE(cell(6, TagsModel::Kind), artifactKindText(ArtifactKind::Other));
    QCOMPARE(cell(0, TagsModel::Size), formatBytes(ByteCount(1000)));
    QVERIFY(cell(0, TagsModel::Created).contains(QLatin1String("3")));
    find<QCheckBox>("onlyModels")->click();
    QCOMPARE(table()->model()->rowCount(), 1);
    // A foreign artifact is called by its name and shown as far as it is known.
    find<QCheckBox>("onlyModels")->click();
    table()->setCurrentIndex(table()->model()->index(1, 0));
    QVERIFY(waitFor([&] { return m_page->artifact().details() != nullptr; }));
    QCOMPARE(m_page->artifact().details()->kind, ArtifactKind::ModelKit);
    QVERIFY(find<QLabel>("artifactFacts")->isVisible());
    QVERIFY2(find<QLabel>("artifactFacts")->text().contains(QLatin1String("KitOps")),
             qPrintable(find<QLabel>("artifactFacts")->text()));
    QVERIFY(!m_page->canPull());
    QVERIFY(!find<QAbstractButton>("pullButton")->isEnabled());
}

/// By the tags alone: nobody is asked for it.
void TestRegistriesPage::marksWhatCosignSigned()
{
    const std::string oci = "application/vnd.oci.image.manifest.v1+json";
    for (const int number : {1, 2})
        m_registry->addManifest(modelManifest(number), oci, cat("v", number));
    type(host() + QLatin1String("/a/one"));
    QVERIFY(waitFor([&] { return cell(1, TagsModel::Kind) == QLatin1String("ModelPack"); }));
    QVERIFY(table()->isColumnHidden(TagsModel::Signed)); // it would be empty
    const auto signature = cat("sha256-", Digest::sha256Of(modelManifest(1)).hex(), ".sig");
    m_registry->addManifest(manifest("", "application/vnd.oci.image.config.v1+json"), oci, signature);
    const auto asked = m_registry->count("GET /referrers/");
    m_page->refresh();
    QVERIFY(waitFor([&] { return table()->model()->rowCount() == 3; }));
    QVERIFY(waitFor([&] { return m_page->findChild<TagsView *>()->model().readCount() == 3; }));
    QVERIFY(!table()->isColumnHidden(TagsModel::Signed));
    for (int row = 0; row < 3; ++row)
        QCOMPARE(cell(row, TagsModel::Signed),
                 cell(row, TagsModel::Tag) == QLatin1String("v1") ? QStringLiteral("cosign") : QString());
    QCOMPARE(m_registry->count("GET /referrers/"), asked);
}

void TestRegistriesPage::scenario39_noCatalog()
{
    publishModel(m_registry->host() + "/team/model:v1");
    m_registry->setScript([](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.path() == "/v2/_catalog")
            return errorReply(404, "NOT_FOUND");
        return std::nullopt;
    });
    type(host() + QLatin1String("/team/model:v1"));
    QVERIFY(waitFor([&] { return find<ElidedLabel>("artifactTitle")->isVisible(); }));

    // After a restart: it says why there is no list, and has what was opened.
    m_page = std::make_unique<RegistriesPage>(m_bench->services);
    m_page->show();
    QVERIFY(waitFor([&] { return place(host()).isValid(); }));
    click(host());
    QVERIFY(waitFor([&] { return place(QStringLiteral("model")).isValid(); }));
    QVERIFY2(places().join(QLatin1Char('\n')).contains(QStringLiteral("Lists no repositories")),
             qPrintable(places().join(QLatin1Char('\n'))));
    click(QStringLiteral("model"));
    QVERIFY(waitFor([&] { return table()->model()->rowCount() == 1; }));
}

void TestRegistriesPage::remembersOnlyWhatAnswers()
{
    const auto nobody = QStringLiteral("127.0.0.1:%1").arg(freePort());
    type(nobody);
    QVERIFY(waitFor([&] {
        const auto index = place(nobody);
        return index.isValid() && index.model()->rowCount(index) == 1
            && !index.model()->index(0, 0, index).data().toString().contains(QChar(0x2026));
    }));
    QVERIFY(m_bench->settings.registries().isEmpty());
}

void TestRegistriesPage::asksARegistryOnce()
{
    publishModel(m_registry->host() + "/a/one:v1");
    type(host());
    QVERIFY(waitFor([&] { return place(QStringLiteral("one")).isValid(); }));
    // Neither a setting nor what is opened is a reason to ask again.
    type(host() + QLatin1String("/a/one:v1"));
    QVERIFY(waitFor([&] { return find<ElidedLabel>("artifactTitle")->isVisible(); }));
    m_bench->settings.setParallelTransfers(3);
    QVERIFY(waitFor([&] { return m_bench->jobs.running() == 0; }));
    QCOMPARE(m_registry->count("GET /v2/_catalog"), std::size_t(1));
    m_page->refresh();
    QVERIFY(waitFor([&] { return m_registry->count("GET /v2/_catalog") == 2; }));
}

void TestRegistriesPage::followsWhatIsPublished()
{
    publishModel(m_registry->host() + "/a/one:v1");
    type(host() + QLatin1String("/a/one"));
    QVERIFY(waitFor([&] { return table()->model()->rowCount() == 1; }));
    const TaskContext context;
    const auto package = makePackage(m_bench->dir / "m", {}, context);
    VERIFY_RESULT(package);
    TransferRequestRecord request;
    request.kind = TransferRequestRecord::Kind::Publish;
    request.package = freezePackage(*package);
    request.target = m_registry->host() + "/a/one:v2";
    QVERIFY(waitFor([&] { return m_bench->transfers.isLoaded(); }));
    m_bench->transfers.add(std::move(request));
    QVERIFY(waitFor([&] { return table()->model()->rowCount() == 2; }));
    QCOMPARE(cell(0, TagsModel::Tag), QStringLiteral("v2"));
}

void TestRegistriesPage::goesOnWhenTheRegistryIsBack()
{
    m_registry->addManifest(modelManifest(1), "application/vnd.oci.image.manifest.v1+json", "v1");
    m_registry->setScript([](const ServerRequest &) { return errorReply(403, "DENIED"); });
    type(host() + QLatin1String("/a/one"));
    auto *message = find<InfoBar>("tagsMessage");
    QVERIFY(waitFor([&] { return message->isVisible(); }));
    QCOMPARE(message->kind(), InfoBar::Kind::Danger);
    m_registry->setScript({});
    QTest::mouseClick(find<QAbstractButton>("tagsRetry"), Qt::LeftButton);
    QVERIFY(waitFor([&] { return table()->model()->rowCount() == 1; }));
    QVERIFY(!message->isVisible());
    // Or when its name is typed once more.
    m_registry->setScript([](const ServerRequest &) { return errorReply(403, "DENIED"); });
    m_page->refresh();
    QVERIFY(waitFor([&] { return message->isVisible(); }));
    m_registry->setScript({});
    type(host() + QLatin1String("/a/one"));
    QVERIFY(waitFor([&] { return table()->model()->rowCount() == 1; }));
}

void TestRegistriesPage::saysWhatIsNotEncrypted()
{
    const auto lan = RegistryHost::parse("registry.lan:5000").value();
    m_bench->settings.addRegistry(QStringLiteral("registry.lan:5000"));
    QVERIFY(waitFor([&] { return place(QStringLiteral("registry.lan:5000")).isValid(); }));
    VERIFY_RESULT(m_bench->session.chooseForRegistry(lan, {.plainHttp = true}, TaskContext()));
    m_bench->settings.announce();
    QVERIFY(waitFor([&] { return place(QStringLiteral("registry.lan:5000 (not encrypted)")).isValid(); }));
    VERIFY_RESULT(m_bench->session.chooseForRegistry(lan, {}, TaskContext()));
    m_bench->settings.announce();
    QVERIFY(waitFor([&] { return place(QStringLiteral("registry.lan:5000")).isValid(); }));

    // Nor is it forgotten where the tree is not seen.
    publishModel(m_registry->host() + "/team/model:v1");
    const auto local = RegistryHost::parse(m_registry->host()).value();
    VERIFY_RESULT(m_bench->session.chooseForRegistry(local, {.plainHttp = true}, TaskContext()));
    m_bench->settings.announce();
    type(host() + QLatin1String("/team/model:v1"));
    QVERIFY(waitFor([&] { return find<ElidedLabel>("artifactTitle")->isVisible(); }));
    QVERIFY(find<QLabel>("artifactPlainHttp")->isVisible());
    QTest::mouseClick(find<QPushButton>("pullButton"), Qt::LeftButton);
    QVERIFY(find<QLabel>("pullPlainHttp")->isVisible());
    QTest::keyClick(find<QWidget>("pullPreset"), Qt::Key_Escape);
    find<QAction>("compareAction")->trigger();
    QVERIFY(find<QLabel>("comparePlainHttp")->isVisible());
    VERIFY_RESULT(m_bench->session.chooseForRegistry(local, {}, TaskContext()));
    m_bench->settings.announce();
    QVERIFY(!find<QLabel>("comparePlainHttp")->isVisible());
}

void TestRegistriesPage::listsThisComputer()
{
    publishModel("store:team/model:v1");
    publishModel("store:team/model:v2");
    m_page->refresh();
    QVERIFY(waitFor([&] { return place(QStringLiteral("model")).isValid(); }));
    click(QStringLiteral("model"));
    QVERIFY(waitFor([&] { return table()->model()->rowCount() == 2; }));
    QCOMPARE(cell(0, TagsModel::Tag), QStringLiteral("v2"));
    // Where a tag is not there, those that are stand beside.
    type(QStringLiteral("store:team/model:v9"));
    QVERIFY(waitFor([&] { return find<InfoBar>("referenceMessage")->kind() == InfoBar::Kind::Danger; }));
    QVERIFY(table()->isVisible());
    // What is typed is marked in the list.
    type(QStringLiteral("store:team/model:v1"));
    QVERIFY(waitFor([&] { return find<ElidedLabel>("artifactTitle")->isVisible(); }));
    QCOMPARE(table()->currentIndex().row(), 1);
}

void TestRegistriesPage::askToDelete(const QString &reference)
{
    type(reference);
    QVERIFY(waitFor([&] { return m_page->artifact().details() != nullptr; }));
    QTest::mouseClick(find<QAbstractButton>("deleteTagActionButton"), Qt::LeftButton);
    QVERIFY(waitFor([&] { return find<QLineEdit>("tagRemovalField")->isVisible(); }));
}

void TestRegistriesPage::deletesATagOfThisComputer()
{
    publishModel("store:team/model:v1");
    publishModel("store:team/model:v2");
    askToDelete(QStringLiteral("store:team/model:v1"));
    auto *message = find<InfoBar>("tagRemovalMessage");
    QVERIFY2(message->text().contains(QLatin1String("also called v2")), qPrintable(message->text()));
    auto *field = find<QLineEdit>("tagRemovalField");
    auto *button = find<QAbstractButton>("tagRemovalButton");
    QVERIFY(!button->isEnabled());
    QTest::keyClicks(field, QStringLiteral("v2"));
    QVERIFY(!button->isEnabled()); // it is not what is deleted
    QTest::keyClick(field, Qt::Key_Backspace);
    QTest::keyClicks(field, QStringLiteral("1"));
    QVERIFY(button->isEnabled());
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(waitFor([&] { return table()->model()->rowCount() == 1; }));
    QCOMPARE(cell(0, TagsModel::Tag), QStringLiteral("v2"));
    QVERIFY(!m_page->artifact().details());
    QCOMPARE(find<InfoBar>("referenceMessage")->kind(), InfoBar::Kind::Success);
    // The last one takes the artifact with it, and its space is free again.
    askToDelete(QStringLiteral("store:team/model:v2"));
    QVERIFY(message->text().contains(QLatin1String("only tag")));
    QTest::keyClicks(field, QStringLiteral("v2"));
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!field->isVisible());
    QCOMPARE(table()->model()->rowCount(), 1); // nothing happened
}

void TestRegistriesPage::deletesATagAlone()
{
    publishModel(m_registry->host() + "/a/one:v1");
    publishModel(m_registry->host() + "/a/one:v2");
    askToDelete(host() + QLatin1String("/a/one:v2"));
    QTest::keyClicks(find<QLineEdit>("tagRemovalField"), QStringLiteral("v2"));
    QTest::mouseClick(find<QAbstractButton>("tagRemovalButton"), Qt::LeftButton);
    QVERIFY(waitFor([&] { return table()->model()->rowCount() == 1; }));
    QCOMPARE(m_registry->tags(), std::set<std::string>{"v1"});
}

void TestRegistriesPage::namesWhatGoesWithATag()
{
    m_registry = std::make_unique<FakeRegistry>(FakeRegistry::Options{.deletesTags = false});
    publishModel(m_registry->host() + "/a/one:v1");
    publishModel(m_registry->host() + "/a/one:v2");
    askToDelete(host() + QLatin1String("/a/one:v2"));
    auto *field = find<QLineEdit>("tagRemovalField");
    QTest::keyClicks(field, QStringLiteral("v2"));
    QTest::mouseClick(find<QAbstractButton>("tagRemovalButton"), Qt::LeftButton);
    auto *message = find<InfoBar>("tagRemovalMessage");
    QVERIFY(waitFor([&] { return message->text().contains(QLatin1String("would go too: v1")); }));
    QCOMPARE(m_registry->tags().size(), std::size_t(2));
    // The second question wants the tag once more.
    QVERIFY(!find<QAbstractButton>("tagRemovalButton")->isEnabled());
    QTest::keyClicks(field, QStringLiteral("v2"));
    QTest::mouseClick(find<QAbstractButton>("tagRemovalButton"), Qt::LeftButton);
    QVERIFY(waitFor([&] { return m_registry->tags().empty(); }));
    QVERIFY(waitFor([&] { return table()->model()->rowCount() == 0; }));
}

void TestRegistriesPage::saysThatNothingCanBeDeleted()
{
    publishModel(m_registry->host() + "/a/one:v1");
    m_registry->setScript([](const ServerRequest &request) -> std::optional<ServerReply> {
        return request.method == "DELETE" ? std::optional(errorReply(405, "UNSUPPORTED")) : std::nullopt;
    });
    askToDelete(host() + QLatin1String("/a/one:v1"));
    QTest::keyClicks(find<QLineEdit>("tagRemovalField"), QStringLiteral("v1"));
    QTest::mouseClick(find<QAbstractButton>("tagRemovalButton"), Qt::LeftButton);
    auto *message = find<InfoBar>("tagRemovalMessage");
    QVERIFY(waitFor([&] { return message->kind() == InfoBar::Kind::Danger; }));
    QVERIFY2(message->text().contains(QLatin1String("does not allow deletion")), qPrintable(message->text()));
    QVERIFY(m_page->artifact().details());
}

void TestRegistriesPage::deleteHeld(const QString &tag, std::atomic<bool> &held, std::optional<ServerReply> reply)
{
    m_registry->setScript([&held, reply](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.method != "DELETE")
            return std::nullopt;
        waitUntil([&] { return !held; });
        return reply;
    });
    QTest::keyClicks(find<QLineEdit>("tagRemovalField"), tag);
    QTest::mouseClick(find<QAbstractButton>("tagRemovalButton"), Qt::LeftButton);
    QVERIFY(waitFor([&] { return m_registry->count("DELETE /manifests/") == 1; }));
}

void TestRegistriesPage::answersForWhatItDeletes()
{
    m_registry = std::make_unique<FakeRegistry>(FakeRegistry::Options{.deletesTags = false});
    publishModel(m_registry->host() + "/a/one:v1");
    publishModel(m_registry->host() + "/a/one:v2");
    askToDelete(host() + QLatin1String("/a/one:v2"));
    std::atomic<bool> held{true};
    deleteHeld(QStringLiteral("v2"), held);
    // It can be neither given up nor left for another one until the registry has answered.
    auto *panel = find<QWidget>("tagRemoval");
    auto *message = find<InfoBar>("tagRemovalMessage");
    QTest::keyClick(panel, Qt::Key_Escape);
    QVERIFY(panel->isVisible());
    QVERIFY(!find<QAbstractButton>("tagRemovalCancel")->isEnabled());
    type(host() + QLatin1String("/a/one:v1"));
    QVERIFY(waitFor([&] { return m_page->artifact().details() != nullptr; }));
    QVERIFY(!find<QAbstractButton>("deleteTagActionButton")->isEnabled());
    QVERIFY(panel->isVisible());
    QVERIFY2(message->text().contains(QLatin1String("/a/one:v2")), qPrintable(message->text()));
    held = false;
    QVERIFY(waitFor([&] { return message->text().contains(QLatin1String("would go too: v1")); }));
    auto *field = find<QLineEdit>("tagRemovalField");
    QTest::keyClicks(field, QStringLiteral("v1"));
    QVERIFY(!find<QAbstractButton>("tagRemovalButton")->isEnabled()); // it is about v2
    QTest::mouseClick(find<QAbstractButton>("tagRemovalCancel"), Qt::LeftButton);
    QVERIFY(!panel->isVisible());
    QVERIFY(find<QAbstractButton>("deleteTagActionButton")->isEnabled());
    QCOMPARE(m_registry->tags().size(), std::size_t(2));
    // A failure is seen, and not forgotten with the question.
    m_registry = std::make_unique<FakeRegistry>();
    publishModel(m_registry->host() + "/a/one:v1");
    askToDelete(host() + QLatin1String("/a/one:v1"));
    held = true;
    deleteHeld(QStringLiteral("v1"), held, errorReply(403, "DENIED"));
    QTest::keyClick(panel, Qt::Key_Escape);
    held = false;
    QVERIFY(waitFor([&] { return message->kind() == InfoBar::Kind::Danger; }));
    QVERIFY(message->isVisible());
}

void TestRegistriesPage::goesOnElsewhereWhileATagIsDeleted()
{
    publishModel(m_registry->host() + "/a/one:v1");
    publishModel(m_registry->host() + "/a/one:v2");
    askToDelete(host() + QLatin1String("/a/one:v2"));
    std::atomic<bool> held{true};
    deleteHeld(QStringLiteral("v2"), held);
    const auto other = host() + QLatin1String("/a/one:v1");
    type(other);
    QVERIFY(waitFor([&] { return m_page->artifact().details() != nullptr; }));
    held = false;
    QVERIFY(waitFor([&] { return table()->model()->rowCount() == 1; }));
    QVERIFY(!find<QWidget>("tagRemoval")->isVisible());
    QVERIFY(find<InfoBar>("referenceMessage")->text().contains(QLatin1String("/a/one:v2 is deleted")));
    QCOMPARE(m_page->artifact().reference(), other);
    QVERIFY(m_page->artifact().details());
    QVERIFY(find<QAbstractButton>("deleteTagActionButton")->isEnabled());
}

void TestRegistriesPage::asksAgainWhenTheTagWasMoved()
{
    publishModel(m_registry->host() + "/a/one:v1");
    publishModel(m_registry->host() + "/a/one:v2");
    askToDelete(host() + QLatin1String("/a/one:v2"));
    const auto other =
        m_registry->addManifest(modelManifest(1), "application/vnd.oci.image.manifest.v1+json", "v2"); // by another
    auto *field = find<QLineEdit>("tagRemovalField");
    auto *button = find<QAbstractButton>("tagRemovalButton");
    QTest::keyClicks(field, QStringLiteral("v2"));
    QTest::mouseClick(button, Qt::LeftButton);
    auto *message = find<InfoBar>("tagRemovalMessage");
    QVERIFY(waitFor([&] { return message->text().contains(QLatin1String("moved meanwhile")); }));
    QVERIFY2(message->text().contains(shortDigest(Digest::parse(other).value())), qPrintable(message->text()));
    QCOMPARE(m_registry->tags().size(), std::size_t(2));
    QVERIFY(!button->isEnabled());
    QTest::keyClicks(field, QStringLiteral("v2"));
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(waitFor([&] { return m_registry->tags() == std::set<std::string>{"v1"}; }));
}

/// What has it may go with another artifact; the page is where the user still is.
void TestRegistriesPage::keepsTheFocusOnThePage()
{
    publishModel(m_registry->host() + "/team/model:v1");
    askToDelete(host() + QLatin1String("/team/model:v1"));
    QVERIFY(find<QLineEdit>("tagRemovalField")->hasFocus());
    m_page->open(host() + QLatin1String("/team/model:none"));
    QVERIFY(find<QLineEdit>("addressField")->hasFocus());
}

void TestRegistriesPage::filtersRepositories()
{
    type(host());
    QVERIFY(waitFor([&] { return place(QStringLiteral("one")).isValid(); }));
    QTest::keyClicks(find<QLineEdit>("repositoryFilter"), QStringLiteral("TWO"));
    QVERIFY2(waitFor([&] { return !places().contains(QStringLiteral("    one")); }),
             qPrintable(places().join(QLatin1Char('\n'))));
    QVERIFY(places().contains(QStringLiteral("    two")));
    QVERIFY(!places().contains(QStringLiteral("  b")));
    find<QLineEdit>("repositoryFilter")->clear();
    QVERIFY(waitFor([&] { return places().contains(QStringLiteral("  b")); }));
}

void TestRegistriesPage::keepsWhatIsChosenAndFolded()
{
    type(host());
    QVERIFY(waitFor([&] { return place(QStringLiteral("one")).isValid(); }));
    auto *tree = find<QTreeView>("placesTree");
    click(QStringLiteral("one"));
    tree->collapse(place(QStringLiteral("b")));
    QTest::keyClicks(find<QLineEdit>("repositoryFilter"), QStringLiteral("one"));
    QVERIFY(waitFor([&] { return !places().contains(QStringLiteral("  b")); }));
    QCOMPARE(tree->currentIndex().data().toString(), QStringLiteral("one"));
    tree->collapse(place(QStringLiteral("a")));
    m_page->refresh();
    QVERIFY(waitFor([&] { return m_bench->jobs.running() == 0; }));
    QVERIFY(tree->isExpanded(place(QStringLiteral("a")))); // what a filter finds is seen
}

void TestRegistriesPage::staysQuickWithVeryManyRepositories()
{
    constexpr int count = 100'000;
    std::string names;
    for (int i = 0; i < count; ++i)
        names += cat(i > 0 ? "," : "", "\"team", i % 5000, "/model-", i, '"');
    m_registry->setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.path() != "/v2/_catalog")
            return std::nullopt;
        return ServerReply{.status = 200,
                           .headers = {{"Content-Type", "application/json"}},
                           .body = cat("{\"repositories\":[", names, "]}")};
    });
    auto *tree = find<QTreeView>("placesTree");
    const auto registry = [tree] { return tree->model()->index(1, 0); };
    const auto repositories = [&] {
        int sum = 0;
        for (int row = 0; row < tree->model()->rowCount(registry()); ++row)
            sum += tree->model()->rowCount(tree->model()->index(row, 0, registry()));
        return sum;
    };
    const auto last = [&] {
        return tree->model()->index(tree->model()->rowCount(registry()) - 1, 0, registry()).data().toString();
    };
    StallMeter meter;
    type(host());
    QVERIFY(meter.runUntil([&] { return repositories() == PlacesTree::mostShown; }));
    QVERIFY2(last().startsWith(QLocale().toString(90'000)), qPrintable(last()));
    // What is not shown is found all the same.
    auto *filter = find<QLineEdit>("repositoryFilter");
    for (const auto letter : QStringLiteral("model-99998"))
        meter.around([&] { QTest::keyClick(filter, letter.toLatin1()); });
    QVERIFY(meter.runUntil([&] { return repositories() == 1; }));
    QVERIFY(place(QStringLiteral("model-99998")).isValid());
    meter.around([&] { filter->setText(QStringLiteral("9")); });
    QVERIFY(meter.runUntil([&] { return repositories() == PlacesTree::mostShown; }));
    QVERIFY2(last().contains(QLatin1String("more")), qPrintable(last()));
    meter.around([&] { filter->clear(); });
    QVERIFY(meter.runUntil([&] { return last().startsWith(QLocale().toString(90'000)); }));
    qInfo("longest stall %.0f ms, %.0f ms of work", meter.longestMs(), meter.longestWorkMs());
    QVERIFY2(meter.longestWorkMs() < 100, qPrintable(QString::number(meter.longestWorkMs())));
}

void TestRegistriesPage::takesARegistryOutOfTheList()
{
    m_bench->settings.addRegistry(QStringLiteral("old.example"));
    m_bench->settings.addRecentTarget(QStringLiteral("old.example/team/model:v1"));
    m_bench->settings.addRecentTarget(QStringLiteral("old.example.org/team/model:v1"));
    QVERIFY(waitFor([&] { return place(QStringLiteral("old.example")).isValid(); }));
    auto *tree = find<PlacesTree>("placesTree");
    auto *forget = find<QAction>("forgetRegistryAction");
    tree->setCurrentIndex(place(QStringLiteral("This computer")));
    QVERIFY(!forget->isEnabled()); // that one is always there
    tree->setCurrentIndex(place(QStringLiteral("old.example")));
    tree->setFocus();
    QTest::keyClick(tree, Qt::Key_Delete);
    QVERIFY(waitFor([&] { return !place(QStringLiteral("old.example")).isValid(); }));
    QVERIFY(place(QStringLiteral("old.example.org")).isValid());
    QCOMPARE(m_bench->settings.recentTargets(), QStringList{QStringLiteral("old.example.org/team/model:v1")});
}

void TestRegistriesPage::signsInWhereItIsRefused()
{
    m_registry = std::make_unique<FakeRegistry>(FakeRegistry::Options{.user = "alice", .password = "secret"});
    m_registry->addManifest(modelManifest(1), "application/vnd.oci.image.manifest.v1+json", "v1");
    type(host() + QLatin1String("/a/one"));
    const auto signIn = [&] { return find<QAbstractButton>("tagsMessageSignIn"); };
    QVERIFY(waitFor([&] { return signIn() && signIn()->isVisible(); }));
    m_bench->prompts.answerAccount(Account{QStringLiteral("alice"), QStringLiteral("wrong"), CredentialPlace::Session});
    signIn()->click();
    QVERIFY(waitFor([&] { return m_bench->jobs.running() == 0 && !m_bench->prompts.hasAnswersLeft(); }));
    QVERIFY(waitFor([&] { return signIn() && signIn()->isVisible(); })); // once more
    QCOMPARE(table()->model()->rowCount(), 0);
    m_bench->prompts.answerAccount(
        Account{QStringLiteral("alice"), QStringLiteral("secret"), CredentialPlace::Session});
    signIn()->click();
    QVERIFY(waitFor([&] { return table()->model()->rowCount() == 1; }));
    QVERIFY(waitFor([&] { return !find<InfoBar>("tagsMessage")->isVisible(); }));
}

void TestRegistriesPage::looksRight_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestRegistriesPage::looksRight()
{
    const auto pictures = qEnvironmentVariable("MODELCRATE_PICTURES");
    if (pictures.isEmpty())
        QSKIP("MODELCRATE_PICTURES names no folder");
    QFETCH(bool, dark);
    Theme::instance().apply(dark ? ThemeMode::Dark : ThemeMode::Light);
    publishModel(m_registry->host() + "/a/one:v1.2.0");
    for (int i = 0; i < 30; ++i)
        m_registry->addManifest(modelManifest(i), "application/vnd.oci.image.manifest.v1+json", cat("nightly-", i));
    m_registry->addManifest(manifest("", "application/vnd.oci.image.config.v1+json"),
                            "application/vnd.oci.image.manifest.v1+json", "serve-cu126");
    type(host());
    QVERIFY(waitFor([&] { return place(QStringLiteral("one")).isValid(); }));
    type(host() + QLatin1String("/a/one:v1.2.0"));
    QVERIFY(waitFor([&] { return find<ElidedLabel>("artifactTitle")->isVisible(); }));
    QVERIFY(waitFor([&] { return m_page->findChild<TagsView *>()->model().readCount() > 15; }));
    m_page->resize(1370, 780);
    const auto name = [&](const char *what) {
        return QDir(pictures).filePath(
            QStringLiteral("registries-%1-%2.png")
                .arg(QLatin1String(what), dark ? QStringLiteral("dark") : QStringLiteral("light")));
    };
    QVERIFY(m_page->grab().save(name("artifact")));
    m_page->resize(830, 560);
    QVERIFY(m_page->grab().save(name("narrow")));
}

QTEST_MAIN(TestRegistriesPage)
#include "tst_registriespage.moc"
