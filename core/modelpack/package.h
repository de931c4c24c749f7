// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/finding.h"
#include "modelpack/fileclassifier.h"
#include "modelpack/modelconfig.h"
#include "oci/descriptor.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace modelcrate {

struct PackageEntry {
    std::string path; ///< in the artifact
    std::string file; ///< what it is made from, relative to the package's root
    LayerKind kind = LayerKind::Code;
    LayerEncoding encoding = LayerEncoding::Raw;
    bool included = true;
    bool executable = false;
    std::string rule;
    Certainty certainty = Certainty::Certain;
    /// Entries with the same non-empty bundle and kind become one tar layer.
    std::string bundle = {};
    Annotations annotations = {}; ///< the user's own, on the layer

    bool operator==(const PackageEntry &) const = default;
};

struct PublishedArtifact;

/// What takes the place of a file of a published artifact: a local file or, when there is one, a text.
struct ReplacedFile {
    std::filesystem::path file = {}; ///< absolute
    std::optional<std::string> text = {};
    ByteCount size = {}; ///< as it was when it was chosen

    bool operator==(const ReplacedFile &) const = default;
};

/// The document the user edits: entries, model config, annotations. A plain value. Paths of local files are relative
/// to `root`, so a saved package can move with its folder.
struct Package {
    std::filesystem::path root = {}; ///< absolute; empty for an edit of a published artifact
    std::vector<PackageEntry> entries = {};
    ModelConfig config = {};
    /// What was found, with sources; `config` starts from the first of each path, others of it contradict.
    std::vector<DetectedField> detected = {};
    Annotations annotations = {}; ///< on the manifest, beside those that are derived
    bool keepTimes = false; ///< write real mtimes instead of the constant
    bool ociAnnotations = true; ///< mirror descriptor fields into org.opencontainers.image.* keys
    /// By config path, texts that somebody typed and that are no valid value (yet): kept with the document, never
    /// published.
    std::map<std::string, std::string> drafts = {};
    Findings findings = {}; ///< what was noticed while it was made
    /// Not null: this is an edit of that artifact (publishedpackage.h). Its layers are the entries, in order, and stay
    /// as they are but for `replaced`; config and annotations began as its own.
    std::shared_ptr<const PublishedArtifact> published = {};
    std::map<std::string, ReplacedFile> replaced = {}; ///< by path; of an edit only

    bool operator==(const Package &) const = default;
};

struct PackageOptions {
    ScanOptions scan = {};
    RuleSet rules = RuleSet::Modelcrate;
    std::vector<KindRule> ownRules = {}; ///< above those; the first that matches decides
};

/// Scans and classifies a folder; `onFound` as of scanFolder().
Result<ClassifiedFolder> classifyFolder(const std::filesystem::path &folder, const PackageOptions &options,
                                        const TaskContext &context,
                                        const std::function<void(std::vector<ScannedFile>)> &onFound = {});
/// Scans, classifies and fills a package from a folder.
Result<Package> makePackage(const std::filesystem::path &folder, const PackageOptions &options,
                            const TaskContext &context);
Result<Package> makePackage(const ClassifiedFolder &folder, const TaskContext &context);
/// The two steps of makePackage(), for who leaves files out before the rest is asked what the model is. Entries,
/// parallel to the folder's files, and what is wrong with single ones; reads nothing.
Package makeEntries(const ClassifiedFolder &folder);
/// Config and `detected` from what the files say (detectMetadata()); of the weights only those are looked at whose
/// entry is included. Reads small files and headers; the only Error is a stop. `package` is what makeEntries() made of
/// the folder.
Result<void> fillMetadata(Package &package, const ClassifiedFolder &folder, const TaskContext &context);
/// What fillMetadata() found, for a package that somebody edits.
struct FoundMetadata {
    std::vector<DetectedField> fields;
    Findings findings;
};
/// Puts what was found anew in place of `package.detected` and of what was noticed then. A config field that is as it
/// was detected follows; one that somebody set, chose from another source or took away, or that has a draft, stays.
void adoptMetadata(Package &package, FoundMetadata found);

/// `*.modelcrate.json`: versioned, relative paths, unknown members kept out of the way of newer versions (a newer
/// version is refused with the version it needs). `file` tells what paths are relative to.
std::string packageToJson(const Package &package, const std::filesystem::path &file);
Result<Package> packageFromJson(std::string_view text, const std::filesystem::path &file);
Result<void> savePackage(const Package &package, const std::filesystem::path &file);
Result<Package> loadPackage(const std::filesystem::path &file);

/// Edits that the command line and the window share. Globs match the whole path: `*` within a part, `**` across parts;
/// a glob without '/' matches the base name.
bool matchesGlob(std::string_view glob, std::string_view path);
struct LayerOverride {
    std::string glob;
    LayerKind kind;
    std::optional<LayerEncoding> encoding;
};
/// "GLOB=KIND[:ENCODING]"
Result<LayerOverride> parseLayerOverride(std::string_view text);
/// Each returns how many entries it touched.
std::size_t applyLayerOverride(Package &package, const LayerOverride &override);
std::size_t applyExclude(Package &package, std::string_view glob);
std::size_t applyBundle(Package &package, std::string_view glob);

} // namespace modelcrate
