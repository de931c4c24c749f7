// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "io/digest.h"
#include "io/json.h"
#include "operations/details.h"
#include "support/programs.h"

#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;
namespace fs = std::filesystem;

/// What other programs make of our artifacts, and we of theirs.
class TestPeers : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void skopeoCopiesUnchanged();
    void orasPullsTheSameFiles();
    void regctlGetsTheSameFiles();
    void weReadWhatOrasAndSkopeoMove();
    void peersArtifactsTravel();
    void weSeeWhatOrasAttaches();
    void weSeeWhatCosignSigns();
    void craneCopiesUnchanged();

private:
    ProgramResult peer(const std::string &program, const std::vector<std::string> &arguments,
                       const fs::path &folder = {}) const;
    std::unique_ptr<DockerRegistry> m_registry;
    std::unique_ptr<Cli> m_cli;
    std::string m_reference;
    std::string m_digest;
};

void TestPeers::initTestCase()
{
    m_registry = std::make_unique<DockerRegistry>();
    m_cli = std::make_unique<Cli>();
    makeModelFolder(m_cli->home(), "模型 café", 4 << 20);
    m_reference = m_registry->host() + "/team/model:v1";
    const auto pushed = m_cli->run({"push", (m_cli->home() / "模型 café").string(), m_reference});
    QVERIFY2(pushed.exitCode == 0, pushed.errors.c_str());
    m_digest = pushed.output.substr(pushed.output.find("sha256:"), 71);
}

ProgramResult TestPeers::peer(const std::string &program, const std::vector<std::string> &arguments,
                              const fs::path &folder) const
{
    std::string command = folder.empty() ? "" : "cd '" + folder.string() + "' && ";
    command += "'" + program + "'";
    for (const auto &argument : arguments)
        command += " '" + argument + "'";
    return runProgram("/bin/sh", {"-c", command}, m_cli->environment());
}

void TestPeers::skopeoCopiesUnchanged()
{
    const auto skopeo = *debianProgram("skopeo");
    const auto raw = peer(skopeo, {"inspect", "--raw", "--tls-verify=false", "docker://" + m_reference});
    QVERIFY2(raw.exitCode == 0, raw.errors.c_str());
    QCOMPARE(Digest::sha256Of(raw.output).toString(), m_digest);
    const auto layout = (m_cli->home() / "skopeo").string();
    const auto copied = peer(
        skopeo,
        {"copy", "--insecure-policy", "--src-tls-verify=false", "docker://" + m_reference, "oci:" + layout + ":v1"});
    QVERIFY2(copied.exitCode == 0, copied.errors.c_str());
    QCOMPARE(Digest::sha256Of(m_cli->run({"inspect", "oci:" + layout + ":v1", "--manifest"}).output).toString(),
             m_digest);
    QCOMPARE(m_cli->run({"validate", "oci:" + layout + ":v1", "--deep"}).exitCode, 0);
    // and a layout of ours by skopeo into the registry
    const auto ours = (m_cli->home() / "ours").string();
    QCOMPARE(m_cli->run({"copy", m_reference, "oci:" + ours + ":v1"}).exitCode, 0);
    const auto back = peer(skopeo,
                           {"copy", "--insecure-policy", "--dest-tls-verify=false", "oci:" + ours + ":v1",
                            "docker://" + m_registry->host() + "/sk/model:v1"});
    QVERIFY2(back.exitCode == 0, back.errors.c_str());
    QCOMPARE(
        Digest::sha256Of(m_cli->run({"inspect", m_registry->host() + "/sk/model:v1", "--manifest"}).output).toString(),
        m_digest);
}

/// Bytes only: oras and regctl know nothing of executable bits.
static std::map<std::string, std::string> bytesOf(const fs::path &folder)
{
    std::map<std::string, std::string> bytes;
    for (auto &[path, content] : folderContents(folder))
        bytes[path] = std::move(content.first);
    return bytes;
}

void TestPeers::orasPullsTheSameFiles()
{
    const auto oras = goPeer("oras");
    if (!oras)
        QSKIP("no Go here, so no oras");
    const auto target = m_cli->home() / "oras";
    const auto pulled = peer(*oras, {"pull", "--plain-http", m_reference, "-o", target.string()});
    QVERIFY2(pulled.exitCode == 0, (pulled.errors + pulled.output).c_str());
    QVERIFY(bytesOf(target) == bytesOf(m_cli->home() / "模型 café"));
}

