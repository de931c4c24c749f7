// SPDX-License-Identifier: Apache-2.0
#include "support/gui/windowfixture.h"
#include "support/programs.h"
#include "ui/package/packagedocument.h"
#include "ui/shell/singleinstance.h"
#include "ui/text/convert.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QtEndian>
#include <sys/stat.h>

using namespace modelcrate;
using namespace modelcrate::testing;
namespace fs = std::filesystem;

/// One window for a user: what a second start does, and what it leaves alone.
class TestSingleInstance : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scenario48_aSecondStartOpensInTheFirst();
    void scenario48_optionsDoNotHandOver();
    void scenario48_aStaleLockIsRecovered();
    void scenario48_theFirstComesToTheFront();
    void scenario48_copiesOfAnOpenWindowAreItsOwn();
    void takesPathsAndNothingElse_data();
    void takesPathsAndNothingElse();
    void whoDoesNotAnswerIsNotWaitedForLong();
    void whoTalksTooLongIsCutOff();
};

namespace {

const QString program = QStringLiteral(MODELCRATE_BIN_DIR "/modelcrate");

QString text(const fs::path &path) { return QString::fromStdString(path.string()); }

/// Ends the program with the test.
struct Ending {
    void operator()(QProcess *process) const
    {
        process->kill();
        process->waitForFinished();
        delete process;
    }
};
using Running = std::unique_ptr<QProcess, Ending>;

/// A user with a home and a session of their own, who starts the real program.
struct User {
    User()
    {
        fs::create_directories(dir / "run");
        fs::permissions(dir / "run", fs::perms::owner_all);
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), text(dir / "run"));
    }

    /// A window that stays, once others can come to it.
    Running startFirst(const QStringList &arguments = {}) const
    {
        Running process(new QProcess);
        process->setProcessEnvironment(environment);
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process->start(program, arguments);
        if (!process->waitForStarted() || !waitFor([this] { return accepts(); }))
            qFatal("the program does not come up");
        return process;
    }
    /// One that ends by itself.
    ProgramResult start(const std::vector<std::string> &arguments) const
    {
        return runProgram(toUtf8(program), arguments, environment);
    }
    bool accepts() const
    {
        const auto place = socket();
        if (place.empty())
            return false;
        QLocalSocket probe;
        probe.connectToServer(text(place));
        return probe.waitForConnected(1000);
    }
    fs::path socket() const
    {
        std::error_code failure;
        for (const auto &entry : fs::directory_iterator(dir / "run/modelcrate", failure)) {
            if (entry.is_socket(failure))
                return entry.path();
        }
        return {};
    }
    /// What has been opened, as the settings of the window keep it. They are replaced while somebody looks.
    bool hasOpened(const std::string &name) const
    {
        std::error_code failure;
        for (const auto &entry : fs::recursive_directory_iterator(dir / "home/.config", failure)) {
            if (!entry.is_regular_file(failure))
                continue;
            std::ifstream file(entry.path());
            const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
            if (bytes.find(name) != std::string::npos)
                return true;
        }
        return false;
    }

    TestDir dir;
    QProcessEnvironment environment = environmentAt(dir / "home");
};

} // namespace

void TestSingleInstance::scenario48_aSecondStartOpensInTheFirst()
{
    const User user;
    makeModelFolder(user.dir, "tiny model");
    const auto first = user.startFirst();
    struct stat status = {};
    QCOMPARE(::stat(user.socket().c_str(), &status), 0);
    QCOMPARE(status.st_mode & 0077U, 0U);
    QCOMPARE(::stat((user.dir / "run/modelcrate").c_str(), &status), 0);
    QCOMPARE(status.st_mode & 0777U, 0700U);

    const auto second = user.start({(user.dir / "tiny model").string()});
    QVERIFY2(second.exitCode == 0, second.errors.c_str());
    QVERIFY(second.output.empty());
    QVERIFY(waitFor([&] { return user.hasOpened("tiny model"); }));
    QCOMPARE(user.start({}).exitCode, 0); // nothing to open: only to see the window
    QCOMPARE(first->state(), QProcess::Running);
}

