// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "support/gui/opened.h"
#include "support/gui/waiting.h"
#include "support/programs.h"
#include "ui/package/packageproblems.h"

#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestPackageProblems : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSoundPackageHasNone();
    void namesFieldsAndFilesErrorsFirst();
    void manyEndInANumber();
};

static QList<PackageProblem> settled(OpenDocument &open)
{
    if (!waitFor([&] { return open.preview.isCurrent(); }))
        qFatal("no plan comes");
    return packageProblems(open.document, open.preview);
}

void TestPackageProblems::aSoundPackageHasNone()
{
    Bench bench;
    bench.settings.setHashAheadLimit(0);
    makeModelFolder(bench.dir, "m");
    OpenDocument open(bench, "m");
    QCOMPARE(settled(open), QList<PackageProblem>());
}

void TestPackageProblems::namesFieldsAndFilesErrorsFirst()
{
    Bench bench;
    bench.settings.setHashAheadLimit(0);
    makeModelFolder(bench.dir, "m");
    bench.dir.write("m/blob", std::string("\x01\x02\xff\xfe\x00\x03", 6)); // no name, no format: a guess
    OpenDocument open(bench, "m");
    const auto guess = settled(open);
    QCOMPARE(guess.size(), 1);
    QVERIFY(guess[0].severity == Severity::Warning && guess[0].entry == open.entry("blob"));

    open.document.setDraft("descriptor.createdAt", "2026-13");
    std::filesystem::remove(bench.dir / "m/LICENSE");
    open.document.applyRescan(rescan(open.document.state().toPackage(), {}, TaskContext()).value());
    open.document.setChangedOnDisk({open.entry("README.md")});
    const auto all = settled(open);
    QCOMPARE(all.size(), 4);
    for (int i = 0; i < 3; ++i)
        QVERIFY(all[i].severity == Severity::Error);
    QVERIFY(all[3].severity == Severity::Warning);
    const auto has = [&](auto fits) { return std::any_of(all.begin(), all.end(), fits); };
    QVERIFY(has([](const auto &problem) {
        return problem.field == QStringLiteral("descriptor.createdAt") && problem.text == QStringLiteral("2026-13");
    }));
    QVERIFY(has([&](const auto &problem) { return problem.entry == open.entry("LICENSE"); }));
    QVERIFY(has([&](const auto &problem) { return problem.entry == open.entry("README.md"); }));
}

void TestPackageProblems::manyEndInANumber()
{
    Bench bench;
    bench.settings.setHashAheadLimit(0);
    makeModelFolder(bench.dir, "m");
    for (int i = 0; i < 300; ++i) // the same name but for its case: each pair is a finding
        for (const char *name : {"a", "A"})
            bench.dir.write(cat("m/", i, '-', name, ".py"), "1\n");
    OpenDocument open(bench, "m");
    const auto all = settled(open);
    QVERIFY(open.preview.snapshot()->plan.findings.size() > 250);
    QVERIFY2(all.size() <= 201, qPrintable(QString::number(all.size())));
    QVERIFY(std::any_of(all.begin(), all.end(),
                        [](const auto &problem) { return problem.title.contains(QLatin1String("more problem")); }));
}

QTEST_MAIN(TestPackageProblems)
#include "tst_packageproblems.moc"
