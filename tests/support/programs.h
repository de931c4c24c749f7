// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/testing.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <QProcess>
#include <QProcessEnvironment>

namespace modelcrate::testing {

struct ProgramResult {
    int exitCode = -1;
    std::string output;
    std::string errors;
};

/// Runs a program to its end, at most ten minutes; the test fails when it cannot be started.
ProgramResult runProgram(const std::string &program, const std::vector<std::string> &arguments,
                         const QProcessEnvironment &environment, const std::string &input = {});

/// Of a program whose window nobody sees, with a home of its own, which is made: nothing of the machine's user is read
/// or written.
QProcessEnvironment environmentAt(const std::filesystem::path &home);

/// modelcrate-cli with a home of its own: no credentials, caches or stores of the machine are seen.
class Cli {
public:
    Cli();
    const TestDir &home() const { return m_home; }
    QProcessEnvironment environment() const { return m_environment; }
    void setEnvironment(const std::string &name, const std::string &value);
    static std::string program();
    ProgramResult run(const std::vector<std::string> &arguments, const std::string &input = {}) const;
    /// Started and left to the caller, who waits or kills.
    std::unique_ptr<QProcess> start(const std::vector<std::string> &arguments) const;

private:
    TestDir m_home;
    QProcessEnvironment m_environment;
};

/// Ctrl-C to a program that runs. A process that has ended has no id any more, and a signal to 0 would reach the whole
/// test run, so that fails the test.
void interrupt(const QProcess &process);

/// A program of PATH or of MODELCRATE_PEERS; nothing when the machine cannot have it. A missing one that Debian or Go
/// could bring fails the test.
std::optional<std::string> debianProgram(const std::string &name);
std::optional<std::string> goPeer(const std::string &name);

/// docker-registry (or distribution 3) on a free port of 127.0.0.1, ended by its destructor.
class DockerRegistry {
public:
    struct Options {
        bool htpasswd = false; ///< user "alice", password "wonder:land"
        bool tls = false;
        std::string program = "docker-registry";
    };
    DockerRegistry() : DockerRegistry(Options()) { }
    explicit DockerRegistry(Options options);
    ~DockerRegistry();

    std::string host() const { return "127.0.0.1:" + std::to_string(m_port); }
    /// PEM of the authority that signed the server's certificate; with `tls`.
    std::filesystem::path caFile() const { return m_dir / "ca.crt"; }
    std::filesystem::path dataPath() const { return m_dir / "data"; }
    /// How often a blob with this digest was sent to its end: requests that commit it, from the access log.
    int commitsOf(const std::string &hexDigest) const;
    /// Ends it and starts it again on the same port and data.
    void restart();
    static constexpr const char *user = "alice";
    static constexpr const char *password = "wonder:land";

private:
    void start();
    void stop();
    void makeCertificates();

    Options m_options;
    TestDir m_dir;
    int m_port = 0;
    QProcess m_process;
};

/// A port of 127.0.0.1 that nobody listens on now.
int freePort();

/// A folder of the shape of a real model: safetensors, config.json, tokenizer, README, LICENSE, a script, data; about
/// `weightBytes` large, with a Chinese name in it.
void makeModelFolder(const TestDir &dir, const std::string &folder, std::size_t weightBytes = 300'000,
                     unsigned seed = 1);
/// Relative path to bytes and executable bit of every file below.
std::map<std::string, std::pair<std::string, bool>> folderContents(const std::filesystem::path &folder);

} // namespace modelcrate::testing
