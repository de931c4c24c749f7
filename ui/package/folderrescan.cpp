// SPDX-License-Identifier: Apache-2.0
#include "ui/package/folderrescan.h"

#include "operations/openfolder.h"
#include "ui/jobs/jobrunner.h"
#include "ui/package/packagedocument.h"
#include "ui/package/packageoptions.h"

#include <utility>

namespace modelcrate {

FolderRescan::FolderRescan(PackageDocument &document, Services &services, QObject *parent)
    : QObject(parent),
      m_document(document),
      m_services(services)
{
}

void FolderRescan::start(std::vector<std::string> include)
{
    if (m_isRunning) {
        m_next.insert(m_next.end(), include.begin(), include.end());
        return;
    }
    m_isRunning = true;
    m_failed = include;
    Q_EMIT runningChanged();
    auto options = packageOptions(m_services.settings);
    options.scan.include = std::move(include);
    m_services.jobs.run<OpenedPackage>(
        this,
        [state = m_document.state(), options](const TaskContext &context) {
            return rescan(state.toPackage(), options, context);
        },
        [this](Result<OpenedPackage> opened) { ended(std::move(opened)); });
}

void FolderRescan::retry() { start(m_failed); }

void FolderRescan::ended(Result<OpenedPackage> opened)
{
    m_isRunning = false;
    if (opened)
        m_document.applyRescan(std::move(*opened));
    else if (!opened.error().isStop())
        Q_EMIT failed(opened.error());
    if (!m_next.empty())
        start(std::exchange(m_next, {}));
    else
        Q_EMIT runningChanged();
}

} // namespace modelcrate

#include "moc_folderrescan.cpp"
