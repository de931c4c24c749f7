// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "io/hashcache.h"
#include "oci/localstore.h"
#include "operations/listingcache.h"
#include "operations/location.h"
#include "registry/clientsettings.h"
#include "registry/credentialstore.h"
#include "registry/registryclient.h"

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>

namespace modelcrate {

struct SessionOptions {
    bool plainHttp = false; ///< http for every registry; loopback ones use it without being asked
    std::filesystem::path caFile = {}; ///< further certificate authority, PEM
    std::filesystem::path authFile = {}; ///< read and write credentials only here
    /// Where the local store is unless the user has chosen a folder; empty: LocalStore::defaultPath()
    std::filesystem::path storePath = {};
    std::filesystem::path hashCachePath = {}; ///< empty: HashCache::defaultPath()
    std::filesystem::path settingsPath = {}; ///< empty: ClientSettings::defaultPath()
    SecretVault *vault = nullptr; ///< the desktop's keychain, where there is one; outlives the session
    std::filesystem::path listingCachePath = {}; ///< empty: beside hashCachePath, else ListingCache::defaultPath()
};

/// What operations share: connections, tokens, credentials, hash cache, local store. One per program, passed by
/// reference. Thread-safe.
class Session {
public:
    explicit Session(SessionOptions options = {});
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    /// Null when no cache can be kept on this machine (no home); everything works without.
    HashCache *hashCache();
    /// The same cache by a connection of its own: for a thread of low priority, which must not hold a lock that others
    /// wait for. Null likewise.
    std::unique_ptr<HashCache> openHashCache() const;
    /// Null likewise.
    const ListingCache *listingCache() const { return m_listingCache.get(); }
    CredentialStore &credentials() { return *m_credentials; }
    /// What the user chose; what was said for this program alone (--plain-http) is not in it. Change it through
    /// chooseForRegistry() and chooseStore(), so that it holds at once.
    const ClientSettings &settings() const { return m_settings; }
    /// The one client that all operations share.
    Result<std::shared_ptr<RegistryClient>> registry(const RegistryHost &host);
    /// One that shares nothing with those that run: to try something.
    Result<std::shared_ptr<RegistryClient>> newRegistryClient(const RegistryHost &host, const RetryPolicy &retry = {});
    /// Whether what goes there is not encrypted since the user said so. Registries of this very computer that do not
    /// speak TLS need no saying and are not meant.
    bool usesPlainHttp(const Location &location) const;
    /// What runs goes on as it began; everything that begins from now on goes by the choice.
    Result<void> chooseForRegistry(const RegistryHost &host, const RegistrySettings &settings,
                                   const TaskContext &context);
    /// Another folder for the local store, empty for the usual one; nothing is moved. InvalidInput for one that holds
    /// anything else.
    Result<void> chooseStore(const std::filesystem::path &folder, const TaskContext &context);
    Result<LocalStore> localStore() const;

    /// The store behind a location that names an artifact. With `create`, a layout or the local store is made when
    /// missing. Usage for folders and packages.
    Result<std::unique_ptr<ContentStore>> openStore(const Location &location, bool create);

private:
    std::shared_ptr<RegistryClient> makeClient(const RegistryHost &host, const RetryPolicy &retry) const;

    SessionOptions m_options;
    ClientSettings m_settings;
    std::unique_ptr<CredentialStore> m_credentials;
    std::unique_ptr<ListingCache> m_listingCache;
    std::mutex m_mutex;
    std::map<RegistryHost, std::shared_ptr<RegistryClient>> m_registries;
    bool m_hashCacheOpened = false;
    std::unique_ptr<HashCache> m_hashCache;
};

} // namespace modelcrate
