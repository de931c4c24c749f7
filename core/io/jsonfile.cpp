// SPDX-License-Identifier: Apache-2.0
#include "io/jsonfile.h"

#include "base/text.h"
#include "io/file.h"

namespace modelcrate {

namespace fs = std::filesystem;

namespace {

constexpr ByteCount maxFile = 4_MiB;

/// Where a symlinked file really is, so that a dotfile manager's link stays.
fs::path resolveLink(const fs::path &file)
{
    std::error_code failure;
    const auto resolved = fs::weakly_canonical(file, failure);
    return failure ? file : resolved;
}

} // namespace

Result<Json> readJsonFile(const fs::path &file)
{
    ASSIGN_OR_RETURN(const auto text, readSmallFile(file, maxFile));
    if (trim(text).empty())
        return Json(JsonObject());
    auto json = parseJson(text);
    if (!json)
        return Error(ErrorCode::InvalidInput, Message::of("%1: %2", file.string(), json.error().wording()),
                     "Correct or remove this file.");
    if (!json->isObject())
        return Error(ErrorCode::InvalidInput,
                     Message::of("%1 is not a JSON object", file.string()), "Correct or remove this file.");
    return json;
}

Result<void> changeJsonFile(const fs::path &file, const TaskContext &context,
                            const std::function<Result<void>(JsonObject &)> &change)
{
    const auto target = resolveLink(file);
    RETURN_IF_ERROR(makeFolders(target.parent_path(), 0700));
    ASSIGN_OR_RETURN(const auto lock,
                     FileLock::lock(target.parent_path() / ("." + target.filename().string() + ".lock"), context));
    auto document = readJsonFile(target);
    if (!document && document.error().code() != ErrorCode::NotFound)
        return std::move(document).error();
    Json json = document ? std::move(*document) : Json(JsonObject());
    RETURN_IF_ERROR(change(*json.asObject()));
    return writeFileAtomically(target, dumpJsonPretty(json) + "\n", 0600);
}

} // namespace modelcrate
