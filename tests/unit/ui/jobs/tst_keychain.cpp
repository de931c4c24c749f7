// SPDX-License-Identifier: Apache-2.0
// QtKeychain and libsecret against a session bus and a Secret Service of our own.
#include "registry/credentialstore.h"
#include "support/fakesecretservice.h"
#include "support/testing.h"
#include "ui/jobs/jobrunner.h"
#include "ui/jobs/keychain.h"

#include <QElapsedTimer>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestKeychain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void withoutABusThereIsNone();
    void withoutAServiceThereIsNone();
    void keepsReadsAndForgets();
    void nothingReachesTheDisk();
    void aBusThatHangsHoldsNobodyUp();

private:
    /// Calls block a worker while this thread serves the bus.
    template<typename T>
    Result<T> onWorker(const std::function<Result<T>(const TaskContext &)> &call)
    {
        std::optional<Result<T>> outcome;
        m_jobs->run<T>(this, call, [&](Result<T> result) { outcome.emplace(std::move(result)); });
        if (!QTest::qWaitFor([&] { return outcome.has_value(); }, 60'000))
            qFatal("the keychain does not answer");
        return std::move(*outcome);
    }
    struct Nothing { };
    Result<Nothing> check()
    {
        return onWorker<Nothing>([this](const TaskContext &context) -> Result<Nothing> {
            RETURN_IF_ERROR(m_keychain.check(context));
            return Nothing();
        });
    }
    Result<Nothing> write(const std::string &account, const std::string &secret)
    {
        return onWorker<Nothing>([&](const TaskContext &context) -> Result<Nothing> {
            RETURN_IF_ERROR(m_keychain.write(account, secret, context));
            return Nothing();
        });
    }
    Result<std::optional<std::string>> read(const std::string &account)
    {
        return onWorker<std::optional<std::string>>(
            [&](const TaskContext &context) { return m_keychain.read(account, context); });
    }

    std::unique_ptr<FakeSecretService> m_service;
    std::unique_ptr<JobRunner> m_jobs;
    TestDir m_home;
    Keychain m_keychain;
};

void TestKeychain::initTestCase()
{
    for (const char *name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
        qputenv(name, m_home.path().c_str());
    for (const char *name : {"KDE_FULL_SESSION", "XDG_CURRENT_DESKTOP", "DESKTOP_SESSION"})
        qunsetenv(name); // they choose another backend
    m_jobs = std::make_unique<JobRunner>();
}

void TestKeychain::cleanupTestCase()
{
    m_jobs.reset();
    m_service.reset();
}

void TestKeychain::withoutABusThereIsNone()
{
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    VERIFY_ERROR(check(), ErrorCode::Unsupported);
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    VERIFY_ERROR(check(), ErrorCode::Unsupported);
    VERIFY_ERROR(write("me@r.example", "s3cretWithoutBus"), ErrorCode::Unsupported);
    VERIFY_ERROR(read("me@r.example"), ErrorCode::Unsupported);
}

void TestKeychain::withoutAServiceThereIsNone()
{
    m_service = std::make_unique<FakeSecretService>();
    if (!m_service->hasBus())
        QSKIP("no dbus-daemon");
    const auto outcome = check();
    VERIFY_ERROR(outcome, ErrorCode::Unsupported);
    QVERIFY2(!outcome.error().advice().empty(), "what to do");
}

void TestKeychain::keepsReadsAndForgets()
{
    if (!m_service || !m_service->hasBus())
        QSKIP("no dbus-daemon");
    m_service->appear();
    VERIFY_RESULT(check());
    QVERIFY(!read("me@r.example")->has_value());
    VERIFY_RESULT(write("me@r.example", "pässwort 密码"));
    VERIFY_RESULT(write("me@r.example:5000", "other"));
    QCOMPARE(**read("me@r.example"), std::string("pässwort 密码"));
    QCOMPARE(m_service->secrets().at(QStringLiteral("me@r.example:5000")), QByteArray("other"));
    VERIFY_RESULT(write("me@r.example", "new"));
    QCOMPARE(**read("me@r.example"), std::string("new"));
    QCOMPARE(m_service->secrets().size(), std::size_t(2));
    for (int i = 0; i < 2; ++i) { // also what is not there any more
        VERIFY_RESULT(onWorker<Nothing>([this](const TaskContext &context) -> Result<Nothing> {
            RETURN_IF_ERROR(m_keychain.remove("me@r.example", context));
            return Nothing();
        }));
        QVERIFY(!read("me@r.example")->has_value());
    }
    QCOMPARE(m_service->secrets().size(), std::size_t(1));
}

void TestKeychain::nothingReachesTheDisk()
{
    if (m_service && m_service->hasBus()) {
        m_service->appear();
        VERIFY_RESULT(write("me@r.example", "s3cretOfTheDesktop"));
        m_service->vanish();
    }
    VERIFY_ERROR(write("you@r.example", "s3cretOfTheDesktop"), ErrorCode::Unsupported);
    for (const auto &entry : std::filesystem::recursive_directory_iterator(m_home.path()))
        QVERIFY2(!entry.is_regular_file() || readFile(entry.path()).find("s3cret") == std::string::npos,
                 entry.path().c_str());
}

void TestKeychain::aBusThatHangsHoldsNobodyUp()
{
    const QTemporaryDir folder;
    QLocalServer silent;
    QVERIFY(silent.listen(folder.filePath(QStringLiteral("bus"))));
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + silent.fullServerName().toUtf8());
    VERIFY_ERROR(check(), ErrorCode::Unsupported);
    QVERIFY(silent.hasPendingConnections());
    // Letting go ends the joining thread.
    silent.nextPendingConnection()->abort();
    silent.close();
}

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
