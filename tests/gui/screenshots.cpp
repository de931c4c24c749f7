// SPDX-License-Identifier: Apache-2.0
// Writes pictures of every screen and state of the window, from the real widgets over the real core:
//     screenshots FOLDER [SCENE…]
// Each in light and dark at 1440×900 and in light at 900×600. No test: people look at these.
#include "base/text.h"
#include "operations/edit.h"
#include "support/fakeregistry.h"
#include "support/gui/windowfixture.h"
#include "support/programs.h"
#include "ui/artifact/treemapview.h"
#include "ui/help/helppage.h"
#include "ui/package/filespage.h"
#include "ui/package/manifestview.h"
#include "ui/package/packagedocument.h"
#include "ui/package/planpreview.h"
#include "ui/publish/publishpage.h"
#include "ui/registry/artifactpage.h"
#include "ui/registry/comparepage.h"
#include "ui/registry/registriespage.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/dropoverlay.h"
#include "ui/shell/emptypage.h"

#include "ui/text/convert.h"
#include "ui/text/translations.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/infobar.h"

#include <atomic>
#include <cstdio>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPixmap>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTableView>

using namespace modelcrate;
using namespace modelcrate::testing;
namespace fs = std::filesystem;

namespace {

QString text(const fs::path &path) { return toQString(path.string()); }

std::string littleEndian64(std::uint64_t value)
{
    std::string bytes(8, '\0');
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<char>((value >> (8 * i)) & 0xff);
    return bytes;
}

/// One shard of a language model: its header is real, its weights are not.
std::string shard(int number)
{
    constexpr std::size_t rows = 1024, columns = 1024, layersEach = 4;
    std::string header = "{\"__metadata__\":{\"format\":\"pt\"}";
    std::size_t offset = 0;
    for (std::size_t layer = 0; layer < layersEach; ++layer) {
        for (const char *part : {"self_attn.q_proj", "mlp.up_proj", "mlp.down_proj"}) {
            const auto end = offset + rows * columns * 2;
            header += cat(",\"model.layers.", static_cast<std::size_t>(number) * layersEach + layer, ".", part,
                          ".weight\":{\"dtype\":\"BF16\",\"shape\":[", rows, ",", columns, "],\"data_offsets\":[",
                          offset, ",", end, "]}");
            offset = end;
        }
    }
    header += '}';
    header.resize((header.size() + 7) / 8 * 8, ' ');
    return littleEndian64(header.size()) + header + pseudoRandomBytes(offset, static_cast<unsigned>(number) + 1);
}

/// A folder as people have them: shards, a tokenizer, a card, scripts, data, something odd, and what does not belong.
void makeModel(const TestDir &dir, const std::string &folder)
{
    const auto write = [&](std::string_view name, std::string_view bytes) { dir.write(cat(folder, '/', name), bytes); };
    for (int number = 0; number < 4; ++number)
        write(cat("model-0000", number + 1, "-of-00004.safetensors"), shard(number));
    write("model.safetensors.index.json", R"({"metadata": {"total_size": 100663296}, "weight_map": {}})");
    write(
        "config.json",
        R"({"architectures": ["Qwen2ForCausalLM"], "model_type": "qwen2", "torch_dtype": "bfloat16", "hidden_size": 1024, "num_hidden_layers": 16})");
    write("generation_config.json", R"({"do_sample": true, "temperature": 0.7})");
    write("tokenizer.json", std::string(180'000, ' ') + R"({"version": "1.0"})");
    write("tokenizer_config.json", R"({"tokenizer_class": "Qwen2Tokenizer"})");
    write("special_tokens_map.json", "{}");
    write("vocab.json", std::string(90'000, ' ') + "{}");
    write("merges.txt", std::string(60'000, 'a'));
    write("README.md",
          "---\nlicense: apache-2.0\nlanguage:\n- en\n- zh\npipeline_tag: text-generation\nbase_model: "
          "Qwen/Qwen2.5-7B-Instruct\n---\n"
          "# qwen2.5-7b-support\n\nAnswers questions of customers, in English and Chinese.\n\n## Use\n\n```python\n"
          "from transformers import AutoModelForCausalLM\nmodel = AutoModelForCausalLM.from_pretrained(\".\")\n```\n\n"
          "| Set | Score |\n|---|---:|\n| tickets-en | 81.4 |\n| tickets-zh | 79.9 |\n");
    write("LICENSE",
          "                                 Apache License\n                           Version 2.0, January 2004\n"
          "                        http://www.apache.org/licenses/\n");
    write("scripts/train.py", "import torch\n\nprint(torch.cuda.is_available())\n");
    write("scripts/inference.py", "print(\"hello\")\n");
    write("scripts/requirements.txt", "torch\ntransformers\n");
    write("data/tickets-en.jsonl", std::string(400'000, 'x'));
    write("data/tickets-训练-zh.jsonl", std::string(250'000, 'x'));
    write("docs/architecture.pdf", "%PDF-1.7\n" + std::string(120'000, 'p'));
    write("training_args.bin", std::string("\x80\x02", 2) + "ctransformers.training_args\nTrainingArguments\n");
    write("notes.dat", pseudoRandomBytes(2000));
    write("checkpoints/a-very-long-name-that-somebody-gave-to-a-run-on-a-friday-2026-11-20-lr-2e-5-warmup-300.ckpt",
          pseudoRandomBytes(700'000));
    write(".git/HEAD", "ref: refs/heads/main\n");
    write("scripts/__pycache__/train.cpython-311.pyc", std::string(4'000, 'c'));
    write(".DS_Store", "x");
}

/// Where pictures go and which are wanted.
class Album {
public:
    Album(fs::path folder, QStringList scenes) : m_folder(std::move(folder)), m_scenes(std::move(scenes))
    {
        fs::create_directories(m_folder);
    }

    bool wants(const char *scene) const { return m_scenes.isEmpty() || m_scenes.contains(QLatin1String(scene)); }

    /// Light, dark, small. What is running goes on meanwhile.
    void take(WindowFixture &fixture, const char *scene)
    {
        takeOne(fixture, scene, "light", ThemeMode::Light, {1440, 900});
        takeOne(fixture, scene, "dark", ThemeMode::Dark, {1440, 900});
        takeOne(fixture, scene, "small", ThemeMode::Light, {900, 600});
        Theme::instance().apply(ThemeMode::Light);
        fixture.window->resize(1440, 900);
        settle();
    }

    /// Until what was asked for is laid out, computed on workers and painted.
    static void settle()
    {
        int rounds = 0;
        waitFor([&] { return ++rounds > 25; });
    }

private:
    void takeOne(WindowFixture &fixture, const char *scene, const char *look, ThemeMode mode, QSize size)
    {
        Theme::instance().apply(mode);
        fixture.window->resize(size);
        settle();
        const auto file = m_folder / cat(scene, '-', look, ".png");
        if (!fixture.window->grab().save(text(file)))
            qFatal("cannot write %s", file.c_str());
        std::printf("%s\n", file.c_str());
        std::fflush(stdout);
    }

    fs::path m_folder;
    QStringList m_scenes;
};

void mustCome(bool came, const char *what)
{
    if (!came)
        qFatal("%s did not come", what);
}

template<typename Widget>
Widget *child(const QWidget &parent, const char *name)
{
    auto *found = parent.findChild<Widget *>(QLatin1String(name));
    if (!found)
        qFatal("no %s", name);
    return found;
}

bool isExact(PackageTab &package)
{
    const auto snapshot = package.preview().snapshot();
    return package.preview().isCurrent() && snapshot && snapshot->exact;
}

void takeEmpty(Album &album)
{
    const TestDir dir;
    {
        WindowFixture fixture(dir);
        album.take(fixture, "empty-first-start");
    }
    fs::create_directories(dir / "qwen2.5-7b-support");
    fs::create_directories(dir / "whisper-small-de");
    WindowFixture fixture(dir);
    fixture.settings.addRecent({text(dir / "mistral-nemo-12b-old"), 24'500'000'000, {}});
    fixture.settings.addRecent({text(dir / "whisper-small-de"), 967'000'000,
                                QStringLiteral("registry.example.com/speech/whisper-small-de:v3")});
    fixture.settings.addRecent(
        {text(dir / "qwen2.5-7b-support"), 15'865'821'073, QStringLiteral("ghcr.io/acme/qwen2.5-7b-support:v1.2.0")});
    auto *list = fixture.find<QAbstractItemView>("recentList");
    mustCome(waitFor([&] {
                 return list->model()->index(2, 0).data(Qt::AccessibleTextRole).toString()
                     == EmptyPage::tr("%1, %2, not found")
                            .arg(QStringLiteral("mistral-nemo-12b-old"), text(dir / "mistral-nemo-12b-old"));
             }),
             "the missing recent folder");
    album.take(fixture, "empty");

    auto *overlay = fixture.find<DropOverlay>("dropOverlay");
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(text(dir / "qwen2.5-7b-support"))});
    overlay->showVerdict(judgeDrop(data));
    album.take(fixture, "drop-accepted");
    data.setUrls({QUrl(QStringLiteral("https://huggingface.co/Qwen/Qwen2.5-7B-Instruct"))});
    overlay->showVerdict(judgeDrop(data));
    album.take(fixture, "drop-refused");
    overlay->hide();
    fixture.window->open(text(dir / "gone"));
    album.take(fixture, "open-failed");
    if (!album.wants("message"))
        return;
    const auto before = qgetenv("XDG_DATA_HOME");
    qputenv("XDG_DATA_HOME", "/dev/null");
    fixture.window->action(QStringLiteral("openSampleAction"))->trigger();
    mustCome(waitFor([&] { return fixture.find<InfoBar>("windowMessage")->isVisible(); }), "the message");
    before.isNull() ? qunsetenv("XDG_DATA_HOME") : qputenv("XDG_DATA_HOME", before);
    album.take(fixture, "message");
}

void takeFiles(Album &album, WindowFixture &fixture, PackageTab &package)
{
    auto &document = package.document();
    auto &files = package.filesPage();
    album.take(fixture, "files");
    files.listWidget()->setFocus();
    files.selectEntries({*document.entryAt("model-00002-of-00004.safetensors")});
    album.take(fixture, "files-selected");
    files.selectEntries({*document.entryAt("notes.dat"), *document.entryAt("training_args.bin"),
                         *document.entryAt("docs/architecture.pdf")});
    album.take(fixture, "files-several-selected");
    child<QLineEdit>(package, "filterField")->setText(QStringLiteral("layer:config size:>1K"));
    album.take(fixture, "files-filtered");
    child<QLineEdit>(package, "filterField")->setText(QStringLiteral("layer:config size:>abc"));
    album.take(fixture, "files-filter-mistake");
    child<QLineEdit>(package, "filterField")->clear();
    child<QAbstractButton>(*fixture.window, "problemsButton")->click();
    child<QListWidget>(*fixture.window, "problemsList")->setCurrentRow(0);
    album.take(fixture, "files-problems");
    child<QAbstractButton>(*fixture.window, "problemsButton")->click();
    document.setKind({*document.entryAt("notes.dat")}, LayerKind::Dataset);
    files.selectEntries({*document.entryAt("notes.dat")});
    album.take(fixture, "files-edited");
    child<QAbstractButton>(*fixture.window, "activityButton")->click();
    album.take(fixture, "files-activity");
    child<QAbstractButton>(*fixture.window, "activityButton")->click();
}

void takeTreemap(Album &album, WindowFixture &fixture, PackageTab &package)
{
    auto &files = package.filesPage();
    files.setTreemapShown(true);
    auto *map = child<TreemapView>(package, "treemap");
    mustCome(waitFor([&] { return map->map() && !map->isBusy(); }), "the treemap");
    files.selectEntries({*package.document().entryAt("model-00002-of-00004.safetensors")});
    map->setFocus();
    album.take(fixture, "treemap");
    child<QAbstractButton>(package, "treemapTable")->click();
    album.take(fixture, "treemap-table");
    child<QAbstractButton>(package, "treemapMap")->click();
    files.setTreemapShown(false);
}

void takePages(Album &album, WindowFixture &fixture, PackageTab &package)
{
    mustCome(waitFor([&] { return isExact(package); }, 120'000), "the digests");
    package.showPage(PackageTab::Page::Metadata);
    album.take(fixture, "metadata");
    package.document().setDraft("descriptor.createdAt", "2026-13-40");
    package.document().setField("descriptor.title", "Qwen 2.5 7B for customer support");
    album.take(fixture, "metadata-problem");
    package.document().undoStack().undo();
    package.document().undoStack().undo();
    package.showPage(PackageTab::Page::AnnotationList);
    album.take(fixture, "annotations");
    package.showPage(PackageTab::Page::Readme);
    album.take(fixture, "readme");
    package.showPage(PackageTab::Page::Manifest);
    ManifestView *view = nullptr;
    for (auto *candidate : package.findChildren<ManifestView *>()) {
        if (candidate->isVisible())
            view = candidate;
    }
    mustCome(view != nullptr, "the manifest");
    const std::pair<ManifestView::Mode, const char *> modes[] = {{ManifestView::Mode::Changes, "manifest-changes"},
                                                                 {ManifestView::Mode::Tree, "manifest-tree"},
                                                                 {ManifestView::Mode::Manifest, "manifest-json"},
                                                                 {ManifestView::Mode::Config, "manifest-config"}};
    for (const auto &[mode, scene] : modes) {
        view->setMode(mode);
        album.take(fixture, scene);
    }
    package.showPage(PackageTab::Page::Files);
}

bool waitForPlan(PublishPage &page)
{
    return waitFor([&] { return page.plan() && page.plan()->artifact.isExact() && page.blockedBecause().isEmpty(); },
                   120'000);
}

void publish(PublishPage &page) { child<QAbstractButton>(page, "publishPrimary")->click(); }

void takePublish(Album &album, WindowFixture &fixture, PackageTab &package)
{
    auto &page = package.publishPage();
    package.showPublish();
    page.setTarget(QStringLiteral("store:qwen2.5-7b-support:v1")); // other scenes leave recent targets
    mustCome(waitForPlan(page), "the plan for this computer");
    album.take(fixture, "publish-this-computer");
    publish(page);
    mustCome(waitFor([&] { return page.phase() == PublishPage::Phase::Published; }, 120'000),
             "the publish to this computer");
    album.take(fixture, "published-this-computer");

    FakeRegistry registry;
    registry.addBlob(readFile(package.document().root() / "model-00001-of-00004.safetensors"));
    registry.addManifest(R"({"schemaVersion":2})", "application/vnd.oci.image.manifest.v1+json", "v1.2.0");
    child<QAbstractButton>(page, "publishBackToPlan")->click();
    page.setTarget(toQString(registry.host() + "/acme/qwen2.5-7b-support:v1.3.0"));
    mustCome(waitForPlan(page), "the plan for a registry");
    album.take(fixture, "publish-plan");
    page.setTarget(toQString(registry.host() + "/acme/qwen2.5-7b-support:v1.2.0"));
    mustCome(waitForPlan(page), "the plan for a taken tag");
    album.take(fixture, "publish-tag-taken");
    page.setTarget(QStringLiteral("not a reference"));
    album.take(fixture, "publish-bad-target");
    page.setTarget(QStringLiteral("127.0.0.1:%1/acme/qwen:v1").arg(freePort()));
    // It tries a few times before it gives up.
    mustCome(waitFor(
                 [&] {
                     return child<InfoBar>(page, "publishBanner")->isVisible()
                         && child<InfoBar>(page, "publishBanner")->kind() == InfoBar::Kind::Danger;
                 },
                 120'000),
             "the failure");
    album.take(fixture, "publish-offline");

    FakeRegistry closed({.user = "alice", .password = "wonder"});
    page.setTarget(toQString(closed.host() + "/acme/qwen:v1"));
    mustCome(
        waitFor([&] { return page.findChild<QAbstractButton *>(QStringLiteral("publishBannerSignIn")) != nullptr; }),
        "the request to sign in");
    album.take(fixture, "publish-sign-in");

    page.setTarget(toQString(registry.host() + "/acme/qwen2.5-7b-support:v1.3.0"));
    mustCome(waitForPlan(page), "the plan for a registry");
    fixture.transfers.setRateLimit(ByteCount(4'000'000));
    publish(page);
    const auto runs = [&] {
        const auto &all = fixture.transfers.transfers();
        return page.model().flow().sent > ByteCount(9'000'000)
            && std::any_of(all.begin(), all.end(),
                           [](const Transfer &transfer) { return transfer.timeLeft.has_value(); });
    };
    mustCome(waitFor(runs, 120'000), "the first megabytes");
    album.take(fixture, "publish-running");
    fixture.window->showPlace(MainWindow::Place::Transfers);
    album.take(fixture, "transfers-running");
    fixture.window->showPlace(MainWindow::Place::Packages);
    child<QAbstractButton>(page, "publishPause")->click();
    mustCome(waitFor([&] { return page.phase() == PublishPage::Phase::Stopped; }), "the pause");
    album.take(fixture, "publish-paused");
    fixture.transfers.setRateLimit(ByteCount());

    registry.setScript([](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.method == "PATCH" || request.method == "POST" || request.method == "PUT")
            return errorReply(503, "UNAVAILABLE", "upgrading");
        return std::nullopt;
    });
    publish(page);
    mustCome(waitFor([&] { return page.model().remedy() == PublishModel::Remedy::EndWait; }), "the wait");
    album.take(fixture, "publish-retrying");

    std::atomic<bool> hold{true};
    registry.setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.method == "PATCH" || request.method == "POST" || request.method == "PUT")
            waitUntil([&] { return !hold.load(); });
        return std::nullopt;
    });
    if (page.phase() == PublishPage::Phase::Stopped) // it gave up meanwhile
        publish(page);
    const auto stalls = [&] {
        const auto &all = fixture.transfers.transfers();
        return std::any_of(all.begin(), all.end(),
                           [](const Transfer &transfer) { return transfer.stalledFor.has_value(); });
    };
    mustCome(waitFor(stalls, 120'000), "the stall");
    album.take(fixture, "publish-stalled");
    registry.setScript([](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.method == "PATCH" || request.method == "POST" || request.method == "PUT")
            return errorReply(403, "DENIED", "requested access to the resource is denied");
        return std::nullopt;
    });
    hold = false;
    mustCome(waitFor([&] { return page.phase() == PublishPage::Phase::Stopped; }, 120'000), "the refusal");
    album.take(fixture, "publish-failed");
    fixture.window->showPlace(MainWindow::Place::Transfers);
    album.take(fixture, "transfers");
    fixture.window->showPlace(MainWindow::Place::Packages);
    registry.setScript({});
    publish(page);
    mustCome(waitFor([&] { return page.phase() == PublishPage::Phase::Published; }, 120'000), "the end of the publish");
    album.take(fixture, "published");
}

void takeRegistries(Album &album, WindowFixture &fixture)
{
    fixture.window->showPlace(MainWindow::Place::Registries);
    album.take(fixture, "registries");
    auto &page = fixture.window->registriesPage();
    const auto stored = fixture.settings.recentTargets();
    const auto store = std::find_if(stored.begin(), stored.end(),
                                    [](const QString &target) { return target.startsWith(QLatin1String("store:")); });
    if (store != stored.end()) {
        page.open(*store);
        mustCome(waitFor([&] { return child<ElidedLabel>(page, "artifactTitle")->isVisible(); }), "the artifact");
        album.take(fixture, "registries-artifact");
        page.artifact().setTab(ArtifactPage::Tab::Files);
        album.take(fixture, "registries-files");
        page.artifact().setTab(ArtifactPage::Tab::Metadata);
        album.take(fixture, "registries-metadata");
        page.artifact().setTab(ArtifactPage::Tab::Manifest);
        album.take(fixture, "registries-manifest");
        page.artifact().setTab(ArtifactPage::Tab::Overview);
        fixture.window->action(QStringLiteral("deleteTagAction"))->trigger();
        mustCome(waitFor([&] { return child<QLineEdit>(page, "tagRemovalField")->isVisible(); }), "the question");
        album.take(fixture, "registries-delete");
        page.pull();
        child<QLineEdit>(page, "pullFolder")->setText(QStringLiteral("/tmp/qwen2.5-7b-support"));
        mustCome(waitFor([&] { return child<QAbstractButton>(page, "pullStart")->isEnabled(); }),
                 "the look at the disk");
        album.take(fixture, "registries-pull");
        page.open(*store);
        const auto root = fixture.window->currentPackage()->document().root();
        const auto next = root.parent_path() / "next";
        fs::copy(root, next, fs::copy_options::recursive);
        fs::rename(next / "LICENSE", next / "LICENSE.txt");
        fs::remove(next / "notes.dat");
        fs::copy_file(next / "scripts/train.py", next / "scripts/evaluate.py");
        fs::resize_file(next / "data/tickets-en.jsonl", 200'000);
        page.compare();
        page.comparePage().compare(*store, text(next));
        mustCome(waitFor([&] { return page.comparePage().comparison() != nullptr; }), "the comparison");
        album.take(fixture, "registries-compare");
    }
    page.open(QStringLiteral("127.0.0.1:%1/acme/qwen:v1").arg(freePort()));
    album.take(fixture, "registries-offline");
}

std::string foreignManifest(const std::string &artifactType, const std::string &configType)
{
    return cat(R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json",)",
               artifactType.empty() ? std::string() : cat(R"("artifactType":")", artifactType, R"(",)"),
               R"("config":{"mediaType":")", configType, R"(","digest":")", Digest::sha256Of("{}").toString(),
               R"(","size":2},"layers":[{"mediaType":"application/octet-stream","digest":")",
               Digest::sha256Of("layer").toString(),
               R"(","size":4831838208}],"annotations":{"org.opencontainers.image.created":"2026-11-03T10:00:00Z"}})");
}

std::string indexOf(const std::string &manifest, const std::string &artifactType, std::size_t size)
{
    return cat(R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[)",
               R"({"mediaType":"application/vnd.oci.image.manifest.v1+json","artifactType":")", artifactType,
               R"(","digest":")", Digest::sha256Of(manifest).toString(), R"(","size":)", size, "},",
               R"({"mediaType":"application/vnd.oci.image.manifest.v1+json","artifactType":")", artifactType,
               R"(","digest":")", Digest::sha256Of("other").toString(), R"(","size":1180}]})");
}

/// A registry of somebody else: many tags of all kinds, referrers, what it refuses, and what stays when it is gone.
void takeRemote(Album &album)
{
    const TestDir dir;
    makeModel(dir, "qwen2.5-7b-support");
    auto registry = std::make_unique<FakeRegistry>(FakeRegistry::Options{.deletesTags = false, .pageSize = 100});
    const std::string oci = "application/vnd.oci.image.manifest.v1+json";
    WindowFixture fixture(dir);
    const TaskContext context;
    const auto reference = registry->host() + "/acme/qwen2.5-7b-support:v2.10.0";
    const auto model = makePackage(dir / "qwen2.5-7b-support", {}, context).value();
    if (!publish(model, parseLocation(reference).value(), {}, fixture.session, context))
        qFatal("the model is not published");
    const auto published = registry->manifest("v2.10.0");
    for (int i = 0; i < 240; ++i)
        registry->addManifest(published, oci, cat("v1.", i / 10, '.', i % 10));
    registry->addManifest(foreignManifest("", "application/vnd.kitops.modelkit.config.v1+json"), oci, "v2.9.0-kit");
    registry->addManifest(foreignManifest("", "application/vnd.docker.ai.model.config.v0.1+json"), oci,
                          "v2.8.0-docker");
    registry->addManifest(foreignManifest("", "application/vnd.oci.image.config.v1+json"), oci, "v2.7.0-server");
    registry->addManifest(foreignManifest("application/vnd.example.report", "application/vnd.oci.empty.v1+json"), oci,
                          "v2.6.0-report");
    registry->addManifest(indexOf(published, "application/vnd.cncf.model.manifest.v1+json", published.size()),
                          "application/vnd.oci.image.index.v1+json", "v2.5.0-index");
    const auto signatures = indexOf("signature", "application/vnd.dev.cosign.artifact.sig.v1+json", 812);
    registry->setScript([&](const ServerRequest &request) -> std::optional<ServerReply> {
        if (request.path().find("/referrers/") != std::string::npos)
            return ServerReply{.headers = {{"Content-Type", "application/vnd.oci.image.index.v1+json"}},
                               .body = signatures};
        if (request.path() == "/v2/_catalog")
            return errorReply(404, "UNSUPPORTED");
        return request.method == "DELETE" ? std::optional(errorReply(405, "UNSUPPORTED")) : std::nullopt;
    });
    fixture.window->showPlace(MainWindow::Place::Registries);
    auto &page = fixture.window->registriesPage();
    const auto open = [&](const std::string &text) {
        page.open(toQString(text));
        mustCome(waitFor([&] { return page.artifact().details() != nullptr; }), "the artifact");
    };
    const auto repository = registry->host() + "/acme/qwen2.5-7b-support";
    page.open(toQString(registry->host()));
    mustCome(waitFor([&] { return fixture.jobs.running() == 0; }), "what the registry lists");
    album.take(fixture, "remote-no-catalog");
    open(reference);
    page.artifact().setTab(ArtifactPage::Tab::Annotation);
    album.take(fixture, "remote-annotations");
    mustCome(waitFor([&] { return fixture.jobs.running() == 0; }), "the referrers");
    page.artifact().setTab(ArtifactPage::Tab::Referrers);
    album.take(fixture, "remote-referrers");
    page.artifact().setTab(ArtifactPage::Tab::Overview);
    fixture.window->action(QStringLiteral("deleteTagAction"))->trigger();
    mustCome(waitFor([&] { return child<QLineEdit>(page, "tagRemovalField")->isVisible(); }), "the question");
    QTest::keyClicks(child<QLineEdit>(page, "tagRemovalField"), QStringLiteral("v2.10.0"));
    QTest::keyClick(child<QLineEdit>(page, "tagRemovalField"), Qt::Key_Return);
    mustCome(waitFor([&] { return fixture.jobs.running() == 0; }), "the refusal");
    album.take(fixture, "remote-delete-refused");
    open(repository + ":v2.9.0-kit");
    album.take(fixture, "remote-foreign");
    open(repository + ":v2.5.0-index");
    page.artifact().setTab(ArtifactPage::Tab::Files);
    album.take(fixture, "remote-index");
    open(reference);
    page.artifact().setTab(ArtifactPage::Tab::Overview);
    page.openBeside(toQString(repository + ":v1.17.9"));
    mustCome(waitFor([&] { return page.hasTwo() && page.artifact().details() && fixture.jobs.running() == 0; }),
             "the artifact beside it");
    album.take(fixture, "remote-beside");
    child<QAbstractButton>(page, "besideClose")->click();
    open(reference);
    registry.reset();
    page.refresh();
    mustCome(waitFor([&] { return fixture.jobs.running() == 0; }), "that it is gone");
    album.take(fixture, "remote-gone");
}

void takeAccounts(Album &album, WindowFixture &fixture)
{
    auto &page = fixture.window->settingsPage();
    page.showSection(SettingsPage::Section::Accounts);
    mustCome(waitFor([&] { return child<QLabel>(page, "noAccounts")->isVisible(); }), "the empty accounts");
    album.take(fixture, "accounts-none");
    FakeRegistry registry({.user = "alice", .password = "wonder"});
    const auto host = RegistryHost::parse(registry.host()).value();
    const TaskContext context;
    mustCome(fixture.session.credentials()
                 .store(RegistryHost::parse("ghcr.io").value(), "acme-bot", "x", CredentialPlace::OwnFile, context)
                 .has_value(),
             "an account in the file");
    mustCome(
        fixture.session.credentials().store(host, "alice", "wonder", CredentialPlace::Session, context).has_value(),
        "an account of the session");
    mustCome(fixture.session
                 .chooseForRegistry(RegistryHost::parse("registry.lan:5000").value(), {.plainHttp = true}, context)
                 .has_value(),
             "plain HTTP");
    fixture.settings.addRecentTarget(toQString(registry.host()) + QStringLiteral("/acme/qwen2.5-7b:v1"));
    fixture.settings.addRegistry(QStringLiteral("registry.lan:5000"));
    auto *table = child<QTableView>(page, "accountsTable");
    mustCome(waitFor([&] { return table->model()->rowCount() == 3; }), "the accounts");
    table->setCurrentIndex(table->model()->index(0, 0));
    child<QAbstractButton>(page, "accountsTest")->click();
    mustCome(waitFor([&] { return child<QAbstractButton>(page, "accountsTest")->isEnabled(); }), "the test");
    album.take(fixture, "accounts-tested");
    table->setCurrentIndex(table->model()->index(2, 0));
    album.take(fixture, "accounts-plain-http");
    child<QAbstractButton>(page, "accountsSignIn")->click();
    mustCome(waitFor([&] { return child<QLineEdit>(page, "signInRegistry")->isVisible(); }), "the form");
    child<QLineEdit>(page, "signInRegistry")->setText(toQString(registry.host()));
    child<QLineEdit>(page, "accountUser")->setText(QStringLiteral("alice"));
    child<QLineEdit>(page, "accountSecret")->setText(QStringLiteral("wrong"));
    child<QAbstractButton>(page, "signInSubmit")->click();
    mustCome(waitFor([&] { return child<QLabel>(page, "accountError")->isVisible(); }), "the refusal");
    album.take(fixture, "accounts-wrong-password");
    child<QAbstractButton>(page, "signInCancel")->click();
}

void takeSettings(Album &album, WindowFixture &fixture)
{
    auto &page = fixture.window->settingsPage();
    album.take(fixture, "settings-general");
    page.showSection(SettingsPage::Section::Transfers);
    album.take(fixture, "settings-transfers");
    fixture.settings.setKindRules({{"*.csv", LayerKind::Dataset}, {"docs/**", LayerKind::Doc}});
    fixture.settings.setIgnorePatterns({QStringLiteral("*.log"), QStringLiteral("checkpoint-*/")});
    page.showSection(SettingsPage::Section::Rules);
    album.take(fixture, "settings-rules");
    fixture.settings.setKindRules({});
    fixture.settings.setIgnorePatterns({});
    page.showSection(SettingsPage::Section::Computer);
    album.take(fixture, "settings-computer");
    page.showSection(SettingsPage::Section::Keyboard);
    fixture.window->shortcuts().assign(QStringLiteral("saveAsAction"), Qt::CTRL | Qt::Key_U);
    album.take(fixture, "settings-keyboard");
    fixture.window->shortcuts().resetAll();
    takeAccounts(album, fixture);
}

void takeHelp(Album &album, WindowFixture &fixture)
{
    fixture.window->showHelp(QStringLiteral("first-publish.md"));
    album.take(fixture, "help");
    fixture.window->showHelp(QStringLiteral("MP042"));
    album.take(fixture, "help-finding");
    child<QLineEdit>(fixture.window->helpPage(), "helpSearch")->setText(QStringLiteral("licence"));
    album.take(fixture, "help-search");
    fixture.window->showHelp(QStringLiteral("registries.md"));
    album.take(fixture, "help-registries");
    fixture.window->showPlace(MainWindow::Place::Packages);
}

/// A model of a registry that is corrected: files, form, text, plan, and the plan once somebody else was quicker.
void takeEdit(Album &album)
{
    const TestDir dir;
    makeModel(dir, "qwen2.5-7b-support");
    const FakeRegistry registry;
    const auto reference = registry.host() + "/acme/qwen2.5-7b-support:v1.3.0";
    const auto target = parseLocation(reference).value();
    WindowFixture fixture(dir);
    const TaskContext context;
    const auto model = makePackage(dir / "qwen2.5-7b-support", {}, context).value();
    if (!publish(model, target, {}, fixture.session, context))
        qFatal("the model is not published");
    fixture.window->openPublished(toQString(reference));
    mustCome(waitFor([&] { return fixture.window->packageCount() == 1; }), "the published model");
    auto &package = *fixture.window->currentPackage();
    mustCome(waitFor([&] { return package.preview().snapshot() != nullptr; }), "its manifest");
    auto &document = package.document();
    document.setField("descriptor.licenses", Json::Array{"Apache-2.0"});
    document.replaceFile("README.md", ReplacedFile{{}, "# Support\n\nAnswers better now.\n", 31_B});
    mustCome(waitFor([&] { return package.preview().isCurrent(); }), "the plan of the changes");
    album.take(fixture, "edit-files");
    package.showPage(PackageTab::Page::Metadata);
    album.take(fixture, "edit-metadata");
    package.editText(QStringLiteral("README.md"));
    mustCome(waitFor([&] { return !child<QPlainTextEdit>(package, "textEditText")->isReadOnly(); }), "the README");
    album.take(fixture, "edit-text");
    auto &page = package.publishPage();
    package.showPublish();
    mustCome(waitForPlan(page), "the plan of the edit");
    album.take(fixture, "edit-plan");
    const ArtifactEdits other{.documents = {.annotations = {{"stage", "production"}}}};
    const auto moved = planEdit(target, other, {}, fixture.session, context);
    if (!moved || !applyEdit(*moved, {}, fixture.session, context))
        qFatal("the tag is not moved");
    child<QAbstractButton>(page, "publishAskAgain")->click();
    mustCome(waitFor([&] { return child<InfoBar>(page, "publishBanner")->isVisible(); }), "what moved");
    album.take(fixture, "edit-moved");
}

void run(const fs::path &folder, const QStringList &scenes)
{
    Album album(folder, scenes);
    if (album.wants("empty") || album.wants("message"))
        takeEmpty(album);
    if (album.wants("edit"))
        takeEdit(album);
    if (album.wants("remote"))
        takeRemote(album);

    const TestDir dir;
    makeModel(dir, "qwen2.5-7b-support");
    WindowFixture fixture(dir);
    if (album.wants("settings")) {
        fixture.window->showPlace(MainWindow::Place::Settings);
        takeSettings(album, fixture);
        fixture.window->showPlace(MainWindow::Place::Transfers);
        album.take(fixture, "transfers-empty");
        fixture.window->showPlace(MainWindow::Place::Registries);
        album.take(fixture, "registries-empty");
        fixture.window->showPlace(MainWindow::Place::Packages);
    }
    if (album.wants("help"))
        takeHelp(album, fixture);
    auto *package = fixture.open(dir / "qwen2.5-7b-support");
    mustCome(package != nullptr, "the package");
    if (album.wants("files"))
        takeFiles(album, fixture, *package);
    if (album.wants("treemap"))
        takeTreemap(album, fixture, *package);
    if (album.wants("pages"))
        takePages(album, fixture, *package);
    if (album.wants("palette")) {
        fixture.window->action(QStringLiteral("commandPaletteAction"))->trigger();
        child<QLineEdit>(*fixture.window, "paletteField")->setText(QStringLiteral("pa"));
        album.take(fixture, "palette");
        QTest::keyClick(child<QLineEdit>(*fixture.window, "paletteField"), Qt::Key_Escape);
    }
    if (album.wants("publish"))
        takePublish(album, fixture, *package);
    if (album.wants("registries"))
        takeRegistries(album, fixture);
}

/// Takes --language=CODE away; English without it, whatever the machine speaks.
Language takeLanguage(QStringList &arguments)
{
    const QLatin1String option("--language=");
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments.at(i).startsWith(option))
            return languageFromCode(arguments.takeAt(i).mid(option.size()));
    }
    return Language::English;
}

} // namespace

int main(int argc, char **argv)
{
    // Nothing of the user's own is read or shown.
    const TestDir home;
    for (const char *name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"})
        qputenv(name, (home / name).c_str());
    const QApplication application(argc, argv);
    auto arguments = QApplication::arguments();
    Translations translations;
    translations.use(takeLanguage(arguments));
    if (arguments.size() < 2)
        qFatal("screenshots [--language=CODE] FOLDER "
               "[empty|edit|remote|settings|files|treemap|pages|publish|registries]…");
    const auto folder = toPath(arguments.at(1));
    run(folder, arguments.mid(2));
    return 0;
}
