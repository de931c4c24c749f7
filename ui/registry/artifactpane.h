// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/services.h"
#include "ui/registry/artifactpage.h"
#include "ui/registry/tagremoval.h"
#include "ui/widgets/infobar.h"

#include <optional>

#include <QList>
#include <QWidget>

class QAction;
class QToolButton;

namespace modelcrate {

class ElidedLabel;

/// An artifact where registries are looked at: its page, what is said about it, the question before its tag is
/// removed. While another one stands beside it, it has a title with a button that closes it. GUI thread.
class ArtifactPane : public QWidget {
    Q_OBJECT

public:
    static constexpr int minimumPageWidth = 320;
    /// Whether what is found becomes one of the recent references: not while somebody walks through a list.
    enum class Remember { No, Yes };
    /// What a pane goes on from that takes this one's place.
    struct View {
        QString reference; ///< of the artifact that is read or seen, or could not be read
        bool isRead = true; ///< else it was asked for and becomes a recent one
        ArtifactPage::Tab tab = ArtifactPage::Tab::Overview;
        std::optional<TagRemoval::Question> removal = {};
    };

    explicit ArtifactPane(Services &services, QWidget *parent = nullptr);

    ArtifactPage &page() const { return *m_page; }
    /// What is read or seen, or could not be read; empty for nothing.
    const QString &asked() const { return m_asked; }
    /// Reads it; opened() or failed().
    void open(const QString &reference, Remember remember);
    /// What was seen is gone, and so is the question about its tag.
    void clear();
    /// Reads once more what was asked for.
    void readAgain();
    View view() const;
    void restore(const View &view);
    /// Says why a place that is `asked` for cannot be shown, and how to sign in there.
    void showRefused(const Error &error, const QString &asked);
    /// In place of what was said before.
    void say(InfoBar::Kind kind, const QString &strong, const QString &text);

    bool canPull() const; ///< a ModelPack artifact is seen, and can be reached
    bool isRemoving() const { return m_removal->isRemoving(); }
    /// Compare, delete: what can be done with what is seen. Each is enabled while it can be done.
    QList<QAction *> artifactActions() const { return {m_compare, m_deleteTag}; }

    /// Whether another one stands beside it, and, then, whether it is the one that actions are for. `offersCompare`:
    /// its title offers to compare the two.
    void setBeside(bool isBeside, bool isCurrent, bool offersCompare);

Q_SIGNALS:
    void shownChanged(); ///< page(), canPull(), artifactActions()
    void opened();
    void failed(const modelcrate::Error &error);
    void pullRequested();
    void editRequested(const QString &reference);
    void compareRequested();
    void compareBothRequested();
    void referenceRequested(const QString &reference);
    /// The registry may answer now, or let somebody in.
    void refreshRequested();
    void removed(const QString &reference, const QString &freed);
    void closeRequested();

private:
    QWidget *makeTitle();
    void makeActions();
    void updateActions();
    void showOpened();
    void showError(const Error &error);
    void showAge();
    void addRetry();
    void showTitle();

    Services &m_services;
    QString m_asked;
    Remember m_remember = Remember::No;
    QWidget *m_title;
    ElidedLabel *m_name;
    QToolButton *m_compareBoth;
    QToolButton *m_close;
    InfoBar *m_message;
    TagRemoval *m_removal;
    ArtifactPage *m_page;
    QAction *m_edit;
    QAction *m_deleteTag;
    QAction *m_compare;
};

} // namespace modelcrate
