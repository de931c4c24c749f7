// SPDX-License-Identifier: Apache-2.0
#include "ui/publish/publishbanner.h"

#include "ui/publish/publishsituation.h"
#include "ui/publish/targettext.h"
#include "ui/text/convert.h"
#include "ui/text/numbers.h"

namespace modelcrate {

PublishBanner::PublishBanner(QWidget *parent) : InfoBar(parent)
{
    setObjectName(QStringLiteral("publishBanner"));
    hide();
}

void PublishBanner::refresh(const PublishSituation &now)
{
    const auto content = contentOf(now);
    QStringList said{QString::number(content.kind ? static_cast<int>(*content.kind) : -1), content.strong, content.text,
                     content.error ? errorText(*content.error).details : QString()};
    for (const auto &action : content.actions)
        said << action.text;
    if (said == m_said)
        return;
    m_said = said;
    clearActions();
    setVisible(content.kind.has_value());
    if (!content.kind)
        return;
    if (content.error)
        setError(errorText(*content.error));
    else
        setMessage(*content.kind, content.strong, content.text);
    for (const auto &action : content.actions)
        addAction(action.text, action.name, action.run);
}

PublishBanner::Content PublishBanner::contentOf(const PublishSituation &now)
{
    switch (now.phase) {
    case PublishPhase::Planning: return ofPlan(now);
    case PublishPhase::Sending: return ofSending(now);
    case PublishPhase::Stopped: return ofStopped(now);
    case PublishPhase::Published: return ofPublished(now);
    }
    return {};
}

PublishBanner::Content PublishBanner::ofPlan(const PublishSituation &now)
{
    if (!now.problems->empty()) {
        const auto &first = now.problems->front();
        const int more = static_cast<int>(now.problems->size()) - 1;
        Content content{Kind::Danger,
                        more > 0 ? tr("%1, and %n more", nullptr, more).arg(first.title) : first.title,
                        first.text,
                        nullptr,
                        {}};
        if (first.run)
            content.actions.push_back({first.action, QStringLiteral("publishGoTo"), first.run});
        return content;
    }
    if (const auto *error = now.signInError ? now.signInError : now.planError) {
        auto content = ofError(*error);
        if (now.planError && !now.isAsking)
            content.actions.push_back(
                {tr("&Retry"), QStringLiteral("publishBannerRetry"), [this] { Q_EMIT askAgainRequested(); }});
        return content;
    }
    if (now.plan && now.plan->isPublished)
        return {Kind::Info,
                tr("This is published already."),
                tr("%1 stands for exactly this package.").arg(tagText(*now.target)),
                nullptr,
                {}};
    if (now.place == EditPlace::Moved)
        return ofMovedTag(now);
    if (now.place == EditPlace::Same)
        return {};
    if (now.plan && now.plan->replaces)
        return {Kind::Warning,
                tr("%1 already points to %2.").arg(tagText(*now.target), shortDigest(*now.plan->replaces)),
                tr("Publishing moves it."),
                nullptr,
                {{tr("&Compare"), QStringLiteral("publishCompare"), [this] { Q_EMIT compareRequested(); }}}};
    return {};
}

PublishBanner::Content PublishBanner::ofMovedTag(const PublishSituation &now)
{
    Content content{Kind::Warning,
                    tr("%1 changed since you opened it.").arg(tagText(*now.target)),
                    tr("It stood for %1, now for %2. Nothing was overwritten.")
                        .arg(shortDigest(*now.edited), shortDigest(*now.plan->replaces)),
                    nullptr,
                    {}};
    content.actions.push_back(
        {tr("Show &Differences"), QStringLiteral("publishCompare"), [this] { Q_EMIT compareRequested(); }});
    if (now.plan->freeTag)
        content.actions.push_back(
            {tr("Save as &New Tag"), QStringLiteral("publishNewTag"), [this] { Q_EMIT publishAsNextRequested(); }});
    content.actions.push_back(
        {tr("&Overwrite"), QStringLiteral("publishOverwrite"), [this] { Q_EMIT publishOverRequested(); }});
    return content;
}

PublishBanner::Content PublishBanner::ofError(const Error &error)
{
    Content content{Kind::Danger, {}, {}, &error, {}};
    if (error.code() == ErrorCode::Unauthorized || error.code() == ErrorCode::Forbidden)
        content.actions.push_back(
            {tr("Sign &In…"), QStringLiteral("publishBannerSignIn"), [this] { Q_EMIT signInRequested(); }});
    return content;
}

PublishBanner::Content PublishBanner::ofSending(const PublishSituation &now)
{
    // What waits for another attempt says so itself, in its row.
    const auto *transfer = now.transfer;
    if (!transfer || transfer->state != TransferState::Running || !transfer->stalledFor
        || now.remedy == PublishModel::Remedy::EndWait)
        return {};
    return {Kind::Warning,
            tr("Stalled."),
            tr("No data for %1. It is tried again by itself; what was sent is kept where the registry allows it.")
                .arg(formatDuration(*transfer->stalledFor)),
            nullptr,
            {}};
}

PublishBanner::Content PublishBanner::ofStopped(const PublishSituation &now)
{
    const auto *transfer = now.transfer;
    if (now.signInError)
        return ofError(*now.signInError);
    if (transfer && transfer->state == TransferState::Failed && transfer->error)
        return ofError(*transfer->error);
    const auto tag = now.sentTo ? tagText(*now.sentTo) : QString();
    return {Kind::Info,
            transfer && transfer->state == TransferState::Paused ? tr("Paused.") : tr("Cancelled."),
            tr("Nobody sees %1. Layers that were sent completely are not sent again.")
                .arg(tag.isEmpty() ? tr("the artifact") : tag),
            nullptr,
            {}};
}

PublishBanner::Content PublishBanner::ofPublished(const PublishSituation &now)
{
    const bool isCompared = now.shownDigest && now.publishedDigest;
    if (isCompared && *now.shownDigest != *now.publishedDigest)
        return {Kind::Danger,
                tr("The digest is another one than was shown."),
                tr("Shown: %1. Compare both in Manifest, Changes.").arg(toQString(now.shownDigest->toString())),
                nullptr,
                {}};
    return {Kind::Success,
            tr("Published."),
            isCompared ? tr("The digest is the one that was shown before.") : QString(),
            nullptr,
            {}};
}

} // namespace modelcrate

#include "moc_publishbanner.cpp"
