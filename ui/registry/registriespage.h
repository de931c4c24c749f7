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

namespace modelcrate {

class ElidedLabel;
class InfoBar;
class PlacesTree;
class TagsView;

/// The places on the left, the tags of the repository that is chosen in the middle, and what an artifact is: size,
/// layers and config, and a pull into a folder. The address field takes a registry, a repository or any reference.
/// Reads on workers. GUI thread.
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
    QWidget *makePlaces();
    QWidget *makeDetails();
    void refreshPlaces();
    void browse(const QString &repository);
    void browseAround(const QString &reference); ///< its repository, with its row marked
    /// Whether what is found becomes one of the recent references: not while somebody walks through a list.
    enum class Remember { No, Yes };
    void look(Remember remember);
    void lookAtArtifact(const QString &text, Remember remember);
    void showArtifact(const ModelArtifact &artifact);
    void showError(const Error &error);
    void clearDetails();
    void placeColumns();
    void setShown(const QString &reference);

    Services &m_services;
    QLineEdit *m_address;
    PlacesTree *m_places;
    TagsView *m_tags;
    InfoBar *m_message;
    QWidget *m_found;
    ElidedLabel *m_title;
    QLabel *m_facts;
    ElidedLabel *m_digest;
    QTableView *m_table;
    QStandardItemModel *m_layers;
    QPlainTextEdit *m_config;
    QString m_shown; ///< reference of what is seen
    QString m_pinned; ///< the same with its digest
    QPointer<Job> m_job;
    int m_asked = 0; ///< number of the last question
};

/// The reference in what was pasted: a reference, an address with a scheme, or a pull command of another tool.
QString referenceIn(const QString &pasted);

} // namespace modelcrate
