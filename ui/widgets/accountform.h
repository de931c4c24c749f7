// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/credentialstore.h"

#include <QString>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace modelcrate {

/// What the form is opened with.
struct AccountQuestion {
    QString registry;
    QString user = {}; ///< known from before; may be empty
    bool hasKeychain = false; ///< else a password is kept for the session, unless the user wants it in Docker's file
};

/// What was entered.
struct Account {
    QString user;
    QString secret;
    CredentialPlace place = CredentialPlace::Session;
};

/// User, password and where it is to be kept: the one form of a sign-in, in dialogs and on pages. What went wrong is
/// said below its fields. The secret leaves only through account(). GUI thread.
class AccountForm : public QWidget {
    Q_OBJECT

public:
    explicit AccountForm(QWidget *parent = nullptr);

    /// Empties the secret and the error; the choice of the place is the safest there is.
    void setQuestion(const AccountQuestion &question);
    Account account() const;
    bool isComplete() const;
    void setError(const QString &text); ///< empty: none
    void clearSecret();
    /// Where typing begins: the user, or the secret when that is known.
    void focusFirst();

Q_SIGNALS:
    void changed();
    void submitted(); ///< Return, in a form that is complete

private:
    void explainPlace();

    QLineEdit *m_user;
    QLineEdit *m_secret;
    QComboBox *m_place;
    QLabel *m_placeNote;
    QLabel *m_error;
};

} // namespace modelcrate
