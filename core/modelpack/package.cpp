// SPDX-License-Identifier: Apache-2.0
#include "modelpack/package.h"

#include "modelpack/metadatadetector.h"

namespace modelcrate {

Result<Package> makePackage(const std::filesystem::path &folder, const PackageOptions &options, const TaskContext &context)
{
    ASSIGN_OR_RETURN(auto scan, scanFolder(folder, options.scan, context));
    ASSIGN_OR_RETURN(auto classified, classifyFolder(std::move(scan), options.rules, context));
    return makePackage(classified);
}

Package makePackage(const ClassifiedFolder &folder)
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
    }
    auto metadata = detectMetadata(folder);
    for (const auto &field : metadata.fields) {
        // A detected value that does not fit its field is of no use to anybody.
        if (const auto set = package.config.set(field.path, field.value); set)
            package.detected.push_back(field);
        else
            package.findings.push_back({"META004", Severity::Note, field.source, set.error().message()});
    }
    package.findings.insert(package.findings.end(), metadata.findings.begin(), metadata.findings.end());
    return package;
}

} // namespace modelcrate
