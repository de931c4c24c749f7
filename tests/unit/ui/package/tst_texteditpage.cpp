// SPDX-License-Identifier: Apache-2.0
#include "operations/edit.h"
#include "operations/publish.h"
#include "support/gui/bench.h"
#include "support/gui/waiting.h"
#include "ui/package/packagedocument.h"
#include "ui/package/texteditpage.h"
#include "ui/text/convert.h"
#include "ui/widgets/documenttext.h"
#include "ui/widgets/infobar.h"

#include <memory>

#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>

using namespace modelcrate;
using namespace modelcrate::testing;

namespace {

/// The README of a published model, opened as a text.
class OpenPage {
public:
    explicit OpenPage(const std::string &readme)
    {
        bench.dir.write("m/README.md", readme);
        bench.dir.write("m/model.safetensors", std::string("\x02\0\0\0\0\0\0\0{}", 10));
        const TaskContext context;
        const auto place = parseLocation("store:team/m:v1").value();
        const auto made = openFolder(bench.dir / "m", {}, context).value().package;
        static_cast<void>(publish(made, place, {}, bench.session, context).value());
        document = std::make_unique<PackageDocument>(openForEdit(place, bench.session, context).value());
        page = std::make_unique<TextEditPage>(*document, bench.services);
        page->resize(800, 600);
        page->show();
    }
    bool open()
    {
        QSignalSpy loaded(page.get(), &TextEditPage::loaded);
        page->open(QStringLiteral("README.md"));
        return waitFor([&] { return loaded.count() > 0; });
    }
    QPlainTextEdit &text() { return *page->findChild<QPlainTextEdit *>(QStringLiteral("textEditText")); }
    bool isEditable() { return !text().isReadOnly(); }
    /// What takes the place of the file; nothing when it is as published.
    std::optional<std::string> replacement()
    {
        const auto *by = document->replacement("README.md");
        return by ? by->text : std::nullopt;
    }

    Bench bench;
    std::unique_ptr<PackageDocument> document;
    std::unique_ptr<TextEditPage> page;
};

} // namespace

class TestTextEditPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsLookedAtStays_data();
    void whatIsLookedAtStays();
    void anEditKeepsTheRest();
    void undoneInThePageIsAsPublished();
    void givesTheTextOfADocument();
};

void TestTextEditPage::whatIsLookedAtStays_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("editable");
    QTest::newRow("plain") << QByteArray("# A model\n\nText.\n") << true;
    QTest::newRow("no end of line") << QByteArray("# A model") << true;
    QTest::newRow("blank lines") << QByteArray("\n\n a\t b \n\n\n") << true;
    QTest::newRow("no-break space") << QByteArray("7\u00a0B of\u202fparameters\u00a0\n") << true;
    QTest::newRow("other planes") << QByteArray("\U0001f917 \u6a21\u578b \u200d\n") << true;
    QTest::newRow("CR LF") << QByteArray("# A model\r\n\r\nText.\r\n") << false;
    QTest::newRow("CR LF at one line") << QByteArray("one\ntwo\r\nthree\n") << false;
    QTest::newRow("CR") << QByteArray("one\rtwo\r") << false;
    QTest::newRow("line separator") << QByteArray("one\u2028two\n") << false;
    QTest::newRow("paragraph separator") << QByteArray("one\u2029two\n") << false;
    // Qt's documents take them for the beginning and the end of a frame.
    QTest::newRow("U+FDD0") << QByteArray("one\xef\xb7\x90two\n") << false;
    QTest::newRow("U+FDD1") << QByteArray("one\xef\xb7\x91two\n") << false;
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbfone\n") << false;
    QTest::newRow("no UTF-8") << QByteArray("caf\xe9\n") << false;
    QTest::newRow("NUL") << QByteArray("one\0two\n", 8) << false;
}

void TestTextEditPage::whatIsLookedAtStays()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, editable);
    OpenPage open(bytes.toStdString());
    QVERIFY(open.open());
    QCOMPARE(open.isEditable(), editable);
    QCOMPARE(open.page->findChild<InfoBar *>(QStringLiteral("textEditFailure"))->isVisible(), !editable);
    if (editable)
        QCOMPARE(toUtf8(documentText(*open.text().document())), bytes.toStdString());
    open.page->commit();
    open.page->hide();
    QVERIFY(!open.document->replacement("README.md"));
    QCOMPARE(open.document->undoStack().count(), 0);
    QCOMPARE(open.document->changes(), std::size_t(0));
}

void TestTextEditPage::anEditKeepsTheRest()
{
    const std::string readme = "7\u00a0B of\u202fparameters,\u00a0\nnot more\n";
    OpenPage open(readme);
    QVERIFY(open.open());
    QVERIFY(open.isEditable());
    open.text().moveCursor(QTextCursor::End);
    QTest::keyClicks(&open.text(), QStringLiteral("Mind the gap."));
    open.page->hide();
    QCOMPARE(open.replacement(), std::optional(readme + "Mind the gap."));
    QCOMPARE(open.document->undoStack().count(), 1);

    // Opened again, it is what it was made, and no step more.
    open.page->show();
    QVERIFY(open.open());
    open.page->hide();
    QCOMPARE(open.replacement(), std::optional(readme + "Mind the gap."));
    QCOMPARE(open.document->undoStack().count(), 1);
}

void TestTextEditPage::undoneInThePageIsAsPublished()
{
    const std::string readme = "7\u00a0B\n";
    OpenPage open(readme);
    QVERIFY(open.open());
    open.text().moveCursor(QTextCursor::End);
    QTest::keyClicks(&open.text(), QStringLiteral("one"));
    open.page->commit();
    QTest::keyClicks(&open.text(), QStringLiteral(" two"));
    open.page->commit();
    QCOMPARE(open.replacement(), std::optional(readme + "one two"));
    open.text().undo();
    open.page->commit();
    QCOMPARE(open.replacement(), std::optional(readme + "one"));
    open.text().undo();
    open.page->commit();
    QVERIFY(!open.document->replacement("README.md"));
    open.text().redo();
    open.page->hide();
    QCOMPARE(open.replacement(), std::optional(readme + "one"));
}

void TestTextEditPage::givesTheTextOfADocument()
{
    QTextDocument document;
    QCOMPARE(documentText(document), QString());
    const auto text = QStringLiteral("\n a\u00a0b\t\n\n\u202fc\n");
    document.setPlainText(text);
    QCOMPARE(documentText(document), text);
    document.setPlainText(QStringLiteral("a\u2028b\u2029c\r\nd")); // Shift+Enter types the first
    QCOMPARE(documentText(document), QStringLiteral("a\nb\nc\nd"));
}

QTEST_MAIN(TestTextEditPage)
#include "tst_texteditpage.moc"
