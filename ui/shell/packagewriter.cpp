// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/packagewriter.h"

#include "modelpack/package.h"
#include "ui/jobs/jobrunner.h"

#include <utility>

namespace modelcrate {

PackageWriter::PackageWriter(JobRunner &jobs, Write write, QObject *parent)
    : QObject(parent),
      m_jobs(jobs),
      m_write(std::move(write))
{
}

Result<void> PackageWriter::save(const PackageState &state, const std::filesystem::path &file)
{
    return savePackage(state.toPackage(), file);
}

void PackageWriter::write(const QObject *document, const PackageState &state, const std::filesystem::path &file,
                          Done done)
{
    const auto key = file.lexically_normal();
    auto &requests = m_files[key];
    // The first is with a worker already.
    if (requests.size() > 1 && requests.back().document == document) {
        requests.back().state = state;
        requests.back().done.push_back(std::move(done));
        return;
    }
    requests.push_back({document, state, {}});
    requests.back().done.push_back(std::move(done));
    if (requests.size() == 1)
        begin(key);
}

void PackageWriter::begin(const std::filesystem::path &file)
{
    m_jobs.run<void>(
        this, [write = m_write, state = m_files[file].front().state, file](const TaskContext &) {
            return write(state, file);
        },
        [this, file](const Result<void> &outcome) {
            auto &requests = m_files[file];
            const auto request = std::move(requests.front());
            requests.erase(requests.begin());
            if (requests.empty())
                m_files.erase(file);
            else
                begin(file);
            for (const auto &done : request.done) {
                if (done)
                    done(outcome, request.state);
            }
        });
}

} // namespace modelcrate
