// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelpack/fileclassifier.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace modelcrate {

/// What a list shows of a file beside its path. Small: a hundred thousand are made anew after each edit.
struct FileItem {
    /// What is known of the digest. NotPlanned: nobody is going to hash it before it is sent.
    enum class Digest : std::uint8_t { NotPlanned, Waiting, Known };
    /// Where the contents lie already, as far as that is known. Nowhere: a target was asked and has to be sent them.
    enum class Where : std::uint8_t { Unknown, Nowhere, Store, Mountable, Target };

    ByteCount size = {};
    LayerKind kind = LayerKind::Code;
    LayerEncoding encoding = LayerEncoding::Raw;
    Digest digest = Digest::NotPlanned;
    Where where = Where::Unknown;
    bool included = true;
    bool needsALook = false; ///< its kind is a guess that nobody confirmed
    bool changed = false; ///< on disk since it was looked at
    bool gone = false;
    bool cautious = false; ///< opening it may run code (pickle)
    bool bundled = false;

    bool operator==(const FileItem &) const = default;
};

/// What a file's row says of it, worst first; a folder's row says the worst of its files.
enum class FileState : std::uint8_t { Gone, Changed, NeedsALook, Waiting, Ready, LeftOut };
FileState stateOf(const FileItem &item);

/// Whether a click can take in what was left out for this reason: patterns yes, a broken link no.
bool canBeIncluded(ExcludeReason reason);

/// Files and folders by their names, with what was left out in its place. Never changes; made on a worker.
class FileTree {
public:
    static constexpr std::uint32_t none = 0xffffffff;

    struct Node {
        std::string path; ///< without a final '/'
        std::uint32_t nameAt = 0; ///< where the name begins in the path
        std::uint32_t parent = none;
        std::uint32_t end = 0; ///< nodes below it are those up to here
        std::uint32_t entry = none; ///< of a file
        std::uint32_t excluded = none; ///< of a left-out path
        std::uint16_t depth = 0;

        bool isFolder() const { return entry == none && excluded == none; }
        std::string_view name() const { return std::string_view(path).substr(nameAt); }
    };

    /// `paths` are the entries', in any order. A path twice makes two nodes.
    static std::shared_ptr<const FileTree> make(const std::vector<std::string_view> &paths,
                                                std::vector<ExcludedPath> excluded);

    /// Depth first; within a folder folders come first, then files, then what was left out, each by compareNames().
    const std::vector<Node> &nodes() const { return m_nodes; }
    const std::vector<ExcludedPath> &excluded() const { return m_excluded; }
    std::uint32_t nodeOfEntry(std::size_t entry) const { return m_nodeOfEntry[entry]; }
    std::size_t entryCount() const { return m_nodeOfEntry.size(); }

private:
    std::vector<Node> m_nodes;
    std::vector<ExcludedPath> m_excluded;
    std::vector<std::uint32_t> m_nodeOfEntry;
};

/// Order of names for people: letters of ASCII without case, runs of digits as numbers, everything else by its bytes.
/// Negative, zero or positive; zero only for equal names.
int compareNames(std::string_view a, std::string_view b);

} // namespace modelcrate
