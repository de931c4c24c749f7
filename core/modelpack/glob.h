// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace modelcrate {

/// Whether a pattern matches a whole path: `*` and `?` within a part, `**` as a part of its own across parts, `[a-z]`
/// and
/// `[!a-z]`, `\` before a character that is meant. A broken pattern matches only itself. Time is bounded by the product
/// of both lengths.
bool globMatches(std::string_view pattern, std::string_view path);

} // namespace modelcrate
