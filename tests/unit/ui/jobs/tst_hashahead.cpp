// SPDX-License-Identifier: Apache-2.0
#include "io/content.h"
#include "operations/session.h"
#include "support/gui/waiting.h"
#include "support/testing.h"
#include "ui/jobs/hashahead.h"
#include "ui/jobs/powersupply.h"

#include <map>

#include <fcntl.h>
#include <sys/stat.h>

#include <QSignalSpy>
#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;
using namespace std::chrono_literals;

using Files = std::map<std::string, std::string>;
Q_DECLARE_METATYPE(Files)

class TestHashAhead : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void hashesSmallestFirst();
    void leavesOutWhatTheCacheKnows();
    void staysWithinTheLimit();
    void zeroTurnsItOff();
    void passesOverWhatCannotBeHashed();
    void waitsUntilAFreshFileMayBeKept();
    void passesOverAFileOfTheFuture();
    void aNewListTakesTheTurn();
    void goesOnWithWhatIsStillWanted();
    void stopEndsAtOnce();
    void tellsHowFarItIs();
    void restsOnBattery();
    void readsPowerSupplies_data();
    void readsPowerSupplies();
    void mayGoWhileItRuns();

private:
    FileToHash file(const std::string &name, std::size_t bytes);
    FileToHash sparse(const std::string &name, ByteCount size);
    bool isKnown(const FileToHash &file);

    std::unique_ptr<TestDir> m_dir;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<JobRunner> m_jobs;
    std::unique_ptr<HashAhead> m_ahead;
    std::vector<std::string> m_hashed;
    bool m_idle = false;
};

/// Too large to be hashed within a test; takes no disk.
constexpr ByteCount endless = 512_GiB;

void TestHashAhead::init()
{
    m_dir = std::make_unique<TestDir>();
    m_session = std::make_unique<Session>(
        SessionOptions{.storePath = *m_dir / "store", .hashCachePath = *m_dir / "cache/hashes.sqlite"});
    m_jobs = std::make_unique<JobRunner>();
    m_ahead = std::make_unique<HashAhead>(*m_session, *m_jobs);
    m_ahead->setPowerSupplies(*m_dir / "power", 20ms);
    m_hashed.clear();
    m_idle = false;
    connect(m_ahead.get(), &HashAhead::hashed, this,
            [this](const QString &path) { m_hashed.push_back(path.toStdString()); });
    connect(m_ahead.get(), &HashAhead::idle, this, [this] { m_idle = true; });
}

void TestHashAhead::cleanup()
{
    m_ahead.reset();
    m_jobs.reset();
    m_session.reset();
    m_dir.reset();
}

/// Just written, so HashAhead lets it grow two seconds old first.
FileToHash TestHashAhead::file(const std::string &name, std::size_t bytes)
{
    const auto path = m_dir->write(name, pseudoRandomBytes(bytes, static_cast<unsigned>(bytes)));
    return {name, path, identityOf(path).value()};
}

FileToHash TestHashAhead::sparse(const std::string &name, ByteCount size)
{
    const auto path = m_dir->write(name, "");
    std::filesystem::resize_file(path, size.asUnsigned());
    return {name, path, identityOf(path).value()};
}

bool TestHashAhead::isKnown(const FileToHash &file) { return m_session->hashCache()->find(file.identity).has_value(); }

void TestHashAhead::hashesSmallestFirst()
{
    const std::vector files{file("big", 300'000), file("small", 10), file("middle", 20'000)};
    m_ahead->setFiles(files);
    QVERIFY(m_ahead->isRunning());
    QVERIFY(waitFor([&] { return m_idle; }));
    QVERIFY(!m_ahead->isRunning());
    QVERIFY(!m_ahead->progress());
    QCOMPARE(m_hashed, (std::vector<std::string>{"small", "middle", "big"}));
    for (const auto &each : files) {
        const auto content = openFileContent(each.file).value();
        QCOMPARE(m_session->hashCache()->find(each.identity)->toString(), hashContent(*content, {})->toString());
    }
}

void TestHashAhead::leavesOutWhatTheCacheKnows()
{
    const auto known = file("known", 100);
    const auto other = file("other", 200);
    m_session->hashCache()->store(known.identity, Digest::sha256Of("as if"), std::chrono::system_clock::now() + 1h);
    // Two names of one file are hashed once and reported both.
    std::filesystem::create_hard_link(other.file, *m_dir / "twin");
    const auto linked = identityOf(other.file).value(); // its ctime has changed
    m_ahead->setFiles({known, {"other", other.file, linked}, {"twin", *m_dir / "twin", linked}});
    QVERIFY(waitFor([&] { return m_idle; }));
    QCOMPARE(m_hashed, (std::vector<std::string>{"other", "twin"}));
    QCOMPARE(m_session->hashCache()->find(known.identity)->toString(), Digest::sha256Of("as if").toString());

    m_idle = false;
    m_hashed.clear();
    m_ahead->setFiles({known, {"other", other.file, linked}});
    QVERIFY(waitFor([&] { return m_idle; }));
    QVERIFY(m_hashed.empty());
}

