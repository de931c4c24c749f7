// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/details.h"
#include "ui/artifact/services.h"

#include <memory>
#include <optional>

#include <QDateTime>
#include <QStringList>
#include <QWidget>

class QAction;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace modelcrate {

class ArtifactAnnotations;
class ArtifactFiles;
class ArtifactMetadata;
class ArtifactOverview;
class ArtifactReferrers;
class DocumentsView;
class ElidedLabel;
class FlowLayout;
class LayerBar;
class PlainHttpNote;
class TagChips;

/// One artifact of a registry, a layout or the local store, whatever it is an artifact of: names, figures, README,
/// files, metadata, annotations, documents, and what refers to it. Manifest and config are read on a worker first and
/// shown at once; README and referrers follow. While the registry cannot be reached it shows what is remembered of the
/// artifact. Everything shown is plain text, but for the README. GUI thread.
class ArtifactPage : public QWidget {
    Q_OBJECT

public:
    enum class Tab { Overview, Files, Metadata, Annotation, Manifest, Referrers };

    explicit ArtifactPage(Services &services, QWidget *parent = nullptr);
    ~ArtifactPage() override;

    /// Reads what the reference names, then opened() or failed(); what was seen before is gone at once.
    void open(const QString &reference);
    void clear();
    /// As it was asked for; empty while nothing is seen.
    const QString &reference() const { return m_reference; }
    QString pinnedReference() const; ///< with its digest
    /// Of what is seen; null while nothing is.
    const ArtifactDetails *details() const { return m_details.get(); }
    std::shared_ptr<const ArtifactDetails> sharedDetails() const { return m_details; }
    /// What is seen is what was kept of it, since its registry cannot be reached.
    struct Memory {
        QDateTime time; ///< when somebody looked at it last; invalid when that is not known
        Error why;
        bool hasConfig = true;
    };
    const std::optional<Memory> &memory() const { return m_memory; }
    /// All tags that are known to stand for it; its own one is among them.
    void setTags(const QStringList &tags);
    void setTab(Tab tab);
    Tab tab() const;

    /// The place for what can be done with the artifact: a button each, in the order added, before those that copy.
    /// The action stays the caller's; it is disabled by whoever knows when.
    void addHeaderAction(QAction *action);

Q_SIGNALS:
    void opened();
    void failed(const modelcrate::Error &error);
    void pullRequested();
    /// A referrer, or one of an index.
    void referenceRequested(const QString &reference);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeActions();
    void makeTabs();
    struct Read;
    static Result<Read> read(const std::string &reference, Session &session, const TaskContext &context);
    void present(std::shared_ptr<const ArtifactDetails> details);
    void showPull();
    void showHead();
    void showFacts();
    void fillCopyMenu();
    void readReadme();
    void readReferrers();
    void showReferrers(Result<std::vector<Descriptor>> referrers);
    void setReferrersTab(const QString &title);
    QString besideIt(const Digest &digest) const; ///< another artifact of the same repository

    Services &m_services;
    QString m_reference;
    std::shared_ptr<const ArtifactDetails> m_details;
    std::optional<Memory> m_memory;
    std::optional<Location> m_location;
    std::unique_ptr<QObject> m_jobs; ///< owner of what runs for m_reference: its end cancels them

    ElidedLabel *m_title;
    TagChips *m_tags;
    ElidedLabel *m_digest;
    PlainHttpNote *m_plainHttp;
    QPushButton *m_pull;
    QWidget *m_actionRow;
    FlowLayout *m_actions;
    QPushButton *m_copy;
    int m_headerActions = 0;
    QWidget *m_facts;
    QLabel *m_what;
    LayerBar *m_bar;
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    ArtifactOverview *m_overview;
    ArtifactFiles *m_files;
    ArtifactMetadata *m_metadata;
    ArtifactAnnotations *m_annotations;
    DocumentsView *m_documents;
    ArtifactReferrers *m_referrers;
};

} // namespace modelcrate
