// SPDX-License-Identifier: Apache-2.0
#include "ui/jobs/disposal.h"

#include "ui/jobs/handover.h"

#include <QCoreApplication>
#include <QThread>
#include <QThreadPool>

namespace modelcrate {

void disposeOf(std::unique_ptr<Disposable> what)
{
    const auto *application = QCoreApplication::instance();
    auto *pool = QThreadPool::globalInstance();
    // Without an application nobody waits for a frame, and its pool may be gone.
    if (!application || !pool || application->thread() != QThread::currentThread())
        return;
    auto *taken = what.release();
    handOver(taken);
    pool->start([taken] {
        takeOver(taken);
        delete taken;
    });
}

} // namespace modelcrate
