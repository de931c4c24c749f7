// SPDX-License-Identifier: Apache-2.0
// What people do with a registry in the window, by mouse and keyboard, against real ones.
#include "base/text.h"
#include "modelpack/package.h"
#include "operations/artifacts.h"
#include "operations/publish.h"
#include "operations/signin.h"
#include "support/gui/windowfixture.h"
#include "support/programs.h"
#include "ui/registry/artifactpage.h"
#include "ui/registry/placestree.h"
#include "ui/registry/pullmodel.h"
#include "ui/registry/registriespage.h"
#include "ui/registry/tagsmodel.h"
#include "ui/text/convert.h"
#include "ui/transfers/transfersmodel.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/infobar.h"

#include <set>

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeView>
#include <csignal>
#include <sys/resource.h>

using namespace modelcrate;
using namespace modelcrate::testing;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(DockerRegistry::Options)

namespace {

const TaskContext context;

/// A registry with team/m:v1 and v2, which somebody else published, and a window that knows nothing of it.
class RegistryBesideAWindow {
public:
    explicit RegistryBesideAWindow(const DockerRegistry::Options &options = {}, std::size_t weightBytes = 300'000)
        : registry(options),
          m_publisher({.authFile = dir / "p/auth.json",
                       .storePath = dir / "p/store",
                       .hashCachePath = dir / "p/hashes.sqlite",
                       .settingsPath = dir / "p/client.json"})
    {
        qputenv("XDG_STATE_HOME", (dir / "state").c_str());
        const auto host = RegistryHost::parse(registry.host()).value();
        if (options.tls && !m_publisher.chooseForRegistry(host, {.caFile = registry.caFile()}, context))
            qFatal("the authority is not taken");
        const SignIn account{DockerRegistry::user, DockerRegistry::password, CredentialPlace::Session};
        if (options.htpasswd && !signIn(host, account, m_publisher, context))
            qFatal("nobody can sign in");
        for (const char *name : {"p", "w"})
            fs::create_directories(dir / name);
        makeModelFolder(dir, "model", weightBytes);
        publishAs("v1");
        dir.write("model/config.json", R"({"model_type": "llama", "torch_dtype": "float16"})");
        dir.write("model/README.md", "# Test model\n\nThe second one.\n");
        publishAs("v2");
        window = std::make_unique<WindowFixture>(dir.path() / "w");
        window->window->activateWindow();
    }

    QString host() const { return toQString(registry.host()); }
    QString reference(const QString &tag) const { return host() + QLatin1String("/team/m:") + tag; }
    Location location(const QString &tag) const { return parseLocation(toUtf8(reference(tag))).value(); }
    Digest digest(const QString &tag) { return fetchManifest(location(tag), m_publisher, context).value().digest; }
    void giveTag(const QString &tag, const QString &another)
    {
        if (!tagArtifact(location(tag), {TagName::parse(toUtf8(another)).value()}, m_publisher, context))
            qFatal("the tag cannot be set");
    }
    std::set<std::string> tags()
    {
        std::set<std::string> names;
        const auto tags = listTags(location(QStringLiteral("v1")), m_publisher, context);
        for (const auto &tag : tags ? *tags : std::vector<TagName>())
            names.insert(tag.toString());
        return names;
    }

    template<typename T>
    T *find(const char *name) const
    {
        return window->find<T>(name);
    }
    bool isSeen(const char *name) const
    {
        const auto *widget = window->window->findChild<QWidget *>(QLatin1String(name));
        return widget && widget->isVisible();
    }
    void click(const char *name) const { QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton); }
    void clickItem(QAbstractItemView *view, const QModelIndex &index) const
    {
        view->scrollTo(index);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
    }
    void type(QWidget *field, const QString &text) const
    {
        field->setFocus();
        QTest::keySequence(field, QKeySequence::SelectAll);
        // No key of QtTest has other letters than ASCII's; as an input method would.
        QInputMethodEvent event;
        event.setCommitString(text);
        QCoreApplication::sendEvent(field, &event);
    }
    /// Into the address field, as somebody who has copied it elsewhere.
    void paste(const QString &text) const
    {
        click("registriesPlace");
        auto *address = find<QLineEdit>("addressField");
        address->setFocus();
        QTest::keySequence(address, QKeySequence::SelectAll);
        QGuiApplication::clipboard()->setText(text);
        QTest::keySequence(address, QKeySequence::Paste);
        QTest::keyClick(address, Qt::Key_Return);
    }
    /// What is seen beside the tags.
    ArtifactPage &artifact() const { return window->window->registriesPage().artifact(); }
    bool waitForArtifact(const QString &tag) const
    {
        return waitFor([&] { return artifact().details() && artifact().reference() == reference(tag); });
    }
    QString message(const char *bar) const { return find<InfoBar>(bar)->text(); }
    bool waitForMessage(const char *bar, const QString &part) const
    {
        const bool came = waitFor([&] { return isSeen(bar) && message(bar).contains(part); });
        if (!came)
            qWarning("it says: %s", qPrintable(message(bar)));
        return came;
    }
    QModelIndex place(const QString &text) const
    {
        auto *model = find<PlacesTree>("placesTree")->model();
        const auto found =
            model->match(model->index(0, 0), Qt::DisplayRole, text, 1, Qt::MatchExactly | Qt::MatchRecursive);
        return found.isEmpty() ? QModelIndex() : found.first();
    }
    QModelIndex tagRow(const QString &tag) const
    {
        const auto *model = find<QTableView>("tagsTable")->model();
        const auto found = model->match(model->index(0, TagsModel::Tag), Qt::DisplayRole, tag, 1, Qt::MatchExactly);
        return found.isEmpty() ? QModelIndex() : found.first();
    }
    /// In the settings, where the registry must be found.
    bool chooseAuthority() const;
    bool enterAccount() const;
    bool startPull(const QString &folder) const;
    /// In the list of transfers, whose details have the button.
    bool chooseTransfer(const char *button) const;
    const Transfer &transfer() const { return window->transfers.transfers().back(); }

