// SPDX-License-Identifier: Apache-2.0
#include "ui/package/packageoptions.h"

#include "ui/text/convert.h"
#include "ui/widgets/settings.h"

namespace modelcrate {

PackageOptions packageOptions(const Settings &settings)
{
    PackageOptions options;
    options.ownRules = settings.kindRules();
    for (const auto &pattern : settings.ignorePatterns())
        options.scan.exclude.push_back(toUtf8(pattern));
    return options;
}

} // namespace modelcrate
