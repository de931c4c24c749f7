// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/autosave.h"

#include "base/text.h"
#include "io/file.h"
#include "io/json.h"
#include "io/userfolders.h"
#include "ui/jobs/jobrunner.h"
#include "ui/package/packagedocument.h"
#include "ui/text/convert.h"

#include <algorithm>
#include <mutex>
#include <system_error>
#include <utility>

namespace modelcrate {

namespace fs = std::filesystem;

namespace {

constexpr int delayMs = 1000;
constexpr int recoveryLimitMs = 5000;
constexpr unsigned privateFile = 0600, privateFolder = 0700;
constexpr std::string_view suffix = ".autosave.json";
/// As large as a package file may be, and the name of the file beside it.
constexpr JsonLimits limits{.maxBytes = std::size_t(512) << 20, .maxDepth = JsonLimits{}.maxDepth + 16};

fs::path defaultFolder()
{
    const auto folder = userFolder(UserFolder::State);
    return folder ? *folder / "autosave" : fs::path();
}

/// Not in the folder itself, where every file is a package.
fs::path lockOf(const fs::path &file)
{
    auto folder = file.parent_path();
    folder += ".locks";
    const auto name = file.filename().native();
    return folder / name.substr(0, name.size() - suffix.size());
}

/// Null: somebody else has it.
Result<std::shared_ptr<FileLock>> takeLock(const fs::path &file)
{
    const auto path = lockOf(file);
    RETURN_IF_ERROR(makeFolders(path.parent_path(), privateFolder));
    ASSIGN_OR_RETURN(auto lock, FileLock::tryLock(path));
    return lock ? std::make_shared<FileLock>(std::move(*lock)) : nullptr;
}

void removeWithLock(const fs::path &file, std::shared_ptr<FileLock> &lock)
{
    std::error_code ignored;
    fs::remove(file, ignored);
    // After the file: who takes the lock in between finds nothing to read.
    if (std::exchange(lock, nullptr))
        fs::remove(lockOf(file), ignored);
}

Result<RecoveredPackage> readOne(const fs::path &path, std::shared_ptr<FileLock> lock, const TaskContext &context)
{
    ASSIGN_OR_RETURN(const auto text, readSmallFile(path, ByteCount(static_cast<std::int64_t>(limits.maxBytes))));
    ASSIGN_OR_RETURN(const auto json, parseJson(text, limits));
    const auto *packageJson = json.find("package");
    if (!packageJson)
        return Error(ErrorCode::InvalidInput, Message::of("no package in it"));
    ASSIGN_OR_RETURN(auto package, packageFromJson(dumpJson(*packageJson), path));
    // As it was left and no file more: what has come to the folder since is announced by who watches it, and is in the
    // package once somebody says so. The folder may be on a disk that is not here now; what was typed is not lost.
    ASSIGN_OR_RETURN(auto opened, openLoadedPackage(std::move(package), context));
    const auto name = path.filename().string();
    return RecoveredPackage{PreparedPackage::of(std::move(opened)), toQString(json.text("file")),
                            toQString(std::string_view(name).substr(0, name.size() - suffix.size())), std::move(lock)};
}

Result<std::vector<fs::path>> copiesIn(const fs::path &folder)
{
    std::vector<fs::path> paths;
    std::error_code failure;
    for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end; entry.increment(failure)) {
        const auto name = entry->path().filename().string();
        if (name.size() > suffix.size() && name.compare(name.size() - suffix.size(), suffix.size(), suffix) == 0)
            paths.push_back(entry->path());
    }
    if (failure && failure != std::errc::no_such_file_or_directory)
        return systemError(failure.value(), Message::of("cannot list %1", escapeForDisplay(folder.native())));
    std::sort(paths.begin(), paths.end());
    return paths;
}

/// One of the two, or neither: it belongs to a window that is open.
struct Copy {
    std::shared_ptr<RecoveredPackage> package = {};
    std::optional<UnreadableCopy> unreadable = {};
};

Result<Copy> readOrSetAside(const fs::path &path, const TaskContext &context)
{
    std::error_code failure;
    auto lock = takeLock(path);
    if ((lock && !*lock) || !fs::exists(path, failure))
        return Copy();
    // Where no lock can be made nobody can write a copy either.
    auto package = readOne(path, lock ? std::move(*lock) : nullptr, context);
    if (package)
        return Copy{std::make_shared<RecoveredPackage>(std::move(*package)), {}};
    auto error = std::move(package).error();
    if (error.isStop())
        return error;
    auto aside = path;
    aside += ".broken";
    fs::rename(path, aside, failure);
    error.addContext("reading " + path.native());
    if (std::error_code ignored; !failure)
        fs::remove(lockOf(path), ignored);
    return Copy{nullptr, UnreadableCopy{failure ? path : aside, std::move(error)}};
}

} // namespace

