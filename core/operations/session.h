// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "io/hashcache.h"
#include "oci/localstore.h"
#include "operations/location.h"
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
    std::filesystem::path storePath = {}; ///< empty: LocalStore::defaultPath()
    std::filesystem::path hashCachePath = {}; ///< empty: HashCache::defaultPath()
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
    CredentialStore &credentials() { return *m_credentials; }
    Result<std::shared_ptr<RegistryClient>> registry(const RegistryHost &host);
    Result<LocalStore> localStore() const;

    /// The store behind a location that names an artifact. With `create`, a layout or the local store is made when
    /// missing. Usage for folders and packages.
    Result<std::unique_ptr<ContentStore>> openStore(const Location &location, bool create);

private:
    SessionOptions m_options;
    std::unique_ptr<CredentialStore> m_credentials;
    std::mutex m_mutex;
    std::map<RegistryHost, std::shared_ptr<RegistryClient>> m_registries;
    bool m_hashCacheOpened = false;
    std::unique_ptr<HashCache> m_hashCache;
};

} // namespace modelcrate
