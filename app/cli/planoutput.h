// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/console.h"
#include "operations/publish.h"

namespace modelcrate::cli {

/// A plan as text or document: what `plan` and every --dry-run print.
void printPlan(const PublishPlan &plan, const Package &package, const std::string &target, Console &console);

} // namespace modelcrate::cli
