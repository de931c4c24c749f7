// SPDX-License-Identifier: Apache-2.0
#include "modelpack/compare.h"

#include "base/text.h"
#include "oci/manifest.h"

#include <algorithm>
#include <map>

namespace modelcrate {

namespace {

using Members = std::vector<std::pair<std::string, Json>>;

/// Objects are followed, everything else is a value: a list is compared as a whole.
void flatten(const Json &value, const std::string &path, Members &out)
{
    const auto *object = value.asObject();
    if (!object) {
        out.emplace_back(path, value);
        return;
    }
    for (const auto &[name, member] : *object)
        flatten(member, path.empty() ? name : cat(path, '.', name), out);
}

std::vector<MemberChange> compareMembers(const Members &before, const Members &after)
{
    std::map<std::string_view, const Json *> old;
    for (const auto &[path, value] : before)
        old.emplace(path, &value);
    std::vector<MemberChange> changes;
    for (const auto &[path, value] : after) {
        const auto found = old.find(path);
        if (found == old.end()) {
            changes.push_back({path, std::nullopt, value});
            continue;
        }
        if (*found->second != value)
            changes.push_back({path, *found->second, value});
        old.erase(found);
    }
    for (const auto &[path, value] : before) {
        if (old.count(path) != 0)
            changes.push_back({path, value, std::nullopt});
    }
    return changes;
}

Members membersOf(const Annotations &annotations)
{
    Members members;
    for (const auto &[key, value] : annotations)
        members.emplace_back(key, value);
    return members;
}

Result<Members> configMembers(const std::string &bytes, std::string_view which)
{
    ASSIGN_OR_RETURN(auto json, parseJson(bytes).withContext(cat("reading the ", which, " config")));
    if (auto *object = json.asObject())
        object->remove("modelfs");
    Members members;
    flatten(json, {}, members);
    // An object that holds nothing says nothing.
    std::erase_if(members, [](const auto &member) { return member.first.empty(); });
    return members;
}

std::string pathOf(const Descriptor &layer)
{
    for (const auto key : {modelpack::filepath, modelpack::cnaiFilepath, modelpack::title}) {
        if (const auto *path = findAnnotation(layer.annotations, key))
            return *path;
    }
    return layer.digest.toString();
}

class LayerComparison {
public:
    LayerComparison(const std::vector<Descriptor> &before, const std::vector<Descriptor> &after)
        : m_before(before),
          m_after(after),
          m_taken(before.size()),
          m_match(after.size())
    {
        for (std::size_t i = 0; i < before.size(); ++i) {
            m_byPath.emplace(pathOf(before[i]), i);
            m_byDigest.emplace(before[i].digest, i);
        }
    }

    std::vector<LayerChange> compare()
    {
        // By path first, all of them: a copy of a file must not take the place of the file.
        for (std::size_t i = 0; i < m_after.size(); ++i)
            m_match[i] = take(m_byPath.equal_range(pathOf(m_after[i])));
        for (std::size_t i = 0; i < m_after.size(); ++i) {
            if (!m_match[i])
                m_match[i] = take(m_byDigest.equal_range(m_after[i].digest));
        }
        std::vector<LayerChange> changes;
        for (std::size_t i = 0; i < m_after.size(); ++i)
            changes.push_back(changeOf(m_after[i], m_match[i]));
        for (std::size_t i = 0; i < m_before.size(); ++i) {
            if (!m_taken[i])
                changes.push_back(
                    {LayerChange::State::Removed, pathOf(m_before[i]), {}, typeOf(m_before[i]), m_before[i].size, {}});
        }
        return changes;
    }

private:
    static std::optional<LayerType> typeOf(const Descriptor &layer)
    {
        return parseLayerMediaType(layer.mediaType.toString());
    }

    template<typename Range>
    std::optional<std::size_t> take(Range range)
    {
        for (auto it = range.first; it != range.second; ++it) {
            if (m_taken[it->second])
                continue;
            m_taken[it->second] = true;
            return it->second;
        }
        return std::nullopt;
    }

    LayerChange changeOf(const Descriptor &layer, std::optional<std::size_t> match) const
    {
        const bool pending = layer.digest.toString() == pendingDigest;
        LayerChange change{LayerChange::State::Added, pathOf(layer), {}, typeOf(layer), {}, layer.size};
        if (pending && layer.size == ByteCount())
            change.after.reset();
        if (!match)
            return change;
        const auto &old = m_before[*match];
        change.before = old.size;
        if (pending && (!change.after || layer.size == old.size))
            change.state = LayerChange::State::Pending;
        else if (layer.digest != old.digest)
            change.state = LayerChange::State::Changed;
        else if (pathOf(old) != change.path) {
            change.state = LayerChange::State::Renamed;
            change.pathBefore = pathOf(old);
        } else
            change.state = layer.mediaType == old.mediaType ? LayerChange::State::Same : LayerChange::State::Retyped;
        return change;
    }

    const std::vector<Descriptor> &m_before;
    const std::vector<Descriptor> &m_after;
    std::vector<bool> m_taken;
    std::vector<std::optional<std::size_t>> m_match;
    std::multimap<std::string, std::size_t> m_byPath;
    std::multimap<Digest, std::size_t> m_byDigest;
};

} // namespace

std::string_view toString(LayerChange::State state)
{
    switch (state) {
    case LayerChange::State::Same: return "same";
    case LayerChange::State::Changed: return "changed";
    case LayerChange::State::Retyped: return "retyped";
    case LayerChange::State::Renamed: return "renamed";
    case LayerChange::State::Added: return "added";
    case LayerChange::State::Removed: return "removed";
    case LayerChange::State::Pending: return "pending";
    }
    return "same";
}

bool ArtifactChanges::empty() const
{
    return config.empty() && annotations.empty()
        && std::all_of(layers.begin(), layers.end(), [](const LayerChange &layer) {
               return layer.state == LayerChange::State::Same || layer.state == LayerChange::State::Pending;
           });
}

Result<ArtifactChanges> compareArtifacts(const ArtifactPlan::Documents &before, const ArtifactPlan::Documents &after)
{
    ASSIGN_OR_RETURN(const auto manifestBefore,
                     parseImageManifest(before.manifest).withContext("reading the earlier manifest"));
    ASSIGN_OR_RETURN(const auto manifestAfter,
                     parseImageManifest(after.manifest).withContext("reading the later manifest"));
    ASSIGN_OR_RETURN(const auto configBefore, configMembers(before.config, "earlier"));
    ASSIGN_OR_RETURN(const auto configAfter, configMembers(after.config, "later"));
    ArtifactChanges changes;
    changes.config = compareMembers(configBefore, configAfter);
    changes.annotations = compareMembers(membersOf(manifestBefore.annotations), membersOf(manifestAfter.annotations));
    changes.layers = LayerComparison(manifestBefore.layers, manifestAfter.layers).compare();
    return changes;
}

} // namespace modelcrate
