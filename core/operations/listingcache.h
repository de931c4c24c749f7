// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "oci/contentstore.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace modelcrate {

/// It is the way to the registry that is cut, or the registry is down: the moment for what is remembered.
bool isUnreachable(const Error &error);

/// What registries listed and what their tags stood for, on disk, so that it can be looked at while they cannot be
/// reached and a manifest is not fetched twice. Manifests are kept by digest and verified when they are read; the rest
/// is a memory, never the truth. Nothing here fails: what cannot be written or read is not there. Thread-safe, and
/// several programs may use one folder.
class ListingCache {
public:
    /// `$XDG_CACHE_HOME/modelcrate/registries`, else `~/.cache/modelcrate/registries`; nothing without a home.
    static std::optional<std::filesystem::path> defaultPath();

    /// The folder is made when something is kept.
    explicit ListingCache(std::filesystem::path folder) : m_folder(std::move(folder)) { }

    struct Names {
        std::vector<std::string> names;
        std::chrono::sys_seconds time; ///< when they were listed
    };
    /// `place` is "registry" for its repositories or "registry/repository" for its tags; at most 100 000 names.
    void keepNames(const std::string &place, const std::vector<std::string> &names) const;
    /// Some names of a list that was not read to its end: those that were known stay beside them.
    void addNames(const std::string &place, const std::vector<std::string> &names) const;
    std::optional<Names> names(const std::string &place) const;

    /// A manifest, and that a tag stands for it now.
    void keepManifest(const std::string &repository, const std::optional<TagName> &tag,
                      const StoredManifest &manifest) const;
    /// What the tag stood for when it was last looked at.
    std::optional<Digest> digestOf(const std::string &repository, const TagName &tag) const;
    /// When it was last said so.
    std::optional<std::chrono::sys_seconds> seen(const std::string &repository, const TagName &tag) const;
    std::optional<StoredManifest> manifest(const Digest &digest) const;

    /// What a manifest names as its config, kept as manifests are.
    void keepConfig(const Descriptor &config, const std::string &bytes) const;
    std::optional<std::string> config(const Descriptor &config) const;

    /// Removes the manifests that were not used longest, down to `limit` bytes in all, and what is remembered of places
    /// that nobody has listed for `age`.
    void prune(ByteCount limit, std::chrono::hours age) const;

private:
    void pruneManifests(ByteCount limit) const;
    void prunePlaces(std::chrono::hours age) const;
    std::filesystem::path placeFolder(const std::string &place) const;
    std::filesystem::path tagPath(const std::string &repository, const TagName &tag) const;
    std::filesystem::path manifestPath(const Digest &digest) const;
    std::filesystem::path m_folder;
};

} // namespace modelcrate
