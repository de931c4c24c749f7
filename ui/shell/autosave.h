// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/services.h"
#include "ui/package/packagedocument.h"

#include <filesystem>
#include <map>
#include <memory>

#include <QObject>
#include <QTimer>

namespace modelcrate {

class FileLock;

/// What was left behind by a program that did not end as it should.
struct RecoveredPackage {
    PreparedPackage opened;
    QString file; ///< where it was saved before, or empty
    QString autosaveId; ///< goes on under this name
    std::shared_ptr<FileLock> lock; ///< of its file
};

/// A copy of edits that says nothing, and where it is now: set aside as FILE.broken, or still where it was.
struct UnreadableCopy {
    std::filesystem::path path;
    Error error;
};

/// Writes every modified document to a file of its own under `$XDG_STATE_HOME/modelcrate/autosave` (0600, replaced
/// atomically, on a worker), and takes it away once the document is saved or closed. GUI thread.
///
/// An edit is on the disk one second and one write after it was made, however long the typing goes on: the second is
/// not begun anew by each key, and an edit made while a write runs is written after it. Whatever kills the program
/// takes that second at most. Fields of the forms are edits with each key; the cell of a table, once its editor is
/// left.
///
/// Who writes a file has its lock (flock, in `autosave.locks` beside the folder) until it has no need of it any more.
/// So a program that starts takes back what nobody has: what belongs to a window that is open is that window's.
class Autosave : public QObject {
    Q_OBJECT

public:
    /// `folder`: empty for the user's own; without a home nothing is kept.
    Autosave(Services &services, std::filesystem::path folder = {}, QObject *parent = nullptr);
    ~Autosave() override;

    void watch(PackageDocument &document);
    /// The document is closed: its file goes.
    void forget(PackageDocument &document);
    /// Writes now what waits for its second; for tests and the end of the program.
    void flush();
    bool isIdle() const; ///< nothing waits and nothing is being written, which says nothing of how it went
    /// Whether the document as it is now comes back with the next start, or has nothing to come back with: it is saved,
    /// or closed. False where there is no place for copies, while one is being written, and after one that failed.
    bool keeps(const PackageDocument &document) const;
    bool keepsAll() const; ///< that are watched

    /// Reads what is there, on workers: each copy is recovered() or unreadable() as soon as it is read.
    void recover();
    /// Until recoveryEnded(): what somebody wants to open may be among the copies.
    bool isRecovering() const { return m_recovering; }

Q_SIGNALS:
    void recovered(std::shared_ptr<modelcrate::RecoveredPackage> package);
    void unreadable(const modelcrate::UnreadableCopy &copy);
    /// All that was there is told. A disk that hangs is waited for five seconds: a copy may come later.
    void recoveryEnded();
    void written(const QString &autosaveId);
    /// Edits cannot be kept (the disk is full, or there is no home to keep them in). Said once, until a write succeeds;
    /// each edit is another attempt.
    void failed(const modelcrate::Error &error);

private:
    struct Watched;
    void documentChanged(PackageDocument &document);
    void reportFailure(const Error &error);
    bool keeps(const PackageDocument &document, const Watched &watched) const;
    void recoverOne(const std::filesystem::path &copy);
    void endRecovery();
    void write(PackageDocument &document);
    std::filesystem::path fileOf(const PackageDocument &document) const;

    Services &m_services;
    std::filesystem::path m_folder;
    std::map<PackageDocument *, std::unique_ptr<Watched>> m_watched;
    std::map<QString, std::shared_ptr<FileLock>> m_recovered; ///< by autosave id, until their documents are watched
    QTimer m_recoveryLimit;
    std::size_t m_toRead = 0; ///< of the copies that there are
    bool m_recovering = false;
    int m_writing = 0;
    bool m_failing = false;
};

} // namespace modelcrate
