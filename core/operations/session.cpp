// SPDX-License-Identifier: Apache-2.0
#include "operations/session.h"

#include "base/text.h"
#include "registry/remoterepository.h"

namespace modelcrate {

namespace {

std::filesystem::path settingsFile(const SessionOptions &options)
{
    return options.settingsPath.empty() ? ClientSettings::defaultPath().value_or(std::filesystem::path())
                                        : options.settingsPath;
}

/// New, empty, or a store already.
Result<void> checkStoreFolder(const std::filesystem::path &folder)
{
    std::error_code failure;
    if (!std::filesystem::exists(folder, failure))
        return {};
    if (!std::filesystem::is_directory(folder, failure))
        return Error(ErrorCode::InvalidInput, Message::of("%1 is no folder", folder.string()));
    const bool empty = std::filesystem::is_empty(folder, failure);
    if (failure)
        return systemError(failure.value(), Message::of("cannot read %1", folder.string()));
    if (!empty && !std::filesystem::exists(folder / "oci-layout", failure))
        return Error(ErrorCode::InvalidInput, Message::of("%1 holds other files", folder.string()),
                     "Choose an empty folder.");
    return {};
}

std::unique_ptr<ListingCache> makeListingCache(const SessionOptions &options)
{
    auto path =
        options.listingCachePath.empty() ? ListingCache::defaultPath() : std::optional(options.listingCachePath);
    // Whoever keeps the one cache somewhere wants the other there too.
    if (options.listingCachePath.empty() && !options.hashCachePath.empty())
        path = options.hashCachePath.parent_path() / "registries";
    return path ? std::make_unique<ListingCache>(std::move(*path)) : nullptr;
}

} // namespace

Session::Session(SessionOptions options)
    : m_options(std::move(options)),
      m_settings(settingsFile(m_options)),
      m_credentials(
          std::make_unique<CredentialStore>(CredentialStoreOptions{m_options.authFile, m_options.vault, &m_settings})),
      m_listingCache(makeListingCache(m_options))
{
}

Session::~Session() = default;

HashCache *Session::hashCache()
{
    std::lock_guard lock(m_mutex);
    if (!m_hashCacheOpened) {
        m_hashCacheOpened = true;
        m_hashCache = openHashCache();
    }
    return m_hashCache.get();
}

std::unique_ptr<HashCache> Session::openHashCache() const
{
    const auto path =
        m_options.hashCachePath.empty() ? HashCache::defaultPath() : std::optional(m_options.hashCachePath);
    return path ? HashCache::open(*path) : nullptr;
}

Result<std::shared_ptr<RegistryClient>> Session::registry(const RegistryHost &host)
{
    RETURN_IF_ERROR(m_settings.state());
    std::lock_guard lock(m_mutex);
    auto &client = m_registries[host];
    if (!client)
        client = makeClient(host, {});
    return client;
}

Result<std::shared_ptr<RegistryClient>> Session::newRegistryClient(const RegistryHost &host, const RetryPolicy &retry)
{
    RETURN_IF_ERROR(m_settings.state());
    return makeClient(host, retry);
}

std::shared_ptr<RegistryClient> Session::makeClient(const RegistryHost &host, const RetryPolicy &retry) const
{
    const auto chosen = m_settings.registry(host);
    RegistryClientOptions options;
    options.plainHttp = m_options.plainHttp || chosen.plainHttp;
    options.caFile = m_options.caFile.empty() ? chosen.caFile : m_options.caFile;
    options.retry = retry;
    return std::make_shared<RegistryClient>(host, *m_credentials, std::move(options));
}

bool Session::usesPlainHttp(const Location &location) const
{
    const auto *reference = std::get_if<Reference>(&location);
    return reference && (m_options.plainHttp || m_settings.registry(reference->registry).plainHttp);
}

Result<void> Session::chooseForRegistry(const RegistryHost &host, const RegistrySettings &settings,
                                        const TaskContext &context)
{
    RETURN_IF_ERROR(m_settings.setRegistry(host, settings, context));
    std::lock_guard lock(m_mutex);
    m_registries.erase(host);
    return {};
}

Result<void> Session::chooseStore(const std::filesystem::path &folder, const TaskContext &context)
{
    if (!folder.empty())
        RETURN_IF_ERROR(checkStoreFolder(folder));
    return m_settings.setStorePath(folder, context);
}

Result<LocalStore> Session::localStore() const
{
    RETURN_IF_ERROR(m_settings.state());
    if (auto chosen = m_settings.storePath(); !chosen.empty())
        return LocalStore(std::move(chosen));
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
    return Error(ErrorCode::Usage, Message::of("%1 is a folder or package, not an artifact", toString(location)),
                 "Name a registry reference, oci:PATH:TAG or store:REPOSITORY:TAG.");
}

} // namespace modelcrate
