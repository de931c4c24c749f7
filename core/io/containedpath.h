// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/finding.h"
#include "base/result.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace modelcrate {

/// A relative path that stays inside whatever folder it is put into: UTF-8, '/' between parts, no empty, "." or ".."
/// part, no drive, no backslash, no control or bidi character, parts up to 255 and the whole up to 4096 bytes
/// (registry.md 3.2 rule 11). A leading "./", doubled slashes and "." parts are dropped.
class ContainedPath {
public:
    /// UnsafePath with the reason.
    static Result<ContainedPath> parse(std::string_view text);
    const std::string &toString() const { return m_text; }
    /// The text ended in '/': it names a folder.
    bool isFolder() const { return m_isFolder; }
    auto operator<=>(const ContainedPath &) const = default;

private:
    ContainedPath(std::string text, bool isFolder) : m_text(std::move(text)), m_isFolder(isFolder) { }
    std::string m_text;
    bool m_isFolder;
};

/// Why a contained path cannot be stored on Windows (a reserved name, a trailing dot or blank, one of <>:"|?*), or
/// nothing.
std::optional<Message> portabilityIssue(std::string_view path);

/// Collects the files of one tree and says when a new one cannot stand beside the others.
class FileTreeNames {
public:
    /// A finding when `path` is there already (MP008, error), is used as a folder or needs a file as its folder (MP008,
    /// error), or equals another name after NFC and case folding (MP008, warning).
    std::optional<Finding> add(std::string_view path);
    bool contains(std::string_view path) const;

private:
    enum class Use { File, Folder };
    std::map<std::string, Use, std::less<>> m_names;
    std::map<std::string, std::string> m_folded; ///< folded name to the first name that gave it
};

} // namespace modelcrate
