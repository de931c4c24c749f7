// SPDX-License-Identifier: Apache-2.0
#include "registry/credentialhelper.h"

#include "base/text.h"
#include "io/file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

namespace modelcrate {

namespace {

constexpr std::chrono::seconds timeLimit{10};
constexpr std::size_t maxOutput = 1 << 20;
constexpr int pollMs = 50;

struct Pipe {
    FileHandle readEnd;
    FileHandle writeEnd;
};

/// A socket pair, since writing to one whose reader is gone can be told apart from a signal that ends us.
Result<Pipe> makePipe()
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return systemError(errno, Message::of("cannot make a pipe"));
    return Pipe{FileHandle(ends[0]), FileHandle(ends[1])};
}

/// A started program that is killed and reaped when it goes out of scope.
class Child {
public:
    explicit Child(pid_t pid) : m_pid(pid) { }
    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;
    ~Child()
    {
        if (m_pid > 0) {
            ::kill(m_pid, SIGKILL);
            wait();
        }
    }
    int wait()
    {
        int status = 0;
        while (::waitpid(m_pid, &status, 0) < 0 && errno == EINTR) { }
        m_pid = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
    }

private:
    pid_t m_pid;
};

/// Sends `input` and collects the output until the program closes it.
Result<std::string> exchange(Pipe &toChild, Pipe &fromChild, std::string_view input, const std::string &program,
                             const TaskContext &context)
{
    const auto deadline = std::chrono::steady_clock::now() + timeLimit;
    std::string output;
    std::array<char, 4096> buffer{};
    while (true) {
        RETURN_IF_ERROR(context.check());
        if (std::chrono::steady_clock::now() > deadline)
            return Error(ErrorCode::TimedOut, Message::of("%1 did not answer within %2 s", program, timeLimit.count()));
        std::array<pollfd, 2> waiting{{{fromChild.readEnd.fd(), POLLIN, 0}, {toChild.writeEnd.fd(), POLLOUT, 0}}};
        if (::poll(waiting.data(), toChild.writeEnd.isOpen() ? 2 : 1, pollMs) < 0 && errno != EINTR)
            return systemError(errno, Message::of("cannot wait for %1", program));
        if (toChild.writeEnd.isOpen() && waiting[1].revents != 0) {
            const auto count = input.empty()
                ? 0
                : ::send(toChild.writeEnd.fd(), input.data(), input.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
            if (count > 0)
                input.remove_prefix(static_cast<std::size_t>(count));
            if (input.empty() || (count < 0 && errno != EAGAIN && errno != EINTR))
                toChild.writeEnd.close();
        }
        if (waiting[0].revents == 0)
            continue;
        const auto count = ::read(fromChild.readEnd.fd(), buffer.data(), buffer.size());
        if (count == 0)
            return output;
        if (count < 0 && errno != EINTR)
            return systemError(errno, Message::of("cannot read from %1", program));
        if (count > 0)
            output.append(buffer.data(), static_cast<std::size_t>(count));
        if (output.size() > maxOutput)
            return Error(ErrorCode::LimitExceeded, Message::of("%1 printed more than 1 MiB", program));
    }
}

bool meansNotFound(std::string_view output)
{
    static constexpr std::array<std::string_view, 3> phrases{"credentials not found in native keychain",
                                                             "no credentials server URL", "no credentials username"};
    return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) { return trim(output) == phrase; });
}

} // namespace

Result<CredentialHelper> CredentialHelper::named(std::string_view name)
{
    const bool safe = !name.empty() && name.size() <= 64 && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_'
            || c == '-';
    });
    if (!safe)
        return Error(ErrorCode::InvalidInput,
                     Message::of("\"%1\" is not the name of a credential helper", escapeForDisplay(name, 100)),
                     "Correct credsStore or credHelpers in the credentials file.");
    return CredentialHelper(cat("docker-credential-", name));
}

