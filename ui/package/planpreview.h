// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelpack/artifactplan.h"
#include "ui/artifact/services.h"
#include "ui/jobs/hashahead.h"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include <QObject>
#include <QString>
#include <QTimer>

namespace modelcrate {

class PackageDocument;
struct PackageState;

/// A plan and its documents, made on a worker from one state of a package; never changes. Destroyed on a worker too
/// (makeDisposed()), whoever held it last.
struct PlanSnapshot {
    Package package; ///< what it was made from
    ArtifactPlan plan; ///< its findings include validateConfig's
    ArtifactPlan::Documents documents;
    bool exact = false; ///< all digests known
    std::optional<Digest> digest; ///< of the manifest, when it is exact
    std::vector<std::optional<std::size_t>> layerOfEntry; ///< entry index to index in plan.layers
    std::vector<std::uint32_t> byPath; ///< indexes of the entries in the order of their paths

    /// Index of the first entry with a path; entries keep it for the life of a document.
    std::optional<std::size_t> entryAt(std::string_view path) const;
};

/// Bytes of an artifact that the present state is compared with. They are shared, never copied: a hundred thousand
/// layers make tens of megabytes.
struct ManifestBase {
    std::shared_ptr<const ArtifactPlan::Documents> documents; ///< never null
    QString label; ///< "v1.2.0"
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
    /// What was published last, as far as it is known; all views of the document compare with it.
    const std::optional<ManifestBase> &base() const { return m_base; }
    void setBase(std::optional<ManifestBase> base);

Q_SIGNALS:
    void changed(); ///< snapshot() or error()
    void baseChanged();

private:
    struct Made {
        std::shared_ptr<const PlanSnapshot> snapshot;
        std::vector<FileToHash> unknown; ///< files whose digest nobody knows
    };
    static Result<Made> make(const PackageState &state, HashCache *cache, const TaskContext &context);
    void documentChanged();
    void digestsChanged();
    void refresh();
    void take(Result<Made> result, int generation);

    PackageDocument &m_document;
    Services &m_services;
    HashAhead m_hashAhead;
    QTimer m_delay; ///< between an edit and the plan of it
    QTimer m_digestDelay; ///< gathers what hashing ahead reports
    std::shared_ptr<const PlanSnapshot> m_snapshot;
    std::optional<Error> m_error;
    std::optional<ManifestBase> m_base;
    int m_generation = 0; ///< of the document; an edit makes the next
    int m_shown = 0; ///< the generation that snapshot() or error() is of
    int m_fed = 0; ///< the generation whose files are hashed ahead
    bool m_running = false;
    bool m_stale = true; ///< something changed since the last call began
};

} // namespace modelcrate
