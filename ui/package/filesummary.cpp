// SPDX-License-Identifier: Apache-2.0
#include "ui/package/filesummary.h"

#include "ui/package/packagestate.h"

namespace modelcrate {

void FileSummary::Files::add(std::size_t entry)
{
    if (count++ == 0)
        first = entry;
}

FileSummary FileSummary::of(const PackageState &state, const std::vector<FileFacts> &facts,
                            const std::vector<bool> &changedOnDisk)
{
    FileSummary summary;
    for (std::size_t i = 0; i < state.size(); ++i) {
        const auto &entry = state.state(i);
        if (!entry.included)
            continue;
        ++summary.included;
        auto &kind = summary.kinds[static_cast<std::size_t>(entry.kind)];
        ++kind.files;
        if (const auto &identity = facts[i].identity) {
            summary.size += identity->size;
            kind.bytes += identity->size;
            if (changedOnDisk[i])
                summary.changedOnDisk.add(i);
        } else {
            summary.gone.add(i);
        }
        if (needsALook(state, i))
            summary.guesses.add(i);
    }
    return summary;
}

bool needsALook(const PackageState &state, std::size_t entry)
{
    const auto &now = state.state(entry);
    return now.included && !now.chosen && now.certainty == Certainty::Guess;
}

} // namespace modelcrate
