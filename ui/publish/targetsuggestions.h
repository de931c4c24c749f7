// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/location.h"

#include <optional>
#include <vector>

#include <QString>

namespace modelcrate {

class PackageDocument;
class Settings;

/// Where a package may go, by what it is called and by what was published before. GUI thread.

/// What stands in the field first: what is edited; where this folder went before, under the tag of its version; beside
/// what was published last; or this computer.
QString defaultTarget(const PackageDocument &document, const Settings &settings);

struct TargetSuggestion {
    QString text;
    QString iconName;
    QString note; ///< or empty
};
/// The recent targets, newest first, and this computer.
std::vector<TargetSuggestion> targetSuggestions(const PackageDocument &document, const Settings &settings);

/// Another repository of the target's registry that was published to: it may hold some of the layers. Nothing for an
/// edit, whose plan knows where its layers are.
std::optional<RepositoryName> mountSource(const PackageDocument &document, const Settings &settings,
                                          const Location &target);

} // namespace modelcrate
