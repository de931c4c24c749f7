// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "ui/package/packagestate.h"

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <QObject>

namespace modelcrate {

class JobRunner;

/// Saves packages on workers. Writes of one file are made one after the other, in the order they were asked for, so a
/// file ends up with the state that was saved last; those of other files run beside them. Of one document only the last
/// that waits is written: who asked before hears of that one. Two names of one file (a symbolic link) are two files
/// here. GUI thread.
class PackageWriter : public QObject {
    Q_OBJECT

public:
    /// On a worker.
    using Write = std::function<Result<void>(const PackageState &state, const std::filesystem::path &file)>;
    /// `written`: the state that is in the file if it succeeded; that which was asked for, or a later one.
    using Done = std::function<void(const Result<void> &outcome, const PackageState &written)>;

    explicit PackageWriter(JobRunner &jobs, Write write = &PackageWriter::save, QObject *parent = nullptr);

    /// `document` is only compared. `done` is not called once this is gone; what has not begun is not written then.
    void write(const QObject *document, const PackageState &state, const std::filesystem::path &file, Done done);
    bool isIdle() const { return m_files.empty(); }

    static Result<void> save(const PackageState &state, const std::filesystem::path &file); ///< savePackage()

private:
    struct Request {
        const QObject *document = nullptr;
        PackageState state;
        std::vector<Done> done = {};
    };
    void begin(const std::filesystem::path &file);

    JobRunner &m_jobs;
    Write m_write;
    std::map<std::filesystem::path, std::vector<Request>> m_files; ///< the first of each is being written
};

} // namespace modelcrate
