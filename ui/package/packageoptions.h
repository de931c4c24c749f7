// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelpack/package.h"

namespace modelcrate {

class Settings;

/// How folders are scanned and sorted by what the user has set: rules and patterns of their own over those built in.
PackageOptions packageOptions(const Settings &settings);

} // namespace modelcrate
