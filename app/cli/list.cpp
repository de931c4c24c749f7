// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "cli/commands.h"
#include "cli/exitcode.h"

namespace modelcrate::cli {

Result<int> run(const ListCommand &command, Console &console)
{
    ASSIGN_OR_RETURN(const auto listing, list(command.place, console.session(), console.context()));
    const auto name = listing.kind == Listing::Kind::Repositories ? "repositories"
        : listing.kind == Listing::Kind::Tags                     ? "tags"
                                                                  : "references";
    console.document({{name, Json::Array(listing.names.begin(), listing.names.end())}});
    for (const auto &each : listing.names)
        console.line(escapeForDisplay(each, 400));
    return exitDone;
}

} // namespace modelcrate::cli
