// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/location.h"

#include <QString>

namespace modelcrate {

/// Words for where a package is published to. Any thread.

bool isRegistry(const Location &location);
/// "ghcr.io", with its port; empty for what is no registry.
QString hostText(const Location &location);
/// "v1"; empty without a tag.
QString tagText(const Location &location);
/// The registry's name, or what the place is called: "this computer".
QString targetName(const Location &location);

} // namespace modelcrate
