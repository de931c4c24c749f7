// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/theme.h"
#include "ui/widgets/tokenfield.h"
#include "ui/widgets/tristatefield.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace modelcrate;

namespace {

std::optional<QString> refuseBad(const QString &text)
{
    return text.startsWith(QLatin1String("bad")) ? std::optional(QStringLiteral("%1 is bad").arg(text)) : std::nullopt;
}

} // namespace

class tst_TokenField : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().apply(ThemeMode::Light); }
    void init();
    void cleanup() { delete m_window; }

    void enterCommaAndLeavingAdd();
    void backspaceTakesTheLast();
    void arrowsMarkAndDeleteRemoves();
    void arrowsFollowTheDirectionOfReading();
    void aPastedListIsAddedWhole();
    void aRefusedTextStaysWhole();
    void aRefusedPartOfAListStays();
    void twiceIsOnce();
    void wrongTokensOfADocumentAreShown();
    void manyTokensOfADocumentAreKept();
    void growsByLines();
    void removeButtons();
    void completes();
    void saysWhatItHolds();
    void readOnly();
    void triState();

private:
    QLineEdit *line() const { return m_field->findChild<QLineEdit *>(QStringLiteral("tokenEdit")); }
    void type(const QString &text) { QTest::keyClicks(line(), text); }
    void press(Qt::Key key) { QTest::keyClick(line(), key); }

    QWidget *m_window = nullptr;
    TokenField *m_field = nullptr;
    QLineEdit *m_other = nullptr;
};

void tst_TokenField::init()
{
    m_window = new QWidget;
    auto *layout = new QVBoxLayout(m_window);
    m_field = new TokenField;
    m_field->setAccessibleName(QStringLiteral("Licences"));
    m_other = new QLineEdit;
    layout->addWidget(m_field);
    layout->addWidget(m_other);
    layout->addStretch();
    m_window->resize(420, 300);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window));
    m_field->setFocus();
}

void tst_TokenField::enterCommaAndLeavingAdd()
{
    QSignalSpy changed(m_field, &TokenField::tokensChanged);
    type(QStringLiteral("MIT"));
    QCOMPARE(m_field->pendingText(), QStringLiteral("MIT"));
    QCOMPARE(changed.count(), 0);
    press(Qt::Key_Return);
    QCOMPARE(m_field->tokens(), QStringList{QStringLiteral("MIT")});
    type(QStringLiteral(" Apache-2.0 ,BSD"));
    QCOMPARE(m_field->tokens(), (QStringList{QStringLiteral("MIT"), QStringLiteral("Apache-2.0")}));
    QCOMPARE(m_field->pendingText(), QStringLiteral("BSD"));
    press(Qt::Key_Tab);
    QCOMPARE(m_field->tokens().size(), 3);
    QVERIFY(m_field->pendingText().isEmpty());
    QVERIFY(m_other->hasFocus());
    QCOMPARE(changed.count(), 3);
}

void tst_TokenField::backspaceTakesTheLast()
{
    m_field->setTokens({QStringLiteral("a"), QStringLiteral("b")});
    QSignalSpy changed(m_field, &TokenField::tokensChanged);
    type(QStringLiteral("x"));
    press(Qt::Key_Backspace);
    QCOMPARE(m_field->tokens().size(), 2);
    press(Qt::Key_Backspace);
    QCOMPARE(m_field->tokens(), QStringList{QStringLiteral("a")});
    press(Qt::Key_Backspace);
    press(Qt::Key_Backspace);
    QVERIFY(m_field->tokens().isEmpty());
    QCOMPARE(changed.count(), 2);
}

