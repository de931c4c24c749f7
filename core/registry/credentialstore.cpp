// SPDX-License-Identifier: Apache-2.0
#include "registry/credentialstore.h"

#include "base/text.h"
#include "io/file.h"
#include "registry/credentialhelper.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>

#include <unistd.h>

namespace modelcrate {

namespace fs = std::filesystem;

namespace {

constexpr ByteCount maxAuthFile = 4_MiB;
constexpr std::string_view dockerHubKey = "https://index.docker.io/v1/";

std::optional<fs::path> pathFromEnvironment(const char *name)
{
    const char *value = std::getenv(name);
    // Relative paths are ignored, as the XDG specification says.
    if (!value || *value != '/')
        return std::nullopt;
    return fs::path(value);
}

/// "https://host/v1/" and "host/" name the host; everything else is a key as it stands.
std::string normalizedKey(std::string_view key)
{
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (key.substr(0, scheme.size()) != scheme)
            continue;
        key.remove_prefix(scheme.size());
        const auto slash = key.find('/');
        return std::string(key.substr(0, slash));
    }
    while (!key.empty() && key.back() == '/')
        key.remove_suffix(1);
    return std::string(key);
}

/// Docker Hub has one key in the files whatever it is called elsewhere.
std::string serverKey(const RegistryHost &registry)
{
    return registry.toString() == "docker.io" ? std::string(dockerHubKey) : registry.toString();
}

std::string lookupName(std::string name)
{
    return name == "index.docker.io" || name == "registry-1.docker.io" ? "docker.io" : name;
}

/// Keys to try, most specific first: host/ns/repo, host/ns, host.
std::vector<std::string> keysFor(const RegistryHost &registry, const std::optional<RepositoryName> &repository)
{
    std::vector<std::string> keys;
    auto key = registry.toString();
    if (repository)
        key += "/" + repository->toString();
    while (true) {
        keys.push_back(key);
        const auto slash = key.rfind('/');
        if (slash == std::string::npos)
            return keys;
        key.resize(slash);
    }
}

std::optional<Credential> credentialOf(const Json &entry)
{
    Credential credential;
    if (const auto &token = entry.text("identitytoken"); !token.empty()) {
        credential.kind = Credential::Kind::IdentityToken;
        credential.secret = token;
        return credential;
    }
    if (const auto &token = entry.text("registrytoken"); !token.empty()) {
        credential.kind = Credential::Kind::RegistryToken;
        credential.secret = token;
        return credential;
    }
    if (auto decoded = base64Decode(entry.text("auth")); decoded && !decoded->empty()) {
        while (!decoded->empty() && decoded->back() == '\0')
            decoded->pop_back();
        const auto colon = decoded->find(':');
        if (colon == std::string::npos)
            return std::nullopt;
        credential.user = decoded->substr(0, colon);
        credential.secret = decoded->substr(colon + 1);
    } else {
        credential.user = entry.text("username");
        credential.secret = entry.text("password");
    }
    if (credential.user.empty() && credential.secret.empty())
        return std::nullopt;
    return credential;
}

Result<Json> readAuthDocument(const fs::path &file)
{
    ASSIGN_OR_RETURN(const auto text, readSmallFile(file, maxAuthFile));
    if (trim(text).empty())
        return Json(JsonObject());
    auto json = parseJson(text);
    if (!json)
        return Error(ErrorCode::InvalidInput, cat(file.string(), ": ", json.error().message()),
                     "Correct or remove this file.");
    if (!json->isObject())
        return Error(ErrorCode::InvalidInput, file.string() + " is not a JSON object", "Correct or remove this file.");
    return json;
}

AuthFile authFileFrom(const Json &json)
{
    AuthFile out;
    if (const auto *auths = json.find("auths"); auths && auths->asObject()) {
        for (const auto &[key, entry] : *auths->asObject()) {
            if (auto credential = credentialOf(entry))
                out.auths.emplace(key, std::move(*credential));
        }
    }
    if (const auto *helpers = json.find("credHelpers"); helpers && helpers->asObject()) {
        for (const auto &[key, name] : *helpers->asObject()) {
            if (name.asString() && !name.asString()->empty())
                out.helpers.emplace(key, *name.asString());
        }
    }
    out.store = json.text("credsStore");
    return out;
}

/// The entry of a map whose key means `wanted`.
template<typename Map>
const typename Map::mapped_type *findByKey(const Map &map, const std::string &wanted)
{
    for (const auto &[key, value] : map) {
        if (lookupName(normalizedKey(key)) == wanted)
            return &value;
    }
    return nullptr;
}

Result<std::optional<Credential>> askHelper(const std::string &name, const RegistryHost &registry, const fs::path &file,
                                            const TaskContext &context)
{
    ASSIGN_OR_RETURN(const auto helper, CredentialHelper::named(name));
    ASSIGN_OR_RETURN(auto credential, helper.get(serverKey(registry), context));
    if (credential)
        credential->source = cat(file.string(), " (helper ", name, ')');
    return credential;
}

Result<std::optional<Credential>> findIn(const AuthFile &authFile, const fs::path &file, const RegistryHost &registry,
                                         const std::optional<RepositoryName> &repository, const TaskContext &context)
{
    const auto keys = keysFor(registry, repository);
    for (const auto &key : keys) {
        if (const auto *helper = findByKey(authFile.helpers, key))
            return askHelper(*helper, registry, file, context);
    }
    if (!authFile.store.empty()) {
        ASSIGN_OR_RETURN(auto credential, askHelper(authFile.store, registry, file, context));
        if (credential)
            return std::optional(std::move(credential));
    }
    for (const auto &key : keys) {
        if (const auto *found = findByKey(authFile.auths, key)) {
            auto credential = *found;
            credential.source = file.string();
            return std::optional(std::move(credential));
        }
    }
    return std::optional<Credential>();
}

/// Where a symlinked file really is, so that a dotfile manager's link stays.
fs::path resolveLink(const fs::path &file)
{
    std::error_code failure;
    const auto resolved = fs::weakly_canonical(file, failure);
    return failure ? file : resolved;
}

/// Reads, changes and writes the file under a lock beside it, so that two logins at once lose nothing.
Result<void> changeFile(const fs::path &file, const TaskContext &context,
                        const std::function<Result<void>(JsonObject &)> &change)
{
    const auto target = resolveLink(file);
    RETURN_IF_ERROR(makeFolders(target.parent_path(), 0700));
    ASSIGN_OR_RETURN(const auto lock,
                     FileLock::lock(target.parent_path() / ("." + target.filename().string() + ".lock"), context));
    auto document = readAuthDocument(target);
    if (!document && document.error().code() != ErrorCode::NotFound)
        return std::move(document).error();
    Json json = document ? std::move(*document) : Json(JsonObject());
    RETURN_IF_ERROR(change(*json.asObject()));
    return writeFileAtomically(target, dumpJsonPretty(json) + "\n", 0600);
}

JsonObject &authsOf(JsonObject &document)
{
    if (!document.find("auths") || !document.find("auths")->asObject())
        document.set("auths", JsonObject());
    return *document.find("auths")->asObject();
}

/// Every key of `auths` that means this registry.
std::vector<std::string> keysOf(const JsonObject &auths, const RegistryHost &registry)
{
    std::vector<std::string> keys;
    for (const auto &[key, entry] : auths) {
        if (lookupName(normalizedKey(key)) == registry.toString())
            keys.push_back(key);
    }
    return keys;
}

std::string helperFor(const AuthFile &authFile, const RegistryHost &registry)
{
    const auto *helper = findByKey(authFile.helpers, registry.toString());
    return helper ? *helper : authFile.store;
}

Result<AuthFile> readAuthFileOrEmpty(const fs::path &file)
{
    auto document = readAuthDocument(file);
    if (!document && document.error().code() == ErrorCode::NotFound)
        return AuthFile();
    if (!document)
        return std::move(document).error();
    return authFileFrom(*document);
}

} // namespace

