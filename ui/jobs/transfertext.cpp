// SPDX-License-Identifier: Apache-2.0
#include "ui/jobs/transfertext.h"

#include "ui/text/convert.h"
#include "ui/text/errortext.h"
#include "ui/text/numbers.h"
#include "ui/text/progresstext.h"

#include <algorithm>

#include <QCoreApplication>
#include <QLocale>

namespace modelcrate {

namespace {

using Kind = TransferRequestRecord::Kind;
using Tone = TransferStateText::Tone;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(modelcrate::TransferText)
};

/// The part whose next attempt comes first.
const ProgressSnapshotItem *firstWaiting(const Transfer &transfer)
{
    const ProgressSnapshotItem *first = nullptr;
    for (const auto &item : transfer.progress.items) {
        if (item.wait && (!first || item.wait->until < first->wait->until))
            first = &item;
    }
    return first;
}

QString activity(const Transfer &transfer)
{
    if (transfer.progress.items.empty())
        return Words::tr("Preparing");
    switch (transfer.request.kind) {
    case Kind::Publish:
    case Kind::Edit: return Words::tr("Sending");
    case Kind::Pull: return Words::tr("Receiving");
    case Kind::Copy: break;
    }
    return Words::tr("Copying");
}

/// "Sending model.safetensors and 2 more; 17 of 20 done".
QString runningText(const Transfer &transfer)
{
    qsizetype active = 0;
    qsizetype done = 0;
    QString name;
    for (const auto &item : transfer.progress.items) {
        if (item.state == ItemState::Active && active++ == 0)
            name = displayText(item.name);
        else if (item.state != ItemState::Active && item.state != ItemState::Waiting && item.state != ItemState::Failed)
            ++done;
    }
    auto text = activity(transfer);
    if (active == 1)
        text = Words::tr("%1: %2").arg(text, name);
    else if (active > 1)
        text = Words::tr("%1: %2 and %n more", nullptr, static_cast<int>(active - 1)).arg(text, name);
    if (transfer.progress.items.size() > 1)
        text =
            Words::tr("%1. %2 of %3 done")
                .arg(text, formatCount(done), formatCount(static_cast<std::int64_t>(transfer.progress.items.size())));
    return text;
}

TransferStateText runningState(const Transfer &transfer)
{
    if (const auto *waiting = firstWaiting(transfer))
        return {Tone::Warning, QStringLiteral("retry"),
                Words::tr("%1: %2").arg(displayText(waiting->name), waitText(*waiting->wait))};
    if (transfer.stalledFor)
        return {Tone::Warning, QStringLiteral("stalled"), stallText(*transfer.stalledFor)};
    return {Tone::Muted, {}, runningText(transfer)};
}

TransferStateText failedState(const Transfer &transfer)
{
    if (!transfer.error)
        return {Tone::Danger, QStringLiteral("error"), Words::tr("Failed")};
    const auto error = errorText(*transfer.error);
    return {Tone::Danger, QStringLiteral("error"),
            error.cause.isEmpty() ? error.title : Words::tr("%1. %2").arg(error.title, error.cause)};
}

TransferStateText doneState(const Transfer &transfer)
{
    if (!transfer.findings.empty())
        return {Tone::Warning, QStringLiteral("warning"),
                Words::tr("Pulled, but for %n files", nullptr, static_cast<int>(transfer.findings.size()))};
    if (transfer.request.kind == Kind::Pull)
        return {Tone::Good, QStringLiteral("check"), Words::tr("Pulled")};
    const auto word = transfer.request.kind == Kind::Copy ? Words::tr("Copied") : Words::tr("Published");
    return {Tone::Good, QStringLiteral("check"),
            transfer.published ? Words::tr("%1 as %2").arg(word, shortDigest(transfer.published->digest)) : word};
}

} // namespace

TransferSection sectionOf(const Transfer &transfer)
{
    switch (transfer.state) {
    case TransferState::Running:
    case TransferState::Pausing:
    case TransferState::Canceling: return TransferSection::Running;
    case TransferState::Waiting:
    case TransferState::Paused: return TransferSection::Waiting;
    case TransferState::Failed: return TransferSection::Failed;
    case TransferState::Canceled:
    case TransferState::Done: break;
    }
    return TransferSection::Finished;
}

