// SPDX-License-Identifier: Apache-2.0
#include "ui/text/sessionbus.h"

#include <QFileInfo>

namespace modelcrate {

QString sessionBusAddress()
{
    if (const auto address = qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"); !address.isEmpty())
        return address;
    const auto runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const auto socket = runtime + QStringLiteral("/bus");
    return !runtime.isEmpty() && QFileInfo::exists(socket) ? QStringLiteral("unix:path=") + socket : QString();
}

} // namespace modelcrate
