// SPDX-License-Identifier: Apache-2.0
#include "ui/artifact/signinflow.h"

#include "ui/jobs/jobrunner.h"
#include "ui/text/convert.h"
#include "ui/text/errortext.h"
#include "ui/widgets/infobar.h"
#include "ui/widgets/userprompts.h"

#include <QCoreApplication>
#include <QPointer>
#include <QWidget>

namespace modelcrate {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(modelcrate::SignInFlow)
};

} // namespace

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

void showRefusal(InfoBar &bar, const Error &error, const QString &place, QWidget *owner, Services &services,
                 std::function<void()> again)
{
    bar.setError(errorText(error));
    const auto registry = RegistryHost::parse(toUtf8(place.section(QLatin1Char('/'), 0, 0)));
    const bool mayHelp = error.code() == ErrorCode::Unauthorized || error.code() == ErrorCode::Forbidden;
    if (!mayHelp || !registry || place.startsWith(QLatin1String("store:")))
        return;
    const auto signIn = [bar = QPointer(&bar), place, owner, &services, registry = *registry,
                         again = std::move(again)] {
        askAndSignIn(owner, services, registry, {}, [=, &services](const Result<SignInResult> &result) {
            if (result)
                again();
            else if (bar)
                showRefusal(*bar, result.error(), place, owner, services, again);
        });
    };
    bar.addAction(Text::tr("Sign &In…"), bar.objectName() + QLatin1String("SignIn"), signIn);
}

} // namespace modelcrate
