// SPDX-License-Identifier: Apache-2.0
#include "support/gui/tooltip.h"
#include "support/gui/waiting.h"
#include "support/testing.h"
#include "support/watchedpipe.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/tooltips.h"

#include <QApplication>
#include <QFontMetrics>
#include <QHelpEvent>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QScreen>
#include <QTabBar>
#include <QTest>
#include <QToolTip>

using namespace modelcrate;
using namespace modelcrate::testing;

namespace {

void pointAt(QWidget &widget, const QPoint &place)
{
    QHelpEvent event(QEvent::ToolTip, place, widget.mapToGlobal(place));
    QApplication::sendEvent(&widget, &event);
}

bool waitForNone()
{
    return waitFor([] { return !shownTip(); });
}

QString withoutBreaks(QString text) { return text.remove(QLatin1Char('\n')).remove(QLatin1Char(' ')); }

} // namespace

/// Tool tips and labels show what strangers wrote and do not obey it.
class TestToolTips : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().apply(ThemeMode::Light); }
    void init();
    void cleanup() { QToolTip::hideText(); }
    void isPlainWhoeverShowsIt_data();
    void isPlainWhoeverShowsIt();
    void breaksLongLines_data();
    void breaksLongLines();
    void leavesShortLinesAlone();
    void breaksTheNextTipToo();
    void cutsWhatNoScreenHolds();
    void staysOnTheScreen();
    void labelsArePlain();
    void messagesArePlain();

private:
    QWidget m_window;
};

void TestToolTips::init()
{
    m_window.resize(400, 300);
    m_window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&m_window));
}

void TestToolTips::isPlainWhoeverShowsIt_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("heading") << QStringLiteral("<h1>x</h1>");
    QTest::newRow("picture") << QStringLiteral("<img src=\"%1\">");
}

void TestToolTips::isPlainWhoeverShowsIt()
{
    QFETCH(QString, text);
    const TestDir dir;
    WatchedPipe pipe(dir / "pipe");
    text = text.replace(QLatin1String("%1"), QString::fromStdString((dir / "pipe").string()));
    const auto isPlain = [&] {
        auto *tip = shownTip();
        const bool plain =
            tip && tip->textFormat() == Qt::PlainText && withoutBreaks(tip->text()) == withoutBreaks(text);
        if (tip)
            tip->grab();
        QToolTip::hideText();
        return plain && waitForNone();
    };

    QWidget widget(&m_window);
    widget.setToolTip(text);
    widget.show();
    pointAt(widget, {5, 5});
    QVERIFY(isPlain());

    QListWidget list(&m_window);
    (new QListWidgetItem(QStringLiteral("item"), &list))->setToolTip(text);
    list.show();
    pointAt(*list.viewport(), list.visualItemRect(list.item(0)).center());
    QVERIFY(isPlain());

    QTabBar tabs(&m_window);
    tabs.addTab(QStringLiteral("tab"));
    tabs.setTabToolTip(0, text);
    tabs.show();
    pointAt(tabs, tabs.tabRect(0).center());
    QVERIFY(isPlain());

    ElidedLabel label(text, Qt::ElideRight, &m_window);
    label.resize(20, 20);
    label.show();
    pointAt(label, {5, 5});
    QVERIFY(isPlain());
    QVERIFY(!pipe.wasRead());
}

void TestToolTips::breaksLongLines_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("words") << QStringLiteral("many words ").repeated(40).trimmed();
    QTest::newRow("words, less than a screen") << QStringLiteral("many words ").repeated(9).trimmed();
    QTest::newRow("a word without end") << QString(2000, QLatin1Char('x'));
    QTest::newRow("words and a long one") << QStringLiteral("a b c ") + QString(300, QLatin1Char('x'));
    QTest::newRow("more than one paragraph") << QStringLiteral("one\n%1\nthree").arg(QString(300, QLatin1Char('x')));
}

