// SPDX-License-Identifier: Apache-2.0
#include "oci/localstore.h"

#include "io/userfolders.h"

namespace modelcrate {

namespace {

/// A transfer that runs in another process may have stored blobs that no manifest names yet.
constexpr std::chrono::seconds unusedGrace{3600};

} // namespace

Result<std::filesystem::path> LocalStore::defaultPath()
{
    if (const auto folder = userFolder(UserFolder::Data))
        return *folder / "store";
    return Error(ErrorCode::FileSystem, Message::of("there is no home folder for the local store"),
                 "Set HOME or XDG_DATA_HOME.");
}

Result<std::unique_ptr<ContentStore>> LocalStore::repository(const RepositoryName &name, bool create) const
{
    auto prefix = name.toString() + ':';
    ASSIGN_OR_RETURN(auto layout,
                     create ? ImageLayout::openOrCreate(m_path, std::move(prefix))
                            : ImageLayout::open(m_path, std::move(prefix)));
    return std::unique_ptr<ContentStore>(std::move(layout));
}

Result<std::vector<LocalStore::Entry>> LocalStore::list() const
{
    std::vector<Entry> entries;
    auto layout = ImageLayout::open(m_path);
    if (!layout && layout.error().code() == ErrorCode::NotFound)
        return entries;
    if (!layout)
        return std::move(layout).error();
    ASSIGN_OR_RETURN(const auto names, (*layout)->listReferenceNames());
    for (const auto &name : names) {
        const auto colon = name.rfind(':');
        auto repository = RepositoryName::parse(std::string_view(name).substr(0, colon));
        auto tag =
            TagName::parse(colon == std::string::npos ? std::string_view() : std::string_view(name).substr(colon + 1));
        if (!repository || !tag)
            continue;
        ASSIGN_OR_RETURN(const auto store, this->repository(*repository, false));
        ASSIGN_OR_RETURN(auto digest, store->resolveTag(*tag, TaskContext()));
        if (digest)
            entries.push_back({std::move(*repository), std::move(*tag), std::move(*digest)});
    }
    return entries;
}

Result<ByteCount> LocalStore::freeUnused(const TaskContext &context) const
{
    ASSIGN_OR_RETURN(const auto layout, ImageLayout::open(m_path));
    return layout->removeUnreferencedBlobs(unusedGrace, context);
}

} // namespace modelcrate
