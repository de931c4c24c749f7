// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "cli/commands.h"
#include "cli/exitcode.h"

#include <map>

namespace modelcrate::cli {

namespace {

JsonObject fileJson(const ClassifiedFile &file)
{
    const auto &[scanned, classification] = file;
    JsonObject value{{"path", scanned.path},
                     {"kind", toString(classification.kind)},
                     {"size", scanned.identity.size.value()},
                     {"rule", classification.rule},
                     {"certainty", toString(classification.certainty)}};
    if (classification.format != FileFormat::Unknown)
        value.set("format", toString(classification.format));
    if (scanned.executable)
        value.set("executable", true);
    return value;
}

JsonObject excludedJson(const ExcludedPath &path)
{
    JsonObject value{{"path", path.path}, {"reason", toString(path.reason)}};
    if (!path.detail.text().empty())
        value.set("detail", path.detail.text());
    return value;
}

std::string padded(std::string_view text, std::size_t width)
{
    return std::string(text) + std::string(width > text.size() ? width - text.size() : 0, ' ');
}

void printText(const ClassifiedFolder &folder, Console &console)
{
    std::map<LayerKind, std::pair<std::size_t, ByteCount>> totals;
    for (const auto &[file, classification] : folder.files) {
        auto &[count, size] = totals[classification.kind];
        ++count;
        size += file.identity.size;
        console.line(cat(padded(toString(classification.kind), 8), padded(formatIec(file.identity.size), 11),
                         escapeForDisplay(file.path), "  (", classification.rule, ", ",
                         toString(classification.certainty), ')'));
    }
    for (const auto &path : folder.excluded)
        console.line(cat(padded("-", 8), padded("left out", 11), escapeForDisplay(path.path), "  (",
                         toString(path.reason), path.detail.text().empty() ? "" : ": ",
                         escapeForDisplay(path.detail.text(), 300), ')'));
    for (const auto &[kind, total] : totals)
        console.message(cat(padded(toString(kind), 8), total.first, total.first == 1 ? " file, " : " files, ",
                            formatIec(total.second)));
}

} // namespace

Result<int> run(const ScanCommand &command, Console &console)
{
    ScanOptions options;
    options.exclude = command.exclude;
    options.useDefaultPatterns = command.rules == RuleSet::Modelcrate;
    ASSIGN_OR_RETURN(auto scan, scanFolder(command.folder, options, console.context()));
    ASSIGN_OR_RETURN(const auto folder,
                     classifyFolder(std::move(scan), FileClassifier(command.rules), console.context()));
    if (console.json()) {
        Json::Array files;
        files.reserve(folder.files.size());
        for (const auto &file : folder.files)
            files.push_back(fileJson(file));
        Json::Array excluded;
        for (const auto &path : folder.excluded)
            excluded.push_back(excludedJson(path));
        console.document({{"files", std::move(files)}, {"excluded", std::move(excluded)}});
    } else {
        printText(folder, console);
    }
    return exitDone;
}

} // namespace modelcrate::cli
