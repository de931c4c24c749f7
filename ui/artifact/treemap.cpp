// SPDX-License-Identifier: Apache-2.0
#include "ui/artifact/treemap.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace modelcrate {

namespace {

/// A layer, and the tile of small files, are at least this large, so that they can be hit.
constexpr double leastArea = 24 * 24;
constexpr double leastStrip = 12;
constexpr double groupGap = 2;

/// How far from a square the worst of a row of areas is that share the side `length`.
double worstRatio(double sum, double largest, double least, double length)
{
    const double squared = length * length;
    return std::max(squared * largest / (sum * sum), (sum * sum) / (squared * least));
}

/// Rectangles for areas that stand in falling order and add up to that of `space`.
std::vector<QRectF> squarify(const std::vector<double> &areas, QRectF space)
{
    std::vector<QRectF> rects;
    rects.reserve(areas.size());
    std::size_t begin = 0;
    while (begin < areas.size()) {
        const bool wide = space.width() >= space.height();
        const double length = wide ? space.height() : space.width();
        auto end = begin;
        double sum = 0;
        double ratio = std::numeric_limits<double>::infinity();
        while (end < areas.size()) {
            const auto next = worstRatio(sum + areas[end], areas[begin], areas[end], length);
            if (next > ratio)
                break;
            ratio = next;
            sum += areas[end++];
        }
        // The last row takes what is left, so that roundings leave no gap.
        const double depth =
            end == areas.size() ? (wide ? space.width() : space.height()) : (length > 0 ? sum / length : 0);
        double at = wide ? space.top() : space.left();
        for (auto i = begin; i < end; ++i) {
            const double side = sum > 0 ? length * areas[i] / sum : 0;
            rects.push_back(wide ? QRectF(space.left(), at, depth, side) : QRectF(at, space.top(), side, depth));
            at += side;
        }
        if (wide)
            space.setLeft(space.left() + depth);
        else
            space.setTop(space.top() + depth);
        begin = end;
    }
    return rects;
}

/// Areas in proportion to bytes, none below `least` as long as there is room, in all `whole`.
std::vector<double> shares(const std::vector<double> &bytes, double whole, double least)
{
    const double total = std::accumulate(bytes.begin(), bytes.end(), 0.0);
    least = std::min(least, whole / static_cast<double>(bytes.size()));
    double fixed = 0;
    double free = 0;
    for (const double amount : bytes) {
        if (total <= 0 || whole * amount / total < least)
            fixed += least;
        else
            free += amount;
    }
    std::vector<double> areas;
    for (const double amount : bytes) {
        const bool grows = total <= 0 || whole * amount / total < least;
        areas.push_back(grows ? least : (whole - fixed) * amount / free);
    }
    return areas;
}

double bytesOf(const FileItem &item) { return static_cast<double>(item.size.value()); }

double area(const QRectF &rect) { return rect.width() * rect.height(); }

/// The tiles of one layer.
class GroupMaker {
public:
    /// `entries` by size, falling.
    GroupMaker(const std::vector<FileItem> &items, const std::vector<std::uint32_t> &entries, LayerKind kind)
        : m_items(items),
          m_entries(entries),
          m_kind(kind)
    {
    }

    void layOut(const QRectF &space, std::vector<Treemap::Tile> &tiles) const
    {
        if (space.width() < Treemap::smallest || space.height() < Treemap::smallest) {
            tiles.push_back(smallFiles(space, 0));
            return;
        }
        // Slivers, and all files that are no larger, join the small ones until there are none. Each round takes at
        // least one.
        auto own = firstGuess(space);
        auto rects = rectsOf(own, space);
        for (auto sliver = firstSliver(rects, own); sliver < own; sliver = firstSliver(rects, own)) {
            own = cutAt(std::min(sliver, own - 1 - own / 8));
            rects = rectsOf(own, space);
        }
        for (std::size_t i = 0; i < own; ++i)
            tiles.push_back({rects[i], m_kind, m_entries[i], 1, m_items[m_entries[i]].size});
        if (own < m_entries.size())
            tiles.push_back(smallFiles(rects.back(), own));
    }

private:
    /// How many files get a tile when those like the file at `place` get none.
    std::size_t cutAt(std::size_t place) const
    {
        const auto size = m_items[m_entries[place]].size;
        while (place > 0 && m_items[m_entries[place - 1]].size <= size)
            --place;
        return place;
    }

