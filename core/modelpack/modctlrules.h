// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytecount.h"
#include "modelpack/layerkind.h"

#include <string>
#include <string_view>

namespace modelcrate {

struct ModctlMatch {
    LayerKind kind;
    std::string rule; ///< "modctl:config:*.json", or "modctl:size" when no pattern fits
    bool isFallback = false;
};

/// How modctl (main, c8e484d) sorts a file by its base name: config, model, code, doc, the first list that fits; then
/// by size. It has no dataset.
ModctlMatch matchModctlRules(std::string_view name, ByteCount size);
/// A file or folder name that modctl leaves out.
bool modctlSkips(std::string_view name);

} // namespace modelcrate
