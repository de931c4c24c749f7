// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/location.h"

#include <optional>

#include <QString>

namespace modelcrate {

/// The reference in what was pasted: a reference, an address with a scheme, or a pull command of another tool.
QString referenceIn(const QString &pasted);

/// The place of an artifact by the text that opened it, with its tag or digest. Never looks at the disk.
std::optional<Location> artifactPlace(const QString &reference);

/// What people call the model at a place, "qwen-7b" of "ghcr.io/acme/qwen-7b:v1"; a layout goes by its folder's name.
/// Empty for what is no artifact.
QString modelNameOf(const Location &location);

} // namespace modelcrate