void TestSingleInstance::scenario48_optionsDoNotHandOver()
{
    const User user;
    makeModelFolder(user.dir, "tiny model");
    const auto first = user.startFirst();
    QVERIFY(user.start({"--help"}).output.find("ModelPack") != std::string::npos);
    QVERIFY(user.start({"--version"}).output.find("modelcrate") != std::string::npos);
    QVERIFY(user.start({"--no-such-option"}).exitCode != 0);
    const auto layout = "oci:" + (user.dir / "layout").string() + ":v1";
    const auto published = user.start({"--publish-to", layout, (user.dir / "tiny model").string()});
    QVERIFY2(published.exitCode == 0, published.errors.c_str());
    QVERIFY(published.output.find("sha256:") != std::string::npos);
    QVERIFY(fs::exists(user.dir / "layout/index.json"));
    QCOMPARE(first->state(), QProcess::Running);
}

void TestSingleInstance::scenario48_aStaleLockIsRecovered()
{
    const User user;
    makeModelFolder(user.dir, "tiny model");
    const auto killed = user.startFirst();
    killed->kill();
    QVERIFY(killed->waitForFinished());
    QVERIFY(!user.socket().empty()); // it could not take its socket away
    const auto next = user.startFirst({text(user.dir / "tiny model")});
    QVERIFY(waitFor([&] { return user.hasOpened("tiny model"); }));
    QCOMPARE(next->state(), QProcess::Running);
    QCOMPARE(user.start({}).exitCode, 0);
    QCOMPARE(next->state(), QProcess::Running);
}

void TestSingleInstance::scenario48_theFirstComesToTheFront()
{
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    WindowFixture fixture(dir);
    SingleInstance first(dir / "run");
    QVERIFY(first.start({}) == SingleInstance::Role::First);
    connect(&first, &SingleInstance::opened, fixture.window.get(), [&](const QStringList &paths) {
        bringToFront(*fixture.window);
        for (const auto &path : paths)
            fixture.window->open(path);
    });
    fixture.window->showMinimized();
    QVERIFY(fixture.window->isMinimized());
    QLocalSocket second;
    second.connectToServer(text(first.socketPath()));
    second.write(SingleInstance::message({text(dir / "tiny")}));
    QVERIFY(waitFor([&] { return fixture.window->packageCount() == 1; }));
    QVERIFY(!fixture.window->isMinimized());
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    QVERIFY(waitFor([&] { return second.bytesAvailable() == 2; }));
    QCOMPARE(second.readAll(), QByteArrayLiteral("ok"));
}

/// Should two windows be open nevertheless, each keeps its own edits.
void TestSingleInstance::scenario48_copiesOfAnOpenWindowAreItsOwn()
{
    const TestDir dir;
    makeModelFolder(dir, "tiny");
    const auto editIn = [&](WindowFixture &fixture, const char *title) {
        auto *open = fixture.window->currentPackage();
        auto *package = open ? open : fixture.open(dir / "tiny");
        if (!package)
            qFatal("the folder does not open");
        package->document().setField("descriptor.title", title);
        fixture.window->autosave().flush();
        return waitFor([&] { return fixture.window->autosave().isIdle(); });
    };
    const auto titlesIn = [](const WindowFixture &fixture) {
        std::set<std::string> titles;
        for (const auto *package : fixture.window->findChildren<PackageTab *>())
            titles.insert(*package->document().field("descriptor.title")->asString());
        return titles;
    };
    const auto copies = [&] {
        return std::distance(fs::directory_iterator(dir / "autosave"), fs::directory_iterator());
    };
    {
        WindowFixture crashed(dir);
        QVERIFY(editIn(crashed, "left behind"));
    }
    {
        WindowFixture first(dir);
        QVERIFY(editIn(first, "of the first"));
        WindowFixture second(dir);
        second.window->recover();
        QVERIFY(waitFor([&] { return second.window->packageCount() > 0; }));
        QCOMPARE(titlesIn(second), std::set<std::string>{"left behind"});
        QCOMPARE(copies(), 2);
        // What one has no need of any more is not the other's to keep, and the other way round.
        second.window->currentPackage()->document().setSaved(text(dir / "x.modelcrate.json"));
        QVERIFY(waitFor([&] { return second.window->autosave().isIdle() && copies() == 1; }));
        QVERIFY(editIn(first, "typed on"));
        QCOMPARE(copies(), 1);
    }
    WindowFixture third(dir);
    third.window->recover();
    QVERIFY(waitFor([&] { return third.window->packageCount() > 0; }));
    QCOMPARE(titlesIn(third), std::set<std::string>{"typed on"});
}