void TestPeers::regctlGetsTheSameFiles()
{
    const auto regctl = goPeer("regctl");
    if (!regctl)
        QSKIP("no Go here, so no regctl");
    QCOMPARE(peer(*regctl, {"registry", "set", "--tls", "disabled", m_registry->host()}).exitCode, 0);
    const auto target = m_cli->home() / "regctl";
    fs::create_directories(target);
    const auto got = peer(*regctl, {"artifact", "get", m_reference, "--output", target.string()});
    QVERIFY2(got.exitCode == 0, (got.errors + got.output).c_str());
    QVERIFY(bytesOf(target) == bytesOf(m_cli->home() / "模型 café"));
}

void TestPeers::weReadWhatOrasAndSkopeoMove()
{
    const auto oras = goPeer("oras");
    if (!oras)
        QSKIP("no Go here, so no oras");
    m_cli->home().write("plain/a.txt", "hello");
    const auto plain = m_registry->host() + "/plain/files:v1";
    const auto pushed = peer(*oras, {"push", "--plain-http", plain, "a.txt"}, m_cli->home() / "plain");
    QVERIFY2(pushed.exitCode == 0, (pushed.errors + pushed.output).c_str());
    const auto refused = m_cli->run({"pull", plain, (m_cli->home() / "x").string()});
    QCOMPARE(refused.exitCode, 8);
    QVERIFY(refused.errors.find("not a ModelPack artifact") != std::string::npos);
    QCOMPARE(m_cli->run({"copy", plain, m_registry->host() + "/plain/copy:v1"}).exitCode, 0);
    const auto copied =
        peer(*oras, {"cp", "--from-plain-http", "--to-plain-http", m_reference, m_registry->host() + "/oras/copy:v1"});
    QVERIFY2(copied.exitCode == 0, (copied.errors + copied.output).c_str());
    QCOMPARE(m_cli->run({"validate", m_registry->host() + "/oras/copy:v1", "--deep"}).exitCode, 0);
}

void TestPeers::peersArtifactsTravel()
{
    const auto vectors = vectorsDir();
    if (!vectors)
        QSKIP("no shared vectors beside this tree");
    const auto layout = (*vectors / "peers/layout").string();
    for (const char *tag :
         {"modctl-raw", "modctl-tar", "modctl-v0.2.2-raw", "docker-cncf", "docker", "kit", "oras-files"}) {
        const auto target = cat(m_registry->host(), "/peers/", tag, ":v1");
        const auto copied = m_cli->run({"copy", cat("oci:", layout, ":", tag), target});
        QVERIFY2(copied.exitCode == 0, copied.errors.c_str());
        const auto original = m_cli->run({"inspect", cat("oci:", layout, ":", tag), "--manifest"}).output;
        QCOMPARE(m_cli->run({"inspect", target, "--manifest"}).output, original);
        const auto pulled = m_cli->run({"pull", target, (m_cli->home() / "peers" / tag).string()});
        const std::string_view name(tag);
        const bool isModelPack = name.substr(0, 6) == "modctl" || name == "docker-cncf";
        QCOMPARE(pulled.exitCode, isModelPack ? 0 : 8);
        if (isModelPack)
            QCOMPARE(folderContents(m_cli->home() / "peers" / tag).size(), std::size_t(11));
    }
}

