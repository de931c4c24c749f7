// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace modelcrate::testing {

/// A session bus of the test's own: DBUS_SESSION_BUS_ADDRESS names it while this is there. It is a program that ends
/// with the test's, not before: GIO raises SIGTERM when its bus is gone.
class PrivateBus {
public:
    PrivateBus();
    ~PrivateBus();
    PrivateBus(const PrivateBus &) = delete;
    PrivateBus &operator=(const PrivateBus &) = delete;

    /// Empty when the machine has no dbus-daemon; then the environment is as it was.
    const QString &address() const { return m_address; }

private:
    QString m_address;
    QByteArray m_formerAddress;
};

} // namespace modelcrate::testing
