// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "io/foldernotices.h"
#include "modelpack/folderscan.h"
#include "ui/artifact/services.h"

#include <memory>
#include <optional>
#include <vector>

#include <QObject>
#include <QTimer>

class QSocketNotifier;

namespace modelcrate {

class PackageDocument;
class TaskContext;
struct PackageState;

/// Notices that files of a package change on disk, and that others come to its folder: watches the folders (never
/// single files, and at most maxFolders: a system has only so many watches), looks at identities on a worker after
/// something moved and when the window gets the focus, and marks what is not as it was by
/// PackageDocument::setChangedOnDisk(). It looks for new files at the beginning, since a package may be older than its
/// folder, and whenever a folder moved; each of those looks watches the folders that there are by then. GUI thread,
/// which never looks at the disk: watches are made and taken away on workers.
class FolderWatch : public QObject {
    Q_OBJECT

public:
    static constexpr int maxFolders = 512;

    FolderWatch(PackageDocument &document, Services &services, QObject *parent = nullptr);
    ~FolderWatch() override;

    /// All folders are watched; else only focus and check() find changes in the others.
    bool watchesAll() const { return m_watched.all; }
    /// Looks now; marks come a little later.
    void check();
    /// Files that a rescan would add, as of the last look after a folder had moved.
    std::size_t newFiles() const { return m_newFiles; }

Q_SIGNALS:
    /// newFiles() is another number.
    void newFilesChanged();
    /// A look has ended.
    void checked();

private:
    struct SeenFolder;
    class Watching;
    struct Watched {
        std::shared_ptr<const FolderNotices> notices; ///< null when the system watches nothing for us
        std::shared_ptr<const std::vector<SeenFolder>> seen; ///< whether watched or not; null before the first look
        bool all = false;
    };
    struct Wanted {
        std::optional<std::vector<std::optional<FileIdentity>>> known; ///< of the files, if they are to be looked at
        bool newFiles = false; ///< even if no folder is another than it was seen
        std::shared_ptr<const std::vector<SeenFolder>> seen;
        ScanOptions scan;
    };
    struct Look {
        std::vector<std::size_t> changed;
        std::optional<std::size_t> newFiles; ///< nothing when it was not looked for any
        std::optional<Watched> watched; ///< when it was
    };
    void start();
    static Look look(const PackageState &state, const Wanted &wanted, const TaskContext &context);
    static void lookForNew(Look &found, const PackageState &state, const ScanOptions &options,
                           const TaskContext &context);
    void finish(Result<Look> found);
    void take(const Look &found);
    void takeWatched(Watched watched);
    void setNewFiles(std::size_t count);

    PackageDocument &m_document;
    Services &m_services;
    Watched m_watched;
    std::unique_ptr<QSocketNotifier> m_told; ///< of m_watched; goes before it
    QTimer m_delay;
    int m_rescans = 0; ///< of the document, as the look began that runs
    bool m_running = false;
    bool m_again = false;
    bool m_filesWanted = false; ///< of the next look: files that are known
    bool m_foldersMoved = true; ///< files that are not
    std::size_t m_newFiles = 0;
};

} // namespace modelcrate
