// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/openfolder.h"
#include "support/gui/bench.h"
#include "ui/package/packagedocument.h"
#include "ui/package/planpreview.h"

#include <string>

namespace modelcrate::testing {

/// A folder of the bench opened as a document with its plan.
struct OpenDocument {
    OpenDocument(Bench &bench, const std::string &folder)
        : document(openFolder(bench.dir / folder, {}, TaskContext()).value()),
          preview(document, bench.services)
    {
    }
    std::size_t entry(const std::string &path) const
    {
        for (std::size_t i = 0; i < document.state().size(); ++i) {
            if (document.state().entry(i).path == path)
                return i;
        }
        return document.state().size();
    }

    PackageDocument document;
    PlanPreview preview;
};

} // namespace modelcrate::testing
