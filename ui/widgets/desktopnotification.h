// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>

class QThread;

namespace modelcrate {

class NotificationBus;

/// What the desktop shows for a window that nobody looks at: one notification (org.freedesktop.Notifications 1.2),
/// which the next one takes the place of. Nothing is shown, and nothing else happens, without a session bus or without
/// anybody on it who shows them. Never blocks: all that concerns the bus is done on a thread of its own, which only the
/// first notification starts; the destructor waits for it half a second at most. GUI thread.
class DesktopNotification : public QObject {
    Q_OBJECT

public:
    struct Text {
        QString title; ///< one line
        QString body; ///< plain text, whatever the desktop takes for markup; lines end with \n
        QString action; ///< what a click does, for who hears it read
    };

    explicit DesktopNotification(QObject *parent = nullptr);
    ~DesktopNotification() override;
    Q_DISABLE_COPY_MOVE(DesktopNotification)

    void show(const Text &text);
    /// Takes it away where it still stands.
    void withdraw();

Q_SIGNALS:
    /// It was clicked.
    void activated();

private:
    QThread *m_thread = nullptr;
    NotificationBus *m_bus = nullptr; ///< lives, and ends, on that thread
};

} // namespace modelcrate
