// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/unitswatch.h"

#include "ui/widgets/settings.h"

#include <utility>

namespace modelcrate {

void whenUnitsChange(const Settings &settings, QObject *owner, std::function<void()> changed)
{
    QObject::connect(&settings, &Settings::changed, owner,
                     [&settings, units = settings.sizeUnits(), changed = std::move(changed)]() mutable {
                         const auto before = std::exchange(units, settings.sizeUnits());
                         if (before != units)
                             changed();
                     });
}

} // namespace modelcrate
