// SPDX-License-Identifier: Apache-2.0
#include "base/log.h"

#include "base/text.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace modelcrate {

namespace {

spdlog::level::level_enum toSpdlog(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug: return spdlog::level::debug;
    case LogLevel::Info: return spdlog::level::info;
    case LogLevel::Warning: return spdlog::level::warn;
    case LogLevel::Error: return spdlog::level::err;
    case LogLevel::Off: return spdlog::level::off;
    }
    return spdlog::level::off;
}

spdlog::logger &logger()
{
    static auto instance = [] {
        auto created =
            std::make_shared<spdlog::logger>("modelcrate", std::make_shared<spdlog::sinks::stderr_sink_mt>());
        created->set_level(spdlog::level::off);
        created->set_pattern("%Y-%m-%dT%H:%M:%S.%e %l %v");
        return created;
    }();
    return *instance;
}

} // namespace

void setLogLevel(LogLevel level) { logger().set_level(toSpdlog(level)); }

bool logs(LogLevel level) { return logger().should_log(toSpdlog(level)); }

void log(LogLevel level, std::string_view area, std::string_view message)
{
    if (logs(level))
        logger().log(toSpdlog(level), "{}: {}", area, escapeForDisplay(message));
}

} // namespace modelcrate