/// On distribution 2.8 and 3: neither has a referrers API, so oras keeps the fallback tag.
void TestPeers::weSeeWhatOrasAttaches()
{
    const auto oras = *goPeer("oras");
    for (const auto &program : {std::string("docker-registry"), *goPeer("registry3")}) {
        DockerRegistry registry({.program = program});
        const auto reference = registry.host() + "/team/model:v1";
        const auto copied = m_cli->run({"copy", m_reference, reference});
        QVERIFY2(copied.exitCode == 0, copied.errors.c_str());
        m_cli->home().write("attached/note.txt", "seen and found good");
        const auto attached = peer(
            oras, {"attach", "--plain-http", "--artifact-type", "application/vnd.example.note", reference, "note.txt"},
            m_cli->home() / "attached");
        QVERIFY2(attached.exitCode == 0, attached.errors.c_str());
        Session session({.authFile = m_cli->home() / "auth.json"});
        const auto location = parseLocation(reference).value();
        const auto referrers = listReferrers(location, Digest::parse(m_digest).value(), session, TaskContext());
        VERIFY_RESULT(referrers);
        QCOMPARE(referrers->size(), std::size_t(1));
        QCOMPARE(referrers->front().artifactType.value_or(""), std::string("application/vnd.example.note"));
        const auto details = lookAtArtifact(withDigest(location, referrers->front().digest), session, TaskContext());
        VERIFY_RESULT(details);
        QCOMPARE(details->layers.front().path, std::string("note.txt"));
        QCOMPARE(fetchLayerText(location, details->layers.front(), 1_KiB, session, TaskContext()).value(),
                 std::string("seen and found good"));
    }
}

/// By its old way, a tag made of the digest, and by the new one, a referrer; both verify afterwards what we published.
void TestPeers::weSeeWhatCosignSigns()
{
    const auto found = goPeer("cosign");
    if (!found)
        QSKIP("no Go here, so no cosign");
    const auto folder = m_cli->home() / "keys";
    fs::create_directories(folder);
    const auto cosign = [&](const std::vector<std::string> &arguments) {
        std::vector<std::string> all{"COSIGN_PASSWORD=", *found};
        all.insert(all.end(), arguments.begin(), arguments.end());
        return peer("/usr/bin/env", all, folder);
    };
    const auto made = cosign({"generate-key-pair"});
    QVERIFY2(made.exitCode == 0, made.errors.c_str());
    DockerRegistry registry({.program = "docker-registry"});
    const auto reference = registry.host() + "/team/signed:v1";
    QCOMPARE(m_cli->run({"copy", m_reference, reference}).exitCode, 0);
    const auto pinned = cat(registry.host(), "/team/signed@", m_digest);
    const auto location = parseLocation(reference).value();
    const auto referrers = [&] {
        Session session({.authFile = m_cli->home() / "auth.json"});
        return listReferrers(location, Digest::parse(m_digest).value(), session, TaskContext()).value();
    };
    QVERIFY(referrers().empty());
    const auto signedOnce = cosign({"sign", "--key", "cosign.key", "--tlog-upload=false", "--yes", pinned});
    QVERIFY2(signedOnce.exitCode == 0, signedOnce.errors.c_str());
    QCOMPARE(referrers().size(), std::size_t(1));
    QVERIFY(referrers().front().artifactType.value_or("").find("cosign") != std::string::npos);
    const auto verified = cosign({"verify", "--key", "cosign.pub", "--insecure-ignore-tlog=true", pinned});
    QVERIFY2(verified.exitCode == 0, verified.errors.c_str());
    // An edit says what it leaves behind.
    const auto edited = m_cli->run({"--json", "edit", reference, "--annotation", "stage=done"});
    QCOMPARE(edited.exitCode, 0);
    QCOMPARE(*parseJson(edited.output)->find("referrers")->asInteger(), std::int64_t(1));
    const auto unsigned2 = cosign({"verify", "--key", "cosign.pub", "--insecure-ignore-tlog=true", reference});
    QVERIFY(unsigned2.exitCode != 0); // the tag is another artifact now
}

void TestPeers::craneCopiesUnchanged()
{
    const auto crane = goPeer("crane");
    if (!crane)
        QSKIP("no Go here, so no crane");
    const auto copy = m_registry->host() + "/crane/copy:v1";
    const auto copied = peer(*crane, {"copy", "--insecure", m_reference, copy});
    QVERIFY2(copied.exitCode == 0, copied.errors.c_str());
    const auto digest = peer(*crane, {"digest", "--insecure", copy});
    QCOMPARE(QString::fromStdString(digest.output).trimmed(), QString::fromStdString(m_digest));
    QCOMPARE(m_cli->run({"validate", copy, "--deep"}).exitCode, 0);
    const auto listed = peer(*crane, {"ls", "--insecure", m_registry->host() + "/crane/copy"});
    QCOMPARE(QString::fromStdString(listed.output).trimmed(), QStringLiteral("v1"));
}

QTEST_GUILESS_MAIN(TestPeers)
#include "tst_peers.moc"