    TestDir dir;
    DockerRegistry registry;
    std::unique_ptr<WindowFixture> window;

private:
    void publishAs(const char *tag)
    {
        auto package = makePackage(dir / "model", {}, context).value();
        if (!package.config.setFromText("descriptor.version", tag))
            qFatal("no version");
        const auto target = location(QLatin1String(tag));
        if (const auto result = publish(package, target, {}, m_publisher, context); !result)
            qFatal("%s", result.error().toString().c_str());
    }

    Session m_publisher;
};

bool RegistryBesideAWindow::chooseAuthority() const
{
    click("settingsPlace");
    auto *sections = find<QListWidget>("settingsSections");
    const auto accounts = sections->findItems(QStringLiteral("Accounts"), Qt::MatchExactly);
    if (accounts.isEmpty())
        return false;
    clickItem(sections, sections->model()->index(sections->row(accounts.first()), 0));
    auto *table = find<QTableView>("accountsTable");
    QModelIndex row;
    const auto isListed = [&] {
        const auto found = table->model()->match(table->model()->index(0, 0), Qt::DisplayRole, host());
        row = found.isEmpty() ? QModelIndex() : found.first();
        return row.isValid();
    };
    if (!waitFor(isListed))
        return false;
    clickItem(table, row);
    window->prompts.answerPath(pathText(registry.caFile()));
    click("chooseAuthority");
    return waitFor([&] { return find<ElidedLabel>("authorityFile")->text() == pathText(registry.caFile()); });
}

bool RegistryBesideAWindow::enterAccount() const
{
    if (!waitFor([&] { return isSeen("referenceMessageSignIn"); }))
        return false;
    window->prompts.answerAccount(Account{QString::fromLatin1(DockerRegistry::user),
                                          QString::fromLatin1(DockerRegistry::password), CredentialPlace::Session});
    click("referenceMessageSignIn");
    return true;
}

bool RegistryBesideAWindow::startPull(const QString &folder) const
{
    type(find<QLineEdit>("pullFolder"), folder);
    auto *start = find<QPushButton>("pullStart");
    if (!waitFor([&] { return start->isEnabled(); }))
        return false;
    QTest::mouseClick(start, Qt::LeftButton);
    return waitFor([&] { return window->transfers.transfers().size() == 1 && transfer().isFinished(); }, 60'000);
}

bool RegistryBesideAWindow::chooseTransfer(const char *button) const
{
    auto *view = find<QTableView>("transfersView");
    return waitFor([&] {
        const auto rows = view->model()->match(view->model()->index(0, 0), TransfersModel::IdRole, transfer().id);
        if (!rows.isEmpty() && !isSeen(button))
            clickItem(view, rows.first());
        return isSeen(button);
    });
}

/// Takes the folder that the desktop would show.
class UrlCatcher : public QObject {
    Q_OBJECT

public:
    UrlCatcher() { QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "open"); }
    ~UrlCatcher() override { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }
    QUrl opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened = url; }
};

