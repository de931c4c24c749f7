// SPDX-License-Identifier: Apache-2.0
#include "http/httpclient.h"

#include "base/log.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <map>
#include <mutex>
#include <regex>

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <unistd.h>

namespace modelcrate {

std::optional<std::string> HttpHeaders::get(std::string_view name) const
{
    for (const auto &[field, value] : m_fields) {
        if (equalsIgnoringAsciiCase(field, name))
            return value;
    }
    return std::nullopt;
}

std::vector<std::string> HttpHeaders::all(std::string_view name) const
{
    std::vector<std::string> values;
    for (const auto &[field, value] : m_fields) {
        if (equalsIgnoringAsciiCase(field, name))
            values.push_back(value);
    }
    return values;
}

namespace {

constexpr int maxRedirects = 5;
constexpr std::size_t maxHeaderBytes = 256 << 10;
constexpr std::size_t maxErrorBody = 64 << 10;
/// Measured best for uploads on Debian's libcurl (a third of the CPU of the default 64 KiB); its upper limit.
constexpr long uploadBufferSize = 2L << 20;
constexpr long downloadBufferSize = 512L << 10;
/// libcurl hands out at most 16 KiB; consumers get pieces of this size.
constexpr std::size_t gatherSize = 1 << 20;
/// What may wait for the next read of a download.
constexpr std::size_t spillSize = 256 << 10;
constexpr std::size_t readSlice = 128 << 10;
constexpr int pollMs = 1000;
/// How long nothing may move, once a pause is asked for, before the exchange is cut after all.
constexpr std::chrono::seconds pausePatience{5};

/// One (multi, easy) pair with its connection cache. Used by one call at a time.
struct Line {
    CURLM *multi = curl_multi_init();
    CURL *easy = curl_easy_init();
    std::string key;

