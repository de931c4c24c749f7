// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/openfolder.h"
#include "operations/session.h"
#include "support/gui/scriptedprompts.h"
#include "support/testing.h"
#include "ui/artifact/services.h"
#include "ui/jobs/transferqueue.h"
#include "ui/package/packagedocument.h"
#include "ui/package/planpreview.h"
#include "ui/widgets/settings.h"

#include <memory>
#include <string>

namespace modelcrate::testing {

/// What a page works with, all of it in a folder of its own: nothing of the machine's user is read or written. The
/// order of members is that of their making: who uses goes before what is used.
struct Bench {
    TestDir dir;
    Session session{
        {.authFile = dir / "auth.json", .storePath = dir / "store", .hashCachePath = dir / "hashes.sqlite"}};
    JobRunner jobs;
    TransferQueue transfers{session, jobs, dir / "transfers.sqlite"};
    Settings settings{QString::fromStdString((dir / "settings.ini").string())};
    ScriptedPrompts prompts;
    Services services{session, jobs, transfers, settings, prompts};
};

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
