// SPDX-License-Identifier: Apache-2.0
#include "support/privatebus.h"

#include <QProcess>
#include <QStandardPaths>

#include <csignal>

#include <sys/prctl.h>

namespace modelcrate::testing {

namespace {

constexpr const char *variable = "DBUS_SESSION_BUS_ADDRESS";

QByteArray startedBus()
{
    static QByteArray address;
    const auto program = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
    if (program.isEmpty() || !address.isEmpty())
        return address;
    static auto *const daemon = new QProcess;
    daemon->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    daemon->start(program,
                  {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address=1")});
    while (daemon->state() != QProcess::NotRunning && !daemon->canReadLine())
        daemon->waitForReadyRead(100);
    address = daemon->readLine().trimmed();
    return address;
}

} // namespace

PrivateBus::PrivateBus() : m_address(QString::fromLatin1(startedBus())), m_formerAddress(qgetenv(variable))
{
    if (!m_address.isEmpty())
        qputenv(variable, m_address.toLatin1());
}

PrivateBus::~PrivateBus() { m_formerAddress.isNull() ? qunsetenv(variable) : qputenv(variable, m_formerAddress); }

} // namespace modelcrate::testing
