// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/publish.h"
#include "ui/artifact/services.h"
#include "ui/jobs/jobrunner.h"
#include "ui/jobs/transferqueue.h"
#include "ui/publish/publishadoption.h"
#include "ui/publish/publishchecks.h"
#include "ui/publish/publishmodel.h"
#include "ui/publish/publishplanner.h"
#include "ui/publish/publishsituation.h"
#include "ui/publish/transferlog.h"

#include <memory>
#include <optional>
#include <vector>

#include <QPointer>
#include <QTimer>
#include <QWidget>

namespace modelcrate {

class PackageDocument;
class PlanPreview;
class PublishActions;
class TargetAccount;

/// Where a package is published: first the plan, made by asking the target what it has, then the same rows as they are
/// sent, then what was published. The transfer belongs to the queue, so the page can be left. GUI thread.
class PublishPage : public QWidget {
    Q_OBJECT

public:
    using Phase = PublishPhase;

    PublishPage(PackageDocument &document, PlanPreview &preview, Services &services, QWidget *parent = nullptr);
    ~PublishPage() override;

    Phase phase() const { return m_phase; }
    QString target() const;
    void setTarget(const QString &target);
    /// The plan for the target as it is typed now; nothing while it is not asked or could not be.
    const std::optional<PublishPlan> &plan() const { return m_planner.plan(); }
    /// What the target of the last plan has; null before the first.
    const std::shared_ptr<const TargetHolds> &targetHolds() const { return m_planner.targetHolds(); }
    /// Why Publish is off, in words; empty when it is not. Among the reasons: the target has not said yet what it has.
    QString blockedBecause() const;
    const PublishModel &model() const { return m_model; }
    /// What was published is still being read back, for the document to go on from.
    bool isAdopting() const { return m_adoption.isAdopting(); }

    /// What a page of the same document goes on from that takes this one's place.
    struct Handover {
        QString target;
        Phase phase = Phase::Planning;
        std::optional<PublishPlan> plan;
        qint64 transfer = 0;
        std::optional<Location> sentTo;
        SentPackage sent;
        TransferLog log;
    };
    /// For a page that is about to go. A plan that is being made is not waited for: the other page asks again.
    Handover handOver();
    void takeOver(Handover handover);

Q_SIGNALS:
    void backRequested();
    void openTransfersRequested();
    void goToFieldRequested(const QString &path);
    void goToEntryRequested(std::size_t entry);
    void helpRequested(const QString &topic); ///< of the guide
    void compareRequested(); ///< the preview's base is what the target's tag stands for now
    void planned(); ///< plan() is there, or it is said why not
    void phaseChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Parts;

    void build();
    QWidget *buildHeader();
    QWidget *buildContent();
    QWidget *buildSidePanel();
    PublishActions *buildActions();

    void targetEdited();
    void packageChanged();
    /// The rows of the present plan of the files, as far as nothing is known of the target. They come from a worker.
    void setUnasked();
    /// Of the plan: the registry's name, or what it is called.
    QString targetName() const;
    QString packageBlocked() const;
    void ask();
    void signIn();

    /// `seen`: what the target's tag stood for when somebody looked; of an edit, nothing else is overwritten.
    void publishTo(const Location &target, const std::optional<Digest> &seen);
    void publishAsNext(); ///< under the next tag that is free
    void publishOver(); ///< the tag as it was seen
    EditPlace place() const;
    void primaryClicked();
    bool isBareFolder() const;
    void copyCommand();
    void saveLayout();
    void transferChanged(qint64 id);
    void retry(PublishModel::Remedy remedy);
    void finished(const Transfer &transfer);
    void compare();
    void backToPlan();

    void setPhase(Phase phase);
    void refresh();
    void refreshWidgets(const Transfer *transfer);
    PublishSituation situation(const Transfer *transfer) const;
    void refreshHeader(const Transfer *transfer);
    void refreshSide(const PublishSituation &now);
    void placeSidePanel();
    const Transfer *transfer() const;

    PackageDocument &m_document;
    PlanPreview &m_preview;
    Services &m_services;
    PublishModel m_model;
    PublishPlanner m_planner;
    PublishChecks m_checks;
    PublishAdoption m_adoption;
    std::unique_ptr<Parts> m_parts;
    QTimer m_settle;

    Phase m_phase = Phase::Planning;
    std::optional<Location> m_target; ///< of the text, when it is one
    std::optional<ReferenceProblem> m_targetProblem; ///< something is typed that is none
    std::optional<Error> m_signInError;
    TargetAccount *m_account;
    std::vector<CheckList::Check> m_problems;

    qint64 m_transfer = 0;
    std::optional<Location> m_sentTo;
    SentPackage m_sent;
    TransferLog m_log; ///< of the last transfer
    bool m_wasRefreshed = false;
    QString m_note; ///< what the last thing done came to, until the next
};

} // namespace modelcrate
