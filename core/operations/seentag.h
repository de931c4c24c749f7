// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "oci/contentstore.h"
#include "operations/location.h"

#include <optional>

namespace modelcrate {

/// What a target's tag stood for when somebody looked; that it stood for nothing is an answer, too.
struct SeenTag {
    std::optional<Digest> digest;

    bool operator==(const SeenTag &) const = default;
};

/// Conflict when the target's tag stands for something else by now, so that it is not overwritten: neither what was seen
/// nor `own`, what is about to be written. Nothing to refuse without a tag.
Result<void> refuseMovedTag(ContentStore &store, const Location &target, const SeenTag &seen,
                            const std::optional<Digest> &own, const TaskContext &context);

/// The same for who knows already what the tag stands for.
Error movedMeanwhile(const Location &target, const SeenTag &seen, const std::optional<Digest> &now);
/// Whether it is that error, and no other Conflict.
bool isMovedTag(const Error &error);

} // namespace modelcrate
