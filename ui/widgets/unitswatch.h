// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

class QObject;

namespace modelcrate {

class Settings;

/// Calls `changed` when sizes are written in other units, as long as `owner` lives; other settings change far more
/// often.
void whenUnitsChange(const Settings &settings, QObject *owner, std::function<void()> changed);

} // namespace modelcrate
