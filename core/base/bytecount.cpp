// SPDX-License-Identifier: Apache-2.0
#include "base/bytecount.h"

#include <array>

#include <fmt/format.h>

namespace modelcrate {

std::string formatIec(ByteCount bytes)
{
    static constexpr std::array units{"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    if (bytes.value() < 1024)
        return fmt::format("{} B", bytes.value());
    auto value = static_cast<double>(bytes.value());
    std::size_t unit = 0;
    while (value >= 1024 && unit + 1 < units.size()) {
        value /= 1024;
        ++unit;
    }
    return fmt::format("{:.1f} {}", value, units[unit]);
}

} // namespace modelcrate
