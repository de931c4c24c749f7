// SPDX-License-Identifier: Apache-2.0
#include "modelpack/package.h"

#include "modelpack/metadatadetector.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace modelcrate {

Result<ClassifiedFolder> classifyFolder(const std::filesystem::path &folder, const PackageOptions &options,
                                        const TaskContext &context,
                                        const std::function<void(std::vector<ScannedFile>)> &onFound)
{
    auto scanOptions = options.scan;
    // modctl has skip patterns of its own; ours on top would make another selection than modctl's.
    scanOptions.useDefaultPatterns = scanOptions.useDefaultPatterns && options.rules == RuleSet::Modelcrate;
    ASSIGN_OR_RETURN(auto scan, scanFolder(folder, scanOptions, context, onFound));
    return classifyFolder(std::move(scan), FileClassifier(options.rules, options.ownRules), context);
}

Result<Package> makePackage(const std::filesystem::path &folder, const PackageOptions &options,
                            const TaskContext &context)
{
    ASSIGN_OR_RETURN(const auto classified, classifyFolder(folder, options, context));
    return makePackage(classified, context);
}

namespace {

constexpr std::string_view standInRule = "MP042";

/// Files that stand in for the model they are named after: publishing them helps nobody.
std::optional<Finding> standInFinding(const ClassifiedFile &file)
{
    const auto format = file.classification.format;
    if (format == FileFormat::GitLfsPointer)
        return Finding{std::string(standInRule), Severity::Error, file.file.path,
                       Message::of("is a Git LFS pointer, the file itself was not downloaded (git lfs pull)")};
    if (format == FileFormat::Html && file.classification.kind == LayerKind::Weight)
        return Finding{std::string(standInRule), Severity::Error, file.file.path,
                       Message::of("is a web page, most likely an error page saved by a failed download")};
    return std::nullopt;
}

} // namespace

Result<Package> makePackage(const ClassifiedFolder &folder, const TaskContext &context)
{
    auto package = makeEntries(folder);
    RETURN_IF_ERROR(fillMetadata(package, folder, context));
    return package;
}

Package makeEntries(const ClassifiedFolder &folder)
{
    Package package;
    package.root = folder.root;
    package.entries.reserve(folder.files.size());
    for (const auto &[file, classification] : folder.files) {
        PackageEntry entry;
        entry.path = file.path;
        entry.file = file.path;
        entry.kind = classification.kind;
        entry.executable = file.executable;
        entry.rule = classification.rule;
        entry.certainty = classification.certainty;
        package.entries.push_back(std::move(entry));
        if (auto finding = standInFinding({file, classification}))
            package.findings.push_back(std::move(*finding));
    }
    return package;
}

Result<void> fillMetadata(Package &package, const ClassifiedFolder &folder, const TaskContext &context)
{
    std::vector<WeightFile> weights;
    for (std::size_t i = 0; i < folder.files.size(); ++i) {
        const auto &[file, classification] = folder.files[i];
        if (package.entries[i].kind == LayerKind::Weight && package.entries[i].included)
            weights.push_back({file.path, file.identity, classification.format});
    }
    ASSIGN_OR_RETURN(const auto metadata, detectMetadata(folder, weights, context));
    ModelConfig check;
    for (const auto &field : metadata.fields) {
        // A detected value that does not fit its field is of no use to anybody.
        if (const auto set = check.set(field.path, field.value); !set) {
            package.findings.push_back({"META004", Severity::Note, field.source, set.error().wording()});
            continue;
        }
        if (!package.config.find(field.path))
            RETURN_IF_ERROR(package.config.set(field.path, field.value));
        package.detected.push_back(field);
    }
    package.findings.insert(package.findings.end(), metadata.findings.begin(), metadata.findings.end());
    return {};
}

namespace {

const Json *firstOf(const std::vector<DetectedField> &fields, std::string_view path)
{
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const DetectedField &field) { return field.path == path; });
    return found == fields.end() ? nullptr : &found->value;
}

void follow(Package &package, const std::string &path, const std::vector<DetectedField> &found)
{
    const auto *before = firstOf(package.detected, path);
    const auto *value = package.config.find(path);
    const bool isAsDetected = before ? value && *value == *before : !value;
    if (!isAsDetected || package.drafts.contains(path))
        return;
    if (const auto *now = firstOf(found, path))
        static_cast<void>(package.config.set(path, *now)); // fillMetadata() drops what does not fit its field
    else
        package.config.remove(path);
}

} // namespace

void adoptMetadata(Package &package, FoundMetadata found)
{
    std::set<std::string> paths;
    for (const auto *fields : {&package.detected, &found.fields}) {
        for (const auto &field : *fields)
            paths.insert(field.path);
    }
    for (const auto &path : paths)
        follow(package, path, found.fields);
    package.detected = std::move(found.fields);
    // What is wrong with single files stays true; the rest is what the last detection noticed.
    std::erase_if(package.findings, [](const Finding &finding) { return finding.id != standInRule; });
    package.findings.insert(package.findings.end(), std::make_move_iterator(found.findings.begin()),
                            std::make_move_iterator(found.findings.end()));
}

} // namespace modelcrate
