// SPDX-License-Identifier: Apache-2.0
#include "registry/tokensource.h"

#include "base/text.h"
#include "io/json.h"
#include "registry/registryerror.h"

#include <algorithm>

namespace modelcrate {

namespace {

constexpr std::chrono::seconds shortestLife{60};
constexpr std::chrono::seconds longestLife{12 * 3600};
/// A token this close to its end is not begun with.
constexpr std::chrono::seconds margin{10};
constexpr ByteCount maxTokenAnswer = 128_KiB;

std::string basic(const Credential &credential)
{
    return "Basic " + base64Encode(credential.user + ":" + credential.secret);
}

std::string formField(std::string_view name, std::string_view value) { return cat(name, '=', percentEncode(value)); }

/// The scopes that are asked for: what the challenge names, then ours that it does not cover.
std::vector<std::string> scopesFor(const Challenge &challenge, const AccessScope &scope)
{
    auto scopes = scope.toScopes();
    if (scopes.empty()) {
        for (const auto part : split(challenge.parameter("scope"), ' ')) {
            if (!part.empty())
                scopes.emplace_back(part);
        }
    }
    return scopes;
}

} // namespace

std::vector<std::string> AccessScope::toScopes() const
{
    std::vector<std::string> scopes;
    if (repository)
        scopes.push_back(cat("repository:", repository->toString(), ':', actions));
    if (mountFrom)
        scopes.push_back(cat("repository:", mountFrom->toString(), ":pull"));
    if (!catalog.empty())
        scopes.push_back("registry:catalog:" + catalog);
    return scopes;
}

std::string AccessScope::key() const { return join(toScopes(), " "); }

TokenSource::TokenSource(HttpClient &client, const CredentialStore &credentials, RegistryHost registry)
    : m_client(client),
      m_credentials(credentials),
      m_registry(std::move(registry))
{
}

void TokenSource::setCredential(std::optional<Credential> credential)
{
    std::lock_guard lock(m_mutex);
    m_given = std::move(credential);
    m_slots.clear();
    m_source.clear();
}

std::string TokenSource::credentialSource() const
{
    std::lock_guard lock(m_mutex);
    return m_source;
}

bool TokenSource::wasChallenged() const
{
    std::lock_guard lock(m_mutex);
    return m_challenge.has_value();
}

std::shared_ptr<TokenSource::Slot> TokenSource::slotFor(const AccessScope &scope)
{
    std::lock_guard lock(m_mutex);
    // Basic credentials are the same for every scope of a repository; slots stay few either way.
    auto &slot = m_slots[scope.key()];
    if (!slot)
        slot = std::make_shared<Slot>();
    return slot;
}

Result<std::optional<Credential>> TokenSource::credentialFor(const AccessScope &scope, const TaskContext &context)
{
    {
        std::lock_guard lock(m_mutex);
        if (m_given)
            return m_given;
    }
    ASSIGN_OR_RETURN(auto credential, m_credentials.find(m_registry, scope.repository, context));
    std::lock_guard lock(m_mutex);
    m_source = credential ? credential->source : std::string();
    return credential;
}

Result<std::optional<std::string>> TokenSource::authorization(const Origin &home, const AccessScope &scope,
                                                              const TaskContext &context)
{
    std::optional<Challenge> challenge;
    {
        std::lock_guard lock(m_mutex);
        challenge = m_challenge;
    }
    if (!challenge)
        return std::optional<std::string>();
    const auto slot = slotFor(scope);
    std::lock_guard lock(slot->mutex);
    if (!slot->authorization.empty() && std::chrono::steady_clock::now() + margin < slot->expires)
        return std::optional(slot->authorization);
    auto fresh = refill(*slot, home, *challenge, scope, context);
    // Without a credential the registry may still allow this one: let it say so.
    if (!fresh && fresh.error().code() == ErrorCode::Unauthorized)
        return std::optional<std::string>();
    if (!fresh)
        return std::move(fresh).error();
    return std::optional(std::move(*fresh));
}

Result<std::string> TokenSource::answer(const Origin &home, const std::vector<std::string> &challenges,
                                        const AccessScope &scope, const std::optional<std::string> &refused,
                                        const TaskContext &context)
{
    auto challenge = chooseChallenge(parseChallenges(challenges));
    {
        std::lock_guard lock(m_mutex);
        if (!challenge)
            challenge = m_challenge; // old gcr answers 401 without saying how
        else
            m_challenge = challenge;
    }
    if (!challenge)
        return Error(ErrorCode::Unauthorized,
                     Message::of("%1 asks for a sign-in of a kind that is not known here", m_registry.toString()),
                     cat("Check the address; if it is right, try: modelcrate-cli login ", m_registry.toString()));
    const auto slot = slotFor(scope);
    std::lock_guard lock(slot->mutex);
    // Somebody else has got a new one meanwhile.
    if (!slot->authorization.empty() && slot->authorization != refused
        && std::chrono::steady_clock::now() < slot->expires)
        return slot->authorization;
    return refill(*slot, home, *challenge, scope, context);
}

Result<std::string> TokenSource::refill(Slot &slot, const Origin &home, const Challenge &challenge,
                                        const AccessScope &scope, const TaskContext &context)
{
    slot.authorization.clear();
    if (challenge.scheme == "basic") {
        ASSIGN_OR_RETURN(const auto credential, credentialFor(scope, context));
        if (!credential || credential->kind != Credential::Kind::Password)
            return Error(ErrorCode::Unauthorized,
                         Message::of("%1 asks for a user and password", m_registry.toString()),
                         cat("Sign in with: modelcrate-cli login ", m_registry.toString()));
        slot.authorization = basic(*credential);
        slot.expires = std::chrono::steady_clock::now() + longestLife;
        return slot.authorization;
    }
    ASSIGN_OR_RETURN(const auto token, fetchToken(home, challenge, scope, context));
    slot.authorization = "Bearer " + token.value;
    slot.expires = std::chrono::steady_clock::now() + token.life;
    return slot.authorization;
}

Result<TokenSource::Token> TokenSource::fetchToken(const Origin &home, const Challenge &challenge,
                                                   const AccessScope &scope, const TaskContext &context)
{
    ASSIGN_OR_RETURN(auto credential, credentialFor(scope, context));
    if (credential && credential->kind == Credential::Kind::RegistryToken)
        return Token{credential->secret, longestLife};
    const auto realm = Url::parse(challenge.parameter("realm"));
    if (!realm)
        return Error(ErrorCode::RegistryRejected,
                     Message::of("%1 names no usable token service: %2", m_registry.toString(),
                                 realm.error().wording()));
    const auto decision = decide(home, *realm, UrlRole::TokenRealm);
    if (!decision.allowed)
        return Error(ErrorCode::RegistryRejected,
                     Message::of("%1 names the token service %2, which is not contacted: %3", m_registry.toString(),
                                 realm->redacted(), decision.reason));
    if (credential && !decision.sendCredentials)
        return Error(ErrorCode::Forbidden,
                     Message::of("%1 wants your password sent to %2, which is not known to belong to it",
                                 m_registry.toString(), realm->origin().toString()),
                     "If you trust that server, sign in to it under its own name, or ask the registry's operator.");

    ASSIGN_OR_RETURN(auto response, askForToken(home, *realm, challenge, scope, credential, context));
    if (response.status == 401 || response.status == 403)
        return Error(ErrorCode::Unauthorized,
                     credential
                         ? Message::of("%1 does not accept the credentials found in %2", realm->origin().toString(),
                                       spokenSource(credential->source))
                         : Message::of("%1 gives no token without a sign-in", realm->origin().toString()),
                     cat("Sign in with: modelcrate-cli login ", m_registry.toString()));
    if (response.status != 200)
        return errorFromResponse(response, Message::of("asking %1 for a token", realm->origin().toString()));
    ASSIGN_OR_RETURN(
        auto token,
        parseTokenAnswer(response.body).withContext("asking " + realm->origin().toString() + " for a token"));
    return Token{std::move(token.first), token.second};
}

Result<HttpResponse> TokenSource::askForToken(const Origin &home, const Url &realm, const Challenge &challenge,
                                              const AccessScope &scope, const std::optional<Credential> &credential,
                                              const TaskContext &context)
{
    const auto scopes = scopesFor(challenge, scope);
    const auto service = challenge.parameter("service");
    HttpRequest request{
        .url = realm, .role = UrlRole::TokenRealm, .maxResponseBody = maxTokenAnswer, .followRedirects = false};
    if (credential && credential->kind == Credential::Kind::IdentityToken) {
        auto form = request;
        form.method = "POST";
        form.headers.add("Content-Type", "application/x-www-form-urlencoded");
        form.smallBody = cat(formField("grant_type", "refresh_token"), '&', formField("service", service), '&',
                             formField("client_id", "modelcrate"), '&', formField("scope", join(scopes, " ")), '&',
                             formField("refresh_token", credential->secret));
        ASSIGN_OR_RETURN(auto response, m_client.send(home, form, context));
        if (response.status != 404 && response.status != 405)
            return response;
    }
    if (!service.empty())
        request.url = request.url.withQueryParameter("service", service);
    std::string scopeQuery;
    for (const auto &each : scopes)
        scopeQuery += "&" + formField("scope", each);
    if (credential && credential->kind == Credential::Kind::Password) {
        request.authorization = basic(*credential);
        request.url = request.url.withQueryParameter("account", credential->user);
    }
    if (!scopeQuery.empty()) {
        const auto text = request.url.toString();
        const bool hasQuery = text.find('?') != std::string::npos;
        ASSIGN_OR_RETURN(request.url, Url::parse(text + (hasQuery ? scopeQuery : "?" + scopeQuery.substr(1))));
    }
    return m_client.send(home, request, context);
}

Result<std::pair<std::string, std::chrono::seconds>> parseTokenAnswer(std::string_view body)
{
    const auto json = parseJson(body);
    if (!json || !json->isObject())
        return Error(ErrorCode::RegistryRejected, Message::of("the token service did not answer with a JSON object"));
    auto token = json->text("token");
    if (token.empty())
        token = json->text("access_token");
    const bool printable = std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c < 127; });
    if (token.empty() || !printable)
        return Error(ErrorCode::RegistryRejected, Message::of("the token service gave no usable token"));
    auto life = shortestLife;
    if (const auto *seconds = json->find("expires_in"); seconds && seconds->isNumber())
        life = std::chrono::seconds(
            static_cast<std::int64_t>(std::clamp(seconds->number(), 0.0, static_cast<double>(longestLife.count()))));
    return std::pair(std::move(token), std::max(life, shortestLife));
}

} // namespace modelcrate
