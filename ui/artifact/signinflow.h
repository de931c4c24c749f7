// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/signin.h"
#include "ui/artifact/services.h"
#include "ui/widgets/accountform.h"

#include <functional>

#include <QString>

class QWidget;

namespace modelcrate {

class InfoBar;

/// Asks for an account of a registry in a dialog and signs in with it: the way of every page. `user` may be known.
/// `done` comes on the GUI thread, with the outcome; not when the user gives up, nor when `owner` is gone by then.
/// Whether there is a keychain is found out first. GUI thread.
void askAndSignIn(QWidget *owner, Services &services, const RegistryHost &registry, const QString &user,
                  std::function<void(const Result<SignInResult> &)> done);

/// Signs in with what was entered, on a worker.
void signInWith(QWidget *owner, Services &services, const RegistryHost &registry, const Account &account,
                std::function<void(const Result<SignInResult> &)> done);

/// Whether the desktop has a keychain, found out on a worker.
void findKeychain(QWidget *owner, Services &services, std::function<void(bool)> done);

/// Shows why a registry refused something, in a bar of `owner`, with "Sign In…" beside it where that may help; `again`
/// is called once it has worked. `place` is what was asked for: a registry, a repository, a reference.
void showRefusal(InfoBar &bar, const Error &error, const QString &place, QWidget *owner, Services &services,
                 std::function<void()> again);

} // namespace modelcrate
