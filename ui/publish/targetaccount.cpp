// SPDX-License-Identifier: Apache-2.0
#include "ui/publish/targetaccount.h"

#include "operations/session.h"
#include "ui/jobs/jobrunner.h"
#include "ui/publish/targettext.h"
#include "ui/text/convert.h"
#include "ui/text/errortext.h"

namespace modelcrate {

void TargetAccount::set(State state, const QString &host, const QString &user, const QString &source)
{
    m_state = state;
    m_host = host;
    m_user = user;
    m_source = source;
}

void TargetAccount::forget() { set(State::None); }

void TargetAccount::find(const std::optional<Location> &target)
{
    const auto *reference = target ? std::get_if<Reference>(&*target) : nullptr;
    if (!reference) {
        set(target ? State::NotNeeded : State::None);
        return;
    }
    const auto host = hostText(*target);
    if (m_host == host && m_state != State::Missing)
        return;
    set(State::Looking, host);
    m_services.jobs.run<std::optional<Credential>>(
        this,
        [registry = reference->registry, repository = reference->repository, &session = m_services.session](
            const TaskContext &context) { return session.credentials().find(registry, repository, context); },
        [this, host](Result<std::optional<Credential>> answer) {
            if (m_host != host)
                return;
            if (!answer)
                set(State::Unreadable, host, {}, errorText(answer.error()).cause);
            else if (*answer)
                set(State::Found, host, displayText((*answer)->user), displayText((*answer)->source));
            else
                set(State::Missing, host);
            Q_EMIT found();
        });
}

QString TargetAccount::text() const
{
    switch (m_state) {
    case State::None: return {};
    case State::NotNeeded: return tr("On this computer, no sign-in needed");
    case State::Looking: return tr("Looking for a sign-in…");
    case State::Found:
        return m_user.isEmpty() ? tr("signed in, from %1").arg(m_source)
                                : tr("signed in as %1, from %2").arg(m_user, m_source);
    case State::Missing: return tr("no sign-in found");
    case State::Unreadable: return tr("sign-in cannot be read");
    }
    return {};
}

} // namespace modelcrate

#include "moc_targetaccount.cpp"
