// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/services.h"
#include "ui/registry/artifactpane.h"
#include "ui/registry/comparepage.h"
#include "ui/registry/pullpage.h"

#include <optional>
#include <vector>

#include <QByteArray>
#include <QWidget>

class QAction;
class QLineEdit;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace modelcrate {

class InfoBar;
class PlacesTree;
class TagsView;

/// The places on the left, the tags of the repository that is chosen in the middle, and the artifact that is chosen
/// among them, or two beside each other: what is chosen and what is done is then for the one that had the focus last.
/// Where there is no room for them and the lists, a button changes between the two artifacts and the lists with one.
/// The address field takes a registry, a repository or any reference. Reads on workers. GUI thread.
class RegistriesPage : public QWidget {
    Q_OBJECT

public:
    explicit RegistriesPage(Services &services, QWidget *parent = nullptr);
    ~RegistriesPage() override;

    void focusAddress();
    void open(const QString &reference);
    /// Beside what is seen, in place of what stands there, and goes on with that one. Where nothing is seen it is only
    /// opened.
    void openBeside(const QString &reference);
    bool hasTwo() const { return m_panes.size() > 1; }
    QString address() const; ///< as it stands in its field, and perhaps half typed
    /// What a page goes on from that takes this one's place.
    struct View {
        QString address;
        QString registry; ///< that was opened by its name
        QString repository; ///< whose tags are listed
        std::vector<ArtifactPane::View> artifacts = {}; ///< one, or two beside each other
        std::size_t current = 0; ///< among them
        QByteArray widths = {}; ///< of the two
        enum class Page { Browser, Pull, Compare } page = Page::Browser;
        std::optional<PullPage::Choice> pull = {};
        std::optional<ComparePage::View> comparison = {};
    };
    View view() const;
    /// Reads again what was seen, and shows what was filled in; the address is a text and asks for nothing.
    void restore(const View &view);
    /// What it does would end with it: a tag is deleted, a file written.
    bool isBusy() const;
    /// Reads what is listed and what is shown once more.
    void refresh();
    /// What is seen; of two, the one that actions are for.
    ArtifactPage &artifact() { return current().page(); }
    /// What is read or seen there, or could not be read.
    const QString &asked() const { return current().asked(); }
    bool canPull() const { return current().canPull(); } ///< a ModelPack artifact is seen
    /// What can be done with artifact(), for a menu; each is enabled when it can be done.
    QList<QAction *> artifactActions() const { return m_artifactActions; }
    void pull(); ///< asks what of artifact(), and where to
    void compare(); ///< artifact() with another one, or the two that stand beside each other
    ComparePage &comparePage() { return *m_compare; }

Q_SIGNALS:
    void transfersRequested();
    void editRequested(const QString &reference);
    void shownChanged(); ///< artifact(), canPull()

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeAddressBar();
    QWidget *makePlaces();
    ArtifactPane *addPane();
    void closePane(ArtifactPane *pane);
    ArtifactPane &current() const { return *m_panes[m_current]; }
    void setCurrent(const ArtifactPane *pane);
    void arrange();
    void refreshPlaces();
    void reloadLists();
    void readAgain(ArtifactPane &pane);
    void browse(const QString &repository);
    void browseAround(const QString &reference); ///< its repository, with its row marked
    using Remember = ArtifactPane::Remember;
    void look(Remember remember);
    void clearDetails(ArtifactPane &pane);
    void showKnownTags();
    void showKnownTags(const ArtifactPane &pane);
    void makeArtifactActions();
    void updateArtifactActions();
    void showPage(QWidget *page);
    void showRemoved(ArtifactPane &pane, const QString &reference, const QString &freed);

    Services &m_services;
    QLineEdit *m_address;
    QToolButton *m_listsButton;
    QSplitter *m_columns;
    QList<int> m_widthsOfOne; ///< of m_columns, while a second artifact is beside the first
    QWidget *m_placesSide;
    PlacesTree *m_places;
    TagsView *m_tags;
    QSplitter *m_beside;
    std::vector<ArtifactPane *> m_panes; ///< in the order in which they stand
    std::size_t m_current = 0;
    QList<QAction *> m_artifactActions;
    QStackedWidget *m_pages; ///< the browser, the pull page, the compare page
    QWidget *m_browser;
    PullPage *m_pull;
    ComparePage *m_compare;
    QString m_registry; ///< opened by its name
};

} // namespace modelcrate
