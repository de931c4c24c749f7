// SPDX-License-Identifier: Apache-2.0
#include "support/programs.h"

#include "base/text.h"

#include <random>

#include <QElapsedTimer>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <csignal>
#include <sys/stat.h>

namespace modelcrate::testing {

namespace fs = std::filesystem;

namespace {

// Far beyond what any takes on a loaded machine under a sanitizer: they end what hangs, they measure nothing.
constexpr int programTimeoutMs = 600'000;
constexpr int registryStartMs = 120'000;

QStringList toList(const std::vector<std::string> &arguments)
{
    QStringList list;
    for (const auto &argument : arguments)
        list << QString::fromStdString(argument);
    return list;
}

void mustRun(const std::string &program, const std::vector<std::string> &arguments)
{
    const auto result = runProgram(program, arguments, QProcessEnvironment::systemEnvironment());
    if (result.exitCode != 0)
        qFatal("%s failed: %s", program.c_str(), result.errors.c_str());
}

} // namespace

ProgramResult runProgram(const std::string &program, const std::vector<std::string> &arguments,
                         const QProcessEnvironment &environment, const std::string &input)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QString::fromStdString(program), toList(arguments));
    if (!process.waitForStarted())
        qFatal("cannot start %s", program.c_str());
    process.write(input.data(), static_cast<qint64>(input.size()));
    process.closeWriteChannel();
    if (!process.waitForFinished(programTimeoutMs)) {
        process.kill();
        process.waitForFinished();
        qFatal("%s %s does not end", program.c_str(), arguments.empty() ? "" : arguments[0].c_str());
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput().toStdString(), process.readAllStandardError().toStdString()};
}

QProcessEnvironment environmentAt(const fs::path &home)
{
    fs::create_directories(home);
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"})
        environment.remove(QLatin1String(name));
    environment.insert(QStringLiteral("HOME"), QString::fromStdString(home.string()));
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), QString::fromStdString(home.string()));
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    return environment;
}