static QByteArray withHeader(quint32 size, const QByteArray &body)
{
    QByteArray header(4, '\0');
    qToBigEndian(size, header.data());
    return header + body;
}

void TestSingleInstance::takesPathsAndNothingElse_data()
{
    QTest::addColumn<QByteArray>("said");
    const auto say = [](const char *name, const QByteArray &body) {
        QTest::newRow(name) << withHeader(static_cast<quint32>(body.size()), body);
    };
    say("a relative path", "model");
    say("an option", "--publish-to");
    say("an address", "https://example.com/model");
    say("an empty path", QByteArray("/a\0\0/b", 6));
    say("a path that is too long", '/' + QByteArray(5000, 'a'));
    say("too many paths", QByteArray("/a\0", 3).repeated(64) + "/a");
    QTest::newRow("a size beyond the bound") << withHeader(0x7fffffff, "/a");
    QTest::newRow("more than was announced") << withHeader(2, "/a/b");
    QTest::newRow("another protocol") << QByteArray("GET / HTTP/1.1\r\n\r\n");
}

void TestSingleInstance::takesPathsAndNothingElse()
{
    QFETCH(QByteArray, said);
    const TestDir dir;
    SingleInstance first(dir / "run");
    QVERIFY(first.start({}) == SingleInstance::Role::First);
    const QSignalSpy opened(&first, &SingleInstance::opened);
    QLocalSocket other;
    other.connectToServer(text(first.socketPath()));
    other.write(said);
    QVERIFY(waitFor([&] { return other.state() == QLocalSocket::UnconnectedState; }));
    QVERIFY(other.readAll().isEmpty());
    QCOMPARE(opened.count(), 0);

    // It goes on listening, also to one who says it in pieces.
    QLocalSocket good;
    good.connectToServer(text(first.socketPath()));
    const auto message = SingleInstance::message({QStringLiteral("/models/ä b"), QStringLiteral("relative")});
    for (const char byte : message) {
        good.write(&byte, 1);
        good.flush();
        QCoreApplication::processEvents();
    }
    QVERIFY(waitFor([&] { return opened.count() == 1; }));
    const auto paths = opened.front().front().toStringList();
    QCOMPARE(paths.size(), 2);
    QCOMPARE(paths.front(), QStringLiteral("/models/ä b"));
    QVERIFY(paths.back().startsWith(QLatin1Char('/')) && paths.back().endsWith(QLatin1String("/relative")));
}

void TestSingleInstance::whoDoesNotAnswerIsNotWaitedForLong()
{
    const TestDir dir;
    SingleInstance first(dir / "run");
    QVERIFY(first.start({}) == SingleInstance::Role::First);
    // It has the lock and listens, and does not come to read.
    SingleInstance second(dir / "run");
    QVERIFY(second.start({}, std::chrono::milliseconds(100)) == SingleInstance::Role::Alone);
    SingleInstance nowhere(dir.write("file", "x") / "run");
    QVERIFY(nowhere.start({}) == SingleInstance::Role::Alone);
}

void TestSingleInstance::whoTalksTooLongIsCutOff()
{
    const TestDir dir;
    SingleInstance first(dir / "run");
    QVERIFY(first.start({}) == SingleInstance::Role::First);
    std::vector<std::unique_ptr<QLocalSocket>> silent;
    for (int i = 0; i < 20; ++i) {
        silent.push_back(std::make_unique<QLocalSocket>());
        silent.back()->connectToServer(text(first.socketPath()));
    }
    const auto connected = [&] {
        return std::count_if(silent.begin(), silent.end(),
                             [](const auto &one) { return one->state() == QLocalSocket::ConnectedState; });
    };
    QVERIFY(waitFor([&] { return connected() <= 8; }));
    QVERIFY(waitFor([&] { return connected() == 0; }));
    const QSignalSpy opened(&first, &SingleInstance::opened);
    QLocalSocket good;
    good.connectToServer(text(first.socketPath()));
    good.write(SingleInstance::message({}));
    QVERIFY(waitFor([&] { return opened.count() == 1; }));
    QVERIFY(opened.front().front().toStringList().isEmpty());
}

QTEST_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
