// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "ui/artifact/services.h"

#include <string>
#include <vector>

#include <QObject>

namespace modelcrate {

class PackageDocument;
struct OpenedPackage;

/// Looks at a document's folder anew on a worker and hands the document what is there. One at a time. Document and
/// services outlive it. GUI thread.
class FolderRescan : public QObject {
    Q_OBJECT

public:
    FolderRescan(PackageDocument &document, Services &services, QObject *parent = nullptr);

    /// `include`: paths to take in although a pattern leaves them out; while one is running, they are the next one's.
    void start(std::vector<std::string> include = {});
    void retry(); ///< what failed last
    bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void runningChanged();
    void failed(const modelcrate::Error &error); ///< the document is as it was; not told when it was stopped

private:
    void ended(Result<OpenedPackage> opened);

    PackageDocument &m_document;
    Services &m_services;
    bool m_isRunning = false;
    std::vector<std::string> m_next; ///< to take in once the present one has ended
    std::vector<std::string> m_failed; ///< what the last one was to take in, and did not
};

} // namespace modelcrate
