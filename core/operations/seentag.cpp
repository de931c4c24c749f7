// SPDX-License-Identifier: Apache-2.0
#include "operations/seentag.h"

namespace modelcrate {

Error movedMeanwhile(const Location &target, const SeenTag &seen, const std::optional<Digest> &now)
{
    const auto words = [](const std::optional<Digest> &digest) {
        return digest ? Message(digest->toString()) : Message::of("nothing");
    };
    return Error(ErrorCode::Conflict,
                 Message::of("%1 was moved meanwhile: it stood for %2, now for %3", toString(target),
                             words(seen.digest), words(now)),
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
