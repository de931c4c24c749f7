// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/services.h"

#include <QWidget>

namespace modelcrate {

class ActivityBox;
class InterruptBox;
class QueueBox;
class TimeBox;
class TransferLog;
struct PublishSituation;

/// Beside a transfer: how long it takes, what waits behind it, what an interruption costs, and what happened. What is
/// cancelled or failed has only the last. GUI thread.
class RunningSide : public QWidget {
    Q_OBJECT

public:
    explicit RunningSide(Services &services, QWidget *parent = nullptr);

    void refresh(const PublishSituation &now, const TransferLog &log);

Q_SIGNALS:
    void openTransfersRequested();

private:
    Services &m_services;
    TimeBox *m_time;
    QueueBox *m_queue;
    InterruptBox *m_interrupt;
    ActivityBox *m_activity;
};

} // namespace modelcrate
