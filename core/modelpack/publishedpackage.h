// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelpack/artifact.h"
#include "modelpack/artifactedit.h"
#include "modelpack/package.h"

#include <memory>
#include <string>

namespace modelcrate {

/// What a package is an edit of, as it was opened: everything that is needed to say what the edit makes of it, without
/// asking anybody.
struct PublishedArtifact {
    std::string source; ///< text of a location with digest, and the tag it was opened by
    ModelArtifact artifact;

    std::string place() const; ///< the source without its digest: with the tag, when it was opened by one
};

/// The package that edits `artifact`; nothing is changed yet. Annotations that repeat the config are left to it, as in
/// any package. InvalidInput when its config cannot be read.
Result<Package> makePublishedPackage(std::string source, ModelArtifact artifact);
/// The same from the documents alone, as a package file keeps them.
Result<Package> makePublishedPackage(std::string source, const std::string &manifest, const std::string &config);

/// What the package changes in the documents of its artifact. Nothing that is the same stands in it, so members that
/// nobody knows, and their order, stay.
DocumentEdits documentEdits(const Package &package);
/// Fields, annotations and files that are not as they were published.
std::size_t countChanges(const Package &package);

/// makePlan() of an edit. A replaced file's digest is pending until `cache` knows it; the other layers are as
/// published.
Result<ArtifactPlan> planPublishedEdit(const Package &package, HashCache *cache, const TaskContext &context);

} // namespace modelcrate
