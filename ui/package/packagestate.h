// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modelpack/package.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace modelcrate {

/// What a user may change about one entry, small enough to copy by the hundred thousand.
struct EntryState {
    LayerKind kind = LayerKind::Code;
    LayerEncoding encoding = LayerEncoding::Raw;
    Certainty certainty = Certainty::Certain;
    bool included = true;
    bool chosen = false; ///< the user chose the kind or confirmed it
    std::uint32_t bundle = 0; ///< index into PackageState::bundles; 0: none

    bool operator==(const EntryState &) const = default;
};

/// A package as an immutable value that shares what did not change, so that an undo step is two of these, a snapshot
/// for a worker costs nothing, and undoing everything gives the same bytes. Entries keep their index for the life of a
/// document.
struct PackageState {
    std::shared_ptr<const std::vector<PackageEntry>> entries; ///< as scanned or loaded
    std::shared_ptr<const std::vector<EntryState>> states; ///< parallel to entries
    std::shared_ptr<const std::vector<std::string>> bundles; ///< names; [0] is ""
    /// Of entries, by index: of each that has some, or had some. Nobody looks for them among a hundred thousand.
    std::shared_ptr<const std::map<std::size_t, Annotations>> layerAnnotations;
    std::shared_ptr<const Package> header; ///< everything else; its `entries` is empty
    /// The weights that `header->detected` is of, as weights() gives them; null: of other ones than there are now.
    std::shared_ptr<const std::vector<std::uint32_t>> heardWeights = {};

    static PackageState fromPackage(Package package);
    /// The same package where more entries are known, which are not in it: the first size() of `all` are those that
    /// there are.
    PackageState extended(std::vector<PackageEntry> all) const;
    PackageState extended(std::shared_ptr<const std::vector<PackageEntry>> all) const;
    /// All of it as the core's value. Costs a copy of every entry: on a worker.
    Package toPackage() const;

    /// Indexes of the entries whose headers say what the model is: weights that are in the package.
    std::vector<std::uint32_t> weights() const;
    /// Whether what is detected is of other weights than are in the package.
    bool isDetectionStale() const;

    std::size_t size() const { return entries->size(); }
    const PackageEntry &entry(std::size_t index) const { return (*entries)[index]; }
    const EntryState &state(std::size_t index) const { return (*states)[index]; }
    /// Same parts by address; two equal values built apart may differ.
    bool operator==(const PackageState &) const = default;
};

} // namespace modelcrate
