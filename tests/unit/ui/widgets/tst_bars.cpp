// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/barsegments.h"
#include "ui/widgets/bytebar.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/layerbar.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>
#include <QToolButton>
#include <QVBoxLayout>

#include <limits>

using namespace modelcrate;

namespace {

QList<LayerTotal> modelTotals()
{
    return {{LayerKind::Code, ByteCount(24'900), 3},
            {LayerKind::Weight, ByteCount(15'200'000'000), 5},
            {LayerKind::Dataset, ByteCount(622'000'000), 1},
            {LayerKind::WeightConfig, ByteCount(11'500'000), 7}};
}

/// A bar with two buttons above a list, as beside a list of tags.
struct Column {
    Column(int width, int pointSize, const QString &strong, const QString &text)
    {
        auto font = host.font();
        font.setPointSize(pointSize);
        host.setFont(font);
        // Not the column's own layout but one inside it: what the bar needs has to come through.
        auto *outer = new QVBoxLayout(&host);
        outer->setContentsMargins(0, 0, 0, 0);
        auto *inner = new QVBoxLayout;
        outer->addLayout(inner);
        inner->addWidget(&bar);
        inner->addWidget(&list, 1);
        bar.setMessage(InfoBar::Kind::Danger, strong, text);
        bar.addAction(QStringLiteral("Details kopieren"), QStringLiteral("first"), [] {});
        bar.addAction(QStringLiteral("Anmelden…"), QStringLiteral("second"), [] {});
        bar.setDismissible(true);
        host.resize(width, 700);
        host.show();
    }
    QRect placeOf(const char *name) const
    {
        const auto *part = bar.findChild<QWidget *>(QLatin1String(name));
        return {part->mapTo(&bar, QPoint(0, 0)), part->size()};
    }
    const QLabel *label() const { return bar.findChild<QLabel *>(QStringLiteral("infoBarText")); }
    /// What the label's text takes at the label's width.
    QSizeF sizeOfText() const
    {
        QTextDocument document;
        document.setDefaultFont(label()->font());
        document.setDocumentMargin(0);
        document.setHtml(label()->text());
        document.setTextWidth(label()->width());
        return {document.idealWidth(), document.size().height()};
    }

    QWidget host;
    InfoBar bar;
    QListWidget list;
};

} // namespace

class tst_Bars : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qRegisterMetaType<LayerKind>();
        Theme::instance().apply(ThemeMode::Light);
    }
    void segmentsNeverVanish_data();
    void segmentsNeverVanish();
    void noSegmentsForNothing();
    void layersAreOrderedByBytes();
    void legendWraps();
    void clicksAndKeysFilter();
    void clicksFilterWhenMirrored();
    void anActiveKindMutesTheOthers();
    void bytesThatAreNothingAreLeftOut();
    void elidedLabelKeepsItsText();
    void infoBarIsPlainText();
    void infoBarActsAndGoes();
    void infoBarCopiesDetails();
    void narrowInfoBarCutsNothing_data();
    void narrowInfoBarCutsNothing();
    void wideInfoBarIsOneRow();
    void infoBarBreaksLongWords();
};

void tst_Bars::segmentsNeverVanish_data()
{
    QTest::addColumn<std::vector<std::int64_t>>("amounts");
    QTest::addColumn<int>("width");
    constexpr auto huge = std::numeric_limits<std::int64_t>::max();
    QTest::newRow("one") << std::vector<std::int64_t>{5} << 100;
    QTest::newRow("model") << std::vector<std::int64_t>{15'200'000'000, 622'000'000, 11'500'000, 27'700, 24'900}
                           << 1000;
    QTest::newRow("huge and one") << std::vector<std::int64_t>{huge, 1, huge, 1} << 200;
    QTest::newRow("with nothing") << std::vector<std::int64_t>{10, 0, 1, 0, 1} << 64;
    QTest::newRow("just fits") << std::vector<std::int64_t>{1000000, 1, 1} << 16;
    QTest::newRow("equal") << std::vector<std::int64_t>{1, 1, 1} << 101;
    QTest::newRow("just above the minimum") << std::vector<std::int64_t>{1000, 41, 40, 39, 1} << 120;
}

void tst_Bars::segmentsNeverVanish()
{
    QFETCH(std::vector<std::int64_t>, amounts);
    QFETCH(int, width);
    const auto segments = barSegments(amounts, width);
    QCOMPARE(segments.size(), amounts.size());
    int at = 0;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (amounts[i] == 0) {
            QCOMPARE(segments[i].width, 0);
            continue;
        }
        QVERIFY2(segments[i].width >= segmentMinimum,
                 qPrintable(QStringLiteral("%1: %2").arg(i).arg(segments[i].width)));
        QCOMPARE(segments[i].left, at);
        at = segments[i].left + segments[i].width + segmentGap;
    }
    QCOMPARE(at - segmentGap, width);
}

void tst_Bars::noSegmentsForNothing()
{
    for (const auto &segment : barSegments({0, 0, -5}, 100))
        QCOMPARE(segment.width, 0);
    QVERIFY(barSegments({}, 100).empty());
    QCOMPARE(barSegments({1, 2}, 0)[0].width, 0);
    // Too narrow for all: they share what there is.
    const auto narrow = barSegments({1, 1, 1, 1}, 8);
    int sum = 0;
    for (const auto &segment : narrow)
        sum += segment.width;
    QCOMPARE(sum, 8);
}

void tst_Bars::layersAreOrderedByBytes()
{
    LayerBar bar;
    bar.resize(900, 40);
    auto totals = modelTotals();
    totals.append({LayerKind::Doc, ByteCount(), 0});
    bar.setTotals(totals);
    QCOMPARE(bar.totals().size(), 4);
    QVERIFY(bar.totals().first().kind == LayerKind::Weight);
    QVERIFY(bar.totals().last().kind == LayerKind::Code);
    QVERIFY(bar.segmentRect(3).width() >= segmentMinimum);
    QCOMPARE(bar.segmentRect(3).right(), bar.width() - 1);
    for (const auto &part : {QStringLiteral("weight 15.2 GB, 5 files"), QStringLiteral("dataset 622 MB, one file"),
                             QStringLiteral("config 11.5 MB"), QStringLiteral("code 24.9 kB")})
        QVERIFY2(bar.accessibleName().contains(part), qPrintable(bar.accessibleName()));
    // An empty file still has a place in the legend.
    bar.setTotals({{LayerKind::Doc, ByteCount(), 1}});
    QVERIFY(bar.segmentRect(0).isEmpty());
    QVERIFY(bar.accessibleName().contains(QStringLiteral("doc 0 B")));
}

void tst_Bars::legendWraps()
{
    LayerBar bar;
    bar.setTotals(modelTotals());
    bar.resize(900, 40);
    bar.show();
    const int one = bar.height();
    bar.resize(300, bar.height());
    QVERIFY(bar.height() > one);
    for (int i = 0; i < 4; ++i)
        QVERIFY(bar.rect().contains(bar.legendRect(i)));
}

void tst_Bars::clicksAndKeysFilter()
{
    LayerBar bar;
    bar.setTotals(modelTotals());
    bar.resize(900, 40);
    bar.show();
    QSignalSpy clicked(&bar, &LayerBar::kindClicked);
    QTest::mouseClick(&bar, Qt::LeftButton, {}, bar.segmentRect(0).center());
    QTest::mouseClick(&bar, Qt::LeftButton, {}, bar.legendRect(2).center());
    QTest::mouseClick(&bar, Qt::RightButton, {}, bar.legendRect(2).center());
    QTest::mouseClick(&bar, Qt::LeftButton, {}, QPoint(bar.width() - 2, bar.height() - 2));
    QCOMPARE(clicked.count(), 2);
    QVERIFY(clicked.at(0).first().value<LayerKind>() == LayerKind::Weight);
    QVERIFY(clicked.at(1).first().value<LayerKind>() == LayerKind::WeightConfig);
    QTest::keyClick(&bar, Qt::Key_End);
    QTest::keyClick(&bar, Qt::Key_Left);
    QTest::keyClick(&bar, Qt::Key_Right);
    QTest::keyClick(&bar, Qt::Key_Return);
    QVERIFY(clicked.takeLast().first().value<LayerKind>() == LayerKind::Code);
}

void tst_Bars::clicksFilterWhenMirrored()
{
    LayerBar bar;
    bar.setLayoutDirection(Qt::RightToLeft);
    bar.setTotals(modelTotals());
    bar.resize(900, 40);
    bar.show();
    QCOMPARE(bar.segmentRect(0).right(), bar.width() - 1);
    QSignalSpy clicked(&bar, &LayerBar::kindClicked);
    QTest::mouseClick(&bar, Qt::LeftButton, {}, QPoint(bar.width() - 5, 5));
    QVERIFY(clicked.takeFirst().first().value<LayerKind>() == LayerKind::Weight);
}

void tst_Bars::anActiveKindMutesTheOthers()
{
    LayerBar bar;
    bar.setTotals(modelTotals());
    bar.resize(900, 40);
    const auto at = [&](int item) { return bar.grab().toImage().pixelColor(bar.segmentRect(item).center()); };
    const auto dataset = at(1);
    QCOMPARE(dataset, Theme::instance().layer(LayerKind::Dataset).fill);
    bar.setActiveKind(LayerKind::Weight);
    QCOMPARE(at(0), Theme::instance().layer(LayerKind::Weight).fill);
    QVERIFY(at(1) != dataset);
}

void tst_Bars::bytesThatAreNothingAreLeftOut()
{
    ByteBar bar;
    bar.resize(700, 40);
    bar.setParts({{BytePart::Sent, ByteCount()},
                  {BytePart::Left, ByteCount(3'470'000'000)},
                  {BytePart::ReceivedEarlier, ByteCount(2'200'000'000)},
                  {BytePart::Exists, ByteCount()},
                  {BytePart::Mounted, ByteCount(1), QStringLiteral("Mount"), QStringLiteral("3")}});
    QVERIFY(bar.accessibleName().contains(QStringLiteral("Sent 0 B")));
    QVERIFY(!bar.accessibleName().contains(QStringLiteral("Exists")));
    QVERIFY(bar.accessibleName().contains(QStringLiteral("Mount 1 B, 3")));
    QVERIFY(bar.segmentRect(3).width() >= segmentMinimum);
    // Received earlier is hatched: more than one colour in it.
    const auto image = bar.grab(bar.segmentRect(2).adjusted(2, 2, -2, -2)).toImage();
    QVERIFY(image.pixel(0, 2) != image.pixel(2, 2) || image.pixel(0, 2) != image.pixel(4, 2));
    bar.setLegendVisible(false);
    QCOMPARE(bar.height(), 10);
}

void tst_Bars::elidedLabelKeepsItsText()
{
    const auto path = QStringLiteral("/data/models/a/very/long/path/to/model-00001-of-00004.safetensors");
    ElidedLabel label(path);
    label.resize(label.sizeHint());
    QVERIFY(!label.isElided());
    label.resize(150, label.height());
    QVERIFY(label.isElided());
    QVERIFY(label.shownText().startsWith(QStringLiteral("/data")));
    QVERIFY(label.shownText().endsWith(QStringLiteral("tensors")));
    QCOMPARE(label.text(), path);
    QCOMPARE(label.accessibleName(), path);
}

void tst_Bars::infoBarIsPlainText()
{
    InfoBar bar;
    bar.setMessage(InfoBar::Kind::Warning, QStringLiteral("<img src=x>"), QStringLiteral("a & <b>b</b>"));
    QCOMPARE(bar.text(), QStringLiteral("<img src=x> a & <b>b</b>"));
    const auto *label = bar.findChild<QLabel *>(QStringLiteral("infoBarText"));
    QVERIFY(label->text().contains(QStringLiteral("&lt;img")));
    QVERIFY(!label->text().contains(QStringLiteral("<img")));
    QCOMPARE(bar.accessibleName(), bar.text());
}

void tst_Bars::infoBarActsAndGoes()
{
    InfoBar bar;
    bar.setMessage(InfoBar::Kind::Info, QStringLiteral("20 files"));
    int reviewed = 0;
    bar.addAction(QStringLiteral("Review"), QStringLiteral("review"), [&] { ++reviewed; });
    bar.addAction(QStringLiteral("Replace"), QStringLiteral("replace"), [&] {
        bar.clearActions();
        bar.addAction(QStringLiteral("New"), QStringLiteral("new"), [] {});
    });
    bar.setDismissible(true);
    bar.show();
    QSignalSpy dismissed(&bar, &InfoBar::dismissed);
    QTest::mouseClick(bar.findChild<QPushButton *>(QStringLiteral("review")), Qt::LeftButton);
    QCOMPARE(reviewed, 1);
    QTest::mouseClick(bar.findChild<QPushButton *>(QStringLiteral("replace")), Qt::LeftButton);
    QVERIFY(bar.findChild<QPushButton *>(QStringLiteral("new"))->isVisible());
    QTest::mouseClick(bar.findChild<QToolButton *>(QStringLiteral("infoBarDismiss")), Qt::LeftButton);
    QVERIFY(!bar.isVisible());
    QCOMPARE(dismissed.count(), 1);
}

void tst_Bars::infoBarCopiesDetails()
{
    InfoBar bar;
    bar.setError({QStringLiteral("T"), QStringLiteral("C."), QStringLiteral("A."), QStringLiteral("details to paste")});
    QCOMPARE(bar.text(), QStringLiteral("T. C. A."));
    bar.show();
    QTest::mouseClick(bar.findChild<QPushButton *>(QStringLiteral("infoBarCopyDetails")), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("details to paste"));
}

void tst_Bars::narrowInfoBarCutsNothing_data()
{
    QTest::addColumn<int>("pointSize");
    QTest::addColumn<QString>("strong");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isCut");
    const auto german = QStringLiteral(
        "Die Registry ghcr.io verlangt eine Anmeldung, und das gespeicherte Konto hat für dieses Repository keine "
        "Berechtigung. Mit einem anderen Konto anmelden oder die Betreiber der Registry nach Leserechten fragen.");
    const auto chinese = QStringLiteral(
        "制品库 ghcr.io 要求登录，而已保存的账户没有访问此仓库的权限。请使用其他账户登录，或向制品库的管理员申请读取"
        "权限；如果刚刚更改过密码，请先退出登录再重试，并确认系统时间正确、网络代理没有拦截证书。");
    for (const int size : {9, 14}) {
        QTest::addRow("short, %d", size) << size << QStringLiteral("Kein Zugriff.") << QString() << false;
        QTest::addRow("German, %d", size) << size << QStringLiteral("Kein Zugriff.") << german << true;
        QTest::addRow("Chinese, %d", size) << size << QStringLiteral("没有权限。") << chinese << true;
    }
}

void tst_Bars::narrowInfoBarCutsNothing()
{
    QFETCH(int, pointSize);
    QFETCH(QString, strong);
    QFETCH(QString, text);
    QFETCH(bool, isCut);
    Column column(300, pointSize, strong, text);
    QVERIFY(QTest::qWaitForWindowExposed(&column.host));
    auto &bar = column.bar;
    // What it shows is known when it is shown, and asks for nothing more then.
    QTRY_COMPARE(bar.height(), std::max(bar.minimumHeight(), bar.layout()->totalHeightForWidth(bar.width())));
    QCOMPARE(bar.width(), column.host.width());

    const auto label = column.placeOf("infoBarText");
    const auto dismiss = column.placeOf("infoBarDismiss");
    for (const char *name : {"first", "second"}) {
        const auto button = column.placeOf(name);
        QVERIFY2(bar.rect().contains(button), name);
        QVERIFY2(button.width() >= bar.findChild<QPushButton *>(QLatin1String(name))->sizeHint().width(), name);
        QVERIFY2(button.top() >= label.bottom(), name);
        QVERIFY2(!button.intersects(dismiss), name);
    }
    QVERIFY(!column.placeOf("first").intersects(column.placeOf("second")));
    QVERIFY(bar.rect().contains(label) && bar.rect().contains(dismiss));
    QVERIFY(label.right() < dismiss.left());
    QVERIFY(dismiss.top() <= metrics::space3 && bar.width() - dismiss.right() <= metrics::space4);

    // A font that stands in for another may have higher lines.
    QVERIFY(label.height() < 6 * column.label()->fontMetrics().lineSpacing());
    QVERIFY(column.sizeOfText().height() <= label.height() + 1);
    QVERIFY(column.sizeOfText().width() <= label.width() + 1);
    QCOMPARE(column.label()->text().endsWith(QChar(0x2026)), isCut);
    QCOMPARE(column.label()->toolTip(), isCut ? bar.text() : QString());
    QCOMPARE(bar.accessibleName(), bar.text());
}

void tst_Bars::wideInfoBarIsOneRow()
{
    Column column(300, 9, QStringLiteral("No access."), QStringLiteral("Sign in with another account."));
    QVERIFY(QTest::qWaitForWindowExposed(&column.host));
    QVERIFY(column.placeOf("first").top() >= column.placeOf("infoBarText").bottom());
    column.host.resize(1000, 700);
    QTRY_COMPARE(column.bar.width(), 1000);
    QTRY_VERIFY(column.placeOf("first").left() > column.placeOf("infoBarText").right());
    QCOMPARE(column.placeOf("first").center().y(), column.placeOf("second").center().y());
    QTRY_COMPARE(column.bar.height(),
                 std::max(column.bar.minimumHeight(), column.bar.layout()->totalHeightForWidth(1000)));
    QVERIFY(column.bar.height() < 2 * column.placeOf("first").height());
    // And back, without buttons.
    column.bar.clearActions();
    column.host.resize(300, 700);
    QTRY_COMPARE(column.bar.width(), 300);
    QTRY_COMPARE(column.bar.height(),
                 std::max(column.bar.minimumHeight(), column.bar.layout()->totalHeightForWidth(300)));
}

void tst_Bars::infoBarBreaksLongWords()
{
    const auto digest = QStringLiteral("sha256:") + QString(64, QLatin1Char('a'));
    Column column(300, 9, QStringLiteral("Not found."), QStringLiteral("There is no %1 here.").arg(digest));
    QVERIFY(QTest::qWaitForWindowExposed(&column.host));
    QCOMPARE(column.bar.width(), 300);
    QTRY_VERIFY(column.sizeOfText().width() <= column.label()->width() + 1);
    QVERIFY(column.sizeOfText().height() <= column.label()->height() + 1);
    // Its letters are all there.
    QTextDocument shown;
    shown.setHtml(column.label()->text());
    QVERIFY(shown.toPlainText().remove(QLatin1Char('\n')).contains(digest));
}

QTEST_MAIN(tst_Bars)
#include "tst_bars.moc"
