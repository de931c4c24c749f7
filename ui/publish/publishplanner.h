// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/publish.h"
#include "ui/artifact/services.h"
#include "ui/jobs/jobrunner.h"
#include "ui/publish/publishmodel.h"

#include <memory>
#include <optional>

#include <QObject>
#include <QPointer>
#include <QString>

namespace modelcrate {

struct PlanSnapshot;
struct TargetHolds;

/// Asks a target what it has of a package, keeps the answer, and fills the rows of a model with what is known so far.
/// Answers and rows come from a worker; the newest question wins. GUI thread.
class PublishPlanner : public QObject {
    Q_OBJECT

public:
    PublishPlanner(PublishModel &model, Services &services, QObject *parent = nullptr);
    ~PublishPlanner() override;

    /// An earlier question is given up; its answer stays until the new one is there.
    void ask(std::shared_ptr<const PlanSnapshot> snapshot, const Location &target,
             const std::optional<RepositoryName> &mountFrom);
    void stop(); ///< nothing that is asked now is answered
    /// A package is about to be sent to `target`: the rows stay as they are, unless another place was asked; then what
    /// that one answered is forgotten, and the rows say nothing of what is to be sent.
    void beginRun(const std::shared_ptr<const PlanSnapshot> &snapshot, const Location &target);
    void forget(); ///< what was answered
    /// Rows of a package as far as nothing is known of the target; `why` stands in each. They give way to those of a
    /// plan.
    void showUnasked(std::shared_ptr<const PlanSnapshot> snapshot, const QString &why);

    bool isAsking() const { return m_job != nullptr; }
    /// What the last question gave: one of both, or neither.
    const std::optional<PublishPlan> &plan() const { return m_plan; }
    const std::optional<Error> &error() const { return m_error; }
    QString plannedAt() const { return m_plannedAt; } ///< the clock's time
    /// What the target of the last plan has; null before the first. forget() keeps it.
    const std::shared_ptr<const TargetHolds> &targetHolds() const { return m_targetHolds; }

    /// For a page that takes this one's place.
    std::optional<PublishPlan> handOver();
    /// Of a package that is sent to `target`. Without a plan the rows come from `snapshot`.
    void takeOver(std::optional<PublishPlan> plan, const std::shared_ptr<const PlanSnapshot> &snapshot,
                  const Location &target);

Q_SIGNALS:
    void rowsChanged();
    void answered(); ///< plan() or error() is there

private:
    struct Answer {
        PublishPlan plan;
        PublishModel::Parts parts;
        std::shared_ptr<const TargetHolds> holds;
        Location target;
    };
    void take(Result<Answer> &answer); ///< what it holds is moved out

    PublishModel &m_model;
    Services &m_services;
    std::optional<PublishPlan> m_plan;
    std::optional<Location> m_planned; ///< what m_plan is of
    std::optional<Error> m_error;
    std::shared_ptr<const TargetHolds> m_targetHolds;
    QString m_plannedAt;
    QPointer<Job> m_job;
    int m_asked = 0; ///< number of the last question
    int m_rows = 0; ///< number of the last rows that were wanted
};

} // namespace modelcrate
