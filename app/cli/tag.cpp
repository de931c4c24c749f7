// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "cli/commands.h"
#include "cli/exitcode.h"

namespace modelcrate::cli {

Result<int> run(const TagCommand &command, Console &console)
{
    ASSIGN_OR_RETURN(const auto source, parseLocation(command.source));
    std::vector<TagName> tags;
    for (const auto &text : command.tags) {
        ASSIGN_OR_RETURN(auto tag, TagName::parse(text));
        tags.push_back(std::move(tag));
    }
    ASSIGN_OR_RETURN(const auto digest, tagArtifact(source, tags, console.session(), console.context()));
    console.document({{"digest", digest.toString()}, {"tags", Json::Array(command.tags.begin(), command.tags.end())}});
    console.line(cat(digest.toString(), ": ", join(command.tags, ", ")));
    return exitDone;
}

Result<int> run(const RemoveCommand &command, Console &console)
{
    ASSIGN_OR_RETURN(const auto location, parseLocation(command.location));
    ASSIGN_OR_RETURN(const auto freed, removeTag(location, command.allTags, console.session(), console.context()));
    console.document({{"removed", command.location}, {"freed", freed.value()}});
    console.line(cat("removed ", command.location));
    if (freed > ByteCount())
        console.message(cat(formatIec(freed), " freed"));
    return exitDone;
}

} // namespace modelcrate::cli
