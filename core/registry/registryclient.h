// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/retry.h"
#include "registry/registryprofile.h"
#include "registry/tokensource.h"

#include <atomic>
#include <chrono>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace modelcrate {

struct RegistryClientOptions {
    bool plainHttp = false; ///< http; without it only loopback registries that do not speak TLS get http
    std::filesystem::path caFile = {};
    RetryPolicy retry = {};
    std::chrono::seconds stallTimeout{30};
    /// How long answers that a slow commit delays are waited for, and how long a blob is looked for after one.
    std::chrono::seconds commitTimeout{300};
};

/// A request to a registry, without its authorization.
struct RegistryRequest {
    std::string method = "GET";
    std::string path = {}; ///< "/v2/team/model/tags/list", with its query; or
    std::optional<Url> url = {}; ///< a URL that the registry gave, used in `role`
    UrlRole role = UrlRole::Request;
    AccessScope scope = {};
    HttpHeaders headers = {};
    std::string smallBody = {};
    std::optional<HttpBody> body = {};
    bool expectContinue = false;
    ByteCount maxResponseBody = 4_MiB;
    /// A body that may not be sent twice without further thought: transport errors come back at once.
    bool once = false;
};

/// One registry: its address, sign-in, retries and error texts; knows nothing of blobs and manifests. Answers 401 by
/// one sign-in each request; repeats what failed on the way or with a retryable status, with back-off and Retry-After,
/// which then holds for all requests to this registry. Thread-safe.
class RegistryClient {
public:
    /// Why another attempt is made.
    struct Failure {
        ErrorCode code = ErrorCode::NetworkFailed; ///< when nothing was answered
        std::string reason;
        std::optional<HttpResponse> response = {};
    };

    RegistryClient(RegistryHost host, const CredentialStore &credentials, RegistryClientOptions options = {});

    /// What a failed exchange is for backOff().
    static Failure failureOf(const Result<HttpResponse> &response);
    const RegistryHost &host() const { return m_host; }
    const RegistryProfile &profile() const { return m_profile; }
    const RegistryClientOptions &options() const { return m_options; }
    TokenSource &tokens() { return m_tokens; }

    /// The API's origin. The first call asks a loopback registry whether it speaks TLS.
    Result<Origin> origin(const TaskContext &context);

    /// Waits before another attempt after `response` or a transport failure, as Retry-After or the policy says; an
    /// error when the registry asks for longer than the policy allows. `attempt` counts the failed ones from 0, of
    /// `attempts`. `item` says so meanwhile; TaskContext::retryNow() ends what the registry did not ask for. For
    /// callers who must look what arrived before they repeat.
    Result<void> backOff(int attempt, int attempts, const Failure &failure, const TaskContext &context,
                         ProgressBoard::Item *item);

    /// Any status but 401 after the sign-in, and retryable ones after the last attempt, comes back as a response.
    /// `item`, when not null, says why nothing moves.
    Result<HttpResponse> send(const RegistryRequest &request, const TaskContext &context,
                              ProgressBoard::Item *item = nullptr);
    Result<HttpClient::Download> download(const RegistryRequest &request, const TaskContext &context);

    /// GET /v2/: that it is a registry, and that it takes the credentials. Returns where those were found, or "".
    Result<std::string> ping(const TaskContext &context);
    /// What it is called: by its host name, or by what it answered so far. With `ask`, a registry that may be zot is
    /// asked for its extensions once.
    std::string name(const TaskContext &context, bool ask = true);
    /// For name(): what the headers of an answer tell. Answers to send() are looked at anyway.
    void learn(const HttpHeaders &headers);
    /// Repositories, sorted; of Harbor, whose catalog is for administrators, those that its own API lists.
    /// Unsupported with the reason where the registry does not list them.
    Result<std::vector<std::string>> listRepositories(const TaskContext &context);
    /// One page of a list, and the next one's address as its Link says. Any status but 200 is an error.
    struct Page {
        HttpResponse response;
        std::optional<Url> next;
    };
    Result<Page> fetchPage(const RegistryRequest &request, const Message &action, const TaskContext &context);
    /// The request for the page after it.
    static RegistryRequest nextPage(const Url &next, const AccessScope &scope);
    /// The texts in the list `member` of an answer; RegistryRejected when it is no such list.
    Result<std::vector<std::string>> namesIn(const HttpResponse &response, std::string_view member,
                                             const Message &action) const;
    /// Collects the texts in `member` of all pages that follow from `path`; bounded in pages, items and bytes.
    Result<std::vector<std::string>> collectPages(const std::string &path, const AccessScope &scope,
                                                  std::string_view member, const Message &action,
                                                  const TaskContext &context);

private:
    Result<HttpRequest> prepare(const Origin &home, const RegistryRequest &request, const TaskContext &context);
    Result<std::vector<std::string>> listOfHarbor(const TaskContext &context);
    Result<void> waitForTurn(const TaskContext &context, ProgressBoard::Item *item) const;
    /// A registry that never answered is most likely a wrong name, so it is not waited for long.
    int maxAttempts() const;
    RegistryHost m_host;
    RegistryProfile m_profile;
    RegistryClientOptions m_options;
    HttpClient m_client;
    TokenSource m_tokens;
    std::mutex m_originMutex;
    std::optional<Origin> m_origin;
    std::atomic<std::int64_t> m_notBefore{0}; ///< steady clock, nanoseconds: a 429 slows all
    std::atomic<RegistrySoftware> m_software{RegistrySoftware::Unknown};
    std::atomic<bool> m_answered{false}; ///< it is there: what fails now may pass
};

} // namespace modelcrate
