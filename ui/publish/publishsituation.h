// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/publish.h"
#include "ui/publish/checklist.h"
#include "ui/publish/publishmodel.h"
#include "ui/text/referenceproblem.h"

#include <memory>
#include <optional>
#include <vector>

#include <QString>

namespace modelcrate {

struct PlanSnapshot;

enum class PublishPhase {
    Planning,
    Sending, ///< or waiting for its turn
    Stopped, ///< paused, cancelled or failed; can go on
    Published,
};

/// Of an edit: where the plan is for.
enum class EditPlace {
    Other, ///< than the tag that was edited, or a package from a folder
    Same, ///< that tag, and it stands for what was edited
    Moved, ///< that tag, and it stands for something else by now
};

/// What a publish page is about at one moment. The page makes it anew for each refresh, and each part of the page shows
/// what follows from it; so no part asks another. Pointers are good for the call they are given to.
struct PublishSituation {
    PublishPhase phase = PublishPhase::Planning;

    // the package
    std::shared_ptr<const PlanSnapshot> snapshot = {}; ///< null while there is none
    std::optional<Digest> edited = {}; ///< what it is an edit of
    const std::vector<CheckList::Check> *problems = nullptr; ///< what must be mended first; never null
    QString packageBlocked = {}; ///< why the package cannot be sent anywhere; or empty
    QString blocked = {}; ///< why it cannot be published to the target now; or empty

    // where to, as it is planned
    QString typed = {};
    std::optional<Location> target = {}; ///< of what is typed, when it is one
    std::optional<ReferenceProblem> targetProblem = {}; ///< something is typed that is none
    bool asksSoon = false; ///< once nobody types
    bool isAsking = false;
    QString plannedAt = {}; ///< when the target said what it has: the clock's time
    const PublishPlan *plan = nullptr; ///< what came of asking; or null
    const Error *planError = nullptr; ///< why there is no plan; or null
    const Error *signInError = nullptr; ///< or null
    EditPlace place = EditPlace::Other;

    // what becomes of it
    std::optional<Location> sentTo = {};
    std::optional<Digest> shownDigest = {}; ///< of the manifest, as it was shown when Publish was pressed
    std::optional<Digest> publishedDigest = {}; ///< of what was published
    const Transfer *transfer = nullptr; ///< null while it is planned
    PublishModel::Flow flow = {};
    PublishModel::Remedy remedy = PublishModel::Remedy::None;
};

} // namespace modelcrate
