// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/artifact/filelist.h"

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include <QRectF>
#include <QSize>

namespace modelcrate {

/// The files of a package as areas: grouped by layer, the larger the more bytes. Never changes; made on a worker.
struct Treemap {
    /// Nothing with a side below this is a tile of its own.
    static constexpr double smallest = 3;
    static constexpr std::size_t largestCount = 200;

    struct Tile {
        QRectF rect;
        LayerKind kind = LayerKind::Code;
        std::uint32_t entry = FileTree::none; ///< none: all files of the layer that are too small for a tile
        std::uint32_t files = 1;
        ByteCount size = {};
        ByteCount upTo = {}; ///< of the tile of small files: the largest of them; no other file is as small

        bool isSmallFiles() const { return entry == FileTree::none; }
    };
    struct Group {
        QRectF rect;
        LayerKind kind = LayerKind::Code;
        ByteCount size = {};
        std::uint32_t files = 0;
        std::size_t firstTile = 0;
        std::size_t tiles = 0; ///< by size, the small files last
    };

    QSize size;
    double headerHeight = 0;
    ByteCount total = {};
    std::vector<Group> groups; ///< by size
    std::vector<Tile> tiles; ///< those of a group stand together
    std::vector<std::uint32_t> largest; ///< entries of the largest files, largest first; at most largestCount

    /// Index of the tile at a point, or -1.
    int tileAt(QPointF point) const;
    int tileOfEntry(std::uint32_t entry) const; ///< its own, else that of the small files of its layer; -1: left out
    /// The nearest tile in a direction (one of the two is 0, the other -1 or 1), or `from` when there is none.
    int neighbour(int from, int dx, int dy) const;

    std::shared_ptr<const std::vector<FileItem>> items; ///< what it was made from
};

/// Squarified (Bruls, Huizing, van Wijk 2000), so that tiles are not slivers. Only included files have an area; a layer
/// and the small files of one get a few pixels more than their share where they would vanish. `headerHeight` is left
/// free above the tiles of each group that has room for it. 100 000 files take some 10 ms.
std::shared_ptr<const Treemap> layOutTreemap(std::shared_ptr<const std::vector<FileItem>> items, QSize size,
                                             double headerHeight);

} // namespace modelcrate
