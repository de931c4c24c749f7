// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/fileformat.h"
#include "modelpack/folderscan.h"
#include "modelpack/layerkind.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace modelcrate {

/// How sure a classification is. Only Guess is written as `mediatype.untested: "true"`.
enum class Certainty { Certain, Likely, Guess };
std::string_view toString(Certainty certainty); ///< "certain", "likely", "guess"

/// Modelcrate: by name and first bytes, right where modctl's lists are wrong (peers.md B.2). Modctl: exactly the lists,
/// order, skip patterns and size rule of modctl main c8e484d.
enum class RuleSet { Modelcrate, Modctl };

/// A rule of the user's own. It stands above what is built in.
struct KindRule {
    std::string glob; ///< as matchesGlob() takes it
    LayerKind kind;

    bool operator==(const KindRule &) const = default;
};

struct Classification {
    LayerKind kind;
    /// Stable id of the rule that decided: "name:*.safetensors", "bytes:gguf", "modctl:config:*.json", "user:*.py".
    std::string rule;
    Certainty certainty;
    FileFormat format = FileFormat::Unknown; ///< what the first bytes say, if they were looked at
};

struct ClassifiedFile {
    ScannedFile file;
    Classification classification;
};

struct ClassifiedFolder {
    std::filesystem::path root;
    std::vector<ClassifiedFile> files;
    std::vector<ExcludedPath> excluded;
};

/// Kind of a file from its path, its size and, where the name does not settle it, its first bytes.
class FileClassifier {
public:
    /// As many first bytes as any rule looks at.
    static constexpr std::size_t prefixSize = 512;

    /// Of `own` the first that matches decides; first bytes still say what format a file has.
    explicit FileClassifier(RuleSet rules = RuleSet::Modelcrate, std::vector<KindRule> own = {})
        : m_rules(rules),
          m_own(std::move(own))
    {
    }
    /// Settled by the name alone; nothing means that first bytes are wanted.
    std::optional<Classification> classifyByName(std::string_view path, ByteCount size) const;
    Classification classify(std::string_view path, ByteCount size, std::string_view firstBytes) const;
    /// True for a path that this rule set leaves out by itself (modctl's skip patterns).
    bool skips(std::string_view path) const;

private:
    std::optional<Classification> builtInByName(std::string_view path, ByteCount size) const;
    Classification builtIn(std::string_view path, ByteCount size, std::string_view firstBytes) const;
    const KindRule *ownRule(std::string_view path) const;

    RuleSet m_rules;
    std::vector<KindRule> m_own;
};

/// Classifies a scan; opens only files whose name does not settle it. A file that can't be read is moved to
/// `excluded` with the reason.
Result<ClassifiedFolder> classifyFolder(FolderScan scan, const FileClassifier &classifier, const TaskContext &context);

} // namespace modelcrate
