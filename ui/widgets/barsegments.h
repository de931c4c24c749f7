// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

namespace modelcrate {

struct BarSegment {
    int left = 0;
    int width = 0; ///< 0 for an amount of 0 and below
};

inline constexpr int segmentMinimum = 4;
inline constexpr int segmentGap = 2;

/// Parts of a bar in proportion to their amounts, with gaps between them. What is more than nothing never vanishes: it
/// gets `segmentMinimum` pixels, taken from the larger ones, as long as there is room. Widths and gaps add up to
/// `width`.
std::vector<BarSegment> barSegments(const std::vector<std::int64_t> &amounts, int width);

} // namespace modelcrate
