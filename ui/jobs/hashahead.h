// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "io/file.h"
#include "ui/jobs/jobrunner.h"

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
/// smallest first, up to a limit of bytes, never on battery (design.md "Digests"). GUI thread.
class HashAhead : public QObject {
    Q_OBJECT

public:
    HashAhead(Session &session, JobRunner &jobs, QObject *parent = nullptr);
    ~HashAhead() override;
    /// Replaces what is waiting; what is being hashed goes on if it is among them. Files the cache knows are left out.
    void setFiles(std::vector<FileToHash> files);
    void setLimit(ByteCount limit); ///< of a package's bytes; 0 turns it off
    void stop();
    bool isRunning() const;

    struct Progress {
        std::string path; ///< file being hashed
        ByteCount done;
        ByteCount total;
        std::size_t filesLeft = 0; ///< this one included
        ByteCount bytesLeft;
    };
    std::optional<Progress> progress() const;

Q_SIGNALS:
    void progressChanged();            ///< at most 10 times a second
    void hashed(const QString &path); ///< the cache knows it now
    void idle();                      ///< nothing is left

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace modelcrate
