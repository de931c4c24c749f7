// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelpack/artifactplan.h"
#include "ui/artifact/services.h"
#include "ui/jobs/hashahead.h"

#include <memory>
#include <optional>
#include <set>

#include <QObject>
#include <QTimer>

namespace modelcrate {

class PackageDocument;

/// A plan and its documents, made on a worker from one state of a package; never changes.
struct PlanSnapshot {
    Package package;            ///< what it was made from
    ArtifactPlan plan;          ///< its findings include validateConfig's
    ArtifactPlan::Documents documents;
    bool exact = false;         ///< all digests known
    std::vector<std::optional<std::size_t>> layerOfEntry; ///< entry index to index in plan.layers
};

/// Keeps the plan of a document at hand: after each edit it is made anew on a worker, newest wins, and arrives within
/// 100 ms for packages of usual size. Also drives hashing ahead, so that pending digests become known. GUI thread.
class PlanPreview : public QObject {
    Q_OBJECT

public:
    PlanPreview(PackageDocument &document, Services &services, QObject *parent = nullptr);
    ~PlanPreview() override;

    /// Null until the first is there.
    std::shared_ptr<const PlanSnapshot> snapshot() const { return m_snapshot; }
    /// Whether the snapshot is of the document's present state.
    bool isCurrent() const;
    /// What a plan could not be made for.
    const std::optional<Error> &error() const { return m_error; }
    HashAhead &hashAhead() { return m_hashAhead; }

Q_SIGNALS:
    void changed(); ///< snapshot() or error()

private:
    void refresh();
    void take(Result<std::shared_ptr<const PlanSnapshot>> result, int generation);
    void feedHashAhead();

    PackageDocument &m_document;
    Services &m_services;
    HashAhead m_hashAhead;
    QTimer m_delay;
    std::shared_ptr<const PlanSnapshot> m_snapshot;
    std::optional<Error> m_error;
    int m_generation = 0;
    int m_shown = 0;
    bool m_running = false;
};

} // namespace modelcrate
