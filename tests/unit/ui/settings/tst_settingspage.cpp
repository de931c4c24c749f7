// SPDX-License-Identifier: Apache-2.0
// The sections of the settings page: each field takes effect at once, and follows what is changed elsewhere.
#include "support/gui/bench.h"
#include "support/gui/waiting.h"
#include "support/testing.h"
#include "ui/settings/computersettings.h"
#include "ui/settings/settingspage.h"
#include "ui/text/convert.h"
#include "ui/text/numbers.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/shortcuts.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestSettingsPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void choosesASectionByKeyboard();
    void everyFieldHasAName();
    void takesEffectAtOnce();
    void followsOtherPages();
    void measuresTheStore();
    void countsNoFileThatIsGone();
    void choosesTheStoreAndFreesIt();
    void listsAndEditsRules();
    void listsAndEditsIgnorePatterns();

private:
    template<typename T>
    T *find(const char *name) const
    {
        return m_page->findChild<T *>(QLatin1String(name));
    }
    std::unique_ptr<Bench> m_bench;
    std::unique_ptr<Shortcuts> m_shortcuts;
    std::unique_ptr<SettingsPage> m_page;
};

void TestSettingsPage::init()
{
    m_bench = std::make_unique<Bench>();
    Theme::instance().apply(ThemeMode::Light);
    m_shortcuts = std::make_unique<Shortcuts>(m_bench->settings);
    m_page = std::make_unique<SettingsPage>(m_bench->services, *m_shortcuts);
    m_page->resize(900, 600);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void TestSettingsPage::cleanup()
{
    m_page.reset();
    m_shortcuts.reset();
    m_bench.reset();
    setSizeUnits(SizeUnits::Si);
    Theme::instance().apply(ThemeMode::Light);
}

void TestSettingsPage::choosesASectionByKeyboard()
{
    m_page->setFocus();
    auto *names = find<QListWidget>("settingsSections");
    QVERIFY(names->hasFocus());
    QCOMPARE(m_page->section(), SettingsPage::Section::General);
    QVERIFY(find<QComboBox>("themeBox")->isVisible());
    QTest::keyClick(names, Qt::Key_Down);
    QCOMPARE(m_page->section(), SettingsPage::Section::Transfers);
    QVERIFY(find<QSpinBox>("rateBox")->isVisible());
    QVERIFY(!find<QComboBox>("themeBox")->isVisible());
    m_page->showSection(SettingsPage::Section::Computer);
    QCOMPARE(names->currentItem()->text(), QStringLiteral("This computer"));
    QVERIFY(find<QLabel>("storeSize")->isVisible());
}

void TestSettingsPage::everyFieldHasAName()
{
    for (auto *field : m_page->findChildren<QWidget *>()) {
        // Parts that Qt makes of a field have names of Qt's.
        if (!(field->focusPolicy() & Qt::TabFocus) || field->objectName().startsWith(QLatin1String("qt_")))
            continue;
        QVERIFY2(!field->objectName().isEmpty(), field->metaObject()->className());
        QVERIFY2(!field->accessibleName().isEmpty(), qPrintable(field->objectName()));
    }
}

void TestSettingsPage::takesEffectAtOnce()
{
    auto *theme = find<QComboBox>("themeBox");
    theme->setFocus();
    QTest::keyClick(theme, Qt::Key_End);
    QVERIFY(Theme::instance().isDark());
    QCOMPARE(m_bench->settings.theme(), ThemeMode::Dark);

    auto *language = find<QComboBox>("languageBox");
    language->setFocus();
    QTest::keyClick(language, Qt::Key_End);
    QCOMPARE(m_bench->settings.language(), Language::SimplifiedChinese);
    QCOMPARE(language->currentText(), QStringLiteral("简体中文"));

    auto *units = find<QComboBox>("unitsBox");
    units->setFocus();
    QTest::keyClick(units, Qt::Key_End);
    QCOMPARE(m_bench->settings.sizeUnits(), SizeUnits::Iec);
    QVERIFY(formatBytes(ByteCount(1 << 20)).contains(QLatin1String("MiB")));

    auto *ahead = find<QSpinBox>("hashAheadBox");
    ahead->setFocus();
    ahead->selectAll();
    QTest::keyClicks(ahead, QStringLiteral("7"));
    QCOMPARE(m_bench->settings.hashAheadLimit(), qint64(7) << 30);

    m_page->showSection(SettingsPage::Section::Transfers);
    auto *parallel = find<QSpinBox>("parallelBox");
    parallel->setFocus();
    QTest::keyClick(parallel, Qt::Key_Up);
    QCOMPARE(m_bench->settings.parallelTransfers(), 2);
    auto *rate = find<QSpinBox>("rateBox");
    rate->setFocus();
    rate->selectAll();
    QTest::keyClicks(rate, QStringLiteral("12"));
    QCOMPARE(m_bench->settings.rateLimit(), qint64(12) << 20);
    auto *tell = find<QCheckBox>("tellBox");
    QVERIFY(tell->isChecked());
    tell->setFocus();
    QTest::keyClick(tell, Qt::Key_Space);
    QVERIFY(!m_bench->settings.tellsOfTransfers());
    QTest::keyClick(tell, Qt::Key_Space);
    QVERIFY(m_bench->settings.tellsOfTransfers());
}

void TestSettingsPage::followsOtherPages()
{
    m_bench->settings.setParallelTransfers(3);
    m_bench->settings.setRateLimit(qint64(5) << 20);
    m_bench->settings.setHashAheadLimit(0);
    m_bench->settings.setTellsOfTransfers(false);
    QVERIFY(!find<QCheckBox>("tellBox")->isChecked());
    QCOMPARE(find<QSpinBox>("parallelBox")->value(), 3);
    QCOMPARE(find<QSpinBox>("rateBox")->value(), 5);
    QCOMPARE(find<QSpinBox>("hashAheadBox")->text(), QStringLiteral("Off"));
}

void TestSettingsPage::measuresTheStore()
{
    m_bench->dir.write("store/blobs/sha256/a", std::string(3'000'000, 'x'));
    m_page->showSection(SettingsPage::Section::Computer);
    QVERIFY(waitFor([&] { return find<QLabel>("storeSize")->text() == QLatin1String("3.00 MB"); }));
    m_bench->settings.setSizeUnits(SizeUnits::Iec);
    QVERIFY(waitFor([&] { return find<QLabel>("storeSize")->text().contains(QLatin1String("MiB")); }));
}

void TestSettingsPage::countsNoFileThatIsGone()
{
    const auto file = m_bench->dir.write("folder/file", "12345");
    // What a folder lists, it lists as it was.
    const auto entry = *std::filesystem::directory_iterator(m_bench->dir / "folder");
    QCOMPARE(fileSize(entry), ByteCount(5));
    std::filesystem::remove(file);
    QCOMPARE(fileSize(entry), ByteCount());
}

void TestSettingsPage::listsAndEditsRules()
{
    auto &settings = m_bench->settings;
    settings.setKindRules({{"*.csv", LayerKind::Dataset}});
    m_page->showSection(SettingsPage::Section::Rules);
    auto *rules = find<QTableWidget>("kindRules");
    QCOMPARE(rules->rowCount(), 1);
    auto *newKind = find<QComboBox>("newRuleKind");
    newKind->setCurrentIndex(newKind->findData(static_cast<int>(LayerKind::Doc)));
    find<QLineEdit>("newRulePattern")->setFocus();
    QTest::keyClicks(find<QLineEdit>("newRulePattern"), QStringLiteral("*.py"));
    QTest::keyClick(find<QLineEdit>("newRulePattern"), Qt::Key_Return);
    const std::vector<KindRule> both{{"*.py", LayerKind::Doc}, {"*.csv", LayerKind::Dataset}};
    QVERIFY(settings.kindRules() == both);
    QCOMPARE(rules->rowCount(), 2);
    QCOMPARE(rules->item(0, 0)->text(), QStringLiteral("*.py"));

    rules->item(0, 0)->setText(QStringLiteral("docs/*.py"));
    QCOMPARE(settings.kindRules().front().glob, std::string("docs/*.py"));
    rules->item(0, 0)->setText(QStringLiteral(" "));
    QVERIFY(find<QLabel>("ruleNote")->isVisible());
    QCOMPARE(rules->item(0, 0)->text(), QStringLiteral("docs/*.py"));
    auto *kind = find<QComboBox>("ruleKind-1");
    kind->setFocus();
    QTest::keyClick(kind, Qt::Key_Home);
    QVERIFY(settings.kindRules()[1].kind == allLayerKinds.front());

    rules->setCurrentCell(0, 0);
    find<QPushButton>("removeRule")->click();
    QCOMPARE(settings.kindRules().size(), std::size_t(1));
    QCOMPARE(rules->item(0, 0)->text(), QStringLiteral("*.csv"));
    everyFieldHasAName(); // also those that were made for rows
}

void TestSettingsPage::listsAndEditsIgnorePatterns()
{
    auto &settings = m_bench->settings;
    m_page->showSection(SettingsPage::Section::Rules);
    auto *patterns = find<QListWidget>("ignorePatterns");
    for (const char *typed : {"*.log", "ckpt-*/", "# no", "*.log"}) {
        find<QLineEdit>("newIgnorePattern")->setText(QLatin1String(typed));
        find<QPushButton>("addIgnorePattern")->click();
    }
    QCOMPARE(settings.ignorePatterns(), QStringList({QStringLiteral("*.log"), QStringLiteral("ckpt-*/")}));
    QCOMPARE(patterns->count(), 2);
    patterns->item(1)->setText(QStringLiteral("ckpt-1*/"));
    QCOMPARE(settings.ignorePatterns().last(), QStringLiteral("ckpt-1*/"));
    patterns->setCurrentRow(0);
    find<QPushButton>("removeIgnorePattern")->click();
    QCOMPARE(settings.ignorePatterns(), QStringList(QStringLiteral("ckpt-1*/")));
    QCOMPARE(patterns->count(), 1);
}

void TestSettingsPage::choosesTheStoreAndFreesIt()
{
    m_page->showSection(SettingsPage::Section::Computer);
    auto *usual = find<QPushButton>("usualStore");
    auto *place = find<ElidedLabel>("storePlace");
    auto *outcome = find<QLabel>("storeOutcome");
    QVERIFY(!usual->isEnabled());
    m_bench->dir.write("photos/a.jpg", "x");
    m_bench->prompts.answerPath(pathText(m_bench->dir / "photos"));
    QTest::mouseClick(find<QPushButton>("chooseStore"), Qt::LeftButton);
    QVERIFY(waitFor([&] { return outcome->isVisible(); }));
    QCOMPARE(place->text(), pathText(m_bench->dir / "store"));

    std::filesystem::create_directories(m_bench->dir / "models");
    m_bench->prompts.answerPath(pathText(m_bench->dir / "models"));
    QTest::mouseClick(find<QPushButton>("chooseStore"), Qt::LeftButton);
    QVERIFY(waitFor([&] { return place->text() == pathText(m_bench->dir / "models"); }));
    QVERIFY(usual->isEnabled() && !outcome->isVisible());

    QTest::mouseClick(find<QPushButton>("freeUnused"), Qt::LeftButton);
    QVERIFY(waitFor([&] { return outcome->text().startsWith(QLatin1String("Everything is in use")); }));

    // A blob that nothing names, older than what a running transfer may have stored.
    m_bench->dir.write("models/oci-layout", R"({"imageLayoutVersion":"1.0.0"})");
    m_bench->dir.write("models/index.json", R"({"schemaVersion":2,"manifests":[]})");
    const auto blob = m_bench->dir.write("models/blobs/sha256/" + Digest::sha256Of("unused").hex(), "unused");
    std::filesystem::last_write_time(blob, std::filesystem::file_time_type::clock::now() - std::chrono::hours(2));
    QTest::mouseClick(find<QPushButton>("freeUnused"), Qt::LeftButton);
    QVERIFY(waitFor([&] { return outcome->text() == QLatin1String("6 B freed."); }));
    QVERIFY(!std::filesystem::exists(blob));

    QTest::mouseClick(usual, Qt::LeftButton);
    QVERIFY(waitFor([&] { return place->text() == pathText(m_bench->dir / "store"); }));
}

QTEST_MAIN(TestSettingsPage)
#include "tst_settingspage.moc"
