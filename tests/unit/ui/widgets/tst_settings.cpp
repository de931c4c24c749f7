// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/sectionbox.h"
#include "ui/widgets/settings.h"

#include <QAbstractButton>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLockFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace modelcrate;

class tst_Settings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QVERIFY(m_folder.isValid());
        QFile::remove(file());
    }
    void defaults();
    void everythingComesBack();
    void valuesAreBounded();
    void recentsAreFewAndUnique();
    void recentsKeepWhatWasPublished();
    void secretsAreCutOff();
    void hostileFiles_data();
    void hostileFiles();
    void rulesAreFewAndPlain();
    void unitsReachTheNumbers();
    void sectionsAreRemembered();
    void aDiskThatHangsStopsNobody();
    void theLastValueWins();
    void anotherProcessKeepsItsChanges();
    void saysOnceThatItCannotWrite();

private:
    QString file() const { return m_folder.filePath(QStringLiteral("settings.ini")); }
    QTemporaryDir m_folder;
};

void tst_Settings::defaults()
{
    const Settings settings(file());
    QCOMPARE(settings.theme(), ThemeMode::System);
    QCOMPARE(settings.language(), Language::System);
    QCOMPARE(settings.sizeUnits(), SizeUnits::Si);
    QCOMPARE(settings.parallelTransfers(), 1);
    QCOMPARE(settings.rateLimit(), 0);
    QVERIFY(settings.tellsOfTransfers());
    QCOMPARE(settings.hashAheadLimit(), qint64(20) << 30);
    QVERIFY(settings.recents().isEmpty());
    QVERIFY(settings.recentTargets().isEmpty());
    QVERIFY(settings.state(QStringLiteral("geometry")).isEmpty());
}

void tst_Settings::everythingComesBack()
{
    const auto geometry = QByteArray("\x01\0\x02\xff,\"", 6);
    {
        Settings settings(file());
        QSignalSpy changed(&settings, &Settings::changed);
        settings.setTheme(ThemeMode::Dark);
        settings.setLanguage(Language::SimplifiedChinese);
        settings.setSizeUnits(SizeUnits::Iec);
        settings.setParallelTransfers(4);
        settings.setRateLimit(5'000'000);
        settings.setTellsOfTransfers(false);
        QVERIFY(!settings.tellsOfTransfers());
        settings.setHashAheadLimit(0);
        settings.addRecentTarget(QStringLiteral("ghcr.io/acme/a:v1"));
        settings.addRecentTarget(QStringLiteral("ghcr.io/acme/b:v1"));
        settings.addRecent({QStringLiteral("/models/ä, \"odd\" = [x]; %20"), 12, {}});
        QCOMPARE(changed.count(), 10);
        settings.setState(QStringLiteral("geometry"), geometry);
        QCOMPARE(changed.count(), 10);
    }
    const Settings settings(file());
    QCOMPARE(settings.theme(), ThemeMode::Dark);
    QCOMPARE(settings.language(), Language::SimplifiedChinese);
    QCOMPARE(settings.sizeUnits(), SizeUnits::Iec);
    QCOMPARE(settings.parallelTransfers(), 4);
    QCOMPARE(settings.rateLimit(), 5'000'000);
    QVERIFY(!settings.tellsOfTransfers());
    QCOMPARE(settings.hashAheadLimit(), 0);
    QCOMPARE(settings.recentTargets(),
             (QStringList{QStringLiteral("ghcr.io/acme/b:v1"), QStringLiteral("ghcr.io/acme/a:v1")}));
    QCOMPARE(settings.recents().size(), 1);
    QCOMPARE(settings.recents().first().path, QStringLiteral("/models/ä, \"odd\" = [x]; %20"));
    QCOMPARE(settings.recents().first().size, 12);
    QCOMPARE(settings.state(QStringLiteral("geometry")), geometry);
    setSizeUnits(SizeUnits::Si);
}

void tst_Settings::valuesAreBounded()
{
    Settings settings(file());
    settings.setParallelTransfers(99);
    QCOMPARE(settings.parallelTransfers(), 8);
    settings.setParallelTransfers(-1);
    QCOMPARE(settings.parallelTransfers(), 1);
    settings.setRateLimit(-5);
    QCOMPARE(settings.rateLimit(), 0);
    settings.addRecent({QString(5000, QLatin1Char('x')), 1, {}});
    QVERIFY(settings.recents().isEmpty());
    settings.addRecentTarget(QStringLiteral("   "));
    QVERIFY(settings.recentTargets().isEmpty());
}

