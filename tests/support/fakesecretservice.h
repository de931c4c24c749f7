// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/privatebus.h"

#include <map>
#include <memory>

#include <QByteArray>
#include <QString>

namespace modelcrate::testing {

/// A session bus of the test's own and on wish a keychain on it: as much of org.freedesktop.secrets as libsecret needs
/// to store, look up and clear. The keychain answers from the event loop of the thread that made it. Made before
/// anything of the program joins a bus through GLib, which reads the address once.
class FakeSecretService {
public:
    FakeSecretService();
    ~FakeSecretService();
    FakeSecretService(const FakeSecretService &) = delete;
    FakeSecretService &operator=(const FakeSecretService &) = delete;

    /// False when the machine has no dbus-daemon.
    bool hasBus() const { return !m_bus.address().isEmpty(); }
    void appear();
    void vanish();
    /// Every item: its attribute "user" (the account) and its secret.
    std::map<QString, QByteArray> secrets() const;

private:
    class Service;
    PrivateBus m_bus;
    std::unique_ptr<Service> m_service;
};

} // namespace modelcrate::testing
