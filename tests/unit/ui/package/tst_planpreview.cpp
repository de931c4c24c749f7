// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "support/gui/opened.h"
#include "support/gui/waiting.h"
#include "support/programs.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestPlanPreview : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void planIsThereAfterAnEdit();
    void manyEditsAreOnePlanOfTheLast();
    void hashingAheadMakesItExact();
    void limitOfHashingAheadHolds();
    void pendingDigestsAreNoProblem();
    void saysWhatCannotBePlanned();
    void findsWhatTheConfigBreaks();
    void closesWhileItRuns();
};

void TestPlanPreview::planIsThereAfterAnEdit()
{
    Bench bench;
    bench.settings.setHashAheadLimit(0);
    makeModelFolder(bench.dir, "m");
    OpenDocument open(bench, "m");
    QVERIFY(!open.preview.isCurrent());
    QVERIFY(waitFor([&] { return open.preview.isCurrent(); }));
    const auto first = open.preview.snapshot();
    QVERIFY(first);
    QVERIFY(!first->exact);
    QVERIFY(first->layerOfEntry[open.entry("README.md")]);

    QElapsedTimer timer;
    timer.start();
    open.document.setField("descriptor.title", "A title");
    QVERIFY(!open.preview.isCurrent());
    QVERIFY(waitFor([&] { return open.preview.isCurrent(); }));
    qInfo("an edit took %lld ms to the plan", static_cast<long long>(timer.elapsed()));
    QVERIFY(open.preview.snapshot()->documents.config.find("A title") != std::string::npos);
    QVERIFY(first->documents.config.find("A title") == std::string::npos); // what somebody holds does not change

    open.document.setIncluded({open.entry("README.md")}, false);
    QVERIFY(waitFor([&] { return open.preview.isCurrent(); }));
    QVERIFY(!open.preview.snapshot()->layerOfEntry[open.entry("README.md")]);
}

void TestPlanPreview::manyEditsAreOnePlanOfTheLast()
{
    Bench bench;
    bench.settings.setHashAheadLimit(0);
    makeModelFolder(bench.dir, "m");
    OpenDocument open(bench, "m");
    QVERIFY(waitFor([&] { return open.preview.isCurrent(); }));
    QSignalSpy changed(&open.preview, &PlanPreview::changed);
    for (int i = 0; i < 200; ++i)
        open.document.setField("descriptor.title", cat("title ", i));
    QVERIFY(waitFor([&] { return open.preview.isCurrent(); }));
    QVERIFY(open.preview.snapshot()->documents.config.find("\"title 199\"") != std::string::npos);
    QCOMPARE(changed.count(), 1);
}

void TestPlanPreview::hashingAheadMakesItExact()
{
    Bench bench;
    makeModelFolder(bench.dir, "m");
    OpenDocument open(bench, "m");
    open.preview.hashAhead().setPowerSupplies(bench.dir / "none", std::chrono::milliseconds(100));
    QVERIFY(waitFor([&] { return open.preview.snapshot() && open.preview.snapshot()->exact; }));
    for (const auto &layer : open.preview.snapshot()->plan.layers)
        QCOMPARE(*layer.digest, Digest::sha256Of(readFile(bench.dir / ("m/" + layer.path))));
}

void TestPlanPreview::limitOfHashingAheadHolds()
{
    Bench bench;
    bench.settings.setHashAheadLimit(2000);
    makeModelFolder(bench.dir, "m");
    OpenDocument open(bench, "m");
    open.preview.hashAhead().setPowerSupplies(bench.dir / "none", std::chrono::milliseconds(100));
    const auto known = [&](const std::string &path) {
        const auto snapshot = open.preview.snapshot();
        const auto layer = snapshot ? snapshot->layerOfEntry[open.entry(path)] : std::nullopt;
        return layer && snapshot->plan.layers[*layer].digest.has_value();
    };
    QVERIFY(waitFor([&] { return known("README.md") && known("config.json"); }));
    QVERIFY(!known("model-00001-of-00002.safetensors"));
    bench.settings.setHashAheadLimit(10'000'000);
    QVERIFY(waitFor([&] { return known("model-00001-of-00002.safetensors"); }));
}

void TestPlanPreview::pendingDigestsAreNoProblem()
{
    Bench bench;
    bench.settings.setHashAheadLimit(0);
    makeModelFolder(bench.dir, "m");
    OpenDocument open(bench, "m");
    QVERIFY(waitFor([&] { return open.preview.isCurrent() && open.preview.snapshot(); }));
    QVERIFY(!open.preview.snapshot()->exact);
    for (const auto &finding : open.preview.snapshot()->plan.findings)
        QVERIFY2(finding.severity == Severity::Note, (finding.where + ' ' + finding.message.text()).c_str());
}

void TestPlanPreview::saysWhatCannotBePlanned()
{
    Bench bench;
    makeModelFolder(bench.dir, "m");
    OpenDocument open(bench, "m");
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < open.document.state().size(); ++i)
        all.push_back(i);
    open.document.setIncluded(all, false);
    QVERIFY(waitFor([&] { return open.preview.isCurrent(); }));
    QVERIFY(open.preview.error());
    QVERIFY(!open.preview.snapshot());
    open.document.undoStack().undo();
    QVERIFY(waitFor([&] { return open.preview.isCurrent(); }));
    QVERIFY(!open.preview.error());
    QVERIFY(open.preview.snapshot());
}

void TestPlanPreview::findsWhatTheConfigBreaks()
{
    Bench bench;
    makeModelFolder(bench.dir, "m");
    OpenDocument open(bench, "m");
    open.document.setField("config.paramSize", "seven");
    QVERIFY(waitFor([&] { return open.preview.isCurrent(); }));
    const auto &findings = open.preview.snapshot()->plan.findings;
    QVERIFY(std::any_of(findings.begin(), findings.end(),
                        [](const Finding &finding) { return finding.where == "/config/paramSize"; }));
}

void TestPlanPreview::closesWhileItRuns()
{
    Bench bench;
    makeModelFolder(bench.dir, "m");
    for (int i = 0; i < 20; ++i) {
        OpenDocument open(bench, "m");
        open.document.setField("descriptor.title", cat(i));
    }
    QVERIFY(waitFor([&] { return bench.jobs.running() == 0; }));
}

QTEST_MAIN(TestPlanPreview)
#include "tst_planpreview.moc"