Cli::Cli() : m_environment(QProcessEnvironment::systemEnvironment())
{
    for (const char *name : {"REGISTRY_AUTH_FILE", "DOCKER_AUTH_CONFIG", "DOCKER_CONFIG", "XDG_CONFIG_HOME",
                             "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "http_proxy", "https_proxy",
                             "HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "all_proxy"})
        m_environment.remove(QString::fromLatin1(name));
    setEnvironment("HOME", m_home.path().string());
    setEnvironment("XDG_RUNTIME_DIR", (m_home / "run").string());
    fs::create_directories(m_home / "run");
}

void Cli::setEnvironment(const std::string &name, const std::string &value)
{
    m_environment.insert(QString::fromStdString(name), QString::fromStdString(value));
}

std::string Cli::program() { return MODELCRATE_BIN_DIR "/modelcrate-cli"; }

ProgramResult Cli::run(const std::vector<std::string> &arguments, const std::string &input) const
{
    return runProgram(program(), arguments, m_environment, input);
}

std::unique_ptr<QProcess> Cli::start(const std::vector<std::string> &arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->start(QString::fromStdString(program()), toList(arguments));
    if (!process->waitForStarted())
        qFatal("cannot start modelcrate-cli");
    return process;
}

void interrupt(const QProcess &process)
{
    const auto id = static_cast<pid_t>(process.processId());
    if (id <= 0)
        qFatal("%s has ended already", qPrintable(process.program()));
    ::kill(id, SIGINT);
}

std::optional<std::string> debianProgram(const std::string &name)
{
    const auto found = QStandardPaths::findExecutable(QString::fromStdString(name)).toStdString();
    if (found.empty())
        qFatal("%s is missing; ./dev test installs it", name.c_str());
    return found;
}

std::optional<std::string> goPeer(const std::string &name)
{
    const char *folder = std::getenv("MODELCRATE_PEERS");
    if (!folder)
        return std::nullopt;
    const fs::path path = fs::path(folder) / name;
    if (!fs::exists(path))
        qFatal("%s is missing; ./dev test builds it", path.c_str());
    return path.string();
}

int freePort()
{
    // Below the range the kernel takes ports from by itself (32768 on): until it is used, nobody gets it by accident.
    constexpr int lowest = 15'000;
    constexpr int count = 15'000;
    std::random_device random;
    for (int attempt = 0; attempt < 1000; ++attempt) {
        const auto port = static_cast<quint16>(lowest + static_cast<int>(random() % count));
        QTcpServer server;
        if (server.listen(QHostAddress::LocalHost, port))
            return port;
    }
    qFatal("no free port");
}

DockerRegistry::DockerRegistry(Options options) : m_options(std::move(options)), m_port(freePort())
{
    if (m_options.tls)
        makeCertificates();
    auto config = cat(
        "version: 0.1\nlog: {level: error}\nstorage:\n  filesystem: {rootdirectory: \"", dataPath().string(),
        "\"}\n  delete: {enabled: true}\n  maintenance: {uploadpurging: {enabled: false}}\nhttp:\n  addr: 127.0.0.1:",
        m_port, "\n  secret: test\n");
    if (m_options.tls)
        config += cat("  tls: {certificate: \"", (m_dir / "server.crt").string(), "\", key: \"",
                      (m_dir / "server.key").string(), "\"}\n");
    if (m_options.htpasswd) {
        const auto file = (m_dir / "htpasswd").string();
        mustRun(*debianProgram("htpasswd"), {"-bBcC", "5", file, user, password});
        config += cat("auth: {htpasswd: {realm: Test, path: \"", file, "\"}}\n");
    }
    m_dir.write("config.yml", config);
    start();
}

DockerRegistry::~DockerRegistry() { stop(); }

void DockerRegistry::makeCertificates()
{
    const auto openssl = *debianProgram("openssl");
    const auto path = [&](const char *name) { return (m_dir / name).string(); };
    m_dir.write("san.ext", "subjectAltName=DNS:localhost,IP:127.0.0.1\n");
    const std::string curve = "ec_paramgen_curve:P-256";
    mustRun(openssl,
            {"req", "-x509", "-newkey", "ec", "-pkeyopt", curve, "-nodes", "-days", "2", "-subj",
             "/CN=Modelcrate test CA", "-keyout", path("ca.key"), "-out", path("ca.crt")});
    mustRun(openssl,
            {"req", "-newkey", "ec", "-pkeyopt", curve, "-nodes", "-subj", "/CN=localhost", "-keyout",
             path("server.key"), "-out", path("server.csr")});
    mustRun(openssl,
            {"x509", "-req", "-in", path("server.csr"), "-CA", path("ca.crt"), "-CAkey", path("ca.key"),
             "-CAcreateserial", "-days", "2", "-extfile", path("san.ext"), "-out", path("server.crt")});
}

void DockerRegistry::start()
{
    const auto program = m_options.program == "docker-registry" ? *debianProgram("docker-registry") : m_options.program;
    m_process.setStandardOutputFile(QString::fromStdString((m_dir / "access").string()), QIODevice::Append);
    m_process.setStandardErrorFile(QString::fromStdString((m_dir / "log").string()));
    m_process.start(QString::fromStdString(program),
                    {"serve", QString::fromStdString((m_dir / "config.yml").string())});
    if (!m_process.waitForStarted())
        qFatal("cannot start %s", program.c_str());
    QElapsedTimer timer;
    timer.start();
    for (;;) {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(m_port));
        if (socket.waitForConnected(200))
            return;
        if (m_process.state() != QProcess::Running || timer.elapsed() > registryStartMs)
            qFatal("%s does not listen: %s", program.c_str(), readFile(m_dir / "log").c_str());
        QThread::msleep(20);
    }
}

int DockerRegistry::commitsOf(const std::string &hexDigest) const
{
    int count = 0;
    const auto text = readFile(m_dir / "access");
    for (const auto line : split(text, '\n')) {
        const bool commits =
            line.find("\"PUT /v2/") != std::string_view::npos && line.find("/blobs/uploads/") != std::string_view::npos;
        count += commits && line.find("digest=sha256%3A" + hexDigest) != std::string_view::npos ? 1 : 0;
    }
    return count;
}

void DockerRegistry::stop()
{
    m_process.kill();
    m_process.waitForFinished();
}

void DockerRegistry::restart()
{
    stop();
    start();
}

void makeModelFolder(const TestDir &dir, const std::string &folder, std::size_t weightBytes, unsigned seed)
{
    const auto at = [&](std::string_view name) { return cat(folder, '/', name); };
    const auto tensor = pseudoRandomBytes(weightBytes / 2 / 4 * 4, seed);
    for (const int shard : {1, 2}) {
        const auto header = cat("{\"layer.", shard, "\":{\"dtype\":\"BF16\",\"shape\":[", tensor.size() / 2,
                                "],\"data_offsets\":[0,", tensor.size(), "]}}");
        std::string length(8, '\0');
        for (std::size_t i = 0; i < 8; ++i)
            length[i] = static_cast<char>((header.size() >> (8 * i)) & 0xff);
        auto bytes = tensor;
        bytes[0] = static_cast<char>(shard);
        dir.write(at(cat("model-0000", shard, "-of-00002.safetensors")), length + header + bytes);
    }
    dir.write(at("config.json"),
              R"({"model_type": "llama", "torch_dtype": "bfloat16", "architectures": ["LlamaForCausalLM"]})");
    dir.write(at("tokenizer.json"), R"({"version": "1.0", "model": {"type": "BPE"}})");
    dir.write(at("README.md"), "---\nlicense: mit\nlanguage: [en, zh]\n---\n# Test model\n\nA model for tests.\n");
    dir.write(at("LICENSE"),
              "MIT License\n\nPermission is hereby granted, free of charge, to any person obtaining a copy\n");
    dir.write(at("data/训练 café.csv"), "a,b\n1,2\n");
    dir.write(at("src/run.py"), "#!/usr/bin/env python3\nprint(1)\n");
    fs::permissions(dir / at("src/run.py"), fs::perms(0755));
}

std::map<std::string, std::pair<std::string, bool>> folderContents(const fs::path &folder)
{
    std::map<std::string, std::pair<std::string, bool>> contents;
    for (const auto &entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file())
            continue;
        struct ::stat status { };
        ::stat(entry.path().c_str(), &status);
        contents[entry.path().lexically_relative(folder).string()] = {readFile(entry.path()),
                                                                      (status.st_mode & S_IXUSR) != 0};
    }
    return contents;
}

} // namespace modelcrate::testing
