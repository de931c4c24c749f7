// SPDX-License-Identifier: Apache-2.0
#include "operations/location.h"
#include "ui/text/convert.h"
#include "ui/text/referenceproblem.h"

#include <string>

#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

using namespace modelcrate;

class tst_ReferenceProblem : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesWhatIsATarget_data();
    void takesWhatIsATarget();
    void namesThePartThatIsWrong_data();
    void namesThePartThatIsWrong();
    void isSaidInTheLanguageOfTheProgram();
    void showsNoControlCharacters();
};

void tst_ReferenceProblem::takesWhatIsATarget_data()
{
    QTest::addColumn<QString>("text");
    for (const auto *text : {"ghcr.io/acme/model:v1", "ghcr.io/acme/model", "localhost/a:v1",
                             "localhost:5000/a/b__c:v1", "[::1]:5000/a:v1", "docker.io/model:v1", "store:model:v1", "store:a/b", "oci:/tmp/x y:v1"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void tst_ReferenceProblem::takesWhatIsATarget()
{
    QFETCH(const QString, text);
    QVERIFY(!targetProblem(toUtf8(text)));
}

void tst_ReferenceProblem::namesThePartThatIsWrong_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says"); ///< among other words
    const auto digest = QString(64, QLatin1Char('a'));
    const auto row = [](const QString &text, const char *says) {
        QTest::addRow("%s, %s", qPrintable(text.left(40)), says) << text << QString::fromUtf8(says);
    };
    row({}, "Nothing is written");
    row(QStringLiteral("https://ghcr.io/acme/model"), "no https:// in front");
    row(QStringLiteral("model"), "No registry is named");
    row(QStringLiteral("model:v1"), "No registry is named");
    row(QStringLiteral("no good reference"), "No registry is named");
    row(QStringLiteral("/model:v1"), "No registry is named");
    row(QStringLiteral("acme/model:v1"), "“acme” is no registry");
    row(QStringLiteral("ghcr.io"), "ghcr.io is a registry; a repository has to follow: ghcr.io/team/model:v1");
    row(QStringLiteral("localhost:5000"), "localhost:5000 is a registry");
    row(QStringLiteral("ghcr.io/"), "repository is missing");
    row(QStringLiteral("ghcr.io/:v1"), "repository is missing");
    row(QStringLiteral("ghcr.io:99999/acme/model"), "“99999” is no port");
    row(QStringLiteral("ghcr.io:/acme/model"), "“” is no port");
    row(QStringLiteral("gh cr.io/acme/model"), "“ ” (character 3) cannot be in the name of a registry");
    row(QStringLiteral("gh_cr.io/acme/model"), "“_” (character 3) cannot be in the name of a registry");
    row(QStringLiteral("-ghcr.io/acme/model"), "“-ghcr.io” is no name of a registry");
    row(QStringLiteral("[::1/acme/model"), "“[::1” is no address");
    row(QStringLiteral("ghcr.io/Acme/model:v1"), "lower case: acme, not Acme");
    row(QStringLiteral("ghcr.io/acme/my model:v1"), "“ ” (character 16) cannot be in a repository");
    row(QStringLiteral("ghcr.io/ä/mödel:v1"), "“ä” (character 9) cannot be in a repository");
    row(QStringLiteral("ghcr.io/x/mödel:v1"), "“ö” (character 12) cannot be in a repository");
    row(QStringLiteral("ghcr.io/acme//model:v1"), "a / too many in the repository (character 14)");
    row(QStringLiteral("ghcr.io/acme/:v1"), "a / too many");
    row(QStringLiteral("ghcr.io/acme/-model:v1"), "“-model” in the repository has to begin and end");
    row(QStringLiteral("ghcr.io/acme/model.:v1"), "“model.” in the repository has to begin and end");
    row(QStringLiteral("ghcr.io/acme/a..b:v1"), "“a..b” in the repository has too many signs");
    row(QStringLiteral("ghcr.io/acme/a___b:v1"), "“a___b” in the repository has too many signs");
    row(QStringLiteral("ghcr.io/") + QString(256, QLatin1Char('a')), "The repository has 256 characters");
    row(QStringLiteral("ghcr.io/") + QString(250, QLatin1Char('a')), "have 258 characters together");
    row(QStringLiteral("ghcr.io/acme/model:"), "A tag has to follow the colon");
    row(QStringLiteral("ghcr.io/acme/model:v 1"), "“ ” (character 21) cannot be in a tag");
    row(QStringLiteral("ghcr.io/acme:model/x"), "“/” (character 19) cannot be in a tag");
    row(QStringLiteral("ghcr.io/acme/model:.v1"), "cannot begin with “.”");
    row(QStringLiteral("ghcr.io/acme/model:-v1"), "cannot begin with “-”");
    row(QStringLiteral("ghcr.io/acme/model:") + QString(129, QLatin1Char('a')), "The tag has 129 characters");
    row(QStringLiteral("ghcr.io/acme/model@sha256:") + digest, "digest by itself");
    row(QStringLiteral("ghcr.io/acme/model@v1"), "digest by itself");
    row(QStringLiteral("store:a@sha256:") + digest, "digest by itself");
    row(QStringLiteral("store:Model:v1"), "lower case: model, not Model");
    row(QStringLiteral("store:"), "repository is missing");
    row(QStringLiteral("store:a:b c"), "“ ” (character 10) cannot be in a tag");
    row(QStringLiteral("oci:"), "A folder has to follow oci:");
    row(QStringLiteral("oci:/tmp/x:v 1"), "“ ” (character 13) cannot be in a tag");
}

void tst_ReferenceProblem::namesThePartThatIsWrong()
{
    QFETCH(const QString, text);
    QFETCH(const QString, says);
    const auto problem = targetProblem(toUtf8(text));
    QVERIFY(problem);
    QVERIFY2(problem->text.contains(says), qPrintable(problem->text));
    QVERIFY(!problem->details.isEmpty());
    QVERIFY2(!problem->text.contains(toQString(parseTarget(toUtf8(text)).error().message())),
             qPrintable(problem->text));
}

namespace {

/// Says another word for every text of ours.
class Foreign final : public QTranslator {
public:
    QString translate(const char *, const char *, const char *, int) const override { return QStringLiteral("⟦%1⟧"); }
    bool isEmpty() const override { return false; }
};

} // namespace

void tst_ReferenceProblem::isSaidInTheLanguageOfTheProgram()
{
    Foreign foreign;
    QVERIFY(QCoreApplication::installTranslator(&foreign));
    const auto problem = targetProblem("ghcr.io/Acme/model:v1");
    QCoreApplication::removeTranslator(&foreign);
    QVERIFY(problem);
    QCOMPARE(problem->text, QStringLiteral("⟦acme⟧"));
    // The core's own words stay as they are.
    QVERIFY(
        problem->details.startsWith(displayText(parseTarget("ghcr.io/Acme/model:v1").error().message())));
}

void tst_ReferenceProblem::showsNoControlCharacters()
{
    for (const std::string text : {"ghcr.io/a\x1b[31m/b", "ghcr.io/a:\xe2\x80\xae", "a\nb/c", "ghcr.io/\xff\xfe"}) {
        const auto problem = targetProblem(text);
        QVERIFY(problem);
        for (const auto character : problem->text + problem->details) {
            QVERIFY(character == QLatin1Char('\n') || character.isPrint());
            QVERIFY(character != QChar(0x202e));
        }
    }
}

QTEST_GUILESS_MAIN(tst_ReferenceProblem)
#include "tst_referenceproblem.moc"