    Line() = default;
    Line(const Line &) = delete;
    Line &operator=(const Line &) = delete;
    ~Line()
    {
        curl_easy_cleanup(easy);
        curl_multi_cleanup(multi);
    }
};

struct SlistDeleter {
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool environmentHasProxy()
{
    static constexpr std::array names{"https_proxy", "HTTPS_PROXY", "http_proxy", "all_proxy", "ALL_PROXY"};
    return std::any_of(names.begin(), names.end(), [](const char *name) { return std::getenv(name) != nullptr; });
}

bool isPrivateSocketAddress(const curl_sockaddr &address)
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    const void *raw = nullptr;
    if (address.family == AF_INET)
        raw = &reinterpret_cast<const sockaddr_in *>(&address.addr)->sin_addr;
    else if (address.family == AF_INET6)
        raw = &reinterpret_cast<const sockaddr_in6 *>(&address.addr)->sin6_addr;
    if (!raw || !::inet_ntop(address.family, raw, text.data(), text.size()))
        return true;
    return isPrivateAddress(text.data());
}

/// "Failed to connect to host port 1 after 0 ms: …" is about the host, not about how long it took.
std::string withoutDuration(std::string_view reason)
{
    static const std::regex duration(" after [0-9]{1,9} ms(?=:)");
    return std::regex_replace(std::string(trim(reason.substr(0, CURL_ERROR_SIZE))), duration, "");
}

/// The parts of a text that was made by this pattern, each of which holds what stands before the next piece of it.
std::optional<std::vector<Message>> partsOf(std::string_view text, std::string_view pattern)
{
    std::vector<Message> parts;
    for (auto place = pattern.find('%'); place != std::string_view::npos; place = pattern.find('%')) {
        if (text.substr(0, place) != pattern.substr(0, place))
            return std::nullopt;
        text.remove_prefix(place);
        pattern.remove_prefix(place + 2);
        const auto next = pattern.substr(0, pattern.find('%'));
        const auto end = next.empty() ? text.size() : text.find(next);
        if (end == std::string_view::npos)
            return std::nullopt;
        parts.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return text == pattern ? std::optional(std::move(parts)) : std::nullopt;
}

/// What libcurl, OpenSSL and the system say most often, as messages whose parts stand for themselves; other texts stay
/// as they are. Texts of curl 7.88 to 8, of OpenSSL 3 and of the C library.
Message reasonFrom(const std::string &text)
{
    static const std::array wholes{
        Message::of("Couldn't connect to server"),
        Message::of("Could not connect to server"),
        Message::of("Couldn't resolve host name"),
        Message::of("Could not resolve hostname"),
        Message::of("Timeout was reached"),
        Message::of("SSL connection timeout"),
        Message::of("SSL connect error"),
        Message::of("SSL peer certificate or SSH remote key was not OK"),
        Message::of("Server returned nothing (no headers, no data)"),
        Message::of("Empty reply from server"),
        Message::of("Failure when receiving data from the peer"),
        Message::of("Failed sending data to the peer"),
        Message::of("Transferred a partial file"),
        Message::of("transfer closed with outstanding read data remaining"),
        Message::of("Connection refused"),
        Message::of("Connection reset by peer"),
        Message::of("Connection timed out"),
        Message::of("Connection was aborted"),
        Message::of("Software caused connection abort"),
        Message::of("Network is unreachable"),
        Message::of("No route to host"),
        Message::of("Broken pipe"),
        Message::of("certificate has expired"),
        Message::of("certificate is not yet valid"),
        Message::of("self-signed certificate"),
        Message::of("self-signed certificate in certificate chain"),
        Message::of("unable to get issuer certificate"),
        Message::of("unable to get local issuer certificate"),
        Message::of("unable to verify the first certificate"),
    };
    static const std::array patterns{
        Message::of("Could not resolve host: %1", ""),
        Message::of("Could not resolve proxy: %1", ""),
        Message::of("Failed to connect to %1 port %2: %3", "", "", ""),
        Message::of("Connection timed out after %1 milliseconds", ""),
        Message::of("Resolving timed out after %1 milliseconds", ""),
        Message::of("SSL connection timed out after %1 milliseconds", ""),
        Message::of("Operation timed out after %1 milliseconds with %2 out of %3 bytes received", "", "", ""),
        Message::of("Operation timed out after %1 milliseconds with %2 bytes received", "", ""),
        Message::of("Recv failure: %1", ""),
        Message::of("Send failure: %1", ""),
        Message::of("OpenSSL SSL_connect: %1 in connection to %2", "", ""),
        Message::of("OpenSSL SSL_read: %1, errno %2", "", ""),
        Message::of("OpenSSL SSL_write: %1, errno %2", "", ""),
        Message::of("transfer closed with %1 bytes remaining to read", ""),
        Message::of("SSL certificate problem: %1", ""),
        Message::of("SSL: no alternative certificate subject name matches target host name '%1'", ""),
        Message::of("SSL: certificate subject name '%1' does not match target host name '%2'", "", ""),
        Message::of("%1: error:%2:SSL routines::wrong version number", "", ""),
        Message::of("error setting certificate file: %1", ""),
    };
    for (const auto &whole : wholes) {
        if (whole == text)
            return whole;
    }
    for (const auto &form : patterns) {
        auto parts = partsOf(text, form.pattern());
        if (!parts)
            continue;
        for (auto &part : *parts)
            part = reasonFrom(part.text());
        return Message::remade(form.pattern(), std::move(*parts));
    }
    return text;
}

Error errorFor(CURLcode code, const Url &url, const char *detail)
{
    const auto reason = detail && *detail ? withoutDuration(detail) : std::string(curl_easy_strerror(code));
    const auto message = Message::of("%1: %2", url.origin().toString(), reasonFrom(escapeForDisplay(reason, 500)));
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
        return Error(ErrorCode::NetworkFailed, message, "Check the name and the network connection.");
    case CURLE_COULDNT_CONNECT:
        return Error(ErrorCode::NetworkFailed, message,
                     "Check that the registry runs and that host and port are right.");
    case CURLE_OPERATION_TIMEDOUT: return Error(ErrorCode::TimedOut, message);
    case CURLE_SSL_CACERT_BADFILE:
        return Error(ErrorCode::TlsFailed, message, "It must hold certificates in PEM form.");
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_ISSUER_ERROR:
        return Error(ErrorCode::TlsFailed, message,
                     "If the registry uses a certificate authority of its own, name it with --ca-file.");
    case CURLE_SSL_CONNECT_ERROR:
        return Error(ErrorCode::TlsFailed, message, "If the registry speaks plain HTTP, say --plain-http.");
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_ENGINE_INITFAILED: return Error(ErrorCode::TlsFailed, message);
    default: return Error(ErrorCode::NetworkFailed, message);
    }
}

/// One exchange on a line: everything that libcurl's callbacks touch.
class Exchange {
public:
    Exchange(std::unique_ptr<Line> line, const HttpClientOptions &options, const HttpRequest &request, Url url,
             bool sendCredentials, bool forbidPrivate, TaskContext context)
        : m_line(std::move(line)),
          m_options(options),
          m_body(request.body),
          m_method(request.method),
          m_url(std::move(url)),
          m_maxBody(request.maxResponseBody),
          m_forbidPrivate(forbidPrivate),
          m_context(std::move(context))
    {
        prepare(request, sendCredentials);
    }

