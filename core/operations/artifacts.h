// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelpack/artifact.h"
#include "modelpack/extractor.h"
#include "modelpack/validate.h"
#include "oci/transfer.h"
#include "operations/session.h"

#include <optional>
#include <string>
#include <vector>

namespace modelcrate {

// Operations on artifacts that exist. All block; `source` must name an artifact by tag or digest (Usage otherwise).

/// Copies an artifact of any kind, every digest unchanged, to another registry, layout or the local store; the target's
/// tag, or else the source's, is set last.
Result<TransferResult> copyArtifact(const Location &source, const Location &target, const TransferOptions &options,
                                    Session &session, const TaskContext &context);

struct PullResult {
    Digest digest;
    ExtractResult extracted;
};
Result<PullResult> pull(const Location &source, const std::filesystem::path &folder, const ExtractOptions &options,
                        Session &session, const TaskContext &context);

/// The manifest or index of an artifact of any kind, byte for byte.
Result<StoredManifest> fetchManifest(const Location &source, Session &session, const TaskContext &context);
Result<ModelArtifact> inspect(const Location &source, Session &session, const TaskContext &context);

/// What a list of artifacts shows of one: read from the manifest or index alone.
struct ArtifactSummary {
    Digest digest;
    ArtifactKind kind = ArtifactKind::Other;
    bool isIndex = false; ///< of several artifacts; kind and size are not known then
    ByteCount size; ///< of all layers
    std::size_t layers = 0; ///< or manifests of an index
    std::string created; ///< as annotated; may be empty
};
/// A manifest that the session's listing cache has is not fetched again while the registry says by HEAD that the tag
/// still stands for it; one that is fetched is kept there.
Result<ArtifactSummary> summarize(const Location &source, Session &session, const TaskContext &context);
/// The same of what the tag stood for when it was last looked at; NotFound when that is not known. Asks nobody.
Result<ArtifactSummary> rememberedSummary(const Location &source, const Session &session);

/// An artifact, a whole layout (oci:PATH without a tag) or a package source (its plan).
Result<Findings> validateSource(const Location &source, SpecVersion spec, bool deep, Session &session,
                                const TaskContext &context);

/// What `validate --as` takes for one file.
enum class DocumentType { Config, Manifest, Index, Descriptor, Layout, FileMetadata, Tar };
std::optional<DocumentType> parseDocumentType(std::string_view word);
/// `path` is a file; for Layout a layout's folder or an oci-layout file.
Result<Findings> validateDocument(const std::filesystem::path &path, DocumentType type, SpecVersion spec,
                                  const TaskContext &context);

struct Listing {
    enum class Kind { Repositories, Tags, References } kind = Kind::Tags;
    std::vector<std::string> names;
};
/// What a text names: REGISTRY its repositories, REGISTRY/REPOSITORY and store:REPOSITORY their tags, `store:` and
/// oci:PATH their references.
Result<Listing> list(std::string_view place, Session &session, const TaskContext &context);
Result<std::vector<std::string>> listRepositories(const RegistryHost &registry, Session &session,
                                                  const TaskContext &context);
/// What a registry is called: "Harbor", "zot", "GitHub Container Registry"; "OCI registry" when nothing tells. Blocks.
std::string registryName(const RegistryHost &registry, Session &session, const TaskContext &context);
/// Tags of a repository or layout, in natural version order, newest last.
Result<std::vector<TagName>> listTags(const Location &location, Session &session, const TaskContext &context);

/// A page of them in the store's order, as ContentStore::listTagPage() says.
Result<TagPage> listTagPage(const Location &location, const std::string &next, Session &session,
                            const TaskContext &context);

/// Gives an artifact further tags in its own repository; returns its digest.
Result<Digest> tagArtifact(const Location &source, const std::vector<TagName> &tags, Session &session,
                           const TaskContext &context);
/// Removes a tag. Conflict when the location has a digest too and the tag stands for something else, with nothing
/// removed; Conflict, naming them, when other tags would go too, unless `allTags`. In the local store the space of
/// blobs that nothing refers to is freed; returns how much.
Result<ByteCount> removeTag(const Location &location, bool allTags, Session &session, const TaskContext &context);

} // namespace modelcrate
