// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/session.h"
#include "support/gui/scriptedprompts.h"
#include "support/testing.h"
#include "ui/artifact/services.h"
#include "ui/jobs/jobrunner.h"
#include "ui/jobs/transferqueue.h"
#include "ui/widgets/settings.h"

namespace modelcrate::testing {

/// What pages work with, in a folder of its own that goes with it.
class PageServices {
public:
    PageServices()
        : session({.storePath = dir / "store", .hashCachePath = dir / "hashes.sqlite"}),
          settings(QString::fromStdString((dir / "settings.ini").string()))
    {
    }

    TestDir dir;
    Session session;
    JobRunner jobs;
    Settings settings;
    ScriptedPrompts prompts;
    TransferQueue transfers{session, jobs, dir / "transfers.sqlite"};
    Services services{session, jobs, transfers, settings, prompts};
};

} // namespace modelcrate::testing
