// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/session.h"
#include "ui/artifact/services.h"

#include <optional>

#include <QScrollArea>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStandardItemModel;
class QTableView;

namespace modelcrate {

class AccessSteps;
class AccountForm;
class ElidedLabel;
class InfoBar;

/// Which credentials are found and where, signing in and out, what is special about a registry, and a test of the way
/// to it, step by step. A password is never shown and never leaves the form but for the sign-in. Asks files, helpers,
/// keychain and registries on workers. GUI thread.
class AccountSettings : public QScrollArea {
    Q_OBJECT

public:
    explicit AccountSettings(Services &services, QWidget *parent = nullptr);

    /// Looks at all places once more.
    void reload();

protected:
    void showEvent(QShowEvent *event) override;

private:
    /// What a row of the table is about.
    struct Row {
        QString key; ///< host, or host/namespace
        QString user;
        std::optional<CredentialPlace> place; ///< nothing: no account
    };
    static int placeNumber(const Row &row);
    QWidget *makeTable();
    QWidget *makeActions();
    QWidget *makeSignIn();
    QWidget *makeRegistry();
    void showAccounts(const CredentialList &list);
    void addRow(const Row &row, const QString &source, bool inUse);
    void followTheme();
    std::optional<Row> current() const;
    std::optional<RegistryHost> currentHost() const;
    void currentChanged();
    void refreshActions();
    void showFailure(const Error &error);
    void openSignIn();
    void closeSignIn();
    void signIn();
    void signOut();
    void test();
    void choose(const RegistrySettings &settings);
    void chooseAuthority();
    QString usedRepository(const QString &host) const;

    Services &m_services;
    InfoBar *m_message;
    QTableView *m_table;
    QStandardItemModel *m_model;
    QLabel *m_nothing;
    QPushButton *m_signInButton;
    QPushButton *m_signOutButton;
    QWidget *m_signInPanel;
    QLineEdit *m_registryField;
    AccountForm *m_form;
    QPushButton *m_submit;
    QWidget *m_registryPanel;
    QLabel *m_registryTitle;
    QCheckBox *m_plainHttp;
    ElidedLabel *m_authority;
    QPushButton *m_noAuthority;
    QLineEdit *m_repository;
    QPushButton *m_testButton;
    AccessSteps *m_steps;
    bool m_filling = false; ///< the table is
    bool m_signingIn = false;
    int m_listed = 0; ///< number of the last list that was asked for
    int m_tested = 0; ///< number of the last test: an answer of a former one is nothing to show
};

} // namespace modelcrate
