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

} // namespace modelcrate
