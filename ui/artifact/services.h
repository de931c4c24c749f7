// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace modelcrate {

class HashAhead;
class JobRunner;
class Session;
class Settings;
class TransferQueue;
class UserPrompts;

/// What pages work with; made once by app/desktop (or a test) and alive as long as the window. Passed by reference.
struct Services {
    Session &session;
    JobRunner &jobs;
    TransferQueue &transfers;
    Settings &settings;
    UserPrompts &prompts;
};

} // namespace modelcrate
