// SPDX-License-Identifier: Apache-2.0
#include "cli/commandline.h"
#include "cli/exitcode.h"

#include <csignal>
#include <cstdio>
#include <exception>
#include <thread>

#include <unistd.h>

namespace modelcrate::cli {

namespace {

/// The first Ctrl-C ends uploads at a clean boundary, the second ends the program.
void watchSignals(const sigset_t &signals, TaskContext context)
{
    std::thread([signals, context] {
        int signal = 0;
        sigwait(&signals, &signal);
        context.pause().requestPause();
        static constexpr char text[] = "\nInterrupted; ending cleanly. Once more to cut.\n";
        static_cast<void>(!::write(STDERR_FILENO, text, sizeof text - 1));
        sigwait(&signals, &signal);
        std::_Exit(exitInterrupted);
    }).detach();
}

int runCommand(const ParsedCommandLine &parsed, const sigset_t &signals)
{
    Console console(parsed.console);
    watchSignals(signals, console.context());
    const auto result = std::visit([&](const auto &command) { return run(command, console); }, parsed.command);
    if (result)
        return console.finish(*result);
    if (result.error().isStop()) {
        auto error = result.error();
        const auto *published = std::get_if<PublishCommand>(&parsed.command);
        error.setAdvice(keptSoFar(console.context().progress().snapshot(), published && published->toRegistry));
        console.error(error);
    } else {
        console.error(result.error());
    }
    return console.finish(exitCodeFor(result.error().code()));
}

} // namespace

} // namespace modelcrate::cli

int main(int argc, char **argv)
{
    using namespace modelcrate::cli;
    // A reader that goes away is told by write(), not by a signal.
    std::signal(SIGPIPE, SIG_IGN);
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    // Before any thread is started, so that only the watching thread gets them.
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    try {
        const auto parsed = parseCommandLine(argc, argv);
        if (const auto *exitCode = std::get_if<int>(&parsed))
            return *exitCode;
        return runCommand(std::get<ParsedCommandLine>(parsed), signals);
    } catch (const std::exception &failure) {
        std::fprintf(stderr, "modelcrate-cli: %s\n", failure.what());
        return exitOther;
    }
}
