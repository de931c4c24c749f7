// SPDX-License-Identifier: Apache-2.0
#pragma once

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

/// Notices that files of a package change on disk: watches their folders (never single files, and at most maxFolders: a
/// system has only so many watches), looks at identities on a worker after something moved, when the window gets the
/// focus, and marks what is not as it was by PackageDocument::setChangedOnDisk(). GUI thread, which never looks at the
/// disk: watches are made and taken away on workers.
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
    /// Files that a rescan would add, as of the last look after a folder had changed.
    std::size_t newFiles() const { return m_newFiles; }

Q_SIGNALS:
    /// newFiles() is another number.
    void newFilesChanged();
    /// A look has ended.
    void checked();

private:
    void watchFolders();
    struct Watched {
        std::shared_ptr<const FolderNotices> notices; ///< null when the system watches nothing for us
        bool all = false;
    };
    static Watched watch(const PackageState &state);
    void takeWatched(Watched watched);
    struct Look {
        std::vector<std::size_t> changed;
        std::optional<std::size_t> newFiles; ///< nothing when it was not looked for any
    };
    static Look look(const PackageState &state, const std::vector<std::optional<FileIdentity>> &known,
                     const std::optional<ScanOptions> &forNewFiles, const TaskContext &context);
    void take(Look look);
    void setNewFiles(std::size_t count);

    PackageDocument &m_document;
    Services &m_services;
    Watched m_watched;
    std::unique_ptr<QSocketNotifier> m_told; ///< of m_watched; goes before it
    QTimer m_delay;
    int m_watching = 0; ///< number of the last watchFolders()
    bool m_running = false;
    bool m_again = false;
    bool m_foldersMoved = false;
    std::size_t m_newFiles = 0;
};

} // namespace modelcrate
