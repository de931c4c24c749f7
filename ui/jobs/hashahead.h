// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "io/file.h"
#include "ui/jobs/jobrunner.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace modelcrate {

class Session;

struct FileToHash {
    std::string path; ///< the entry's, for whoever shows progress
    std::filesystem::path file;
    FileIdentity identity;
};

/// Hashes files into the session's hash cache while the user looks at the package: idle priority, one file at a time,
/// smallest first, up to a limit of bytes, never on battery (design.md "Digests"). A file that cannot be read, that
/// changes meanwhile or that the cache does not keep is passed over and not tried again. GUI thread.
class HashAhead : public QObject {
    Q_OBJECT

public:
    HashAhead(Session &session, JobRunner &jobs, QObject *parent = nullptr);
    ~HashAhead() override;
    /// Replaces what is waiting; what is being hashed goes on if it is among them. Files the cache knows are left out.
    void setFiles(std::vector<FileToHash> files);
    /// The smallest files that together stay within `limit` are hashed, those that the cache knows counted in; 0: none.
    /// 20 GiB until set.
    void setLimit(ByteCount limit);
    void stop();
    bool isRunning() const;
    /// Something is left, but this computer runs on its battery. Goes on by itself on mains power.
    bool waitsForPower() const;
    /// For tests: another folder than that of the system, and how often to look whether there is mains power again.
    void setPowerSupplies(const std::filesystem::path &folder, std::chrono::milliseconds lookEvery);

    struct Progress {
        std::string path; ///< file being hashed
        ByteCount done;
        ByteCount total;
        std::size_t filesLeft = 0; ///< this one included
        ByteCount bytesLeft;

        bool operator==(const Progress &) const = default;
    };
    std::optional<Progress> progress() const;

Q_SIGNALS:
    void progressChanged(); ///< at most 10 times a second
    void hashed(const QString &path); ///< the cache knows it now
    void idle(); ///< nothing is left; not after stop()

private:
    void replaceFiles();
    void start();
    void report();
    void ended();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace modelcrate
