// SPDX-License-Identifier: Apache-2.0
#include "ui/artifact/filefilter.h"

#include <QTest>

using namespace modelcrate;

class TestFileFilter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takes_data();
    void takes();
    void namesProblems_data();
    void namesProblems();
    void takesWhatWasLeftOut();
};

namespace {

FileItem shard()
{
    FileItem item;
    item.size = ByteCount(3'950'000'000);
    item.kind = LayerKind::Weight;
    return item;
}

} // namespace

void TestFileFilter::takes_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<bool>("taken"); // of weights/Model-00001.safetensors, 3.95 GB, raw, ready
    const auto row = [](const char *filter, bool taken) {
        QTest::newRow(filter) << QString::fromUtf8(filter) << taken;
    };
    row("", true);
    row("  ", true);
    row("model", true);
    row("MODEL 0001", true);
    row("model nothing", false);
    row("-ckpt", true);
    row("-model", false);
    row("layer:weight", true);
    row("layer:code,weight", true);
    row("LAYER:Weight", true);
    row("-layer:weight", false);
    row("size:>1G", true);
    row("size:>3.9GB size:<4GB", true);
    row("size:>=3950000000", true);
    row("size:3950000000", true);
    row("size:<3Gi", false);
    row("size:>4Gi", false);
    row("ext:safetensors", true);
    row("ext:.safetensors", true);
    row("ext:py,safetensors", true);
    row("ext:py", false);
    row("state:ready", true);
    row("state:changed,gone", false);
    row("packaging:raw", true);
    row("packaging:tar,bundle", false);
    row("is:included", true);
    row("is:guess", false);
    row("path:weights/", true);
    row("-path:ckpt", true);
    row("*.safetensors", true);
    row("weights/*", true);
    row("*.py", false);
    row("\"weights/model\"", true);
    row("\"layer:weight\"", false); // quoted: a word
    row("layer:weight size:>1M -path:ckpt", true);
}

void TestFileFilter::takes()
{
    QFETCH(QString, filter);
    QFETCH(bool, taken);
    const auto parsed = FileFilter::parse(filter);
    QVERIFY(std::holds_alternative<FileFilter>(parsed));
    QCOMPARE(std::get<FileFilter>(parsed).matches("weights/Model-00001.safetensors", shard()), taken);
}

void TestFileFilter::namesProblems_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<int>("reason");
    QTest::addColumn<int>("at");
    QTest::addColumn<int>("length");
    using Reason = FileFilter::Problem::Reason;
    const auto row = [](const char *filter, Reason reason, int at, int length) {
        QTest::newRow(filter) << QString::fromUtf8(filter) << static_cast<int>(reason) << at << length;
    };
    row("layer:wieght", Reason::UnknownValue, 0, 12);
    row("model layer:wieght ok", Reason::UnknownValue, 6, 12);
    row("模型 lyer:doc", Reason::UnknownKey, 3, 8);
    row("-size:big", Reason::BadSize, 0, 9);
    row("size:>-1", Reason::BadSize, 0, 8);
    row("size:>1e400G", Reason::BadSize, 0, 12);
    row("layer:", Reason::NoValue, 0, 6);
    row("layer:,", Reason::NoValue, 0, 7);
    row("a \"b c", Reason::OpenQuote, 2, 4);
    row("\"\"", Reason::NoValue, 0, 2);
}

void TestFileFilter::namesProblems()
{
    QFETCH(QString, filter);
    QFETCH(int, reason);
    QFETCH(int, at);
    QFETCH(int, length);
    const auto parsed = FileFilter::parse(filter);
    QVERIFY(std::holds_alternative<FileFilter::Problem>(parsed));
    const auto &problem = std::get<FileFilter::Problem>(parsed);
    QCOMPARE(static_cast<int>(problem.reason), reason);
    QCOMPARE(problem.at, qsizetype(at));
    QCOMPARE(problem.length, qsizetype(length));
    QVERIFY(problemText(problem).contains(problem.token));
}

void TestFileFilter::takesWhatWasLeftOut()
{
    const auto leftOut = [](const char *filter) {
        return std::get<FileFilter>(FileFilter::parse(QString::fromUtf8(filter))).matchesLeftOut(".git");
    };
    QVERIFY(leftOut(""));
    QVERIFY(leftOut("git"));
    QVERIFY(leftOut("state:out"));
    QVERIFY(!leftOut("state:ready"));
    QVERIFY(!leftOut("layer:doc"));
    QVERIFY(!leftOut("size:<1G"));
}

QTEST_GUILESS_MAIN(TestFileFilter)
#include "tst_filefilter.moc"