void tst_Settings::recentsAreFewAndUnique()
{
    Settings settings(file());
    for (int i = 0; i < 40; ++i) {
        settings.addRecent({QStringLiteral("/models/%1").arg(i % 30), i, {}});
        settings.addRecentTarget(QStringLiteral("ghcr.io/acme/%1").arg(i));
    }
    QCOMPARE(settings.recents().size(), 12);
    QCOMPARE(settings.recents().first().path, QStringLiteral("/models/9"));
    QCOMPARE(settings.recentTargets().size(), 20);
    settings.addRecent({QStringLiteral("/models/5"), 77, {}});
    QCOMPARE(settings.recents().size(), 12);
    QCOMPARE(settings.recents().first().size, 77);
    settings.removeRecent(QStringLiteral("/models/5"));
    QCOMPARE(settings.recents().size(), 11);
}

void tst_Settings::recentsKeepWhatWasPublished()
{
    Settings settings(file());
    settings.addRecent({QStringLiteral("/m"), 1, QStringLiteral("ghcr.io/acme/m:v1")});
    settings.addRecent({QStringLiteral("/m"), 2, {}});
    QCOMPARE(settings.recents().first().published, QStringLiteral("ghcr.io/acme/m:v1"));
    settings.addRecent({QStringLiteral("/m"), 2, QStringLiteral("ghcr.io/acme/m:v2")});
    QCOMPARE(settings.recents().first().published, QStringLiteral("ghcr.io/acme/m:v2"));
}

void tst_Settings::secretsAreCutOff()
{
    {
        Settings settings(file());
        settings.addRecentTarget(QStringLiteral("bot:hunter2@ghcr.io/acme/m:v1"));
        settings.addRecentTarget(QStringLiteral("https://bot:hunter2@ghcr.io/acme/n:v1"));
        settings.addRecent({QStringLiteral("/m"), 1, QStringLiteral("bot:hunter2@ghcr.io/acme/m:v1")});
        const auto digest = QStringLiteral("ghcr.io/acme/m@sha256:%1").arg(QString(64, QLatin1Char('a')));
        settings.addRecentTarget(digest);
        QCOMPARE(settings.recentTargets().first(), digest);
        QVERIFY(settings.recentTargets().contains(QStringLiteral("ghcr.io/acme/m:v1")));
    }
    QFile saved(file());
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QVERIFY(!saved.readAll().contains("hunter2"));
}

void tst_Settings::hostileFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("binary") << QByteArray("\x00\xff\xfe[\x01]=\x00\n", 8).repeated(1000);
    QTest::newRow("wrong types") << QByteArray(
        "[look]\ntheme=@ByteArray(\\0)\nlanguage=@Size(1 2)\nsizeUnits=@Size(3 4)\n[transfers]\nparallel=@Rect(1 2 3 "
        "4)\nrateLimit=fast\ntell=@Rect(1 2 3 4)\n"
        "[packages]\nhashAhead=@Invalid()\n[recent]\ntargets=@Variant(\\0\\0\\0\\x1a)\npackages\\1\\path=@Point(1 2)\n"
        "[state]\ngeometry=@Rect(0 0 1 1)\n");
    QTest::newRow("out of range") << QByteArray(
        "[transfers]\nparallel=999999999999999999999\nrateLimit=-3\n[packages]\nhashAhead=-1\n");
    QTest::newRow("large") << QByteArray("[recent]\npackages\\1\\path=") + QByteArray(100'000, 'x')
            + "\npackages\\1\\size=-9\ntargets=" + QByteArray("a, ").repeated(5000)
            + "b\n[state]\ngeometry=" + QByteArray(1'000'000, 'g') + "\n";
    QTest::newRow("many") << QByteArray(
        "[recent]\npackages\\size=2147483647\npackages\\2147483647\\path=/x\npackages\\3\\path=/y\n");
}