void TestToolTips::breaksLongLines()
{
    QFETCH(QString, text);
    QToolTip::showText({100, 100}, text, &m_window);
    auto *tip = shownTip();
    QVERIFY(tip);
    QCOMPARE(withoutBreaks(tip->text()), withoutBreaks(text));
    const QFontMetrics letters(tip->font());
    QVERIFY(tip->width() <= letters.averageCharWidth() * 105);
    // Each line has its place.
    for (const auto &line : tip->text().split(QLatin1Char('\n')))
        QVERIFY(tip->wordWrap() || letters.horizontalAdvance(line) <= tip->contentsRect().width());
    QVERIFY(tip->width() >= tip->sizeHint().width());
    QVERIFY(tip->height() >= tip->sizeHint().height());
    QVERIFY(tip->height() >= 2 * letters.height());
}

void TestToolTips::leavesShortLinesAlone()
{
    const auto digest = QStringLiteral("sha256:") + QString(64, QLatin1Char('0'));
    for (const auto &text : {QStringLiteral("short"), QStringLiteral("two\nlines"), digest}) {
        QToolTip::showText({100, 100}, text, &m_window);
        QCOMPARE(shownTip()->text(), text);
        QVERIFY(shownTip()->width() >= QFontMetrics(shownTip()->font()).horizontalAdvance(text.section(u'\n', 0, 0)));
    }
}

void TestToolTips::breaksTheNextTipToo()
{
    const QString longWord(300, QLatin1Char('x'));
    QToolTip::showText({100, 100}, longWord, &m_window);
    const auto lines = shownTip()->text().count(QLatin1Char('\n')) + 1;
    QVERIFY(lines > 1);
    // As many lines as the tip before it has, one of them too long.
    const auto text = QStringLiteral("y\n").repeated(lines - 1) + longWord;
    QToolTip::showText({100, 120}, text, &m_window);
    QCOMPARE(shownTip()->text().count(QLatin1Char('\n')) + 1, 2 * lines - 1);
    QToolTip::showText({100, 140}, QStringLiteral("short"), &m_window);
    QCOMPARE(shownTip()->text(), QStringLiteral("short"));
    QVERIFY(shownTip()->width() < 200);
}

void TestToolTips::cutsWhatNoScreenHolds()
{
    for (const auto &text : {QStringLiteral("line\n").repeated(10'000), QString(20'000, QLatin1Char('x'))}) {
        QToolTip::showText({100, 100}, text, &m_window);
        QCOMPARE(shownTip()->text().count(QLatin1Char('\n')) + 1, ToolTips::maxLines);
        QVERIFY(shownTip()->text().endsWith(QChar(0x2026)));
        QVERIFY(shownTip()->height() >= shownTip()->sizeHint().height());
    }
}

void TestToolTips::staysOnTheScreen()
{
    const auto screen = m_window.screen()->geometry();
    const QString text(1000, QLatin1Char('x'));
    for (const auto &corner : {screen.topLeft(), screen.topRight(), screen.bottomLeft(), screen.bottomRight()}) {
        QCursor::setPos(corner);
        QToolTip::hideText();
        QVERIFY(waitForNone());
        QToolTip::showText(corner, text, &m_window);
        QVERIFY(shownTip());
        QVERIFY(screen.contains(shownTip()->geometry()));
        QVERIFY(!shownTip()->geometry().contains(corner));
    }
}

void TestToolTips::labelsArePlain()
{
    const TestDir dir;
    WatchedPipe pipe(dir / "pipe");
    QLabel label(&m_window);
    label.setText(QStringLiteral("<img src=\"%1\">").arg(QString::fromStdString((dir / "pipe").string())));
    label.resize(label.sizeHint());
    label.show();
    label.grab();
    QCOMPARE(label.textFormat(), Qt::PlainText);
    QVERIFY(!pipe.wasRead());
    // Who means it says so.
    QLabel rich(&m_window);
    rich.setTextFormat(Qt::RichText);
    rich.setText(QStringLiteral("<b>x</b>"));
    rich.show();
    QCOMPARE(rich.textFormat(), Qt::RichText);
}

void TestToolTips::messagesArePlain()
{
    QMessageBox box(&m_window);
    box.setText(QStringLiteral("<h1>x</h1>"));
    box.setInformativeText(QStringLiteral("<h1>y</h1>"));
    box.open();
    int labels = 0;
    for (const auto *label : box.findChildren<QLabel *>()) {
        if (label->text().contains(QLatin1String("<h1>"))) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            ++labels;
        }
    }
    QCOMPARE(labels, 2);
}

QTEST_MAIN(TestToolTips)

#include "tst_tooltips.moc"
