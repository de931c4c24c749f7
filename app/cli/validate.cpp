// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "cli/commands.h"
#include "cli/exitcode.h"

namespace modelcrate::cli {

Result<int> run(const ValidateCommand &command, Console &console)
{
    Findings findings;
    if (command.as) {
        ASSIGN_OR_RETURN(findings, validateDocument(command.source, *command.as, command.spec, console.context()));
    } else {
        ASSIGN_OR_RETURN(const auto source, parseLocation(command.source));
        ASSIGN_OR_RETURN(findings,
                         validateSource(source, command.spec, command.deep, console.session(), console.context()));
    }
    console.document({{"findings", toJson(findings)}});
    console.findings(findings);
    const bool valid = !hasErrors(findings);
    console.message(cat(escapeForDisplay(command.source, 400), valid ? " is valid" : " is not valid"));
    return valid ? exitDone : exitInvalid;
}

} // namespace modelcrate::cli
