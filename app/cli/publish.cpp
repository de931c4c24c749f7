// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "cli/commands.h"
#include "cli/exitcode.h"
#include "cli/planoutput.h"

namespace modelcrate::cli {

Result<int> run(const PublishCommand &command, Console &console)
{
    ASSIGN_OR_RETURN(const auto source, parseLocation(command.source));
    ASSIGN_OR_RETURN(const auto target, parseLocation(command.target));
    if (command.toRegistry != std::holds_alternative<Reference>(target))
        return Error(ErrorCode::Usage,
                     cat(command.target, command.toRegistry ? " is no registry reference" : " is a registry reference"),
                     command.toRegistry ? "For layouts and the local store use `build`."
                                        : "For registries use `push`.");
    ASSIGN_OR_RETURN(const auto package, openPackage(source, command.edits, console.context()));
    if (command.dryRun) {
        ASSIGN_OR_RETURN(const auto plan, planPublish(package, target, console.session(), console.context()));
        printPlan(plan, package, command.target, console);
        return hasErrors(plan.artifact.findings) ? exitInvalid : exitDone;
    }
    const auto result = [&] {
        const Console::Progress progress(console, command.toRegistry ? "pushing" : "building");
        return publish(package, target, command.transfer, console.session(), console.context());
    }();
    if (!result)
        return result.error();
    console.document({{"reference", result->target},
                      {"digest", result->digest.toString()},
                      {"layers", static_cast<std::int64_t>(result->layers)},
                      {"totalSize", result->totalSize.value()},
                      {"manifestSize", result->manifestSize.value()},
                      {"transfer", toJson(result->counts)},
                      {"findings", toJson(package.findings)}});
    console.line(cat(result->target, '@', result->digest.toString()));
    console.message(cat(result->layers, " layers, ", formatIec(result->totalSize), "; ", summary(result->counts)));
    return exitDone;
}

} // namespace modelcrate::cli
