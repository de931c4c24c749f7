// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/jobs/transferqueue.h"

#include <vector>

#include <QString>

namespace modelcrate {

/// Parts of the list of transfers, in their order.
enum class TransferSection { Running, Waiting, Failed, Finished };
inline constexpr int transferSectionCount = 4;
TransferSection sectionOf(const Transfer &transfer);
QString sectionText(TransferSection section);

/// What can be done with one transfer.
enum class TransferCommand {
    Pause,
    Resume,
    RetryNow,
    Retry,
    Cancel,
    MoveUp,
    MoveDown,
    OpenFolder, ///< of a finished pull
    CopyReference,
    CopyDetails,
    Remove
};
inline constexpr int transferCommandCount = 11;
QString commandText(TransferCommand command);
QString commandIcon(TransferCommand command);
/// In the order of the enumeration.
std::vector<TransferCommand> commandsFor(const Transfer &transfer);
/// The two at most that stand in its row.
std::vector<TransferCommand> rowCommandsFor(const Transfer &transfer);

/// "qwen-7b-support", or what it comes from where nobody gave a title.
QString transferTitle(const Transfer &transfer);
/// Where it goes: a reference or a folder.
QString transferTarget(const Transfer &transfer);
QString transferIcon(const Transfer &transfer); ///< of its direction
QString directionText(const Transfer &transfer); ///< "Publish", "Pull", "Copy"

/// The second line of a row.
struct TransferStateText {
    enum class Tone { Muted, Good, Warning, Danger } tone = Tone::Muted;
    QString icon; ///< may be empty
    QString text;
};
TransferStateText transferState(const Transfer &transfer);

/// "1.20 GB of 3.40 GB" while it is not finished, else its size; empty while nothing is known.
QString transferAmount(const Transfer &transfer);
/// "9.6 MB/s"; "0 B/s" while it stalls; "—" when unknown; empty when it does not run.
QString transferRate(const Transfer &transfer);
/// A block of text to paste: what, from where, to where, what became of it, and the technical details of a failure.
QString transferDetails(const Transfer &transfer);
/// The reference that a published or copied artifact can be pulled by again, with its digest; empty for others.
QString transferReference(const Transfer &transfer);

} // namespace modelcrate
