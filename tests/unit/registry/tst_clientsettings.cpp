// SPDX-License-Identifier: Apache-2.0
#include "registry/clientsettings.h"
#include "support/testing.h"

#include <QObject>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestClientSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void remembersAcrossPrograms();
    void leavesNothingForWhatIsAsUsual();
    void keepsWhatItDoesNotKnow();
    void twoProgramsAtOnceLoseNothing();
    void saysWhatIsWrongAndWritesNothing_data();
    void saysWhatIsWrongAndWritesNothing();
    void worksInMemory();
    void takesOnlyPathsThatCanBeRemembered();

private:
    const RegistryHost m_lan = RegistryHost::parse("registry.lan:5000").value();
    const RegistryHost m_other = RegistryHost::parse("ghcr.io").value();
    const TaskContext m_context;
};

void TestClientSettings::remembersAcrossPrograms()
{
    const TestDir dir;
    {
        ClientSettings settings(dir / "config/client.json");
        VERIFY_RESULT(settings.state());
        QVERIFY(settings.registries().empty());
        VERIFY_RESULT(settings.setRegistry(m_lan, {true, "/etc/my ca.pem", "alice"}, m_context));
        VERIFY_RESULT(settings.setStorePath("/srv/模型", m_context));
    }
    const ClientSettings settings(dir / "config/client.json");
    VERIFY_RESULT(settings.state());
    QVERIFY(settings.registry(m_lan) == (RegistrySettings{true, "/etc/my ca.pem", "alice"}));
    QVERIFY(settings.registry(m_other) == RegistrySettings());
    QCOMPARE(settings.storePath().string(), std::string("/srv/模型"));
}

void TestClientSettings::leavesNothingForWhatIsAsUsual()
{
    const TestDir dir;
    ClientSettings settings(dir / "client.json");
    VERIFY_RESULT(settings.setRegistry(m_lan, {true, {}, {}}, m_context));
    VERIFY_RESULT(settings.setStorePath("/srv/x", m_context));
    VERIFY_RESULT(settings.setRegistry(m_lan, {}, m_context));
    VERIFY_RESULT(settings.setStorePath({}, m_context));
    QVERIFY(dir.read("client.json").find("registry.lan") == std::string::npos);
    QVERIFY(dir.read("client.json").find("/srv") == std::string::npos);
    QVERIFY(settings.registries().empty());
}

void TestClientSettings::keepsWhatItDoesNotKnow()
{
    const TestDir dir;
    dir.write("client.json",
              R"({"later": [1, 2], "registries": {"registry.lan:5000": {"mirror": "m.lan", "plainHttp": true}}})");
    ClientSettings settings(dir / "client.json");
    QVERIFY(settings.registry(m_lan).plainHttp);
    VERIFY_RESULT(settings.setRegistry(m_lan, {}, m_context));
    const auto json = parseJson(dir.read("client.json"));
    VERIFY_RESULT(json);
    QCOMPARE(dumpJson(*json), std::string(R"({"later":[1,2],"registries":{"registry.lan:5000":{"mirror":"m.lan"}}})"));
}

void TestClientSettings::twoProgramsAtOnceLoseNothing()
{
    const TestDir dir;
    ClientSettings window(dir / "client.json");
    ClientSettings other(dir / "client.json");
    VERIFY_RESULT(window.setRegistry(m_lan, {true, {}, {}}, m_context));
    VERIFY_RESULT(other.setRegistry(m_other, {false, "/ca.pem", {}}, m_context));
    QVERIFY(other.registry(m_lan).plainHttp); // came with the write
    QVERIFY(ClientSettings(dir / "client.json").registries().size() == 2);
}

void TestClientSettings::saysWhatIsWrongAndWritesNothing_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("no JSON") << QStringLiteral("{");
    QTest::newRow("an array") << QStringLiteral("[]");
    QTest::newRow("registries") << QStringLiteral(R"({"registries": 3})");
    QTest::newRow("a registry") << QStringLiteral(R"({"registries": {"a.b": true}})");
    QTest::newRow("a host") << QStringLiteral(R"({"registries": {"a b": {}}})");
    QTest::newRow("plainHttp") << QStringLiteral(R"({"registries": {"a.b": {"plainHttp": "yes"}}})");
    QTest::newRow("caFile") << QStringLiteral(R"({"registries": {"a.b": {"caFile": "relative.pem"}}})");
    QTest::newRow("storePath") << QStringLiteral(R"({"storePath": ["/x"]})");
}

void TestClientSettings::saysWhatIsWrongAndWritesNothing()
{
    QFETCH(const QString, text);
    const TestDir dir;
    dir.write("client.json", text.toStdString());
    ClientSettings settings(dir / "client.json");
    VERIFY_ERROR(settings.state(), ErrorCode::InvalidInput);
    QVERIFY(settings.state().error().message().find("client.json") != std::string::npos);
    VERIFY_ERROR(settings.setRegistry(m_lan, {true, {}, {}}, m_context), ErrorCode::InvalidInput);
    QCOMPARE(dir.read("client.json"), text.toStdString());
}

void TestClientSettings::worksInMemory()
{
    ClientSettings settings({});
    VERIFY_RESULT(settings.setRegistry(m_lan, {true, {}, {}}, m_context));
    VERIFY_RESULT(settings.setRegistry(m_other, {false, "/ca.pem", {}}, m_context));
    VERIFY_RESULT(settings.setStorePath("/srv", m_context));
    QVERIFY(settings.registry(m_lan).plainHttp);
    QCOMPARE(settings.registries().size(), std::size_t(2));
    QCOMPARE(settings.storePath().string(), std::string("/srv"));
}

void TestClientSettings::takesOnlyPathsThatCanBeRemembered()
{
    const TestDir dir;
    ClientSettings settings(dir / "client.json");
    VERIFY_ERROR(settings.setStorePath("relative", m_context), ErrorCode::Usage);
    VERIFY_ERROR(settings.setStorePath("/not \xff UTF-8", m_context), ErrorCode::Unsupported);
    QVERIFY(!std::filesystem::exists(dir / "client.json"));
}

QTEST_GUILESS_MAIN(TestClientSettings)
#include "tst_clientsettings.moc"
