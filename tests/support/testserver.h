// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace modelcrate::testing {

/// A request as the server read it. Header names in lower case.
struct ServerRequest {
    std::string method;
    std::string target; ///< path and query, as sent
    std::multimap<std::string, std::string> headers;
    std::string body;
    bool bodyComplete = true; ///< false when the connection ended, or was cut, before the body did

    std::string path() const { return target.substr(0, target.find('?')); }
    /// Percent-decoded value of a query parameter, or nothing.
    std::optional<std::string> query(const std::string &name) const;
    std::string header(const std::string &name) const;
};

struct ServerReply {
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers = {};
    std::string body = {};
    /// Content-Length to announce instead of the body's; to lie with.
    std::optional<std::int64_t> announcedLength = {};
    /// Closes the connection after so many bytes of the body.
    std::optional<std::size_t> cutAfter = {};
    bool close = false;
    /// Sends nothing and keeps the connection open until the client or the server ends.
    bool hang = false;
    /// Sent instead of everything above, word for word.
    std::string raw = {};
};

/// HTTP/1.1 on a free port of 127.0.0.1, one thread a connection; ended by its destructor. A handler may be called from
/// several threads.
class TestServer {
public:
    using Handler = std::function<ServerReply(const ServerRequest &)>;
    /// Bytes of a request's body to read before the connection is cut; nothing to read it all. Sees a request without
    /// body.
    using BodyCut = std::function<std::optional<std::size_t>(const ServerRequest &)>;

    /// What is done with a handshake of TLS: refused at once, or left waiting, as by a server that is busy.
    enum class Handshakes { Refused, LeftWaiting };

    explicit TestServer(Handler handler, BodyCut bodyCut = {}, Handshakes handshakes = Handshakes::Refused);
    ~TestServer();
    TestServer(const TestServer &) = delete;
    TestServer &operator=(const TestServer &) = delete;

    int port() const { return m_port; }
    std::string host() const { return "127.0.0.1:" + std::to_string(m_port); }
    std::string url() const { return "http://" + host(); }
    int connections() const { return m_connections; }
    std::size_t bytesSent() const { return m_sent; } ///< of answers, heads and bodies

private:
    void accept();
    void serve(int socket);

    Handler m_handler;
    BodyCut m_bodyCut;
    Handshakes m_handshakes;
    int m_listener = -1;
    int m_port = 0;
    std::atomic<int> m_connections{0};
    std::atomic<std::size_t> m_sent{0};
    std::atomic<bool> m_ending{false};
    std::mutex m_mutex; ///< of what follows
    std::vector<int> m_sockets;
    std::vector<std::thread> m_threads;
    std::thread m_acceptor;
};

} // namespace modelcrate::testing