Result<AuthFile> parseAuthFile(std::string_view text)
{
    ASSIGN_OR_RETURN(const auto json, parseJson(text));
    if (!json.isObject())
        return Error(ErrorCode::InvalidInput, "a credentials file must be a JSON object");
    return authFileFrom(json);
}

std::optional<fs::path> CredentialStore::exclusiveFile() const
{
    if (!m_options.authFile.empty())
        return m_options.authFile;
    if (const char *file = std::getenv("REGISTRY_AUTH_FILE"); file && *file != '\0')
        return fs::path(file);
    return std::nullopt;
}

std::vector<fs::path> CredentialStore::filesToRead() const
{
    if (auto file = exclusiveFile())
        return {*file};
    std::vector<fs::path> files;
    if (const auto runtime = pathFromEnvironment("XDG_RUNTIME_DIR"))
        files.push_back(*runtime / "containers/auth.json");
    else
        files.push_back(cat("/run/containers/", ::getuid(), "/auth.json"));
    const auto home = pathFromEnvironment("HOME");
    if (const auto config = pathFromEnvironment("XDG_CONFIG_HOME"))
        files.push_back(*config / "containers/auth.json");
    else if (home)
        files.push_back(*home / ".config/containers/auth.json");
    if (const auto docker = pathFromEnvironment("DOCKER_CONFIG"))
        files.push_back(*docker / "config.json");
    else if (home)
        files.push_back(*home / ".docker/config.json");
    return files;
}