    ~Exchange() { curl_multi_remove_handle(m_line->multi, m_line->easy); }
    Exchange(const Exchange &) = delete;
    Exchange &operator=(const Exchange &) = delete;

    /// Runs until `enough` or the end.
    template<typename Enough>
    Result<void> run(const Enough &enough)
    {
        const std::stop_callback wake(m_context.stopToken(), [multi = m_line->multi] { curl_multi_wakeup(multi); });
        const std::stop_callback wakeOnPause(m_context.pause().token(),
                                             [multi = m_line->multi] { curl_multi_wakeup(multi); });
        m_lastMove = std::chrono::steady_clock::now();
        if (m_receivePaused && !enough()) {
            m_receivePaused = false;
            curl_easy_pause(m_line->easy, CURLPAUSE_CONT);
        }
        while (!m_done && !enough()) {
            RETURN_IF_ERROR(checkStop());
            int running = 0;
            curl_multi_perform(m_line->multi, &running);
            takeMessages();
            if (m_done || enough())
                break;
            RETURN_IF_ERROR(checkStall());
            curl_multi_poll(m_line->multi, nullptr, 0, pollMs, nullptr);
        }
        return m_done ? finish() : Result<void>();
    }

    bool done() const { return m_done; }
    bool hasHeaders() const { return m_headersDone; }
    int status() const { return m_status; }
    std::unique_ptr<Line> takeLine()
    {
        curl_multi_remove_handle(m_line->multi, m_line->easy);
        auto line = std::move(m_line);
        m_line = std::make_unique<Line>();
        return line;
    }
    bool reusable() const { return m_done && m_result == CURLE_OK; }

    HttpTimings timings() const
    {
        const auto time = [this](CURLINFO which) {
            curl_off_t microseconds = 0; // since the start; 0 for what was not reached
            curl_easy_getinfo(m_line->easy, which, &microseconds);
            return std::chrono::microseconds(microseconds);
        };
        const auto resolved = time(CURLINFO_NAMELOOKUP_TIME_T), connected = time(CURLINFO_CONNECT_TIME_T);
        const auto ready = std::max(connected, time(CURLINFO_APPCONNECT_TIME_T)), total = time(CURLINFO_TOTAL_TIME_T);
        const char *address = nullptr;
        curl_easy_getinfo(m_line->easy, CURLINFO_PRIMARY_IP, &address);
        const bool isUnknown = m_result == CURLE_COULDNT_RESOLVE_HOST || m_result == CURLE_COULDNT_RESOLVE_PROXY;
        HttpTimings timings;
        timings.resolved = resolved.count() > 0 && !isUnknown;
        timings.connected = connected.count() > 0;
        timings.address = address ? address : "";
        timings.nameLookup = resolved;
        timings.connect = (timings.connected ? ready : total) - resolved;
        timings.answer = total - ready;
        return timings;
    }

    HttpResponse takeResponse()
    {
        HttpResponse response{m_status, std::move(m_headers), std::move(m_received), m_url, m_bodySent, m_bodyComplete};
        return response;
    }
    std::string &received() { return m_received; }
    /// Where a streamed body goes until it is full; what comes beyond it waits in received().
    void setSink(std::span<std::byte> sink)
    {
        m_sink = sink;
        m_sunk = 0;
    }
    std::size_t sunk() const { return m_sunk; }
    const Url &url() const { return m_url; }
    void streamBody() { m_streaming = true; }

private:
    template<typename T>
    void set(CURLoption option, T value)
    {
        curl_easy_setopt(m_line->easy, option, value);
    }