/// Files that grow larger than this cannot be written, as on a disk that is full: what was free when it was asked is
/// not when it is needed.
class FullDisk {
public:
    explicit FullDisk(rlim_t largestFile)
    {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const struct ::rlimit small {
            largestFile, m_before.rlim_max
        };
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    struct ::rlimit m_before { };
};

std::set<std::string> filesBelow(const fs::path &folder)
{
    std::set<std::string> names;
    for (const auto &entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_directory())
            names.insert(entry.path().lexically_relative(folder).string());
    }
    return names;
}

} // namespace

class TestRegistries : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fromAPullCommandToAFolder_data();
    void fromAPullCommandToAFolder();
    void deletesTags_data();
    void deletesTags();
    void comparesTags_data();
    void comparesTags();
    void scenario46_theDiskFillsWhilePulling();

private:
    static void addRegistries();
};

/// The row's program is empty where the machine has none.
void TestRegistries::addRegistries()
{
    QTest::addColumn<DockerRegistry::Options>("options");
    QTest::newRow("docker-registry") << DockerRegistry::Options();
    QTest::newRow("distribution 3") << DockerRegistry::Options{.program = goPeer("registry3").value_or("")};
}

void TestRegistries::fromAPullCommandToAFolder_data()
{
    addRegistries();
    QTest::newRow("htpasswd") << DockerRegistry::Options{.htpasswd = true};
    QTest::newRow("an authority of its own") << DockerRegistry::Options{.tls = true};
    QTest::newRow("both") << DockerRegistry::Options{.htpasswd = true, .tls = true};
}

void TestRegistries::fromAPullCommandToAFolder()
{
    QFETCH(DockerRegistry::Options, options);
    if (options.program.empty())
        QSKIP("distribution 3 needs Go");
    RegistryBesideAWindow its(options);
    its.paste(QStringLiteral("docker pull ") + its.reference(QStringLiteral("v1")));
    if (options.tls) {
        QVERIFY(its.waitForMessage("referenceMessage", QStringLiteral("in Settings under Accounts")));
        QVERIFY(its.chooseAuthority());
        its.click("registriesPlace");
        QTest::keyClick(its.find<QLineEdit>("addressField"), Qt::Key_Return);
    }
    if (options.htpasswd)
        QVERIFY(its.enterAccount());
    QVERIFY(its.waitForArtifact(QStringLiteral("v1")));
    auto *readme = its.find<QTextBrowser>("artifactReadme");
    QVERIFY(waitFor([&] { return readme->toPlainText().contains(QLatin1String("A model for tests.")); }));

    // It stands among the registries now, with its repositories, and their tags.
    QVERIFY(waitFor([&] { return its.place(its.host()).isValid(); }));
    auto *places = its.find<PlacesTree>("placesTree");
    its.clickItem(places, its.place(its.host()));
    QVERIFY(waitFor([&] { return its.place(QStringLiteral("m")).isValid(); }));
    its.clickItem(places, its.place(QStringLiteral("m")));
    QVERIFY(waitFor([&] { return its.tagRow(QStringLiteral("v2")).isValid(); }));
    QCOMPARE(its.find<QTableView>("tagsTable")->model()->rowCount(), 2);
    its.clickItem(its.find<QTableView>("tagsTable"), its.tagRow(QStringLiteral("v2")));
    QVERIFY(its.waitForArtifact(QStringLiteral("v2")));
    QVERIFY(waitFor([&] { return readme->toPlainText().contains(QLatin1String("The second one.")); }));
    QCOMPARE(its.artifact().details()->stored.digest, its.digest(QStringLiteral("v2")));

    // All but the datasets.
    its.click("pullButton");
    auto *tree = its.find<QTreeView>("pullTree");
    QVERIFY(tree->isVisible());
    const auto found = tree->model()->match(tree->model()->index(0, 0), PullModel::KindRole,
                                            static_cast<int>(LayerKind::Dataset), 1, Qt::MatchExactly);
    QVERIFY(!found.isEmpty());
    const auto datasets = found.first();
    its.clickItem(tree, datasets);
    QTest::keyClick(tree, Qt::Key_Space);
    QCOMPARE(datasets.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Unchecked));
    const auto folder = its.dir / "pulled/m";
    QVERIFY(its.startPull(pathText(folder)));
    QVERIFY2(its.transfer().state == TransferState::Done,
             its.transfer().error ? its.transfer().error->toString().c_str() : "");
    auto expected = folderContents(its.dir / "model");
    QCOMPARE(expected.erase("data/训练 café.csv"), std::size_t(1));
    QVERIFY(folderContents(folder) == expected);
    QCOMPARE(filesBelow(folder).size(), expected.size()); // and nothing beside them

    UrlCatcher desktop;
    QVERIFY(its.chooseTransfer("openFolderTransferButton"));
    its.click("openFolderTransferButton");
    QCOMPARE(desktop.opened.toLocalFile(), pathText(folder));
    QCOMPARE(its.window->prompts.questions().size(), (options.htpasswd ? 1 : 0) + (options.tls ? 1 : 0));
}

