// SPDX-License-Identifier: Apache-2.0
#include "ui/publish/publishhistory.h"

#include "ui/jobs/transferqueue.h"
#include "ui/text/convert.h"
#include "ui/widgets/settings.h"

#include <algorithm>

namespace modelcrate {

namespace {

QString rateKey(const QString &host) { return QStringLiteral("uploadRate/") + host; }

} // namespace

PublishHistory::PublishHistory(Services &services, QObject *parent) : QObject(parent), m_services(services)
{
    connect(&services.transfers, &TransferQueue::changed, this, [this](qint64 id) {
        const auto *transfer = m_services.transfers.find(id);
        if (transfer && transfer->state == TransferState::Done && transfer->published)
            remember(*transfer);
    });
}

double PublishHistory::uploadRate(const Settings &settings, const QString &host)
{
    return settings.state(rateKey(host)).toDouble();
}

void PublishHistory::remember(const Transfer &transfer)
{
    const bool isEdit = transfer.request.kind == TransferRequestRecord::Kind::Edit;
    const auto target = parseTarget(transfer.request.target);
    if (!target || (!isEdit && transfer.request.kind != TransferRequestRecord::Kind::Publish))
        return;
    const auto reference = toQString(transfer.request.target);
    const auto place = isEdit ? reference : pathText(transfer.root);
    auto &settings = m_services.settings;
    settings.addRecentTarget(reference);
    const auto recents = settings.recents();
    const auto known =
        std::find_if(recents.begin(), recents.end(), [&](const auto &recent) { return recent.path == place; });
    const auto size = known == recents.end() ? transfer.published->totalSize.value() : known->size;
    settings.addRecent({place, size, reference});
    const auto *registry = std::get_if<Reference>(&*target);
    const auto moved = transfer.published->counts.moved;
    if (registry && transfer.runningFor.count() > 0 && moved > ByteCount())
        settings.setState(
            rateKey(toQString(registry->registry.toString())),
            QByteArray::number(static_cast<double>(moved.value()) / static_cast<double>(transfer.runningFor.count())));
}

} // namespace modelcrate