void tst_Settings::hostileFiles()
{
    QFETCH(QByteArray, content);
    QFile hostile(file());
    QVERIFY(hostile.open(QIODevice::WriteOnly));
    hostile.write(content);
    hostile.close();
    Settings settings(file());
    QCOMPARE(settings.theme(), ThemeMode::System);
    QCOMPARE(settings.language(), Language::System);
    QCOMPARE(settings.sizeUnits(), SizeUnits::Si);
    QVERIFY(settings.parallelTransfers() >= 1 && settings.parallelTransfers() <= 8);
    QVERIFY(settings.rateLimit() >= 0);
    QVERIFY(settings.tellsOfTransfers());
    QVERIFY(settings.hashAheadLimit() >= 0);
    QVERIFY(settings.recents().size() <= 1);
    QVERIFY(settings.recentTargets().size() <= 20);
    QVERIFY(settings.state(QStringLiteral("geometry")).isEmpty());
    settings.addRecent({QStringLiteral("/z"), 1, {}});
    QCOMPARE(settings.recents().first().path, QStringLiteral("/z"));
}

void tst_Settings::rulesAreFewAndPlain()
{
    {
        Settings settings(file());
        QSignalSpy changed(&settings, &Settings::changed);
        settings.rememberKind({"*.py", LayerKind::Code});
        settings.rememberKind({"a=b, \"c\".txt", LayerKind::Doc});
        settings.rememberKind({"*.py", LayerKind::Doc}); // in place of the other
        settings.setIgnorePatterns({QStringLiteral("*.log"), QStringLiteral("*.log"), QStringLiteral("a\nb")});
        QCOMPARE(changed.count(), 4);
    }
    Settings settings(file());
    const std::vector<KindRule> expected{{"*.py", LayerKind::Doc}, {"a=b, \"c\".txt", LayerKind::Doc}};
    QVERIFY(settings.kindRules() == expected);
    QCOMPARE(settings.ignorePatterns(), QStringList(QStringLiteral("*.log")));

    // A file may hold anything.
    QStringList lines{QStringLiteral("*.a=nonsense"),     QStringLiteral("=doc"),    QStringLiteral("*.b=doc:tar"),
                      QString(100'000, QLatin1Char('x')), QStringLiteral("#=doc"),   QStringLiteral("*.c=weight"),
                      QStringLiteral("*.\u0007bell=doc"), QStringLiteral("*.c=code")};
    for (int i = 0; i < 1000; ++i)
        lines.append(QStringLiteral("*.%1=code").arg(i));
    {
        QSettings hostile(file(), QSettings::IniFormat);
        hostile.setValue(QStringLiteral("rules/kinds"), lines);
        hostile.setValue(QStringLiteral("rules/ignore"), lines);
    }
    const Settings read(file());
    const auto rules = read.kindRules();
    QVERIFY(!rules.empty() && rules.size() <= 100);
    QCOMPARE(rules.front().glob, std::string("*.c"));
    QVERIFY(rules.front().kind == LayerKind::Weight);
    for (const auto &rule : rules)
        QVERIFY(Settings::isPattern(QString::fromStdString(rule.glob)));
    QVERIFY(read.ignorePatterns().size() <= 100);
    {
        QSettings hostile(file(), QSettings::IniFormat);
        hostile.setValue(QStringLiteral("rules/kinds"), QByteArray("\0\1", 2));
        hostile.setValue(QStringLiteral("rules/ignore"), 7);
    }
    const Settings other(file());
    QVERIFY(other.kindRules().empty());
    QVERIFY(other.ignorePatterns().size() <= 1);
}

void tst_Settings::unitsReachTheNumbers()
{
    {
        Settings settings(file());
        settings.setSizeUnits(SizeUnits::Iec);
        QCOMPARE(sizeUnits(), SizeUnits::Iec);
    }
    setSizeUnits(SizeUnits::Si);
    const Settings settings(file());
    QCOMPARE(sizeUnits(), SizeUnits::Iec);
    setSizeUnits(SizeUnits::Si);
}

void tst_Settings::sectionsAreRemembered()
{
    Settings settings(file());
    {
        SectionBox box(QStringLiteral("Digest"), QStringLiteral("digest"), &settings);
        box.setContent(new QLabel(QStringLiteral("sha256")));
        box.show();
        QVERIFY(box.isExpanded());
        auto *header = box.findChild<QAbstractButton *>(QStringLiteral("sectionHeader"));
        QVERIFY(header->accessibleName().contains(QStringLiteral("open")));
        QSignalSpy changed(&box, &SectionBox::expandedChanged);
        QTest::keyClick(header, Qt::Key_Space);
        QVERIFY(!box.isExpanded());
        QVERIFY(box.content()->isHidden());
        QVERIFY(header->accessibleName().contains(QStringLiteral("closed")));
        QCOMPARE(changed.count(), 1);
    }
    const SectionBox box(QStringLiteral("Digest"), QStringLiteral("digest"), &settings);
    QVERIFY(!box.isExpanded());
    const SectionBox other(QStringLiteral("Layer"), QStringLiteral("layer"), &settings);
    QVERIFY(other.isExpanded());
}

/// Who writes waits for the file's lock, as for a disk; the window does not.
void tst_Settings::aDiskThatHangsStopsNobody()
{
    Settings settings(file());
    QLockFile lock(file() + QStringLiteral(".lock"));
    QVERIFY(lock.lock());
    settings.setTheme(ThemeMode::Dark);
    settings.addRecent({QStringLiteral("/m"), 1, {}});
    // So many turns of the event loop, in which QSettings would have written.
    int turns = 0;
    QTimer timer;
    connect(&timer, &QTimer::timeout, &timer, [&] { ++turns; });
    timer.start(10);
    QTRY_VERIFY(turns >= 50);
    QVERIFY(!QFile::exists(file()));
    QCOMPARE(settings.theme(), ThemeMode::Dark);
    QCOMPARE(settings.recents().size(), 1);
    settings.setTheme(ThemeMode::Light);
    lock.unlock();
    QTRY_VERIFY(QFile::exists(file()));
    QTRY_COMPARE(Settings(file()).theme(), ThemeMode::Light);
    QCOMPARE(Settings(file()).recents().size(), 1);
}

void tst_Settings::theLastValueWins()
{
    {
        Settings settings(file());
        for (int i = 0; i < 500; ++i) {
            settings.setRateLimit(i);
            settings.addRecent({QStringLiteral("/models/%1").arg(i), i, {}});
            settings.removeRecent(QStringLiteral("/models/%1").arg(i - 1));
        }
        settings.setHashAheadLimit(7);
        settings.setHashAheadLimit(0);
    }
    const Settings settings(file());
    QCOMPARE(settings.rateLimit(), 499);
    QCOMPARE(settings.hashAheadLimit(), 0);
    QCOMPARE(settings.recents().size(), 1);
    QCOMPARE(settings.recents().first().path, QStringLiteral("/models/499"));
}

void tst_Settings::anotherProcessKeepsItsChanges()
{
    Settings settings(file());
    settings.setParallelTransfers(3);
    QTRY_VERIFY(QFile::exists(file()));
    {
        Settings other(file());
        QCOMPARE(other.parallelTransfers(), 3);
        other.addRegistry(QStringLiteral("ghcr.io"));
        other.setTheme(ThemeMode::Dark);
    }
    settings.setRateLimit(12);
    QTRY_COMPARE(settings.registries(), QStringList(QStringLiteral("ghcr.io"))); // read when it was written
    QCOMPARE(settings.theme(), ThemeMode::Dark);
    QCOMPARE(settings.rateLimit(), 12);
    const Settings read(file());
    QCOMPARE(read.registries(), QStringList(QStringLiteral("ghcr.io")));
    QCOMPARE(read.theme(), ThemeMode::Dark);
    QCOMPARE(read.parallelTransfers(), 3);
    QCOMPARE(read.rateLimit(), 12);
}

void tst_Settings::saysOnceThatItCannotWrite()
{
    const auto folder = m_folder.filePath(QStringLiteral("later"));
    QFile inTheWay(folder);
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    const auto path = folder + QStringLiteral("/settings.ini");
    Settings settings(path);
    QSignalSpy failed(&settings, &Settings::writingFailed);
    QSignalSpy recovered(&settings, &Settings::writingRecovered);
    settings.setTheme(ThemeMode::Dark);
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(settings.failure());
    QVERIFY(settings.failure()->message().find("settings.ini") != std::string::npos);
    // It is tried again with the next change, not said again, and nothing was lost.
    QVERIFY(inTheWay.remove());
    QVERIFY(QDir().mkpath(folder));
    settings.setParallelTransfers(2);
    QTRY_COMPARE(recovered.count(), 1);
    QCOMPARE(failed.count(), 1);
    QVERIFY(!settings.failure());
    const Settings read(path);
    QCOMPARE(read.theme(), ThemeMode::Dark);
    QCOMPARE(read.parallelTransfers(), 2);
}

QTEST_MAIN(tst_Settings)
#include "tst_settings.moc"
