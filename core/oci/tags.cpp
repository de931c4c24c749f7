// SPDX-License-Identifier: Apache-2.0
#include "oci/tags.h"

#include "base/parallel.h"

#include <algorithm>
#include <mutex>

namespace modelcrate {

Result<std::vector<TagName>> otherTagsOf(ContentStore &store, const TagName &tag, const Digest &digest,
                                         const TaskContext &context)
{
    ASSIGN_OR_RETURN(const auto tags, store.listTags(context));
    if (tags.size() > maxTagsCompared)
        return Error(ErrorCode::LimitExceeded,
                     Message::of("%1 has %2 tags, too many to compare them all", store.description(), tags.size()));
    std::mutex mutex;
    std::vector<TagName> others;
    RETURN_IF_ERROR(
        parallelFor(tags.size(), 8, context, [&](std::size_t index, const TaskContext &inner) -> Result<void> {
            if (tags[index] == tag)
                return {};
            ASSIGN_OR_RETURN(const auto other, store.resolveTag(tags[index], inner));
            if (other == digest) {
                const std::lock_guard lock(mutex);
                others.push_back(tags[index]);
            }
            return {};
        }));
    std::sort(others.begin(), others.end());
    return others;
}

Result<Digest> removableDigest(const ContentStore &store, const TagName &tag, const std::optional<Digest> &now,
                               const std::optional<Digest> &seen)
{
    if (!now)
        return Error(ErrorCode::NotFound, Message::of("there is no tag %1 in %2", tag.toString(), store.description()));
    if (seen && *now != *seen)
        return Error(ErrorCode::Conflict,
                     Message::of("%1 in %2 was moved meanwhile: it stood for %3, now for %4", tag.toString(),
                                 store.description(), seen->toString(), now->toString()),
                     "Nothing was removed. Look at what is there now, then remove again.");
    return *now;
}

} // namespace modelcrate
