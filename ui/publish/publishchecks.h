// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "operations/publish.h"
#include "ui/artifact/services.h"
#include "ui/publish/checklist.h"

#include <optional>
#include <string>
#include <vector>

#include <QObject>

namespace modelcrate {

class PackageDocument;
class PlanPreview;
struct PackageProblem;

/// What is checked of a package before it is published, each with what mends it. An action edits the document, as a
/// step to undo, or asks to go where the fault is. GUI thread.
class PublishChecks : public QObject {
    Q_OBJECT

public:
    PublishChecks(PackageDocument &document, PlanPreview &preview, Services &services, QObject *parent = nullptr);

    /// What must be mended before anything can be sent.
    std::vector<CheckList::Check> problems();
    /// Those problems first, then all that else is to be said of publishing to `target`.
    std::vector<CheckList::Check> all(const std::vector<CheckList::Check> &problems,
                                      const std::optional<Location> &target);
    /// Finds out, on a worker, who refers to what is edited: they refer to it afterwards, too, and a signature is not
    /// of what takes its place. Asks once for each artifact.
    void countReferrers();

Q_SIGNALS:
    void goToFieldRequested(const QString &path);
    void goToEntryRequested(std::size_t entry);
    void referrersCounted();

private:
    CheckList::Check checkFor(const PackageProblem &problem);
    std::vector<CheckList::Check> bundleChecks();
    CheckList::Check renameCheck(const Finding &finding);
    CheckList::Check referrersCheck(const Digest &edited) const;
    void bundle(const std::string &glob);
    void renameInArtifact(std::size_t entry, const std::string &name);

    PackageDocument &m_document;
    PlanPreview &m_preview;
    Services &m_services;
    std::optional<Digest> m_referrersOf; ///< what is edited, once it was asked who refers to it
    std::optional<std::size_t> m_referrers; ///< nothing while that is not known
};

} // namespace modelcrate
