// SPDX-License-Identifier: Apache-2.0
#include "operations/openfolder.h"

#include "base/parallel.h"
#include "io/content.h"
#include "modelpack/publishedpackage.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace modelcrate {

namespace {

FileFacts factsOf(const ClassifiedFile &file)
{
    return {file.file.identity, file.classification.format, file.file.digestHint};
}

/// Facts parallel to the entries that makeEntries() makes, which are parallel to the files.
std::vector<FileFacts> factsOf(const ClassifiedFolder &folder)
{
    std::vector<FileFacts> facts;
    facts.reserve(folder.files.size());
    for (const auto &file : folder.files)
        facts.push_back(factsOf(file));
    return facts;
}

/// Weights say by their first bytes whether opening them runs code, so those are looked at again; the rest keeps its
/// word.
Result<void> readFormats(const Package &package, std::vector<FileFacts> &facts, const TaskContext &context)
{
    std::vector<std::size_t> weights;
    for (std::size_t i = 0; i < package.entries.size(); ++i) {
        if (package.entries[i].kind == LayerKind::Weight && facts[i].identity)
            weights.push_back(i);
    }
    constexpr std::size_t threads = 8;
    return parallelFor(weights.size(), threads, context, [&](std::size_t at, const TaskContext &inner) -> Result<void> {
        RETURN_IF_ERROR(inner.check());
        auto &fact = facts[weights[at]];
        const auto content = makeFileContent(package.root / package.entries[weights[at]].file, *fact.identity);
        const auto prefix = readPrefix(*content, FileClassifier::prefixSize, inner);
        if (prefix)
            fact.format = detectFormat(*prefix, fact.identity->size.asUnsigned());
        else if (prefix.error().isStop())
            return prefix.error();
        return {};
    });
}

} // namespace

OpenedPackage withPublishedFacts(Package package)
{
    const auto &layers = package.published->artifact.layers;
    std::vector<FileFacts> facts(layers.size());
    for (std::size_t i = 0; i < layers.size(); ++i) {
        facts[i].identity.emplace();
        facts[i].identity->size = layers[i].descriptor.size;
    }
    return {std::move(package), std::move(facts), {}};
}

Result<OpenedPackage> openFolder(const std::filesystem::path &folder, const PackageOptions &options,
                                 const TaskContext &context,
                                 const std::function<void(std::vector<ScannedFile>)> &onFound)
{
    ASSIGN_OR_RETURN(auto classified, classifyFolder(folder, options, context, onFound));
    RETURN_IF_ERROR(context.check());
    ASSIGN_OR_RETURN(auto package, makePackage(classified, context));
    OpenedPackage opened{std::move(package), factsOf(classified), std::move(classified.excluded)};
    return opened;
}

Result<OpenedPackage> openPackageFile(const std::filesystem::path &file, const TaskContext &context)
{
    ASSIGN_OR_RETURN(auto package, loadPackage(file));
    return openLoadedPackage(std::move(package), context);
}

Result<OpenedPackage> openLoadedPackage(Package package, const TaskContext &context)
{
    if (package.published)
        return withPublishedFacts(std::move(package));
    std::vector<std::string> paths;
    paths.reserve(package.entries.size());
    for (const auto &entry : package.entries)
        paths.push_back(entry.file);
    std::vector<FileFacts> facts(package.entries.size());
    const auto files = lookAtFiles(package.root, paths, context);
    if (!files && files.error().isStop())
        return files.error();
    // A folder that is gone as a whole (a disk that is not mounted) is no reason to refuse the edits that were saved.
    if (files) {
        for (std::size_t i = 0; i < facts.size(); ++i) {
            if ((*files)[i])
                facts[i] = {(*files)[i]->identity, FileFormat::Unknown, (*files)[i]->digestHint};
        }
    }
    RETURN_IF_ERROR(readFormats(package, facts, context));
    return OpenedPackage{std::move(package), std::move(facts), {}};
}

