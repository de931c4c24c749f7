// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "oci/imagelayout.h"

namespace modelcrate {

/// The store of this computer: one image layout whose ref.name is `repository:tag` (design rule 10).
class LocalStore {
public:
    /// `$XDG_DATA_HOME/modelcrate/store`, else `~/.local/share/modelcrate/store`. Error when neither is set.
    static Result<std::filesystem::path> defaultPath();

    explicit LocalStore(std::filesystem::path path) : m_path(std::move(path)) { }
    const std::filesystem::path &path() const { return m_path; }

    /// The repository as a content store; created when missing only if `create`.
    Result<std::unique_ptr<ContentStore>> repository(const RepositoryName &name, bool create) const;
    struct Entry {
        RepositoryName repository;
        TagName tag;
        Digest digest;
    };
    /// Everything with a name; empty when the store does not exist yet.
    Result<std::vector<Entry>> list() const;
    /// Frees blobs that nothing refers to.
    Result<ByteCount> freeUnused(const TaskContext &context) const;

private:
    std::filesystem::path m_path;
};

} // namespace modelcrate