void TestHashAhead::staysWithinTheLimit()
{
    const std::vector files{file("a", 1000), file("b", 2000), file("c", 4000)};
    m_ahead->setLimit(ByteCount(3000));
    m_ahead->setFiles(files);
    QVERIFY(waitFor([&] { return m_idle; }));
    QCOMPARE(m_hashed, (std::vector<std::string>{"a", "b"}));

    // Again gives no further 3000 bytes; a higher limit does.
    m_idle = false;
    m_ahead->setFiles(files);
    QVERIFY(waitFor([&] { return m_idle; }));
    QVERIFY(!isKnown(files[2]));
    m_idle = false;
    m_ahead->setLimit(ByteCount(7000));
    QVERIFY(waitFor([&] { return m_idle; }));
    QVERIFY(isKnown(files[2]));
}

void TestHashAhead::zeroTurnsItOff()
{
    m_ahead->setFiles({sparse("large", 1_GiB)});
    QVERIFY(waitFor([&] { return m_ahead->progress().has_value(); }));
    m_ahead->setLimit({});
    QVERIFY(waitFor([&] { return m_idle; }));
    QVERIFY(m_hashed.empty());
}

void TestHashAhead::passesOverWhatCannotBeHashed()
{
    auto gone = file("gone", 10);
    std::filesystem::remove(gone.file);
    auto changed = file("changed", 20);
    m_dir->write("changed", "something else");
    auto folder = file("folder", 30);
    std::filesystem::remove(folder.file);
    std::filesystem::create_directory(folder.file);
    auto fifo = file("fifo", 40);
    std::filesystem::remove(fifo.file);
    QCOMPARE(::mkfifo(fifo.file.c_str(), 0600), 0);
    m_ahead->setFiles({gone, changed, folder, fifo, file("good", 50)});
    QVERIFY(waitFor([&] { return m_idle; }));
    QCOMPARE(m_hashed, (std::vector<std::string>{"good"}));
}

void TestHashAhead::waitsUntilAFreshFileMayBeKept()
{
    const auto fresh = file("fresh", 10);
    m_ahead->setFiles({fresh});
    QVERIFY(waitFor([&] { return m_idle; }));
    QCOMPARE(m_hashed, (std::vector<std::string>{"fresh"}));
    QVERIFY(isKnown(fresh));
}

void TestHashAhead::passesOverAFileOfTheFuture()
{
    auto ahead = file("ahead", 10);
    const std::array<timespec, 2> times{timespec{4'000'000'000, 0}, timespec{4'000'000'000, 0}};
    QCOMPARE(::utimensat(AT_FDCWD, ahead.file.c_str(), times.data(), 0), 0);
    ahead.identity = identityOf(ahead.file).value();
    m_ahead->setFiles({ahead});
    QVERIFY(waitFor([&] { return m_idle; }, 1500));
    QVERIFY(m_hashed.empty());
}

void TestHashAhead::aNewListTakesTheTurn()
{
    m_ahead->setFiles({sparse("endless", endless)});
    m_ahead->setLimit(endless);
    QVERIFY(waitFor([&] { return m_ahead->progress() && m_ahead->progress()->done > ByteCount(); }));
    m_ahead->setFiles({file("wanted", 10)});
    QVERIFY(waitFor([&] { return m_idle; }));
    QCOMPARE(m_hashed, (std::vector<std::string>{"wanted"}));
}

