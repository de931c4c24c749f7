// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace modelcrate {

/// The reference in what was pasted: a reference, an address with a scheme, or a pull command of another tool.
QString referenceIn(const QString &pasted);

} // namespace modelcrate
