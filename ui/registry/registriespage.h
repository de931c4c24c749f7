// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/artifacts.h"
#include "ui/artifact/services.h"
#include "ui/jobs/jobrunner.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QStandardItemModel;
class QTableView;
class QTreeView;

namespace modelcrate {

class InfoBar;

/// What this computer's store holds, what was published or opened lately, and what any reference is when it is typed:
/// size, layers and config, and a pull into a folder. Reads on workers. GUI thread.
class RegistriesPage : public QWidget {
    Q_OBJECT

public:
    explicit RegistriesPage(Services &services, QWidget *parent = nullptr);

    void focusAddress();
    void open(const QString &reference);
    /// Reads what is listed and what is shown once more.
    void refresh();
    bool canPull() const { return !m_shown.isEmpty(); }
    void pull(); ///< what is shown, into a folder that is asked for

Q_SIGNALS:
    void transfersRequested();
    void shownChanged(); ///< canPull()

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeAddressBar();
    QWidget *makeTree();
    QWidget *makeDetails();
    void refreshTree();
    void showPlaces(const Result<std::vector<LocalStore::Entry>> &stored);
    void look();
    void show(const ModelArtifact &artifact);
    void showError(const Error &error);
    void clearDetails();
    void placeColumns();
    void setShown(const QString &reference);

    Services &m_services;
    QLineEdit *m_address;
    QTreeView *m_tree;
    QStandardItemModel *m_places;
    InfoBar *m_message;
    QWidget *m_found;
    QLabel *m_title;
    QLabel *m_facts;
    QTableView *m_table;
    QStandardItemModel *m_layers;
    QPlainTextEdit *m_config;
    QString m_shown; ///< reference of what is seen
    QPointer<Job> m_job;
    int m_asked = 0; ///< number of the last question
};

/// The reference in what was pasted: a reference, an address with a scheme, or a pull command of another tool.
QString referenceIn(const QString &pasted);

} // namespace modelcrate