/// Of one document. It has one write at a time; what closes it may come while one runs, so the worker that writes holds
/// the mutex, and writes nothing once the file has gone.
struct Autosave::Watched {
    struct File {
        std::mutex mutex;
        bool forgotten = false;
        std::shared_ptr<FileLock> lock; ///< from the first write on, or since it was recovered
    };
    QTimer timer;
    bool writing = false;
    bool again = false; ///< its second was over while it was being written
    int changes = 0; ///< so far
    int kept = 0; ///< of those, how many its file knows: as it is opened or brought back, there is nothing to write
    std::shared_ptr<File> file = std::make_shared<File>();
};

Autosave::Autosave(Services &services, fs::path folder, QObject *parent)
    : QObject(parent),
      m_services(services),
      m_folder(folder.empty() ? defaultFolder() : std::move(folder))
{
    m_recoveryLimit.setSingleShot(true);
    m_recoveryLimit.setInterval(recoveryLimitMs);
    connect(&m_recoveryLimit, &QTimer::timeout, this, &Autosave::endRecovery);
}

Autosave::~Autosave() = default;

fs::path Autosave::fileOf(const PackageDocument &document) const
{
    return m_folder / (toUtf8(document.autosaveId()) + std::string(suffix));
}

void Autosave::watch(PackageDocument &document)
{
    auto &watched = m_watched[&document];
    watched = std::make_unique<Watched>();
    if (const auto recovered = m_recovered.extract(document.autosaveId()))
        watched->file->lock = recovered.mapped();
    watched->timer.setSingleShot(true);
    watched->timer.setInterval(delayMs);
    connect(&watched->timer, &QTimer::timeout, this, [this, &document] { write(document); });
    connect(&document, &PackageDocument::stateChanged, this, [this, &document] { documentChanged(document); });
    connect(&document, &PackageDocument::savedChanged, this, [this, &document] { documentChanged(document); });
    connect(&document, &QObject::destroyed, this, [this, &document] { m_watched.erase(&document); });
}

void Autosave::documentChanged(PackageDocument &document)
{
    const auto found = m_watched.find(&document);
    if (found == m_watched.end())
        return;
    ++found->second->changes;
    if (m_folder.empty()) {
        if (document.isModified())
            reportFailure(Error(ErrorCode::NotFound, Message::of("neither XDG_STATE_HOME nor HOME names a folder")));
        return;
    }
    // A saved document needs no copy; its file goes as fast as it came. The second of an edit is not begun anew by the
    // next one: who types for minutes must not lose minutes.
    auto &timer = found->second->timer;
    if (!document.isModified())
        timer.start(0);
    else if (!timer.isActive() || timer.interval() == 0)
        timer.start(delayMs);
}

void Autosave::forget(PackageDocument &document)
{
    const auto found = m_watched.find(&document);
    if (found == m_watched.end())
        return;
    disconnect(&document, nullptr, this, nullptr);
    const auto writer = found->second->file;
    m_watched.erase(found);
    if (m_folder.empty())
        return;
    ++m_writing;
    m_services.jobs.run<void>(
        this,
        [writer, file = fileOf(document)](const TaskContext &) -> Result<void> {
            const std::lock_guard lock(writer->mutex);
            writer->forgotten = true;
            removeWithLock(file, writer->lock);
            return {};
        },
        [this](Result<void>) { --m_writing; });
}

void Autosave::flush()
{
    for (auto &[document, watched] : m_watched) {
        if (watched->timer.isActive()) {
            watched->timer.stop();
            write(*document);
        }
    }
}

