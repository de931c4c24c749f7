// SPDX-License-Identifier: Apache-2.0
#include "modelpack/fileclassifier.h"
#include "ui/text/convert.h"
#include "ui/text/errortext.h"
#include "ui/text/kindtext.h"
#include "ui/text/mnemonics.h"
#include "ui/text/numbers.h"

#include <QLocale>
#include <QTest>

#include <limits>

using namespace modelcrate;
using namespace std::chrono_literals;

namespace {

QString bytes(std::int64_t count) { return formatBytes(ByteCount(count)); }

} // namespace

class tst_Texts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanupTestCase() { setSizeUnits(SizeUnits::Si); }
    void ampersandsAreKept();
    void sizes_data();
    void sizes();
    void sizesInIec();
    void sizesInLocales();
    void sizesHaveThreeDigits();
    void rates();
    void durations();
    void percents();
    void digests();
    void everyErrorSaysWhatToDo_data();
    void everyErrorSaysWhatToDo();
    void errorsNameTheRegistry();
    void errorsByStatus();
    void detailsHoldNoSecrets();
    void anAddressKeepsItsCase();
    void findings();
    void rulesAreSentences();
    void everyRuleOfTheClassifierIsASentence();
    void exclusions();
};

void tst_Texts::init()
{
    QLocale::setDefault(QLocale::c());
    setSizeUnits(SizeUnits::Si);
}

void tst_Texts::ampersandsAreKept()
{
    QCOMPARE(escapeMnemonics(QStringLiteral("R&D & more")), QStringLiteral("R&&D && more"));
    for (const auto &name : {QStringLiteral("R&D"), QStringLiteral("&&"), QStringLiteral("end&"), QString()})
        QCOMPARE(withoutMnemonics(escapeMnemonics(name)), name);
    QCOMPARE(withoutMnemonics(QStringLiteral("&Open && Close&")), QStringLiteral("Open & Close"));
}

