// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelpack/package.h"
#include "ui/artifact/services.h"
#include "ui/jobs/jobrunner.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace modelcrate {

class PackageDocument;

/// Keeps what the files say of a model true while weights are left out, taken in or sorted anew: once the edits pause,
/// headers are read on a worker and handed to PackageDocument::applyMetadata(). The newest edit wins. GUI thread.
class MetadataDetection : public QObject {
    Q_OBJECT

public:
    MetadataDetection(PackageDocument &document, Services &services, QObject *parent = nullptr);

    /// What is detected is of the weights that are in the package, or could not be asked.
    bool isCurrent() const { return !m_delay.isActive() && !m_job; }

Q_SIGNALS:
    void settled(); ///< isCurrent() again

private:
    void stateChanged();
    void detect();

    PackageDocument &m_document;
    Services &m_services;
    QTimer m_delay;
    QPointer<Job> m_job;
    int m_generation = 0; ///< of the question; an answer to an older one is dropped
};

} // namespace modelcrate
