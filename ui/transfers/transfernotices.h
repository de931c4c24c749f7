// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/services.h"
#include "ui/widgets/desktopnotification.h"

#include <chrono>
#include <vector>

#include <QObject>
#include <QTimer>

class QWidget;

namespace modelcrate {

/// Tells who looks elsewhere what became of a long transfer, unless the settings say not to: by one notification of the
/// desktop and by the window's entry in the task bar. Those that end soon after one another are told together, and what
/// ends before somebody comes back to a window of ours joins what was told; coming back takes the notification away. A
/// transfer that was paused or cancelled has not ended by itself, and is not told. GUI thread.
class TransferNotices : public QObject {
    Q_OBJECT

public:
    struct Times {
        std::chrono::milliseconds longRun; ///< shorter ones are not told
        std::chrono::milliseconds gather; ///< from the first end until it is told
    };

    /// `window`: whose entry in the task bar asks for attention. Half a minute is long, and two seconds are gathered.
    TransferNotices(Services &services, QWidget &window, QObject *parent = nullptr);

    void setTimes(Times times); ///< what is being gathered is told after the new time

Q_SIGNALS:
    /// Somebody has clicked the notification, which told of `transfer` most of all (a failed one, or the last).
    void wanted(qint64 transfer);

private:
    void consider(qint64 id);
    void tell();
    void forget();

    Services &m_services;
    QWidget &m_window;
    DesktopNotification m_notification;
    Times m_times{std::chrono::seconds(30), std::chrono::seconds(2)};
    QTimer m_gathering;
    std::vector<qint64> m_ended; ///< since nobody looks
    qint64 m_foremost = 0;
};

} // namespace modelcrate
