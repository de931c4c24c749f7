// SPDX-License-Identifier: Apache-2.0
#include "ui/publish/runningside.h"

#include "ui/jobs/transferqueue.h"
#include "ui/publish/activitybox.h"
#include "ui/publish/interruptbox.h"
#include "ui/publish/publishsituation.h"
#include "ui/publish/queuebox.h"
#include "ui/publish/timebox.h"
#include "ui/widgets/theme.h"

#include <QVBoxLayout>

namespace modelcrate {

RunningSide::RunningSide(Services &services, QWidget *parent) : QWidget(parent), m_services(services)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::space4, metrics::space4, metrics::space4, metrics::space4);
    layout->setSpacing(metrics::space4);
    m_time = new TimeBox(this);
    m_queue = new QueueBox(services.transfers, this);
    m_interrupt = new InterruptBox(this);
    m_activity = new ActivityBox(this);
    connect(m_queue, &QueueBox::openTransfersRequested, this, &RunningSide::openTransfersRequested);
    layout->addWidget(m_time);
    layout->addWidget(m_queue);
    layout->addWidget(m_interrupt);
    layout->addWidget(m_activity, 1);
}

void RunningSide::refresh(const PublishSituation &now, const TransferLog &log)
{
    const bool isSending = now.phase == PublishPhase::Sending;
    const bool goesOn = isSending || (now.transfer && now.transfer->state == TransferState::Paused);
    m_time->setVisible(goesOn);
    m_queue->setVisible(isSending);
    // What is about to end or to pause is no longer interrupted.
    const auto state = now.transfer ? now.transfer->state : TransferState::Waiting;
    m_interrupt->setVisible(goesOn && state != TransferState::Pausing && state != TransferState::Canceling);
    m_time->refresh(now);
    m_queue->setTransfer(now.transfer ? now.transfer->id : 0);
    m_interrupt->refresh(now, m_services.transfers.isPersistent());
    m_activity->refresh(log);
}

} // namespace modelcrate

#include "moc_runningside.cpp"
