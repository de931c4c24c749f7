// SPDX-License-Identifier: Apache-2.0
// Two artifacts beside each other, out of the local store and a folder.
#include "base/text.h"
#include "modelpack/package.h"
#include "operations/publish.h"
#include "support/gui/bench.h"
#include "support/gui/modeltesters.h"
#include "support/gui/stallmeter.h"
#include "support/gui/waiting.h"
#include "ui/registry/comparepage.h"
#include "ui/text/convert.h"
#include "ui/text/numbers.h"
#include "ui/widgets/infobar.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestComparePage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void scenario42_comparesTwoVersions();
    void showsTheStatesThatAreWanted();
    void swapsTheTwo();
    void exportsMarkdownAndJson();
    void comparesWithAFolder();
    void saysThatAllIsTheSame();
    void saysWhatCannotBeRead();
    void escapesHostileNames();
    void writesSizesInTheUnitsThatAreChosen();
    void handsOverWhatIsShown();
    void staysQuickWithVeryManyLayers();

private:
    template<typename T>
    T *find(const char *name) const
    {
        auto *found = m_page->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    void publishFolder(const char *folder, const char *target, const char *version);
    bool compare(const QString &before, const QString &after);
    QStringList layers() const;

    std::unique_ptr<Bench> m_bench;
    std::unique_ptr<ComparePage> m_page;
};

