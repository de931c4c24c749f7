// SPDX-License-Identifier: Apache-2.0
#include "registry/credentialstore.h"

#include "base/log.h"
#include "base/text.h"
#include "io/jsonfile.h"
#include "registry/credentialhelper.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <set>

#include <unistd.h>

namespace modelcrate {

namespace fs = std::filesystem;

namespace {

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

std::string sourceOf(const fs::path &file, const std::string &helper)
{
    return helper.empty() ? file.string() : cat(file.string(), " (helper ", helper, ')');
}

Result<std::optional<Credential>> askHelper(const std::string &name, const RegistryHost &registry, const fs::path &file,
                                            const TaskContext &context)
{
    ASSIGN_OR_RETURN(const auto helper, CredentialHelper::named(name));
    ASSIGN_OR_RETURN(auto credential, helper.get(serverKey(registry), context));
    if (credential)
        credential->source = sourceOf(file, name);
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
    auto document = readJsonFile(file);
    if (!document && document.error().code() == ErrorCode::NotFound)
        return AuthFile();
    if (!document)
        return std::move(document).error();
    return authFileFrom(*document);
}

/// What the keychain knows the account by; a host has no '@'.
std::string keychainAccount(const std::string &user, const RegistryHost &registry)
{
    return cat(user, '@', registry.toString());
}

/// One file, or what stands for one, while a list is made.
struct ListedFile {
    AuthFile content;
    fs::path path;
    CredentialPlace place;
};

/// A helper may unlock a keyring to answer: it is asked once a file.
using HelperAnswers = std::map<std::string, Result<std::map<std::string, std::string>>>;

const Result<std::map<std::string, std::string>> &answerOf(const std::string &helper, HelperAnswers &answers,
                                                           const TaskContext &context)
{
    const auto known = answers.find(helper);
    if (known != answers.end())
        return known->second;
    const auto program = CredentialHelper::named(helper);
    return answers.emplace(helper, program ? program->list(context) : program.error()).first->second;
}

void listHelpers(const ListedFile &file, CredentialList &list, const TaskContext &context)
{
    HelperAnswers answers;
    const auto add = [&](const std::string &server, const std::string &user, const std::string &helper) {
        const bool token = user == "<token>";
        list.found.push_back({lookupName(normalizedKey(server)), token ? std::string() : user,
                              token ? Credential::Kind::IdentityToken : Credential::Kind::Password, file.place,
                              sourceOf(file.path, helper)});
    };
    for (const auto &[key, helper] : file.content.helpers) {
        const auto &users = answerOf(helper, answers, context);
        if (!users)
            continue;
        for (const auto &[server, user] : *users) {
            if (lookupName(normalizedKey(server)) == lookupName(normalizedKey(key)))
                add(server, user, helper);
        }
    }
    if (!file.content.store.empty()) {
        const auto &users = answerOf(file.content.store, answers, context);
        for (const auto &[server, user] : users ? *users : std::map<std::string, std::string>())
            add(server, user, file.content.store);
    }
    for (const auto &[helper, users] : answers) {
        if (!users)
            list.failures.push_back(users.error());
    }
}

void listFile(const ListedFile &file, CredentialList &list, const TaskContext &context)
{
    listHelpers(file, list, context);
    for (const auto &[key, credential] : file.content.auths)
        list.found.push_back(
            {lookupName(normalizedKey(key)), credential.user, credential.kind, file.place, sourceOf(file.path, {})});
}

/// Of several for one key the first is taken.
void markUsed(std::vector<FoundCredential> &found)
{
    std::set<std::string> seen;
    for (auto &credential : found)
        credential.inUse = seen.insert(credential.key).second;
}

} // namespace

Result<AuthFile> parseAuthFile(std::string_view text)
{
    ASSIGN_OR_RETURN(const auto json, parseJson(text));
    if (!json.isObject())
        return Error(ErrorCode::InvalidInput, Message::of("a credentials file must be a JSON object"));
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
    return Error(ErrorCode::FileSystem, Message::of("there is no home folder to keep credentials in"),
                 "Set HOME, or name a file with --authfile.");
}

Result<std::optional<Credential>> CredentialStore::find(const RegistryHost &registry,
                                                        const std::optional<RepositoryName> &repository,
                                                        const TaskContext &context) const
{
    if (auto kept = findKept(registry))
        return kept;
    auto fromKeychain = findInKeychain(registry, context);
    // One that is locked is the user's to open: never go on as somebody else. One that this login does not have at all
    // must not keep from what is public, nor from what docker knows.
    const bool isAbsent = !fromKeychain && fromKeychain.error().code() == ErrorCode::Unsupported;
    if (isAbsent)
        log(LogLevel::Warning, "registry", cat(registry.toString(), ": ", fromKeychain.error().message()));
    else if (!fromKeychain || *fromKeychain)
        return fromKeychain;
    if (!exclusiveFile()) {
        if (const char *text = std::getenv("DOCKER_AUTH_CONFIG"); text && *text != '\0') {
            ASSIGN_OR_RETURN(const auto authFile, parseAuthFile(text).withContext("reading DOCKER_AUTH_CONFIG"));
            ASSIGN_OR_RETURN(auto credential, findIn(authFile, "DOCKER_AUTH_CONFIG", registry, repository, context));
            if (credential)
                return credential;
        }
    }
    for (const auto &file : filesToRead()) {
        auto document = readJsonFile(file);
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

std::optional<Credential> CredentialStore::findKept(const RegistryHost &registry) const
{
    std::lock_guard lock(m_mutex);
    const auto kept = m_kept.find(registry);
    return kept == m_kept.end() ? std::nullopt : std::optional(kept->second);
}

Result<std::optional<Credential>> CredentialStore::findInKeychain(const RegistryHost &registry,
                                                                  const TaskContext &context) const
{
    if (!m_options.vault || !m_options.settings)
        return std::optional<Credential>();
    const auto user = m_options.settings->registry(registry).keychainUser;
    if (user.empty())
        return std::optional<Credential>();
    ASSIGN_OR_RETURN(auto secret, m_options.vault->read(keychainAccount(user, registry), context));
    if (!secret) // taken away in the keychain's own program
        return std::optional<Credential>();
    return std::optional(Credential{Credential::Kind::Password, user, std::move(*secret), m_options.vault->name()});
}

Message spokenSource(const std::string &source)
{
    for (const auto &known : {Message::of("this session"), Message::of("the desktop's keychain")}) {
        if (known == source)
            return known;
    }
    return source;
}

std::string CredentialStore::nameOf(CredentialPlace place) const
{
    return place == CredentialPlace::Keychain && m_options.vault ? m_options.vault->name() : "this session";
}

void CredentialStore::listKept(CredentialList &list) const
{
    {
        std::lock_guard lock(m_mutex);
        for (const auto &[registry, credential] : m_kept)
            list.found.push_back({registry.toString(), credential.user, credential.kind, CredentialPlace::Session,
                                  nameOf(CredentialPlace::Session)});
    }
    if (!m_options.vault || !m_options.settings)
        return;
    for (const auto &[registry, settings] : m_options.settings->registries()) {
        if (!settings.keychainUser.empty())
            list.found.push_back({registry.toString(), settings.keychainUser, Credential::Kind::Password,
                                  CredentialPlace::Keychain, nameOf(CredentialPlace::Keychain)});
    }
}

Result<void> CredentialStore::listFiles(CredentialList &list, const TaskContext &context) const
{
    const char *text = exclusiveFile() ? nullptr : std::getenv("DOCKER_AUTH_CONFIG");
    if (text && *text != '\0') {
        auto content = parseAuthFile(text).withContext("reading DOCKER_AUTH_CONFIG");
        if (content)
            listFile({std::move(*content), "DOCKER_AUTH_CONFIG", CredentialPlace::Environment}, list, context);
        else
            list.failures.push_back(content.error());
    }
    const auto own = fileToWrite();
    for (const auto &path : filesToRead()) {
        RETURN_IF_ERROR(context.check());
        auto content = readAuthFileOrEmpty(path);
        const auto place = own && *own == path ? CredentialPlace::OwnFile : CredentialPlace::OtherFile;
        if (content)
            listFile({std::move(*content), path, place}, list, context);
        else
            list.failures.push_back(content.error());
    }
    return context.check();
}

Result<CredentialList> CredentialStore::list(const TaskContext &context) const
{
    CredentialList list;
    listKept(list);
    RETURN_IF_ERROR(listFiles(list, context));
    markUsed(list.found);
    return list;
}

Result<std::string> CredentialStore::store(const RegistryHost &registry, const std::string &user,
                                           const std::string &secret, CredentialPlace place,
                                           const TaskContext &context) const
{
    std::string where = nameOf(place);
    switch (place) {
    case CredentialPlace::OwnFile: {
        ASSIGN_OR_RETURN(where, storeInFile(registry, user, secret, context));
        ASSIGN_OR_RETURN(const bool had, eraseInKeychain(registry, context));
        static_cast<void>(had);
        break;
    }
    case CredentialPlace::Keychain: RETURN_IF_ERROR(storeInKeychain(registry, user, secret, context)); break;
    case CredentialPlace::Session: break;
    case CredentialPlace::OtherFile:
    case CredentialPlace::Environment:
        return Error(ErrorCode::Usage, Message::of("credentials are not written to where they are only read"));
    }
    std::lock_guard lock(m_mutex);
    m_kept.erase(registry);
    if (place == CredentialPlace::Session)
        m_kept.emplace(registry, Credential{Credential::Kind::Password, user, secret, where});
    return where;
}

Result<void> CredentialStore::checkKeychain(const TaskContext &context) const
{
    if (!m_options.vault || !m_options.settings)
        return Error(ErrorCode::Unsupported, Message::of("there is no keychain here"));
    return m_options.vault->check(context);
}

Result<void> CredentialStore::storeInKeychain(const RegistryHost &registry, const std::string &user,
                                              const std::string &secret, const TaskContext &context) const
{
    RETURN_IF_ERROR(checkKeychain(context));
    auto settings = m_options.settings->registry(registry);
    if (!settings.keychainUser.empty() && settings.keychainUser != user)
        RETURN_IF_ERROR(m_options.vault->remove(keychainAccount(settings.keychainUser, registry), context));
    RETURN_IF_ERROR(m_options.vault->write(keychainAccount(user, registry), secret, context));
    settings.keychainUser = user;
    return m_options.settings->setRegistry(registry, settings, context);
}

Result<std::string> CredentialStore::storeInFile(const RegistryHost &registry, const std::string &user,
                                                 const std::string &secret, const TaskContext &context) const
{
    ASSIGN_OR_RETURN(const auto file, fileToWrite());
    ASSIGN_OR_RETURN(const auto authFile, readAuthFileOrEmpty(file));
    const auto helper = helperFor(authFile, registry);
    if (!helper.empty()) {
        ASSIGN_OR_RETURN(const auto program, CredentialHelper::named(helper));
        RETURN_IF_ERROR(program.store(serverKey(registry), user, secret, context));
    }
    RETURN_IF_ERROR(changeJsonFile(file, context, [&](JsonObject &document) -> Result<void> {
        auto &auths = authsOf(document);
        for (const auto &key : keysOf(auths, registry))
            auths.remove(key);
        // An empty entry says that the helper has it, as docker login writes it.
        auths.set(serverKey(registry),
                  helper.empty() ? JsonObject{{"auth", base64Encode(user + ":" + secret)}} : JsonObject());
        return {};
    }));
    return sourceOf(file, helper);
}

Result<std::string> CredentialStore::erase(const RegistryHost &registry, CredentialPlace place,
                                           const TaskContext &context) const
{
    if (place == CredentialPlace::OwnFile)
        return eraseInFile(registry, context);
    bool found = false;
    if (place == CredentialPlace::Keychain) {
        ASSIGN_OR_RETURN(found, eraseInKeychain(registry, context));
    } else if (place == CredentialPlace::Session) {
        std::lock_guard lock(m_mutex);
        found = m_kept.erase(registry) > 0;
    } else {
        return Error(ErrorCode::Usage, Message::of("credentials are not taken from where they are only read"));
    }
    if (!found)
        return Error(ErrorCode::NotFound,
                     Message::of("there are no credentials for %1 in %2", registry.toString(),
                                 spokenSource(nameOf(place))));
    return nameOf(place);
}

/// Whether there was one.
Result<bool> CredentialStore::eraseInKeychain(const RegistryHost &registry, const TaskContext &context) const
{
    if (!m_options.vault || !m_options.settings)
        return false;
    auto settings = m_options.settings->registry(registry);
    if (settings.keychainUser.empty())
        return false;
    RETURN_IF_ERROR(m_options.vault->remove(keychainAccount(settings.keychainUser, registry), context));
    settings.keychainUser.clear();
    RETURN_IF_ERROR(m_options.settings->setRegistry(registry, settings, context));
    return true;
}

Result<std::string> CredentialStore::eraseInFile(const RegistryHost &registry, const TaskContext &context) const
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
        RETURN_IF_ERROR(changeJsonFile(file, context, [&](JsonObject &document) -> Result<void> {
            auto &auths = authsOf(document);
            for (const auto &key : keysOf(auths, registry))
                found = auths.remove(key) || found;
            return {};
        }));
    }
    if (!found)
        return Error(ErrorCode::NotFound,
                     Message::of("there are no credentials for %1 in %2", registry.toString(), file.string()));
    return file.string();
}

} // namespace modelcrate
