// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelpack/compare.h"

#include <map>
#include <string>

#include <QString>

namespace modelcrate {

/// Two artifacts and what is different between them. A plain value, made on a worker.
struct Comparison {
    QString before; ///< what the earlier one is called
    QString after;
    ArtifactChanges changes;
    ByteCount bytesBefore; ///< of all layers
    ByteCount bytesAfter;
    ByteCount shared; ///< of the later one's layers whose bytes the earlier one has, under whatever name
    ByteCount unknown = {}; ///< of the later one's layers that are not hashed yet: they may be shared or not
    struct Sum {
        int layers = 0;
        ByteCount before;
        ByteCount after;
    };
    std::map<LayerChange::State, Sum> sums = {};
};

/// InvalidInput or LimitExceeded as compareArtifacts() says.
Result<Comparison> compareDocuments(const QString &nameBefore, const ArtifactPlan::Documents &before,
                                    const QString &nameAfter, const ArtifactPlan::Documents &after);

QString changeStateText(LayerChange::State state); ///< "Changed"
/// "+174 MB", "same size", or nothing where there is nothing to subtract.
QString sizeChangeText(const LayerChange &layer);
/// "Shares 7.81 GB of 15.9 GB"; "at least" while something is not hashed
QString sharedText(const Comparison &comparison);
/// "8.06 GB of v2 is not in v1: 8 layers changed, 4 added."
QString notSharedText(const Comparison &comparison);

/// The whole comparison to put into a file or a message; hostile names are escaped.
QString comparisonMarkdown(const Comparison &comparison);
/// {"before":{"name","bytes"},"after":{…},"sharedBytes","config":[{"path","before","after"}],"annotations":[…],
/// "layers":[{"state","path","pathBefore","kind","before","after"}]}
std::string comparisonJson(const Comparison &comparison);

} // namespace modelcrate
