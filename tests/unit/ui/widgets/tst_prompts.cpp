// SPDX-License-Identifier: Apache-2.0
#include "support/gui/scriptedprompts.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/userprompts.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace modelcrate;

class tst_Prompts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Theme::instance().apply(ThemeMode::Light);
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    }
    void init()
    {
        m_window = new QWidget;
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window));
    }
    void cleanup() { delete m_window; }

    void aChoiceIsAnsweredByItsButton();
    void escapeGivesUp();
    void givingUpIsTheDefault();
    void textsArePlain();
    void anAccountNeedsBothParts();
    void anAccountGoesIntoTheKeychainWhereThereIsOne();
    void anAccountCanBeGivenUp();
    void aFolderIsChosen();
    void aSavedFileGetsTheSuffixOfItsFilter();
    void aClosedWindowTakesItsQuestionsAlong();
    void scriptedAnswersComeInOrder();

private:
    template<typename T>
    T *dialog() const
    {
        return m_window->findChild<T *>();
    }
    /// For looking at: MODELCRATE_PICTURES=DIR.
    static void keepPicture(QWidget *widget, const char *name)
    {
        const auto folder = qEnvironmentVariable("MODELCRATE_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(widget->grab().save(QDir(folder).filePath(QLatin1String(name) + QStringLiteral(".png"))));
    }
    static UserPrompts::Choice closing()
    {
        return {QStringLiteral("Save qwen-7b-support before closing?"),
                QStringLiteral("Its <b>changes</b> are lost otherwise."),
                {QStringLiteral("Save"), QStringLiteral("Close Without Saving"), QStringLiteral("Cancel")},
                1};
    }

    QWidget *m_window = nullptr;
    DialogPrompts m_prompts;
};

void tst_Prompts::aChoiceIsAnsweredByItsButton()
{
    for (int wanted = 0; wanted < 3; ++wanted) {
        QList<int> answers;
        m_prompts.choose(m_window, closing(), [&](int index) { answers << index; });
        QVERIFY(answers.isEmpty());
        auto *box = dialog<QMessageBox>();
        QVERIFY(box);
        if (wanted == 0)
            keepPicture(box, "choice");
        QTest::mouseClick(box->findChild<QPushButton *>(QStringLiteral("choiceButton%1").arg(wanted)), Qt::LeftButton);
        QTRY_COMPARE(answers, QList<int>{wanted});
        QTRY_VERIFY(!dialog<QMessageBox>());
    }
}

void tst_Prompts::escapeGivesUp()
{
    QList<int> answers;
    m_prompts.choose(m_window, closing(), [&](int index) { answers << index; });
    QTest::keyClick(dialog<QMessageBox>(), Qt::Key_Escape);
    QTRY_COMPARE(answers, QList<int>{2});
}

void tst_Prompts::givingUpIsTheDefault()
{
    m_prompts.choose(m_window, closing(), [](int) {});
    QCOMPARE(dialog<QMessageBox>()->defaultButton()->text(), QStringLiteral("Cancel"));
}

void tst_Prompts::textsArePlain()
{
    m_prompts.choose(m_window, closing(), [](int) {});
    const auto labels = dialog<QMessageBox>()->findChildren<QLabel *>();
    int checked = 0;
    for (const auto *label : labels) {
        checked += label->text().isEmpty() ? 0 : 1;
        QVERIFY(label->text().isEmpty() || label->textFormat() == Qt::PlainText);
    }
    QCOMPARE(checked, 2);
}

void tst_Prompts::anAccountNeedsBothParts()
{
    QList<std::optional<UserPrompts::Account>> answers;
    m_prompts.askAccount(m_window, {.registry = QStringLiteral("ghcr.io")},
                         [&](std::optional<UserPrompts::Account> account) { answers << account; });
    auto *box = dialog<QDialog>();
    QVERIFY(box->windowTitle().contains(QStringLiteral("ghcr.io")));
    auto *user = box->findChild<QLineEdit *>(QStringLiteral("accountUser"));
    auto *secret = box->findChild<QLineEdit *>(QStringLiteral("accountSecret"));
    auto *button = box->findChild<QPushButton *>(QStringLiteral("accountSignIn"));
    QCOMPARE(secret->echoMode(), QLineEdit::Password);
    QVERIFY(!button->isEnabled());
    QTest::keyClicks(user, QStringLiteral(" bot "));
    QVERIFY(!button->isEnabled());
    QTest::keyClicks(secret, QStringLiteral(" pass "));
    QVERIFY(button->isEnabled());
    keepPicture(box, "account");
    QTest::keyClick(secret, Qt::Key_Return);
    QTRY_COMPARE(answers.size(), 1);
    QVERIFY(answers.first());
    QCOMPARE(answers.first()->user, QStringLiteral("bot"));
    QCOMPARE(answers.first()->secret, QStringLiteral(" pass "));
    QCOMPARE(answers.first()->place, CredentialPlace::Session); // there is no keychain
}