    std::size_t firstGuess(const QRectF &space) const
    {
        double total = 0;
        for (const auto entry : m_entries)
            total += bytesOf(m_items[entry]);
        const double least = Treemap::smallest * Treemap::smallest;
        const auto first = std::partition_point(m_entries.begin(), m_entries.end(), [&](std::uint32_t entry) {
            return total > 0 && area(space) * bytesOf(m_items[entry]) / total >= least;
        });
        return first == m_entries.end() ? m_entries.size() : cutAt(static_cast<std::size_t>(first - m_entries.begin()));
    }

    /// Of the first `own` files, and at the end of the others together, if there are any.
    std::vector<QRectF> rectsOf(std::size_t own, const QRectF &space) const
    {
        double ofOwn = 0;
        for (std::size_t i = 0; i < own; ++i)
            ofOwn += bytesOf(m_items[m_entries[i]]);
        double ofSmall = 0;
        for (auto i = own; i < m_entries.size(); ++i)
            ofSmall += bytesOf(m_items[m_entries[i]]);
        double smallArea = 0;
        if (own < m_entries.size()) {
            const double all = area(space);
            smallArea = ofOwn > 0 ? std::max(all * ofSmall / (ofOwn + ofSmall), std::min(leastArea, all / 4)) : all;
        }
        std::vector<double> areas;
        for (std::size_t i = 0; i < own; ++i)
            areas.push_back((area(space) - smallArea) * bytesOf(m_items[m_entries[i]]) / ofOwn);
        if (smallArea <= 0)
            return squarify(areas, space);
        // It stands where its area belongs in the falling order, for the shapes; the caller has it at the end.
        const auto place = std::partition_point(areas.begin(), areas.end(), [&](double a) { return a >= smallArea; });
        const auto at = place - areas.begin();
        areas.insert(place, smallArea);
        auto rects = squarify(areas, space);
        std::rotate(rects.begin() + at, rects.begin() + at + 1, rects.end());
        const auto &small = rects.back();
        return own > 0 && std::min(small.width(), small.height()) < leastStrip ? besideAStrip(own, ofOwn, space)
                                                                               : rects;
    }

    /// The tile of small files would be a line: it gets a strip along the side, and the others the rest.
    std::vector<QRectF> besideAStrip(std::size_t own, double ofOwn, const QRectF &space) const
    {
        auto rest = space;
        auto strip = space;
        const bool wide = space.width() >= space.height();
        const double side = std::min(leastStrip, (wide ? space.width() : space.height()) / 4);
        if (wide)
            rest.setRight(space.right() - side);
        else
            rest.setBottom(space.bottom() - side);
        if (wide)
            strip.setLeft(rest.right());
        else
            strip.setTop(rest.bottom());
        std::vector<double> areas;
        for (std::size_t i = 0; i < own; ++i)
            areas.push_back(area(rest) * bytesOf(m_items[m_entries[i]]) / ofOwn);
        auto rects = squarify(areas, rest);
        rects.push_back(strip);
        return rects;
    }

    static std::size_t firstSliver(const std::vector<QRectF> &rects, std::size_t own)
    {
        for (std::size_t i = 0; i < own; ++i) {
            if (std::min(rects[i].width(), rects[i].height()) < Treemap::smallest)
                return i;
        }
        return own;
    }

    Treemap::Tile smallFiles(const QRectF &rect, std::size_t own) const
    {
        Treemap::Tile tile{rect, m_kind};
        tile.files = static_cast<std::uint32_t>(m_entries.size() - own);
        tile.upTo = m_items[m_entries[own]].size;
        for (auto i = own; i < m_entries.size(); ++i)
            tile.size += m_items[m_entries[i]].size;
        return tile;
    }

    const std::vector<FileItem> &m_items;
    const std::vector<std::uint32_t> &m_entries;
    LayerKind m_kind;
};

using Entries = std::vector<std::uint32_t>;

std::vector<Entries> byKind(const std::vector<FileItem> &items)
{
    std::vector<Entries> kinds(allLayerKinds.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].included && !items[i].gone)
            kinds[static_cast<std::size_t>(items[i].kind)].push_back(static_cast<std::uint32_t>(i));
    }
    for (auto &entries : kinds) {
        std::sort(entries.begin(), entries.end(), [&](std::uint32_t a, std::uint32_t b) {
            return items[a].size == items[b].size ? a < b : items[a].size > items[b].size;
        });
    }
    std::erase_if(kinds, [](const Entries &entries) { return entries.empty(); });
    return kinds;
}

