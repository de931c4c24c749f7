// SPDX-License-Identifier: Apache-2.0
#include "ui/package/metadatadetection.h"

#include "operations/openfolder.h"
#include "ui/package/packagedocument.h"

#include <chrono>

namespace modelcrate {

namespace {

/// Leaving out file after file by the space bar asks once, after the last.
constexpr std::chrono::milliseconds editPause{150};

} // namespace

MetadataDetection::MetadataDetection(PackageDocument &document, Services &services, QObject *parent)
    : QObject(parent),
      m_document(document),
      m_services(services)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(editPause);
    connect(&m_delay, &QTimer::timeout, this, &MetadataDetection::detect);
    // Not only edits of entries: undoing what was typed before an answer came leads to a state without the answer.
    connect(&document, &PackageDocument::stateChanged, this, &MetadataDetection::stateChanged);
}

void MetadataDetection::stateChanged()
{
    const bool wasCurrent = isCurrent();
    const bool stale = m_document.state().isDetectionStale();
    if (!stale && wasCurrent)
        return;
    ++m_generation;
    if (m_job)
        m_job->cancel();
    m_job.clear();
    if (stale) {
        m_delay.start();
    } else {
        m_delay.stop();
        Q_EMIT settled();
    }
}

void MetadataDetection::detect()
{
    m_job = m_services.jobs.run<FoundMetadata>(
        this,
        [state = m_document.state(), facts = m_document.facts()](const TaskContext &context) {
            return findMetadata(state.toPackage(), facts, context);
        },
        [this, generation = ++m_generation, weights = m_document.state().weights()](Result<FoundMetadata> found) {
            if (generation != m_generation)
                return;
            m_job.clear();
            if (found)
                m_document.applyMetadata(std::move(*found), weights);
            Q_EMIT settled();
        });
}

} // namespace modelcrate

#include "moc_metadatadetection.cpp"