Result<CredentialHelper::Output> CredentialHelper::run(const char *action, const std::string &input,
                                                       const TaskContext &context) const
{
    ASSIGN_OR_RETURN(auto toChild, makePipe());
    ASSIGN_OR_RETURN(auto fromChild, makePipe());
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, toChild.readEnd.fd(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, fromChild.writeEnd.fd(), STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    std::string program = m_program;
    std::string verb = action;
    std::array<char *, 3> arguments{program.data(), verb.data(), nullptr};
    pid_t pid = 0;
    const int failure = ::posix_spawnp(&pid, program.c_str(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failure != 0)
        return Error(ErrorCode::FileSystem,
                     Message::of("cannot start the credential helper %1: %2", m_program,
                                 systemError(failure, Message::of("cannot start it")).wording()),
                     "Install it, or remove it from credsStore and credHelpers in the credentials file.");
    Child child(pid);
    toChild.readEnd.close();
    fromChild.writeEnd.close();
    ASSIGN_OR_RETURN(auto text, exchange(toChild, fromChild, input, m_program, context));
    return Output{std::move(text), child.wait()};
}

Result<std::optional<Credential>> CredentialHelper::get(const std::string &server, const TaskContext &context) const
{
    ASSIGN_OR_RETURN(const auto output, run("get", server, context));
    if (output.exitStatus != 0 && meansNotFound(output.text))
        return std::optional<Credential>();
    if (output.exitStatus != 0)
        return Error(ErrorCode::Unauthorized,
                     Message::of("the credential helper %1 failed: %2", m_program,
                                 escapeForDisplay(trim(output.text), 300)),
                     "Unlock the keyring it uses, or sign in again.");
    const auto json = parseJson(output.text);
    if (!json || !json->isObject())
        return Error(ErrorCode::InvalidInput, Message::of("%1 did not answer with a JSON object", m_program));
    Credential credential{Credential::Kind::Password, json->text("Username"), json->text("Secret"), m_program};
    if (credential.user == "<token>") {
        credential.kind = Credential::Kind::IdentityToken;
        credential.user.clear();
    }
    if (credential.secret.empty())
        return std::optional<Credential>();
    return std::optional(std::move(credential));
}

Result<void> CredentialHelper::store(const std::string &server, const std::string &user, const std::string &secret,
                                     const TaskContext &context) const
{
    const JsonObject request{{"ServerURL", server}, {"Username", user}, {"Secret", secret}};
    ASSIGN_OR_RETURN(const auto output, run("store", dumpJson(request), context));
    if (output.exitStatus != 0)
        return Error(ErrorCode::FileSystem,
                     Message::of("the credential helper %1 did not store the credential: %2", m_program,
                                 escapeForDisplay(trim(output.text), 300)));
    return {};
}

Result<void> CredentialHelper::erase(const std::string &server, const TaskContext &context) const
{
    ASSIGN_OR_RETURN(const auto output, run("erase", server, context));
    if (output.exitStatus != 0 && meansNotFound(output.text))
        return Error(ErrorCode::NotFound, Message::of("%1 has no credential for %2", m_program, server));
    if (output.exitStatus != 0)
        return Error(ErrorCode::FileSystem,
                     Message::of("the credential helper %1 failed: %2", m_program,
                                 escapeForDisplay(trim(output.text), 300)));
    return {};
}

Result<std::map<std::string, std::string>> CredentialHelper::list(const TaskContext &context) const
{
    ASSIGN_OR_RETURN(const auto output, run("list", {}, context));
    if (output.exitStatus != 0)
        return Error(ErrorCode::Unauthorized,
                     Message::of("the credential helper %1 does not say what it has: %2", m_program,
                                 escapeForDisplay(trim(output.text), 300)),
                     "Unlock the keyring it uses.");
    std::map<std::string, std::string> users;
    if (trim(output.text).empty())
        return users;
    const auto json = parseJson(output.text);
    if (!json || !(json->isObject() || json->isNull()))
        return Error(ErrorCode::InvalidInput, Message::of("%1 did not answer with a JSON object", m_program));
    if (json->isNull()) // as Go writes an empty map
        return users;
    for (const auto &[server, user] : *json->asObject())
        users.emplace(server, user.asString() ? *user.asString() : std::string());
    return users;
}

} // namespace modelcrate
