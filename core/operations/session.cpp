// SPDX-License-Identifier: Apache-2.0
#include "operations/session.h"

#include "base/text.h"
#include "registry/remoterepository.h"

namespace modelcrate {

Session::Session(SessionOptions options)
    : m_options(std::move(options)),
      m_credentials(std::make_unique<CredentialStore>(CredentialStoreOptions{m_options.authFile}))
{
}

Session::~Session() = default;

HashCache *Session::hashCache()
{
    std::lock_guard lock(m_mutex);
    if (!m_hashCacheOpened) {
        m_hashCacheOpened = true;
        const auto path =
            m_options.hashCachePath.empty() ? HashCache::defaultPath() : std::optional(m_options.hashCachePath);
        if (path)
            m_hashCache = HashCache::open(*path);
    }
    return m_hashCache.get();
}

Result<std::shared_ptr<RegistryClient>> Session::registry(const RegistryHost &host)
{
    std::lock_guard lock(m_mutex);
    auto &client = m_registries[host];
    if (!client) {
        RegistryClientOptions options;
        options.plainHttp = m_options.plainHttp;
        options.caFile = m_options.caFile;
        client = std::make_shared<RegistryClient>(host, *m_credentials, std::move(options));
    }
    return client;
}

Result<LocalStore> Session::localStore() const
{
    if (!m_options.storePath.empty())
        return LocalStore(m_options.storePath);
    ASSIGN_OR_RETURN(auto path, LocalStore::defaultPath());
    return LocalStore(std::move(path));
}

Result<std::unique_ptr<ContentStore>> Session::openStore(const Location &location, bool create)
{
    if (const auto *reference = std::get_if<Reference>(&location)) {
        ASSIGN_OR_RETURN(auto client, registry(reference->registry));
        return std::unique_ptr<ContentStore>(
            std::make_unique<RemoteRepository>(std::move(client), reference->repository));
    }
    if (const auto *layout = std::get_if<LayoutLocation>(&location)) {
        ASSIGN_OR_RETURN(auto store,
                         create ? ImageLayout::openOrCreate(layout->path) : ImageLayout::open(layout->path));
        return std::unique_ptr<ContentStore>(std::move(store));
    }
    if (const auto *local = std::get_if<StoreLocation>(&location)) {
        ASSIGN_OR_RETURN(const auto store, localStore());
        return store.repository(local->repository, create);
    }
    return Error(ErrorCode::Usage, toString(location) + " is a folder or package, not an artifact",
                 "Name a registry reference, oci:PATH:TAG or store:REPOSITORY:TAG.");
}

} // namespace modelcrate
