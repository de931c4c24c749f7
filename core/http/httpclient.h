// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/retry.h"
#include "base/taskcontext.h"
#include "http/credentialpolicy.h"
#include "http/url.h"
#include "io/content.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace modelcrate {

/// Header fields in order; names compare without case.
class HttpHeaders {
public:
    void add(std::string name, std::string value) { m_fields.emplace_back(std::move(name), std::move(value)); }
    /// First value, or nothing.
    std::optional<std::string> get(std::string_view name) const;
    std::vector<std::string> all(std::string_view name) const;
    auto begin() const { return m_fields.begin(); }
    auto end() const { return m_fields.end(); }

private:
    std::vector<std::pair<std::string, std::string>> m_fields;
};

/// A request body that is read while it is sent.
struct HttpBody {
    ContentPtr content;
    ByteCount offset = {};
    std::optional<ByteCount> length = {}; ///< empty: chunked transfer encoding until the source ends
    /// Sees every byte that is handed to the network, in order and once per attempt; may be empty. Here an upload
    /// hashes.
    std::function<void(std::span<const std::byte>)> onSent = {};
    /// Called before an attempt starts over (a redirect, a new connection); what onSent saw is void.
    std::function<void()> onRestart = {};
    /// When true and the context is paused, a chunked body ends cleanly where it is; otherwise a pause cuts, as it does
    /// when nothing has moved for 5 s.
    bool endOnPause = false;
};

/// How far one exchange came and how long its parts took; filled in also when it fails.
struct HttpTimings {
    bool resolved = false; ///< the name has an address
    bool connected = false;
    std::string address = {}; ///< that was connected to; may be a proxy's
    std::chrono::microseconds nameLookup{};
    std::chrono::microseconds connect{}; ///< with TLS
    std::chrono::microseconds answer{}; ///< from there to the end
};

struct HttpRequest {
    std::string method = "GET";
    Url url;
    HttpHeaders headers = {};
    /// Sent only while `decide()` allows credentials for the URL in hand; never logged.
    std::optional<std::string> authorization = {};
    std::optional<HttpBody> body = {};
    std::string smallBody = {}; ///< instead of `body`
    UrlRole role = UrlRole::Request;
    ByteCount maxResponseBody = 4_MiB; ///< of a buffered answer; LimitExceeded beyond it
    bool expectContinue = false; ///< ask before the body is sent
    bool followRedirects = true; ///< at most 5; 307 and 308 keep method and body, 301/302/303 only for GET and HEAD
    HttpTimings *timings = nullptr; ///< of the last exchange; outlives the call
};

struct HttpResponse {
    int status = 0;
    HttpHeaders headers;
    std::string body; ///< buffered, at most maxResponseBody; for error statuses at most 64 KiB
    Url finalUrl; ///< after redirects
    ByteCount bodySent; ///< bytes of the body handed to the network in the last attempt
    bool bodyComplete = true; ///< false when a pause ended the body early (HttpBody::endOnPause)
};

struct HttpClientOptions {
    std::string userAgent = "modelcrate";
    std::filesystem::path caFile = {}; ///< PEM added to the system's; empty for the system's alone
    std::chrono::seconds connectTimeout{30};
    std::chrono::seconds stallTimeout{30}; ///< less than 1 KiB/s for this long is TimedOut
    std::chrono::seconds answerTimeout{300}; ///< after the whole body was sent, for the status line
    std::size_t maxIdleLines = 32;
};

/// HTTP/1.1 over libcurl. Keeps a pool of (multi, easy) lines per origin and credential and lends one to each call, so
/// connections are reused and never shared between credentials. Thread-safe; calls block, and end within 250 ms of a
/// stop. One attempt only: retrying is the caller's, who knows what may be sent again. Errors: NetworkFailed,
/// TlsFailed, TimedOut, LimitExceeded, Canceled, Paused, or what the body's source said. An HTTP status is no error
/// here. Redirects are followed by hand under decide(). Proxy variables (HTTPS_PROXY, https_proxy, http_proxy,
/// NO_PROXY, ALL_PROXY) are honoured. Content-Encoding is never undone.
class HttpClient {
public:
    explicit HttpClient(HttpClientOptions options = {});
    ~HttpClient();
    HttpClient(const HttpClient &) = delete;
    HttpClient &operator=(const HttpClient &) = delete;

    /// `home` is the registry the user named; what may go where is decided from it.
    Result<HttpResponse> send(const Origin &home, const HttpRequest &request, const TaskContext &context);

    /// Starts a GET and returns once the headers are there; the body is read from `source`, gathered to 1 MiB pieces
    /// and never buffered whole. For statuses other than 200 and 206 the body is in `response` and `source` is null.
    struct Download {
        HttpResponse response;
        std::unique_ptr<ByteSource> source;
    };
    Result<Download> download(const Origin &home, const HttpRequest &request, const TaskContext &context);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace modelcrate
