// SPDX-License-Identifier: Apache-2.0
#include "ui/publish/interruptbox.h"

#include "registry/registryprofile.h"
#include "ui/publish/publishparts.h"
#include "ui/publish/publishsituation.h"
#include "ui/publish/targettext.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace modelcrate {

namespace {

using Verdict = CheckList::Verdict;

CheckList::Check ofPage(const PublishSituation &now)
{
    const bool isPaused = now.transfer && now.transfer->state == TransferState::Paused;
    return {Verdict::Passed, InterruptBox::tr("Close this page or go on editing"),
            isPaused ? InterruptBox::tr("It stays in Transfers until it is resumed.")
                     : InterruptBox::tr("Sending goes on in Transfers. What is edited now is not sent.")};
}

CheckList::Check ofProgram(bool isKept)
{
    if (isKept)
        return {Verdict::Passed, InterruptBox::tr("Quit or lose power"),
                InterruptBox::tr("The queue comes back, and nothing in it starts unasked. Finished layers are not sent "
                                 "again.")};
    return {Verdict::Warning, InterruptBox::tr("Do not quit: the queue is not kept"),
            InterruptBox::tr("There is no place on the disk for it. Finished layers are not sent again.")};
}

/// Of a layer that is left half sent. A profile knows whether a registry takes parts of a layer; none says how long it
/// keeps them.
CheckList::Check ofTarget(const Location &target)
{
    const auto *reference = std::get_if<Reference>(&target);
    if (!reference)
        return {Verdict::Note, InterruptBox::tr("A layer that is half written"),
                InterruptBox::tr("It is written again from its beginning.")};
    const auto host = hostText(target);
    if (profileFor(reference->registry).monolithicOnly)
        return {Verdict::Note, InterruptBox::tr("%1 takes a layer in one piece").arg(host),
                InterruptBox::tr("One that is interrupted is sent again from its beginning.")};
    return {Verdict::Note, InterruptBox::tr("%1 may drop half a layer").arg(host),
            InterruptBox::tr("How long it keeps one is not known. A layer that it has dropped is sent again from its "
                             "beginning.")};
}

} // namespace

InterruptBox::InterruptBox(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space2);
    m_heading = makeHeading(this, {});
    m_heading->setObjectName(QStringLiteral("publishInterruptHeading"));
    m_heading->setWordWrap(true);
    layout->addWidget(m_heading);
    m_facts = new CheckList(this);
    m_facts->setObjectName(QStringLiteral("publishInterrupt"));
    layout->addWidget(m_facts);
}

std::vector<CheckList::Check> InterruptBox::factsOf(const PublishSituation &now, bool isKept)
{
    std::vector<CheckList::Check> facts{ofPage(now), ofProgram(isKept)};
    if (now.sentTo)
        facts.push_back(ofTarget(*now.sentTo));
    return facts;
}

void InterruptBox::refresh(const PublishSituation &now, bool isKept)
{
    m_heading->setText(isKept ? tr("This is safe to interrupt") : tr("If this is interrupted"));
    m_facts->setChecks(factsOf(now, isKept));
}

} // namespace modelcrate

#include "moc_interruptbox.cpp"