QString sectionText(TransferSection section)
{
    switch (section) {
    case TransferSection::Running: return Words::tr("Running");
    case TransferSection::Waiting: return Words::tr("Waiting");
    case TransferSection::Failed: return Words::tr("Failed");
    case TransferSection::Finished: break;
    }
    return Words::tr("Finished");
}

QString commandText(TransferCommand command)
{
    switch (command) {
    case TransferCommand::Pause: return Words::tr("Pause");
    case TransferCommand::Resume: return Words::tr("Resume");
    case TransferCommand::RetryNow: return Words::tr("Retry Now");
    case TransferCommand::Retry: return Words::tr("Retry");
    case TransferCommand::Cancel: return Words::tr("Cancel Transfer");
    case TransferCommand::MoveUp: return Words::tr("Move Up");
    case TransferCommand::MoveDown: return Words::tr("Move Down");
    case TransferCommand::OpenFolder: return Words::tr("Open Folder");
    case TransferCommand::CopyReference: return Words::tr("Copy Reference");
    case TransferCommand::CopyDetails: return Words::tr("Copy Details");
    case TransferCommand::Remove: break;
    }
    return Words::tr("Remove from List");
}

QString commandIcon(TransferCommand command)
{
    switch (command) {
    case TransferCommand::Pause: return QStringLiteral("pause");
    case TransferCommand::Resume: return QStringLiteral("resume");
    case TransferCommand::RetryNow:
    case TransferCommand::Retry: return QStringLiteral("retry");
    case TransferCommand::Cancel: return QStringLiteral("cancel");
    case TransferCommand::OpenFolder: return QStringLiteral("folder-open");
    case TransferCommand::CopyReference:
    case TransferCommand::CopyDetails: return QStringLiteral("copy");
    case TransferCommand::Remove: return QStringLiteral("delete");
    case TransferCommand::MoveUp:
    case TransferCommand::MoveDown: break;
    }
    return {};
}

std::vector<TransferCommand> commandsFor(const Transfer &transfer)
{
    using Command = TransferCommand;
    switch (transfer.state) {
    case TransferState::Running: return {Command::Pause, Command::RetryNow, Command::Cancel, Command::CopyDetails};
    case TransferState::Pausing: return {Command::Resume, Command::Cancel, Command::CopyDetails};
    case TransferState::Canceling: return {Command::CopyDetails};
    case TransferState::Waiting:
        return {transfer.interrupted ? Command::Resume : Command::Pause, Command::Cancel, Command::MoveUp,
                Command::MoveDown, Command::CopyDetails};
    case TransferState::Paused:
        return {Command::Resume, Command::Cancel, Command::MoveUp, Command::MoveDown, Command::CopyDetails};
    case TransferState::Failed:
    case TransferState::Canceled: return {Command::Retry, Command::CopyDetails, Command::Remove};
    case TransferState::Done: break;
    }
    if (transfer.published)
        return {Command::CopyReference, Command::CopyDetails, Command::Remove};
    if (transfer.request.kind == TransferRequestRecord::Kind::Pull)
        return {Command::OpenFolder, Command::CopyDetails, Command::Remove};
    return {Command::CopyDetails, Command::Remove};
}

std::vector<TransferCommand> rowCommandsFor(const Transfer &transfer)
{
    using Command = TransferCommand;
    switch (transfer.state) {
    case TransferState::Running:
        return {transfer.stalledFor || firstWaiting(transfer) ? Command::RetryNow : Command::Pause, Command::Cancel};
    case TransferState::Pausing: return {Command::Cancel};
    case TransferState::Canceling: return {};
    case TransferState::Waiting: return {transfer.interrupted ? Command::Resume : Command::Pause, Command::Cancel};
    case TransferState::Paused: return {Command::Resume, Command::Cancel};
    case TransferState::Failed:
    case TransferState::Canceled: return {Command::Retry, Command::Remove};
    case TransferState::Done: break;
    }
    if (transfer.published)
        return {Command::CopyReference, Command::Remove};
    if (transfer.request.kind == TransferRequestRecord::Kind::Pull)
        return {Command::OpenFolder, Command::Remove};
    return {Command::Remove};
}

