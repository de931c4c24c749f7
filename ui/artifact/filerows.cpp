// SPDX-License-Identifier: Apache-2.0
#include "ui/artifact/filerows.h"

#include "ui/jobs/disposal.h"

#include <algorithm>

namespace modelcrate {

namespace {

using Node = FileTree::Node;

class RowMaker {
public:
    explicit RowMaker(const FileRowsInput &input) : m_input(input), m_nodes(input.tree->nodes()) { }

    std::shared_ptr<const FileRows> make()
    {
        auto rows = makeDisposed<FileRows>();
        rows->tree = m_input.tree;
        rows->items = m_input.items;
        rows->filtered = !m_input.filter.isEmpty();
        summarize(rows->summaries);
        findShown(*rows);
        if (m_input.sortColumn == FileColumn::Name && !m_input.descending)
            listInPlace(rows->nodes);
        else
            listSorted(*rows);
        rows->rowOfNode.assign(m_nodes.size(), FileTree::none);
        for (std::uint32_t row = 0; row < rows->nodes.size(); ++row)
            rows->rowOfNode[rows->nodes[row]] = row;
        return rows;
    }

private:
    const FileItem &item(const Node &node) const { return (*m_input.items)[node.entry]; }

    void summarize(std::vector<FolderSummary> &summaries) const
    {
        summaries.resize(m_nodes.size());
        // Children come after their folder, so from back to front each sum is complete when it is added to its
        // parent's.
        for (auto i = m_nodes.size(); i-- > 0;) {
            const auto &node = m_nodes[i];
            if (node.excluded != FileTree::none)
                continue;
            FolderSummary own;
            if (node.isFolder()) {
                own = summaries[i];
            } else {
                const auto &file = item(node);
                own.allFiles = 1;
                own.state = stateOf(file);
                if (file.included) {
                    own.files = 1;
                    own.size = file.size;
                    own.kinds = static_cast<std::uint8_t>(1U << static_cast<unsigned>(file.kind));
                    own.encodings = static_cast<std::uint8_t>(1U << static_cast<unsigned>(file.encoding));
                }
            }
            if (node.parent != FileTree::none)
                add(summaries[node.parent], own);
        }
    }

    static void add(FolderSummary &sum, const FolderSummary &part)
    {
        sum.size += part.size;
        sum.files += part.files;
        sum.allFiles += part.allFiles;
        sum.kinds = static_cast<std::uint8_t>(sum.kinds | part.kinds);
        sum.encodings = static_cast<std::uint8_t>(sum.encodings | part.encodings);
        sum.state = std::min(sum.state, part.state);
    }

    /// Marks what the filter takes, with the folders on the way to it.
    void findShown(FileRows &rows)
    {
        m_shown.assign(m_nodes.size(), false);
        for (std::uint32_t i = 0; i < m_nodes.size(); ++i) {
            const auto &node = m_nodes[i];
            bool shown = false;
            if (node.excluded != FileTree::none)
                shown = m_input.showLeftOut && m_input.filter.matchesLeftOut(node.path);
            else if (node.entry != FileTree::none)
                shown = m_input.filter.matches(node.path, item(node));
            if (!shown)
                continue;
            rows.matches += node.entry != FileTree::none ? 1 : 0;
            for (auto at = i; at != FileTree::none && !m_shown[at]; at = m_nodes[at].parent)
                m_shown[at] = true;
        }
    }

    bool isOpen(const Node &folder) const
    {
        return !m_input.filter.isEmpty() || !m_input.collapsed.contains(folder.path);
    }

    void listInPlace(std::vector<std::uint32_t> &out) const
    {
        for (std::uint32_t i = 0; i < m_nodes.size();) {
            if (m_shown[i])
                out.push_back(i);
            const auto &node = m_nodes[i];
            i = !m_shown[i] || (node.isFolder() && !isOpen(node)) ? node.end : i + 1;
        }
    }

