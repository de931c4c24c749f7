// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "cli/commands.h"
#include "cli/exitcode.h"

namespace modelcrate::cli {

Result<int> run(const CopyCommand &command, Console &console)
{
    ASSIGN_OR_RETURN(const auto source, parseLocation(command.source));
    ASSIGN_OR_RETURN(const auto target, parseLocation(command.target));
    const auto result = [&] {
        const Console::Progress progress(console, "copying");
        return copyArtifact(source, target, command.transfer, console.session(), console.context());
    }();
    if (!result)
        return result.error();
    console.document({{"digest", result->root.toString()},
                      {"mediaType", result->rootMediaType},
                      {"blobs", static_cast<std::int64_t>(result->leaves.size())},
                      {"transfer", toJson(result->counts)}});
    console.line(result->root.toString());
    console.message(summary(result->counts));
    return exitDone;
}

} // namespace modelcrate::cli
