// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "cli/commands.h"
#include "cli/exitcode.h"

namespace modelcrate::cli {

namespace {

Json filesJson(const std::vector<ExtractResult::File> &files)
{
    Json::Array items;
    for (const auto &file : files)
        items.push_back(JsonObject{{"path", file.path}, {"size", file.size.value()}});
    return items;
}

} // namespace

Result<int> run(const PullCommand &command, Console &console)
{
    ASSIGN_OR_RETURN(const auto source, parseLocation(command.source));
    const auto result = [&] {
        const Console::Progress progress(console, "pulling");
        return pull(source, command.folder, command.options, console.session(), console.context());
    }();
    if (!result)
        return result.error();
    const auto &extracted = result->extracted;
    console.document({{"digest", result->digest.toString()},
                      {"written", filesJson(extracted.written)},
                      {"kept", filesJson(extracted.kept)},
                      {"findings", toJson(extracted.findings)}});
    for (const auto &file : extracted.written)
        console.line(escapeForDisplay(file.path));
    console.findings(extracted.findings);
    console.message(cat(result->digest.toString(), ": ", counted(extracted.written.size(), "file"), " written, ",
                        extracted.kept.size(), " were there already"));
    return exitDone;
}

} // namespace modelcrate::cli
