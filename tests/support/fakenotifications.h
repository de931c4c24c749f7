// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/privatebus.h"

#include <memory>
#include <vector>

#include <QString>
#include <QStringList>
#include <QVariantMap>

namespace modelcrate::testing {

/// A session bus of the test's own and on wish a desktop on it that shows notifications
/// (org.freedesktop.Notifications). It answers from the event loop of the thread that made it.
class FakeNotifications {
public:
    /// One call of Notify.
    struct Shown {
        unsigned id = 0;
        unsigned replaces = 0;
        QString program;
        QString icon;
        QString title;
        QString body;
        QStringList actions;
        QVariantMap hints;
    };

    FakeNotifications();
    ~FakeNotifications();
    FakeNotifications(const FakeNotifications &) = delete;
    FakeNotifications &operator=(const FakeNotifications &) = delete;

    /// False when the machine has no dbus-daemon.
    bool hasBus() const { return !m_bus.address().isEmpty(); }
    void appear(const QStringList &capabilities = {QStringLiteral("actions"), QStringLiteral("body")});
    void vanish();
    /// What is asked from now on gets no answer, until release(): answers come then, in their order.
    void hold();
    void release();
    /// Whether something waits for release().
    bool holdsSomething() const;

    /// Every call, the oldest first.
    const std::vector<Shown> &shown() const;
    /// Numbers of those that nobody has closed, replaced or clicked.
    std::vector<unsigned> standing() const;
    /// As a user does: the action "default", and it is closed.
    void click(unsigned id);
    /// As a user does who wipes it away.
    void dismiss(unsigned id);

private:
    class Service;
    PrivateBus m_bus;
    std::unique_ptr<Service> m_service;
};

} // namespace modelcrate::testing
