// SPDX-License-Identifier: Apache-2.0
#include "ui/artifact/signinflow.h"

#include "ui/jobs/jobrunner.h"
#include "ui/text/convert.h"
#include "ui/widgets/userprompts.h"

#include <QPointer>
#include <QWidget>

namespace modelcrate {

void findKeychain(QWidget *owner, Services &services, std::function<void(bool)> done)
{
    services.jobs.run<bool>(
        owner,
        [&session = services.session](const TaskContext &context) -> Result<bool> {
            return session.credentials().checkKeychain(context).has_value();
        },
        [done = std::move(done)](const Result<bool> &found) { done(found && *found); });
}

void signInWith(QWidget *owner, Services &services, const RegistryHost &registry, const Account &account,
                std::function<void(const Result<SignInResult> &)> done)
{
    const SignIn entered{toUtf8(account.user), toUtf8(account.secret), account.place};
    services.jobs.run<SignInResult>(
        owner,
        [registry, entered, &session = services.session](const TaskContext &context) {
            return signIn(registry, entered, session, context);
        },
        [done = std::move(done)](const Result<SignInResult> &result) { done(result); });
}

void askAndSignIn(QWidget *owner, Services &services, const RegistryHost &registry, const QString &user,
                  std::function<void(const Result<SignInResult> &)> done)
{
    findKeychain(owner, services, [owner, &services, registry, user, done = std::move(done)](bool hasKeychain) {
        const AccountQuestion question{toQString(registry.toString()), user, hasKeychain};
        services.prompts.askAccount(
            owner, question,
            [page = QPointer(owner), &services, registry, done](const std::optional<Account> &account) {
                if (page && account)
                    signInWith(page, services, registry, *account, done);
            });
    });
}

} // namespace modelcrate