void tst_Prompts::anAccountGoesIntoTheKeychainWhereThereIsOne()
{
    std::optional<UserPrompts::Account> answer;
    m_prompts.askAccount(m_window,
                         {.registry = QStringLiteral("ghcr.io"), .user = QStringLiteral("bot"), .hasKeychain = true},
                         [&](const std::optional<UserPrompts::Account> &account) { answer = account; });
    auto *box = dialog<QDialog>();
    auto *secret = box->findChild<QLineEdit *>(QStringLiteral("accountSecret"));
    QCOMPARE(box->focusWidget(), secret); // the user is known
    QTest::keyClicks(secret, QStringLiteral("pass"));
    QTest::keyClick(secret, Qt::Key_Return);
    QTRY_VERIFY(answer);
    QCOMPARE(answer->user, QStringLiteral("bot"));
    QCOMPARE(answer->place, CredentialPlace::Keychain);
}

void tst_Prompts::anAccountCanBeGivenUp()
{
    QList<std::optional<UserPrompts::Account>> answers;
    m_prompts.askAccount(m_window, {.registry = QStringLiteral("ghcr.io")},
                         [&](std::optional<UserPrompts::Account> account) { answers << account; });
    QTest::keyClick(dialog<QDialog>(), Qt::Key_Escape);
    QTRY_COMPARE(answers.size(), 1);
    QVERIFY(!answers.first());
}

void tst_Prompts::aFolderIsChosen()
{
    const QTemporaryDir folder;
    QStringList answers;
    m_prompts.chooseFolder(m_window, QStringLiteral("Open Folder"), [&](const QString &path) { answers << path; });
    auto *box = dialog<QFileDialog>();
    QVERIFY(box);
    QCOMPARE(box->fileMode(), QFileDialog::Directory);
    box->setDirectory(folder.path());
    box->selectFile(folder.path());
    keepPicture(box, "folder");
    static_cast<QDialog *>(box)->done(QDialog::Accepted);
    QTRY_COMPARE(answers, QStringList{folder.path()});
    m_prompts.chooseSaveFile(m_window, QStringLiteral("Save"), QStringLiteral("a.modelcrate.json"), {},
                             [&](const QString &path) { answers << path; });
    QTRY_VERIFY(dialog<QFileDialog>());
    QTest::keyClick(dialog<QFileDialog>(), Qt::Key_Escape);
    QTRY_COMPARE(answers.size(), 2);
    QVERIFY(answers.last().isEmpty());
}

void tst_Prompts::aSavedFileGetsTheSuffixOfItsFilter()
{
    const QTemporaryDir folder;
    QFile there(folder.filePath(QStringLiteral("there.modelcrate.json")));
    QVERIFY(there.open(QIODevice::WriteOnly));
    QStringList answers;
    const auto ask = [&] {
        m_prompts.chooseSaveFile(m_window, QStringLiteral("Save"), folder.filePath(QStringLiteral("a.modelcrate.json")),
                                 QStringLiteral("Modelcrate packages (*.modelcrate.json)"),
                                 [&](const QString &path) { answers << path; });
        return dialog<QFileDialog>();
    };
    const auto name = [](const QFileDialog *box) {
        return box->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
    };
    auto *box = ask();
    QVERIFY(box && name(box));
    name(box)->setText(QStringLiteral("there"));
    QString question;
    QTimer::singleShot(0, box, [&] { // its own question is a nested event loop
        if (auto *asked = qobject_cast<QMessageBox *>(QApplication::activeModalWidget())) {
            question = asked->text();
            asked->button(QMessageBox::No)->click();
        }
    });
    static_cast<QDialog *>(box)->accept();
    QVERIFY2(question.contains(QStringLiteral("there.modelcrate.json")), qPrintable(question));
    QVERIFY(answers.isEmpty());
    box->reject();
    QCOMPARE(answers, QStringList{QString()});
    QTRY_VERIFY(!dialog<QFileDialog>());
    box = ask();
    QVERIFY(box && name(box));
    name(box)->setText(QStringLiteral("new"));
    static_cast<QDialog *>(box)->accept();
    QTRY_COMPARE(answers.value(1), folder.filePath(QStringLiteral("new.modelcrate.json")));
}

void tst_Prompts::aClosedWindowTakesItsQuestionsAlong()
{
    int answers = 0;
    m_prompts.choose(m_window, closing(), [&](int) { ++answers; });
    delete m_window;
    m_window = new QWidget;
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(answers, 0);
}

void tst_Prompts::scriptedAnswersComeInOrder()
{
    ScriptedPrompts scripted;
    scripted.answerPath(QStringLiteral("/models"));
    scripted.answerChoice(1);
    scripted.answerAccount(std::nullopt);
    QStringList given;
    scripted.chooseFolder(m_window, QStringLiteral("Open"), [&](const QString &path) { given << path; });
    QVERIFY(given.isEmpty());
    scripted.choose(m_window, closing(), [&](int index) { given << QString::number(index); });
    scripted.askAccount(m_window, {.registry = QStringLiteral("ghcr.io")},
                        [&](const std::optional<UserPrompts::Account> &account) {
                            given << (account ? QStringLiteral("yes") : QStringLiteral("no"));
                        });
    QTRY_COMPARE(given, (QStringList{QStringLiteral("/models"), QStringLiteral("1"), QStringLiteral("no")}));
    QCOMPARE(scripted.questions().size(), 3);
    QCOMPARE(scripted.questions().at(1).destructive, 1);
    QVERIFY(!scripted.hasAnswersLeft());
}

QTEST_MAIN(tst_Prompts)
#include "tst_prompts.moc"
