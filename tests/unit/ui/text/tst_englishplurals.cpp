// SPDX-License-Identifier: Apache-2.0
#include "ui/text/englishplurals.h"

#include <QCoreApplication>
#include <QTest>

using namespace modelcrate;

class TestEnglishPlurals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneAndMany_data();
    void oneAndMany();
    void leavesOthersAlone();
};

void TestEnglishPlurals::oneAndMany_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("many");
    const auto row = [](const char *source, const char *one, const char *many) {
        QTest::newRow(source) << QString::fromLatin1(source) << QString::fromLatin1(one) << QString::fromLatin1(many);
    };
    row("%n file(s)", "1 file", "3 files");
    row("%n file(s) are gone: leave them out", "1 file is gone: leave them out", "3 files are gone: leave them out");
    row("%n need(s) a look.", "1 needs a look.", "3 need a look.");
    row("%n field(s) differ from %1", "1 field differs from %1", "3 fields differ from %1");
    row("of %1 in %n layer(s), config and manifest", "of %1 in 1 layer, config and manifest",
        "of %1 in 3 layers, config and manifest");
}

void TestEnglishPlurals::oneAndMany()
{
    QFETCH(const QString, source);
    QFETCH(const QString, one);
    QFETCH(const QString, many);
    EnglishPlurals plurals;
    QVERIFY(QCoreApplication::installTranslator(&plurals));
    const auto say = [&](int n) {
        return QCoreApplication::translate("Anywhere", source.toLatin1().constData(), nullptr, n);
    };
    QCOMPARE(say(1), one);
    QCOMPARE(say(3), many);
    QVERIFY(!say(0).contains(QLatin1Char('(')));
    QCoreApplication::removeTranslator(&plurals);
}

void TestEnglishPlurals::leavesOthersAlone()
{
    const EnglishPlurals plurals;
    QVERIFY(plurals.translate("", "Files", nullptr, -1).isNull());
    QVERIFY(plurals.translate("", "%n active", nullptr, 2).isNull());
    QVERIFY(plurals.translate("", "f(s)", nullptr, -1).isNull()); // no count, no plural
}

QTEST_GUILESS_MAIN(TestEnglishPlurals)
#include "tst_englishplurals.moc"