    void prepare(const HttpRequest &request, bool sendCredentials)
    {
        curl_easy_reset(m_line->easy);
        set(CURLOPT_URL, m_url.toString().c_str());
        set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
        set(CURLOPT_PROTOCOLS_STR, "http,https");
        set(CURLOPT_FOLLOWLOCATION, 0L);
        set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
        set(CURLOPT_NOSIGNAL, 1L);
        // Without it a hanging resolver blocks the end of a cancelled call for seconds.
        set(CURLOPT_QUICK_EXIT, 1L);
        set(CURLOPT_TCP_KEEPALIVE, 1L);
        set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
        set(CURLOPT_USERAGENT, m_options.userAgent.c_str());
        set(CURLOPT_CONNECTTIMEOUT, static_cast<long>(m_options.connectTimeout.count()));
        set(CURLOPT_ERRORBUFFER, m_errorText.data());
        set(CURLOPT_BUFFERSIZE, downloadBufferSize);
        set(CURLOPT_UPLOAD_BUFFERSIZE, uploadBufferSize);
        if (!m_options.caFile.empty()) {
            set(CURLOPT_CAINFO, m_options.caFile.c_str());
            set(CURLOPT_CAPATH, "/etc/ssl/certs");
        }
        set(CURLOPT_WRITEFUNCTION, &Exchange::onWrite);
        set(CURLOPT_WRITEDATA, this);
        set(CURLOPT_HEADERFUNCTION, &Exchange::onHeader);
        set(CURLOPT_HEADERDATA, this);
        set(CURLOPT_OPENSOCKETFUNCTION, &Exchange::onOpenSocket);
        set(CURLOPT_OPENSOCKETDATA, this);
        prepareBody(request);
        prepareHeaders(request, sendCredentials);
        curl_multi_add_handle(m_line->multi, m_line->easy);
    }

    void prepareBody(const HttpRequest &request)
    {
        if (m_body) {
            set(CURLOPT_UPLOAD, 1L);
            set(CURLOPT_READFUNCTION, &Exchange::onRead);
            set(CURLOPT_READDATA, this);
            set(CURLOPT_SEEKFUNCTION, &Exchange::onSeek);
            set(CURLOPT_SEEKDATA, this);
            if (m_body->length)
                set(CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(m_body->length->value()));
        } else if (!request.smallBody.empty() || m_method == "POST" || m_method == "PUT" || m_method == "PATCH") {
            set(CURLOPT_POST, 1L);
            set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.smallBody.size()));
            set(CURLOPT_COPYPOSTFIELDS, request.smallBody.c_str());
        } else if (m_method == "HEAD") {
            set(CURLOPT_NOBODY, 1L);
        }
        if (m_method != "HEAD")
            set(CURLOPT_CUSTOMREQUEST, m_method.c_str());
    }

    void prepareHeaders(const HttpRequest &request, bool sendCredentials)
    {
        curl_slist *list = nullptr;
        const auto add = [&](const std::string &line) { list = curl_slist_append(list, line.c_str()); };
        bool hasContentType = false;
        for (const auto &[name, value] : request.headers) {
            hasContentType = hasContentType || equalsIgnoringAsciiCase(name, "Content-Type");
            add(cat(name, ": ", value));
        }
        // libcurl would call a form what is none; docker-registry answers 500 to that.
        if (!hasContentType && !m_body)
            add("Content-Type:");
        if (sendCredentials && request.authorization)
            add("Authorization: " + *request.authorization);
        if (m_body && !m_body->length)
            add("Transfer-Encoding: chunked");
        add(request.expectContinue ? "Expect: 100-continue" : "Expect:");
        m_requestHeaders.reset(list);
        set(CURLOPT_HTTPHEADER, list);
    }

    static std::size_t onHeader(char *data, std::size_t size, std::size_t count, void *self)
    {
        return static_cast<Exchange *>(self)->addHeader(std::string_view(data, size * count)) ? size * count : 0;
    }

