// SPDX-License-Identifier: Apache-2.0
#include "ui/publish/publishbanner.h"
#include "ui/publish/publishsituation.h"
#include "ui/widgets/theme.h"

#include <QTest>

using namespace modelcrate;

class TestPublishBanner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().apply(ThemeMode::Light); }
    void comparesDigestsWithoutTheTransfer();
};

/// What was published is known for as long as the page says so, whatever becomes of the row in the queue.
void TestPublishBanner::comparesDigestsWithoutTheTransfer()
{
    const std::vector<CheckList::Check> problems;
    const auto shown = Digest::sha256Of("shown");
    PublishSituation now{.phase = PublishPhase::Published, .problems = &problems, .shownDigest = shown};
    PublishBanner banner;

    now.publishedDigest = Digest::sha256Of("other");
    banner.refresh(now);
    QVERIFY(banner.kind() == InfoBar::Kind::Danger);
    QVERIFY(banner.text().contains(QLatin1String("another one")));

    now.publishedDigest = shown;
    banner.refresh(now);
    QVERIFY(banner.kind() == InfoBar::Kind::Success);
    QVERIFY(banner.text().contains(QLatin1String("the one that was shown")));

    now.shownDigest.reset(); // it was not exact when Publish was pressed
    banner.refresh(now);
    QVERIFY(banner.kind() == InfoBar::Kind::Success);
    QVERIFY(!banner.text().contains(QLatin1String("digest")));
}

QTEST_MAIN(TestPublishBanner)
#include "tst_publishbanner.moc"
