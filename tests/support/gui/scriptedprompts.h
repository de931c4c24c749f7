// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/userprompts.h"

#include <deque>
#include <variant>

#include <QString>

namespace modelcrate {

/// Answers the questions of a window as a test has set them in advance, and records what was asked. A question for
/// which no answer of its kind is next fails the test and is answered by giving up. Answers come from the event loop,
/// as with real dialogs. What is left over at the end fails the test too: the window did not ask.
class ScriptedPrompts final : public UserPrompts {
public:
    ScriptedPrompts() = default;
    ~ScriptedPrompts() override;
    Q_DISABLE_COPY_MOVE(ScriptedPrompts)

    void answerPath(const QString &path) { m_answers.push_back(path); } ///< folder, open or save; empty: gives up
    void answerChoice(int index) { m_answers.push_back(index); }
    void answerAccount(std::optional<Account> account) { m_answers.push_back(std::move(account)); }

    struct Question {
        enum class Kind { Folder, OpenFile, SaveFile, Choice, Account } kind;
        QString title;
        QString text; ///< of a choice; the suggestion of a file to save; the registry of an account
        QStringList buttons = {};
        int destructive = -1;
    };
    const QList<Question> &questions() const { return m_questions; }
    bool hasAnswersLeft() const { return !m_answers.empty(); }

    void chooseFolder(QWidget *parent, const QString &title, std::function<void(QString)> answer) override;
    void chooseOpenFile(QWidget *parent, const QString &title, const QString &filter,
                        std::function<void(QString)> answer) override;
    void chooseSaveFile(QWidget *parent, const QString &title, const QString &suggestion, const QString &filter,
                        std::function<void(QString)> answer) override;
    void choose(QWidget *parent, const Choice &choice, std::function<void(int)> answer) override;
    void askAccount(QWidget *parent, const AccountQuestion &question,
                    std::function<void(std::optional<Account>)> answer) override;

private:
    using Answer = std::variant<QString, int, std::optional<Account>>;
    template<typename T>
    void reply(QWidget *parent, Question question, T givingUp, std::function<void(T)> answer);

    std::deque<Answer> m_answers;
    QList<Question> m_questions;
};

} // namespace modelcrate