    bool addHeader(std::string_view line)
    {
        m_headerBytes += line.size();
        if (m_headerBytes > maxHeaderBytes) {
            m_error =
                Error(ErrorCode::LimitExceeded,
                      Message::of("%1 sent more than 256 KiB of headers", m_url.origin().toString()));
            return false;
        }
        line = trim(line);
        if (line.substr(0, 5) == "HTTP/") {
            m_headers = {};
            const auto blank = line.find(' ');
            m_status = blank == std::string_view::npos
                ? 0
                : static_cast<int>(parseDecimal(line.substr(blank + 1, 3)).value_or(0));
            return true;
        }
        if (line.empty()) {
            m_headersDone = m_status >= 200;
            return true;
        }
        if (const auto colon = line.find(':'); colon != std::string_view::npos)
            m_headers.add(std::string(line.substr(0, colon)), std::string(trim(line.substr(colon + 1))));
        return true;
    }

    static std::size_t onWrite(char *data, std::size_t size, std::size_t count, void *self)
    {
        auto *exchange = static_cast<Exchange *>(self);
        // libcurl goes on reading within one call as long as the socket has more: a fast server would fill the memory
        // with what nobody has asked for yet.
        if (exchange->m_streaming && exchange->m_sunk == exchange->m_sink.size()
            && exchange->m_received.size() >= spillSize) {
            exchange->m_receivePaused = true;
            return CURL_WRITEFUNC_PAUSE;
        }
        return exchange->addBody(std::string_view(data, size * count)) ? size * count : 0;
    }

    bool addBody(std::string_view bytes)
    {
        if (m_streaming && (m_status == 200 || m_status == 206)) {
            const auto direct = std::min(bytes.size(), m_sink.size() - m_sunk);
            if (direct > 0)
                std::memcpy(m_sink.data() + m_sunk, bytes.data(), direct);
            m_sunk += direct;
            m_received.append(bytes.substr(direct));
            return true;
        }
        // What an error page says beyond its head helps nobody.
        if (m_status >= 300) {
            m_received.append(bytes.substr(0, maxErrorBody - std::min(m_received.size(), maxErrorBody)));
            return true;
        }
        if (m_received.size() + bytes.size() > m_maxBody.asUnsigned()) {
            m_error = Error(ErrorCode::LimitExceeded,
                            Message::of("%1: the answer is larger than %2 bytes", m_url.redacted(), m_maxBody.value()));
            return false;
        }
        m_received.append(bytes);
        return true;
    }

    static std::size_t onRead(char *buffer, std::size_t size, std::size_t count, void *self)
    {
        return static_cast<Exchange *>(self)->readBody(std::as_writable_bytes(std::span(buffer, size * count)));
    }

    std::size_t readBody(std::span<std::byte> buffer)
    {
        if (m_context.pause().pauseRequested() && m_body->endOnPause && !m_body->length) {
            m_bodyComplete = false;
            m_bodyEnded = true;
            return 0;
        }
        auto result = readFromSource(buffer);
        if (!result) {
            m_error = std::move(result).error();
            return CURL_READFUNC_ABORT;
        }
        if (*result == 0)
            m_bodyEnded = true;
        return *result;
    }

    Result<std::size_t> readFromSource(std::span<std::byte> buffer)
    {
        if (!m_source) {
            ASSIGN_OR_RETURN(
                m_source,
                m_body->content->open(m_body->offset, m_body->length, m_context.withStopToken(m_context.stopToken())));
        }
        // In slices that stay in the processor's cache from the read to whoever hashes them.
        std::size_t count = 0;
        while (count < buffer.size()) {
            const auto slice = buffer.subspan(count, std::min(readSlice, buffer.size() - count));
            ASSIGN_OR_RETURN(const auto got, m_source->read(slice));
            if (got == 0)
                break;
            if (m_body->onSent)
                m_body->onSent(slice.first(got));
            count += got;
        }
        const ByteCount moved(static_cast<std::int64_t>(count));
        m_bodySent += moved;
        // libcurl stops asking after the announced length; let the source say whether its end is really there.
        if (m_body->length && m_bodySent == *m_body->length && count > 0) {
            std::array<std::byte, 1> probe{};
            ASSIGN_OR_RETURN(const auto more, m_source->read(probe));
            static_cast<void>(more);
            m_bodyEnded = true;
        }
        if (count > 0 && m_context.rateLimiter().limited()) {
            const auto waited = m_context.sleepFor(m_context.rateLimiter().book(moved));
            if (!waited && !(waited.error().code() == ErrorCode::Paused && m_body->endOnPause))
                return waited.error();
        }
        return count;
    }