bool Autosave::isIdle() const
{
    return m_writing == 0 && std::none_of(m_watched.begin(), m_watched.end(), [](const auto &item) {
               return item.second->timer.isActive();
           });
}

bool Autosave::keeps(const PackageDocument &document, const Watched &watched) const
{
    return !document.isModified() || (!m_folder.empty() && watched.kept == watched.changes);
}

bool Autosave::keeps(const PackageDocument &document) const
{
    const auto found = std::find_if(m_watched.begin(), m_watched.end(),
                                    [&](const auto &item) { return item.first == &document; });
    return found == m_watched.end() || keeps(document, *found->second);
}

bool Autosave::keepsAll() const
{
    return std::all_of(m_watched.begin(), m_watched.end(),
                       [this](const auto &item) { return keeps(*item.first, *item.second); });
}

void Autosave::reportFailure(const Error &error)
{
    if (!std::exchange(m_failing, true))
        Q_EMIT failed(error);
}

void Autosave::write(PackageDocument &document)
{
    auto &watched = *m_watched.at(&document);
    if (watched.writing) {
        watched.again = true;
        return;
    }
    watched.writing = true;
    const auto file = fileOf(document);
    const auto saved = toUtf8(document.file());
    const bool isModified = document.isModified(); // else there is nothing to keep
    ++m_writing;
    m_services.jobs.run<void>(
        this,
        [writer = watched.file, file, saved, isModified,
         state = document.state()](const TaskContext &) -> Result<void> {
            const std::lock_guard lock(writer->mutex);
            if (writer->forgotten)
                return {};
            if (!isModified) {
                removeWithLock(file, writer->lock);
                return {};
            }
            RETURN_IF_ERROR(makeFolders(file.parent_path(), privateFolder));
            if (!writer->lock) {
                ASSIGN_OR_RETURN(writer->lock, takeLock(file));
                if (!writer->lock)
                    return Error(ErrorCode::Conflict, Message::of("another program keeps %1", file.native()));
            }
            return writeFileAtomically(
                file, "{\"file\":" + dumpJson(saved) + ",\"package\":" + packageToJson(state.toPackage(), file) + "}\n",
                privateFile);
        },
        [this, writer = watched.file, id = document.autosaveId(), changes = watched.changes](Result<void> result) {
            --m_writing;
            const auto found = std::find_if(m_watched.begin(), m_watched.end(),
                                            [&](const auto &item) { return item.second->file == writer; });
            if (found != m_watched.end()) {
                found->second->writing = false;
                if (result)
                    found->second->kept = changes;
                if (std::exchange(found->second->again, false))
                    write(*found->first);
            }
            if (!result)
                return reportFailure(result.error());
            m_failing = false;
            Q_EMIT written(id);
        });
}

void Autosave::recover()
{
    if (m_folder.empty())
        return;
    m_recovering = true;
    m_recoveryLimit.start();
    m_services.jobs.run<std::vector<fs::path>>(
        this, [folder = m_folder](const TaskContext &) { return copiesIn(folder); },
        [this](Result<std::vector<fs::path>> copies) {
            if (!copies)
                Q_EMIT unreadable({m_folder, copies.error()});
            m_toRead = copies ? copies->size() : 0;
            if (m_toRead == 0)
                return endRecovery();
            std::for_each(copies->begin(), copies->end(), [this](const fs::path &copy) { recoverOne(copy); });
        });
}

void Autosave::endRecovery()
{
    m_recoveryLimit.stop();
    if (std::exchange(m_recovering, false))
        Q_EMIT recoveryEnded();
}

/// Each by a worker of its own: a folder on a disk that hangs holds up no other.
void Autosave::recoverOne(const fs::path &copy)
{
    m_services.jobs.run<Copy>(
        this, [copy](const TaskContext &context) { return readOrSetAside(copy, context); },
        [this](Result<Copy> read) {
            if (!read) // the end of the program
                return;
            if (read->package) {
                m_recovered[read->package->autosaveId] = read->package->lock;
                Q_EMIT recovered(read->package);
            } else if (read->unreadable) {
                Q_EMIT unreadable(*read->unreadable);
            }
            if (--m_toRead == 0)
                endRecovery();
        });
}

} // namespace modelcrate
