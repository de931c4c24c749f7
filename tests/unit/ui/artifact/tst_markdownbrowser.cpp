// SPDX-License-Identifier: Apache-2.0
#include "support/gui/scriptedprompts.h"
#include "support/testing.h"
#include "support/watchedpipe.h"
#include "ui/artifact/markdownbrowser.h"

#include <QBuffer>
#include <QDir>
#include <QImage>
#include <QTest>
#include <QTextTable>
#include <QUrl>

using namespace modelcrate;
using namespace modelcrate::testing;

namespace {

const QColor red(255, 0, 0);

QByteArray redPng()
{
    QImage image(64, 64, QImage::Format_RGB32);
    image.fill(red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

bool showsRed(const QImage &picture)
{
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (picture.pixelColor(x, y) == red)
                return true;
        }
    }
    return false;
}

} // namespace

/// What the README of a stranger may do.
class TestMarkdownBrowser : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsNoPicture_data();
    void showsNoPicture();
    void opensNoPath();
    void countsWhatItRefuses();
    void aTableIsEven();

private:
    QImage shown(const QString &markdown);

    TestDir m_dir;
    ScriptedPrompts m_prompts;
};

QImage TestMarkdownBrowser::shown(const QString &markdown)
{
    MarkdownBrowser browser(m_prompts);
    browser.resize(400, 300);
    browser.setReadme(markdown);
    browser.show();
    return browser.grab().toImage();
}

void TestMarkdownBrowser::showsNoPicture_data()
{
    m_dir.write("red.png", redPng().toStdString());
    const auto path = QString::fromStdString((m_dir / "red.png").string());
    QTest::addColumn<QString>("address");
    QTest::newRow("a path") << path;
    QTest::newRow("a file's address") << QUrl::fromLocalFile(path).toString();
    QTest::newRow("beside the working folder") << QStringLiteral("red.png");
    QTest::newRow("in the address") << QStringLiteral("data:image/png;base64,")
            + QString::fromLatin1(redPng().toBase64());
}

void TestMarkdownBrowser::showsNoPicture()
{
    QFETCH(QString, address);
    const auto before = QDir::currentPath();
    QDir::setCurrent(QString::fromStdString(m_dir.path().string()));
    const auto picture = shown(QStringLiteral("A picture: ![x](<%1>)\n").arg(address));
    QDir::setCurrent(before);
    QVERIFY(!showsRed(picture));
}

void TestMarkdownBrowser::opensNoPath()
{
    WatchedPipe pipe(m_dir / "pipe");
    shown(QStringLiteral("![x](<%1>)\n").arg(QString::fromStdString((m_dir / "pipe").string())));
    QVERIFY(!pipe.wasRead());
    WatchedPipe other(m_dir / "other");
    shown(QStringLiteral("![x](<file://%1>)\n").arg(QString::fromStdString((m_dir / "other").string())));
    QVERIFY(!other.wasRead());
}

void TestMarkdownBrowser::countsWhatItRefuses()
{
    MarkdownBrowser browser(m_prompts);
    browser.resize(400, 300);
    browser.show();
    for (int time = 0; time < 2; ++time) {
        browser.setReadme(QStringLiteral("![x](https://example.com/a.png) ![y](/etc/passwd)\n"));
        browser.grab();
        QCOMPARE(browser.imageCount(), 2);
        QCOMPARE(browser.refusedResources(), 2);
    }
}

void TestMarkdownBrowser::aTableIsEven()
{
    MarkdownBrowser browser(m_prompts);
    browser.resize(400, 300);
    browser.setReadme(QStringLiteral("| Set | Score |\n| --- | ---: |\n| en | 81.4 |\n"));
    browser.show();
    QTextTable *table = nullptr;
    for (auto *frame : browser.document()->rootFrame()->childFrames())
        table = qobject_cast<QTextTable *>(frame);
    QVERIFY(table);
    QCOMPARE(table->columns(), 2);
    const auto topOf = [&](int column) {
        return browser.cursorRect(table->cellAt(0, column).firstCursorPosition()).top();
    };
    QCOMPARE(table->cellAt(0, 0).firstCursorPosition().block().text(), QStringLiteral("Set"));
    QCOMPARE(topOf(0), topOf(1));
    QVERIFY(table->format().borderCollapse());
}

QTEST_MAIN(TestMarkdownBrowser)

#include "tst_markdownbrowser.moc"
