// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QObject>

class QSocketNotifier;

namespace modelcrate {

/// SIGTERM and SIGINT, as a signal of Qt in a turn of the event loop: the end of a session, `kill`, Ctrl+C in the
/// terminal that the program was started from. The first is told, so that the program ends as it should; the second
/// ends it at once. What was ignored from the start (nohup) stays ignored. One in a program. GUI thread.
class EndSignals : public QObject {
    Q_OBJECT

public:
    explicit EndSignals(QObject *parent = nullptr);
    ~EndSignals() override;

    /// 128 and the signal, as of a program that it has ended; nothing while none came.
    std::optional<int> exitCode() const { return m_exitCode; }

Q_SIGNALS:
    void received();

private:
    void read();

    int m_readEnd = -1;
    QSocketNotifier *m_notifier = nullptr;
    std::optional<int> m_exitCode;
};

} // namespace modelcrate
