// SPDX-License-Identifier: Apache-2.0
#include "ui/artifact/filelist.h"

#include "ui/jobs/disposal.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace modelcrate {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

unsigned char folded(char c) { return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); }

std::string_view takeNumber(std::string_view text, std::size_t &at)
{
    while (at < text.size() && text[at] == '0')
        ++at;
    const auto begin = at;
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return text.substr(begin, at - begin);
}

int compareFolded(std::string_view a, std::string_view b)
{
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() && j < b.size()) {
        if (isDigit(a[i]) && isDigit(b[j])) {
            const auto left = takeNumber(a, i);
            const auto right = takeNumber(b, j);
            if (left.size() != right.size())
                return left.size() < right.size() ? -1 : 1;
            if (const auto order = left.compare(right); order != 0)
                return order;
            continue;
        }
        if (folded(a[i]) != folded(b[j]))
            return folded(a[i]) < folded(b[j]) ? -1 : 1;
        ++i;
        ++j;
    }
    return static_cast<int>(i < a.size()) - static_cast<int>(j < b.size());
}

/// Collects nodes in any order and then puts them into theirs.
class TreeMaker {
public:
    explicit TreeMaker(std::size_t count)
    {
        m_nodes.reserve(count + count / 8);
        m_folders.reserve(count / 8);
    }

    void add(std::string_view path, std::uint32_t entry, std::uint32_t excluded)
    {
        const auto slash = path.rfind('/');
        const auto parent = slash == std::string_view::npos ? FileTree::none : folder(path.substr(0, slash));
        append(path, parent, entry, excluded);
    }

    std::vector<FileTree::Node> take()
    {
        auto order = sortedIndexes();
        std::vector<std::uint32_t> placeOf(m_nodes.size());
        for (std::uint32_t i = 0; i < order.size(); ++i)
            placeOf[order[i]] = i;
        std::vector<FileTree::Node> placed;
        placed.reserve(m_nodes.size());
        for (const auto index : order) {
            placed.push_back(std::move(m_nodes[index]));
            auto &node = placed.back();
            node.parent = node.parent == FileTree::none ? FileTree::none : placeOf[node.parent];
        }
        for (auto i = static_cast<std::uint32_t>(placed.size()); i-- > 0;) {
            placed[i].end = std::max(placed[i].end, i + 1);
            if (placed[i].parent != FileTree::none)
                placed[placed[i].parent].end = std::max(placed[placed[i].parent].end, placed[i].end);
        }
        return placed;
    }

private:
    std::uint32_t folder(std::string_view path)
    {
        if (const auto known = m_folders.find(std::string(path)); known != m_folders.end())
            return known->second;
        const auto slash = path.rfind('/');
        const auto parent = slash == std::string_view::npos ? FileTree::none : folder(path.substr(0, slash));
        const auto index = append(path, parent, FileTree::none, FileTree::none);
        m_folders.emplace(path, index);
        return index;
    }

    std::uint32_t append(std::string_view path, std::uint32_t parent, std::uint32_t entry, std::uint32_t excluded)
    {
        FileTree::Node node;
        node.path = std::string(path);
        const auto slash = path.rfind('/');
        node.nameAt = slash == std::string_view::npos ? 0 : static_cast<std::uint32_t>(slash + 1);
        node.parent = parent;
        node.entry = entry;
        node.excluded = excluded;
        node.depth =
            parent == FileTree::none ? std::uint16_t(0) : static_cast<std::uint16_t>(m_nodes[parent].depth + 1);
        m_nodes.push_back(std::move(node));
        return static_cast<std::uint32_t>(m_nodes.size() - 1);
    }

    static int group(const FileTree::Node &node)
    {
        return node.isFolder() ? 0 : node.excluded == FileTree::none ? 1 : 2;
    }

    std::vector<std::uint32_t> sortedIndexes()
    {
        std::vector<std::vector<std::uint32_t>> children(m_nodes.size() + 1); // the last one: of the root
        for (std::uint32_t i = 0; i < m_nodes.size(); ++i)
            children[m_nodes[i].parent == FileTree::none ? m_nodes.size() : m_nodes[i].parent].push_back(i);
        for (auto &siblings : children) {
            std::sort(siblings.begin(), siblings.end(), [this](std::uint32_t a, std::uint32_t b) {
                const auto &left = m_nodes[a];
                const auto &right = m_nodes[b];
                if (group(left) != group(right))
                    return group(left) < group(right);
                const auto order = compareNames(left.name(), right.name());
                return order != 0 ? order < 0 : a < b;
            });
        }
        std::vector<std::uint32_t> order;
        order.reserve(m_nodes.size());
        std::vector<std::uint32_t> open(children.back().rbegin(), children.back().rend());
        while (!open.empty()) {
            const auto node = open.back();
            open.pop_back();
            order.push_back(node);
            open.insert(open.end(), children[node].rbegin(), children[node].rend());
        }
        return order;
    }

    std::vector<FileTree::Node> m_nodes;
    std::unordered_map<std::string, std::uint32_t> m_folders;
};

} // namespace

FileState stateOf(const FileItem &item)
{
    if (!item.included)
        return FileState::LeftOut;
    if (item.gone)
        return FileState::Gone;
    if (item.changed)
        return FileState::Changed;
    if (item.needsALook)
        return FileState::NeedsALook;
    return item.digest == FileItem::Digest::Waiting ? FileState::Waiting : FileState::Ready;
}

bool canBeIncluded(ExcludeReason reason)
{
    return reason == ExcludeReason::DefaultPattern || reason == ExcludeReason::ModelIgnore
        || reason == ExcludeReason::ExcludeOption;
}

int compareNames(std::string_view a, std::string_view b)
{
    const auto order = compareFolded(a, b);
    return order != 0 ? order : a.compare(b);
}

std::shared_ptr<const FileTree> FileTree::make(const std::vector<std::string_view> &paths,
                                               std::vector<ExcludedPath> excluded)
{
    TreeMaker maker(paths.size() + excluded.size());
    for (std::size_t i = 0; i < paths.size(); ++i)
        maker.add(paths[i], static_cast<std::uint32_t>(i), none);
    for (std::size_t i = 0; i < excluded.size(); ++i) {
        std::string_view path = excluded[i].path;
        while (path.ends_with('/'))
            path.remove_suffix(1);
        maker.add(path, none, static_cast<std::uint32_t>(i));
    }
    auto tree = makeDisposed<FileTree>();
    tree->m_nodes = maker.take();
    tree->m_excluded = std::move(excluded);
    tree->m_nodeOfEntry.resize(paths.size());
    for (std::uint32_t i = 0; i < tree->m_nodes.size(); ++i) {
        if (tree->m_nodes[i].entry != none)
            tree->m_nodeOfEntry[tree->m_nodes[i].entry] = i;
    }
    return tree;
}

} // namespace modelcrate