    void listSorted(FileRows &rows)
    {
        m_keys.resize(m_nodes.size());
        for (std::uint32_t i = 0; i < m_nodes.size(); ++i)
            m_keys[i] = key(m_nodes[i], rows.summaries[i]);
        std::vector<std::uint32_t> open;
        pushSorted(0, static_cast<std::uint32_t>(m_nodes.size()), open);
        while (!open.empty()) {
            const auto at = open.back();
            open.pop_back();
            rows.nodes.push_back(at);
            if (m_nodes[at].isFolder() && isOpen(m_nodes[at]))
                pushSorted(at + 1, m_nodes[at].end, open);
        }
    }

    /// Siblings from `begin` to `end`, the first one on top of the stack.
    void pushSorted(std::uint32_t begin, std::uint32_t end, std::vector<std::uint32_t> &open) const
    {
        std::vector<std::uint32_t> siblings;
        for (auto i = begin; i < end; i = m_nodes[i].end) {
            if (m_shown[i])
                siblings.push_back(i);
        }
        const bool foldersFirst = m_input.sortColumn != FileColumn::Size;
        std::stable_sort(siblings.begin(), siblings.end(), [&](std::uint32_t a, std::uint32_t b) {
            // What was left out stays at the end, whatever the order.
            const auto place = [&](const Node &node) {
                return node.excluded != FileTree::none ? 2 : foldersFirst && !node.isFolder() ? 1 : 0;
            };
            const auto left = place(m_nodes[a]);
            const auto right = place(m_nodes[b]);
            if (left != right || left == 2)
                return left < right;
            if (m_input.sortColumn == FileColumn::Name)
                return m_input.descending && a > b; // nodes stand in the order of names
            return m_input.descending ? m_keys[a] > m_keys[b] : m_keys[a] < m_keys[b];
        });
        open.insert(open.end(), siblings.rbegin(), siblings.rend());
    }

    std::int64_t key(const Node &node, const FolderSummary &summary) const
    {
        constexpr std::int64_t mixed = 1000;
        const bool isFolder = node.isFolder();
        if (node.excluded != FileTree::none)
            return 0;
        const auto ofBits = [](std::uint8_t bits) -> std::int64_t {
            if (bits == 0 || (bits & (bits - 1)) != 0)
                return mixed;
            std::int64_t index = 0;
            while ((bits >> index) != 1)
                ++index;
            return index;
        };
        switch (m_input.sortColumn) {
        case FileColumn::Layer: return isFolder ? ofBits(summary.kinds) : static_cast<std::int64_t>(item(node).kind);
        case FileColumn::Size: return isFolder ? summary.size.value() : item(node).size.value();
        case FileColumn::Packaging:
            return isFolder ? ofBits(summary.encodings) : static_cast<std::int64_t>(item(node).encoding);
        case FileColumn::State: return static_cast<std::int64_t>(isFolder ? summary.state : stateOf(item(node)));
        case FileColumn::Where:
            // What is known least comes first.
            return isFolder
                ? 0
                : 10 * static_cast<std::int64_t>(item(node).where) + static_cast<std::int64_t>(item(node).digest);
        case FileColumn::Name: break;
        }
        return 0;
    }

    const FileRowsInput &m_input;
    const std::vector<Node> &m_nodes;
    std::vector<bool> m_shown;
    std::vector<std::int64_t> m_keys;
};

} // namespace

void FileRows::appendEntries(std::size_t row, std::vector<std::size_t> &entries) const
{
    const auto first = nodes[row];
    const auto &all = tree->nodes();
    for (auto i = first; i < all[first].end; ++i) {
        if (all[i].entry != FileTree::none && (!filtered || rowOfNode[i] != FileTree::none))
            entries.push_back(all[i].entry);
    }
}

std::shared_ptr<const FileRows> computeFileRows(const FileRowsInput &input) { return RowMaker(input).make(); }

} // namespace modelcrate
