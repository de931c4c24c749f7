// SPDX-License-Identifier: Apache-2.0
#include "ui/package/folderwatch.h"

#include "ui/jobs/disposal.h"
#include "ui/jobs/jobrunner.h"
#include "ui/package/packagedocument.h"
#include "ui/package/packageoptions.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <unordered_set>

#include <QGuiApplication>
#include <QSocketNotifier>

namespace modelcrate {

namespace {

/// Who writes a file tells of it many times; one look after it has been quiet for so long is enough.
constexpr std::chrono::milliseconds quiet{400};

/// Folders of the files, the root first; more than `limit` are left out.
std::pair<std::vector<std::filesystem::path>, bool> foldersOf(const PackageState &state, std::size_t limit)
{
    const auto &root = state.header->root;
    std::set<std::string_view> folders;
    std::vector out{root};
    for (const auto &entry : *state.entries) {
        std::string_view file = entry.file;
        for (auto slash = file.rfind('/'); slash != std::string_view::npos; slash = file.rfind('/')) {
            file = file.substr(0, slash);
            if (!folders.insert(file).second)
                break;
            if (folders.size() >= limit)
                return {out, false};
            out.push_back(root / file);
        }
    }
    return {out, true};
}

std::vector<std::size_t> findChanged(const PackageState &state, const std::vector<std::optional<FileIdentity>> &known,
                                     const TaskContext &context)
{
    std::vector<std::string> paths;
    paths.reserve(state.size());
    for (const auto &entry : *state.entries)
        paths.push_back(entry.file);
    const auto files = lookAtFiles(state.header->root, paths, context);
    std::vector<std::size_t> changed;
    if (!files && files.error().isStop())
        return changed;
    for (std::size_t i = 0; i < known.size(); ++i) {
        // What was gone before says so already; coming back is a change like any other.
        const auto now = files && (*files)[i] ? std::optional((*files)[i]->identity) : std::nullopt;
        if (now != known[i])
            changed.push_back(i);
    }
    return changed;
}

std::size_t countNew(const PackageState &state, const ScanOptions &options, const TaskContext &context)
{
    const auto scan = scanFolder(state.header->root, options, context);
    if (!scan)
        return 0;
    std::unordered_set<std::string_view> known;
    for (const auto &entry : *state.entries) {
        known.insert(entry.file);
        known.insert(entry.path); // a rescan does not add what would stand in the way of another
    }
    return static_cast<std::size_t>(std::count_if(scan->files.begin(), scan->files.end(),
                                                  [&](const ScannedFile &file) { return !known.contains(file.path); }));
}

} // namespace

FolderWatch::FolderWatch(PackageDocument &document, Services &services, QObject *parent)
    : QObject(parent),
      m_document(document),
      m_services(services)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(quiet);
    connect(&m_delay, &QTimer::timeout, this, &FolderWatch::check);
    connect(&document, &PackageDocument::entriesReset, this, [this] {
        watchFolders();
        setNewFiles(0);
    });
    // A file that is written in place changes no folder: the moment the user comes back is the time to look.
    if (auto *application = qobject_cast<QGuiApplication *>(QCoreApplication::instance())) {
        connect(application, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
            if (state == Qt::ApplicationActive)
                m_delay.start();
        });
    }
    watchFolders();
}

FolderWatch::~FolderWatch() = default;

void FolderWatch::watchFolders()
{
    if (m_document.published()) // there is no folder
        return;
    m_services.jobs.run<Watched>(
        this, [state = m_document.state()](const TaskContext &) -> Result<Watched> { return watch(state); },
        [this, number = ++m_watching](Result<Watched> watched) {
            if (watched && number == m_watching)
                takeWatched(std::move(*watched));
        });
}

FolderWatch::Watched FolderWatch::watch(const PackageState &state)
{
    const auto [folders, all] = foldersOf(state, maxFolders);
    auto notices = FolderNotices::of(folders);
    if (!notices)
        return {};
    const bool complete = all && notices->isComplete();
    // Hundreds of watches take the system milliseconds to close.
    return {makeDisposed<const FolderNotices>(std::move(*notices)), complete};
}

void FolderWatch::takeWatched(Watched watched)
{
    m_told.reset();
    m_watched = std::move(watched);
    if (!m_watched.notices)
        return;
    m_told = std::make_unique<QSocketNotifier>(m_watched.notices->fd(), QSocketNotifier::Read);
    connect(m_told.get(), &QSocketNotifier::activated, this, [this] {
        if (!m_watched.notices->take())
            return;
        m_foldersMoved = true;
        m_delay.start();
    });
}

void FolderWatch::check()
{
    if (m_document.published())
        return;
    if (m_running) {
        m_again = true;
        return;
    }
    m_running = true;
    const bool forNewFiles = std::exchange(m_foldersMoved, false);
    std::vector<std::optional<FileIdentity>> known;
    known.reserve(m_document.facts().size());
    for (const auto &facts : m_document.facts())
        known.push_back(facts.identity);
    m_services.jobs.run<Look>(
        this,
        [state = m_document.state(), known = std::move(known),
         newFiles = forNewFiles ? std::optional(packageOptions(m_services.settings).scan) : std::nullopt](
            const TaskContext &context) -> Result<Look> { return look(state, known, newFiles, context); },
        [this, forNewFiles, rescans = m_document.rescans()](Result<Look> found) {
            m_running = false;
            if (rescans != m_document.rescans()) {
                // It compared with what was known before the rescan.
                m_foldersMoved = m_foldersMoved || forNewFiles;
                m_again = true;
            } else if (found) {
                take(std::move(*found));
            }
            Q_EMIT checked();
            if (std::exchange(m_again, false))
                m_delay.start();
        });
}

FolderWatch::Look FolderWatch::look(const PackageState &state, const std::vector<std::optional<FileIdentity>> &known,
                                    const std::optional<ScanOptions> &forNewFiles, const TaskContext &context)
{
    Look found{findChanged(state, known, context), std::nullopt};
    if (forNewFiles)
        found.newFiles = countNew(state, *forNewFiles, context);
    return found;
}

void FolderWatch::take(Look found)
{
    std::erase_if(found.changed, [this](std::size_t entry) { return m_document.isChangedOnDisk(entry); });
    if (!found.changed.empty())
        m_document.setChangedOnDisk(found.changed);
    if (found.newFiles)
        setNewFiles(*found.newFiles);
}

void FolderWatch::setNewFiles(std::size_t count)
{
    if (std::exchange(m_newFiles, count) != count)
        Q_EMIT newFilesChanged();
}

} // namespace modelcrate

#include "moc_folderwatch.cpp"
