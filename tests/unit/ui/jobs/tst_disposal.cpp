// SPDX-License-Identifier: Apache-2.0
#include "support/gui/waiting.h"
#include "ui/jobs/disposal.h"
#include "ui/jobs/jobrunner.h"

#include <atomic>
#include <thread>

#include <QTest>
#include <QThread>
#include <QThreadPool>

using namespace modelcrate;
using namespace modelcrate::testing;

namespace {

/// Says which thread destroyed it.
class Large {
public:
    explicit Large(std::atomic<QThread *> &goneOn) : m_goneOn(&goneOn) { }
    Large(Large &&other) noexcept : m_goneOn(std::exchange(other.m_goneOn, nullptr)) { }
    Large &operator=(Large &&other) noexcept
    {
        std::swap(m_goneOn, other.m_goneOn);
        return *this;
    }
    ~Large()
    {
        if (m_goneOn)
            *m_goneOn = QThread::currentThread();
    }

private:
    std::atomic<QThread *> *m_goneOn;
};

} // namespace

class TestDisposal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesValues();
    void lastOwnerPaysNothing();
    void whoeverSharesAValueKeepsIt();
    void otherThreadsDestroyInPlace();
    void outcomesThatNobodyGets();
};

void TestDisposal::takesValues()
{
    std::atomic<QThread *> first{nullptr};
    std::atomic<QThread *> second{nullptr};
    Large one(first);
    dispose(std::move(one), Large(second));
    QVERIFY(waitFor([&] { return first && second; }));
    QVERIFY(first != QThread::currentThread());
    QVERIFY(second != QThread::currentThread());
}

void TestDisposal::lastOwnerPaysNothing()
{
    std::atomic<QThread *> goneOn{nullptr};
    auto value = makeDisposed<const Large>(goneOn);
    auto other = value;
    value.reset();
    other.reset();
    QVERIFY(waitFor([&] { return goneOn != nullptr; }));
    QVERIFY(goneOn != QThread::currentThread());
}

void TestDisposal::whoeverSharesAValueKeepsIt()
{
    std::atomic<QThread *> goneOn{nullptr};
    auto kept = makeDisposed<Large>(goneOn);
    auto copy = kept;
    dispose(std::move(copy));
    QVERIFY(!copy);
    QThreadPool::globalInstance()->waitForDone();
    QVERIFY(!goneOn);
    kept.reset();
    QVERIFY(waitFor([&] { return goneOn != nullptr; })); // which a worker writes to
}

void TestDisposal::otherThreadsDestroyInPlace()
{
    std::atomic<QThread *> goneOn{nullptr};
    QThread *thread = nullptr;
    bool atOnce = false;
    std::thread other([&] {
        thread = QThread::currentThread();
        auto value = makeDisposed<Large>(goneOn);
        value.reset();
        atOnce = goneOn == thread;
    });
    other.join();
    QVERIFY(atOnce);
}

/// Who closes a tab while its plan is made waits for nothing that the plan leaves behind.
void TestDisposal::outcomesThatNobodyGets()
{
    std::atomic<QThread *> goneOn{nullptr};
    JobRunner runner;
    std::atomic<bool> started{false}, proceed{false};
    {
        QObject owner;
        runner.run<Large>(
            &owner,
            [&](const TaskContext &) -> Result<Large> {
                started = true;
                while (!proceed)
                    QThread::yieldCurrentThread();
                return Large(goneOn);
            },
            [](Result<Large>) { QFAIL("the owner is gone"); });
        QVERIFY(waitFor([&] { return started.load(); })); // what has not begun leaves nothing
    }
    proceed = true;
    QVERIFY(waitFor([&] { return goneOn != nullptr; }));
    QVERIFY(goneOn != QThread::currentThread());
}

QTEST_GUILESS_MAIN(TestDisposal)
#include "tst_disposal.moc"
