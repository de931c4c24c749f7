// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/exitcode.h"
#include "cli/planoutput.h"

namespace modelcrate::cli {

namespace {

Result<void> save(const Package &package, const std::string &file)
{
    // Only under this name the file is known for a package again.
    const auto location = parseLocation(file);
    if (!location || !std::holds_alternative<PackageLocation>(*location))
        return Error(ErrorCode::Usage, file + " does not end in .modelcrate.json");
    return savePackage(package, file);
}

} // namespace

Result<int> run(const PlanCommand &command, Console &console)
{
    ASSIGN_OR_RETURN(const auto source, parseLocation(command.source));
    std::optional<Location> target;
    if (!command.target.empty()) {
        ASSIGN_OR_RETURN(target, parseLocation(command.target));
    }
    ASSIGN_OR_RETURN(const auto package, openPackage(source, command.edits, console.context()));
    ASSIGN_OR_RETURN(const auto plan, planPublish(package, target, console.session(), console.context()));
    if (!command.save.empty())
        RETURN_IF_ERROR(save(package, command.save));
    printPlan(plan, package, command.target, console);
    return hasErrors(plan.artifact.findings) ? exitInvalid : exitDone;
}

} // namespace modelcrate::cli
