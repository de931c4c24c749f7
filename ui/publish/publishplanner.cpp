// SPDX-License-Identifier: Apache-2.0
#include "ui/publish/publishplanner.h"

#include "ui/jobs/disposal.h"
#include "ui/package/planpreview.h"
#include "ui/package/whereabouts.h"
#include "ui/publish/targettext.h"

#include <QLocale>
#include <QTime>

namespace modelcrate {

PublishPlanner::PublishPlanner(PublishModel &model, Services &services, QObject *parent)
    : QObject(parent),
      m_model(model),
      m_services(services)
{
}

PublishPlanner::~PublishPlanner()
{
    stop();
    forget();
}

void PublishPlanner::ask(std::shared_ptr<const PlanSnapshot> snapshot, const Location &target,
                         const std::optional<RepositoryName> &mountFrom)
{
    stop();
    m_job = m_services.jobs.run<Answer>(
        this,
        [snapshot = std::move(snapshot), target, mountFrom, &session = m_services.session,
         name = targetName(target)](const TaskContext &context) -> Result<Answer> {
            ASSIGN_OR_RETURN(auto plan, planPublish(snapshot->package, target, session, context, mountFrom));
            auto parts = PublishModel::partsOf(plan, target);
            auto holds = TargetHolds::of(plan, name);
            return Answer{std::move(plan), std::move(parts), std::move(holds), target};
        },
        [this, number = m_asked](Result<Answer> answer) {
            if (number == m_asked)
                take(answer);
        });
}

void PublishPlanner::stop()
{
    ++m_asked;
    if (m_job)
        m_job->cancel();
    m_job = nullptr;
}

void PublishPlanner::beginRun(const std::shared_ptr<const PlanSnapshot> &snapshot, const Location &target)
{
    stop();
    ++m_rows; // rows that are still on their way would be those of a plan
    if (m_plan && m_planned && toString(withoutTag(*m_planned)) == toString(withoutTag(target)))
        return;
    forget();
    showUnasked(snapshot, {});
}

void PublishPlanner::take(Result<Answer> &answer)
{
    m_job = nullptr;
    forget();
    if (answer) {
        m_plan = std::move(answer->plan);
        m_planned = std::move(answer->target);
        m_targetHolds = std::move(answer->holds);
        m_plannedAt = QLocale().toString(QTime::currentTime(), QLocale::ShortFormat);
        ++m_rows;
        m_model.setParts(std::move(answer->parts));
    } else {
        m_error = std::move(answer).error();
    }
    Q_EMIT answered();
}

/// A plan has a part for each file.
void PublishPlanner::forget()
{
    if (m_plan)
        dispose(std::move(*m_plan));
    m_plan.reset();
    m_planned.reset();
    m_error.reset();
}

void PublishPlanner::showUnasked(std::shared_ptr<const PlanSnapshot> snapshot, const QString &why)
{
    m_services.jobs.run<PublishModel::Parts>(
        this,
        [snapshot = std::move(snapshot), why](const TaskContext &) -> Result<PublishModel::Parts> {
            const auto &documents = snapshot->documents;
            return PublishModel::partsUnasked(snapshot->plan,
                                              ByteCount(static_cast<std::int64_t>(documents.config.size())),
                                              ByteCount(static_cast<std::int64_t>(documents.manifest.size())), why);
        },
        [this, rows = ++m_rows](Result<PublishModel::Parts> parts) {
            if (!parts || rows != m_rows) // a plan was faster
                return;
            m_model.setParts(std::move(*parts));
            Q_EMIT rowsChanged();
        });
}

std::optional<PublishPlan> PublishPlanner::handOver() { return std::exchange(m_plan, std::nullopt); }

void PublishPlanner::takeOver(std::optional<PublishPlan> plan, const std::shared_ptr<const PlanSnapshot> &snapshot,
                              const Location &target)
{
    m_plan = std::move(plan);
    if (!m_plan) {
        if (snapshot)
            showUnasked(snapshot, {});
        return;
    }
    m_planned = target;
    ++m_rows;
    m_model.setParts(PublishModel::partsOf(*m_plan, target));
}

} // namespace modelcrate

#include "moc_publishplanner.cpp"
