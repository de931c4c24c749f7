// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/finding.h"

#include <optional>

#include <QList>
#include <QString>

namespace modelcrate {

class PackageDocument;
class PlanPreview;
struct PlanSnapshot;

/// Something that stands in the way of publishing a package (Error) or wants a look (Warning), and where it is mended.
struct PackageProblem {
    Severity severity = Severity::Error;
    QString title;
    QString text = {}; ///< what it is about: a path, what was typed; may be empty
    QString field = {}; ///< config path, "descriptor.createdAt", or empty
    std::optional<std::size_t> entry = {}; ///< of the document
    QString topic = {}; ///< where the guide explains it: the number of a finding, or the id of a section; or empty

    bool operator==(const PackageProblem &) const = default;
};

/// All of a package, errors first: texts that are not valid yet, files that are gone or changed, what the plan found,
/// guesses that nobody confirmed. Many findings end in one that counts the rest. GUI thread.
QList<PackageProblem> packageProblems(const PackageDocument &document, const PlanPreview &preview);

/// A finding of a plan with the place it speaks of.
PackageProblem problemFor(const Finding &finding, const PlanSnapshot &snapshot);

} // namespace modelcrate
