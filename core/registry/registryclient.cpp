// SPDX-License-Identifier: Apache-2.0
#include "registry/registryclient.h"

#include "base/log.h"
#include "base/text.h"
#include "http/headers.h"
#include "io/json.h"
#include "registry/registryerror.h"

#include <algorithm>
#include <set>

namespace modelcrate {

namespace {

constexpr int maxPages = 2000;
constexpr std::size_t maxItems = 1'000'000;
constexpr std::chrono::seconds probeTimeout{1}; ///< on loopback
constexpr std::chrono::seconds busyTimeout{5};

HttpClientOptions httpOptions(const RegistryClientOptions &options)
{
    HttpClientOptions http;
    http.userAgent = "modelcrate/0.1";
    http.caFile = options.caFile;
    http.stallTimeout = options.stallTimeout;
    http.answerTimeout = options.commitTimeout;
    return http;
}

bool isTransient(const Error &error)
{
    return error.code() == ErrorCode::NetworkFailed || error.code() == ErrorCode::TimedOut;
}

std::int64_t steadyNow()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// Servers for TLS say so to who speaks plain HTTP to them (Go's, nginx, Apache).
bool wantsTls(const Origin &http, HttpClientOptions options, const TaskContext &context)
{
    options.stallTimeout = busyTimeout;
    HttpClient client(options);
    const auto url = Url::parse(http.toString() + "/v2/");
    const auto response =
        url ? client.send(http, {.url = *url, .followRedirects = false}, context) : Result<HttpResponse>(url.error());
    return response && response->status == 400 && response->body.find("HTTPS") != std::string::npos;
}

/// Whether a loopback server speaks TLS at all; what its certificate is worth is asked later.
Result<bool> speaksTls(const Origin &https, const Origin &http, const RegistryClientOptions &options,
                       const TaskContext &context)
{
    HttpClientOptions probe = httpOptions(options);
    probe.connectTimeout = probeTimeout;
    probe.stallTimeout = probeTimeout;
    HttpClient client(probe);
    ASSIGN_OR_RETURN(const auto url, Url::parse(https.toString() + "/v2/"));
    const auto response = client.send(https, {.url = url, .followRedirects = false}, context);
    if (response)
        return true;
    if (response.error().isStop())
        return response.error();
    // One that only waits for more of a request reads plain HTTP, unless the machine is too busy for a handshake.
    if (response.error().code() == ErrorCode::TimedOut)
        return wantsTls(http, probe, context);
    // A certificate that is not trusted is a TLS server all the same: never fall back to http behind its back.
    return response.error().code() == ErrorCode::TlsFailed
        && response.error().message().find("certificate") != std::string::npos;
}

} // namespace

RegistryClient::RegistryClient(RegistryHost host, const CredentialStore &credentials, RegistryClientOptions options)
    : m_host(std::move(host)),
      m_profile(profileFor(m_host)),
      m_options(std::move(options)),
      m_client(httpOptions(m_options)),
      m_tokens(m_client, credentials, m_host)
{
}

Result<Origin> RegistryClient::origin(const TaskContext &context)
{
    std::lock_guard lock(m_originMutex);
    if (m_origin)
        return *m_origin;
    Origin https{"https", m_profile.apiHost.empty() ? m_host.host() : std::string(m_profile.apiHost),
                 m_host.port().value_or(443)};
    Origin http{"http", https.host, m_host.port().value_or(80)};
    if (m_options.plainHttp) {
        m_origin = http;
    } else if (m_host.isLoopback() && m_options.caFile.empty()) {
        ASSIGN_OR_RETURN(const bool tls, speaksTls(https, http, m_options, context));
        m_origin = tls ? https : http;
    } else {
        m_origin = https;
    }
    return *m_origin;
}

RegistryClient::Failure RegistryClient::failureOf(const Result<HttpResponse> &response)
{
    if (response)
        return {ErrorCode::RegistryUnavailable, cat("the registry answered ", response->status), *response};
    return {response.error().code(), response.error().message()};
}

Result<void> RegistryClient::waitForTurn(const TaskContext &context, ProgressBoard::Item *item) const
{
    const auto wait = std::chrono::nanoseconds(m_notBefore.load() - steadyNow());
    if (wait <= wait.zero())
        return context.check();
    if (item)
        item->setWait(RetryWait{.until = std::chrono::steady_clock::now() + wait,
                                .code = ErrorCode::RateLimited,
                                .reason = "the registry asked to wait",
                                .canSkip = false});
    RETURN_IF_ERROR(context.sleepFor(wait));
    if (item)
        item->setWait({});
    return {};
}

int RegistryClient::maxAttempts() const
{
    constexpr int attemptsForStrangers = 2;
    return m_answered ? m_options.retry.maxAttempts : std::min(attemptsForStrangers, m_options.retry.maxAttempts);
}

Result<HttpRequest> RegistryClient::prepare(const Origin &home, const RegistryRequest &request,
                                            const TaskContext &context)
{
    HttpRequest http;
    http.method = request.method;
    if (request.url) {
        http.url = *request.url;
    } else {
        ASSIGN_OR_RETURN(http.url, Url::parse(home.toString() + request.path));
    }
    http.role = request.role;
    http.headers = request.headers;
    http.smallBody = request.smallBody;
    http.body = request.body;
    http.expectContinue = request.expectContinue;
    http.maxResponseBody = request.maxResponseBody;
    ASSIGN_OR_RETURN(http.authorization, m_tokens.authorization(home, request.scope, context));
    return http;
}

Result<void> RegistryClient::backOff(int attempt, int attempts, const Failure &failure, const TaskContext &context,
                                     ProgressBoard::Item *item)
{
    const auto &response = failure.response;
    const auto &policy = m_options.retry;
    std::optional<std::chrono::seconds> retryAfter;
    if (response) {
        if (const auto value = response->headers.get("Retry-After"))
            retryAfter = parseRetryAfter(*value, std::chrono::system_clock::now());
    }
    if (retryAfter && *retryAfter > policy.maxRetryAfter)
        return Error(ErrorCode::RateLimited,
                     Message::of("%1 asks to wait %2 s", m_host.toString(), retryAfter->count()),
                     "Try again then.");
    const auto delay = retryDelay(policy, attempt, randomUnit(), retryAfter);
    const bool asked = response && (response->status == 429 || retryAfter);
    if (asked)
        m_notBefore = std::max(m_notBefore.load(), steadyNow() + std::chrono::nanoseconds(delay).count());
    log(LogLevel::Info, "registry", cat(failure.reason, "; trying again in ", delay.count(), " ms"));
    const auto retriesAsked = context.retriesAsked();
    if (item)
        item->setWait(RetryWait{.until = std::chrono::steady_clock::now() + delay,
                                .attempt = std::min(attempt + 2, attempts),
                                .attempts = attempts,
                                .code = asked ? ErrorCode::RateLimited : failure.code,
                                .httpStatus = response ? response->status : 0,
                                .reason = failure.reason,
                                .canSkip = !asked});
    RETURN_IF_ERROR(asked ? context.sleepFor(delay) : context.sleepBeforeRetry(delay, retriesAsked));
    if (item)
        item->setWait({});
    return {};
}

void RegistryClient::learn(const HttpHeaders &headers)
{
    const auto software = softwareOf(headers);
    // What an answer to a signed-in request no longer says was said before.
    const auto known = m_software.load();
    if (known == RegistrySoftware::Unknown
        || (known == RegistrySoftware::Distribution && software != RegistrySoftware::Unknown))
        m_software = software;
}

std::string RegistryClient::name(const TaskContext &context, bool ask)
{
    if (m_profile.name != RegistryProfile().name)
        return std::string(m_profile.name);
    const auto canBeZot = [this] {
        return m_software == RegistrySoftware::Unknown || m_software == RegistrySoftware::Distribution;
    };
    if (ask && canBeZot()) {
        const auto answer = send({.path = "/v2/_oci/ext/discover"}, context);
        if (answer && answer->status == 200 && softwareOfExtensions(answer->body) == RegistrySoftware::Zot
            && canBeZot())
            m_software = RegistrySoftware::Zot;
    }
    return std::string(toString(m_software));
}

Result<HttpResponse> RegistryClient::send(const RegistryRequest &request, const TaskContext &context,
                                          ProgressBoard::Item *item)
{
    ASSIGN_OR_RETURN(const auto home, origin(context));
    bool signedIn = false;
    for (int attempt = 0;; ++attempt) {
        RETURN_IF_ERROR(waitForTurn(context, item));
        ASSIGN_OR_RETURN(auto http, prepare(home, request, context));
        auto response = m_client.send(home, http, context);
        m_answered = m_answered || response;
        if (response)
            learn(response->headers);
        const bool last = request.once || attempt + 1 >= maxAttempts();
        if (!response) {
            if (last || !isTransient(response.error()))
                return response;
            RETURN_IF_ERROR(backOff(attempt, maxAttempts(), failureOf(response), context, item));
            continue;
        }
        if (const auto warning = response->headers.get("Warning")) {
            if (const auto text = parseWarning(*warning))
                log(LogLevel::Warning, "registry", cat(m_host.toString(), " warns: ", *text));
        }
        if (response->status == 401 && !signedIn) {
            signedIn = true;
            auto answer = m_tokens.answer(home, response->headers.all("WWW-Authenticate"), request.scope,
                                          http.authorization, context);
            if (!answer) {
                if (answer.error().code() != ErrorCode::Unauthorized)
                    return std::move(answer).error();
                auto error = std::move(answer).error();
                error.setHttpStatus(401);
                error.setRegistryErrors(parseRegistryErrors(response->body));
                return error;
            }
            if (http.authorization == *answer)
                return response; // it has seen this one
            if (request.body && request.body->onRestart)
                request.body->onRestart();
            --attempt;
            continue;
        }
        if (!isRetryableStatus(response->status) || last)
            return response;
        RETURN_IF_ERROR(backOff(attempt, maxAttempts(), failureOf(response), context, item));
    }
}

Result<HttpClient::Download> RegistryClient::download(const RegistryRequest &request, const TaskContext &context)
{
    ASSIGN_OR_RETURN(const auto home, origin(context));
    bool signedIn = false;
    for (int attempt = 0;; ++attempt) {
        RETURN_IF_ERROR(waitForTurn(context, nullptr));
        ASSIGN_OR_RETURN(auto http, prepare(home, request, context));
        auto download = m_client.download(home, http, context);
        m_answered = m_answered || download;
        const bool last = attempt + 1 >= maxAttempts();
        if (!download) {
            if (last || !isTransient(download.error()))
                return download;
            RETURN_IF_ERROR(backOff(attempt, maxAttempts(), failureOf(download.error()), context, nullptr));
            continue;
        }
        const auto &response = download->response;
        if (response.status == 401 && !signedIn) {
            signedIn = true;
            ASSIGN_OR_RETURN(const auto answer,
                             m_tokens.answer(home, response.headers.all("WWW-Authenticate"), request.scope,
                                             http.authorization, context));
            if (http.authorization == answer)
                return download;
            --attempt;
            continue;
        }
        if (!isRetryableStatus(response.status) || last)
            return download;
        RETURN_IF_ERROR(backOff(attempt, maxAttempts(), failureOf(response), context, nullptr));
    }
}

Result<std::string> RegistryClient::ping(const TaskContext &context)
{
    ASSIGN_OR_RETURN(const auto response, send({.path = "/v2/"}, context));
    if (response.status == 401 || response.status == 403) {
        auto error = errorFromResponse(response, Message::of("signing in"));
        error.setAdvice("Check user and password. Many registries want an access token in place of the password.");
        return error;
    }
    const auto type = response.headers.get("Content-Type").value_or("");
    const bool looksLikeRegistry = response.headers.get("Docker-Distribution-Api-Version").has_value()
        || type.find("json") != std::string::npos || trim(response.body).empty();
    if (response.status != 200 || !looksLikeRegistry)
        return Error(ErrorCode::NotFound,
                     Message::of("%1 does not answer like an OCI registry (status %2 at /v2/)", m_host.toString(),
                                 response.status),
                     "Check the name; on a network with a login page, open a browser first.");
    return m_tokens.credentialSource();
}

Result<RegistryClient::Page> RegistryClient::fetchPage(const RegistryRequest &request, const Message &action,
                                                       const TaskContext &context)
{
    ASSIGN_OR_RETURN(auto response, send(request, context));
    if (response.status != 200)
        return errorFromResponse(response, action);
    std::optional<Url> next;
    if (const auto link = parseNextLink(response.headers.all("Link"))) {
        ASSIGN_OR_RETURN(next, response.finalUrl.resolve(*link));
    }
    return Page{std::move(response), std::move(next)};
}

RegistryRequest RegistryClient::nextPage(const Url &next, const AccessScope &scope)
{
    return {.url = next, .role = UrlRole::PaginationLink, .scope = scope};
}

Result<std::vector<std::string>> RegistryClient::namesIn(const HttpResponse &response, std::string_view member,
                                                         const Message &action) const
{
    const auto json = parseJson(response.body);
    const auto *list = json ? json->find(member) : nullptr;
    if (!list)
        return Error(ErrorCode::RegistryRejected,
                     Message::of("%1 answered with something else than a list when %2", m_host.toString(), action));
    std::vector<std::string> names;
    if (list->asArray()) {
        for (const auto &item : *list->asArray()) {
            if (item.asString())
                names.push_back(*item.asString());
        }
    }
    return names;
}

Result<std::vector<std::string>> RegistryClient::collectPages(const std::string &path, const AccessScope &scope,
                                                              std::string_view member, const Message &action,
                                                              const TaskContext &context)
{
    std::vector<std::string> items;
    std::set<std::string> visited;
    RegistryRequest request{.path = path, .scope = scope};
    for (int page = 0;; ++page) {
        // Half a list would pass for the whole: `remove` would take tags with it that it has not seen.
        if (page == maxPages)
            return Error(ErrorCode::LimitExceeded,
                         Message::of("%1 lists more than %2 pages", m_host.toString(), maxPages));
        ASSIGN_OR_RETURN(const auto fetched, fetchPage(request, action, context));
        ASSIGN_OR_RETURN(auto names, namesIn(fetched.response, member, action));
        std::move(names.begin(), names.end(), std::back_inserter(items));
        if (items.size() > maxItems)
            return Error(ErrorCode::LimitExceeded,
                         Message::of("%1 lists more than %2 entries", m_host.toString(), maxItems));
        // Pages may go in a circle.
        if (!fetched.next || !visited.insert(fetched.next->toString()).second)
            break;
        request = nextPage(*fetched.next, scope);
    }
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
    return items;
}

/// All that this user may see (Harbor's API 2.0, listAllRepositories); it takes the same credentials.
Result<std::vector<std::string>> RegistryClient::listOfHarbor(const TaskContext &context)
{
    const AccessScope scope{.catalog = "*"};
    std::vector<std::string> names;
    RegistryRequest request{.path = "/api/v2.0/repositories?page=1&page_size=100", .scope = scope};
    for (int page = 0; page < maxPages; ++page) {
        ASSIGN_OR_RETURN(const auto fetched, fetchPage(request, Message::of("listing Harbor's repositories"), context));
        ASSIGN_OR_RETURN(const auto json, parseJson(fetched.response.body));
        if (!json.asArray())
            return Error(ErrorCode::RegistryRejected,
                         Message::of("%1 answered with something else than a list", m_host.toString()));
        for (const auto &repository : *json.asArray()) {
            if (auto name = repository.text("name"); !name.empty())
                names.push_back(std::move(name));
        }
        if (names.size() > maxItems)
            break;
        if (!fetched.next || json.asArray()->empty()) {
            std::sort(names.begin(), names.end());
            names.erase(std::unique(names.begin(), names.end()), names.end());
            return names;
        }
        request = nextPage(*fetched.next, scope);
    }
    return Error(ErrorCode::LimitExceeded,
                 Message::of("%1 lists more than %2 repositories", m_host.toString(), maxItems));
}

Result<std::vector<std::string>> RegistryClient::listRepositories(const TaskContext &context)
{
    auto items = m_profile.listsRepositories
        ? collectPages("/v2/_catalog?n=1000", {.catalog = "*"}, "repositories", Message::of("listing repositories"),
                       context)
        : Result<std::vector<std::string>>(Error(ErrorCode::NotFound, Message::of("%1 has no list", m_profile.name)));
    if (items)
        return items;
    if (m_software == RegistrySoftware::Harbor) {
        if (auto own = listOfHarbor(context))
            return own;
    }
    const auto code = items.error().code();
    // 400 is about the request, plain HTTP to a TLS port say, not about the list.
    const bool notOffered =
        code == ErrorCode::NotFound || (code == ErrorCode::RegistryRejected && items.error().httpStatus() != 400);
    // Some registries let nobody list: to whom is signed in and refused all the same, signing in again is no advice.
    const bool refused = code == ErrorCode::Unauthorized || code == ErrorCode::Forbidden;
    const bool refusedThoughSignedIn = refused && !m_tokens.credentialSource().empty() && ping(context);
    if (!notOffered && !refusedThoughSignedIn)
        return items;
    return Error(ErrorCode::Unsupported,
                 Message::of("%1 does not list its repositories: %2", m_host.toString(), items.error().wording()),
                 cat("Name the repository: modelcrate-cli list ", m_host.toString(), "/REPOSITORY"));
}

} // namespace modelcrate
