// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelpack/compare.h"
#include "ui/artifact/jsoncontent.h"
#include "ui/package/planpreview.h"

#include <memory>
#include <optional>
#include <vector>

#include <QString>
#include <QStringList>

namespace modelcrate {

struct ManifestContent {
    DocumentContent manifest;
    DocumentContent config;
    std::optional<ArtifactChanges> changes; ///< nothing without a base, or when one of them cannot be read
    QStringList sentences; ///< what changed, in words
    std::optional<Error> unreadable; ///< why there are no changes
    std::size_t pending = 0; ///< layers whose digest is not known
    std::size_t layers = 0;
};

/// Everything that the view shows of a plan, compared with `base` unless it is null. Takes long for many layers: on a
/// worker, where it is destroyed, too (makeDisposed()).
std::shared_ptr<const ManifestContent>
makeManifestContent(const PlanSnapshot &snapshot, const ArtifactPlan::Documents *base, const TaskContext &context);

} // namespace modelcrate