Entries largestOf(const std::vector<FileItem> &items, const std::vector<Entries> &kinds)
{
    Entries largest;
    for (const auto &entries : kinds)
        largest.insert(largest.end(), entries.begin(),
                       entries.begin() + static_cast<std::ptrdiff_t>(std::min(entries.size(), Treemap::largestCount)));
    std::sort(largest.begin(), largest.end(), [&](std::uint32_t a, std::uint32_t b) {
        return items[a].size == items[b].size ? a < b : items[a].size > items[b].size;
    });
    largest.resize(std::min(largest.size(), Treemap::largestCount));
    return largest;
}

QRectF inside(QRectF rect, double headerHeight)
{
    rect.adjust(groupGap / 2, groupGap / 2, -groupGap / 2, -groupGap / 2);
    if (rect.height() > 3 * headerHeight && rect.width() > 4 * headerHeight)
        rect.setTop(rect.top() + headerHeight);
    return rect;
}

} // namespace

std::shared_ptr<const Treemap> layOutTreemap(std::shared_ptr<const std::vector<FileItem>> items, QSize size,
                                             double headerHeight)
{
    auto map = std::make_shared<Treemap>();
    map->size = size;
    map->headerHeight = headerHeight;
    const auto kinds = byKind(*items);
    map->largest = largestOf(*items, kinds);
    for (const auto &entries : kinds) {
        Treemap::Group group;
        group.kind = (*items)[entries.front()].kind;
        group.files = static_cast<std::uint32_t>(entries.size());
        for (const auto entry : entries)
            group.size += (*items)[entry].size;
        map->total += group.size;
        map->groups.push_back(group);
    }
    std::vector<std::size_t> order(kinds.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return map->groups[a].size > map->groups[b].size; });
    std::vector<double> bytes;
    std::vector<Treemap::Group> groups;
    for (const auto at : order) {
        groups.push_back(map->groups[at]);
        bytes.push_back(static_cast<double>(map->groups[at].size.value()));
    }
    map->groups = std::move(groups);
    const QRectF space({}, QSizeF(size));
    if (!bytes.empty() && !space.isEmpty()) {
        const auto rects = squarify(shares(bytes, area(space), 4 * leastArea), space);
        for (std::size_t i = 0; i < rects.size(); ++i) {
            auto &group = map->groups[i];
            group.rect = rects[i];
            group.firstTile = map->tiles.size();
            GroupMaker(*items, kinds[order[i]], group.kind).layOut(inside(rects[i], headerHeight), map->tiles);
            group.tiles = map->tiles.size() - group.firstTile;
        }
    }
    map->items = std::move(items);
    return map;
}

int Treemap::tileAt(QPointF point) const
{
    for (const auto &group : groups) {
        if (!group.rect.contains(point))
            continue;
        for (auto i = group.firstTile; i < group.firstTile + group.tiles; ++i) {
            if (tiles[i].rect.contains(point))
                return static_cast<int>(i);
        }
    }
    return -1;
}

int Treemap::tileOfEntry(std::uint32_t entry) const
{
    if (entry >= items->size() || !(*items)[entry].included || (*items)[entry].gone)
        return -1;
    for (const auto &group : groups) {
        if (group.kind != (*items)[entry].kind)
            continue;
        for (auto i = group.firstTile; i < group.firstTile + group.tiles; ++i) {
            if (tiles[i].entry == entry || tiles[i].isSmallFiles())
                return static_cast<int>(i);
        }
    }
    return -1;
}

int Treemap::neighbour(int from, int dx, int dy) const
{
    if (from < 0 || static_cast<std::size_t>(from) >= tiles.size())
        return tiles.empty() ? -1 : 0;
    const auto start = tiles[static_cast<std::size_t>(from)].rect;
    int best = from;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        const auto &rect = tiles[i].rect;
        // Only what lies wholly on that side; first by how far it is, and aside counts more than ahead.
        constexpr double slack = 0.5;
        const double ahead = dx > 0 ? rect.left() - start.right()
            : dx < 0                ? start.left() - rect.right()
            : dy > 0                ? rect.top() - start.bottom()
                                    : start.top() - rect.bottom();
        if (ahead < -slack || static_cast<int>(i) == from)
            continue;
        const auto apart = rect.center() - start.center();
        const bool overlaps = dx != 0 ? rect.top() < start.bottom() - slack && rect.bottom() > start.top() + slack
                                      : rect.left() < start.right() - slack && rect.right() > start.left() + slack;
        const double aside = std::abs(dx != 0 ? apart.y() : apart.x());
        const double cost = std::max(0.0, ahead) + aside * (overlaps ? 0.1 : 3.0);
        if (cost < least) {
            least = cost;
            best = static_cast<int>(i);
        }
    }
    return best;
}

} // namespace modelcrate
