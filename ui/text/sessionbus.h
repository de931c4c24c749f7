// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace modelcrate {

/// Address of the desktop's session bus; empty where there is none. Ask before joining: libdbus would start a bus of
/// its own then. Here, since widgets and jobs, which do not know each other, both ask.
QString sessionBusAddress();

} // namespace modelcrate