    static int onSeek(void *self, curl_off_t offset, int origin)
    {
        auto *exchange = static_cast<Exchange *>(self);
        // libcurl likes to send a body again over a new connection when a kept one dies. How much of it arrived is the
        // caller's question to the server, so only a body that was not begun may start over.
        if (offset != 0 || origin != SEEK_SET || exchange->m_bodySent > ByteCount())
            return CURL_SEEKFUNC_FAIL;
        exchange->m_source.reset();
        exchange->m_bodySent = {};
        exchange->m_bodyEnded = false;
        if (exchange->m_body->onRestart)
            exchange->m_body->onRestart();
        return CURL_SEEKFUNC_OK;
    }

    static curl_socket_t onOpenSocket(void *self, curlsocktype, curl_sockaddr *address)
    {
        auto *exchange = static_cast<Exchange *>(self);
        // Checked on the address itself, so that no DNS answer slips past.
        if (exchange->m_forbidPrivate && isPrivateSocketAddress(*address)) {
            exchange->m_error =
                Error(ErrorCode::NetworkFailed,
                      Message::of("%1 leads from a public registry to a private address",
                                  exchange->m_url.origin().toString()));
            return CURL_SOCKET_BAD;
        }
        return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
    }

    Result<void> checkStop() const
    {
        if (m_context.stopRequested())
            return Error(ErrorCode::Canceled, "canceled");
        if (!m_context.pause().pauseRequested())
            return {};
        // A body that ends at a pause goes on to its answer, unless the other side seems not to be there any more.
        const bool mayEndCleanly =
            m_body && m_body->endOnPause && std::chrono::steady_clock::now() - m_lastMove < pausePatience;
        return mayEndCleanly ? Result<void>() : Error(ErrorCode::Paused, "paused");
    }

    Result<void> checkStall()
    {
        curl_off_t up = 0;
        curl_off_t down = 0;
        curl_easy_getinfo(m_line->easy, CURLINFO_SIZE_UPLOAD_T, &up);
        curl_easy_getinfo(m_line->easy, CURLINFO_SIZE_DOWNLOAD_T, &down);
        const auto now = std::chrono::steady_clock::now();
        if (up + down != m_lastMoved) {
            m_lastMoved = up + down;
            m_lastMove = now;
        }
        // A registry may take minutes to commit what it was sent.
        const bool waitsForCommit = !m_headersDone && (m_body ? m_bodyEnded : m_method == "PUT");
        curl_off_t ready = 0; // 0 until name, connection and TLS are there
        curl_easy_getinfo(m_line->easy, CURLINFO_PRETRANSFER_TIME_T, &ready);
        const auto limit = waitsForCommit ? m_options.answerTimeout
            : ready > 0                   ? m_options.stallTimeout
                                          : std::max(m_options.stallTimeout, m_options.connectTimeout);
        if (now - m_lastMove < limit)
            return {};
        return Error(ErrorCode::TimedOut,
                     Message::of("%1: nothing moved for %2 s", m_url.origin().toString(), limit.count()));
    }

    void takeMessages()
    {
        int left = 0;
        while (const auto *message = curl_multi_info_read(m_line->multi, &left)) {
            if (message->msg != CURLMSG_DONE)
                continue;
            m_done = true;
            m_result = message->data.result;
        }
    }

    Result<void> finish()
    {
        if (m_error)
            return std::move(*m_error);
        if (m_result == CURLE_OK)
            return {};
        // A server that refuses early closes the connection on our body; what it said is what matters.
        if (m_headersDone && m_status >= 400
            && (m_result == CURLE_SEND_ERROR || m_result == CURLE_RECV_ERROR || m_result == CURLE_PARTIAL_FILE))
            return {};
        return errorFor(m_result, m_url, m_errorText.data());
    }

    std::unique_ptr<Line> m_line;
    const HttpClientOptions &m_options;
    std::optional<HttpBody> m_body;
    std::string m_method;
    Url m_url;
    ByteCount m_maxBody;
    bool m_forbidPrivate;
    TaskContext m_context;

    std::unique_ptr<curl_slist, SlistDeleter> m_requestHeaders;
    std::array<char, CURL_ERROR_SIZE> m_errorText{};
    std::unique_ptr<ByteSource> m_source;
    ByteCount m_bodySent;
    bool m_bodyEnded = false;
    bool m_bodyComplete = true;

