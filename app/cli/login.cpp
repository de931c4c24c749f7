// SPDX-License-Identifier: Apache-2.0
#include "operations/accesscheck.h"
#include "operations/signin.h"

#include "base/text.h"
#include "cli/commands.h"
#include "cli/exitcode.h"

#include <algorithm>
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

/// REGISTRY or REGISTRY/REPOSITORY.
struct CheckedPlace {
    RegistryHost registry;
    std::optional<RepositoryName> repository;
};

Result<CheckedPlace> parsePlace(const std::string &text)
{
    if (text.find('/') == std::string::npos) {
        ASSIGN_OR_RETURN(auto registry, RegistryHost::parse(text));
        return CheckedPlace{std::move(registry), std::nullopt};
    }
    ASSIGN_OR_RETURN(auto reference, Reference::parse(text));
    return CheckedPlace{std::move(reference.registry), std::move(reference.repository)};
}

std::string_view wordFor(AccessStep::Outcome outcome)
{
    switch (outcome) {
    case AccessStep::Outcome::Passed: return "ok";
    case AccessStep::Outcome::Failed: return "failed";
    case AccessStep::Outcome::Skipped: break;
    }
    return "skipped";
}

std::string padded(std::string text, std::size_t width)
{
    text.resize(std::max(width, text.size()), ' ');
    return text;
}

/// "connection  ok       12 ms  TLS"
std::string lineFor(const AccessStep &step)
{
    const auto milliseconds = std::to_string((step.took.count() + 500) / 1000);
    const bool skipped = step.outcome == AccessStep::Outcome::Skipped;
    const auto time = skipped
        ? std::string()
        : std::string(milliseconds.size() < 5 ? 5 - milliseconds.size() : 0, ' ') + milliseconds + " ms";
    auto line = cat(padded(std::string(toString(step.kind)), 12), padded(std::string(wordFor(step.outcome)), 9), time,
                    step.detail.empty() ? "" : "  ", escapeForDisplay(step.detail, 500));
    line.resize(line.find_last_not_of(' ') + 1);
    return line;
}

Json jsonFor(const AccessStep &step)
{
    JsonObject json{{"step", toString(step.kind)}, {"outcome", wordFor(step.outcome)}};
    if (step.outcome != AccessStep::Outcome::Skipped)
        json.set("microseconds", static_cast<std::int64_t>(step.took.count()));
    if (!step.detail.empty())
        json.set("detail", step.detail);
    if (step.error)
        json.set("error", JsonObject{{"code", toString(step.error->code())}, {"message", step.error->toString()}});
    return json;
}

Result<int> check(const std::string &place, Console &console)
{
    ASSIGN_OR_RETURN(auto checked, parsePlace(place));
    AccessCheckOptions options{.repository = checked.repository};
    options.onStep = [&](const AccessStep &step) { console.line(lineFor(step)); };
    ASSIGN_OR_RETURN(const auto result, checkAccess(checked.registry, options, console.session(), console.context()));
    Json::Array steps;
    for (const auto &step : result.steps)
        steps.emplace_back(jsonFor(step));
    console.document({{"registry", checked.registry.toString()},
                      {"verified", result.signedIn},
                      {"credentials", result.credentialSource},
                      {"steps", std::move(steps)}});
    if (const auto *error = result.failure()) {
        console.error(*error);
        return exitCodeFor(error->code());
    }
    return exitDone;
}

std::string_view wordFor(Credential::Kind kind)
{
    switch (kind) {
    case Credential::Kind::Password: return "password";
    case Credential::Kind::IdentityToken: return "identity-token";
    case Credential::Kind::RegistryToken: break;
    }
    return "registry-token";
}

Result<int> list(Console &console)
{
    ASSIGN_OR_RETURN(const auto credentials, console.session().credentials().list(console.context()));
    Json::Array found;
    std::size_t keyWidth = 0, userWidth = 0;
    for (const auto &credential : credentials.found) {
        keyWidth = std::max(keyWidth, escapeForDisplay(credential.key, 200).size());
        userWidth = std::max(userWidth, escapeForDisplay(credential.user, 100).size());
        found.emplace_back(JsonObject{{"registry", credential.key},
                                      {"user", credential.user},
                                      {"kind", wordFor(credential.kind)},
                                      {"source", credential.source},
                                      {"inUse", credential.inUse}});
    }
    for (const auto &credential : credentials.found)
        console.line(cat(padded(escapeForDisplay(credential.key, 200), keyWidth + 2),
                         padded(escapeForDisplay(credential.user, 100), userWidth + 2), credential.source,
                         credential.inUse ? "" : "  (not used: one above comes first)"));
    console.document({{"credentials", std::move(found)}});
    if (credentials.found.empty() && credentials.failures.empty())
        console.message("No credentials are found.");
    for (const auto &failure : credentials.failures)
        console.error(failure);
    return credentials.failures.empty() ? exitDone : exitCodeFor(credentials.failures.front().code());
}

} // namespace

Result<int> run(const LoginCommand &command, Console &console)
{
    if (command.list)
        return list(console);
    if (command.registry.empty())
        return Error(ErrorCode::Usage, "REGISTRY is required", "Name it: modelcrate-cli login HOST[:PORT]");
    if (command.check)
        return check(command.registry, console);
    ASSIGN_OR_RETURN(const auto registry, RegistryHost::parse(command.registry));
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
    ASSIGN_OR_RETURN(const auto result, signIn(registry, {user, secret}, console.session(), console.context()));
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
    ASSIGN_OR_RETURN(const auto where,
                     signOut(registry, CredentialPlace::OwnFile, console.session(), console.context()));
    console.document({{"registry", registry.toString()}, {"credentials", where}});
    console.line(cat("removed the credentials for ", registry.toString(), " from ", where));
    return exitDone;
}

} // namespace modelcrate::cli
