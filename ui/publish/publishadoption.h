// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/publish.h"
#include "ui/artifact/services.h"
#include "ui/package/packagestate.h"

#include <functional>
#include <memory>
#include <optional>

#include <QObject>
#include <QString>

namespace modelcrate {

class PackageDocument;
class PlanPreview;
struct PlanSnapshot;

/// A package as it was when Publish was pressed.
struct SentPackage {
    std::shared_ptr<const PlanSnapshot> snapshot = {};
    PackageState state = {}; ///< of the document
    std::optional<Digest> shownDigest = {}; ///< of the manifest as it was shown, when it was exact
    std::optional<Digest> publishedDigest = {}; ///< of what came of it, once it has
};

/// What a document goes on from once it was published, or is compared with before. Documents of artifacts are read back
/// on a worker. GUI thread.
class PublishAdoption : public QObject {
public:
    PublishAdoption(PackageDocument &document, PlanPreview &preview, Services &services, QObject *parent = nullptr);

    /// From now on the changes are those to what was published just now.
    void adopt(const SentPackage &sent, const PublishResult &result, const Location &target);
    /// Whether what was published is still being read back: the document would be given nothing if this ended now.
    bool isAdopting() const { return m_adopting > 0; }
    /// Makes what the target holds under a digest the base that the preview compares with. `done` comes on the GUI
    /// thread, unless this is gone by then.
    void compareWith(const Location &target, const Digest &digest, std::function<void(Result<void>)> done);

private:
    void adoptBase(const SentPackage &sent, const PublishResult &result, const Location &target);
    void adoptEdit(const SentPackage &sent, const PublishResult &result, const Location &target);
    void readBase(const Location &target, const Digest &digest, const QString &label,
                  std::function<void(Result<void>)> done);

    PackageDocument &m_document;
    PlanPreview &m_preview;
    Services &m_services;
    int m_adopting = 0; ///< artifacts that are read back for the document
};

} // namespace modelcrate
