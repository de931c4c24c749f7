// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/details.h"
#include "ui/artifact/services.h"

#include <memory>

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace modelcrate {

class InfoBar;

/// Asks before a tag is removed: says what else it would hit and wants the tag typed. A registry that removes only
/// whole artifacts is asked to do so after a second question, which names the tags that go too. What is removed is what
/// the question named, or nothing. While it is removed it stays what this is about: it can be neither given up nor
/// replaced by another question. GUI thread.
class TagRemoval : public QWidget {
    Q_OBJECT

public:
    explicit TagRemoval(Services &services, QWidget *parent = nullptr);
    ~TagRemoval() override;

    /// Looks what else the tag stands for, then asks. Shows itself. Not while another one is removed.
    void ask(const QString &reference);
    /// The question goes; what is being removed stays to its end.
    void giveUp();
    bool isRemoving() const { return m_removing; }

    /// What is asked, and what is typed in answer: what a widget goes on from that takes this one's place.
    struct Question {
        QString reference;
        std::optional<RemovalPreview> preview = {}; ///< nothing while it is looked at
        bool moved = false; ///< since it was asked about first
        std::optional<Error> conflict = {}; ///< why all tags would go
        QString typed = {};
    };
    /// Nothing while nothing is asked.
    std::optional<Question> question() const;
    /// Asks the same: about what the tag stood for when it was asked first.
    void restore(const Question &question);

Q_SIGNALS:
    /// `freed` is empty for a registry, which does not tell.
    void removed(const QString &reference, const QString &freed);
    void removingChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Outcome;
    static Result<Outcome> perform(const Location &location, const Digest &seen, bool allTags, Session &session,
                                   const TaskContext &context);
    void showQuestion(const RemovalPreview &preview, bool moved);
    void showMessage(const QString &strong, const QString &text);
    void remove();
    void showRemaining(const Error &conflict);
    void take(Result<Outcome> outcome);
    void takeConflict(Outcome outcome);
    void showFailure(const Error &error);
    void setRemoving(bool removing);
    void updateRemove();
    QString tag() const;

    Services &m_services;
    std::unique_ptr<QObject> m_jobs;
    QString m_reference;
    std::optional<RemovalPreview> m_preview;
    bool m_moved = false;
    std::optional<Error> m_conflict; ///< all its tags would go
    bool m_removing = false;
    InfoBar *m_message;
    QWidget *m_question;
    QLabel *m_prompt;
    QLineEdit *m_typed;
    QPushButton *m_cancel;
    QPushButton *m_remove;
};

} // namespace modelcrate
