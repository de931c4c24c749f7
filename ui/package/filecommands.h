// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/shortcuts.h"

#include <vector>

namespace modelcrate {

/// The commands that the pages of packages bring (FilesPage, PublishedFiles), to be known while no package is open:
/// else their keys could be given to others until the first one comes. `group` is what Shortcuts::Command says. GUI
/// thread.
std::vector<Shortcuts::Command> fileCommands(const QString &group);

} // namespace modelcrate
