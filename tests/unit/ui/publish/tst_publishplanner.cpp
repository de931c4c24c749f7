// SPDX-License-Identifier: Apache-2.0
#include "operations/artifacts.h"
#include "operations/publish.h"
#include "support/gui/opened.h"
#include "support/gui/waiting.h"
#include "support/programs.h"
#include "ui/publish/publishmodel.h"
#include "ui/publish/publishplanner.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;

class TestPublishPlanner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTheAnswerForAnotherTag();
    void forgetsItForAnotherPlace();
    void rowsOnTheWayDoNotReplaceARun();

private:
    static Location place(const std::string &text) { return parseTarget(text).value(); }
};

namespace {

/// A package whose layers the store has already.
struct Planned : Bench {
    Planned()
    {
        makeModelFolder(dir, "model", 300'000);
        opened = std::make_unique<OpenDocument>(*this, "model");
        planner = std::make_unique<PublishPlanner>(rows, services);
    }
    std::shared_ptr<const PlanSnapshot> snapshot() const { return opened->preview.snapshot(); }
    bool isExact() const { return opened->preview.isCurrent() && snapshot() && snapshot()->exact; }
    bool ask(const Location &target)
    {
        planner->ask(snapshot(), target, std::nullopt);
        return waitFor([this] { return !planner->isAsking(); }) && planner->plan();
    }
    bool publish(const Location &target)
    {
        return modelcrate::publish(snapshot()->package, target, {}, session, TaskContext()).has_value();
    }

    std::unique_ptr<OpenDocument> opened;
    PublishModel rows;
    QAbstractItemModelTester tester{&rows, QAbstractItemModelTester::FailureReportingMode::Fatal};
    std::unique_ptr<PublishPlanner> planner;
};

} // namespace


void TestPublishPlanner::keepsTheAnswerForAnotherTag()
{
    Planned planned;
    QVERIFY(waitFor([&] { return planned.isExact(); }));
    QVERIFY(planned.publish(place("store:qwen:v1")));
    QVERIFY(planned.ask(place("store:qwen:v1")));
    const auto existing = planned.rows.flow().exists;
    QVERIFY(existing > ByteCount());
    planned.planner->beginRun(planned.snapshot(), place("store:qwen:v2"));
    QVERIFY(planned.planner->plan());
    QCOMPARE(planned.rows.flow().exists, existing);
}

void TestPublishPlanner::forgetsItForAnotherPlace()
{
    Planned planned;
    QVERIFY(waitFor([&] { return planned.isExact(); }));
    QVERIFY(planned.publish(place("store:qwen:v1")));
    QVERIFY(planned.ask(place("store:qwen:v1")));
    const auto holds = planned.planner->targetHolds();
    QSignalSpy rows(planned.planner.get(), &PublishPlanner::rowsChanged);
    planned.planner->beginRun(planned.snapshot(), place("oci:" + (planned.dir / "layout").string() + ":v1"));
    QVERIFY(!planned.planner->plan());
    QVERIFY(waitFor([&] { return rows.count() == 1; }));
    QCOMPARE(planned.rows.flow().exists, ByteCount());
    QVERIFY(planned.rows.flow().unasked > ByteCount());
    QCOMPARE(planned.planner->targetHolds(), holds); // of the column Where: it says whom it means
}

void TestPublishPlanner::rowsOnTheWayDoNotReplaceARun()
{
    Planned planned;
    QVERIFY(waitFor([&] { return planned.isExact(); }));
    QVERIFY(planned.ask(place("store:qwen:v1")));
    QSignalSpy rows(planned.planner.get(), &PublishPlanner::rowsChanged);
    planned.planner->showUnasked(planned.snapshot(), QStringLiteral("late"));
    planned.planner->beginRun(planned.snapshot(), place("store:qwen:v1"));
    QVERIFY(waitFor([&] { return planned.jobs.running() == 0; }));
    QCoreApplication::processEvents();
    QCOMPARE(rows.count(), 0);
    QCOMPARE(planned.rows.flow().unasked, ByteCount());
}

QTEST_MAIN(TestPublishPlanner)

#include "tst_publishplanner.moc"
