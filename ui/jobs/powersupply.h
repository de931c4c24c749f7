// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace modelcrate {

/// Whether this computer lives on its battery now: one that drives the system discharges and nothing else feeds it.
/// False where nothing is known (no battery, no sysfs). Reads a few small files of sysfs, so not for the GUI thread.
bool runsOnBattery(const std::filesystem::path &powerSupplies = "/sys/class/power_supply");

} // namespace modelcrate
