// SPDX-License-Identifier: Apache-2.0
#include "ui/package/folderwatch.h"

#include "io/file.h"
#include "ui/jobs/disposal.h"
#include "ui/jobs/jobrunner.h"
#include "ui/package/packagedocument.h"
#include "ui/package/packageoptions.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include <QGuiApplication>
#include <QSocketNotifier>

namespace modelcrate {

namespace {

/// Who writes a file tells of it many times; one look after it has been quiet for so long is enough.
constexpr std::chrono::milliseconds quiet{400};

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

std::size_t countNew(const PackageState &state, const FolderScan &scan)
{
    std::unordered_set<std::string_view> known;
    for (const auto &entry : *state.entries) {
        known.insert(entry.file);
        known.insert(entry.path); // a rescan does not add what would stand in the way of another
    }
    return static_cast<std::size_t>(std::count_if(scan.files.begin(), scan.files.end(),
                                                  [&](const ScannedFile &file) { return !known.contains(file.path); }));
}

} // namespace

/// A folder as it was when it was last looked for new files.
struct FolderWatch::SeenFolder {
    std::string path; ///< below the root; "" for the root
    std::optional<FileIdentity> identity; ///< nothing: it was not there
};

/// Watches and remembers folders while they are looked at. On a worker.
class FolderWatch::Watching {
public:
    explicit Watching(std::filesystem::path root) : m_root(std::move(root))
    {
        if (auto notices = FolderNotices::of({}))
            m_notices = std::move(*notices);
    }

    void add(const std::string &path, std::optional<FileIdentity> identity)
    {
        if (!m_paths.insert(path).second)
            return;
        // One that is not there is told of by the one above.
        if (identity)
            m_all = m_watches < maxFolders && watch(pathOf(path)) && m_all;
        m_seen.push_back({path, identity});
    }

    /// A scan does not go into folders that a pattern leaves out, and of those that went the package may know files.
    void addFoldersOf(const PackageState &state)
    {
        for (const auto &entry : *state.entries) {
            std::string_view file = entry.file;
            for (auto slash = file.rfind('/'); slash != std::string_view::npos; slash = file.rfind('/')) {
                file = file.substr(0, slash);
                const std::string folder(file);
                if (m_paths.contains(folder))
                    break;
                const auto identity = identityOfFolder(pathOf(folder));
                add(folder, identity ? std::optional(*identity) : std::nullopt);
            }
        }
    }

    /// Where the root comes back to when it is gone.
    void addAbove()
    {
        for (auto folder = m_root; folder.has_relative_path();) {
            folder = folder.parent_path();
            if (watch(folder))
                return;
        }
    }

    Watched take() &&
    {
        Watched watched;
        watched.all = m_all && m_notices;
        watched.seen = makeDisposed<const std::vector<SeenFolder>>(std::move(m_seen));
        // Hundreds of watches take the system milliseconds to close.
        if (m_notices)
            watched.notices = makeDisposed<const FolderNotices>(std::move(*m_notices));
        return watched;
    }

    static bool isAnyOther(const std::filesystem::path &root, const std::vector<SeenFolder> &seen,
                           const TaskContext &context)
    {
        for (std::size_t i = 0; i < seen.size(); ++i) {
            if (i % 256 == 0 && !context.check())
                return false;
            const auto identity = identityOfFolder(pathBelow(root, seen[i].path));
            if ((identity ? std::optional(*identity) : std::nullopt) != seen[i].identity)
                return true;
        }
        return false;
    }

private:
    static std::filesystem::path pathBelow(const std::filesystem::path &root, const std::string &path)
    {
        return path.empty() ? root : root / path;
    }
    std::filesystem::path pathOf(const std::string &path) const { return pathBelow(m_root, path); }
    bool watch(const std::filesystem::path &folder)
    {
        ++m_watches;
        return m_notices && m_notices->add(folder);
    }

