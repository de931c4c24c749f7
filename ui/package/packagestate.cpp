// SPDX-License-Identifier: Apache-2.0
#include "ui/package/packagestate.h"

#include "ui/jobs/disposal.h"

#include <algorithm>

namespace modelcrate {

namespace {

constexpr std::string_view userRule = "user";

std::uint32_t bundleIndex(std::vector<std::string> &bundles, const std::string &name)
{
    const auto found = std::find(bundles.begin(), bundles.end(), name);
    if (found == bundles.end()) {
        bundles.push_back(name);
        return static_cast<std::uint32_t>(bundles.size() - 1);
    }
    return static_cast<std::uint32_t>(found - bundles.begin());
}

EntryState stateOf(const PackageEntry &entry, std::vector<std::string> &bundles)
{
    return {entry.kind,     entry.encoding,         entry.certainty,
            entry.included, entry.rule == userRule, bundleIndex(bundles, entry.bundle)};
}

bool isWeight(const EntryState &entry) { return entry.included && entry.kind == LayerKind::Weight; }

} // namespace

PackageState PackageState::fromPackage(Package package)
{
    auto entries = makeDisposed<std::vector<PackageEntry>>(std::move(package.entries));
    package.entries.clear();
    auto states = makeDisposed<std::vector<EntryState>>();
    auto bundles = std::make_shared<std::vector<std::string>>(1);
    auto annotations = std::make_shared<std::map<std::size_t, Annotations>>();
    states->reserve(entries->size());
    for (std::size_t i = 0; i < entries->size(); ++i) {
        const auto &entry = (*entries)[i];
        states->push_back(stateOf(entry, *bundles));
        if (!entry.annotations.empty())
            annotations->emplace(i, entry.annotations);
    }
    PackageState state{std::move(entries), std::move(states), std::move(bundles), std::move(annotations),
                       std::make_shared<const Package>(std::move(package))};
    state.heardWeights = std::make_shared<const std::vector<std::uint32_t>>(state.weights());
    return state;
}

PackageState PackageState::extended(std::vector<PackageEntry> all) const
{
    // What an edit says of them is beside the entries, and may be undone: they stay as they were found.
    for (std::size_t i = 0; i < size(); ++i) {
        const auto &found = entry(i);
        auto &kept = all[i];
        kept.kind = found.kind;
        kept.encoding = found.encoding;
        kept.certainty = found.certainty;
        kept.included = found.included;
        kept.rule = found.rule;
        kept.bundle = found.bundle;
        kept.annotations = found.annotations;
    }
    return extended(makeDisposed<std::vector<PackageEntry>>(std::move(all)));
}

PackageState PackageState::extended(std::shared_ptr<const std::vector<PackageEntry>> all) const
{
    auto more = makeDisposed<std::vector<EntryState>>();
    more->reserve(all->size());
    more->assign(states->begin(), states->end());
    auto names = std::make_shared<std::vector<std::string>>(*bundles);
    for (auto i = size(); i < all->size(); ++i) {
        more->push_back(stateOf((*all)[i], *names));
        more->back().included = false;
    }
    auto after = *this;
    after.entries = std::move(all);
    after.states = std::move(more);
    if (names->size() != bundles->size())
        after.bundles = std::move(names);
    return after;
}

bool PackageState::isDetectionStale() const
{
    if (!heardWeights)
        return true;
    // Asked after each letter that is typed, so nothing is allocated.
    auto heard = heardWeights->begin();
    for (std::size_t i = 0; i < states->size(); ++i) {
        if (!isWeight((*states)[i]))
            continue;
        if (heard == heardWeights->end() || *heard != i)
            return true;
        ++heard;
    }
    return heard != heardWeights->end();
}

std::vector<std::uint32_t> PackageState::weights() const
{
    std::vector<std::uint32_t> found;
    for (std::size_t i = 0; i < states->size(); ++i) {
        if (isWeight((*states)[i]))
            found.push_back(static_cast<std::uint32_t>(i));
    }
    return found;
}

Package PackageState::toPackage() const
{
    Package package = *header;
    package.entries = *entries;
    for (std::size_t i = 0; i < package.entries.size(); ++i) {
        auto &entry = package.entries[i];
        const auto &now = (*states)[i];
        entry.kind = now.kind;
        entry.encoding = now.encoding;
        entry.certainty = now.certainty;
        entry.included = now.included;
        entry.bundle = (*bundles)[now.bundle];
        if (now.chosen)
            entry.rule = userRule;
    }
    for (const auto &[index, annotations] : *layerAnnotations)
        package.entries[index].annotations = annotations;
    return package;
}

} // namespace modelcrate