void TestRegistries::deletesTags_data() { addRegistries(); }

void TestRegistries::deletesTags()
{
    QFETCH(DockerRegistry::Options, options);
    if (options.program.empty())
        QSKIP("distribution 3 needs Go");
    // Version 2 can only delete an artifact, with all its tags.
    const bool deletesTags = options.program != "docker-registry";
    RegistryBesideAWindow its(options);
    its.giveTag(QStringLiteral("v2"), QStringLiteral("stable"));
    its.paste(its.reference(QStringLiteral("v1")));
    QVERIFY(its.waitForArtifact(QStringLiteral("v1")));
    its.click("deleteTagActionButton");
    auto *field = its.find<QLineEdit>("tagRemovalField");
    auto *remove = its.find<QAbstractButton>("tagRemovalButton");
    QVERIFY(its.waitForMessage("tagRemovalMessage", QStringLiteral("It is the only tag of")));
    QTest::keyClicks(field, QStringLiteral("v2"));
    QVERIFY(!remove->isEnabled());
    its.type(field, QStringLiteral("v1"));
    QTest::mouseClick(remove, Qt::LeftButton);
    QVERIFY(its.waitForMessage("referenceMessage", its.reference(QStringLiteral("v1")) + QLatin1String(" is deleted")));
    QCOMPARE(its.tags(), (std::set<std::string>{"stable", "v2"}));
    QVERIFY(waitFor([&] {
        return its.find<QTableView>("tagsTable")->model()->rowCount() == 2
            && its.tagRow(QStringLiteral("v2")).isValid();
    }));

    its.clickItem(its.find<QTableView>("tagsTable"), its.tagRow(QStringLiteral("v2")));
    QVERIFY(its.waitForArtifact(QStringLiteral("v2")));
    its.click("deleteTagActionButton");
    QVERIFY(its.waitForMessage("tagRemovalMessage", QStringLiteral("is also called stable")));
    QTest::keyClicks(field, QStringLiteral("v2"));
    QTest::keyClick(field, Qt::Key_Return);
    if (!deletesTags) {
        QVERIFY(its.waitForMessage("tagRemovalMessage", QStringLiteral("These would go too: stable.")));
        QCOMPARE(its.tags(), (std::set<std::string>{"stable", "v2"})); // nothing has gone yet
        QTest::keyClicks(field, QStringLiteral("v2"));
        QTest::keyClick(field, Qt::Key_Return);
    }
    QVERIFY(its.waitForMessage("referenceMessage", its.reference(QStringLiteral("v2")) + QLatin1String(" is deleted")));
    QCOMPARE(its.tags(), deletesTags ? std::set<std::string>{"stable"} : std::set<std::string>());
    QVERIFY(its.window->prompts.questions().isEmpty());
}

