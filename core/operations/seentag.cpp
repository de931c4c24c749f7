// SPDX-License-Identifier: Apache-2.0
#include "operations/seentag.h"

namespace modelcrate {

namespace {

Message movedWords(const std::string &target, const std::optional<Digest> &before, const std::optional<Digest> &now)
{
    const auto words = [](const std::optional<Digest> &digest) {
        return digest ? Message(digest->toString()) : Message::of("nothing");
    };
    return Message::of("%1 was moved meanwhile: it stood for %2, now for %3", target, words(before), words(now));
}

} // namespace

bool isMovedTag(const Error &error) { return error.wording().pattern() == movedWords({}, {}, {}).pattern(); }

Error movedMeanwhile(const Location &target, const SeenTag &seen, const std::optional<Digest> &now)
{
    return Error(ErrorCode::Conflict, movedWords(toString(target), seen.digest, now),
                 "Nothing was overwritten. Look at what is there now, then publish again or under another tag.");
}

Result<void> refuseMovedTag(ContentStore &store, const Location &target, const SeenTag &seen,
                            const std::optional<Digest> &own, const TaskContext &context)
{
    const auto tag = tagOf(target);
    if (!tag)
        return {};
    ASSIGN_OR_RETURN(const auto now, store.resolveTag(*tag, context));
    if (now == seen.digest || (own && now == own))
        return {};
    return movedMeanwhile(target, seen, now);
}

} // namespace modelcrate
