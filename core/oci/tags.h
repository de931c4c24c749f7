// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "oci/contentstore.h"

namespace modelcrate {

/// More tags than this are not looked at one by one to find those that share a digest.
inline constexpr std::size_t maxTagsCompared = 5000;

/// The other tags that stand for a digest now, sorted: one question a tag, several at once. LimitExceeded above
/// maxTagsCompared. Blocks.
Result<std::vector<TagName>> otherTagsOf(ContentStore &store, const TagName &tag, const Digest &digest,
                                         const TaskContext &context);

/// What a tag of a store stands for, once it may be removed: NotFound when that is nothing, Conflict when it is not
/// what somebody has `seen`, if that is given.
Result<Digest> removableDigest(const ContentStore &store, const TagName &tag, const std::optional<Digest> &now,
                               const std::optional<Digest> &seen);

} // namespace modelcrate
