// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/barsegments.h"

#include <algorithm>
#include <cmath>

namespace modelcrate {

namespace {

/// Exact widths: those whose share is below the minimum get it, the others share what is left; until nothing changes.
std::vector<double> shares(const std::vector<std::int64_t> &amounts, double room, std::size_t parts)
{
    const auto minimum = std::min<double>(segmentMinimum, room / static_cast<double>(parts));
    std::vector<double> widths(amounts.size(), 0);
    std::vector<bool> fixed(amounts.size(), false);
    for (bool changed = true; changed;) {
        changed = false;
        double total = 0;
        double left = room;
        for (std::size_t i = 0; i < amounts.size(); ++i) {
            if (fixed[i])
                left -= minimum;
            else if (amounts[i] > 0)
                total += static_cast<double>(amounts[i]);
        }
        for (std::size_t i = 0; i < amounts.size(); ++i) {
            if (amounts[i] <= 0)
                continue;
            widths[i] = fixed[i] ? minimum : left * (static_cast<double>(amounts[i]) / total);
            if (!fixed[i] && widths[i] < minimum) {
                fixed[i] = true;
                changed = true;
            }
        }
    }
    return widths;
}

} // namespace

std::vector<BarSegment> barSegments(const std::vector<std::int64_t> &amounts, int width)
{
    std::vector<BarSegment> segments(amounts.size());
    const auto parts = static_cast<std::size_t>(
        std::count_if(amounts.begin(), amounts.end(), [](std::int64_t amount) { return amount > 0; }));
    if (parts == 0 || width <= 0)
        return segments;
    // Gaps give way before segments do.
    const int gaps = static_cast<int>(parts) - 1;
    const int gap = width - gaps * segmentGap >= static_cast<int>(parts) * segmentMinimum ? segmentGap : 0;
    const auto widths = shares(amounts, width - gaps * gap, parts);
    double edge = 0;
    int gapsBefore = 0;
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        if (amounts[i] <= 0)
            continue;
        const auto left = static_cast<int>(std::lround(edge));
        edge += widths[i];
        segments[i] = {left + gapsBefore * gap, static_cast<int>(std::lround(edge)) - left};
        ++gapsBefore;
    }
    return segments;
}

} // namespace modelcrate