QString transferTitle(const Transfer &transfer)
{
    const auto &request = transfer.request;
    if (!request.title.isEmpty())
        return displayText(toUtf8(request.title));
    return displayText(request.source.empty() ? request.target : request.source);
}

QString transferTarget(const Transfer &transfer) { return displayText(transfer.request.target); }

QString transferIcon(const Transfer &transfer)
{
    switch (transfer.request.kind) {
    case Kind::Publish:
    case Kind::Edit: return QStringLiteral("publish");
    case Kind::Pull: return QStringLiteral("pull");
    case Kind::Copy: break;
    }
    return QStringLiteral("swap");
}

QString directionText(const Transfer &transfer)
{
    switch (transfer.request.kind) {
    case Kind::Publish: return Words::tr("Publish");
    case Kind::Edit: return Words::tr("Edit");
    case Kind::Pull: return Words::tr("Pull");
    case Kind::Copy: break;
    }
    return Words::tr("Copy");
}

TransferStateText transferState(const Transfer &transfer)
{
    switch (transfer.state) {
    case TransferState::Running: return runningState(transfer);
    case TransferState::Pausing:
        return {Tone::Muted, QStringLiteral("pause"), Words::tr("Pausing at a clean boundary")};
    case TransferState::Canceling: return {Tone::Muted, QStringLiteral("cancel"), Words::tr("Canceling")};
    case TransferState::Canceled: return {Tone::Muted, QStringLiteral("cancel"), Words::tr("Canceled by you")};
    case TransferState::Failed: return failedState(transfer);
    case TransferState::Done: return doneState(transfer);
    case TransferState::Waiting:
    case TransferState::Paused: break;
    }
    if (transfer.interrupted)
        return {Tone::Warning, QStringLiteral("pause"),
                Words::tr("Interrupted when the program ended. What was sent or received is kept.")};
    if (transfer.state == TransferState::Waiting)
        return {Tone::Muted, QStringLiteral("clock"), Words::tr("Waiting for the ones before it")};
    return {Tone::Muted, QStringLiteral("pause"), Words::tr("Paused by you")};
}

QString transferAmount(const Transfer &transfer)
{
    const auto &progress = transfer.progress;
    if (progress.total <= ByteCount())
        return {};
    if (transfer.state == TransferState::Done)
        return formatBytes(progress.total);
    return progress.items.empty()
        ? QString()
        : Words::tr("%1 of %2").arg(formatBytes(progress.sent()), formatBytes(progress.toSend()));
}

QString transferRate(const Transfer &transfer)
{
    if (!transfer.isRunning() || transfer.progress.items.empty())
        return {};
    if (transfer.stalledFor)
        return formatRate(0);
    return transfer.rate ? formatRate(*transfer.rate) : QStringLiteral("—");
}

QString transferDetails(const Transfer &transfer)
{
    QStringList lines{Words::tr("%1: %2").arg(directionText(transfer), transferTitle(transfer))};
    if (!transfer.request.source.empty())
        lines << Words::tr("From: %1").arg(displayText(transfer.request.source));
    lines << Words::tr("To: %1").arg(transferTarget(transfer));
    lines << Words::tr("State: %1").arg(transferState(transfer).text);
    if (transfer.finished.isValid())
        lines << Words::tr("Finished: %1").arg(transfer.finished.toString(Qt::ISODate));
    if (transfer.published)
        lines << Words::tr("Digest: %1").arg(toQString(transfer.published->digest.toString()));
    for (const auto &finding : transfer.findings)
        lines << (finding.where.empty() ? findingText(finding)
                                        : Words::tr("%1: %2").arg(displayText(finding.where), findingText(finding)));
    if (transfer.error)
        lines << errorText(*transfer.error).details;
    return lines.join(QLatin1Char('\n'));
}

QString transferReference(const Transfer &transfer)
{
    return transfer.published ? toQString(transfer.published->target + "@" + transfer.published->digest.toString())
                              : QString();
}

} // namespace modelcrate
