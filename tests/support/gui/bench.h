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

/// What a page works with, all of it in a folder of its own: nothing of the machine's user is read or written. The
/// order of members is that of their making: who uses goes before what is used.
struct Bench {
    TestDir dir;
    Session session{{.authFile = dir / "auth.json",
                     .storePath = dir / "store",
                     .hashCachePath = dir / "hashes.sqlite",
                     .settingsPath = dir / "client.json"}};
    JobRunner jobs;
    TransferQueue transfers{session, jobs, dir / "transfers.sqlite"};
    Settings settings{QString::fromStdString((dir / "settings.ini").string())};
    ScriptedPrompts prompts;
    Services services{session, jobs, transfers, settings, prompts};
};

} // namespace modelcrate::testing