    int m_status = 0;
    HttpHeaders m_headers;
    std::size_t m_headerBytes = 0;
    bool m_headersDone = false;
    std::string m_received;
    std::span<std::byte> m_sink;
    std::size_t m_sunk = 0;
    bool m_streaming = false;
    bool m_receivePaused = false;
    std::optional<Error> m_error;
    bool m_done = false;
    CURLcode m_result = CURLE_OK;
    std::chrono::steady_clock::time_point m_lastMove;
    curl_off_t m_lastMoved = 0;
};

/// Where a redirect leads, with the request changed as RFC 9110 15.4 says; an error when it may not be followed.
Result<Url> redirectTarget(const HttpResponse &response, const HttpRequest &request)
{
    const auto location = response.headers.get("Location");
    if (!location)
        return Error(ErrorCode::RegistryRejected,
                     Message::of("%1 redirects without saying where", response.finalUrl.redacted()));
    const bool keepsMethod = response.status == 307 || response.status == 308;
    if (!keepsMethod && request.method != "GET" && request.method != "HEAD")
        return Error(ErrorCode::RegistryRejected,
                     Message::of("%1 answers %2 with %3, which would lose the body", response.finalUrl.redacted(),
                                 request.method, response.status));
    return response.finalUrl.resolve(*location);
}

} // namespace

struct HttpClient::Impl {
    HttpClientOptions options;
    std::mutex mutex;
    std::multimap<std::string, std::unique_ptr<Line>> idle;

    explicit Impl(HttpClientOptions clientOptions) : options(std::move(clientOptions))
    {
        static const CURLcode initialised = curl_global_init(CURL_GLOBAL_DEFAULT);
        static_cast<void>(initialised);
    }

    /// Connections are never shared between credentials.
    static std::string lineKey(const Origin &origin, const std::optional<std::string> &authorization)
    {
        return authorization ? cat(origin.toString(), ' ', Digest::sha256Of(*authorization).hex()) : origin.toString();
    }

    std::unique_ptr<Line> borrow(std::string key)
    {
        std::lock_guard lock(mutex);
        if (const auto found = idle.find(key); found != idle.end()) {
            auto line = std::move(found->second);
            idle.erase(found);
            return line;
        }
        auto line = std::make_unique<Line>();
        line->key = std::move(key);
        return line;
    }

    void giveBack(std::unique_ptr<Line> line)
    {
        std::lock_guard lock(mutex);
        if (idle.size() < options.maxIdleLines)
            idle.emplace(line->key, std::move(line));
    }

    Result<std::unique_ptr<Exchange>> start(const Origin &home, const HttpRequest &request, const Url &url,
                                            UrlRole role, const TaskContext &context)
    {
        const auto decision = decide(home, url, role);
        if (!decision.allowed)
            return Error(ErrorCode::RegistryRejected,
                         Message::of("%1 is not contacted: %2", url.redacted(), decision.reason));
        const bool withCredentials = decision.sendCredentials && request.authorization;
        auto line = borrow(lineKey(url.origin(), withCredentials ? request.authorization : std::nullopt));
        const bool forbidPrivate = role != UrlRole::Request && !isPrivateAddress(home.host)
            && !isLoopbackHost(home.host) && home.host.find('.') != std::string::npos && !environmentHasProxy();
        log(LogLevel::Debug, "http", cat(request.method, ' ', url.redacted()));
        return std::make_unique<Exchange>(std::move(line), options, request, url, decision.sendCredentials,
                                          forbidPrivate, context);
    }

    /// Follows redirects; `run` drives one exchange and says when to stop early.
    template<typename Run>
    Result<std::unique_ptr<Exchange>> follow(const Origin &home, const HttpRequest &request, const TaskContext &context,
                                             const Run &run)
    {
        auto url = request.url;
        auto role = request.role;
        for (int hops = 0;; ++hops) {
            ASSIGN_OR_RETURN(auto exchange, start(home, request, url, role, context));
            RETURN_IF_ERROR(run(*exchange));
            log(LogLevel::Debug, "http", cat(exchange->status(), ' ', url.redacted()));
            if (!request.followRedirects || !isRedirect(exchange->status()))
                return exchange;
            if (hops == maxRedirects)
                return Error(ErrorCode::RegistryRejected,
                             Message::of("%1 redirects more than %2 times", request.url.redacted(), maxRedirects));
            const bool reusable = exchange->reusable();
            const auto response = exchange->takeResponse();
            ASSIGN_OR_RETURN(url, redirectTarget(response, request));
            role = UrlRole::Redirect;
            if (request.body && request.body->onRestart)
                request.body->onRestart();
            if (reusable)
                giveBack(exchange->takeLine());
        }
    }
};

