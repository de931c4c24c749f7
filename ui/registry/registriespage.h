// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "ui/artifact/services.h"

#include <QWidget>

class QAction;
class QLineEdit;
class QStackedWidget;

namespace modelcrate {

class ArtifactPage;
class ComparePage;
class InfoBar;
class PlacesTree;
class PullPage;
class TagRemoval;
class TagsView;

/// The places on the left, the tags of the repository that is chosen in the middle, and the artifact that is chosen
/// among them. The address field takes a registry, a repository or any reference. Reads on workers. GUI thread.
class RegistriesPage : public QWidget {
    Q_OBJECT

public:
    explicit RegistriesPage(Services &services, QWidget *parent = nullptr);

    void focusAddress();
    void open(const QString &reference);
    QString address() const; ///< as it stands in its field, and perhaps half typed
    /// What a page goes on from that takes this one's place.
    struct View {
        QString address;
        QString registry; ///< that was opened by its name
        QString repository; ///< whose tags are listed
        QString reference; ///< of the artifact that is read or seen
        bool isRead = true; ///< else it was asked for and becomes a recent one
    };
    View view() const;
    /// Reads again what was seen; the address is a text and asks for nothing.
    void restore(const View &view);
    /// Reads what is listed and what is shown once more.
    void refresh();
    /// What is seen; the place for further actions is its addHeaderAction().
    ArtifactPage &artifact() { return *m_artifact; }
    bool canPull() const; ///< a ModelPack artifact is seen
    /// What can be done with the artifact that is seen, for a menu too; each is enabled when it can be done.
    QList<QAction *> artifactActions() const;
    void pull(); ///< asks what of the artifact that is seen, and where to
    void compare(); ///< the artifact that is seen with another one
    ComparePage &comparePage() { return *m_compare; }

Q_SIGNALS:
    void transfersRequested();
    void editRequested(const QString &reference);
    void shownChanged(); ///< artifact(), canPull()

protected:
    void showEvent(QShowEvent *event) override;

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
    void showOpened();
    void showError(const Error &error);
    void clearDetails();
    void showKnownTags();
    void makeArtifactActions();
    void updateArtifactActions();
    void showPage(QWidget *page);
    void showRemoved(const QString &reference, const QString &freed);

    Services &m_services;
    QLineEdit *m_address;
    PlacesTree *m_places;
    TagsView *m_tags;
    InfoBar *m_message;
    ArtifactPage *m_artifact;
    TagRemoval *m_removal;
    QAction *m_edit;
    QAction *m_deleteTag;
    QAction *m_compareAction;
    QStackedWidget *m_pages; ///< the browser, the pull page, the compare page
    QWidget *m_browser;
    PullPage *m_pull;
    ComparePage *m_compare;
    QString m_registry; ///< opened by its name
    QString m_asked; ///< what is read or seen, or could not be read
    Remember m_remember = Remember::No;
};

} // namespace modelcrate