    std::filesystem::path m_root;
    std::optional<FolderNotices> m_notices; ///< nothing when the system watches nothing for us
    std::unordered_set<std::string> m_paths;
    std::vector<SeenFolder> m_seen;
    int m_watches = 0;
    bool m_all = true;
};

FolderWatch::FolderWatch(PackageDocument &document, Services &services, QObject *parent)
    : QObject(parent),
      m_document(document),
      m_services(services)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(quiet);
    connect(&m_delay, &QTimer::timeout, this, &FolderWatch::check);
    connect(&document, &PackageDocument::entriesReset, this, [this] {
        setNewFiles(0);
        // Others may have come since what the entries are of; and there may be other folders to watch.
        m_foldersMoved = true;
        start();
    });
    // A file that is written in place changes no folder: the moment the user comes back is the time to look.
    if (auto *application = qobject_cast<QGuiApplication *>(QCoreApplication::instance())) {
        connect(application, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
            if (state == Qt::ApplicationActive)
                m_delay.start();
        });
    }
    start();
}

FolderWatch::~FolderWatch() = default;

void FolderWatch::check()
{
    m_filesWanted = true;
    start();
}

void FolderWatch::start()
{
    if (m_document.published()) // there is no folder
        return;
    if (m_running) {
        m_again = true;
        return;
    }
    m_running = true;
    m_rescans = m_document.rescans();
    Wanted wanted{std::nullopt, std::exchange(m_foldersMoved, false), m_watched.seen,
                  packageOptions(m_services.settings).scan};
    if (std::exchange(m_filesWanted, false)) {
        auto &known = wanted.known.emplace();
        known.reserve(m_document.facts().size());
        for (const auto &facts : m_document.facts())
            known.push_back(facts.identity);
    }
    m_services.jobs.run<Look>(
        this,
        [state = m_document.state(), wanted = std::move(wanted)](const TaskContext &context) -> Result<Look> {
            return look(state, wanted, context);
        },
        [this](Result<Look> found) { finish(std::move(found)); });
}

FolderWatch::Look FolderWatch::look(const PackageState &state, const Wanted &wanted, const TaskContext &context)
{
    Look found;
    if (wanted.known)
        found.changed = findChanged(state, *wanted.known, context);
    // Not every folder is watched, and what another machine does in one is not told.
    if (wanted.newFiles || !wanted.seen || Watching::isAnyOther(state.header->root, *wanted.seen, context))
        lookForNew(found, state, wanted.scan, context);
    return found;
}

void FolderWatch::lookForNew(Look &found, const PackageState &state, const ScanOptions &options,
                             const TaskContext &context)
{
    const auto &root = state.header->root;
    Watching watching(root);
    const auto scan = [&] {
        return scanFolder(root, options, context, {}, [&](const std::string &path, const FileIdentity &identity) {
            watching.add(path, identity);
        });
    };
    auto scanned = scan();
    if (!scanned && !scanned.error().isStop()) {
        watching.addAbove();
        scanned = scan(); // it may have come back before that was watched
    }
    if (!scanned && scanned.error().isStop())
        return;
    if (!scanned)
        watching.add({}, std::nullopt);
    watching.addFoldersOf(state);
    found.newFiles = scanned ? countNew(state, *scanned) : 0;
    found.watched = std::move(watching).take();
    found.watched->all = found.watched->all && scanned;
}

void FolderWatch::finish(Result<Look> found)
{
    m_running = false;
    if (found && found->watched)
        takeWatched(std::move(*found->watched));
    if (m_rescans != m_document.rescans()) {
        // It compared with what was known before the rescan.
        m_foldersMoved = m_foldersMoved || !found || found->newFiles;
        m_again = true;
    } else if (found) {
        take(*found);
    }
    Q_EMIT checked();
    if (std::exchange(m_again, false))
        m_delay.start();
}

void FolderWatch::takeWatched(Watched watched)
{
    // What was told while others were made is not lost with the old ones.
    if (m_watched.notices && m_watched.notices->take()) {
        m_foldersMoved = true;
        m_delay.start();
    }
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

void FolderWatch::take(const Look &found)
{
    std::vector<std::size_t> changed;
    std::copy_if(found.changed.begin(), found.changed.end(), std::back_inserter(changed),
                 [this](std::size_t entry) { return !m_document.isChangedOnDisk(entry); });
    if (!changed.empty())
        m_document.setChangedOnDisk(changed);
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
