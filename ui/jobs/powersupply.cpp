// SPDX-License-Identifier: Apache-2.0
#include "ui/jobs/powersupply.h"

#include "base/text.h"
#include "io/file.h"

namespace modelcrate {

namespace {

constexpr ByteCount longestAttribute(4096);

/// One attribute of a power supply; empty when it has none (sysfs(5), Documentation/ABI/testing/sysfs-class-power).
std::string attribute(const std::filesystem::path &supply, const char *name)
{
    const auto text = readSmallFile(supply / name, longestAttribute);
    return text ? std::string(trim(*text)) : std::string();
}

} // namespace

bool runsOnBattery(const std::filesystem::path &powerSupplies)
{
    bool discharges = false;
    std::error_code failed;
    for (std::filesystem::directory_iterator supply(powerSupplies, failed), end; !failed && supply != end;
         supply.increment(failed)) {
        const auto type = attribute(supply->path(), "type");
        // "Device" is the battery of a mouse or a headset.
        if (type == "Battery" && attribute(supply->path(), "scope") != "Device")
            discharges = discharges || attribute(supply->path(), "status") == "Discharging";
        else if ((type == "Mains" || type == "USB") && attribute(supply->path(), "online") == "1")
            return false;
    }
    return discharges;
}

} // namespace modelcrate
