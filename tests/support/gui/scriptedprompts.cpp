// SPDX-License-Identifier: Apache-2.0
#include "support/gui/scriptedprompts.h"

#include <QTest>
#include <QTimer>
#include <QWidget>

namespace modelcrate {

ScriptedPrompts::~ScriptedPrompts()
{
    if (!m_answers.empty() && !QTest::currentTestFailed())
        QTest::qFail("the window did not ask what the test had an answer for", __FILE__, __LINE__);
}

template<typename T>
void ScriptedPrompts::reply(QWidget *parent, Question question, T givingUp, std::function<void(T)> answer)
{
    T given = std::move(givingUp);
    if (!m_answers.empty() && std::holds_alternative<T>(m_answers.front())) {
        given = std::get<T>(std::move(m_answers.front()));
        m_answers.pop_front();
    } else {
        const auto message = QStringLiteral("unexpected question: %1 %2").arg(question.title, question.text).toUtf8();
        QTest::qFail(message.constData(), __FILE__, __LINE__);
    }
    m_questions.append(std::move(question));
    // As with a real dialog the answer is not given before the question has returned, nor to a window that is gone.
    QTimer::singleShot(0, parent, [answer = std::move(answer), given = std::move(given)] { answer(given); });
}

void ScriptedPrompts::chooseFolder(QWidget *parent, const QString &title, std::function<void(QString)> answer)
{
    reply<QString>(parent, {Question::Kind::Folder, title, {}}, {}, std::move(answer));
}

void ScriptedPrompts::chooseOpenFile(QWidget *parent, const QString &title, const QString &filter,
                                     std::function<void(QString)> answer)
{
    reply<QString>(parent, {Question::Kind::OpenFile, title, filter}, {}, std::move(answer));
}

void ScriptedPrompts::chooseSaveFile(QWidget *parent, const QString &title, const QString &suggestion, const QString &,
                                     std::function<void(QString)> answer)
{
    reply<QString>(parent, {Question::Kind::SaveFile, title, suggestion}, {}, std::move(answer));
}

void ScriptedPrompts::choose(QWidget *parent, const Choice &choice, std::function<void(int)> answer)
{
    reply<int>(parent, {Question::Kind::Choice, choice.title, choice.text, choice.buttons, choice.destructive},
               static_cast<int>(choice.buttons.size()) - 1, std::move(answer));
}

void ScriptedPrompts::askAccount(QWidget *parent, const AccountQuestion &question,
                                 std::function<void(std::optional<Account>)> answer)
{
    reply<std::optional<Account>>(parent, {Question::Kind::Account, {}, question.registry}, std::nullopt,
                                  std::move(answer));
}

} // namespace modelcrate