void TestComparePage::init()
{
    setSizeUnits(SizeUnits::Si);
    m_page.reset();
    m_bench = std::make_unique<Bench>();
    const auto &dir = m_bench->dir;
    const auto weights = std::string("\x02\0\0\0\0\0\0\0{}", 10);
    // One changed, one renamed, one removed, one new, one the same.
    for (const char *folder : {"one", "two"})
        dir.write(std::string(folder) + "/model.safetensors", weights + pseudoRandomBytes(3990));
    dir.write("one/train.py", "print(1)");
    dir.write("two/train.py", "print(1000)");
    dir.write("one/license.txt", "Apache License, Version 2.0");
    dir.write("two/LICENSE", "Apache License, Version 2.0");
    dir.write("one/eval.jsonl", "{}\n{}\n");
    dir.write("two/notes.md", "# n\n");
    publishFolder("one", "store:team/m:v1", "1.0");
    publishFolder("two", "store:team/m:v2", "2.0");
    m_page = std::make_unique<ComparePage>(m_bench->services);
    m_page->resize(1200, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    testModelsOf(*m_page);
}

void TestComparePage::publishFolder(const char *folder, const char *target, const char *version)
{
    const TaskContext context;
    auto package = makePackage(m_bench->dir / folder, {}, context);
    VERIFY_RESULT(package);
    package->config = ModelConfig();
    VERIFY_RESULT(package->config.setFromText("descriptor.version", version));
    VERIFY_RESULT(package->config.setFromText("descriptor.name", "m"));
    VERIFY_RESULT(publish(*package, parseLocation(target).value(), {}, m_bench->session, context));
}

bool TestComparePage::compare(const QString &before, const QString &after)
{
    const QSignalSpy compared(m_page.get(), &ComparePage::compared);
    m_page->compare(before, after);
    return waitFor([&] { return !compared.isEmpty(); });
}

QStringList TestComparePage::layers() const
{
    const auto *model = find<QTableView>("compareLayers")->model();
    QStringList rows;
    for (int row = 0; row < model->rowCount(); ++row)
        rows << model->index(row, 0).data().toString() + QLatin1Char(' ') + model->index(row, 1).data().toString();
    return rows;
}

void TestComparePage::scenario42_comparesTwoVersions()
{
    QVERIFY(compare(QStringLiteral("store:team/m:v1"), QStringLiteral("store:team/m:v2")));
    QVERIFY(m_page->comparison());
    QCOMPARE(layers(),
             (QStringList{QStringLiteral("Changed train.py"), QStringLiteral("Added notes.md"),
                          QStringLiteral("Removed eval.jsonl"), QStringLiteral("Renamed LICENSE, was license.txt"),
                          QStringLiteral("Same model.safetensors")}));
    QCOMPARE(m_page->comparison()->shared, ByteCount(4000 + 27));
    QCOMPARE(m_page->comparison()->bytesAfter, ByteCount(4000 + 27 + 11 + 4));
    QCOMPARE(find<QLabel>("compareShared")->text(), QStringLiteral("Shares 4.03 kB of 4.04 kB"));
    const auto *members = find<QTableView>("compareMembers")->model();
    QStringList fields;
    for (int row = 0; row < members->rowCount(); ++row)
        fields << members->index(row, 0).data().toString() + QLatin1Char(' ') + members->index(row, 1).data().toString()
                + QLatin1Char(' ') + members->index(row, 2).data().toString();
    QVERIFY2(fields.contains(QStringLiteral("descriptor.version 1.0 2.0")), qPrintable(fields.join(QLatin1Char('\n'))));
}

void TestComparePage::showsTheStatesThatAreWanted()
{
    QVERIFY(compare(QStringLiteral("store:team/m:v1"), QStringLiteral("store:team/m:v2")));
    QCOMPARE(find<QAbstractButton>("compareToggle-same")->text(), QStringLiteral("Same 1"));
    QTest::mouseClick(find<QAbstractButton>("compareToggle-same"), Qt::LeftButton);
    QTest::mouseClick(find<QAbstractButton>("compareToggle-renamed"), Qt::LeftButton);
    QCOMPARE(layers().size(), 3);
    QVERIFY(!find<QAbstractButton>("compareToggle-retyped")->isVisible());
}

void TestComparePage::swapsTheTwo()
{
    QVERIFY(compare(QStringLiteral("store:team/m:v1"), QStringLiteral("store:team/m:v2")));
    const QSignalSpy compared(m_page.get(), &ComparePage::compared);
    QTest::mouseClick(find<QAbstractButton>("compareSwap"), Qt::LeftButton);
    QVERIFY(waitFor([&] { return !compared.isEmpty(); }));
    QVERIFY(layers().contains(QStringLiteral("Added eval.jsonl")));
    QCOMPARE(find<QComboBox>("compareBefore")->currentText(), QStringLiteral("store:team/m:v2"));
}

void TestComparePage::exportsMarkdownAndJson()
{
    QVERIFY(compare(QStringLiteral("store:team/m:v1"), QStringLiteral("store:team/m:v2")));
    // When it was published is not what is compared here.
    auto comparison = *m_page->comparison();
    comparison.changes.annotations.clear();
    QCOMPARE(
        comparisonMarkdown(comparison),
        QStringLiteral("# v1 and v2\n\n"
                       "Shares 4.03 kB of 4.04 kB. 15 B of v2 is not in v1: 1 layer(s) changed, 1 added, 1 removed, "
                       "1 renamed.\n\n"
                       "## Config\n\n"
                       "| Field | v1 | v2 |\n"
                       "|---|---|---|\n"
                       "| descriptor.version | 1.0 | 2.0 |\n\n"
                       "## Layers\n\n"
                       "| State | Layer | Kind | v1 | v2 | Change |\n"
                       "|---|---|---|---:|---:|---:|\n"
                       "| Same | model.safetensors | weight | 4.00 kB | 4.00 kB |  |\n"
                       "| Changed | train.py | code | 8 B | 11 B | +3 B |\n"
                       "| Renamed | LICENSE (was license.txt) | doc | 27 B | 27 B |  |\n"
                       "| Added | notes.md | doc | — | 4 B | +4 B |\n"
                       "| Removed | eval.jsonl | dataset | 6 B | — | −6 B |\n"));
    const auto file = m_bench->dir / "c.json";
    m_bench->prompts.answerPath(toQString(file.string()));
    QTest::mouseClick(find<QAbstractButton>("compareExport"), Qt::LeftButton);
    QVERIFY(waitFor([&] { return std::filesystem::exists(file); }));
    const auto json = parseJson(readFile(file));
    VERIFY_RESULT(json);
    QCOMPARE(*json->find("sharedBytes")->asInteger(), std::int64_t(4027));
    QCOMPARE(json->find("layers")->asArray()->size(), std::size_t(5));
}

void TestComparePage::comparesWithAFolder()
{
    QVERIFY(compare(QStringLiteral("store:team/m:v1"), toQString((m_bench->dir / "two").string())));
    QVERIFY(m_page->comparison());
    // Nothing was hashed for it: what has the same size may be the same, and is not called so.
    QVERIFY2(layers().contains(QStringLiteral("Not hashed yet model.safetensors"))
                 || layers().contains(QStringLiteral("Same model.safetensors")),
             qPrintable(layers().join(QLatin1Char('\n'))));
    QVERIFY(layers().contains(QStringLiteral("Removed eval.jsonl")));
    // Bytes that nobody has looked at are neither called shared nor the opposite.
    const auto &comparison = *m_page->comparison();
    if (comparison.unknown > ByteCount()) {
        QVERIFY(find<QLabel>("compareShared")->text().contains(QLatin1String("at least")));
        QVERIFY(find<QLabel>("compareNotShared")
                    ->text()
                    .startsWith(formatBytes(comparison.bytesAfter - comparison.shared - comparison.unknown)));
    }
}

void TestComparePage::saysThatAllIsTheSame()
{
    QVERIFY(compare(QStringLiteral("store:team/m:v1"), QStringLiteral("store:team/m:v1")));
    QCOMPARE(find<QLabel>("compareNotShared")->text(), QStringLiteral("All layers are the same."));
    QCOMPARE(find<QTableView>("compareMembers")->model()->rowCount(), 0);
}

void TestComparePage::saysWhatCannotBeRead()
{
    QVERIFY(compare(QStringLiteral("store:team/m:v1"), QStringLiteral("store:team/m:v9")));
    QVERIFY(!m_page->comparison());
    QCOMPARE(find<InfoBar>("compareMessage")->kind(), InfoBar::Kind::Danger);
    QVERIFY(!find<QAbstractButton>("compareExport")->isEnabled());
}

void TestComparePage::escapesHostileNames()
{
    Comparison comparison{QStringLiteral("a"), QStringLiteral("b"), {}, {}, {}, {}};
    comparison.changes.layers.push_back(
        {LayerChange::State::Added, "x|<img src=http://evil>\n# y", {}, {}, {}, ByteCount(1)});
    const auto text = comparisonMarkdown(comparison);
    QVERIFY2(text.contains(QLatin1String("\\<img")) && text.contains(QLatin1String("x\\|")), qPrintable(text));
    QVERIFY(!text.contains(QLatin1String("\n# y")));
}

void TestComparePage::writesSizesInTheUnitsThatAreChosen()
{
    QVERIFY(compare(QStringLiteral("store:team/m:v1"), QStringLiteral("store:team/m:v2")));
    QTest::mouseClick(find<QAbstractButton>("compareToggle-renamed"), Qt::LeftButton);
    m_bench->settings.setSizeUnits(SizeUnits::Iec);
    QCOMPARE(find<QLabel>("compareShared")->text(), QStringLiteral("Shares 3.93 KiB of 3.95 KiB"));
    const auto *model = find<QTableView>("compareLayers")->model();
    QCOMPARE(layers().size(), 4); // what is hidden stays so
    QCOMPARE(model->index(3, 3).data().toString(), QStringLiteral("3.91 KiB"));
    QVERIFY(find<QWidget>("compareBars")->toolTip().contains(QLatin1String("KiB")));
}

/// Another page that takes its place goes on with it, and reads nothing again.
void TestComparePage::handsOverWhatIsShown()
{
    QVERIFY(compare(QStringLiteral("store:team/m:v1"), QStringLiteral("store:team/m:v2")));
    QTest::mouseClick(find<QAbstractButton>("compareToggle-same"), Qt::LeftButton);
    find<QComboBox>("compareAfter")->setEditText(QStringLiteral("store:team/m:half-ty"));
    const auto view = m_page->view();
    const auto shown = layers();
    QCOMPARE(shown.size(), 4);
    m_page = std::make_unique<ComparePage>(m_bench->services);
    m_page->show();
    m_page->restore(view);
    QCOMPARE(layers(), shown);
    QCOMPARE(find<QComboBox>("compareBefore")->currentText(), QStringLiteral("store:team/m:v1"));
    QCOMPARE(find<QComboBox>("compareAfter")->currentText(), QStringLiteral("store:team/m:half-ty"));
    QVERIFY(!find<QAbstractButton>("compareToggle-same")->isChecked());
    QVERIFY(find<QAbstractButton>("compareExport")->isEnabled());
    QCOMPARE(m_bench->jobs.running(), 0);
    // What was being read is read by the other.
    m_page->compare(QStringLiteral("store:team/m:v2"), QStringLiteral("store:team/m:v1"));
    const auto reading = m_page->view();
    QVERIFY(reading.isReading);
    m_page = std::make_unique<ComparePage>(m_bench->services);
    m_page->restore(reading);
    QVERIFY(waitFor([&] { return m_page->comparison() != nullptr; }));
}

void TestComparePage::staysQuickWithVeryManyLayers()
{
    constexpr int count = 100'000;
    auto comparison = std::make_shared<Comparison>(
        Comparison{QStringLiteral("v1"), QStringLiteral("v2"), {}, {}, {}, {}, {}, {}});
    for (int i = 0; i < count; ++i) {
        const auto state = i % 2 == 0 ? LayerChange::State::Same : LayerChange::State::Changed;
        comparison->changes.layers.push_back({state, cat("part ", i), {}, {}, ByteCount(i), ByteCount(i)});
        ++comparison->sums[state].layers;
        comparison->changes.annotations.push_back({cat("key ", i), Json("a"), Json("b")});
    }
    m_page = std::make_unique<ComparePage>(m_bench->services); // without a tester, which asks for every row
    m_page->resize(1200, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    auto *table = find<QTableView>("compareLayers");
    StallMeter meter;
    meter.around([&] { m_page->restore({QStringLiteral("a"), QStringLiteral("b"), {}, std::move(comparison)}); });
    QVERIFY(meter.runUntil([&] { return table->model()->rowCount() == count; }));
    QCOMPARE(table->model()->index(0, 1).data().toString(), QStringLiteral("part 1"));
    auto *same = find<QAbstractButton>("compareToggle-same");
    meter.around([&] { QTest::mouseClick(same, Qt::LeftButton); });
    QVERIFY(meter.runUntil([&] { return table->model()->rowCount() == count / 2; }));
    table->scrollToBottom();
    meter.around([&] { m_bench->settings.setSizeUnits(SizeUnits::Iec); });
    QVERIFY(meter.runUntil([&] { return table->rowAt(5) > count / 4; }));
    // Of the annotations as many as are read, and that there are more.
    const auto *members = find<QTableView>("compareMembers")->model();
    QVERIFY(members->rowCount() < 3'000);
    QVERIFY(members->index(members->rowCount() - 1, 0).data().toString().contains(QLatin1String("more")));
    qInfo("comparing %d layers: %.1f ms of work at most, %.1f ms of the clock", count, meter.longestWorkMs(),
          meter.longestMs());
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    QVERIFY2(meter.longestWorkMs() < 150, qPrintable(QString::number(meter.longestWorkMs())));
#endif
}

QTEST_MAIN(TestComparePage)
#include "tst_comparepage.moc"