void TestHashAhead::goesOnWithWhatIsStillWanted()
{
    const auto large = sparse("large", 512_MiB);
    const auto other = file("other", 10);
    m_ahead->setFiles({large});
    QVERIFY(waitFor([&] { return m_ahead->progress() && m_ahead->progress()->done > 32_MiB; }));
    m_ahead->setFiles({other, large});
    const auto kept = m_ahead->progress();
    QVERIFY(kept && kept->path == "large" && kept->done > 32_MiB);
    QVERIFY(waitFor([&] { return m_idle; }, 60'000));
    QCOMPARE(m_hashed, (std::vector<std::string>{"large", "other"}));
}

void TestHashAhead::stopEndsAtOnce()
{
    m_ahead->setLimit(endless);
    m_ahead->setFiles({sparse("endless", endless)});
    QVERIFY(waitFor([&] { return m_ahead->progress() && m_ahead->progress()->done > ByteCount(); }));
    m_ahead->stop();
    QVERIFY(!m_ahead->isRunning());
    QVERIFY(!m_ahead->progress());
    QVERIFY(waitFor([&] { return m_jobs->running() == 0; }, cancelBoundMs));
    QVERIFY(!m_idle);
    // And begins again when asked.
    m_ahead->setFiles({file("after", 10)});
    QVERIFY(waitFor([&] { return m_idle; }));
    QCOMPARE(m_hashed, (std::vector<std::string>{"after"}));
}

void TestHashAhead::tellsHowFarItIs()
{
    QSignalSpy changed(m_ahead.get(), &HashAhead::progressChanged);
    m_ahead->setLimit(endless + 1_GiB);
    m_ahead->setFiles({sparse("endless", endless), file("small", 10)});
    QVERIFY(waitFor([&] {
        return m_ahead->progress() && m_ahead->progress()->path == "endless" && m_ahead->progress()->done > 1_MiB;
    }));
    const auto progress = m_ahead->progress();
    QCOMPARE(progress->total, endless);
    QCOMPARE(progress->filesLeft, std::size_t(1));
    QCOMPARE(progress->bytesLeft, endless - progress->done);
    QVERIFY(waitFor([&] { return changed.count() > 0; }));
}

void TestHashAhead::restsOnBattery()
{
    m_dir->write("power/BAT0/type", "Battery\n");
    m_dir->write("power/BAT0/status", "Charging\n");
    const auto large = sparse("large", 64_GiB);
    m_ahead->setLimit(endless);
    m_ahead->setFiles({large});
    QVERIFY(waitFor([&] { return m_ahead->progress() && m_ahead->progress()->done > ByteCount(); }));
    m_dir->write("power/BAT0/status", "Discharging\n");
    QVERIFY(waitFor([&] { return m_ahead->waitsForPower(); }));
    QVERIFY(!m_ahead->isRunning());
    QVERIFY(!m_idle);

    m_ahead->setFiles({file("small", 10)});
    QVERIFY(waitFor([&] { return m_ahead->waitsForPower(); }));
    QVERIFY(m_hashed.empty());
    m_dir->write("power/AC/type", "Mains\n");
    m_dir->write("power/AC/online", "1\n");
    QVERIFY(waitFor([&] { return m_idle; }));
    QCOMPARE(m_hashed, (std::vector<std::string>{"small"}));
    QVERIFY(!m_ahead->waitsForPower());
}

void TestHashAhead::readsPowerSupplies_data()
{
    QTest::addColumn<Files>("files");
    QTest::addColumn<bool>("onBattery");
    const Files discharging{{"BAT0/type", "Battery"}, {"BAT0/status", "Discharging"}};
    const auto with = [](Files files, const Files &more) {
        files.insert(more.begin(), more.end());
        return files;
    };
    QTest::newRow("a desktop") << Files{} << false;
    QTest::newRow("mains only") << Files{{"AC/type", "Mains"}, {"AC/online", "1"}} << false;
    QTest::newRow("discharging") << discharging << true;
    QTest::newRow("charging") << Files{{"BAT0/type", "Battery"}, {"BAT0/status", "Charging"}} << false;
    QTest::newRow("full") << Files{{"BAT0/type", "Battery"}, {"BAT0/status", "Full"}} << false;
    QTest::newRow("unplugged") << with(discharging, {{"AC/type", "Mains"}, {"AC/online", "0"}}) << true;
    QTest::newRow("a weak charger") << with(discharging, {{"AC/type", "Mains"}, {"AC/online", "1"}}) << false;
    QTest::newRow("over USB") << with(discharging, {{"ucsi/type", "USB"}, {"ucsi/online", "1"}}) << false;
    QTest::newRow("a mouse") << Files{{"hid/type", "Battery"}, {"hid/scope", "Device"}, {"hid/status", "Discharging"}}
                             << false;
    QTest::newRow("without files") << Files{{"odd/other", "x"}} << false;
}

void TestHashAhead::readsPowerSupplies()
{
    QFETCH(const Files, files);
    for (const auto &[name, content] : files)
        m_dir->write("supplies/" + name, content + "\n");
    QTEST(runsOnBattery(*m_dir / "supplies"), "onBattery");
}

void TestHashAhead::mayGoWhileItRuns()
{
    m_ahead->setLimit(endless);
    m_ahead->setFiles({sparse("endless", endless)});
    QVERIFY(waitFor([&] { return m_ahead->progress().has_value(); }));
    m_ahead.reset();
    QVERIFY(waitFor([&] { return m_jobs->running() == 0; }, cancelBoundMs));
}

QTEST_MAIN(TestHashAhead)
#include "tst_hashahead.moc"
