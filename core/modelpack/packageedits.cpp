// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "modelpack/glob.h"
#include "modelpack/package.h"

namespace modelcrate {

namespace {

template<typename Change>
std::size_t changeMatching(Package &package, std::string_view glob, const Change &change)
{
    std::size_t count = 0;
    for (auto &entry : package.entries) {
        if (entry.included && matchesGlob(glob, entry.path)) {
            change(entry);
            ++count;
        }
    }
    return count;
}

/// The folder a bundle is named after: the glob up to its first pattern, else the folder of the first file.
std::string bundleName(std::string_view glob, std::string_view firstPath)
{
    if (!glob.empty() && glob.front() == '/')
        glob.remove_prefix(1);
    const auto pattern = glob.find_first_of("*?[\\");
    const auto literal = glob.substr(0, pattern);
    if (const auto slash = literal.rfind('/'); slash != std::string_view::npos)
        return std::string(literal.substr(0, slash));
    const auto slash = firstPath.rfind('/');
    return slash == std::string_view::npos ? "files" : std::string(firstPath.substr(0, slash));
}

} // namespace

bool matchesGlob(std::string_view glob, std::string_view path)
{
    // A leading '/' means the top of the folder, as in gitignore.
    if (!glob.empty() && glob.front() == '/')
        return globMatches(glob.substr(1), path);
    if (glob.find('/') == std::string_view::npos)
        return globMatches(glob, path.substr(path.rfind('/') + 1));
    return globMatches(glob, path);
}

Result<LayerOverride> parseLayerOverride(std::string_view text)
{
    const auto equals = text.rfind('=');
    if (equals == std::string_view::npos || equals == 0)
        return Error(ErrorCode::Usage, cat("\"", escapeForDisplay(text, 200), "\" is not GLOB=KIND[:ENCODING]"),
                     "For example: --layer '*.csv=dataset' or --layer 'docs/**=doc:tar'.");
    auto kindWord = text.substr(equals + 1);
    std::optional<LayerEncoding> encoding;
    if (const auto colon = kindWord.find(':'); colon != std::string_view::npos) {
        encoding = parseLayerEncoding(kindWord.substr(colon + 1));
        if (!encoding)
            return Error(ErrorCode::Usage,
                         cat("\"", escapeForDisplay(kindWord.substr(colon + 1), 60), "\" is no encoding"),
                         "Encodings: raw, tar, tar+gzip, tar+zstd.");
        kindWord = kindWord.substr(0, colon);
    }
    const auto kind = parseLayerKind(kindWord);
    if (!kind)
        return Error(ErrorCode::Usage, cat("\"", escapeForDisplay(kindWord, 60), "\" is no kind of layer"),
                     "Kinds: weight, config, code, doc, dataset.");
    return LayerOverride{std::string(text.substr(0, equals)), *kind, encoding};
}

std::size_t applyLayerOverride(Package &package, const LayerOverride &override)
{
    return changeMatching(package, override.glob, [&](PackageEntry &entry) {
        entry.kind = override.kind;
        entry.encoding = override.encoding.value_or(entry.encoding);
        entry.rule = "option:" + override.glob;
        entry.certainty = Certainty::Certain;
    });
}

std::size_t applyExclude(Package &package, std::string_view glob)
{
    return changeMatching(package, glob, [&](PackageEntry &entry) {
        entry.included = false;
        entry.rule = cat("option:", glob);
    });
}

std::size_t applyBundle(Package &package, std::string_view glob)
{
    std::string name;
    return changeMatching(package, glob, [&](PackageEntry &entry) {
        if (name.empty())
            name = bundleName(glob, entry.path);
        entry.bundle = name;
    });
}

} // namespace modelcrate
