// SPDX-License-Identifier: Apache-2.0
#include "operations/signin.h"

#include "base/text.h"
#include "cli/commands.h"
#include "cli/exitcode.h"

#include <cstdio>

#include <termios.h>
#include <unistd.h>

namespace modelcrate::cli {

namespace {

constexpr std::size_t maxSecret = 64 << 10;

/// Everything on standard input but its last line's end.
Result<std::string> secretFromStdin()
{
    std::string secret;
    for (int c = std::getchar(); c != EOF; c = std::getchar()) {
        secret += static_cast<char>(c);
        if (secret.size() > maxSecret)
            return Error(ErrorCode::Usage, "the password on standard input is longer than 64 KiB");
    }
    while (!secret.empty() && (secret.back() == '\n' || secret.back() == '\r'))
        secret.pop_back();
    return secret;
}

std::string readLine()
{
    std::string line;
    for (int c = std::getchar(); c != EOF && c != '\n' && line.size() < maxSecret; c = std::getchar())
        line += static_cast<char>(c);
    return line;
}

/// Asks on the terminal; a secret is not shown.
std::string ask(const char *question, bool secret)
{
    std::fputs(question, stderr);
    termios shown{};
    const bool hide = secret && ::tcgetattr(STDIN_FILENO, &shown) == 0;
    if (hide) {
        auto hidden = shown;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    }
    auto line = readLine();
    if (hide) {
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
        std::fputc('\n', stderr);
    }
    return line;
}

} // namespace

Result<int> run(const LoginCommand &command, Console &console)
{
    ASSIGN_OR_RETURN(const auto registry, RegistryHost::parse(command.registry));
    if (command.check) {
        ASSIGN_OR_RETURN(const auto result, checkSignIn(registry, console.session(), console.context()));
        console.document(
            {{"registry", registry.toString()}, {"verified", result.verified}, {"credentials", result.storedIn}});
        console.line(!result.verified ? cat(registry.toString(), " asks for no sign-in here")
                         : result.storedIn.empty()
                         ? cat(registry.toString(), " lets anonymous users in")
                         : cat(registry.toString(), " accepts the credentials from ", result.storedIn));
        return exitDone;
    }
    const bool terminal = ::isatty(STDIN_FILENO) == 1;
    auto user = command.user;
    if (user.empty() && terminal && !command.passwordStdin)
        user = ask("User: ", false);
    if (user.empty())
        return Error(ErrorCode::Usage, "there is no user name", "Name it with -u USER.");
    if (!command.passwordStdin && !terminal)
        return Error(ErrorCode::Usage, "there is no terminal to ask for the password on",
                     "Give it with --password-stdin.");
    ASSIGN_OR_RETURN(const auto secret,
                     command.passwordStdin ? secretFromStdin() : Result<std::string>(ask("Password: ", true)));
    if (secret.empty())
        return Error(ErrorCode::Usage, "the password is empty");
    ASSIGN_OR_RETURN(const auto result, signIn(registry, user, secret, console.session(), console.context()));
    console.document(
        {{"registry", registry.toString()}, {"verified", result.verified}, {"credentials", result.storedIn}});
    console.line(cat("signed in to ", registry.toString(), "; kept in ", result.storedIn));
    if (!result.verified)
        console.message("This registry asks nobody for a password here, so it was not verified.");
    return exitDone;
}

Result<int> run(const LogoutCommand &command, Console &console)
{
    ASSIGN_OR_RETURN(const auto registry, RegistryHost::parse(command.registry));
    ASSIGN_OR_RETURN(const auto where, signOut(registry, console.session(), console.context()));
    console.document({{"registry", registry.toString()}, {"credentials", where}});
    console.line(cat("removed the credentials for ", registry.toString(), " from ", where));
    return exitDone;
}

} // namespace modelcrate::cli