HttpClient::HttpClient(HttpClientOptions options) : m_impl(std::make_unique<Impl>(std::move(options))) { }
HttpClient::~HttpClient() = default;

Result<HttpResponse> HttpClient::send(const Origin &home, const HttpRequest &request, const TaskContext &context)
{
    ASSIGN_OR_RETURN(const auto exchange, m_impl->follow(home, request, context, [&request](Exchange &running) {
        auto ran = running.run([] { return false; });
        if (request.timings)
            *request.timings = running.timings();
        return ran;
    }));
    const bool reusable = exchange->reusable();
    auto response = exchange->takeResponse();
    if (reusable)
        m_impl->giveBack(exchange->takeLine());
    return response;
}

namespace {

/// Body of a download, pulled.
class DownloadSource final : public ByteSource {
public:
    DownloadSource(std::unique_ptr<Exchange> exchange, std::function<void(std::unique_ptr<Line>)> giveBack,
                   TaskContext context)
        : m_exchange(std::move(exchange)),
          m_giveBack(std::move(giveBack)),
          m_context(std::move(context))
    {
    }

    ~DownloadSource() override
    {
        if (m_exchange->reusable())
            m_giveBack(m_exchange->takeLine());
    }

    Result<std::size_t> read(std::span<std::byte> buffer) override
    {
        auto &received = m_exchange->received();
        std::size_t count = 0;
        if (m_position < received.size()) {
            count = std::min(buffer.size(), received.size() - m_position);
            std::memcpy(buffer.data(), received.data() + m_position, count);
            m_position += count;
        } else {
            received.clear();
            m_position = 0;
            // Straight to where it is wanted: a copy of each byte costs as much as a tenth of its hash.
            m_exchange->setSink(buffer.first(std::min(buffer.size(), gatherSize)));
            const auto wanted = std::min(buffer.size(), gatherSize);
            auto ran = m_exchange->run([&] { return m_exchange->sunk() >= wanted; });
            count = m_exchange->sunk();
            m_exchange->setSink({});
            // What came before the line broke counts; the next read reports the break again.
            if (!ran && (count == 0 || ran.error().isStop()))
                return std::move(ran).error();
        }
        if (m_context.rateLimiter().limited())
            RETURN_IF_ERROR(
                m_context.sleepFor(m_context.rateLimiter().book(ByteCount(static_cast<std::int64_t>(count)))));
        return count;
    }

private:
    std::unique_ptr<Exchange> m_exchange;
    std::function<void(std::unique_ptr<Line>)> m_giveBack;
    TaskContext m_context;
    std::size_t m_position = 0;
};

} // namespace

Result<HttpClient::Download> HttpClient::download(const Origin &home, const HttpRequest &request,
                                                  const TaskContext &context)
{
    ASSIGN_OR_RETURN(auto exchange, m_impl->follow(home, request, context, [](Exchange &running) -> Result<void> {
        running.streamBody();
        auto ran = running.run([&] { return running.hasHeaders(); });
        const bool streams = running.hasHeaders() && (running.status() == 200 || running.status() == 206);
        if (!ran && (!streams || running.received().empty() || ran.error().isStop()))
            return ran;
        if (streams)
            return {};
        return running.run([] { return false; });
    }));
    const bool streams = exchange->status() == 200 || exchange->status() == 206;
    if (!streams) {
        const bool reusable = exchange->reusable();
        auto response = exchange->takeResponse();
        if (reusable)
            m_impl->giveBack(exchange->takeLine());
        return Download{std::move(response), nullptr};
    }
    std::string first;
    std::swap(first, exchange->received());
    auto response = exchange->takeResponse();
    exchange->received() = std::move(first);
    auto source = std::make_unique<DownloadSource>(
        std::move(exchange), [this](std::unique_ptr<Line> line) { m_impl->giveBack(std::move(line)); }, context);
    return Download{std::move(response), std::move(source)};
}

} // namespace modelcrate
