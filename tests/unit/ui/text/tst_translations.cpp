// SPDX-License-Identifier: Apache-2.0
#include "ui/text/translations.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QTest>

using namespace modelcrate;

class TestTranslations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void codesComeBack();
    void otherCodesAreTheDesktops();
    void theBestWish_data();
    void theBestWish();
    void plurals_data();
    void plurals();
    void numbersAndDatesFollow();
    void textsOfQtFollow();
    void anotherLanguageReplacesTheFirst();
    void theEndLeavesTheSources();
};

namespace {

QString files(int count) { return QCoreApplication::translate("modelcrate::Inspector", "%Ln file(s)", nullptr, count); }

} // namespace

void TestTranslations::codesComeBack()
{
    for (const auto language : {Language::System, Language::English, Language::SimplifiedChinese, Language::German})
        QCOMPARE(languageFromCode(languageCode(language)), language);
}

void TestTranslations::otherCodesAreTheDesktops()
{
    for (const char *code : {"", "fr", "DE", "zh", "../../de", "de\n"})
        QCOMPARE(languageFromCode(QString::fromLatin1(code)), Language::System);
}

void TestTranslations::theBestWish_data()
{
    QTest::addColumn<QStringList>("wishes");
    QTest::addColumn<Language>("best");
    const auto row = [](const char *wishes, Language best) {
        QTest::newRow(wishes) << QString::fromLatin1(wishes).split(QLatin1Char(' '), Qt::SkipEmptyParts) << best;
    };
    row("", Language::English);
    row("C", Language::English);
    row("de", Language::German);
    row("de-AT", Language::German);
    row("de_CH.UTF-8", Language::German);
    row("zh_CN", Language::SimplifiedChinese);
    row("zh-Hans-CN zh", Language::SimplifiedChinese);
    row("zh_SG", Language::SimplifiedChinese);
    row("zh-Hant-TW", Language::English);
    row("zh_HK de", Language::German);
    row("fr-FR de-DE en", Language::German);
    row("en-US de-DE", Language::English);
    row("ar", Language::English);
    row("nonsense !", Language::English);
}

void TestTranslations::theBestWish()
{
    QFETCH(const QStringList, wishes);
    QFETCH(const Language, best);
    QCOMPARE(bestLanguage(wishes), best);
}

void TestTranslations::plurals_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<QStringList>("texts"); // of 0, 1, 2, 5, 11
    QTest::newRow("en") << Language::English
                        << QStringList{QStringLiteral("0 files"), QStringLiteral("1 file"), QStringLiteral("2 files"),
                                       QStringLiteral("5 files"), QStringLiteral("11 files")};
    QTest::newRow("de") << Language::German
                        << QStringList{QStringLiteral("0 Dateien"), QStringLiteral("1 Datei"),
                                       QStringLiteral("2 Dateien"), QStringLiteral("5 Dateien"),
                                       QStringLiteral("11 Dateien")};
    QTest::newRow("zh_CN") << Language::SimplifiedChinese
                           << QStringList{QStringLiteral("0 个文件"), QStringLiteral("1 个文件"),
                                          QStringLiteral("2 个文件"), QStringLiteral("5 个文件"),
                                          QStringLiteral("11 个文件")};
}

void TestTranslations::plurals()
{
    QFETCH(const Language, language);
    QFETCH(const QStringList, texts);
    Translations translations;
    translations.use(language);
    QCOMPARE((QStringList{files(0), files(1), files(2), files(5), files(11)}), texts);
}

void TestTranslations::numbersAndDatesFollow()
{
    Translations translations;
    translations.use(Language::German);
    QCOMPARE(QLocale().toString(1234567), QStringLiteral("1.234.567"));
    QCOMPARE(files(1500), QStringLiteral("1.500 Dateien"));
    translations.use(Language::English);
    QCOMPARE(QLocale().language() == QLocale::German, QLocale::system().language() == QLocale::German);
}

void TestTranslations::textsOfQtFollow()
{
    const auto folder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    if (!QFileInfo::exists(folder + QStringLiteral("/qtbase_de.qm")))
        QSKIP("Qt's catalogues are not installed");
    Translations translations;
    translations.use(Language::German);
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Abbrechen"));
    translations.use(Language::SimplifiedChinese);
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("取消"));
}

void TestTranslations::anotherLanguageReplacesTheFirst()
{
    Translations translations;
    translations.use(Language::German);
    QCOMPARE(translations.shown(), Language::German);
    translations.use(Language::SimplifiedChinese);
    QCOMPARE(files(2), QStringLiteral("2 个文件"));
    translations.use(Language::English);
    QCOMPARE(files(1), QStringLiteral("1 file"));
    translations.use(Language::System);
    QVERIFY(translations.shown() != Language::System);
}

void TestTranslations::theEndLeavesTheSources()
{
    const auto before = QLocale().name();
    {
        Translations translations;
        translations.use(Language::German);
    }
    QCOMPARE(files(2), QStringLiteral("2 file(s)"));
    QCOMPARE(QLocale().name(), before);
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
