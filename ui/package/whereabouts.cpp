// SPDX-License-Identifier: Apache-2.0
#include "ui/package/whereabouts.h"

#include "oci/imagelayout.h"
#include "operations/session.h"
#include "ui/jobs/jobrunner.h"
#include "ui/jobs/transferqueue.h"
#include "ui/package/planpreview.h"

#include <chrono>

namespace modelcrate {

namespace {

/// Digests become known by the hundred a second while files are hashed.
constexpr std::chrono::milliseconds gather{300};

using Where = FileItem::Where;

Where atTarget(const TargetHolds *target, const Digest &digest)
{
    if (!target)
        return Where::Unknown;
    const auto found = target->byDigest.find(digest.toString());
    if (found == target->byDigest.end())
        return Where::Unknown;
    switch (found->second) {
    case BlobAction::Kind::Exists: return Where::Target;
    case BlobAction::Kind::Mount: return Where::Mountable;
    case BlobAction::Kind::Upload:
    case BlobAction::Kind::Resume: return Where::Nowhere;
    case BlobAction::Kind::Same: // the first layer with the digest speaks for it
    case BlobAction::Kind::Unknown: break;
    }
    return Where::Unknown;
}

bool isStored(ContentStore *store, const PlannedLayer &layer, const TaskContext &context)
{
    if (!store || !layer.size)
        return false;
    const auto probe = store->probe({layer.mediaType(), *layer.digest, *layer.size}, context);
    return probe && probe->state == BlobProbe::State::Exists;
}

Result<std::vector<Where>> placesOf(const PlanSnapshot &snapshot, const TargetHolds *target, Session &session,
                                    const TaskContext &context)
{
    // A store that nobody has put anything in yet is no failure, it holds nothing.
    const auto local = session.localStore();
    auto layout =
        local ? ImageLayout::open(local->path()) : Result<std::unique_ptr<ImageLayout>>(Error(ErrorCode::NotFound, {}));
    auto *store = layout ? layout->get() : nullptr;
    std::vector<Where> places(snapshot.package.entries.size(), Where::Unknown);
    for (const auto &layer : snapshot.plan.layers) {
        RETURN_IF_ERROR(context.check());
        if (!layer.digest)
            continue;
        auto place = atTarget(target, *layer.digest);
        if ((place == Where::Unknown || place == Where::Nowhere) && isStored(store, layer, context))
            place = Where::Store;
        for (const auto entry : layer.entries)
            places[entry] = place;
    }
    return places;
}

} // namespace

std::shared_ptr<const TargetHolds> TargetHolds::of(const PublishPlan &plan, QString name)
{
    auto holds = std::make_shared<TargetHolds>();
    holds->name = std::move(name);
    holds->byDigest.reserve(plan.actions.size());
    for (std::size_t i = 0; i < plan.actions.size(); ++i) {
        if (const auto &digest = plan.artifact.layers[i].digest)
            holds->byDigest.emplace(digest->toString(), plan.actions[i].kind);
    }
    return holds;
}

Whereabouts::Whereabouts(PlanPreview &preview, Services &services, QObject *parent)
    : QObject(parent),
      m_preview(preview),
      m_services(services)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(gather);
    connect(&m_delay, &QTimer::timeout, this, &Whereabouts::look);
    connect(&preview, &PlanPreview::changed, this, &Whereabouts::lookAgain);
    // A publish or a pull that has ended may have filled the store.
    connect(&services.transfers, &TransferQueue::changed, this, [this](qint64 id) {
        if (const auto *transfer = m_services.transfers.find(id); transfer && transfer->isFinished())
            lookAgain();
    });
}

void Whereabouts::setTarget(std::shared_ptr<const TargetHolds> target)
{
    m_target = std::move(target);
    lookAgain();
}

void Whereabouts::lookAgain()
{
    if (!m_delay.isActive())
        m_delay.start();
}

void Whereabouts::look()
{
    const auto snapshot = m_preview.snapshot();
    if (!snapshot)
        return;
    if (m_running) {
        lookAgain();
        return;
    }
    m_running = true;
    m_services.jobs.run<Places>(
        this,
        [snapshot, target = m_target, &session = m_services.session](const TaskContext &context) -> Result<Places> {
            ASSIGN_OR_RETURN(auto places, placesOf(*snapshot, target.get(), session, context));
            return std::make_shared<const std::vector<Where>>(std::move(places));
        },
        [this](Result<Places> places) {
            m_running = false;
            if (!places || **places == *m_places)
                return;
            m_places = std::move(*places);
            Q_EMIT changed();
        });
}

} // namespace modelcrate

#include "moc_whereabouts.cpp"