Result<fs::path> CredentialStore::fileToWrite() const
{
    if (auto file = exclusiveFile())
        return *file;
    if (const auto docker = pathFromEnvironment("DOCKER_CONFIG"))
        return *docker / "config.json";
    if (const auto home = pathFromEnvironment("HOME"))
        return *home / ".docker/config.json";
    return Error(ErrorCode::FileSystem, "there is no home folder to keep credentials in",
                 "Set HOME, or name a file with --authfile.");
}

Result<std::optional<Credential>> CredentialStore::find(const RegistryHost &registry,
                                                        const std::optional<RepositoryName> &repository,
                                                        const TaskContext &context) const
{
    if (!exclusiveFile()) {
        if (const char *text = std::getenv("DOCKER_AUTH_CONFIG"); text && *text != '\0') {
            ASSIGN_OR_RETURN(const auto authFile, parseAuthFile(text).withContext("reading DOCKER_AUTH_CONFIG"));
            ASSIGN_OR_RETURN(auto credential, findIn(authFile, "DOCKER_AUTH_CONFIG", registry, repository, context));
            if (credential)
                return credential;
        }
    }
    for (const auto &file : filesToRead()) {
        auto document = readAuthDocument(file);
        if (!document && document.error().code() == ErrorCode::NotFound)
            continue;
        if (!document)
            return std::move(document).error();
        ASSIGN_OR_RETURN(auto credential, findIn(authFileFrom(*document), file, registry, repository, context));
        if (credential)
            return credential;
    }
    return std::optional<Credential>();
}

Result<std::string> CredentialStore::store(const RegistryHost &registry, const std::string &user,
                                           const std::string &secret, const TaskContext &context) const
{
    ASSIGN_OR_RETURN(const auto file, fileToWrite());
    ASSIGN_OR_RETURN(const auto authFile, readAuthFileOrEmpty(file));
    const auto helper = helperFor(authFile, registry);
    if (!helper.empty()) {
        ASSIGN_OR_RETURN(const auto program, CredentialHelper::named(helper));
        RETURN_IF_ERROR(program.store(serverKey(registry), user, secret, context));
    }
    RETURN_IF_ERROR(changeFile(file, context, [&](JsonObject &document) -> Result<void> {
        auto &auths = authsOf(document);
        for (const auto &key : keysOf(auths, registry))
            auths.remove(key);
        // An empty entry says that the helper has it, as docker login writes it.
        auths.set(serverKey(registry),
                  helper.empty() ? JsonObject{{"auth", base64Encode(user + ":" + secret)}} : JsonObject());
        return {};
    }));
    return helper.empty() ? file.string() : cat(file.string(), " (helper ", helper, ')');
}

Result<std::string> CredentialStore::erase(const RegistryHost &registry, const TaskContext &context) const
{
    ASSIGN_OR_RETURN(const auto file, fileToWrite());
    ASSIGN_OR_RETURN(const auto authFile, readAuthFileOrEmpty(file));
    bool found = false;
    if (const auto helper = helperFor(authFile, registry); !helper.empty()) {
        ASSIGN_OR_RETURN(const auto program, CredentialHelper::named(helper));
        const auto erased = program.erase(serverKey(registry), context);
        if (!erased && erased.error().code() != ErrorCode::NotFound)
            return erased.error();
        found = erased.has_value();
    }
    std::error_code ignored;
    if (fs::exists(file, ignored)) {
        RETURN_IF_ERROR(changeFile(file, context, [&](JsonObject &document) -> Result<void> {
            auto &auths = authsOf(document);
            for (const auto &key : keysOf(auths, registry))
                found = auths.remove(key) || found;
            return {};
        }));
    }
    if (!found)
        return Error(ErrorCode::NotFound,
                     cat("there are no credentials for ", registry.toString(), " in ", file.string()));
    return file.string();
}

} // namespace modelcrate