namespace {

/// Whether the path, or something below it, is an entry's file already: what was asked for once is not listed as left
/// out.
bool holdsAFile(const std::set<std::string_view> &files, const std::string &excluded)
{
    const auto at = files.lower_bound(excluded);
    return at != files.end() && (*at == excluded || (excluded.ends_with('/') && at->starts_with(excluded)));
}

/// Facts of files that the scan did not give: left out by a pattern, but part of the package nevertheless.
Result<void> lookAtMissing(const Package &package, std::vector<FileFacts> &facts, const TaskContext &context)
{
    std::vector<std::size_t> missing;
    std::vector<std::string> paths;
    for (std::size_t i = 0; i < package.entries.size(); ++i) {
        if (!facts[i].identity) {
            missing.push_back(i);
            paths.push_back(package.entries[i].file);
        }
    }
    ASSIGN_OR_RETURN(const auto files, lookAtFiles(package.root, paths, context));
    for (std::size_t at = 0; at < missing.size(); ++at) {
        if (files[at])
            facts[missing[at]] = {files[at]->identity, FileFormat::Unknown, files[at]->digestHint};
    }
    return {};
}

} // namespace

Result<OpenedPackage> rescan(const Package &package, const PackageOptions &options, const TaskContext &context)
{
    if (package.published)
        return withPublishedFacts(package);
    ASSIGN_OR_RETURN(auto folder, classifyFolder(package.root, options, context));
    OpenedPackage opened{package, std::vector<FileFacts>(package.entries.size()), {}};
    std::unordered_map<std::string_view, std::vector<std::size_t>> entriesOfFile;
    std::unordered_set<std::string_view> taken;
    for (std::size_t i = 0; i < package.entries.size(); ++i) {
        entriesOfFile[package.entries[i].file].push_back(i);
        taken.insert(package.entries[i].path);
    }
    ClassifiedFolder fresh{folder.root, {}, {}};
    for (auto &file : folder.files) {
        if (const auto known = entriesOfFile.find(file.file.path); known != entriesOfFile.end()) {
            for (const auto entry : known->second)
                opened.facts[entry] = factsOf(file);
        } else if (taken.contains(file.file.path)) {
            folder.excluded.push_back(
                {file.file.path, ExcludeReason::UnsafeName, "another file has this path in the artifact"});
        } else {
            fresh.files.push_back(std::move(file));
        }
    }
    RETURN_IF_ERROR(lookAtMissing(package, opened.facts, context));

    auto added = makeEntries(fresh).entries;
    opened.package.entries.insert(opened.package.entries.end(), std::make_move_iterator(added.begin()),
                                  std::make_move_iterator(added.end()));
    const auto freshFacts = factsOf(fresh);
    opened.facts.insert(opened.facts.end(), freshFacts.begin(), freshFacts.end());

    std::set<std::string_view> files;
    for (const auto &entry : package.entries)
        files.insert(entry.file);
    for (auto &excluded : folder.excluded) {
        if (!holdsAFile(files, excluded.path))
            opened.excluded.push_back(std::move(excluded));
    }
    return opened;
}

namespace {

/// The folder as a scan would give it, with the entries parallel to its files, as fillMetadata() wants both. Several
/// entries of one file are one, since a scan meets it once.
ClassifiedFolder folderOfEntries(Package &package, const std::vector<FileFacts> &facts)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < package.entries.size(); ++i) {
        if (facts[i].identity)
            order.push_back(i);
    }
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const auto &first = package.entries[a];
        const auto &second = package.entries[b];
        return first.file == second.file ? first.included > second.included : first.file < second.file;
    });
    ClassifiedFolder folder{package.root, {}, {}};
    std::vector<PackageEntry> entries;
    for (const auto at : order) {
        auto &entry = package.entries[at];
        if (!entries.empty() && entries.back().file == entry.file)
            continue;
        folder.files.push_back({{entry.file, *facts[at].identity, entry.executable, facts[at].digestHint},
                                {entry.kind, entry.rule, entry.certainty, facts[at].format}});
        entries.push_back(std::move(entry));
    }
    package.entries = std::move(entries);
    return folder;
}

} // namespace

Result<FoundMetadata> findMetadata(const Package &package, const std::vector<FileFacts> &facts,
                                   const TaskContext &context)
{
    Package asked;
    asked.root = package.root;
    asked.entries = package.entries;
    const auto folder = folderOfEntries(asked, facts);
    if (folder.files.empty())
        return FoundMetadata{package.detected, package.findings};
    RETURN_IF_ERROR(fillMetadata(asked, folder, context));
    return FoundMetadata{std::move(asked.detected), std::move(asked.findings)};
}

} // namespace modelcrate
