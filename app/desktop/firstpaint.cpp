// SPDX-License-Identifier: Apache-2.0
#include "desktop/firstpaint.h"

#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <string>

#include <QEvent>
#include <QLoggingCategory>
#include <QTimer>
#include <QWidget>
#include <unistd.h>

namespace modelcrate {

namespace {

Q_LOGGING_CATEGORY(startLog, "modelcrate.start", QtInfoMsg)

/// Since the kernel made the process, to one of its ticks (10 ms): the loader's time counts too.
std::optional<double> processAgeMs()
{
    constexpr int startTimeField = 22; // of proc(5); the second is a name in brackets, which may hold blanks
    std::ifstream stat("/proc/self/stat");
    std::string text((std::istreambuf_iterator<char>(stat)), std::istreambuf_iterator<char>());
    const auto afterName = text.rfind(')');
    if (afterName == std::string::npos)
        return std::nullopt;
    std::istringstream rest(text.substr(afterName + 1));
    std::string field;
    for (int number = 3; number <= startTimeField; ++number)
        rest >> field;
    timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    const auto started = std::strtod(field.c_str(), nullptr) / static_cast<double>(::sysconf(_SC_CLK_TCK));
    return (static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9 - started) * 1e3;
}

} // namespace

void FirstPaint::watch(QWidget &window)
{
    if (startLog().isDebugEnabled())
        new FirstPaint(window);
}

FirstPaint::FirstPaint(QWidget &window) : QObject(&window) { window.installEventFilter(this); }

bool FirstPaint::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        // The event comes before the painting, and the parts of the window paint after it.
        QTimer::singleShot(0, this, [this] {
            if (const auto age = processAgeMs())
                qCDebug(startLog, "first paint %.0f ms after the start", *age);
            deleteLater();
        });
    }
    return QObject::eventFilter(watched, event);
}

} // namespace modelcrate
