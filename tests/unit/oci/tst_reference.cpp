// SPDX-License-Identifier: Apache-2.0
#include "io/json.h"
#include "oci/reference.h"
#include "support/testing.h"

#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestReference : public QObject {
    Q_OBJECT

private slots:
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void saysWhatIsMissing();
    void knowsLoopback();
    void agreesWithTheTable();
};

void TestReference::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto same = [](const char *text) { QTest::newRow(text) << text << text; };
    same("ghcr.io/team/model:v1");
    same("localhost:5000/a:latest");
    same("127.0.0.1:5000/a/b/c_d__e.f-g");
    same("[::1]:5000/model:v1");
    QTest::newRow("Docker Hub") << "docker.io/model:v1"
                                << "docker.io/library/model:v1";
    QTest::newRow("Docker Hub by its API") << "registry-1.docker.io/team/model:v1"
                                           << "docker.io/team/model:v1";
    const auto digest = QString("@sha256:") + QString(64, 'a');
    QTest::newRow("digest") << "r.example/m" + digest << "r.example/m" + digest;
    QTest::newRow("tag and digest") << "r.example/m:v1" + digest << "r.example/m:v1" + digest;
}

void TestReference::parses()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    const auto reference = Reference::parse(text.toStdString());
    VERIFY_RESULT(reference);
    QCOMPARE(reference->toString(), shown.toStdString());
    QVERIFY(Reference::parse(reference->toString()).value() == *reference);
}

void TestReference::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"",
                             "model",
                             "a:b:c",
                             "r.example/UPPER",
                             "r.example//a",
                             "r.example/../a",
                             "r.example:99999/a",
                             "r.example/a:",
                             "r.example/a@sha256:xyz",
                             "r.example/a@md5:d41d8cd98f00b204e9800998ecf8427e",
                             "r.example/a:-x",
                             "r.example/a b",
                             "r.example/a\n",
                             "https://r.example/a",
                             "r.example/a_",
                             "r.example/_a",
                             "r.example/a___b",
                             "r.example/a：v1",
                             "/a",
                             "r.example/"}) // MAN-21
        QTest::newRow(text) << text;
    QTest::newRow("tag of 129") << "r.example/a:" + QString(129, 'x');
    QTest::newRow("name of 300") << "r.example/" + QString(300, 'x');
}

void TestReference::refuses()
{
    QFETCH(QString, text);
    VERIFY_ERROR(Reference::parse(text.toStdString()), ErrorCode::InvalidReference);
}

void TestReference::saysWhatIsMissing()
{
    const auto said = [](const char *text) { return Reference::parse(text).error().message(); };
    QVERIFY(said("localhost:5000").find("names a registry but no repository") != std::string::npos);
    QVERIFY(said("ghcr.io").find("names a registry but no repository") != std::string::npos);
    QVERIFY(said("qwen:v1").find("names no registry") != std::string::npos);
    QVERIFY(said("team/model:v1").find("names no registry") != std::string::npos);
}

void TestReference::knowsLoopback()
{
    for (const char *host : {"localhost", "localhost:5000", "127.0.0.1", "127.3.2.1:80", "[::1]:5000"})
        QVERIFY2(RegistryHost::parse(host)->isLoopback(), host);
    for (const char *host : {"localhost.evil.com", "127.0.0.1.nip.io", "registry.example", "10.0.0.1"})
        QVERIFY2(!RegistryHost::parse(host)->isLoopback(), host);
}

void TestReference::agreesWithTheTable()
{
    const auto table = parseJson(readFile(vectorFile("derived/table-references.json")));
    VERIFY_RESULT(table);
    for (const auto &row : *table->find("valid")->asArray()) {
        const auto reference = Reference::parse(row.text("text"));
        VERIFY_RESULT(reference);
        QCOMPARE(reference->registry.toString(), row.text("registry"));
        QCOMPARE(reference->repository.toString(), row.text("repository"));
        QCOMPARE(reference->tag ? reference->tag->toString() : std::string(), row.text("tag"));
        QCOMPARE(reference->digest ? reference->digest->toString() : std::string(), row.text("digest"));
    }
    for (const auto &row : *table->find("invalid")->asArray())
        QVERIFY2(!Reference::parse(row.text("text")), row.text("text").c_str());
}

QTEST_GUILESS_MAIN(TestReference)
#include "tst_reference.moc"