void tst_Texts::sizes_data()
{
    QTest::addColumn<qint64>("count");
    QTest::addColumn<QString>("text");
    const auto row = [](qint64 count, const char *text) { QTest::newRow(text) << count << QString::fromLatin1(text); };
    row(0, "0 B");
    row(1, "1 B");
    row(812, "812 B");
    row(999, "999 B");
    row(1000, "1.00 kB");
    row(9994, "9.99 kB");
    row(9995, "10.0 kB");
    row(99'949, "99.9 kB");
    row(99'950, "100 kB");
    row(999'499, "999 kB");
    row(999'500, "1.00 MB");
    row(3'945'441'280, "3.95 GB");
    row(15'865'821'073, "15.9 GB");
    row(622'000'000, "622 MB");
    row(std::numeric_limits<qint64>::max(), "9.22 EB");
}

void tst_Texts::sizes()
{
    QFETCH(qint64, count);
    QFETCH(QString, text);
    QCOMPARE(bytes(count), text);
}

void tst_Texts::sizesInIec()
{
    setSizeUnits(SizeUnits::Iec);
    QCOMPARE(bytes(0), QStringLiteral("0 B"));
    QCOMPARE(bytes(1023), QStringLiteral("0.999 KiB"));
    QCOMPARE(bytes(1024), QStringLiteral("1.00 KiB"));
    QCOMPARE(bytes(1024 * 1000), QStringLiteral("0.977 MiB"));
    QCOMPARE(bytes(qint64(20) << 30), QStringLiteral("20.0 GiB"));
    QCOMPARE(bytes(std::numeric_limits<qint64>::max()), QStringLiteral("8.00 EiB"));
    QCOMPARE(formatRate(1024 * 1024), QStringLiteral("1.0 MiB/s"));
}

void tst_Texts::sizesInLocales()
{
    QLocale::setDefault(QLocale(QLocale::German));
    QCOMPARE(bytes(3'945'441'280), QStringLiteral("3,95 GB"));
    QCOMPARE(formatCount(1'972'716'032), QStringLiteral("1.972.716.032"));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCOMPARE(formatCount(1'972'716'032), QStringLiteral("1,972,716,032"));
    QLocale::setDefault(QLocale(QLocale::Arabic, QLocale::Egypt));
    const auto arabic = bytes(3'945'441'280);
    QVERIFY(!arabic.contains(QLatin1Char('3')));
    QVERIFY(arabic.endsWith(QStringLiteral(" GB")));
    QVERIFY(arabic.startsWith(QChar(0x200e)));
}

void tst_Texts::sizesHaveThreeDigits()
{
    for (qint64 count = 1000; count > 0 && count < std::numeric_limits<qint64>::max() / 3; count = count * 3 / 2 + 7) {
        auto digits = bytes(count).section(QLatin1Char(' '), 0, 0);
        digits.remove(QLatin1Char('.'));
        QVERIFY2(digits.size() == 3, qPrintable(bytes(count)));
    }
}

void tst_Texts::rates()
{
    QCOMPARE(formatRate(0), QStringLiteral("0 B/s"));
    QCOMPARE(formatRate(-5), QStringLiteral("0 B/s"));
    QCOMPARE(formatRate(std::numeric_limits<double>::quiet_NaN()), QStringLiteral("0 B/s"));
    QCOMPARE(formatRate(std::numeric_limits<double>::infinity()), QStringLiteral("0 B/s"));
    QCOMPARE(formatRate(9'600'000), QStringLiteral("9.6 MB/s"));
    QCOMPARE(formatRate(11'040'000), QStringLiteral("11.0 MB/s"));
    QCOMPARE(formatRate(480'400'000), QStringLiteral("480 MB/s"));
}

void tst_Texts::durations()
{
    QCOMPARE(formatDuration(-3s), QStringLiteral("0 s"));
    QCOMPARE(formatDuration(12s), QStringLiteral("12 s"));
    QCOMPARE(formatDuration(59s), QStringLiteral("59 s"));
    QCOMPARE(formatDuration(60s), QStringLiteral("1 min"));
    QCOMPARE(formatDuration(249s), QStringLiteral("4 min"));
    QCOMPARE(formatDuration(3599s), QStringLiteral("1 h"));
    QCOMPARE(formatDuration(7500s), QStringLiteral("2 h 5 min"));
    QCOMPARE(formatDuration(26h), QStringLiteral("1 d 2 h"));
    QVERIFY(!formatDuration(std::chrono::seconds::max()).isEmpty());
}

void tst_Texts::percents()
{
    const auto percent = [](qint64 done, qint64 total) { return formatPercent(ByteCount(done), ByteCount(total)); };
    QCOMPARE(percent(0, 10), QStringLiteral("0%"));
    QCOMPARE(percent(4, 10), QStringLiteral("40%"));
    QCOMPARE(percent(9'999'999, 10'000'000), QStringLiteral("99%"));
    QCOMPARE(percent(10, 10), QStringLiteral("100%"));
    QCOMPARE(percent(0, 0), QStringLiteral("100%"));
    QCOMPARE(percent(11, 10), QStringLiteral("99%"));
    QCOMPARE(percent(std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::max()), QStringLiteral("100%"));
}

void tst_Texts::digests()
{
    const auto digest = Digest::sha256Of("");
    QCOMPARE(shortDigest(digest), QStringLiteral("sha256:e3b0c44298fc…52b855"));
}

void tst_Texts::everyErrorSaysWhatToDo_data()
{
    QTest::addColumn<int>("code");
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code)
        QTest::addRow("%s", std::string(toString(static_cast<ErrorCode>(code))).c_str()) << code;
}

void tst_Texts::everyErrorSaysWhatToDo()
{
    QFETCH(int, code);
    Error error(static_cast<ErrorCode>(code), "what happened to it");
    error.addContext("sending model.safetensors");
    const auto text = errorText(error);
    QVERIFY(!text.title.isEmpty());
    QVERIFY(!text.title.contains(QStringLiteral("error"), Qt::CaseInsensitive));
    QVERIFY(!text.title.endsWith(QLatin1Char('.')));
    QVERIFY(!text.cause.isEmpty());
    QVERIFY(!text.action.isEmpty());
    QVERIFY(!text.action.contains(QStringLiteral("--")));
    QVERIFY(text.details.contains(QStringLiteral("what happened to it")));
    QVERIFY(text.details.contains(QStringLiteral("sending model.safetensors")));
    if (!error.isStop())
        QVERIFY2(text.cause.contains(QStringLiteral("What happened to it.")), qPrintable(text.cause));
}

void tst_Texts::errorsNameTheRegistry()
{
    const auto title = [](std::string message) {
        return errorText(Error(ErrorCode::Unauthorized, std::move(message))).title;
    };
    QCOMPARE(title("ghcr.io answered 401 when starting an upload"), QStringLiteral("ghcr.io needs a sign-in"));
    QCOMPARE(title("https://registry.example:5000: no route"), QStringLiteral("registry.example:5000 needs a sign-in"));
    QCOMPARE(title("localhost:5000 answered 401"), QStringLiteral("localhost:5000 needs a sign-in"));
    QCOMPARE(title("127.0.0.1:5000 asks for a user"), QStringLiteral("127.0.0.1:5000 needs a sign-in"));
    QCOMPARE(title("the credential helper failed"), QStringLiteral("The registry needs a sign-in"));
    QCOMPARE(title(std::string(100'000, 'a') + ".b"), QStringLiteral("The registry needs a sign-in"));
}

void tst_Texts::errorsByStatus()
{
    const auto title = [](int status) {
        Error error(ErrorCode::RegistryRejected, "ghcr.io answered something");
        error.setHttpStatus(status);
        return errorText(error).title;
    };
    QCOMPARE(title(413), QStringLiteral("Too large for ghcr.io"));
    QCOMPARE(title(507), QStringLiteral("No space left in ghcr.io"));
    QCOMPARE(title(403), QStringLiteral("No space left in ghcr.io"));
    QCOMPARE(title(405), QStringLiteral("ghcr.io does not offer this"));
    QCOMPARE(title(400), QStringLiteral("ghcr.io refuses this"));
}

void tst_Texts::detailsHoldNoSecrets()
{
    Error error(ErrorCode::Unauthorized,
                "Authorization: Bearer eyJhbGciOiJSUzI1NiJ9.payload at https://bot:hunter2@ghcr.io/v2/",
                "password=hunter2!");
    error.addContext("sending Basic aHVudGVyMjpodW50ZXIy");
    error.setRegistryErrors({{"DENIED", "your token: ghp_hunter2hunter2", "{\"secret\":\"hunter2\"}"}});
    const auto text = errorText(error);
    for (const auto &part : {text.title, text.cause, text.action, text.details}) {
        QVERIFY2(!part.contains(QStringLiteral("hunter2")), qPrintable(part));
        QVERIFY(!part.contains(QStringLiteral("eyJ")));
        QVERIFY(!part.contains(QStringLiteral("aHVu")));
    }
    QVERIFY(text.details.contains(QStringLiteral("DENIED")));
    const Error hostile(ErrorCode::Conflict, "a\x1b[31m\u202e\nb");
    QVERIFY(!errorText(hostile).cause.contains(QChar(0x202e)));
    QVERIFY(!errorText(hostile).cause.contains(QChar(0x1b)));
}

void tst_Texts::anAddressKeepsItsCase()
{
    QCOMPARE(errorText(Error(ErrorCode::NetworkFailed, "http://a:1: refused")).cause,
             QStringLiteral("http://a:1: refused."));
    QCOMPARE(errorText(Error(ErrorCode::NetworkFailed, "the line was cut")).cause, QStringLiteral("The line was cut."));
}

void tst_Texts::findings()
{
    QCOMPARE(findingText({"MP042", Severity::Error, "m.bin", "is a Git LFS pointer"}),
             QStringLiteral("Not the file it is named after: is a Git LFS pointer"));
    QCOMPARE(findingText({"MP060", Severity::Warning, "", ""}), QStringLiteral("More than registries take"));
    QCOMPARE(findingText({"XY999", Severity::Note, "", "something technical"}), QStringLiteral("something technical"));
    QCOMPARE(findingText({"XY999", Severity::Note, "", ""}), QStringLiteral("XY999"));
}

void tst_Texts::rulesAreSentences()
{
    QCOMPARE(ruleText("name:*.safetensors"), QStringLiteral("Rule *.safetensors (built in)"));
    QCOMPARE(ruleText("user"), QStringLiteral("Chosen by you"));
    QCOMPARE(ruleText("bytes:gguf"), QStringLiteral("First bytes: gguf"));
    QCOMPARE(ruleText("modctl:config:*.json"), QStringLiteral("Rule *.json (list of modctl)"));
    QCOMPARE(ruleText("size:*.xml"), QStringLiteral("Rule *.xml for a file of this size (built in)"));
    QCOMPARE(ruleText("odd"), QStringLiteral("Rule odd"));
    QVERIFY(ruleText("").isEmpty());
    for (const auto kind : allLayerKinds)
        QVERIFY(!kindText(kind).isEmpty());
    QCOMPARE(encodingText(LayerEncoding::TarZstd), QStringLiteral("tar + zstd"));
    QCOMPARE(certaintyText(Certainty::Guess), QStringLiteral("a guess: please look"));
}

void tst_Texts::everyRuleOfTheClassifierIsASentence()
{
    const FileClassifier ours;
    const FileClassifier modctl(RuleSet::Modctl);
    for (const std::string_view path :
         {"LICENSE", "README.md", "Makefile", "tokenizer.model", "labels.txt", "chat_template.jinja",
          "pytorch_model.bin", "model.safetensors.index.json", "events.out.tfevents.1", "data/train/x.json",
          "docs/a.csv", "src/odd", "train/odd", "odd", "x.bin", "model.weird", "big.xml"}) {
        for (const std::string_view content : {std::string_view("#!/bin/sh\n"), std::string_view("text\n"),
                                               std::string_view("\x80\x02}q\x01\x00\x00", 8),
                                               std::string_view("GGUF\x03\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 20)}) {
            for (const auto *classifier : {&ours, &modctl}) {
                const auto rule = classifier->classify(path, ByteCount(1'000'000), content).rule;
                const auto text = ruleText(rule);
                QVERIFY2(!text.isEmpty() && text != QStringLiteral("Rule %1").arg(toQString(rule)), rule.c_str());
                // An id without a sentence of its own must at least be a pattern.
                QVERIFY2(!text.startsWith(QStringLiteral("Rule ")) || text.contains(QLatin1Char('*'))
                             || text.contains(QStringLiteral("modctl")) || text.contains(QLatin1Char('.')),
                         rule.c_str());
            }
        }
    }
}

void tst_Texts::exclusions()
{
    QCOMPARE(exclusionText({".git/", ExcludeReason::DefaultPattern, ".git"}), QStringLiteral("Git data"));
    QCOMPARE(exclusionText({"a.tmp", ExcludeReason::ModelIgnore, "*.tmp"}),
             QStringLiteral("Named in .modelignore: *.tmp"));
    QCOMPARE(exclusionText({"x", ExcludeReason::LinkOutside, "../x"}), QStringLiteral("Leads out of the folder: ../x"));
    for (int reason = 0; reason <= static_cast<int>(ExcludeReason::UnsafeName); ++reason) {
        for (const char *detail : {"", "because"})
            QVERIFY(!exclusionText({"p", static_cast<ExcludeReason>(reason), detail}).isEmpty());
    }
    QVERIFY(!exclusionText({"p", ExcludeReason::BrokenLink, ""}).contains(QLatin1Char('%')));
}

QTEST_GUILESS_MAIN(tst_Texts)
#include "tst_texts.moc"
