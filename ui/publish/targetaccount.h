// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/location.h"
#include "ui/artifact/services.h"

#include <optional>

#include <QObject>
#include <QString>

namespace modelcrate {

/// With which account a target is written to, looked up on a worker. GUI thread.
class TargetAccount : public QObject {
    Q_OBJECT

public:
    enum class State {
        None, ///< there is no target
        NotNeeded, ///< it is on this computer
        Looking,
        Found,
        Missing,
        Unreadable,
    };

    explicit TargetAccount(Services &services, QObject *parent = nullptr) : QObject(parent), m_services(services) { }

    /// Looks it up. What was found for a registry is not looked up again until forget(); what was missing is.
    void find(const std::optional<Location> &target);
    void forget();
    State state() const { return m_state; }
    QString user() const { return m_user; }
    QString source() const { return m_source; } ///< where it comes from, or why it cannot be read
    bool canSignIn() const { return m_state == State::Missing || m_state == State::Unreadable; }
    QString text() const; ///< "signed in as acme-bot, from the keychain"

Q_SIGNALS:
    void found(); ///< the answer of a lookup is there; what find() itself changes is not announced

private:
    void set(State state, const QString &host = {}, const QString &user = {}, const QString &source = {});

    Services &m_services;
    State m_state = State::None;
    QString m_host;
    QString m_user;
    QString m_source;
};

} // namespace modelcrate