void TestRegistries::comparesTags_data() { addRegistries(); }

void TestRegistries::comparesTags()
{
    QFETCH(DockerRegistry::Options, options);
    if (options.program.empty())
        QSKIP("distribution 3 needs Go");
    RegistryBesideAWindow its(options);
    its.paste(its.reference(QStringLiteral("v1")));
    QVERIFY(its.waitForArtifact(QStringLiteral("v1")));
    its.click("compareActionButton");
    auto *after = its.find<QComboBox>("compareAfter")->lineEdit();
    QVERIFY(after->isVisible());
    QCOMPARE(its.find<QComboBox>("compareBefore")->currentText(), its.reference(QStringLiteral("v1")));
    its.type(after, its.reference(QStringLiteral("v2")));
    QTest::keyClick(after, Qt::Key_Return);
    const auto *model = its.find<QTableView>("compareLayers")->model();
    QVERIFY(waitFor([&] { return model->rowCount() > 0; }));
    std::set<QString> changed;
    int same = 0;
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, 0).data().toString() == QLatin1String("Changed"))
            changed.insert(model->index(row, 1).data().toString());
        else
            ++same;
    }
    QCOMPARE(changed, (std::set<QString>{QStringLiteral("README.md"), QStringLiteral("config.json")}));
    QCOMPARE(same, static_cast<int>(folderContents(its.dir / "model").size()) - 2);
    QVERIFY(its.find<QLabel>("compareShared")->text().startsWith(QLatin1String("Shares ")));
    const auto *members = its.find<QTableView>("compareMembers")->model();
    QVERIFY(!members->match(members->index(0, 0), Qt::DisplayRole, QStringLiteral("descriptor.version")).isEmpty());
    its.click("compareClose");
    QVERIFY(its.isSeen("artifactTitle"));
}

void TestRegistries::scenario46_theDiskFillsWhilePulling()
{
    constexpr std::size_t weightBytes = 2 * (8 << 20);
    RegistryBesideAWindow its({}, weightBytes);
    its.paste(its.reference(QStringLiteral("v2")));
    QVERIFY(its.waitForArtifact(QStringLiteral("v2")));
    its.click("pullButton");
    const auto folder = its.dir / "pulled";
    {
        const FullDisk full(4 << 20); // the weights have no room, everything else has
        QVERIFY(its.startPull(pathText(folder)));
        QVERIFY(its.transfer().state == TransferState::Failed);
        QVERIFY(its.transfer().error->code() == ErrorCode::NoSpace);
    }
    // It says what there is no room for, and where.
    QVERIFY(its.chooseTransfer("retryTransferButton"));
    QCOMPARE(its.find<QLabel>("transferDetailsTitle")->text(), QStringLiteral("No space left on the disk"));
    const auto text = its.find<QLabel>("transferDetailsText")->text();
    QVERIFY2(text.contains(pathText(folder)) && text.contains(QLatin1String("8388")), qPrintable(text));
    QVERIFY2(text.contains(QLatin1String("Free some space there")), qPrintable(text));
    // What is there is whole; of the weights there is nothing.
    const auto expected = folderContents(its.dir / "model");
    for (const auto &name : filesBelow(folder)) {
        QVERIFY2(expected.count(name) == 1 && name.find("safetensors") == std::string::npos, name.c_str());
        QVERIFY(readFile(folder / name) == expected.at(name).first);
    }
    // With room again it is only retried.
    its.click("retryTransferButton");
    QVERIFY(waitFor([&] { return its.transfer().state == TransferState::Done; }, 60'000));
    QVERIFY(folderContents(folder) == expected);
    QCOMPARE(filesBelow(folder).size(), expected.size());
}

QTEST_MAIN(TestRegistries)
#include "tst_registries.moc"
