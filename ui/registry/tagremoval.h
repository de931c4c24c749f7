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
/// whole artifacts is asked to do so after a second question, which names the tags that go too. GUI thread.
class TagRemoval : public QWidget {
    Q_OBJECT

public:
    explicit TagRemoval(Services &services, QWidget *parent = nullptr);
    ~TagRemoval() override;

    /// Looks what else the tag stands for, then asks. Shows itself.
    void ask(const QString &reference);
    /// What runs is left to its end when it is removing; only the question goes.
    void giveUp();

Q_SIGNALS:
    /// `freed` is empty for a registry, which does not tell.
    void removed(const QString &reference, const QString &freed);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showQuestion(const RemovalPreview &preview);
    void showMessage(const QString &strong, const QString &text);
    void remove();
    void showRemaining(const Error &conflict);
    void take(Result<ByteCount> freed);
    void setBusy(bool busy);
    QString tag() const;

    Services &m_services;
    std::unique_ptr<QObject> m_jobs;
    QString m_reference;
    std::optional<RemovalPreview> m_preview;
    bool m_allTags = false;
    InfoBar *m_message;
    QWidget *m_question;
    QLabel *m_prompt;
    QLineEdit *m_typed;
    QPushButton *m_remove;
};

} // namespace modelcrate