void tst_TokenField::arrowsMarkAndDeleteRemoves()
{
    m_field->setTokens({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    press(Qt::Key_Left);
    press(Qt::Key_Left);
    QVERIFY(line()->accessibleDescription().contains(QStringLiteral("b")));
    press(Qt::Key_Delete);
    QCOMPARE(m_field->tokens(), (QStringList{QStringLiteral("a"), QStringLiteral("c")}));
    press(Qt::Key_Right);
    type(QStringLiteral("d"));
    press(Qt::Key_Enter);
    QCOMPARE(m_field->tokens(), (QStringList{QStringLiteral("a"), QStringLiteral("c"), QStringLiteral("d")}));
}

void tst_TokenField::arrowsFollowTheDirectionOfReading()
{
    m_window->setLayoutDirection(Qt::RightToLeft);
    m_field->setTokens({QStringLiteral("a"), QStringLiteral("b")});
    press(Qt::Key_Right);
    press(Qt::Key_Delete);
    QCOMPARE(m_field->tokens(), QStringList{QStringLiteral("a")});
}

void tst_TokenField::aPastedListIsAddedWhole()
{
    QApplication::clipboard()->setText(QStringLiteral("en, de;zh\nfr\r\nit"));
    QSignalSpy changed(m_field, &TokenField::tokensChanged);
    QTest::keySequence(line(), QKeySequence::Paste);
    QCOMPARE(m_field->tokens().join(QLatin1Char(' ')), QStringLiteral("en de zh fr it"));
    QVERIFY(m_field->pendingText().isEmpty());
    QCOMPARE(changed.count(), 1);

    m_field->setTokens({});
    m_field->setSeparators(QStringLiteral(";\n"));
    QApplication::clipboard()->setText(QStringLiteral("Acme, Inc. <ml@acme.example>; Jana"));
    QTest::keySequence(line(), QKeySequence::Paste);
    QCOMPARE(m_field->tokens(), (QStringList{QStringLiteral("Acme, Inc. <ml@acme.example>"), QStringLiteral("Jana")}));
}

void tst_TokenField::aRefusedTextStaysWhole()
{
    m_field->setCheck(refuseBad);
    QSignalSpy pending(m_field, &TokenField::pendingChanged);
    type(QStringLiteral("bad one"));
    press(Qt::Key_Return);
    QVERIFY(m_field->tokens().isEmpty());
    QCOMPARE(m_field->pendingText(), QStringLiteral("bad one"));
    QCOMPARE(m_field->errorText(), QStringLiteral("bad one is bad"));
    QVERIFY(pending.count() > 0);
    m_other->setFocus();
    QCOMPARE(m_field->pendingText(), QStringLiteral("bad one"));
    m_field->setFocus();
    line()->selectAll();
    type(QStringLiteral("good"));
    QVERIFY(m_field->errorText().isEmpty());
    press(Qt::Key_Return);
    QCOMPARE(m_field->tokens(), QStringList{QStringLiteral("good")});
}

void tst_TokenField::aRefusedPartOfAListStays()
{
    m_field->setCheck(refuseBad);
    QApplication::clipboard()->setText(QStringLiteral("good, bad1, better, bad2"));
    QTest::keySequence(line(), QKeySequence::Paste);
    QCOMPARE(m_field->tokens(), (QStringList{QStringLiteral("good"), QStringLiteral("better")}));
    QCOMPARE(m_field->pendingText(), QStringLiteral("bad1, bad2"));
    QCOMPARE(m_field->errorText(), QStringLiteral("bad1 is bad"));
}

void tst_TokenField::twiceIsOnce()
{
    m_field->setTokens({QStringLiteral("MIT")});
    QSignalSpy changed(m_field, &TokenField::tokensChanged);
    type(QStringLiteral("MIT"));
    press(Qt::Key_Return);
    QCOMPARE(m_field->tokens().size(), 1);
    QVERIFY(m_field->pendingText().isEmpty());
    QCOMPARE(changed.count(), 0);
}

void tst_TokenField::wrongTokensOfADocumentAreShown()
{
    m_field->setCheck(refuseBad);
    QSignalSpy changed(m_field, &TokenField::tokensChanged);
    m_field->setTokens({QStringLiteral("bad"), QStringLiteral("fine")});
    QCOMPARE(m_field->tokens().size(), 2);
    QCOMPARE(changed.count(), 0);
}

void tst_TokenField::manyTokensOfADocumentAreKept()
{
    QStringList many;
    for (int i = 0; i < 5000; ++i)
        many << QString::number(i);
    m_field->setTokens(many);
    QCOMPARE(m_field->tokens(), many);
    QVERIFY(m_field->findChildren<QToolButton *>().size() < 1000);
}

void tst_TokenField::growsByLines()
{
    const int one = m_field->height();
    m_field->setTokens({QStringLiteral("Acme ML <ml@acme.example>"), QStringLiteral("Jana Kruger <jana@acme.example>"),
                        QStringLiteral("Another Person <a@b.example>")});
    QTRY_VERIFY2(m_field->height() > one + 10,
                 qPrintable(QStringLiteral("%1, then %2 of %3")
                                .arg(one)
                                .arg(m_field->height())
                                .arg(m_field->heightForWidth(m_field->width()))));
    for (auto *button : m_field->findChildren<QToolButton *>())
        QVERIFY(m_field->rect().contains(QRect(button->mapTo(m_field, QPoint(0, 0)), button->size())));
}

void tst_TokenField::removeButtons()
{
    m_field->setTokens({QStringLiteral("a"), QStringLiteral("b")});
    const auto buttons = m_field->findChildren<QToolButton *>(QStringLiteral("tokenRemove"));
    QCOMPARE(buttons.size(), 2);
    QCOMPARE(buttons.first()->accessibleName(), QStringLiteral("Remove a"));
    QTest::mouseClick(buttons.first(), Qt::LeftButton);
    QCOMPARE(m_field->tokens(), QStringList{QStringLiteral("b")});
    QVERIFY(line()->hasFocus());
}

void tst_TokenField::completes()
{
    m_field->setCompletions({QStringLiteral("Apache-2.0"), QStringLiteral("MIT"), QStringLiteral("MIT-0")});
    type(QStringLiteral("apa"));
    auto *popup = QApplication::activePopupWidget();
    QVERIFY(popup);
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QTRY_COMPARE(m_field->tokens(), QStringList{QStringLiteral("Apache-2.0")});
    QTRY_VERIFY(m_field->pendingText().isEmpty());
}

void tst_TokenField::saysWhatItHolds()
{
    m_field->setTokens({QStringLiteral("MIT")});
    QCOMPARE(line()->accessibleName(), QStringLiteral("Licences"));
    QVERIFY(line()->accessibleDescription().contains(QStringLiteral("MIT")));
}

void tst_TokenField::readOnly()
{
    m_field->setTokens({QStringLiteral("a")});
    m_field->setReadOnly(true);
    press(Qt::Key_Backspace);
    type(QStringLiteral("b"));
    press(Qt::Key_Return);
    QCOMPARE(m_field->tokens(), QStringList{QStringLiteral("a")});
}

void tst_TokenField::triState()
{
    auto *field = new TriStateField;
    m_window->layout()->addWidget(field);
    field->show();
    QSignalSpy changed(field, &TriStateField::valueChanged);
    QVERIFY(!field->value());
    field->setValue(true);
    QCOMPARE(field->value(), std::optional(true));
    QCOMPARE(changed.count(), 0);
    field->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QCOMPARE(field->value(), std::optional(false));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QVERIFY(!field->value());
    QTest::mouseClick(field->findChild<QToolButton *>(QStringLiteral("triStateYes")), Qt::LeftButton);
    QCOMPARE(field->value(), std::optional(true));
    QCOMPARE(changed.count(), 3);
}

QTEST_MAIN(tst_TokenField)
#include "tst_tokenfield.moc"
